//! Understands one sheet: where its tables of opinions begin, what each row is, who speaks, what stands above it.
//!
//! Every row below a header that holds anything becomes an opinion, part of one, or a row set aside; none is dropped.
//! Opening files is `spreadsheet`'s work, saying whose report it is `unit`'s.

use super::beside::beside;
use super::cards::{self, Turned};
use super::fields;
use super::guess;
use super::header::{self, Columns, Header};
use super::line;
use super::mark::without_mark;
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words, name};
use super::parts::{Part, Parts, parts};
use super::person::is_name;
use super::prose;
use super::reference;
use super::rows::Reader;
use crate::finding::IntakeFinding;
use crate::lexicon::is_complaint;
use crate::model::{ColumnRole, Layout, ReasonAside};
use crate::spreadsheet::{Sheet, cell_at};
use crate::text::{clean, fold};

/// A row, or a part of one, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 0.
    pub(crate) row: u32,
    /// Cell that a person should look at.
    pub(crate) cell: String,
    /// Which part of the cell, from 1, where it holds several opinions.
    pub(crate) part: Option<u32>,
    pub(crate) person: String,
    pub(crate) position: String,
    /// As received.
    pub(crate) text: String,
    pub(crate) repaired: Option<String>,
    /// Group heading above it.
    pub(crate) heading: Option<String>,
    pub(crate) hints: Vec<String>,
    /// What the row itself says about its unit.
    pub(crate) unit: Option<String>,
    pub(crate) times: u32,
    /// `None` for an opinion.
    pub(crate) aside: Option<ReasonAside>,
}

/// A total that a table states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Total {
    /// The numbers of its row; one of them should fit.
    pub(crate) stated: Vec<u64>,
    /// Counts with which it agrees: of the table, up to here, of the part above it.
    pub(crate) fits: Vec<u64>,
    pub(crate) cell: String,
}

/// A table as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// The texts above the header, for recognising the unit.
    pub(crate) letterhead: Vec<String>,
    /// The texts of the signature block.
    pub(crate) closing: Vec<String>,
    pub(crate) layout: Layout,
    pub(crate) columns: Vec<(ColumnRole, u32)>,
    pub(crate) rows: Vec<Row>,
    pub(crate) totals: Vec<Total>,
}

impl Table {
    /// What stands in paragraphs.
    pub(super) fn of_paragraphs() -> Self {
        Self {
            layout: Layout::Paragraphs,
            ..Self::default()
        }
    }

    pub(crate) fn opinions(&self) -> usize {
        self.rows.iter().filter(|row| row.aside.is_none()).count()
    }
}

/// A sheet as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SheetRead {
    pub(crate) tables: Vec<Table>,
    /// The words of a sheet without a table, such as a cover, for recognising the unit.
    pub(crate) texts: Vec<String>,
    /// With the cell that each is about.
    pub(crate) findings: Vec<(Option<String>, IntakeFinding)>,
}

impl SheetRead {
    /// With the letterhead of the document in which it stands.
    pub(super) fn under(mut self, letterhead: &[String]) -> Self {
        for table in &mut self.tables {
            table.letterhead = letterhead.to_vec();
        }
        self
    }

    /// With what was read beside it, each where it stands.
    fn with(mut self, other: Self) -> Self {
        self.tables.extend(other.tables);
        self.tables
            .sort_by_key(|table| table.rows.first().map(|row| row.row));
        self.texts.extend(other.texts);
        self.findings.extend(other.findings);
        self
    }

    /// What was read from a sheet whose cells were moved, with each named where it stood before: the first of its row where
    /// nothing is known of it.
    pub(super) fn moved(mut self, before: impl Fn(At) -> Option<At>) -> Self {
        let of_cell = |cell: &str| cell_at(cell).and_then(&before);
        for table in &mut self.tables {
            table.columns.clear();
            for row in &mut table.rows {
                let at = of_cell(&row.cell).unwrap_or((row.row, 0));
                row.row = at.0;
                row.cell = name(at);
            }
            for total in &mut table.totals {
                total.cell = of_cell(&total.cell).map_or_else(|| total.cell.clone(), name);
            }
        }
        for (cell, kind) in &mut self.findings {
            *cell = cell.as_deref().and_then(of_cell).map(name);
            if let IntakeFinding::Ditto { of } | IntakeFinding::Seconds { of } = kind {
                *of = of_cell(of).map_or_else(|| of.clone(), name);
            }
        }
        self
    }
}

