//! Texts that are longer than a cell can hold: the cell shows the beginning and says where the rest stands, a sheet of
//! its own holds the rest. Nothing is cut off.

use super::style::{Book, Cell, Column, Look, column};
use crate::error::Result;
use crate::settings;
use crate::wording::workbook::{self as wording, guide, heading, sheet};

const COLUMNS: [Column; 3] = [
    column(heading::OF, 24.0, Look::Text),
    column(heading::PART, 8.0, Look::Centre),
    column(heading::TEXT, 120.0, Look::Text),
];

/// The rests collected while the sheets are written.
#[derive(Debug, Default)]
pub(super) struct Long {
    rests: Vec<(String, String)>,
}

impl Long {
    /// What the cell shows; the rest of a text that does not fit is kept under `label`, once.
    pub(super) fn fit(&mut self, text: &str, label: impl FnOnce() -> String) -> String {
        let (head, rest) = split(text);
        if rest.is_empty() {
            return head.to_owned();
        }
        let label = label();
        let shown = format!("{head}{}", wording::continued(&label));
        if !self
            .rests
            .iter()
            .any(|(known, same)| *known == label && same == rest)
        {
            self.rests.push((label, rest.to_owned()));
        }
        shown
    }

    /// The sheet with the rests; none when everything fitted.
    pub(super) fn write(&self, book: &mut Book) -> Result<()> {
        if self.rests.is_empty() {
            return Ok(());
        }
        let mut page = book.page(sheet::LONG, &COLUMNS)?;
        page.title(&sheet::LONG.to_uppercase())?;
        page.line(guide::LONG)?;
        page.header(0)?;
        for (label, rest) in &self.rests {
            let mut rest = rest.as_str();
            for part in 2_u32.. {
                let (head, tail) = split(rest);
                page.row(&[label.as_str().into(), Cell::Number(part), head.into()])?;
                rest = tail;
                if rest.is_empty() {
                    break;
                }
            }
        }
        page.finish()
    }
}

/// Whether a text is longer than a cell can hold.
pub(super) fn is_long(text: &str) -> bool {
    !split(text).1.is_empty()
}

/// A text in pieces that fit into cells, one at least.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let (head, mut rest) = split(text);
    let mut pieces = vec![head.to_owned()];
    while !rest.is_empty() {
        let (head, tail) = split(rest);
        pieces.push(head.to_owned());
        rest = tail;
    }
    pieces
}

/// The beginning that fits into a cell, and the rest. Excel counts UTF-16 units.
fn split(text: &str) -> (&str, &str) {
    let mut units = 0;
    let cut = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > settings::CELL_TEXT
    });
    cut.map_or((text, ""), |(at, _)| text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_long_text_is_lost() {
        let text: String = ('a'..='z').cycle().take(2 * settings::CELL_TEXT + 7).collect();
        let mut long = Long::default();
        let shown = long.fit(&text, || "x".to_owned());
        assert!(text.starts_with(shown.split(" […]").next().unwrap()));
        let rest: String = long.rests.iter().map(|(_, rest)| rest.as_str()).collect();
        assert_eq!(rest.len(), text.len() - settings::CELL_TEXT);
        assert!(text.ends_with(&rest));
        assert_eq!(long.fit("ngắn", || "y".to_owned()), "ngắn");
        assert_eq!(long.rests.len(), 1);
        assert_eq!(pieces(&text).concat(), text);
        assert_eq!(pieces(""), [""]);
    }
}
