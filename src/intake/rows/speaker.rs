//! Who speaks in a row: named in it, left out, repeated, announced above, or in pieces.

use super::super::asking::{asks, count};
use super::super::header::{Content, is_number_label};
use super::super::line;
use super::super::mark::without_mark;
use super::super::no_opinion::asks_for_nothing;
use super::super::page::{At, Words};
use super::super::person::{is_ditto, is_name, name_beside_post, split_position};
use super::super::prose;
use super::super::subject;
use super::{Line, Reader, is_addressed};
use crate::finding::{CellTrouble, IntakeFinding};
use crate::model::{ColumnRole, ReasonAside};
use crate::text::{clean, fold};

impl<'p> Reader<'p> {
    /// Who speaks by the words of an opinion, where the row names no one: "Ông Ma Văn Hòa, Trưởng xóm: ...".
    pub(super) fn speaker_in_words(
        &self,
        line: &Line<'p>,
        cells: &[(At, &Words, Content)],
    ) -> Option<(String, String)> {
        let (_, words, _) = cells.first()?;
        let named = line.own(self.columns.person).is_some();
        // Where the table has no column of names, the words keep them, unless a row above names someone else.
        let kept = self.columns.person.is_none() && self.speaker.is_none();
        let said = words.seen().trim_start();
        let said = without_mark(said).unwrap_or(said);
        prose::speaker(said).filter(|_| !named && !kept && is_addressed(said))
    }

    /// Who speaks: named in the row, or the one named last where the row names no one.
    pub(super) fn speaker(&mut self, line: &Line<'p>) -> (String, String, bool) {
        let seen = |column: Option<u32>| {
            column.map_or("", |column| {
                self.page.seen(self.page.merges.top((line.row, column)))
            })
        };
        if let Some((at, holds)) = self.nameless(line) {
            self.findings.push((Some(at), IntakeFinding::NoWords { holds }));
            self.speaker = None;
            return (String::new(), seen(self.columns.position).to_owned(), false);
        }
        let whole = self.name_in_pieces(line);
        let named = whole.as_deref().unwrap_or_else(|| seen(self.columns.person));
        let reachable = without_telephone(named);
        let named = reachable.as_deref().unwrap_or(named);
        // "1. Ma Văn Hòa", where no column numbers the rows.
        let named = without_mark(named).filter(|bare| is_name(bare)).unwrap_or(named);
        let posted = if let Some((at, holds)) = self.postless(line) {
            self.findings.push((Some(at), IntakeFinding::NoWords { holds }));
            ""
        } else {
            seen(self.columns.position)
        };
        // "Ý kiến 1" beside an opinion counts those of the person above.
        let counts = is_number_label(named) && fold(named).starts_with('y');
        let named = if counts { "" } else { named };
        // Name and post in each other's cell. "Phó Thị Mến" from "TDP Cậy" is called so.
        let small = named.split(' ').any(|word| word.starts_with(char::is_lowercase));
        let swapped = is_name(posted) && !is_name(named) && line::is_post(named) && small;
        let (named, posted) = if swapped { (posted, named) } else { (named, posted) };
        let (named, posted) = (named.to_owned(), posted.to_owned());
        if self.is_post_of_last(line, &named, &posted) {
            self.post_of_last(&named);
            let (person, position) = self.speaker.clone().unwrap_or_default();
            return (person, position, false);
        }
        self.named_or_last(line, &named, &posted)
    }

    /// Whether what stands below a name without a post, in a row that has no number where the one above has, is the post of
    /// that person, who goes on speaking.
    fn is_post_of_last(&self, line: &Line<'p>, named: &str, posted: &str) -> bool {
        let numbered = |row: u32| {
            self.columns
                .number
                .is_some_and(|number| is_number_label(self.page.seen((row, number))))
        };
        let posts = line::is_post(named) && !is_name(named) && !asks(named) && posted.is_empty();
        posts
            && !numbered(line.row)
            && self.drafts.last().is_some_and(|above| {
                let spoken = above.aside.is_none() && above.position.is_empty() && is_name(&above.person);
                spoken && above.row + 1 == line.row && numbered(above.row)
            })
    }

    /// Who speaks where a row names someone and a post, or leaves out or repeats by a ditto mark what the row above said.
    pub(super) fn named_or_last(
        &mut self,
        line: &Line<'p>,
        named: &str,
        posted: &str,
    ) -> (String, String, bool) {
        let (last, last_position) = self.speaker.clone().unwrap_or_default();
        let no_one = named.is_empty() || is_ditto(named) || !named.chars().any(char::is_alphanumeric);
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        let same_post = !says(posted) || is_ditto(posted) || clean(posted) == clean(&last_position);
        if no_one && (same_post || is_ditto(named)) {
            if is_ditto(posted) || !says(posted) {
                return (last, last_position, true);
            }
            // The next "nt" repeats the post that stands right above it.
            self.speaker = Some((last.clone(), posted.to_owned()));
            return (last, posted.to_owned(), true);
        }
        let person = if no_one { "" } else { named };
        let lent = line.own(self.columns.person).is_none() && line.own(self.columns.position).is_none();
        let is_merged = |column| self.page.merges.continues((line.row, column));
        // A name that is merged over its rows keeps its position, wherever in them that stands.
        let same = named == last && self.columns.person.is_some_and(is_merged);
        let position = if is_ditto(posted) || same && !says(posted) {
            last_position
        } else {
            posted.to_owned()
        };
        let speaker = self
            .parted(person)
            .filter(|_| position.is_empty())
            .unwrap_or_else(|| (person.to_owned(), position));
        self.speaker = Some(speaker.clone());
        (speaker.0, speaker.1, lent)
    }

