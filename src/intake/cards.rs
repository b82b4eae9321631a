//! Sheets on which the words of a header stand one below the other: a table on its side, with each person in a column, or
//! a card for each person ("Họ và tên: Ma Văn Hòa"), or two rows for each ("1 | Ma Văn Hòa | Trưởng xóm", below it what he
//! says). They are turned so that each person has a row, and then read like any
//! other table. What is an opinion is not decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::asking::{asks, complains};
use super::header::{header_at, is_number_label, role, rows};
use super::line;
use super::mark::{Mark, mark, without_mark};
use super::page::{At, Page, Words};
use super::person::is_name;
use super::table::SheetRead;
use crate::model::{ColumnRole, Layout};
use crate::spreadsheet::{Cell, Sheet, Value};
use crate::text::{clean, fold};

/// Longest text, in characters, that is looked at as a label.
const LONGEST_LABEL: usize = 60;

/// What labels stand for.
const LABELLED: [ColumnRole; 9] = [
    ColumnRole::Number,
    ColumnRole::Person,
    ColumnRole::Position,
    ColumnRole::Unit,
    ColumnRole::Place,
    ColumnRole::Content,
    ColumnRole::Field,
    ColumnRole::Agency,
    ColumnRole::Note,
];

/// A sheet with a row for each person, and where its cells stood before.
pub(super) struct Turned {
    pub(super) sheet: Sheet,
    /// Cell of the first label.
    pub(super) first: At,
    from: BTreeMap<At, At>,
}

/// A label and what stands beside it, below it or after its colon.
#[derive(Debug, Clone)]
struct Field {
    role: ColumnRole,
    label: String,
    at: At,
    values: Vec<(At, String)>,
    /// Further opinions, in the rows below the first one or behind labels of their own ("Ý kiến 2").
    more: Vec<(At, String)>,
}

/// What a person says in a field, and where; nothing where the field is empty.
type Said = Option<(At, String)>;

/// What a row of the sheet is, in order.
enum Piece {
    Card(Vec<Field>),
    /// A row that belongs to no card.
    Row(u32),
}

/// The sheet with its cards turned; nothing where no card names a person and an opinion.
pub(super) fn turned(sheet: &Sheet, page: &Page) -> Option<Turned> {
    let in_two_rows = in_two_rows(page);
    let headed = in_two_rows.is_none() && has_header(page);
    let pieces = in_two_rows.unwrap_or_else(|| pieces(page));
    let cards = || {
        pieces.iter().filter_map(|piece| match piece {
            Piece::Card(fields) => Some(fields),
            Piece::Row(_) => None,
        })
    };
    if headed || !cards().any(|fields| is_card(fields)) {
        return None;
    }
    let first = cards().flatten().next()?.at;
    let roles = roles(cards().flatten());
    let mut turned = Turned {
        sheet: Sheet {
            cells: BTreeMap::new(),
            merges: Vec::new(),
            hidden_columns: None,
            ..sheet.clone()
        },
        first,
        from: BTreeMap::new(),
    };
    turned.fill(sheet, &pieces, &roles);
    turned.hide(sheet);
    // What is no table once it is turned is read as it stands.
    let page = Page::of(&turned.sheet);
    let mut rows = rows(&page).into_iter();
    rows.any(|row| header_at(&page, row).is_some()).then_some(turned)
}

/// Whether a row of the page heads a column of numbers beside names and opinions: labels above it say who wrote the report.
fn has_header(page: &Page) -> bool {
    let labels = |row: u32| {
        let mut cells = page.row(row, (0, u32::MAX));
        cells.any(|(_, words)| words.seen().contains(':'))
    };
    let headed = |row: u32| {
        let header = header_at(page, row).filter(|_| !labels(row));
        header.is_some_and(|header| {
            let mut tables = header.tables.iter();
            tables.any(|table| table.number.is_some() && table.person.is_some())
        })
    };
    rows(page).into_iter().any(headed)
}

/// What a cell labels that holds a label and nothing more.
fn alone_label(words: &Words) -> Option<(ColumnRole, &str)> {
    let text = words.seen().trim();
    label(text).filter(|(_, label)| label.len() == text.len())
}

