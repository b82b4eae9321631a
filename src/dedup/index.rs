//! Finds every pair of texts that is worth comparing, without looking at all pairs: those whose overlap reaches a share,
//! and those that may raise the same issue.
//!
//! **Issues.** Every text stands in the list of each of its likeliest issues, the likeliest text first, so that a list is
//! read no further than the product of two likelihoods reaches [`settings::ASK_ISSUE`]. Two texts that name things or
//! places, and none in common, are two things whatever they ask (see `conflict`); so the lists are kept by name, without its
//! tones and without the word for what it names, and only texts without a name meet all others. That keeps ten thousand bad roads from meeting one another. Of a list no more
//! than its [`settings::ISSUE_LIST`] likeliest texts are met, so that ten thousand variants of one line cost no hours;
//! in a province's folder no list is as long.
//!
//! **Overlap.** The overlap of two texts is the weight of the traits that both have, divided by the weight of the
//! lighter one's traits. Why none is missed: Let `x` be the lighter text of a pair with overlap ≥ s, and walk its traits from the rarest
//! on until the weight of the rest is less than s·|x|; the walked traits are its prefix. If `y` shared no trait with
//! the prefix, all that they share would lie in the rest and weigh less than s·|x|: the overlap would be less than s.
//! So `y` stands in the list of a prefix trait. The lists hold all traits of all texts, and every text walks its own
//! prefix through the texts that are not lighter, so every such pair is met. While walking, the weight met so far
//! plus the rest bounds what the two can share; a pair whose bound is too low is dropped. The walk goes on behind the
//! prefix, without new partners, while that is cheaper than comparing the pairs that it rules out. Sums are kept short
//! (`f32`, so that all of them stay near the processor) and compared with a margin of [`MARGIN`], wider than their
//! rounding; the exact overlap is checked afterwards.
//! Both are tested against all pairs.
//!
//! The rarest traits come first, so the lists that are walked are short: the cost grows with the number of pairs
//! that share something rare.
//!
//! **Bounds.** Of the texts that were met for their words, [`settings::PARTNERS`] are handed on, those that share the
//! most; and of those that name other things, which no score brings together, only as many as are listed as look-alikes. So
//! a file of thirty thousand variants of one line costs seconds. No folder of a province comes near.

use rayon::prelude::*;

use super::conflict::Letters;
use super::texts::{Text, Traits};
use crate::settings;

/// Room for the rounding of sums of weights, as a share of a text's weight: wider than an `f32` loses in thousands of
/// summands.
const MARGIN: f64 = 1e-3;

/// How many steps along a list cost as much as comparing one pair of texts word by word.
const WORTH_WALKING: usize = 32;

/// Lists of the texts that have a trait, one after another.
#[derive(Debug)]
pub(super) struct Index {
    starts: Vec<usize>,
    texts: Vec<u32>,
}

