//! Rows that head others: the subject of what follows, the title of the next table.

use super::super::asking::{asks, complains, count};
use super::super::header::{self, is_number_label, is_of_another_table};
use super::super::line;
use super::super::mark::{Mark, follows, mark, without_mark};
use super::super::page::{At, Words};
use super::super::person::is_name;
use super::super::subject::is_field;
use super::{Line, Reader};
use crate::model::ReasonAside;
use crate::text::{clean, fold};

impl<'p> Reader<'p> {
    /// Whether a text that stands alone can be a heading: not in a column for notes, posts or units, unless it goes from the posts
    /// over others.
    pub(super) fn may_head(&self, at: At) -> bool {
        let column = at.1;
        let hint = self.columns.hints.iter().any(|(_, hint)| *hint == column);
        let block = self.page.merges.block(at);
        let spread = block.is_some_and(|block| block.first_column < block.last_column);
        !hint && (spread || self.columns.position != Some(column)) && self.columns.unit != Some(column)
    }

    /// A group heading: the subject of what follows, and the end of a speaker's turn.
    pub(super) fn head(&mut self, line: &Line<'p>) {
        self.heading = Some(clean(&line.whole()));
        self.unnamed.retain(|at| at.0 != line.row);
        self.speaker = None;
        self.unit = None;
        self.aside(line, ReasonAside::Heading);
    }

    /// A heading that stands in the column of opinions, with nothing beside it but a label of another kind.
    pub(super) fn is_lone_heading(&self, at: At, words: &Words, label: Option<&str>) -> bool {
        let arabic = label.is_some_and(|label| label.chars().any(|c| c.is_ascii_digit()));
        let spread = self
            .page
            .merges
            .block(at)
            .is_some_and(|block| block.first_column < block.last_column);
        let bare = without_mark(words.seen()).unwrap_or(words.seen());
        let numbered = line::is_labelled(words.seen());
        let subject = fold(bare).starts_with("linh vuc") && !complains(bare);
        let capital = words
            .seen()
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_uppercase);
        if label.is_none() && self.is_above_entry(at.0) && line::names_group(words.seen()) {
            return words.trouble.is_none();
        }
        if capital && self.groups_what_follows(at.0, label, bare) {
            return words.trouble.is_none();
        }
        words.trouble.is_none()
            && capital
            && (line::is_heading(bare)
                || line::is_body(bare)
                || arabic && self.counts_groups(at.0, label, bare)
                || numbered && is_field(bare)
                || line::is_counted_heading(words.seen())
                || arabic && self.people_uncounted && line::is_subject(bare))
            && (!arabic || subject || self.counts_groups(at.0, label, bare))
            && (label.is_some()
                || spread
                || subject
                || !words.seen().chars().any(char::is_lowercase)
                || numbered && self.columns.number.is_none()
                || self.next_is_numbered(at.0))
    }

    /// Whether a text that stands alone is the heading of the entries below it: the next row has a number and a name, and the
    /// text names a group of opinions, counts on from the heading above, or neither asks for anything nor says what is wrong.
    pub(super) fn heads_entries(&self, row: u32, text: &str) -> bool {
        let numbered = without_mark(text.trim_start()).is_some();
        let next = self.page.cells.range((row.saturating_add(1), 0)..).next();
        let heading_between = next.is_some_and(|((next, _), words)| {
            let alone = self.page.row(*next, (0, u32::MAX)).nth(1).is_none();
            alone && line::is_heading(words.seen()) && self.is_above_entry(*next)
        });
        let group = line::names_group(text);
        group && heading_between
            || self.is_above_entry(row)
                && (group || numbered && line::is_subject(text) || self.counts_on(text) && !asks(text))
    }

    /// Whether the number of a text is the next one after that of the heading above: "1.2. Khó khăn khi ..." after "1.1. ...".
    /// Bullets count nothing.
    fn counts_on(&self, text: &str) -> bool {
        let above = self.heading.as_deref().and_then(mark);
        above
            .zip(mark(text))
            .is_some_and(|((above, _), (next, _))| !matches!(next, Mark::Bullet(_)) && follows(above, next))
    }

    /// Whether the next row is a header: of opinions, or of a list of households, a budget.
    pub(super) fn is_title_of_next_table(&self, row: u32) -> bool {
        let next = self.page.cells.range((row.saturating_add(1), 0)..).next();
        next.is_some_and(|((next, _), _)| {
            let cells = self.page.row(*next, self.columns.span);
            is_of_another_table(cells.map(|(_, words)| words.seen()))
                || header::header_at(self.page, *next).is_some()
        })
    }

    /// Whether the next row has both a number and a person's name, as an entry has.
    pub(super) fn is_above_entry(&self, row: u32) -> bool {
        let (Some(number), Some(person)) = (self.columns.number, self.columns.person) else {
            return false;
        };
        let mut below = self.page.cells.range((row.saturating_add(1), 0)..);
        below.next().is_some_and(|((next, _), _)| {
            let seen = |column: u32| self.page.seen((*next, column));
            is_number_label(seen(number)) && is_name(seen(person))
        })
    }

    /// Whether a label that counts groups ("II", "B") stands beside a text and the row below begins to count opinions.
    pub(super) fn groups_what_follows(&self, row: u32, label: Option<&str>, text: &str) -> bool {
        let figures = |text: &str| is_number_label(text) && text.contains(|c: char| c.is_ascii_digit());
        let below = self
            .columns
            .number
            .map_or("", |number| self.page.seen((row + 1, number)));
        let group = label.is_some_and(|label| is_number_label(label) && !figures(label));
        group && figures(below) && line::is_subject(text)
    }

    /// Whether a number beside a short text counts groups and no opinions: the row below has a number within it ("1.1" below
    /// "1"), or none, and says who speaks.
    pub(super) fn counts_groups(&self, row: u32, label: Option<&str>, text: &str) -> bool {
        const LONGEST_HEADING: usize = 6;
        let (Some(number), Some(person), Some(label)) = (self.columns.number, self.columns.person, label)
        else {
            return false;
        };
        let below = |column: u32| self.page.seen((row + 1, column)).trim();
        let label = label.trim().trim_end_matches(['.', ')']);
        let within = below(number)
            .strip_prefix(label)
            .and_then(|rest| rest.strip_prefix('.'))
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let lettered = matches!(below(number).trim_end_matches(['.', ')']), "a" | "A");
        let short = count(text) <= LONGEST_HEADING && !complains(text) && !asks(text);
        short && is_name(below(person)) && (within || lettered || below(number).is_empty())
    }

    /// Whether the row below has a number, or a name where rows have none: what stands above it without one is no opinion.
    pub(super) fn next_is_numbered(&self, row: u32) -> bool {
        let below = |column: u32| self.page.seen((row + 1, column));
        match (self.columns.number, self.columns.person) {
            (Some(number), _) => is_number_label(below(number)),
            (None, Some(person)) => is_name(below(person)),
            (None, None) => false,
        }
    }
}
