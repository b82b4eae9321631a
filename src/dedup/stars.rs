//! Groups as stars: a head, and members that were each compared with it. Nothing joins by way of a third text, so
//! a chain of small differences never ends in one group.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::nodes::Decided;

/// A compared pair of blocks that may be one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub(super) a: u32,
    pub(super) b: u32,
    /// Probability that one reply settles both.
    pub(super) score: f64,
    /// Whether it is sure enough, and nothing forbids it.
    pub(super) merge: bool,
}

/// The best comparison between any two blocks: a clerk's "same" lets each stand for the others.
pub(super) fn between_blocks(edges: Vec<Edge>, decided: &Decided) -> Vec<Edge> {
    // Collected in the place of what came in: there are many.
    let mut best: Vec<Edge> = edges
        .into_iter()
        .map(|edge| {
            let (a, b) = (decided.block(edge.a), decided.block(edge.b));
            Edge {
                a: a.min(b),
                b: a.max(b),
                ..edge
            }
        })
        .filter(|edge| edge.a != edge.b && !decided.are_different(edge.a, edge.b))
        .collect();
    best.par_sort_by(|x, y| {
        (x.a, x.b)
            .cmp(&(y.a, y.b))
            .then(y.merge.cmp(&x.merge))
            .then(y.score.total_cmp(&x.score))
    });
    best.dedup_by_key(|edge| (edge.a, edge.b));
    best
}

/// One group of blocks: the centre first.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Star {
    pub(super) blocks: Vec<u32>,
}

/// Every block's merges with the others.
pub(super) struct Links<'a> {
    by_block: BTreeMap<u32, Vec<(u32, f64)>>,
    /// Whether two blocks cannot be in one star.
    apart: &'a (dyn Fn(u32, u32) -> bool + Sync),
}

impl<'a> Links<'a> {
    pub(super) fn of(edges: &[Edge], apart: &'a (dyn Fn(u32, u32) -> bool + Sync)) -> Self {
        let mut by_block: BTreeMap<u32, Vec<(u32, f64)>> = BTreeMap::new();
        for edge in edges.iter().filter(|edge| edge.merge) {
            by_block.entry(edge.a).or_default().push((edge.b, edge.score));
            by_block.entry(edge.b).or_default().push((edge.a, edge.score));
        }
        for links in by_block.values_mut() {
            links.sort_by_key(|link| link.0);
        }
        Self { by_block, apart }
    }

    fn of_block(&self, block: u32) -> &[(u32, f64)] {
        self.by_block.get(&block).map_or(&[], Vec::as_slice)
    }

    pub(super) fn score(&self, a: u32, b: u32) -> Option<f64> {
        let links = self.of_block(a);
        let at = links.binary_search_by_key(&b, |link| link.0).ok()?;
        links.get(at).map(|link| link.1)
    }

    /// Whether a block may join what is there: it is apart from none of them.
    fn may_join(&self, block: u32, others: &[u32]) -> bool {
        !others.iter().any(|other| (self.apart)(block, *other))
    }
}

/// Puts every block into one star. Centres are taken in the order of how much they explain (the sum of the scores
/// of what they may gather and nobody has gathered before), then every member moves to the centre that it fits best.
/// Ties go to the block that comes first, and blocks stand in the order of their words.
pub(super) fn partition(blocks: &[u32], links: &Links<'_>) -> Vec<Star> {
    let mut order: Vec<(f64, u32)> = blocks
        .iter()
        .map(|block| (links.of_block(*block).iter().map(|link| link.1).sum(), *block))
        .collect();
    order.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let mut centre_of: BTreeMap<u32, u32> = BTreeMap::new();
    let mut stars: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (_, centre) in &order {
        if centre_of.contains_key(centre) {
            continue;
        }
        centre_of.insert(*centre, *centre);
        let mut star = vec![*centre];
        let mut around: Vec<(u32, f64)> = links.of_block(*centre).to_vec();
        around.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        for (block, _) in around {
            if !centre_of.contains_key(&block) && links.may_join(block, &star) {
                centre_of.insert(block, *centre);
                star.push(block);
            }
        }
        stars.insert(*centre, star);
    }
    settle(&mut stars, &centre_of, links);
    stars.into_values().map(|blocks| Star { blocks }).collect()
}

/// Moves each member to the centre that it fits best.
fn settle(stars: &mut BTreeMap<u32, Vec<u32>>, centre_of: &BTreeMap<u32, u32>, links: &Links<'_>) {
    for (block, centre) in centre_of.iter().filter(|(block, centre)| block != centre) {
        let here = links.score(*block, *centre).unwrap_or_default();
        let better = links
            .of_block(*block)
            .iter()
            .filter(|(other, score)| *score > here && stars.contains_key(other))
            .filter(|(other, _)| stars.get(other).is_some_and(|star| links.may_join(*block, star)))
            .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))
            .map(|(other, _)| *other);
        if let Some(better) = better {
            if let Some(star) = stars.get_mut(centre) {
                star.retain(|member| member != block);
            }
            stars.entry(better).or_default().push(*block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_are_apart_do_not_meet_through_a_third() {
        let merge = |a, b, score| Edge {
            a,
            b,
            score,
            merge: true,
        };
        let edges = [merge(0, 1, 0.9), merge(0, 2, 0.85), merge(0, 3, 0.8)];
        let apart = |a: u32, b: u32| (a.min(b), a.max(b)) == (1, 2);
        let stars = partition(&[0, 1, 2, 3], &Links::of(&edges, &apart));
        let blocks: Vec<Vec<u32>> = stars.into_iter().map(|star| star.blocks).collect();
        assert_eq!(blocks, [vec![0, 1, 3], vec![2]]);
    }
}
