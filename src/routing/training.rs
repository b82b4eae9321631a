//! Learns the classifier's weights from labelled opinions: multinomial logistic regression by stochastic gradient
//! descent with AdaGrad steps (Duchi, Hazan and Singer, 2011) and an L2 penalty. Used by `examples/learn_routing`
//! and by the quality measure; a run of the program only reads the weights.
//!
//! The order of the examples is shuffled by a fixed generator, so equal data gives equal weights.

use std::collections::BTreeMap;

use super::KNOWLEDGE;
use super::features::Seen;
use super::model::{self, Model, softmax};
use crate::model::probability;

/// One labelled opinion.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The wording.
    pub text: String,
    /// The field that answers.
    pub field: String,
    /// The fields that coordinate; `None` when nobody has said.
    pub coordinate: Option<Vec<String>>,
    /// How much it counts; 1 for a labelled opinion.
    pub weight: f32,
}

/// How to learn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Passes over the examples.
    pub passes: usize,
    /// First step size.
    pub step: f32,
    /// Pull of each weight towards zero.
    pub penalty: f32,
    /// A feature is learned when this many examples have it.
    pub least_examples: usize,
    /// Weights smaller than this are left out of the file.
    pub least_weight: f32,
    /// Whether the phrases of the knowledge base count; without them the measure tells what they are worth.
    pub phrases: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            passes: 40,
            step: 0.8,
            penalty: 2e-4,
            least_examples: 4,
            least_weight: 0.25,
            phrases: true,
        }
    }
}

/// Weights in the form in which they are learned.
struct Dense {
    outputs: usize,
    values: Vec<f32>,
    squares: Vec<f32>,
}

/// How the names of the knowledge base's features begin.
const PHRASE: &str = "k:";

/// Log-odds with which learning starts for a strong and for a weak phrase of the knowledge base.
const STRONG: f32 = 2.0;
const WEAK: f32 = 0.7;

/// An example with its features as numbers.
struct Row {
    features: Vec<(usize, f32)>,
    /// The feature that says which field answers; only "coordinates" may look at it.
    lead: usize,
    field: usize,
    coordinate: Option<Vec<bool>>,
    weight: f32,
}

/// Learns from `examples` and writes the weights as text; [`Model::parse`] reads it.
pub fn learn(examples: &[Example], temperature: f32, options: &Options) -> String {
    let mut fields: Vec<String> = examples.iter().map(|example| example.field.clone()).collect();
    fields.extend(
        examples
            .iter()
            .flat_map(|example| example.coordinate.clone().unwrap_or_default()),
    );
    fields.sort();
    fields.dedup();
    let seen: Vec<Seen> = examples
        .iter()
        .map(|example| Seen::new(&example.text, &KNOWLEDGE))
        .collect();
    let mut names = vocabulary(&seen, options);
    for field in &fields {
        let number = names.len() + 1;
        names.insert(model::lead_name(field), number);
    }
    let rows: Vec<Row> = examples
        .iter()
        .zip(&seen)
        .map(|(example, seen)| Row::new(example, seen, &names, &fields))
        .collect();
    let priors = priors(&names, &fields);
    let dense = descend(&rows, &priors, names.len() + 1, fields.len(), options);
    write(&dense, &names, &fields, temperature, options)
}

fn vocabulary(seen: &[Seen], options: &Options) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in seen.iter().flat_map(|seen| &seen.features) {
        *counts.entry(&feature.name).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|(name, count)| match name.starts_with(PHRASE) {
            true => options.phrases,
            false => *count >= options.least_examples,
        })
        .enumerate()
        .map(|(number, (name, _))| (name.to_owned(), number + 1))
        .collect()
}

impl Row {
    /// Feature 0 is the bias.
    fn new(example: &Example, seen: &Seen, names: &BTreeMap<String, usize>, fields: &[String]) -> Self {
        let known = seen.features.iter().filter_map(|feature| {
            let number = names.get(&feature.name)?;
            Some((*number, feature.value))
        });
        Self {
            features: std::iter::once((0, 1.0)).chain(known).collect(),
            lead: names
                .get(&model::lead_name(&example.field))
                .copied()
                .unwrap_or_default(),
            field: fields.binary_search(&example.field).unwrap_or_default(),
            coordinate: example
                .coordinate
                .as_ref()
                .map(|list| fields.iter().map(|field| list.contains(field)).collect()),
            weight: example.weight,
        }
    }
}

/// What a phrase of the knowledge base weighs for its field before anything is learned: feature, output, weight.
fn priors(names: &BTreeMap<String, usize>, fields: &[String]) -> Vec<(usize, usize, f32)> {
    let of_field = |(output, field): (usize, &String)| {
        let prior = |mark: &str, weight: f32| {
            let number = names.get(&format!("{PHRASE}{field}{mark}"));
            number.map(|number| (*number, output, weight))
        };
        [prior("", STRONG), prior("?", WEAK)]
    };
    fields.iter().enumerate().flat_map(of_field).flatten().collect()
}

