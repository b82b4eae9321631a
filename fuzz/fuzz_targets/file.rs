//! Any bytes at the door: .xls, .csv, HTML and XML 2003 are reached this way, and packed files as such.
#![no_main]

use std::panic::{set_hook, take_hook};

use doithoai::spreadsheet::{Fault, Refusal, open};

/// Calamine is known to panic on a damaged .xlsb; the reader goes on without the formulas that it would have spelled.
fn let_calamine_panic() {
    let stop = take_hook();
    set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("/calamine-")) {
            stop(panic);
        }
    }));
}

libfuzzer_sys::fuzz_target!(init: let_calamine_panic(), |bytes: &[u8]| {
    // A panic that the door caught is still a find.
    assert_ne!(open(bytes).err(), Some(Refusal::Damaged(Fault::Unforeseen)));
});
