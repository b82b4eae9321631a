//! Texts that ask for nothing: "Không có ý kiến", "Nhất trí", a dash, thanks and good wishes.
//! "Nhất trí, tuy nhiên đề nghị ..." is an opinion, and so is "Không đồng ý với ...".

use std::sync::LazyLock;

use super::asking::acts;
use crate::text::{canonical_tones, clean, fold};

/// Ways to say that nothing is asked, longer ones before those they hold.
const NOTHING: &str = "rất vui|vui mừng|gửi lời cảm ơn|gửi lời chúc|xin trân trọng cảm ơn|xin chân thành cảm ơn|xin cảm ơn|xin cám ơn|xin nhất trí|xin đồng ý|\
xin thống nhất|xin chúc mừng|xin chúc|xin hết|xin được nhất trí|xin ý kiến|không có gì phải đề nghị|không có gì đề nghị|không có gì cần kiến nghị|không có gì ý kiến|\
không có ý kiến kiến nghị đề xuất|không có ý kiến kiến nghị|không có ý kiến đề xuất|không có ý kiến đóng góp|\
không có ý kiến tham gia|không có ý kiến|không có kiến nghị đề xuất|không có kiến nghị|không có đề xuất kiến nghị|\
không có đề xuất|không có đề nghị|không có câu hỏi|không có nội dung|không có phản ánh|không có vướng mắc|\
không có gì thêm|không có gì|không có thêm|không kiến nghị đề xuất|không kiến nghị|không đề xuất|không đề nghị|\
không ý kiến|chưa có ý kiến|chưa có kiến nghị|chưa có đề xuất|không phát sinh|không bổ sung gì|không bổ sung thêm|không hỏi thêm|không hỏi gì|không ai có ý kiến|không ai ý kiến|không ai có kiến nghị|không ai phát biểu|\
không nhận được ý kiến nào|không nhận được phiếu ý kiến nào|không xin gì thêm|không xin gì|không cần gì thêm|không mong gì hơn|không mong gì|không thấy vấn đề gì|không thấy có gì|\
không thắc mắc|không có gì bổ sung|hết ý kiến|biết ơn|không đăng ký ý kiến|không đăng ký phát biểu|không tham gia gì thêm|không tham gia thêm|không đòi hỏi gì thêm|không đòi hỏi gì|không có gì chê|\
xin rút lại ý kiến|xin rút ý kiến|mong hội nghị thành công|đã được giải đáp|đã được trả lời|rất vinh dự|vinh dự|\
chúc đại|chúc bà|chúc mọi|chúc sức|chúc tất|chúc cho|không nhận được ý kiến kiến nghị|không có|nhất trí|nhất chí|đồng ý|đồng tình|\
đồng thuận|thống nhất|tán thành|ủng hộ|chúc mừng|kính chúc|chúc hội|chúc các|chúc đồng|chúc quý|chúc lãnh|chúc toàn|cảm ơn|cám ơn|phấn khởi|tin tưởng|yên tâm|hài lòng";

/// Words after which something is asked or complained of all the same.
const ASKING: &str = "tuy vậy|tuy thế|dù vậy|có điều|chỉ có|có mỗi|mỗi tội|mỗi cái|phải cái|tiếc là|khổ nỗi|ngặt nỗi|thế mà|vậy mà|trừ|riêng|\
xin|ngoài|bị|ngập|hư|sạt|tuy nhiên|nhưng|song|đề nghị|kiến nghị|đề xuất|mong|cần|bao giờ|khi nào|tại sao|vì sao|thế nào|\
xin hỏi|hỏi về|quan tâm|sớm|hỗ trợ|khó khăn|chậm|chưa|thiếu|xuống cấp|hỏng|ô nhiễm|bất cập|vướng|phải|đầu tư|\
xây dựng|sửa|nâng cấp|tăng|giảm|bổ sung|bố trí|xem xét|giải quyết|chính sách|để được|nếu|với điều kiện|ngoài ra|thấp";

/// Disagreement asks for something else.
const AGAINST: &str = "không đồng ý|không nhất trí|chưa đồng ý|chưa nhất trí|không thống nhất|không đồng tình|\
không ủng hộ|chưa thống nhất|không hài lòng|không yên tâm|không tán thành|không đồng thuận|chưa tán thành|\
chưa đồng tình|chưa đồng thuận|chưa ủng hộ|chưa hoàn toàn|không hoàn toàn|phản đối|không chấp nhận|không tin tưởng|\
chưa tin tưởng|chưa hài lòng|chưa yên tâm|không phấn khởi";

/// What can be lacking without anything being complained of: "không có ý kiến", "không có gì".
const MAY_LACK: &str =
    "khó|bức|băn|ý|kiến|đề|gì|câu|nội|phản|vướng|thêm|thắc|ạ|không|nguyện|bổ|đóng|góp|tham|vấn";

/// What a cell says that was left open, without tones.
const SILENT: [&str; 26] = [
    "khong",
    "khong a",
    "khong co",
    "ok",
    "oke",
    "x",
    "none",
    "no",
    "n a",
    "nil",
    "null",
    "trong",
    "da ro",
    "da hieu",
    "da nghe",
    "khong ghi",
    "khong dien",
    "tot",
    "rat tot",
    "bo trong",
    "de trong",
    "vang",
    "vang mat",
    "het",
    "chua co",
    "chua",
];

