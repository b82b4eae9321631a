//! What a line begins with: the bullets, numbers and letters of lists, and how they follow one another. Whether marked lines are
//! opinions is not told here.

use super::person::is_name;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Dashes of every length are one kind of bullet.
    Bullet(char),
    Number(u32),
    /// "1.2", "1.2.3": the last number counts within those before it.
    Decimal(Within, u32),
    Roman(u32),
    /// "ii", "iii": what follows the letters i and v where they count.
    SmallRoman(u32),
    Letter(char),
    /// "A", "B", as a small letter. A single one may be anything: only lists that count from A have them.
    Capital(char),
}

/// The numbers within which the last one of "1.2" or "1.2.3" counts. A letter or a Roman number stands for its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Within {
    One(u32),
    Two(u32, u32),
}

impl Within {
    fn next(self) -> Self {
        match self {
            Self::One(number) => Self::One(number.saturating_add(1)),
            Self::Two(first, second) => Self::Two(first, second.saturating_add(1)),
        }
    }
}

/// Letters as lists count with them.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

/// Letters that many lists leave out.
const LEFT_OUT: [char; 5] = ['đ', 'f', 'j', 'w', 'z'];

/// Whether a mark is the next one of its list.
pub(super) fn follows(before: Mark, next: Mark) -> bool {
    use Mark::{Bullet, Capital, Decimal, Letter, Number, Roman};
    match (before, next) {
        (Bullet(one), Bullet(other)) => one == other,
        (Decimal(one, last), Decimal(other, next)) => {
            one == other && next == last.saturating_add(1) || next == 1 && other == one.next()
        }
        (Number(one), Number(other)) | (Roman(one), Roman(other)) => other == one.saturating_add(1),
        (Letter(one), Letter(other)) | (Capital(one), Capital(other)) => {
            let mut rest = LETTERS.chars().skip_while(|letter| *letter != one).skip(1);
            rest.find(|letter| *letter == other || !LEFT_OUT.contains(letter)) == Some(other)
        }
        (one, other) => match (small_roman(one), small_roman(other)) {
            (Some(one), Some(other)) => other == one + 1,
            _ => false,
        },
    }
}

/// Whether a mark stands in the place of the next one of its list by a slip: one before it was left out, or it came twice. A
/// list that begins anew is another one.
pub(super) fn slips(before: Mark, next: Mark) -> bool {
    use Mark::{Capital, Decimal, Letter, Number, Roman};
    let place = |letter: char| LETTERS.chars().position(|known| known == letter);
    match (before, next) {
        (Number(one), Number(other)) | (Roman(one), Roman(other)) => other > one || other == one && one > 1,
        (Decimal(one, last), Decimal(other, next)) => (other, next) > (one, last),
        (Letter(one), Letter(other)) | (Capital(one), Capital(other)) => place(other) > place(one),
        _ => false,
    }
}

/// The number that "i", "ii", "v" stand for.
fn small_roman(mark: Mark) -> Option<u32> {
    match mark {
        Mark::SmallRoman(number) => Some(number),
        Mark::Letter('i') => Some(1),
        Mark::Letter('v') => Some(5),
        Mark::Letter('x') => Some(10),
        _ => None,
    }
}

/// Whether two marks are of one kind of list; "1.2" and "1.2.3" are not.
pub(super) fn alike(one: Mark, other: Mark) -> bool {
    if let (Mark::Decimal(one, _), Mark::Decimal(other, _)) = (one, other) {
        return std::mem::discriminant(&one) == std::mem::discriminant(&other);
    }
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
        || small_roman(one).is_some() && small_roman(other).is_some()
}

/// The mark of a line in a cell; in a list that counts in capitals these come first.
pub(super) fn list_mark(line: &str, capitals: bool) -> Option<(Mark, &str)> {
    capital(line).filter(|_| capitals).or_else(|| mark(line))
}

/// "A. ", "B) ": a capital that counts, and the rest of the line.
pub(super) fn capital(line: &str) -> Option<(Mark, &str)> {
    let line = line.trim_start();
    let letter = line.chars().next().filter(|c| c.is_ascii_uppercase())?;
    let rest = line.get(1..)?.strip_prefix(['.', ')', '/', ':'])?;
    let parted = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    parted.then(|| (Mark::Capital(letter.to_ascii_lowercase()), rest.trim_start()))
}

