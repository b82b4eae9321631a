//! What is wrong with a plan, and what to write instead.

use std::path::Path;

use super::Lang;
use super::schedule::{day, day_off, long_day};
use crate::plan::{
    Contradiction, ContradictionKind as Kind, Document, FIELDS, Milestone, Place, Plan, Problem, ProblemKind,
    Unique, Unit,
};

/// "dòng 12, cột 3".
pub fn place(place: Place, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("dòng {}, cột {}", place.line, place.column),
        Lang::En => format!("line {}, column {}", place.line, place.column),
    }
}

/// One line: the place, what was found, what to do.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let sentence = match lang {
        Lang::Vi => vietnamese(&problem.kind),
        Lang::En => english(&problem.kind),
    };
    format!("{}: {sentence}", place(problem.at, lang))
}

fn vietnamese(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Toml(detail) => format!("không đọc được: {detail}"),
        ProblemKind::UnknownKey(key, detail) => {
            format!("không có khóa \"{key}\" ({detail}); bỏ đi hoặc sửa tên khóa")
        }
        ProblemKind::NoSuchDate(found) => format!("không có ngày \"{found}\"; viết như 07/12/2025"),
        ProblemKind::WordingUnclear(found) => {
            format!(
                "không hiểu thời hạn \"{found}\"; viết như \"trước ngày 07/12/2025\" hoặc \"chậm nhất ngày 07/12/2025\""
            )
        }
        ProblemKind::NoYear(found) => format!("\"{found}\" thiếu năm; viết như 07/12/2025"),
        ProblemKind::Backwards(found) => format!("\"{found}\": ngày sau đứng trước ngày đầu; đổi lại thứ tự"),
        ProblemKind::Twice(Unique::Field, name) => {
            format!("lĩnh vực \"{name}\" đã có cơ quan khác trả lời; chỉ giao cho một cơ quan")
        }
        ProblemKind::Twice(Unique::Step, name) => {
            format!("bước \"{name}\" đã có ở mốc khác; chỉ để ở một mốc")
        }
        ProblemKind::Twice(what, name) => {
            format!(
                "{} \"{name}\" đã dùng ở trên; đặt tên khác",
                unique(*what, Lang::Vi)
            )
        }
        ProblemKind::NoSuchField(name) => {
            format!(
                "không có lĩnh vực \"{name}\"; dùng một trong: {}",
                FIELDS.join(", ")
            )
        }
        ProblemKind::NoSuchDocument(name) => {
            format!("không có văn bản \"{name}\"; thêm [[document]] hoặc sửa tên")
        }
        ProblemKind::NoSuchAgency(id) => {
            format!("không có cơ quan \"{id}\"; thêm [[agency]] hoặc sửa mã cơ quan")
        }
        ProblemKind::NoSuchUnit(code) => format!("không có đơn vị mã \"{code}\"; thêm [[unit]] hoặc sửa mã"),
        ProblemKind::NoOpinionColumn => {
            "mẫu thiếu cột nội dung ý kiến; thêm { heading = \"Nội dung ý kiến\", holds = \"opinion\" }"
                .into()
        }
        ProblemKind::Impossible(found) => format!("số lượng không thể có: {found}; sửa số"),
        ProblemKind::NoUnits => "chưa có đơn vị nào; thêm [[unit]] hoặc [[expected]]".into(),
        ProblemKind::Empty(key) => format!("\"{key}\" đang để trống; điền vào"),
    }
}

