//! Names of sheets, headings and labels of the workbooks. Workbooks are Vietnamese.

use crate::model::{Certainty, ReasonAside, ReportState, Roll, Verdict};

/// Bottom of each printed page: page and number of pages.
pub const FOOTER: &str = "&C&\"Times New Roman,Regular\"&10Trang &P/&N";

/// Title of the warning when a value is not one of a drop-down's.
pub const NOT_IN_LIST: &str = "Không có trong danh sách";

/// Names of sheets, at most 31 characters each.
pub mod sheet {
    /// Numbers, plan, version.
    pub const INFO: &str = "Thông tin";
    /// A line for each group.
    pub const SUMMARY: &str = "Tổng hợp";
    /// A line for each opinion.
    pub const DETAIL: &str = "Chi tiết";
    /// Questions for the clerk.
    pub const REVIEW: &str = "Cần xem lại";
    /// Look-alikes that were kept apart.
    pub const NEAR_MISSES: &str = "Gần trùng";
    /// What an earlier dialogue has answered.
    pub const ANSWERED_BEFORE: &str = "Đã trả lời kỳ trước";
    /// The roll-call.
    pub const UNITS: &str = "Đơn vị";
    /// What became of each file.
    pub const FILES: &str = "Tệp báo cáo";
    /// Rows that are no opinion.
    pub const SET_ASIDE: &str = "Để riêng";
    /// Findings.
    pub const FINDINGS: &str = "Cảnh báo";
    /// What does not fit in a cell.
    pub const LONG: &str = "Văn bản dài";
    /// What an agency answers.
    pub const ANSWERS: &str = "Trả lời";
    /// What an agency coordinates.
    pub const COORDINATES: &str = "Phối hợp";
    /// Who spoke.
    pub const SPEAKERS: &str = "Người nêu ý kiến";
    /// What went to whom.
    pub const INDEX: &str = "Danh mục";
    /// What nobody answers.
    pub const UNASSIGNED: &str = "Chưa giao";
    /// Every code with its agency.
    pub const BY_CODE: &str = "Tra theo mã";
    /// Every answer, by subject.
    pub const BY_SUBJECT: &str = "Theo nội dung";
    /// Every answer, by agency.
    pub const BY_AGENCY: &str = "Theo cơ quan";
    /// Answers between which the clerk chooses.
    pub const CHOOSE: &str = "Cần chọn";
    /// Opinions without an answer.
    pub const MISSING: &str = "Còn thiếu";
    /// What is doubtful about answers.
    pub const DOUBTS: &str = "Cần xem";
    /// How each agency stands.
    pub const AGENCIES: &str = "Cơ quan";
    /// Files that came back.
    pub const RETURNED: &str = "Tệp trả lời";
    /// What a unit gets back.
    pub const FEEDBACK: &str = "Trả lời đơn vị";
    /// The version for everybody.
    pub const PUBLIC: &str = "Công khai";
    /// The summary for the conference.
    pub const CONFERENCE: &str = "Tài liệu hội nghị";
    /// How far the work has come.
    pub const PROGRESS: &str = "Tiến độ";
    /// The words of the drop-downs; hidden.
    pub const LISTS: &str = "_danh-muc";
    /// What was written first; hidden.
    pub const ORIGINAL: &str = "_doithoai";
}

