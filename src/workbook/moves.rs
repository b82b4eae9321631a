//! What follows from members that the clerk moved: a moved opinion is the same as the group it went to, and not the
//! same as those it left behind. Decisions are about opinions, so they outlive the codes.

use std::collections::BTreeMap;

use super::read_back::Written;
use super::table::key;
use crate::model::{Decision, GroupCode, Verdict};
use crate::wording::workbook::OWN_GROUP;

/// Where an opinion belongs according to the clerk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In a group of the workbook.
    Group(GroupCode),
    /// Alone; the number of the opinion makes each such place different.
    Own(u32),
    /// With the others that carry the same words, `mới 1`.
    Shared(String),
}

/// The opinions with their old and new places.
pub(super) struct Moves<'w> {
    /// By group.
    groups: BTreeMap<GroupCode, Vec<&'w Written>>,
    /// By number.
    opinions: BTreeMap<u32, &'w Written>,
    moved: BTreeMap<u32, Place>,
}

impl<'w> Moves<'w> {
    pub(super) fn new(opinions: &'w [Written]) -> Self {
        let mut groups: BTreeMap<GroupCode, Vec<&Written>> = BTreeMap::new();
        for opinion in opinions {
            groups.entry(opinion.code).or_default().push(opinion);
        }
        Self {
            groups,
            opinions: opinions.iter().map(|opinion| (opinion.number, opinion)).collect(),
            moved: BTreeMap::new(),
        }
    }

    /// Takes what is written as the code of an opinion; false when it names no group of the workbook.
    pub(super) fn take(&mut self, number: u32, written: &str) -> bool {
        let own = key(OWN_GROUP);
        let words = key(written);
        let place = match (GroupCode::parse(written), words.strip_prefix(&own)) {
            (Some(code), _) if self.groups.contains_key(&code) => Place::Group(code),
            (None, Some("")) => Place::Own(number),
            (None, Some(label)) => Place::Shared(label.trim().to_owned()),
            _ => return false,
        };
        let stays = |opinion: &Written| Place::Group(opinion.code) == place;
        let opinion = self.opinions.get(&number);
        if opinion.is_some_and(|opinion| !stays(opinion)) {
            self.moved.insert(number, place);
        }
        true
    }

    /// The decisions that follow, in a fixed order: first what is not the same, then what is.
    pub(super) fn decisions(&self) -> Vec<Decision> {
        let mut decisions = self.left_behind();
        decisions.extend(self.joined());
        decisions.retain(|decision| decision.a != decision.b);
        decisions
    }

    fn place(&self, opinion: &Written) -> Place {
        self.moved
            .get(&opinion.number)
            .cloned()
            .unwrap_or(Place::Group(opinion.code))
    }

    fn moved(&self) -> impl Iterator<Item = &'w Written> + '_ {
        self.moved
            .keys()
            .filter_map(|number| self.opinions.get(number).copied())
    }

    /// A moved opinion is not the same as any that was in its group and is now elsewhere.
    fn left_behind(&self) -> Vec<Decision> {
        let mut decisions = Vec::new();
        for opinion in self.moved() {
            let place = self.place(opinion);
            let others = self.groups.get(&opinion.code).into_iter().flatten();
            for other in others.filter(|other| self.place(other) != place) {
                // Of two that were both moved, one says it.
                if !self.moved.contains_key(&other.number) || opinion.number < other.number {
                    decisions.push(decision(opinion, other, Verdict::Different));
                }
            }
        }
        decisions
    }

    /// A moved opinion is the same as the head of the group it went to, or as the first that carries the same words.
    fn joined(&self) -> Vec<Decision> {
        let mut arrived: BTreeMap<Place, Vec<&Written>> = BTreeMap::new();
        for opinion in self.moved() {
            arrived.entry(self.place(opinion)).or_default().push(opinion);
        }
        let mut decisions = Vec::new();
        for (place, arrived) in arrived {
            let stayed = match &place {
                Place::Group(code) => self.stayed(*code),
                _ => None,
            };
            let Some(head) = stayed.or_else(|| arrived.first().copied()) else {
                continue;
            };
            let others = arrived.iter().filter(|opinion| opinion.number != head.number);
            decisions.extend(others.map(|opinion| decision(opinion, head, Verdict::Same)));
        }
        decisions
    }

    /// The head of a group, or the first member that stayed where the head did not.
    fn stayed(&self, code: GroupCode) -> Option<&'w Written> {
        let members = self.groups.get(&code)?;
        let mut stayed = members
            .iter()
            .copied()
            .filter(|member| !self.moved.contains_key(&member.number));
        stayed
            .clone()
            .find(|member| member.head)
            .or_else(|| stayed.next())
    }
}

fn decision(a: &Written, b: &Written, verdict: Verdict) -> Decision {
    Decision {
        a: a.content.clone(),
        b: b.content.clone(),
        verdict,
    }
}