/// The rows of a page whose header names people and, in a row of its own below, what they say ("Nội dung ý kiến"), as do the
/// rows of its table; nothing where no header does.
fn in_two_rows(page: &Page) -> Option<Vec<Piece>> {
    let all = rows(page);
    let cells = |row: u32| page.row(row, (0, u32::MAX));
    let alone = |row: u32| {
        let mut cells = cells(row);
        cells.next().filter(|_| cells.next().is_none())
    };
    let labels = |row: u32| -> Option<Vec<(u32, Field)>> {
        let field = |(at, words): (At, &Words)| {
            let (role, label) = alone_label(words).filter(|(role, _)| *role != ColumnRole::Content)?;
            Some((at.1, field(role, label, at, "")))
        };
        let labels: Vec<_> = cells(row).map(field).collect::<Option<_>>()?;
        let names = labels.iter().any(|(_, field)| field.role == ColumnRole::Person);
        (names && labels.len() > 1).then_some(labels)
    };
    let (head, labels, (said, content)) = all.windows(2).find_map(|pair| {
        let [head, below] = pair else { return None };
        let (at, words) = alone(*below)?;
        let (role, label) = alone_label(words)?;
        let said = (role == ColumnRole::Content).then(|| (at.1, field(role, label, at, "")))?;
        Some((*head, labels(*head)?, said))
    })?;
    let person = labels
        .iter()
        .find(|(_, field)| field.role == ColumnRole::Person)?
        .0;
    let (above, rest) = all.split_at(all.partition_point(|row| *row < head));
    let mut pieces: Vec<Piece> = above.iter().map(|row| Piece::Row(*row)).collect();
    let mut rest = rest.iter().copied().skip(2).peekable();
    while let Some(row) = rest.next() {
        let below = rest
            .peek()
            .and_then(|below| alone(*below))
            .filter(|(at, _)| at.1 == said);
        let (Some((at, words)), true) = (below, is_name(page.seen((row, person)))) else {
            pieces.push(Piece::Row(row));
            continue;
        };
        let value = |column: u32| Some(((row, column), page.cells.get(&(row, column))?.received.clone()));
        let mut card: Vec<Field> = labels
            .iter()
            .map(|(column, field)| Field {
                values: value(*column).into_iter().collect(),
                ..field.clone()
            })
            .collect();
        card.push(Field {
            values: vec![(at, words.received.clone())],
            ..content.clone()
        });
        pieces.push(Piece::Card(card));
        rest.next();
    }
    Some(pieces)
}

/// What the cards hold, each with its first label: the columns of the turned sheet.
fn roles<'f>(fields: impl Iterator<Item = &'f Field>) -> Vec<(ColumnRole, &'f str)> {
    let mut roles: Vec<(ColumnRole, &str)> = Vec::new();
    for field in fields {
        if !roles.iter().any(|(known, _)| *known == field.role) {
            roles.push((field.role, uncounted(&field.label)));
        }
    }
    roles
}

/// Whether the fields name a person and say something.
fn is_card(fields: &[Field]) -> bool {
    let says = |wanted: ColumnRole, test: fn(&str) -> bool| {
        let mut of_role = fields.iter().filter(|field| field.role == wanted);
        of_role.any(|field| field.values.iter().any(|(_, text)| test(text)))
    };
    says(ColumnRole::Person, is_name) && says(ColumnRole::Content, |text| text.contains(char::is_alphabetic))
}