/// What is agreed with may be named by words that otherwise ask.
const NEUTRAL: &str = "chính sách của nhà nước|chính sách của đảng|chính sách pháp luật|chủ trương chính sách|chuẩn bị|đã quan tâm|luôn quan tâm|đã giải quyết xong|được giải quyết xong|cán bộ|căn cước|\
xin trân trọng|xin chân thành|xin phép";

/// What stands before the name of a place: "đường Thống Nhất" agrees with nothing.
const PLACES: [&str; 14] = [
    "đường",
    "phố",
    "xã",
    "phường",
    "xóm",
    "thôn",
    "bản",
    "tổ",
    "khu",
    "cầu",
    "chợ",
    "trường",
    "hồ",
    "suối",
];

/// What may follow "thống nhất" where it agrees; anything else is what should be made one.
const AGREED: &str =
    "với|cao|nội|theo|các|như|toàn|và|hoàn|ý|chủ|dự|báo|là|trong|phương|kế|tất|để|đề|ạ|không|tôi|cùng|100";

/// Words that agree; what they agree with must be of the meeting.
const AGREEING: &str = "nhất trí|nhất chí|đồng ý|đồng tình|đồng thuận|thống nhất|tán thành|ủng hộ";

/// Words for a meeting, its papers and the people in it, and those that join them: who agrees with nothing else asks for
/// nothing. "Đồng ý với bác Hợi: bỏ trạm thu phí" raises an opinion.
const OF_MEETING: &str = "với|về|các|những|mọi|toàn|bộ|thể|nội|dung|báo|cáo|dự|thảo|kế|hoạch|chương|trình|bày|chủ|trương|trì|phương|án|\
chính|sách|pháp|luật|của|đảng|nhà|nước|tỉnh|xã|phường|huyện|ủy|uỷ|ban|ubnd|hđnd|mttq|thường|trực|vụ|trung|ương|đã|vừa|\
đang|sẽ|được|đồng|chí|đc|đ|c|ông|bà|anh|chị|bác|chú|cô|tôi|em|chúng|con|nhân|dân|cử|tri|cán|công|chức|hội|viên|đại|biểu|tất|\
cả|đều|hoàn|rất|cao|cơ|bản|và|ý|kiến|nghị|phát|bổ|sung|trước|trên|nêu|như|theo|là|lãnh|đạo|chi|tổ|xóm|thôn|trong|này|đó|khác|gì|\
thêm|không|có|ạ|dạ|vâng|ngày|lần|nay|hôm|qua|tổng|hợp|sau|khi|nghe|rõ|tóm|tắt|tại|kết|quả|triển|khai|thực|hiện|chuẩn|bị|mô|hình|quyền|\
địa|phương|cấp|do|người|gia|đình|tham|dự|bí|thư|phó|trưởng|tịch|ta|mình|đưa|ra|trái|chiều|nào|đề|xuất|góp|đóng|nhiệm|mục|tiêu|giải|\
pháp|cuộc|họp|điều|hành|ấy|cũng|thì|mà|thấy|số|cùng|vào|việc|nói|sáp|nhập|sắp|xếp|tinh|gọn|phát|triển|kinh|tế|năm|tháng|tác|chỉ|kết|sơ|vận|văn|hóa|thoại|\
đơn|vị|hành|quy|chế|tài|liệu|bài|khai|mạc|đầy|đủ|đối|thay|huynh|hộ|thành|phần|thời|gian|câu|trả|lời|đoàn|thanh|niên|phụ|nữ|nông|cựu|chiến|binh|mặt|trận";

/// Further words with which a body reports that nothing is asked: "Qua rà soát, đến thời điểm này đơn vị không có ý kiến".
const OF_REPORT: &str = "thời|điểm|gửi|đáp|ở|hỏi|rà|soát|lấy|buổi|thảo|luận|hiện|vẫn|còn|chưa|nhận|kể|từ|đơn|vị|xin|phép|lời|trả|họp|ai";

/// What is done where an agreement takes a side: "Nhất trí phương án 2, bỏ phương án 1".
const DOING: &str = "bỏ|giữ|chọn|làm|xây|mở|lập|đặt|cấm|tách|hiến|chờ";

/// Words with which thanks and agreement tell what is well.
const WELL: &str = "tốt|thuận lợi|thuận tiện|đẹp|sạch sẽ|vui|nhiệt tình|kịp thời|thành công|mạnh khỏe|khang trang|ổn định|ấm no|\
quan tâm|hiệu quả|đầy đủ|chu đáo|tận tình|rõ ràng|đi lên|khởi sắc|thắng lợi|đoàn kết|giúp đỡ|đã giúp|thăm hỏi|niềm nở|lễ phép|\
vui vẻ|lịch sự|gần dân|thông xe|khánh thành|hoàn thành|giải đáp|giải quyết xong|làm xong|xây xong|hạnh phúc|bình an|thoải mái|dễ dàng|thoát nghèo";

/// Words beside which what is well is not.
const CLOUDED: &str = "không|ít|kém|nào|thì|nên|mà|đâu|mới|hết|mất|còn|để|cho";

/// Words before a word of content that make it no one's own: "phiếu hài lòng", "cho dân yên tâm".
const NOMINAL: &str = "phiếu|mức|mức độ|sự|chỉ số|chỉ tiêu|tỷ lệ|tỉ lệ|khảo sát|đánh giá|để|cho|mới|không|chưa|khó|đâu|nào|sao|thì|hết|mất|giảm|lấy";

