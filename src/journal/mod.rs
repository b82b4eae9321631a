//! The workspace's memory: codes that were given and decisions that the clerk made, in a file that only grows.
//!
//! One JSON object a line (`nhat-ky.jsonl`), in the order in which things were decided; the last word about the same
//! question holds. Opinions are known by their content ([`ContentKey`]), never by row number or file name, so that
//! decisions survive late, corrected and re-sorted reports. Not here: what the workbooks look like (`workbook`)
//! and what a decision does to the groups (`dedup`).

mod lock;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};
use crate::model::{AgencyId, AnswerKey, ContentKey, Decision, Given, GroupCode, GroupEdit, Verdict};

pub use lock::Lock;

/// One line of the journal: what was decided, and the day on which the program learned of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    on: NaiveDate,
    #[serde(flatten)]
    entry: Entry,
}

impl Line {
    /// Reads a line as it stands in the file.
    fn read(line: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(line)
    }
}

/// What a line records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Entry {
    /// A code was given to the group that holds this wording.
    Code {
        /// The wording.
        content: ContentKey,
        /// The code, never given to another group.
        code: GroupCode,
    },
    /// A wording that has a code is in none of the reports of a run, or is there again. Without this entry it is there.
    Presence {
        /// The wording.
        content: ContentKey,
        /// Whether it is there.
        present: bool,
    },
    /// The clerk decided about two wordings.
    Decision(Decision),
    /// The clerk chose the agency that answers the group, or took that choice back.
    Agency {
        /// The group.
        code: GroupCode,
        /// The agency; `None` when the proposal holds again.
        agency: Option<AgencyId>,
    },
    /// The clerk chose the agencies that coordinate.
    Coordinate {
        /// The group.
        code: GroupCode,
        /// The agencies, possibly none.
        agencies: Vec<AgencyId>,
    },
    /// The clerk reworded the group.
    Wording {
        /// The group.
        code: GroupCode,
        /// The wording.
        text: String,
    },
    /// The clerk put the group under another subject.
    Subject {
        /// The group.
        code: GroupCode,
        /// The subject as written in the workbook.
        subject: String,
    },
    /// A group was sent to an agency.
    Sent {
        /// The group.
        code: GroupCode,
        /// The agency.
        agency: AgencyId,
        /// Whether the agency answers it; otherwise it coordinates.
        leads: bool,
        /// The workbook in which it was sent.
        file: String,
    },
    /// The clerk of an earlier dialogue chose the agency for this wording.
    Learned {
        /// The wording.
        text: String,
        /// The agency.
        agency: AgencyId,
    },
    /// A report of a unit was read.
    Report {
        /// The unit.
        unit: String,
    },
    /// An agency's answer was received.
    Answer(Given),
    /// The clerk chose the answer that is given about an opinion, or took that choice back.
    Choice {
        /// The opinion.
        code: GroupCode,
        /// The answer; `None` when none is chosen any more.
        answer: Option<AnswerKey>,
    },
    /// An agency passed an opinion on, and the other one was asked.
    Passed {
        /// The opinion.
        code: GroupCode,
        /// The agency that passed it on.
        from: AgencyId,
        /// The agency that answers instead.
        to: AgencyId,
    },
    /// A milestone of a plan was marked as done, or as open again.
    Milestone {
        /// The plan.
        plan: String,
        /// The milestone.
        id: String,
        /// Whether it is done.
        done: bool,
    },
}

/// All that the journal says, the last word about each question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// Codes by wording.
    pub codes: BTreeMap<ContentKey, GroupCode>,
    /// What was sent: the workbook by group, agency and whether the agency answers it.
    pub sent: BTreeMap<(GroupCode, AgencyId, bool), String>,
    /// The clerk's edits by group.
    pub edits: BTreeMap<GroupCode, GroupEdit>,
    /// What clerks of earlier dialogues chose: the agency by wording.
    pub learned: BTreeMap<String, AgencyId>,
    /// The day on which a report of each unit was first read.
    pub reports: BTreeMap<String, NaiveDate>,
    /// All wordings that the clerk ever gave a group: it may have been sent under any of them.
    pub wordings: BTreeMap<GroupCode, BTreeSet<String>>,
    /// Every answer that was received, with the day on which it was first read, in that order.
    pub answers: Vec<(NaiveDate, Given)>,
    /// The answers that the clerk chose.
    pub choices: BTreeMap<GroupCode, AnswerKey>,
    /// The wordings that have a code and were in no report of the last run.
    absent: BTreeSet<ContentKey>,
    /// The groups whose agency the clerk had chosen and took back.
    withdrawn: BTreeSet<GroupCode>,
    answer_keys: BTreeSet<AnswerKey>,
    passed: BTreeMap<(GroupCode, AgencyId), AgencyId>,
    verdicts: BTreeMap<(ContentKey, ContentKey), Verdict>,
    milestones: BTreeMap<(String, String), bool>,
}

