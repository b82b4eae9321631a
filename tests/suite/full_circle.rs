//! The full circle on the sample reports: consolidate, the clerk's edits, assign, answers from twenty-seven offices with
//! their habits, collect, feedback. Every opinion received has exactly one line in exactly one unit's feedback, and the
//! counts agree at each step.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::offices::{Book, Filled};
use crate::support::{consolidate_json, list, run, samples, text};

/// What an office answers; every opinion gets words of its own.
fn answer(code: &str) -> Option<Filled> {
    Some(Filled {
        text: format!("Cơ quan đã xem xét nội dung {code}\nvà sẽ bố trí kinh phí thực hiện trong năm 2026."),
        state: "Đang giải quyết".to_owned(),
        document: format!("{}/CV", code.trim_start_matches("YK-")),
    })
}

/// The clerk's edits: other agencies, another wording, answers about pairs.
fn clerk(out: &Path) -> BTreeMap<String, String> {
    let path = out.join("tong-hop.xlsx");
    let mut book = Book::open(&path);
    let page = book.page("Tổng hợp");
    let codes = page.codes();
    let mut edits = BTreeMap::new();
    for (row, code) in [&codes[3], &codes[40], &codes[200]] {
        page.put(*row, "Cơ quan trả lời", "Thanh tra tỉnh");
        edits.insert(code.clone(), "thanh-tra".to_owned());
    }
    page.put(
        codes[7].0,
        "Nội dung ý kiến",
        "Lời văn do cán bộ tổng hợp viết lại cho gọn.",
    );
    let page = book.page("Cần xem lại");
    let answers = page.heading("Trả lời (chọn)");
    for (number, verdict) in [(1, "Trùng"), (2, "Không trùng"), (3, "Trùng"), (4, "Chưa rõ")] {
        page.cells
            .insert((answers.0 + number, answers.1), verdict.to_owned());
    }
    book.save(&path);
    edits
}

/// What an office does to its workbook before it sends it back. Gives the files, and the opinions that it left open.
fn office(number: usize, path: &Path, returned: &Path) -> BTreeSet<String> {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut book = Book::open(path);
    if !book.has("Trả lời") {
        book.save(&returned.join(format!("{name}.xlsx")));
        return BTreeSet::new();
    }
    let page = book.page("Trả lời");
    page.fill(&answer);
    let rows = page.codes();
    let mut open = BTreeSet::new();
    let mut files: Vec<(String, Book)> = Vec::new();
    let mut ending = "xlsx";
    match number % 9 {
        0 => {}
        1 => page.reorder(&(0..rows.len()).rev().collect::<Vec<_>>()),
        2 => {
            let (head, code) = page.heading("Mã ý kiến");
            page.insert_column(code + 1);
            page.cells.insert((head, code + 1), "Phòng tham mưu".to_owned());
            page.insert_row(head + 1);
            page.cells
                .insert((head + 1, 0), "Nhóm ý kiến thứ nhất".to_owned());
        }
        3 => {
            let head = page.heading("Trả lời");
            page.cells.insert(head, "Nội dung trả lời của cơ quan".to_owned());
            page.name = "Sheet1".to_owned();
            book = book.copied();
        }
        4 => {
            let mut other = book.clone();
            book.page("Trả lời").keep(&|place| place % 2 == 0);
            other.page("Trả lời").keep(&|place| place % 2 == 1);
            files.push((format!("{name} phần 2.xlsx"), other));
        }
        5 => ending = "ods",
        6 => {
            // Two answers in one merged cell, both the first one's.
            if let [first, second, ..] = rows.as_slice()
                && second.0 == first.0 + 1
            {
                let reply = page.heading("Trả lời").1;
                page.cells.remove(&(second.0, reply));
                page.merges.push((first.0, second.0, reply));
            }
        }
        7 => ending = "xls",
        _ => {
            // Nothing about the last one, and the first one twice.
            let last = rows.last().unwrap();
            for heading in ["Trả lời", "Kết quả (chọn)", "Số văn bản"] {
                page.put(last.0, heading, "");
            }
            open.insert(last.1.clone());
            if rows.len() > 1 {
                let mut other = book.clone();
                let page = other.page("Trả lời");
                page.put(
                    rows[0].0,
                    "Trả lời",
                    "Bản khác: nội dung này đã được giải quyết xong từ tháng 10 năm 2025.",
                );
                open.insert(rows[0].1.clone());
                files.push((format!("{name} (2).xlsx"), other));
            }
        }
    }
    files.push((format!("{name}.{ending}"), book));
    for (name, book) in files {
        book.save(&returned.join(name));
    }
    open
}

/// The opinions by unit, in their order: text, as a person reads it, and code. Letters of old fonts are readable in the
/// details of the workbook, not in the JSON, which gives the wording as received.
fn received(run: &Value, out: &Path) -> BTreeMap<String, Vec<(String, String)>> {
    let mut book = Book::open(&out.join("tong-hop.xlsx"));
    let page = book.page("Chi tiết");
    let column = |heading: &str| page.heading(heading).1;
    let (number, unit) = (column("STT"), column("Đơn vị"));
    let (code, wording) = (column("Mã nhóm"), column("Nội dung ý kiến"));
    let mut rows: BTreeMap<u64, (String, String, String)> = BTreeMap::new();
    for row in 0..=page.cells.keys().next_back().unwrap().0 {
        if let Ok(number) = page.text(row, number).parse() {
            let text = |column| page.text(row, column).to_owned();
            rows.insert(number, (text(unit), text(wording), text(code)));
        }
    }
    let opinions = list(run, "opinions");
    assert_eq!(rows.len(), opinions.len());
    let mut units: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for opinion in opinions {
        let (unit, wording, code) = rows.remove(&opinion["id"].as_u64().unwrap()).unwrap();
        assert_eq!(
            (unit.as_str(), code.as_str()),
            (text(opinion, "unit"), text(opinion, "group"))
        );
        units.entry(unit).or_default().push((wording, code));
    }
    units
}

