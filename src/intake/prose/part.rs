//! The parts of a report or of minutes: headings of opinions and of what is none, announcements, replies and questions of a form.
//! Each is told by the words of one paragraph; where it ends is told above.

use super::super::asking::{asks, complains, count, holds_act};
use super::super::header::{is_lone_header, is_number_label};
use super::super::line;
use super::super::mark::{Mark, alike, capital, mark, without_mark};
use super::super::no_opinion::asks_for_nothing;
use super::super::parts::FEWEST_WORDS;
use super::super::subject::is_field;
use super::speakers::{is_whole_unit, named_alone};
use crate::text::{clean, fold};

/// What begins the name of a place or body whose people speak below.
const PLACES: [&str; 5] = ["xom ", "thon ", "tdp ", "to dan pho ", "chi bo "];

/// "THÔN CỐC LẢI": those of a hamlet speak below.
pub(super) fn heads_place(text: &str) -> bool {
    let folded = fold(&clean(text));
    let place = PLACES.iter().any(|place| folded.starts_with(place));
    place && line::is_heading(text) && !text.contains(char::is_lowercase)
}

/// Whether a heading is the subject of opinions: "I. Lĩnh vực đất đai", "Nhóm ý kiến về y tế", "Giao thông".
pub(super) fn heads_opinions(text: &str) -> bool {
    let bare = without_mark(text).unwrap_or(text);
    let folded = fold(&clean(bare));
    let begins = |start: &&str| folded.starts_with(*start);
    let subject = ["linh vuc", "nhom ", "ve ", "van de ", "doi voi "]
        .iter()
        .chain(&PLACES)
        .any(begins);
    let said = [
        "y kien",
        "kien nghi",
        "de xuat",
        "phan anh",
        "van de",
        "buc xuc",
        "kho khan",
        "vuong mac",
        "nguyen vong",
    ];
    subject || said.iter().any(|word| folded.contains(word)) || is_field(bare) || is_marked_body(text)
}

/// Whether a paragraph is a heading, such as "II. Kiến nghị, đề xuất".
pub(super) fn is_heading(text: &str) -> bool {
    let text = without_count(text);
    line::is_heading(text)
        || is_title(text)
        || names_group(text)
        || is_other_part(text)
        || is_marked_body(text)
}

/// "I. Sở Xây dựng": the body that must answer what stands below.
fn is_marked_body(text: &str) -> bool {
    mark_of_part(text).is_some_and(|(mark, rest)| !matches!(mark, Mark::Bullet(_)) && line::is_body(rest))
}

/// "1. Khái quát chung", "Đánh giá chung", "C. NHIỆM VỤ, GIẢI PHÁP": a part of the report that tells of other things than opinions.
pub(super) fn is_other_part(text: &str) -> bool {
    const LONGEST_UNMARKED: usize = 4;
    const OPINIONS: [&str; 8] = [
        "y kien",
        "kien nghi",
        "phan anh",
        "nguyen vong",
        "tong hop",
        "tiep nhan",
        "ghi nhan",
        "thu thap",
    ];
    // "Hạn chế xe tải qua xóm" asks: a heading of these has no other words.
    const JUDGED: [&str; 6] = [
        "nguyen nhan",
        "ton tai",
        "han che",
        "uu diem",
        "khuyet diem",
        "yeu kem",
    ];
    const PARTS: [&str; 30] = [
        "phan cong thuc hien",
        "phan cong nhiem vu",
        "giao nhiem vu",
        "qua trinh",
        "loi ket",
        "khai quat",
        "dac diem",
        "tinh hinh chung",
        "tinh hinh to chuc",
        "tinh hinh trien khai",
        "tinh hinh thuc hien",
        "cong tac to chuc",
        "cong tac chi dao",
        "cong tac trien khai",
        "cong tac chuan bi",
        "cong tac lanh dao",
        "cong tac tiep",
        "cong tac lay",
        "nhung ket qua",
        "danh gia chung",
        "nhan xet chung",
        "nhiem vu",
        "phuong huong",
        "giai phap",
        "mo dau",
        "phan mo dau",
        "muc dich",
        "thoi gian, dia diem",
        "to chuc thuc hien",
        "cach thuc",
    ];
    let results = |bare: &str| {
        let of_opinions = OPINIONS.iter().any(|word| bare.contains(word));
        bare == "ket qua"
            || bare.starts_with("ket qua to chuc")
            || bare.starts_with("ket qua ") && !of_opinions
    };
    // Without a mark a longer one is the title of the report: "Kết quả tổ chức lấy ý kiến Nhân dân".
    let told = mark_of_part(text).is_some() || count(text) <= LONGEST_UNMARKED;
    told && heads_part(text, |bare| {
        let mut pieces = bare
            .trim_end_matches(':')
            .split(", ")
            .flat_map(|piece| piece.split(" va "));
        let judged = pieces.all(|piece| JUDGED.contains(&piece));
        judged
            || results(bare)
            || bare.contains("dong tinh")
            || PARTS.iter().any(|part| bare.starts_with(part))
    })
}

