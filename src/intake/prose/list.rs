//! Which paragraphs of a document are opinions because of those around them: marked ones of a list in which enough ask for
//! something or say what is wrong, below no heading of another part, and such without a mark in a part of opinions. What else
//! makes a paragraph one is told above.

use std::collections::BTreeSet;

use super::super::asking::{asks, complains, count};
use super::super::line;
use super::super::mark::{Mark, alike, follows, mark, without_mark};
use super::super::no_opinion::asks_for_nothing;
use super::super::page::{At, Page, Words};
use super::super::parts::FEWEST_WORDS;
use super::part::{
    announces, announces_list, asks_the_reader, ends_minutes, heads_attendance, heads_opinions,
    heads_replies, is_heading, names_group, names_part, tells_of_work,
};
use super::speakers::named_alone;

use crate::text::{clean, fold};

/// What a paragraph of a list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Ask,
    Wrong,
    Other,
}

impl Said {
    pub(super) fn of(text: &str) -> Self {
        if asks(text) {
            Self::Ask
        } else if complains(text) {
            Self::Wrong
        } else {
            Self::Other
        }
    }
}

/// A list of marked paragraphs.
struct List {
    /// The mark of the first one.
    kind: Mark,
    /// Row of each, and what it says.
    rows: Vec<(u32, Said)>,
    /// Whether it stands below a heading that is no subject of opinions: "I. Kết quả thực hiện".
    of_results: bool,
    /// Whether it stands below one that is.
    of_subject: bool,
    /// Whether what stands above it says that opinions follow, so that none of them need ask.
    announced: bool,
}

/// The lists of a column, up to the signature.
fn lists(page: &Page, column: u32, heads: &BTreeSet<u32>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let (mut of_results, mut of_subject) = (false, false);
    // The part of the report in which opinions are announced, and the paragraph above.
    let (mut in_part, mut above) = (false, "");
    // Bullets below a heading are a list of their own.
    let mut below = 0;
    // "1. Các câu hỏi của nhân dân" counts parts of the report, so that "2. Kinh phí tổ chức" is one.
    let mut part: Option<Mark> = None;
    let paragraphs = page.cells.iter().filter(|(at, _)| at.1 == column);
    for (at, words) in paragraphs {
        let text = words.seen().trim_start();
        // Above the first list the date belongs to the letterhead.
        if line::is_closing(text) {
            if lists.is_empty() {
                continue;
            }
            break;
        }
        let directly = tells_of_opinions(above);
        above = text;
        if announces_list(text) {
            in_part = true;
        } else if is_heading(text) || names_part(text) || heads_replies(text) {
            in_part &= matches!(mark(text), Some((Mark::Number(_), _))) && !heads_replies(text);
        }
        // A list that begins anew below the part has numbers of its own.
        let figure = text.starts_with(|c: char| c.is_ascii_digit());
        part = part.filter(|_| !(figure && matches!(mark(text), Some((Mark::Number(1), _)))));
        let next_part = || {
            let (next, rest) = mark(text).filter(|_| figure)?;
            let title = !asks(rest) && !complains(rest) && !rest.ends_with(['.', '?', '!', ';']);
            part.is_some_and(|part| title && follows(part, next))
                .then_some(next)
        };
        let next_part = next_part();
        part = next_part
            .or_else(|| names_group(text).then(|| Some(mark(text)?.0))?)
            .or(part);
        let begins_part = next_part.is_some()
            || is_heading(text)
            || names_part(text)
            || announces_list(text)
            || heads_replies(text)
            || heads_attendance(text);
        if begins_part {
            of_subject = heads_opinions(text) && !heads_replies(text);
            of_results = !of_subject;
            below = lists.len();
            continue;
        }
        // "1. Tại xóm Lân Tây", "2. Tại xóm Viến Ván": the list goes on below each of them.
        if heads.contains(&at.0) {
            of_subject |= heads_opinions(text);
            continue;
        }
        let Some((kind, rest)) = mark(text).filter(|(_, rest)| named_alone(rest).is_none()) else {
            continue;
        };
        if asks_the_reader(text) {
            continue;
        }
        let first = if matches!(kind, Mark::Bullet(_)) { below } else { 0 };
        let mut open = lists.iter_mut().skip(first).rev();
        let open = open.find(|list| alike(list.kind, kind));
        let row = (at.0, Said::of(rest));
        match open.filter(|_| !begins_list(kind)) {
            Some(list) => list.rows.push(row),
            None => lists.push(List {
                kind,
                rows: vec![row],
                of_results,
                of_subject,
                announced: in_part || directly,
            }),
        }
    }
    lists
}

