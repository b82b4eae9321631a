//! Which paragraphs of a document are opinions because of those around them: marked ones of a list in which enough ask for
//! something or say what is wrong, below no heading of another part, and such without a mark in a part of opinions. What else
//! makes a paragraph one is told above.

use std::collections::{BTreeMap, BTreeSet};

use super::super::asking::{acts, asks, complains, count, holds_act};
use super::super::line;
use super::super::mark::{Mark, alike, follows, without_mark};
use super::super::no_opinion::asks_for_nothing;
use super::super::parts::FEWEST_WORDS;
use super::super::subject::is_field;
use super::paragraph::{Document, Paragraph, Said};
use super::part::{
    announces, asks_the_reader, counts_one, ends_minutes, heads_opinions, is_basis, is_break, mark_of_part,
    names_the_chair, tells_of_meeting, tells_of_work,
};
use super::section::{Section, tells_of_opinions};
use super::speakers::{announced, named_alone, says};
use crate::text::{clean, fold};

/// A list of marked paragraphs.
struct List {
    /// The mark of the first one.
    kind: Mark,
    /// Row of each, and what it says.
    rows: Vec<(u32, Said)>,
    /// Where the first one stands.
    section: Section,
}

impl List {
    /// Whether it stands in a part that tells of other things: "III. Đánh giá chung".
    fn is_in_other(&self) -> bool {
        let Section {
            other,
            of_deeds,
            of_people,
            ..
        } = self.section;
        other.is_some() || of_deeds || of_people
    }
}

/// The lists of a document, up to the signature.
fn lists(document: &Document<'_>, sections: &[Section], heads: &BTreeSet<u32>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let of_column = |(paragraph, _): &(&Paragraph<'_>, &Section)| paragraph.at.1 == document.column;
    for (paragraph, section) in document.paragraphs.iter().zip(sections).filter(of_column) {
        // Above the first list the date belongs to the letterhead.
        if paragraph.is_closing && !lists.is_empty() {
            break;
        }
        let (text, bare) = (paragraph.text, paragraph.bare);
        let heading = paragraph.is_closing || section.begins || heads.contains(&paragraph.row());
        let Some(kind) = paragraph.mark.filter(|_| !heading && named_alone(bare).is_none()) else {
            continue;
        };
        let told = is_basis(text) || tells_of_meeting(text) || names_the_chair(text) || is_break(bare);
        if told || asks_the_reader(text) || line::is_note(text) {
            continue;
        }
        // Bullets below a heading are a list of their own.
        let joins = |list: &&mut List| {
            let within = !matches!(kind, Mark::Bullet(_)) || list.section.number == section.number;
            within && alike(list.kind, kind)
        };
        let row = (paragraph.row(), paragraph.said);
        match lists.iter_mut().rev().find(joins).filter(|_| !begins_list(kind)) {
            Some(list) => list.rows.push(row),
            None => lists.push(List {
                kind,
                rows: vec![row],
                section: *section,
            }),
        }
    }
    lists
}

