//! The records of a workbook stream, and the texts that run on over several of them.

use crate::spreadsheet::container::{Fault, Refusal};
use crate::spreadsheet::ole::{half, word};

pub(super) const CONTINUE: u16 = 0x003c;

/// One record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) id: u16,
    pub(super) data: &'a [u8],
}

/// The records of a stream in order.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    /// Bytes that were not read yet.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next record, or nothing at the end. A record that is cut is damage: what follows is lost.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, Refusal> {
        let (Some(id), Some(length)) = (half(self.rest, 0), half(self.rest, 2)) else {
            return Ok(None);
        };
        let end = 4 + usize::from(length);
        let data = self.rest.get(4..end);
        let data = data.ok_or(Refusal::Damaged(Fault::CutOff))?;
        self.rest = self.rest.get(end..).unwrap_or_default();
        Ok(Some(Record { id, data }))
    }

    /// The records that continue the one just read, itself first.
    pub(super) fn continued(&mut self, first: &'a [u8]) -> Result<Vec<&'a [u8]>, Refusal> {
        let mut parts = vec![first];
        while half(self.rest, 0) == Some(CONTINUE) {
            if let Some(record) = self.next()? {
                parts.push(record.data);
            }
        }
        Ok(parts)
    }
}

/// Texts in a record and the records that continue it.
pub(super) struct Strings<'a> {
    parts: std::vec::IntoIter<&'a [u8]>,
    part: &'a [u8],
}

impl<'a> Strings<'a> {
    pub(super) fn new(parts: Vec<&'a [u8]>) -> Self {
        let mut parts = parts.into_iter();
        let part = parts.next().unwrap_or_default();
        Self { parts, part }
    }

    /// Passes over bytes, from record to record.
    pub(super) fn skip(&mut self, mut count: usize) {
        while count > self.part.len() {
            count -= self.part.len();
            let Some(next) = self.parts.next() else {
                self.part = &[];
                return;
            };
            self.part = next;
        }
        self.part = self.part.get(count..).unwrap_or_default();
    }

    fn next_part(&mut self) -> Option<()> {
        self.part = self.parts.next()?;
        Some(())
    }

    /// A text with its length, and with formatting runs and readings after it, which are passed over.
    pub(super) fn rich_text(&mut self) -> Option<String> {
        while self.part.is_empty() {
            self.next_part()?;
        }
        let length = usize::from(half(self.part, 0)?);
        let flags = *self.part.get(2)?;
        let mut header = 3;
        let mut after = 0_usize;
        if flags & 8 != 0 {
            after += usize::from(half(self.part, header)?) * 4;
            header += 2;
        }
        if flags & 4 != 0 {
            after = after.saturating_add(word(self.part, header)? as usize);
            header += 4;
        }
        self.part = self.part.get(header..)?;
        let text = self.units(length, flags)?;
        self.skip(after);
        Some(text)
    }

    /// So many characters, with the byte before them that says how wide they are.
    pub(super) fn characters(&mut self, length: usize) -> Option<String> {
        if length == 0 {
            return Some(String::new());
        }
        let flags = *self.part.first()?;
        self.part = self.part.get(1..)?;
        self.units(length, flags)
    }

    /// Where a text runs on in the next record, its first byte says anew how wide the characters are.
    fn units(&mut self, length: usize, mut flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            if self.part.is_empty() {
                self.next_part()?;
                flags = *self.part.first()?;
                self.part = self.part.get(1..)?;
            }
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let count = (length - units.len()).min(self.part.len() / width);
            if count == 0 {
                return None;
            }
            let (now, rest) = self.part.split_at_checked(count * width)?;
            if width == 1 {
                units.extend(now.iter().map(|byte| u16::from(*byte)));
            } else {
                units.extend((0..count).filter_map(|unit| half(now, unit * 2)));
            }
            self.part = rest;
        }
        let text = String::from_utf16_lossy(&units);
        Some(text.replace("\r\n", "\n").replace('\r', "\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_runs_on_in_the_next_record_keeps_every_letter() {
        // "abc" narrow, then "đường" wide after the break.
        let mut wide = vec![1_u8];
        wide.extend("đường".encode_utf16().flat_map(u16::to_le_bytes));
        let mut strings = Strings::new(vec![b"\x08\x00\x00abc", &wide]);
        assert_eq!(strings.rich_text().as_deref(), Some("abcđường"));
        assert_eq!(strings.rich_text(), None);
    }
}
