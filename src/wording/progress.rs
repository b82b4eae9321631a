//! How far the work has come, as a person reads it: `status` and the share beside a milestone.

use super::{Lang, schedule};
use crate::model::{AgencyProgress, AnswerCounts, Progress, ReportProgress, Share, Standing};
use crate::plan::Step;
use crate::settings;

/// Title of the workbook.
pub const TITLE: &str = "TIẾN ĐỘ";

/// Room for an agency's name on the screen, in letters.
const NAME: usize = 44;

/// "92/92 đã nhận".
pub fn share(share: Share, step: Step, lang: Lang) -> String {
    let what = match step {
        Step::Report => lang.pick("đơn vị đã gửi", "units reported"),
        Step::Consolidate => lang.pick("ý kiến đã giao", "opinions assigned"),
        Step::Answer | Step::Gather | Step::Conference => {
            lang.pick("ý kiến đã có trả lời", "opinions answered")
        }
    };
    format!("{}/{} {what}", share.done, share.of)
}

/// One screen.
pub fn screen(progress: &Progress, lang: Lang) -> String {
    let today = schedule::long_day(progress.today, lang);
    let mut text = format!(
        "{}\n{}: {today}\n\n",
        progress.title,
        lang.pick("Hôm nay", "Today")
    );
    for (label, value) in rows(progress, lang) {
        text.push_str(&format!("{label}{}{value}\n", pad(&label, 24)));
    }
    if !progress.agencies.is_empty() {
        text.push('\n');
        text.push_str(&agencies(progress, lang));
    }
    text
}

/// The lines above the agencies: label and value.
pub fn rows(progress: &Progress, lang: Lang) -> Vec<(String, String)> {
    let row = |vi, en, value: String| (lang.pick(vi, en).to_owned(), value);
    let mut rows = Vec::new();
    match &progress.reports {
        Some(reports) => rows.extend(report_rows(reports, lang)),
        None => rows.push(row(
            "Báo cáo của đơn vị",
            "Reports",
            lang.pick(
                "chưa tổng hợp; chạy `doithoai consolidate`",
                "not consolidated yet",
            )
            .to_owned(),
        )),
    }
    if let Some(answers) = &progress.answers {
        rows.push(row("Trả lời", "Answers", answer_line(answers, lang)));
    }
    if let Some(next) = &progress.next {
        let left = schedule::days_left(next.days_left, lang);
        let day = schedule::long_day(next.day, lang);
        rows.push(row(
            "Mốc tiếp theo",
            "Next milestone",
            format!("{day} ({left}): {}", next.title),
        ));
    }
    rows
}

fn report_rows(reports: &ReportProgress, lang: Lang) -> Vec<(String, String)> {
    let row = |vi, en, value: String| (lang.pick(vi, en).to_owned(), value);
    let ReportProgress {
        expected,
        opinions,
        groups,
        assigned,
        questions,
        ..
    } = reports;
    let (sent, late) = (reports.sent.len(), reports.late.len());
    let counts = match lang {
        Lang::Vi => format!(
            "{sent} trên {expected} đơn vị đã gửi, {late} gửi muộn, {} chưa gửi",
            expected.saturating_sub(sent)
        ),
        Lang::En => format!(
            "{sent} of {expected} units, {late} late, {} missing",
            expected.saturating_sub(sent)
        ),
    };
    let mut rows = vec![row("Báo cáo của đơn vị", "Reports", counts)];
    for (vi, en, names) in [
        ("  Chưa gửi", "  Missing", &reports.missing),
        ("  Gửi muộn", "  Late", &reports.late),
    ] {
        if !names.is_empty() {
            rows.push(row(vi, en, some(names, lang)));
        }
    }
    let joined = match lang {
        Lang::Vi => {
            format!("{opinions}; sau khi gộp {groups}, đã giao {assigned}; còn {questions} cặp cần xem lại")
        }
        Lang::En => format!("{opinions}; {groups} groups, {assigned} assigned; {questions} questions open"),
    };
    rows.push(row("Ý kiến", "Opinions", joined));
    rows
}

/// Names for one screen; `status --xlsx` has them all.
fn some(names: &[String], lang: Lang) -> String {
    let shown = names.get(..settings::NAMES_ON_SCREEN).unwrap_or(names);
    let mut line = shown.join(", ");
    let left = names.len() - shown.len();
    if left > 0 {
        let more = match lang {
            Lang::Vi => format!(" và {left} đơn vị khác (đủ tên: status --xlsx)"),
            Lang::En => format!(" and {left} more (all names: status --xlsx)"),
        };
        line.push_str(&more);
    }
    line
}

fn answer_line(answers: &AnswerCounts, lang: Lang) -> String {
    let mut parts = vec![format!(
        "{} {} {}",
        answers.standing(Standing::Answered),
        lang.pick("trên", "of"),
        answers.opinions
    )];
    for standing in Standing::ALL
        .into_iter()
        .skip(1)
        .filter(|one| answers.standing(*one) > 0)
    {
        let words = super::answers::standing(standing, lang).to_lowercase();
        parts.push(format!("{words} {}", answers.standing(standing)));
    }
    parts.join("; ")
}

/// Answered, waiting, overdue, to be decided.
pub fn agency_numbers(agency: &AgencyProgress) -> [usize; 4] {
    let of = |standings: &[Standing]| standings.iter().map(|one| agency.counts.standing(*one)).sum();
    [
        of(&[Standing::Answered]),
        of(&[Standing::Waiting]),
        of(&[Standing::Overdue]),
        of(&[Standing::Choose, Standing::Verify, Standing::PassedOn]),
    ]
}

fn agencies(progress: &Progress, lang: Lang) -> String {
    let heads = match lang {
        Lang::Vi => ["đã giao", "trả lời", "chưa", "quá hạn", "cần xem"],
        Lang::En => ["sent", "answered", "waiting", "overdue", "open"],
    };
    let name = lang.pick("Cơ quan", "Agency");
    let mut text = format!("{name}{}", pad(name, NAME));
    text.extend(heads.map(right));
    text.push('\n');
    for agency in &progress.agencies {
        let name: String = agency.name.chars().take(NAME - 1).collect();
        text.push_str(&format!("{name}{}", pad(&name, NAME)));
        let [answered, waiting, overdue, open] = agency_numbers(agency);
        text.extend([agency.sent, answered, waiting, overdue, open].map(|number| right(&number.to_string())));
        text.push('\n');
    }
    text
}

fn pad(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(text.chars().count()))
}

fn right(text: &str) -> String {
    format!("{}{text}", pad(text, 10))
}
