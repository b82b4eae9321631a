//! One person's petition or denunciation (đơn, khiếu nại, tố cáo, tranh chấp of one household), which a dialogue does
//! not take up, told from an opinion about how complaints are handled or about a trouble that others share.
//!
//! Signs are counted, and several must come together: the speaker's own case, a dispute or an accusation, the person
//! accused, the claim for oneself. When in doubt it is an opinion: an opinion must never vanish.

use crate::text::{canonical_tones, clean, fold};

/// Signs from which a text is a complaint.
const ENOUGH: u32 = 3;

/// The speaker complains or accuses, in so many words.
const OPENINGS: [&str; 12] = [
    "tôi khiếu nại",
    "tôi xin khiếu nại",
    "tôi làm đơn khiếu nại",
    "tôi tố cáo",
    "tôi xin tố cáo",
    "tôi làm đơn tố cáo",
    "đơn kêu cứu",
    "đơn tố cáo ông",
    "đơn tố cáo bà",
    "tôi tố giác",
    "gia đình tôi khiếu nại",
    "tôi khởi kiện",
];

/// Openings that count only where the text begins with them.
const FIRST_WORDS: [&str; 8] = [
    "tố cáo ông",
    "tố cáo bà",
    "tố cáo anh",
    "tố cáo chị",
    "tố cáo đồng chí",
    "đơn khiếu nại",
    "đơn tố cáo",
    "đơn kiện",
];

/// Accusations of one office-holder who is not named.
const ACCUSED: [&str; 12] = [
    "phản ánh đồng chí",
    "phản ánh ông",
    "phản ánh bà",
    "phản ánh trưởng thôn",
    "phản ánh trưởng xóm",
    "phản ánh cán bộ",
    "kỷ luật cô",
    "kỷ luật thầy",
    "kỷ luật ông",
    "kỷ luật bà",
    "kỷ luật trưởng",
    "kỷ luật đồng chí",
];

/// Words of dispute. Different ones count, up to two.
const DISPUTES: [&str; 30] = [
    "khiếu nại",
    "tố cáo",
    "tranh chấp",
    "kỷ luật",
    "khởi tố",
    "khởi kiện",
    "bắt bồi thường",
    "bị lừa",
    "lừa tôi",
    "vụ lợi",
    "trái luật",
    "trái pháp luật",
    "không chấp nhận",
    "không đồng ý",
    "xem xét lại quyết định",
    "hủy quyết định",
    "hủy giấy",
    "gửi đơn",
    "làm đơn",
    "có đơn",
    "viết đơn",
    "đánh con tôi",
    "đánh tôi",
    "đánh vào",
    "đánh gãy",
    "lấn đất",
    "lấn chiếm đất",
    "chiếm đất",
    "ghi thiếu tên",
    "chồng lên đất",
];

/// A claim for oneself.
const CLAIMS: [&str; 17] = [
    "cho tôi",
    "cho gia đình tôi",
    "cho nhà tôi",
    "lại cho tôi",
    "trường hợp của tôi",
    "cá nhân tôi",
    "của bố tôi",
    "của mẹ tôi",
    "của vợ chồng tôi",
    "đối với tôi",
    "đất nhà tôi",
    "đất của tôi",
    "con tôi bị",
    "bồi thường cho tôi",
    "đòi lại",
    "đòi cộng lại",
    "không trả lại",
];

/// Ways to begin to speak, which claim nothing: "Cho tôi hỏi bao giờ ...".
const POLITE: [&str; 8] = [
    "cho tôi hỏi",
    "cho tôi được hỏi",
    "cho tôi xin",
    "cho tôi nói",
    "cho tôi biết",
    "cho tôi phát biểu",
    "cho tôi có ý kiến",
    "cho tôi kiến nghị",
];

/// What says that there is no dispute: "không tranh chấp với ai".
const NO_DISPUTES: [&str; 4] = [
    "không tranh chấp",
    "không có tranh chấp",
    "không khiếu nại",
    "không ai tranh chấp",
];

/// Words of an opinion about the handling of complaints, or of a policy.
const GENERAL: [&str; 14] = [
    "đơn thư",
    "tồn đọng",
    "công tác giải quyết",
    "công tác tiếp",
    "tập huấn",
    "các vụ",
    "nhiều vụ",
    "nhiều đơn",
    "quy trình",
    "cử tri",
    "người dân khiếu nại",
    "nhân dân",
    "bà con",
    "khiếu nại tố cáo",
];

/// Words before "tôi" that make it the speaker's place, not the speaker.
const PLACES: [&str; 13] = [
    "chúng",
    "xã",
    "thôn",
    "xóm",
    "bản",
    "phường",
    "tổ",
    "trường",
    "trạm",
    "huyện",
    "cơ quan",
    "hội",
    "phố",
];

/// Words before a person's name.
const TITLES: [&str; 12] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "cô",
    "thầy",
    "thôn",
    "xóm",
    "trưởng",
    "chí",
    "tịch",
    "phố",
];

/// Titles that are places, too: "trưởng thôn Nguyễn Văn T." is a person, "thôn Bãi Hội" none.
const OF_PLACES: [&str; 3] = ["thôn", "xóm", "phố"];

