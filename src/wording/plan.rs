//! What is wrong with a plan, and what to write instead.

use super::Lang;
use super::schedule::{day, day_off, long_day};
use crate::plan::{Contradiction, ContradictionKind as Kind, FIELDS, Place, Problem, ProblemKind, Unique};

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
        ProblemKind::Toml(detail) => format!("không đọc được: {detail}; xem định dạng trong docs/PLAN.md"),
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
        ProblemKind::Toml(detail) => format!("cannot be read: {detail}; the format is in docs/PLAN.md"),
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
            format!("mốc \"{milestone}\": bảng ngày nghỉ không có năm {year}; thêm năm đó và dùng --holidays")
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
            format!("\"{milestone}\": the table of days off lacks {year}; add it and use --holidays")
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
