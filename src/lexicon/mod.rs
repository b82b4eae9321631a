//! The vocabulary of the field: what can be asked, of which object, for whom, under which policy, and the reading of
//! a text as frames. Concepts and their Vietnamese surface forms are data in `lexicon/*.toml`.
//!
//! A leaf: it reads one text at a time and knows no pair, group or agency rule. Comparison is in `dedup`, choice of
//! agency in `routing`.

use std::ops::Range;

/// What a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// What is to be done: build, repair, raise, abolish, explain.
    Ask,
    /// The thing it is done to: certificate, road, software, allowance.
    Object,
    /// Who is to benefit, or whose post it is.
    Beneficiary,
    /// A policy, programme or legal document.
    Policy,
    /// What is complained of: slow, damaged, overloaded.
    Problem,
    /// A body that is named.
    Institution,
}

/// Index of a concept in [`Lexicon::concepts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub u16);

/// One concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Stable name in the data, such as `land-certificate`.
    pub name: String,
    /// What it is.
    pub class: Class,
    /// How it is called in Vietnamese where a person reads it.
    pub label: String,
    /// The wider concept it is a kind of.
    pub broader: Option<ConceptId>,
    /// Concepts that exclude it (raise/lower, keep/abolish).
    pub opposites: Vec<ConceptId>,
    /// For an object: whether which one it is (its place or name) matters. True for a road, not for staffing.
    pub local: bool,
}

/// A concept found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The concept.
    pub concept: ConceptId,
    /// Positions in [`Reading::words`].
    pub words: Range<usize>,
    /// Found with its tones right; `false` when only the folded form matched.
    pub with_tones: bool,
}

/// What kind of thing a proper name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// Road with its code: "quốc lộ 3", "đường tỉnh 261".
    Road,
    /// Hamlet, village, neighbourhood: xóm, thôn, bản, tổ dân phố.
    Hamlet,
    /// Commune or ward.
    Commune,
    /// Any other named thing: school, bridge, stream, market, project, mine, company.
    Thing,
    /// Legal document with its number: "nghị định 178/2024".
    Document,
}

/// A proper name in a text, in normal form ("duong tinh 261" is never used for it: tones are kept).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// Normal form, lower case with tones, the kind's word first: "xóm đồng tâm", "đường tỉnh 261".
    pub value: String,
}

/// A number with what it counts, as far as that can be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    /// Normal form of the number: "1.75", "2025-07-01", "178/2024".
    pub value: String,
    /// What is counted ("lần", "km", "hộ"), in normal form.
    pub unit: Option<String>,
    /// Whether it belongs to what is asked (raise to 1,75), not to the circumstances (112 dossiers are late).
    pub asked: bool,
}

/// One ask: what is to be done, to what, for whom, how much, under which policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// What is asked; several when the text uses several words for one ask ("sửa chữa, nâng cấp").
    pub asks: Vec<ConceptId>,
    /// "đề nghị không ...": the ask is negated.
    pub negated: bool,
    /// Objects of the ask.
    pub objects: Vec<ConceptId>,
    /// For whom.
    pub beneficiaries: Vec<ConceptId>,
    /// Under which policy or programme.
    pub policies: Vec<ConceptId>,
    /// What is wrong.
    pub problems: Vec<ConceptId>,
    /// Which road, hamlet, school.
    pub names: Vec<Name>,
    /// How much, since when.
    pub quantities: Vec<Quantity>,
}

/// A text as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words of the strict key, in order.
    pub words: Vec<String>,
    /// Whether the text is written without tones.
    pub toneless: bool,
    /// Every concept found, in order.
    pub mentions: Vec<Mention>,
    /// Every proper name found, sorted, without repeats.
    pub names: Vec<Name>,
    /// Every number found, in order.
    pub quantities: Vec<Quantity>,
    /// The asks; empty when none could be told.
    pub frames: Vec<Frame>,
}

/// The vocabulary, ready to read texts.
#[derive(Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
}

impl Lexicon {
    /// The vocabulary that is compiled in.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// All concepts, in the order of the data.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Reads a text as received.
    pub fn read(&self, text: &str) -> Reading {
        let words: Vec<String> = crate::text::words(&crate::text::strict_key(text))
            .map(str::to_owned)
            .collect();
        Reading {
            words,
            ..Reading::default()
        }
    }
}
