//! How many lines a text takes in a cell: Excel does not fit the height of a row on opening, so it is written.
//!
//! Widths are those of Times New Roman (the metrics of Adobe's Times), rounded up within a class of letters: a row that
//! is a little too high does no harm, one that is too low hides words.

use unicode_normalization::char::decompose_canonical;

/// Lines that `text` takes in a cell of `width` default digits, from 1.
pub(crate) fn lines(text: &str, width: f64) -> usize {
    // A digit is half as wide as the font is high.
    let room = (width * 500.0).max(500.0);
    text.split('\n')
        .map(|paragraph| paragraph_lines(paragraph, room))
        .sum::<usize>()
        .max(1)
}

fn paragraph_lines(paragraph: &str, room: f64) -> usize {
    let mut lines = 1;
    let mut used = 0.0;
    for word in paragraph.split(' ') {
        let wide: f64 = word.chars().map(letter).sum();
        let space = if used > 0.0 { letter(' ') } else { 0.0 };
        if used + space + wide <= room {
            used += space + wide;
        } else if wide <= room {
            lines += 1;
            used = wide;
        } else {
            // A word without a break is cut at the cell's edge.
            let over = ((used + space + wide) / room).floor();
            lines += over as usize;
            used = (used + space + wide) - over * room;
        }
    }
    lines
}

/// Width of a letter in thousandths of the font's height; tone marks take none.
fn letter(c: char) -> f64 {
    let mut base = c;
    let mut first = true;
    decompose_canonical(c, |part| {
        if std::mem::take(&mut first) {
            base = part;
        }
    });
    match base {
        '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'j' | 'l' | 't' | 'f' | '.' | ',' | ';' | ':' | '\'' | '/' | '|' | '\\' | ' ' | '!' => 290.0,
        'r' | 's' | '-' | '(' | ')' | '[' | ']' => 390.0,
        'a' | 'c' | 'e' | 'z' => 450.0,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 900.0,
        'I' | 'J' | 'S' | 'P' | 'F' => 560.0,
        'a'..='z' | '0'..='9' | 'đ' => 510.0,
        c if c.is_uppercase() => 730.0,
        c if c.is_alphabetic() || c.is_ascii() => 560.0,
        _ => 1000.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_lines_that_it_needs() {
        for (text, width, expected) in [
            ("", 10.0, 1),
            ("ngắn", 10.0, 1),
            ("dòng một\ndòng hai", 40.0, 2),
            ("đề nghị tỉnh đầu tư nâng cấp tuyến đường liên xã", 20.0, 3),
            ("mmmmmmmmmmmmmmmmmmmm", 10.0, 4),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
    }

    #[test]
    fn marks_take_no_room() {
        let (composed, split) = ("đường", "đu\u{31b}o\u{31b}\u{300}ng");
        assert_eq!(lines(&composed.repeat(40), 20.0), lines(&split.repeat(40), 20.0));
    }
}