/// "Giao thông (06 ý kiến)" without how many opinions there are, "Hòm thư góp ý (không ghi tên)" without that no one is named.
pub(super) fn without_count(text: &str) -> &str {
    let Some((before, inside)) = text
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    else {
        return text;
    };
    let folded = fold(&clean(inside));
    let unnamed = ["khong ghi ten", "khong neu ten", "nac danh", "khong co ten"];
    if unnamed.iter().any(|word| folded.contains(word)) {
        return before.trim_end();
    }
    let number = folded
        .trim_start_matches("co ")
        .starts_with(|c: char| c.is_ascii_digit());
    let counts = number
        && ["y kien", "kien nghi", "cau hoi", "noi dung", "luot"]
            .iter()
            .any(|what| folded.contains(what));
    if counts { before.trim_end() } else { text }
}

/// "1. Các câu hỏi, kiến nghị của nhân dân": a numbered group of opinions.
pub(super) fn names_group(text: &str) -> bool {
    let numbered = mark(text.trim()).filter(|(mark, _)| !matches!(mark, Mark::Bullet(_)));
    numbered.is_some_and(|(_, rest)| line::names_group(rest) && line::is_subject_of_group(rest))
}

/// "2. Ý kiến cụ thể", "3. Ý kiến, kiến nghị chung của Nhân dân": a part of opinions that only its number and its words tell from
/// a sentence.
pub(super) fn counts_opinions(text: &str) -> bool {
    const LONGEST: usize = 12;
    const SAID: [&str; 4] = ["y kien", "kien nghi", "de xuat", "phan anh"];
    const WHICH: [&str; 19] = [
        "phat bieu",
        "truc tiep",
        "trao doi",
        "cu the",
        "chung",
        "khac",
        "bo sung",
        "rieng",
        "nhan them",
        "tap the",
        "ca nhan",
        "dong gop",
        "cua ",
        "gui ",
        "tai ",
        "qua ",
        "theo ",
        "tu ",
        "da tong hop",
    ];
    let marked = mark(text.trim()).filter(|(mark, _)| matches!(mark, Mark::Number(_) | Mark::Decimal(..)));
    marked.is_some_and(|(_, rest)| {
        let folded = fold(&clean(rest.trim_end_matches(':')));
        let mut which = folded.strip_prefix("cac ").unwrap_or(&folded);
        let whole = which.len();
        while let Some(after) = SAID.iter().find_map(|said| which.strip_prefix(said)) {
            let after = after.trim_start_matches([',', ' ']);
            which = after.strip_prefix("va ").unwrap_or(after);
        }
        // "Ý kiến bổ sung" adds some, "Đề xuất bổ sung giáo viên" asks.
        let behind = WHICH.iter().find_map(|word| which.strip_prefix(word));
        let told = which.is_empty() || behind.is_some_and(|behind| !asks(behind));
        let asked = which.starts_with("bo sung ") && !folded.starts_with("y kien");
        let open = !rest.trim_end().ends_with(['.', '?', '!', ';']);
        let named = told && !asked && !complains(rest) && !holds_act(rest);
        which.len() < whole && named && open && count(rest) <= LONGEST
    })
}

/// The mark with which parts of a report are counted, capitals too, and the rest of the text.
pub(super) fn mark_of_part(text: &str) -> Option<(Mark, &str)> {
    let text = text.trim();
    mark(text).or_else(|| capital(text))
}

/// Whether a marked paragraph says nothing but that opinions follow.
pub(super) fn is_title(text: &str) -> bool {
    let marked = mark_of_part(text);
    // "II. Tổng hợp ý kiến, kiến nghị"
    let gathers = |rest: &str| fold(&clean(rest)).starts_with("tong hop ") && announces(rest);
    marked.is_some_and(|(_, rest)| is_lone_header(rest) || gathers(rest))
}