/// The rows of a page, those with labels gathered into cards.
fn pieces(page: &Page) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last = None;
    let twice = |(_, fields): &(u32, Vec<Field>)| {
        let mut roles = fields.iter().map(|field| field.role);
        let first = roles.next();
        first.is_some() && roles.any(|role| Some(role) == first)
    };
    let rows: Vec<(u32, Vec<Field>)> = rows(page)
        .into_iter()
        .map(|row| (row, fields(page, row)))
        .collect();
    let abreast = rows.iter().any(twice);
    let mut questions = false;
    for (row, fields) in rows {
        questions |= heads_questions(page, row);
        if questions && let Some(answer) = answer(page, row) {
            if !answered(&mut pieces, answer) {
                pieces.push(Piece::Row(row));
            }
            continue;
        }
        // A line drawn between two cards says nothing.
        let drawn = |(_, words): (At, &Words)| !words.seen().contains(char::is_alphanumeric);
        if fields.is_empty() && page.row(row, (0, u32::MAX)).all(drawn) {
            pieces.push(Piece::Row(row));
            continue;
        }
        // "Ngày sinh: ..." within a card is none of its opinion.
        let aside = fields.is_empty() && is_labelled_otherwise(page, row);
        if aside && let Some(open @ Piece::Card(_)) = pieces.pop() {
            pieces.extend([Piece::Row(row), open]);
            continue;
        }
        if fields.is_empty() {
            let below = last.is_some_and(|last: u32| last + 1 == row);
            let open = pieces.last_mut().and_then(|piece| match piece {
                Piece::Card(fields) => Some(fields),
                Piece::Row(_) => None,
            });
            if let Some(field) = open.filter(|_| below).and_then(|fields| fields.last_mut())
                && goes_on(page, field, row)
            {
                last = Some(row);
                continue;
            }
            pieces.push(Piece::Row(row));
            continue;
        }
        for field in fields {
            place(&mut pieces, field, abreast);
        }
        last = Some(row);
    }
    let units = |piece: &Piece| match piece {
        Piece::Card(fields) => fields
            .iter()
            .filter(|field| field.role == ColumnRole::Unit)
            .count(),
        Piece::Row(_) => 0,
    };
    let one_unit = pieces.iter().map(units).sum::<usize>() == 1;
    pieces
        .into_iter()
        .flat_map(|piece| apart(piece, one_unit))
        .collect()
}

/// What stands behind the sign of an answer of one line: the form gave the place for a list, and one thing was said.
fn without_lone_sign(text: String) -> String {
    let lone = !text.contains('\n');
    match mark(&text).filter(|(mark, _)| lone && matches!(mark, Mark::Bullet(_) | Mark::Number(1))) {
        Some((_, rest)) => rest.to_owned(),
        None => text,
    }
}

/// Puts a field into the card to which it belongs: the last one that has no such field, where cards stand abreast the one above
/// it; else it begins another one. A counted opinion of a card that has one ("Ý kiến 2") is a further one.
fn place(pieces: &mut Vec<Piece>, field: Field, abreast: bool) {
    let cards = pieces.iter_mut().rev().map_while(|piece| match piece {
        Piece::Card(card) => Some(card),
        Piece::Row(_) => None,
    });
    let of_column =
        |card: &&mut Vec<Field>| !abreast || card.first().is_some_and(|first| first.at.1 == field.at.1);
    if let Some(card) = cards.into_iter().find(of_column) {
        let people = card.iter().find(|known| known.role == ColumnRole::Person);
        let of_several = people.is_some_and(|people| people.values.len() > 1);
        // Where the name stands below the opinion, the next opinion begins a card.
        let named_below = people.is_some()
            && card
                .first()
                .is_some_and(|first| first.role == ColumnRole::Content);
        match card.iter_mut().find(|known| known.role == field.role) {
            None => return card.push(field),
            // "Kiến nghị với xã", "Kiến nghị với tỉnh" beside several people.
            Some(first)
                if !named_below && is_counted(&first.label) && is_counted(&field.label)
                    || of_several && field.role == ColumnRole::Content =>
            {
                return first.more.extend(field.values);
            }
            Some(_) => {}
        }
    }
    pieces.push(Piece::Card(vec![field]));
}

/// Whether a row heads the questions of a form and the answers beside them: "Câu hỏi | Trả lời".
fn heads_questions(page: &Page, row: u32) -> bool {
    const ANSWERS: [&str; 3] = ["tra loi", "cau tra loi", "noi dung tra loi"];
    let mut cells = page
        .row(row, (0, u32::MAX))
        .map(|(_, words)| fold(&clean(words.seen())));
    cells.clone().nth(2).is_none()
        && cells.next().is_some_and(|first| first.starts_with("cau hoi"))
        && cells
            .next()
            .is_some_and(|second| ANSWERS.contains(&second.as_str()))
}

/// What stands beside a question of a form; empty where nobody answered it.
fn answer(page: &Page, row: u32) -> Option<(At, String)> {
    let mut cells = page.row(row, (0, u32::MAX));
    let (at, question) = cells.next()?;
    let said = cells
        .next()
        .map(|(at, words)| (at, words.received.trim().to_owned()));
    let asked = question.seen().trim_end().ends_with('?') && cells.next().is_none();
    asked.then(|| said.unwrap_or((at, String::new())))
}

