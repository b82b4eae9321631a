//! Learns a [`Space`] from paraphrases: texts with the issue that each of them raises.
//!
//! A classifier with a narrow waist: the vectors of a text's traits are added up, the direction of the sum is compared
//! with a direction for each issue, and the cosines are taken as the logits of a softmax (Wang et al., "NormFace", 2017).
//! A part of the traits is left out at random in each round, so that no single word carries an issue (Srivastava et al.,
//! "Dropout", 2014). Steps follow Adam (Kingma and Ba, 2015). The numbers drawn are always the same, and what is computed
//! side by side is added up in one order, so the result is always the same, too.

use std::collections::BTreeMap;

use fastrand::Rng;
use rayon::prelude::*;

use super::space::{DIMENSIONS, Space, Vector, add, direction, dot};
use super::texts::{Trait, placing_traits};
use crate::lexicon::{Lexicon, Reading};

/// Rounds over some of the texts. After more of them the space fits the paraphrases better, and other texts worse.
const ROUNDS: i32 = 300;

/// Texts that are looked at in a round.
const TEXTS_PER_ROUND: usize = 1500;

/// Texts that are worked on together; the slopes of such parts are added up in their order.
const TEXTS_PER_PART: usize = 250;

/// Share of the traits left out in a round.
const LEFT_OUT: f32 = 0.3;

/// How sharply the nearest issues count more than the others.
const TEMPERATURE: f32 = 0.1;

/// Length of the first steps; the last ones are a tenth as long.
const STEP: f32 = 0.02;

/// Strength of the penalty on large vectors.
const PENALTY: f32 = 1e-4;

/// A trait of fewer texts has no vector.
const VECTOR_FROM: usize = 2;

/// A pull that is weaker turns nothing within all rounds.
const WEAK: f32 = 1e-6;

/// A text as traits (positions in the list of vectors, with their weight by rarity) and the number of its issue.
struct Sample {
    traits: Vec<(usize, f32)>,
    issue: usize,
}

/// Learns from readings and the issue of each (by position).
pub fn learn_space(readings: &[Reading], issues: &[String], lexicon: &Lexicon) -> Space {
    let mut named: Vec<&String> = issues.iter().collect();
    named.sort_unstable();
    named.dedup();
    let (names, weights, samples) = samples(readings, issues, &named, lexicon);
    let mut rng = Rng::with_seed(2025);
    let mut traits = Adam::new(&mut rng, names.len());
    let mut directions = Adam::new(&mut rng, named.len());
    for round in 0..ROUNDS {
        let chosen: Vec<Sample> = (0..TEXTS_PER_ROUND)
            .filter_map(|_| draw(&samples, &mut rng))
            .collect();
        let mut slopes = Slopes::of(&chosen, &traits.vectors, &directions.vectors);
        for (slope, vector) in slopes.traits.iter_mut().zip(&traits.vectors) {
            add(slope, vector, PENALTY);
        }
        let length = STEP * (1.0 - 0.9 * round as f32 / ROUNDS as f32);
        traits.step(&slopes.traits, round + 1, length);
        directions.step(&slopes.issues, round + 1, length);
    }
    let weighted = traits.vectors.iter().zip(weights);
    let weighted = weighted.map(|(vector, weight)| vector.map(|x| x * weight));
    let named_traits = names.into_iter().zip(weighted);
    Space::new(
        named_traits
            .map(|((kind, name), vector)| (kind, name, vector))
            .collect(),
        named.into_iter().cloned().zip(directions.vectors).collect(),
    )
}

/// The traits that get a vector, their weights (the logarithm of how few texts have them), and the texts.
fn samples(
    readings: &[Reading],
    issues: &[String],
    named: &[&String],
    lexicon: &Lexicon,
) -> (Vec<(Trait, String)>, Vec<f32>, Vec<Sample>) {
    let texts = placing_traits(readings, lexicon);
    let mut counts: BTreeMap<&(Trait, String), usize> = BTreeMap::new();
    for name in texts.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    counts.retain(|_, count| *count >= VECTOR_FROM);
    let all = (texts.len() + 1) as f32;
    let weights: Vec<f32> = counts.values().map(|count| (all / *count as f32).ln()).collect();
    let names: Vec<(Trait, String)> = counts.into_keys().cloned().collect();
    let samples = texts
        .iter()
        .zip(issues)
        .filter_map(|(traits, issue)| {
            let weighted = |name| {
                let at = names.binary_search(name).ok()?;
                Some((at, weights.get(at).copied()?))
            };
            Some(Sample {
                traits: traits.iter().filter_map(weighted).collect(),
                issue: named.binary_search(&issue).ok()?,
            })
        })
        .collect();
    (names, weights, samples)
}

/// One of the texts, without a part of its traits.
fn draw(samples: &[Sample], rng: &mut Rng) -> Option<Sample> {
    let sample = samples.get(rng.usize(..samples.len().max(1)))?;
    let kept = sample.traits.iter().filter(|_| rng.f32() >= LEFT_OUT);
    Some(Sample {
        traits: kept.copied().collect(),
        issue: sample.issue,
    })
}

