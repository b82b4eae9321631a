//! Proper names: roads with their codes, hamlets, communes, schools, bridges, projects, legal documents.
//!
//! Capital letters tell where a name ends. A text that has none (all capitals, all small, without tones) is read with
//! the list of words that never begin a name, and a guessed name is at most two syllables. What the words before a
//! name mean is data (`lexicon/name-kinds.toml`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::matcher::loosely;
use super::{Name, NameKind};
use crate::text::{Case, Gap, Token};

/// Most syllables of a name that capitals tell.
const LONGEST_NAME: usize = 6;

/// Most syllables of a guessed name: two, as nearly all hamlets and communes have.
const LONGEST_GUESS: usize = 2;

/// A name with the positions of its tokens, its kind's word included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: Name,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    capitalised: Vec<String>,
    regions: Vec<String>,
    kind: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    forms: Vec<String>,
    kind: NameKind,
    normal: String,
    #[serde(default)]
    keeps: bool,
    #[serde(default)]
    numbers: bool,
    #[serde(default)]
    route: bool,
    #[serde(default)]
    joins: bool,
    #[serde(default)]
    guess: bool,
    #[serde(default)]
    not_after: Vec<String>,
}

/// Wordings of kinds, with the kind they belong to.
type Wordings = Vec<(Vec<String>, usize)>;

/// The words before names, by their first word, the longest first: as they are, and without tones.
struct Kinds {
    /// What is written with a capital and names no place.
    capitalised: Vec<Vec<String>>,
    /// Countries and provinces: too wide to be the thing that is spoken of.
    regions: Vec<Vec<String>>,
    entries: Vec<Entry>,
    exact: BTreeMap<String, Wordings>,
    bare: BTreeMap<String, Wordings>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let table =
        toml::from_str::<Table>(include_str!("../../lexicon/name-kinds.toml")).unwrap_or_else(|error| {
            // Compiled in, and read by a test.
            debug_assert!(false, "lexicon/name-kinds.toml: {error}");
            Table::default()
        });
    let split = |names: &[String]| names.iter().map(|name| words_of(name)).collect();
    let entries = table.kind;
    let mut kinds = Kinds {
        capitalised: split(&table.capitalised),
        regions: split(&table.regions),
        entries: Vec::new(),
        exact: BTreeMap::new(),
        bare: BTreeMap::new(),
    };
    for (at, entry) in entries.iter().enumerate() {
        for wording in entry
            .forms
            .iter()
            .flat_map(|form| super::data::expand(form).unwrap_or_default())
        {
            let words = words_of(&wording);
            let bare: Vec<String> = words.iter().map(|word| crate::text::fold(word)).collect();
            for (map, words) in [(&mut kinds.exact, words), (&mut kinds.bare, bare)] {
                if let Some(first) = words.first() {
                    map.entry(first.clone()).or_default().push((words, at));
                }
            }
        }
    }
    for list in kinds.exact.values_mut().chain(kinds.bare.values_mut()) {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    kinds.entries = entries;
    kinds
});

fn words_of(written: &str) -> Vec<String> {
    let tokens = crate::text::tokens(written).into_iter();
    tokens.map(|token| token.word).collect()
}

/// Words that begin no guessed name, as they are and without tones.
static PLAIN: LazyLock<(BTreeSet<String>, BTreeSet<String>)> = LazyLock::new(|| {
    let exact: BTreeSet<String> = include_str!("../../lexicon/plain-words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect();
    let bare = exact.iter().map(|word| crate::text::fold(word)).collect();
    (exact, bare)
});

/// How the capitals of a text are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// Names and the first words of sentences have them, and other words do not: who begins a sentence with one writes
    /// names with them, too.
    Tell,
    /// None or all words have them.
    Silent,
}

