//! Individual petitions and denunciations (đơn, thư khiếu nại, tố cáo of one person), which a dialogue does not take up.

use crate::text::{clean, fold};

/// One person's own case: the words for the paper and the words for the person, without tones.
const PAPERS: [&str; 6] = [
    "don khieu nai",
    "don to cao",
    "don kien nghi",
    "toi to cao",
    "toi khieu nai",
    "gia dinh toi khieu nai",
];

/// Whether a text is one person's petition or denunciation.
pub(crate) fn is_complaint(text: &str) -> bool {
    let folded = format!(" {} ", fold(&clean(text)));
    let own = [" toi ", " nha em ", " gia dinh em "]
        .iter()
        .any(|word| folded.contains(word));
    own && PAPERS.iter().any(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_persons_own_case_is_told_from_a_general_opinion() {
        for text in [
            "Tôi tố cáo ông trưởng xóm lấn đất nhà tôi",
            "Gia đình tôi đã gửi đơn khiếu nại việc đền bù",
        ] {
            assert!(is_complaint(text), "{text}");
        }
        for text in ["Đề nghị giải quyết dứt điểm đơn khiếu nại tồn đọng", "Sửa đường"]
        {
            assert!(!is_complaint(text), "{text}");
        }
    }
}