fn english(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Toml(detail) => format!("cannot be read: {detail}"),
        ProblemKind::UnknownKey(key, detail) => {
            format!("there is no key \"{key}\" ({detail}); take it out or mend its name")
        }
        ProblemKind::NoSuchDate(found) => format!("there is no day \"{found}\"; write it like 07/12/2025"),
        ProblemKind::WordingUnclear(found) => {
            format!("the time \"{found}\" is not understood; write it like \"trước ngày 07/12/2025\"")
        }
        ProblemKind::NoYear(found) => format!("\"{found}\" has no year; write it like 07/12/2025"),
        ProblemKind::Backwards(found) => format!("\"{found}\" ends before it begins; swap the days"),
        ProblemKind::Twice(Unique::Field, name) => {
            format!("another agency answers for the field \"{name}\"; leave it with one")
        }
        ProblemKind::Twice(Unique::Step, name) => {
            format!("another milestone is the step \"{name}\"; leave it at one")
        }
        ProblemKind::Twice(what, name) => {
            format!("{} \"{name}\" stands above already; name it otherwise", unique(*what, Lang::En))
        }
        ProblemKind::NoSuchField(name) => {
            format!("there is no field \"{name}\"; use one of: {}", FIELDS.join(", "))
        }
        ProblemKind::NoSuchDocument(name) => {
            format!("there is no document \"{name}\"; add a [[document]] or mend the name")
        }
        ProblemKind::NoSuchAgency(id) => {
            format!("there is no agency \"{id}\"; add an [[agency]] or mend the id")
        }
        ProblemKind::NoSuchUnit(code) => {
            format!("there is no unit with the code \"{code}\"; add a [[unit]] or mend the code")
        }
        ProblemKind::NoOpinionColumn => {
            "the form has no column for the opinion; add { heading = \"Nội dung ý kiến\", holds = \"opinion\" }".into()
        }
        ProblemKind::Impossible(found) => format!("the number cannot be: {found}; mend it"),
        ProblemKind::NoUnits => "there is no unit; add [[unit]] or [[expected]]".into(),
        ProblemKind::Empty(key) => format!("\"{key}\" is empty; fill it in"),
    }
}

fn unique(what: Unique, lang: Lang) -> &'static str {
    match what {
        Unique::UnitCode => lang.pick("mã đơn vị", "the unit code"),
        Unique::AgencyId => lang.pick("mã cơ quan", "the agency id"),
        Unique::SubjectId => lang.pick("mã nội dung", "the subject id"),
        Unique::MilestoneId => lang.pick("mã mốc", "the milestone id"),
        Unique::DocumentId => lang.pick("mã văn bản", "the document id"),
        Unique::Step => lang.pick("bước", "the step"),
        Unique::Field => lang.pick("lĩnh vực", "the field"),
    }
}

/// One line: the place, what does not go together.
pub fn contradiction(contradiction: &Contradiction, lang: Lang) -> String {
    let sentence = match lang {
        Lang::Vi => contradiction_vi(&contradiction.kind),
        Lang::En => contradiction_en(&contradiction.kind),
    };
    format!("{}: {sentence}", place(contradiction.at, lang))
}

fn contradiction_vi(kind: &Kind) -> String {
    match kind {
        Kind::DocumentBeforeBasis {
            document,
            date,
            basis,
            basis_date,
        } => format!(
            "\"{document}\" ghi ngày {}, trước văn bản mà nó thực hiện, \"{basis}\" ngày {}; xem lại ngày",
            day(*date),
            day(*basis_date)
        ),
        Kind::TaskBeforeDocument {
            milestone,
            last,
            document,
            date,
        } => format!(
            "mốc \"{milestone}\" hết hạn {}, trước văn bản giao việc, \"{document}\" ngày {}; xem lại ngày",
            day(*last),
            day(*date)
        ),
        Kind::AfterConference {
            milestone,
            last,
            conference,
        } => format!(
            "mốc \"{milestone}\" hết hạn {}, sau hội nghị ngày {}; xem lại ngày",
            day(*last),
            day(*conference)
        ),
        Kind::StepsSwapped { earlier, later } => {
            format!("mốc \"{later}\" hết hạn trước mốc \"{earlier}\" là việc phải làm trước nó; xem lại ngày")
        }
        Kind::WeekdayDiffers { milestone, day } => format!(
            "mốc \"{milestone}\": thứ ghi trong kế hoạch không khớp; ngày đó là {}",
            long_day(*day, Lang::Vi)
        ),
        Kind::OnDayOff {
            milestone,
            day,
            off,
            working,
        } => format!(
            "mốc \"{milestone}\" rơi vào ngày nghỉ {} ({}); ngày làm việc cuối là {}",
            long_day(*day, Lang::Vi),
            day_off(off, Lang::Vi),
            long_day(*working, Lang::Vi)
        ),
        Kind::YearUnknown { milestone, year } => {
            format!(
                "mốc \"{milestone}\": bảng ngày nghỉ không có năm {year}; thêm năm đó vào ngay-nghi.toml của bạn (docs/PLAN.md)"
            )
        }
        Kind::UnitTwice(name) => format!("đơn vị \"{name}\" có hai lần; bỏ một, hoặc sửa tên"),
        Kind::AgencyUnreached(name) => {
            format!("không nội dung đối thoại nào thuộc \"{name}\"; xem lại `fields`")
        }
        Kind::FieldUnanswered(field) => {
            format!("lĩnh vực \"{field}\" không có cơ quan trả lời; giao cho một cơ quan")
        }
        Kind::DelegatesDiffer { role, sum, total } => {
            format!("\"{role}\": các đơn vị cử {sum} người, kế hoạch ghi {total}; xem lại số")
        }
    }
}

