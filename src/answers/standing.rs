//! Which of the answers about an opinion is the one that is given, and how the opinion stands.

use std::collections::{BTreeMap, BTreeSet};

use super::doubts::{self, SameTexts};
use super::matching::by_wording;
use super::{Judge, Question, passed_to};
use crate::model::{AgencyId, AnswerKey, AnswerState, Answered, Doubt, Given, GroupCode, Judged, Standing};
use crate::text::strict_key;

pub(super) fn all(judge: &Judge<'_>) -> Vec<Answered> {
    let same = SameTexts::of(judge);
    let mut by_code: BTreeMap<GroupCode, Vec<Judged>> = BTreeMap::new();
    let files = Files::of(judge);
    for (on, given) in judge.answers {
        let Some((code, chosen)) = files.place(given) else {
            continue;
        };
        let mut doubts = doubts::of(given, &same);
        if code != given.code && !chosen {
            doubts.push(Doubt::ByWording);
        }
        by_code.entry(code).or_default().push(Judged {
            on: *on,
            late: judge.deadline.is_some_and(|deadline| *on > deadline),
            doubts,
            chosen,
            given: given.clone(),
        });
    }
    judge
        .questions
        .iter()
        .map(|question| {
            one(
                judge,
                question,
                by_code.remove(&question.code).unwrap_or_default(),
            )
        })
        .collect()
}

/// Answers whose opinion is no longer there, under its code or its wording.
pub(super) fn astray(judge: &Judge<'_>) -> Vec<Given> {
    let files = Files::of(judge);
    let answers = judge.answers.iter().map(|(_, given)| given);
    answers
        .filter(|given| files.place(given).is_none())
        .cloned()
        .collect()
}

/// Where answers belong.
struct Files<'a> {
    codes: BTreeSet<GroupCode>,
    by_wording: BTreeMap<String, GroupCode>,
    choices: BTreeMap<&'a AnswerKey, GroupCode>,
}

impl<'a> Files<'a> {
    fn of(judge: &Judge<'a>) -> Self {
        Self {
            codes: judge.questions.iter().map(|question| question.code).collect(),
            by_wording: by_wording(judge.questions),
            choices: judge
                .choices
                .iter()
                .map(|(code, answer)| (answer, *code))
                .collect(),
        }
    }

    /// The opinion that an answer belongs to, and whether the clerk said so: they may move an answer to another one. An
    /// opinion that was joined to another one since is found by its wording.
    fn place(&self, given: &Given) -> Option<(GroupCode, bool)> {
        if let Some(code) = self
            .choices
            .get(&given.key())
            .filter(|code| self.codes.contains(code))
        {
            return Some((*code, true));
        }
        if self.codes.contains(&given.code) {
            return Some((given.code, false));
        }
        let joined = self.by_wording.get(&strict_key(&given.asked));
        joined.map(|code| (*code, false))
    }
}

fn one(judge: &Judge<'_>, question: &Question, answers: Vec<Judged>) -> Answered {
    let (answers, contributions): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer.given.leads);
    let (live, mut past) = sort_out(judge, question, answers);
    let (contributions, replaced) = latest(judge, contributions);
    past.extend(replaced);
    let mut answered = Answered {
        code: question.code,
        agency: question.agency.clone(),
        standing: unanswered(judge, question),
        reply: None,
        open: Vec::new(),
        past,
        contributions,
        passed_to: None,
    };
    let held = |answer: &Judged| !answer.chosen && answer.doubts.iter().any(Doubt::holds_back);
    match live.len() {
        0 => {}
        1 if !live.iter().any(held) => answered.take(judge, live),
        1 => (answered.standing, answered.open) = (Standing::Verify, live),
        _ => (answered.standing, answered.open) = (Standing::Choose, live),
    }
    answered
}

