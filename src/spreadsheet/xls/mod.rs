//! Excel files from Excel 5 to Excel 2003 (.xls).
//!
//! Read here and not through calamine: its reader of this format builds the whole rectangle that the cells span, copies a
//! shared text for every cell that names it, cannot tell hidden rows, and panics on damaged records.

mod formula;
mod record;
mod sheet;

use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;

use super::budget::{Budget, finish};
use super::container::{Fault, Refusal, in_place_of};
use super::date::Dates;
use super::grid::{Sheet, draws_capitals};
use super::ole::{Ole, half, word};
use record::{Record, Records, Strings};

pub(super) use sheet::{error_name, packed_number, real};

/// What the cells of every sheet refer to.
struct Globals {
    /// Since Excel 97 texts are Unicode; before, bytes in the workbook's code page.
    unicode: bool,
    encoding: &'static Encoding,
    strings: Vec<String>,
    names: Vec<String>,
    dates: Dates,
    /// Whether the program that wrote the workbook says that it calculated it. Excel since 2002 and LibreOffice do; what
    /// only writes formulas down does not, and gives each an empty text for a result.
    calculated: bool,
    /// For each font, and for each style by its font, whether it draws capitals.
    fonts: Vec<bool>,
    capitals: Vec<bool>,
    sheets: Vec<Listed>,
}

struct Listed {
    start: usize,
    name: String,
    hidden: bool,
    is_table: bool,
}

/// The sheets, in the order of their tabs; charts and macro sheets are left out.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let stream = stream(bytes)?;
    let mut budget = Budget::default();
    let globals = globals(&stream, &mut budget)?;
    let mut sheets = Vec::new();
    // Sheets lie one after another; lists that lead to the same place again and again are damage.
    let mut walked = 0_usize;
    for listed in globals.sheets.iter().filter(|listed| listed.is_table) {
        let mut sheet = Sheet {
            name: listed.name.clone(),
            hidden: listed.hidden,
            ..Sheet::default()
        };
        budget.thing()?;
        // A sheet that begins after the end was cut off.
        let part = stream.get(listed.start..);
        let read = part
            .ok_or(Refusal::Damaged(Fault::CutOff))
            .and_then(|part| sheet::read(part, &globals, &mut budget, &mut sheet));
        sheets.push(match read {
            Ok(length) => {
                walked = walked.saturating_add(length);
                finish(&mut sheet);
                sheet
            }
            Err(refusal) => {
                walked = walked.saturating_add(part.map_or(0, <[u8]>::len));
                in_place_of(refusal, sheet.name, sheet.hidden)?
            }
        });
        if walked > stream.len().saturating_mul(2) {
            return Err(Refusal::Damaged(Fault::Broken));
        }
    }
    Ok(sheets)
}

/// The stream of records, which may stand in a compound file or alone.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    if bytes.starts_with(b"\x09\x08") {
        return Ok(bytes.to_vec());
    }
    let ole = Ole::open(bytes)?;
    let stream = match ole.stream("Workbook")? {
        Some(stream) => Some(stream),
        None => ole.stream("Book")?,
    };
    stream.ok_or(Refusal::Damaged(Fault::PartMissing))
}

fn globals(stream: &[u8], budget: &mut Budget) -> Result<Globals, Refusal> {
    let mut globals = Globals {
        unicode: true,
        encoding: encoding_rs::WINDOWS_1252,
        strings: Vec::new(),
        names: Vec::new(),
        dates: Dates::default(),
        calculated: false,
        fonts: Vec::new(),
        capitals: Vec::new(),
        sheets: Vec::new(),
    };
    let mut records = Records::new(stream);
    while let Some(record) = records.next()? {
        match record.id {
            0x0809 => globals.unicode = half(record.data, 0) != Some(0x0500),
            0x000a => break,
            0x002f => return Err(Refusal::Password),
            0x0042 => globals.encoding = code_page(half(record.data, 0).unwrap_or(1252)),
            0x0022 => globals.dates.count_from_1904(half(record.data, 0) == Some(1)),
            0x01c1 => globals.calculated = true,
            0x0085 => {
                budget.thing()?;
                globals.sheet(&record);
            }
            0x0018 => {
                let name = globals.defined_name(&record);
                budget.text(name.len() + 16)?;
                globals.names.push(name);
            }
            0x041e => globals.number_format(&record),
            0x0031 => globals.font(&record),
            0x00e0 => globals.style(&record),
            0x00fc => {
                let parts = records.continued(record.data)?;
                globals.strings = shared_strings(parts, budget)?;
            }
            _ => {}
        }
    }
    Ok(globals)
}

impl Globals {
    fn sheet(&mut self, record: &Record<'_>) {
        let start = word(record.data, 0).map_or(usize::MAX, |start| start as usize);
        let at = |offset: usize| record.data.get(offset).copied().unwrap_or(0);
        let name = self.text(record.data, 6, false).unwrap_or_default();
        self.sheets.push(Listed {
            start,
            name,
            hidden: at(4) & 3 != 0,
            is_table: at(5) == 0,
        });
    }

    fn number_format(&mut self, record: &Record<'_>) {
        let code = self.text(record.data, 2, self.unicode);
        let id = u32::from(half(record.data, 0).unwrap_or(0));
        self.dates.format(id, &code.unwrap_or_default());
    }

    fn font(&mut self, record: &Record<'_>) {
        let name = self.text(record.data, 14, false).unwrap_or_default();
        if self.fonts.len() == 4 {
            // No font has the number 4.
            self.fonts.push(false);
        }
        self.fonts.push(draws_capitals(&name));
    }

    fn style(&mut self, record: &Record<'_>) {
        let number = |at: usize| half(record.data, at).unwrap_or(0);
        self.dates.style(u32::from(number(2)));
        let font = self.fonts.get(usize::from(number(0)));
        self.capitals.push(font.copied().unwrap_or_default());
    }

    /// The text at an offset: its length in one byte or two, then its characters.
    fn text(&self, data: &[u8], at: usize, long: bool) -> Option<String> {
        let (length, start) = if long {
            (usize::from(half(data, at)?), at + 2)
        } else {
            (usize::from(*data.get(at)?), at + 1)
        };
        self.characters(data, start, length)
    }

    /// Characters without a length before them: since Excel 97 a byte says how wide they are.
    fn characters(&self, data: &[u8], start: usize, length: usize) -> Option<String> {
        if self.unicode {
            return Strings::new(vec![data.get(start..)?]).characters(length);
        }
        let bytes = data.get(start..start.checked_add(length)?.min(data.len()))?;
        let text = self.encoding.decode_without_bom_handling(bytes).0;
        // Windows-1258 writes tones as marks of their own; Unicode joins them with their letters.
        Some(text.nfc().collect())
    }

    fn defined_name(&self, record: &Record<'_>) -> String {
        let length = usize::from(record.data.get(3).copied().unwrap_or(0));
        self.characters(record.data, 14, length).unwrap_or_default()
    }
}

fn shared_strings(parts: Vec<&[u8]>, budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    // The record says how many texts follow; only the texts themselves are believed.
    let mut texts = Vec::new();
    let mut strings = Strings::new(parts);
    strings.skip(8);
    while let Some(text) = strings.rich_text() {
        budget.text(text.len() / 2 + std::mem::size_of::<String>() / 2)?;
        texts.push(text);
    }
    Ok(texts)
}

fn code_page(number: u16) -> &'static Encoding {
    match number {
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1258 => encoding_rs::WINDOWS_1258,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        874 => encoding_rs::WINDOWS_874,
        10_000 | 0x8000 => encoding_rs::MACINTOSH,
        65_001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    }
}
