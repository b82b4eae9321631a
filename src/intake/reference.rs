//! Opinions that only refer to another one of their table: "nt", "Như ý kiến số 1", "Trùng với ý kiến của bà Hoa".
//!
//! What is the same as another opinion has that one's words, and both cells are named; where nothing says which one is
//! meant, it is kept as written and named. Who agrees with another opinion asks for nothing; that one is named, too. An
//! opinion that goes on with an ask of its own refers to nothing here.

use std::collections::BTreeMap;

use super::asking::asks;
use super::no_opinion::asks_for_nothing;
use super::page::{At, name};
use super::person::is_ditto;
use super::table::Draft;
use crate::finding::IntakeFinding;
use crate::text::{canonical_tones, clean, fold};

/// What an opinion says about another one.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    /// "Nhất trí với ..." rather than "Như ...".
    agrees: bool,
    to: Target,
}

/// Which opinion is meant.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    Above,
    /// By its number in the table.
    Number(u32),
    /// By who raised it: words of a name, with tones where the text has some (Hòa is not Hoa).
    Person(String),
    /// "Các ý kiến trên", "ý kiến của xã": several, or no one's.
    Unclear,
}

/// Most words of a text that does nothing but refer.
const MOST_WORDS: usize = 16;

/// Words before those that refer.
const OPENING: [&str; 12] = [
    "toi",
    "chung toi",
    "gia dinh toi",
    "xin",
    "cung",
    "hoan toan",
    "co",
    "noi dung",
    "y kien",
    "noi dung y kien",
    "co y kien",
    "cung co y kien",
];

/// What makes an opinion the same as another one.
const LIKE: [&str; 11] = [
    "nhu",
    "giong",
    "giong nhu",
    "giong voi",
    "trung",
    "trung voi",
    "trung nhu",
    "tuong tu",
    "tuong tu nhu",
    "tuong tu voi",
    "cung noi dung voi",
];

/// What agrees with another opinion.
const AGREE: [&str; 7] = [
    "nhat tri",
    "nhat chi",
    "dong y",
    "dong tinh",
    "thong nhat",
    "tan thanh",
    "ung ho",
];

/// Words between an agreement and what is agreed with.
const WITH: [&str; 6] = ["cao", "hoan toan", "voi", "nhu", "theo", "cung"];

/// How an opinion of the table is called.
const OPINION: [&str; 13] = [
    "y kien",
    "noi dung",
    "noi dung y kien",
    "noi dung kien nghi",
    "kien nghi",
    "y kien kien nghi",
    "de xuat",
    "phan anh",
    "cau hoi",
    "yk",
    "muc",
    "dong",
    "stt",
];

/// What stands for the opinion above, as a whole.
const ABOVE: [&str; 16] = [
    "tren",
    "o tren",
    "phia tren",
    "ben tren",
    "ngay tren",
    "lien tren",
    "neu tren",
    "noi tren",
    "da neu tren",
    "da neu o tren",
    "vua neu",
    "truoc",
    "lien truoc",
    "ngay truoc",
    "nguoi tren",
    "nguoi truoc",
];

/// How people are addressed.
const TITLES: [&str; 9] = ["ong", "ba", "anh", "chi", "dong chi", "d c", "dc", "bac", "chu"];

/// Most words of a name by which an opinion is referred to.
const LONGEST_NAME: usize = 5;

/// Gives every draft that only refers to another one the words of that, and names what a person must look at.
pub(super) fn resolve(
    drafts: &mut [Draft],
    number_of: impl Fn(u32) -> Option<u32>,
    found: &mut Vec<(Option<At>, IntakeFinding)>,
) {
    let said = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.aside.is_none());
    let references: Vec<(usize, Reference)> = said
        .filter_map(|(own, draft)| Some((own, read(draft.seen())?)))
        .collect();
    if references.is_empty() {
        return;
    }
    let known = Known::of(drafts, number_of);
    for (own, reference) in references {
        let Some(draft) = drafts.get(own) else { continue };
        let (cell, nothing) = (draft.at, asks_for_nothing(draft.seen()));
        let target = known.target(drafts, own, &reference.to);
        let target = target.and_then(|target| drafts.get(target));
        let meant = target.map(|target| (name(target.at), target.seen().to_owned(), target.joined));
        let kind = match (reference.agrees, meant) {
            (false, Some((of, words, joined))) => {
                if let Some(draft) = drafts.get_mut(own) {
                    draft.repaired = Some(words);
                    draft.joined = joined;
                }
                IntakeFinding::Ditto { of }
            }
            (false, None) => IntakeFinding::DittoUnclear,
            (true, Some((of, ..))) if nothing => IntakeFinding::Seconds { of },
            (true, _) => continue,
        };
        found.push((Some(cell), kind));
    }
}

