//! Which opinion a returned row answers: the one of its code, unless its wording says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::{Question, SentTo};
use crate::finding::{AnswersFinding, Finding, FindingKind};
use crate::model::{AgencyId, Doubt, Given, GroupCode, ReturnedFile, ReturnedRow};
use crate::settings;
use crate::text::{strict_key, words};

/// Fewest words of the shorter of two wordings, all of which stand in the longer, for them to be one opinion.
const FEW_WORDS: usize = 4;

/// What is known of the opinions.
pub(super) struct Matcher<'a> {
    by_code: BTreeMap<GroupCode, Vec<String>>,
    by_wording: BTreeMap<String, GroupCode>,
    sent: &'a SentTo,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(questions: &[Question], sent: &'a SentTo) -> Self {
        let keys = |question: &Question| question.wordings.iter().map(|text| strict_key(text)).collect();
        let by_code: BTreeMap<GroupCode, Vec<String>> = questions
            .iter()
            .map(|question| (question.code, keys(question)))
            .collect();
        Self {
            by_code,
            by_wording: by_wording(questions),
            sent,
        }
    }

    /// The answers of a file.
    pub(super) fn file(&self, file: &ReturnedFile, findings: &mut Vec<Finding>) -> Vec<Given> {
        let whose = file.agency.clone().or_else(|| self.majority(file));
        let mut answers = Vec::new();
        for row in file.rows.iter().filter(|row| !row.reply.is_blank()) {
            let codes = self.codes(row);
            if codes.is_empty() {
                findings.push(finding(file, row, unknown(row)));
            }
            for (code, by_wording) in codes {
                let mut doubts = if by_wording {
                    vec![Doubt::ByWording]
                } else {
                    self.wording_doubts(code, row, file)
                };
                if row.misplaced {
                    doubts.push(Doubt::Misplaced);
                }
                let agency = whose.clone().or_else(|| self.asked(code, row.leads));
                if agency
                    .as_ref()
                    .is_some_and(|agency| !self.was_asked(code, agency, row.leads))
                {
                    doubts.push(Doubt::NotAsked);
                }
                answers.push(answer(code, agency, doubts, row, file));
            }
        }
        answers
    }

    /// The opinions of a row, and whether only its wording tells them. A code that is none of ours counts as none.
    fn codes(&self, row: &ReturnedRow) -> Vec<(GroupCode, bool)> {
        let known = row.codes.iter().filter(|code| self.by_code.contains_key(code));
        let codes: Vec<_> = known.map(|code| (*code, false)).collect();
        if !codes.is_empty() {
            return codes;
        }
        let told = self.by_wording.get(&strict_key(&row.wording));
        told.map(|code| (*code, true)).into_iter().collect()
    }

    /// What the wording of a row says against its code.
    fn wording_doubts(&self, code: GroupCode, row: &ReturnedRow, file: &ReturnedFile) -> Vec<Doubt> {
        let key = strict_key(&row.wording);
        // One cell with several codes holds several wordings.
        if key.is_empty() || row.codes.len() > 1 {
            return Vec::new();
        }
        let as_sent = file.sent.get(&code).map(|text| strict_key(text));
        let own: Vec<&String> = self
            .by_code
            .get(&code)
            .into_iter()
            .flatten()
            .chain(&as_sent)
            .collect();
        if own.iter().any(|own| **own == key) {
            return Vec::new();
        }
        if let Some(other) = self.by_wording.get(&key) {
            return vec![Doubt::OtherCode { of: *other }];
        }
        if own.iter().any(|own| same_opinion(own, &key)) {
            return vec![Doubt::Altered];
        }
        let alike = self.by_code.iter().flat_map(|(of, keys)| {
            let same = keys.iter().filter(|other| same_opinion(other, &key));
            same.map(|other| (likeness(&words(other).collect(), &words(&key).collect()), *of))
        });
        let nearest = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
        vec![nearest.map_or(Doubt::OtherWording, |(_, of)| Doubt::OtherCode { of })]
    }

    fn was_asked(&self, code: GroupCode, agency: &AgencyId, leads: bool) -> bool {
        self.sent.contains_key(&(code, agency.clone(), leads))
    }

    /// The only agency that was asked about an opinion.
    fn asked(&self, code: GroupCode, leads: bool) -> Option<AgencyId> {
        let mut asked = self
            .sent
            .keys()
            .filter(|(of, _, as_leader)| *of == code && *as_leader == leads)
            .map(|(_, agency, _)| agency);
        let only = asked.next()?;
        asked.next().is_none().then(|| only.clone())
    }

    /// The agency that was asked about most of a file's opinions.
    fn majority(&self, file: &ReturnedFile) -> Option<AgencyId> {
        let mut votes: BTreeMap<AgencyId, usize> = BTreeMap::new();
        for row in &file.rows {
            for (code, _) in self.codes(row) {
                if let Some(agency) = self.asked(code, row.leads) {
                    *votes.entry(agency).or_default() += 1;
                }
            }
        }
        let most = votes.iter().max_by_key(|(_, votes)| **votes)?;
        // An agency that answers more than half of the file wrote it; otherwise several put theirs together.
        (most.1 * 2 > votes.values().sum()).then(|| most.0.clone())
    }
}

/// The opinions by the strict keys of their wordings; of two with the same words the first.
pub(super) fn by_wording(questions: &[Question]) -> BTreeMap<String, GroupCode> {
    let mut found = BTreeMap::new();
    for question in questions {
        for key in question.wordings.iter().map(|text| strict_key(text)) {
            if !key.is_empty() {
                found.entry(key).or_insert(question.code);
            }
        }
    }
    found
}

/// Whether two strict keys are one opinion with small edits.
fn same_opinion(a: &str, b: &str) -> bool {
    let (a, b): (BTreeSet<&str>, BTreeSet<&str>) = (words(a).collect(), words(b).collect());
    let few = a.len().min(b.len());
    let inside = few >= FEW_WORDS && a.intersection(&b).count() == few;
    inside || likeness(&a, &b) >= settings::SAME_OPINION
}

/// Share of words that two texts have in common (Dice's coefficient), from 0 to 1.
pub(super) fn likeness(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
    let shared = a.intersection(b).count() as f64;
    let all = (a.len() + b.len()) as f64;
    if all == 0.0 { 0.0 } else { 2.0 * shared / all }
}

fn answer(
    code: GroupCode,
    agency: Option<AgencyId>,
    doubts: Vec<Doubt>,
    row: &ReturnedRow,
    file: &ReturnedFile,
) -> Given {
    Given {
        code,
        agency,
        leads: row.leads,
        reply: row.reply.clone(),
        asked: row.wording.clone(),
        doubts,
        file: file.file.clone(),
        sheet: row.sheet.clone(),
        cell: row.cell.clone(),
    }
}

fn unknown(row: &ReturnedRow) -> AnswersFinding {
    row.codes
        .first()
        .map_or(AnswersFinding::UnknownRow, |code| AnswersFinding::UnknownCode {
            code: *code,
        })
}

fn finding(file: &ReturnedFile, row: &ReturnedRow, kind: AnswersFinding) -> Finding {
    Finding {
        file: file.file.clone(),
        sheet: Some(row.sheet.clone()),
        cell: Some(row.cell.clone()),
        kind: FindingKind::Answers(kind),
    }
}
