//! Finds every wording of the vocabulary in a text at once.
//!
//! Two automata over the words: one over words as they are, one over words heard loosely (no tones, s/x and the like
//! brought together) for texts without tones and for slips of the pen. Whole words only, because every pattern begins
//! and ends with the space between words. Time is linear in the text: a word ends at most as many wordings as the
//! longest of them has words.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::data::Form;
use super::sound::SoundAlikes;
use super::{Class, Concept, ConceptId};

/// A wording found, in positions of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) concept: ConceptId,
    pub(super) with_tones: bool,
}

/// The two automata.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    exact: Index,
    loose: Index,
    forms: Vec<Form>,
    said: SoundAlikes,
}

/// An automaton and, for each of its patterns, the forms that read so.
#[derive(Debug, Default)]
struct Index {
    automaton: Option<AhoCorasick>,
    forms: Vec<Vec<usize>>,
}

impl Index {
    fn new<'a>(keys: impl Iterator<Item = (usize, String)> + 'a) -> Self {
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (form, key) in keys {
            by_key.entry(key).or_default().push(form);
        }
        Self {
            // Building fails only beyond gigabytes of patterns; the vocabulary is compiled in and tested.
            automaton: AhoCorasick::new(by_key.keys()).ok(),
            forms: by_key.into_values().collect(),
        }
    }

    /// Every form found in `words`, with the positions of its first word and of the word after its last.
    fn find(&self, words: &[impl AsRef<str>]) -> Vec<(usize, usize, usize)> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let mut text = String::from(" ");
        let mut starts = Vec::with_capacity(words.len());
        for word in words {
            starts.push(text.len() - 1);
            text.push_str(word.as_ref());
            text.push(' ');
        }
        let mut out = Vec::new();
        for hit in automaton.find_overlapping_iter(&text) {
            let (Ok(start), end) = (
                starts.binary_search(&hit.start()),
                starts.partition_point(|&s| s + 1 < hit.end()),
            ) else {
                continue;
            };
            for &form in self.forms.get(hit.pattern().as_usize()).into_iter().flatten() {
                out.push((start, end, form));
            }
        }
        out
    }
}

impl Matcher {
    pub(super) fn new(forms: Vec<Form>) -> Self {
        let key = |words: &[String], change: fn(&str) -> String| {
            let words: Vec<String> = words.iter().map(|word| change(word)).collect();
            format!(" {} ", words.join(" "))
        };
        Self {
            exact: Index::new(
                forms
                    .iter()
                    .enumerate()
                    .map(|(i, f)| (i, key(&f.words, str::to_owned))),
            ),
            loose: Index::new(
                forms
                    .iter()
                    .enumerate()
                    .filter(|(_, f)| f.toneless || f.hides || f.words.len() > 1)
                    .map(|(i, f)| (i, key(&f.words, loosely))),
            ),
            forms,
            said: SoundAlikes::built_in(),
        }
    }

