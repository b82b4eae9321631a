//! `collect`: answers are found again however an office worked on its workbook, and what is doubtful is said.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use doithoai::answers::Question;
use doithoai::model::{Doubt, GroupCode};
use doithoai::plan::Plan;
use proptest::prelude::*;
use serde_json::Value;

use crate::offices::{Book, Filled};
use crate::support::{consolidate_json, doithoai, list, samples, text};

/// A workspace in which the reports of a few communes were consolidated and assigned.
struct Office {
    reports: tempfile::TempDir,
    out: tempfile::TempDir,
    returned: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self::consolidated();
        office.assign();
        office
    }

    fn consolidated() -> Self {
        let office = Self {
            reports: tempfile::tempdir().unwrap(),
            out: tempfile::tempdir().unwrap(),
            returned: tempfile::tempdir().unwrap(),
        };
        let reports = &office.reports;
        for name in ["Báo cáo xã Phú Xuyên.xlsx", "Báo cáo xã Đồng Phúc.xlsx"] {
            fs::copy(samples().join(name), reports.path().join(name)).unwrap();
        }
        consolidate_json([reports.path()], office.out.path());
        office
    }

    fn assign(&self) -> Value {
        run(&["assign", "--today", "2025-12-08"], self.out.path(), &[])
    }

    /// The agency's workbook that answers most, and how many.
    fn largest(&self) -> (PathBuf, Vec<String>) {
        let folder = self.out.path().join("phan-cong");
        let books = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let codes = |path: PathBuf| {
            let mut book = path
                .is_file()
                .then(|| Book::open(&path))
                .filter(|book| book.has("Trả lời"))?;
            let codes = book
                .page("Trả lời")
                .codes()
                .into_iter()
                .map(|(_, code)| code)
                .collect::<Vec<_>>();
            Some((path, codes))
        };
        books
            .filter_map(codes)
            .max_by_key(|(path, codes)| (codes.len(), path.clone()))
            .unwrap()
    }

    fn give(&self, name: &str, book: &Book) {
        book.save(&self.returned.path().join(name));
    }

    fn collect_nothing(&self) -> Value {
        run(&["collect", "--today", "2025-12-09"], self.out.path(), &[])
    }

    fn collect(&self, today: &str) -> Value {
        run(
            &["collect", "--today", today],
            self.out.path(),
            &[self.returned.path()],
        )
    }
}

fn run(arguments: &[&str], out: &Path, paths: &[&Path]) -> Value {
    let assert = doithoai()
        .args(arguments)
        .args(["--json", "--quiet", "--out"])
        .arg(out)
        .args(paths)
        .assert()
        .code(0);
    serde_json::from_slice(&assert.get_output().stdout).unwrap()
}

/// What an office would write about an opinion; every opinion its own.
fn answer(code: &str) -> Option<Filled> {
    Some(Filled {
        text: format!("Cơ quan đã kiểm tra và sẽ bố trí kinh phí thực hiện nội dung {code} trong năm 2026."),
        state: "Sẽ giải quyết".to_owned(),
        document: format!("{}/CV", code.trim_start_matches("YK-")),
    })
}

fn opinion<'a>(run: &'a Value, code: &str) -> &'a Value {
    list(run, "opinions")
        .iter()
        .find(|one| text(one, "code") == code)
        .unwrap()
}

fn answers(run: &Value) -> BTreeMap<String, String> {
    let answered = list(run, "opinions")
        .iter()
        .filter(|one| one["answer"] != Value::Null);
    answered
        .map(|one| {
            (
                text(one, "code").to_owned(),
                text(&one["answer"], "text").to_owned(),
            )
        })
        .collect()
}

fn expected(codes: &[String]) -> BTreeMap<String, String> {
    codes
        .iter()
        .map(|code| (code.clone(), answer(code).unwrap().text))
        .collect()
}

