//! Levels compose: the report of one level is read by the next, and counts and origins survive the climb from hamlets
//! to the commune, the district and the province, as a workbook and as a Word document.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::doithoai;
use doithoai::intake::{self, Intake};
use doithoai::model::{Group, GroupCode, Member, Raised};
use doithoai::official::{Groups, Line, Official, Sender, upward};
use doithoai::plan::{Expected, Plan, Rank};
use doithoai::{document, workbook};
use proptest::prelude::*;

/// What people of the hamlets say, each once or many times.
const SAID: [&str; 6] = [
    "Đề nghị nâng cấp tuyến đường liên xã từ trung tâm đi cầu treo, mặt đường hư hỏng nặng",
    "Đề nghị đầu tư công trình cấp nước sạch tập trung cho khu vực thường xuyên thiếu nước",
    "Đề nghị xây dựng trạm biến áp mới vì điện yếu vào giờ cao điểm",
    "Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho các hộ đã đo đạc",
    "Đề nghị bổ sung giáo viên mầm non cho trường của xã",
    "Đề nghị hỗ trợ giống cây trồng sau thiên tai",
];

/// The plan of a level whose units are of that rank.
fn plan(rank: Rank) -> Plan {
    let mut plan = Plan::built_in("phu-luong-2022").unwrap();
    plan.units.clear();
    plan.expected = vec![Expected { rank, count: 2 }];
    plan
}

fn read(folder: &Path, rank: Rank) -> Intake {
    let intake = intake::read(&[folder.to_path_buf()], &plan(rank), &mut |_| {}).unwrap();
    assert_eq!(intake.findings, [], "{}", folder.display());
    intake
}

/// A hamlet's form, filled in: one row for each opinion.
fn fill_in(folder: &Path, hamlet: &str, said: &[usize]) {
    let plan = plan(Rank::Xom);
    let mut form = Official::report(&plan.form, &Sender::named(&plan, hamlet), &[]);
    form.columns.truncate(plan.form.columns.len());
    form.total.truncate(plan.form.columns.len());
    form.rows = said
        .iter()
        .enumerate()
        .map(|(at, number)| {
            let mut row = vec![String::new(); form.columns.len()];
            row[0] = format!("Ý kiến {}", at + 1);
            row[1] = "Nguyễn Thị Mẫu".to_owned();
            row[2] = "Người dân".to_owned();
            row[3] = SAID[*number].to_owned();
            row
        })
        .collect();
    form.total[3] = format!("{} ý kiến", said.len());
    std::fs::write(
        folder.join(format!("{hamlet}.xlsx")),
        workbook::report(&form).unwrap(),
    )
    .unwrap();
}

/// Groups equal wordings, as the program would at least.
fn groups(intake: &Intake) -> Vec<Group> {
    let mut by_text: BTreeMap<&str, Vec<Member>> = BTreeMap::new();
    for opinion in &intake.opinions {
        by_text.entry(&opinion.text).or_default().push(Member {
            opinion: opinion.id,
            evidence: None,
        });
    }
    (1..)
        .zip(by_text.into_values())
        .map(|(code, members)| Group {
            code: GroupCode(code),
            head: members[0].opinion,
            members,
        })
        .collect()
}

fn lines(intake: &Intake, rank: Rank) -> Vec<Line> {
    let found = Groups {
        plan: &plan(rank),
        opinions: &intake.opinions,
        groups: &groups(intake),
        routes: &[],
        edits: &BTreeMap::new(),
    };
    found.lines()
}

#[derive(Debug, Clone, Copy)]
enum As {
    Workbook,
    Word,
}

