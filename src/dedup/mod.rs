//! Finds the opinions that one and the same written reply would settle.
//!
//! `texts` gathers equal wordings and weighs their traits; `space` tells how near two wordings lie to one another; `index` finds every pair that shares enough of them;
//! `features` measures a pair and adds the measures up with learned weights; `conflict` says what forbids merging
//! whatever the sum; `nodes` splits equal wordings where they speak of different things and holds the clerk's
//! decisions; `stars` builds the groups, `codes` names them, `review` chooses the questions, `explain` keeps the
//! evidence. What the words mean is the lexicon's business, who must answer is `routing`'s.

mod codes;
mod conflict;
mod explain;
mod features;
mod index;
mod learn;
mod model;
mod nodes;
mod review;
mod space;
mod space_learn;
mod stars;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use learn::{Labelled, learn};
pub use model::Model;
pub use space::Space;
pub use space_learn::learn_space;

use self::conflict::Conflicts;
use self::features::{Around, Dense, Feature, Features, Shared};
use self::nodes::{Decided, Nodes};
use self::stars::{Edge, Links, Star};
use self::texts::{Text, Traits};
use crate::finding::{DedupFinding, Finding, FindingKind};
use crate::lexicon::{Lexicon, Reading};
use crate::model::{
    AgencyId, ContentKey, Decision, Evidence, Group, GroupCode, Member, NearMiss, Opinion, ReviewPair,
    probability,
};
use crate::settings;

/// What the search works on. The slices go by opinion, in the order of the opinions.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The opinions.
    pub opinions: &'a [Opinion],
    /// How each was understood.
    pub readings: &'a [Reading],
    /// The vocabulary they were read with.
    pub lexicon: &'a Lexicon,
    /// The agency proposed for each; `None` where that is open.
    pub agency: &'a [Option<AgencyId>],
    /// What the clerk has decided.
    pub decisions: &'a [Decision],
    /// Codes that were given before.
    pub codes: &'a BTreeMap<ContentKey, GroupCode>,
    /// The most questions to ask.
    pub questions: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Duplicates {
    /// Every opinion is a member of exactly one; sorted by code.
    pub groups: Vec<Group>,
    /// Questions for the clerk, the most valuable first.
    pub review: Vec<ReviewPair>,
    /// Look-alikes that were kept apart, the most alike first.
    pub near_misses: Vec<NearMiss>,
    /// What a person must look at.
    pub findings: Vec<Finding>,
}

/// Finds the duplicates with the weights that are compiled in.
pub fn find(input: &Input<'_>) -> Duplicates {
    find_with(input, Model::built_in())
}

/// Finds the duplicates with the given weights.
pub fn find_with(input: &Input<'_>, model: &Model) -> Duplicates {
    Search::new(input, model).find()
}

/// A search that is ready to run: texts gathered, decisions applied.
#[derive(Debug)]
pub struct Search<'a> {
    input: &'a Input<'a>,
    model: &'a Model,
    weights: Dense,
    texts: Vec<Text<'a>>,
    traits: Traits,
    nodes: Nodes,
    decided: Decided,
    origins: Origins,
    /// By node.
    node_origins: Vec<Origin>,
    keys: Vec<ContentKey>,
}

/// What the comparison of all pairs leaves.
#[derive(Debug, Default)]
struct Compared {
    edges: Vec<Edge>,
    /// Pairs of nodes that look alike and are kept apart.
    near: Vec<(f64, u32, u32)>,
}

impl<'a> Search<'a> {
    /// Gathers the texts and applies the decisions.
    pub fn new(input: &'a Input<'a>, model: &'a Model) -> Self {
        let (texts, traits) = texts::gather(input.readings, input.lexicon, &model.background, &model.space);
        let keys: Vec<ContentKey> = input.opinions.par_iter().map(Opinion::content_key).collect();
        let nodes = Nodes::of(&texts, input, &keys);
        let decided = Decided::of(&nodes, input, &keys);
        let origins = Origins::of(input);
        let of_node = |node: &nodes::Node| origins.of_rows(&node.rows);
        let node_origins = nodes.all.iter().map(of_node).collect();
        Self {
            input,
            model,
            weights: Dense::of(&model.weights),
            texts,
            traits,
            nodes,
            decided,
            node_origins,
            origins,
            keys,
        }
    }