/// "Kiến nghị", "Đảng ủy xã ghi nhận như sau:": right above a list. "Xã đạt các kết quả sau:" tells of none.
fn tells_of_opinions(text: &str) -> bool {
    const LONGEST: usize = 20;
    const HEARD: [&str; 5] = ["y kien", "kien nghi", "phan anh", "nguyen vong", "ghi nhan"];
    const DONE: [&str; 6] = [
        "tiep thu",
        "giai quyet",
        "tra loi",
        "giai trinh",
        "trien khai",
        "thuc hien",
    ];
    // "Thực hiện Công văn số 12 về tổng hợp ý kiến, ..." names the reason first.
    const REASONS: [&str; 5] = ["thuc hien ", "can cu ", "phuc dap ", "sau khi ", "qua "];
    let folded = fold(&clean(text));
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let done = || {
        let reason = |clause: &str| REASONS.iter().any(|start| clause.trim_start().starts_with(start));
        let mut clauses = folded.split([',', ';']).filter(|clause| !reason(clause));
        clauses.any(|clause| DONE.iter().any(|word| clause.contains(word)))
    };
    let opens = folded.ends_with(" sau:") || folded.ends_with("ket qua:");
    let title = announces(text) && !folded.ends_with(['.', ':']) && count(text) <= LONGEST;
    (opens && says(&HEARD) && !done() || title) && !heads_replies(text)
}

/// The rows of lists in which one paragraph asks and at least half ask or say what is wrong: the others are opinions like
/// their neighbours. Two paragraphs are such a list only if both do. In a report of opinions the lists below its headings
/// are one.
pub(super) fn members(page: &Page, column: u32, heads: &BTreeSet<u32>) -> BTreeSet<u32> {
    let lists = lists(page, column, heads);
    let announced = page
        .cells
        .values()
        .any(|words| announces(words.seen()) || announces_list(words.seen()));
    let of_opinions = |rows: &[(u32, Said)]| {
        let count = |said: &[Said]| rows.iter().filter(|(_, says)| said.contains(says)).count();
        let (asking, either) = (count(&[Said::Ask]), count(&[Said::Ask, Said::Wrong]));
        // Where nobody asks, the list itself must be one of opinions.
        (asking > 0 || announced && rows.len() > 2)
            && (either == rows.len() || rows.len() > 2 && asking > 0 && either * 2 >= rows.len())
    };
    // Where nobody asks, each list stands below a subject of opinions.
    let sentences = |rows: &[(u32, Said)], of_subjects: bool| {
        let text = |row: u32| page.seen((row, column));
        let long = |row: u32| {
            count(text(row)) >= SENTENCE || asks_for_nothing(without_mark(text(row)).unwrap_or_default())
        };
        let asked = rows.iter().any(|(_, said)| *said == Said::Ask);
        (asked || of_subjects) && rows.iter().all(|(row, _)| long(*row))
    };
    let is_one = |kind: Mark| {
        let alike = lists
            .iter()
            .filter(|list| alike(list.kind, kind) && !list.of_results);
        let of_subjects = alike.clone().all(|list| list.of_subject);
        let rows: Vec<(u32, Said)> = alike.flat_map(|list| list.rows.iter().copied()).collect();
        announced && rows.len() > 2 && (of_opinions(&rows) || sentences(&rows, of_subjects))
    };
    let told = |list: &List| {
        // "1. Tình hình thu, chi ngân sách xã" is the title of a part.
        let says = |(row, said): &(u32, Said)| {
            let text = page.seen((*row, column)).trim_end();
            let sentence = *said != Said::Other || text.ends_with(['.', ';', '?', '!']);
            sentence && count(text) >= SENTENCE
        };
        list.announced && list.rows.iter().all(says)
    };
    lists
        .iter()
        .filter(|list| of_opinions(&list.rows) || told(list) || !list.of_results && is_one(list.kind))
        .flat_map(|list| list.rows.iter().map(|(row, _)| *row))
        .collect()
}