/// The rows of lists in which one paragraph asks and at least half ask or say what is wrong: the others are opinions like
/// their neighbours. Two paragraphs are such a list only if both do. In a report of opinions the lists below its headings
/// are one; but for those in parts that tell of other things, where the document is parted like that.
pub(super) fn members(
    document: &Document<'_>,
    sections: &[Section],
    heads: &BTreeSet<u32>,
    parted: bool,
) -> BTreeSet<u32> {
    let lists = lists(document, sections, heads);
    let announced = document.is_of_opinions();
    let texts: BTreeMap<u32, &str> = document
        .of_column()
        .map(|paragraph| (paragraph.row(), paragraph.text))
        .collect();
    let text_of = |row: u32| texts.get(&row).copied().unwrap_or_default();
    let of_opinions = |rows: &[(u32, Said)]| {
        let count = |said: &[Said]| rows.iter().filter(|(_, says)| said.contains(says)).count();
        let (asking, either) = (count(&[Said::Ask]), count(&[Said::Ask, Said::Wrong]));
        // Where nobody asks, the list itself must be one of opinions.
        (asking > 0 || announced && rows.len() > 2)
            && (either == rows.len() || rows.len() > 2 && asking > 0 && either * 2 >= rows.len())
    };
    // Where nobody asks, each list stands below a subject of opinions.
    let sentences = |rows: &[(u32, Said)], of_subjects: bool| {
        let long = |row: u32| {
            count(text_of(row)) >= SENTENCE
                || asks_for_nothing(without_mark(text_of(row)).unwrap_or_default())
        };
        let asked = rows.iter().any(|(_, said)| *said == Said::Ask);
        (asked || of_subjects) && rows.iter().all(|(row, _)| long(*row))
    };
    let is_one = |kind: Mark| {
        let alike = lists
            .iter()
            .filter(|list| alike(list.kind, kind) && !list.section.of_results);
        let of_subjects = alike.clone().all(|list| list.section.of_subject);
        let rows: Vec<(u32, Said)> = alike.flat_map(|list| list.rows.iter().copied()).collect();
        announced && rows.len() > 2 && (of_opinions(&rows) || sentences(&rows, of_subjects))
    };
    let told = |list: &List| {
        // "1. Tình hình thu, chi ngân sách xã" is the title of a part.
        let says = |(row, said): &(u32, Said)| {
            let text = text_of(*row);
            let sentence = *said != Said::Other || text.ends_with(['.', ';', '?', '!']);
            sentence && count(text) >= SENTENCE
        };
        list.section.announced && list.rows.iter().all(says)
    };
    // In a report of opinions any sentence of a list is one where it stands below a subject, or where enough of all do something
    // that opinions do: what is none stands in a part that says so.
    let bare = |row: u32| without_mark(text_of(row)).unwrap_or_default();
    let raises = |(row, said): &(u32, Said)| *said != Said::Other || acts(bare(*row));
    let counted = |list: &&List| {
        !(list.is_in_other() && parted) && (!list.section.on_top || list.rows.iter().any(raises))
    };
    let all = || lists.iter().filter(counted).flat_map(|list| &list.rows);
    let enough = all().filter(|row| raises(row)).count() * 3 >= all().count();
    let of_report = |list: &&List| announced && counted(list) && (enough || list.section.of_subject);
    let is_sentence = |row: &(u32, Said)| {
        let text = bare(row.0).trim_end();
        let ends = text.ends_with(['.', ';', '?', '!']);
        count(text) >= FEWEST_WORDS
            && (raises(row) || ends && count(text) >= SHORT || count(text) >= SENTENCE)
    };
    let of_report = lists.iter().filter(of_report).flat_map(|list| &list.rows);
    lists
        .iter()
        .filter(|list| of_opinions(&list.rows) || told(list) || !list.section.of_results && is_one(list.kind))
        .flat_map(|list| &list.rows)
        .chain(of_report.filter(|row| is_sentence(row)))
        .map(|(row, _)| *row)
        .collect()
}

/// The rows of paragraphs without a mark that are opinions: those of a part of opinions in which no sentence is marked, where at
/// least half ask or say what is wrong.
pub(super) fn unmarked(
    document: &Document<'_>,
    sections: &[Section],
    names: &BTreeSet<u32>,
) -> BTreeSet<u32> {
    let mut rows = BTreeSet::new();
    // What the open part holds so far; none where it holds marked sentences, or where no part of opinions is open.
    let mut part: Option<Vec<(u32, Said)>> = None;
    // Whether one was open before.
    let mut opened = false;
    // Below the name of who speaks stands one opinion, however many paragraphs it has.
    let speaks = |paragraph: &Paragraph<'_>| announced(paragraph.text).is_some();
    let titled = names.is_empty()
        && document
            .of_column()
            .any(|paragraph| is_title_of_opinions(&paragraph))
        && !document.of_column().any(speaks);
    let subjects: BTreeSet<u32> = shouted(document).union(&fields(document)).copied().collect();
    let mut close = |part: Option<Vec<(u32, Said)>>| {
        let part = part.unwrap_or_default();
        let count = |wanted: Said| part.iter().filter(|(_, said)| *said == wanted).count();
        let (asking, wrong) = (count(Said::Ask), count(Said::Wrong));
        if (asking + wrong) * 2 >= part.len() && (asking > 0 || wrong == part.len()) {
            rows.extend(part.iter().map(|(row, _)| *row));
        }
    };
    let of_column = |(paragraph, _): &(&Paragraph<'_>, &Section)| paragraph.at.1 == document.column;
    for (paragraph, section) in document.paragraphs.iter().zip(sections).filter(of_column) {
        let text = paragraph.text;
        let ends = paragraph.is_closing && part.is_some();
        if ends || section.begins {
            close(part.take());
            let headed = subjects.contains(&paragraph.row());
            // The first of them is counted as a part or announces itself; below it any subject is one. Below a title of opinions
            // "1. Về cấp nước" needs no part above it.
            let counted = matches!(paragraph.mark, Some(Mark::Number(_)));
            let of_title = titled && counted && fold(paragraph.bare).starts_with("ve ");
            let named = opened || paragraph.names_part || paragraph.counts_opinions || of_title;
            let subject = (named && paragraph.heads_opinions || headed) && !tells_of_work(text);
            let other = paragraph.other_part.is_some();
            let of_opinions = !ends && !other && (paragraph.announces_list || subject);
            opened |= of_opinions;
            part = of_opinions.then(Vec::new);
            continue;
        }
        if text.ends_with(':') && tells_of_opinions(paragraph) {
            opened = true;
            part = Some(Vec::new());
            continue;
        }
        // "Hội Khuyến học xã: Nên có quỹ học bổng ..." is said, however it asks.
        let said = if says(text).is_some() {
            Said::Ask
        } else {
            paragraph.said
        };
        let raises = said != Said::Other;
        let sentence = paragraph.count >= SENTENCE || raises && paragraph.count >= FEWEST_WORDS;
        match paragraph.mark {
            Some(_) if paragraph.count >= SENTENCE || raises => part = None,
            Some(_) => {}
            None if sentence && !text.ends_with(':') && !none(text, said) => {
                if let Some(part) = &mut part {
                    part.push((paragraph.row(), said));
                }
            }
            None => {}
        }
    }
    close(part);
    // "Về giao thông: ...", "Về lâm nghiệp: ...": what each is about tells them.
    let about = document
        .of_column()
        .filter(|paragraph| paragraph.mark.is_none() && runs_in(paragraph.text));
    let about: Vec<u32> = about.map(Paragraph::row).collect();
    if document
        .of_column()
        .any(|paragraph| is_title_of_opinions(&paragraph))
        && about.len() > 2
    {
        rows.extend(about);
    }
    rows
}

/// The rows of headings without a mark right above a marked opinion: "Khối chính quyền". A title is none.
pub(super) fn headed(document: &Document<'_>, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    let paragraphs: Vec<&Paragraph<'_>> = document.of_column().collect();
    let rows = paragraphs.windows(2).filter_map(|pair| {
        let [heading, below] = pair else { return None };
        let small = heading.text.contains(char::is_lowercase) && heading.mark.is_none();
        let announces = heading.announces || heading.announces_list;
        let heads = small && heading.is_heading && !announces && members.contains(&below.row());
        heads.then(|| heading.row())
    });
    rows.collect()
}

/// Whether a paragraph without a mark is the title of a report of opinions.
fn is_title_of_opinions(paragraph: &&Paragraph<'_>) -> bool {
    paragraph.announces && paragraph.mark.is_none()
}

/// What stands below the title of a report of opinions.
fn below_title<'d>(document: &'d Document<'_>) -> impl Iterator<Item = &'d Paragraph<'d>> {
    let of_column = document.of_column();
    of_column
        .skip_while(|paragraph| !is_title_of_opinions(paragraph))
        .skip(1)
}

