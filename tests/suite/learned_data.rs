//! What is learned from is no copy of the opinions on which it is measured.

#![allow(clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::collections::{BTreeMap, BTreeSet};

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

/// The labelled opinions (by number) that hold each word triple.
struct Labelled {
    opinions: usize,
    with: BTreeMap<[String; 3], Vec<usize>>,
}

fn labelled() -> Labelled {
    let table = include_str!("../../benches/data/opinions-dev.tsv");
    let texts = table.lines().skip(1).filter_map(|line| line.split('\t').nth(4));
    let mut labelled = Labelled {
        opinions: 0,
        with: BTreeMap::new(),
    };
    for text in texts {
        for triple in triples(text) {
            labelled.with.entry(triple).or_default().push(labelled.opinions);
        }
        labelled.opinions += 1;
    }
    labelled
}

/// Whether a text shares half of its word triples with one of the labelled opinions.
fn copies(text: &str, labelled: &Labelled) -> bool {
    let own = triples(text);
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for opinion in own
        .iter()
        .filter_map(|triple| labelled.with.get(triple))
        .flatten()
    {
        *shared.entry(*opinion).or_default() += 1;
    }
    let most = shared.into_values().max().unwrap_or_default();
    !own.is_empty() && 2 * most >= own.len()
}

#[test]
fn no_written_example_shares_half_of_its_word_triples_with_a_labelled_opinion() {
    let labelled = labelled();
    let lines = include_str!("../../lexicon/routing-examples.txt").lines();
    let examples: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '[']))
        .collect();
    assert!(
        examples.len() > 900 && labelled.opinions > 600,
        "both files were read"
    );
    for example in examples {
        assert!(!copies(example, &labelled), "{example}");
    }
}

#[test]
fn no_paraphrase_shares_half_of_its_word_triples_with_a_labelled_opinion() {
    let labelled = labelled();
    let files = [
        include_str!("../../lexicon/paraphrases/land.tsv"),
        include_str!("../../lexicon/paraphrases/services.tsv"),
        include_str!("../../lexicon/paraphrases/society.tsv"),
        include_str!("../../lexicon/paraphrases/staffing.tsv"),
        include_str!("../../lexicon/paraphrases/works.tsv"),
    ];
    let texts: Vec<&str> = files
        .iter()
        .flat_map(|file| file.lines().skip(1))
        .filter_map(|line| line.split('\t').nth(4))
        .collect();
    assert!(
        texts.len() > 20_000 && labelled.opinions > 600,
        "all files were read"
    );
    for text in texts {
        assert!(!copies(text, &labelled), "{text}");
    }
}