/// "I. Kết quả", "B. Nhiệm vụ tháng 12": a part of the report, counted in Roman numbers or capitals, that is only named.
pub(super) fn names_part(text: &str) -> bool {
    const LONGEST: usize = 10;
    let marked = mark_of_part(text);
    marked.is_some_and(|(mark, rest)| {
        let named = !asks(rest) && !complains(rest) && !rest.trim_end().ends_with(['.', '?', '!', ';', ':']);
        let short = rest.split_whitespace().nth(LONGEST).is_none();
        matches!(mark, Mark::Roman(_) | Mark::Capital(_)) && named && short && named_alone(rest).is_none()
    })
}

/// "Tổng hợp ý kiến, kiến nghị của Nhân dân": what follows are opinions.
pub(in crate::intake) fn announces(text: &str) -> bool {
    const BEGINNINGS: [&str; 14] = [
        "tong hop",
        "v/v tong hop",
        "ve viec tong hop",
        "danh sach y kien",
        "danh sach kien nghi",
        "danh sach cau hoi",
        "bao cao tong hop",
        "ket qua lay y kien",
        "ket qua tong hop",
        "cac y kien",
        "cac kien nghi",
        "y kien",
        "kien nghi",
        "cau hoi",
    ];
    const SAID: [&str; 4] = ["y kien", "kien nghi", "phan anh", "cau hoi"];
    let folded = fold(&clean(text));
    // "V/v gửi tổng hợp ý kiến của cán bộ và Nhân dân"
    let about = ["v/v gui ", "ve viec gui "]
        .iter()
        .any(|start| folded.starts_with(start));
    (about || BEGINNINGS.iter().any(|start| folded.starts_with(start)))
        && SAID.iter().any(|word| folded.contains(word))
        && without_mark(text.trim_start()).is_none()
        && !asks_for_nothing(text)
}

/// "Nhà trường trân trọng gửi các đề xuất:", "C. Đề xuất, kiến nghị": a list of opinions begins.
pub(super) fn announces_list(text: &str) -> bool {
    const LONGEST: usize = 20;
    let said = |folded: &str| {
        ["y kien", "kien nghi", "de xuat"]
            .iter()
            .any(|word| folded.contains(word))
    };
    let folded = fold(&clean(text));
    const LONGEST_SENTENCE: usize = 40;
    // "Các ý kiến phát biểu:", and not "Các ý kiến đã giải quyết:"
    const SEVERAL: [&str; 6] = [
        "cac y kien",
        "mot so y kien",
        "nhung y kien",
        "y kien phat bieu",
        "noi dung y kien",
        "cac kien nghi",
    ];
    const SETTLED: [&str; 5] = ["giai quyet", "tra loi", "tiep thu", "giai trinh", "trung"];
    let several = SEVERAL.iter().any(|start| folded.starts_with(start))
        && !SETTLED.iter().any(|word| folded.contains(word));
    let opens = folded.ends_with(':')
        && (several
            || folded.contains(" gui ")
            || folded.contains(" co cac ")
            || [" sau:", " sau day:", " duoi day:", " phat bieu y kien:"]
                .iter()
                .any(|end| folded.ends_with(end))
            || demands_together(text));
    let part = mark_of_part(text).is_some_and(|(mark, rest)| {
        let counts = matches!(mark, Mark::Roman(_) | Mark::Capital(_));
        counts
            && !line::is_part_without_opinions(text)
            && said(&fold(&clean(rest)))
            && !tells_of_work(rest)
            && !complains(rest)
    });
    let longest = if folded.ends_with(" sau:") || folded.ends_with(" phat bieu y kien:") {
        LONGEST_SENTENCE
    } else {
        LONGEST
    };
    let short = folded.split(' ').nth(longest).is_none();
    short && (opens && said(&folded) || part) && !asks_for_nothing(text)
}

/// "Nhân dân phường Gia Sàng kiến nghị:": all of the unit ask for what follows.
fn demands_together(text: &str) -> bool {
    let folded = fold(&clean(text));
    let asked = [" kien nghi:", " de nghi:", " de xuat:", " phan anh:"];
    let who = asked.iter().find_map(|asked| folded.strip_suffix(asked));
    who.is_some_and(is_whole_unit)
}