fn doubts(run: &Value, code: &str) -> Vec<String> {
    let one = opinion(run, code);
    let answers = list(one, "open")
        .iter()
        .chain([&one["answer"]])
        .filter(|answer| !answer.is_null());
    answers
        .flat_map(|answer| list(answer, "doubts"))
        .map(|doubt| doubt.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn answers_are_found_however_the_workbook_was_worked_on() {
    let office = Office::new();
    let (path, codes) = office.largest();
    assert!(codes.len() >= 3, "{codes:?}");
    let filled = || {
        let mut book = Book::open(&path);
        book.page("Trả lời").fill(&answer);
        book
    };
    let new_headings = |mut book: Book| {
        let page = book.page("Trả lời");
        for (old, new) in [
            ("Mã ý kiến", "Mã YK"),
            ("Nội dung ý kiến", "Nội dung kiến nghị"),
            ("Trả lời", "Nội dung trả lời của Sở"),
            ("Kết quả (chọn)", "Tình trạng"),
        ] {
            let at = page.heading(old);
            page.cells.insert(at, new.to_owned());
        }
        page.name = "Sheet1".to_owned();
        book
    };
    let inserted = |mut book: Book| {
        let page = book.page("Trả lời");
        let (head, code) = page.heading("Mã ý kiến");
        page.insert_column(code);
        page.cells.insert((head, code), "Phòng tham mưu".to_owned());
        page.insert_row(head + 1);
        page.cells
            .insert((head + 1, 0), "I. Nhóm ý kiến thứ nhất".to_owned());
        page.insert_row(0);
        book
    };
    let bare = |book: Book| {
        let mut book = book.copied();
        book.pages.retain(|page| page.name == "Trả lời");
        book.page("Trả lời").bare();
        book
    };
    let old_font = |mut book: Book| {
        let page = book.page("Trả lời");
        let reply = page.heading("Trả lời").1;
        for (row, _) in page.codes() {
            let typed = tcvn3(page.text(row, reply));
            page.cells.insert((row, reply), typed);
        }
        book
    };
    type Habit<'a> = (&'a str, &'a str, Box<dyn Fn() -> Book + 'a>);
    let habits: [Habit<'_>; 9] = [
        (
            "letters of an old font",
            "k.xlsx",
            Box::new(|| old_font(filled())),
        ),
        ("as it was sent", "a.xlsx", Box::new(filled)),
        ("OpenDocument", "b.ods", Box::new(filled)),
        ("old Excel", "c.xls", Box::new(filled)),
        ("a new file", "d.xlsx", Box::new(|| filled().copied())),
        (
            "headings reworded in a new file",
            "e.xlsx",
            Box::new(|| new_headings(filled()).copied()),
        ),
        (
            "rows and columns inserted",
            "g.xlsx",
            Box::new(|| inserted(filled())),
        ),
        ("no headings at all", "h.xlsx", Box::new(|| bare(filled()))),
        ("no headings, OpenDocument", "i.ods", Box::new(|| bare(filled()))),
    ];
    for (habit, name, book) in &habits {
        let office = Office {
            reports: tempfile::tempdir().unwrap(),
            out: tempfile::tempdir().unwrap(),
            returned: tempfile::tempdir().unwrap(),
        };
        for file in ["tong-hop.xlsx", "nhat-ky.jsonl"] {
            fs::copy(self_path(&path, file), office.out.path().join(file)).unwrap();
        }
        office.give(name, &book());
        let run = office.collect("2025-12-10");
        assert_eq!(answers(&run), expected(&codes), "{habit}");
        assert_eq!(run["counts"]["by_standing"]["answered"], codes.len(), "{habit}");
        assert_eq!(run["counts"]["doubtful"], 0, "{habit}: {run:#}");
        assert!(list(&run, "findings").is_empty(), "{habit}: {}", run["findings"]);
        for code in &codes {
            let given = &opinion(&run, code)["answer"];
            assert_eq!(given["state"], "planned", "{habit}");
            assert_eq!(given["agency"], opinion(&run, code)["agency"], "{habit}");
        }
    }
}

/// What stands in a cell that was typed in a font of the nineties (TCVN3), read as Windows-1252.
fn tcvn3(text: &str) -> String {
    let table = [
        ('ơ', '\u{ac}'),
        ('đ', '\u{ae}'),
        ('ã', '·'),
        ('ể', 'Ó'),
        ('ẽ', '\u{cf}'),
        ('ố', 'è'),
        ('í', 'Ý'),
        ('ự', 'ù'),
        ('ệ', 'Ö'),
        ('ộ', 'é'),
        ('à', 'µ'),
        ('ă', '¨'),
        ('ê', 'ª'),
        ('ô', '«'),
        ('ư', '\u{ad}'),
        ('â', '©'),
        ('á', '¸'),
        ('ì', '×'),
        ('ị', 'Þ'),
        ('ờ', 'ê'),
        ('ả', '¶'),
        ('ẹ', 'Ñ'),
    ];
    let letter = |c: char| {
        table
            .iter()
            .find(|(sound, _)| *sound == c)
            .map_or(c, |(_, stored)| *stored)
    };
    text.chars().map(letter).collect()
}

/// A file of the workspace that an agency's workbook belongs to.
fn self_path(book: &Path, file: &str) -> PathBuf {
    book.parent().unwrap().parent().unwrap().join(file)
}

#[test]
fn halves_in_two_files_make_a_whole_and_a_copy_adds_nothing() {
    let office = Office::new();
    let (path, codes) = office.largest();
    for (name, odd) in [("phần 1.xlsx", 0), ("phần 2.xlsx", 1)] {
        let mut book = Book::open(&path);
        book.page("Trả lời").fill(&answer);
        book.page("Trả lời").keep(&|place| place % 2 == odd);
        office.give(name, &book);
    }
    let first = office.collect("2025-12-10");
    assert_eq!(answers(&first), expected(&codes));
    assert_eq!(first["new"], codes.len());
    fs::copy(
        office.returned.path().join("phần 1.xlsx"),
        office.returned.path().join("phần 1 (2).xlsx"),
    )
    .unwrap();
    let again = office.collect("2025-12-11");
    assert_eq!(
        (&again["new"], answers(&again)),
        (&Value::from(0), expected(&codes))
    );
}

#[test]
fn a_later_run_adds_and_never_loses() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    book.page("Trả lời").fill(&answer);
    office.give("a.xlsx", &book);
    office.collect("2025-12-10");
    fs::remove_file(office.returned.path().join("a.xlsx")).unwrap();
    let without = run(&["collect", "--today", "2025-12-20"], office.out.path(), &[]);
    assert_eq!(answers(&without), expected(&codes));
    let missing = list(&without, "opinions").len() - codes.len();
    assert_eq!(
        without["counts"]["by_standing"]["overdue"], missing,
        "the last day has passed"
    );
}