/// The rows of fields that head opinions below the title of their report, where there are several and none is counted: "Lĩnh vực giao
/// thông", "Y tế".
fn fields(document: &Document<'_>) -> BTreeSet<u32> {
    let fields =
        below_title(document).filter(|paragraph| paragraph.mark.is_none() && is_field(paragraph.text));
    let rows: BTreeSet<u32> = fields.map(Paragraph::row).collect();
    if rows.len() > 1 { rows } else { BTreeSet::new() }
}

/// The rows of headings in capitals below the title of a report of opinions, where there are several: "GIAO THÔNG", "DI TÍCH LỊCH
/// SỬ".
pub(super) fn shouted(document: &Document<'_>) -> BTreeSet<u32> {
    let below = below_title(document);
    let shouts = |paragraph: &&Paragraph<'_>| {
        let capitals = !paragraph.text.contains(char::is_lowercase) && paragraph.mark.is_none();
        capitals
            && paragraph.is_heading
            && !counts_one(paragraph.text)
            && !paragraph.is_closing
            && paragraph.other_part.is_none()
    };
    let rows: BTreeSet<u32> = below.filter(shouts).map(Paragraph::row).collect();
    if rows.len() > 1 { rows } else { BTreeSet::new() }
}

/// "Về giao thông: đường ĐH 26 chưa được nâng cấp": what a text is about, and the text.
fn runs_in(text: &str) -> bool {
    const MOST_OF_SUBJECT: usize = 6;
    let Some((subject, said)) = text.split_once(':') else {
        return false;
    };
    let about = fold(subject).starts_with("ve ") && count(subject) <= MOST_OF_SUBJECT;
    about && count(said) >= FEWEST_WORDS && !text.ends_with(':')
}

/// "Hội nghị bế mạc cùng ngày", "Đa số đồng tình": among opinions without a mark, what is none.
fn none(text: &str, said: Said) -> bool {
    said == Said::Other && ends_minutes(text) || line::is_note(text) || asks_for_nothing(text)
}

