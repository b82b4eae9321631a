//! Any bytes at the door: .xls, .csv, HTML and XML 2003 are reached this way, and packed files as such.
#![no_main]

use doithoai::spreadsheet::{Refusal, open};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(Refusal::Damaged(detail)) = open(bytes) {
        // A panic that the door caught is still a find.
        assert_ne!(detail, "the reader stopped");
    }
});