#[test]
fn two_versions_are_put_before_the_clerk_and_the_choice_holds() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let other = "Nội dung này đã được thực hiện xong trong tháng 11 năm 2025.";
    for (name, changed) in [("bản 1.xlsx", None), ("bản 2.xlsx", Some(other))] {
        let mut book = Book::open(&path);
        let page = book.page("Trả lời");
        page.fill(&answer);
        if let Some(changed) = changed {
            let row = page.codes()[0].0;
            page.put(row, "Trả lời", changed);
        }
        office.give(name, &book);
    }
    let run = office.collect("2025-12-10");
    let open = opinion(&run, &codes[0]);
    assert_eq!((text(open, "standing"), list(open, "open").len()), ("choose", 2));
    assert_eq!(answers(&run).len(), codes.len() - 1, "the others agree");
    let path = office.out.path().join("tra-loi.xlsx");
    let mut book = Book::open(&path);
    let page = book.page("Cần chọn");
    let (reply, choice) = (page.heading("Trả lời").1, page.heading("Chọn"));
    let row = *page
        .cells
        .iter()
        .find(|(at, text)| at.1 == reply && text.as_str() == other)
        .map(|(at, _)| &at.0)
        .unwrap();
    page.cells.insert((row, choice.1), "chọn".to_owned());
    book.save(&path);
    for _ in 0..2 {
        let chosen = office.collect("2025-12-11");
        let one = opinion(&chosen, &codes[0]);
        assert_eq!(
            (text(one, "standing"), text(&one["answer"], "text")),
            ("answered", other)
        );
        assert_eq!(list(one, "past").len(), 1, "the other one is kept");
    }
    let mut book = Book::open(&path);
    let page = book.page("Cần chọn");
    let marked = |(at, text): &(&(u32, u32), &mut String)| at.1 == choice.1 && text.as_str() == "Chọn";
    let marks = page.cells.iter_mut().filter(marked);
    // The heading says the same as a mark.
    let marks: Vec<&mut String> = marks
        .filter(|(at, _)| at.0 != choice.0)
        .map(|(_, text)| text)
        .collect();
    assert_eq!(marks.len(), 1);
    marks.into_iter().for_each(String::clear);
    book.save(&path);
    for _ in 0..2 {
        let taken_back = office.collect("2025-12-12");
        let one = opinion(&taken_back, &codes[0]);
        assert_eq!((text(one, "standing"), list(one, "open").len()), ("choose", 2));
    }
}

