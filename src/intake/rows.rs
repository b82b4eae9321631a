//! Reads the rows of one table from top to bottom: who speaks, under which heading, whether a row is an opinion, goes on
//! with the one above, or is something else.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{self, Columns, Content, Header, is_number_label, is_of_another_table};
use super::line;
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words, name};
use super::parts::{asks, count, is_item_of, without_mark};
use super::person::{is_ditto, is_name, is_placeholder, name_beside_post, split_position};
use super::prose;
use super::reference;
use super::subject;
use super::table::{Draft, Table, Total};
use crate::finding::{CellTrouble, IntakeFinding};
use crate::model::{ColumnRole, ReasonAside};
use crate::text::{clean, fold};

/// The reading of one table so far.
pub(super) struct Reader<'p> {
    page: &'p Page,
    columns: Columns,
    table: Table,
    drafts: Vec<Draft>,
    heading: Option<String>,
    /// Who spoke last, with position.
    speaker: Option<(String, String)>,
    /// Last row that has a number.
    last_numbered: Option<u32>,
    /// Whether rows that name a person have no number.
    people_uncounted: bool,
    /// Whether the signature block has begun.
    ended: bool,
    /// Whether another table has begun, of which no row belongs to this one.
    elsewhere: bool,
    /// Whether no row was read since the header.
    fresh: bool,
    /// Rows that only a new page brought: its header again, its number. They end no sentence.
    of_pages: BTreeSet<u32>,
    after_total: bool,
    /// Whether a note stands above, of which what is numbered below it is part.
    noted: bool,
    /// Columns with words in the header; `None` where there is no header.
    headed: Option<BTreeMap<u32, String>>,
    /// Cells with words in columns without any.
    unnamed: Vec<At>,
    /// Cells below the signature that read like opinions.
    below: Vec<At>,
    /// The unit that a row named last under the present heading.
    unit: Option<String>,
    findings: Vec<(Option<At>, IntakeFinding)>,
}

/// One row: its cells within the table.
struct Line<'p> {
    row: u32,
    own: Vec<(At, &'p Words)>,
}

impl<'p> Line<'p> {
    fn own(&self, column: Option<u32>) -> Option<&'p Words> {
        let column = column?;
        self.own
            .iter()
            .find(|(at, _)| at.1 == column)
            .map(|(_, words)| *words)
    }

    fn is_page_number(&self) -> bool {
        self.own
            .iter()
            .all(|(_, words)| line::is_page_number(words.seen()))
    }

    fn whole(&self) -> String {
        let texts: Vec<&str> = self.own.iter().map(|(_, words)| words.seen().trim()).collect();
        texts.join(" ")
    }
}

impl<'p> Reader<'p> {
    pub(super) fn new(page: &'p Page, columns: Columns, header: &Header, letterhead: Vec<String>) -> Self {
        let table = Table {
            letterhead,
            header: (!header.guessed).then_some(header.first),
            columns: columns.all.clone(),
            ..Table::default()
        };
        Self {
            last_numbered: last_numbered(page, &columns),
            people_uncounted: people_uncounted(page, &columns, header.last),
            page,
            columns,
            table,
            drafts: Vec::new(),
            heading: None,
            speaker: None,
            ended: false,
            elsewhere: false,
            fresh: true,
            of_pages: BTreeSet::new(),
            after_total: false,
            noted: false,
            headed: (!header.guessed).then(|| headed(page, header)),
            unnamed: Vec::new(),
            below: Vec::new(),
            unit: None,
            findings: Vec::new(),
        }
    }

    /// Begins below a heading that stands right above the header.
    pub(super) fn under(mut self, heading: Option<String>) -> Self {
        self.heading = heading;
        self
    }

    /// Whether a row names a person where this table names them: then it is no header, whatever its other cells hold.
    pub(super) fn names_someone(&self, row: u32) -> bool {
        let named = self
            .columns
            .person
            .map_or("", |person| self.page.seen((row, person)));
        is_name(named) && header::role(named).is_none()
    }

    /// Whether a header may be this table's own on a new page: it names people where this table does.
    pub(super) fn may_go_on_under(&self, columns: &Columns) -> bool {
        self.columns.person.is_some() == columns.person.is_some()
    }

    /// The header is repeated, as on a new page; the columns may have moved.
    pub(super) fn turn_page(&mut self, columns: &Columns, header: &Header) {
        for row in header.first..=header.last {
            let own = self.page.row(row, self.columns.span).collect::<Vec<_>>();
            if !own.is_empty() {
                let line = Line { row, own };
                self.aside(&line, ReasonAside::Note);
                self.of_pages.insert(row);
            }
        }
        let span = self.columns.span;
        self.columns = Columns {
            span,
            ..columns.clone()
        };
        self.headed = Some(headed(self.page, header));
        self.ended = false;
        self.elsewhere = false;
        self.fresh = true;
    }

