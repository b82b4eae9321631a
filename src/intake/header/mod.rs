//! Finds the header of a table by its column words, however they are ordered, spelt or spread over two rows. Tables without
//! one are `guess`'s. What the words of a single cell say is told in `words`.

mod words;

use std::collections::BTreeMap;

use super::asking::{asks, asks_at_once, complains, count};
use super::line;
use super::mark::without_mark;
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page};
use super::person::is_name;
use super::programme;
use super::prose::is_group;
use super::subject;
use crate::model::ColumnRole;
use crate::text::{clean, fold};

pub(super) use words::{names_telephone, role};

use self::words::{
    asks_standing, heads_numbers, is_of_standings, names_opinion, names_position, names_solution,
};

/// The columns of one table. Rows and columns count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) number: Option<u32>,
    pub(crate) person: Option<u32>,
    /// Last column over which the header of the names is merged: family name and given name may stand apart.
    pub(crate) person_ends: Option<u32>,
    /// Whether the person's column holds the position too ("Họ tên, chức vụ").
    pub(crate) person_has_position: bool,
    pub(crate) position: Option<u32>,
    pub(crate) unit: Option<u32>,
    /// Never empty.
    pub(crate) contents: Vec<Content>,
    pub(crate) hints: Vec<(ColumnRole, u32)>,
    pub(crate) times: Option<u32>,
    /// First and last column that belong to the table.
    pub(crate) span: (u32, u32),
    /// Every column found, for the report on the file.
    pub(crate) all: Vec<(ColumnRole, u32)>,
}

/// A column of opinions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) column: u32,
    /// Its words in the header, where there are several such columns ("Kiến nghị với Trung ương").
    pub(crate) label: Option<String>,
    /// Whether it goes on with the opinion of the column before it (the problem, then what is asked).
    pub(crate) goes_on: bool,
}

/// A cell of a header: its column, what that holds, its words.
pub(super) type HeaderCell = (u32, ColumnRole, String);

/// A header: its rows and the tables that begin under it, from the left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) tables: Vec<Columns>,
    /// Whether the columns had to be told by what they hold.
    pub(crate) guessed: bool,
}

/// Bodies that reply to an opinion.
const REPLYING: [&str; 10] = [
    "ubnd", "uy ban", "dang uy", "hdnd", "co quan", "lanh dao", "chu toa", "phong ", "so ", "don vi",
];

/// Bodies that say something only about the opinions of others.
const ADVISING: [&str; 6] = [
    "co quan chuyen mon",
    "phong chuyen mon",
    "bo phan chuyen mon",
    "co quan tham muu",
    "bo phan tham muu",
    "co quan co tham quyen",
];

/// Finds the header that begins in a row.
pub(crate) fn header_at(page: &Page, row: u32) -> Option<Header> {
    if !may_be_header(page, row) {
        return None;
    }
    let single = columns_of(page, row, row);
    // A single cell above a header is a title or the sentence before the table.
    let several = page.row(row, (0, u32::MAX)).nth(1).is_some();
    let double = second_line(page, row)
        .filter(|_| several)
        .and_then(|last| columns_of(page, row, last));
    let roles = |tables: &[Columns]| tables.iter().map(|t| t.all.len()).sum::<usize>();
    // A word in each of three rows: "Chức | vụ, | đơn vị".
    let triple = second_line(page, row)
        .filter(|_| several)
        .and_then(|next| second_line(page, next))
        .filter(|last| (row + 1..=*last).all(|row| page.row(row, (0, u32::MAX)).nth(1).is_some()))
        .and_then(|last| columns_of(page, row, last));
    let fewer = |tables: &Option<Vec<Columns>>| tables.as_deref().map_or(0, roles);
    if let Some(tables) = triple.filter(|three| roles(three) > fewer(&single).max(fewer(&double))) {
        return Some(Header {
            first: row,
            last: row + 2,
            tables,
            guessed: false,
        });
    }
    let (last, tables) = match (single, double) {
        (Some(one), Some(two)) if roles(&two) > roles(&one) || spans(page, row) || is_divided(page, row) => {
            (row + 1, two)
        }
        (Some(one), _) => (row, one),
        // A title right above a header is not its first line, and neither is a row without any column word.
        (None, Some(two)) if columns_of(page, row + 1, row + 1).is_none() && has_role(page, row) => {
            (row + 1, two)
        }
        (None, _) => return None,
    };
    Some(Header {
        first: row,
        last,
        tables,
        guessed: false,
    })
}

