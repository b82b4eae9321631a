//! The opinions that are always in one group: same words, and nothing that could part them; and what the clerk has
//! decided about them.

use std::collections::{BTreeMap, BTreeSet};

use super::Input;
use super::texts::Text;
use crate::model::{ContentKey, Verdict};

/// Opinions with the same words that stand or fall together.
#[derive(Debug)]
pub(super) struct Node {
    /// Their text.
    pub(super) text: u32,
    /// Positions of the opinions, in their order.
    pub(super) rows: Vec<usize>,
    /// The unit, where it matters which.
    pub(super) unit: Option<String>,
}

/// All nodes, those of a text one after another.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    pub(super) all: Vec<Node>,
    starts: Vec<usize>,
    by_row: Vec<u32>,
}

impl Nodes {
    /// Splits every text's opinions: by unit where each commune has its own, and by content where the clerk has
    /// decided something.
    pub(super) fn of(texts: &[Text<'_>], input: &Input<'_>, keys: &[ContentKey]) -> Self {
        let decided = keys_decided(input);
        let mut nodes = Self {
            by_row: vec![0; input.opinions.len()],
            ..Self::default()
        };
        for (number, text) in (0_u32..).zip(texts) {
            nodes.starts.push(nodes.all.len());
            let own = text.meaning.each_its_own();
            let mut parts: BTreeMap<(Option<&str>, Option<&ContentKey>), Vec<usize>> = BTreeMap::new();
            for row in &text.rows {
                let unit = input.opinions.get(*row).map(|opinion| opinion.unit.name.as_str());
                let key = keys.get(*row).filter(|key| decided.contains(key));
                parts.entry((unit.filter(|_| own), key)).or_default().push(*row);
            }
            for ((unit, _), rows) in parts {
                nodes.add(number, unit.map(str::to_owned), rows);
            }
        }
        nodes.starts.push(nodes.all.len());
        nodes
    }

    fn add(&mut self, text: u32, unit: Option<String>, rows: Vec<usize>) {
        for row in &rows {
            if let Some(place) = self.by_row.get_mut(*row) {
                *place = self.all.len() as u32;
            }
        }
        self.all.push(Node { text, rows, unit });
    }

    /// The numbers of a text's nodes.
    pub(super) fn of_text(&self, text: u32) -> std::ops::Range<u32> {
        let at = |n: usize| self.starts.get(n).copied().unwrap_or(self.all.len()) as u32;
        at(text as usize)..at(text as usize + 1)
    }

    pub(super) fn get(&self, node: u32) -> Option<&Node> {
        self.all.get(node as usize)
    }

    /// The node of an opinion.
    pub(super) fn of_row(&self, row: usize) -> Option<u32> {
        self.by_row.get(row).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}

/// The opinions about which the clerk has decided something.
fn keys_decided<'a>(input: &Input<'a>) -> BTreeSet<&'a ContentKey> {
    input.decisions.iter().flat_map(|d| [&d.a, &d.b]).collect()
}

/// What the clerk has decided, as blocks of nodes that belong together and pairs of blocks that do not.
#[derive(Debug)]
pub(super) struct Decided {
    block: Vec<u32>,
    different: BTreeSet<(u32, u32)>,
    unsure: BTreeSet<(u32, u32)>,
    /// Pairs of nodes whose decision contradicts others.
    pub(super) contradictions: Vec<(u32, u32)>,
}

impl Decided {
    /// Applies the decisions: first every "different", then every "same" that none of them forbids. A "same" that
    /// would join what was said to differ is a contradiction, reported and not followed: a wrong merge silences a
    /// citizen, a wrong split costs a second reply.
    pub(super) fn of(nodes: &Nodes, input: &Input<'_>, keys: &[ContentKey]) -> Self {
        let decided = keys_decided(input);
        let mut by_key: BTreeMap<&ContentKey, u32> = BTreeMap::new();
        for (key, node) in keys
            .iter()
            .zip(&nodes.by_row)
            .filter(|(key, _)| decided.contains(key))
        {
            by_key.entry(key).or_insert(*node);
        }
        let pairs = |verdict: Verdict| -> Vec<(u32, u32)> {
            let mut pairs: Vec<(u32, u32)> = input
                .decisions
                .iter()
                .filter(|decision| decision.verdict == verdict)
                .filter_map(|decision| Some((*by_key.get(&decision.a)?, *by_key.get(&decision.b)?)))
                .filter(|(a, b)| a != b)
                .collect();
            pairs.sort_unstable();
            pairs.dedup();
            pairs
        };
        let mut decided = Self {
            block: (0_u32..).take(nodes.len()).collect(),
            different: BTreeSet::new(),
            unsure: BTreeSet::new(),
            contradictions: Vec::new(),
        };
        let different = pairs(Verdict::Different);
        decided.rebuild(&different, &[]);
        let mut same = Vec::new();
        for (a, b) in pairs(Verdict::Same) {
            let (ba, bb) = (decided.block(a), decided.block(b));
            if decided.are_different(ba, bb) {
                decided.contradictions.push((a, b));
                continue;
            }
            same.push((a, b));
            decided.join(ba, bb);
        }
        decided.rebuild(&different, &pairs(Verdict::Unsure));
        decided
    }

    /// The block of a node: the number of its first node.
    pub(super) fn block(&self, node: u32) -> u32 {
        let mut at = node;
        while let Some(up) = self.block.get(at as usize).filter(|up| **up != at) {
            at = *up;
        }
        at
    }

    pub(super) fn are_different(&self, a: u32, b: u32) -> bool {
        self.different.contains(&ordered(a, b))
    }

    pub(super) fn are_unsure(&self, a: u32, b: u32) -> bool {
        self.unsure.contains(&ordered(a, b))
    }

    fn join(&mut self, a: u32, b: u32) {
        let (low, high) = ordered(a, b);
        if let Some(place) = self.block.get_mut(high as usize) {
            *place = low;
        }
        if low != high {
            let moved: Vec<u32> = self
                .different
                .iter()
                .filter(|(x, y)| *x == high || *y == high)
                .map(|(x, y)| if *x == high { *y } else { *x })
                .collect();
            self.different
                .extend(moved.into_iter().map(|other| ordered(low, other)));
        }
    }

    fn rebuild(&mut self, different: &[(u32, u32)], unsure: &[(u32, u32)]) {
        let blocks = |pairs: &[(u32, u32)]| -> BTreeSet<(u32, u32)> {
            pairs
                .iter()
                .map(|(a, b)| ordered(self.block(*a), self.block(*b)))
                .collect()
        };
        (self.different, self.unsure) = (blocks(different), blocks(unsure));
    }
}

fn ordered(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}