/// The mark at the beginning of a line, and the rest of the line.
pub(super) fn mark(line: &str) -> Option<(Mark, &str)> {
    const BULLETS: [char; 38] = [
        '-', '–', '—', '−', '•', '●', '▪', '■', '◦', '*', '+', '▫', '□', '➢', '✓', '→', '·', '☐', '☑', '✔',
        '►', '▶', '◆', '❖', '○', '‣', '⇒', '_', '>', '»', '~', '#', '✅', '★', '☆', '➤', '➔', '◇',
    ];
    let line = line.trim_start();
    let symbol = |c: char| ('\u{f020}'..='\u{f0ff}').contains(&c);
    if let Some(found) = drawn_as_letter(line) {
        return Some(found);
    }
    if let Some(sign) = line.chars().next().filter(|c| BULLETS.contains(c) || symbol(*c)) {
        let rest = line.trim_start_matches(sign).trim_start();
        let sign = if "-–—−\u{f02d}".contains(sign) {
            '-'
        } else {
            sign
        };
        // "* Ý kiến 1: ..." has one mark too many.
        let rest = labelled(rest).map_or(rest, |(_, rest)| rest);
        return (!rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit() && !line.contains(' ')))
            .then_some((Mark::Bullet(sign), rest));
    }
    sent(line)
        .or_else(|| clock(line))
        .or_else(|| labelled(line))
        .or_else(|| numbered(line))
}

/// "8h20: Ma Văn Hòa, Trưởng xóm: ...": when someone spoke, before a line of minutes.
fn clock(line: &str) -> Option<(Mark, &str)> {
    let (time, rest) = line.split_once(':')?;
    let (hour, minute) = time.trim_end().split_once(['h', 'H', 'g'])?;
    let figures = |text: &str, most: usize| text.len() <= most && text.chars().all(|c| c.is_ascii_digit());
    let told = !hour.is_empty() && figures(hour, 2) && figures(minute, 2) && rest.starts_with(' ');
    (told && !rest.trim().is_empty()).then(|| (Mark::Bullet('h'), rest.trim_start()))
}

/// "[08:12, 28/11/2025] ...": when a message was sent, before a line that was copied out of a chat.
fn sent(line: &str) -> Option<(Mark, &str)> {
    let (time, rest) = line.strip_prefix('[')?.split_once(']')?;
    let figures = time.chars().filter(char::is_ascii_digit).count();
    let of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '/' | '.' | '-' | ' ');
    let told = figures > 2 && time.contains(':') && time.chars().all(of_time) && !rest.trim().is_empty();
    told.then(|| (Mark::Bullet('['), rest.trim_start()))
}

/// Bullets that became letters where their font was lost: "o Đề nghị", "Ø Đề nghị", "§ Đề nghị".
fn drawn_as_letter(line: &str) -> Option<(Mark, &str)> {
    const LETTERS: [char; 6] = ['o', 'v', 'q', 'Ø', 'ü', '§'];
    let sign = line.chars().next().filter(|c| LETTERS.contains(c))?;
    let rest = line.get(sign.len_utf8()..)?;
    let words = rest.trim_start();
    let parted = rest.len() > words.len() && words.starts_with(char::is_uppercase);
    parted.then_some((Mark::Bullet(sign), words))
}

/// Words that count opinions in full.
const ORDINALS: [(&str, u32); 22] = [
    ("thứ nhất", 1),
    ("thứ hai", 2),
    ("thứ ba", 3),
    ("thứ tư", 4),
    ("thứ năm", 5),
    ("thứ sáu", 6),
    ("thứ bảy", 7),
    ("thứ tám", 8),
    ("một là", 1),
    ("hai là", 2),
    ("ba là", 3),
    ("bốn là", 4),
    ("năm là", 5),
    ("sáu là", 6),
    ("bảy là", 7),
    ("thứ 1", 1),
    ("thứ 2", 2),
    ("thứ 3", 3),
    ("thứ 4", 4),
    ("thứ 5", 5),
    ("thứ 6", 6),
    ("thứ 7", 7),
];

/// Words before the number of an opinion, the longer ones first.
const LABELS: [&str; 17] = [
    "ý kiến số ",
    "ý kiến ",
    "yk số ",
    "yk ",
    "yk",
    "kn ",
    "kn",
    "ý ",
    "kiến nghị ",
    "đề nghị ",
    "đề xuất ",
    "phản ánh ",
    "câu hỏi ",
    "câu ",
    "nội dung ",
    "vấn đề ",
    "nguyện vọng ",
];

