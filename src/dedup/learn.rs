//! Learns a [`Model`] from labelled opinions: logistic regression on the features of all pairs that could be asked
//! about, with a penalty on large weights and with the sign of every weight held to what its feature says.
//!
//! The penalty and the signs keep seven hundred opinions from teaching more than they can. Used by
//! `examples/learn_duplicates.rs` and by the cross-validation in `benches/duplicates.rs`.

use std::collections::BTreeMap;

use super::Input;
use super::conflict;
use super::features::{self, Feature, Shared};
use super::model::{Background, Model, Weights};
use super::space::Space;
use super::{Origins, index, texts, worth_comparing};
use crate::model::probability;
use crate::settings;

/// An opinion's label: opinions with the same one are duplicates.
pub type Labelled = String;

/// Strength of the penalty on squared weights, in pairs: a weight of 1 costs as much as this many half-wrong pairs.
const PENALTY: f64 = 2.0;

/// Rounds over all weights; they have settled well before.
const ROUNDS: usize = 400;

/// A trait that fewer texts have is left out of the background: it is rare anyway, and the file stays short.
const BACKGROUND_FROM: u32 = 2;

/// Learns the weights from opinions and their clusters (by opinion), with a space that has not seen these opinions.
pub fn learn(input: &Input<'_>, clusters: &[Labelled], space: Space) -> Model {
    let mut counts = texts::frequencies(input.readings, input.lexicon);
    counts.retain(|(.., count)| *count >= BACKGROUND_FROM);
    let background = Background::new(input.readings.len() as u32, counts);
    let pairs = pairs(input, clusters, &background, &space);
    Model {
        weights: fit(&pairs),
        background,
        space,
    }
}

/// A pair of the labelled opinions.
struct Pair {
    /// Its features, in the order of [`Feature::ALL`].
    measured: Vec<f64>,
    /// Whether it is a pair of duplicates.
    same: bool,
    /// How much it counts. The pairs of large clusters count less: nineteen opinions on one ask make 171 pairs, and would
    /// teach what that ask looks like, not what duplicates do.
    weight: f64,
}

fn pairs(input: &Input<'_>, clusters: &[Labelled], background: &Background, space: &Space) -> Vec<Pair> {
    let mut sizes: BTreeMap<&Labelled, usize> = BTreeMap::new();
    for cluster in clusters {
        *sizes.entry(cluster).or_default() += 1;
    }
    let (texts, traits) = texts::gather(input.readings, input.lexicon, background, space);
    let origins = Origins::of(input);
    index::for_each_pair(&texts, &traits, settings::ASK_OVERLAP, |a, others| {
        let mut pairs = Vec::new();
        let Some(ta) = texts.get(a as usize) else {
            return pairs;
        };
        for tb in others.iter().filter_map(|b| texts.get(*b as usize)) {
            let shared = Shared::of(ta, tb, &traits);
            let around = origins.around(&ta.rows, &tb.rows);
            let conflicts = conflict::between(ta, tb, around, input.lexicon);
            if !worth_comparing(ta, tb, &shared) || conflicts.apart() {
                continue;
            }
            let cluster = |rows: &[usize]| rows.first().and_then(|row| clusters.get(*row));
            let same = cluster(&ta.rows) == cluster(&tb.rows);
            let measured = features::measure(ta, tb, &shared, conflicts, around);
            let size = cluster(&ta.rows).and_then(|cluster| sizes.get(cluster));
            let weight = if same {
                (size.copied().unwrap_or(1) as f64 - 1.0).max(1.0).powf(-0.5)
            } else {
                1.0
            };
            pairs.push(Pair {
                measured: measured.values().to_vec(),
                same,
                weight,
            });
        }
        pairs
    })
    .into_iter()
    .flatten()
    .collect()
}

/// Cyclic coordinate descent on the penalised log-loss: each weight in turn takes a Newton step with the bound 1/4 on
/// the curvature of the logistic function, so that no step overshoots.
fn fit(pairs: &[Pair]) -> Weights {
    let size = Feature::ALL.len() + 1;
    let column = |n: usize| -> Vec<f64> {
        pairs
            .iter()
            .map(|pair| {
                n.checked_sub(1)
                    .map_or(1.0, |n| pair.measured.get(n).copied().unwrap_or_default())
            })
            .collect()
    };
    let columns: Vec<Vec<f64>> = (0..size).map(column).collect();
    let mut weights = vec![0.0; size];
    let mut odds = vec![0.0; pairs.len()];
    for _ in 0..ROUNDS {
        for (n, (column, weight)) in columns.iter().zip(&mut weights).enumerate() {
            let penalty = if n == 0 { 0.0 } else { PENALTY };
            let mut slope = penalty * *weight;
            let mut curvature = penalty;
            for ((x, odds), pair) in column.iter().zip(&odds).zip(pairs) {
                let p = probability(*odds);
                slope += pair.weight * (p - f64::from(pair.same)) * x;
                curvature += pair.weight * 0.25 * x * x;
            }
            if curvature > 0.0 {
                let next = signed(n, *weight - slope / curvature);
                for (odds, x) in odds.iter_mut().zip(column) {
                    *odds += (next - *weight) * x;
                }
                *weight = next;
            }
        }
    }
    let mut weights = weights.into_iter();
    Weights {
        prior: weights.next().unwrap_or_default(),
        feature: Feature::ALL.into_iter().zip(weights).collect(),
    }
}

/// Holds a weight to the sign of its feature; the first is the starting point and free.
fn signed(n: usize, weight: f64) -> f64 {
    match n.checked_sub(1).and_then(|n| Feature::ALL.get(n)) {
        None => weight,
        Some(feature) if feature.speaks_for() => weight.max(0.0),
        Some(_) => weight.min(0.0),
    }
}
