//! What the plan asks of each unit and of all, and how many of each kind are listed.
//!
//! A position as people write it ("Bí thư kiêm Trưởng thôn", "TB CTMT") is told apart by the words of the plan's roles.
//! Whoever names none of them stands for the people, where the plan asks for people.

use std::collections::BTreeSet;

use super::about_all;
use crate::finding::{DelegatesFinding, Finding};
use crate::model::{Delegate, Delegation, UnitName};
use crate::plan::{Plan, Quota};
use crate::text::{clean, fold};
use crate::wording::delegates as words;

/// Short forms in positions, without tones, and what they stand for.
const SHORT: [(&str, &str); 6] = [
    ("ctmt", "cong tac mat tran"),
    ("btcb", "bi thu chi bo"),
    ("bt", "bi thu"),
    ("tb", "truong ban"),
    ("xom", "thon"),
    ("mttq", "mat tran"),
];

/// Positions of officials of a commune, without tones: they do not stand for the people.
const OFFICIALS: [&str; 8] = [
    "bi thu dang uy",
    "uy vien ban thuong vu",
    "chu tich ubnd",
    "chu tich hdnd",
    "chu tich uy ban",
    "chu tich hoi dong",
    "cong chuc",
    "truong phong",
];

/// Words before a position that make another one of it.
const OTHERWISE: [&str; 3] = ["pho", "nguyen", "cuu"];

/// How many participants a unit should send; `None` where the plan does not say.
pub(crate) fn expected(plan: &Plan, unit: &UnitName) -> Option<usize> {
    let quotas = of_unit(plan, unit);
    (!quotas.is_empty()).then(|| quotas.iter().filter_map(|quota| quota.per_unit).sum())
}

/// How many all units should send; `None` where the plan does not say.
pub(crate) fn expected_in_all(plan: &Plan) -> Option<usize> {
    let quotas = plan.quotas.iter().filter(|quota| quota.per_unit.is_some());
    let roles: BTreeSet<&str> = quotas.map(|quota| quota.role.as_str()).collect();
    let sum = roles.iter().filter_map(|role| plan.delegates(role)).sum();
    (!roles.is_empty()).then_some(sum)
}

/// Every number that is not the plan's. Units that sent nothing are not counted: that is said elsewhere.
pub(crate) fn check(plan: &Plan, delegates: &[Delegate], units: &[Delegation]) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in units.iter().filter(|line| !line.files.is_empty()) {
        let own: Vec<&Delegate> = delegates
            .iter()
            .filter(|delegate| delegate.unit == line.unit)
            .collect();
        found.extend(unit(plan, line, &own));
    }
    if units.iter().any(|line| !line.files.is_empty()) {
        found.extend(in_all(plan, delegates));
    }
    found.into_iter().map(about_all).collect()
}

fn unit(plan: &Plan, line: &Delegation, delegates: &[&Delegate]) -> Vec<DelegatesFinding> {
    let quotas = of_unit(plan, &line.unit);
    let roles: Vec<&str> = quotas.iter().map(|quota| quota.role.as_str()).collect();
    let differs = |role: &str, expected: usize, listed: usize| {
        (expected != listed).then(|| DelegatesFinding::Quota {
            unit: line.unit.name.clone(),
            role: role.to_owned(),
            expected,
            listed,
        })
    };
    let of_role = |quota: &&Quota| {
        let listed = delegates
            .iter()
            .filter(|one| stands_for(&one.position, &quota.role, &roles))
            .count();
        differs(&quota.role, quota.per_unit.unwrap_or_default(), listed)
    };
    let found: Vec<DelegatesFinding> = quotas.iter().filter_map(of_role).collect();
    if found.is_empty() && quotas.len() > 1 {
        // One person may hold two posts: then every role is there and a person is missing.
        return differs(
            words::EVERYONE,
            line.expected.unwrap_or_default(),
            delegates.len(),
        )
        .into_iter()
        .collect();
    }
    found
}

/// Totals that the plan gives exactly, for a role of the units or for everyone whom they send.
fn in_all(plan: &Plan, delegates: &[Delegate]) -> Vec<DelegatesFinding> {
    let roles: Vec<&str> = plan
        .quotas
        .iter()
        .filter(|q| q.per_unit.is_some())
        .map(|q| q.role.as_str())
        .collect();
    let exact = plan
        .quotas
        .iter()
        .filter(|quota| quota.per_unit.is_none() && !quota.role.contains(words::ABOUT));
    exact
        .filter_map(|quota| {
            let of_units = roles.contains(&quota.role.as_str());
            let counts = |one: &&Delegate| !of_units || stands_for(&one.position, &quota.role, &roles);
            let (expected, listed) = (quota.total?, delegates.iter().filter(counts).count());
            (expected != listed).then(|| DelegatesFinding::QuotaInAll {
                role: quota.role.clone(),
                expected,
                listed,
            })
        })
        .collect()
}

