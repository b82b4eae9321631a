//! Where a table ends: signatures, offices and what else stands below it.

use super::super::asking::{asks, complains, count};
use super::super::header::is_of_another_table;
use super::super::line;
use super::super::page::Words;
use super::super::person::is_name;
use super::{Line, Reader};
use crate::model::ReasonAside;

impl<'p> Reader<'p> {
    /// Whether the table ends with a row: with a signature, or with the header of another table. Entries below a signature count.
    pub(super) fn ends(&mut self, line: &Line<'p>, numbered: bool, said: bool) -> bool {
        let seen = || line.own.iter().map(|(_, words)| words.seen());
        let signed = said && !numbered && self.is_signed(line);
        self.elsewhere |= is_of_another_table(seen());
        let strong = said && !signed && !self.elsewhere && self.is_entry(line, numbered);
        let past = self.is_past(line.row);
        let sent = past && seen().all(line::names_sender);
        let part =
            matches!(line.own.as_slice(), [(_, words)] if line::is_part_without_opinions(words.seen()));
        let behind = part && !self.is_above_entry(line.row);
        let closes = sent || behind || seen().any(line::is_closing);
        self.ended |= signed || self.elsewhere || !strong && closes;
        self.ended &= !strong;
        self.ended
    }

    /// Sets a row below the table aside, and names what reads like an opinion there.
    pub(super) fn below_table(&mut self, line: &Line<'p>) {
        let asking = line
            .own
            .iter()
            .filter(|(_, words)| line::reads_like_opinion(words.seen()));
        self.below.extend(asking.map(|(at, _)| *at));
        let texts = line.own.iter().map(|(_, words)| words.seen().to_owned());
        self.table.closing.extend(texts);
        self.aside(line, ReasonAside::Note);
    }

    /// Whether no row from here on has a number, where rows have some.
    pub(super) fn is_past(&self, row: u32) -> bool {
        self.last_numbered.is_some_and(|last| last < row)
    }

    /// Whether what stands in the column of opinions is the office or the name of a signature.
    pub(super) fn is_signed(&self, line: &Line<'p>) -> bool {
        let below = self.ended || self.after_total;
        let capitals = |text: &str| {
            let short = text.split_whitespace().count() <= 6;
            short && text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase)
        };
        let mut said = self
            .columns
            .contents
            .iter()
            .filter_map(|content| line.own(Some(content.column)));
        // "Thư ký | Trưởng thôn": nothing but what people sign as.
        let offices = || line.own.iter().any(|(_, words)| line::is_office(words.seen()));
        let beside = |words: &Words| line::is_office(words.seen()) || line::is_post_alone(words.seen());
        let past = self.is_past(line.row);
        let may_be_signed = self.ended || past || !self.table_is_empty();
        if may_be_signed && (past || offices()) && line.own.iter().all(|(_, words)| beside(words)) {
            return true;
        }
        if may_be_signed && past && self.is_above_a_name(line) {
            return true;
        }
        let full = self.is_full(line);
        let is_signatory = |text: &str| is_name(text) && (!full || text.contains(char::is_lowercase));
        may_be_signed
            && said.all(|words| {
                let text = words.seen();
                line::is_office(text) || is_signatory(text) || below && capitals(text)
            })
    }

    /// Whether a few words that neither ask nor complain stand alone right above a name, as a post does in a signature.
    pub(super) fn is_above_a_name(&self, line: &Line<'p>) -> bool {
        const LONGEST_POST: usize = 6;
        let [(at, words)] = line.own.as_slice() else {
            return false;
        };
        let text = words.seen();
        let post = count(text) <= LONGEST_POST
            && !text.trim_end().ends_with(['.', '?', '!', ';'])
            && !asks(text)
            && !complains(text);
        let next = self.page.cells.range((line.row.saturating_add(1), 0)..).next();
        post && next.is_some_and(|(below, words)| below.1 == at.1 && is_name(words.seen()))
    }

    /// Whether a row names a person and that person's post, as an entry does: what is written in capitals beside them is no
    /// name.
    pub(super) fn is_full(&self, line: &Line<'p>) -> bool {
        let seen = |column| line.own(column).map_or("", |words| words.seen());
        let post = seen(self.columns.position);
        is_name(seen(self.columns.person))
            && post.contains(char::is_lowercase)
            && !is_name(post)
            && !line::is_office(post)
            && !line::is_closing(post)
    }

    /// Whether no row was an opinion yet: what stands right below the header is no signature.
    pub(super) fn table_is_empty(&self) -> bool {
        self.drafts.iter().all(|draft| draft.aside.is_some())
    }

    /// Whether a row with words in the column of opinions is an entry of the table and not of the signature block.
    pub(super) fn is_entry(&self, line: &Line<'p>, numbered: bool) -> bool {
        let mut said = self
            .columns
            .contents
            .iter()
            .filter_map(|content| line.own(Some(content.column)));
        let person = line
            .own(self.columns.person)
            .map_or("", |words| words.seen().trim());
        let named = if self.ended {
            is_name(person)
        } else {
            !person.is_empty()
        };
        let full = numbered && is_name(person);
        // "TM. Ban công tác Mặt trận xóm" speaks for others where the row has a number and a sentence.
        let speaks = || numbered && said.clone().any(|words| line::is_sentence(words.seen()));
        (numbered || named)
            && (!line::is_closing(person) || speaks())
            && (full || !said.any(|words| line::is_closing(words.seen())))
    }

    /// A name or a post below the total, where the signature is.
    pub(super) fn is_signature(&self, text: &str) -> bool {
        self.after_total && (is_name(text) || line::is_closing(text))
    }
}