/// "Ý kiến 1: ...", "Thứ nhất, ...", "Một là ...".
fn labelled(line: &str) -> Option<(Mark, &str)> {
    let lower = beginning(line);
    let after_label = LABELS
        .iter()
        .filter(|label| lower.starts_with(**label))
        .find_map(|label| line.get(label.len()..));
    let line = after_label.unwrap_or(line);
    // "Đề nghị 2 - 3 hộ được vay" counts nothing.
    let asking = ["đề ", "kiến ", "phản "]
        .iter()
        .any(|word| lower.starts_with(word));
    let dashed = |rest: &&str| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        after.starts_with(['-', '–', '/'])
    };
    let counted = after_label.filter(|rest| !(asking && dashed(rest)));
    if let Some(found) = counted.and_then(|rest| numbered(rest).or_else(|| named_in_brackets(rest))) {
        return Some(found);
    }
    let lower = beginning(line);
    let (ordinal, number) = ORDINALS.iter().find(|(word, _)| lower.starts_with(word))?;
    let rest = line
        .get(ordinal.len()..)?
        .trim_start_matches([',', ':', '.', ' ', '-']);
    Some((Mark::Number(*number), rest))
}

/// The beginning of a line in small letters, longer than any label or ordinal.
fn beginning(line: &str) -> String {
    const LONGEST: usize = 16;
    line.chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

/// The number of "Ý kiến 1 (Ma Văn Hòa - Trưởng xóm): ...", and what follows it.
fn named_in_brackets(text: &str) -> Option<(Mark, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits)?;
    let rest = rest.trim_start();
    let (inside, _) = rest.strip_prefix('(')?.split_once("):")?;
    let named = inside.split([',', '-', '–']).next().is_some_and(is_name);
    named.then(|| Some((Mark::Number(number.parse().ok()?), rest)))?
}

/// "IV" or "iv" and what follows it; a single small letter is a letter.
fn roman(text: &str) -> Option<(Mark, &str)> {
    const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let counts = |capital: bool| {
        move |c: char| matches!(c.to_ascii_uppercase(), 'I' | 'V' | 'X') && c.is_ascii_uppercase() == capital
    };
    let capital = text.starts_with(counts(true));
    let length = text.len() - text.trim_start_matches(counts(capital)).len();
    let (number, rest) = text.split_at_checked(length)?;
    let at = NUMBERS
        .iter()
        .position(|known| known.eq_ignore_ascii_case(number))?;
    let value = u32::try_from(at + 1).ok()?;
    match capital {
        true => Some((Mark::Roman(value), rest)),
        false => (length > 1).then_some((Mark::SmallRoman(value), rest)),
    }
}

/// The number in a circle: "①", "❷".
pub(super) fn circled(sign: char) -> Option<u32> {
    let from = match sign {
        '①'..='⑳' => '①',
        '❶'..='❿' => '❶',
        _ => return None,
    };
    Some(u32::from(sign) - u32::from(from) + 1)
}

/// "1.", "2)", "(3)", "4/", "5-", "II.", "a)", "b.", "①".
fn numbered(line: &str) -> Option<(Mark, &str)> {
    if let Some(number) = line.chars().next().and_then(circled) {
        let rest = line.get('①'.len_utf8()..)?.trim_start();
        return (!rest.is_empty()).then_some((Mark::Number(number), rest));
    }
    let open = line.strip_prefix(['(', '[']);
    let core = open.unwrap_or(line);
    let digits = core.len() - core.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (mark, rest) = if digits > 0 {
        if digits > 3 {
            return None;
        }
        if let Some(found) = open_decimal(core, digits) {
            return Some(found);
        }
        decimal(core, digits).map_or_else(
            || {
                Some((
                    Mark::Number(core.get(..digits)?.parse().ok()?),
                    core.get(digits..)?,
                ))
            },
            Some,
        )?
    } else if let Some(found) = lettered(core) {
        return Some(found);
    } else if let Some(found) = roman(core) {
        found
    } else {
        let letter = core
            .chars()
            .next()
            .filter(|c| c.is_ascii_lowercase() || *c == 'đ')?;
        (Mark::Letter(letter), core.get(letter.len_utf8()..)?)
    };
    let rest = behind_mark(mark, open.is_some(), rest)?;
    // "1.5 km", "2/9", "3-4 hộ" are figures.
    let rest = rest.strip_prefix(['.', '-', ')']).unwrap_or(rest);
    (!rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.trim().is_empty())
        .then_some((mark, rest.trim_start()))
}