/// Reads the names of one text.
pub(super) struct Reader<'a> {
    tokens: &'a [Token],
    toneless: bool,
    capitals: Capitals,
    /// Where the longest concept ends that begins at a token, or the token itself: a guessed name begins with none.
    taken: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// The concepts are given by the tokens that they cover.
    pub(super) fn new(
        tokens: &'a [Token],
        toneless: bool,
        concepts: impl Iterator<Item = Range<usize>>,
    ) -> Self {
        let small = tokens.iter().any(|t| t.case == Case::Lower);
        let capital = tokens.iter().any(|t| t.case == Case::Initial && !t.expanded);
        let mut taken: Vec<usize> = (0..tokens.len()).collect();
        for concept in concepts {
            if let Some(end) = taken.get_mut(concept.start) {
                *end = concept.end.max(*end);
            }
        }
        Self {
            tokens,
            toneless,
            capitals: if small && capital {
                Capitals::Tell
            } else {
                Capitals::Silent
            },
            taken,
        }
    }

    /// Every name, in order.
    pub(super) fn find(&self) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = self
                .document(at)
                .or_else(|| self.road(at))
                .or_else(|| self.kind(at))
                .or_else(|| self.bare(at));
            at = found.as_ref().map_or(at, |f| f.end - 1) + 1;
            out.extend(found);
        }
        out
    }

    /// Where the longest concept ends that begins at `at`; `at` where none does.
    fn concept_end(&self, at: usize) -> usize {
        self.taken.get(at).copied().unwrap_or(at)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.word.as_str())
    }

    /// Whether the token at `at` belongs together with the one before it.
    fn follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.gap <= Gap::Dash)
    }

    fn same(&self, at: usize, word: &str) -> bool {
        let found = self.word(at);
        found == word || (self.toneless && found == crate::text::fold(word))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| matches!(t.case, Case::Initial | Case::Upper) && !t.expanded)
    }

    /// "nghị định [số] 178/2024/NĐ-CP", "luật Đất đai năm 2024".
    fn document(&self, at: usize) -> Option<Found> {
        const KINDS: [&[&str]; 15] = [
            &["nghị", "định"],
            &["nghị", "quyết"],
            &["thông", "tư"],
            &["quyết", "định"],
            &["chỉ", "thị"],
            &["kết", "luận"],
            &["quy", "định"],
            &["hướng", "dẫn"],
            &["đề", "án"],
            &["chương", "trình"],
            &["kế", "hoạch"],
            &["công", "văn"],
            &["thông", "báo"],
            &["pháp", "lệnh"],
            &["văn", "bản"],
        ];
        let kind = KINDS
            .iter()
            .find(|kind| kind.iter().enumerate().all(|(i, word)| self.same(at + i, word)))?;
        let mut next = at + kind.len();
        if self.same(next, "số") {
            next += 1;
        }
        let token = self.tokens.get(next).filter(|t| t.gap <= Gap::Dash)?;
        let (number, year) = document_number(&token.word)?;
        let mut end = next + 1;
        while self.follows(end)
            && self.tokens.get(end).is_some_and(|t| t.case == Case::Upper)
            && end < next + 8
        {
            end += 1;
        }
        let year = year.or_else(|| self.year_after(end));
        let head = kind.join(" ");
        let value = match year {
            Some(year) => format!("{head} {number}/{year}"),
            None => format!("{head} {number}"),
        };
        Some(self.found(NameKind::Document, value, at, end))
    }

    /// The year of "năm 2024" or "ngày 31/12/2024" behind a document's number.
    fn year_after(&self, at: usize) -> Option<String> {
        let rest = self.tokens.get(at..at + 2)?;
        let [first, second] = rest else { return None };
        if !matches!(first.word.as_str(), "năm" | "ngày" | "nam" | "ngay") {
            return None;
        }
        let year = second.word.rsplit('/').next()?;
        is_year(year).then(|| year.to_owned())
    }

    /// "quốc lộ 3b", "đường tỉnh 261", "tỉnh lộ 261", "đường 261".
    fn road(&self, at: usize) -> Option<Found> {
        const KINDS: [(&[&str], &str); 7] = [
            (&["quốc", "lộ"], "quốc lộ"),
            (&["tỉnh", "lộ"], "đường tỉnh"),
            (&["đường", "tỉnh", "lộ"], "đường tỉnh"),
            (&["đường", "tỉnh"], "đường tỉnh"),
            (&["huyện", "lộ"], "đường huyện"),
            (&["đường", "huyện"], "đường huyện"),
            (&["đường"], "đường tỉnh"),
        ];
        let (kind, normal) = KINDS
            .iter()
            .find(|(kind, _)| kind.iter().enumerate().all(|(i, word)| self.same(at + i, word)))?;
        let mut next = at + kind.len();
        if self.same(next, "số") {
            next += 1;
        }
        let code = &self.tokens.get(next).filter(|t| t.gap <= Gap::Dash)?.word;
        let digits = code.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        // A bare "đường 261" is a provincial road, whose codes have three digits; "đường 5 m" is none.
        let bare = kind.len() == 1;
        if (bare && digits.len() != 3) || code.len() > digits.len() + 1 {
            return None;
        }
        let normal = if bare && digits == "279" {
            "quốc lộ"
        } else {
            normal
        };
        Some(self.found(NameKind::Road, format!("{normal} {code}"), at, next + 1))
    }

    fn found(&self, kind: NameKind, value: String, start: usize, end: usize) -> Found {
        Found {
            name: Name { kind, value },
            start,
            end,
        }
    }

    /// A kind's word and the name behind it.
    fn kind(&self, at: usize) -> Option<Found> {
        let (words, entry) = self.kind_words(at)?;
        let after = at + words;
        if entry.route
            && let Some(found) = self.route(entry, at, after)
        {
            return Some(found);
        }
        let start = if entry.keeps { after - 1 } else { after };
        let end = self.name_end(entry, after)?;
        let spelled = self.spelled(start, end);
        let value = if entry.normal.is_empty() {
            format!("{} {spelled}", self.spelled(at, after))
        } else {
            format!("{} {spelled}", entry.normal)
        };
        Some(self.found(entry.kind, value, at, end))
    }

    /// The longest kind's words at `at`: how many words, and which kind.
    fn kind_words(&self, at: usize) -> Option<(usize, &'static Entry)> {
        let kinds: &'static Kinds = &KINDS;
        let map = if self.toneless { &kinds.bare } else { &kinds.exact };
        let (words, entry) = map
            .get(self.word(at))?
            .iter()
            .find(|(words, _)| self.reads(at, words))?;
        let entry = kinds.entries.get(*entry)?;
        let before = at.checked_sub(1).filter(|_| self.follows(at));
        let other = before.is_some_and(|before| entry.not_after.iter().any(|word| self.same(before, word)));
        (!other).then_some((words.len(), entry))
    }

    /// Whether these words stand at `at`.
    fn reads(&self, at: usize, words: &[String]) -> bool {
        let mut places = (at..).zip(words);
        places.all(|(place, word)| self.word(place) == word)
    }

    /// The end of the name that begins at `at`; `None` when none does.
    fn name_end(&self, entry: &Entry, at: usize) -> Option<usize> {
        if self.tokens.get(at).is_none_or(|t| t.gap != Gap::Space) {
            return None;
        }
        if entry.numbers && is_number_name(self.tokens.get(at)?) {
            // "Tổ 180 hộ" counts; "ngõ 21 tổ Nguyên Gon" goes on to another name.
            let counts = self.unit_follows(at + 1) && self.kind(at + 1).is_none();
            return (!counts).then_some(at + 1);
        }
        match self.capitals {
            Capitals::Tell => {
                let end = self.capital_end(at, entry.joins)?;
                (!self.is_no_name(entry, at, end)).then_some(end)
            }
            Capitals::Silent if entry.guess => self.guessed_end(at),
            Capitals::Silent => None,
        }
    }

    /// Whether the capitals from `at` to `end` are the beginning of a concept that goes on in small letters ("tổ Hòa giải"),
    /// an office or paper ("khối Mặt trận"), or an abbreviation where a place is named ("tổ CNSCĐ").
    fn is_no_name(&self, entry: &Entry, at: usize, end: usize) -> bool {
        let place = matches!(entry.kind, NameKind::Hamlet | NameKind::Commune);
        let letters = |token: &Token| token.case == Case::Upper && !crate::text::is_syllable(&token.word);
        self.concept_end(at) > end
            || KINDS.capitalised.iter().any(|words| self.reads(at, words))
            || place && self.tokens.get(at).is_some_and(letters)
    }

    /// The end of the run of capitals that begins at `at`.
    fn capital_end(&self, at: usize, joins: bool) -> Option<usize> {
        if !self.is_capital(at) {
            return None;
        }
        let mut end = at + 1;
        while end < at + LONGEST_NAME && self.tokens.get(end).is_some_and(|t| t.gap == Gap::Space) {
            let joined = joins
                && self.tokens.get(end).is_some_and(|t| t.case == Case::Lower)
                && self.is_capital(end + 1)
                && self.tokens.get(end + 1).is_some_and(|t| t.gap == Gap::Space);
            if self.is_capital(end) {
                end += 1;
            } else if joined {
                end += 2;
            } else {
                break;
            }
        }
        // "Đồng Tâm 2", "Nà Ca II": a number closes the name.
        if self
            .tokens
            .get(end)
            .is_some_and(|t| t.gap == Gap::Space && is_number_name(t) && t.word.len() <= 2)
            && !self.unit_follows(end + 1)
        {
            end += 1;
        }
        Some(end)
    }

    /// Whether what stands at `at` is counted by the number before it.
    fn unit_follows(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.gap == Gap::Space && super::quantity::begins_unit(&t.word))
    }

    fn guessed_end(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + LONGEST_GUESS
            && self
                .tokens
                .get(end)
                .is_some_and(|t| t.gap == Gap::Space && !t.courtesy && !t.expanded)
            && !self.is_plain(end)
            && self.concept_end(end) == end
        {
            end += 1;
        }
        (end > at).then_some(end)
    }

    fn is_plain(&self, at: usize) -> bool {
        let word = self.word(at);
        let (exact, bare) = &*PLAIN;
        exact.contains(word)
            || (self.toneless && bare.contains(word))
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// A road between two places: "đường từ A đi B", "cao tốc A - B".
    fn route(&self, entry: &Entry, at: usize, after: usize) -> Option<Found> {
        let (first, next) = self.place(after)?;
        let joint = self.tokens.get(next)?;
        let second = if joint.gap == Gap::Dash {
            next
        } else if joint.gap == Gap::Space
            && ["đi", "đến", "tới", "nối", "về", "sang", "với", "vào", "và", "ra"]
                .iter()
                .any(|w| self.same(next, w))
        {
            next + 1
        } else {
            return None;
        };
        let (second, end) = self.place(second)?;
        let mut ends = [first, second];
        ends.sort();
        Some(self.found(
            entry.kind,
            format!("{} {}", entry.normal, ends.join(" - ")),
            at,
            end,
        ))
    }

    /// A place at the end of a road, without the word for what it is: "(thành phố) Bắc Kạn".
    fn place(&self, at: usize) -> Option<(String, usize)> {
        if self.capitals == Capitals::Silent {
            return None;
        }
        let mut start = at;
        for _ in 0..2 {
            if let Some((words, entry)) = self.kind_words(start).filter(|_| !self.is_capital(start))
                && !entry.keeps
                && !entry.route
            {
                start += words;
            } else if ["từ", "trung", "tâm"].iter().any(|w| self.word(start) == *w) {
                start += 1;
            }
        }
        let end = self.capital_end(start, false)?;
        Some((self.spelled(start, end), end))
    }

    /// A run of at least two capitals inside a sentence that no kind's word introduces.
    fn bare(&self, at: usize) -> Option<Found> {
        let free = |at: usize| self.is_capital(at) && self.concept_end(at) == at;
        let inside = self
            .tokens
            .get(at)
            .is_some_and(|t| t.gap < Gap::Colon && !t.courtesy && t.case == Case::Initial);
        if self.capitals == Capitals::Silent || !inside || !free(at) || !free(at + 1) {
            return None;
        }
        let end = self.capital_end(at, false)?;
        let region = KINDS
            .regions
            .iter()
            .any(|words| self.reads(at, words) && at + words.len() == end);
        (end >= at + 2 && !region).then(|| self.found(NameKind::Thing, self.spelled(at, end), at, end))
    }

    /// The words of a name in normal form: Roman numerals and number words behind a name as digits.
    fn spelled(&self, start: usize, end: usize) -> String {
        let words: Vec<String> = self
            .tokens
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .filter(|t| !matches!(t.word.as_str(), "tnhh" | "mtv" | "cp"))
            .map(|t| match t.case {
                Case::Initial | Case::Upper => {
                    roman(&t.word).map_or_else(|| t.word.clone(), |n| n.to_string())
                }
                _ => t.word.clone(),
            })
            .collect();
        words.join(" ")
    }
}

