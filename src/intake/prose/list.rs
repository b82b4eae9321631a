//! Which paragraphs of a document are opinions because of those around them: marked ones of a list in which enough ask for
//! something or say what is wrong, below no heading of another part, and such without a mark in a part of opinions. What else
//! makes a paragraph one is told above.

use std::collections::{BTreeMap, BTreeSet};

use super::super::asking::{acts, asks, complains, count};
use super::super::line;
use super::super::mark::{Mark, alike, follows, mark, without_mark};
use super::super::no_opinion::asks_for_nothing;
use super::super::page::{At, Page, Words};
use super::super::parts::FEWEST_WORDS;
use super::super::subject::is_field;
use super::part::{
    OtherPart, announces, announces_list, asks_the_reader, ends_minutes, heads_attendance, heads_opinions,
    heads_replies, is_basis, is_heading, is_other_part, mark_of_part, names_group, names_part,
    tells_of_meeting, tells_of_work,
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
    /// Whether it stands in a part that tells of other things: "III. Đánh giá chung".
    in_other: bool,
    /// Whether no heading stands above it.
    on_top: bool,
}

/// The lists of a column, up to the signature.
fn lists(page: &Page, column: u32, heads: &BTreeSet<u32>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let (mut of_results, mut of_subject) = (false, false);
    // The part of the report in which opinions are announced, and the paragraph above.
    let (mut in_part, mut above) = (false, "");
    // Bullets below a heading are a list of their own.
    let mut below = 0;
    let mut other: Option<OtherPart> = None;
    let (mut on_top, mut of_people) = (true, false);
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
        let (directly, of_deeds) = (tells_of_opinions(above), tells_of_deeds(above));
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
        let ends = |other: &OtherPart| (begins_part || announces(text)) && other.ends_with(text);
        other = OtherPart::below(text).or_else(|| other.filter(|other| !ends(other)));
        if begins_part {
            of_people = heads_attendance(text);
            on_top = false;
            of_subject = heads_opinions(text) && !heads_replies(text);
            of_results = !of_subject;
            below = lists.len();
            continue;
        }
        // "1. Tại xóm Lân Tây", "2. Tại xóm Viến Ván": the list goes on below each of them.
        if heads.contains(&at.0) {
            on_top = false;
            of_subject |= heads_opinions(text);
            continue;
        }
        let Some((kind, rest)) = mark(text).filter(|(_, rest)| named_alone(rest).is_none()) else {
            continue;
        };
        if asks_the_reader(text) || is_basis(text) || tells_of_meeting(text) || line::is_note(text) {
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
                in_other: other.is_some() || of_deeds || of_people,
                on_top,
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
    let opens = [" sau:", " sau day:", " duoi day:"]
        .iter()
        .any(|end| folded.ends_with(end))
        || folded.ends_with("ket qua:");
    let title = announces(text) && !folded.ends_with(['.', ':']) && count(text) <= LONGEST;
    (opens && says(&HEARD) && !done() || title) && !heads_replies(text)
}

/// "Trong năm xã đã đạt các kết quả sau:", "Kính gửi:": right above a list of what was done, or of recipients.
fn tells_of_deeds(text: &str) -> bool {
    const DEEDS: [&str; 6] = [
        "ket qua sau",
        "dat duoc",
        "da dat ",
        "da trien khai",
        "da to chuc",
        "hoan thanh ",
    ];
    let folded = fold(&clean(text));
    folded.ends_with(':') && DEEDS.iter().any(|deed| folded.contains(deed)) || folded.starts_with("kinh gui")
}

/// Whether a document says somewhere that opinions follow.
pub(super) fn is_of_opinions(page: &Page) -> bool {
    let says = |text: &str| announces(text) || announces_list(text) || names_group(text);
    page.cells.values().any(|words| says(words.seen()))
}

/// The rows of lists in which one paragraph asks and at least half ask or say what is wrong: the others are opinions like
/// their neighbours. Two paragraphs are such a list only if both do. In a report of opinions the lists below its headings
/// are one; but for those in parts that tell of other things, where the document is parted like that.
pub(super) fn members(page: &Page, column: u32, heads: &BTreeSet<u32>, parted: bool) -> BTreeSet<u32> {
    let lists = lists(page, column, heads);
    let announced = is_of_opinions(page);
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
    // In a report of opinions any sentence of a list is one where it stands below a subject, or where enough of all do something
    // that opinions do: what is none stands in a part that says so.
    let bare = |row: u32| without_mark(page.seen((row, column)).trim_start()).unwrap_or_default();
    let raises = |(row, said): &(u32, Said)| *said != Said::Other || acts(bare(*row));
    let counted = |list: &&List| !(list.in_other && parted) && (!list.on_top || list.rows.iter().any(raises));
    let all = || lists.iter().filter(counted).flat_map(|list| &list.rows);
    let enough = all().filter(|row| raises(row)).count() * 3 >= all().count();
    let of_report = |list: &&List| announced && counted(list) && (enough || list.of_subject);
    let is_sentence = |row: &(u32, Said)| {
        let text = bare(row.0).trim_end();
        let ends = text.ends_with(['.', ';', '?', '!']);
        count(text) >= FEWEST_WORDS
            && (raises(row) || ends && count(text) >= SHORT || count(text) >= SENTENCE)
    };
    let of_report = lists.iter().filter(of_report).flat_map(|list| &list.rows);
    lists
        .iter()
        .filter(|list| of_opinions(&list.rows) || told(list) || !list.of_results && is_one(list.kind))
        .flat_map(|list| &list.rows)
        .chain(of_report.filter(|row| is_sentence(row)))
        .map(|(row, _)| *row)
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
            let other = heads_replies(text) || is_other_part(text);
            let of_opinions = !ends && !other && (announces_list(text) || subject);
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
        .map(|(at, words)| {
            (
                at.0,
                mark_of_part(words.seen()),
                words.seen().trim_start().starts_with('('),
            )
        })
        .collect();
    let rows = marked.windows(2).filter_map(|pair| {
        let [
            (row, Some((above, text)), bracketed),
            (_, Some((below, first)), below_bracketed),
        ] = pair
        else {
            return None;
        };
        let text = text.trim_end();
        let listed = matches!(above, Mark::Number(_)) && matches!(below, Mark::Bullet(_)) && asks(first);
        let named = !asks(text) && !complains(text)
            || is_field(text)
            || announces(text)
            || listed && count(text) <= SHORT;
        let bullet = matches!(above, Mark::Bullet(_));
        let open = !text.ends_with(['.', ';', '?', '!']);
        let title = text.ends_with(':') || open && (!bullet || heads_opinions(text) || count(text) <= SHORT);
        let begins = matches!(below, Mark::Bullet(_)) || begins_list(*below);
        let short = count(text) <= LONGEST && named_alone(text).is_none();
        let other = !alike(*above, *below) || bullet && above != below;
        // Below "I. Xây dựng Đảng" the numbers may go on from the part above.
        let ranked = match (above, below) {
            (Mark::Roman(_) | Mark::Capital(_), Mark::Number(_)) => open,
            (Mark::Bullet(_), Mark::Number(1)) => open && named,
            // "2. Nội dung đề nghị tỉnh trả lời" above "(1) ..."
            (Mark::Number(_), Mark::Number(1)) => open && *below_bracketed && !*bracketed,
            _ => false,
        };
        (short && (ranked || named && title && begins && other)).then_some(*row)
    });
    rows.collect()
}

/// Fewest words of a marked paragraph that ends like a sentence and is one.
const SHORT: usize = 5;

/// Fewest words of a marked paragraph that is a sentence.
pub(super) const SENTENCE: usize = 8;

/// "Ý kiến 2: ...": a paragraph that says itself that it is an opinion.
pub(in crate::intake) fn is_labelled(text: &str) -> bool {
    let labelled = text.trim_start().to_lowercase().starts_with("ý kiến ");
    labelled && without_mark(text.trim_start()).is_some_and(|rest| count(rest) >= FEWEST_WORDS)
}

/// The rows of paragraphs without a mark between two neighbours of a counted list, and one below the last of them that asks or
/// stands in brackets, where such a paragraph stands below each of the others.
pub(in crate::intake) fn inside(page: &Page, column: u32, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mark_of = |row: u32| mark(page.seen((row, column)).trim_start()).map(|(mark, _)| mark);
    let labels = labels(page, column);
    let plain = |(at, words): &(&At, &Words)| {
        let text = words.seen();
        let heads = line::is_heading(text) || announces(text) && text.trim_end().ends_with(':');
        let part = heads || line::is_note(text) || labels.contains(&at.0);
        at.1 == column && mark_of(at.0).is_none() && !part
    };
    let next_of = |one: Mark, next: Mark| {
        let same = !matches!((one, next), (Mark::Decimal(one, _), Mark::Decimal(other, _)) if one != other);
        same && !matches!(one, Mark::Bullet(_)) && follows(one, next)
    };
    let counted: Vec<(u32, Mark)> = members
        .iter()
        .filter_map(|row| Some((*row, mark_of(*row)?)))
        .collect();
    let mut inside = BTreeSet::new();
    for list in counted.chunk_by(|(_, one), (_, next)| next_of(*one, *next)) {
        let mut each = list.len() > 1;
        let mut most = 0;
        for pair in list.windows(2) {
            let [(row, _), (next, _)] = pair else {
                continue;
            };
            let between = page.cells.range((row + 1, 0)..(*next, 0)).filter(plain);
            let between: Vec<u32> = between.map(|(at, _)| at.0).collect();
            each &= !between.is_empty();
            most = most.max(between.len());
            inside.extend(between);
        }
        let Some((last, _)) = list.last().filter(|_| each) else {
            continue;
        };
        let below = page.cells.range((last + 1, 0)..).filter(|(at, _)| at.1 == column);
        let ends = |text: &str| line::is_closing(text) || ends_minutes(text);
        let below = below.take_while(|(at, words)| plain(&(*at, *words)) && !ends(words.seen()));
        let below: Vec<(&At, &Words)> = below.take(most).collect();
        let goes_on = |(_, words): &(&At, &Words)| {
            let text = words.seen().trim();
            asks(text) || text.starts_with('(') && text.ends_with(')')
        };
        if below.iter().any(goes_on) {
            inside.extend(below.iter().map(|(at, _)| at.0));
        }
    }
    inside
}

/// The rows of short lines that come again, but for their numbers: "Cuộc gọi số 1", "Người ghi ý kiến (ký tên)".
fn labels(page: &Page, column: u32) -> BTreeSet<u32> {
    let mut rows: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (at, words) in page.cells.iter().filter(|(at, _)| at.1 == column) {
        let text = words.seen().trim();
        if count(text) <= SENTENCE && mark(text).is_none() && !asks(text) && !complains(text) {
            let key = fold(&clean(text)).replace(|c: char| c.is_ascii_digit(), "");
            rows.entry(key).or_default().push(at.0);
        }
    }
    rows.into_values()
        .filter(|rows| rows.len() > 1)
        .flatten()
        .collect()
}

/// Whether a list begins with a mark; bullets never say so.
fn begins_list(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::Number(1) | Mark::Decimal(_, 1) | Mark::Roman(1) | Mark::Letter('a')
    )
}