/// "I. Công tác tổ chức lấy ý kiến": how opinions were collected.
pub(super) fn tells_of_work(text: &str) -> bool {
    const WORK: [&str; 5] = [
        "cong tac ",
        "qua trinh ",
        "tinh hinh ",
        "to chuc ",
        "ket qua to chuc ",
    ];
    let folded = fold(&clean(mark_of_part(text).map_or(text, |(_, rest)| rest)));
    WORK.iter().any(|start| folded.starts_with(start))
}

/// Whether a paragraph among those of the speakers tells how the meeting went on, or is a body's own: "Hội nghị kết thúc hồi 11h15".
pub(in crate::intake) fn ends_minutes(text: &str) -> bool {
    const BEGINNINGS: [&str; 24] = [
        "hoi nghi",
        "cuoc hop",
        "buoi ",
        "bien ban",
        "chu tri",
        "chu toa",
        "ket luan",
        "ket thuc",
        "thu ky",
        "sau khi",
        "cac y kien",
        "tat ca",
        "thay mat",
        "ubnd",
        "uy ban",
        "dang uy",
        "hdnd",
        "lanh dao",
        "tren day",
        "d/c ",
        "dong chi ",
        "xin cam on",
        "tran trong",
        "giai trinh",
    ];
    let folded = fold(&clean(without_mark(text).unwrap_or(text)));
    let said = [
        " ket thuc luc ",
        " ket thuc hoi ",
        " be mac ",
        " ghi nhan cac y kien",
    ];
    BEGINNINGS.iter().any(|start| folded.starts_with(start))
        || said.iter().any(|said| folded.contains(said))
        || line::is_note(text)
        || asks_for_nothing(text)
}

/// "Đồng chí chủ trì nêu mục đích, đề nghị các đại biểu phát biểu": who leads the meeting raises no opinion.
pub(super) fn names_the_chair(text: &str) -> bool {
    const TITLES: [&str; 5] = ["dong chi ", "d/c ", "ong ", "ba ", "nguoi "];
    const CHAIRS: [&str; 6] = [
        "chu tri ",
        "chu toa ",
        "thu ky ",
        "ban to chuc ",
        "doan chu tich ",
        "chu tich doan ",
    ];
    let folded = fold(&clean(without_mark(text.trim_start()).unwrap_or(text)));
    let bare = TITLES
        .iter()
        .find_map(|title| folded.strip_prefix(title))
        .unwrap_or(&folded);
    CHAIRS.iter().any(|chair| bare.starts_with(chair))
}

/// "Nghỉ giải lao.": no one speaks.
pub(super) fn is_break(text: &str) -> bool {
    fold(&clean(text)).starts_with("nghi giai lao")
}

/// A question that a form puts to whoever fills it in: "Câu 1. Ông/bà có kiến nghị gì về thủ tục hành chính?"
pub(super) fn asks_the_reader(text: &str) -> bool {
    const READERS: [&str; 9] = [
        "ong/ba ",
        "ong (ba) ",
        "ong, ba ",
        "anh/chi ",
        "anh (chi) ",
        "quy vi ",
        "dong chi ",
        "d/c ",
        "ba con ",
    ];
    const TITLES: [&str; 6] = [
        "y kien, kien nghi",
        "y kien, de xuat",
        "kien nghi, de xuat",
        "de xuat, kien nghi",
        "y kien kien nghi",
        "y kien dong gop",
    ];
    const LONGEST_TITLE: usize = 20;
    // "... thế nào? (đánh dấu x)"
    let text = match text.trim().rsplit_once('(') {
        Some((before, _)) if before.trim_end().ends_with('?') => before.trim_end(),
        _ => text.trim(),
    };
    let folded = fold(&clean(without_mark(text).unwrap_or(text)));
    let open = [" gi ", " gi?", " the nao", " chua?", " khong?"]
        .iter()
        .any(|word| folded.contains(word));
    // "Ý kiến, kiến nghị về giao thông, xây dựng?"
    let titled = TITLES.iter().any(|title| folded.starts_with(title));
    if titled && folded.ends_with('?') && !complains(text) && folded.split(' ').nth(LONGEST_TITLE).is_none() {
        return true;
    }
    open && folded.ends_with('?') && READERS.iter().any(|reader| folded.starts_with(reader))
}

