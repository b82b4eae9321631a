//! Marks the words in which two texts differ, so that a person sees at once what the question is about.

use crate::settings;
use crate::text::{canonical_tones, clean};
use crate::workbook::style::{Cell, Run};

/// Both texts with their differing words marked. Texts with little in common, and very long ones, are not marked:
/// where everything is marked, nothing is.
pub(super) fn marked(a: &str, b: &str) -> (Cell, Cell) {
    let (left, right) = (pieces(a), pieces(b));
    let Some((in_a, in_b)) = common(&left, &right) else {
        return (a.into(), b.into());
    };
    let shared = in_a.iter().filter(|same| **same).count();
    let shorter = left.len().min(right.len());
    if (shared as f64) < settings::MARK_SHARED * (shorter as f64) {
        return (a.into(), b.into());
    }
    (runs(&left, &in_a), runs(&right, &in_b))
}

/// The words of a text with the spaces that follow each.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// What counts as the same word: case, tone placement and punctuation at its ends do not matter.
fn key(piece: &str) -> String {
    let word = canonical_tones(&clean(piece)).to_lowercase();
    word.trim_matches(|c: char| c.is_ascii_punctuation() || "…–“”".contains(c))
        .to_owned()
}

/// Which words of each text belong to a longest common sequence; `None` when the texts are too long for it.
fn common(a: &[&str], b: &[&str]) -> Option<(Vec<bool>, Vec<bool>)> {
    if a.len().checked_mul(b.len())? > settings::MARK_PRODUCT {
        return None;
    }
    let (keys_a, keys_b): (Vec<_>, Vec<_>) = (
        a.iter().map(|p| key(p)).collect(),
        b.iter().map(|p| key(p)).collect(),
    );
    // best[i][j]: length of the longest common sequence of the words from i and from j.
    let mut best = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    let at =
        |best: &[Vec<u32>], i: usize, j: usize| best.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    for (i, left) in keys_a.iter().enumerate().rev() {
        for (j, right) in keys_b.iter().enumerate().rev() {
            let value = if left == right {
                at(&best, i + 1, j + 1) + 1
            } else {
                at(&best, i + 1, j).max(at(&best, i, j + 1))
            };
            if let Some(cell) = best.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = value;
            }
        }
    }
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut i, mut j) = (0, 0);
    while let (Some(left), Some(right)) = (keys_a.get(i), keys_b.get(j)) {
        if left == right {
            if let (Some(a), Some(b)) = (in_a.get_mut(i), in_b.get_mut(j)) {
                (*a, *b) = (true, true);
            }
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    Some((in_a, in_b))
}

fn runs(pieces: &[&str], same: &[bool]) -> Cell {
    let mut runs: Vec<Run> = Vec::new();
    for (piece, same) in pieces.iter().zip(same) {
        let marked = !same && !key(piece).is_empty();
        match runs.last_mut() {
            Some(last) if last.marked == marked => last.text.push_str(piece),
            _ => runs.push(Run {
                text: (*piece).to_owned(),
                marked,
            }),
        }
    }
    Cell::Marked(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cell: &Cell) -> String {
        match cell {
            Cell::Marked(runs) => runs
                .iter()
                .map(|run| {
                    if run.marked {
                        format!("[{}]", run.text)
                    } else {
                        run.text.clone()
                    }
                })
                .collect(),
            Cell::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    #[test]
    fn the_words_that_differ_are_marked() {
        for (a, b, in_a, in_b) in [
            (
                "Sửa đường liên thôn 3",
                "Sửa đường liên thôn 5.",
                "Sửa đường liên thôn [3]",
                "Sửa đường liên thôn [5.]",
            ),
            ("xóm Hoà Bình", "Xóm Hòa Bình", "xóm Hoà Bình", "Xóm Hòa Bình"),
            (
                "đề nghị không tăng phí",
                "Đề nghị tăng phí",
                "đề nghị [không ]tăng phí",
                "Đề nghị tăng phí",
            ),
            (
                "một hai ba bốn",
                "năm sáu bảy tám",
                "một hai ba bốn",
                "năm sáu bảy tám",
            ),
        ] {
            let (left, right) = marked(a, b);
            assert_eq!((shown(&left).as_str(), shown(&right).as_str()), (in_a, in_b));
        }
    }

    #[test]
    fn no_letter_is_changed() {
        let (a, b) = ("  a  b\nc ", "a x\tc");
        let (left, right) = marked(a, b);
        let text = |cell: Cell| match cell {
            Cell::Marked(runs) => runs.into_iter().map(|run| run.text).collect::<String>(),
            Cell::Text(text) => text,
            _ => String::new(),
        };
        assert_eq!((text(left).as_str(), text(right).as_str()), (a, b));
    }
}