/// The number of a document, and its year when it has one: "178/2024" or "57".
fn document_number(word: &str) -> Option<(String, Option<String>)> {
    let mut parts = word.split('/');
    let number = parts.next()?;
    let year = parts.next();
    let plain = !number.is_empty() && number.len() <= 5 && number.bytes().all(|b| b.is_ascii_digit());
    if !plain || parts.next().is_some() || year.is_some_and(|y| !is_year(y)) {
        return None;
    }
    Some((number.to_owned(), year.map(str::to_owned)))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// "3", "3a", "II": a number that may be a name.
fn is_number_name(token: &Token) -> bool {
    let digits = token.word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let code = !digits.is_empty()
        && digits.len() <= 3
        && token.word.len() <= digits.len() + 1
        && digits.bytes().all(|b| b.is_ascii_digit());
    code || (matches!(token.case, Case::Initial | Case::Upper) && roman(&token.word).is_some())
}

/// Roman numerals up to twenty, lower case; not "v" or "x" and the like alone inside words.
fn roman(word: &str) -> Option<u8> {
    const NUMERALS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx",
    ];
    let at = NUMERALS.iter().position(|n| *n == word)?;
    // "Vi" is a name more often than six.
    (word != "vi").then(|| u8::try_from(at + 1).ok()).flatten()
}

