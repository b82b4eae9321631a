//! Packs parts without compression and opens the file.

use std::io::{Cursor, Write};

use doithoai::spreadsheet::{Fault, Refusal, open as open_file};

/// Panics where a reader did.
pub(crate) fn open(parts: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        zip.start_file(*name, options).expect("memory takes a part");
        zip.write_all(part).expect("memory takes bytes");
    }
    let file = zip.finish().expect("memory takes a list").into_inner();
    assert_ne!(open_file(&file).err(), Some(Refusal::Damaged(Fault::Unforeseen)));
}
