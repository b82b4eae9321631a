//! What a person who knows the province's offices knows: phrases that speak for a field, as data in
//! `lexicon/routing-phrases.toml`. A phrase is evidence that the classifier weighs, never the answer by itself.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::text::{fold, strict_key, words};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    field: BTreeMap<String, Phrases>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    /// Speak for the field wherever they stand.
    #[serde(default)]
    strong: Vec<String>,
    /// Speak for it, and for others too.
    #[serde(default)]
    weak: Vec<String>,
}

/// One phrase: parts that must all stand in the text, in any order ("phụ cấp + bí thư chi bộ").
#[derive(Debug)]
struct Phrase {
    /// Name of its feature.
    feature: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    toned: Vec<String>,
    folded: Vec<String>,
}

/// The phrases, by the first word of their first part, without tones.
#[derive(Debug, Default)]
pub(super) struct Knowledge {
    phrases: BTreeMap<String, Vec<Phrase>>,
}

impl Knowledge {
    /// Reads the data; an error names line and column.
    pub(super) fn parse(data: &str) -> Result<Self, toml::de::Error> {
        let table: Table = toml::from_str(data)?;
        let mut knowledge = Self::default();
        for (field, list) in &table.field {
            for (phrases, mark) in [(&list.strong, ""), (&list.weak, "?")] {
                for phrase in phrases {
                    knowledge.add(phrase, format!("{field}{mark}"));
                }
            }
        }
        Ok(knowledge)
    }

    fn add(&mut self, phrase: &str, feature: String) {
        let parts: Vec<Part> = phrase.split(" + ").map(Part::new).collect();
        if let Some(first) = parts.first().and_then(|part| part.folded.first()) {
            let first = first.clone();
            self.phrases
                .entry(first)
                .or_default()
                .push(Phrase { feature, parts });
        }
    }

    /// The features of the phrases that stand in a text, each once, with the words of the first part.
    pub(super) fn find(
        &self,
        toned: &[String],
        folded: &[String],
        toneless: bool,
    ) -> Vec<(String, Range<usize>)> {
        let mut found: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for (at, word) in folded.iter().enumerate() {
            for phrase in self.phrases.get(word).into_iter().flatten() {
                let mut parts = phrase.parts.iter();
                let Some(first) = parts
                    .next()
                    .filter(|part| part.stands(toned, folded, toneless, at))
                else {
                    continue;
                };
                if parts.all(|part| (0..folded.len()).any(|at| part.stands(toned, folded, toneless, at))) {
                    let span = at..at + first.folded.len();
                    let longest = found.entry(&phrase.feature).or_insert(span.clone());
                    if span.len() > longest.len() {
                        *longest = span;
                    }
                }
            }
        }
        found
            .into_iter()
            .map(|(feature, span)| (feature.to_owned(), span))
            .collect()
    }
}

impl Part {
    fn new(text: &str) -> Self {
        let toned: Vec<String> = words(&strict_key(text)).map(str::to_owned).collect();
        let folded = toned.iter().map(|word| fold(word)).collect();
        Self { toned, folded }
    }

    fn stands(&self, toned: &[String], folded: &[String], toneless: bool, at: usize) -> bool {
        let (own, text) = if toneless {
            (&self.folded, folded)
        } else {
            (&self.toned, toned)
        };
        text.get(at..).is_some_and(|rest| rest.starts_with(own))
    }
}
