//! What looks wrong about answers once they stand side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::likeness;
use super::{Judge, Question};
use crate::model::{AnswerState, Doubt, Given, GroupCode};
use crate::settings;
use crate::text::{Condition, condition, strict_key, words};

/// The same answer under several opinions: for each answer's key, the opinions that have it.
pub(super) struct SameTexts {
    codes: BTreeMap<String, BTreeSet<GroupCode>>,
    words: BTreeMap<GroupCode, String>,
}

impl SameTexts {
    pub(super) fn of(judge: &Judge<'_>) -> Self {
        let mut codes: BTreeMap<String, BTreeSet<GroupCode>> = BTreeMap::new();
        for (_, given) in judge
            .answers
            .iter()
            .filter(|(_, given)| given.leads && !passes_on(given))
        {
            codes
                .entry(strict_key(&given.reply.text))
                .or_default()
                .insert(given.code);
        }
        codes.retain(|key, codes| !key.is_empty() && codes.len() > 1);
        let wording = |question: &Question| question.wordings.first().map(|text| strict_key(text));
        let words = judge
            .questions
            .iter()
            .map(|q| (q.code, wording(q).unwrap_or_default()));
        Self {
            codes,
            words: words.collect(),
        }
    }

    /// Another opinion with the same answer that asks for something else.
    fn unlike(&self, given: &Given) -> Option<GroupCode> {
        let others = self.codes.get(&strict_key(&given.reply.text))?;
        let words_of = |code: &GroupCode| -> BTreeSet<&str> {
            self.words
                .get(code)
                .map(|text| words(text).collect())
                .unwrap_or_default()
        };
        let own = words_of(&given.code);
        let differs = |other: &&GroupCode| likeness(&own, &words_of(other)) < settings::LIKE_OPINIONS;
        others
            .iter()
            .filter(|other| **other != given.code)
            .find(differs)
            .copied()
    }
}

/// Why an answer should be looked at: what its row said, and what it says itself.
pub(super) fn of(given: &Given, same: &SameTexts) -> Vec<Doubt> {
    let mut doubts = given.doubts.clone();
    if !given.leads {
        return doubts;
    }
    let count = given.reply.text.split_whitespace().count();
    if count == 0 {
        doubts.push(Doubt::Empty);
    } else if count < settings::SHORTEST_ANSWER && !passes_on(given) {
        doubts.push(Doubt::TooShort);
    }
    if matches!(
        condition(&given.reply.text),
        Condition::Doubtful | Condition::Partly(..)
    ) {
        doubts.push(Doubt::Damaged);
    }
    if given.reply.state.is_none() {
        doubts.push(Doubt::NoState);
    }
    // A short answer is the same as many others, and its shortness says enough.
    if !passes_on(given) && count >= settings::SHORTEST_ANSWER {
        doubts.extend(same.unlike(given).map(|of| Doubt::SameText { of }));
    }
    doubts.sort();
    doubts.dedup();
    doubts
}

fn passes_on(given: &Given) -> bool {
    matches!(
        given.reply.state,
        Some(AnswerState::PassedOn | AnswerState::NotCompetent)
    )
}