/// Reads the reports in `from` and puts the report of that level into `to`.
fn climb(from: &Path, rank: Rank, to: &Path, sender: &str, form: As) {
    let intake = read(from, rank);
    let plan = plan(rank);
    let official = Official::report(
        &upward(&plan.form, sender),
        &Sender::named(&plan, sender),
        &lines(&intake, rank),
    );
    let (name, bytes) = match form {
        As::Workbook => (format!("{sender}.xlsx"), workbook::report(&official).unwrap()),
        As::Word => (format!("{sender}.docx"), document::report(&official).unwrap()),
    };
    std::fs::create_dir_all(to).unwrap();
    std::fs::write(to.join(name), bytes).unwrap();
}

fn folder(root: &Path, name: &str) -> PathBuf {
    let folder = root.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn times(lines: &[Line]) -> BTreeMap<String, u32> {
    lines
        .iter()
        .map(|line| (line.text.clone(), line.times()))
        .collect()
}

/// Two communes of two hamlets each report to the district, the district to the province.
fn climb_three_levels(root: &Path, said: &[Vec<usize>; 4]) -> Vec<Line> {
    let communes = [
        ("xã Cổ Lũng", ["xóm Bá Sơn", "xóm Làng Phan"]),
        ("xã Yên Đổ", ["xóm Kẻm", "xóm Gốc Vải"]),
    ];
    let (district, province) = (folder(root, "huyen"), folder(root, "tinh"));
    for (at, (commune, hamlets)) in communes.into_iter().enumerate() {
        let own = folder(root, commune);
        for (hamlet, said) in hamlets.into_iter().zip(&said[at * 2..]) {
            fill_in(&own, hamlet, said);
        }
        climb(
            &own,
            Rank::Xom,
            &district,
            commune,
            if at == 0 { As::Workbook } else { As::Word },
        );
    }
    climb(&district, Rank::Xa, &province, "huyện Phú Lương", As::Word);
    lines(&read(&province, Rank::Huyen), Rank::Huyen)
}

#[test]
fn twelve_of_five_hamlets_are_twelve_of_five_hamlets_at_the_province() {
    let root = tempfile::tempdir().unwrap();
    let said = [vec![0, 0, 0, 0, 0, 1], vec![0, 0], vec![0, 0, 0, 2], vec![0, 0]];
    let lines = climb_three_levels(root.path(), &said);
    let road = lines.iter().find(|line| line.text == SAID[0]).unwrap();
    let origins = "huyện Phú Lương (12: xã Cổ Lũng (7: xóm Bá Sơn (5); xóm Làng Phan (2)); \
                   xã Yên Đổ (5: xóm Gốc Vải (2); xóm Kẻm (3)))";
    assert_eq!(road.raised, Raised::parse_list(origins).unwrap());
    assert_eq!(lines.iter().map(Line::times).sum::<u32>(), 14);
}

/// A plan file whose units are so many of a rank.
fn plan_file(root: &Path, rank: &str, count: usize) -> PathBuf {
    let text = Plan::built_in_text("phu-luong-2022").unwrap();
    let (before, _) = text.split_once("[[unit]]").unwrap();
    let from = before.find("rank = \"xom\"").unwrap();
    let tail = before[from..].split_once("count = 18").unwrap().1;
    let text = format!("{}rank = \"{rank}\"\ncount = {count}{tail}", &before[..from]);
    let milestones = text_after_units(Plan::built_in_text("phu-luong-2022").unwrap());
    let file = root.join(format!("{rank}.toml"));
    std::fs::write(&file, text + milestones).unwrap();
    file
}

/// What follows the list of units in the plan's text.
fn text_after_units(text: &str) -> &str {
    let last = text.rfind("[[unit]]").unwrap();
    let rest = &text[last..];
    rest.find("\n\n").map_or("", |end| &rest[end..])
}

fn consolidate(folder: &Path, out: &Path, plan: &Path, sender: &str) {
    let mut command = doithoai();
    command
        .arg("consolidate")
        .arg(folder)
        .arg("--report")
        .args(["--as", sender]);
    command
        .args(["--quiet", "--today", "2022-06-16", "--plan"])
        .arg(plan);
    command.arg("--out").arg(out).assert().code(0);
}

#[test]
fn the_command_climbs_three_levels_and_keeps_counts_and_origins() {
    let root = tempfile::tempdir().unwrap();
    let commune = folder(root.path(), "xa");
    fill_in(&commune, "xóm Bá Sơn", &[0, 0, 1]);
    fill_in(&commune, "xóm Làng Phan", &[0, 2]);
    let plans = ["xom", "xa", "huyen"].map(|rank| plan_file(root.path(), rank, 2));
    let mut from = commune;
    for (plan, (sender, extension)) in plans.iter().zip([
        ("xã Cổ Lũng", "xlsx"),
        ("huyện Phú Lương", "docx"),
        ("tỉnh Thái Nguyên", "xlsx"),
    ]) {
        let out = root.path().join(format!("ket-qua {sender}"));
        consolidate(&from, &out, plan, sender);
        from = folder(root.path(), &format!("gửi từ {sender}"));
        let report = out.join("bao-cao-cap-tren").with_extension(extension);
        std::fs::copy(report, from.join(format!("bc.{extension}"))).unwrap();
    }
    let intake = read(&from, Rank::Tinh);
    let road = intake
        .opinions
        .iter()
        .find(|opinion| opinion.text == SAID[0])
        .unwrap();
    let origins = "huyện Phú Lương (3: xã Cổ Lũng (3: xóm Bá Sơn (2); xóm Làng Phan (1)))";
    assert_eq!(
        (road.times, &road.below),
        (3, &Raised::parse_list(origins).unwrap())
    );
    assert_eq!(
        intake.opinions.iter().map(|opinion| opinion.times).sum::<u32>(),
        5
    );
}

#[test]
fn a_report_and_a_blank_form_are_read_without_a_finding() {
    let root = tempfile::tempdir().unwrap();
    let plan = Plan::built_in("thai-nguyen-2025").unwrap();
    let unit = plan.units.iter().find(|unit| unit.name == "Phú Đình").unwrap();
    let lines = [Line {
        text: SAID[0].to_owned(),
        raised: Raised::parse_list("xóm A (9); xóm B (3)").unwrap(),
        ..Line::default()
    }];
    let report = Official::report(&plan.form, &Sender::unit(unit), &lines);
    let form = Official::blank(&plan, Some(unit));
    for (name, bytes) in [
        ("report.xlsx", workbook::report(&report).unwrap()),
        ("report.docx", document::report(&report).unwrap()),
        ("form.xlsx", workbook::report(&form).unwrap()),
        ("form.docx", document::form(&plan, Some(unit)).unwrap()),
    ] {
        let file = root.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let intake = intake::read(&[file], &plan, &mut |_| {}).unwrap();
        assert_eq!(intake.findings, [], "{name}");
        let blank = name.starts_with("form");
        assert_eq!(intake.opinions.len(), usize::from(!blank), "{name}");
        assert_eq!(
            intake.reports[0].unit.as_ref().unwrap().name,
            "xã Phú Đình",
            "{name}"
        );
        for opinion in intake.opinions {
            assert_eq!((opinion.times, opinion.text.as_str()), (12, SAID[0]), "{name}");
            assert_eq!(opinion.below, lines[0].raised, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn counts_add_up_however_often_things_are_said(
        said in prop::array::uniform4(prop::collection::vec(0_usize..SAID.len(), 1..6))
    ) {
        let root = tempfile::tempdir().unwrap();
        let mut expected: BTreeMap<String, u32> = BTreeMap::new();
        for number in said.iter().flatten() {
            *expected.entry(SAID[*number].to_owned()).or_default() += 1;
        }
        let lines = climb_three_levels(root.path(), &said);
        prop_assert_eq!(times(&lines), expected);
        for line in &lines {
            let below: u32 = line.raised.iter().flat_map(|one| &one.below).map(|one| one.times).sum();
            prop_assert_eq!(below, line.times());
        }
    }
}
