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

/// Words of the longest phrase.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| PHRASES.values().flatten().map(Vec::len).max().unwrap_or(0));

/// Says for every word whether it belongs to a courtesy phrase, one that another phrase parts included: what is kept holds
/// none.
pub(super) fn mark<'a>(words: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let words: Vec<&str> = words.collect();
    let mut out = vec![false; words.len()];
    // The words still to be looked at, the next one last, and those that begin no phrase.
    let mut ahead: Vec<usize> = (0..words.len()).rev().collect();
    let mut kept: Vec<usize> = Vec::new();
    while let Some(at) = ahead.last().copied() {
        let next: Vec<&str> = ahead
            .iter()
            .rev()
            .take(*LONGEST)
            .filter_map(|at| words.get(*at).copied())
            .collect();
        let Some(length) = phrase_at(&next) else {
            ahead.pop();
            kept.push(at);
            continue;
        };
        for courtesy in ahead.drain(ahead.len().saturating_sub(length)..) {
            if let Some(courtesy) = out.get_mut(courtesy) {
                *courtesy = true;
            }
        }
        // The words before the phrase may begin another one with those after it.
        let before = kept.len().saturating_sub(LONGEST.saturating_sub(1));
        ahead.extend(kept.drain(before..).rev());
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
            ("Đề đề nghị nghị sửa cầu", "sửa cầu"),
        ] {
            assert_eq!(super::super::strict_key(raw), kept, "{raw}");
        }
    }
}
