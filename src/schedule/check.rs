//! What contradicts itself in a plan: days that do not go together, units listed twice, bodies that nothing reaches.
//! What makes a plan unusable is refused when it is read; this is for a person to look at.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::calendar::Calendar;
use super::timeline::timeline;
use crate::model::{Item, Timeline};
use crate::plan::{
    Contradiction, ContradictionKind, Document, FIELDS, MilestoneKind, Place, Places, Plan, Reach, Step, Time,
};
use crate::text::{canonical_tones, clean};

/// Everything in a plan that a person should look at, in the order of its text.
pub fn check(plan: &Plan, places: &Places, calendar: &Calendar) -> Vec<Contradiction> {
    // The states do not matter here, only the days, so any day serves as today.
    let timeline = timeline(plan, NaiveDate::MIN, calendar);
    let mut check = Check {
        plan,
        places,
        timeline: &timeline,
        found: Vec::new(),
    };
    check.documents();
    check.milestones(calendar);
    check.steps();
    check.units();
    check.agencies();
    check.delegates();
    check.found.sort();
    check.found
}

struct Check<'a> {
    plan: &'a Plan,
    places: &'a Places,
    timeline: &'a Timeline,
    found: Vec<Contradiction>,
}

impl Check<'_> {
    fn found(&mut self, places: &[Place], index: usize, kind: ContradictionKind) {
        let at = places.get(index).copied().unwrap_or(Place { line: 1, column: 1 });
        self.found.push(Contradiction { at, kind });
    }

    fn document(&self, id: &str) -> Option<&Document> {
        self.plan.documents.iter().find(|document| document.id == id)
    }

    fn documents(&mut self) {
        for (index, document) in self.plan.documents.iter().enumerate() {
            let Some(date) = document.date else { continue };
            for id in &document.carries_out {
                let Some((basis, basis_date)) =
                    self.document(id).and_then(|basis| Some((basis, basis.date?)))
                else {
                    continue;
                };
                if date < basis_date {
                    let kind = ContradictionKind::DocumentBeforeBasis {
                        document: document.title.clone(),
                        date,
                        basis: basis.title.clone(),
                        basis_date,
                    };
                    self.found(&self.places.documents, index, kind);
                }
            }
        }
    }

    fn milestones(&mut self, calendar: &Calendar) {
        for (index, milestone) in self.plan.milestones.iter().enumerate() {
            let Some(item) = self.timeline.items.iter().find(|item| item.id == milestone.id) else {
                continue;
            };
            let named = match milestone.when.time {
                Time::Before(day) | Time::By(day) | Time::On(day) | Time::Since(day) => Some(day),
                _ => None,
            };
            if let (Some(said), Some(day)) = (milestone.when.weekday, named)
                && day.weekday() != said
            {
                let kind = ContradictionKind::WeekdayDiffers {
                    milestone: milestone.id.clone(),
                    day,
                };
                self.found(&self.places.milestones, index, kind);
            }
            let kinds = [
                self.before_document(item, milestone.document.as_deref()),
                on_day_off(item, calendar),
            ];
            for kind in kinds.into_iter().flatten() {
                self.found(&self.places.milestones, index, kind);
            }
        }
    }

    fn before_document(&self, item: &Item, document: Option<&str>) -> Option<ContradictionKind> {
        let document = self.document(document?)?;
        let (last, date) = (item.term.last?, document.date?);
        (last < date).then(|| ContradictionKind::TaskBeforeDocument {
            milestone: item.id.clone(),
            last,
            document: document.title.clone(),
            date,
        })
    }

    /// The steps of the flow of opinions follow one another and end before the conference.
    fn steps(&mut self) {
        let mut dated: Vec<(Step, usize, NaiveDate)> = Vec::new();
        for (index, milestone) in self.plan.milestones.iter().enumerate() {
            let item = self.timeline.items.iter().find(|item| item.id == milestone.id);
            if let (Some(step), Some(last)) = (milestone.step, item.and_then(|item| item.term.last)) {
                dated.push((step, index, last));
            }
        }
        dated.sort();
        let id = |index: usize| {
            self.plan
                .milestones
                .get(index)
                .map(|m| m.id.clone())
                .unwrap_or_default()
        };
        let mut kinds = Vec::new();
        for (position, (step, index, last)) in dated.iter().enumerate() {
            let later = dated.get(position + 1..).unwrap_or_default().iter();
            for (_, after, _) in later.filter(|(next, _, day)| *next != *step && day < last) {
                let conference = dated
                    .iter()
                    .find(|(step, at, _)| at == after && *step == Step::Conference);
                let kind = match conference {
                    Some((_, _, conference)) => ContradictionKind::AfterConference {
                        milestone: id(*index),
                        last: *last,
                        conference: *conference,
                    },
                    None => ContradictionKind::StepsSwapped {
                        earlier: id(*index),
                        later: id(*after),
                    },
                };
                kinds.push((*index, kind));
            }
        }
        for (index, kind) in kinds {
            self.found(&self.places.milestones, index, kind);
        }
    }

    fn units(&mut self) {
        let mut seen = BTreeMap::new();
        for (index, unit) in self.plan.units.iter().enumerate() {
            let name = canonical_tones(&clean(&unit.full_name())).to_lowercase();
            if seen.insert(name, ()).is_some() {
                let kind = ContradictionKind::UnitTwice(unit.full_name());
                self.found(&self.places.units, index, kind);
            }
        }
    }

    fn agencies(&mut self) {
        for (index, agency) in self.plan.agencies.iter().enumerate() {
            let reached = agency
                .fields
                .iter()
                .any(|field| self.plan.subject_for_field(field).is_some());
            if agency.reach == Reach::Own && !reached && !self.plan.subjects.is_empty() {
                let kind = ContradictionKind::AgencyUnreached(agency.name.clone());
                self.found(&self.places.agencies, index, kind);
            }
        }
        for field in FIELDS
            .iter()
            .filter(|field| self.plan.agency_for_field(field).is_none())
        {
            self.found(&[], 0, ContradictionKind::FieldUnanswered((*field).to_owned()));
        }
    }

    /// Where a role has both a number per unit and a total, the units must add up to it.
    fn delegates(&mut self) {
        for (index, quota) in self.plan.quotas.iter().enumerate() {
            let Some(total) = quota.total else { continue };
            let Some(sum) = self.plan.delegates(&quota.role).filter(|sum| *sum != total) else {
                continue;
            };
            let kind = ContradictionKind::DelegatesDiffer {
                role: quota.role.clone(),
                sum,
                total,
            };
            self.found(&self.places.quotas, index, kind);
        }
    }
}