/// Whether a cell of the row is a column word by itself, and none is as long as an opinion.
fn has_role(page: &Page, row: u32) -> bool {
    page.row(row, (0, u32::MAX))
        .any(|(_, words)| role(words.seen()).is_some())
        && page
            .row(row, (0, u32::MAX))
            .all(|(_, words)| words.seen().chars().nth(LONGEST_FIRST_LINE).is_none())
}

/// Longest cell, in characters, of a row that is the first line of a header without being one.
const LONGEST_FIRST_LINE: usize = 40;

/// Longest cell of a row, in characters, that is looked at as a header.
const LONGEST_CELL: usize = 160;

/// A header has no long text and no number: told first, because it is cheap.
fn may_be_header(page: &Page, row: u32) -> bool {
    let cells = || page.row(row, (0, u32::MAX));
    let subjects = cells()
        .filter(|(_, words)| subject::is_counted(words.seen()))
        .count()
        > 1;
    cells().all(|(_, words)| {
        let seen = words.seen();
        let numbered = is_number_label(seen) && !(subjects && subject::is_counted(seen));
        words.trouble.is_none() && !numbered && seen.chars().count() <= LONGEST_CELL
    })
}

/// Whether a row numbers its columns' contents and heads none of opinions: a list of those present, a budget.
pub(super) fn is_of_another_table<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let cells: Vec<&str> = cells.collect();
    // Asked of every row, so what is quickly told comes first.
    let numbered = cells.len() > 2 && cells.iter().any(|text| heads_numbers(text));
    numbered && cells.iter().filter_map(|text| role(text)).nth(1).is_some()
        || heads_figures(cells.iter().copied())
}

/// Whether a row heads a table that says how many there are of what: "STT | Lĩnh vực | Số ý kiến", "Mức độ | Số phiếu | Tỷ lệ".
pub(super) fn heads_figures<'t>(cells: impl Iterator<Item = &'t str> + Clone) -> bool {
    const LONGEST: usize = 30;
    const COUNTED: [&str; 7] = [
        "so y kien",
        "so kien nghi",
        "so luong",
        "so luot",
        "so phieu",
        "ty le",
        "ti le",
    ];
    let counts = |text: &str| {
        let counted = || {
            COUNTED
                .iter()
                .any(|counted| fold(&clean(text)).starts_with(counted))
        };
        text.len() <= LONGEST && !text.contains(|c: char| c.is_ascii_digit()) && counted()
    };
    let told = [ColumnRole::Person, ColumnRole::Position, ColumnRole::Content];
    cells.clone().nth(1).is_some()
        && cells.clone().any(counts)
        && cells.clone().all(|text| text.len() <= LONGEST)
        && !cells.filter_map(role).any(|role| told.contains(&role))
}

/// Whether a cell of the row is merged with the one below it.
fn spans(page: &Page, row: u32) -> bool {
    page.row(row, (0, u32::MAX)).any(|(at, _)| {
        page.merges
            .block(at)
            .is_some_and(|b| b.first_row == row && b.last_row == row + 1)
    })
}

/// Whether what stands in the row below divides cells that are merged over several columns: "Năm sinh" over "Nam", "Nữ".
fn is_divided(page: &Page, row: u32) -> bool {
    let wide = |column: u32| {
        page.merges.block((row, column)).is_some_and(|block| {
            block.first_row == row && block.last_row == row && block.first_column < block.last_column
        })
    };
    let mut below = page.row(row + 1, (0, u32::MAX));
    below.clone().nth(1).is_some() && below.all(|(at, _)| wide(at.1))
}

