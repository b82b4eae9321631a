//! Words outside the column of opinions: what of them is an opinion all the same, and what is only named.

use super::super::asking::{complains, count};
use super::super::header::is_number_label;
use super::super::line;
use super::super::mark::without_mark;
use super::super::no_opinion::asks_for_nothing;
use super::super::page::{At, Words};
use super::super::person::is_name;
use super::super::prose;
use super::super::table::Draft;
use super::{Line, Reader};
use crate::finding::IntakeFinding;
use crate::model::{ColumnRole, ReasonAside};

impl<'p> Reader<'p> {
    /// Remembers words that stand beside an opinion where the header says nothing.
    pub(super) fn note_unnamed(&mut self, line: &Line<'p>) {
        let Some(headed) = &self.headed else { return };
        let known = |column: u32| self.columns.all.iter().any(|(_, known)| *known == column);
        let pieces = self.columns.person..=self.columns.person_ends;
        let unnamed = line.own.iter().filter(|(at, words)| {
            let read = known(at.1) || pieces.contains(&Some(at.1));
            // Under a header that says nothing to us, only what reads like an opinion is missed.
            let missed = headed.contains_key(&at.1) && !line::is_misplaced_opinion(words.seen());
            !read && !missed && words.seen().chars().any(char::is_alphabetic)
        });
        self.unnamed.extend(unnamed.map(|(at, _)| *at));
    }

    /// A row that says nothing in the column of opinions.
    pub(super) fn without_content(&mut self, line: &Line<'p>, numbered: bool) -> bool {
        self.note_unnamed(line);
        let number = self.columns.number;
        let rest = self.beside_number(line);
        let elsewhere = |(at, words): &&(At, &Words)| {
            if self.noted && without_mark(words.seen()).is_some() {
                return false;
            }
            let of_post = Some(at.1) == self.columns.position;
            let of_person = of_post || Some(at.1) == self.columns.person;
            let short = of_post && complains(words.seen()) && !line::is_post(words.seen());
            let noted = self.columns.hints.contains(&(ColumnRole::Note, at.1))
                && line.own(self.columns.person).is_some()
                && complains(words.seen())
                && line::is_sentence(words.seen());
            let said = line::is_misplaced_opinion(words.seen()) || short || noted;
            let named = || is_name(&prose::introduced(words.seen()).0);
            Some(at.1) != number && (said || of_person && line::is_sentence(words.seen()) && !named())
        };
        let heads = matches!(rest.as_slice(), [(_, words)] if self.heads_entries(line.row, words.seen()))
            || rest.len() == 1 && self.is_title_of_next_table(line.row);
        if let Some((at, words)) = rest.iter().find(elsewhere).filter(|_| !heads) {
            return self.misplaced(line, *at, words);
        }
        let nothing = |(_, words): &(At, &Words)| asks_for_nothing(words.seen()) && !words.seen().is_empty();
        match rest.as_slice() {
            [] => self.aside(line, ReasonAside::Blank),
            cells if cells.iter().any(nothing) => self.aside(line, ReasonAside::NoOpinion),
            [(at, words)] => return self.lone(line, *at, words, numbered),
            _ if line.own(self.columns.person).is_some() => {
                let (person, position, _) = self.speaker(line);
                self.announce(line, (person, position), numbered);
            }
            _ if numbered => self.aside(line, ReasonAside::Blank),
            _ => self.head(line),
        }
        false
    }

    /// The cells of a row that say something, its number left out.
    pub(super) fn beside_number(&self, line: &Line<'p>) -> Vec<(At, &'p Words)> {
        let number = self.columns.number;
        line.own
            .iter()
            .filter(|(at, words)| !(Some(at.1) == number && is_number_label(words.seen())))
            .filter(|(_, words)| words.seen().chars().any(char::is_alphanumeric) || words.trouble.is_some())
            .copied()
            .collect()
    }