/// Headings of columns.
pub mod heading {
    /// Number of the row.
    pub const NUMBER: &str = "STT";
    /// Code of a group.
    pub const CODE: &str = "Mã ý kiến";
    /// Wording of a group.
    pub const WORDING: &str = "Nội dung ý kiến";
    /// The heading of the report under which an opinion stands.
    pub const UNDER: &str = "Mục trong báo cáo";
    /// How many times it was raised.
    pub const TIMES: &str = "Số lần nêu";
    /// The units that raised it.
    pub const UNITS: &str = "Đơn vị nêu";
    /// Subject of the dialogue.
    pub const SUBJECT: &str = "Nội dung đối thoại";
    /// The agency that answers.
    pub const AGENCY: &str = "Cơ quan trả lời";
    /// How sure the proposal is.
    pub const CERTAINTY: &str = "Mức chắc chắn";
    /// Why the agency is proposed.
    pub const BECAUSE: &str = "Căn cứ đề xuất";
    /// The agencies that coordinate.
    pub const COORDINATE: &str = "Cơ quan phối hợp";
    /// The code of the group that an opinion is in.
    pub const GROUP: &str = "Mã nhóm";
    /// Code of an opinion in an earlier answer book.
    pub const EARLIER_CODE: &str = "Mã kỳ trước";
    /// Its wording there.
    pub const EARLIER_WORDING: &str = "Nội dung kỳ trước";
    /// A unit.
    pub const UNIT: &str = "Đơn vị";
    /// Who spoke.
    pub const PERSON: &str = "Họ và tên";
    /// Their position.
    pub const POSITION: &str = "Chức vụ";
    /// The wording as received, where the letters were damaged.
    pub const RECEIVED: &str = "Nguyên văn khi nhận (chữ hỏng)";
    /// Why an opinion is in its group.
    pub const WHY_HERE: &str = "Vì sao ở nhóm này";
    /// A file.
    pub const FILE: &str = "Tệp";
    /// A sheet.
    pub const SHEET: &str = "Trang";
    /// A cell.
    pub const CELL: &str = "Ô";
    /// For the program.
    pub const KEY: &str = "Khóa";
    /// First of a pair: code and unit.
    pub const WHO_A: &str = "Mã và đơn vị A";
    /// First of a pair: wording.
    pub const TEXT_A: &str = "Ý kiến A";
    /// Second of a pair: code and unit.
    pub const WHO_B: &str = "Mã và đơn vị B";
    /// Second of a pair: wording.
    pub const TEXT_B: &str = "Ý kiến B";
    /// How alike the two are.
    pub const SCORE: &str = "Khả năng trùng";
    /// What speaks for and against.
    pub const REMARK: &str = "Nhận xét";
    /// What kept the two apart.
    pub const APART: &str = "Điều khác nhau";
    /// The clerk's answer.
    pub const ANSWER: &str = "Trả lời (chọn)";
    /// For the program: first of a pair.
    pub const KEY_A: &str = "Khóa A";
    /// For the program: second of a pair.
    pub const KEY_B: &str = "Khóa B";
    /// State of a unit or a file.
    pub const STATE: &str = "Tình trạng";
    /// Number of files.
    pub const FILE_COUNT: &str = "Số tệp";
    /// Rows read.
    pub const ROWS: &str = "Dòng đã đọc";
    /// Opinions.
    pub const OPINIONS: &str = "Ý kiến";
    /// Rows set aside.
    pub const ASIDE: &str = "Dòng để riêng";
    /// Why a row is set aside.
    pub const REASON: &str = "Lý do";
    /// What a row says.
    pub const TEXT: &str = "Nội dung";
    /// How much a finding matters.
    pub const SEVERITY: &str = "Mức";
    /// What was found.
    pub const FOUND: &str = "Điều thấy";
    /// What to do.
    pub const NEXT: &str = "Việc cần làm";
    /// What a number counts.
    pub const ITEM: &str = "Mục";
    /// A number.
    pub const COUNT: &str = "Số lượng";
    /// A remark on a number.
    pub const NOTE: &str = "Ghi chú";
    /// What is asked of an agency.
    pub const ASKED: &str = "Yêu cầu";
    /// An agency's answer.
    pub const REPLY: &str = "Trả lời";
    /// What an agency has done.
    pub const STATE_OF_REPLY: &str = "Kết quả (chọn)";
    /// Until when it will be done.
    pub const DUE: &str = "Thời hạn giải quyết";
    /// Who is in charge.
    pub const RESPONSIBLE: &str = "Người phụ trách";
    /// The document that answers.
    pub const DOCUMENT: &str = "Số văn bản";
    /// The agency that answers what another coordinates.
    pub const LEADING: &str = "Cơ quan chủ trì";
    /// What a coordinating agency says.
    pub const CONTRIBUTION: &str = "Ý kiến phối hợp";
    /// An agency.
    pub const AGENCY_NAME: &str = "Cơ quan";
    /// How many opinions an agency answers.
    pub const LEADS: &str = "Số ý kiến trả lời";
    /// How many opinions an agency coordinates.
    pub const COORDINATES: &str = "Số ý kiến phối hợp";
    /// How many are sent for the first time.
    pub const NEW: &str = "Mới lần này";
    /// What an agency has done, where nobody chooses.
    pub const RESULT: &str = "Kết quả";
    /// Which of several answers.
    pub const VERSION: &str = "Bản";
    /// Why the clerk is asked.
    pub const WHY_ASKED: &str = "Vì sao phải chọn";
    /// The clerk's choice.
    pub const CHOICE: &str = "Chọn";
    /// How many were sent to an agency.
    pub const SENT: &str = "Đã giao";
    /// How many are answered.
    pub const ANSWERED: &str = "Đã trả lời";
    /// How many are not answered.
    pub const MISSING: &str = "Chưa trả lời";
    /// How many are not answered in time.
    pub const OVERDUE: &str = "Quá hạn";
    /// How many wait for the clerk.
    pub const TO_DECIDE: &str = "Cần quyết định";
    /// How many answers should be looked at.
    pub const DOUBTFUL: &str = "Cần xem lại";
    /// How many answers were first read after the last day.
    pub const LATE: &str = "Đọc sau hạn";
    /// How many answers a file holds.
    pub const ANSWER_COUNT: &str = "Số câu trả lời";
    /// Which text a part belongs to.
    pub const OF: &str = "Thuộc";
    /// Which part of a text.
    pub const PART: &str = "Phần";
}