/// Words of content: not only who thanks says them.
const CONTENT: &str = "phấn khởi|tin tưởng|yên tâm|hài lòng|rất vui|vui mừng";

/// Words not of the meeting with which an agreement is still one: the name of who spoke.
const MOST_NAMES: usize = 1;

/// Words that follow "không có" and "chưa" where nothing is asked, in any order: "không có nội dung kiến nghị, đề xuất".
const DENIED: &str = "khó|khăn|ý|kiến|nghị|đề|xuất|phản|ánh|nội|dung|câu|hỏi|vướng|mắc|góp|đóng|tham|gia|thắc|nguyện|vọng|bổ|\
sung|gì|thêm|khác|nào|và|hoặc|hay|cả|nữa|vấn|phát|biểu|bức|xúc|băn|khoăn|còn|thấy|ghi|nhận|nêu|sinh|sửa|đổi|tháo|gỡ";

/// What "không có" must deny among these words.
const THINGS: &str = "khó khăn|ý kiến|kiến nghị|đề xuất|đề nghị|nội dung|câu hỏi|phản ánh|vướng mắc|thắc mắc|góp ý|nguyện vọng|\
vấn đề|bức xúc|băn khoăn|gì";

/// What "không" by itself must deny among these words.
const SPOKEN: &str = "ý kiến|kiến nghị|đề xuất|đề nghị|góp ý|phát biểu";

/// Longest text, in words, that is still believed to ask for nothing.
const MOST_WORDS: usize = 30;

/// The phrases as texts are compared with them.
struct Phrases {
    nothing: Vec<String>,
    asking: Vec<String>,
    against: Vec<String>,
    lacks: [String; 2],
    may_lack: Vec<String>,
    denied: Vec<String>,
    things: Vec<String>,
    spoken: Vec<String>,
    neutral: Vec<String>,
    agreed: Vec<String>,
    agreeing: Vec<String>,
    of_meeting: Vec<String>,
    of_report: Vec<String>,
    doing: Vec<String>,
    well: Vec<String>,
    clouded: Vec<String>,
    nominal: Vec<String>,
    content: Vec<String>,
}

impl Phrases {
    fn in_form(form: fn(&str) -> String) -> Self {
        let list = |phrases: &str| {
            form(phrases)
                .split('|')
                .map(|phrase| format!(" {phrase} "))
                .collect()
        };
        Self {
            nothing: list(NOTHING),
            asking: list(ASKING),
            against: list(AGAINST),
            lacks: [form(" không có "), form(" chưa có ")],
            may_lack: list(MAY_LACK),
            denied: list(DENIED),
            things: list(THINGS),
            spoken: list(SPOKEN),
            neutral: list(NEUTRAL),
            agreed: list(AGREED),
            agreeing: list(AGREEING),
            of_meeting: list(OF_MEETING),
            of_report: list(OF_REPORT),
            doing: list(DOING),
            well: list(WELL),
            clouded: list(CLOUDED),
            nominal: list(NOMINAL),
            content: list(CONTENT),
        }
    }
}

static WITH_TONES: LazyLock<Phrases> = LazyLock::new(|| Phrases::in_form(canonical_tones));
static TONELESS: LazyLock<Phrases> = LazyLock::new(|| Phrases::in_form(|text| fold(&canonical_tones(text))));

/// Whether a text asks for nothing.
pub(crate) fn asks_for_nothing(text: &str) -> bool {
    // Told first, because it is cheap: a long text of words is an opinion.
    let wordy = |word: &&str| word.contains(char::is_alphabetic);
    if text.split_whitespace().filter(wordy).count() > MOST_WORDS {
        return false;
    }
    let text = canonical_tones(&without_names(&clean(&with_ends_of_lines(text)))).to_lowercase();
    // "Làm bốn tháng chưa có, đề nghị trả lời": the comma ends a denial that has named nothing.
    let text = text.replace(" có, ", " có. ").replace(" co, ", " co. ");
    let text = text.replace("khôngcó", "không có");
    let toneless = fold(&text) == text;
    let phrases = if toneless { &*TONELESS } else { &*WITH_TONES };
    let sentences = sentences(&text, toneless);
    let words = sentences.concat();
    if words.iter().all(|word| word.chars().all(|c| c == '0')) {
        return true;
    }
    let said = format!(" {} ", words.join(" "));
    let plain = fold(said.trim());
    if SILENT.contains(&plain.as_str()) || SILENT.contains(&without_label(&plain)) {
        return true;
    }
    if let Some(silent) = text.rsplit_once(':').and_then(|(who, said)| is_silent(who, said)) {
        return silent;
    }
    if words.len() > MOST_WORDS || text.contains('?') || holds(&said, &phrases.against) {
        return false;
    }
    if tells_first(&said, phrases) {
        return false;
    }
    let mut rest = String::from(" ");
    for sentence in &sentences {
        without_denials(sentence, phrases, &mut rest);
    }
    for phrase in &phrases.nothing {
        if rest.contains(phrase.as_str()) {
            rest = rest.replace(phrase.as_str(), " ");
        }
    }
    let nothing = rest.len() < said.len();
    for phrase in phrases.neutral.iter().filter(|_| nothing) {
        rest = rest.replace(phrase.as_str(), " ");
    }
    nothing
        && !makes_one(&words, phrases)
        && !sentences
            .iter()
            .any(|sentence| denies_a_thing(&format!(" {} ", sentence.join(" ")), phrases))
        && !holds(&rest, &phrases.asking)
        && !raises_more(&text, toneless, phrases)
}

