//! Learns a [`Space`] from paraphrases: texts with the issue that each of them raises.
//!
//! Supervised contrastive learning (Khosla et al., "Supervised Contrastive Learning", 2020) of a linear map of the
//! texts' traits: in each round some issues are looked at, every text is drawn to the texts of its own issue and
//! pushed from all others, in proportion to how wrongly near they are. Issues that stand together in the files are
//! looked at together, because the look-alikes of an issue stand beside it. A part of the traits is left out at random in
//! each round, so that no single word carries an issue. Steps follow Adam (Kingma and Ba, 2015). The numbers drawn are
//! always the same, and so is the result.

use std::collections::BTreeMap;

use fastrand::Rng;
use rayon::prelude::*;

use super::space::{DIMENSIONS, Place, Space};
use super::texts::{Trait, placing_traits};
use crate::lexicon::{Lexicon, Reading};

/// Rounds over some of the issues; the losses have settled by then.
const ROUNDS: i32 = 120;

/// Texts that are looked at in a round.
const TEXTS_PER_ROUND: usize = 1500;

/// Issues that are always looked at together.
const NEIGHBOURS: usize = 15;

/// Share of the traits left out in a round.
const LEFT_OUT: f32 = 0.3;

/// How sharply the nearest texts count more than the others.
const TEMPERATURE: f32 = 0.1;

/// Length of the first steps; the last ones are a tenth as long.
const STEP: f32 = 0.02;

/// Strength of the penalty on large vectors.
const PENALTY: f32 = 1e-4;

/// A trait of fewer texts has no vector.
const VECTOR_FROM: usize = 2;

type Vector = [f32; DIMENSIONS];

/// A text as traits (positions in the list of vectors, with their weight by rarity) and the number of its issue.
struct Sample {
    traits: Vec<(usize, f32)>,
    issue: usize,
}

/// Learns from readings and the issue of each (by position).
pub fn learn_space(readings: &[Reading], issues: &[String], lexicon: &Lexicon) -> Space {
    let (names, weights, samples) = samples(readings, issues, lexicon);
    let vectors = fit(&samples, names.len());
    let weighted = |(vector, weight): (Vector, f32)| vector.map(|x| x * weight);
    let vectors = vectors.into_iter().zip(weights).map(weighted);
    let named = names.into_iter().zip(vectors);
    Space::new(named.map(|((kind, name), vector)| (kind, name, vector)).collect())
}

/// The traits that get a vector, their weights (the logarithm of how few texts have them), and the texts.
fn samples(
    readings: &[Reading],
    issues: &[String],
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
    let mut numbers: BTreeMap<&String, usize> = BTreeMap::new();
    let samples = texts
        .iter()
        .zip(issues)
        .map(|(traits, issue)| {
            let next = numbers.len();
            let weighted = |name| {
                let at = names.binary_search(name).ok()?;
                Some((at, weights.get(at).copied()?))
            };
            Sample {
                traits: traits.iter().filter_map(weighted).collect(),
                issue: *numbers.entry(issue).or_insert(next),
            }
        })
        .collect();
    (names, weights, samples)
}

fn fit(samples: &[Sample], traits: usize) -> Vec<Vector> {
    let mut rng = Rng::with_seed(2025);
    let mut steps = Adam::new(&mut rng, traits);
    for round in 0..ROUNDS {
        let chosen = choose(samples, &mut rng);
        let slopes = slopes(&chosen, &steps.vectors);
        let length = STEP * (1.0 - 0.9 * round as f32 / ROUNDS as f32);
        steps.step(&slopes, round + 1, length);
    }
    steps.vectors
}

/// The texts of some neighbourhoods of issues, each without a part of its traits.
fn choose(samples: &[Sample], rng: &mut Rng) -> Vec<Sample> {
    let last = samples
        .iter()
        .map(|sample| sample.issue)
        .max()
        .unwrap_or_default();
    let mut blocks: Vec<usize> = (0..=last / NEIGHBOURS).collect();
    rng.shuffle(&mut blocks);
    let mut chosen = Vec::new();
    for block in blocks {
        if chosen.len() >= TEXTS_PER_ROUND {
            break;
        }
        for sample in samples.iter().filter(|sample| sample.issue / NEIGHBOURS == block) {
            let traits = sample.traits.iter().filter(|_| rng.f32() >= LEFT_OUT);
            chosen.push(Sample {
                traits: traits.copied().collect(),
                issue: sample.issue,
            });
        }
    }
    chosen
}