/// The row below, if it could be the second line of a header: short words and no figures.
fn second_line(page: &Page, row: u32) -> Option<u32> {
    let mut cells = page.row(row + 1, (0, u32::MAX));
    let (_, first) = cells.clone().next()?;
    // A group heading may stand right below a header.
    if cells.clone().nth(1).is_none() && line::is_labelled(first.seen()) {
        return None;
    }
    cells
        .all(|(_, words)| {
            let seen = words.seen();
            seen.chars().count() <= 40
                && words.trouble.is_none()
                && !seen.chars().any(|c| c.is_ascii_digit())
                && !is_said(seen)
        })
        .then_some(row + 1)
}

/// Whether a short text is an opinion, or says that there is none, and no column word.
fn is_said(text: &str) -> bool {
    let asks = asks_at_once(without_mark(text).unwrap_or(text));
    (asks || asks_for_nothing(text)) && role(text).is_none()
}

/// Most columns to the right over which a cell of a header is merged; a title goes further.
const SPREAD: u32 = 8;

/// The tables whose header stands in the rows from `first` to `last`; empty without a column of opinions.
fn columns_of(page: &Page, first: u32, last: u32) -> Option<Vec<Columns>> {
    let cells = texts_above(page, first, last);
    if cells.len() < 2 {
        return None;
    }
    let subjects = is_header_of_subjects(&cells);
    let fields = subject::by_field(page, last, &cells);
    let whole: Vec<String> = cells.values().map(|(whole, _)| whole.clone()).collect();
    let found: Vec<HeaderCell> = cells
        .into_iter()
        .filter_map(|(column, (whole, own))| {
            let of_field = fields.contains(&column).then_some(ColumnRole::Content);
            let subject = || (subjects && subject::is_counted(&own)).then_some(ColumnRole::Content);
            // "Nội dung ý kiến" stands over "Cây xanh", whatever that says.
            let over = || role(whole.strip_suffix(&own)?).filter(|role| *role == ColumnRole::Content);
            let role = of_field
                .or_else(|| role(&own))
                .or_else(|| role(&whole))
                .or_else(subject)
                .or_else(over)?;
            Some((column, role, whole))
        })
        .collect();
    let found = told_as_posts(page, last, spread(page, last, subject::by_level(found)));
    let mut tables: Vec<Columns> = side_by_side(&found)
        .into_iter()
        .filter_map(|cells| table(&cells, &whole))
        .filter(|table| !programme::is_table(page, last, table, &whole))
        .map(|columns| Columns {
            person_ends: columns
                .person
                .and_then(|person| merged_until(page, last, person))
                .or(columns.person_ends),
            ..columns
        })
        .map(with_post_beside_name)
        .collect();
    if let [table] = tables.as_mut_slice() {
        told_by_cells(page, last, table);
    }
    (!tables.is_empty()).then_some(tables)
}

/// "Họ và tên, chức vụ" over two columns: the second one holds the post.
fn with_post_beside_name(columns: Columns) -> Columns {
    match (columns.person, columns.person_ends) {
        (Some(first), Some(last)) if columns.person_has_position && last == first + 1 => Columns {
            position: Some(last),
            person_ends: None,
            ..columns
        },
        _ => columns,
    }
}

/// The whole text above each column, and what its last line says by itself.
fn texts_above(page: &Page, first: u32, last: u32) -> BTreeMap<u32, (String, String)> {
    let mut cells: BTreeMap<u32, (String, String)> = BTreeMap::new();
    for row in first..=last {
        for (at, words) in page.row(row, (0, u32::MAX)) {
            let until = page.merges.block(at).map_or(at.1, |block| block.last_column);
            // A title across the sheet is no header; one across a few columns heads each of them.
            let until = if row < last {
                until.min(at.1 + SPREAD)
            } else {
                at.1
            };
            for column in at.1..=until {
                let (whole, own) = cells.entry(column).or_default();
                if !whole.is_empty() {
                    whole.push(' ');
                }
                whole.push_str(words.seen());
                words.seen().clone_into(own);
            }
        }
    }
    cells
}