/// Other words for a heading that people put in its place.
pub fn heading_variants(heading: &str) -> &'static [&'static str] {
    match heading {
        heading::CODE => &["Mã", "Mã nhóm", "Mã YK", "Mã số"],
        heading::AGENCY => &[
            "Cơ quan chủ trì",
            "Đơn vị trả lời",
            "Đơn vị chủ trì",
            "Cơ quan giải quyết",
            "Cơ quan",
        ],
        heading::COORDINATE => &["Phối hợp", "Đơn vị phối hợp"],
        heading::SUBJECT => &["Chủ đề", "Nhóm nội dung"],
        heading::WORDING => &[
            "Nội dung",
            "Nội dung kiến nghị",
            "Ý kiến",
            "Nội dung ý kiến, kiến nghị",
        ],
        heading::GROUP => &["Mã", "Mã ý kiến", "Nhóm"],
        heading::NUMBER => &["TT", "Số TT"],
        heading::ANSWER => &["Trả lời", "Kết luận"],
        heading::REPLY => &[
            "Nội dung trả lời",
            "Ý kiến trả lời",
            "Kết quả trả lời",
            "Phương án trả lời",
            "Nội dung giải trình",
            "Nội dung giải quyết",
            "Ý kiến của cơ quan",
            "Kết quả giải quyết, trả lời",
        ],
        heading::STATE_OF_REPLY => &["Kết quả", "Tình trạng", "Trạng thái", "Kết quả giải quyết"],
        heading::DUE => &["Thời hạn", "Thời gian giải quyết", "Hạn giải quyết"],
        heading::RESPONSIBLE => &["Phụ trách", "Cán bộ phụ trách", "Đầu mối"],
        heading::DOCUMENT => &["Văn bản", "Số, ký hiệu văn bản", "Số hiệu văn bản"],
        _ => &[],
    }
}

