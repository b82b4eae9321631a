//! Any text through the keys and the repair of old fonts.
#![no_main]

use doithoai::text::{canonical_tones, clean, condition, fold, folded_key, strict_key};

libfuzzer_sys::fuzz_target!(|text: &str| {
    // Keys are compared with one another, so a key must be the key of itself.
    let key = strict_key(text);
    assert_eq!(strict_key(&key), key);
    let _ = (
        canonical_tones(text),
        clean(text),
        condition(text),
        fold(text),
        folded_key(text),
    );
});