/// Rows below a header that tell what its columns without a known word hold.
const TELLING_ROWS: u32 = 60;

/// The first rows below a header that hold an opinion, up to the signature.
fn telling_rows(page: &Page, last: u32, content: u32) -> Vec<u32> {
    let closes = |row: u32| {
        let mut cells = page.row(row, (0, u32::MAX));
        cells.any(|(_, words)| line::is_closing(words.seen()))
    };
    (last.saturating_add(1)..=last.saturating_add(TELLING_ROWS))
        .take_while(|row| !closes(*row))
        .filter(|row| page.cells.contains_key(&(*row, content)))
        .collect()
}

/// Whether most of some rows hold something of a kind in a column.
fn mostly(page: &Page, rows: &[u32], column: u32, test: impl Fn(&str) -> bool) -> bool {
    let fitting = rows.iter().filter(|row| test(page.seen((**row, column))));
    fitting.count() * 2 > rows.len()
}

/// A column beside that of the names that says what each person is: by its header ("Là cán bộ/người dân"), or by its cells
/// where the header may mean a person ("Cử tri").
fn told_as_posts(page: &Page, last: u32, mut found: Vec<HeaderCell>) -> Vec<HeaderCell> {
    let content = found.iter().find(|(_, role, _)| *role == ColumnRole::Content);
    let rows = content.map_or_else(Vec::new, |(column, ..)| telling_rows(page, last, *column));
    let is_post = |text: &str| line::is_post(text) && !is_name(text);
    let posts: Vec<bool> = found
        .iter()
        .map(|(column, role, text)| {
            let person = *role == ColumnRole::Person;
            person && (asks_standing(text) || mostly(page, &rows, *column, is_post))
        })
        .collect();
    let names = found.iter().zip(&posts);
    let named = names
        .filter(|((_, role, _), post)| *role == ColumnRole::Person && !**post)
        .count();
    for (cell, _) in found.iter_mut().zip(posts).filter(|(_, post)| *post && named > 0) {
        cell.1 = ColumnRole::Position;
    }
    found
}

/// Finds the column of names, and that of posts, among those before the opinions whose header says nothing known, by what
/// most rows hold there.
fn told_by_cells(page: &Page, last: u32, table: &mut Columns) {
    let Some(content) = table.contents.first().map(|content| content.column) else {
        return;
    };
    let rows = telling_rows(page, last, content);
    let find = |table: &Columns, from: u32, test: fn(&str) -> bool| {
        let free = |column: &u32| table.all.iter().all(|(_, known)| known != column);
        (from..content).find(|column| free(column) && mostly(page, &rows, *column, test))
    };
    if table.person.is_none() {
        // Two words may be a place as well: "Nà Lẹng".
        let whole_name = |text: &str| is_name(text) && text.split_whitespace().nth(2).is_some();
        table.person = find(table, 0, whole_name);
        table
            .all
            .extend(table.person.map(|column| (ColumnRole::Person, column)));
    }
    // "Đối tượng": "Cử tri thôn Bản Nghè" is who speaks.
    if let Some(position) = table.position.filter(|_| table.person.is_none())
        && mostly(page, &rows, position, is_group)
    {
        table.person = Some(position);
        table.position = None;
        let of_groups = table.all.iter_mut().filter(|(_, column)| *column == position);
        of_groups.for_each(|(role, _)| *role = ColumnRole::Person);
    }
    let posted = table.all.iter().any(|(role, _)| *role == ColumnRole::Position);
    if let Some(person) = table.person.filter(|_| !posted)
        && let Some(post) = find(table, person + 1, line::is_post)
    {
        table.position = Some(post);
        table.all.push((ColumnRole::Position, post));
    }
    table.all.sort_by_key(|(_, column)| *column);
}