/// The slope of the loss by each vector.
struct Slopes {
    traits: Vec<Vector>,
    issues: Vec<Vector>,
}

impl Slopes {
    fn of(samples: &[Sample], traits: &[Vector], issues: &[Vector]) -> Self {
        let lengths: Vec<(Vector, f32)> = issues.iter().map(direction).collect();
        let parts: Vec<Self> = samples
            .par_chunks(TEXTS_PER_PART)
            .map(|part| Self::of_part(part, samples.len() as f32, traits, &lengths))
            .collect();
        let mut all = Self::none(traits.len(), issues.len());
        for part in &parts {
            for (sum, slope) in all.traits.iter_mut().zip(&part.traits) {
                add(sum, slope, 1.0);
            }
            for (sum, slope) in all.issues.iter_mut().zip(&part.issues) {
                add(sum, slope, 1.0);
            }
        }
        for (slope, (at, length)) in all.issues.iter_mut().zip(&lengths) {
            *slope = turn(slope, at, *length);
        }
        all
    }

    fn none(traits: usize, issues: usize) -> Self {
        Self {
            traits: vec![[0.0; DIMENSIONS]; traits],
            issues: vec![[0.0; DIMENSIONS]; issues],
        }
    }

    fn of_part(samples: &[Sample], all: f32, traits: &[Vector], issues: &[(Vector, f32)]) -> Self {
        let mut slopes = Self::none(traits.len(), issues.len());
        for sample in samples {
            let mut sum = [0.0; DIMENSIONS];
            for (at, weight) in &sample.traits {
                if let Some(vector) = traits.get(*at) {
                    add(&mut sum, vector, *weight);
                }
            }
            let (place, length) = direction(&sum);
            let mut pull = [0.0; DIMENSIONS];
            for (issue, strength) in pulls(sample, &place, issues) {
                let strength = strength / (all * TEMPERATURE);
                if let (Some((at, _)), Some(slope)) = (issues.get(issue), slopes.issues.get_mut(issue)) {
                    add(&mut pull, at, strength);
                    add(slope, &place, strength);
                }
            }
            let pull = turn(&pull, &place, length);
            for (at, weight) in &sample.traits {
                if let Some(slope) = slopes.traits.get_mut(*at) {
                    add(slope, &pull, *weight);
                }
            }
        }
        slopes
    }
}

/// How much too likely each issue is for a text: what is likely and wrong, and, below zero, what is right.
fn pulls(sample: &Sample, place: &Vector, issues: &[(Vector, f32)]) -> Vec<(usize, f32)> {
    let near = |(issue, _): &(Vector, f32)| ((dot(place, issue) - 1.0) / TEMPERATURE).exp();
    let likely: Vec<f32> = issues.iter().map(near).collect();
    let sum = likely.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    let wrong = |(issue, likely): (usize, f32)| {
        let right = f32::from(u8::from(issue == sample.issue));
        (issue, likely / sum - right)
    };
    let all = likely.into_iter().enumerate().map(wrong);
    all.filter(|(_, strength)| strength.abs() >= WEAK).collect()
}

/// What of a slope turns a vector: the rest only changes its length, which does not count.
fn turn(slope: &Vector, at: &Vector, length: f32) -> Vector {
    let mut turned = *slope;
    add(&mut turned, at, -dot(slope, at));
    turned.map(|x| x / length.max(f32::MIN_POSITIVE))
}

/// Vectors with the running means of their slopes and of the squares.
struct Adam {
    vectors: Vec<Vector>,
    means: Vec<Vector>,
    squares: Vec<Vector>,
}

impl Adam {
    const KEEP_MEAN: f32 = 0.9;
    const KEEP_SQUARE: f32 = 0.99;

    fn new(rng: &mut Rng, count: usize) -> Self {
        let zero = vec![[0.0; DIMENSIONS]; count];
        let mut vectors = zero.clone();
        for x in vectors.iter_mut().flatten() {
            // The sum of twelve even draws is close to a normal one with variance 1.
            *x = 0.1 * ((0..12).map(|_| rng.f32()).sum::<f32>() - 6.0);
        }
        Self {
            vectors,
            means: zero.clone(),
            squares: zero,
        }
    }

    fn step(&mut self, slopes: &[Vector], round: i32, length: f32) {
        let grown = 1.0 - Self::KEEP_MEAN.powi(round);
        let grown_square = 1.0 - Self::KEEP_SQUARE.powi(round);
        let means = self.means.iter_mut().flatten();
        let squares = self.squares.iter_mut().flatten();
        let all = self.vectors.iter_mut().flatten().zip(means).zip(squares);
        for (((x, mean), square), slope) in all.zip(slopes.iter().flatten()) {
            *mean = Self::KEEP_MEAN * *mean + (1.0 - Self::KEEP_MEAN) * slope;
            *square = Self::KEEP_SQUARE * *square + (1.0 - Self::KEEP_SQUARE) * slope * slope;
            *x -= length * (*mean / grown) / ((*square / grown_square).sqrt() + 1e-8);
        }
    }
}
