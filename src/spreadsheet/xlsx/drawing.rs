//! Text that stands in boxes and shapes over the cells.

use crate::spreadsheet::budget::Budget;
use crate::spreadsheet::container::Refusal;
use crate::spreadsheet::xml::{Node, Xml};

/// The texts of a drawing's shapes, paragraphs on lines of their own.
pub(super) fn text_boxes(xml: &mut Xml<'_>, budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    let mut boxes = Vec::new();
    let mut text = String::new();
    let (mut inside, mut depth) = (false, 0_usize);
    while let Some(node) = xml.next()? {
        match node {
            // The same shape once more, for older programs.
            Node::Open(tag) if tag.name() == "Fallback" => xml.skip()?,
            Node::Open(tag) => match tag.name() {
                "txBody" => depth += 1,
                "p" | "br" if depth > 0 => text.push('\n'),
                "t" => inside = true,
                _ => {}
            },
            Node::Close(end) => match end.name() {
                "t" => inside = false,
                "txBody" => {
                    depth = depth.saturating_sub(1);
                    let text = std::mem::take(&mut text).trim().to_owned();
                    if !text.is_empty() {
                        budget.text(text.len())?;
                        budget.thing()?;
                        boxes.push(text);
                    }
                }
                _ => {}
            },
            Node::Text(part) if inside => text.push_str(&part),
            Node::Text(_) => {}
        }
    }
    Ok(boxes)
}