/// The columns of a table by what they hold, where the words of its header stand over other columns than they mean: names below
/// that of the opinions, and sentences below another one.
pub(super) fn by_contents(page: &Page, header: &Header) -> Option<Header> {
    let [table] = header.tables.as_slice() else {
        return None;
    };
    let [content] = table.contents.as_slice() else {
        return None;
    };
    if let Some(beside) = one_to_the_left(page, header, table) {
        return Some(beside);
    }
    let names = content.column;
    let rows = telling_rows(page, header.last, names);
    let ends = |text: &str| text.trim_end().ends_with(['.', '?', '!']);
    let states =
        |text: &str| count(text) >= SENTENCE && !is_name(text) && (!line::is_post(text) || ends(text));
    let posts = |text: &str| line::is_post(text) && !is_name(text);
    let others = || {
        table
            .all
            .iter()
            .map(|(_, column)| *column)
            .filter(|column| *column != names)
    };
    let said = others().find(|column| mostly(page, &rows, *column, states))?;
    if rows.len() < 2 || !mostly(page, &rows, names, is_name) {
        return None;
    }
    let position = others().find(|column| *column != said && mostly(page, &rows, *column, posts));
    let role = |column: u32| match column {
        column if column == names => ColumnRole::Person,
        column if column == said => ColumnRole::Content,
        column if Some(column) == position => ColumnRole::Position,
        column if Some(column) == table.number => ColumnRole::Number,
        _ => ColumnRole::Other,
    };
    let columns = Columns {
        number: table.number,
        person: Some(names),
        position,
        contents: vec![Content {
            column: said,
            ..content.clone()
        }],
        span: table.span,
        all: table
            .all
            .iter()
            .map(|(_, column)| (role(*column), *column))
            .collect(),
        ..Columns::default()
    };
    Some(told_below(header, columns))
}

/// A header that stands one column to the left of what it means: the numbers of the rows stand below that of the names.
fn one_to_the_left(page: &Page, header: &Header, table: &Columns) -> Option<Header> {
    let [content] = table.contents.as_slice() else {
        return None;
    };
    let person = table.person.filter(|_| table.number.is_none())?;
    let rows = telling_rows(page, header.last, content.column);
    let beside = content.column.saturating_add(1);
    let states = |text: &str| count(text) >= SENTENCE;
    let numbered = mostly(page, &rows, person, is_number_label);
    let headed = (header.first..=header.last).any(|row| !page.seen((row, beside)).is_empty());
    if rows.len() < 2 || headed || !numbered || !mostly(page, &rows, beside, states) {
        return None;
    }
    let moved = |column: u32| column.saturating_add(1);
    let columns = Columns {
        number: Some(person),
        person: Some(moved(person)),
        person_has_position: table.person_has_position,
        position: table.position.map(moved),
        contents: vec![Content {
            column: beside,
            ..content.clone()
        }],
        span: (table.span.0, moved(table.span.1)),
        all: std::iter::once((ColumnRole::Number, person))
            .chain(table.all.iter().map(|(role, column)| (*role, moved(*column))))
            .collect(),
        ..Columns::default()
    };
    Some(told_below(header, columns))
}

/// What begins below a header whose words say nothing right: its columns were told by what they hold.
fn told_below(header: &Header, columns: Columns) -> Header {
    let first = header.last.saturating_add(1);
    Header {
        first,
        last: first,
        tables: vec![columns],
        guessed: true,
    }
}

/// Fewest words of a sentence.
const SENTENCE: usize = 5;

/// Whether several columns are each of a subject, beside one that tells the rows apart.
fn is_header_of_subjects(cells: &BTreeMap<u32, (String, String)>) -> bool {
    let subjects = cells.values().filter(|(_, own)| subject::is_counted(own));
    let telling = |(_, own): &(String, String)| {
        let named = [ColumnRole::Number, ColumnRole::Person, ColumnRole::Position];
        role(own).is_some_and(|role| named.contains(&role))
    };
    subjects.count() > 1 && cells.values().any(telling)
}

/// A header of opinions that is merged over several columns stands above each of them.
fn spread(page: &Page, last: u32, found: Vec<HeaderCell>) -> Vec<HeaderCell> {
    let mut all = found.clone();
    for (column, role, text) in found {
        if let (ColumnRole::Content, Some(until)) = (role, merged_until(page, last, column)) {
            all.extend((column + 1..=until).map(|column| (column, role, text.clone())));
        }
    }
    all.sort_by_key(|(column, ..)| *column);
    all.dedup_by_key(|(column, ..)| *column);
    all
}

