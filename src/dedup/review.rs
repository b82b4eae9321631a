//! Which questions the clerk is asked, and in which order.
//!
//! Groups are asked about, by their heads. What can be told without the clerk is merged or kept apart before, so all
//! that is left is uncertain; a question is worth the pairs of rows that its answer is expected to join: the probability
//! times the rows of both groups. Questions whose answer may follow from two others come last: first come those of a
//! spanning forest of the likeliest pairs, which joins everything that can be joined when the answers are "same".

use rayon::prelude::*;

use super::nodes::Decided;
use super::stars::{Edge, Star};

/// A question about two groups (positions in the list of stars).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Question {
    pub(super) a: usize,
    pub(super) b: usize,
    value: f64,
    score: f64,
}

/// The questions, the most valuable first, at most `limit`. `rows` counts the opinions of each star.
pub(super) fn questions(
    stars: &[Star],
    rows: &[usize],
    edges: &[Edge],
    decided: &Decided,
    limit: usize,
) -> Vec<Question> {
    let answered = |a: usize, b: usize| {
        let blocks = |at: usize| stars.get(at).map_or(&[][..], |star| star.blocks.as_slice());
        blocks(a).iter().any(|x| {
            blocks(b)
                .iter()
                .any(|y| decided.are_different(*x, *y) || decided.are_unsure(*x, *y))
        })
    };
    let size = |at: usize| rows.get(at).copied().unwrap_or(1) as f64;
    let mut asked: Vec<Question> = between_stars(stars, edges)
        .into_iter()
        .filter(|((a, b), _)| !answered(*a, *b))
        .map(|((a, b), score)| Question {
            a,
            b,
            value: score * size(a) * size(b),
            score,
        })
        .collect();
    asked.par_sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let (mut asked, mut others) = forest(asked, stars.len());
    for part in [&mut asked, &mut others] {
        part.par_sort_by(|x, y| y.value.total_cmp(&x.value).then((x.a, x.b).cmp(&(y.a, y.b))));
    }
    asked.append(&mut others);
    asked.truncate(limit);
    asked
}

/// The best comparison between any two stars.
fn between_stars(stars: &[Star], edges: &[Edge]) -> Vec<((usize, usize), f64)> {
    let blocks = stars.iter().flat_map(|star| &star.blocks);
    let mut star_of = vec![None; blocks.max().map_or(0, |last| *last as usize + 1)];
    for (at, star) in stars.iter().enumerate() {
        for block in &star.blocks {
            if let Some(place) = star_of.get_mut(*block as usize) {
                *place = Some(at);
            }
        }
    }
    let star_of = |block: u32| star_of.get(block as usize).copied().flatten();
    let mut best: Vec<((usize, usize), f64)> = edges
        .iter()
        .filter_map(|edge| {
            let (a, b) = (star_of(edge.a)?, star_of(edge.b)?);
            (a != b).then_some(((a.min(b), a.max(b)), edge.score))
        })
        .collect();
    best.par_sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
    best.dedup_by_key(|(pair, _)| *pair);
    best
}

/// The questions of a spanning forest, and the others. They come from the likeliest on, and are taken so.
fn forest(asked: Vec<Question>, stars: usize) -> (Vec<Question>, Vec<Question>) {
    let mut up: Vec<usize> = (0..stars).collect();
    asked.into_iter().partition(|question| {
        let (a, b) = (root(&mut up, question.a), root(&mut up, question.b));
        if let Some(place) = up.get_mut(a) {
            *place = b;
        }
        a != b
    })
}

fn root(up: &mut [usize], mut at: usize) -> usize {
    while let Some(next) = up.get(at).copied().filter(|next| *next != at) {
        // Halving the path keeps the next walk short.
        let over = up.get(next).copied().unwrap_or(next);
        if let Some(place) = up.get_mut(at) {
            *place = over;
        }
        at = over;
    }
    at
}