impl Name {
    /// The name without the word for what it names: "đồng tâm" of "xóm đồng tâm".
    pub fn core(&self) -> &str {
        let kinds = &*KINDS;
        kinds
            .entries
            .iter()
            .filter(|entry| !entry.normal.is_empty())
            .filter_map(|entry| self.value.strip_prefix(entry.normal.as_str())?.strip_prefix(' '))
            .min_by_key(|rest| rest.len())
            .unwrap_or(&self.value)
    }

    /// A key under which spellings of one name by ear meet: Công Chút and Không Chút, Dộc Ổi and Rộc Ổi, Mỹ and Mĩ.
    /// Tones stay. Names with the same key may be the same; names with different keys are not.
    pub fn spelling_key(&self) -> String {
        let words: Vec<String> = self.core().split(' ').filter(|w| *w != "-").map(by_ear).collect();
        words.join(" ")
    }
}

/// A syllable as heard: the consonant that is mixed up, then the rest with its tone.
fn by_ear(word: &str) -> String {
    let vowel =
        word.find(|c: char| crate::text::fold(&c.to_string()).starts_with(['a', 'e', 'i', 'o', 'u', 'y']));
    let (front, rest) = word.split_at(vowel.unwrap_or(0));
    let front = match front {
        "kh" | "c" | "k" => "k".to_owned(),
        other => loosely(other),
    };
    format!(
        "{front}{}",
        crate::text::canonical_tones(rest)
            .replace('y', "i")
            .replace('ỳ', "ì")
            .replace('ý', "í")
            .replace('ỷ', "ỉ")
            .replace('ỹ', "ĩ")
            .replace('ỵ', "ị")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let tokens = crate::text::tokens(text);
        let toneless = super::super::is_toneless(&tokens);
        let mut values: Vec<String> = Reader::new(&tokens, toneless, std::iter::empty())
            .find()
            .into_iter()
            .map(|f| f.name.value)
            .collect();
        values.sort();
        values
    }

    #[test]
    fn names_have_one_normal_form_however_they_are_written() {
        for (text, expected) in [
            ("Đề nghị sửa đường ĐT-746", vec!["đường tỉnh 746"]),
            ("sửa ĐT.746", vec!["đường tỉnh 746"]),
            ("sửa tỉnh lộ 746", vec!["đường tỉnh 746"]),
            ("con đường 256 hỏng", vec!["đường tỉnh 256"]),
            ("QL3B hỏng", vec!["quốc lộ 3b"]),
            ("đường rộng 5 m, đường 5 m", vec![]),
            ("Đề nghị xóm Đồng Tâm 2", vec!["xóm đồng tâm 2"]),
            ("Đề nghị thôn Đồng Tâm II làm", vec!["xóm đồng tâm 2"]),
            ("Đề nghị thôn 3", vec!["xóm 3"]),
            ("tổ dân phố số 9 và TDP 10", vec!["tổ dân phố 10", "tổ dân phố 9"]),
            ("Tôi ở tổ 9", vec!["tổ dân phố 9"]),
            ("Mỗi tổ 180 hộ", vec![]),
            (
                "Mong ngõ 21 tổ Nguyên Gon sáng",
                vec!["phố 21", "tổ dân phố nguyên gon"],
            ),
            ("Cần có tổ CNSCĐ, tổ Đảng, khối Mặt trận", vec![]),
            ("Đề nghị yêu cầu Sở trả lời nhu cầu Nhân dân", vec![]),
            ("Mong thị trường Trung Quốc mở", vec![]),
            ("Ở nông thôn Bắc Kạn còn khó", vec![]),
            ("Các cháu ở thôn Bản Quá học", vec!["xóm bản quá"]),
            ("Các cháu ở Bản Quá học", vec!["xóm bản quá"]),
            ("Làm cầu treo Nà Mị", vec!["cầu nà mị"]),
            (
                "Mong Công ty TNHH MTV Lâm nghiệp Võ Nhai trả",
                vec!["công ty lâm nghiệp võ nhai"],
            ),
            (
                "Mong Công ty Lâm nghiệp Võ Nhai trả",
                vec!["công ty lâm nghiệp võ nhai"],
            ),
            ("Nghị định 178/2024/NĐ-CP", vec!["nghị định 178/2024"]),
            (
                "theo Nghị quyết số 57-NQ/TW của trung ương",
                vec!["nghị quyết 57"],
            ),
            ("Nghị định số 178 năm 2024", vec!["nghị định 178/2024"]),
            ("Làm cao tốc Chợ Mới - Bắc Kạn", vec!["cao tốc bắc kạn - chợ mới"]),
            (
                "Làm đường cao tốc (Chợ Mới đi Bắc Kạn)",
                vec!["cao tốc bắc kạn - chợ mới"],
            ),
            (
                "Tuyến đường thành phố Bắc Kạn - hồ Ba Bể",
                vec!["đường ba bể - bắc kạn"],
            ),
            ("đường Bắc Kạn đi hồ Ba Bể", vec!["đường ba bể - bắc kạn"]),
            ("XÓM ĐỒNG TÂM BỊ MẤT ĐIỆN", vec!["xóm đồng tâm"]),
            ("xóm bị mất điện", vec![]),
            ("xom dong tam bi mat dien", vec!["xóm dong tam"]),
            ("", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn spellings_by_ear_meet_and_other_names_do_not() {
        let key = |value: &str| {
            Name {
                kind: NameKind::Hamlet,
                value: format!("xóm {value}"),
            }
            .spelling_key()
        };
        for (a, b, same) in [
            ("công chút", "không chút", true),
            ("dộc ổi", "rộc ổi", true),
            ("mỹ yên", "mĩ yên", true),
            ("đông", "đồng", false),
            ("nà nục", "nà mục", false),
            ("bản tâng", "bản tân", false),
        ] {
            assert_eq!(key(a) == key(b), same, "{a} / {b}");
        }
    }

    #[test]
    fn the_table_of_kinds_is_well_formed() {
        assert!(KINDS.entries.len() > 30);
        for entry in &KINDS.entries {
            for written in &entry.forms {
                assert!(super::super::data::expand(written).is_some(), "{written}");
            }
        }
    }
}
