//! Findings of intake.

use super::Severity;
use crate::spreadsheet::{Excess, Fault, Foreign};

/// Found while reading the reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IntakeFinding {
    /// The file could not be read.
    Unreadable {
        /// How it is damaged.
        fault: Fault,
    },
    /// The sheet could not be read; the other sheets of its file were.
    SheetUnreadable {
        /// How it is damaged.
        fault: Fault,
    },
    /// The file has no bytes.
    Empty,
    /// The file is larger than a report can be.
    TooLarge,
    /// The file asks for more than a report can need once it is unpacked.
    TooMuch {
        /// What it has too much of.
        of: Excess,
    },
    /// The file, or the folder, could not be opened.
    NoAccess {
        /// The system does not permit it; otherwise it is gone, held by another program or on a broken disk.
        denied: bool,
    },
    /// The entry is no file: a pipe, a device.
    NotAFile,
    /// The file is protected with a password.
    Password,
    /// The file is something else.
    NotSpreadsheet {
        /// What it is.
        kind: Foreign,
    },
    /// No sheet of the file has a table of opinions.
    NoTable,
    /// No sheet has a table of opinions, and a picture or a file inside this one may hold it.
    TableInside {
        /// What may hold it.
        within: Inside,
    },
    /// The file has a table of opinions, and another file inside it that was not read.
    DocumentInside,
    /// Comments hang on cells or words; they were not read.
    Comments {
        /// How many.
        comments: usize,
    },
    /// The file is the same as another, byte for byte; its rows count once.
    Copy {
        /// The other file.
        of: String,
    },
    /// The sheet is hidden and was not read.
    HiddenSheet,
    /// The total that the table states is not the number of opinions in it.
    TotalDiffers {
        /// As stated.
        stated: u64,
        /// As read.
        read: u64,
    },
    /// Opinions stand below the last total of a table, which does not count them; they were read.
    AfterTotal {
        /// The first row that holds one, counted from 1.
        first: u32,
        /// The last one.
        last: u32,
        /// Opinions.
        opinions: usize,
    },
    /// The sheet holds words and no table of opinions.
    SheetWithoutTable,
    /// The table has no header, or none for the opinions; its columns were told by what they hold.
    HeaderMissing,
    /// The words of the header stand one below the other, beside or before what each person says.
    OnItsSide,
    /// There is no table; the opinions were taken from paragraphs.
    Prose,
    /// Opinions stand in paragraphs above or below the table of their document.
    BesideTable,
    /// The table holds opinions and nothing that says whose they are.
    OpinionsOnly,
    /// The cell should hold words and does not.
    NoWords {
        /// What it holds instead.
        holds: CellTrouble,
    },
    /// Text that became a formula by its first sign; the words were taken from the formula.
    FormulaText,
    /// The opinion stands in another column than the header says.
    WrongColumn,
    /// The cell may hold several opinions; it is kept as one.
    MaybeSeveral,
    /// "nt", "như ý kiến số 1" in place of the opinion: the wording of that cell was taken.
    Ditto {
        /// The cell.
        of: String,
    },
    /// The opinion only refers to another one, and nothing says which; it is kept as written.
    DittoUnclear,
    /// The row agrees with an opinion of the table and asks for nothing itself; it is set aside.
    Seconds {
        /// The cell of that opinion.
        of: String,
    },
    /// Text in an old font or read in the wrong code was turned into Unicode; the text as received is kept.
    Repaired {
        /// The code: "TCVN3 (.VnTime)".
        code: &'static str,
        /// Cells.
        cells: usize,
    },
    /// Letters with their marks apart, or look-alikes of Vietnamese letters, were put together; the text as received is kept.
    Composed {
        /// Cells.
        cells: usize,
    },
    /// Words in a column of the table that has no header were not read.
    ColumnUnnamed {
        /// Cells.
        cells: usize,
    },
    /// Rows of a text file have more fields than the header, because separators in the words are not quoted; the words
    /// were put together again.
    FieldsJoined {
        /// Rows.
        rows: usize,
    },
    /// The rows of a table stand in one cell each, with separators between their fields; they were parted.
    FieldsParted {
        /// Rows.
        rows: usize,
    },
    /// Cells of a text file begin with a quote that is never closed; each ends with its field.
    QuoteOpen {
        /// Cells.
        cells: usize,
    },
    /// The file holds cells twice, with other words each; the last are read.
    CellTwice {
        /// Cells.
        cells: usize,
    },
    /// Words below the signature ask for something; they were not read as opinions.
    BelowSignature {
        /// Cells.
        cells: usize,
    },
    /// Words in rows that were set aside read like opinions.
    AsideUnsure {
        /// How many cells.
        cells: usize,
    },
    /// Text that is damaged and could not be repaired, or not all of it; what could not is kept as received.
    Damaged {
        /// Cells.
        cells: usize,
    },
    /// Hidden, filtered or collapsed rows were read.
    HiddenRows {
        /// Rows of the table.
        rows: usize,
    },
    /// Hidden columns were read.
    HiddenColumns {
        /// Their names: "B, D".
        columns: String,
    },
    /// Words of a document that are formatted as hidden were read.
    HiddenWords {
        /// Places.
        places: usize,
    },
    /// A document keeps changes that nobody accepted or refused; it was read as if all were accepted.
    TrackedChanges {
        /// Places.
        places: usize,
    },
    /// A cell holds more text than any opinion has; it was set aside.
    TooLong {
        /// Its characters.
        characters: usize,
    },
    /// Text boxes or shapes hold text that was not read.
    TextBoxes {
        /// How many.
        boxes: usize,
    },
    /// A value lies unseen under a merged block and was not read.
    UnderMerge {
        /// Cells.
        cells: usize,
    },
    /// Two sources name two units; the first is taken.
    UnitsDiffer {
        /// The unit that is taken.
        taken: String,
        /// The other one.
        other: String,
        /// Where the other one is named.
        source: UnitSource,
    },
    /// The unit's name is written with a slip or another rank.
    UnitGuessed {
        /// As written.
        written: String,
        /// The plan's unit that is taken.
        taken: String,
    },
    /// The name fits several units of the plan, and nothing says which.
    UnitUnclear {
        /// The units.
        units: String,
    },
    /// The plan does not list the unit.
    UnitUnknown {
        /// As named.
        unit: String,
    },
    /// Nothing names a unit: the file's name stands in for it.
    UnitUnnamed,
    /// Two files of one unit, both counted.
    SecondReport {
        /// The other file.
        of: String,
    },
    /// The file continues another one of its unit; both are counted.
    Continues {
        /// The other file.
        of: String,
    },
    /// Another file of the unit says all that this one says; counted once.
    SaysTheSame {
        /// The other file.
        of: String,
    },
    /// Other sheets of the file say all of this one, speaker by speaker; counted once.
    SheetRepeated {
        /// The first of the other sheets.
        of: String,
    },
    /// The sheet may be a later edition of another one: its name says so, or the same speakers say much of it there; both are
    /// counted.
    SheetEdition {
        /// The earlier sheet.
        of: String,
    },
    /// A table tells what became of earlier opinions; it raises none.
    EarlierAnswers,
    /// A later version of the unit's report replaces this file.
    Replaced {
        /// The later version.
        by: String,
    },
    /// A workbook that this program wrote: not a report.
    OwnWorkbook,
}

