//! The numbers that Word writes itself before the paragraphs of a list: in the document they stand nowhere as text.

use std::collections::BTreeMap;

use crate::settings;
use crate::spreadsheet::container::{Excess, Refusal};
use crate::spreadsheet::xml::{Node, Xml};

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of the abstract lists.
    kinds: BTreeMap<u32, BTreeMap<usize, Level>>,
    /// The abstract list of each list.
    lists: BTreeMap<u32, u32>,
    /// The list and level that a paragraph style brings.
    styles: BTreeMap<String, (u32, usize)>,
    counts: BTreeMap<u32, BTreeMap<usize, u32>>,
}

#[derive(Debug, Clone)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            format: "decimal".to_owned(),
            text: String::new(),
            start: 1,
        }
    }
}

impl Numbering {
    /// Reads the part that describes the lists.
    pub(super) fn lists(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        let (mut kind, mut list, mut level) = (0, None, 0);
        while let Some(node) = xml.next()? {
            let Node::Open(tag) = node else { continue };
            // Marks before a paragraph are short.
            let value = || {
                tag.attribute("val")
                    .unwrap_or_default()
                    .chars()
                    .take(64)
                    .collect::<String>()
            };
            match tag.name() {
                "abstractNum" => {
                    kind = tag.number("abstractNumId").unwrap_or(0);
                    list = None;
                }
                "num" => list = tag.number("numId"),
                "abstractNumId" => {
                    if let Some(list) = list {
                        self.lists.insert(list, tag.number("val").unwrap_or(0));
                    }
                }
                "lvl" if list.is_none() => level = tag.number("ilvl").unwrap_or(0).min(8),
                "numFmt" if list.is_none() => self.level(kind, level).format = value(),
                "lvlText" if list.is_none() => self.level(kind, level).text = value(),
                "start" if list.is_none() => self.level(kind, level).start = tag.number("val").unwrap_or(1),
                _ => {}
            }
            self.bearable()?;
        }
        Ok(())
    }

    fn bearable(&self) -> Result<(), Refusal> {
        let most = self.kinds.len().max(self.lists.len()).max(self.styles.len());
        if most > settings::MAX_PARTS {
            return Err(Refusal::TooMuch(Excess::Parts));
        }
        Ok(())
    }

    fn level(&mut self, kind: u32, level: usize) -> &mut Level {
        self.kinds.entry(kind).or_default().entry(level).or_default()
    }

    /// Reads the part that describes the paragraph styles.
    pub(super) fn styles(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        let (mut style, mut level) = (String::new(), 0);
        while let Some(node) = xml.next()? {
            let Node::Open(tag) = node else { continue };
            match tag.name() {
                "style" => {
                    style = tag.attribute("styleId").unwrap_or_default();
                    level = 0;
                }
                "ilvl" => level = tag.number("val").unwrap_or(0),
                "numId" => {
                    let list = tag.number("val").unwrap_or(0);
                    self.styles.insert(style.clone(), (list, level));
                }
                _ => {}
            }
            self.bearable()?;
        }
        Ok(())
    }

    /// What Word writes before the next paragraph, if it belongs to a list.
    pub(super) fn next(
        &mut self,
        style: Option<&str>,
        list: Option<u32>,
        level: Option<usize>,
    ) -> Option<String> {
        let of_style = style.and_then(|style| self.styles.get(style));
        let list = list.or_else(|| of_style.map(|(list, _)| *list))?;
        let level = level
            .or_else(|| of_style.map(|(_, level)| *level))
            .unwrap_or(0)
            .min(8);
        // List 0 takes a paragraph out of the list that its style brings.
        let kind = *self.lists.get(&list).filter(|_| list != 0)?;
        let levels = self.kinds.get(&kind)?;
        let counts = self.counts.entry(kind).or_default();
        counts.retain(|deeper, _| *deeper <= level);
        let start = levels.get(&level).map_or(1, |level| level.start);
        let count = counts.entry(level).or_insert(start.saturating_sub(1));
        *count = count.saturating_add(1);
        let shape = levels.get(&level)?;
        if shape.format == "bullet" {
            // Writers type "+" below "-".
            let outer = level.checked_sub(1).and_then(|outer| levels.get(&outer));
            let sign = if outer.is_some_and(|outer| outer.format == "bullet") {
                "+"
            } else {
                "-"
            };
            return Some(sign.to_owned());
        }
        if shape.format == "none" {
            return None;
        }
        let mut text = shape.text.clone();
        for place in 0..9 {
            let number = counts.get(&place).copied().unwrap_or(1);
            let format = levels
                .get(&place)
                .map_or("decimal", |level| level.format.as_str());
            let mark = format!("%{}", place + 1);
            if text.contains(&mark) {
                text = text.replace(&mark, &written(number, format));
            }
        }
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }
}

fn written(number: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "lowerLetter" => letter(number).to_string(),
        "upperLetter" => letter(number).to_ascii_uppercase().to_string(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// Word begins again after z, doubling the letter; no report gets there.
fn letter(number: u32) -> char {
    let place = number.saturating_sub(1) % 26;
    char::from(b'a' + u8::try_from(place).unwrap_or(0))
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_as_word_shows_them() {
        let mut numbering = Numbering::default();
        *numbering.level(7, 0) = Level {
            format: "upperRoman".to_owned(),
            text: "%1.".to_owned(),
            start: 1,
        };
        *numbering.level(7, 1) = Level {
            format: "lowerLetter".to_owned(),
            text: "%2)".to_owned(),
            start: 1,
        };
        numbering.lists.insert(3, 7);
        let mut next = |level| numbering.next(None, Some(3), Some(level)).unwrap();
        let shown = [next(0), next(1), next(1), next(0), next(1)];
        assert_eq!(shown, ["I.", "a)", "b)", "II.", "a)"]);
        assert_eq!(numbering.next(None, Some(0), None), None);
    }
}
