//! The parts of a plan: units, agencies, subjects, the form, quotas, documents. Plain data; what they mean together is
//! checked in `read` and `check`.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::{AgencyId, UnitName};

/// The fields of competence that an answering body can be given: the ids of the 27 bodies of a province. A plan of
/// another level says which of its own bodies answers for each of them.
pub const FIELDS: [&str; 27] = [
    "vp-ubnd",
    "ttphcc",
    "so-noi-vu",
    "so-tai-chinh",
    "so-xay-dung",
    "so-nnmt",
    "so-cong-thuong",
    "so-y-te",
    "so-gddt",
    "so-khcn",
    "so-tu-phap",
    "so-vhttdl",
    "so-dan-toc",
    "thanh-tra",
    "cong-an",
    "bchqs",
    "bhxh",
    "thue",
    "ban-to-chuc",
    "ban-tgdv",
    "ubkt",
    "ban-noi-chinh",
    "vp-tinh-uy",
    "mttq",
    "hdnd",
    "trung-uong",
    "cap-xa",
];

/// What kind of unit it is; decides the word before its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// xã
    Xa,
    /// phường
    Phuong,
    /// thị trấn (until June 2025)
    ThiTran,
    /// thôn
    Thon,
    /// xóm
    Xom,
    /// bản
    Ban,
    /// tổ dân phố
    ToDanPho,
    /// huyện (until June 2025)
    Huyen,
    /// tỉnh
    Tinh,
    /// A body whose name stands alone: Trạm Y tế, Công an xã
    CoQuan,
}

impl Rank {
    /// The word before the name; empty for a body whose name stands alone.
    pub fn word(self) -> &'static str {
        match self {
            Self::Xa => "xã",
            Self::Phuong => "phường",
            Self::ThiTran => "thị trấn",
            Self::Thon => "thôn",
            Self::Xom => "xóm",
            Self::Ban => "bản",
            Self::ToDanPho => "tổ dân phố",
            Self::Huyen => "huyện",
            Self::Tinh => "tỉnh",
            Self::CoQuan => "",
        }
    }
}

/// A unit that is expected to send a report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Official code, or a short name of the plan's own where there is none.
    pub code: String,
    /// Kind.
    pub rank: Rank,
    /// Name without the rank.
    pub name: String,
    /// Other and older names.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Unit {
    /// Rank and name, "xã Phú Đình".
    pub fn full_name(&self) -> String {
        match self.rank.word() {
            "" => self.name.clone(),
            word => format!("{word} {}", self.name),
        }
    }

    /// The unit as it travels with its opinions.
    pub fn unit_name(&self) -> UnitName {
        UnitName {
            code: Some(self.code.clone()),
            name: self.full_name(),
        }
    }
}

/// How many units of a kind send a report, where the plan gives their number (and perhaps some of their names).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Kind.
    pub rank: Rank,
    /// How many in all, those listed by name among them.
    pub count: usize,
}

/// Whether a body answers itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// An answering body of the plan's level.
    #[default]
    Own,
    /// Beyond the level's powers: compiled and passed upward (vượt thẩm quyền).
    Higher,
    /// Within the powers of the sending units: returned to them.
    Lower,
}

/// A body that answers opinions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Agency {
    /// Identifier, stable across runs.
    pub id: AgencyId,
    /// Official name.
    pub name: String,
    /// Short name for narrow columns and file names.
    pub short: Option<String>,
    /// Abbreviations, and the former bodies whose work it took over.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it answers for, in words that a person reads.
    #[serde(default)]
    pub answers_for: Vec<String>,
    /// Which of [`FIELDS`] it answers for in this plan; its own id when the plan gives none.
    #[serde(default)]
    pub fields: Vec<String>,
    /// Whether it answers itself or the opinion leaves the level.
    #[serde(default)]
    pub reach: Reach,
}

/// A subject of the dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Its number in the plan, "1.2".
    pub id: String,
    /// Its title.
    pub title: String,
    /// The [`FIELDS`] whose opinions belong under it.
    #[serde(default)]
    pub fields: Vec<String>,
}

impl Subject {
    /// Number and title, as the workbooks show it.
    pub fn heading(&self) -> String {
        format!("{}. {}", self.id, self.title)
    }
}

/// What a column of the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// The number of the row.
    Number,
    /// Who spoke.
    Person,
    /// Their position.
    Position,
    /// The opinion.
    Opinion,
    /// The subject it belongs to.
    Subject,
    /// Whose powers it concerns.
    Level,
}

/// A column of the form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub holds: Holds,
}

/// The form on which a unit reports. `{unit}` stands for the unit's name in capitals or not, as the line has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Form {
    /// "BÁO CÁO".
    pub title: String,
    /// What the report is about.
    pub about: String,
    /// Left half of the letterhead, a line each: the body above, the sender, the number.
    #[serde(default)]
    pub letterhead: Vec<String>,
    /// Right half of the letterhead: the motto, place and date.
    #[serde(default)]
    pub motto: Vec<String>,
    /// The sentence before the table.
    #[serde(default)]
    pub opening: String,
    /// Columns in order.
    #[serde(rename = "column")]
    pub columns: Vec<Column>,
    /// The word before each row's number, "Ý kiến".
    #[serde(default)]
    pub row_label: String,
    /// Label of the last row.
    pub total: String,
    /// Who receives it.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The signature block, a line each.
    #[serde(default)]
    pub signature: Vec<String>,
}

/// How many delegates a unit sends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quota {
    /// Who they are: "Nhân dân", "Bí thư chi bộ".
    pub role: String,
    /// How many of them each unit sends.
    pub per_unit: Option<usize>,
    /// The codes of the units it is for; all units when empty.
    #[serde(default)]
    pub units: Vec<String>,
    /// How many of them there are in all, where the plan says so.
    pub total: Option<usize>,
}

/// A document that the plan rests on, or the plan itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Identifier within the plan.
    pub id: String,
    /// Kind, number and what it is about.
    pub title: String,
    /// The day it bears.
    pub date: Option<NaiveDate>,
    /// Identifiers of the documents that it carries out.
    pub carries_out: Vec<String>,
}
