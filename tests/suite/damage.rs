//! Damaged files: bits flipped, ends cut off, pieces repeated. Whatever comes, it is read or refused, and never stops
//! the run. The damage is made from fixed seeds, so a file that fails once fails always.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails where its helpers do"
)]

use std::path::Path;

use doithoai::spreadsheet::{Fault, Refusal, open};

const FILES: [&str; 11] = [
    "bare_biff5_windows1258.xls",
    "form.docx",
    "page_named.xls",
    "plain.ods",
    "plain.xlsx",
    "plain_biff8.xls",
    "read_only.xlsx",
    "read_only_2007.xlsx",
    "stray_cells.xlsx",
    "text_box.xlsx",
    "xml_2003.xls",
];

/// Damaged copies of each file.
const COPIES: u64 = 250;

/// A small generator of numbers (SplitMix64, Steele, Lea and Flood 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 1).unwrap() % limit.max(1)
    }
}

fn damage(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut numbers = Numbers(seed);
    let mut damaged = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(damaged.len());
        match numbers.below(6) {
            0 => damaged.truncate(at.max(1)),
            1 => damaged[at] = 0xff,
            2 => damaged[at] = 0,
            3 => {
                let piece = damaged[at..(at + 64).min(damaged.len())].to_vec();
                let to = numbers.below(damaged.len());
                damaged.splice(to..to, piece);
            }
            4 => {
                let end = (at + numbers.below(64)).min(damaged.len());
                damaged.drain(at..end.min(damaged.len() - 1).max(at));
            }
            _ => damaged[at] ^= 1 << numbers.below(8),
        }
    }
    damaged
}

#[test]
fn damaged_files_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in FILES {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        for seed in 0..COPIES {
            // A panic of this crate's own readers would be caught by the door, too: here it must not happen at all.
            let refused = open(&damage(&bytes, seed)).err();
            assert_ne!(
                refused,
                Some(Refusal::Damaged(Fault::Unforeseen)),
                "{name} with damage {seed}"
            );
        }
    }
}

/// The same inside the parts of a packed file, behind valid checksums.
#[test]
fn damaged_parts_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in [
        "plain.xlsx",
        "plain_libreoffice.xlsx",
        "plain.ods",
        "form.docx",
        "stray_cells.xlsx",
        "binary.xlsb",
    ] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        for seed in 0..COPIES {
            let refused = open(&damage_part(&bytes, seed)).err();
            assert_ne!(
                refused,
                Some(Refusal::Damaged(Fault::Unforeseen)),
                "{name} with damage {seed}"
            );
        }
    }
}

/// A packed file with one of its parts damaged and all checksums right.
fn damage_part(bytes: &[u8], seed: u64) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut source = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let victim = Numbers(seed ^ 0x5eed).below(source.len());
    let mut target = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        target.start_file(part.name().unwrap(), options).unwrap();
        if index == victim && !content.is_empty() {
            content = damage(&content, seed);
        }
        target.write_all(&content).unwrap();
    }
    target.finish().unwrap().into_inner()
}