/// Whether a text that agrees, denies or gives thanks says more than a meeting's papers and people do, so that it is an opinion:
/// "Ủng hộ ý kiến làm đường tránh", "Đồng ý với ông Tấn, đường Khe Đù nguy hiểm thật", "Nước máy về đến cổng UBND là hết, dân
/// trong xóm không có", "Cảm ơn tỉnh đã làm cầu, giờ còn đoạn đường lên Khuổi Luông". Who denies in so many words may be named in
/// full, thanks may be for anything, and what is well may be told.
fn raises_more(text: &str, toneless: bool, phrases: &Phrases) -> bool {
    const LONGEST_SUBJECT: usize = 5;
    let said = format!(" {} ", spelt_out(text, toneless).join(" "));
    let agrees = holds(&said, &phrases.agreeing);
    let denying = |phrase: &&String| {
        let phrase = fold(phrase.trim());
        phrase.starts_with("khong ") || phrase.starts_with("chua ")
    };
    let of_meeting = |word: &&str| {
        let known = format!(" {word} ");
        word.chars().all(|c| c.is_ascii_digit())
            || phrases.of_meeting.contains(&known)
            || !agrees && (phrases.of_report.contains(&known) || phrases.denied.contains(&known))
    };
    let (mut more, mut thanked) = (0, false);
    for clause in text.split([',', '.', ';', ':', '!']) {
        let words = spelt_out(clause, toneless);
        // "Không có ý kiến gì" at the end tells what to make of the reasons before it.
        if denies_all(&words, of_meeting) {
            more = 0;
        }
        let mut rest = String::from(" ");
        without_denials(&words, phrases, &mut rest);
        let in_so_many_words = rest.split_whitespace().count() < words.len();
        // Those who are thanked may be many: "cảm ơn công an, bộ đội đã giúp dân dọn bùn".
        let goes_on = thanked && (rest.contains(" đã ") || rest.contains(" da "));
        thanked = gives_thanks(&rest, phrases);
        if thanked || goes_on {
            continue;
        }
        for phrase in phrases.nothing.iter().filter(denying) {
            rest = rest.replace(phrase.as_str(), " ");
        }
        for phrase in &phrases.agreeing {
            rest = rest.replace(phrase.as_str(), " ");
        }
        if agrees && holds(&rest, &phrases.doing) {
            return true;
        }
        let said = rest.split_whitespace().filter(|word| !of_meeting(word)).count();
        let well = !agrees && holds(&rest, &phrases.well) && !holds(&rest, &phrases.clouded);
        more += if well || in_so_many_words && said <= LONGEST_SUBJECT {
            0
        } else {
            said
        };
    }
    more > MOST_NAMES
}

/// Whether a clause says that there is no opinion and nothing else, but for who has none: "nay tôi không có ý kiến gì nữa".
fn denies_all(words: &[&str], of_meeting: impl Fn(&&str) -> bool) -> bool {
    const OF_ONES_OWN: [&str; 9] = ["co", "con", "y", "kien", "de", "gop", "phat", "thay", "doi"];
    let denies = |word: &&str| matches!(*word, "không" | "khong");
    let Some(at) = words.iter().position(denies) else {
        return false;
    };
    let (before, after) = words.split_at(at);
    let next = |at: usize| after.get(at).map(|word| fold(word)).unwrap_or_default();
    // "Không hỏi ý kiến dân" is what someone else did.
    let asks_no_more = next(1) == "hoi" && matches!(next(2).as_str(), "gi" | "them");
    let own = OF_ONES_OWN.contains(&next(1).as_str()) || asks_no_more;
    let thing = after.windows(2).any(|pair| {
        matches!(
            fold(&pair.join(" ")).as_str(),
            "y kien"
                | "kien nghi"
                | "de xuat"
                | "phat bieu"
                | "gop y"
                | "co gi"
                | "thac mac"
                | "doi hoi"
                | "hoi gi"
                | "hoi them"
        )
    });
    own && thing
        && before
            .iter()
            .chain(after)
            .all(|word| of_meeting(word) || denies(word))
}

/// Whether the words of a clause give thanks, or say that someone is content: "Bà con Khuổi Luông rất phấn khởi". A survey of
/// who is content does not, nor what is asked for so that people are.
fn gives_thanks(said: &str, phrases: &Phrases) -> bool {
    /// Most words before them that name no one of the meeting.
    const MOST_BEFORE: usize = 3;
    let own = |phrase: &&String| {
        let begins = fold(phrase.trim());
        // "Đã được trả lời là hết tiền" gives none.
        let told = matches!(begins.split(' ').next(), Some("khong" | "chua" | "da"));
        !told && !phrases.agreeing.contains(phrase)
    };
    phrases.nothing.iter().filter(own).any(|phrase| {
        let Some(before) = said.find(phrase.as_str()).and_then(|at| said.get(..=at)) else {
            return false;
        };
        let others = before
            .split_whitespace()
            .filter(|word| !phrases.of_meeting.contains(&format!(" {word} ")));
        let no_ones = phrases.content.contains(phrase) && holds(before, &phrases.nominal);
        !no_ones && others.count() <= MOST_BEFORE
    })
}

