//! The door: bytes come in, sheets or a named refusal go out, whatever the bytes are.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::grid::Sheet;
use super::kind::{Kind, kind};
use super::{delimited, docx, encrypted, markup, ods, web_archive, xls, xlsb, xlsx};
use crate::settings;

/// Why a file gives no sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes.
    Empty,
    /// It is larger than a report can be.
    TooLarge,
    /// It asks for more than a report can need once it is unpacked.
    TooMuch(Excess),
    /// It is protected with a password.
    Password,
    /// It is something else, recognised by its content.
    NotSpreadsheet(Foreign),
    /// It is damaged.
    Damaged(Fault),
}

/// How a file, or a sheet of it, is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It ends before its end.
    CutOff,
    /// What it holds contradicts itself: checksums, lists, tags.
    Broken,
    /// A part that it names is not in it.
    PartMissing,
    /// Its reader met what it was not made for, and stopped.
    Unforeseen,
}

/// What a file has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Excess {
    /// Parts of a packed file.
    Parts,
    /// Bytes once unpacked.
    Unpacked,
    /// Cells, or the rectangle that they span.
    Cells,
    /// Rows that hold something.
    Rows,
    /// Text.
    Text,
    /// Levels of nesting.
    Depth,
}

/// A kind of file that is no spreadsheet; what to ask the sender for follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Foreign {
    /// A PDF document.
    Pdf,
    /// A picture: JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC.
    Picture,
    /// A packed folder: ZIP, RAR, 7z, gzip, tar.
    Archive,
    /// A Word document of the old binary kind (.doc).
    OldWord,
    /// A Rich Text document.
    Rtf,
    /// A text document of LibreOffice (.odt).
    OpenText,
    /// A document of Apple's office programs: Numbers, Pages, Keynote.
    Apple,
    /// Slides: PowerPoint or Impress.
    Slides,
    /// A web archive (MHTML), which Excel writes as "single file web page".
    WebArchive,
    /// A spreadsheet of a program before Excel 5: Works, Lotus, Excel 2 to 4.
    OldSpreadsheet,
    /// Sound or film.
    Media,
    /// An e-mail with its attachments still inside.
    Mail,
    /// A program or a database.
    Program,
    /// Bytes that say nothing.
    Unknown,
}

/// The sheets of a file, in the order of its tabs; the tables of a Word document in their order.
///
/// # Errors
/// A [`Refusal`] that says why there are none; a file with a damaged sheet is damaged. Cost is bounded by the limits in
/// [`settings`] whatever the file claims.
pub fn open(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let sheets = salvage(bytes)?;
    match sheets.iter().find_map(|sheet| sheet.damaged) {
        Some(fault) => Err(Refusal::Damaged(fault)),
        None => Ok(sheets),
    }
}

/// The same for a file of which not all may be lost: a damaged sheet is among the others and holds nothing.
///
/// # Errors
/// As [`open`] does, and when no visible sheet is whole.
pub fn salvage(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > settings::MAX_FILE_BYTES {
        return Err(Refusal::TooLarge);
    }
    // Calamine's reader may panic on a damaged file; the panic ends with this file.
    READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    READING.set(false);
    let sheets = read.unwrap_or(Err(Refusal::Damaged(Fault::Unforeseen)))?;
    let visible = || sheets.iter().filter(|sheet| !sheet.hidden);
    match visible().find_map(|sheet| sheet.damaged) {
        Some(fault) if visible().all(|sheet| sheet.damaged.is_some()) => Err(Refusal::Damaged(fault)),
        _ => Ok(sheets),
    }
}

/// A sheet that stands for one that cannot be read; what is wrong with the whole file goes on.
pub(super) fn in_place_of(refusal: Refusal, name: String, hidden: bool) -> Result<Sheet, Refusal> {
    match refusal {
        Refusal::Damaged(fault) => Ok(Sheet {
            name,
            hidden,
            damaged: Some(fault),
            ..Sheet::default()
        }),
        other => Err(other),
    }
}

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside [`open`], where a panic is caught and becomes the file's refusal. The program's panic
/// hook asks this so that nobody is shown a stack trace for a file that is reported anyway.
pub fn is_reading() -> bool {
    READING.get()
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    match kind(bytes)? {
        Kind::Encrypted => opened(&encrypted::package(bytes)?),
        other => read(other, bytes),
    }
}

/// What an encrypted file held; it holds no further one.
fn opened(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    read(kind(bytes)?, bytes)
}

fn read(kind: Kind, bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    match kind {
        Kind::Encrypted => Err(Refusal::Password),
        Kind::Xlsx => xlsx::sheets(bytes),
        Kind::Xlsb => xlsb::sheets(bytes),
        Kind::Ods => ods::sheets(bytes),
        Kind::FlatOds => ods::flat(bytes),
        Kind::Docx => docx::sheets(bytes),
        Kind::Xls => xls::sheets(bytes),
        Kind::Html => markup::html(bytes),
        Kind::WebArchive => web_archive::sheets(bytes),
        Kind::Xml2003 => markup::xml(bytes),
        Kind::Text => delimited::sheets(bytes),
        Kind::Foreign(foreign) => Err(Refusal::NotSpreadsheet(foreign)),
    }
}