/// Whether a text is one person's petition or denunciation.
pub fn is_complaint(text: &str) -> bool {
    let text = canonical_tones(&clean(text));
    let words = Words::new(&text);
    let own = words.own();
    let disputes = words.count(&DISPUTES).min(2);
    let explicit = words.has(&OPENINGS) || words.begins(&FIRST_WORDS);
    let accused = words.has(&ACCUSED);
    let named = names_a_person(&text);
    if disputes == 0 && !explicit {
        return false;
    }
    let signs = 2 * u32::from(explicit)
        + 2 * u32::from(accused)
        + u32::from(named)
        + u32::from(own)
        + disputes
        + u32::from(own && words.has(&CLAIMS));
    let needed = ENOUGH + 2 * u32::from(words.has(&GENERAL));
    (own || named || accused || explicit) && signs >= needed
}

/// The words of a text, in lower case between spaces, "tôi" only where it is the speaker: "chúng tôi" and "xã tôi"
/// become "chúng ta" and "xã ta".
struct Words {
    text: String,
    toneless: bool,
}

impl Words {
    fn new(text: &str) -> Self {
        let lower = text.to_lowercase();
        let toneless = fold(&lower) == lower;
        let me = if toneless { "toi" } else { "tôi" };
        let places: Vec<String> = PLACES
            .iter()
            .map(|word| if toneless { fold(word) } else { (*word).to_owned() })
            .collect();
        let mut words: Vec<&str> = Vec::new();
        for word in lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let shared = word == me
                && words
                    .last()
                    .is_some_and(|before| places.iter().any(|place| place == before));
            words.push(if shared { "ta" } else { word });
        }
        let mut said = Self {
            text: format!(" {} ", words.join(" ")),
            toneless,
        };
        for harmless in POLITE.iter().chain(&NO_DISPUTES) {
            said.text = said.text.replace(&said.phrase(harmless), " ");
        }
        said
    }

    fn phrase(&self, phrase: &str) -> String {
        let phrase = if self.toneless {
            fold(phrase)
        } else {
            canonical_tones(phrase)
        };
        format!(" {phrase} ")
    }

    fn has(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.text.contains(&self.phrase(phrase)))
    }

    fn begins(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.text.starts_with(&self.phrase(phrase)))
    }

    fn count(&self, phrases: &[&str]) -> u32 {
        phrases
            .iter()
            .map(|phrase| u32::from(self.text.contains(&self.phrase(phrase))))
            .sum()
    }

    /// Whether the speaker speaks of himself.
    fn own(&self) -> bool {
        self.has(&["tôi", "gia đình em", "nhà em", "gia đình cháu"])
    }
}

/// Whether a person is named: a title, then two words with capitals and perhaps an initial ("ông Vũ Văn T."). A house
/// that only marks where a road runs ("từ nhà ông Hà Văn Sơn") names nobody.
fn names_a_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        let word = word.to_lowercase();
        let heads = || {
            let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
            before.iter().any(|word| word.to_lowercase() == "trưởng")
        };
        let place = OF_PLACES.contains(&word.as_str()) && !heads();
        let title = TITLES.contains(&word.as_str()) && !place;
        let house = at.checked_sub(2).and_then(|before| words.get(before));
        let marks_a_road =
            house.is_some_and(|word| ["từ", "đến", "qua", "cổng", "ngõ", "tới"].contains(word));
        let capital = |offset: usize| {
            let next = words.get(at + offset);
            next.is_some_and(|word| word.starts_with(char::is_uppercase) && !ends_a_sentence(word))
        };
        let last = words
            .get(at + 2)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
        title && !marks_a_road && capital(1) && last
    })
}

/// "T." is an initial, "Sơn." ends a sentence.
fn ends_a_sentence(word: &str) -> bool {
    word.ends_with(['.', '!', '?', ';']) && word.chars().count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_persons_own_case_is_a_complaint() {
        for text in [
            "Tôi tố cáo ông trưởng xóm lấn đất nhà tôi",
            "Gia đình tôi không đồng ý với quyết định thu hồi, đã gửi đơn mà chưa được trả lời, đề nghị trả lại đất cho tôi",
            "Tố cáo ông Hà Văn B. nhận tiền mà không làm giấy tờ cho gia đình tôi",
            "Đơn kêu cứu: nhà tôi bị cưỡng chế trái pháp luật",
            "Toi khieu nai quyet dinh thu hoi dat cua gia dinh toi",
            "Nhà ông Lý Văn D. lấn đất nhà tôi 3 mét, tôi đã làm đơn mà xã không giải quyết",
        ] {
            assert!(is_complaint(text), "{text}");
        }
    }

    #[test]
    fn an_opinion_about_complaints_or_a_shared_trouble_is_no_complaint() {
        for text in [
            "Tôi đề nghị thu hồi đất không sử dụng giao cho hộ thiếu đất vì ranh giới rừng ở xóm Bãi Hội chồng lên đất vườn của dân",
            "Đề nghị giải quyết dứt điểm đơn khiếu nại tồn đọng",
            "Tập huấn giải quyết khiếu nại, tố cáo cho công chức cấp xã",
            "Đường từ nhà ông Hà Văn Sơn đến nhà tôi lầy lội, đề nghị đổ bê tông",
            "Tôi nghỉ hưu trước tuổi mà chưa được nhận tiền, đề nghị sớm chi trả",
            "Tôi không đồng ý với việc sáp nhập xóm",
            "Dân xã tôi khiếu nại nhiều về giá đền bù, đề nghị tỉnh xem xét nâng giá",
            "Thanh tra tỉnh cần hướng dẫn quy trình giải quyết đơn thư",
            "Cho tôi hỏi bao giờ thì nhà tôi được đo đạc lại thửa đất sau khi mở đường? Đã viết đơn hai lần.",
            "Sửa đường",
            "",
        ] {
            assert!(!is_complaint(text), "{text}");
        }
    }
}
