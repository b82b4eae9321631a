//! Words of headings and file names, each with what is needed to compare names of places.

use crate::text::{canonical_tones, clean, fold};

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As written.
    pub(crate) text: String,
    /// Lower case, tones in one place, a final y after a consonant as i (Lam Vỹ, Lam Vĩ); figures without leading zeros.
    pub(crate) toned: String,
    /// The same without tones.
    pub(crate) folded: String,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// A punctuation mark or a line break stands before it.
    pub(crate) after_stop: bool,
    /// A full stop stands right after it ("X. Phú Đình").
    pub(crate) dotted: bool,
}

/// The words of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    split(&without_hyphens(&clean(text)), |c| c == '/' || c == '_')
}

/// "Phú-Đình" as "Phú Đình": a hyphen between two letters parts words, not phrases.
fn without_hyphens(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    let mut out = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        let joins =
            c == '-' && before.is_alphabetic() && rest.peek().is_some_and(|next| next.is_alphabetic());
        out.push(if joins { ' ' } else { c });
        before = c;
    }
    out
}

/// The words of a file's or sheet's name: parted by anything, or by capitals alone ("BaoCaoXaPhuDinh").
pub(crate) fn file_tokens(name: &str) -> Vec<Token> {
    let name = clean(name);
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut before: Option<char> = None;
    for c in name.chars() {
        let camel = before.is_some_and(|b| {
            b.is_lowercase() && c.is_uppercase()
                || b.is_alphabetic() && c.is_ascii_digit()
                || b.is_ascii_digit() && c.is_uppercase()
        });
        if camel {
            spaced.push(' ');
        }
        spaced.push(c);
        before = Some(c);
    }
    split(&spaced, |_| true)
}

/// `soft` says which marks part words without ending a phrase.
fn split(text: &str, soft: fn(char) -> bool) -> Vec<Token> {
    let mut words: Vec<Token> = Vec::new();
    let mut word = String::new();
    let mut stop = false;
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let mut made = token(std::mem::take(&mut word), stop);
            made.dotted = c == '.';
            words.push(made);
            stop = false;
        }
        stop |= c != ' ' && !soft(c);
    }
    words
}

fn token(text: String, after_stop: bool) -> Token {
    let lower = canonical_tones(&text).to_lowercase();
    let digits = lower.trim_start_matches('0');
    let plain = if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
        digits
    } else {
        &lower
    };
    let toned = final_i(plain);
    Token {
        folded: fold(&toned),
        capital: text.starts_with(char::is_uppercase),
        toned,
        text,
        after_stop,
        dotted: false,
    }
}

/// "vỹ" and "vĩ", "kỳ" and "kì" are the same syllable; "thuỵ" and "tây" are not touched.
fn final_i(word: &str) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    let consonant = |c: &char| !"aeiouyăâêôơư".contains(fold(&c.to_string()).chars().next().unwrap_or(' '));
    if let [.., before, last] = chars.as_mut_slice()
        && consonant(before)
    {
        *last = match *last {
            'y' => 'i',
            'ý' => 'í',
            'ỳ' => 'ì',
            'ỷ' => 'ỉ',
            'ỹ' => 'ĩ',
            'ỵ' => 'ị',
            other => other,
        };
    }
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_into_words() {
        let folded = |words: Vec<Token>| {
            words
                .into_iter()
                .map(|word| word.folded)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            folded(file_tokens("BaoCaoXaPhuDinh_2025-final")),
            "bao cao xa phu dinh 2025 final"
        );
        assert_eq!(
            folded(tokens("Xã: Lam Vỹ, Điềm Thuỵ; thôn 05")),
            "xa lam vi diem thuy thon 5"
        );
        assert_eq!(folded(file_tokens("Xóm5")), "xom 5");
    }
}