fn on_day_off(item: &Item, calendar: &Calendar) -> Option<ContradictionKind> {
    let last = item.term.last?;
    if !calendar.covers(last.year()) {
        let milestone = item.id.clone();
        return Some(ContradictionKind::YearUnknown {
            milestone,
            year: last.year(),
        });
    }
    let (_, off) = item.days_off().first()?;
    // A range has room for another day.
    (item.kind != MilestoneKind::Range).then_some(ContradictionKind::OnDayOff {
        milestone: item.id.clone(),
        day: last,
        off: off.clone(),
        working: item.term.last_working?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn kinds(text: &str) -> Vec<ContradictionKind> {
        let (plan, places) = Plan::from_text_with_places(text).unwrap();
        let found = check(&plan, &places, &Calendar::built_in().unwrap());
        found
            .into_iter()
            .map(|contradiction| contradiction.kind)
            .collect()
    }

    fn built_in(name: &str) -> Vec<ContradictionKind> {
        kinds(Plan::built_in_text(name).unwrap())
    }

    #[test]
    fn the_letter_of_2021_cannot_carry_out_letters_of_2022() {
        let found = built_in("phu-luong-2022");
        let letters = found.iter().filter(|kind| {
            matches!(kind, ContradictionKind::DocumentBeforeBasis { document, .. } if document.contains("135"))
        });
        assert_eq!(letters.count(), 2);
    }

    #[test]
    fn deadlines_of_the_province_end_on_two_saturdays() {
        let found = built_in("thai-nguyen-2025");
        let days: Vec<String> = found
            .iter()
            .filter_map(|kind| match kind {
                ContradictionKind::OnDayOff {
                    milestone, working, ..
                } => Some(format!("{milestone} {working}")),
                _ => None,
            })
            .collect();
        assert_eq!(days, ["xa-gui-y-kien 2025-12-05", "trinh-thuong-truc 2025-12-12"]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn what_does_not_go_together_is_found() {
        let text = Plan::built_in_text("thai-nguyen-2025").unwrap();
        for (from, to, expected) in [
            ("(Thứ Ba)", "(Thứ Tư)", "WeekdayDiffers"),
            (
                "trước ngày 12/12/2025",
                "trước ngày 22/12/2025",
                "AfterConference",
            ),
            ("trước ngày 09/12/2025", "trước ngày 03/12/2025", "StepsSwapped"),
            (
                "trước ngày 09/12/2025",
                "chậm nhất ngày 09/12/2036",
                "YearUnknown",
            ),
            ("trước ngày 07/12/2025", "trước ngày 02/9/2025", "OnDayOff"),
            (
                "carries-out = [\"quy-che\"]",
                "date = \"08/12/2025\"",
                "TaskBeforeDocument",
            ),
            ("name = \"Nam Hoà\"", "name = \"Định Hóa\"", "UnitTwice"),
            (
                "\"cong-an\", \"bchqs\", \"bhxh\", \"thue\",\n]",
                "\"cong-an\", \"bchqs\", \"bhxh\",\n]",
                "AgencyUnreached",
            ),
        ] {
            assert!(text.contains(from), "{from}");
            let found = kinds(&text.replace(from, to));
            assert!(
                found.iter().any(|kind| format!("{kind:?}").starts_with(expected)),
                "{to}: {found:?}"
            );
        }
    }
}