/// The consolidated workbook with `typed` as the agency of its first group; gives the group's code.
fn choose_agency(office: &Office, typed: &str) -> String {
    let path = office.out.path().join("tong-hop.xlsx");
    let mut book = Book::open(&path);
    let page = book.page("Tổng hợp");
    let (row, code) = page.codes().remove(0);
    page.put(row, "Cơ quan trả lời", typed);
    book.save(&path);
    code
}

fn agency_of(office: &Office, code: &str) -> Value {
    let run = consolidate_json([office.reports.path()], office.out.path());
    let mut groups = list(&run, "groups").iter();
    groups.find(|group| text(group, "code") == code).unwrap()["agency"].clone()
}

#[test]
fn an_agency_whose_cell_is_cleared_is_no_longer_chosen_and_the_proposal_holds_again() {
    let office = Office::consolidated();
    // A proposal that is cleared is proposed again: there is nothing to take back.
    let code = choose_agency(&office, "");
    let proposed = agency_of(&office, &code);
    assert_ne!(proposed, "thanh-tra");
    choose_agency(&office, "Thanh tra tỉnh");
    assert_eq!(agency_of(&office, &code), "thanh-tra");
    choose_agency(&office, "");
    let assigned = office.assign();
    assert_eq!(assigned["unassigned"], serde_json::json!([code]));
    assert!(sent(&assigned).iter().all(|sent| sent.0 != code));
    // Written again as it was: a choice like the first one.
    choose_agency(&office, "Thanh tra tỉnh");
    assert_eq!(agency_of(&office, &code), "thanh-tra");
    choose_agency(&office, "");
    assert_eq!(agency_of(&office, &code), proposed);
    let assigned = office.assign();
    let to: Vec<&str> = sent(&assigned)
        .iter()
        .filter(|sent| sent.0 == code)
        .map(|sent| sent.1)
        .collect();
    assert_eq!(to, [proposed.as_str().unwrap()]);
}

