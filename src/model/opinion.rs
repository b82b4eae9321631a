//! What the reports say: opinions, rows set aside, and the roll of the units.

use std::fmt;

use serde::Serialize;

use super::{ContentKey, Raised};

/// An opinion's number within one run: 1 for the first opinion in the order unit, file, sheet, row.
/// It names an opinion inside one output only; across runs an opinion is known by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OpinionId(pub u32);

impl fmt::Display for OpinionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where something stands in the files as received, as Excel shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// Path relative to the folder given, with `/`.
    pub file: String,
    /// Sheet name; for a text file or a Word document the name of the table ("Bảng 1").
    pub sheet: String,
    /// Row, 1 for the first.
    pub row: u32,
    /// Cell of the opinion's text, such as `D9`.
    pub cell: String,
    /// Which part of the cell, from 1, when one cell held several opinions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<u32>,
}

/// The unit (xã, phường, thôn, tổ dân phố) that sent something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct UnitName {
    /// Official code in the plan, or `None` for a unit that the plan does not list.
    pub code: Option<String>,
    /// Rank and name: the plan's spelling where the plan lists it ("xã Phú Đình"), otherwise as given.
    pub name: String,
}

/// One opinion as one person gave it. The wording as received is never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Number within the run.
    pub id: OpinionId,
    /// Who sent it.
    pub unit: UnitName,
    /// Full name of the speaker as written, possibly empty.
    pub person: String,
    /// Position of the speaker as written, possibly empty.
    pub position: String,
    /// The wording as received.
    pub text: String,
    /// The wording after repair of damaged characters (old fonts, mojibake), where `text` is not readable Unicode.
    pub repaired: Option<String>,
    /// Where it stands.
    pub origin: Origin,
    /// The group heading above it ("II. Lĩnh vực đất đai"), if there was one.
    pub heading: Option<String>,
    /// What extra columns say that may help routing: field, proposed agency, note.
    pub hints: Vec<String>,
    /// How many times it was raised: 1, or the count that a lower level's consolidated report gives.
    pub times: u32,
    /// Which units below the sender raised it, as a lower level's consolidated report lists them under "Đơn vị có ý
    /// kiến" (see [`Raised::parse_list`]); empty where the report does not say.
    pub below: Vec<Raised>,
}

impl Opinion {
    /// By which it is known in other runs.
    pub fn content_key(&self) -> ContentKey {
        ContentKey::of(&self.unit.name, &self.text)
    }

    /// A wording of which no more is known than what the unit is called: nobody is named, it stands in no file, and it was
    /// raised once.
    pub fn worded(id: OpinionId, unit: &str, text: &str) -> Self {
        Self {
            id,
            unit: UnitName {
                code: None,
                name: unit.to_owned(),
            },
            person: String::new(),
            position: String::new(),
            text: text.to_owned(),
            repaired: None,
            origin: Origin::default(),
            heading: None,
            hints: Vec::new(),
            times: 1,
            below: Vec::new(),
        }
    }

    /// The wording that a person can read: the repaired text where there is one, otherwise as received.
    pub fn readable(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.text)
    }
}

/// Why a row is not an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonAside {
    /// "Không có ý kiến", "Nhất trí", a dash: the unit has reported, the row asks for nothing.
    NoOpinion,
    /// An individual petition or denunciation, which a dialogue does not take up.
    Complaint,
    /// A group heading inside the table.
    Heading,
    /// The total row.
    Total,
    /// A note, a signature, 'Nơi nhận', a repeated header, the form's own example.
    Note,
    /// A numbered row that was left blank.
    Blank,
    /// A row of a file that repeats another file byte for byte, or that a later version replaces.
    Repeat,
}

impl ReasonAside {
    /// All reasons.
    pub const ALL: [Self; 7] = [
        Self::NoOpinion,
        Self::Complaint,
        Self::Heading,
        Self::Total,
        Self::Note,
        Self::Blank,
        Self::Repeat,
    ];
}

/// A row that was read and is not an opinion; never dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Who sent it.
    pub unit: UnitName,
    /// Full name of the speaker, where the row has one.
    pub person: String,
    /// Position of the speaker, where the row has one.
    pub position: String,
    /// What the row says.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
    /// Why it is set aside.
    pub reason: ReasonAside,
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportState {
    /// Read; its rows are counted.
    Read,
    /// Read and found to repeat another file, or replaced by a later version; its rows are set aside.
    Repeat,
    /// A spreadsheet without a table of opinions.
    NotReport,
    /// Could not be read; a finding says why.
    Unreadable,
}

/// One file as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Path relative to the folder given, with `/`.
    pub file: String,
    /// What became of it.
    pub state: ReportState,
    /// The unit it is from, where that could be told.
    pub unit: Option<UnitName>,
    /// Opinions read from it.
    pub opinions: usize,
    /// Rows of it that were set aside.
    pub set_aside: usize,
    /// The tables that were found in it, in order.
    pub tables: Vec<TableRead>,
}

/// What a column of a report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRole {
    /// STT.
    Number,
    /// Họ và tên.
    Person,
    /// Chức vụ.
    Position,
    /// Nội dung ý kiến.
    Content,
    /// Đơn vị: the unit or body that a row comes from.
    Unit,
    /// Địa chỉ, thôn, xóm.
    Place,
    /// Lĩnh vực.
    Field,
    /// Cơ quan giải quyết.
    Agency,
    /// Ghi chú.
    Note,
    /// Số lần: how often the opinion was raised, in a lower level's consolidated report.
    Times,
    /// A column that is known and says nothing of the opinion: telephone, year of birth, an answer.
    Other,
}

/// How the opinions of a table are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// In columns below a header.
    Header {
        /// Its first row, 1 for the first of the sheet.
        row: u32,
    },
    /// In columns that were told by what they hold.
    #[default]
    NoHeader,
    /// In paragraphs, in no table at all.
    Paragraphs,
}

/// One table as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRead {
    /// The sheet in which it stands.
    pub sheet: String,
    /// The unit that its rows are counted for.
    pub unit: UnitName,
    /// How it is laid out.
    pub layout: Layout,
    /// What its columns hold, with their names as Excel shows them ("D"), from the left.
    pub columns: Vec<(ColumnRole, String)>,
    /// Opinions read from it.
    pub opinions: usize,
    /// Rows of it that were set aside.
    pub set_aside: usize,
}

/// One line of the roll-call: what a unit sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// The unit.
    pub unit: UnitName,
    /// Its files, in order.
    pub files: Vec<String>,
    /// Opinions counted for it.
    pub opinions: usize,
    /// Rows set aside for it.
    pub set_aside: usize,
}