    /// The evidence about two opinions (by position), however little they share; `None` when there are none such.
    pub fn evidence(&self, a: usize, b: usize) -> Option<Evidence> {
        explain::pair(self, a, b)
    }

    /// Runs the search.
    pub fn find(&self) -> Duplicates {
        let compared = self.compare();
        let edges = stars::between_blocks(compared.edges, &self.decided);
        let mut blocks: Vec<u32> = (0_u32..)
            .take(self.nodes.len())
            .map(|n| self.decided.block(n))
            .collect();
        blocks.sort_unstable();
        blocks.dedup();
        let apart = |a, b| self.apart(a, b);
        let links = Links::of(&edges, &apart);
        let stars = stars::partition(&blocks, &links);
        let members = self.members(&stars, &links);
        let codes = codes::give(&members, &self.keys, self.input.codes);
        let sizes: Vec<usize> = members.iter().map(Vec::len).collect();
        let questions = review::questions(&stars, &sizes, &edges, &self.decided, self.input.questions);
        let head = |at: usize| members.get(at).and_then(|rows| rows.first()).copied();
        let mut groups: Vec<Group> = members
            .par_iter()
            .zip(&codes)
            .filter_map(|(rows, code)| self.group(rows, *code))
            .collect();
        groups.sort_by_key(|group| group.code);
        Duplicates {
            groups,
            review: questions
                .iter()
                .filter_map(|question| self.question(head(question.a)?, head(question.b)?, &sizes, question))
                .collect(),
            near_misses: self.near_misses(compared.near),
            findings: self.findings(&stars, &codes),
        }
    }

    /// Compares every pair of texts that shares enough, and the opinions that share a text.
    fn compare(&self) -> Compared {
        let share = settings::ASK_OVERLAP;
        let found = index::for_each_pair(&self.texts, &self.traits, share, |a, others| {
            let mut found = Compared::default();
            for b in others {
                self.compare_texts(a, *b, &mut found);
            }
            found
                .near
                .sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
            found.near.truncate(settings::NEAR_MISSES_PER_TEXT);
            found
        });
        let mut all = Compared::default();
        for part in found {
            all.edges.extend(part.edges);
            all.near.extend(part.near);
        }
        for text in (0_u32..).take(self.texts.len()) {
            self.compare_same_words(text, &mut all);
        }
        all
    }

    fn compare_texts(&self, a: u32, b: u32, found: &mut Compared) {
        let (Some(ta), Some(tb)) = (self.texts.get(a as usize), self.texts.get(b as usize)) else {
            return;
        };
        let shared = Shared::of(ta, tb, &self.traits);
        if !worth_comparing(ta, tb, &shared) {
            return;
        }
        let of_words = features::of_words(ta, tb, &shared);
        for x in self.nodes.of_text(a) {
            for y in self.nodes.of_text(b) {
                let around = self.around(x, y);
                let mut features = of_words;
                features::add_around(&mut features, around);
                // Below this there is neither a question nor a look-alike, and most pairs are.
                if probability(features.most(&self.weights)) < settings::ASK.min(settings::NEAR_MISS) {
                    continue;
                }
                let conflicts = conflict::between(ta, tb, around, self.input.lexicon);
                features::add_conflicts(&mut features, conflicts);
                let score = probability(features.log_odds(&self.weights));
                if conflicts.apart() {
                    if score >= settings::NEAR_MISS {
                        found.near.push((score, x, y));
                    }
                } else if score >= settings::ASK {
                    let merge =
                        score >= settings::MERGE && !conflicts.forbid() && !self.replaced(ta, tb, &features);
                    found.edges.push(Edge {
                        a: x,
                        b: y,
                        score,
                        merge,
                    });
                }
            }
        }
    }