#[test]
fn what_is_doubtful_is_said_and_what_is_under_another_code_is_held_back() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    let page = book.page("Trả lời");
    page.fill(&answer);
    let rows = page.codes();
    let wording = page.heading("Nội dung ý kiến").1;
    let (first, second) = (
        page.text(rows[0].0, wording).to_owned(),
        page.text(rows[1].0, wording).to_owned(),
    );
    page.cells.insert((rows[0].0, wording), second);
    page.cells.insert((rows[1].0, wording), first);
    page.put(rows[2].0, "Trả lời", "Đã tiếp thu.");
    page.put(rows[2].0, "Kết quả (chọn)", "");
    office.give("a.xlsx", &book);
    let run = office.collect("2025-12-10");
    for code in &codes[..2] {
        assert_eq!(text(opinion(&run, code), "standing"), "verify", "{code}");
        assert_eq!(doubts(&run, code), ["other-code"]);
    }
    assert_eq!(doubts(&run, &codes[2]), ["too-short", "no-state"]);
    assert_eq!(text(opinion(&run, &codes[2]), "standing"), "answered");
}

#[test]
fn an_edited_wording_and_an_answer_in_another_column_are_taken_and_reported() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    let page = book.page("Trả lời");
    page.fill(&answer);
    let rows = page.codes();
    let wording = page.heading("Nội dung ý kiến").1;
    let edited = format!("{} (đã bàn với xã)", page.text(rows[0].0, wording));
    page.cells.insert((rows[0].0, wording), edited);
    let full = answer(&codes[1]).unwrap().text;
    page.put(rows[1].0, "Trả lời", "");
    page.put(rows[1].0, "Số văn bản", &full);
    office.give("a.xlsx", &book);
    let run = office.collect("2025-12-10");
    assert_eq!(answers(&run), expected(&codes));
    assert_eq!(doubts(&run, &codes[0]), ["altered"]);
    assert_eq!(doubts(&run, &codes[1]), ["misplaced"]);
    assert_eq!(opinion(&run, &codes[1])["answer"]["document"], "");
}

#[test]
fn merged_answers_hold_for_each_row_and_inserted_lines_go_on() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    let page = book.page("Trả lời");
    page.fill(&answer);
    let (rows, reply) = (page.codes(), page.heading("Trả lời").1);
    let joint = answer(&codes[0]).unwrap().text;
    page.cells.remove(&(rows[1].0, reply));
    page.merges.push((rows[0].0, rows[1].0, reply));
    page.insert_row(rows[2].0);
    page.cells
        .insert((rows[2].0, reply), "Thứ hai: làm ngay trong quý I.".to_owned());
    // A signature below the table is no answer.
    let below = page.cells.keys().next_back().unwrap().0 + 2;
    page.cells
        .insert((below, reply), "KT. GIÁM ĐỐC (đã ký)".to_owned());
    office.give("a.xlsx", &book);
    let run = office.collect("2025-12-10");
    assert_eq!(answers(&run)[&codes[0]], joint);
    assert_eq!(
        answers(&run)[&codes[1]],
        format!("{joint}\nThứ hai: làm ngay trong quý I.")
    );
    assert!(answers(&run).values().all(|text| !text.contains("GIÁM ĐỐC")));
}

/// The opinions of a workspace, as matching needs them.
fn questions(codes: &[String], page: &crate::offices::Page) -> Vec<Question> {
    let wording = page.heading("Nội dung ý kiến").1;
    let rows = page.codes();
    let question = |(row, code): &(u32, String)| Question {
        code: GroupCode::parse(code).unwrap(),
        wordings: vec![page.text(*row, wording).to_owned()],
        agency: None,
    };
    assert_eq!(rows.len(), codes.len());
    rows.iter().map(question).collect()
}

