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

/// Takes the courtesy phrases out of `words`; keeps all of them when nothing else would be left.
pub(super) fn strip(words: Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some((word, tail)) = rest.split_first() {
        let phrase = PHRASES
            .get(word)
            .and_then(|list| list.iter().find(|phrase| rest.starts_with(phrase)));
        match phrase {
            Some(phrase) => rest = rest.get(phrase.len()..).unwrap_or_default(),
            None => {
                out.push(word.clone());
                rest = tail;
            }
        }
    }
    if out.is_empty() { words } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(strip(super::super::key::raw_words(raw)).join(" "), kept, "{raw}");
        }
    }
}
