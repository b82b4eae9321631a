//! Reads the rows of one table from top to bottom: who speaks, under which heading, whether a row is an opinion, goes on
//! with the one above, or is something else. `end` tells where the table ends, `heading` what heads others, `speaker` who
//! speaks, `misplaced` what words outside the column of opinions are, `shifted` which rows stand beside their columns, `total` what a
//! row counts, `marks` which signs are none of the words.

mod end;
mod heading;
mod marks;
mod misplaced;
mod shifted;
mod speaker;
mod total;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::marks::{FEWEST_MARKED, leave_out_marks};
use super::asking::{asks, complains};
use super::header::{self, Columns, Content, Header, is_number_label};
use super::line;
use super::mark::{mark, without_mark};
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words};
use super::parts::is_item_of;
use super::person::{is_ditto, is_name, is_placeholder, split_position};
use super::prose;
use super::reference;
use super::table::{Draft, Table};
use crate::finding::{CellTrouble, IntakeFinding};
use crate::model::{ColumnRole, Layout, ReasonAside};
use crate::text::{clean, fold};

/// What the words above a table say about its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// They are the form's own example: "Ví dụ minh họa".
    Example,
    /// The form is explained, so that a person with a letter for a name is one of its examples. "Ví dụ: mỗi ý kiến một dòng"
    /// explains, too.
    Explained,
    /// Nothing.
    Plain,
}

impl Form {
    fn of(letterhead: &[String]) -> Self {
        const LONGEST_TITLE: usize = 4;
        let title = |text: &str| {
            text.split(' ').nth(LONGEST_TITLE).is_none() && !text.trim_end_matches(':').contains(':')
        };
        let mut form = Self::Plain;
        for text in letterhead.iter().map(|text| fold(&clean(text))) {
            let example = text.starts_with("vi du");
            if example && title(&text) {
                return Self::Example;
            }
            if example || text.starts_with("huong dan") {
                form = Self::Explained;
            }
        }
        form
    }
}