impl Answered {
    /// Takes the only live answer as the one that is given.
    fn take(&mut self, judge: &Judge<'_>, live: Vec<Judged>) {
        self.reply = live.into_iter().next();
        let Some(reply) = &self.reply else { return };
        let given = &reply.given;
        let to = || passed_to(judge.plan, given.agency.as_ref(), &given.reply.text);
        self.standing = Standing::Answered;
        // Only what the agency that must answer now says about another one is news.
        let current = given.agency == self.agency;
        match given.reply.state {
            Some(AnswerState::PassedOn) if current => {
                self.standing = Standing::PassedOn;
                self.passed_to = to();
            }
            // "Not competent" may well be the answer, unless it names who is.
            Some(AnswerState::NotCompetent) if current => {
                self.passed_to = to();
                if self.passed_to.is_some() {
                    self.standing = Standing::PassedOn;
                }
            }
            _ => {}
        }
    }
}

fn unanswered(judge: &Judge<'_>, question: &Question) -> Standing {
    match &question.agency {
        None => Standing::Unassigned,
        Some(_) if judge.deadline.is_some_and(|deadline| judge.today > deadline) => Standing::Overdue,
        Some(_) => Standing::Waiting,
    }
}

/// The answers between which there is something to decide, and those that do not count any more.
fn sort_out(judge: &Judge<'_>, question: &Question, answers: Vec<Judged>) -> (Vec<Judged>, Vec<Judged>) {
    let (mut live, mut past) = merge(judge, answers);
    let mut leave = |live: &mut Vec<Judged>, gone: &dyn Fn(&Judged) -> bool| {
        let (out, stay): (Vec<_>, Vec<_>) = std::mem::take(live).into_iter().partition(|answer| gone(answer));
        *live = stay;
        past.extend(out);
    };
    if live.iter().any(|answer| answer.chosen) {
        leave(&mut live, &|answer| !answer.chosen);
        return (live, past);
    }
    let at_hand = |answer: &Judged| judge.at_hand.contains(&answer.given.key());
    let again: Vec<Option<AgencyId>> = live
        .iter()
        .filter(|answer| at_hand(answer))
        .map(|answer| answer.given.agency.clone())
        .collect();
    leave(&mut live, &|answer| {
        !at_hand(answer) && again.contains(&answer.given.agency)
    });
    let own = |answer: &Judged| answer.given.agency == question.agency;
    let (has_own, passes) = (live.iter().any(own), |answer: &Judged| {
        matches!(
            answer.given.reply.state,
            Some(AnswerState::PassedOn | AnswerState::NotCompetent)
        )
    });
    leave(&mut live, &|answer| !own(answer) && (has_own || passes(answer)));
    let written = live.iter().any(|answer| !answer.doubts.contains(&Doubt::Empty));
    leave(&mut live, &|answer| {
        written && answer.doubts.contains(&Doubt::Empty)
    });
    (live, past)
}

/// Answers that say the same are one: the fullest stands, of equally full ones the one at hand, then the last.
fn merge(judge: &Judge<'_>, answers: Vec<Judged>) -> (Vec<Judged>, Vec<Judged>) {
    let says = |answer: &Judged| {
        let Given { agency, reply, .. } = &answer.given;
        (agency.clone(), strict_key(&reply.text), reply.state)
    };
    let (mut live, mut past): (Vec<Judged>, Vec<Judged>) = (Vec::new(), Vec::new());
    for answer in answers {
        let weight = |answer: &Judged| {
            let at_hand = judge.at_hand.contains(&answer.given.key());
            (answer.chosen, answer.given.reply.filled(), at_hand)
        };
        match live.iter_mut().find(|known| says(known) == says(&answer)) {
            Some(known) if weight(&answer) >= weight(known) => past.push(std::mem::replace(known, answer)),
            Some(_) => past.push(answer),
            None => live.push(answer),
        }
    }
    (live, past)
}

/// What coordinating agencies contribute: of each the last word, and what it said before.
fn latest(judge: &Judge<'_>, answers: Vec<Judged>) -> (Vec<Judged>, Vec<Judged>) {
    let (said, mut past) = merge(judge, answers);
    let mut last: Vec<Judged> = Vec::new();
    for answer in said {
        let before = last
            .iter()
            .position(|other| other.given.agency == answer.given.agency);
        past.extend(before.map(|at| last.remove(at)));
        last.push(answer);
    }
    (last, past)
}