/// The rows of paragraphs without a mark that are opinions: those of a part of opinions in which no sentence is marked, where at
/// least half ask or say what is wrong.
pub(super) fn unmarked(page: &Page, column: u32) -> BTreeSet<u32> {
    let mut rows = BTreeSet::new();
    // What the open part holds so far; none where it holds marked sentences, or where no part of opinions is open.
    let mut part: Option<Vec<(u32, Said)>> = None;
    // Whether one was open before.
    let mut opened = false;
    let mut close = |part: Option<Vec<(u32, Said)>>| {
        let part = part.unwrap_or_default();
        let count = |wanted: Said| part.iter().filter(|(_, said)| *said == wanted).count();
        let (asking, wrong) = (count(Said::Ask), count(Said::Wrong));
        if (asking + wrong) * 2 >= part.len() && (asking > 0 || wrong == part.len()) {
            rows.extend(part.iter().map(|(row, _)| *row));
        }
    };
    for (at, words) in page.cells.iter().filter(|(at, _)| at.1 == column) {
        let text = words.seen().trim();
        let ends = line::is_closing(text) && part.is_some();
        let heads = is_heading(text) || names_part(text) || heads_replies(text) || heads_attendance(text);
        if ends || heads || announces_list(text) {
            close(part.take());
            // The first of them is counted as a part or announces itself; below it any subject is one.
            let subject = (opened || names_part(text)) && heads_opinions(text) && !tells_of_work(text);
            let of_opinions = !ends && !heads_replies(text) && (announces_list(text) || subject);
            opened |= of_opinions;
            part = of_opinions.then(Vec::new);
            continue;
        }
        if text.ends_with(':') && tells_of_opinions(text) {
            opened = true;
            part = Some(Vec::new());
            continue;
        }
        let said = Said::of(text);
        let sentence = count(text) >= SENTENCE || said != Said::Other && count(text) >= FEWEST_WORDS;
        match mark(text) {
            Some((_, rest)) if count(rest) >= SENTENCE || Said::of(rest) != Said::Other => part = None,
            Some(_) => {}
            None if sentence && !text.ends_with(':') && !none(text, said) => {
                if let Some(part) = &mut part {
                    part.push((at.0, said));
                }
            }
            None => {}
        }
    }
    close(part);
    rows
}

/// "Hội nghị bế mạc cùng ngày", "Đa số đồng tình": among opinions without a mark, what is none.
fn none(text: &str, said: Said) -> bool {
    said == Said::Other && ends_minutes(text) || line::is_note(text) || asks_for_nothing(text)
}