/// Cells of a sheet without a table that are looked at for the unit's name: a cover has fewer.
const COVER_CELLS: usize = 40;

/// Reads the tables of a sheet.
pub(crate) fn read(sheet: &Sheet) -> SheetRead {
    if let Some((parted, column)) = fields::unpasted(sheet) {
        let mut read = read(&parted).moved(|at| Some((at.0, column)));
        let rows = read.tables.iter().map(|table| table.rows.len()).sum();
        let first = read.tables.iter().flat_map(|table| &table.rows).next();
        let first = first.map(|row| row.cell.clone());
        read.findings.push((first, IntakeFinding::FieldsParted { rows }));
        return read;
    }
    let mut page = Page::of(sheet);
    let found = std::mem::take(&mut page.findings);
    if let Some(turned) = cards::turned(sheet, &page) {
        return on_its_side(&turned);
    }
    let mut rows = header::rows(&page);
    let header = |page: &Page, rows: &[u32]| rows.iter().find_map(|row| header::header_at(page, *row));
    let mut first = header(&page, &rows);
    if first.is_none()
        && let Some(bare) = page.without_row_numbers()
    {
        let bare_rows = header::rows(&bare);
        first = header(&bare, &bare_rows);
        if first.is_some() {
            (page, rows) = (bare, bare_rows);
        }
    }
    if let Some((joined, (at, kind))) = first.as_ref().and_then(|first| fields::joined(sheet, first)) {
        // The header may have changed with its rows, so all is read anew.
        let mut read = read(&joined);
        read.findings.push((at.map(name), kind));
        return read;
    }
    if let Some(lone) = header::lone(&page).filter(|_| first.is_none()) {
        return lone_column(sheet, &page, &rows, &lone, found);
    }
    let first = first.map(|header| header::by_contents(&page, &header).unwrap_or(header));
    match first {
        Some(first) => {
            let beside = beside(sheet, &mut page, &first);
            rows = header::rows(&page);
            let read = Reading::begin(sheet, &page, &first, found).through(&rows, &first);
            beside.into_iter().fold(read, SheetRead::with)
        }
        None => match guess::guess(&page) {
            Some(guessed) => Reading::begin(sheet, &page, &guessed, found).through(&rows, &guessed),
            None => without_table(&page, found),
        },
    }
}

/// Reads a sheet that was turned: each person of a table on its side, or of a card, in a row.
pub(super) fn on_its_side(turned: &Turned) -> SheetRead {
    let mut read = turned.restore(read(&turned.sheet));
    let first = name(turned.first);
    read.findings.push((Some(first), IntakeFinding::OnItsSide));
    read
}

/// Reads a table that has a column of opinions and no other; where the opinions are marked paragraphs, as those.
fn lone_column(
    sheet: &Sheet,
    page: &Page,
    rows: &[u32],
    lone: &Header,
    mut found: Vec<(Option<At>, IntakeFinding)>,
) -> SheetRead {
    let column = lone.tables.first().map_or(0, |table| table.span.0);
    if prose::is_marked(page, lone.last) || prose::is_named(page, column) {
        return without_table(page, found);
    }
    found.push((Some((lone.last, column)), IntakeFinding::OpinionsOnly));
    Reading::begin(sheet, page, lone, found).through(rows, lone)
}

/// Reads a sheet without a table: opinions in prose, a report that nothing is asked, or a cover.
fn without_table(page: &Page, mut found: Vec<(Option<At>, IntakeFinding)>) -> SheetRead {
    if explains_the_form(page) {
        found.push((None, IntakeFinding::SheetWithoutTable));
        return named(Vec::new(), found);
    }
    if let Some((table, mut drafts)) = prose::read(page) {
        let first = drafts.iter().find(|draft| draft.aside.is_none());
        found.push((first.map(|draft| draft.at), IntakeFinding::Prose));
        reference::resolve(&mut drafts, |row| prose::number(page, row), &mut found);
        let table = settle(table, drafts, &mut found);
        return named(vec![table], found);
    }
    if let Some((table, drafts)) = prose::list(page) {
        let first = drafts.iter().find(|draft| draft.aside.is_none());
        found.push((first.map(|draft| draft.at), IntakeFinding::OpinionsOnly));
        let table = settle(table, drafts, &mut found);
        return named(vec![table], found);
    }
    if let Some((table, drafts)) = prose::nothing_asked(page) {
        let table = settle(table, drafts, &mut found);
        return named(vec![table], found);
    }
    if !page.cells.is_empty() && !holds_figures(page) {
        found.push((None, IntakeFinding::SheetWithoutTable));
    }
    let cells = page.cells.values().take(COVER_CELLS);
    SheetRead {
        texts: cells.map(|words| words.seen().to_owned()).collect(),
        ..named(Vec::new(), found)
    }
}