fn descend(
    rows: &[Row],
    priors: &[(usize, usize, f32)],
    features: usize,
    fields: usize,
    options: &Options,
) -> Dense {
    let outputs = 2 * fields;
    let mut dense = Dense {
        outputs,
        values: vec![0.0; features * outputs],
        squares: vec![0.1; features * outputs],
    };
    for (feature, output, weight) in priors {
        if let Some(value) = dense.values.get_mut(feature * outputs + output) {
            *value = *weight;
        }
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Random(7);
    for _ in 0..options.passes {
        random.shuffle(&mut order);
        for row in order.iter().filter_map(|at| rows.get(*at)) {
            dense.step(row, fields, options);
        }
    }
    dense
}

impl Dense {
    fn weights(&self, feature: usize) -> &[f32] {
        self.values
            .get(feature * self.outputs..(feature + 1) * self.outputs)
            .unwrap_or_default()
    }

    fn step(&mut self, row: &Row, fields: usize, options: &Options) {
        let mut scores = vec![0.0_f32; self.outputs];
        for (feature, value) in row.features.iter().chain(&[(row.lead, 1.0)]) {
            for (score, weight) in scores.iter_mut().zip(self.weights(*feature)) {
                *score += weight * value;
            }
        }
        let mut errors = errors(&scores, row, fields);
        for (feature, value) in &row.features {
            self.learn(*feature, value * row.weight, &errors, options);
        }
        errors.iter_mut().take(fields).for_each(|error| *error = 0.0);
        self.learn(row.lead, row.weight, &errors, options);
    }

    fn learn(&mut self, feature: usize, value: f32, errors: &[f32], options: &Options) {
        let range = feature * self.outputs..(feature + 1) * self.outputs;
        let (Some(values), Some(squares)) = (self.values.get_mut(range.clone()), self.squares.get_mut(range))
        else {
            return;
        };
        for ((weight, square), error) in values.iter_mut().zip(squares).zip(errors) {
            if *error == 0.0 {
                continue;
            }
            let slope = error * value + options.penalty * *weight;
            *square += slope * slope;
            *weight -= options.step * slope / square.sqrt();
        }
    }
}

/// How wrong each output is: probability minus truth.
fn errors(scores: &[f32], row: &Row, fields: usize) -> Vec<f32> {
    let (lead, coordinate) = scores.split_at(fields.min(scores.len()));
    let mut errors: Vec<f32> = softmax(lead, 1.0).into_iter().map(narrow).collect();
    if let Some(error) = errors.get_mut(row.field) {
        *error -= 1.0;
    }
    match &row.coordinate {
        None => errors.resize(scores.len(), 0.0),
        Some(truth) => errors.extend(
            coordinate
                .iter()
                .zip(truth)
                .map(|(score, truth)| narrow(probability(f64::from(*score))) - f32::from(u8::from(*truth))),
        ),
    }
    errors
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a probability needs no more than single precision"
)]
fn narrow(value: f64) -> f32 {
    value as f32
}

/// A fixed linear congruential generator (Knuth's MMIX constants).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % (limit.max(1) as u64)).unwrap_or_default()
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

fn write(
    dense: &Dense,
    names: &BTreeMap<String, usize>,
    fields: &[String],
    temperature: f32,
    options: &Options,
) -> String {
    let top = dense.values.get(dense.outputs..).unwrap_or_default();
    let top = top.iter().fold(0.0_f32, |top, value| top.max(value.abs()));
    let scale = top.max(1e-6) / 127.0;
    let mut out = String::new();
    model::write_head(&mut out, fields, temperature, scale, dense.weights(0));
    for (name, number) in names {
        let weights: Vec<(u8, i8)> = (0_u8..)
            .zip(dense.weights(*number))
            .filter(|(_, weight)| weight.abs() >= options.least_weight)
            .map(|(output, weight)| (output, quantise(*weight, scale)))
            .filter(|(_, weight)| *weight != 0)
            .collect();
        if !weights.is_empty() {
            model::write_line(&mut out, name, &weights);
        }
    }
    out
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to the range of an i8")]
fn quantise(weight: f32, scale: f32) -> i8 {
    (weight / scale).round().clamp(-127.0, 127.0) as i8
}

/// The temperature that makes `predictions` (scores of "answers" and the right field, from folds not trained on) most
/// likely.
pub fn fit_temperature(predictions: &[(Vec<f32>, usize)]) -> f32 {
    let loss = |temperature: f32| -> f64 {
        predictions
            .iter()
            .map(|(scores, truth)| {
                -softmax(scores, temperature)
                    .get(*truth)
                    .copied()
                    .unwrap_or(0.0)
                    .max(1e-9)
                    .ln()
            })
            .sum()
    };
    (4_u8..=60)
        .map(|step| f32::from(step) * 0.05)
        .min_by(|a, b| loss(*a).total_cmp(&loss(*b)))
        .unwrap_or(1.0)
}

/// Reads "answers" scores of a text, for [`fit_temperature`], with the number of `field` among the model's fields.
pub fn scores(model: &Model, text: &str, field: &str) -> Option<(Vec<f32>, usize)> {
    let seen = Seen::new(text, &KNOWLEDGE);
    let mut outputs = model.bias.clone();
    model.add_scores(&seen, 1.0, &mut outputs);
    outputs.truncate(model.fields.len());
    let at = model.fields.iter().position(|known| known == field)?;
    Some((outputs, at))
}