    /// The same words are the same opinion, except about something of which each unit has its own.
    fn compare_same_words(&self, text: u32, found: &mut Compared) {
        for a in self.nodes.of_text(text) {
            for b in self.nodes.of_text(text).filter(|b| *b > a) {
                let unit = |node| self.nodes.get(node).map(|node| &node.unit);
                if unit(a) == unit(b) {
                    let score = probability(settings::SAME_WORDS);
                    found.edges.push(Edge {
                        a,
                        b,
                        score,
                        merge: true,
                    });
                }
            }
        }
    }

    fn measure(&self, a: &Text<'_>, b: &Text<'_>, shared: &Shared, around: Around) -> (Features, Conflicts) {
        let conflicts = conflict::between(a, b, around, self.input.lexicon);
        (features::measure(a, b, shared, conflicts, around), conflicts)
    }

    /// Whether the two are look-alikes in which something stands in the place of something else. Texts that are worded
    /// otherwise have other words in every place.
    fn replaced(&self, a: &Text<'_>, b: &Text<'_>, features: &Features) -> bool {
        features.of(Feature::Words) >= settings::LOOK_ALIKE
            && conflict::replaced(a, b, &self.traits).0 >= settings::REPLACED
    }

    /// Whether two blocks cannot be in one group: the clerk said so, or they speak of two things, though both may agree with
    /// a third that leaves open which. What the clerk put together is not looked at.
    fn apart(&self, a: u32, b: u32) -> bool {
        let node = |block: u32| self.nodes.get(block);
        let text = |block: u32| self.texts.get(node(block)?.text as usize);
        let Some((ta, tb)) = text(a).zip(text(b)) else {
            return false;
        };
        self.decided.are_different(a, b) || conflict::never_together(ta, tb, self.input.lexicon)
    }

    fn around(&self, a: u32, b: u32) -> Around {
        let origin = |node: u32| self.node_origins.get(node as usize);
        origin(a)
            .zip(origin(b))
            .map_or_else(Around::default, |(a, b)| a.beside(b))
    }

    /// The opinions of each star, the head first, the others in their order.
    fn members(&self, stars: &[Star], links: &Links<'_>) -> Vec<Vec<usize>> {
        let mut nodes_of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for node in (0_u32..).take(self.nodes.len()) {
            nodes_of.entry(self.decided.block(node)).or_default().push(node);
        }
        let rows = |block: &u32| -> Vec<usize> {
            let nodes = nodes_of.get(block).map_or(&[][..], Vec::as_slice);
            nodes
                .iter()
                .filter_map(|node| self.nodes.get(*node))
                .flat_map(|node| node.rows.clone())
                .collect()
        };
        stars
            .iter()
            .map(|star| {
                let head = explain::head(self, star, links, &rows);
                let mut all: Vec<usize> = star.blocks.iter().flat_map(&rows).collect();
                all.sort_by_key(|row| (Some(*row) != head, *row));
                all
            })
            .collect()
    }

    fn group(&self, rows: &[usize], code: GroupCode) -> Option<Group> {
        let head = *rows.first()?;
        let members = rows
            .iter()
            .map(|row| Member {
                opinion: self.id(*row),
                evidence: (*row != head).then(|| explain::member(self, head, *row)),
            })
            .collect();
        Some(Group {
            code,
            head: self.id(head),
            members,
        })
    }

    fn id(&self, row: usize) -> crate::model::OpinionId {
        self.input
            .opinions
            .get(row)
            .map_or(crate::model::OpinionId(0), |opinion| opinion.id)
    }

    /// The head of the larger group first, then the earlier opinion.
    fn question(
        &self,
        a: usize,
        b: usize,
        sizes: &[usize],
        question: &review::Question,
    ) -> Option<ReviewPair> {
        let size = |at: usize| sizes.get(at).copied().unwrap_or_default();
        let a_first = (size(question.b), a) <= (size(question.a), b);
        let (a, b) = if a_first { (a, b) } else { (b, a) };
        let evidence = explain::pair(self, a, b)?;
        Some(ReviewPair {
            a: self.id(a),
            b: self.id(b),
            evidence,
        })
    }