/// Last column of the block that begins in a cell of a header, where it is merged to the right.
fn merged_until(page: &Page, row: u32, column: u32) -> Option<u32> {
    let block = page.merges.block((row, column))?;
    let begins = block.first_column == column && block.last_column > column;
    begins.then(|| block.last_column.min(column + SPREAD))
}

/// Splits a header where its columns begin anew: two tables beside one another.
fn side_by_side(found: &[HeaderCell]) -> Vec<Vec<HeaderCell>> {
    let mut tables: Vec<Vec<HeaderCell>> = Vec::new();
    for cell in found {
        let anew = tables.last().is_none_or(|table| {
            let has = |role| table.iter().any(|(_, known, _)| *known == role);
            has(ColumnRole::Content)
                && (cell.1 == ColumnRole::Number && has(ColumnRole::Number)
                    || cell.1 == ColumnRole::Person && has(ColumnRole::Person) && !has(ColumnRole::Number))
        });
        if anew {
            tables.push(Vec::new());
        }
        if let Some(table) = tables.last_mut() {
            table.push(cell.clone());
        }
    }
    // The last table reaches to the end of the sheet, each other one to the next.
    tables
}

/// Columns that tell one opinion's row from another; a table has at least one of them.
const TELLING: [ColumnRole; 5] = [
    ColumnRole::Number,
    ColumnRole::Person,
    ColumnRole::Position,
    ColumnRole::Unit,
    ColumnRole::Place,
];

/// Words of a budget's columns, without tones.
const PRICED: [&str; 5] = ["thanh tien", "don gia", "don vi tinh", "du toan", "so tien"];

/// What heads a column of figures as a whole, without tones.
const COUNTED: [&str; 4] = ["so luong", "so lieu", "ty le", "ti le"];

/// Columns whose words help to understand the opinion beside them.
const HINTS: [ColumnRole; 4] = [
    ColumnRole::Field,
    ColumnRole::Agency,
    ColumnRole::Note,
    ColumnRole::Place,
];

/// Whether a header is that of a budget or of figures: what has a price is bought, and what is counted is not asked for.
fn is_budget(cells: &[HeaderCell], all: &[String]) -> bool {
    const BOUGHT: [&str; 3] = ["noi dung", "noi dung chi", "noi dung cong viec"];
    let priced = |text: &String| {
        let folded = fold(&clean(text));
        PRICED.iter().any(|word| folded.contains(word))
    };
    let said = |(_, role, text): &HeaderCell| {
        *role == ColumnRole::Content && !BOUGHT.contains(&fold(&clean(text)).as_str())
    };
    let named = |(_, role, _): &HeaderCell| matches!(role, ColumnRole::Person | ColumnRole::Position);
    let counted = |text: &String| COUNTED.contains(&fold(&clean(text)).as_str());
    let of_figures = all.iter().any(counted) && !cells.iter().any(named);
    (all.iter().any(priced) || of_figures) && !cells.iter().any(said)
}