static SENT: LazyLock<(Book, Vec<String>)> = LazyLock::new(|| {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    book.page("Trả lời").fill(&answer);
    (book, codes)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the order of the rows, wherever rows and columns come between, whatever the format, with and without the
    /// hidden sheet: every answer is found under its own code, and none twice.
    #[test]
    fn matching_does_not_depend_on_order_place_or_format(
        seed in any::<u64>(),
        rows in prop::collection::vec(0_usize..40, 0..4),
        columns in prop::collection::vec(0_u32..14, 0..3),
        ending in prop::sample::select(vec!["xlsx", "ods", "xls"]),
        hidden in any::<bool>(),
    ) {
        let (mut book, codes) = SENT.clone();
        let asked = questions(&codes, book.page("Trả lời"));
        let page = book.page("Trả lời");
        let mut order: Vec<usize> = (0..codes.len()).collect();
        order.sort_by_key(|place| (seed.rotate_left(u32::try_from(*place).unwrap() * 7) ^ 0x9e37_79b9).wrapping_mul(0xff51_afd7_ed55_8ccd));
        page.reorder(&order);
        for row in rows {
            page.insert_row(u32::try_from(row).unwrap());
        }
        for column in columns {
            page.insert_column(column);
        }
        if !hidden {
            book = book.copied();
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("x.{ending}"));
        book.save(&path);
        let sheets = doithoai::spreadsheet::open(&fs::read(&path).unwrap()).unwrap();
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let file = doithoai::workbook::returned("x", &sheets, &plan, &Default::default());
        let (given, findings) = doithoai::answers::given(&[file], &asked, &Default::default());
        prop_assert!(findings.is_empty(), "{findings:?}");
        let found: Vec<(String, String)> = given.iter().map(|one| (one.code.to_string(), one.reply.text.clone())).collect();
        let found: BTreeMap<String, String> = found.into_iter().collect();
        prop_assert_eq!(given.len(), codes.len());
        prop_assert_eq!(found, expected(&codes));
        prop_assert!(given.iter().all(|one| one.doubts.iter().all(|doubt| *doubt == Doubt::NotAsked)));
    }
}

#[test]
fn each_unit_gets_its_own_opinions_in_its_own_words() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    book.page("Trả lời").fill(&answer);
    office.give("a.xlsx", &book);
    let run = office.collect("2025-12-10");
    let units = list(&run, "feedback");
    assert_eq!(units.len(), 2);
    let mut opinions: Vec<u64> = Vec::new();
    for unit in units {
        let lines = list(unit, "lines");
        opinions.extend(lines.iter().map(|line| line["opinion"].as_u64().unwrap()));
        let mut book = Book::open(Path::new(text(unit, "file")));
        let page = book.page("Trả lời đơn vị");
        let (head, wording) = page.heading("Nội dung ý kiến");
        let reply = page.heading("Trả lời").1;
        for (row, line) in (head + 1..).zip(lines) {
            assert_eq!(page.text(row, wording), text(line, "text"));
            let code = text(line, "code");
            let said = page.text(row, reply);
            let given = codes.contains(&code.to_owned());
            assert_eq!(said == answer(code).unwrap().text, given, "{code}: {said}");
        }
    }
    opinions.sort_unstable();
    let all: Vec<u64> = (1..).take(opinions.len()).collect();
    assert_eq!(opinions, all, "each opinion once, none missing");
    let public = Book::open(&office.out.path().join("phan-hoi/00-cong-khai.xlsx"));
    assert!(
        public
            .pages
            .iter()
            .all(|page| page.cells.values().all(|text| text != "Họ và tên"))
    );
}

/// The agencies' workbooks as they were last sent, by agency, with the codes that each leads.
fn sent(run: &Value) -> Vec<(&str, &str, &str)> {
    let led = list(run, "sent").iter().filter(|sent| sent["leads"] == true);
    led.map(|sent| (text(sent, "code"), text(sent, "agency"), text(sent, "file")))
        .collect()
}