/// The reading of one table so far.
pub(super) struct Reader<'p> {
    page: &'p Page,
    columns: Columns,
    form: Form,
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
    /// Rows of a column that stands alone which go on with the numbered paragraph above.
    inside: BTreeSet<u32>,
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
    /// Cells of other rows set aside that do.
    unsure: Vec<At>,
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
        let form = Form::of(&letterhead);
        let speaker = prose::labelled_speaker(&letterhead).filter(|_| columns.person.is_none());
        let table = Table {
            letterhead,
            layout: match header.guessed {
                true => Layout::NoHeader,
                false => Layout::Header {
                    row: header.first + 1,
                },
            },
            columns: columns.all.clone(),
            ..Table::default()
        };
        Self {
            last_numbered: last_numbered(page, &columns),
            people_uncounted: people_uncounted(page, &columns, header.last),
            inside: inside(page, &columns, header.last),
            page,
            columns,
            form,
            table,
            drafts: Vec::new(),
            heading: None,
            speaker,
            ended: false,
            elsewhere: false,
            fresh: true,
            of_pages: BTreeSet::new(),
            after_total: false,
            noted: false,
            headed: (!header.guessed).then(|| headed(page, header)),
            unnamed: Vec::new(),
            below: Vec::new(),
            unsure: Vec::new(),
            unit: None,
            findings: Vec::new(),
        }
    }

    /// Sets aside what says above the header that a part of the unit has no opinions, "2. Xóm Phượng Hoàng", "Không có ý kiến.", and
    /// what a person should see there.
    pub(super) fn below(mut self, page: &'p Page, rows: Range<u32>) -> Self {
        if rows.is_empty() {
            return self;
        }
        let above = page.cells.range((rows.start, 0)..(rows.end, 0));
        for (at, words) in above {
            let line = Line {
                row: at.0,
                own: vec![(*at, words)],
            };
            if prose::denies(words.seen()) {
                self.aside(&line, ReasonAside::NoOpinion);
            } else if page.notes.contains(&at.0) {
                self.aside(&line, ReasonAside::Note);
            }
        }
        self
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
        let opinions = self.drafts.iter().filter(|draft| draft.aside.is_none());
        let opinions: BTreeSet<At> = opinions.map(|draft| draft.at).collect();
        self.unnamed.retain(|at| !opinions.contains(at));
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
        if let Some(first) = self.unsure.first() {
            let cells = self.unsure.len();
            self.findings
                .push((Some(*first), IntakeFinding::AsideUnsure { cells }));
        }
        let (page, column) = (self.page, self.columns.number);
        let fewest = if self.columns.all.len() == 1 {
            1
        } else {
            FEWEST_MARKED
        };
        leave_out_marks(&mut self.drafts, fewest, |draft| {
            column.is_some_and(|column| {
                draft.at.1 != column && is_number_label(page.seen(page.merges.top((draft.row, column))))
            })
        });
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
        let line = Line {
            row,
            own: self.without_signature_beside(own),
        };
        if std::mem::take(&mut self.fresh) && (is_numbering(&line) || self.is_subtitle(&line)) {
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
        if self.page.notes.contains(&row) {
            self.aside(&line, ReasonAside::Note);
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

    /// "gửi Hội nghị đối thoại ..." right below the title of a column that stands alone.
    fn is_subtitle(&self, line: &Line<'p>) -> bool {
        let small = |words: &Words| words.seen().trim_start().starts_with(char::is_lowercase);
        self.columns.all.len() == 1
            && matches!(line.own.as_slice(), [(_, words)] if small(words) && !asks(words.seen()) && !complains(words.seen()))
    }

    /// The cells of a row without those of a signature that stands to the right of the table's header; they are named.
    fn without_signature_beside(&mut self, own: Vec<(At, &'p Words)>) -> Vec<(At, &'p Words)> {
        let Some(last) = self
            .headed
            .as_ref()
            .and_then(|headed| headed.last_key_value())
            .map(|(column, _)| *column)
        else {
            return own;
        };
        let signs = |text: &str| {
            line::is_closing(text) || line::is_office(text) || line::is_post_alone(text) || is_name(text)
        };
        let (beside, inside): (Vec<_>, Vec<_>) = own
            .iter()
            .copied()
            .partition(|(at, words)| at.1 > last && signs(words.seen()));
        let ends = inside.iter().any(|(_, words)| line::is_closing(words.seen()));
        if inside.is_empty() || ends || self.ended {
            return own;
        }
        self.unnamed.extend(beside.iter().map(|(at, _)| *at));
        inside
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
            let told = || {
                let text = words.seen();
                self.columns.all.len() == 1 && prose::ends_minutes(text) && !asks(text) && !complains(text)
            };
            if lone && !numbered && (line::is_note(words.seen()) || self.is_signature(words.seen()) || told())
            {
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
        let unit = self.unit(line.row);
        let subjects: Vec<&str> = [self.heading.as_deref(), content.label.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        self.drafts.push(Draft {
            person: speaker.0.to_owned(),
            position: speaker.1.to_owned(),
            heading: (!subjects.is_empty()).then(|| subjects.join("\n")),
            hints: self.hints(line),
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
        // "Ý 1", "Ý 2" beside them, or "Ý kiến 2: ..." in the words, count the opinions of one person.
        let counted = line.own.iter().any(|(_, words)| {
            let folded = fold(&clean(words.seen()));
            let number = folded
                .strip_prefix("y kien ")
                .or_else(|| folded.strip_prefix("y "));
            number.is_some_and(|number| number.parse::<u8>().is_ok())
        });
        let one_number = one_number && !counted && !prose::is_labelled(words.seen());
        let unnumbered = self.columns.number.is_some_and(|column| {
            self.page
                .seen(self.page.merges.top((line.row, column)))
                .is_empty()
        });
        let unnamed = line.own(self.columns.person).is_none() && line.own(self.columns.position).is_none();
        // "... nay chỉ còn" on one page, "6 người, đề nghị ..." on the next.
        let turned = || {
            let page = self.of_pages.range(before.row..line.row).next().is_some();
            let open = before.seen().trim_end().ends_with(char::is_alphanumeric);
            page && open
                && words
                    .seen()
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit())
                && without_mark(words.seen()).is_none()
        };
        let goes_on = || {
            line::goes_on(before.seen(), words.seen()) || is_item_of(before.seen(), words.seen()) || turned()
        };
        self.inside.contains(&line.row) || inherited && (one_number || unnumbered && unnamed && goes_on())
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

    /// The form's own example: said to be one in the row or in the title of the table, or by a person with a letter for a name
    /// below words that explain the form.
    fn is_example(&self, line: &Line<'p>) -> bool {
        let person = line.own(self.columns.person);
        let no_one = || person.is_some_and(|words| is_placeholder(words.seen()));
        if self.form == Form::Example || self.form == Form::Explained && no_one() {
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

    /// What stands in columns that the header names in words of its own, and how to reach the speaker: "Kinh phí dự kiến: 350
    /// triệu", "Điện thoại: 0912345678".
    fn labelled_hints<'s>(&'s self, line: &'s Line<'p>) -> impl Iterator<Item = String> + 's {
        let pieces = self.columns.person..=self.columns.person_ends;
        let label = |column: u32| self.headed.as_ref().and_then(|headed| headed.get(&column));
        let known = move |column: u32| {
            let role = self.columns.all.iter().find(|(_, known)| *known == column);
            let reached = label(column).is_some_and(|label| header::names_telephone(label));
            role.is_some_and(|(role, _)| *role != ColumnRole::Other || !reached)
                || pieces.contains(&Some(column))
        };
        let cells = line.own.iter().filter(move |(at, words)| {
            !known(at.1) && words.trouble.is_none_or(|trouble| trouble == CellTrouble::Number)
        });
        cells.filter_map(move |(at, words)| {
            let label = label(at.1)?;
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
        if matches!(
            reason,
            ReasonAside::Note | ReasonAside::Total | ReasonAside::Blank
        ) && !self.noted
            && !self.is_example(line)
        {
            let read = |(at, words): &&(At, &Words)| {
                !self.below.contains(at) && line::reads_like_opinion(words.seen())
            };
            let unsure: Vec<At> = line.own.iter().filter(read).map(|(at, _)| *at).collect();
            self.unsure.extend(unsure);
        }
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

/// The rows below a header with one column that stand between two neighbours of a numbered list.
fn inside(page: &Page, columns: &Columns, header: u32) -> BTreeSet<u32> {
    let ([content], 1) = (columns.contents.as_slice(), columns.all.len()) else {
        return BTreeSet::new();
    };
    let below = page.cells.range((header.saturating_add(1), 0)..);
    let marked = below
        .filter(|(at, words)| at.1 == content.column && mark(words.seen().trim_start()).is_some())
        .map(|(at, _)| at.0);
    prose::inside(page, content.column, &marked.collect())
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