/// The slope of the loss by each vector.
fn slopes(samples: &[Sample], vectors: &[Vector]) -> Vec<Vector> {
    let sums: Vec<Vector> = samples.iter().map(|sample| sum(sample, vectors)).collect();
    let places: Vec<Place> = sums.iter().map(|sum| Place::of(*sum)).collect();
    let pulls = pulls(samples, &places);
    let by_text: Vec<Vector> = (0..samples.len())
        .into_par_iter()
        .map(|i| turn(i, &pulls, &places, &sums))
        .collect();
    let mut slopes: Vec<Vector> = vectors.iter().map(|vector| vector.map(|x| PENALTY * x)).collect();
    for (sample, slope) in samples.iter().zip(&by_text) {
        for (at, weight) in &sample.traits {
            if let Some(vector) = slopes.get_mut(*at) {
                add(vector, slope, *weight);
            }
        }
    }
    slopes
}

/// For each text, how strongly the loss rises when it comes nearer to each other text. The texts of common issues
/// count less, by the root of their number.
fn pulls(samples: &[Sample], places: &[Place]) -> Vec<Vec<f32>> {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for sample in samples {
        *sizes.entry(sample.issue).or_default() += 1;
    }
    let others = |issue: usize| sizes.get(&issue).map_or(0, |size| size - 1) as f32;
    let weight = |issue: usize| {
        if others(issue) > 0.0 {
            others(issue).powf(-0.5)
        } else {
            0.0
        }
    };
    let whole: f32 = samples.iter().map(|sample| weight(sample.issue)).sum();
    samples
        .par_iter()
        .zip(places)
        .enumerate()
        .map(|(i, (sample, place))| {
            let scale = weight(sample.issue) / whole / TEMPERATURE;
            let near = |other: &Place| ((place.cosine(other) as f32 - 1.0) / TEMPERATURE).exp();
            let mut row: Vec<f32> = places.iter().map(near).collect();
            if let Some(own) = row.get_mut(i) {
                *own = 0.0;
            }
            let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            for (j, (x, other)) in row.iter_mut().zip(samples).enumerate() {
                let same = f32::from(u8::from(other.issue == sample.issue && i != j));
                *x = (*x / sum - same / others(sample.issue).max(1.0)) * scale;
            }
            row
        })
        .collect()
}

/// The slope by the sum of a text's vectors: what pulls at its place, without what only changes the length.
fn turn(i: usize, pulls: &[Vec<f32>], places: &[Place], sums: &[Vector]) -> Vector {
    let mut slope = [0.0; DIMENSIONS];
    let (Some(place), Some(own), Some(from)) = (places.get(i), pulls.get(i), sums.get(i)) else {
        return slope;
    };
    for ((there, back), other) in own.iter().zip(pulls).zip(places) {
        let both = there + back.get(i).copied().unwrap_or_default();
        add(&mut slope, other.coordinates(), both);
    }
    let dot = |a: &Vector, b: &Vector| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    let outward = dot(&slope, place.coordinates());
    add(&mut slope, place.coordinates(), -outward);
    let length = dot(from, from).sqrt().max(f32::MIN_POSITIVE);
    slope.map(|x| x / length)
}

fn sum(sample: &Sample, vectors: &[Vector]) -> Vector {
    let mut sum = [0.0; DIMENSIONS];
    for (at, weight) in &sample.traits {
        if let Some(vector) = vectors.get(*at) {
            add(&mut sum, vector, *weight);
        }
    }
    sum
}

fn add(to: &mut Vector, what: &Vector, times: f32) {
    for (x, y) in to.iter_mut().zip(what) {
        *x += y * times;
    }
}

/// The vectors with the running means of their slopes and of the squares.
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
