//! Opinions written as paragraphs, most often numbered, in a document without a table: "1. Ông Ma Văn Hòa, Trưởng xóm: đề
//! nghị ...".
//!
//! Only a paragraph with a mark of a list is an opinion, where it asks for something, names who speaks, or stands in a list
//! of opinions; without a mark, one that names who speaks and asks, or stands in a part of opinions in which no sentence is
//! marked. A paragraph between two neighbours of a list goes on with the one above. What else stands there is set aside for a
//! person to see, and so is a document without either: there nothing says what an opinion is. `paragraph` holds what the words of
//! each paragraph tell, `part` the rules for it, `section` what the headings above one tell, `list` which are opinions because of
//! those around them, `speakers` who is named, `naming` which lines name who speaks because they come again. `reader` goes through
//! the document with all of that.

mod list;
mod naming;
mod paragraph;
mod part;
mod reader;
mod section;
mod speakers;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use list::is_labelled;
pub(super) use part::{announces, ends_minutes};
pub(super) use speakers::{
    introduced, is_group, is_signed, labelled_speaker, says, speaker, spoken, untitled,
};

use self::naming::naming;
use self::paragraph::{Document, Paragraph};
use self::part::{is_reply, names_authority};
use self::reader::{Known, opinions, set_aside};
use super::asking::{asks, asks_at_once, complains, count};
use super::line;
use super::mark::{Mark, capital, mark, without_mark};
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words};
use super::parts::FEWEST_WORDS;
use super::table::{Draft, Table};
use crate::model::ReasonAside;
use crate::text::{clean, fold};

/// The opinions of a page on which they are marked paragraphs below one another; nothing where no paragraph is one.
pub(super) fn read(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let column = column(page)?;
    let listed = BTreeSet::new();
    // Where a report of opinions has none outside such parts, the opinions stand in them.
    let whole = || {
        let of_opinions = Document::of(page, column).is_of_opinions();
        of_opinions.then(|| opinions(page, column, &listed, false))?
    };
    opinions(page, column, &listed, true).or_else(whole)
}

/// What the paragraphs above or below a table hold.
pub(super) struct Beside {
    /// Opinions with a heading or an announcement of their own, from there to the last one.
    pub(super) opinions: Option<(Table, Vec<Draft>)>,
    /// Rows for a person to see. Below a table those that hold none: parts that tell of other things, and sentences without a mark
    /// in which no one speaks. Above it those of others in which someone does speak, or that are marked and ask.
    pub(super) notes: BTreeSet<u32>,
}

/// Reads the paragraphs above or below a table. Above it the title of the report announces what stands in the table.
pub(super) fn read_beside(page: &Page, below: bool) -> Option<Beside> {
    let column = column(page)?;
    let known = Known::of(Document::of(page, column), true);
    let heads = |paragraph: &&Paragraph<'_>| {
        let part = paragraph.mark.is_some() || capital(paragraph.text).is_some();
        let headed = paragraph.is_heading || paragraph.counts_opinions;
        let told = part && headed && paragraph.heads_opinions
            || paragraph.announces_list
            || below && paragraph.announces;
        told && paragraph.other_part.is_none()
    };
    // Several who say something by name need no heading.
    let spoken = |paragraph: &&Paragraph<'_>| {
        says(paragraph.text).is_some_and(|((_, position), _)| !position.is_empty())
    };
    let speakers = || {
        let mut speakers = known.document.of_column().filter(spoken);
        let first = speakers.next()?.row();
        speakers.next().map(|_| first)
    };
    let headed = known.document.of_column().find(heads).map(Paragraph::row);
    let first = headed.or_else(speakers);
    // "II. Ý kiến, kiến nghị" right above the table heads that.
    let lowest = known.document.of_column().next_back();
    let table_head = lowest.filter(|lowest| !below && heads(lowest) && !lowest.is_stopped());
    let notes = if below { known.notes() } else { known.heard() };
    let opinions = first.and_then(|first| {
        let (table, mut drafts) = known.read(page)?;
        let end = drafts.iter().rposition(|draft| draft.aside.is_none())?;
        drafts.truncate(end + 1);
        drafts.retain(|draft| draft.row >= first && Some(draft.row) != table_head.map(Paragraph::row));
        drafts
            .iter()
            .any(|draft| draft.aside.is_none())
            .then_some((table, drafts))
    });
    Some(Beside { opinions, notes })
}