/// A sheet, as the place of an error.
pub fn place_of_sheet(name: &str) -> String {
    format!("trang \"{name}\"")
}

/// Missing columns of a sheet, as the place of an error.
pub fn place_of_columns(name: &str, columns: &[&str]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    format!("trang \"{name}\", cột {}", columns.join(", "))
}

/// The answers to a question about a pair, as the drop-down offers them.
pub const VERDICTS: [(&str, Verdict); 3] = [
    ("Trùng", Verdict::Same),
    ("Không trùng", Verdict::Different),
    ("Chưa rõ", Verdict::Unsure),
];

/// What the clerk writes as a group's code to give an opinion a group of its own.
pub const OWN_GROUP: &str = "mới";

/// Title of the workbook.
pub const CONSOLIDATED_TITLE: &str = "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ";

/// How to work with a sheet of the consolidated workbook.
pub mod guide {
    /// On the summary.
    pub const SUMMARY: &str = "Sửa được các ô màu vàng: nội dung, nội dung đối thoại, cơ quan trả lời, cơ quan phối hợp. Mỗi cơ quan phối hợp cách nhau bằng dấu chấm phẩy.";
    /// On the details.
    pub const DETAIL: &str = "Muốn chuyển một ý kiến sang nhóm khác: ghi mã nhóm đó vào cột \"Mã nhóm\"; ghi \"mới\" để tách thành nhóm riêng.";
    /// On the review pairs.
    pub const REVIEW: &str = "Chọn câu trả lời cho từng cặp: Trùng nếu một văn bản trả lời là đủ cho cả hai; Không trùng nếu phải trả lời riêng. Chữ đậm đỏ là chỗ khác nhau.";
    /// On the near misses.
    pub const NEAR_MISSES: &str =
        "Các cặp giống nhau nhưng không gộp. Chọn \"Trùng\" nếu thực ra cùng một việc.";
    /// On what was answered before.
    pub const ANSWERED_BEFORE: &str = "Các ý kiến trùng với ý kiến đã được trả lời ở kỳ trước. Vẫn tính trong tổng hợp: xem câu trả lời cũ còn đúng thì báo cơ quan trả lời dùng lại.";
    /// On the roll-call.
    pub const UNITS: &str = "Đối chiếu: dòng đã đọc = ý kiến + dòng để riêng, theo từng đơn vị.";
    /// On the files.
    pub const FILES: &str = "Từng tệp đã đọc ra sao.";
    /// On the rows set aside.
    pub const SET_ASIDE: &str =
        "Các dòng đã đọc nhưng không tính là ý kiến, kèm lý do. Không dòng nào bị bỏ.";
    /// On the findings.
    pub const FINDINGS: &str = "Những điều cần người xem, kèm việc cần làm.";
    /// On the long texts.
    pub const LONG: &str = "Phần còn lại của các văn bản dài hơn sức chứa của một ô.";
    /// On the first sheet: the steps.
    pub const STEPS: [&str; 4] = [
        "1. Trang \"Cần xem lại\": trả lời từng cặp trong cột Trả lời.",
        "2. Trang \"Tổng hợp\": xem lại cơ quan trả lời, nhất là các dòng \"Chưa rõ\" và \"Đề xuất\".",
        "3. Lưu tệp, đóng lại, chạy lại `doithoai consolidate`: câu trả lời và chỗ sửa được giữ nguyên.",
        "4. Chạy `doithoai assign` để lập bảng giao việc cho từng cơ quan.",
    ];
    /// Over the steps.
    pub const STEPS_TITLE: &str = "Các bước tiếp theo";
}

/// How sure a proposal is; `by_clerk` when a person chose.
pub fn certainty(certainty: Certainty, by_clerk: bool) -> &'static str {
    match (by_clerk, certainty) {
        (true, _) => "Cán bộ chọn",
        (_, Certainty::Sure) => "Chắc chắn",
        (_, Certainty::Proposed) => "Đề xuất",
        (_, Certainty::Open) => "Chưa rõ",
    }
}

