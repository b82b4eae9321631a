//! The linear classifier: a weight for each feature and field, learned by [`training`](super::training) and kept as
//! text in `lexicon/routing-weights.txt`. Multinomial logistic regression for the field that answers, and one
//! yes-or-no regression for each field that may coordinate.

use std::fmt::Write as _;

use super::features::Seen;
use crate::model::probability;

/// How much softer the probabilities are by which a runner-up is taken for one that coordinates.
const RUNNER_UP: f32 = 2.0;

/// What a weights file must begin with.
const HEAD: &str = "doithoai routing weights 1";

/// The classifier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// The fields it can tell apart; outputs 0 to n-1 are "answers", n to 2n-1 are "coordinates".
    pub(super) fields: Vec<String>,
    /// Divides the scores of "answers" so that probabilities mean what they say; above 1 makes them more modest.
    pub(super) temperature: f32,
    /// Score of each output before anything is read.
    pub(super) bias: Vec<f32>,
    /// Feature keys (see [`key`]) in ascending order, with the range of their weights.
    pub(super) index: Vec<(u64, std::ops::Range<usize>)>,
    /// Output and weight.
    pub(super) weights: Vec<(u8, f32)>,
}

/// FNV-1a, 64 bits: two of some ten thousand names share a key once in a hundred thousand million files.
pub(super) fn key(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl Model {
    /// Reads the text form; `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        if lines.next()? != HEAD {
            return None;
        }
        let mut model = Self {
            fields: lines.next()?.split(' ').map(str::to_owned).collect(),
            temperature: lines.next()?.parse().ok()?,
            ..Self::default()
        };
        let scale: f32 = lines.next()?.parse().ok()?;
        model.bias = lines
            .next()?
            .split(' ')
            .map(|value| value.parse().ok())
            .collect::<Option<_>>()?;
        if model.bias.len() != 2 * model.fields.len() {
            return None;
        }
        for line in lines {
            let (name, values) = line.split_once('\t')?;
            let start = model.weights.len();
            for value in values.split(' ') {
                let (output, weight) = read_weight(value)?;
                if usize::from(output) >= model.bias.len() {
                    return None;
                }
                model.weights.push((output, f32::from(weight) * scale));
            }
            model.index.push((key(name), start..model.weights.len()));
        }
        model.index.sort_by_key(|(key, _)| *key);
        Some(model)
    }

    /// The weights of a feature.
    pub(super) fn weights_of(&self, name: &str) -> &[(u8, f32)] {
        let wanted = key(name);
        self.index
            .binary_search_by_key(&wanted, |(key, _)| *key)
            .ok()
            .and_then(|at| self.index.get(at))
            .and_then(|(_, range)| self.weights.get(range.clone()))
            .unwrap_or_default()
    }

    /// Probability of each field that it answers, and that it coordinates, from the outputs. Who coordinates depends
    /// on who answers; and a field that could nearly have answered coordinates too.
    pub(super) fn read(&self, outputs: &[f32]) -> (Vec<f64>, Vec<f64>) {
        let (lead, coordinate) = outputs.split_at(self.fields.len().min(outputs.len()));
        let answers = softmax(lead, self.temperature);
        let mut scores: Vec<f64> = coordinate.iter().map(|score| f64::from(*score)).collect();
        for (field, probability) in self.fields.iter().zip(&answers) {
            for (output, weight) in self.weights_of(&lead_name(field)) {
                let at = usize::from(*output).checked_sub(self.fields.len());
                if let Some(score) = at.and_then(|at| scores.get_mut(at)) {
                    *score += f64::from(*weight) * probability;
                }
            }
        }
        let next = softmax(lead, self.temperature * RUNNER_UP);
        let coordinates = scores
            .into_iter()
            .map(probability)
            .zip(next)
            .map(|(a, b)| a.max(b))
            .collect();
        (answers, coordinates)
    }

    /// Adds what `seen` says, times `share`, to the outputs.
    pub(super) fn add_scores(&self, seen: &Seen, share: f32, outputs: &mut [f32]) {
        for feature in &seen.features {
            for (output, weight) in self.weights_of(&feature.name) {
                if let Some(score) = outputs.get_mut(usize::from(*output)) {
                    *score += weight * feature.value * share;
                }
            }
        }
    }
}

/// Name of the feature that says which field answers; only the outputs "coordinates" have weights for it.
pub(super) fn lead_name(field: &str) -> String {
    format!("l:{field}")
}

/// The line of one feature: the name, a tab, and its weights as output letter(s) and number, "b12 m-3".
pub(super) fn write_line(out: &mut String, name: &str, weights: &[(u8, i8)]) {
    out.push_str(name);
    for (at, (output, weight)) in weights.iter().enumerate() {
        let gap = if at == 0 { '\t' } else { ' ' };
        // Writing to a String cannot fail.
        let _ = write!(out, "{gap}{}{weight}", letter(*output));
    }
    out.push('\n');
}

/// Head, fields, temperature, scale and bias: the lines before the features.
pub(super) fn write_head(out: &mut String, fields: &[String], temperature: f32, scale: f32, bias: &[f32]) {
    let bias: Vec<String> = bias.iter().map(|value| format!("{value:.3}")).collect();
    let _ = writeln!(
        out,
        "{HEAD}\n{}\n{temperature:.3}\n{scale:.6}\n{}",
        fields.join(" "),
        bias.join(" ")
    );
}

/// Outputs are written as one letter: from 'A' upwards, without digits and the minus sign.
fn letter(output: u8) -> char {
    char::from_u32(u32::from('A') + u32::from(output)).unwrap_or('?')
}

fn read_weight(text: &str) -> Option<(u8, i8)> {
    let first = text.chars().next()?;
    let output = u32::from(first).checked_sub(u32::from('A'))?;
    let weight = text.get(first.len_utf8()..)?.parse().ok()?;
    Some((u8::try_from(output).ok()?, weight))
}

/// Probabilities from scores.
pub(super) fn softmax(scores: &[f32], temperature: f32) -> Vec<f64> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let parts: Vec<f64> = scores
        .iter()
        .map(|score| f64::from((score - top) / temperature).exp())
        .collect();
    let sum: f64 = parts.iter().sum();
    parts.into_iter().map(|part| part / sum).collect()
}
