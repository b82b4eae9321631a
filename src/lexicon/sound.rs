//! How often the phrases are said that sound like a wording of the vocabulary: what tells a slip of the pen ("sử lý") from
//! words with a meaning of their own ("công nhân" is not "công nhận", "cho cán bộ" no dog that bites).
//!
//! The prior of a noisy channel (Kernighan, Church and Gale, 1990), counted in the paraphrases by
//! `cargo run --release --example learn_sound_alikes` and kept as data. What sounds alike is `matcher`'s business.

use std::collections::BTreeMap;

use super::matcher::{Matcher, loosely};
use crate::text::fold;

/// A phrase that is said at least once for so many times that the wording is said is no slip for it.
const SLIPS_PER_WORDING: u32 = 20;

/// A phrase that is written less often is not counted: it may be a slip, whatever else it could mean.
const SAID_FROM: u32 = 2;

/// Of what is written the same way without tones, a wording must make up at least one in so many to be heard in it.
const HEARD_ONE_IN: u32 = 4;

/// The counts of phrases that sound alike.
#[derive(Debug, Default)]
pub(super) struct SoundAlikes {
    by_phrase: BTreeMap<String, u32>,
    /// Of all that read the same without tones.
    by_fold: BTreeMap<String, u32>,
}

impl SoundAlikes {
    pub(super) fn built_in() -> Self {
        Self::parse(include_str!("../../lexicon/sound-alikes.tsv"))
    }

    fn parse(text: &str) -> Self {
        let mut said = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((phrase, count)) = line.split_once('\t') else {
                continue;
            };
            let count: u32 = count.parse().unwrap_or_default();
            *said.by_fold.entry(fold(phrase)).or_default() += count;
            said.by_phrase.insert(phrase.to_owned(), count);
        }
        said
    }

    fn of(&self, phrase: &str) -> u32 {
        self.by_phrase.get(phrase).copied().unwrap_or_default()
    }

    /// Whether `text`, which sounds like the wording `form`, is not rather something else that is said.
    pub(super) fn allow(&self, form: &[String], text: &[&str], toneless: bool) -> bool {
        let (form, text) = (form.join(" "), text.join(" "));
        let wording = self.of(&form);
        if toneless {
            let all = self.by_fold.get(&text).copied().unwrap_or_default();
            fold(&form) != text || wording.saturating_mul(HEARD_ONE_IN) >= all
        } else {
            let own = self.of(&text);
            own == 0 || own.saturating_mul(SLIPS_PER_WORDING) < wording
        }
    }
}

/// Counts in texts with tones what sounds like a wording; wordings that nothing else sounds like are left out.
pub(super) fn count<'w>(texts: impl Iterator<Item = Vec<&'w str>>, matcher: &Matcher) -> String {
    let mut groups: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for words in texts {
        for phrase in matcher.heard(&words).values() {
            let sound: Vec<String> = phrase.iter().map(|word| loosely(word)).collect();
            let group = groups.entry(sound.join(" ")).or_default();
            *group.entry(phrase.join(" ")).or_default() += 1;
        }
    }
    for phrases in groups.values_mut() {
        phrases.retain(|_, count| *count >= SAID_FROM);
    }
    let knows = |phrase: &String| matcher.knows(&phrase.split(' ').collect::<Vec<_>>());
    groups.retain(|_, phrases| phrases.len() > 1 || !phrases.keys().all(knows));
    let phrases = groups.values().flatten();
    phrases
        .map(|(phrase, count)| format!("{phrase}\t{count}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_for_itself_is_no_slip() {
        let said = SoundAlikes::parse(
            "xử lý\t900\nsử lý\t3\ncông nhân\t160\ncông nhận\t300\nbố trí\t600\nbọ trĩ\t4\n",
        );
        for (form, text, toneless, allowed) in [
            ("xử lý", "sử lý", false, true),
            ("công nhận", "công nhân", false, false),
            ("bọ trĩ", "bo tri", true, false),
            ("bố trí", "bo tri", true, true),
            ("cắm mốc", "cam moc", true, true),
        ] {
            let form: Vec<String> = form.split(' ').map(str::to_owned).collect();
            let text: Vec<&str> = text.split(' ').collect();
            assert_eq!(said.allow(&form, &text, toneless), allowed, "{form:?} / {text:?}");
        }
    }
}
