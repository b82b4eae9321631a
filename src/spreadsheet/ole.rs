//! The streams of a compound file, the container of Excel and Word files before 2007 and of protected ones.
//!
//! Every chain of sectors is followed at most once round, so a loop ends as damage.

use super::container::{Fault, Refusal};

const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_fffa;

/// A compound file.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
    cutoff: usize,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl<'a> Ole<'a> {
    /// Reads the lists of sectors and streams.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let shift = half(bytes, 30).ok_or_else(damaged)?;
        if shift != 9 && shift != 12 {
            return Err(damaged());
        }
        let mut ole = Self {
            bytes,
            sector: 1 << shift,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            cutoff: word(bytes, 56).map_or(4096, |size| size as usize),
            entries: Vec::new(),
        };
        ole.fat = ole.read_fat()?;
        let list = ole.chain(word(bytes, 48).unwrap_or(END))?;
        ole.entries = list.chunks_exact(128).filter_map(entry).collect();
        let start = word(bytes, 60).unwrap_or(END);
        ole.mini_fat = words(&ole.chain(start)?);
        if let Some(root) = ole.entries.iter().find(|entry| entry.kind == 5).cloned() {
            ole.mini = ole.chain(root.start)?;
            ole.mini.truncate(root.size);
        }
        Ok(ole)
    }

    /// Whether there is a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.trim_matches('\u{6}').eq_ignore_ascii_case(name))
    }

    /// A stream; nothing if there is none of this name.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let found = self
            .entries
            .iter()
            .find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = found else { return Ok(None) };
        let mut bytes = if entry.size < self.cutoff {
            // Some programs file a short stream among the long ones.
            self.mini_chain(entry.start)
                .or_else(|_| self.chain(entry.start))?
        } else {
            self.chain(entry.start)?
        };
        if bytes.len() < entry.size {
            return Err(damaged());
        }
        bytes.truncate(entry.size);
        Ok(Some(bytes))
    }

    fn read_fat(&self) -> Result<Vec<u32>, Refusal> {
        let mut list: Vec<u32> = (76..512)
            .step_by(4)
            .filter_map(|at| word(self.bytes, at))
            .collect();
        let mut next = word(self.bytes, 68).unwrap_or(END);
        let mut left = self.bytes.len() / self.sector + 1;
        while next < FREE && left > 0 {
            left -= 1;
            let mut more = words(self.sector(next)?);
            next = more.pop().unwrap_or(END);
            list.extend(more);
        }
        let mut fat = Vec::new();
        for sector in list.into_iter().filter(|sector| *sector < FREE) {
            fat.extend(words(self.sector(sector)?));
            if fat.len() * self.sector > self.bytes.len() * 4 + (1 << 20) {
                return Err(damaged());
            }
        }
        Ok(fat)
    }

    fn sector(&self, number: u32) -> Result<&'a [u8], Refusal> {
        let start = (number as usize + 1)
            .checked_mul(self.sector)
            .ok_or_else(damaged)?;
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|sector| !sector.is_empty())
            .ok_or_else(damaged)
    }

    fn chain(&self, start: u32) -> Result<Vec<u8>, Refusal> {
        follow(start, &self.fat, |number| self.sector(number))
    }

    fn mini_chain(&self, start: u32) -> Result<Vec<u8>, Refusal> {
        follow(start, &self.mini_fat, |number| {
            let start = (number as usize).saturating_mul(64);
            let end = start.saturating_add(64).min(self.mini.len());
            self.mini
                .get(start..end)
                .filter(|sector| !sector.is_empty())
                .ok_or_else(damaged)
        })
    }
}

/// The sectors of a chain one after another; a chain longer than the list has a loop.
fn follow<'s>(
    start: u32,
    fat: &[u32],
    sector: impl Fn(u32) -> Result<&'s [u8], Refusal>,
) -> Result<Vec<u8>, Refusal> {
    let (mut bytes, mut next, mut left) = (Vec::new(), start, fat.len());
    while next < FREE {
        left = left.checked_sub(1).ok_or_else(damaged)?;
        bytes.extend_from_slice(sector(next)?);
        next = fat.get(next as usize).copied().ok_or_else(damaged)?;
    }
    Ok(bytes)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(half(bytes, 64)?).min(64);
    let units: Vec<u16> = (0..length / 2).filter_map(|unit| half(bytes, unit * 2)).collect();
    let name = String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned();
    Some(Entry {
        name,
        kind: *bytes.get(66)?,
        start: word(bytes, 116)?,
        size: word(bytes, 120)? as usize,
    })
}

/// A two-byte number.
pub(super) fn half(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// A four-byte number.
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn words(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4)
        .filter_map(|at| word(bytes, at * 4))
        .collect()
}

fn damaged() -> Refusal {
    Refusal::Damaged(Fault::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_cut_or_loops_is_damage() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        assert!(Ole::open(&bytes).is_err());
        bytes.resize(512, 0xff);
        bytes[30..32].copy_from_slice(&9_u16.to_le_bytes());
        // The list of sectors is sector 0, the directory begins in sector 1 and comes back to itself.
        bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
        bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
        bytes.resize(512 * 3, 0);
        bytes[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
        assert_eq!(Ole::open(&bytes).err(), Some(damaged()));
    }
}
