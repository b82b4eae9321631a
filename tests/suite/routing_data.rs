//! The written examples that routing learns from are not copies of the opinions on which routing is measured.

#![allow(clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::collections::BTreeSet;

/// Runs of three words.
fn triples(text: &str) -> BTreeSet<[String; 3]> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words
        .windows(3)
        .map(|run| [run[0].clone(), run[1].clone(), run[2].clone()])
        .collect()
}

#[test]
fn no_written_example_shares_half_of_its_word_triples_with_a_labelled_opinion() {
    let table = include_str!("../../benches/data/opinions-dev.tsv");
    let labelled: Vec<_> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(4))
        .map(triples)
        .collect();
    let lines = include_str!("../../lexicon/routing-examples.txt").lines();
    let examples: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '[']))
        .collect();
    assert!(
        examples.len() > 900 && labelled.len() > 600,
        "both files were read"
    );
    for example in examples {
        let own = triples(example);
        let shared = labelled
            .iter()
            .map(|other| own.intersection(other).count())
            .max()
            .unwrap_or_default();
        assert!(own.is_empty() || 2 * shared < own.len(), "{example}");
    }
}