#[test]
fn what_an_agency_passes_on_goes_to_the_one_that_it_names_and_not_in_a_circle() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let code = codes[0].as_str();
    let from = list(&office.collect_nothing(), "opinions")
        .iter()
        .find(|one| text(one, "code") == code)
        .unwrap()["agency"]
        .clone();
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let to = plan
        .agencies
        .iter()
        .find(|agency| agency.id.0 == "so-tai-chinh")
        .unwrap();
    let pass = |book: &mut Book, name: &str| {
        let page = book.page("Trả lời");
        let row = page
            .codes()
            .into_iter()
            .find(|(_, other)| other == code)
            .unwrap()
            .0;
        page.put(
            row,
            "Trả lời",
            &format!("Đề nghị chuyển {name} trả lời theo thẩm quyền."),
        );
        page.put(row, "Kết quả (chọn)", "Chuyển cơ quan khác");
    };
    let mut book = Book::open(&path);
    pass(&mut book, &to.name);
    office.give("chuyển.xlsx", &book);
    let run = office.collect("2025-12-10");
    let one = opinion(&run, code);
    assert_eq!(
        (text(one, "standing"), text(one, "passed_to")),
        ("passed-on", "so-tai-chinh")
    );
    let assigned = office.assign();
    assert_eq!(
        assigned["passed"],
        serde_json::json!([{"code": code, "from": from, "to": "so-tai-chinh"}])
    );
    let [(sent_code, agency, file)] = sent(&assigned)[..] else {
        panic!("one opinion is sent: {assigned}")
    };
    assert_eq!((sent_code, agency), (code, "so-tai-chinh"));
    assert_eq!(
        text(opinion(&office.collect("2025-12-10"), code), "standing"),
        "waiting"
    );
    assert!(sent(&office.assign()).is_empty(), "sent once");
    let supplement = office.out.path().join("phan-cong").join(file);
    let back = plan
        .agencies
        .iter()
        .find(|agency| from == agency.id.0.as_str())
        .unwrap();
    let mut book = Book::open(&supplement);
    pass(&mut book, &back.name);
    office.give("chuyển lại.xlsx", &book);
    office.collect("2025-12-10");
    let circle = office.assign();
    assert!(sent(&circle).is_empty());
    assert_eq!(list(&circle, "findings")[0]["code"], "passed-in-circle");
    let mut book = Book::open(&supplement);
    book.page("Trả lời").fill(&answer);
    office.give("chuyển lại.xlsx", &book);
    let answered = office.collect("2025-12-10");
    let one = opinion(&answered, code);
    assert_eq!(
        (text(one, "standing"), text(&one["answer"], "agency")),
        ("answered", "so-tai-chinh")
    );
    assert_eq!(text(&one["answer"], "text"), answer(code).unwrap().text);
}

#[test]
fn agencies_that_clerks_chose_in_earlier_workbooks_are_learned() {
    let (earlier, now) = (Office::new(), Office::consolidated());
    let path = earlier.out.path().join("tong-hop.xlsx");
    let mut book = Book::open(&path);
    let page = book.page("Tổng hợp");
    let (row, code) = page.codes().remove(0);
    let agency = page.heading("Cơ quan trả lời").1;
    assert_ne!(page.text(row, agency), "Thanh tra tỉnh");
    page.put(row, "Cơ quan trả lời", "Thanh tra tỉnh");
    book.save(&path);
    let learn = path.to_string_lossy();
    let assigned = run(
        &["assign", "--today", "2025-12-08", "--learn", &learn],
        now.out.path(),
        &[],
    );
    assert_eq!(
        assigned["learned"],
        serde_json::json!([{"code": code, "agency": "thanh-tra"}])
    );
    let to: Vec<&str> = sent(&assigned)
        .iter()
        .filter(|sent| sent.0 == code)
        .map(|sent| sent.1)
        .collect();
    assert_eq!(to, ["thanh-tra"]);
    let again = run(&["assign", "--today", "2025-12-08"], now.out.path(), &[]);
    assert!(sent(&again).is_empty(), "what was learned stays");
}

