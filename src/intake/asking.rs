//! Whether a text asks for something or says what is wrong, by its words alone. What it asks for is the lexicon's work.

use crate::text::{canonical_tones, clean, fold};

/// Words of a text.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Phrases that ask, without tones.
const ASKING: [&str; 20] = [
    "de nghi",
    "kien nghi",
    "de xuat",
    "bao gio",
    "khi nao",
    "vi sao",
    "tai sao",
    "quan tam",
    "xem xet",
    "ho tro",
    "dau tu",
    "sua chua",
    "xay dung",
    "nang cap",
    "bo sung",
    "bo tri",
    "tang cuong",
    "lam duong",
    "huong dan",
    "giai quyet",
];

/// Words that ask by themselves.
const ASKING_ALONE: [&str; 4] = ["mong", "xin", "cần", "sớm"];

/// Whether a text asks for something.
pub(super) fn asks(text: &str) -> bool {
    let spaced = |text: &str| {
        let spaced = format!(" {} ", text.replace([',', '.', ':', ';'], " "));
        spaced.replace(" vắc xin ", " ").replace(" vac xin ", " ")
    };
    let said = canonical_tones(&clean(text)).to_lowercase();
    let folded = fold(&said);
    let toneless = folded == said;
    let (said, folded) = (spaced(&said), spaced(&folded));
    let asks = |word: &&str| folded.contains(&format!(" {word} "));
    // A slip of the tone is forgiven in a phrase; a single word is another one then: "cán bộ", "người Mông".
    let word_asks = |word: &&str| match toneless {
        true => folded.contains(&format!(" {} ", fold(word))) && !folded.contains(" can bo "),
        false => said.contains(&format!(" {word} ")),
    };
    text.contains('?') || ASKING.iter().any(asks) || ASKING_ALONE.iter().any(word_asks)
}

/// Whether a text wishes for something: "mong". The people and the name "Mông" have the same letters without their mark.
pub(super) fn wishes(text: &str) -> bool {
    let said = canonical_tones(&clean(text)).to_lowercase();
    let mut words = said.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "mong")
}

/// Whether a line asks with its first words.
pub(super) fn asks_at_once(line: &str) -> bool {
    let folded = fold(&clean(line));
    let rest = [
        "kinh ",
        "toi ",
        "nhan dan ",
        "cu tri ",
        "ba con ",
        "cung ",
        "tiep tuc ",
        "dong thoi ",
    ]
    .iter()
    .fold(folded.as_str(), |rest, word| {
        rest.strip_prefix(word).unwrap_or(rest)
    });
    [
        "de nghi",
        "kien nghi",
        "de xuat",
        "xin ",
        "bao gio",
        "vi sao",
        "tai sao",
        "khi nao",
    ]
    .iter()
    .any(|word| rest.starts_with(word))
        || rest.starts_with("mong") && wishes(line)
}

/// Whether a text asks with its first words, be it by naming what is to be done.
pub(super) fn begins_asking(text: &str) -> bool {
    let folded = format!("{} ", fold(&clean(text)));
    let begins = |word: &str| {
        let rest = folded.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let alone = || {
        let said = canonical_tones(&clean(text)).to_lowercase();
        let first = said.split(' ').next().unwrap_or_default();
        ASKING_ALONE.contains(&first)
    };
    asks_at_once(text) || acts(text) || ASKING.into_iter().any(begins) || alone()
}

/// Verbs of what is to be done.
const ACTS: [&str; 27] = [
    "làm ",
    "sửa ",
    "xây ",
    "kéo ",
    "mở ",
    "cấp ",
    "thay ",
    "tăng ",
    "giảm ",
    "nâng ",
    "lắp ",
    "bỏ ",
    "dựng ",
    "thêm ",
    "dọn ",
    "nạo ",
    "đào ",
    "trả ",
    "giữ ",
    "hạ ",
    "khoan ",
    "kè ",
    "cải tạo ",
    "bê tông hóa ",
    "cứng hóa ",
    "trải nhựa ",
    "đẩy nhanh ",
];

/// Whether a text begins with what is to be done: "Sửa đập", "Bê tông hóa đường".
pub(super) fn acts(text: &str) -> bool {
    let text = canonical_tones(&clean(text)).to_lowercase();
    ACTS.iter().any(|act| text.starts_with(act))
}

/// Whether a text says anywhere what is to be done: "Kiến nghị với tỉnh sửa đường".
pub(super) fn holds_act(text: &str) -> bool {
    // "Cấp" is a level as well as what is given, and "hạ tầng" is nothing to be lowered.
    const NOUNS: [&str; 9] = [
        "hạ tầng",
        "cấp trên",
        "cấp tỉnh",
        "cấp xã",
        "cấp ủy",
        "cấp huyện",
        "cấp trung ương",
        "cấp có",
        "cấp dưới",
    ];
    let said = format!(" {} ", canonical_tones(&clean(text)).to_lowercase());
    let toneless = fold(&said) == said;
    let form = |word: &str| if toneless { fold(word) } else { word.to_owned() };
    let said = NOUNS
        .iter()
        .fold(said, |said, level| said.replace(&form(level), " "));
    ACTS.iter().any(|act| said.contains(&format!(" {}", form(act))))
}

/// Words that say what is wrong; in a text without tones the same without them.
const WRONG: [&str; 15] = [
    " bị ",
    " chưa ",
    " không ",
    " hỏng",
    " xuống cấp",
    " khó khăn",
    " ô nhiễm",
    " thiếu ",
    " chậm",
    " quá ",
    " yếu",
    " xấu",
    " sạt lở",
    " ngập",
    " còn ",
];

/// Whether a text says what is wrong.
pub(super) fn complains(text: &str) -> bool {
    let said = canonical_tones(&clean(text)).to_lowercase();
    let said = format!(" {} ", said.replace([',', '.', ';'], " "));
    let folded = fold(&said);
    let (toneless, said) = (folded == said, harmless(said));
    if toneless {
        return WRONG.iter().any(|word| said.contains(&fold(word)));
    }
    WRONG.iter().any(|word| said.contains(word))
}

/// The text without words that hold the letters of one that complains: "chuẩn bị", "bi thu".
fn harmless(said: String) -> String {
    const HARMLESS: [&str; 9] = [
        " quá trình ",
        " qua trinh ",
        " chuẩn bị ",
        " trang bị ",
        " thiết bị ",
        " chuan bi ",
        " trang bi ",
        " thiet bi ",
        " bi thu ",
    ];
    HARMLESS.iter().fold(said, |said, word| said.replace(word, " "))
}
