//! What was learned: the weight of each feature and how common traits are in such reports, from labelled pairs; and
//! the space of wordings, from paraphrases.
//!
//! All are data with their provenance (`weights.toml`, `background.tsv`, `space.tsv`), written by
//! `cargo run --release --example learn_duplicates`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::features::Feature;
use super::space::Space;
use super::texts::Trait;

/// The learned model that is compiled in.
static BUILT_IN: LazyLock<Model> = LazyLock::new(|| {
    let weights: Weights = toml::from_str(include_str!("weights.toml")).unwrap_or_default();
    Model {
        weights,
        background: Background::parse(include_str!("background.tsv")),
        space: Space::parse(include_str!("space.tsv")),
    }
});

/// Weights, background and space together: all that a comparison needs besides the two texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    pub(super) weights: Weights,
    pub(super) background: Background,
    pub(super) space: Space,
}

impl Model {
    /// The model that is compiled in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The space of wordings.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The three data files: weights (TOML), background and space (tab-separated).
    pub fn to_files(&self) -> [String; 3] {
        let weights = toml::to_string(&self.weights).unwrap_or_default();
        [weights, self.background.to_text(), self.space.to_text()]
    }
}

/// Log-odds that one reply settles both, as a sum: a starting point and a weight for each feature.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weights {
    /// The starting point, before anything is compared.
    pub(super) prior: f64,
    /// By the feature's name.
    pub(super) feature: std::collections::BTreeMap<Feature, f64>,
}

impl Weights {
    pub(super) fn of(&self, feature: Feature) -> f64 {
        self.feature.get(&feature).copied().unwrap_or_default()
    }
}

/// How many texts of a background corpus have each trait.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Background {
    texts: u32,
    counts: Vec<(Trait, String, u32)>,
}

impl Background {
    pub(super) fn new(texts: u32, counts: Vec<(Trait, String, u32)>) -> Self {
        Self { texts, counts }
    }

    pub(super) fn texts(&self) -> u32 {
        self.texts
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (Trait, &str, u32)> {
        self.counts
            .iter()
            .map(|(kind, name, count)| (*kind, name.as_str(), *count))
    }

    /// Words and the words of pairs; some come more than once.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        self.counts
            .iter()
            .filter(|(kind, ..)| matches!(kind, Trait::Word | Trait::Name))
            .map(|(_, name, _)| name)
    }

    fn parse(text: &str) -> Self {
        let mut background = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(kind), Some(name), Some(count)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let Ok(count) = count.parse() else { continue };
            if kind == "texts" {
                background.texts = count;
            } else if let Some(kind) = Trait::from_tag(kind) {
                background.counts.push((kind, name.to_owned(), count));
            }
        }
        background
    }

    fn to_text(&self) -> String {
        let mut text = format!("texts\tall\t{}\n", self.texts);
        for (kind, name, count) in &self.counts {
            text.push_str(&format!("{}\t{name}\t{count}\n", kind.tag()));
        }
        text
    }
}