/// Adds an answer to what the person of the last card says; there may be none.
fn answered(pieces: &mut [Piece], (at, said): (At, String)) -> bool {
    let card = pieces.iter_mut().rev().find_map(|piece| match piece {
        Piece::Card(card) => Some(card),
        Piece::Row(_) => None,
    });
    let Some(card) = card else {
        return false;
    };
    match card.iter_mut().find(|known| known.role == ColumnRole::Content) {
        _ if said.is_empty() => {}
        Some(first) => first.more.push((at, said)),
        None => card.push(Field {
            role: ColumnRole::Content,
            label: "Nội dung ý kiến:".to_owned(),
            at,
            values: vec![(at, said)],
            more: Vec::new(),
        }),
    }
    true
}

/// "Ý kiến 2", "Kiến nghị số 1:".
fn is_counted(label: &str) -> bool {
    uncounted(label).len() < label.trim_end_matches(':').len()
}

/// A label without its number and its colon.
fn uncounted(label: &str) -> &str {
    label
        .trim_end_matches(':')
        .trim_end_matches(|c: char| c.is_ascii_digit())
}

/// Whether a row begins with a label of something that is no part of the form: a telephone number, a day of birth, who took the
/// call.
fn is_labelled_otherwise(page: &Page, row: u32) -> bool {
    const TAKEN: [&str; 7] = [
        "thoi gian",
        "ngay gio",
        "nguoi tiep nhan",
        "can bo tiep nhan",
        "noi tiep nhan",
        "hinh thuc",
        "nguoi truc",
    ];
    let taken = |label: &str| {
        let folded = fold(&clean(label));
        TAKEN.iter().any(|start| folded.starts_with(start))
    };
    let first = page.row(row, (0, u32::MAX)).next();
    first.is_some_and(|(_, words)| {
        let text = words.seen();
        let (label, said) = text.split_once(':').unwrap_or((text, ""));
        // "Thời gian: đề nghị làm xong trước mùa mưa" goes on.
        let otherwise = role(label) == Some(ColumnRole::Other) || !said.is_empty() && taken(label);
        otherwise && !asks(said) && !complains(said)
    })
}

/// A card without the rows that are none of it: those of one that neither names a person nor says anything ("Đơn vị: xã Phú
/// Đình" above the cards), and the unit that only the first one has, above the name.
fn apart(piece: Piece, one_unit: bool) -> Vec<Piece> {
    let Piece::Card(mut fields) = piece else {
        return vec![piece];
    };
    let of_card = |field: &Field| matches!(field.role, ColumnRole::Person | ColumnRole::Content);
    let above = match fields.iter().position(of_card) {
        Some(_) if one_unit && fields.first().is_some_and(|field| field.role == ColumnRole::Unit) => 1,
        Some(_) => 0,
        None => fields.len(),
    };
    let rows: BTreeSet<u32> = fields.drain(..above).map(|field| field.at.0).collect();
    let kept = fields.first().map(|field| field.at.0);
    let rows = rows.into_iter().filter(|row| Some(*row) != kept).map(Piece::Row);
    let card = (!fields.is_empty()).then_some(Piece::Card(fields));
    rows.chain(card).collect()
}

/// Adds a row without a label to what the label above it says: a longer opinion, another one, or the first one below its label.
fn goes_on(page: &Page, field: &mut Field, row: u32) -> bool {
    let mut cells = page.row(row, (0, u32::MAX));
    let (Some((at, words)), None) = (cells.next(), cells.next()) else {
        return false;
    };
    let text = words.seen();
    let fits = match field.values.as_slice() {
        [] => true,
        [(value, _)] => value.1 == at.1,
        _ => false,
    };
    if field.role != ColumnRole::Content || !fits || is_other(text) {
        return false;
    }
    let said = words.received.trim();
    let [first] = field.values.as_mut_slice() else {
        field.values.push((at, said.to_owned()));
        return true;
    };
    let open = field.more.last_mut().unwrap_or(first);
    if is_other_opinion(&open.1, text) {
        field.more.push((at, said.to_owned()));
    } else {
        open.1.push('\n');
        open.1.push_str(said);
    }
    true
}

/// Whether a row below an opinion is one of its own: a sentence below one that asked, and no item of a list.
fn is_other_opinion(before: &str, text: &str) -> bool {
    let ended = before.trim_end().ends_with(['.', '!', '?']) && asks(before);
    let begins = text.trim_start().starts_with(char::is_uppercase) && without_mark(text).is_none();
    ended && begins && (asks(text) || complains(text) || line::is_sentence(text))
}