    /// The table, its rows and what was found, once no further row belongs to it.
    pub(super) fn finish(mut self, found: &mut Vec<(Option<At>, IntakeFinding)>) -> (Table, Vec<Draft>) {
        if let Some(first) = self.unnamed.first() {
            let cells = self.unnamed.len();
            self.findings
                .push((Some(*first), IntakeFinding::ColumnUnnamed { cells }));
        }
        if let Some(first) = self.below.first() {
            let cells = self.below.len();
            self.findings
                .push((Some(*first), IntakeFinding::BelowSignature { cells }));
        }
        let (page, column) = (self.page, self.columns.number);
        let number_of = |row: u32| {
            let label = page.seen(page.merges.top((row, column?)));
            let label = label.trim_matches(|c: char| !c.is_ascii_digit());
            label.parse().ok()
        };
        reference::resolve(&mut self.drafts, number_of, &mut self.findings);
        found.append(&mut self.findings);
        (self.table, self.drafts)
    }

    /// Reads a row; says whether it may hold an opinion.
    pub(super) fn row(&mut self, row: u32) -> bool {
        let own: Vec<(At, &Words)> = self.page.row(row, self.columns.span).collect();
        if own.is_empty() {
            return false;
        }
        let line = Line { row, own };
        if std::mem::take(&mut self.fresh) && is_numbering(&line) {
            self.aside(&line, ReasonAside::Note);
            return false;
        }
        let numbered = line
            .own(self.columns.number)
            .is_some_and(|words| is_number_label(words.seen()));
        let said = self
            .columns
            .contents
            .iter()
            .any(|content| line.own(Some(content.column)).is_some());
        if self.is_total(&line, numbered) {
            self.total(&line);
            return false;
        }
        if self.ends(&line, numbered, said) {
            self.below_table(&line);
            return false;
        }
        if line.is_page_number() || self.is_example(&line) {
            if line.is_page_number() {
                self.of_pages.insert(row);
            }
            self.aside(&line, ReasonAside::Note);
            return false;
        }
        if !numbered && self.is_wrapped(&line) {
            return self.unwrap_row(&line);
        }
        self.opinions(&line, numbered)
    }

    /// Whether the table ends with a row: with a signature, or with the header of another table. Entries below a signature count.
    fn ends(&mut self, line: &Line<'p>, numbered: bool, said: bool) -> bool {
        let seen = || line.own.iter().map(|(_, words)| words.seen());
        let signed = said && !numbered && self.is_signed(line);
        self.elsewhere |= is_of_another_table(seen());
        let strong = said && !signed && !self.elsewhere && self.is_entry(line, numbered);
        let past = self.is_past(line.row);
        let sent = past && seen().all(line::names_sender);
        self.ended |= signed || self.elsewhere || !strong && (sent || seen().any(line::is_closing));
        self.ended &= !strong;
        self.ended
    }

    /// Sets a row below the table aside, and names what reads like an opinion there.
    fn below_table(&mut self, line: &Line<'p>) {
        let asking = line
            .own
            .iter()
            .filter(|(_, words)| line::is_misplaced_opinion(words.seen()));
        self.below.extend(asking.map(|(at, _)| *at));
        let texts = line.own.iter().map(|(_, words)| words.seen().to_owned());
        self.table.closing.extend(texts);
        self.aside(line, ReasonAside::Note);
    }

    /// Whether the row states a total. A numbered row with words for an opinion does not, whatever the columns beside hold.
    fn is_total(&self, line: &Line<'p>, numbered: bool) -> bool {
        let named = |at: At| Some(at.1) == self.columns.person || Some(at.1) == self.columns.number;
        let entry = numbered
            && self
                .columns
                .contents
                .iter()
                .filter_map(|content| line.own(Some(content.column)))
                .any(|words| words.seen().contains(char::is_alphabetic));
        let counted = || matches!(line.own.as_slice(), [(_, words)] if line::counts_all(words.seen()));
        let mut own = line.own.iter();
        own.any(|(at, words)| line::is_total(words.seen()) && (!entry || named(*at))) || counted()
    }

    /// Whether no row from here on has a number, where rows have some.
    fn is_past(&self, row: u32) -> bool {
        self.last_numbered.is_some_and(|last| last < row)
    }

