//! The parts of an .xlsx behind valid checksums: the input is sheet, shared strings and styles, parted by NUL.
#![no_main]

mod packed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    let (sheet, strings, styles) = (next(), next(), next());
    packed::open(&[
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name='A'/></sheets></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]);
});