/// The opinions of a page on which nothing is marked, but several texts below one another each ask for something with
/// their first words; nothing where other things stand between them.
pub(super) fn list(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let asking =
        |(_, words): &(&At, &Words)| asks_at_once(words.seen()) && count(words.seen()) >= FEWEST_WORDS;
    let (first, last) = (
        page.cells.iter().find(asking)?.0.0,
        page.cells.iter().rfind(asking)?.0.0,
    );
    // Around them, what says first what is wrong and then asks belongs to the list.
    let member = |(_, words): &(&At, &Words)| {
        asks(words.seen()) && complains(words.seen()) && !line::is_closing(words.seen())
    };
    let above = page.cells.range(..(first, 0)).rev().take_while(member);
    let below = page.cells.range((last + 1, 0)..).take_while(member);
    let (first, last) = (
        above.last().map_or(first, |(at, _)| at.0),
        below.last().map_or(last, |(at, _)| at.0),
    );
    let between = page.cells.range((first, 0)..=(last, u32::MAX));
    let entries = between
        .clone()
        .filter(|(_, words)| !line::is_heading(words.seen()))
        .count();
    let asked = page.cells.iter().filter(asking).count();
    let listed = between.map(|(at, _)| at.0).collect();
    (asked > 1 && asked * 3 >= entries * 2).then(|| opinions(page, column(page)?, &listed, true))?
}

/// The number with which a paragraph is marked.
pub(super) fn number(page: &Page, row: u32) -> Option<u32> {
    let mut cells = page.row(row, (0, u32::MAX));
    cells.find_map(|(_, words)| match mark(words.seen().trim_start())?.0 {
        Mark::Number(number) => Some(number),
        _ => None,
    })
}

/// Whether most paragraphs below a row are marked and ask, or are marked and read as opinions.
pub(super) fn is_marked(page: &Page, row: u32) -> bool {
    let below = || {
        page.cells
            .range((row + 1, 0)..)
            .take_while(|(_, words)| !line::is_closing(words.seen()))
            .filter(|(_, words)| !names_authority(words.seen()) && !is_reply(words.seen()))
    };
    let marked = |text: &str| without_mark(text.trim_start()).is_some_and(asks);
    let most = |test: &dyn Fn(&str) -> bool| {
        below().filter(|(_, words)| test(words.seen())).count() * 2 > below().count()
    };
    most(&marked) || most(&|text| mark(text.trim_start()).is_some()) && read(page).is_some()
}

/// Whether lines that only name who speaks stand beside what is said in a column.
pub(super) fn is_named(page: &Page, column: u32) -> bool {
    !naming(&Document::of(page, column)).rows.is_empty()
}

/// A page that only says that nothing is asked: "Đảng ủy xã Phú Đình không có ý kiến, kiến nghị." The unit has reported.
pub(super) fn nothing_asked(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let (mut table, mut drafts) = (Table::of_paragraphs(), Vec::new());
    for (at, words) in &page.cells {
        if denies(words.seen()) {
            drafts.push(set_aside(*at, words, ReasonAside::NoOpinion));
        } else if drafts.is_empty() {
            table.letterhead.push(words.seen().to_owned());
        } else {
            table.closing.push(words.seen().to_owned());
            drafts.push(set_aside(*at, words, ReasonAside::Note));
        }
    }
    // The sentence may name the unit, too.
    table
        .letterhead
        .extend(drafts.first().map(|draft| draft.seen().to_owned()));
    (!drafts.is_empty()).then_some((table, drafts))
}

/// Whether a text says that there are no opinions, and not only that someone agrees or gives thanks.
pub(super) fn denies(text: &str) -> bool {
    let folded = fold(&clean(text));
    let said = [
        "khong co y kien",
        "khong co kien nghi",
        "khong co de xuat",
        "khong y kien",
        "chua co y kien",
        "khong nhan duoc y kien",
    ];
    if !said.iter().any(|said| folded.contains(said)) {
        return false;
    }
    // "Đến hết ngày 05/12/2025, cán bộ, đảng viên xã không có ý kiến": when, and then who.
    let until = ["den ", "tinh den ", "sau ", "qua "]
        .iter()
        .any(|start| folded.starts_with(start));
    let rest = text
        .split_once(", ")
        .filter(|(when, _)| until && !asks(when) && !complains(when));
    asks_for_nothing(text) || rest.is_some_and(|(_, rest)| asks_for_nothing(rest))
}

/// The rows of paragraphs without a mark in a column that go on with the marked ones above them.
pub(super) fn inside(page: &Page, column: u32, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    list::inside(&Document::of(page, column), members)
}

/// The column in which the most texts ask for something; the first one where none does.
fn column(page: &Page) -> Option<u32> {
    let mut asking: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, words) in &page.cells {
        *asking.entry(at.1).or_default() += usize::from(asks(words.seen()));
    }
    let most = asking
        .iter()
        .max_by_key(|(column, asking)| (**asking, Reverse(**column)));
    most.map(|(column, _)| *column)
}
