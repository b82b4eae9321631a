//! What a level reports of its groups: each repeated opinion once, with all who raised it, down through the levels.

use std::collections::BTreeMap;

use super::Line;
use crate::model::{Group, GroupCode, GroupEdit, Opinion, OpinionId, Raised, Route};
use crate::plan::{Agency, Plan, Reach};

/// What a run knows of its groups.
#[derive(Debug, Clone, Copy)]
pub struct Groups<'a> {
    /// The plan of this level.
    pub plan: &'a Plan,
    /// The opinions, numbered from 1 in their order.
    pub opinions: &'a [Opinion],
    /// The groups.
    pub groups: &'a [Group],
    /// Who should answer each group, in the same order.
    pub routes: &'a [Route],
    /// What the clerk wrote over the proposals.
    pub edits: &'a BTreeMap<GroupCode, GroupEdit>,
}

impl Groups<'_> {
    /// The groups as the level above reads them, in their order. The times add up to those of the opinions.
    pub fn lines(&self) -> Vec<Line> {
        let routes = self.routes.iter().map(Some).chain(std::iter::repeat(None));
        self.groups
            .iter()
            .zip(routes)
            .map(|(group, route)| self.line(group, route))
            .collect()
    }

    fn line(&self, group: &Group, route: Option<&Route>) -> Line {
        let mut members: Vec<&Opinion> = group
            .members
            .iter()
            .filter_map(|m| self.opinion(m.opinion))
            .collect();
        members.sort_unstable_by_key(|opinion| opinion.id);
        let mut raised = Vec::new();
        for opinion in &members {
            let one = Raised {
                unit: opinion.unit.name.clone(),
                times: opinion.times,
                below: opinion.below.clone(),
            };
            one.add(&mut raised);
        }
        // Whoever speaks for many is not one person.
        let speaker = match members.as_slice() {
            [one] if one.times == 1 => Some(*one),
            _ => None,
        };
        let edit = self.edits.get(&group.code);
        let agency = route.and_then(|route| route.agency.as_ref());
        let agency = agency.and_then(|id| self.plan.agencies.iter().find(|agency| agency.id == *id));
        let level = agency.filter(|agency| agency.reach == Reach::Higher);
        Line {
            text: edit
                .and_then(|edit| edit.wording.clone())
                .unwrap_or_else(|| self.wording(group)),
            person: speaker.map(|one| one.person.clone()).unwrap_or_default(),
            position: speaker.map(|one| one.position.clone()).unwrap_or_default(),
            subject: edit
                .and_then(|edit| edit.subject.clone())
                .unwrap_or_else(|| self.subject(agency)),
            level: level.map(|agency| agency.name.clone()).unwrap_or_default(),
            raised,
        }
    }

    fn wording(&self, group: &Group) -> String {
        self.opinion(group.head)
            .map(|head| head.readable().to_owned())
            .unwrap_or_default()
    }

    /// The subject under which the agency's field belongs.
    fn subject(&self, agency: Option<&Agency>) -> String {
        let mut fields = agency.into_iter().flat_map(|agency| &agency.fields);
        let subject = fields.find_map(|field| self.plan.subject_for_field(field));
        subject.map(|subject| subject.title.clone()).unwrap_or_default()
    }

    fn opinion(&self, id: OpinionId) -> Option<&Opinion> {
        self.opinions.get(usize::try_from(id.0).ok()?.checked_sub(1)?)
    }
}