/// The columns of one table; `None` without opinions or with nothing beside them that tells them apart.
fn table(cells: &[HeaderCell], all: &[String]) -> Option<Columns> {
    let cells = without_replies(cells);
    let first = |wanted: ColumnRole| cells.iter().find(|(_, role, _)| *role == wanted);
    let of = |wanted: ColumnRole| first(wanted).map(|(column, ..)| *column);
    let contents = contents(&cells);
    if is_budget(&cells, all) {
        return None;
    }
    if contents.is_empty() || !TELLING.iter().any(|role| of(*role).is_some()) {
        return None;
    }
    let with_position = first(ColumnRole::Person).is_some_and(|(.., text)| names_position(text));
    let posts = || cells.iter().filter(|(_, role, _)| *role == ColumnRole::Position);
    let better = posts().find(|(.., text)| !is_of_standings(text));
    let position = better.or_else(|| posts().next()).map(|(column, ..)| *column);
    let unit = of(ColumnRole::Unit);
    // Where no column holds the position, the unit or the place of a person stands in for it.
    let stand_in = unit
        .or(of(ColumnRole::Place))
        .filter(|_| position.is_none() && !with_position);
    let all: Vec<(ColumnRole, u32)> = cells.iter().map(|(column, role, _)| (*role, *column)).collect();
    let is_hint = |(role, column): &(ColumnRole, u32)| HINTS.contains(role) && Some(*column) != stand_in;
    Some(Columns {
        number: of(ColumnRole::Number),
        person: of(ColumnRole::Person),
        person_ends: pieces_until(&cells),
        person_has_position: with_position && position.is_none(),
        position: position.or(stand_in),
        unit,
        hints: all.iter().copied().filter(is_hint).collect(),
        times: of(ColumnRole::Times),
        span: (cells.first()?.0, cells.last()?.0),
        all,
        contents,
    })
}

/// Last column of a name that stands in cells of its own: "Họ đệm" and "Tên", or one column for men and one for women.
fn pieces_until(cells: &[HeaderCell]) -> Option<u32> {
    let is_piece = |text: &str| {
        let folded = fold(&clean(text));
        let ends = [" ten ten", " nam", " nu"]
            .iter()
            .any(|end| folded.ends_with(end));
        folded == "ten" || ends
    };
    let mut persons = cells
        .iter()
        .filter(|(_, role, _)| *role == ColumnRole::Person)
        .peekable();
    let mut last = persons.next()?.0;
    let first = last;
    while let Some((column, ..)) = persons.next_if(|(column, _, text)| *column == last + 1 && is_piece(text))
    {
        last = *column;
    }
    (last > first).then_some(last)
}

/// "Ý kiến của UBND xã" beside the column of opinions is what the body says to them; beside "Ý kiến của Nhân dân" it is
/// the body's own opinion. "Đề xuất giải pháp" beside the opinions is a note on them.
fn without_replies(cells: &[HeaderCell]) -> Vec<HeaderCell> {
    let whose = |text: &str| fold(&clean(text)).strip_prefix("y kien cua ").map(str::to_owned);
    let replies =
        |text: &str| whose(text).is_some_and(|whose| REPLYING.iter().any(|body| whose.starts_with(body)));
    let advises =
        |text: &str| whose(text).is_some_and(|whose| ADVISING.iter().any(|body| whose.starts_with(body)));
    let contents = || cells.iter().filter(|cell| cell.1 == ColumnRole::Content);
    let answers =
        |text: &str| fold(&clean(text)).starts_with("y kien phan hoi") && contents().nth(1).is_some();
    let solves = |text: &str| names_solution(text) && contents().any(|(.., other)| names_opinion(other));
    let plain = contents().any(|cell| whose(&cell.2).is_none());
    let asked = contents().any(|cell| !replies(&cell.2));
    cells
        .iter()
        .map(|cell| match cell {
            (column, ColumnRole::Content, text)
                if plain && replies(text) || asked && advises(text) || answers(text) =>
            {
                (*column, ColumnRole::Other, text.clone())
            }
            (column, ColumnRole::Content, text) if solves(text) => (*column, ColumnRole::Note, text.clone()),
            other => other.clone(),
        })
        .collect()
}

fn contents(cells: &[HeaderCell]) -> Vec<Content> {
    let all: Vec<(u32, &str)> = cells
        .iter()
        .filter(|(_, role, _)| *role == ColumnRole::Content)
        .map(|(column, _, text)| (*column, text.as_str()))
        .collect();
    let several = all
        .iter()
        .any(|(_, text)| all.first().is_some_and(|first| first.1 != *text));
    let mut before = false;
    all.iter()
        .map(|(column, text)| {
            let folded = fold(&clean(text));
            let asks = ["kien nghi", "de xuat", "giai phap", "de nghi"]
                .iter()
                .any(|word| folded.contains(word));
            let further = [" tiep", "(tiep", "tiep theo"]
                .iter()
                .any(|word| folded.trim_end_matches(')').ends_with(word));
            let goes_on = before && asks || further;
            let opinion = ["y kien", "kien nghi", "de xuat", "cau hoi", "de nghi"]
                .iter()
                .any(|word| folded.contains(word));
            // A column for a field is whole by itself.
            before = !opinion && role(text) == Some(ColumnRole::Content);
            Content {
                column: *column,
                label: several.then(|| clean(text)),
                goes_on,
            }
        })
        .collect()
}