/// Whether a sheet holds a table of figures and, besides, no more than titles and names: nobody needs to look for opinions there.
fn holds_figures(page: &Page) -> bool {
    const LONGEST_NAME: usize = 6;
    let beside = |at: &At| page.row(at.0, (0, u32::MAX)).nth(1).is_some();
    let cells = || {
        page.cells
            .iter()
            .filter(|(at, _)| beside(at))
            .map(|(_, words)| words.seen())
            .filter(|text| !line::is_letterhead(text))
    };
    let figure = |text: &str| !text.contains(char::is_alphabetic);
    let figures = cells().filter(|text| figure(text)).count();
    let short = |text: &str| text.split_whitespace().nth(LONGEST_NAME).is_none();
    figures * 3 > cells().count()
        && cells().all(short)
        && page
            .cells
            .values()
            .all(|words| prose::announces(words.seen()) || !line::reads_like_opinion(words.seen()))
}

/// Whether a sheet without a table tells how to fill in the form.
fn explains_the_form(page: &Page) -> bool {
    let first = page.cells.values().next();
    first.is_some_and(|words| fold(&clean(words.seen())).starts_with("huong dan"))
}

/// The reading of a sheet with tables so far.
struct Reading<'p> {
    sheet: &'p Sheet,
    page: &'p Page,
    /// Tables of which no row is left.
    tables: Vec<Table>,
    /// The tables, beside one another, to which the next row belongs.
    open: Vec<Reader<'p>>,
    /// Row of the last opinion, or of the header if that came later.
    last: u32,
    found: Vec<(Option<At>, IntakeFinding)>,
}

impl<'p> Reading<'p> {
    fn begin(
        sheet: &'p Sheet,
        page: &'p Page,
        first: &Header,
        mut found: Vec<(Option<At>, IntakeFinding)>,
    ) -> Self {
        if first.guessed {
            found.push((Some((first.first, 0)), IntakeFinding::HeaderMissing));
        }
        Self {
            sheet,
            page,
            tables: Vec::new(),
            open: begin(page, first, 0),
            last: first.last,
            found,
        }
    }

    /// Reads all rows below the first header. Where that was guessed, no other one was found.
    fn through(mut self, rows: &[u32], first: &Header) -> SheetRead {
        let mut until = if first.guessed {
            first.first
        } else {
            first.last + 1
        };
        for &row in rows
            .iter()
            .filter(|row| **row < until && is_entry_above(self.page, first, **row))
        {
            self.found.push((Some((row, 0)), IntakeFinding::HeaderMissing));
            self.row(row);
        }
        for &row in rows {
            if row < until {
                continue;
            }
            let again = (!first.guessed).then(|| header::header_at(self.page, row));
            if let Some(next) = again.flatten().filter(|next| !self.is_entry(next)) {
                until = next.last + 1;
                self.header(&next);
            } else {
                self.row(row);
            }
        }
        self.close();
        if let [table] = self.tables.as_mut_slice() {
            table.totals.extend(totals_above(self.page, first.first));
        }
        named(self.tables, self.found)
    }

    fn row(&mut self, row: u32) {
        for reader in &mut self.open {
            if reader.row(row) {
                self.last = row;
            }
        }
    }

    /// Whether what reads like a header has the name of a person where the open tables have names: "Lý Thị Hoa | Cử tri |
    /// Đề nghị cấp điện" holds an opinion.
    fn is_entry(&self, next: &Header) -> bool {
        let named = |row: u32| self.open.iter().any(|reader| reader.names_someone(row));
        (next.first..=next.last).any(named)
    }

