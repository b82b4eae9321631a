//! What a person reads about the lists of participants: findings, the workbook's headings, the summary.

use std::path::Path;

use super::Lang;
use crate::finding::DelegatesFinding;
use crate::model::DelegateCounts;

/// Name of the sheet with everyone.
pub const LIST: &str = "Danh sách";
/// Name of the sheet for the door.
pub const DOOR: &str = "Điểm danh";
/// Name of the sheet with the units.
pub const UNITS: &str = "Đơn vị";
/// Name of the sheet with what a person must look at.
pub const FINDINGS: &str = "Cần xem";
/// Title of the list.
pub const LIST_TITLE: &str = "DANH SÁCH ĐẠI BIỂU";
/// Title of the roll-call.
pub const DOOR_TITLE: &str = "ĐIỂM DANH ĐẠI BIỂU";
/// Title of the sheet with the units.
pub const UNITS_TITLE: &str = "SỐ ĐẠI BIỂU CỦA CÁC ĐƠN VỊ";
/// Title of the sheet with findings.
pub const FINDINGS_TITLE: &str = "ĐIỀU CẦN XEM LẠI";
/// Number of a row.
pub const NUMBER: &str = "STT";
/// Name.
pub const PERSON: &str = "Họ và tên";
/// Position.
pub const POSITION: &str = "Chức vụ, thành phần";
/// Unit.
pub const UNIT: &str = "Đơn vị";
/// Year of birth.
pub const BORN: &str = "Năm sinh";
/// Note.
pub const NOTE: &str = "Ghi chú";
/// Where the participant signs.
pub const SIGNATURE: &str = "Ký tên";
/// How many are listed.
pub const LISTED: &str = "Có trong danh sách";
/// How many the plan asks for.
pub const EXPECTED: &str = "Theo kế hoạch";
/// The difference.
pub const DIFFERENCE: &str = "Thừa (+), thiếu (-)";
/// Files.
pub const FILES: &str = "Tệp";
/// Sheet of a file.
pub const SHEET: &str = "Trang";
/// Cell of a sheet.
pub const CELL: &str = "Ô";
/// What was found.
pub const FOUND: &str = "Nội dung";
/// What to do.
pub const NEXT: &str = "Việc cần làm";
/// Everyone whom a unit sends.
pub const EVERYONE: &str = "tất cả đại biểu";
/// The word by which a plan says that a number is no exact one.
pub const ABOUT: &str = "khoảng";

/// What was found.
pub(super) fn found(kind: &DelegatesFinding, lang: Lang) -> String {
    match (kind, lang) {
        (DelegatesFinding::NoList, _) => lang
            .pick(
                "Không thấy danh sách (không có dòng tiêu đề STT, Họ và tên, Chức vụ)",
                "No list of names (no header row STT, Họ và tên, Chức vụ)",
            )
            .to_owned(),
        (DelegatesFinding::Twice { of }, Lang::Vi) => format!("Một người ghi hai lần, xem thêm {of}"),
        (DelegatesFinding::Twice { of }, Lang::En) => {
            format!("The same person is listed twice, see also {of}")
        }
        (DelegatesFinding::TwiceAcross { of }, Lang::Vi) => {
            format!("Trùng họ tên và năm sinh với đơn vị khác, xem thêm {of}")
        }
        (DelegatesFinding::TwiceAcross { of }, Lang::En) => {
            format!("The same name and year of birth as in another unit, see also {of}")
        }
        (DelegatesFinding::Missing { unit }, Lang::Vi) => format!("{unit} chưa gửi danh sách"),
        (DelegatesFinding::Missing { unit }, Lang::En) => format!("{unit} has sent no list"),
        (DelegatesFinding::UnitsMissing { expected, listed }, Lang::Vi) => {
            format!("Kế hoạch có {expected} đơn vị, mới có danh sách của {listed}")
        }
        (DelegatesFinding::UnitsMissing { expected, listed }, Lang::En) => {
            format!("The plan counts {expected} units, {listed} have sent a list")
        }
        (DelegatesFinding::UnknownUnit { unit }, Lang::Vi) => format!("Kế hoạch không có đơn vị \"{unit}\""),
        (DelegatesFinding::UnknownUnit { unit }, Lang::En) => format!("The plan has no unit \"{unit}\""),
        (
            DelegatesFinding::Quota {
                unit,
                role,
                expected,
                listed,
            },
            Lang::Vi,
        ) => {
            format!("{unit}: {role}: kế hoạch {expected} người, danh sách có {listed}")
        }
        (
            DelegatesFinding::Quota {
                unit,
                role,
                expected,
                listed,
            },
            Lang::En,
        ) => {
            format!("{unit}: {role}: the plan asks for {expected}, the list has {listed}")
        }
        (
            DelegatesFinding::QuotaInAll {
                role,
                expected,
                listed,
            },
            Lang::Vi,
        ) => {
            format!("Tất cả các đơn vị: {role}: kế hoạch {expected} người, danh sách có {listed}")
        }
        (
            DelegatesFinding::QuotaInAll {
                role,
                expected,
                listed,
            },
            Lang::En,
        ) => {
            format!("All units: {role}: the plan asks for {expected}, the lists have {listed}")
        }
    }
}