fn contradiction_en(kind: &Kind) -> String {
    match kind {
        Kind::DocumentBeforeBasis {
            document,
            date,
            basis,
            basis_date,
        } => format!(
            "\"{document}\" is dated {}, before what it carries out, \"{basis}\" of {}; see which day is wrong",
            day(*date),
            day(*basis_date)
        ),
        Kind::TaskBeforeDocument {
            milestone,
            last,
            document,
            date,
        } => format!(
            "\"{milestone}\" is due {}, before the document that orders it, \"{document}\" of {}",
            day(*last),
            day(*date)
        ),
        Kind::AfterConference {
            milestone,
            last,
            conference,
        } => {
            format!(
                "\"{milestone}\" is due {}, after the conference of {}",
                day(*last),
                day(*conference)
            )
        }
        Kind::StepsSwapped { earlier, later } => {
            format!("\"{later}\" is due before \"{earlier}\", which must be done first")
        }
        Kind::WeekdayDiffers { milestone, day } => {
            format!(
                "\"{milestone}\" names another weekday; that day is {}",
                long_day(*day, Lang::En)
            )
        }
        Kind::OnDayOff {
            milestone,
            day,
            off,
            working,
        } => format!(
            "\"{milestone}\" falls on a day off, {} ({}); the last working day is {}",
            long_day(*day, Lang::En),
            day_off(off, Lang::En),
            long_day(*working, Lang::En)
        ),
        Kind::YearUnknown { milestone, year } => {
            format!(
                "\"{milestone}\": the table of days off lacks {year}; add it to your own ngay-nghi.toml (docs/PLAN.md)"
            )
        }
        Kind::UnitTwice(name) => {
            format!("the unit \"{name}\" is listed twice; take one out or mend the name")
        }
        Kind::AgencyUnreached(name) => format!("no subject reaches \"{name}\"; see its fields"),
        Kind::FieldUnanswered(field) => {
            format!("no agency answers for the field \"{field}\"; give it to one")
        }
        Kind::DelegatesDiffer { role, sum, total } => {
            format!("\"{role}\": the units send {sum}, the plan says {total}")
        }
    }
}

/// Said when a plan holds no contradiction.
pub fn nothing_found(plan: &str, lang: Lang) -> String {
    format!(
        "{plan}: {}\n",
        lang.pick("không thấy mâu thuẫn", "no contradiction found")
    )
}

/// What `init` made, and what to do next.
pub fn workspace(folder: &Path, forms: usize, lang: Lang) -> String {
    let folder = folder.display();
    match lang {
        Lang::Vi => format!(
            "Đã tạo thư mục làm việc {folder}: ke-hoach.toml, bao-cao/, bieu-mau/ ({forms} biểu mẫu Excel), bieu-mau-word/.\n\
             Việc tiếp theo: gửi biểu mẫu cho đơn vị, chép báo cáo nhận được vào bao-cao/, rồi trong thư mục đó chạy\n  \
             doithoai consolidate bao-cao/\n"
        ),
        Lang::En => format!(
            "Workspace {folder}: ke-hoach.toml, bao-cao/, bieu-mau/ ({forms} forms for Excel), bieu-mau-word/.\n\
             Next: send the forms out, copy the reports into bao-cao/, then, in that folder, run\n  \
             doithoai consolidate bao-cao/\n"
        ),
    }
}

