//! Headers that part the opinions by subject: a column for each counted opinion ("Ý kiến 1"), for each field ("Đất đai") or for
//! each level that decides ("thuộc thẩm quyền của tỉnh"). Which column holds what else is `header`'s work.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{HeaderCell, role};
use super::line;
use super::page::Page;
use crate::model::ColumnRole;
use crate::text::{clean, fold};

/// "Ý kiến 1", "Ý kiến về đất đai": a column of opinions among others, where it stands beside further columns.
pub(super) fn is_counted(text: &str) -> bool {
    let folded = fold(&clean(text));
    const MOST_WORDS: usize = 12;
    let rest = [
        "y kien, kien nghi",
        "y kien",
        "kien nghi",
        "noi dung",
        "de xuat",
        "cau hoi",
    ]
    .iter()
    .find_map(|start| folded.strip_prefix(start));
    let counted = |rest: &str| rest.trim_start_matches(" so").trim().parse::<u8>().is_ok();
    let about = |rest: &str| [" ve ", " linh vuc "].iter().any(|word| rest.starts_with(word));
    rest.is_some_and(|rest| counted(rest) || about(rest) && folded.split(' ').count() <= MOST_WORDS)
}

/// Fields as they head a column, without tones.
const FIELDS: [&str; 78] = [
    "khoang san",
    "buu chinh",
    "chan nuoi",
    "trong trot",
    "thuy san",
    "nong",
    "chinh tri",
    "he thong chinh tri",
    "truyen thong",
    "thong tin",
    "cap nuoc",
    "dat dai",
    "tai nguyen",
    "moi truong",
    "giao thong",
    "xay dung",
    "ha tang",
    "quy hoach",
    "do thi",
    "y te",
    "suc khoe",
    "giao duc",
    "dao tao",
    "van hoa",
    "xa hoi",
    "the thao",
    "du lich",
    "chinh sach",
    "lao dong",
    "viec lam",
    "an sinh",
    "an sinh xa hoi",
    "kinh te",
    "nong nghiep",
    "nong thon",
    "lam nghiep",
    "thuy loi",
    "cong nghiep",
    "cong thuong",
    "thuong mai",
    "tai chinh",
    "ngan sach",
    "thue",
    "dien",
    "dien luc",
    "nuoc",
    "nuoc sach",
    "nuoc sinh hoat",
    "nha o",
    "an ninh",
    "trat tu",
    "an ninh trat tu",
    "an toan xa hoi",
    "quoc phong",
    "cai cach hanh chinh",
    "thu tuc hanh chinh",
    "hanh chinh",
    "noi vu",
    "can bo",
    "cong chuc",
    "to chuc bo may",
    "xay dung dang",
    "mat tran",
    "doan the",
    "khoa hoc",
    "cong nghe",
    "vien thong",
    "chuyen doi so",
    "dan toc",
    "ton giao",
    "tu phap",
    "phap luat",
    "bao hiem",
    "nguoi co cong",
    "giai phong mat bang",
    "dau tu",
    "chinh quyen",
    "khac",
];

/// "Đất đai", "Lĩnh vực giao thông, xây dựng", "Khác".
pub(super) fn is_field(text: &str) -> bool {
    let folded = fold(&clean(text));
    let bare = ["linh vuc ", "ve linh vuc ", "ve ", "noi dung ", "van de "]
        .iter()
        .find_map(|start| folded.strip_prefix(start))
        .unwrap_or(&folded);
    let mut pieces = bare
        .split([',', '-', '–', '/', '&', ';'])
        .flat_map(|piece| piece.split(" va "))
        .map(str::trim);
    pieces.all(names_fields)
}

/// Whether a text is the name of a field, or of several in a row: "hạ tầng đô thị".
fn names_fields(text: &str) -> bool {
    FIELDS.iter().any(|field| {
        let rest = text.strip_prefix(field);
        rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix(' ').is_some_and(names_fields))
    })
}

/// Rows below a header that tell whether its columns hold opinions or only marks and numbers.
const TELLING_ROWS: u32 = 60;

/// The columns of a header of which each is for a field and holds words, where there are several; then a column between them whose
/// header says nothing known is for a field, too, if it holds words.
pub(super) fn by_field(page: &Page, last: u32, cells: &BTreeMap<u32, (String, String)>) -> BTreeSet<u32> {
    let fields: BTreeSet<u32> = cells
        .iter()
        .filter(|(_, (_, own))| is_field(own))
        .map(|(column, _)| *column)
        .collect();
    let (Some(first), Some(end)) = (fields.first(), fields.last().filter(|_| fields.len() > 1)) else {
        return BTreeSet::new();
    };
    let unknown = cells
        .range(first..end)
        .filter(|(_, (whole, own))| role(own).or_else(|| role(whole)).is_none());
    let columns: BTreeSet<u32> = fields
        .iter()
        .copied()
        .chain(unknown.map(|(column, _)| *column))
        .collect();
    // How many cells of each column hold words, less those that hold a mark or a number.
    let mut words: BTreeMap<u32, i32> = BTreeMap::new();
    for row in last.saturating_add(1)..=last.saturating_add(TELLING_ROWS) {
        let cells = || page.row(row, (0, u32::MAX));
        if cells().any(|(_, words)| line::is_closing(words.seen())) {
            break;
        }
        for (at, cell) in cells().filter(|(at, _)| columns.contains(&at.1)) {
            let said = cell.seen().split_whitespace().nth(2).is_some();
            *words.entry(at.1).or_default() += if said { 1 } else { -1 };
        }
    }
    let of = |column: &u32| words.get(column).copied().unwrap_or_default();
    if fields.iter().map(of).sum::<i32>() <= 0 {
        return BTreeSet::new();
    }
    let between = columns.difference(&fields).filter(|column| of(column) > 0);
    fields.iter().chain(between).copied().collect()
}

/// "Kiến nghị thuộc thẩm quyền của tỉnh" heads opinions where no other column does, or where it stands beside another level.
/// Alone beside the opinions it says who decides.
pub(super) fn by_level(mut found: Vec<HeaderCell>) -> Vec<HeaderCell> {
    let is_level = |text: &str| {
        let folded = fold(&clean(text));
        let said = ["kien nghi", "y kien", "noi dung", "de xuat"];
        said.iter().any(|start| folded.starts_with(start)) && folded.contains("thuoc tham quyen")
    };
    let levels = found.iter().filter(|(.., text)| is_level(text)).count();
    let said = found.iter().any(|(_, role, _)| *role == ColumnRole::Content);
    if levels > 1 || levels == 1 && !said {
        for (_, role, _) in found.iter_mut().filter(|(.., text)| is_level(text)) {
            *role = ColumnRole::Content;
        }
    }
    found
}