    fn near_misses(&self, mut near: Vec<(f64, u32, u32)>) -> Vec<NearMiss> {
        near.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let first = |node: u32| self.nodes.get(node).and_then(|node| node.rows.first()).copied();
        near.into_iter()
            .take(settings::NEAR_MISSES)
            .filter_map(|(_, a, b)| {
                let (a, b) = (first(a)?, first(b)?);
                let (a, b) = (a.min(b), a.max(b));
                let evidence = explain::pair(self, a, b)?;
                Some(NearMiss {
                    a: self.id(a),
                    b: self.id(b),
                    evidence,
                })
            })
            .collect()
    }

    fn findings(&self, stars: &[Star], codes: &[GroupCode]) -> Vec<Finding> {
        let code_of = |node: u32| {
            let block = self.decided.block(node);
            let at = stars.iter().position(|star| star.blocks.contains(&block))?;
            codes.get(at).copied()
        };
        let mut findings: Vec<Finding> = self
            .decided
            .contradictions
            .iter()
            .filter_map(|(a, b)| {
                let (a, b) = (code_of(*a)?, code_of(*b)?);
                let kind = DedupFinding::Contradiction {
                    a: a.min(b),
                    b: a.max(b),
                };
                Some(Finding {
                    file: String::new(),
                    sheet: None,
                    cell: None,
                    kind: FindingKind::Dedup(kind),
                })
            })
            .collect();
        findings.sort();
        findings.dedup();
        findings
    }
}

/// Whether two texts share enough, or may raise the same issue.
fn worth_comparing(a: &Text<'_>, b: &Text<'_>, shared: &Shared) -> bool {
    shared.overlap(a, b) >= settings::ASK_OVERLAP || a.place.may_share_issue(&b.place, settings::ASK_ISSUE)
}

/// What is known of the opinions besides their words, as numbers that are quickly compared; by opinion.
#[derive(Debug)]
struct Origins {
    unit: Vec<u32>,
    agency: Vec<Option<u32>>,
}

impl Origins {
    fn of(input: &Input<'_>) -> Self {
        let (mut units, mut agencies) = (BTreeMap::new(), BTreeMap::new());
        Self {
            unit: input
                .opinions
                .iter()
                .map(|opinion| number(&mut units, opinion.unit.name.as_str()))
                .collect(),
            agency: input
                .agency
                .iter()
                .map(|agency| agency.as_ref().map(|agency| number(&mut agencies, agency)))
                .collect(),
        }
    }

    /// What is known of a set of opinions.
    fn of_rows(&self, rows: &[usize]) -> Origin {
        let mut units = [NO_UNIT; UNITS];
        let known = rows.iter().filter_map(|row| self.unit.get(*row));
        for (place, unit) in units.iter_mut().zip(known) {
            *place = *unit;
        }
        Origin {
            units,
            agency: rows.iter().find_map(|row| *self.agency.get(*row)?),
        }
    }

    /// What is known of two sets of opinions.
    fn around(&self, a: &[usize], b: &[usize]) -> Around {
        self.of_rows(a).beside(&self.of_rows(b))
    }
}

/// How many units of a set of opinions are looked at. The first few are enough to tell: a set of many opinions has many.
const UNITS: usize = 8;

/// Where there is no further unit; no unit has this number.
const NO_UNIT: u32 = u32::MAX;

/// Where a set of opinions comes from, and who could answer it.
#[derive(Debug, Clone, Copy)]
struct Origin {
    units: [u32; UNITS],
    agency: Option<u32>,
}

impl Origin {
    /// What the two have in common.
    fn beside(&self, other: &Self) -> Around {
        let mut units = self.units.iter().take_while(|unit| **unit != NO_UNIT);
        Around {
            same_unit: units.any(|unit| other.units.contains(unit)),
            same_agency: self.agency.zip(other.agency).map(|(a, b)| a == b),
        }
    }
}

/// The number of a value: how many others came before it.
fn number<T: Ord>(known: &mut BTreeMap<T, u32>, value: T) -> u32 {
    let next = known.len() as u32;
    *known.entry(value).or_insert(next)
}
