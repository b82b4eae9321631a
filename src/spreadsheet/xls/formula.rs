//! The words of a formula that was meant as text.
//!
//! "-Đường vào thôn" typed into a cell becomes a formula of names, and the words stand nowhere else. Only what such a
//! text can turn into is spelled: names, texts, numbers, cells and operators. Functions are not.

use super::Globals;
use super::sheet::{error_name, real};
use crate::settings;
use crate::spreadsheet::grid::cell_name;
use crate::spreadsheet::ole::half;

/// The formula as typed, without the equals sign; nothing if it has parts that are not spelled here.
pub(super) fn text(mut tokens: &[u8], globals: &Globals) -> Option<String> {
    let mut stack: Vec<String> = Vec::new();
    while let Some((token, rest)) = tokens.split_first() {
        let used = step(*token, rest, globals, &mut stack)?;
        tokens = rest.get(used..)?;
    }
    let only = stack.pop()?;
    stack.is_empty().then_some(only)
}

/// Takes one token; gives how many bytes belong to it.
fn step(token: u8, rest: &[u8], globals: &Globals, stack: &mut Vec<String>) -> Option<usize> {
    const BINARY: [&str; 15] = [
        "+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":",
    ];
    let wide = globals.unicode;
    // Operands come in three classes that are spelled alike.
    let base = if token >= 0x40 {
        (token & 0x1f) | 0x20
    } else {
        token
    };
    let (operand, used) = match base {
        0x03..=0x11 => {
            let (right, left) = (stack.pop()?, stack.pop()?);
            let sign = BINARY.get(usize::from(base) - 3)?;
            (format!("{left}{sign}{right}"), 0)
        }
        0x12 => (format!("+{}", stack.pop()?), 0),
        0x13 => (format!("-{}", stack.pop()?), 0),
        0x14 => (format!("{}%", stack.pop()?), 0),
        0x15 => (format!("({})", stack.pop()?), 0),
        0x17 => string(rest, globals)?,
        // Spaces and hints for the calculation.
        0x19 if rest.first()? & 0x14 == 0 => return Some(3),
        0x1c => (error_name(*rest.first()?).to_owned(), 1),
        0x1d => (if *rest.first()? == 0 { "FALSE" } else { "TRUE" }.to_owned(), 1),
        0x1e => (half(rest, 0)?.to_string(), 2),
        0x1f => (real(rest, 0)?.to_string(), 8),
        0x23 => {
            let index = usize::from(half(rest, 0)?).checked_sub(1)?;
            (globals.names.get(index)?.clone(), if wide { 4 } else { 14 })
        }
        0x24 => {
            let column = if wide {
                half(rest, 2)? & 0xff
            } else {
                u16::from(*rest.get(2)?)
            };
            let row = half(rest, 0)? & if wide { 0xffff } else { 0x3fff };
            (
                cell_name(u32::from(row), u32::from(column)),
                if wide { 4 } else { 3 },
            )
        }
        0x2a => ("#REF!".to_owned(), if wide { 4 } else { 3 }),
        _ => return None,
    };
    if operand.len() > settings::MAX_FORMULA_BYTES {
        return None;
    }
    stack.push(operand);
    Some(used)
}

fn string(rest: &[u8], globals: &Globals) -> Option<(String, usize)> {
    let length = usize::from(*rest.first()?);
    let text = globals.characters(rest, 1, length)?;
    let width = match (globals.unicode, rest.get(1)) {
        (true, Some(flags)) if flags & 1 != 0 => length * 2 + 1,
        (true, _) => length + 1,
        (false, _) => length,
    };
    Some((format!("\"{text}\""), 1 + width))
}
