//! What the agencies answer: rows as they come back, answers as they were received, and how each opinion stands.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{AgencyId, GroupCode};

/// What an agency has done about an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// đã giải quyết
    Settled,
    /// đang giải quyết
    Underway,
    /// sẽ giải quyết
    Planned,
    /// giải trình: nothing will be done, and why
    Explained,
    /// chuyển cơ quan khác
    PassedOn,
    /// không thuộc thẩm quyền
    NotCompetent,
}

impl AnswerState {
    /// All states, in the order of the drop-down.
    pub const ALL: [Self; 6] = [
        Self::Settled,
        Self::Underway,
        Self::Planned,
        Self::Explained,
        Self::PassedOn,
        Self::NotCompetent,
    ];
}

/// What an agency wrote in the answer columns of one row, as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// The answer; for an agency that coordinates, what it contributes.
    pub text: String,
    /// What has been done, where one of the states was chosen.
    pub state: Option<AnswerState>,
    /// Until when it will be done.
    pub due: String,
    /// Who is in charge.
    pub responsible: String,
    /// The document that answers.
    pub document: String,
}

impl Reply {
    /// Whether nothing was filled in that says anything about the opinion.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.state.is_none()
    }

    /// Takes in what stands in a further row of the same answer.
    pub fn append(&mut self, more: &Self) {
        for (own, more) in [
            (&mut self.text, &more.text),
            (&mut self.due, &more.due),
            (&mut self.responsible, &more.responsible),
            (&mut self.document, &more.document),
        ] {
            if own.is_empty() {
                own.clone_from(more);
            } else if !more.is_empty() && own != more {
                own.push('\n');
                own.push_str(more);
            }
        }
        self.state = self.state.or(more.state);
    }

    /// How many of its cells are filled in.
    pub fn filled(&self) -> usize {
        let texts = [&self.text, &self.due, &self.responsible, &self.document];
        texts.iter().filter(|text| !text.trim().is_empty()).count() + usize::from(self.state.is_some())
    }
}

/// A row of a workbook that an agency sent back, before anyone judged what it answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnedRow {
    /// The codes that its code cell names; empty where it names none.
    pub codes: Vec<GroupCode>,
    /// The wording of the opinion that stands in the row now; possibly empty.
    pub wording: String,
    /// What was filled in.
    pub reply: Reply,
    /// Whether the answer stood in another column than its own.
    pub misplaced: bool,
    /// Whether the row is of the list that the agency answers; otherwise it coordinates.
    pub leads: bool,
    /// The sheet.
    pub sheet: String,
    /// The cell of the answer, as Excel shows it.
    pub cell: String,
}

/// A workbook that an agency sent back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnedFile {
    /// Its name.
    pub file: String,
    /// The agency that the workbook itself names.
    pub agency: Option<AgencyId>,
    /// The plan under which it was sent, where its hidden sheet is still there.
    pub plan: Option<String>,
    /// Whether it is a workbook of ours that is not for answers: the index, the consolidated workbook, the answer book.
    pub own: bool,
    /// The wordings that were sent in it, where its hidden sheet is still there.
    pub sent: BTreeMap<GroupCode, String>,
    /// Its rows.
    pub rows: Vec<ReturnedRow>,
}

/// Name of an answer: the same words about the same opinion from the same agency have the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerKey(String);

impl AnswerKey {
    /// Reads a key as it is shown; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        (text.len() == 16 && digits).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for AnswerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An answer as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The opinion that it is filed under.
    pub code: GroupCode,
    /// Who gave it, where that could be told.
    pub agency: Option<AgencyId>,
    /// Whether the agency answers the opinion; otherwise it coordinates.
    pub leads: bool,
    /// What it says.
    pub reply: Reply,
    /// The wording that stood beside it.
    pub asked: String,
    /// What made its row doubtful when it was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// The file it came in.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The cell.
    pub cell: String,
}