fn workbooks(assigned: &Value) -> Vec<PathBuf> {
    let files = list(assigned, "files")
        .iter()
        .map(|file| PathBuf::from(file.as_str().unwrap()));
    files.filter(|file| !file.ends_with("00-danh-muc.xlsx")).collect()
}

#[test]
fn every_opinion_comes_back_to_its_unit_once() {
    let (out, returned) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (out, returned) = (out.path(), returned.path());
    consolidate_json([samples()], out);
    let edits = clerk(out);
    let consolidated = consolidate_json([samples()], out);
    let groups = list(&consolidated, "groups");
    for (code, agency) in &edits {
        let group = groups.iter().find(|group| text(group, "code") == code).unwrap();
        assert_eq!(text(group, "agency"), agency);
    }

    let assigned = run(&["assign", "--today", "2025-12-08"], out);
    let led = list(&assigned, "sent")
        .iter()
        .filter(|sent| sent["leads"] == true)
        .count();
    assert_eq!(led + list(&assigned, "unassigned").len(), groups.len());
    let offices = workbooks(&assigned);
    assert_eq!(offices.len(), 27);
    let open: BTreeSet<String> = offices
        .iter()
        .enumerate()
        .flat_map(|(number, path)| office(number, path, returned))
        .collect();
    assert!(open.len() >= 4, "{open:?}");

    let collected = run(
        &["collect", "--today", "2025-12-10", &returned.to_string_lossy()],
        out,
    );
    answers_are_those_that_were_given(&collected, groups.len(), &open);
    feedback_is_what_was_sent(&collected, &received(&consolidated, out));

    let status = run(&["status", "--today", "2025-12-10"], out);
    assert_eq!(
        status["answers"]["by_standing"],
        collected["counts"]["by_standing"]
    );
    assert_eq!(
        status["reports"]["opinions"],
        list(&consolidated, "opinions").len()
    );
}

fn answers_are_those_that_were_given(collected: &Value, groups: usize, open: &BTreeSet<String>) {
    assert!(
        list(collected, "findings").is_empty(),
        "{}",
        collected["findings"]
    );
    let opinions = list(collected, "opinions");
    assert_eq!(opinions.len(), groups);
    let standing = collected["counts"]["by_standing"].as_object().unwrap();
    let sum: u64 = standing.values().map(|number| number.as_u64().unwrap()).sum();
    assert_eq!(sum, u64::try_from(groups).unwrap());
    let mut merged = 0;
    for one in opinions {
        let code = text(one, "code");
        if open.contains(code) {
            assert!(one["answer"].is_null(), "{code}");
            assert!(["waiting", "choose"].contains(&text(one, "standing")), "{code}");
            continue;
        }
        assert_eq!(text(one, "standing"), "answered", "{code}: {one:#}");
        let given = &one["answer"];
        assert_eq!(given["agency"], one["agency"], "{code}");
        // Some formats have no line breaks of their own; the words are the same.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words(text(given, "text")) != words(&answer(code).unwrap().text) {
            merged += 1;
            assert_eq!(given["state"], "underway");
        }
    }
    assert!(
        merged <= 3,
        "only merged cells carry another one's answer: {merged}"
    );
}

fn feedback_is_what_was_sent(collected: &Value, received: &BTreeMap<String, Vec<(String, String)>>) {
    let given: BTreeMap<&str, &Value> = list(collected, "opinions")
        .iter()
        .map(|one| (text(one, "code"), &one["answer"]))
        .collect();
    let mut seen = BTreeSet::new();
    for unit in list(collected, "feedback") {
        let lines: Vec<(String, String)> = list(unit, "lines")
            .iter()
            .map(|line| (text(line, "text").to_owned(), text(line, "code").to_owned()))
            .collect();
        let name = text(unit, "unit");
        assert_eq!(
            Some(&lines),
            received.get(name).or((lines.is_empty()).then_some(&Vec::new())),
            "{name}"
        );
        assert!(seen.insert(name.to_owned()), "{name} has one feedback");
        let mut book = Book::open(Path::new(text(unit, "file")));
        let page = book.page("Trả lời đơn vị");
        let (head, wording) = page.heading("Nội dung ý kiến");
        let reply = page.heading("Trả lời").1;
        for (row, (said, code)) in (head + 1..).zip(&lines) {
            assert_eq!(page.text(row, wording), said, "{name}");
            let answered = &given[code.as_str()];
            if !answered.is_null() {
                assert_eq!(page.text(row, reply), text(answered, "text"), "{name}: {code}");
            }
        }
        let below = page.text(head + 1 + u32::try_from(lines.len()).unwrap(), wording);
        assert_eq!(below, "", "{name} has no line more");
    }
    assert!(
        received.keys().all(|unit| seen.contains(unit)),
        "every unit has its feedback"
    );
}
