//! The reading of whole texts.

use super::*;

#[test]
fn odd_texts_are_read_too() {
    let lexicon = Lexicon::built_in();
    for text in [
        "",
        " ",
        "...",
        "?",
        "0",
        "🙂",
        "đề nghị",
        "Đề nghị",
        "a\u{0}b",
        "QL",
        "xóm",
        "( ( (",
        "năm",
    ] {
        let reading = lexicon.read(text);
        let words: Vec<String> = crate::text::words(&crate::text::strict_key(text))
            .map(str::to_owned)
            .collect();
        assert_eq!(reading.words, words, "{text:?}");
    }
}
