//! Words of politeness and of asking that say nothing about what is asked: "Kính đề nghị", "Xin trân trọng cảm ơn".
//! The list is data (`lexicon/courtesy.txt`, a phrase a line). A negation is never courtesy.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Phrases by their first word, longest first.
static PHRASES: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for line in include_str!("../../lexicon/courtesy.txt").lines() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        let words = super::key::raw_words(line);
        if let Some(first) = words.first() {
            phrases.entry(first.clone()).or_default().push(words.clone());
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    phrases
});

/// Says for every word whether it belongs to a courtesy phrase.
pub(super) fn mark<'a>(words: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let words: Vec<&str> = words.collect();
    let mut out = vec![false; words.len()];
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let length = phrase_at(rest).unwrap_or(0);
        for courtesy in out.iter_mut().skip(at).take(length) {
            *courtesy = true;
        }
        at += length.max(1);
    }
    out
}

/// Length of the longest courtesy phrase that `rest` begins with.
fn phrase_at(rest: &[&str]) -> Option<usize> {
    let list = PHRASES.get(*rest.first()?)?;
    list.iter()
        .find(|phrase| phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(a, b)| a == b))
        .map(Vec::len)
}

#[cfg(test)]
mod tests {

    #[test]
    fn courtesy_goes_and_the_ask_stays() {
        for (raw, kept) in [
            (
                "Kính đề nghị tỉnh sửa cầu. Xin trân trọng cảm ơn!",
                "tỉnh sửa cầu",
            ),
            (
                "Kính thưa các đồng chí, tôi xin có ý kiến như sau: không thu phí",
                "không thu phí",
            ),
            ("Đề nghị", "đề nghị"),
        ] {
            assert_eq!(super::super::strict_key(raw), kept, "{raw}");
        }
    }
}