    /// Whether what stands in the column of opinions is the office or the name of a signature.
    fn is_signed(&self, line: &Line<'p>) -> bool {
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
    fn is_above_a_name(&self, line: &Line<'p>) -> bool {
        const LONGEST_POST: usize = 6;
        let [(at, words)] = line.own.as_slice() else {
            return false;
        };
        let text = words.seen();
        let post = count(text) <= LONGEST_POST
            && !text.trim_end().ends_with(['.', '?', '!', ';'])
            && !asks(text)
            && !line::complains(text);
        let next = self.page.cells.range((line.row.saturating_add(1), 0)..).next();
        post && next.is_some_and(|(below, words)| below.1 == at.1 && is_name(words.seen()))
    }

    /// Whether a row names a person and that person's post, as an entry does: what is written in capitals beside them is no
    /// name.
    fn is_full(&self, line: &Line<'p>) -> bool {
        let seen = |column| line.own(column).map_or("", |words| words.seen());
        let post = seen(self.columns.position);
        is_name(seen(self.columns.person))
            && post.contains(char::is_lowercase)
            && !is_name(post)
            && !line::is_office(post)
            && !line::is_closing(post)
    }

    /// Whether no row was an opinion yet: what stands right below the header is no signature.
    fn table_is_empty(&self) -> bool {
        self.drafts.iter().all(|draft| draft.aside.is_some())
    }

    /// Whether a row with words in the column of opinions is an entry of the table and not of the signature block.
    fn is_entry(&self, line: &Line<'p>, numbered: bool) -> bool {
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

    /// The row's opinions, one for each column that holds some; or what the row is without them.
    fn opinions(&mut self, line: &Line<'p>, numbered: bool) -> bool {
        let cells = self.said(line);
        if let Some(shifted) = self.shifted(line) {
            return self.entry_beside(line, shifted);
        }
        if cells.is_empty() {
            return self.without_content(line, numbered);
        }
        let lone = line.own.len() == cells.len() + usize::from(line.own(self.columns.number).is_some());
        if let [(at, words, _)] = cells.as_slice() {
            let label = line.own(self.columns.number).map(|words| words.seen());
            if let Some(speaker) = announced(words.seen()).filter(|_| lone) {
                self.announce(line, speaker, false);
                return false;
            }
            if lone && self.is_lone_heading(*at, words, label) {
                self.head(line);
                return false;
            }
            if lone && !numbered && (line::is_note(words.seen()) || self.is_signature(words.seen())) {
                self.ended |= self.after_total;
                self.aside(line, ReasonAside::Note);
                return false;
            }
        }
        self.note_unnamed(line);
        self.noted = false;
        let (person, position, inherited) = match self.speaker_in_words(line, &cells) {
            Some((person, position)) => {
                self.speaker = Some((person.clone(), position.clone()));
                (person, position, false)
            }
            None => self.speaker(line),
        };
        for (at, words, content) in cells {
            self.opinion(line, at, words, &content, (&person, &position, inherited));
        }
        true
    }

    /// Whether a row without a number holds the rest of the name or post above, as where each line of a page became a row.
    fn is_wrapped(&self, line: &Line<'p>) -> bool {
        const LONGEST_NAME: usize = 5;
        let seen = |column: Option<u32>| line.own(column).map_or("", |words| words.seen().trim());
        let (name, post) = (seen(self.columns.person), seen(self.columns.position));
        let ([content], Some(number)) = (self.columns.contents.as_slice(), self.columns.number) else {
            return false;
        };
        let Some(above) = self.drafts.last().filter(|draft| draft.aside.is_none()) else {
            return false;
        };
        let numbered = is_number_label(self.page.seen(self.page.merges.top((above.row, number))));
        let said = seen(Some(content.column));
        let goes_on = line::goes_on(above.seen(), said) || said.is_empty() && count(&above.person) <= 2;
        let small = |text: &str| text.starts_with(char::is_lowercase);
        let whole = format!("{} {name}", above.person);
        let rest_of_name = !name.is_empty() && is_name(&whole) && count(&whole) <= LONGEST_NAME;
        let sentence_open = !said.is_empty() && line::goes_on(above.seen(), said);
        let rest_of_post = name.is_empty() && (small(post) || sentence_open && !post.is_empty());
        numbered
            && goes_on
            && (rest_of_name || rest_of_post)
            && (post.is_empty() || !above.position.is_empty())
    }

    /// Puts the rest of a name, a post and an opinion to what the rows above began.
    fn unwrap_row(&mut self, line: &Line<'p>) -> bool {
        let seen = |column: Option<u32>| line.own(column).map_or("", |words| words.seen().trim());
        let content = self.columns.contents.first().map(|content| content.column);
        let (name, post) = (seen(self.columns.person), seen(self.columns.position));
        if let Some(draft) = self.drafts.last_mut() {
            draft.person = format!("{} {name}", draft.person).trim().to_owned();
            draft.position = format!("{} {post}", draft.position).trim().to_owned();
            if let Some(words) = line.own(content) {
                draft.append(&words.received, words.repaired.as_deref());
            }
            self.speaker = Some((draft.person.clone(), draft.position.clone()));
        }
        true
    }

    /// Who speaks by the words of an opinion, where the row names no one: "Ông Ma Văn Hòa, Trưởng xóm: ...".
    fn speaker_in_words(&self, line: &Line<'p>, cells: &[(At, &Words, Content)]) -> Option<(String, String)> {
        let (_, words, _) = cells.first()?;
        let named = line.own(self.columns.person).is_some();
        // Where the table has no column of names, the words keep them, unless a row above names someone else.
        let kept = self.columns.person.is_none() && self.speaker.is_none();
        let said = words.seen().trim_start();
        let said = without_mark(said).unwrap_or(said);
        prose::speaker(said).filter(|_| !named && !kept && is_addressed(said))
    }

    /// The cells of the name, the post and the opinion of a row that stands one column beside its header: a number stands
    /// where the name should, or the name where the number should.
    fn shifted(&self, line: &Line<'p>) -> Option<[At; 3]> {
        let (person, position) = (self.columns.person?, self.columns.position?);
        let [content] = self.columns.contents.as_slice() else {
            return None;
        };
        let seen = |column: u32| line.own(Some(column)).map_or("", Words::seen);
        let to_the_right = is_number_label(seen(person));
        let to_the_left = seen(content.column).is_empty() && !is_name(seen(person));
        let beside = |column: u32| {
            let column = if to_the_right {
                column.checked_add(1)
            } else {
                column.checked_sub(1)
            };
            Some((line.row, column?))
        };
        let [name, post, said] = [beside(person)?, beside(position)?, beside(content.column)?];
        let sentence = seen(said.1).split_whitespace().nth(2).is_some() && !is_name(seen(said.1));
        let named = is_name(seen(name.1)) && line::is_post(seen(post.1));
        ((to_the_right || to_the_left) && named && sentence).then_some([name, post, said])
    }

    /// The opinion of a row that stands one column beside its header.
    fn entry_beside(&mut self, line: &Line<'p>, [name, post, said]: [At; 3]) -> bool {
        let Some(words) = line.own(Some(said.1)) else {
            return false;
        };
        self.findings.push((Some(said), IntakeFinding::WrongColumn));
        let [person, position] = [name, post].map(|at| self.page.seen(at).to_owned());
        self.speaker = Some((person.clone(), position.clone()));
        let unit = self.unit(line.row);
        self.drafts.push(Draft {
            person,
            position,
            unit,
            ..self.draft(line, said, words)
        });
        true
    }

    /// Remembers words that stand beside an opinion where the header says nothing.
    fn note_unnamed(&mut self, line: &Line<'p>) {
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

    /// The cells of the row in which opinions stand. A block of merged cells speaks for each person beside it.
    fn said(&self, line: &Line<'p>) -> Vec<(At, &'p Words, Content)> {
        let page = self.page;
        let new_person = line
            .own(self.columns.person)
            .is_some_and(|words| !words.seen().trim().is_empty());
        let same_number = self
            .columns
            .number
            .is_some_and(|column| page.merges.continues((line.row, column)));
        self.columns
            .contents
            .iter()
            .filter_map(|content| {
                let at = (line.row, content.column);
                let top = page.merges.top(at);
                let lent = top != at && top.1 == at.1 && new_person && !same_number;
                let at = if lent { top } else { at };
                Some((at, page.cells.get(&at)?, content.clone()))
            })
            .collect()
    }

    /// Who speaks: named in the row, or the one named last where the row names no one.
    fn speaker(&mut self, line: &Line<'p>) -> (String, String, bool) {
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
        // "1. Ma Văn Hòa", where no column numbers the rows.
        let named = without_mark(named).filter(|bare| is_name(bare)).unwrap_or(named);
        let posted = if let Some((at, holds)) = self.postless(line) {
            self.findings.push((Some(at), IntakeFinding::NoWords { holds }));
            ""
        } else {
            seen(self.columns.position)
        };
        let (named, posted) = (named.to_owned(), posted.to_owned());
        self.named_or_last(line, &named, &posted)
    }

    /// Who speaks where a row names someone and a post, or leaves out or repeats by a ditto mark what the row above said.
    fn named_or_last(&mut self, line: &Line<'p>, named: &str, posted: &str) -> (String, String, bool) {
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
    fn parted(&self, person: &str) -> Option<(String, String)> {
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
    fn name_in_pieces(&self, line: &Line<'p>) -> Option<String> {
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
    fn nameless(&self, line: &Line<'p>) -> Option<(At, CellTrouble)> {
        let column = self.columns.person?;
        let holds = line.own(Some(column))?.trouble?;
        Some(((line.row, column), holds))
    }

    /// A number, a date or an error where the position should stand; the number of a place says where a person lives.
    fn postless(&self, line: &Line<'p>) -> Option<(At, CellTrouble)> {
        let column = self.columns.position?;
        let holds = line.own(Some(column))?.trouble?;
        let is_post = self.columns.all.contains(&(ColumnRole::Position, column));
        is_post.then_some(((line.row, column), holds))
    }

    fn opinion(
        &mut self,
        line: &Line<'p>,
        at: At,
        words: &Words,
        content: &Content,
        speaker: (&str, &str, bool),
    ) {
        let figures =
            !words.seen().contains(char::is_alphabetic) && words.seen().contains(|c: char| c.is_numeric());
        if let Some(trouble) = words.trouble.or(figures.then_some(CellTrouble::Number)) {
            return self.no_words(line, at, words, trouble);
        }
        if words.cut {
            return self.push_aside(line, at, words, ReasonAside::Note);
        }
        if words.from_formula {
            self.findings.push((Some(at), IntakeFinding::FormulaText));
        }
        if is_number_label(words.seen()) && fold(words.seen()).starts_with(['y', 'c']) {
            return self.push_aside(line, at, words, ReasonAside::Blank);
        }
        let goes_on = content.goes_on && self.drafts.last().is_some_and(|draft| draft.row == line.row);
        if (goes_on || self.continues(line, words, speaker.2))
            && let Some(draft) = self
                .drafts
                .iter_mut()
                .rfind(|draft| !self.of_pages.contains(&draft.row))
        {
            return draft.append(&words.received, words.repaired.as_deref());
        }
        let mut hints = self.hints(line);
        hints.extend(content.label.clone());
        let unit = self.unit(line.row);
        self.drafts.push(Draft {
            person: speaker.0.to_owned(),
            position: speaker.1.to_owned(),
            hints,
            unit,
            times: self.times(line.row),
            ..self.draft(line, at, words)
        });
    }

    /// The opinion above, which a new page does not end.
    fn open_opinion(&self) -> Option<&Draft> {
        let last = self
            .drafts
            .iter()
            .rfind(|draft| !self.of_pages.contains(&draft.row));
        last.filter(|draft| draft.aside.is_none())
    }

    /// Whether the row's words belong to the opinion above: STT is merged over both rows, or the sentence goes on.
    fn continues(&self, line: &Line<'p>, words: &Words, inherited: bool) -> bool {
        let Some(before) = self.open_opinion().filter(|draft| draft.row < line.row) else {
            return false;
        };
        // A column of numbers that is blank from top to bottom counts nothing, however it is merged.
        let one_number = self.columns.number.is_some_and(|column| {
            let top = self.page.merges.top((line.row, column));
            let counts = self.last_numbered.is_some();
            counts && self.page.merges.continues((line.row, column)) && top.0 <= before.row
        });
        let unnumbered = self.columns.number.is_some_and(|column| {
            self.page
                .seen(self.page.merges.top((line.row, column)))
                .is_empty()
        });
        let unnamed = line.own(self.columns.person).is_none() && line.own(self.columns.position).is_none();
        let goes_on =
            || line::goes_on(before.seen(), words.seen()) || is_item_of(before.seen(), words.seen());
        inherited && (one_number || unnumbered && unnamed && goes_on())
    }

    /// A number, date, error or missing result where words belong: named, and nothing is guessed.
    fn no_words(&mut self, line: &Line<'p>, at: At, words: &Words, trouble: CellTrouble) {
        let nothing = asks_for_nothing(words.seen()) && trouble == CellTrouble::Number;
        if nothing && !words.computed {
            return self.push_aside(line, at, words, ReasonAside::NoOpinion);
        }
        // Programs that only write formulas down give each a 0 for a result.
        let holds = if nothing { CellTrouble::NoResult } else { trouble };
        self.findings.push((Some(at), IntakeFinding::NoWords { holds }));
        self.push_aside(line, at, words, ReasonAside::Blank);
    }

    /// A row that says nothing in the column of opinions.
    fn without_content(&mut self, line: &Line<'p>, numbered: bool) -> bool {
        self.note_unnamed(line);
        let number = self.columns.number;
        let rest = self.beside_number(line);
        let elsewhere = |(at, words): &&(At, &Words)| {
            if self.noted && without_mark(words.seen()).is_some() {
                return false;
            }
            let of_post = Some(at.1) == self.columns.position;
            let of_person = of_post || Some(at.1) == self.columns.person;
            let short = of_post && line::complains(words.seen()) && !line::is_post(words.seen());
            let noted = self.columns.hints.contains(&(ColumnRole::Note, at.1))
                && line.own(self.columns.person).is_some()
                && line::complains(words.seen())
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
    fn beside_number(&self, line: &Line<'p>) -> Vec<(At, &'p Words)> {
        let number = self.columns.number;
        line.own
            .iter()
            .filter(|(at, words)| !(Some(at.1) == number && is_number_label(words.seen())))
            .filter(|(_, words)| words.seen().chars().any(char::is_alphanumeric) || words.trouble.is_some())
            .copied()
            .collect()
    }

    /// A text that stands alone in its row, outside the column of opinions.
    fn lone(&mut self, line: &Line<'p>, at: At, words: &Words, numbered: bool) -> bool {
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
        } else if let Some(speaker) = self.speaker_alone(at, text, arabic) {
            self.announce(line, speaker, numbered);
        } else if self.heads_entries(line.row, text) {
            self.head(line);
        } else if line::is_misplaced_opinion(text) || self.is_stray_sentence(text) {
            let first = line.own.first().map_or((line.row, 0), |(at, _)| *at);
            return self.misplaced(line, first, words);
        } else if !self.may_head(at.1) {
            self.aside(line, ReasonAside::Blank);
        } else {
            self.head(line);
        }
        false
    }

    /// Whether a text is the post of the person named in the row above, in a table without a column for posts.
    fn is_post_below_name(&self, row: u32, at: At, text: &str) -> bool {
        let above = self.drafts.last().is_some_and(|draft| {
            let spoken = draft.aside.is_none() && draft.position.is_empty() && is_name(&draft.person);
            spoken && draft.row + 1 == row
        });
        let in_person = Some(at.1) == self.columns.person && self.columns.position.is_none();
        above && in_person && line::is_post(text) && !line::is_heading(text) && !asks_for_nothing(text)
    }

    /// Gives the speaker named last the post that stands below the name.
    fn post_of_last(&mut self, text: &str) -> bool {
        let row = self.drafts.last().map(|draft| draft.row);
        for draft in self.drafts.iter_mut().filter(|draft| Some(draft.row) == row) {
            text.trim().clone_into(&mut draft.position);
        }
        if let Some((_, position)) = &mut self.speaker {
            text.trim().clone_into(position);
        }
        false
    }

    /// A numbered sentence that stands alone, or one that says what is wrong; below a note it explains the form.
    fn is_stray_sentence(&self, text: &str) -> bool {
        let complains = || line::complains(text) && line::is_sentence(text);
        !self.noted && (without_mark(text).is_some_and(line::is_sentence) || complains())
    }

    /// An opinion that stands in another column than the header says.
    fn misplaced(&mut self, line: &Line<'p>, at: At, words: &Words) -> bool {
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

    /// Whether a text that stands alone in a column can be a heading: not in one for notes, posts or units.
    fn may_head(&self, column: u32) -> bool {
        let hint = self.columns.hints.iter().any(|(_, hint)| *hint == column);
        !hint && self.columns.position != Some(column) && self.columns.unit != Some(column)
    }

    /// A person who stands alone in a row speaks in the rows below; with a number of its own, said nothing.
    fn speaker_alone(&self, at: At, text: &str, arabic: bool) -> Option<(String, String)> {
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
    fn announce(&mut self, line: &Line<'p>, speaker: (String, String), numbered: bool) {
        self.speaker = Some(speaker);
        let reason = if numbered {
            ReasonAside::Blank
        } else {
            ReasonAside::Heading
        };
        self.aside(line, reason);
    }

    /// A group heading: the subject of what follows, and the end of a speaker's turn.
    fn head(&mut self, line: &Line<'p>) {
        self.heading = Some(clean(&line.whole()));
        self.unnamed.retain(|at| at.0 != line.row);
        self.speaker = None;
        self.unit = None;
        self.aside(line, ReasonAside::Heading);
    }

    /// A heading that stands in the column of opinions, with nothing beside it but a label of another kind.
    fn is_lone_heading(&self, at: At, words: &Words, label: Option<&str>) -> bool {
        let arabic = label.is_some_and(|label| label.chars().any(|c| c.is_ascii_digit()));
        let spread = self
            .page
            .merges
            .block(at)
            .is_some_and(|block| block.first_column < block.last_column);
        let bare = without_mark(words.seen()).unwrap_or(words.seen());
        let numbered = line::is_labelled(words.seen());
        let subject = fold(bare).starts_with("linh vuc") && !line::complains(bare);
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
    /// text names a group of opinions or neither asks for anything nor says what is wrong.
    fn heads_entries(&self, row: u32, text: &str) -> bool {
        let numbered = without_mark(text.trim_start()).is_some();
        let next = self.page.cells.range((row.saturating_add(1), 0)..).next();
        let heading_between = next.is_some_and(|((next, _), words)| {
            let alone = self.page.row(*next, (0, u32::MAX)).nth(1).is_none();
            alone && line::is_heading(words.seen()) && self.is_above_entry(*next)
        });
        let group = line::names_group(text);
        group && heading_between || self.is_above_entry(row) && (group || numbered && line::is_subject(text))
    }

    /// Whether the next row is a header: of opinions, or of a list of households, a budget.
    fn is_title_of_next_table(&self, row: u32) -> bool {
        let next = self.page.cells.range((row.saturating_add(1), 0)..).next();
        next.is_some_and(|((next, _), _)| {
            let cells = self.page.row(*next, self.columns.span);
            is_of_another_table(cells.map(|(_, words)| words.seen()))
                || header::header_at(self.page, *next).is_some()
        })
    }

    /// Whether the next row has both a number and a person's name, as an entry has.
    fn is_above_entry(&self, row: u32) -> bool {
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
    fn groups_what_follows(&self, row: u32, label: Option<&str>, text: &str) -> bool {
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
    fn counts_groups(&self, row: u32, label: Option<&str>, text: &str) -> bool {
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
        let short = count(text) <= LONGEST_HEADING && !line::complains(text) && !asks(text);
        short && is_name(below(person)) && (within || below(number).is_empty())
    }

    /// Whether the row below has a number, or a name where rows have none: what stands above it without one is no opinion.
    fn next_is_numbered(&self, row: u32) -> bool {
        let below = |column: u32| self.page.seen((row + 1, column));
        match (self.columns.number, self.columns.person) {
            (Some(number), _) => is_number_label(below(number)),
            (None, Some(person)) => is_name(below(person)),
            (None, None) => false,
        }
    }

    /// A name or a post below the total, where the signature is.
    fn is_signature(&self, text: &str) -> bool {
        self.after_total && (is_name(text) || line::is_closing(text))
    }

    /// The form's own example: said to be one in the row or in the title of the table, or by a person with a letter for a name
    /// below words that explain the form. "Ví dụ: mỗi ý kiến một dòng" explains, and makes no example of the rows below.
    fn is_example(&self, line: &Line<'p>) -> bool {
        const LONGEST_TITLE: usize = 4;
        let texts = || self.table.letterhead.iter().map(|text| fold(&clean(text)));
        let explained = || texts().any(|text| text.starts_with("huong dan") || text.starts_with("vi du"));
        let titled = || {
            let title = |text: &str| {
                text.split(' ').nth(LONGEST_TITLE).is_none() && !text.trim_end_matches(':').contains(':')
            };
            texts().any(|text| text.starts_with("vi du") && title(&text))
        };
        let no_one = || {
            line.own(self.columns.person)
                .is_some_and(|words| is_placeholder(words.seen()))
        };
        if titled() || no_one() && explained() {
            return true;
        }
        let number_or_person = [self.columns.number, self.columns.person];
        let said = self.columns.contents.iter().map(|content| Some(content.column));
        number_or_person
            .into_iter()
            .chain(said)
            .filter_map(|column| line.own(column))
            .any(|words| line::is_example(words.seen()))
    }

    fn total(&mut self, line: &Line<'p>) {
        let texts: Vec<&str> = line.own.iter().map(|(_, words)| words.seen()).collect();
        let stated = line::stated(&texts);
        for (at, words) in &line.own {
            if let Some(holds @ (CellTrouble::Error | CellTrouble::NoResult)) = words.trouble {
                self.findings.push((Some(*at), IntakeFinding::NoWords { holds }));
            }
        }
        let with_number = line
            .own
            .iter()
            .find(|(_, words)| !line::stated(&[words.seen()]).is_empty());
        if let Some((at, _)) = with_number.filter(|_| !stated.is_empty()) {
            self.table.totals.push(Total {
                stated,
                fits: Vec::new(),
                cell: name(*at),
            });
        }
        self.speaker = None;
        self.after_total = true;
        self.aside(line, ReasonAside::Total);
    }

    /// What extra columns say that may help to find the agency.
    fn hints(&self, line: &Line<'p>) -> Vec<String> {
        let wanted = |role: &ColumnRole| {
            matches!(
                role,
                ColumnRole::Field | ColumnRole::Agency | ColumnRole::Note | ColumnRole::Place
            )
        };
        self.columns
            .hints
            .iter()
            .filter(|(role, _)| wanted(role))
            .map(|(_, column)| clean(self.page.seen(self.page.merges.top((line.row, *column)))))
            .filter(|text| text.chars().any(char::is_alphanumeric))
            .chain(self.labelled_hints(line))
            .collect()
    }

    /// What stands in columns that the header names in words of its own: "Kinh phí dự kiến: 350 triệu".
    fn labelled_hints<'s>(&'s self, line: &'s Line<'p>) -> impl Iterator<Item = String> + 's {
        let pieces = self.columns.person..=self.columns.person_ends;
        let known = move |column: u32| {
            let read = self.columns.all.iter().any(|(_, known)| *known == column);
            read || pieces.contains(&Some(column))
        };
        let cells = line.own.iter().filter(move |(at, words)| {
            !known(at.1) && words.trouble.is_none_or(|trouble| trouble == CellTrouble::Number)
        });
        cells.filter_map(|(at, words)| {
            let label = self.headed.as_ref()?.get(&at.1)?;
            let text = clean(words.seen());
            let says = text.chars().any(char::is_alphanumeric);
            says.then(|| format!("{label}: {text}"))
        })
    }

    /// What the row says about its unit; one that says nothing, or "nt", belongs to the unit named last.
    fn unit(&mut self, row: u32) -> Option<String> {
        let text = self.page.seen(self.page.merges.top((row, self.columns.unit?)));
        if !text.is_empty() && !is_ditto(text) {
            self.unit = Some(text.to_owned());
        }
        self.unit.clone()
    }

    fn times(&self, row: u32) -> u32 {
        self.columns
            .times
            .and_then(|column| clean(self.page.seen((row, column))).parse().ok())
            .filter(|times| *times > 0)
            .unwrap_or(1)
    }

    fn aside(&mut self, line: &Line<'p>, reason: ReasonAside) {
        let at = self
            .columns
            .contents
            .first()
            .map_or((line.row, 0), |content| (line.row, content.column));
        let received = line
            .own
            .iter()
            .map(|(_, words)| words.received.trim())
            .collect::<Vec<_>>()
            .join(" ");
        let repaired = line
            .own
            .iter()
            .any(|(_, words)| words.repaired.is_some())
            .then(|| line.whole());
        self.drafts.push(Draft {
            row: line.row,
            at: if reason == ReasonAside::Blank {
                at
            } else {
                line.own.first().map_or(at, |(at, _)| *at)
            },
            received,
            repaired,
            heading: self.heading.clone(),
            times: 1,
            aside: Some(reason),
            ..Draft::default()
        });
    }

    fn push_aside(&mut self, line: &Line<'p>, at: At, words: &Words, reason: ReasonAside) {
        let (person, position) = self.speaker.clone().unwrap_or_default();
        self.drafts.push(Draft {
            person,
            position,
            aside: Some(reason),
            ..self.draft(line, at, words)
        });
    }

    /// What a cell says, under the heading that stands above it; nobody has been named yet.
    fn draft(&self, line: &Line<'p>, at: At, words: &Words) -> Draft {
        Draft {
            row: line.row,
            at,
            received: words.received.clone(),
            repaired: words.repaired.clone(),
            heading: self.heading.clone(),
            times: 1,
            ..Draft::default()
        }
    }
}

/// "Ông Ma Văn Hòa, Trưởng xóm:": who says what stands in the rows below.
fn announced(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let text = without_mark(text).unwrap_or(text).strip_suffix(':')?;
    let (person, position) = split_position(text);
    let speaks = is_name(&person) && (is_addressed(&person) || line::is_post(&position));
    speaks.then(|| (prose::untitled(&person), position))
}

/// "Ông Ma Văn Hòa": a person who is named with a title in the words of an opinion.
fn is_addressed(person: &str) -> bool {
    ["Ông ", "Bà ", "Đồng chí ", "Đ/c "]
        .iter()
        .any(|title| person.starts_with(title))
}

/// The last row with a number in the column of numbers.
fn last_numbered(page: &Page, columns: &Columns) -> Option<u32> {
    let number = columns.number?;
    let mut cells = page.cells.iter().rev();
    let (at, _) = cells.find(|(at, words)| at.1 == number && is_number_label(words.seen()))?;
    Some(at.0)
}

/// Whether the rows below a header that name a person are several, and none of them has a number: numbers beside other rows
/// count groups.
fn people_uncounted(page: &Page, columns: &Columns, header: u32) -> bool {
    let (Some(number), Some(person)) = (columns.number, columns.person) else {
        return false;
    };
    let below = page.cells.range((header.saturating_add(1), 0)..);
    let mut named = below
        .filter(|(at, words)| at.1 == person && is_name(words.seen()))
        .map(|(at, _)| at.0);
    let uncounted = |row: u32| page.seen(page.merges.top((row, number))).is_empty();
    let several = named.clone().nth(1).is_some();
    several && named.all(uncounted)
}

/// The columns over which a header has words, with those that stand lowest; a cell that claims more than a header has columns
/// heads the first of them.
fn headed(page: &Page, header: &Header) -> BTreeMap<u32, String> {
    const WIDEST: u32 = 64;
    let mut columns = BTreeMap::new();
    for row in header.first..=header.last {
        for (at, words) in page.row(row, (0, u32::MAX)) {
            let last = page.merges.block(at).map_or(at.1, |block| block.last_column);
            let last = last.min(at.1.saturating_add(WIDEST));
            let label = clean(words.seen());
            columns.extend((at.1..=last).map(|column| (column, label.clone())));
        }
    }
    columns
}

/// "(1) (2) (3) (4=2+3)" or "A B C D" right below a header.
fn is_numbering(line: &Line<'_>) -> bool {
    line.own.len() > 1
        && line.own.iter().all(|(_, words)| {
            let text = clean(words.seen());
            let core = text.split('=').next().unwrap_or_default();
            let core = core.trim_matches(|c: char| !c.is_alphanumeric());
            (1..=2).contains(&core.chars().count())
                && core.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        })
}
