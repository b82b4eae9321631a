//! The reading of whole texts.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

fn named(ids: &[ConceptId]) -> Vec<&str> {
    ids.iter()
        .map(|&id| LEXICON.concept(id).unwrap().name.as_str())
        .collect()
}

/// Whether a frame of the text asks `ask` of `object`.
fn asks(text: &str, ask: &str, object: &str) -> bool {
    let holds =
        |ids: &[ConceptId], name: &str| ids.iter().any(|&id| named(&LEXICON.kinds_of(id)).contains(&name));
    LEXICON
        .read(text)
        .frames
        .iter()
        .any(|frame| holds(&frame.asks, ask) && holds(&frame.objects, object))
}

#[test]
fn officialese_and_farmers_talk_ask_the_same() {
    for (ask, object, texts) in [
        (
            "issue-document",
            "land-certificate",
            [
                "Đề nghị sớm cấp GCN QSD đất cho các hộ dân",
                "Bà con ở đây chưa ai được cấp bìa đỏ, mong tỉnh cấp cho",
                "de nghi cap so do cho nhan dan",
            ],
        ),
        (
            "works",
            "road",
            [
                "Đường xuống cấp nghiêm trọng, đề nghị sửa chữa, nâng cấp",
                "Con đường vào xóm hỏng hết rồi, bao giờ thì sửa",
                "MONG CẤP TRÊN CẢI TẠO TUYẾN ĐƯỜNG LIÊN XÃ",
            ],
        ),
        (
            "raise",
            "allowance",
            [
                "Kính đề nghị nâng mức phụ cấp cho trưởng thôn",
                "Phụ cấp trưởng thôn thấp quá không đủ xăng xe",
                "Tăng phụ cấp cho bí thư chi bộ",
            ],
        ),
        (
            "upgrade",
            "substation",
            [
                "Trạm biến áp quá tải, đề nghị ngành điện nâng công suất",
                "Điện yếu lắm, mong nâng cấp trạm biến áp",
                "kiến nghị nâng cấp trạm hạ thế của thôn",
            ],
        ),
    ] {
        for text in texts {
            assert!(asks(text, ask, object), "{text}: {:?}", LEXICON.read(text).frames);
        }
    }
}

#[test]
fn look_alikes_read_differently() {
    for (a, b) in [
        (
            "Đề nghị sửa đường xóm Đồng Tâm",
            "Đề nghị sửa đường xóm Đồng Tiến",
        ),
        ("Đề nghị sửa đường thôn 3", "Đề nghị sửa đường thôn 5"),
        ("Đề nghị sửa đường ĐT.261", "Đề nghị sửa đường ĐT.264"),
        (
            "Đề nghị nâng phụ cấp lên 1,5 lần",
            "Đề nghị nâng phụ cấp lên 2 lần",
        ),
        ("Đề nghị tăng giá đất", "Đề nghị giảm giá đất"),
        ("Đề nghị sáp nhập các thôn", "Đề nghị không sáp nhập các thôn"),
        (
            "Đề nghị tăng phụ cấp trưởng thôn",
            "Đề nghị tăng phụ cấp bí thư chi bộ",
        ),
        ("Đề nghị sửa cầu Nà Ca", "Đề nghị sửa cầu Nà Ca và xây trường học"),
    ] {
        assert_ne!(LEXICON.read(a).frames, LEXICON.read(b).frames, "{a} / {b}");
    }
}

#[test]
fn an_allowance_issues_no_paper_and_no_fund() {
    for text in [
        "Đề nghị nâng phụ cấp cho trưởng thôn",
        "Phụ cấp vốn đã thấp, đề nghị nâng lên",
    ] {
        let asks: Vec<ConceptId> = LEXICON
            .read(text)
            .frames
            .into_iter()
            .flat_map(|frame| frame.asks)
            .collect();
        for other in ["issue-document", "fund"] {
            assert!(!asks.contains(&LEXICON.named(other).unwrap()), "{text}: {other}");
        }
    }
}