impl Index {
    /// Lists the texts by trait. Texts stand in the order of their weight, the lightest first.
    pub(super) fn of(texts: &[Text<'_>], traits: &Traits) -> Self {
        let mut starts = vec![0_usize; traits.len() + 1];
        for id in texts.iter().flat_map(|text| &text.traits) {
            if let Some(count) = starts.get_mut(*id as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut listed = vec![0_u32; sum];
        for (number, text) in (0_u32..).zip(texts) {
            for id in &text.traits {
                let Some(at) = next.get_mut(*id as usize) else {
                    continue;
                };
                if let Some(place) = listed.get_mut(*at) {
                    *place = number;
                }
                *at += 1;
            }
        }
        Self {
            starts,
            texts: listed,
        }
    }

    /// The texts heavier than `than` (later in the order) that have the trait.
    fn list(&self, id: u32, than: u32) -> &[u32] {
        let at = id as usize;
        let (Some(from), Some(to)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return &[];
        };
        let list = self.texts.get(*from..*to).unwrap_or_default();
        list.get(list.partition_point(|text| *text <= than)..)
            .unwrap_or_default()
    }
}

/// A text in the list of an issue that it may raise.
#[derive(Debug, Clone, Copy)]
struct Raised {
    issue: u16,
    list: List,
    likely: f32,
    text: u32,
}

/// Which texts of an issue a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    All,
    /// Those that name no thing or place.
    Nameless,
    /// Those that name this one.
    Naming(u32),
}

/// The texts by the issues that they may raise.
#[derive(Debug)]
struct Issues {
    /// Sorted by issue, list and likelihood, the likeliest first.
    raised: Vec<Raised>,
    /// By issue, where it begins in what is raised.
    starts: Vec<usize>,
    /// By text, the numbers of the names in it.
    names: Vec<Vec<u32>>,
}

impl Issues {
    fn of(texts: &[Text<'_>]) -> Self {
        let mut known: Vec<&str> = texts.iter().flat_map(|text| text.meaning.names()).collect();
        known.par_sort_unstable();
        known.dedup();
        let number = |name: &str| known.binary_search(&name).ok().map(|at| at as u32);
        let names: Vec<Vec<u32>> = texts
            .par_iter()
            .map(|text| {
                let mut names: Vec<u32> = text.meaning.names().filter_map(number).collect();
                names.sort_unstable();
                names.dedup();
                names
            })
            .collect();
        let mut raised: Vec<Raised> = (0_u32..)
            .zip(texts)
            .zip(&names)
            .flat_map(|((text, read), names)| {
                let likely = read.place.issues().filter(|(_, p)| *p >= settings::ASK_ISSUE);
                likely.flat_map(move |(issue, likely)| {
                    let nameless = names.is_empty().then_some(List::Nameless);
                    let naming = names.iter().map(|name| List::Naming(*name));
                    let lists = nameless.into_iter().chain(naming).chain([List::All]);
                    lists.map(move |list| Raised {
                        issue,
                        list,
                        likely,
                        text,
                    })
                })
            })
            .collect();
        raised.par_sort_unstable_by(|x, y| {
            (x.issue, x.list)
                .cmp(&(y.issue, y.list))
                .then(y.likely.total_cmp(&x.likely))
                .then(x.text.cmp(&y.text))
        });
        let issues = raised.last().map_or(0, |last| usize::from(last.issue) + 1);
        let starts =
            (0..=issues).map(|issue| raised.partition_point(|raised| usize::from(raised.issue) < issue));
        Self {
            starts: starts.collect(),
            raised,
            names,
        }
    }

    /// The texts later in the order that may raise an issue of this one, some of them more than once.
    fn partners(&self, number: u32, text: &Text<'_>) -> impl Iterator<Item = u32> {
        let names = self.names.get(number as usize).map_or(&[][..], Vec::as_slice);
        let all = names.is_empty().then_some(List::All);
        let nameless = (!names.is_empty()).then_some(List::Nameless);
        let naming = names.iter().map(|name| List::Naming(*name));
        let lists = all.into_iter().chain(nameless).chain(naming);
        lists
            .flat_map(|list| {
                text.place
                    .issues()
                    .map(move |(issue, likely)| (issue, list, likely))
            })
            .flat_map(|(issue, list, likely)| self.of_list(issue, list, likely))
            .filter(move |other| *other > number)
    }

    /// The texts of a list that are likely enough beside one that is so likely.
    fn of_list(&self, issue: u16, list: List, likely: f32) -> impl Iterator<Item = u32> {
        let of_issue = self.of_issue(issue);
        let from = of_issue.partition_point(|raised| raised.list < list);
        let rest = of_issue.get(from..).unwrap_or_default().iter();
        rest.take_while(move |raised| raised.list == list && raised.likely * likely >= settings::ASK_ISSUE)
            .take(settings::ISSUE_LIST)
            .map(|raised| raised.text)
    }

    fn of_issue(&self, issue: u16) -> &[Raised] {
        let at = usize::from(issue);
        let (Some(from), Some(to)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return &[];
        };
        self.raised.get(*from..*to).unwrap_or_default()
    }
}

/// Calls `visit` for every text `x` with the texts `y > x` whose overlap may reach `share` or that may raise an issue of
/// `x`, within the bounds of the module, in ascending order, and returns what it answered, in the order of the texts.
pub(super) fn for_each_pair<R: Send>(
    texts: &[Text<'_>],
    traits: &Traits,
    share: f64,
    visit: impl Fn(u32, &[u32]) -> R + Sync,
) -> Vec<R> {
    let index = Index::of(texts, traits);
    let issues = Issues::of(texts);
    let letters = Letters::of(texts);
    let numbers: Vec<u32> = (0_u32..).take(texts.len()).collect();
    numbers
        .par_iter()
        .zip(texts)
        .map_init(
            || Walk::new(texts.len()),
            |walk, (number, text)| {
                let met = walk.partners(*number, text, &index, traits, share);
                let mut partners = likeliest(met, |other| letters.other_things(*number, other, texts));
                partners.extend(issues.partners(*number, text));
                partners.sort_unstable();
                partners.dedup();
                visit(*number, &partners)
            },
        )
        .collect()
}

/// Of the texts that were met, with what they were found to share: those that share the most. Of two that name other
/// things only so many are compared as are listed as look-alikes.
fn likeliest(met: &[(f32, u32)], apart: impl Fn(u32) -> bool) -> Vec<u32> {
    let (apart, open): (Vec<_>, Vec<_>) = met.iter().partition(|(_, other)| apart(*other));
    let mut likeliest = most(open, settings::PARTNERS);
    likeliest.extend(most(apart, settings::NEAR_MISSES_PER_TEXT));
    likeliest
}

/// Those that share the most, at most so many of them.
fn most(mut met: Vec<(f32, u32)>, limit: usize) -> Vec<u32> {
    if limit < met.len() {
        met.select_nth_unstable_by(limit, |x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        met.truncate(limit);
    }
    met.into_iter().map(|(_, other)| other).collect()
}

/// The scratch space of one thread.
struct Walk {
    /// By text: the weight of what it was found to share; 0 for all others.
    met: Vec<f32>,
    /// Those that were met, and room for all.
    touched: Vec<u32>,
    kept: Vec<u32>,
    /// What the kept ones were found to share.
    shared: Vec<(f32, u32)>,
}

impl Walk {
    fn new(texts: usize) -> Self {
        Self {
            met: vec![0.0; texts],
            touched: vec![0; texts],
            kept: Vec::new(),
            shared: Vec::new(),
        }
    }

    fn partners(
        &mut self,
        number: u32,
        text: &Text<'_>,
        index: &Index,
        traits: &Traits,
        share: f64,
    ) -> &[(f32, u32)] {
        let need = (share - MARGIN) * text.total;
        let mut rest = text.total;
        let mut walked = 0;
        let mut met = 0;
        while rest >= need {
            let Some(id) = text.traits.get(walked) else { break };
            met = self.meet(index.list(*id, number), traits.weight(*id) as f32, met);
            rest -= traits.weight(*id);
            walked += 1;
        }
        self.kept.clear();
        self.kept.extend(self.touched.iter().take(met));
        // Behind the prefix no new text can be a partner; walking on only tells better what the met ones share.
        for id in text.traits.iter().skip(walked) {
            let list = index.list(*id, number);
            if list.len() > self.kept.len() {
                self.drop_below(need - rest);
            }
            if list.len() > self.kept.len() * WORTH_WALKING {
                break;
            }
            add_to_met(&mut self.met, list, traits.weight(*id) as f32);
            rest -= traits.weight(*id);
        }
        self.drop_below(need - rest);
        self.shared.clear();
        for other in &self.kept {
            if let Some(sum) = self.met.get_mut(*other as usize) {
                self.shared.push((*sum, *other));
                *sum = 0.0;
            }
        }
        &self.shared
    }

    /// Adds a weight to what the texts of a list share, and returns how many have been met by then.
    fn meet(&mut self, list: &[u32], weight: f32, mut met: usize) -> usize {
        for other in list {
            if let (Some(sum), Some(place)) = (self.met.get_mut(*other as usize), self.touched.get_mut(met)) {
                // Written in any case, and counted where it is new: a branch here would be guessed wrong too often.
                *place = *other;
                met += usize::from(*sum == 0.0);
                *sum += weight;
            }
        }
        met
    }

    /// Forgets the met texts that share less than a weight.
    fn drop_below(&mut self, least: f64) {
        let (met, least) = (&mut self.met, least as f32);
        self.kept.retain(|other| {
            let Some(sum) = met.get_mut(*other as usize) else {
                return false;
            };
            let enough = *sum >= least;
            if !enough {
                *sum = 0.0;
            }
            enough
        });
    }
}

/// Adds a weight to what the met texts of a list share.
fn add_to_met(met: &mut [f32], list: &[u32], weight: f32) {
    for other in list {
        if let Some(sum) = met.get_mut(*other as usize) {
            *sum += if *sum > 0.0 { weight } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_that_share_words_those_that_share_the_most_are_compared() {
        let met: Vec<(f32, u32)> = (0..10_000_u32).map(|text| (text as f32, text)).collect();
        let other_thing = |text: u32| text.is_multiple_of(2);
        let mut found = likeliest(&met, other_thing);
        found.sort_unstable();
        let (apart, open): (Vec<u32>, Vec<u32>) = found.into_iter().partition(|text| other_thing(*text));
        assert_eq!(apart, [9_996, 9_998]);
        assert_eq!(open.len(), settings::PARTNERS);
        assert!(
            open.iter()
                .all(|text| *text as usize > 10_000 - 2 * settings::PARTNERS - 1)
        );
    }
}