/// The rows of marked paragraphs that name what those of another list below them are about: "1. Hạ tầng giao thông" above "a)
/// ...", "- Về du lịch:" above "+ ...".
pub(super) fn heads(page: &Page, column: u32) -> BTreeSet<u32> {
    const LONGEST: usize = 14;
    const SHORT: usize = 6;
    let marked: Vec<_> = page
        .cells
        .iter()
        .filter(|(at, _)| at.1 == column)
        .map(|(at, words)| (at.0, mark(words.seen().trim_start())))
        .collect();
    let rows = marked.windows(2).filter_map(|pair| {
        let [(row, Some((above, text))), (_, Some((below, first)))] = pair else {
            return None;
        };
        let text = text.trim_end();
        let listed = matches!(above, Mark::Number(_)) && matches!(below, Mark::Bullet(_)) && asks(first);
        let named = !asks(text) && !complains(text) || announces(text) || listed && count(text) <= SHORT;
        let bullet = matches!(above, Mark::Bullet(_));
        let title = text.ends_with(':') || !bullet && !text.ends_with(['.', ';', '?', '!']);
        let begins = matches!(below, Mark::Bullet(_)) || begins_list(*below);
        let short = count(text) <= LONGEST && named_alone(text).is_none();
        let other = !alike(*above, *below) || bullet && above != below;
        (named && title && begins && short && other).then_some(*row)
    });
    rows.collect()
}

/// Fewest words of a marked paragraph that is a sentence.
pub(super) const SENTENCE: usize = 8;

/// "Ý kiến 2: ...": a paragraph that says itself that it is an opinion.
pub(in crate::intake) fn is_labelled(text: &str) -> bool {
    let labelled = text.trim_start().to_lowercase().starts_with("ý kiến ");
    labelled && without_mark(text.trim_start()).is_some_and(|rest| count(rest) >= FEWEST_WORDS)
}

/// The rows of paragraphs without a mark between two neighbours of a numbered list, and one below the last of them that asks
/// where such a paragraph stands below each of the others.
pub(in crate::intake) fn inside(page: &Page, column: u32, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mark_of = |row: u32| mark(page.seen((row, column)).trim_start()).map(|(mark, _)| mark);
    let plain = |(at, words): &(&At, &Words)| {
        let text = words.seen();
        at.1 == column && mark_of(at.0).is_none() && !line::is_heading(text) && !line::is_note(text)
    };
    let within = |row: &u32| {
        let (above, below) = (members.range(..row).next_back(), members.range(row..).next());
        let marks = above
            .zip(below)
            .map(|(above, below)| (mark_of(*above), mark_of(*below)));
        match marks {
            Some((Some(Mark::Number(one)), Some(Mark::Number(next)))) => next == one + 1,
            Some((Some(Mark::Decimal(one, last)), Some(Mark::Decimal(other, next)))) => {
                one == other && next == last + 1
            }
            _ => false,
        }
    };
    let rows = page.cells.iter().filter(plain).map(|(at, _)| at.0);
    let mut inside: BTreeSet<u32> = rows.filter(within).collect();
    let counted: Vec<(u32, u32)> = members
        .iter()
        .filter_map(|row| match mark_of(*row)? {
            Mark::Number(number) => Some((*row, number)),
            _ => None,
        })
        .collect();
    let below_last: Vec<u32> = counted
        .chunk_by(|one, next| next.1 == one.1 + 1)
        .filter_map(|list| {
            let goes_on = |pair: &[(u32, u32)]| {
                matches!(pair, [(row, _), (next, _)] if inside.range(row..next).next().is_some())
            };
            let (last, _) = list.last().filter(|_| list.len() > 1 && list.windows(2).all(goes_on))?;
            let mut below = page.cells.range((last + 1, 0)..).filter(|(at, _)| at.1 == column);
            let asking = |(at, words): &(&At, &Words)| {
                let text = words.seen();
                plain(&(*at, *words)) && asks(text) && !line::is_closing(text) && !ends_minutes(text)
            };
            below.next().filter(asking).map(|(at, _)| at.0)
        })
        .collect();
    inside.extend(below_last);
    inside
}

/// Whether a list begins with a mark; bullets never say so.
fn begins_list(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::Number(1) | Mark::Decimal(_, 1) | Mark::Roman(1) | Mark::Letter('a')
    )
}
