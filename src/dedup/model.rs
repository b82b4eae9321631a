//! What was learned from labelled pairs: the weight of each feature, and how common traits are in such reports.
//!
//! Both are data with their provenance (`weights.toml`, `background.tsv`), written by
//! `cargo run --release --example learn_duplicates`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::features::Feature;
use super::texts::Trait;

/// The learned model that is compiled in.
static BUILT_IN: LazyLock<Model> = LazyLock::new(|| {
    let weights: Weights = toml::from_str(include_str!("weights.toml")).unwrap_or_default();
    Model {
        weights,
        background: Background::parse(include_str!("background.tsv")),
    }
});

/// Weights and background together: all that a comparison needs besides the two texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    pub(super) weights: Weights,
    pub(super) background: Background,
}

impl Model {
    /// The model that is compiled in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The two data files: weights (TOML) and background (tab-separated).
    pub fn to_files(&self) -> (String, String) {
        let weights = toml::to_string(&self.weights).unwrap_or_default();
        (weights, self.background.to_text())
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
            } else if let Some(kind) = Trait::ALL.into_iter().find(|other| tag(*other) == kind) {
                background.counts.push((kind, name.to_owned(), count));
            }
        }
        background
    }

    fn to_text(&self) -> String {
        let mut text = format!("texts\tall\t{}\n", self.texts);
        for (kind, name, count) in &self.counts {
            text.push_str(&format!("{}\t{name}\t{count}\n", tag(*kind)));
        }
        text
    }
}

fn tag(kind: Trait) -> &'static str {
    match kind {
        Trait::Word => "word",
        Trait::Pair => "pair",
        Trait::Ask => "ask",
        Trait::Object => "object",
        Trait::Beneficiary => "beneficiary",
        Trait::Policy => "policy",
        Trait::Problem => "problem",
        Trait::Name => "name",
        Trait::FrameAsk => "frame-ask",
        Trait::FrameObject => "frame-object",
        Trait::FrameBeneficiary => "frame-beneficiary",
    }
}