/// What follows the sign that closes a mark.
fn behind_mark(mark: Mark, opened: bool, rest: &str) -> Option<&str> {
    let closes: &[char] = match mark {
        _ if opened => &[')', ']'],
        Mark::Letter(_) | Mark::SmallRoman(_) => &[')', '.', '/'],
        _ => &[')', '.', '/', '-', ':', '–'],
    };
    // "1, Sửa đường" counts; "1, 2 và 3" does not.
    let comma = || {
        let rest = rest.strip_prefix(", ")?.trim_start();
        (matches!(mark, Mark::Number(_)) && rest.starts_with(char::is_uppercase)).then_some(rest)
    };
    // "a- Các cụ mong ..."
    let dashed = || {
        let rest = rest.strip_prefix("- ")?.trim_start();
        (matches!(mark, Mark::Letter(_)) && rest.starts_with(char::is_uppercase)).then_some(rest)
    };
    let closed = rest.trim_start().strip_prefix(closes);
    // "V/v gửi báo cáo" is short for what it is about.
    let shortens = !matches!(mark, Mark::Number(_) | Mark::Decimal(..)) && rest.starts_with('/');
    closed
        .filter(|rest| !(shortens && rest.starts_with(char::is_lowercase)))
        .or_else(comma)
        .or_else(dashed)
}

/// "1.2." and what follows its second number, which counts; "1.5 km" is a figure.
fn decimal(core: &str, digits: usize) -> Option<(Mark, &str)> {
    two_numbers(core, digits).filter(|(_, after)| after.starts_with(['.', ')', ':']))
}

/// "1.2 Đề nghị": without a stop before a sentence; "1.5 Km" is a figure.
fn open_decimal(core: &str, digits: usize) -> Option<(Mark, &str)> {
    const MEASURES: [&str; 8] = ["km", "ha", "m", "m2", "kg", "tấn", "tỷ", "triệu"];
    let (mark, after) = two_numbers(core, digits)?;
    let rest = after.trim_start();
    let first = rest.split_whitespace().next().unwrap_or_default().to_lowercase();
    let sentence = rest.starts_with(char::is_uppercase) && !MEASURES.contains(&first.as_str());
    (rest.len() < after.len() && sentence).then_some((mark, rest))
}

/// "a.1", "II.2": within a letter or a Roman number the second one counts.
fn lettered(core: &str) -> Option<(Mark, &str)> {
    const LONGEST: usize = 4;
    let (outer, rest) = core
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| byte == b'.')
        .and_then(|at| Some((core.get(..at)?, core.get(at + 1..)?)))?;
    let number = |letter: char| LETTERS.chars().position(|known| known == letter);
    let outer = match roman(&format!("{outer}.")) {
        Some((Mark::Roman(number), _)) => number,
        _ if outer.chars().count() == 1 => u32::try_from(number(outer.chars().next()?)? + 1).ok()?,
        _ => return None,
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (counted, after) = rest.split_at_checked(digits)?;
    let parted = after.starts_with(['.', ')', ':', ' ']);
    let mark = Mark::Decimal(Within::One(outer), counted.parse().ok()?);
    let rest = after.trim_start_matches(['.', ')', ':']).trim_start();
    ((1..=2).contains(&digits) && parted && rest.starts_with(char::is_alphabetic)).then_some((mark, rest))
}

/// Two numbers with a point between them, and what follows.
fn two_numbers(core: &str, digits: usize) -> Option<(Mark, &str)> {
    let (first, rest) = core.split_at_checked(digits)?;
    let rest = rest.strip_prefix('.')?;
    let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (second, after) = rest.split_at_checked(length)?;
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    let two = || Some((Mark::Decimal(Within::One(first), second), after));
    let three = || {
        let (third, after) = third_number(after)?;
        Some((Mark::Decimal(Within::Two(first, second), third), after))
    };
    (1..=2).contains(&length).then(|| three().or_else(two))?
}

/// The third number of "1.2.3" and what follows; "05.12.2025" is a date.
fn third_number(after: &str) -> Option<(u32, &str)> {
    let rest = after.strip_prefix('.')?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (counted, after) = rest.split_at_checked(digits)?;
    let counts = (1..=2).contains(&digits) && !counted.starts_with('0');
    counts.then(|| Some((counted.parse().ok()?, after)))?
}

/// A line without the bullet or number at its beginning; nothing where there is none.
pub(super) fn without_mark(line: &str) -> Option<&str> {
    mark(line).map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_for_words_is_no_mark() {
        assert_eq!(mark("V/v gửi báo cáo"), None);
        assert!(mark("V/ Về giao thông").is_some());
        assert!(mark("1/sửa đường").is_some());
    }
}