/// What stands inside a file and is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inside {
    /// A picture.
    Picture,
    /// A file of its own.
    Document,
}

/// What stands where words belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellTrouble {
    /// An error value such as `#REF!`.
    Error,
    /// A formula whose result was never stored.
    NoResult,
    /// A number, or TRUE or FALSE.
    Number,
    /// A date.
    Date,
}

/// Where a unit is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitSource {
    /// Above the table.
    Heading,
    /// In the signature below it.
    Signature,
    /// On the sheet's tab.
    Sheet,
    /// In the file's name.
    File,
    /// In the folder's name.
    Folder,
}

impl IntakeFinding {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Unreadable { .. }
            | Self::SheetUnreadable { .. }
            | Self::Empty
            | Self::TooLarge
            | Self::TooMuch { .. }
            | Self::NoAccess { .. }
            | Self::NotAFile
            | Self::Password
            | Self::NotSpreadsheet { .. }
            | Self::NoTable
            | Self::TableInside { .. } => Severity::Error,
            Self::SheetWithoutTable | Self::OwnWorkbook | Self::Composed { .. } | Self::Comments { .. } => {
                Severity::Note
            }
            _ => Severity::Warning,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::SheetUnreadable { .. } => "sheet-unreadable",
            Self::Empty => "empty-file",
            Self::TooLarge => "too-large",
            Self::TooMuch { .. } => "too-much",
            Self::NoAccess { .. } => "no-access",
            Self::NotAFile => "not-a-file",
            Self::Password => "password",
            Self::NotSpreadsheet { .. } => "not-spreadsheet",
            Self::NoTable => "no-table",
            Self::TableInside { .. } => "table-inside",
            Self::DocumentInside => "document-inside",
            Self::Comments { .. } => "comments",
            Self::Copy { .. } => "copy",
            Self::HiddenSheet => "hidden-sheet",
            Self::TotalDiffers { .. } => "total-differs",
            Self::AfterTotal { .. } => "after-total",
            Self::SheetWithoutTable => "sheet-without-table",
            Self::HeaderMissing => "header-missing",
            Self::OnItsSide => "on-its-side",
            Self::Prose => "prose",
            Self::BesideTable => "beside-table",
            Self::OpinionsOnly => "opinions-only",
            Self::NoWords { .. } => "no-words",
            Self::FormulaText => "formula-text",
            Self::WrongColumn => "wrong-column",
            Self::MaybeSeveral => "maybe-several",
            Self::Ditto { .. } => "ditto",
            Self::DittoUnclear => "ditto-unclear",
            Self::Seconds { .. } => "seconds",
            Self::Repaired { .. } => "text-repaired",
            Self::Composed { .. } => "text-composed",
            Self::ColumnUnnamed { .. } => "column-unnamed",
            Self::FieldsJoined { .. } => "fields-joined",
            Self::FieldsParted { .. } => "fields-parted",
            Self::QuoteOpen { .. } => "quote-open",
            Self::CellTwice { .. } => "cell-twice",
            Self::BelowSignature { .. } => "below-signature",
            Self::AsideUnsure { .. } => "aside-unsure",
            Self::Damaged { .. } => "text-damaged",
            Self::HiddenRows { .. } => "hidden-rows",
            Self::HiddenColumns { .. } => "hidden-columns",
            Self::HiddenWords { .. } => "hidden-words",
            Self::TrackedChanges { .. } => "tracked-changes",
            Self::TooLong { .. } => "too-long",
            Self::TextBoxes { .. } => "text-boxes",
            Self::UnderMerge { .. } => "under-merge",
            Self::UnitsDiffer { .. } => "units-differ",
            Self::UnitGuessed { .. } => "unit-guessed",
            Self::UnitUnclear { .. } => "unit-unclear",
            Self::UnitUnknown { .. } => "unit-unknown",
            Self::UnitUnnamed => "unit-unnamed",
            Self::SecondReport { .. } => "second-report",
            Self::Continues { .. } => "continues",
            Self::SaysTheSame { .. } => "says-the-same",
            Self::SheetRepeated { .. } => "sheet-repeated",
            Self::SheetEdition { .. } => "sheet-edition",
            Self::EarlierAnswers => "earlier-answers",
            Self::Replaced { .. } => "replaced",
            Self::OwnWorkbook => "own-workbook",
        }
    }
}
