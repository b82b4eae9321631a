//! Why two opinions were or were not joined: separate signals whose weights add up to the score, and vetoes that
//! beat any score (record linkage after Fellegi and Sunter, 1969).

use serde::Serialize;

/// What a signal looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SignalKind {
    /// The strict keys are equal: the same words after spelling, courtesy and abbreviations are set right.
    SameWords,
    /// Rare words that both have.
    SharedWords,
    /// One text's words stand inside the other's.
    Containment,
    /// Other words for the same, as learned from paraphrases.
    Near,
    /// The same thing is asked for.
    Ask,
    /// The same object is spoken of.
    Object,
    /// The same people are to benefit.
    Beneficiary,
    /// The same policy, programme or legal document.
    Policy,
    /// The same problem is complained of.
    Problem,
    /// The same named place, road, school or project.
    Name,
    /// The same numbers.
    Number,
    /// The same agency could answer both.
    Agency,
    /// The clerk has said that the two are the same.
    Clerk,
    /// The starting point, before anything is compared: how rare duplicates are.
    Prior,
}

/// One signal and what it adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signal {
    /// What was compared.
    pub kind: SignalKind,
    /// What it adds to the log-odds that the two are duplicates; negative speaks against.
    pub weight: f64,
    /// What was seen: the shared words, the two numbers; for a person to read.
    pub detail: String,
}

/// The probability that log-odds stand for, from 0 to 1: evidence adds up as log-odds and is judged as a probability.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// A difference that forbids merging whatever the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[non_exhaustive]
pub enum Veto {
    /// Another road, school, hamlet, project.
    Object {
        /// What the first text names.
        a: String,
        /// What the second text names.
        b: String,
    },
    /// Another number that matters.
    Number {
        /// In the first text.
        a: String,
        /// In the second text.
        b: String,
    },
    /// Opposite or plainly different asks.
    Ask {
        /// In the first text.
        a: String,
        /// In the second text.
        b: String,
    },
    /// A negation on one side only.
    Negation {
        /// The negated words.
        words: String,
    },
    /// Another beneficiary.
    Beneficiary {
        /// In the first text.
        a: String,
        /// In the second text.
        b: String,
    },
    /// One ask against several.
    Asks {
        /// Asks of the first text.
        a: u32,
        /// Asks of the second text.
        b: u32,
    },
    /// Words that differ in their tone marks only ("Đông", "Đồng"), or a text without tones.
    Tone {
        /// In the first text.
        a: String,
        /// In the second text.
        b: String,
    },
    /// The clerk has said that the two are not the same.
    Clerk,
}

/// All that was found when two opinions were compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// The signals; their weights add up to the log-odds behind `score`.
    pub signals: Vec<Signal>,
    /// What forbids merging; empty if nothing does.
    pub vetoes: Vec<Veto>,
    /// Probability that one reply would settle both, from 0 to 1, before vetoes.
    pub score: f64,
}