impl Memory {
    /// Reads the journal; a workspace without one has an empty memory. A last line that was cut off in the middle
    /// of writing, be it inside a letter, is passed over: what it would have said is still in the workbook it was
    /// read from.
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`] when the file cannot be read, [`ErrorKind::BadJournal`] with the line when a whole line
    /// is not an entry.
    pub fn load(path: &Path) -> Result<Self> {
        use std::io::ErrorKind::{NotADirectory, NotFound};
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => return Ok(Self::default()),
            Err(error) => return Err(Error::of_system(ErrorKind::Unreadable, &error).at(path)),
        };
        let mut memory = Self::default();
        for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            match Line::read(line) {
                Ok(line) => memory.take(line.on, line.entry),
                Err(_) if !line.ends_with(b"\n") || line.trim_ascii().is_empty() => {}
                Err(_) => return Err(Error::new(ErrorKind::BadJournal, "").at(path).on_line(number + 1)),
            }
        }
        Ok(memory)
    }

    /// The decisions, in a fixed order.
    pub fn decisions(&self) -> Vec<Decision> {
        self.verdicts
            .iter()
            .map(|((a, b), verdict)| Decision {
                a: a.clone(),
                b: b.clone(),
                verdict: *verdict,
            })
            .collect()
    }

    /// The wordings of the last run, with their codes.
    pub fn last_run(&self) -> BTreeMap<&ContentKey, GroupCode> {
        let codes = self.codes.iter();
        let present = codes.filter(|(content, _)| !self.absent.contains(content));
        present.map(|(content, code)| (content, *code)).collect()
    }

    /// The agency that answers an opinion in the end, after those that passed it on.
    pub fn passed_on(&self, code: GroupCode, agency: AgencyId) -> AgencyId {
        let mut seen = BTreeSet::new();
        let mut last = agency;
        while let Some(next) = self.passed.get(&(code, last.clone())) {
            if !seen.insert(last) {
                return next.clone();
            }
            last = next.clone();
        }
        last
    }

    /// Whether the clerk had chosen the group's agency and took that back.
    pub fn is_withdrawn(&self, code: GroupCode) -> bool {
        self.withdrawn.contains(&code)
    }

    /// The milestones of a plan that are marked as done.
    pub fn done(&self, plan: &str) -> BTreeSet<String> {
        let marks = self.milestones.iter();
        let done = marks.filter(|((of, _), done)| of == plan && **done);
        done.map(|((_, id), _)| id.clone()).collect()
    }

    /// Adds to the journal what it does not say yet, and to this memory. Nothing that stands in the file is changed.
    ///
    /// # Errors
    /// [`ErrorKind::NotWritable`] when the file cannot be extended.
    pub fn record(&mut self, path: &Path, on: NaiveDate, entries: Vec<Entry>) -> Result<()> {
        let mut lines = String::new();
        for entry in entries {
            if self.says(&entry) {
                continue;
            }
            let line = serde_json::to_string(&Line {
                on,
                entry: entry.clone(),
            })
            .map_err(|error| Error::new(ErrorKind::NotWritable, error).at(path))?;
            lines.push_str(&line);
            lines.push('\n');
            self.take(on, entry);
        }
        if lines.is_empty() {
            return Ok(());
        }
        append(path, &lines).map_err(|error| Error::of_system(ErrorKind::NotWritable, &error).at(path))
    }

    /// Learns of entries without writing them down.
    pub fn see(&mut self, on: NaiveDate, entries: Vec<Entry>) {
        for entry in entries {
            self.take(on, entry);
        }
    }

    fn take(&mut self, on: NaiveDate, entry: Entry) {
        match entry {
            Entry::Code { content, code } => {
                self.codes.insert(content, code);
            }
            Entry::Presence { content, present } => self.note(content, present),
            Entry::Decision(decision) => {
                self.verdicts.insert(ordered(&decision), decision.verdict);
            }
            Entry::Agency { code, agency } => self.assign(code, agency),
            Entry::Coordinate { code, agencies } => self.edit(code).coordinate = Some(agencies),
            Entry::Sent {
                code,
                agency,
                leads,
                file,
            } => {
                self.sent.insert((code, agency, leads), file);
            }
            Entry::Wording { code, text } => self.reword(code, text),
            Entry::Subject { code, subject } => self.edit(code).subject = Some(subject),
            Entry::Milestone { plan, id, done } => {
                self.milestones.insert((plan, id), done);
            }
            Entry::Learned { text, agency } => {
                self.learned.insert(text, agency);
            }
            Entry::Report { unit } => {
                self.reports.entry(unit).or_insert(on);
            }
            Entry::Answer(given) => self.receive(on, given),
            Entry::Choice { code, answer } => self.choose(code, answer),
            Entry::Passed { code, from, to } => {
                self.passed.insert((code, from), to);
            }
        }
    }

    fn note(&mut self, content: ContentKey, present: bool) {
        if present {
            self.absent.remove(&content);
        } else {
            self.absent.insert(content);
        }
    }

    fn assign(&mut self, code: GroupCode, agency: Option<AgencyId>) {
        if agency.is_some() {
            self.withdrawn.remove(&code);
        } else {
            self.withdrawn.insert(code);
        }
        self.edit(code).agency = agency;
    }

    fn reword(&mut self, code: GroupCode, text: String) {
        self.wordings.entry(code).or_default().insert(text.clone());
        self.edit(code).wording = Some(text);
    }

    fn receive(&mut self, on: NaiveDate, given: Given) {
        if self.answer_keys.insert(given.key()) {
            self.answers.push((on, given));
        }
    }

    /// An answer belongs to one opinion: the last one that the clerk named.
    fn choose(&mut self, code: GroupCode, answer: Option<AnswerKey>) {
        let Some(answer) = answer else {
            self.choices.remove(&code);
            return;
        };
        self.choices.retain(|_, chosen| *chosen != answer);
        self.choices.insert(code, answer);
    }

    fn edit(&mut self, code: GroupCode) -> &mut GroupEdit {
        self.edits.entry(code).or_default()
    }

    /// Whether this memory already holds what `entry` says.
    fn says(&self, entry: &Entry) -> bool {
        let edit = |code| self.edits.get(code);
        match entry {
            Entry::Code { content, code } => self.codes.get(content) == Some(code),
            Entry::Presence { content, present } => self.absent.contains(content) != *present,
            Entry::Decision(decision) => self.verdicts.get(&ordered(decision)) == Some(&decision.verdict),
            Entry::Agency { code, agency } => {
                edit(code).and_then(|edit| edit.agency.as_ref()) == agency.as_ref()
            }
            Entry::Coordinate { code, agencies } => {
                edit(code).and_then(|edit| edit.coordinate.as_ref()) == Some(agencies)
            }
            Entry::Sent {
                code,
                agency,
                leads,
                file,
            } => self.sent.get(&(*code, agency.clone(), *leads)) == Some(file),
            Entry::Wording { code, text } => edit(code).and_then(|edit| edit.wording.as_ref()) == Some(text),
            Entry::Subject { code, subject } => {
                edit(code).and_then(|edit| edit.subject.as_ref()) == Some(subject)
            }
            Entry::Learned { text, agency } => self.learned.get(text) == Some(agency),
            Entry::Report { unit } => self.reports.contains_key(unit),
            Entry::Answer(given) => self.answer_keys.contains(&given.key()),
            Entry::Choice { code, answer } => self.choices.get(code) == answer.as_ref(),
            Entry::Passed { code, from, to } => self.passed.get(&(*code, from.clone())) == Some(to),
            Entry::Milestone { plan, id, done } => {
                self.milestones.get(&(plan.clone(), id.clone())) == Some(done)
            }
        }
    }
}

/// A decision about a and b is the decision about b and a.
fn ordered(decision: &Decision) -> (ContentKey, ContentKey) {
    let (a, b) = (decision.a.clone(), decision.b.clone());
    if a <= b { (a, b) } else { (b, a) }
}

/// Adds whole lines at the end. A last line that a crash cut off is no entry: it goes, so that it spoils none that
/// follows. One that lacks only its end is an entry like the others ([`Memory::load`] has taken it): it gets its end.
fn append(path: &Path, lines: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    let bytes = fs::read(path)?;
    let whole = bytes
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let (_, tail) = bytes.split_at(whole);
    if Line::read(tail).is_ok() {
        file.write_all(b"\n")?;
    } else if !tail.is_empty() {
        // Windows shortens no file through a handle that may only append.
        let short = OpenOptions::new().write(true).open(path)?;
        short.set_len(u64::try_from(whole).unwrap_or(u64::MAX))?;
    }
    file.write_all(lines.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 12, 5).unwrap()
    }

    fn decision(a: &str, b: &str, verdict: Verdict) -> Entry {
        Entry::Decision(Decision {
            a: ContentKey::of("xã A", a),
            b: ContentKey::of("xã A", b),
            verdict,
        })
    }

    #[test]
    fn what_is_recorded_is_read_back_and_the_last_word_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        let mut memory = Memory::load(&path).unwrap();
        let agency = |id: &str| Entry::Agency {
            code: GroupCode(1),
            agency: Some(AgencyId(id.to_owned())),
        };
        memory
            .record(
                &path,
                day(),
                vec![
                    decision("x", "y", Verdict::Same),
                    agency("so-y-te"),
                    agency("so-gddt"),
                ],
            )
            .unwrap();
        memory
            .record(&path, day(), vec![decision("y", "x", Verdict::Different)])
            .unwrap();
        let again = Memory::load(&path).unwrap();
        assert_eq!(again, memory);
        assert_eq!(again.decisions().len(), 1);
        assert_eq!(again.decisions()[0].verdict, Verdict::Different);
        assert_eq!(
            again.edits[&GroupCode(1)].agency,
            Some(AgencyId("so-gddt".to_owned()))
        );
    }

    #[test]
    fn the_same_decision_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        let mut memory = Memory::default();
        for _ in 0..3 {
            memory
                .record(&path, day(), vec![decision("x", "y", Verdict::Same)])
                .unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1);
    }

    #[test]
    fn choices_of_the_first_journals_are_known_and_can_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        let old = concat!(
            r#"{"on":"2025-12-05","what":"agency","code":"YK-0001","agency":"so-tai-chinh"}"#,
            "\n",
            r#"{"on":"2025-12-05","what":"choice","code":"YK-0001","answer":"0123456789abcdef"}"#,
            "\n",
        );
        fs::write(&path, old).unwrap();
        let code = GroupCode(1);
        let mut memory = Memory::load(&path).unwrap();
        assert_eq!(memory.edits[&code].agency, Some(AgencyId("so-tai-chinh".into())));
        assert_eq!(memory.choices.len(), 1);
        let back = || {
            vec![
                Entry::Agency { code, agency: None },
                Entry::Choice { code, answer: None },
            ]
        };
        for _ in 0..2 {
            memory.record(&path, day(), back()).unwrap();
            assert_eq!(Memory::load(&path).unwrap(), memory);
        }
        assert_eq!((&memory.edits[&code].agency, memory.choices.len()), (&None, 0));
        assert!(memory.is_withdrawn(code));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(old));
        assert_eq!(text.lines().count(), 4);
    }

    #[test]
    fn an_answer_belongs_to_the_opinion_that_was_named_last() {
        let answer = AnswerKey::parse("0123456789abcdef").unwrap();
        let choice = |code| Entry::Choice {
            code: GroupCode(code),
            answer: Some(answer.clone()),
        };
        let mut memory = Memory::default();
        memory.see(day(), vec![choice(1), choice(2)]);
        assert_eq!(memory.choices, BTreeMap::from([(GroupCode(2), answer)]));
    }

    #[test]
    fn a_line_cut_off_by_a_crash_at_any_byte_spoils_neither_what_stands_nor_what_follows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        let wording = |code, text: &str| Entry::Wording {
            code: GroupCode(code),
            text: text.to_owned(),
        };
        let first = vec![wording(1, "Sửa đường thôn 1")];
        Memory::default().record(&path, day(), first).unwrap();
        let start = fs::read(&path).unwrap().len();
        Memory::load(&path)
            .unwrap()
            .record(&path, day(), vec![wording(2, "Đề nghị cấp điện")])
            .unwrap();
        let whole = fs::read(&path).unwrap();
        for cut in start..whole.len() - 1 {
            fs::write(&path, &whole[..cut]).unwrap();
            let mut memory = Memory::load(&path).unwrap();
            assert_eq!(memory.wordings.len(), 1, "cut at byte {cut}");
            memory
                .record(&path, day(), vec![wording(3, "Xây nhà văn hóa")])
                .unwrap();
            let again = Memory::load(&path).unwrap();
            assert_eq!(again, memory, "cut at byte {cut}");
            assert_eq!(again.wordings.len(), 2, "cut at byte {cut}");
        }
    }

    #[test]
    fn a_last_line_without_its_end_is_kept_when_more_follows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        Memory::default()
            .record(&path, day(), vec![decision("x", "y", Verdict::Same)])
            .unwrap();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.trim_end()).unwrap();
        let mut memory = Memory::load(&path).unwrap();
        let more = ["y", "z"].map(|b| decision("x", b, Verdict::Same));
        memory.record(&path, day(), more.to_vec()).unwrap();
        let again = Memory::load(&path).unwrap();
        assert_eq!(again, memory);
        assert_eq!(again.decisions().len(), 2);
    }

    #[test]
    fn a_damaged_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nhat-ky.jsonl");
        fs::write(&path, "{\"on\":\"2025-12-05\"}\n").unwrap();
        let error = Memory::load(&path).unwrap_err();
        assert_eq!((error.kind, error.line), (ErrorKind::BadJournal, Some(1)));
        fs::write(&path, b"\xc4\n").unwrap();
        assert_eq!(Memory::load(&path).unwrap_err().kind, ErrorKind::BadJournal);
    }
}