    /// A further header repeats that of the open tables, unless a letterhead above it or other columns make it a new one.
    fn header(&mut self, next: &Header) {
        let between = letterhead(self.page, self.last + 1, next.first);
        let goes_on = |(reader, columns): (&Reader<'_>, &Columns)| reader.may_go_on_under(columns);
        let same = self.open.len() == next.tables.len() && self.open.iter().zip(&next.tables).all(goes_on);
        if !between.iter().any(|text| names_a_unit(text)) && same {
            for (reader, columns) in self.open.iter_mut().zip(&next.tables) {
                reader.turn_page(columns, next);
            }
        } else {
            self.close();
            self.open = begin(self.page, next, self.last + 1);
        }
        self.last = next.last;
    }

    fn close(&mut self) {
        for reader in self.open.drain(..) {
            let (table, drafts) = reader.finish(&mut self.found);
            hidden(&table, &drafts, self.sheet, &mut self.found);
            self.tables.push(settle(table, drafts, &mut self.found));
        }
    }
}

/// Totals that stand above the header, each in a row of its own.
fn totals_above(page: &Page, header: u32) -> Vec<Total> {
    let stated = |words: &Words| {
        let text = words.seen();
        line::is_total(text)
            .then(|| line::stated(&[text]))
            .filter(|stated| !stated.is_empty())
    };
    page.cells
        .range(..(header, 0))
        .filter_map(|(at, words)| {
            Some(Total {
                stated: stated(words)?,
                fits: Vec::new(),
                cell: name(*at),
            })
        })
        .collect()
}

/// Whether a row above the first header is an entry of its table, as where the rows were sorted together with the header.
fn is_entry_above(page: &Page, header: &Header, row: u32) -> bool {
    let [columns] = header.tables.as_slice() else {
        return false;
    };
    let seen = |column: Option<u32>| column.map_or("", |column| page.seen((row, column)));
    let numbered = header::is_number_label(seen(columns.number));
    let said = columns.contents.iter().any(|content| {
        let text = seen(Some(content.column));
        text.split_whitespace().nth(2).is_some() && !line::is_letterhead(text)
    });
    let counted = numbered || columns.number.is_none() && columns.person.is_some();
    row < header.first && counted && said && is_name(seen(columns.person))
}

/// Whether a text between two headers may be the letterhead of a table of its own.
fn names_a_unit(text: &str) -> bool {
    let folded = format!(" {} ", fold(&clean(text)));
    [
        " xa ",
        " phuong ",
        " thon ",
        " xom ",
        " to dan pho ",
        " tdp ",
        " don vi",
        " dang uy ",
        " ubnd ",
        " chi bo ",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// The texts between two rows, the first inside and the second outside.
pub(super) fn letterhead(page: &Page, from: u32, to: u32) -> Vec<String> {
    if from >= to {
        return Vec::new();
    }
    page.cells
        .range((from, 0)..(to, 0))
        .map(|(_, words)| words.seen().to_owned())
        .collect()
}

fn begin<'p>(page: &'p Page, header: &Header, from: u32) -> Vec<Reader<'p>> {
    let texts = letterhead(page, from, header.first);
    let heading = texts
        .last()
        .filter(|text| line::is_heading(text) && line::heads_table(text))
        .map(|text| clean(text));
    let alone = header.tables.len() == 1;
    let ends: Vec<u32> = header
        .tables
        .iter()
        .skip(1)
        .map(|next| next.span.0.saturating_sub(1))
        .chain([u32::MAX])
        .collect();
    header
        .tables
        .iter()
        .zip(ends)
        .map(|(columns, end)| {
            let start = if alone { 0 } else { columns.span.0 };
            let columns = Columns {
                span: (start, end),
                ..columns.clone()
            };
            let reader = Reader::new(page, columns, header, texts.clone()).under(heading.clone());
            // Of tables side by side the first one has what stands above them.
            match start == 0 || start == header.tables.first().map_or(0, |first| first.span.0) {
                true => reader.below(page, from..header.first),
                false => reader,
            }
        })
        .collect()
}

/// Names hidden rows and columns that were read.
fn hidden(table: &Table, drafts: &[Draft], sheet: &Sheet, found: &mut Vec<(Option<At>, IntakeFinding)>) {
    if let Some(hidden) = &sheet.hidden_rows {
        let mut rows = drafts.iter().filter(|draft| hidden.contains(&draft.row));
        if let Some(first) = rows.next() {
            let rows = rows.count() + 1;
            found.push((Some((first.row, first.at.1)), IntakeFinding::HiddenRows { rows }));
        }
    }
    if let Some(hidden) = &sheet.hidden_columns {
        let columns: Vec<String> = table
            .columns
            .iter()
            .filter(|(_, column)| hidden.contains(column))
            .map(|(_, column)| crate::spreadsheet::column_name(*column))
            .collect();
        if !columns.is_empty() {
            let columns = columns.join(", ");
            found.push((None, IntakeFinding::HiddenColumns { columns }));
        }
    }
}

/// A row before its words are judged.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) row: u32,
    pub(super) at: At,
    pub(super) person: String,
    pub(super) position: String,
    pub(super) received: String,
    pub(super) repaired: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) hints: Vec<String>,
    pub(super) unit: Option<String>,
    pub(super) times: u32,
    /// What the row's place in the table makes it; `None` where its words decide.
    pub(super) aside: Option<ReasonAside>,
    /// Whether it was joined from several rows, and is one opinion whatever its lines look like; `Some(false)` where they go on
    /// with a list.
    pub(super) joined: Option<bool>,
}