/// Why a row is not an opinion.
pub fn reason_aside(reason: ReasonAside) -> &'static str {
    match reason {
        ReasonAside::NoOpinion => "Không có ý kiến",
        ReasonAside::Complaint => "Đơn, thư khiếu nại, tố cáo cá nhân",
        ReasonAside::Heading => "Tiêu đề nhóm",
        ReasonAside::Total => "Dòng tổng cộng",
        ReasonAside::Note => "Ghi chú, nơi nhận, ký tên",
        ReasonAside::Blank => "Dòng để trống",
        ReasonAside::Repeat => "Tệp gửi lặp lại",
    }
}

/// What became of a file.
pub fn report_state(state: ReportState) -> &'static str {
    match state {
        ReportState::Read => "Đã đọc",
        ReportState::Repeat => "Trùng tệp khác, không tính",
        ReportState::NotReport => "Không có bảng ý kiến",
        ReportState::Unreadable => "Không đọc được",
    }
}

/// What a unit sent.
pub fn unit_state(roll: &Roll) -> &'static str {
    match (roll.files.is_empty(), &roll.unit.code, roll.opinions) {
        (true, ..) => "Chưa gửi",
        (_, None, _) => "Ngoài danh sách",
        (_, _, 0) => "Đã gửi, không có ý kiến",
        _ => "Đã gửi",
    }
}

/// "3 đơn vị: a, b, c"; the name alone when there is one. `kinds` counts them by kind: "2 xã, 1 phường".
pub fn units(kinds: &[(usize, &str)], names: &[&str]) -> String {
    match names {
        [one] => (*one).to_owned(),
        _ => {
            let counted: Vec<String> = kinds
                .iter()
                .map(|(count, kind)| format!("{count} {kind}"))
                .collect();
            format!("{}: {}", counted.join(", "), names.join("; "))
        }
    }
}

/// How many opinions an earlier dialogue has answered, for the terminal.
pub fn answered_before(count: usize, lang: super::Lang) -> String {
    match lang {
        super::Lang::Vi => format!(
            "Đã được trả lời ở kỳ trước: {count} ý kiến (trang \"{}\")",
            sheet::ANSWERED_BEFORE
        ),
        super::Lang::En => format!(
            "Answered by an earlier dialogue: {count} opinions (sheet \"{}\")",
            sheet::ANSWERED_BEFORE
        ),
    }
}

/// The names in what [`units`] wrote.
pub fn units_named(text: &str) -> Vec<String> {
    let names = text.split_once(": ").map_or(text, |(_, names)| names);
    names.split("; ").map(str::to_owned).collect()
}

/// The word for units that the plan does not list.
pub const UNIT: &str = "đơn vị";

/// Where the rest of a long text stands.
pub fn continued(label: &str) -> String {
    format!(" […] (còn tiếp ở trang \"{}\", {label})", sheet::LONG)
}

/// Names a long text on the sheet that holds its rest.
pub fn long_opinion(number: u32) -> String {
    format!("ý kiến số {number}")
}

/// Names a long text of a row set aside.
pub fn long_aside(number: u32) -> String {
    format!("dòng để riêng số {number}")
}

/// A probability as a person reads it.
pub fn percent(score: f64) -> String {
    format!("{:.0}%", score.clamp(0.0, 1.0) * 100.0)
}

/// The agencies that come next, for a proposal that is not sure.
pub fn others(names: &[&str]) -> String {
    format!("có thể: {}", names.join(", "))
}

/// Opinions may be missing.
pub const ERROR: &str = "Lỗi";
/// A person should confirm.
pub const WARNING: &str = "Cần xem";
/// Good to know.
pub const NOTE: &str = "Lưu ý";
