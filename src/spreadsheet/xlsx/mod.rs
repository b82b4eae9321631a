//! Excel files since 2007 (.xlsx, .xlsm), strict ones and those of other programs included.
//!
//! Read here and not through calamine, because calamine keeps the whole rectangle that the cells span, and tells neither
//! hidden rows nor text boxes. Cells are taken one by one as they stream past.

mod cells;
mod drawing;

use super::budget::{Budget, finish};
use super::container::{Excess, Fault, Refusal, in_place_of};
use super::date::Dates;
use super::grid::{Sheet, draws_capitals};
use super::package::Package;
use super::xml::{Node, Tag, Xml};
use crate::settings;

/// A sheet as the workbook lists it.
#[derive(Debug)]
struct Listed {
    name: String,
    hidden: bool,
    relation: String,
}

/// What the cells of every sheet refer to.
#[derive(Debug)]
struct Shared {
    /// Nothing where the part that holds them is missing.
    strings: Option<Vec<String>>,
    styles: Styles,
}

/// What the cells' styles say.
#[derive(Debug, Default)]
struct Styles {
    dates: Dates,
    /// For each style whether its font draws capitals.
    capitals: Vec<bool>,
}

/// The sheets, in the order of their tabs. Chart sheets hold no cells and are left out.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut budget = Budget::default();
    let root = package.relations("")?;
    let workbook = root.of_kind("officeDocument").find(|part| package.has(part));
    let workbook = workbook.unwrap_or("xl/workbook.xml").to_owned();
    let relations = package.relations(&workbook)?;
    let part = |kind: &str, usual: &str| relations.of_kind(kind).next().unwrap_or(usual).to_owned();
    let (listed, base_1904) = package
        .xml(&workbook, list)?
        .ok_or(Refusal::Damaged(Fault::PartMissing))?;
    let strings = package.xml(&part("sharedStrings", "xl/sharedStrings.xml"), |xml| {
        shared_strings(xml, &mut budget)
    })?;
    let styles = package
        .xml(&part("styles", "xl/styles.xml"), |xml| styles(xml, base_1904))?
        .unwrap_or_default();
    let shared = Shared { strings, styles };
    let mut sheets = Vec::new();
    for (number, listed) in (1..).zip(listed) {
        let target = match relations.target(&listed.relation) {
            Some(target) if target.to_lowercase().contains("chartsheet") => continue,
            Some(target) => target.to_owned(),
            None => format!("xl/worksheets/sheet{number}.xml"),
        };
        let read = sheet(&mut package, &target, &shared, &mut budget);
        sheets.push(match read {
            Ok(read) => Sheet {
                name: listed.name,
                hidden: listed.hidden,
                ..read
            },
            Err(refusal) => in_place_of(refusal, listed.name, listed.hidden)?,
        });
    }
    Ok(sheets)
}

/// What one sheet's part holds.
fn sheet(
    package: &mut Package<'_>,
    target: &str,
    shared: &Shared,
    budget: &mut Budget,
) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::default();
    let drawing = package
        .xml(target, |xml| cells::read(xml, shared, budget, &mut sheet))?
        .ok_or(Refusal::Damaged(Fault::PartMissing))?;
    if let Some(drawing) = drawing {
        let part = package.relations(target)?.target(&drawing).map(str::to_owned);
        if let Some(part) = part {
            sheet.text_boxes = package
                .xml(&part, |xml| drawing::text_boxes(xml, budget))?
                .unwrap_or_default();
        }
    }
    finish(&mut sheet);
    Ok(sheet)
}

/// The sheets, and whether dates count from 1904.
fn list(xml: &mut Xml<'_>) -> Result<(Vec<Listed>, bool), Refusal> {
    let (mut sheets, mut base_1904) = (Vec::new(), false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "sheet" => sheets.push(Listed {
                name: tag.attribute("name").unwrap_or_default(),
                hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                relation: tag.attribute("id").unwrap_or_default(),
            }),
            Node::Open(tag) if tag.name() == "workbookPr" => base_1904 = tag.flag("date1904"),
            _ => {}
        }
        if sheets.len() > settings::MAX_PARTS {
            return Err(Refusal::TooMuch(Excess::Parts));
        }
    }
    Ok((sheets, base_1904))
}