/// A plan as a person reads it. `days` are the days of its milestones by id.
pub fn show(plan: &Plan, days: &[(String, String)], lang: Lang) -> String {
    let mut text = format!("{}\n{}; {}\n", plan.title, plan.organiser, plan.place);
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("\n{title}\n"));
            for line in lines {
                text.push_str(&format!("  {line}\n"));
            }
        }
    };
    section(
        lang.pick("Văn bản", "Documents"),
        plan.documents.iter().map(document).collect(),
    );
    let subjects = plan
        .subjects
        .iter()
        .map(|subject| format!("{}  {}", subject.id, subject.title));
    section(lang.pick("Nội dung", "Subjects"), subjects.collect());
    section(
        lang.pick("Mốc", "Milestones"),
        plan.milestones.iter().map(|m| milestone(m, days)).collect(),
    );
    let quotas = plan.quotas.iter().map(|quota| {
        let each = quota
            .per_unit
            .map(|each| format!("{each} {}", lang.pick("mỗi đơn vị", "per unit")));
        let total = quota
            .total
            .map(|total| format!("{total} {}", lang.pick("tất cả", "in all")));
        let numbers: Vec<String> = each.into_iter().chain(total).collect();
        format!("{}: {}", quota.role, numbers.join(", "))
    });
    section(lang.pick("Đại biểu", "Delegates"), quotas.collect());
    let agencies = plan
        .agencies
        .iter()
        .map(|agency| format!("{}: {}", agency.name, agency.answers_for.join("; ")));
    section(
        lang.pick("Cơ quan trả lời", "Answering bodies"),
        agencies.collect(),
    );
    let units: Vec<String> = plan.units.iter().map(Unit::full_name).collect();
    let title = format!(
        "{} ({})",
        lang.pick("Đơn vị báo cáo", "Reporting units"),
        plan.expected_units()
    );
    let mut lines: Vec<String> = plan
        .expected
        .iter()
        .map(|expected| format!("{} {}", expected.count, expected.rank.word()))
        .collect();
    if !units.is_empty() {
        lines.push(units.join(", "));
    }
    section(&title, lines);
    text
}

fn document(document: &Document) -> String {
    let date = document
        .date
        .map(|date| format!(" ({})", day(date)))
        .unwrap_or_default();
    format!("{}{date}", document.title)
}

fn milestone(milestone: &Milestone, days: &[(String, String)]) -> String {
    let to = milestone
        .to
        .as_ref()
        .map(|to| format!(" -> {to}"))
        .unwrap_or_default();
    let when = days
        .iter()
        .find(|(id, days)| *id == milestone.id && !days.is_empty());
    let when = match (when, milestone.wording.as_str()) {
        (Some((_, days)), wording) => format!(": \"{wording}\" = {days}"),
        (None, "") => String::new(),
        (None, wording) => format!(": \"{wording}\""),
    };
    format!("{}. {}{to}{when}", milestone.title, milestone.who)
}

/// What stands on the blank form beside what the plan says.
pub mod form {
    /// Name of the sheet.
    pub const SHEET: &str = "Báo cáo";
    /// Where a unit writes its own name.
    pub const DOTS: &str = "..........";
    /// Title of the hint in the column of opinions.
    pub const OPINION_TITLE: &str = "Nội dung ý kiến";
    /// The hint in the column of opinions.
    pub const OPINION_HINT: &str = "Mỗi dòng ghi một ý kiến. Ý kiến trùng nhau chỉ ghi một lần.";
    /// Before the list of who receives it.
    pub const RECIPIENTS: &str = "Nơi nhận:";
    /// The levels whose powers an opinion can concern.
    pub const LEVELS: [&str; 2] = ["Tỉnh", "Trung ương"];
}