    /// Every place in `words` that sounds like a wording of several words, as it stands there.
    pub(super) fn heard<'w>(&self, words: &'w [&'w str]) -> BTreeMap<(usize, usize), &'w [&'w str]> {
        let heard: Vec<String> = words.iter().map(|word| loosely(word)).collect();
        let places = self.loose.find(&heard).into_iter();
        places
            .filter_map(|(start, end, _)| Some(((start, end), words.get(start..end)?)))
            .filter(|(_, phrase)| phrase.len() > 1)
            .collect()
    }

    /// Whether these words are a wording as they stand.
    pub(super) fn knows(&self, words: &[&str]) -> bool {
        let found = self.exact.find(words);
        found
            .iter()
            .any(|(start, end, _)| (*start, *end) == (0, words.len()))
    }

    /// The wordings in `words`, in order. A wording inside a longer one is told only when it is said by itself.
    pub(super) fn find(&self, words: &[&str], toneless: bool, concepts: &[Concept]) -> Vec<Hit> {
        let mut found: Vec<Found> = Vec::new();
        for (start, end, form) in self.exact.find(words) {
            found.extend(self.found(start, end, form, true));
        }
        let heard: Vec<String> = words.iter().map(|word| loosely(word)).collect();
        for (start, end, form) in self.loose.find(&heard) {
            let (Some(form_words), Some(text)) = (
                self.forms.get(form).map(|f| f.words.as_slice()),
                words.get(start..end),
            ) else {
                continue;
            };
            if is_slip(form_words, text, toneless) && self.said.allow(form_words, text, toneless) {
                found.extend(self.found(start, end, form, false));
            }
        }
        longest(found, |id| {
            concepts.get(usize::from(id.0)).map(|concept| concept.class)
        })
    }

    fn found(&self, start: usize, end: usize, form: usize, with_tones: bool) -> Option<Found> {
        let form = self.forms.get(form)?;
        Some(Found {
            hit: Hit {
                start,
                end,
                concept: form.concept,
                with_tones,
            },
            hides: form.hides,
        })
    }
}

/// A wording found, before the longest are chosen.
#[derive(Debug, Clone, Copy)]
struct Found {
    hit: Hit,
    hides: bool,
}

/// Whether a wording inside a longer one of class `around` goes unsaid. "Cầu" in the ask "làm cầu" and "tập huấn" in
/// the object "tập huấn đất đai" are said, and so is the subject in "giáo viên âm nhạc"; "xây dựng" in "Sở Xây dựng" and "chi trả" in "chưa chi trả" are not.
fn goes_unsaid(inner: Class, around: Class) -> bool {
    match around {
        Class::Institution => true,
        Class::Beneficiary => inner != Class::Kind,
        Class::Problem => inner == Class::Ask,
        Class::Policy => !matches!(inner, Class::Ask | Class::Object | Class::Kind),
        Class::Ask | Class::Object | Class::Kind => false,
    }
}

/// Keeps the hits that are said: of one class the longest, of others those that [`goes_unsaid`] leaves. A slip gives
/// way to an exact wording of the same words.
fn longest(mut found: Vec<Found>, class_of: impl Fn(ConceptId) -> Option<Class>) -> Vec<Hit> {
    found.sort_by_key(|f| {
        (
            f.hit.start,
            std::cmp::Reverse(f.hit.end),
            !f.hit.with_tones,
            f.hit.concept,
            f.hides,
        )
    });
    let mut out: Vec<Hit> = Vec::new();
    // For each class the hit that reaches furthest so far; it began no later than any hit to come.
    let mut reach: BTreeMap<Class, Hit> = BTreeMap::new();
    // Concepts that a wording hides, with the end of that wording.
    let mut hidden: BTreeMap<ConceptId, usize> = BTreeMap::new();
    for Found { hit, hides } in found {
        if hides {
            let end = hidden.entry(hit.concept).or_default();
            *end = hit.end.max(*end);
            continue;
        }
        let Some(class) = class_of(hit.concept) else {
            continue;
        };
        let is_hidden = hidden.get(&hit.concept).is_some_and(|&end| hit.end <= end);
        let is_inside = reach.iter().any(|(&around, other)| {
            let same = (other.start, other.end) == (hit.start, hit.end);
            let apart = same && (other.with_tones == hit.with_tones) && other.concept != hit.concept;
            let unsaid = class == around || (!same && goes_unsaid(class, around));
            hit.end <= other.end && unsaid && !apart
        });
        if !is_hidden && !is_inside {
            out.push(hit);
            let furthest = reach.entry(class).or_insert(hit);
            if furthest.end < hit.end {
                *furthest = hit;
            }
        }
    }
    out
}

/// Whether `text`, which sounds like `form`, may be taken for it.
fn is_slip(form: &[String], text: &[&str], toneless: bool) -> bool {
    let other: Vec<(&str, &str)> = form
        .iter()
        .map(String::as_str)
        .zip(text.iter().copied())
        .filter(|(form, text)| form != text)
        .collect();
    let bare = other
        .iter()
        .filter(|(form, text)| crate::text::fold(form) == *text)
        .count();
    let odd = other.len() - bare;
    if toneless {
        // Two syllables say too little to guess a consonant as well.
        return odd == 0 || (odd == 1 && form.len() > 2);
    }
    let all_bare = odd == 0 && other.len() > 1 && form.len() > 2;
    let one = other.len() == 1
        && form.len() > 1
        && other.iter().all(|(form_word, text_word)| {
            (form.len() > 2 || is_small(form_word, text_word)) && !BARE.contains(text_word)
        });
    all_bare || one
}

/// Words without a tone that stand in most texts, and in the place of no other: "cho xã" is not the market "chợ xã", "cho
/// con" not the dog "chó con", "bà con mong" not "bà con Mông".
const BARE: [&str; 16] = [
    "ba", "cho", "con", "do", "hai", "hay", "khi", "mong", "nay", "qua", "ra", "sau", "ta", "theo", "trong",
    "xin",
];

/// A tone left out, or another consonant at the front with the rest the same: "trưc", "xung" for "sung". Nobody hears đ
/// for r or gi: "đăng" is not "răng".
fn is_small(form: &str, text: &str) -> bool {
    let rest = |word: &str| word.trim_start_matches(|c: char| !is_vowel(c)).to_owned();
    let stroke =
        form.starts_with('đ') != text.starts_with('đ') && !(form.starts_with("d") || text.starts_with("d"));
    crate::text::fold(form) == text
        || crate::text::without_tones(form) == text
        || rest(form) == rest(text) && !stroke
}

fn is_vowel(c: char) -> bool {
    let base = crate::text::fold(&c.to_string());
    base.starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// How a word sounds to one who spells by ear: no tones, and the consonants that are mixed up brought together.
pub(super) fn loosely(word: &str) -> String {
    let bare = crate::text::fold(word);
    let (from, to) = match bare.as_bytes() {
        [b't', b'r', ..] => ("tr", "ch"),
        [b'g', b'i', next, ..] if next.is_ascii_alphabetic() => ("gi", "d"),
        [b'n', b'g', b'h', ..] => ("ngh", "ng"),
        [b'g', b'h', ..] => ("gh", "g"),
        [b'q', ..] => ("q", "k"),
        [b'c', next, ..] if *next != b'h' => ("c", "k"),
        [b'x', ..] => ("x", "s"),
        [b'r', ..] => ("r", "d"),
        _ => ("", ""),
    };
    let rest = bare.strip_prefix(from).unwrap_or(&bare);
    format!("{to}{}", rest.replace('y', "i"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_slip_is_the_same_word_and_another_word_is_not() {
        for (form, text, same) in [
            ("bổ sung", "bổ xung", true),
            ("trực tiếp", "trưc tiếp", true),
            ("quan tâm", "quan tam", true),
            ("bảo trợ", "bảo chợ", true),
            ("mất đất", "mặt đất", false),
            ("sửa chữa", "sữa chua", false),
            ("chấn chỉnh lề lối", "chấn chình lề lối", true),
            ("làm răng", "làm đăng", false),
            ("làm đường", "làm dường", true),
            ("chó con", "cho con", false),
        ] {
            let form: Vec<String> = form.split(' ').map(str::to_owned).collect();
            let text: Vec<&str> = text.split(' ').collect();
            assert_eq!(is_slip(&form, &text, false), same, "{form:?} / {text:?}");
        }
    }
}