fn shared_strings(xml: &mut Xml<'_>, budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    let mut strings = Vec::new();
    while let Some(node) = xml.next()? {
        if matches!(&node, Node::Open(tag) if tag.name() == "si") {
            let text = rich_text(xml, "si")?;
            // An entry costs room even when it is empty.
            budget.text(text.len() / 2 + std::mem::size_of::<String>() / 2)?;
            strings.push(text);
        }
    }
    Ok(strings)
}

/// The text of an entry up to its end: its runs one after another, without the phonetic readings.
fn rich_text(xml: &mut Xml<'_>, element: &str) -> Result<String, Refusal> {
    let (mut text, mut inside) = (String::new(), false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "t" => inside = true,
            Node::Open(tag) if tag.name() == "rPh" => xml.skip()?,
            Node::Open(_) => {}
            Node::Close(end) if end.name() == "t" => inside = false,
            Node::Close(end) if end.name() == element => break,
            Node::Close(_) => {}
            Node::Text(part) if inside => text.push_str(&part),
            Node::Text(_) => {}
        }
    }
    Ok(unescape(&text))
}

/// `_x000D_` stands for a character that XML cannot hold, `_x005F_` for the underscore of a text that looks like it.
/// Line ends become one line feed, as the cell shows them.
fn unescape(text: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, escape) = rest.split_at(start);
        units.extend(before.encode_utf16());
        let code = escape
            .get(2..7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|hex| u16::from_str_radix(hex, 16).ok());
        let length = if let Some(code) = code {
            units.push(code);
            7
        } else {
            units.extend("_x".encode_utf16());
            2
        };
        rest = escape.get(length..).unwrap_or_default();
    }
    if units.is_empty() && !text.contains('\r') {
        return text.to_owned();
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

/// How each cell style shows numbers and letters.
fn styles(xml: &mut Xml<'_>, base_1904: bool) -> Result<Styles, Refusal> {
    let mut dates = Dates::new(base_1904);
    let (mut fonts, mut capitals): (Vec<bool>, Vec<bool>) = (Vec::new(), Vec::new());
    let (mut in_cell_styles, mut in_fonts) = (false, false);
    let number = |tag: &Tag<'_>| tag.number("numFmtId").unwrap_or(0);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "numFmt" => {
                dates.format(number(&tag), &tag.attribute("formatCode").unwrap_or_default());
            }
            Node::Open(tag) if tag.name() == "cellXfs" => in_cell_styles = true,
            Node::Close(end) if end.name() == "cellXfs" => in_cell_styles = false,
            Node::Open(tag) if tag.name() == "xf" && in_cell_styles => {
                dates.style(number(&tag));
                let font: usize = tag.number("fontId").unwrap_or(0);
                capitals.push(fonts.get(font).copied().unwrap_or_default());
            }
            // Conditional formats have fonts, too, further on.
            Node::Open(tag) if tag.name() == "fonts" => in_fonts = true,
            Node::Close(end) if end.name() == "fonts" => in_fonts = false,
            Node::Open(tag) if tag.name() == "font" && in_fonts => fonts.push(false),
            Node::Open(tag) if tag.name() == "name" && in_fonts => {
                if let Some(font) = fonts.last_mut() {
                    *font = tag.attribute("val").is_some_and(|name| draws_capitals(&name));
                }
            }
            _ => {}
        }
    }
    Ok(Styles { dates, capitals })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_read_and_texts_that_look_like_escapes_are_kept() {
        for (stored, shown) in [
            ("Dòng 1_x000D_\nDòng 2", "Dòng 1\nDòng 2"),
            ("a_x000D_b", "a\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_xD83D__xDE00_", "😀"),
            ("_xyz_ _x41_ _x004", "_xyz_ _x41_ _x004"),
            ("", ""),
        ] {
            assert_eq!(unescape(stored), shown, "{stored}");
        }
    }
}
