//! Codes never move: a group takes the code that its wordings already have, and a new code is one that was never
//! given before.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ContentKey, GroupCode};

/// Gives each group its code. `groups` holds the positions of each group's opinions, the head first; `keys` go by
/// opinion. When several groups have a claim to one code, the first by its head, then by its first opinion, takes it.
pub(super) fn give(
    groups: &[Vec<usize>],
    keys: &[ContentKey],
    given: &BTreeMap<ContentKey, GroupCode>,
) -> Vec<GroupCode> {
    let first = |group: &Vec<usize>| group.iter().min().copied();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| groups.get(*at).and_then(first));
    let mut codes: BTreeMap<usize, GroupCode> = BTreeMap::new();
    let mut taken: BTreeSet<GroupCode> = BTreeSet::new();
    let known = |row: &usize| keys.get(*row).and_then(|key| given.get(key)).copied();
    for only_head in [true, false] {
        for at in &order {
            let members = groups.get(*at).map_or(&[][..], Vec::as_slice);
            let members = if only_head {
                members.get(..1).unwrap_or_default()
            } else {
                members
            };
            if codes.contains_key(at) {
                continue;
            }
            if let Some(code) = members
                .iter()
                .filter_map(known)
                .find(|code| !taken.contains(code))
            {
                codes.insert(*at, code);
                taken.insert(code);
            }
        }
    }
    let mut last = given.values().map(|code| code.0).max().unwrap_or(0);
    for at in &order {
        codes.entry(*at).or_insert_with(|| {
            last = last.saturating_add(1);
            GroupCode(last)
        });
    }
    codes.into_values().collect()
}
