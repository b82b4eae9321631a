//! The answers in their official form: what a unit gets back, and the summary that the conference reads.

use super::{Column, Field, Official, Sender, upward};
use crate::model::{AgencyId, Feedback, FeedbackSet, Reply, Standing};
use crate::plan::{Holds, Plan};
use crate::wording::workbook::heading;
use crate::wording::{workbook_assignment, workbook_feedback as words};

impl Official {
    /// The answers to a unit's own opinions, in its order and words; what was set aside stands below them.
    pub fn feedback(plan: &Plan, feedback: &Feedback) -> Self {
        let columns = [
            (heading::NUMBER, Field::Form(Holds::Number)),
            (heading::PERSON, Field::Form(Holds::Person)),
            (heading::WORDING, Field::Form(Holds::Opinion)),
            (heading::AGENCY, Field::Agency),
            (heading::REPLY, Field::Reply),
            (heading::RESULT, Field::State),
        ];
        let opinions = (1..).zip(&feedback.lines).map(|(number, line): (usize, _)| {
            let shared = words::shared(line.other_units, &line.same_here);
            let said = said(line.reply.as_ref(), line.standing);
            vec![
                number.to_string(),
                line.person.clone(),
                line.text.clone(),
                agency(plan, line.agency.as_ref()),
                [said, shared]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n"),
                result(line.reply.as_ref()),
            ]
        });
        let aside = feedback.aside.iter().map(|row| {
            let reason = words::reason(row.reason).unwrap_or_default().to_owned();
            vec![
                String::new(),
                row.person.clone(),
                row.text.clone(),
                String::new(),
                reason,
                words::SET_ASIDE.to_owned(),
            ]
        });
        let rows = opinions.chain(aside).collect();
        let numbers = (feedback.aside.len(), feedback.no_opinion);
        let opening = words::opening(feedback.lines.len(), feedback.answered(), numbers).join(" ");
        answers(plan, words::TITLE, opening, &columns, rows, &feedback.unit.name)
    }

    /// Every opinion once, by subject, the most raised first, with its answer.
    pub fn conference(plan: &Plan, feedback: &FeedbackSet) -> Self {
        let columns = [
            (heading::NUMBER, Field::Form(Holds::Number)),
            (heading::WORDING, Field::Form(Holds::Opinion)),
            (heading::TIMES, Field::Times),
            (heading::UNITS, Field::Units),
            (heading::AGENCY, Field::Agency),
            (heading::REPLY, Field::Reply),
            (heading::RESULT, Field::State),
        ];
        let mut rows = Vec::new();
        let mut number = 0_usize;
        for subject in feedback.summary.chunk_by(|a, b| a.subject == b.subject) {
            let title = subject.first().map_or("", |line| &line.subject);
            let answered = subject.iter().filter(|line| line.reply.is_some()).count();
            let mut band = vec![String::new(); columns.len()];
            if let Some(cell) = band.get_mut(1) {
                *cell = words::subject(title, subject.len(), answered).to_uppercase();
            }
            rows.push(band);
            for line in subject {
                number += 1;
                rows.push(vec![
                    number.to_string(),
                    line.text.clone(),
                    line.times.to_string(),
                    line.units.clone(),
                    agency(plan, line.agency.as_ref()),
                    said(line.reply.as_ref(), line.standing),
                    result(line.reply.as_ref()),
                ]);
            }
        }
        let opening = words::SUMMARY_GUIDE.to_owned();
        answers(
            plan,
            words::SUMMARY_TITLE,
            opening,
            &columns,
            rows,
            &plan.organiser,
        )
    }
}

fn answers(
    plan: &Plan,
    title: &str,
    opening: String,
    columns: &[(&str, Field)],
    rows: Vec<Vec<String>>,
    to: &str,
) -> Official {
    let form = upward(&plan.form, &plan.organiser);
    let sender = Sender::named(plan, &plan.organiser);
    let filled = |lines: &[String]| lines.iter().map(|line| sender.put_into(line)).collect();
    let column = |(heading, field): &(&str, Field)| Column {
        heading: (*heading).to_owned(),
        field: *field,
    };
    Official {
        letterhead: filled(&form.letterhead),
        motto: filled(&form.motto),
        title: title.to_owned(),
        about: plan.title.clone(),
        opening,
        columns: columns.iter().map(column).collect(),
        rows,
        total: Vec::new(),
        recipients: vec![to.to_owned(), crate::wording::report::ARCHIVE.to_owned()],
        signature: filled(&form.signature),
    }
}

fn agency(plan: &Plan, id: Option<&AgencyId>) -> String {
    let Some(id) = id else { return String::new() };
    plan.agency(id)
        .map_or_else(|| id.0.clone(), |agency| agency.name.clone())
}

fn said(reply: Option<&Reply>, standing: Standing) -> String {
    reply.map_or_else(|| words::open(standing).to_owned(), |reply| reply.text.clone())
}

fn result(reply: Option<&Reply>) -> String {
    let state = |reply: &Reply| reply.state.map(workbook_assignment::state).unwrap_or_default();
    reply.map_or(words::NO_ANSWER, state).to_owned()
}