/// Whether a line below an opinion is none of its words.
fn is_other(text: &str) -> bool {
    line::is_closing(text)
        || line::is_letterhead(text)
        || line::is_heading(text)
        || line::is_note(text)
        || is_number_label(text)
        || counts_people(text)
        || fold(&clean(text)).contains("(ky")
}

/// "Công dân thứ 2", "Phiếu số 3": the title of a card.
fn counts_people(text: &str) -> bool {
    const COUNTED: [&str; 10] = [
        "cuoc goi",
        "truong hop",
        "luot",
        "cong dan",
        "cu tri",
        "dai bieu",
        "nguoi",
        "phieu",
        "thanh vien",
        "ong/ba",
    ];
    const LONGEST: usize = 5;
    let folded = fold(&clean(text));
    folded.ends_with(|c: char| c.is_ascii_digit())
        && folded.split(' ').nth(LONGEST).is_none()
        && COUNTED.iter().any(|counted| folded.starts_with(counted))
}

/// The labels of a row with what they say: the cells up to the next label, or the words after the colon.
fn fields(page: &Page, row: u32) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (at, words) in page.row(row, (0, u32::MAX)) {
        let text = words.seen().trim();
        let framed = in_lines(at, &words.received);
        if !framed.is_empty() {
            fields.extend(framed);
            continue;
        }
        // Beside a label, "Người dân" is what it says of a person.
        let may_label = fields.is_empty() || text.contains(':');
        match label(text).filter(|_| may_label) {
            Some((role, label)) => fields.push(field(role, label, at, &words.received)),
            None => match fields.last_mut() {
                Some(field) => field.values.push((at, words.received.trim().to_owned())),
                // What is not labelled stands in a row of its own.
                None => return Vec::new(),
            },
        }
    }
    fields.retain(|field| !field.values.is_empty() || field.label.ends_with(':'));
    // "Câu hỏi | Trả lời" heads the questions of a form.
    let questions = fields.iter().any(|field| {
        field
            .values
            .iter()
            .any(|(_, text)| fold(&clean(text)) == "tra loi")
    });
    if questions { Vec::new() } else { fields }
}

/// A label and the words after its colon.
fn field(role: ColumnRole, label: &str, at: At, received: &str) -> Field {
    let value = received.split_once(':').map_or("", |(_, value)| value.trim());
    let values = (!value.is_empty()).then(|| (at, value.to_owned()));
    Field {
        role,
        label: label.to_owned(),
        at,
        values: values.into_iter().collect(),
        more: Vec::new(),
    }
}

/// The fields of a card that stands in one cell: several of its lines have a label, and what has none goes on with the line above.
fn in_lines(at: At, received: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for line in received.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match label(line).filter(|_| line.contains(':')) {
            Some((role, label)) => fields.push(field(role, label, at, line)),
            None => match fields.last_mut().and_then(|field| field.values.first_mut()) {
                Some((_, value)) => {
                    value.push('\n');
                    value.push_str(line);
                }
                None => return Vec::new(),
            },
        }
    }
    if fields.len() < 2 { Vec::new() } else { fields }
}

/// What a text labels, and the label with its colon.
fn label(text: &str) -> Option<(ColumnRole, &str)> {
    let label = text
        .split_once(':')
        .and_then(|(before, _)| text.get(..=before.len()))
        .unwrap_or(text);
    let told = label.contains(char::is_alphabetic) && label.chars().nth(LONGEST_LABEL).is_none();
    if !told || line::is_letterhead(text) {
        return None;
    }
    let known = role(uncounted(label)).filter(|role| LABELLED.contains(role));
    let in_a_letter = || in_a_letter(label.strip_suffix(':')?);
    known.map(|role| (role, label)).or_else(in_a_letter)
}

/// What a letter of one person says in place of labels, and the label that it stands for: "Tôi tên là: ...", "Tôi xin có ý kiến
/// như sau:".
fn in_a_letter(label: &str) -> Option<(ColumnRole, &'static str)> {
    const NAMES: [&str; 4] = ["toi ten la", "ten toi la", "toi la", "ten toi"];
    let folded = fold(&clean(label));
    let says = folded.starts_with("toi ") && folded.ends_with(" sau") && folded.contains("y kien");
    match NAMES.contains(&folded.as_str()) {
        true => Some((ColumnRole::Person, "Họ và tên:")),
        false => says.then_some((ColumnRole::Content, "Nội dung ý kiến:")),
    }
}

