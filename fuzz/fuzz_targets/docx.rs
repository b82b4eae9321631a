//! The parts of a .docx behind valid checksums: the input is document, lists and styles, parted by NUL.
#![no_main]

mod packed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    let (document, lists, styles) = (next(), next(), next());
    packed::open(&[
        ("_rels/.rels", b"<Relationships/>"),
        ("word/document.xml", document),
        ("word/numbering.xml", lists),
        ("word/styles.xml", styles),
    ]);
});