#[test]
fn spelling_habits_do_not_change_the_frames() {
    for (a, b) in [
        ("Đề nghị sửa đường ĐT-261", "Kính đề nghị sửa đường ĐT 261."),
        (
            "Đề nghị cấp GCNQSDĐ",
            "Đề nghị cấp giấy chứng nhận quyền sử dụng đất",
        ),
        ("Đề nghị tăng 03 chức danh", "Đề nghị tăng ba chức danh"),
        (
            "Đề nghị sửa đường xóm Hoà Bình",
            "Đề nghị sửa đường thôn Hòa Bình",
        ),
        ("Bổ xung biên chế cho xã", "Bổ sung biên chế cho xã"),
    ] {
        assert_eq!(LEXICON.read(a).frames, LEXICON.read(b).frames, "{a} / {b}");
    }
}

#[test]
fn each_ask_has_its_frame_and_a_number_told_is_not_asked() {
    let two = LEXICON.read("Đề nghị sửa chữa cầu treo, đồng thời bổ sung biên chế cho xã");
    assert_eq!(two.frames.len(), 2, "{:?}", two.frames);
    let one = LEXICON.read("Đề nghị sửa chữa, nâng cấp cầu treo");
    assert_eq!(one.frames.len(), 1, "{:?}", one.frames);
    let told = LEXICON.read("Có 112 hồ sơ quá hạn. Đề nghị bố trí cho mỗi xã ít nhất 3 người");
    let asked: Vec<(&str, bool)> = told
        .quantities
        .iter()
        .map(|q| (q.value.as_str(), q.asked))
        .collect();
    assert_eq!(asked, [("112", false), ("3", true)]);
    let both = LEXICON
        .read("Mong tỉnh vừa nâng phụ cấp cho cán bộ tổ dân phố, vừa hỗ trợ tiền đóng bảo hiểm xã hội");
    assert_eq!(both.frames.len(), 2, "{:?}", both.frames);
}

#[test]
fn who_begins_with_a_capital_writes_names_with_one() {
    for (text, expected) in [
        (
            "Dữ liệu đất đai không mở cho phường tra cứu, xử lý hồ sơ chậm",
            vec![],
        ),
        ("Đề nghị bàn giao bản đồ cho xã cập nhật", vec![]),
        ("Đề nghị sửa đường vào xóm Đồng Tâm", vec!["xóm đồng tâm"]),
        ("đề nghị sửa đường vào xóm đồng tâm", vec!["xóm đồng tâm"]),
        ("ĐỀ NGHỊ SỬA ĐƯỜNG VÀO XÓM ĐỒNG TÂM", vec!["xóm đồng tâm"]),
        ("đề nghị giải quyết hồ sơ, trả bản vẽ", vec![]),
    ] {
        let reading = LEXICON.read(text);
        let names: Vec<&str> = reading.names.iter().map(|name| name.value.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }
}

#[test]
fn a_wording_inside_another_is_said_only_where_it_is_meant() {
    for (text, said, unsaid) in [
        ("Sở Xây dựng", "dept-construction", "build"),
        ("đáp ứng yêu cầu", "", "bridge"),
        ("làm cầu", "bridge", ""),
        ("sổ đỏ", "land-certificate", ""),
        ("cầu treo", "suspension-bridge", "bridge"),
    ] {
        let mentions: Vec<ConceptId> = LEXICON.read(text).mentions.iter().map(|m| m.concept).collect();
        let names = named(&mentions);
        assert!(said.is_empty() || names.contains(&said), "{text}: {names:?}");
        assert!(unsaid.is_empty() || !names.contains(&unsaid), "{text}: {names:?}");
    }
}

#[test]
fn odd_texts_are_read_too() {
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
        let reading = LEXICON.read(text);
        let words: Vec<String> = crate::text::words(&crate::text::strict_key(text))
            .map(str::to_owned)
            .collect();
        assert_eq!(reading.words, words, "{text:?}");
    }
}

#[test]
fn a_long_text_has_no_more_mentions_than_its_words_allow() {
    let text = "đề nghị sửa đường thôn 3 vì hỏng, ".repeat(900);
    let reading = LEXICON.read(&text);
    assert!(reading.mentions.len() <= 8 * reading.words.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn positions_are_in_range_and_words_are_the_strict_key(text in "(đề nghị|sửa|đường|ĐT|261|xóm|Phú|và|,|\\.|\n| |[a-zà-ỹ]{1,5}|\\PC){0,30}") {
        let reading = LEXICON.read(&text);
        prop_assert_eq!(reading.words.join(" "), crate::text::strict_key(&text));
        for mention in &reading.mentions {
            prop_assert!(mention.words.start < mention.words.end && mention.words.end <= reading.words.len());
        }
    }
}