/// The quotas of a unit: its own before those of all units.
fn of_unit<'p>(plan: &'p Plan, unit: &UnitName) -> Vec<&'p Quota> {
    let named = |quota: &Quota| unit.code.as_ref().is_some_and(|code| quota.units.contains(code));
    let own = |role: &str| plan.quotas.iter().any(|quota| quota.role == role && named(quota));
    let mut quotas: Vec<&Quota> = plan
        .quotas
        .iter()
        .filter(|quota| quota.per_unit.is_some())
        .collect();
    quotas.retain(|quota| {
        if quota.units.is_empty() {
            !own(&quota.role)
        } else {
            named(quota)
        }
    });
    quotas
}

/// Whether someone with that position counts for a role, one of `roles`.
fn stands_for(position: &str, role: &str, roles: &[&str]) -> bool {
    if holds(position, role) {
        return true;
    }
    is_people(role) && !is_official(position) && !roles.iter().any(|other| holds(position, other))
}

fn is_people(role: &str) -> bool {
    let role = fold(role);
    ["nhan dan", "nguoi dan", "cong dan"]
        .iter()
        .any(|word| role.contains(word))
}

/// In office now, as first or as deputy.
fn is_official(position: &str) -> bool {
    let tokens = tokens(position);
    let former = tokens
        .iter()
        .any(|word| ["nguyen", "cuu", "huu"].contains(&word.as_str()));
    let holds = |title: &str| {
        tokens
            .windows(title.split(' ').count())
            .any(|window| window.join(" ") == title)
    };
    !former && OFFICIALS.iter().any(|title| holds(title))
}

/// Whether a position names a role: in full, or with its first words ("Bí thư" of "Bí thư chi bộ").
fn holds(position: &str, role: &str) -> bool {
    let role = tokens(role);
    let parts = fold(&clean(position)).replace(" kiem ", ",");
    parts.split([',', ';', '/', '-', '+']).any(|part| {
        let part = tokens(part);
        names(&part, &role) || (part.len() > 1 && role.starts_with(&part))
    })
}

/// Whether the words of a role stand together, and nothing before them makes another role of it.
fn names(position: &[String], role: &[String]) -> bool {
    let mut at = position
        .windows(role.len().max(1))
        .enumerate()
        .filter(|(_, window)| *window == role);
    at.any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|before| position.get(before));
        before.is_none_or(|word| !OTHERWISE.contains(&word.as_str()))
    })
}

/// Words without tones, short forms written out.
fn tokens(text: &str) -> Vec<String> {
    let folded = fold(&clean(text));
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let full = SHORT
                .iter()
                .find(|(short, _)| *short == word)
                .map_or(word, |(_, full)| full);
            full.split(' ')
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [&str; 4] = [
        "Bí thư chi bộ",
        "Trưởng thôn",
        "Trưởng Ban công tác Mặt trận",
        "Người dân",
    ];

    #[test]
    fn positions_as_people_write_them_count_for_the_plans_roles() {
        for (position, expected) in [
            ("Bí thư Chi bộ thôn Nà Pò", &["Bí thư chi bộ"][..]),
            ("Bí thư", &["Bí thư chi bộ"]),
            ("Bí thư kiêm Trưởng thôn", &["Bí thư chi bộ", "Trưởng thôn"]),
            ("Trưởng xóm", &["Trưởng thôn"]),
            ("TB CTMT", &["Trưởng Ban công tác Mặt trận"]),
            (
                "Trưởng ban Công tác Mặt trận thôn",
                &["Trưởng Ban công tác Mặt trận"],
            ),
            ("Phó Bí thư chi bộ", &["Người dân"]),
            ("Nguyên Trưởng thôn", &["Người dân"]),
            ("Nông dân", &["Người dân"]),
            ("", &["Người dân"]),
            ("Phó Chủ tịch UBND xã", &[]),
            ("Nguyên Chủ tịch UBND xã", &["Người dân"]),
            ("Chủ tịch UBND xã", &[]),
        ] {
            let held: Vec<&str> = ROLES
                .into_iter()
                .filter(|role| stands_for(position, role, &ROLES))
                .collect();
            assert_eq!(held, expected, "{position}");
        }
    }
}
