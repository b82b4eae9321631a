//! Notes below or inside a table, the last sentence of a report, and the example of the form.

use super::super::asking::{asks, complains, wishes};
use super::beginning;
use super::total::is_count;
use crate::text::{clean, fold};

/// A note below or inside the table.
pub(in crate::intake) fn is_note(text: &str) -> bool {
    if is_last_sentence(text) || asks_to_gather(text) || is_about_all(text) || is_count(text) {
        return true;
    }
    if says_where_it_goes(text) {
        return true;
    }
    let folded = fold(&clean(beginning(text)));
    [
        "ghi chu",
        "luu y",
        "chu thich",
        "chu y:",
        "(*)",
        "(hop ",
        "(cuoc hop",
        "* ghi",
        "(ghi chu",
        "nguon:",
        "ket luan:",
        "* luu y",
        "(1) ghi",
        "tren day la",
        "tren day, ",
        "kinh bao cao",
        "tran trong bao cao",
        "tran trong cam on",
        "xin tran trong bao cao",
        "xin tran trong cam on",
        "toi xin tran trong cam on",
        "toi xin chan thanh cam on",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
}

/// "(Gửi Hội nghị đối thoại ...)", "(Kèm theo Công văn số 12-CV/ĐU)": a line that is all in brackets. "(Kèm theo đơn) Đề nghị ..."
/// says more.
fn says_where_it_goes(text: &str) -> bool {
    let inside = text
        .trim()
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inside
        .filter(|inside| !inside.contains(')'))
        .is_some_and(|inside| {
            let folded = fold(&clean(inside));
            ["gui hoi nghi", "kem theo"]
                .iter()
                .any(|start| folded.starts_with(start))
        })
}

/// "Đảng ủy xã Phú Đình báo cáo và đề nghị Tỉnh ủy xem xét./.": the sentence with which a body ends its report.
fn is_last_sentence(text: &str) -> bool {
    const SENDERS: [&str; 6] = ["dang uy", "dang bo", "ubnd", "uy ban", "ban thuong vu", "chi bo"];
    let start = fold(&clean(beginning(text)));
    if !SENDERS.iter().any(|sender| start.starts_with(sender)) {
        return false;
    }
    let folded = fold(&clean(text));
    let ends = folded.ends_with("./.") || folded.contains("tran trong") || folded.contains("kinh de nghi");
    let all = ["y kien", "kien nghi", "noi dung", "de xuat"].iter().any(|what| {
        let named = folded.match_indices(what);
        named.into_iter().any(|(at, _)| {
            let after = folded.get(at..).unwrap_or_default();
            let near = after.split(' ').take(7).collect::<Vec<_>>().join(" ");
            near.contains(" neu tren") || near.contains(" tren day") || near.contains(" noi tren")
        })
    });
    // "... sự quan tâm của các cấp" has a word that asks elsewhere.
    let asked = [" de nghi ", " kien nghi ", " de xuat ", " mong ", " can "]
        .iter()
        .any(|word| folded.contains(word))
        || wishes(text);
    let thanks = folded.contains(" tran trong cam on ") && !asked && !complains(text);
    ends && folded.contains(" bao cao") || all || thanks
}

/// "Kính đề nghị Ban Tuyên giáo và Dân vận tổng hợp, trình Thường trực Tỉnh ủy": asks no more than that the report be used.
fn asks_to_gather(text: &str) -> bool {
    const MOST_WORDS: usize = 30;
    const MOST_OF_NOTHING: usize = 16;
    const RECEIVERS: [&str; 6] = [
        "ban tuyen giao",
        "tinh uy",
        "dang uy",
        "cap tren",
        "ban to chuc",
        "van phong",
    ];
    let folded = fold(&clean(beginning(text)));
    let asked = [
        "kinh de nghi ",
        "de nghi ",
        "kinh mong ",
        "tran trong de nghi ",
        "kinh trinh ",
    ]
    .iter()
    .find_map(|start| folded.strip_prefix(start));
    asked.is_some_and(|asked| {
        let addressed = RECEIVERS.iter().any(|receiver| asked.starts_with(receiver));
        let words = folded.split(' ').count();
        let end = folded.trim_end_matches(['.', '/', '!', ' ']);
        let ends = |list: &[&str]| list.iter().any(|word| end.ends_with(word));
        // "... quan tâm, xem xét./.", "... giải quyết các ý kiến, kiến nghị nêu trên." name nothing of their own.
        let considers =
            words <= MOST_OF_NOTHING && ends(&["xem xet", "xem xet, giai quyet", "xem xet giai quyet"]);
        let of_all = ends(&[" neu tren", " noi tren", " tren day"]);
        let gathers = asked.contains(" tong hop") || of_all;
        addressed && (gathers && words <= MOST_WORDS || considers) && !asked.contains(" de nghi ")
    })
}

/// "* Những ý kiến trên đã được rà soát", "Còn 3 xóm chưa gửi ý kiến": says of the opinions what was done with them, or which
/// are missing.
fn is_about_all(text: &str) -> bool {
    const STARTS: [&str; 4] = ["nhung ", "cac ", "tat ca cac ", "toan bo "];
    const TOLD: [&str; 4] = ["da tra loi", "duoc ", "da giai trinh", "da tong hop"];
    const JUDGED: [&str; 9] = [
        "tap trung ",
        "deu ",
        "co ban ",
        "phan lon ",
        "phu hop ",
        "xoay quanh ",
        "mang tinh ",
        "dung trong tam",
        "thiet thuc",
    ];
    let folded = fold(&clean(beginning(text)));
    let bare = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    let judging = ["nhin chung", "noi chung", "tom lai", "qua tong hop"]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let bare = judging.map_or(bare, |rest| rest.trim_start_matches([',', ' ']));
    let all = STARTS.iter().find_map(|start| bare.strip_prefix(start));
    let of_all = all.is_some_and(|rest| {
        let said = ["y kien", "kien nghi", "noi dung"]
            .iter()
            .find_map(|what| rest.strip_prefix(what));
        let named = [" tren ", " con lai ", " thuoc tham quyen "]
            .iter()
            .any(|which| rest.contains(which));
        let judged = |said: &str| {
            JUDGED
                .iter()
                .any(|word| said.trim_start_matches([',', ' ']).starts_with(word))
        };
        let asked = |said: &str| said.contains(" de nghi ") || wishes(text);
        said.is_some_and(|said| {
            let told = named && TOLD.iter().any(|told| rest.contains(told)) && !asks(text);
            told || judged(said) && (!asked(said) || asks_for_answers(said))
        })
    });
    let missing = bare.starts_with("con ") && bare.contains(" chua gui ") && bare.contains("y kien");
    let counted = bare.starts_with("so lieu ") && bare.contains(" tinh den ");
    of_all || (missing || counted) && !asks(text)
}

/// "...; đề nghị các sở, ngành quan tâm trả lời": asks no more than that the opinions be answered.
fn asks_for_answers(folded: &str) -> bool {
    const MOST_WORDS: usize = 14;
    const ASKED: [&str; 4] = ["cac so", "cac cap", "cac co quan", "cac nganh"];
    const ANSWERS: [&str; 4] = [
        "quan tam tra loi",
        "quan tam giai quyet",
        "xem xet, giai quyet",
        "xem xet, tra loi",
    ];
    let asked = folded.rsplit_once(" de nghi ").map_or("", |(_, asked)| asked);
    ASKED.iter().any(|body| asked.starts_with(body))
        && ANSWERS.iter().any(|answer| asked.contains(answer))
        && asked.split(' ').nth(MOST_WORDS).is_none()
}

/// The form's own example or the words that tell how to fill it in.
pub(in crate::intake) fn is_example(text: &str) -> bool {
    let folded = fold(&clean(beginning(text)));
    let example = [
        "vi du:", "vd:", "(vi du", "(vd", "vd.", "vi du :", "mau:", "[vi du", "vi du -",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
        || matches!(folded.as_str(), "vi du" | "vd" | "mau" | "vi du mau" | "(mau)");
    let open = folded.strip_prefix(['(', '[', '<', '{']).unwrap_or(&folded);
    let bracketed = open != folded && folded.ends_with([')', ']', '>', '}']);
    let how_to = [
        "ghi ",
        "neu ro",
        "neu noi dung",
        "dien ",
        "nhap ",
        "noi dung",
        "ho va ten",
        "chuc vu",
        "moi y kien",
        "de nghi ghi",
        "viet ",
        "trinh bay",
    ]
    .iter()
    .any(|start| open.starts_with(start));
    // "(Đề nghị các xóm ghi đúng mẫu, không viết tắt)"
    let to_fill_in = [" ghi dung mau", " theo mau", " ghi ro ", " khong viet tat"]
        .iter()
        .any(|word| open.contains(word));
    // "Nội dung ý kiến 1..."
    let undotted = folded.trim_end_matches(['.', '…', ' ']);
    let left_open = undotted.len() < folded.len();
    let said = match left_open {
        true => undotted.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '),
        false => &folded,
    };
    let whole = matches!(
        said,
        "noi dung y kien" | "noi dung" | "ho va ten" | "ghi ro noi dung y kien" | "ghi noi dung y kien"
    );
    example || bracketed && (how_to || to_fill_in) || whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_own_words_are_no_opinion() {
        for text in [
            "Ví dụ: Đề nghị sửa đường",
            "VD",
            "(Ghi rõ nội dung ý kiến)",
            "[Nội dung ý kiến]",
            "Nội dung ý kiến",
            "(VD: sửa cầu)",
            "Nội dung ý kiến 1...",
        ] {
            assert!(is_example(text), "{text}");
        }
        for text in [
            "Ví dụ như đường xóm 5 hỏng, đề nghị sửa",
            "(Tiếp) đề nghị sửa đường",
            "Nội dung họp chưa rõ",
        ] {
            assert!(!is_example(text), "{text}");
        }
    }
}