/// Whether "không" or "không có" behind a colon says that nothing is asked: "Trạm Y tế xã: Không.", "Kiến nghị, đề xuất: Không
/// có." "Nước sạch: không có" complains. Nothing where something else stands there, or before the colon more than a label.
fn is_silent(who: &str, said: &str) -> Option<bool> {
    const LONGEST_NAME: usize = 6;
    const LABELS: [&str; 4] = ["noi dung ", "y kien", "kien nghi", "de xuat"];
    const BODIES: [&str; 12] = [
        "tram y te ",
        "chi bo ",
        "chi hoi ",
        "hoi ",
        "doan ",
        "thon ",
        "xom ",
        "to dan pho ",
        "tdp ",
        "mttq",
        "ubnd",
        "cong an",
    ];
    let bare = |text: &str| fold(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let (named, said) = (bare(who), bare(said));
    let begins = |words: &[&str]| words.iter().any(|word| named.starts_with(word));
    let short = !who.contains(['.', ';', '?', ':']) && who.split_whitespace().count() <= LONGEST_NAME;
    match said.as_str() {
        _ if !short => None,
        "khong" if begins(&LABELS) || begins(&BODIES) => Some(true),
        "khong co" if begins(&LABELS) => Some(true),
        // A name was put out of the text.
        "khong co" => (!who.contains('–')).then_some(false),
        _ => None,
    }
}

/// "Ý kiến: không", "Dạ không ạ": what is said, without the words around it. Without tones.
fn without_label(said: &str) -> &str {
    const LABELS: [&str; 7] = [
        "y kien kien nghi ",
        "y kien de xuat ",
        "kien nghi de xuat ",
        "y kien ",
        "kien nghi ",
        "de xuat ",
        "da ",
    ];
    let bare = LABELS
        .iter()
        .find_map(|label| said.strip_prefix(label))
        .unwrap_or(said);
    bare.strip_suffix(" a")
        .filter(|bare| !bare.is_empty())
        .unwrap_or(bare)
}

/// What stands before the name of who spoke.
const TITLES: [&str; 10] = ["ông", "bà", "chí", "đ/c", "anh", "chị", "bác", "chú", "cô", "em"];

/// The text without names of places that hold words of agreement, and of people: "số 12 đường Thống Nhất", "ông Ma Văn Hòa".
fn without_names(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let capital = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let in_name = |at: usize| {
        let after_place = |at: usize| {
            at > 0
                && words
                    .get(at - 1)
                    .is_some_and(|word| PLACES.contains(&word.to_lowercase().as_str()))
        };
        capital(at)
            && (after_place(at) && capital(at + 1) || at > 0 && capital(at - 1) && after_place(at - 1))
    };
    // A name goes on as far as its capitals, and ends with the clause.
    let of_person = |at: usize| {
        let mut before = (0..at).rev().map_while(|at| words.get(at));
        let ends = |word: &str| word.ends_with([',', '.', ';', ':', '!']);
        let titles = |word: &str| TITLES.contains(&word.to_lowercase().as_str());
        let title = before.find(|word| titles(word) || !word.starts_with(char::is_uppercase) || ends(word));
        capital(at) && title.is_some_and(|word| titles(word))
    };
    let kept: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match word.chars().next_back() {
            Some(stop @ (',' | '.' | ';' | ':' | '!')) if of_person(at) => {
                word.get(word.len() - stop.len_utf8()..).unwrap_or_default()
            }
            _ if in_name(at) || of_person(at) => "–",
            _ => word,
        })
        .collect();
    kept.join(" ")
}

/// "0 có ý kiến" is said as it is read: không.
fn say_zero(words: &mut [&str], toneless: bool) {
    if let [zero @ ("0" | "kg"), "có" | "co" | "ý" | "y", ..] = words {
        *zero = if toneless { "khong" } else { "không" };
    }
}

/// "Đồng ý, không bổ sung" adds nothing; "không bổ sung biên chế" complains.
fn leave_out_last_no(words: &mut Vec<&str>, several: bool) {
    if let [before @ .., "không" | "khong", "bổ" | "bo", "sung"] = words.as_slice()
        && (several || !before.is_empty())
    {
        words.truncate(before.len());
    }
}

/// The text with a full stop before each line that begins anew.
fn with_ends_of_lines(text: &str) -> String {
    let begins = |line: &str| !line.trim_start().starts_with(char::is_lowercase);
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |text, line| {
        text + if begins(line) { ". " } else { " " } + line
    })
}

/// The words of each sentence. No denial goes on in the next one: "Hiện nay vẫn chưa. Đề nghị lắp đèn."
fn sentences(text: &str, toneless: bool) -> Vec<Vec<&str>> {
    let said = text.split(['!', '?', ';']).flat_map(|text| text.split(". "));
    let mut sentences: Vec<_> = said
        .map(|sentence| spelt_out(sentence, toneless))
        .filter(|words| !words.is_empty())
        .collect();
    if let Some(first) = sentences.first_mut() {
        say_zero(first, toneless);
    }
    let several = sentences.len() > 1;
    if let Some(last) = sentences.last_mut() {
        leave_out_last_no(last, several);
    }
    sentences
}

