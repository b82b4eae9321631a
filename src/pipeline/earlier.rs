//! `consolidate --answered`: which opinions an earlier answer settles already. They are told to the clerk and stay in the
//! run: whether the old answer still holds is not for a program to say.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::results;
use crate::dedup::{self, Input};
use crate::error::Result;
use crate::lexicon::{Lexicon, Reading};
use crate::model::{AgencyId, AnsweredBefore, Earlier, Group, Opinion, OpinionId};
use crate::{settings, workbook};

/// The answers of earlier books: files, or folders of results with an answer book in them.
pub(super) fn answers(paths: &[PathBuf]) -> Result<Vec<Earlier>> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(results::of_earlier(
            path,
            settings::ANSWER_BOOK,
            workbook::earlier_answers,
        )?);
    }
    Ok(all)
}

/// The opinions that say the same as an earlier one, as surely as two opinions of one run that are merged. Something of
/// which each unit has its own was answered for the units that raised it then.
pub(super) fn settled(
    opinions: &[Opinion],
    readings: &[Reading],
    agency: &[Option<AgencyId>],
    lexicon: &Lexicon,
    earlier: &[Earlier],
) -> Vec<AnsweredBefore> {
    if earlier.is_empty() {
        return Vec::new();
    }
    let mut all = opinions.to_vec();
    let mut read = readings.to_vec();
    let mut source: Vec<&Earlier> = Vec::new();
    for one in earlier {
        let reading = lexicon.read(&one.wording);
        for unit in &one.units {
            all.push(as_opinion(all.len(), one, unit));
            read.push(reading.clone());
            source.push(one);
        }
    }
    let mut bodies = agency.to_vec();
    bodies.resize(all.len(), None);
    let found = dedup::find(&Input {
        opinions: &all,
        readings: &read,
        lexicon,
        agency: &bodies,
        decisions: &[],
        codes: &BTreeMap::new(),
        questions: 0,
    });
    let now = opinions.len();
    let mut settled: Vec<AnsweredBefore> = found
        .groups
        .iter()
        .flat_map(|group| settled_in(group, now, &source))
        .collect();
    settled.sort_by_key(|one| one.opinion);
    settled
}

/// The opinions of this run (the first `now`) in a group that holds an earlier one.
fn settled_in(group: &Group, now: usize, source: &[&Earlier]) -> Vec<AnsweredBefore> {
    let before = |id: OpinionId| (id.0 as usize).checked_sub(now + 1);
    let ids = || group.members.iter().map(|member| member.opinion);
    let Some(earlier) = ids().filter_map(before).min().and_then(|at| source.get(at)) else {
        return Vec::new();
    };
    ids()
        .filter(|id| before(*id).is_none())
        .map(|opinion| AnsweredBefore {
            opinion,
            earlier: (*earlier).clone(),
        })
        .collect()
}

fn as_opinion(before: usize, earlier: &Earlier, unit: &str) -> Opinion {
    let id = OpinionId(u32::try_from(before + 1).unwrap_or(u32::MAX));
    Opinion::worded(id, unit, &earlier.wording)
}