/// What to do about it.
pub(super) fn next(kind: &DelegatesFinding, lang: Lang) -> &'static str {
    match kind {
        DelegatesFinding::NoList => lang.pick(
            "Đề nghị đơn vị gửi lại danh sách có cột Họ và tên.",
            "Ask the unit for a list with the column Họ và tên.",
        ),
        DelegatesFinding::Twice { .. } => lang.pick(
            "Bỏ một dòng, hoặc hỏi đơn vị nếu là hai người trùng tên.",
            "Take out one line, or ask the unit if they are two people of one name.",
        ),
        DelegatesFinding::TwiceAcross { .. } => lang.pick(
            "Hỏi hai đơn vị xem có phải cùng một người không.",
            "Ask both units whether it is the same person.",
        ),
        DelegatesFinding::Missing { .. } | DelegatesFinding::UnitsMissing { .. } => lang.pick(
            "Nhắc đơn vị gửi danh sách đại biểu.",
            "Remind the unit of its list of participants.",
        ),
        DelegatesFinding::UnknownUnit { .. } => lang.pick(
            "Sửa tên đơn vị trong danh sách, hoặc thêm đơn vị vào kế hoạch.",
            "Mend the unit's name in the list, or add the unit to the plan.",
        ),
        DelegatesFinding::Quota { .. } | DelegatesFinding::QuotaInAll { .. } => lang.pick(
            "Đề nghị đơn vị cử đủ, đúng thành phần theo kế hoạch.",
            "Ask the unit to send those whom the plan asks for.",
        ),
    }
}

/// The heading over a unit's lines on the roll-call.
pub fn site(unit: &str, listed: usize) -> String {
    format!("{unit}: {listed} đại biểu")
}

/// A place in a file, for "see also".
pub fn place(file: &str, sheet: &str, cell: &str) -> String {
    format!("{file}, trang \"{sheet}\", ô {cell}")
}

/// What was read and written, a line each.
pub fn summary(counts: &DelegateCounts, written: &Path, lang: Lang) -> String {
    let expected = counts.expected.map_or_else(String::new, |expected| match lang {
        Lang::Vi => format!(" (theo kế hoạch {expected})"),
        Lang::En => format!(" (the plan asks for {expected})"),
    });
    let DelegateCounts {
        delegates,
        units_listed,
        units_expected,
        findings,
        files_read: files,
        ..
    } = *counts;
    let written = written.display();
    match lang {
        Lang::Vi => format!(
            "Đã đọc {files} tệp: {delegates} đại biểu{expected} của {units_listed} trên {units_expected} đơn vị; \
             {findings} điều cần xem.\nĐã ghi: {written}\n"
        ),
        Lang::En => format!(
            "{files} files read: {delegates} delegates{expected} of {units_listed} of {units_expected} units; \
             {findings} findings.\nWritten: {written}\n"
        ),
    }
}