impl Draft {
    pub(super) fn seen(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.received)
    }

    /// Goes on with the words of a further row.
    pub(super) fn append(&mut self, received: &str, repaired: Option<&str>) {
        // What stands in a row below a list goes on with the last of its parts.
        if self.joined.is_none() {
            self.joined = Some(!matches!(parts(self.seen()), Parts::Several { .. }));
        }
        if self.repaired.is_some() || repaired.is_some() {
            let whole = self.repaired.get_or_insert_with(|| self.received.clone());
            whole.push('\n');
            whole.push_str(repaired.unwrap_or(received));
        }
        self.received.push('\n');
        self.received.push_str(received);
    }
}

/// Judges the words of each draft, parts cells that hold several opinions, and counts for the totals.
pub(super) fn settle(
    mut table: Table,
    drafts: Vec<Draft>,
    found: &mut Vec<(Option<At>, IntakeFinding)>,
) -> Table {
    let earlier = answers_earlier(&table);
    if let Some(first) = drafts.first().filter(|_| earlier) {
        found.push((Some(first.at), IntakeFinding::EarlierAnswers));
    }
    for draft in drafts {
        // Below a heading of its own stands what is asked now.
        let anew = draft.heading.as_deref().is_some_and(heads_new_opinions);
        let of_earlier = (earlier && !anew).then_some(ReasonAside::Note);
        let aside = draft.aside.or(of_earlier).or_else(|| judge(draft.seen()));
        let several = match aside {
            None if draft.joined != Some(true) => parts(draft.seen()),
            _ => Parts::One,
        };
        match several {
            Parts::One => table.rows.push(row(&draft, None, aside)),
            Parts::Unsure => {
                found.push((Some(draft.at), IntakeFinding::MaybeSeveral));
                table.rows.push(row(&draft, None, None));
            }
            Parts::Several { stem, parts: seen } => table.rows.extend(in_parts(&draft, stem, seen)),
        }
    }
    speakers_in_words(&mut table);
    table
}

/// Takes who speaks out of the words of the opinions, where the table has no column of names and most opinions begin or end with
/// one: "Ma Văn Hòa - Trưởng xóm: ...", "... (Lý Thị Hoa, Nông dân)". A name behind or before a finished sentence needs
/// no others.
fn speakers_in_words(table: &mut Table) {
    const FEWEST: usize = 2;
    if table.columns.iter().any(|(role, _)| *role == ColumnRole::Person) {
        return;
    }
    let seen = |row: &Row| row.repaired.clone().unwrap_or_else(|| row.text.clone());
    let said: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let unnamed = row.aside.is_none() && row.person.is_empty();
            unnamed.then(|| prose::spoken(&seen(row)))
        })
        .collect();
    let asked = said.iter().flatten().count();
    let named = said.iter().flatten().flatten().count();
    let most = named >= FEWEST && named * 4 >= asked * 3;
    for (row, spoken) in table.rows.iter_mut().zip(said) {
        let told = most || prose::is_signed(&seen(row));
        let Some(((person, position), said)) = spoken.flatten().filter(|_| told) else {
            continue;
        };
        if row.repaired.is_some() {
            row.text = prose::spoken(&row.text).map_or_else(|| row.text.clone(), |(_, said)| said);
            row.repaired = Some(said);
        } else {
            row.text = said;
        }
        row.person = person;
        row.position = position;
    }
}

