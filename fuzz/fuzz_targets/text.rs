//! Any text through the keys and the repair of old fonts.
#![no_main]

use doithoai::text::{canonical_tones, clean, condition, fold, folded_key, strict_key};
use unicode_normalization::UnicodeNormalization;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // What looks the same has the same key, however its letters are stored.
    let key = strict_key(text);
    let seen = clean(text);
    assert_eq!(clean(&seen), seen);
    assert_eq!(strict_key(&seen), key);
    let apart: String = text.nfd().collect();
    assert_eq!(strict_key(&apart), key);
    let _ = (
        canonical_tones(text),
        condition(text),
        fold(text),
        folded_key(text),
    );
});