/// The opinions of a table by what others may call them: each name leads to a list, so that ten thousand references cost no
/// more than ten thousand looks. Each column of opinions is by itself.
#[derive(Debug, Default)]
struct Known {
    numbers: BTreeMap<(u32, u32), Vec<usize>>,
    /// By the last words of who raised them, with tones and without.
    toned: BTreeMap<(u32, String), Vec<usize>>,
    toneless: BTreeMap<(u32, String), Vec<usize>>,
}

impl Known {
    fn of(drafts: &[Draft], number_of: impl Fn(u32) -> Option<u32>) -> Self {
        let mut known = Self::default();
        for (at, draft) in drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.aside.is_none())
        {
            let column = draft.at.1;
            if let Some(number) = number_of(draft.row) {
                known.numbers.entry((column, number)).or_default().push(at);
            }
            for ending in endings(&toned_words(&draft.person)) {
                known.toned.entry((column, ending)).or_default().push(at);
            }
            for ending in endings(&words(&draft.person)) {
                known.toneless.entry((column, ending)).or_default().push(at);
            }
        }
        known
    }

    /// Which draft is meant: the only one that fits.
    fn target(&self, drafts: &[Draft], own: usize, to: &Target) -> Option<usize> {
        let draft = drafts.get(own)?;
        let column = draft.at.1;
        match to {
            Target::Unclear => None,
            Target::Above => {
                let above = || {
                    let above = drafts.iter().enumerate().take(own).rev();
                    above.filter(|(_, other)| other.aside.is_none())
                };
                let of_column = above().find(|(_, other)| other.at.1 == column);
                of_column.or_else(|| above().next()).map(|(at, _)| at)
            }
            Target::Number(number) => {
                let numbered = self.numbers.get(&(column, *number))?;
                let of_group = |at: &&usize| {
                    let other = drafts.get(**at);
                    other.is_some_and(|other| other.heading == draft.heading)
                };
                only(numbered.iter(), drafts, own)
                    .or_else(|| only(numbered.iter().filter(of_group), drafts, own))
            }
            Target::Person(person) => {
                // A text without tones names everybody whose name it may be.
                let toneless = draft.seen().is_ascii();
                let called = if toneless { &self.toneless } else { &self.toned };
                only(called.get(&(column, person.clone()))?.iter(), drafts, own)
            }
        }
    }
}

/// The last word of a name, the last two, and so on: people are called by any of them.
fn endings(name: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    (1..=words.len().min(LONGEST_NAME)).filter_map(move |count| {
        let from = words.len().checked_sub(count)?;
        Some(words.get(from..)?.join(" "))
    })
}

/// The only one of some drafts besides the own; none that stands below and itself refers to another one.
fn only<'d>(fitting: impl Iterator<Item = &'d usize>, drafts: &[Draft], own: usize) -> Option<usize> {
    let mut fitting = fitting.filter(|at| **at != own);
    let at = *fitting.next()?;
    let refers = at > own && read(drafts.get(at)?.seen()).is_some();
    (fitting.next().is_none() && !refers).then_some(at)
}

/// What a text refers to, if it does nothing else.
fn read(text: &str) -> Option<Reference> {
    if is_ditto(text) {
        let to = Target::Above;
        return Some(Reference { agrees: false, to });
    }
    if text.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let whole = words(text);
    let said: Vec<&str> = whole.split(' ').collect();
    let toned = toned_words(text);
    let openings = (0..said.len()).scan(said.as_slice(), |rest, _| {
        let before = *rest;
        *rest = strip(before, &OPENING)?;
        Some(*rest)
    });
    std::iter::once(said.as_slice())
        .chain(openings)
        .find_map(referring)
        .map(|reference| reference.with_tones(&toned))
}

impl Reference {
    /// The name, which ends the text, as the text writes it.
    fn with_tones(self, text: &str) -> Self {
        let Target::Person(name) = &self.to else {
            return self;
        };
        let words: Vec<&str> = text.split(' ').collect();
        let from = words.len().saturating_sub(name.split(' ').count());
        let name = words.get(from..).unwrap_or_default().join(" ");
        let to = Target::Person(name);
        Self { to, ..self }
    }
}