/// "Ý kiến của cá nhân: có Phụ lục kèm theo."
pub(super) fn refers_to_appendix(text: &str) -> bool {
    const MOST_WORDS: usize = 15;
    let folded = fold(&clean(text));
    let folded = folded.trim_end_matches(['.', ')', ' ']);
    let list = ["phu luc", "danh sach", "bieu tong hop"]
        .iter()
        .any(|list| folded.contains(list));
    list && folded.ends_with("kem theo") && !asks(text) && !complains(text) && count(text) <= MOST_WORDS
}

/// "☐ Tốt   ☒ Khá": what a form gives to choose from.
pub(super) fn has_boxes(text: &str) -> bool {
    const BOXES: [&str; 7] = ["[ ]", "[x]", "☐", "☑", "☒", "□", "■"];
    let lower = text.to_lowercase();
    BOXES
        .iter()
        .map(|sign| lower.matches(sign).count())
        .sum::<usize>()
        > 1
}

/// "UBND phường giải trình: ...", "Lãnh đạo xã trả lời: ...", "Kết luận: ...": what a body says to the opinion above.
pub(super) fn is_reply(text: &str) -> bool {
    const BODIES: [&str; 16] = [
        "chu tich",
        "pho chu tich",
        "bi thu dang uy",
        "ubnd",
        "ket luan",
        "uy ban",
        "dang uy",
        "hdnd",
        "lanh dao",
        "phong ",
        "chu toa",
        "chu tri",
        "can bo",
        "dong chi",
        "d/c",
        "giai trinh",
    ];
    const REPLIES: [&str; 5] = ["giai trinh", "tra loi", "tiep thu", "phan hoi", "ket luan"];
    const LABELS: [&str; 22] = [
        "nguoi tra loi",
        "nguoi giai trinh",
        "nguoi tiep thu",
        "tra loi",
        "dap",
        "tiep thu",
        "giai trinh",
        "tiep thu, giai trinh",
        "giai trinh, tiep thu",
        "y kien giai trinh",
        "ket qua",
        "ket qua giai quyet",
        "ket qua tra loi",
        "ket qua xu ly",
        "huong giai quyet",
        "huong xu ly",
        "bien phap giai quyet",
        "bien phap xu ly",
        "da giai quyet",
        "phan hoi",
        "tien do giai quyet",
        "tinh hinh giai quyet",
    ];
    const LONGEST_LABEL: usize = 10;
    let Some((label, said)) = text.trim().split_once(':') else {
        return false;
    };
    // "Trả lời (Phòng Kinh tế): ..."
    let label = label.split_once('(').map_or(label, |(label, _)| label);
    let label = fold(&clean(without_mark(label).unwrap_or(label)));
    if LABELS.contains(&label.as_str()) {
        return !said.trim().is_empty();
    }
    // "Trả lời của UBND xã: ..."
    let of_body = || {
        let mut replies = REPLIES.iter();
        let body = replies.find_map(|reply| label.strip_prefix(reply)?.strip_prefix(" cua "));
        body.is_some_and(|whose| BODIES.iter().any(|body| whose.starts_with(body)))
    };
    (of_body()
        || BODIES.iter().any(|body| label.starts_with(body))
            && REPLIES.iter().any(|reply| label.ends_with(reply)))
        && label.split(' ').nth(LONGEST_LABEL).is_none()
        && !said.trim().is_empty()
}

/// "Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2022;": what a report is founded on.
pub(super) fn is_basis(text: &str) -> bool {
    const ACTS: [&str; 17] = [
        "luat",
        "nghi dinh",
        "nghi quyet",
        "quyet dinh",
        "quy dinh",
        "quy che",
        "chi thi",
        "ke hoach",
        "cong van",
        "thong tu",
        "thong bao",
        "huong dan",
        "chuong trinh",
        "chuc nang",
        "ket luan",
        "phap lenh",
        "hien phap",
    ];
    let folded = fold(&clean(without_mark(text.trim_start()).unwrap_or(text)));
    let founded = folded
        .strip_prefix("can cu ")
        .map(|on| on.strip_prefix("cac ").unwrap_or(on));
    // "Căn cứ Luật Đất đai, đề nghị tỉnh ..." asks.
    let demands = ["de nghi", "kien nghi", " mong ", " xin "]
        .iter()
        .any(|word| folded.contains(word))
        || folded.contains('?');
    founded.is_some_and(|on| ACTS.iter().any(|act| on.starts_with(act))) && !demands
}

