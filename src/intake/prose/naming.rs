//! Lines that say nothing but who raises the opinion below or above them: "Ma Văn Hòa, Trưởng xóm Cái", "Người nêu: Ma Văn
//! Hòa, Trưởng xóm Cái", "Câu hỏi số 1 (Ma Văn Hòa, nông dân)". One of them may be anything; that they come again tells them.
//! Lines that a colon, a title or a dash tells by itself are the matter of `speakers`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::asking::{asks, count};
use super::super::line;
use super::super::mark::without_mark;
use super::super::person::is_name;
use super::list::SENTENCE;
use super::paragraph::{Document, Paragraph, Said};
use super::part::{ends_minutes, is_reply};
use super::speakers::{heads_group, introduced, untitled};
use crate::text::{clean, fold};

/// The lines of a column that name who speaks.
#[derive(Debug, Default)]
pub(super) struct Naming {
    /// Name and post by row.
    pub(super) rows: BTreeMap<u32, (String, String)>,
    /// Whether each stands below what is said.
    pub(super) behind: bool,
    /// Rows of what is said right beside them.
    pub(super) said: BTreeSet<u32>,
}

/// Most words before the colon of a label.
const MOST_OF_LABEL: usize = 4;

/// What a paragraph is to the lines around it.
#[derive(Debug, PartialEq, Eq)]
enum Role {
    Names {
        speaker: (String, String),
        shape: String,
    },
    Says,
    Other,
}

/// The lines of one shape that name who speaks, if there are several and what is said stands beside each.
pub(super) fn naming(document: &Document<'_>) -> Naming {
    let roles = roles(document);
    let shape_of = |role: &Role| match role {
        Role::Names { shape, .. } => Some(shape.clone()),
        Role::Says | Role::Other => None,
    };
    let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
    for shape in roles.iter().filter_map(|(_, role)| shape_of(role)) {
        *shapes.entry(shape).or_default() += 1;
    }
    let Some((shape, times)) = shapes.into_iter().max_by_key(|(_, times)| *times) else {
        return Naming::default();
    };
    let beside = |offset: isize| -> BTreeSet<u32> {
        let of_shape = |(_, (_, role)): &(usize, &(u32, Role))| shape_of(role).as_ref() == Some(&shape);
        let said = roles.iter().enumerate().filter(of_shape).filter_map(|(at, _)| {
            let (row, role) = roles.get(at.checked_add_signed(offset)?)?;
            (*role == Role::Says).then_some(*row)
        });
        said.collect()
    };
    let (above, below) = (beside(-1), beside(1));
    if times < 2 || above.len().max(below.len()) < times {
        return Naming::default();
    }
    let behind = above.len() > below.len();
    let rows = roles.iter().filter_map(|(row, role)| match role {
        Role::Names { speaker, shape: own } if *own == shape => Some((*row, speaker.clone())),
        Role::Names { .. } | Role::Says | Role::Other => None,
    });
    Naming {
        rows: rows.collect(),
        behind,
        said: if behind { above } else { below },
    }
}

/// What each paragraph of a column is, down to the signature. Those present are no speakers.
fn roles(document: &Document<'_>) -> Vec<(u32, Role)> {
    let mut roles = Vec::new();
    let (mut attending, mut said) = (false, false);
    for paragraph in document.of_column() {
        if paragraph.is_closing && said {
            break;
        }
        let named = named(paragraph.text);
        let heads = paragraph.is_heading || paragraph.names_part;
        attending = paragraph.heads_attendance || attending && (named.is_some() || !heads);
        let role = match named.filter(|_| !attending) {
            Some((speaker, shape)) => Role::Names { speaker, shape },
            None if says(paragraph) => Role::Says,
            None => Role::Other,
        };
        said |= role == Role::Says;
        roles.push((paragraph.row(), role));
    }
    roles
}

/// Whether a paragraph may be what someone says.
fn says(paragraph: &Paragraph<'_>) -> bool {
    let text = paragraph.text;
    let enough = paragraph.count >= SENTENCE || paragraph.said == Said::Ask && paragraph.count > 3;
    // "Kiến nghị: Sửa đường" and "Ý kiến: Suối không có cầu" say it behind their label.
    let labelled = text
        .split_once(':')
        .is_some_and(|(label, _)| count(label) <= MOST_OF_LABEL);
    let title = paragraph.is_heading || paragraph.names_part || paragraph.announces && !labelled;
    let other = || ends_minutes(text) || is_reply(text) || line::is_letterhead(text);
    enough && !title && !text.ends_with(':') && !other()
}

/// Who is named by a line that says nothing else, and the shape of the line.
fn named(text: &str) -> Option<((String, String), String)> {
    const MOST_OF_POST: usize = 10;
    // Who signs, leads, writes or answers raises nothing.
    const OFFICES: [&str; 13] = [
        "can bo",
        "nguoi tra loi",
        "nguoi tiep",
        "nguoi giai trinh",
        "chu tri",
        "chu toa",
        "thu ky",
        "nguoi tong hop",
        "nguoi lap",
        "nguoi ghi",
        "nguoi ky",
        "noi nhan",
        "kinh gui",
    ];
    let marked = without_mark(text);
    let text = marked.unwrap_or(text);
    let (count_label, text) = without_count_label(text);
    let (label, text) = match text.split_once(':') {
        Some((label, rest)) if count(label) <= MOST_OF_LABEL && !is_name(label) => {
            (fold(&clean(label)), rest.trim())
        }
        _ => (String::new(), text),
    };
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = bracketed.unwrap_or(text);
    let labelled = count_label || !label.is_empty();
    let office = OFFICES.iter().any(|office| label.starts_with(office));
    let shape = format!("{} {count_label} {label}", marked.is_some());
    if let Some(group) = heads_group(text).filter(|_| !label.is_empty() && !office) {
        return Some((group, shape));
    }
    let (person, position) = introduced(text);
    let person = untitled(&person);
    let post = match position.is_empty() {
        true => labelled,
        false => {
            let ends = position.ends_with(['.', '?', '!', ';', ':']);
            count(&position) <= MOST_OF_POST && !ends && (line::is_post(&position) || !asks(&position))
        }
    };
    (is_name(&person) && person.contains(char::is_lowercase) && post && !office)
        .then_some(((person, position), shape))
}

/// "Câu hỏi số 2 (...)" without the words that count; whether there were any.
fn without_count_label(text: &str) -> (bool, &str) {
    const COUNTED: [&str; 6] = [
        "Câu hỏi ",
        "Ý kiến ",
        "Nội dung ",
        "Kiến nghị ",
        "Vấn đề ",
        "Câu ",
    ];
    let Some(rest) = COUNTED.iter().find_map(|word| text.strip_prefix(word)) else {
        return (false, text);
    };
    let rest = rest.strip_prefix("số ").unwrap_or(rest);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.len() == rest.len() {
        return (false, text);
    }
    (true, behind.trim_start_matches([' ', '.', ':', '-', '–']))
}
