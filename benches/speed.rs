//! How long the main job takes as the country grows: `cargo bench --bench speed [-- REPORTS...]`.
//!
//! Makes folders of reports with the labelled opinions, each in another commune and with other hamlets and numbers so
//! that sizes grow honestly, runs the whole of `consolidate` on each, and prints the time of each size. It measures;
//! it never fails. The folders are made in a temporary place and removed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use doithoai::pipeline::{Consolidate, Workspace, consolidate_into};
use doithoai::plan::Plan;
use doithoai::settings;
use rust_xlsxwriter::Workbook;

const ROWS: usize = 50;

#[expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let sizes = if asked.is_empty() { vec![92, 920] } else { asked };
    let plan = Plan::load(settings::DEFAULT_PLAN)?;
    let mut table = String::from("reports  opinions  groups  seconds\n");
    for reports in sizes {
        let folder = tempfile::tempdir()?;
        make(folder.path(), reports, &plan)?;
        let (seconds, opinions, groups) = run(folder.path(), &plan)?;
        writeln!(table, "{reports:>7}  {opinions:>8}  {groups:>6}  {seconds:>7.2}")?;
    }
    print!("{table}");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn run(folder: &Path, plan: &Plan) -> Result<(f64, usize, usize), Box<dyn std::error::Error>> {
    let out = tempfile::tempdir()?;
    let paths: Vec<PathBuf> = vec![folder.to_path_buf()];
    let request = Consolidate {
        paths: &paths,
        plan,
        today: chrono::NaiveDate::from_ymd_opt(2025, 12, 6).ok_or("a date")?,
        answered: &[],
        questions: settings::QUESTIONS,
        fresh: false,
        report: None,
        version: env!("CARGO_PKG_VERSION"),
    };
    let start = Instant::now();
    let run = consolidate_into(&Workspace::at(out.path()), &request, &mut |_| {})?;
    let counts = run.counts();
    Ok((start.elapsed().as_secs_f64(), counts.opinions, counts.groups))
}

/// Reports of [`ROWS`] opinions each, the units of the plan in turn.
fn make(folder: &Path, reports: usize, plan: &Plan) -> Result<(), Box<dyn std::error::Error>> {
    let labelled = include_str!("data/opinions-dev.tsv");
    let texts: Vec<&str> = labelled
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(4))
        .collect();
    let mut next = 0_usize;
    for (report, unit) in plan.units.iter().cycle().take(reports).enumerate() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, format!("ĐẢNG ỦY {}", unit.full_name().to_uppercase()))?;
        for (column, word) in (0..).zip(["STT", "Họ và tên", "Chức vụ", "Nội dung ý kiến"]) {
            sheet.write(2, column, word)?;
        }
        for row in 0..ROWS {
            let text = texts.get(next % texts.len()).copied().unwrap_or_default();
            let round = next / texts.len();
            let at = u32::try_from(row)? + 3;
            sheet.write(at, 0, u32::try_from(row)? + 1)?;
            sheet.write(at, 1, "Nguyễn Văn A")?;
            sheet.write(at, 2, "Trưởng xóm")?;
            sheet.write(at, 3, format!("{text} (xóm Đồng {round}, lần {report})"))?;
            next += 1;
        }
        book.save(folder.join(format!("{report:05} {}.xlsx", unit.full_name())))?;
    }
    Ok(())
}
