//! Any bytes at the door: .xls, .csv, HTML and XML 2003 are reached this way, and packed files as such.
#![no_main]

use std::panic::{set_hook, take_hook};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use doithoai::spreadsheet::{Refusal, open};

/// Whether the last panic came from calamine, which is known to panic on a damaged .xlsb; the door turns that into the
/// file's refusal.
static OUTSIDE: AtomicBool = AtomicBool::new(false);

fn let_calamine_panic() {
    let stop = take_hook();
    set_hook(Box::new(move |panic| {
        let outside = panic.location().is_some_and(|place| place.file().contains("/calamine-"));
        OUTSIDE.store(outside, Relaxed);
        if !outside {
            stop(panic);
        }
    }));
}

libfuzzer_sys::fuzz_target!(init: let_calamine_panic(), |bytes: &[u8]| {
    if let Err(Refusal::Damaged(detail)) = open(bytes) {
        // A panic that the door caught is still a find.
        assert!(OUTSIDE.load(Relaxed) || detail != "the reader stopped");
    }
});
