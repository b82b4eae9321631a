//! Words of a text with what a key leaves out: capitals, punctuation, courtesy. For readers of meaning, who must see
//! where a sentence ends and what is a name; [`strict_key`](super::strict_key) is made of the same words.

use unicode_normalization::char::is_combining_mark;

use super::{abbreviation, canonical_tones, clean, courtesy};

/// How a word was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Without letters, or in a script without capitals.
    None,
    /// Small letters.
    Lower,
    /// A capital at the front: "Phú".
    Initial,
    /// Two or more letters, all of them capitals: "PHÚ".
    Upper,
}

/// What stands between a word and the word before it, from the weakest to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// White space, a slash, quotation marks, nothing.
    Space,
    /// A hyphen or dash.
    Dash,
    /// A comma, a plus sign, dots that trail off.
    Comma,
    /// A bracket.
    Bracket,
    /// A colon.
    Colon,
    /// The end of a sentence or line, or the beginning of the text.
    Stop,
}

/// A word in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word as a key has it: lower case, tones in canonical place, abbreviations written out.
    pub word: String,
    /// How it was written.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it belongs to a courtesy phrase, which the keys leave out.
    pub courtesy: bool,
    /// Whether it was written out from an abbreviation.
    pub expanded: bool,
}

/// The words of a text in their order.
pub fn tokens(text: &str) -> Vec<Token> {
    let raw = scan(text);
    let words: Vec<String> = raw.iter().map(|r| r.word.clone()).collect();
    let long = abbreviation::expand_with_source(&words);
    let polite = courtesy::mark(long.iter().map(|(word, _)| word.as_str()));
    let mut last = None;
    long.into_iter()
        .zip(polite)
        .filter_map(|((word, source), courtesy)| {
            let from = raw.get(source)?;
            let first = last.replace(source) != Some(source);
            Some(Token {
                expanded: from.word != word,
                word,
                case: from.case,
                gap: if first { from.gap } else { Gap::Space },
                courtesy,
            })
        })
        .collect()
}

/// A word before abbreviations are written out.
pub(super) struct Raw {
    pub(super) word: String,
    case: Case,
    gap: Gap,
}

/// Runs of letters and digits, and the sign of percent. A comma, full stop or slash between digits belongs to the number ("1,75",
/// "01/7/2025"); leading zeros go ("03 chức danh" is "3 chức danh").
pub(super) fn scan(text: &str) -> Vec<Raw> {
    let mut out = Vec::new();
    for line in text.split(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']) {
        // A mark that no letter takes parts no word and moves no tone.
        let line: String = clean(line).chars().filter(|c| !is_combining_mark(*c)).collect();
        scan_line(&canonical_tones(&line), &mut out);
    }
    out
}

fn scan_line(line: &str, out: &mut Vec<Raw>) {
    let mut gap = Gap::Stop;
    let mut seen = String::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = matches!(c, ',' | '.' | '/')
            && seen.ends_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || joins {
            seen.push(c);
            continue;
        }
        if c == '%' {
            if !seen.is_empty() {
                out.push(raw(std::mem::take(&mut seen), gap));
                gap = Gap::Space;
            }
            out.push(raw(c.to_string(), std::mem::replace(&mut gap, Gap::Space)));
            continue;
        }
        let after = gap_of(c, &seen, out.last(), chars.peek().copied());
        if seen.is_empty() {
            gap = gap.max(after);
        } else {
            out.push(raw(std::mem::take(&mut seen), gap));
            gap = after;
        }
    }
    if !seen.is_empty() {
        out.push(raw(seen, gap));
    }
}

/// What a character that is no part of a word means for the words at its sides.
fn gap_of(c: char, seen: &str, before: Option<&Raw>, next: Option<char>) -> Gap {
    match c {
        '!' | '?' | ';' | '•' | '●' | '*' => Gap::Stop,
        '.' if is_abbreviating(seen, next) => Gap::Space,
        '.' if next == Some('.') && before.is_some() => Gap::Comma,
        '.' => Gap::Stop,
        '…' | ',' | '+' | '=' | '>' => Gap::Comma,
        '(' | ')' | '[' | ']' | '{' | '}' => Gap::Bracket,
        ':' => Gap::Colon,
        '-' | '–' | '—' | '‐' | '‑' | '−' => Gap::Dash,
        _ => Gap::Space,
    }
}

/// The dot of "ĐT.261", "TP.Bắc Kạn", "T.Ư", "ông Văn S. nói": it ends no sentence.
fn is_abbreviating(seen: &str, next: Option<char>) -> bool {
    let letters = seen.chars().count();
    let capitals = seen.chars().next().is_some_and(char::is_uppercase)
        && seen.chars().all(|c| c.is_alphabetic())
        && letters <= 3;
    capitals && (letters == 1 || next.is_some_and(char::is_alphanumeric))
}

fn raw(seen: String, gap: Gap) -> Raw {
    let letters: Vec<char> = seen.chars().filter(|c| c.is_alphabetic()).collect();
    let case = match letters.first() {
        None => Case::None,
        Some(_) if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) => Case::Upper,
        Some(c) if c.is_uppercase() => Case::Initial,
        Some(c) if c.is_lowercase() => Case::Lower,
        Some(_) => Case::None,
    };
    Raw {
        // The small form of "İ" is an i with a mark of its own.
        word: plain_number(seen.to_lowercase().replace('\u{307}', "")),
        case,
        gap,
    }
}

/// "03" is written "3"; "0" and "0,5" stay.
pub(super) fn plain_number(word: String) -> String {
    let rest = word.trim_start_matches('0');
    if rest.len() < word.len() && rest.starts_with(|c: char| c.is_ascii_digit()) {
        rest.to_owned()
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, stops) in [
            ("Sửa đường. Xây cầu", vec!["sửa", "xây"]),
            ("Sửa đường.Xây cầu", vec!["sửa", "xây"]),
            ("Sửa ĐT.261 ở TP.Bắc Kạn", vec!["sửa"]),
            ("ông Hoàng Văn S. nói", vec!["ông"]),
            ("sửa đường\nxây cầu", vec!["sửa", "xây"]),
            ("mức 1.200.000 đồng", vec!["mức"]),
        ] {
            let found: Vec<String> = tokens(text)
                .into_iter()
                .filter(|t| t.gap == Gap::Stop)
                .map(|t| t.word)
                .collect();
            assert_eq!(found, stops, "{text}");
        }
    }

    #[test]
    fn an_abbreviation_keeps_its_case_and_its_place() {
        let all = tokens("Kính đề nghị UBND tỉnh, sở");
        let words: Vec<&str> = all.iter().map(|t| t.word.as_str()).collect();
        assert_eq!(words.join(" "), "kính đề nghị ủy ban nhân dân tỉnh sở");
        assert!(all[0].courtesy && all[2].courtesy && !all[3].courtesy);
        assert_eq!((all[4].case, all[4].expanded), (Case::Upper, true));
        assert_eq!(all[8].gap, Gap::Comma);
    }
}