/// "KẾT QUẢ GIẢI QUYẾT CÁC KIẾN NGHỊ KỲ TRƯỚC", "... NĂM 2024", "CÁC NỘI DUNG ĐÃ GIẢI QUYẾT XONG" above a table in which no one is named.
fn answers_earlier(table: &Table) -> bool {
    const LONGEST_TITLE: usize = 12;
    // "Phường báo cáo các ý kiến đã tiếp nhận và nội dung đã trả lời:" is no title.
    let titled =
        |text: &str| text.split_whitespace().nth(LONGEST_TITLE).is_none() && !text.ends_with(['.', ':']);
    let told = |text: &String| {
        let folded = fold(&clean(text));
        let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        says(&["ket qua giai quyet", "ket qua tra loi", "ket qua xu ly"])
            && says(&["ky truoc", "lan truoc", "nam truoc", "dot truoc", " nam 20"])
            || titled(text)
                && says(&[
                    "da giai quyet",
                    "da duoc giai quyet",
                    "da tra loi",
                    "da duoc tra loi",
                ])
    };
    let named = table.columns.iter().any(|(role, _)| *role == ColumnRole::Person);
    !named && table.letterhead.last().is_some_and(told)
}

/// "II. KIẾN NGHỊ MỚI NĂM 2025".
fn heads_new_opinions(heading: &str) -> bool {
    let folded = fold(&clean(heading));
    let said = ["y kien", "kien nghi", "de xuat"]
        .iter()
        .any(|word| folded.contains(word));
    said && !["ket qua", " truoc", "da giai quyet", "da tra loi"]
        .iter()
        .any(|word| folded.contains(word))
}

fn in_parts(draft: &Draft, stem: Option<String>, seen: Vec<Part>) -> Vec<Row> {
    // The received words are parted the same way; where damage hid the marks, they stay with the first part.
    let received: Vec<String> = match (&draft.repaired, parts(&draft.received)) {
        (None, _) => seen.iter().map(|part| part.text.clone()).collect(),
        (Some(_), Parts::Several { parts, .. }) if parts.len() == seen.len() => {
            parts.into_iter().map(|part| part.text).collect()
        }
        (Some(_), _) => seen.iter().map(|_| draft.received.clone()).collect(),
    };
    let speakers = speakers_of_parts(draft, seen.len());
    let heading = |under: Option<&str>| {
        let above = [draft.heading.as_deref(), stem.as_deref(), under];
        let above: Vec<&str> = above.into_iter().flatten().collect();
        (!above.is_empty()).then(|| above.join("\n"))
    };
    (1..)
        .zip(seen.into_iter().zip(received))
        .map(|(part, (Part { text: seen, under }, received))| {
            let aside = judge(&seen);
            let at = usize::try_from(part).unwrap_or_default().saturating_sub(1);
            let speaker = speakers.as_ref().and_then(|speakers| speakers.get(at));
            let (person, position) = speaker
                .unwrap_or(&(draft.person.clone(), draft.position.clone()))
                .clone();
            Row {
                person,
                position,
                text: received,
                repaired: draft.repaired.is_some().then_some(seen),
                heading: heading(under.as_deref()),
                ..row(draft, Some(part), aside)
            }
        })
        .collect()
}

/// Who says each part, where the cell of the names numbers as many people as there are parts.
fn speakers_of_parts(draft: &Draft, parts: usize) -> Option<Vec<(String, String)>> {
    let numbered = |text: &str| -> Option<Vec<String>> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| without_mark(line).map(str::to_owned)).collect()
    };
    let persons = numbered(&draft.person).filter(|persons| persons.len() == parts && parts > 1)?;
    if !persons.iter().all(|person| is_name(person)) {
        return None;
    }
    let positions = numbered(&draft.position).filter(|positions| positions.len() == parts);
    let positions = positions.unwrap_or_else(|| vec![draft.position.clone(); parts]);
    Some(persons.into_iter().zip(positions).collect())
}

fn judge(text: &str) -> Option<ReasonAside> {
    if asks_for_nothing(text) {
        Some(ReasonAside::NoOpinion)
    } else if is_complaint(text) {
        Some(ReasonAside::Complaint)
    } else {
        None
    }
}