/// The rows of marked paragraphs that name what those of another list below them are about: "1. Hạ tầng giao thông" above "a)
/// ...", "- Về du lịch:" above "+ ...". The next one in such a row is one though its words ask: "5. Về đề xuất giải quyết tại chỗ".
pub(super) fn heads(document: &Document<'_>) -> BTreeSet<u32> {
    const LONGEST: usize = 14;
    const SHORT: usize = 6;
    let paragraphs: Vec<(&Paragraph<'_>, Option<(Mark, &str)>)> = document
        .of_column()
        .map(|paragraph| (paragraph, mark_of_part(paragraph.text)))
        .collect();
    let mut rows = BTreeSet::new();
    let mut last: Option<Mark> = None;
    for pair in paragraphs.windows(2) {
        let [(paragraph, Some((above, text))), (next, below)] = pair else {
            continue;
        };
        let Some((below, first)) = below else {
            // "2. Đất đai, rừng" behind "1. Du lịch", above paragraphs without marks
            let title = count(text) <= SHORT && !paragraph.raises() && !paragraph.is_stopped();
            let next = title && last.is_some_and(|last| follows(last, *above));
            if next {
                rows.insert(paragraph.row());
            }
            if next || paragraph.is_heading || is_field(text) {
                last = Some(*above);
            }
            continue;
        };
        let bracketed = |paragraph: &Paragraph<'_>| paragraph.text.starts_with('(');
        let listed = matches!(above, Mark::Number(_)) && matches!(below, Mark::Bullet(_)) && asks(first);
        let follows = || last.is_some_and(|last| follows(last, *above));
        let named = !asks(text) && !complains(text)
            || is_field(text)
            || announces(text) && !holds_act(text)
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
            (Mark::Number(_), Mark::Number(1)) => open && bracketed(next) && !bracketed(paragraph),
            _ => false,
        };
        let heads = short && (ranked || (named || follows()) && title && begins && other);
        if heads {
            rows.insert(paragraph.row());
        }
        if heads || paragraph.is_heading {
            last = Some(*above);
        }
    }
    rows
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
pub(super) fn inside(document: &Document<'_>, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    let labels = labels(document);
    let paragraphs: Vec<&Paragraph<'_>> = document.of_column().collect();
    let plain = |paragraph: &&&Paragraph<'_>| {
        let text = paragraph.text;
        let heads = line::is_heading(text) || paragraph.announces && text.ends_with(':');
        let part = heads || line::is_note(text) || labels.contains(&paragraph.row());
        paragraph.mark.is_none() && !part
    };
    let next_of = |one: Mark, next: Mark| {
        let same = !matches!((one, next), (Mark::Decimal(one, _), Mark::Decimal(other, _)) if one != other);
        same && !matches!(one, Mark::Bullet(_)) && follows(one, next)
    };
    let of_members = paragraphs
        .iter()
        .enumerate()
        .filter(|(_, paragraph)| members.contains(&paragraph.row()));
    let counted: Vec<(usize, Mark)> = of_members
        .filter_map(|(at, paragraph)| Some((at, paragraph.mark?)))
        .collect();
    let mut inside = BTreeSet::new();
    for list in counted.chunk_by(|(_, one), (_, next)| next_of(*one, *next)) {
        let mut each = list.len() > 1;
        let mut most = 0;
        for pair in list.windows(2) {
            let [(at, _), (next, _)] = pair else {
                continue;
            };
            let between = paragraphs
                .get(at + 1..*next)
                .unwrap_or_default()
                .iter()
                .filter(plain);
            let between: Vec<u32> = between.map(|paragraph| paragraph.row()).collect();
            each &= !between.is_empty();
            most = most.max(between.len());
            inside.extend(between);
        }
        let Some((last, _)) = list.last().filter(|_| each) else {
            continue;
        };
        let ends = |paragraph: &Paragraph<'_>| paragraph.is_closing || ends_minutes(paragraph.text);
        let below = paragraphs.get(last + 1..).unwrap_or_default().iter();
        let below = below.take_while(|paragraph| plain(paragraph) && !ends(paragraph));
        let below: Vec<&&Paragraph<'_>> = below.take(most).collect();
        let goes_on = |paragraph: &&&Paragraph<'_>| {
            let text = paragraph.text;
            paragraph.said == Said::Ask || text.starts_with('(') && text.ends_with(')')
        };
        if below.iter().any(goes_on) {
            inside.extend(below.iter().map(|paragraph| paragraph.row()));
        }
    }
    inside
}

/// The rows of short lines that come again, but for their numbers: "Cuộc gọi số 1", "Người ghi ý kiến (ký tên)".
fn labels(document: &Document<'_>) -> BTreeSet<u32> {
    let mut rows: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for paragraph in document.of_column() {
        if paragraph.count <= SENTENCE && paragraph.mark.is_none() && !paragraph.raises() {
            let key = fold(&clean(paragraph.text)).replace(|c: char| c.is_ascii_digit(), "");
            rows.entry(key).or_default().push(paragraph.row());
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