    /// A text that stands alone in its row, outside the column of opinions.
    pub(super) fn lone(&mut self, line: &Line<'p>, at: At, words: &Words, numbered: bool) -> bool {
        let text = words.seen();
        let label = line.own(self.columns.number).map_or("", |words| words.seen());
        let arabic = numbered && label.contains(|c: char| c.is_ascii_digit());
        if self.is_post_below_name(line.row, at, text) {
            return self.post_of_last(text);
        }
        self.noted |= line::is_note(text);
        let titles = self.is_title_of_next_table(line.row);
        if titles && line::heads_table(text) {
            self.head(line);
        } else if titles || line::is_note(text) || self.noted && without_mark(text).is_some() {
            self.aside(line, ReasonAside::Note);
        } else if arabic && self.counts_groups(line.row, Some(label), text) {
            self.head(line);
        } else if let Some(speaker) = prose::labelled_speaker(&[text.to_owned()]) {
            self.announce(line, speaker, numbered);
        } else if let Some((speaker, said)) = prose::says(text).filter(|_| !arabic) {
            return self.says(line, at, words, speaker, said);
        } else if let Some(speaker) = self.speaker_alone(at, text, arabic) {
            self.announce(line, speaker, numbered);
        } else if self.heads_entries(line.row, text) {
            self.head(line);
        } else if line::is_misplaced_opinion(text) || self.is_stray_sentence(text) {
            let first = line.own.first().map_or((line.row, 0), |(at, _)| *at);
            return self.misplaced(line, first, words);
        } else if !self.may_head(at) {
            self.aside(line, ReasonAside::Blank);
        } else {
            self.head(line);
        }
        false
    }

    /// The opinion of a paragraph below the entries that begins with who says it: "- Ông Ma Văn Hòa, Trưởng xóm: ...".
    pub(super) fn says(
        &mut self,
        line: &Line<'p>,
        at: At,
        words: &Words,
        (person, position): (String, String),
        said: &str,
    ) -> bool {
        self.findings.push((Some(at), IntakeFinding::WrongColumn));
        let received = words
            .received
            .split_once(':')
            .map_or(words.received.as_str(), |(_, said)| said);
        self.drafts.push(Draft {
            person,
            position,
            received: received.trim().to_owned(),
            repaired: words.repaired.as_ref().map(|_| said.to_owned()),
            ..self.draft(line, at, words)
        });
        true
    }

    /// A numbered sentence that stands alone, or one that says what is wrong; below a note it explains the form.
    pub(super) fn is_stray_sentence(&self, text: &str) -> bool {
        const SENTENCE: usize = 10;
        let says_wrong = || complains(text) && line::is_sentence(text);
        // "4) Đảng viên phải đi lại mấy lần." begins like a post.
        let ends = |text: &str| text.trim_end().ends_with('.') && count(text) >= SENTENCE;
        let numbered = without_mark(text).is_some_and(|bare| {
            line::is_sentence(bare) || ends(bare) && !line::is_heading(bare) && !line::is_note(bare)
        });
        !self.noted && (numbered || says_wrong())
    }

    /// An opinion that stands in another column than the header says.
    pub(super) fn misplaced(&mut self, line: &Line<'p>, at: At, words: &Words) -> bool {
        self.findings.push((Some(at), IntakeFinding::WrongColumn));
        // The words may be merged over the columns of the name and the position.
        let block = self.page.merges.block(at);
        let over = |column: Option<u32>| {
            column.is_some_and(|column| {
                at.1 == column || block.is_some_and(|b| (b.first_column..=b.last_column).contains(&column))
            })
        };
        // Below a table a paragraph stands in the first column, and nobody is named.
        let unnumbered = Some(at.1) == self.columns.number && line.own.len() == 1;
        let in_person = unnumbered || over(self.columns.person);
        let (person, position, _) = if in_person {
            (String::new(), String::new(), false)
        } else {
            self.speaker(line)
        };
        let position = if in_person || over(self.columns.position) {
            String::new()
        } else {
            position
        };
        let unit = self.unit(line.row);
        self.drafts.push(Draft {
            person,
            position,
            unit,
            ..self.draft(line, at, words)
        });
        true
    }
}