fn row(draft: &Draft, part: Option<u32>, aside: Option<ReasonAside>) -> Row {
    Row {
        row: draft.row,
        cell: name(draft.at),
        part,
        person: draft.person.clone(),
        position: draft.position.clone(),
        text: draft.received.trim().to_owned(),
        repaired: draft.repaired.as_ref().map(|text| text.trim().to_owned()),
        heading: draft.heading.clone(),
        hints: draft.hints.clone(),
        unit: draft.unit.clone(),
        times: draft.times,
        aside,
    }
}

pub(super) fn named(mut tables: Vec<Table>, found: Vec<(Option<At>, IntakeFinding)>) -> SheetRead {
    for table in &mut tables {
        count(table);
    }
    let behind = tables.iter().filter_map(behind_total);
    let findings = found.into_iter().map(|(at, kind)| (at.map(name), kind));
    SheetRead {
        findings: findings.chain(behind).collect(),
        tables,
        texts: Vec::new(),
    }
}

/// Names the opinions below the last total of a table, unless a heading begins another group there or the total counts them.
fn behind_total(table: &Table) -> Option<(Option<String>, IntakeFinding)> {
    let is_total = |row: &Row| row.aside == Some(ReasonAside::Total);
    let at = table.rows.iter().rposition(is_total)?;
    let (above, below) = table.rows.split_at_checked(at)?;
    let asked = |row: &&Row| row.aside.is_none();
    let opinions: Vec<&Row> = below.iter().filter(asked).collect();
    let (first, last) = (opinions.first()?.row, opinions.last()?.row);
    let grouped = below
        .iter()
        .take_while(|row| row.row < first)
        .any(|row| row.aside == Some(ReasonAside::Heading));
    let total = below.first()?;
    let total_row = total.row + 1;
    let on_row = |total: &&Total| row_of(&total.cell) == Some(total_row);
    let stated = table.totals.iter().find(on_row);
    let counts_all = stated.is_some_and(|total| {
        let holds = |rows: &[Row]| counts(rows).iter().any(|count| total.stated.contains(count));
        holds(&table.rows) && !holds(above)
    });
    (!grouped && !counts_all).then(|| {
        let cell = stated.map_or(&total.cell, |total| &total.cell);
        let kind = IntakeFinding::AfterTotal {
            first: first + 1,
            last: last + 1,
            opinions: opinions.len(),
        };
        (Some(cell.clone()), kind)
    })
}

/// The row of a cell, counted from 1.
fn row_of(cell: &str) -> Option<u32> {
    let number = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    number.parse().ok()
}

/// Gives each total the counts with which it agrees. A unit may count cells or opinions, with or without complaints
/// and rows that ask for nothing.
fn count(table: &mut Table) {
    let rows = &table.rows;
    let mut from = 0;
    for total in &mut table.totals {
        let below = |row: &Row| row_of(&total.cell).is_some_and(|at| row.row + 1 < at);
        let until = rows.iter().take_while(|row| below(row)).count();
        let heading = rows
            .iter()
            .take(until)
            .rposition(|row| row.aside == Some(ReasonAside::Heading))
            .unwrap_or_default();
        for part in [
            rows.get(..),
            rows.get(..until),
            rows.get(from..until),
            rows.get(heading..until),
        ] {
            total.fits.extend(counts(part.unwrap_or_default()));
        }
        from = until;
    }
}

fn counts(rows: &[Row]) -> [u64; 6] {
    let asked = |row: &&Row| row.aside.is_none();
    let raised = |row: &&Row| row.aside.is_none() || row.aside == Some(ReasonAside::Complaint);
    let filled = |row: &&Row| raised(row) || row.aside == Some(ReasonAside::NoOpinion);
    let whole = |row: &&Row| row.part.is_none_or(|part| part == 1);
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    [
        number(rows.iter().filter(asked).count()),
        number(rows.iter().filter(raised).count()),
        number(rows.iter().filter(|row| asked(row) && whole(row)).count()),
        number(rows.iter().filter(|row| raised(row) && whole(row)).count()),
        number(rows.iter().filter(filled).count()),
        number(rows.iter().filter(|row| filled(row) && whole(row)).count()),
    ]
}