/// What a text refers to that begins with words that do.
fn referring(said: &[&str]) -> Option<Reference> {
    let (agrees, mut rest) = match (strip(said, &LIKE), strip(said, &AGREE)) {
        (Some(rest), _) => (false, rest),
        (None, Some(rest)) => (true, rest),
        (None, None) => return None,
    };
    while let Some(further) = strip(rest, &WITH).filter(|_| agrees) {
        rest = further;
    }
    let several = strip(rest, &["cac", "nhung"]);
    let after = strip(several.unwrap_or(rest), &OPINION);
    let to = meant(after.or(several).unwrap_or(rest), after.is_some())?;
    let to = if several.is_some() { Target::Unclear } else { to };
    Some(Reference { agrees, to })
}

/// The opinion that the last words of a text name; `called` where the word for an opinion stands before them.
fn meant(rest: &[&str], called: bool) -> Option<Target> {
    if ABOVE.contains(&rest.join(" ").as_str()) || strip(rest, &["cua"]).is_some_and(is_above) {
        return Some(Target::Above);
    }
    let rest = strip(rest, &["cua"]).unwrap_or(rest);
    let counted = strip(rest, &["so", "thu", "so thu tu", "stt", "o so"]);
    if let Some((number, after)) = counted.unwrap_or(rest).split_first()
        && let Some(number) = number.parse().ok().filter(|_| called || counted.is_some())
    {
        return (after.is_empty() || is_above(after)).then_some(Target::Number(number));
    }
    let titled = strip(rest, &TITLES);
    let person = titled.unwrap_or(rest);
    let name = (1..=LONGEST_NAME).contains(&person.len())
        && person.iter().all(|word| word.chars().all(char::is_alphabetic));
    // "Của xã" is no person of that name.
    if name && called && titled.is_none() && person.len() == 1 {
        return Some(Target::Unclear);
    }
    let person = person.join(" ");
    (name && (called || titled.is_some()) && !asks(&person)).then_some(Target::Person(person))
}

fn is_above(words: &[&str]) -> bool {
    ABOVE.contains(&words.join(" ").as_str())
}

/// The words after the longest of some phrases with which they begin.
fn strip<'w, 't>(words: &'w [&'t str], phrases: &[&str]) -> Option<&'w [&'t str]> {
    let after = |phrase: &&str| {
        let mut rest = words;
        for word in phrase.split(' ') {
            rest = rest.split_first().filter(|(first, _)| **first == word)?.1;
        }
        Some(rest)
    };
    phrases.iter().filter_map(after).min_by_key(|rest| rest.len())
}

/// The words of a text without tones, parted by single spaces.
fn words(text: &str) -> String {
    fold(&toned_words(text))
}

/// The words of a text in small letters, parted by single spaces.
fn toned_words(text: &str) -> String {
    let text = canonical_tones(&clean(text)).to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_refers_is_told_from_an_opinion() {
        let person = |name: &str| Target::Person(name.to_owned());
        for (text, agrees, to) in [
            ("nt", false, Target::Above),
            ("Trùng với ý kiến trên.", false, Target::Above),
            ("Giống ý kiến của người trên", false, Target::Above),
            ("Tương tự ý kiến trước", false, Target::Above),
            ("Đồng ý như trên", true, Target::Above),
            ("Như ý kiến số 1", false, Target::Number(1)),
            ("Nội dung như ý kiến số 12 nêu trên", false, Target::Number(12)),
            ("Giống ý kiến 3", false, Target::Number(3)),
            ("Trùng kiến nghị thứ 2", false, Target::Number(2)),
            ("Tôi hoàn toàn nhất trí với ý kiến số 4", true, Target::Number(4)),
            ("Ý kiến giống bà Hoa", false, person("hoa")),
            ("Như ý kiến của đồng chí Lý Thị Hoa", false, person("lý thị hoa")),
            ("Nhất trí với ý kiến của ông Hòa", true, person("hòa")),
            ("giong y kien cua ong Hoa", false, person("hoa")),
            ("Như ý kiến của xã", false, Target::Unclear),
            ("Như các ý kiến trên", false, Target::Unclear),
        ] {
            assert_eq!(read(text), Some(Reference { agrees, to }), "{text}");
        }
        for text in [
            "Nhất trí với ý kiến số 1, đề nghị sớm triển khai",
            "Như ý kiến số 1 và đề nghị làm thêm cầu",
            "Giống lúa 2 năm nay kém",
            "Nhu cầu nước sạch của xóm 3",
            "Trung tâm xã chưa có chợ",
            "Thống nhất mốc giới đất với Quân khu",
            "Như xóm trên, đề nghị làm đường",
            "Đồng ý với phương án 2",
            "Nhất trí",
            "Không có ý kiến",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
