//! Numbers that lead to a person: telephone and identity numbers inside a text.

/// What stands in the place of such a number.
const MASK: &str = "[số riêng]";

/// The text with telephone numbers (10 digits from 0, or +84) and identity numbers (9 or 12 digits) masked. Sums of
/// money, years and numbers of documents stay.
pub fn without_private_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let after_letter = at
            .checked_sub(1)
            .and_then(|before| chars.get(before))
            .is_some_and(|c| c.is_alphanumeric());
        let starts = c.is_ascii_digit() || *c == '+';
        match number(chars.get(at..).unwrap_or_default()).filter(|_| starts && !after_letter) {
            Some((length, private)) => {
                if private {
                    out.push_str(MASK);
                } else {
                    out.extend(chars.iter().skip(at).take(length));
                }
                at += length;
            }
            None => {
                out.push(*c);
                at += 1;
            }
        }
    }
    out
}

/// How many characters the number takes that begins here, and whether it leads to a person.
fn number(chars: &[char]) -> Option<(usize, bool)> {
    let (mut length, mut digits, mut broken) = (0, String::new(), false);
    for (at, c) in chars.iter().enumerate() {
        let next_is_digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        match c {
            '0'..='9' => digits.push(*c),
            '+' if at == 0 && next_is_digit => {}
            ' ' | '.' | '-' if next_is_digit && !digits.is_empty() => {
                broken = true;
                continue;
            }
            _ => break,
        }
        length = at + 1;
    }
    let plus = chars.first() == Some(&'+');
    let private = match digits.len() {
        10 => digits.starts_with('0'),
        11 => plus && digits.starts_with("84"),
        9 => !broken,
        12 => !broken || digits.starts_with('0'),
        _ => false,
    };
    (length > 0).then_some((length, private))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_lead_to_a_person_are_masked() {
        for (text, expected) in [
            ("gọi 0912345678.", "gọi [số riêng]."),
            ("gọi 0912 345 678 nhé", "gọi [số riêng] nhé"),
            ("số +84 912 345 678", "số [số riêng]"),
            ("CCCD 019123456789", "CCCD [số riêng]"),
            ("CMND 090123456", "CMND [số riêng]"),
            ("1.500.000.000 đồng", "1.500.000.000 đồng"),
            ("QĐ 1234/2025, ngày 12-12-2025", "QĐ 1234/2025, ngày 12-12-2025"),
            ("đường ĐT 261, thôn 3", "đường ĐT 261, thôn 3"),
            ("", ""),
        ] {
            assert_eq!(without_private_numbers(text), expected, "{text}");
        }
    }
}