impl Given {
    /// Its name; file and place play no part, so the same workbook sent twice gives one answer.
    pub fn key(&self) -> AnswerKey {
        let clean = crate::text::clean;
        let agency = self.agency.as_ref().map_or("", |agency| agency.0.as_str());
        let Reply {
            text,
            state,
            due,
            responsible,
            document,
        } = &self.reply;
        let words = [text, due, responsible, document]
            .map(|text| clean(text))
            .join("\n");
        let whole = format!("{}\n{agency}\n{}\n{state:?}\n{words}", self.code, self.leads);
        let digest = Sha256::digest(whole.as_bytes());
        AnswerKey(digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Why a person should look at an answer before it goes out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[non_exhaustive]
pub enum Doubt {
    /// A state was chosen and nothing was written.
    Empty,
    /// Letters of the answer are damaged.
    Damaged,
    /// The answer has fewer words than any answer needs.
    TooShort,
    /// The same words answer an opinion that asks for something else.
    SameText {
        /// That opinion.
        of: GroupCode,
    },
    /// The row carries the wording of another opinion.
    OtherCode {
        /// That opinion.
        of: GroupCode,
    },
    /// The row carries a wording that is no opinion of ours.
    OtherWording,
    /// The wording was edited a little.
    Altered,
    /// The row has no code; it was recognised by its wording.
    ByWording,
    /// The answer stood in another column.
    Misplaced,
    /// No state was chosen.
    NoState,
    /// The opinion was not sent to the agency that answers it.
    NotAsked,
}

impl Doubt {
    /// Whether the answer must not be used before the clerk has confirmed it.
    pub fn holds_back(&self) -> bool {
        matches!(
            self,
            Self::Empty | Self::Damaged | Self::OtherCode { .. } | Self::OtherWording
        )
    }

    /// Stable identifier for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Damaged => "damaged",
            Self::TooShort => "too-short",
            Self::SameText { .. } => "same-text",
            Self::OtherCode { .. } => "other-code",
            Self::OtherWording => "other-wording",
            Self::Altered => "altered",
            Self::ByWording => "by-wording",
            Self::Misplaced => "misplaced",
            Self::NoState => "no-state",
            Self::NotAsked => "not-asked",
        }
    }
}

/// How an opinion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// There is an answer to give.
    Answered,
    /// Answers contradict one another; the clerk chooses.
    Choose,
    /// The only answer must be confirmed first.
    Verify,
    /// The agency says that another one must answer.
    PassedOn,
    /// Sent, and not answered yet.
    Waiting,
    /// Sent, not answered, and the last day has passed.
    Overdue,
    /// Nobody was asked yet.
    Unassigned,
}

impl Standing {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Answered,
        Self::Choose,
        Self::Verify,
        Self::PassedOn,
        Self::Waiting,
        Self::Overdue,
        Self::Unassigned,
    ];

    /// Stable identifier for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Choose => "choose",
            Self::Verify => "verify",
            Self::PassedOn => "passed-on",
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Unassigned => "unassigned",
        }
    }
}

/// An answer with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The answer.
    pub given: Given,
    /// The day on which the program first read it.
    pub on: NaiveDate,
    /// Whether that was after the last day.
    pub late: bool,
    /// Why a person should look at it.
    pub doubts: Vec<Doubt>,
    /// Whether the clerk chose it.
    pub chosen: bool,
}

/// How one opinion stands, with every answer that was received for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The opinion.
    pub code: GroupCode,
    /// The agency that must answer now.
    pub agency: Option<AgencyId>,
    /// How it stands.
    pub standing: Standing,
    /// The answer that is given, where there is one.
    pub reply: Option<Judged>,
    /// The answers between which the clerk chooses, or the one to confirm; empty when nothing is asked.
    pub open: Vec<Judged>,
    /// Answers that do not count any more: replaced, or given by an agency that passed the opinion on. Contributions that
    /// were replaced are among them.
    pub past: Vec<Judged>,
    /// What coordinating agencies contribute.
    pub contributions: Vec<Judged>,
    /// The agency to which the opinion should go, where the answer names one of the plan's.
    pub passed_to: Option<AgencyId>,
}

/// A returned file as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Its name.
    pub file: String,
    /// Whose answers it holds, where that could be told.
    pub agency: Option<AgencyId>,
    /// Answers in it; `None` when it could not be read.
    pub answers: Option<usize>,
}

/// The numbers of the answers: `opinions` is the sum of those in `by_standing`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnswerCounts {
    /// Opinions that are to be answered.
    pub opinions: usize,
    /// How they stand.
    pub by_standing: BTreeMap<Standing, usize>,
    /// Answers that are given and should still be looked at.
    pub doubtful: usize,
    /// Answers that are given and came after the last day.
    pub late: usize,
}

impl AnswerCounts {
    /// The numbers of some opinions.
    pub fn of<'a>(answered: impl IntoIterator<Item = &'a Answered>) -> Self {
        let mut counts = Self {
            by_standing: Standing::ALL.map(|standing| (standing, 0)).into(),
            ..Self::default()
        };
        for one in answered {
            counts.opinions += 1;
            *counts.by_standing.entry(one.standing).or_default() += 1;
            if let Some(reply) = &one.reply {
                counts.doubtful += usize::from(reply.is_doubtful());
                counts.late += usize::from(reply.late);
            }
        }
        counts
    }

    /// How many stand in that way.
    pub fn standing(&self, standing: Standing) -> usize {
        self.by_standing.get(&standing).copied().unwrap_or_default()
    }
}

impl Judged {
    /// Whether a person should look at it: the clerk has not done so yet.
    pub fn is_doubtful(&self) -> bool {
        !self.chosen && !self.doubts.is_empty()
    }
}