/// The words of a text, with "không" in full where it is cut short.
fn spelt_out(text: &str, toneless: bool) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match word {
            "ko" | "k" | "kh" | "khg" | "khog" | "hong" | "hông" | "khôg" | "chang" if toneless => "khong",
            "ko" | "k" | "kh" | "khg" | "khôg" | "hông" | "chẳng" | "chả" => "không",
            "j" if toneless => "gi",
            "j" => "gì",
            other => other,
        })
        .collect()
}

/// Whether much is said before the words that ask for nothing: "Mỗi phần mềm một tài khoản, ... nên thống nhất." Who only
/// agrees or gives thanks begins with that, or says first who or after what.
fn tells_first(said: &str, phrases: &Phrases) -> bool {
    const FAR: usize = 12;
    const OPENING: [&str; 6] = ["qua", "sau", "thay", "toan", "toi", "truoc"];
    let first = phrases
        .nothing
        .iter()
        .filter_map(|phrase| said.find(phrase.as_str()))
        .min();
    let before = first.and_then(|at| said.get(..at)).unwrap_or_default();
    let mut words = before.split_whitespace();
    let opens = words
        .next()
        .is_some_and(|word| OPENING.contains(&fold(word).as_str()));
    !opens && words.nth(FAR - 1).is_some()
}

/// "Thống nhất mốc giới đất với Quân khu", "nên thống nhất": what should be made one is what is asked.
fn makes_one(words: &[&str], phrases: &Phrases) -> bool {
    words.windows(3).any(|window| {
        let unite = matches!(window, ["thống", "nhất", _] | ["thong", "nhat", _]);
        let should = matches!(window, ["nên", "thống", "nhất"] | ["nen", "thong", "nhat"]);
        should
            || unite
                && window
                    .last()
                    .is_some_and(|next| !phrases.agreed.iter().any(|agreed| agreed.trim() == *next))
    })
}

/// Adds the words of a sentence without "không có ý kiến, kiến nghị ...", however the list goes on.
fn without_denials(words: &[&str], phrases: &Phrases, rest: &mut String) {
    let denies = |word: &str| matches!(word, "không" | "khong" | "chưa" | "chua");
    let has = |word: &str| matches!(word, "có" | "co");
    let denied = |word: &str| phrases.denied.iter().any(|known| known.trim() == word);
    let mut words = words.iter().copied().peekable();
    while let Some(word) = words.next() {
        if !denies(word) {
            rest.push_str(word);
            rest.push(' ');
            continue;
        }
        let mut said = vec![word];
        said.extend(words.next_if(|next| has(next)));
        let verb = said.len();
        while let Some(next) = words.next_if(|next| {
            denied(next) || said.len() > verb && matches!(*next, "cần" | "can" | "phải" | "phai")
        }) {
            said.push(next);
        }
        // "Không tham gia được", "không có nội dung", "không kiến nghị": only the last two ask for nothing.
        let run = format!(" {} ", said.join(" "));
        let things = if verb > 1 {
            &phrases.things
        } else {
            &phrases.spoken
        };
        // "Không có ý kiến đề nghị lắp điện": behind the denial something is asked.
        let asked = ends_asking(&said) && acts(&words.clone().collect::<Vec<_>>().join(" "));
        if asked || !holds(&run, things) {
            rest.push_str(run.trim_start());
        } else {
            // "Xin không có ý kiến", "xin phép không có ý kiến"
            let asked = [" xin ", " xin phép ", " xin phep "];
            let asked = asked.iter().find(|asked| rest.ends_with(**asked));
            rest.truncate(rest.len() - asked.map_or(0, |asked| asked.len() - 1));
        }
    }
}

fn ends_asking(words: &[&str]) -> bool {
    matches!(
        words,
        [.., "đề" | "de" | "kiến" | "kien", "nghị" | "nghi"] | [.., "đề" | "de", "xuất" | "xuat"]
    )
}

fn holds(said: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| said.contains(phrase.as_str()))
}

/// Words that follow "không có gì" where nothing is lacking, without tones: "không có gì ạ", "không có gì vướng mắc".
const AFTER_NOTHING: [&str; 44] = [
    "a", "ca", "het", "dau", "phai", "can", "de", "voi", "ve", "tai", "trong", "o", "doi", "cho", "nua",
    "cam", "xin", "chuc", "moi", "toi", "em", "ba", "nhan", "chung", "nhat", "dong", "thong", "chi", "hay",
    "tro", "truoc", "lon", "dang", "them", "khac", "vuong", "kho", "y", "kien", "thac", "ban", "buc", "gop",
    "tam",
];