#[test]
fn what_a_coordinating_agency_says_stands_beside_and_is_no_answer() {
    let office = Office::new();
    let books = fs::read_dir(office.out.path().join("phan-cong")).unwrap();
    let helps = |path: &PathBuf| path.is_file() && Book::open(path).has("Phối hợp");
    let path = books.map(|entry| entry.unwrap().path()).find(helps).unwrap();
    let mut book = Book::open(&path);
    let page = book.page("Phối hợp");
    let (row, code) = page.codes().remove(0);
    page.put(
        row,
        "Ý kiến phối hợp",
        "Đề nghị bổ sung số liệu của xã trước khi trả lời.",
    );
    office.give("phối hợp.xlsx", &book);
    let run = office.collect("2025-12-10");
    let one = opinion(&run, &code);
    assert_eq!(text(one, "standing"), "waiting");
    let said = &list(one, "contributions")[0];
    assert_eq!(
        text(said, "text"),
        "Đề nghị bổ sung số liệu của xã trước khi trả lời."
    );
    assert_ne!(said["agency"], one["agency"]);
}

#[test]
fn workbooks_of_ours_that_hold_no_answers_and_other_files_give_none() {
    let office = Office::new();
    office.collect_nothing();
    for name in [
        "tong-hop.xlsx",
        "tra-loi.xlsx",
        "phan-cong/00-danh-muc.xlsx",
        "phan-hoi/00-cong-khai.xlsx",
    ] {
        let to = office.returned.path().join(name.replace('/', " "));
        fs::copy(office.out.path().join(name), to).unwrap();
    }
    fs::write(office.returned.path().join("cong van.pdf"), "%PDF-1.4\n").unwrap();
    let run = office.collect("2025-12-10");
    assert!(answers(&run).is_empty());
    let codes: Vec<&str> = list(&run, "findings")
        .iter()
        .map(|found| text(found, "code"))
        .collect();
    assert_eq!(
        codes,
        [
            "not-spreadsheet",
            "own-workbook",
            "own-workbook",
            "own-workbook",
            "own-workbook"
        ]
    );
}

#[test]
fn strict_says_that_somebody_must_look_and_a_missing_workspace_ends_the_run() {
    let office = Office::new();
    doithoai()
        .args(["collect", "--strict", "--quiet", "--today", "2025-12-10", "--out"])
        .arg(office.out.path())
        .assert()
        .code(1);
    let empty = tempfile::tempdir().unwrap();
    doithoai()
        .args(["collect", "--out"])
        .arg(empty.path())
        .assert()
        .code(3);
}

#[test]
fn what_an_earlier_dialogue_answered_is_told_with_its_old_code_and_answer() {
    let office = Office::new();
    let (path, codes) = office.largest();
    let mut book = Book::open(&path);
    book.page("Trả lời").fill(&answer);
    office.give("a.xlsx", &book);
    let before = office.collect("2025-12-10");
    let answered: BTreeMap<u64, &str> = list(&before, "feedback")
        .iter()
        .flat_map(|unit| list(unit, "lines"))
        .filter(|line| codes.contains(&text(line, "code").to_owned()))
        .map(|line| (line["opinion"].as_u64().unwrap(), text(line, "code")))
        .collect();
    let (next, old) = (tempfile::tempdir().unwrap(), office.out.path().to_str().unwrap());
    let run = run(
        &["consolidate", "--today", "2026-12-06", "--answered", old],
        next.path(),
        &[office.reports.path()],
    );
    let told: BTreeMap<u64, &str> = list(&run, "answered_before")
        .iter()
        .map(|one| (one["opinion"].as_u64().unwrap(), text(&one["earlier"], "code")))
        .collect();
    assert!(!told.is_empty());
    assert_eq!(told, answered, "the same opinions again, and no other");
    for one in list(&run, "answered_before") {
        let earlier = &one["earlier"];
        assert_eq!(
            text(earlier, "reply"),
            answer(text(earlier, "code")).unwrap().text
        );
    }
    let mut book = Book::open(&next.path().join("tong-hop.xlsx"));
    let (head, column) = book.page("Đã trả lời kỳ trước").heading("Mã kỳ trước");
    let first = book.page("Đã trả lời kỳ trước").text(head + 1, column).to_owned();
    assert!(codes.contains(&first), "{first}");
}