/// What each person of a card says, by role, and in which column: one each where the labels stand below one another.
fn people(fields: &[Field], roles: &[(ColumnRole, &str)]) -> Vec<(Option<u32>, Vec<Said>)> {
    let of_role = |role: ColumnRole| fields.iter().find(|field| field.role == role);
    let columns: BTreeSet<u32> = match fields.iter().any(|field| field.values.len() > 1) {
        true => fields
            .iter()
            .flat_map(|field| &field.values)
            .map(|(at, _)| at.1)
            .collect(),
        false => BTreeSet::new(),
    };
    if columns.is_empty() {
        let values = roles
            .iter()
            .map(|(role, _)| of_role(*role)?.values.first().cloned());
        return vec![(None, values.collect())];
    }
    columns
        .iter()
        .map(|column| {
            let of_person = |field: &Field| field.values.iter().find(|(at, _)| at.1 == *column).cloned();
            let said = roles.iter().map(|(role, _)| of_role(*role).and_then(of_person));
            (Some(*column), said.collect())
        })
        .collect()
}

impl Turned {
    /// Writes the pieces, the header right above the first card.
    fn fill(&mut self, sheet: &Sheet, pieces: &[Piece], roles: &[(ColumnRole, &str)]) {
        let first = self.first;
        let mut header = Some(roles.iter().map(|(_, label)| Some((first, (*label).to_owned()))));
        let mut next = 0;
        for piece in pieces {
            match piece {
                Piece::Row(row) => next = self.copy(sheet, *row, next),
                Piece::Card(fields) => {
                    if let Some(labels) = header.take() {
                        next = self.put(next, labels);
                    }
                    for (column, person) in people(fields, roles) {
                        let person = person.into_iter().zip(roles).map(|(cell, (role, _))| {
                            let content = *role == ColumnRole::Content;
                            cell.map(|(at, text)| (at, if content { without_lone_sign(text) } else { text }))
                        });
                        next = self.put(next, person);
                        let more = fields.iter().flat_map(|field| &field.more);
                        for said in more.filter(|(at, _)| column.is_none_or(|column| column == at.1)) {
                            let cell = |(role, _): &(ColumnRole, &str)| {
                                (*role == ColumnRole::Content).then(|| said.clone())
                            };
                            next = self.put(next, roles.iter().map(cell));
                        }
                    }
                }
            }
        }
    }

    /// Copies a row that belongs to no card; returns the row below it.
    fn copy(&mut self, sheet: &Sheet, row: u32, to: u32) -> u32 {
        for (at, cell) in sheet.cells.range((row, 0)..=(row, u32::MAX)) {
            self.sheet.cells.insert((to, at.1), cell.clone());
            self.from.insert((to, at.1), *at);
        }
        to + 1
    }

    /// Writes the cells of a row; returns the row below it.
    fn put(&mut self, to: u32, cells: impl Iterator<Item = Option<(At, String)>>) -> u32 {
        for (column, cell) in (0..).zip(cells) {
            if let Some((at, text)) = cell {
                let value = Value::Text(text);
                self.sheet
                    .cells
                    .insert((to, column), Cell { value, formula: None });
                self.from.insert((to, column), at);
            }
        }
        to + 1
    }

    /// A row is hidden if any of its cells was.
    fn hide(&mut self, sheet: &Sheet) {
        let hides =
            |hidden: &Option<BTreeSet<u32>>, at: u32| hidden.as_ref().is_some_and(|all| all.contains(&at));
        let hidden = self
            .from
            .iter()
            .filter(|(_, at)| hides(&sheet.hidden_rows, at.0) || hides(&sheet.hidden_columns, at.1));
        self.sheet.hidden_rows = Some(hidden.map(|(at, _)| at.0).collect());
    }

    /// What was read, with the cells named where they stand.
    pub(super) fn restore(&self, read: SheetRead) -> SheetRead {
        let mut read = read.moved(|at| self.before(at));
        for table in &mut read.tables {
            if let Layout::Header { row } = &mut table.layout {
                *row = self.first.0 + 1;
            }
        }
        read
    }

    /// Where a cell stood, or the first one of its row where it is empty.
    fn before(&self, at: At) -> Option<At> {
        let in_row = || self.from.range((at.0, 0)..).next().map(|(_, from)| from);
        self.from.get(&at).or_else(in_row).copied()
    }
}