/// Words of a header that stands alone: nothing else, because a title holds column words, too.
const LONE: [&str; 25] = [
    "phat", "bieu", "thao", "luan", "gop", "noi", "dung", "nd", "y", "kien", "nghi", "de", "xuat", "phan",
    "anh", "cac", "va", "cua", "cu", "tri", "nguyen", "vong", "tam", "tu", "dan",
];

/// Finds the header of a table that has no other column than that of opinions. Most rows below it ask for something: a
/// title with the same words has other things below it.
pub(crate) fn lone(page: &Page) -> Option<Header> {
    let first = page.cells.iter().find(|(at, words)| {
        let alone = page.row(at.0, (0, u32::MAX)).nth(1).is_none();
        alone && is_lone_header(words.seen()) && asked_below(page, **at)
    });
    let (&(row, column), _) = first?;
    let content = Content {
        column,
        label: None,
        goes_on: false,
    };
    let columns = Columns {
        contents: vec![content],
        span: (0, u32::MAX),
        all: vec![(ColumnRole::Content, column)],
        ..Columns::default()
    };
    Some(Header {
        first: row,
        last: row,
        guessed: false,
        tables: vec![columns],
    })
}

/// Whether a text is nothing but the header of a column of opinions.
pub(crate) fn is_lone_header(text: &str) -> bool {
    let folded = fold(&clean(text));
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.all(|word| LONE.contains(&word)) && role(text) == Some(ColumnRole::Content)
}

/// Whether what stands below a cell, up to the signature, is mostly a column of texts that ask or say what is wrong.
fn asked_below(page: &Page, (row, column): At) -> bool {
    let below = || {
        page.cells
            .range((row + 1, 0)..)
            .take_while(|(_, words)| !line::is_closing(words.seen()))
    };
    let said = || {
        below()
            .filter(|(at, _)| at.1 == column)
            .map(|(_, words)| words.seen())
    };
    let meant = said().filter(|text| asks(text) || complains(text)).count();
    said().any(asks) && meant * 2 >= below().count()
}

/// "1", "2.", "a)", "III", "(4)", "Ý kiến 5": what numbers a row.
pub(crate) fn is_number_label(text: &str) -> bool {
    if text.len() > LONGEST_CELL {
        return false;
    }
    let folded = fold(&clean(text));
    let rest = ["y kien so", "y kien thu", "y kien", "yk", "cau", "so"]
        .iter()
        .find_map(|label| folded.strip_prefix(label))
        .unwrap_or(&folded);
    let core = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = core.chars().all(|c| c.is_ascii_digit() || c == '.') && core.len() <= 7;
    let letter = core.len() == 1 && core.chars().all(|c| c.is_ascii_alphabetic());
    let roman = core.len() <= 5 && core.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    !core.is_empty() && (digits || rest == folded && (letter || roman))
}

/// Rows of a page that hold something, in order.
pub(crate) fn rows(page: &Page) -> Vec<u32> {
    let mut rows: Vec<u32> = page.cells.keys().map(|(row, _): &At| *row).collect();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_numbers_a_row_is_told_from_words() {
        for text in [
            "1",
            "02",
            "1.",
            "1.2",
            "(3)",
            "a)",
            "IV",
            "Ý kiến 5",
            "ý kiến số 6",
            "YK7",
        ] {
            assert!(is_number_label(text), "{text}");
        }
        for text in ["", "Tổng", "Ý kiến", "xóm 5", "Nguyễn"] {
            assert!(!is_number_label(text), "{text}");
        }
    }
}