/// "1. Thời gian, địa điểm: 14 giờ ...", "2. Thành phần: ...": when and where a meeting was held, and who was there.
pub(super) fn tells_of_meeting(text: &str) -> bool {
    const TOLD: [&str; 6] = [
        "thoi gian",
        "dia diem",
        "thanh phan",
        "chu tri",
        "chu toa",
        "thu ky",
    ];
    const MOST_WORDS: usize = 6;
    let Some((label, _)) = without_mark(text.trim_start()).unwrap_or(text).split_once(':') else {
        return false;
    };
    let label = fold(&clean(label));
    count(&label) <= MOST_WORDS && !asks(&label) && TOLD.iter().any(|start| label.starts_with(start))
}

/// "Thẩm quyền giải quyết: Sở Nội vụ": who decides on the opinion above.
pub(super) fn names_authority(text: &str) -> bool {
    let text = text.trim().trim_start_matches('(');
    let label = text.split_once(':').map_or("", |(label, _)| label);
    let folded = fold(&clean(without_mark(label).unwrap_or(label)));
    [
        "tham quyen",
        "co quan giai quyet",
        "co quan tra loi",
        "don vi giai quyet",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
}

/// What stands behind "Trả lời:", "Đáp:".
pub(super) fn answer(text: &str) -> Option<&str> {
    let (label, said) = text.trim().split_once(':')?;
    matches!(fold(&clean(label)).as_str(), "tra loi" | "dap").then_some(said.trim())
}

/// What stands behind "Hỏi:", "Ý kiến:".
pub(super) fn question(text: &str) -> Option<&str> {
    let (label, said) = text.trim().split_once(':')?;
    // "Hỏi (Ma Văn Hòa, Trưởng xóm): ..."
    let label = label.split_once('(').map_or(label, |(label, _)| label);
    (is_question(label) && count(said) >= FEWEST_WORDS).then(|| said.trim())
}

/// "Hỏi", "Ý kiến": a label of what someone says.
pub(super) fn is_question(label: &str) -> bool {
    const LABELS: [&str; 6] = [
        "hoi",
        "cau hoi",
        "y kien",
        "noi dung phan anh",
        "noi dung y kien",
        "noi dung kien nghi",
    ];
    LABELS.contains(&fold(&clean(label)).as_str())
}

/// What stands behind "Kiến nghị:", "Đề xuất:" right below the name of who speaks.
pub(super) fn demand(text: &str) -> Option<&str> {
    const LABELS: [&str; 6] = [
        "kien nghi",
        "de xuat",
        "de nghi",
        "phan anh",
        "noi dung",
        "y kien, kien nghi",
    ];
    let (label, said) = text.trim().split_once(':')?;
    LABELS
        .contains(&fold(&clean(label)).as_str())
        .then(|| said.trim())
}

/// Whether a paragraph says by its label how things stand, so that what is asked follows: "Hiện trạng: ...", "Vướng mắc: ...".
pub(super) fn states(text: &str) -> bool {
    const LABELS: [&str; 8] = [
        "hien trang",
        "thuc trang",
        "tinh hinh",
        "kho khan",
        "vuong mac",
        "kho khan, vuong mac",
        "ton tai",
        "phan anh",
    ];
    let label = text.split_once(':').map_or("", |(label, _)| label);
    LABELS.contains(&fold(&clean(label)).as_str())
}

/// Whether below a heading stands what the body says or does, and no opinion: "III. Tiếp thu, giải trình", "Kết luận", "II. Kết
/// quả giải quyết kiến nghị kỳ trước", "PHƯƠNG HƯỚNG, NHIỆM VỤ".
pub(super) fn heads_replies(text: &str) -> bool {
    const REPLIES: [&str; 6] = [
        "tiep thu",
        "giai trinh",
        "giai dap",
        "tra loi",
        "ket luan",
        "phan hoi",
    ];
    const OF: [&str; 4] = ["ket qua ", "noi dung ", "viec ", "y kien "];
    // "Phần hỏi và trả lời" is no "phản hồi".
    let begins = |bare: &str| REPLIES.iter().any(|start| bare.starts_with(start));
    let begins = |bare: &str| begins(bare) || OF.iter().any(|of| bare.strip_prefix(of).is_some_and(begins));
    let replies = match text.to_lowercase().contains("phần ") {
        // "B. Phần trả lời của UBND xã"
        true => heads_part(text, |bare| bare.strip_prefix("phan ").is_some_and(begins)),
        false => heads_part(text, begins),
    };
    replies || concludes(text) || line::is_part_without_opinions(text)
}

/// "3. Chủ trì kết luận".
fn concludes(text: &str) -> bool {
    const LONGEST: usize = 8;
    let folded = fold(&clean(text.trim_end_matches([':', '.'])));
    folded.ends_with(" ket luan") && folded.split(' ').nth(LONGEST).is_none()
}

/// A heading of what the body says, and whether another one ends its part: one without a mark, or with a mark of its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct OtherPart(Option<Mark>);

impl OtherPart {
    pub(super) fn below(text: &str) -> Option<Self> {
        let other = heads_replies(text) || is_other_part(text);
        other.then(|| Self(mark_of_part(text).map(|(mark, _)| mark)))
    }

    /// "1. Ưu điểm" does not end "III. ĐÁNH GIÁ CHUNG".
    pub(super) fn ends_with(self, heading: &str) -> bool {
        match (self.0, mark_of_part(heading)) {
            (Some(own), Some((other, _))) => {
                let within = matches!(
                    own,
                    Mark::Number(_) | Mark::Decimal(..) | Mark::Letter(_) | Mark::Bullet(_)
                );
                alike(own, other) || within && matches!(other, Mark::Roman(_) | Mark::Capital(_))
            }
            (None, Some((other, _))) => matches!(other, Mark::Roman(_) | Mark::Capital(_)),
            (_, None) => true,
        }
    }
}

/// "1. Thành phần tham dự": who was there.
pub(super) fn heads_attendance(text: &str) -> bool {
    heads_part(text, |bare| bare.starts_with("thanh phan"))
}

/// Whether a text begins like that, and is a heading: short, no bullet, asking for nothing and saying nothing wrong.
fn heads_part(text: &str, begins: impl Fn(&str) -> bool) -> bool {
    const LONGEST: usize = 14;
    let marked = mark_of_part(text);
    // A star stands before headings as well as before opinions.
    let bullet = matches!(marked, Some((Mark::Bullet(sign), _)) if sign != '*');
    let bare = marked.map_or(text, |(_, rest)| rest);
    let folded = fold(&clean(bare));
    begins(&folded)
        && (!bullet || folded.ends_with(':'))
        && folded.split(' ').nth(LONGEST).is_none()
        && !folded.ends_with(['.', ';', '?'])
        && !asks(bare)
        && !complains(bare)
}

/// "Về kinh tế:", "Lĩnh vực đất đai:", "Câu hỏi gửi Sở Y tế": what is said below is about that, or goes there.
pub(super) fn is_subject(text: &str) -> bool {
    let folded = fold(&clean(text));
    let begins = ["ve ", "linh vuc ", "doi voi "]
        .iter()
        .any(|start| folded.starts_with(start));
    let subject = begins && folded.ends_with(':') && !announces(text) && !announces_list(text);
    let asked = ["Câu hỏi gửi ", "Kiến nghị gửi ", "Ý kiến gửi "];
    let body = asked.iter().find_map(|asked| text.strip_prefix(asked));
    subject || body.is_some_and(line::is_body)
}

/// "Đất đai", "Nhóm vấn đề đất đai": a heading of opinions above the first one.
pub(super) fn heads_field(text: &str) -> bool {
    const LONGEST: usize = 8;
    let title = text.contains(char::is_lowercase) && !text.ends_with(['.', ';', '?', '!', ':']);
    is_field(text)
        || heads_place(text)
        || title && count(text) <= LONGEST && heads_opinions(text) && !announces(text) && !asks(text)
}

/// "Ý kiến 1", "Câu hỏi số 2:": a paragraph that counts the opinion below it, and nothing else.
pub(super) fn counts_one(text: &str) -> bool {
    const COUNTED: [&str; 7] = [
        "y kien",
        "cau hoi",
        "kien nghi",
        "noi dung",
        "phan anh",
        "van de",
        "cau",
    ];
    const ORDINALS: [&str; 10] = [
        "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi",
    ];
    let folded = fold(&clean(text));
    let number = COUNTED
        .iter()
        .find_map(|word| folded.trim_end_matches([':', '.']).strip_prefix(word));
    let number = number.map(|number| number.strip_prefix(" so").unwrap_or(number).trim());
    let counts = |number: &str| {
        let ordinal = number.strip_prefix("thu ");
        number.parse::<u8>().is_ok() || ordinal.is_some_and(|number| ORDINALS.contains(&number))
    };
    number.is_some_and(counts) || is_number_label(text) && folded.starts_with("y kien")
}