    /// A name and a post that share a cell.
    pub(super) fn parted(&self, person: &str) -> Option<(String, String)> {
        const LONGEST_POST: usize = 10;
        if self.columns.person_has_position || self.columns.position.is_none() {
            let unmarked = name_beside_post(person, line::is_post);
            if unmarked.is_some() {
                return unmarked;
            }
        }
        let parted = split_position(person);
        // A post stands on a line of its own below the name; two names are two people.
        let below = person.contains('\n')
            && is_name(&parted.0)
            && !is_name(&parted.1)
            && count(&parted.1) <= LONGEST_POST
            && !asks(&parted.1);
        let told = self.columns.person_has_position
            || below
            || self.columns.position.is_none()
                && is_name(&parted.0)
                && (line::is_post(&parted.1) || is_addressed(&parted.0));
        told.then_some(parted)
    }

    /// A name whose family name and given name stand in cells of their own, under one header.
    pub(super) fn name_in_pieces(&self, line: &Line<'p>) -> Option<String> {
        let (first, last) = (self.columns.person?, self.columns.person_ends?);
        let pieces: Vec<&str> = (first..=last)
            .filter(|column| Some(*column) != self.columns.position)
            .map(|column| self.page.seen((line.row, column)))
            .filter(|piece| !piece.is_empty())
            .collect();
        (!pieces.is_empty())
            .then(|| pieces.join(" "))
            .filter(|name| is_name(name))
    }

    /// An error, a missing result or a number where the name should stand.
    pub(super) fn nameless(&self, line: &Line<'p>) -> Option<(At, CellTrouble)> {
        let column = self.columns.person?;
        let holds = line.own(Some(column))?.trouble?;
        Some(((line.row, column), holds))
    }

    /// A number, a date or an error where the position should stand; the number of a place says where a person lives.
    pub(super) fn postless(&self, line: &Line<'p>) -> Option<(At, CellTrouble)> {
        let column = self.columns.position?;
        let holds = line.own(Some(column))?.trouble?;
        let is_post = self.columns.all.contains(&(ColumnRole::Position, column));
        is_post.then_some(((line.row, column), holds))
    }

    /// Whether a text is the post of the person named in the row above, in a table without a column for posts.
    pub(super) fn is_post_below_name(&self, row: u32, at: At, text: &str) -> bool {
        let above = self.drafts.last().is_some_and(|draft| {
            let spoken = draft.aside.is_none() && draft.position.is_empty() && is_name(&draft.person);
            spoken && draft.row + 1 == row
        });
        let in_person = Some(at.1) == self.columns.person;
        let in_brackets = text.starts_with('(') && text.ends_with(')') && !asks(text);
        let post = in_brackets || self.columns.position.is_none() && line::is_post(text);
        above && in_person && post && !line::is_heading(text) && !asks_for_nothing(text)
    }

    /// Gives the speaker named last the post that stands below the name.
    pub(super) fn post_of_last(&mut self, text: &str) -> bool {
        let post = text.trim().trim_start_matches('(').trim_end_matches(')');
        let row = self.drafts.last().map(|draft| draft.row);
        for draft in self.drafts.iter_mut().filter(|draft| Some(draft.row) == row) {
            post.clone_into(&mut draft.position);
        }
        if let Some((_, position)) = &mut self.speaker {
            post.clone_into(position);
        }
        false
    }

    /// A person who stands alone in a row speaks in the rows below; with a number of its own, said nothing.
    pub(super) fn speaker_alone(&self, at: At, text: &str, arabic: bool) -> Option<(String, String)> {
        let (person, position) = prose::introduced(text);
        let in_column = Some(at.1) == self.columns.person;
        let folded = fold(&person);
        let addressed = ["ong ", "ba ", "d/c ", "dong chi "]
            .iter()
            .any(|word| folded.starts_with(word));
        let sure = in_column || addressed || !position.is_empty() || person.split(' ').count() > 2;
        let heads = line::is_heading(text) && !addressed || subject::is_field(text);
        let speaks = is_name(&person) && sure || in_column && arabic;
        (!heads && speaks).then(|| (prose::untitled(&person), position))
    }

    /// Remembers who speaks in the rows below.
    pub(super) fn announce(&mut self, line: &Line<'p>, speaker: (String, String), numbered: bool) {
        self.speaker = Some(speaker);
        let reason = if numbered {
            ReasonAside::Blank
        } else {
            ReasonAside::Heading
        };
        self.aside(line, reason);
    }
}

/// A name without the telephone number on a line of its own below it.
fn without_telephone(cell: &str) -> Option<String> {
    const FEWEST_FIGURES: usize = 8;
    let number = |line: &&str| {
        let label = ["dt", "sdt", "tel", "so dt", "dien thoai"];
        let words: String = fold(line)
            .chars()
            .filter(|c| c.is_alphabetic() || *c == ' ')
            .collect();
        let figures = line.chars().filter(char::is_ascii_digit).count();
        figures >= FEWEST_FIGURES && (words.trim().is_empty() || label.contains(&words.trim()))
    };
    let (numbers, kept): (Vec<&str>, Vec<&str>) = cell.lines().partition(number);
    (!numbers.is_empty() && !kept.is_empty()).then(|| kept.join("\n"))
}
