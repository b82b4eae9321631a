//! What goes back to the units: each opinion that a unit sent has exactly one line in exactly one unit's feedback, also
//! where it was merged with others.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{
    Answered, Feedback, FeedbackLine, FeedbackSet, GroupCode, ReasonAside, Reply, Roll, SetAside, Standing,
    SummaryLine, UnitName,
};
use crate::plan::Plan;

/// One opinion as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its number in the run that consolidated it; a unit's opinions are numbered in its own order.
    pub number: u32,
    /// The group it is in.
    pub code: GroupCode,
    /// The unit's name.
    pub unit: String,
    /// Who spoke.
    pub person: String,
    /// Their position.
    pub position: String,
    /// The wording.
    pub text: String,
}

/// One group as the workbook shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// Its code.
    pub code: GroupCode,
    /// Its wording.
    pub text: String,
    /// Subject of the dialogue.
    pub subject: String,
    /// How many times it was raised.
    pub times: u32,
    /// The units that raised it.
    pub units: String,
}

/// What feedback is made of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// All opinions.
    pub opinions: &'a [Received],
    /// All groups.
    pub groups: &'a [Raised],
    /// How each group stands.
    pub answered: &'a [Answered],
    /// What every unit sent.
    pub roll: &'a [Roll],
    /// The rows that are no opinion.
    pub set_aside: &'a [SetAside],
    /// The day.
    pub today: NaiveDate,
}

/// Puts together what goes back.
pub fn feedback(material: &Material<'_>) -> FeedbackSet {
    let answered: BTreeMap<GroupCode, &Answered> =
        material.answered.iter().map(|one| (one.code, one)).collect();
    let mut own: BTreeMap<&str, Vec<&Received>> = BTreeMap::new();
    let mut raisers: BTreeMap<GroupCode, BTreeSet<&str>> = BTreeMap::new();
    for opinion in material.opinions {
        own.entry(&opinion.unit).or_default().push(opinion);
        raisers.entry(opinion.code).or_default().insert(&opinion.unit);
    }
    let units = senders(material, &own);
    let unit = |unit: UnitName| {
        let mut opinions = own.remove(unit.name.as_str()).unwrap_or_default();
        opinions.sort_by_key(|opinion| opinion.number);
        let lines = (0..)
            .zip(&opinions)
            .map(|(place, _)| line(&opinions, place, &answered, &raisers));
        let (aside, rest): (Vec<_>, Vec<_>) = material
            .set_aside
            .iter()
            .filter(|row| row.unit.name == unit.name)
            .partition(|row| is_told(row.reason));
        Feedback {
            lines: lines.flatten().collect(),
            aside: aside.into_iter().cloned().collect(),
            no_opinion: rest.len(),
            unit,
        }
    };
    FeedbackSet {
        today: material.today,
        units: units.into_iter().map(unit).collect(),
        summary: summary(material, &answered),
    }
}

/// Whether a unit would ask what became of such a row.
fn is_told(reason: ReasonAside) -> bool {
    matches!(
        reason,
        ReasonAside::NoOpinion | ReasonAside::Complaint | ReasonAside::Repeat
    )
}

/// The units that sent anything, in the order of the roll; then those that only opinions name.
fn senders(material: &Material<'_>, own: &BTreeMap<&str, Vec<&Received>>) -> Vec<UnitName> {
    let sent = material
        .roll
        .iter()
        .filter(|line| !line.files.is_empty() || own.contains_key(line.unit.name.as_str()));
    let mut units: Vec<UnitName> = sent.map(|line| line.unit.clone()).collect();
    for name in own.keys() {
        if !units.iter().any(|unit| unit.name == *name) {
            units.push(UnitName {
                code: None,
                name: (*name).to_owned(),
            });
        }
    }
    units
}

fn line(
    opinions: &[&Received],
    place: usize,
    answered: &BTreeMap<GroupCode, &Answered>,
    raisers: &BTreeMap<GroupCode, BTreeSet<&str>>,
) -> Option<FeedbackLine> {
    let opinion = opinions.get(place)?;
    let one = answered.get(&opinion.code);
    let same = (0..)
        .zip(opinions)
        .filter(|(at, other)| *at != place && other.code == opinion.code);
    Some(FeedbackLine {
        number: opinion.number,
        person: opinion.person.clone(),
        position: opinion.position.clone(),
        text: opinion.text.clone(),
        code: opinion.code,
        agency: one.and_then(|one| one.agency.clone()),
        reply: one.and_then(|one| reply(one)),
        standing: one.map_or(Standing::Unassigned, |one| one.standing),
        other_units: raisers
            .get(&opinion.code)
            .map_or(0, |units| units.len().saturating_sub(1)),
        same_here: same.map(|(at, _): (usize, _)| at + 1).collect(),
    })
}

/// The answer that can be given: not one that passes the opinion on, and none that the clerk must confirm first.
fn reply(answered: &Answered) -> Option<Reply> {
    let reply = answered
        .reply
        .as_ref()
        .filter(|_| answered.standing == Standing::Answered);
    reply.map(|judged| judged.given.reply.clone())
}

fn summary(material: &Material<'_>, answered: &BTreeMap<GroupCode, &Answered>) -> Vec<SummaryLine> {
    let line = |group: &Raised| {
        let one = answered.get(&group.code);
        SummaryLine {
            code: group.code,
            text: group.text.clone(),
            subject: group.subject.clone(),
            times: group.times,
            units: group.units.clone(),
            agency: one.and_then(|one| one.agency.clone()),
            reply: one.and_then(|one| reply(one)),
            standing: one.map_or(Standing::Unassigned, |one| one.standing),
        }
    };
    let mut lines: Vec<SummaryLine> = material.groups.iter().map(line).collect();
    let place = |line: &SummaryLine| {
        let mut subjects = material.plan.subjects.iter();
        let known = subjects.position(|subject| subject.heading() == line.subject);
        known.unwrap_or(usize::MAX)
    };
    lines.sort_by_key(|line| {
        (
            place(line),
            line.subject.clone(),
            std::cmp::Reverse(line.times),
            line.code,
        )
    });
    lines
}