/// "Không có nước sạch", "không có gì thay đổi", "không có ý kiến phản hồi": what is lacking is the complaint.
fn denies_a_thing(said: &str, phrases: &Phrases) -> bool {
    let found = |lacks: &String| {
        let places = said.match_indices(lacks.as_str());
        places.map(|(at, lacks)| at + lacks.len()).collect::<Vec<_>>()
    };
    phrases.lacks.iter().flat_map(found).any(|end| {
        let mut after = said
            .get(end..)
            .unwrap_or_default()
            .split(' ')
            .filter(|w| !w.is_empty());
        let first = after.next();
        let second = after.next().map(fold);
        let (third, fourth) = (after.next().map(fold), after.next().map(fold));
        let lacking = first.is_some_and(|word| !phrases.may_lack.iter().any(|may| may.trim() == word));
        let answer = matches!(
            (third.as_deref(), fourth.as_deref()),
            (
                Some("phan" | "tra" | "chi" | "hoi"),
                Some("hoi" | "loi" | "dao" | "am")
            ) | (Some("giai"), Some("quyet" | "trinh"))
        );
        let anything = first.is_some_and(|word| fold(word) == "gi")
            && second.is_some_and(|next| !AFTER_NOTHING.contains(&next.as_str()));
        lacking || anything || answer
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_nothing_is_told_from_an_opinion() {
        for text in [
            "Không có ý kiến",
            "không",
            "-",
            "...",
            "0",
            "…",
            "Nhất trí với báo cáo",
            "Tôi hoàn toàn đồng ý",
            "Không có kiến nghị gì, bà con ủng hộ.",
            "Nhất trí cao.",
            "Không có",
            "ko có ý kiến",
            "Khong co y kien gi",
            "Tôi hoàn toàn đồng ý với ý kiến của các đồng chí phát biểu trước, không kiến nghị gì.",
            "Cảm ơn cán bộ xã đã giúp đỡ nhiệt tình, tôi không có gì phải đề nghị cả.",
            "Cơ bản nhất trí với các nội dung trong dự thảo, không có ý kiến gì thêm.",
            "Chúc mừng tỉnh đã đạt nhiều thành tích, chúc các đồng chí lãnh đạo mạnh khoẻ.",
            "Thống nhất với báo cáo kết quả triển khai mô hình chính quyền địa phương 02 cấp do UBND phường trình bày.",
            "Chưa có ý kiến tại thời điểm này, sẽ gửi sau.",
            "Đã hỏi, không có kiến nghị, đề xuất",
            "Mọi việc ở thôn vẫn tốt, dân yên tâm làm ăn, đi lại thuận tiện hơn trước.",
            "Không có ý kiến, kiến nghị, đề xuất",
            "Tôi đã nghe, đã rõ, đồng ý.",
            "Bà con đồng tình",
            "(Không có)",
            "K có ý kiến",
            "Không ý kiến./.",
            "x",
            "N/A",
            "Không có ý kiến đề xuất, kiến nghị.",
            "Không có nội dung kiến nghị",
            "Chưa có ý kiến, kiến nghị, phản ánh nào khác",
            "Không có ý kiến phản ánh",
            "Không có khó khăn, vướng mắc",
            "Không nhận được ý kiến nào",
            "0 có ý kiến",
            "Khôg có ý kiến",
            "nhất chí",
            "Bỏ trống",
            "Vắng mặt",
            "null",
            "Hoàn toàn nhất trí với chủ trương của Đảng, chính sách của Nhà nước",
            "Không có ý kiến gì, xin cảm ơn",
            "Không có\ný kiến",
            "Ý kiến: không có.\nKiến nghị: không.",
            "Không có ý kiến đề nghị với Tỉnh ủy",
            "Đồng ý, không bổ sung",
            "Tôi xin không phát biểu.",
            "Chi bộ đã họp, không ai có ý kiến",
            "Không tham gia phát biểu",
            "Không, cảm ơn.",
            "Đã được giải đáp ở cuộc họp xóm, không hỏi thêm",
            "Kính chúc các đồng chí lãnh đạo mạnh khỏe",
            "Kg có ý kiến",
            "Không có bức xúc gì",
            "Tôi không hỏi gì",
            "Đã rõ",
            "Nhân dân đồng thuận, không có ý kiến trái chiều",
            "Tôi nhất trí với toàn bộ nội dung đồng chí chủ trì vừa trình bày.",
            "Tôi đồng ý với ý kiến của đồng chí Hùng",
            "Tôi nhất trí với ý kiến của đồng chí Nguyễn Thị Hà vừa nêu",
            "Nhất trí với ý kiến của ông Ma Văn Hòa",
            "Nhất trí với kết quả phát triển kinh tế - xã hội năm 2025",
            "Nhất trí với chủ trương sáp nhập của Trung ương",
            "Nhất trí, cảm ơn tỉnh đã làm cầu Bến Đẫm",
            "Nhan dan nhat tri voi bao cao, khong co kien nghi",
            "Chúng tôi rất vui vì cầu Bến Đẫm đã thông xe. Bà con gửi lời cảm ơn tới các đồng chí lãnh đạo",
            "Chúc hội nghị thành công!",
            "Nhất trí, không bổ sung gì thêm",
            "Xin không có ý kiến",
            "Em xin phép không có ý kiến ạ",
            "Dạ không ạ",
            "Ý kiến: không",
            "Kiến nghị: Không có",
            "Qua rà soát, Hội Cựu chiến binh xã không có ý kiến",
            "Trạm Y tế phường không có kiến nghị gì",
            "Nhất trí với nội dung chuẩn bị của xã, không có ý kiến gì thêm.",
            "Ông Ma Văn Tới: không có ý kiến.",
            "Trạm Y tế xã: Không.",
            "Nội dung kiến nghị, đề xuất: Không có.",
            "Khôngcó ý kiến gì",
            "Ko có j ạ, em cảm ơn",
            "Chẳng có ý kiến gì đâu.",
            "Tôi nhất trí với dự thảo chương trình hội nghị đối thoại.",
            "Không có khó khăn, vướng mắc cần tháo gỡ.",
            "Cảm ơn các đồng chí công an, bộ đội đã giúp dân dọn bùn sau lũ.",
            "Đã được giải đáp tại hội nghị xã.",
            "Việc của gia đình đã giải quyết xong. Xin cảm ơn.",
            "Các câu hỏi đã được trả lời rõ tại hội nghị, nay không hỏi gì nữa.",
            "Cam on can bo xa da giup do nhan dan",
            "Sau khi nghe báo cáo tóm tắt của đồng chí Bí thư Đảng ủy xã tại hội nghị, tôi nhất trí.",
        ] {
            assert!(asks_for_nothing(text), "{text}");
        }
        for text in [
            "Nhất trí, tuy nhiên đề nghị sửa đường",
            "Không có nước sạch",
            "Sửa cầu",
            "10",
            "Không đồng ý với phương án bồi thường",
            "Cơ bản nhất trí nhưng mức phụ cấp thấp",
            "Không có ý kiến phản hồi của xã từ năm 2023, dân chờ mãi",
            "Thống nhất một mức phụ cấp trong toàn tỉnh, đề nghị sớm ban hành",
            "Đường không có đèn",
            "Không có cầu qua suối",
            "Xóm không có sóng điện thoại",
            "Đồng ý sáp nhập, bao giờ thực hiện?",
            "Cảm ơn tỉnh đã làm đường, mong tỉnh làm tiếp cầu",
            "Không có nhà văn hoá",
            "Chưa có câu trả lời cho kiến nghị lần trước",
            "Không có ý kiến trả lời của xã",
            "Không cần sửa cầu, cần làm đường",
            "Không tham gia được bảo hiểm y tế hộ gia đình",
            "Không có bổ sung biên chế giáo viên",
            "Số 12 đường Thống Nhất bị ngập",
            "Đường Thống Nhất có ổ gà",
            "Tôi không có ý kiến gì ngoài việc xin làm đường",
            "Nhất trí. Xin làm thêm cống",
            "Đồng tình với bà Sao về chuyện nước, nhà tôi cũng mất nước",
            "Nhất trí như ý kiến chị Nết về học phí, con tôi cũng đóng 2,1 triệu",
            "Đồng ý với phát biểu của bác Hợi: bỏ trạm thu phí",
            "Ủng hộ ý kiến làm đường tránh",
            "Ung ho y kien lam duong tranh Khe Mo",
            "Không có gì thay đổi so với năm ngoái, đường vẫn thế, nước vẫn thế",
            "Không tán thành",
            "Nhất trí làm đường, dân góp công",
            "Nhất trí phương án 2, bỏ phương án 1",
            "Tôi không tin tưởng",
            "Đồng ý với ông Tấn, đường Khe Đù nguy hiểm thật.",
            "Chưa có gì thay đổi từ sau khi sáp nhập.",
            "Bà con đồng thuận hiến đất, giờ chỉ chờ xi măng",
            "Thống nhất cao việc giữ lại trường, không nhập về trung tâm",
            "Hoàn toàn nhất trí việc không sáp nhập xóm Soi với xóm Mỏ.",
            "Bế Thị Chúc",
            "Xóm hiện nay vẫn chưa.\nĐề nghị lắp 12 bóng đèn ở khu chợ.",
            "Xóm hiện nay vẫn chưa. Đề nghị lắp 12 bóng đèn ở khu chợ.",
            "Không có ý kiến\nĐề nghị lắp điện",
            "Không có ý kiến đề nghị lắp điện",
            "Thống nhất mốc giới đất với Quân khu",
            "Không nhận được ý kiến trả lời của xã",
            "Chính sách của Nhà nước với thương binh",
            "Mật khẩu nên thống nhất",
            "Bà con rất vui nếu tỉnh làm cầu Bến Đẫm",
            "Chúc hội nghị thành công, mong tỉnh sớm làm cầu",
            "Dân cảm ơn Nhà nước, có điều gạo hơi mốc.",
            "Bà con rất phấn khởi; tuy vậy điện mất liên tục.",
            "Không có ý kiến gì lớn, có mỗi việc cột điện nghiêng",
            "Nước máy về đến cổng UBND là hết, dân trong xóm không có.",
            "Cột viễn thông trồng ngay cửa nhà, không hỏi ý kiến.",
            "Thẻ căn cước làm 4 tháng chưa có, đề nghị Công an tỉnh trả lời.",
            "Việc lấy phiếu hài lòng phiền cho dân, gọi cả lúc 9 giờ tối.",
            "Chỉ tiêu hài lòng 100% giao cho xã là vô lý.",
            "Kè bờ suối Nà Hin cho dân yên tâm ở.",
            "Cảm ơn tỉnh đã làm cầu, giờ còn đoạn đường lên Khuổi Luông",
            "Các cụ rất phấn khởi, sân thì vẫn là sân đất, mưa nghỉ.",
            "Chúc các bác lãnh đạo khỏe để lên thăm bản em, đường không lên được xe máy đâu ạ.",
            "Nghe báo cáo thì hài lòng, về nhìn con đường thì hết hài lòng.",
            "Đã được trả lời là hết tiền",
            "Nước sạch: không có",
            "Trạm y tế: không có",
            "Hệ thống phần mềm kế toán, đất đai, hộ tịch mỗi cái một mật khẩu khác nhau, xin cảm ơn.",
        ] {
            assert!(!asks_for_nothing(text), "{text}");
        }
    }
}
