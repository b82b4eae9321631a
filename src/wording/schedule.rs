//! The timeline as a person reads it: days, weekdays, states, and how a day was found.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Lang;
use crate::model::{DayOff, Derivation, Item, Moved, State, Timeline};
use crate::plan::Part;

/// Headings of the table of milestones (checklist, CSV, Markdown).
pub const COLUMNS: [&str; 11] = [
    "Mã",
    "Việc",
    "Ai làm",
    "Phối hợp",
    "Gửi đến",
    "Thời hạn trong kế hoạch",
    "Ngày cuối",
    "Thứ",
    "Ngày làm việc cuối",
    "Còn lại",
    "Tình trạng",
];

/// Before the title of a task that must be done by its day.
pub const DEADLINE: &str = "Hạn";

/// "06/12/2025".
pub fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// "thứ Bảy".
pub fn weekday(weekday: Weekday, lang: Lang) -> &'static str {
    match weekday {
        Weekday::Mon => lang.pick("thứ Hai", "Monday"),
        Weekday::Tue => lang.pick("thứ Ba", "Tuesday"),
        Weekday::Wed => lang.pick("thứ Tư", "Wednesday"),
        Weekday::Thu => lang.pick("thứ Năm", "Thursday"),
        Weekday::Fri => lang.pick("thứ Sáu", "Friday"),
        Weekday::Sat => lang.pick("thứ Bảy", "Saturday"),
        Weekday::Sun => lang.pick("Chủ nhật", "Sunday"),
    }
}

/// "thứ Bảy, 06/12/2025".
pub fn long_day(date: NaiveDate, lang: Lang) -> String {
    format!("{}, {}", weekday(date.weekday(), lang), day(date))
}

/// "quá hạn".
pub fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::Overdue => lang.pick("Quá hạn", "Overdue"),
        State::Today => lang.pick("Hôm nay", "Today"),
        State::ThisWeek => lang.pick("Trong tuần này", "This week"),
        State::Later => lang.pick("Sau đó", "Later"),
        State::Undated => lang.pick("Kế hoạch không ghi ngày", "No day in the plan"),
        State::Done => lang.pick("Đã xong, đã qua", "Done or past"),
    }
}

/// "còn 3 ngày", "quá 2 ngày".
pub fn days_left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Vi) => "hôm nay".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1.., Lang::Vi) => format!("còn {days} ngày"),
        (1, Lang::En) => "1 day left".to_owned(),
        (2.., Lang::En) => format!("{days} days left"),
        (_, Lang::Vi) => format!("đã qua {} ngày", days.unsigned_abs()),
        (-1, Lang::En) => "1 day past".to_owned(),
        (_, Lang::En) => format!("{} days past", days.unsigned_abs()),
    }
}

/// Why a day is off.
pub fn day_off(off: &DayOff, lang: Lang) -> String {
    match off {
        DayOff::Saturday => lang.pick("thứ Bảy", "a Saturday").to_owned(),
        DayOff::Sunday => lang.pick("Chủ nhật", "a Sunday").to_owned(),
        DayOff::Holiday(name) => format!("{} {name}", lang.pick("nghỉ", "holiday:")),
        DayOff::Compensation => lang.pick("nghỉ bù", "a compensatory day off").to_owned(),
        DayOff::Swapped { worked } => {
            format!(
                "{} {}",
                lang.pick("nghỉ hoán đổi, làm bù", "swapped with"),
                day(*worked)
            )
        }
    }
}

/// "06/12/2025 thứ Bảy, 07/12/2025 Chủ nhật".
pub fn days_off(days: &[(NaiveDate, DayOff)], lang: Lang) -> String {
    let days = days
        .iter()
        .map(|(date, off)| format!("{} {}", day(*date), day_off(off, lang)));
    days.collect::<Vec<_>>().join(", ")
}

/// The day or days of a milestone: "thứ Bảy, 06/12/2025", "01/10/2025 - 31/10/2025 (dự kiến)".
pub fn days(item: &Item, lang: Lang) -> String {
    let Some(last) = item.term.last else {
        return String::new();
    };
    let mut text = match item.term.first {
        Some(first) if first != last => format!("{} - {}", day(first), day(last)),
        _ => long_day(last, lang),
    };
    if let Some(hour) = item.hour {
        text = format!("{} {text}", hour.format("%Hh%M"));
    }
    if item.provisional {
        text.push_str(lang.pick(" (dự kiến)", " (provisional)"));
    }
    text
}

/// The checklist on the terminal, grouped by state; with `explain`, every milestone says how its day was found.
pub fn checklist(timeline: &Timeline, explain: bool, lang: Lang) -> String {
    let today = lang.pick("Hôm nay", "Today");
    let mut text = format!(
        "{}\n{today}: {}\n",
        timeline.title,
        long_day(timeline.today, lang)
    );
    for group in State::ALL {
        let items: Vec<&Item> = timeline.items.iter().filter(|item| item.state == group).collect();
        if items.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{} ({})\n", state(group, lang), items.len()));
        for item in items {
            text.push_str(&entry(item, lang));
            if explain {
                for line in explanation(item, lang) {
                    text.push_str(&format!("        - {line}\n"));
                }
            }
        }
    }
    text
}

fn entry(item: &Item, lang: Lang) -> String {
    let tick = if item.state == State::Done { "x" } else { " " };
    let mut lines = vec![format!("  [{tick}] {}  <{}>", item.title, item.id)];
    let to = item.to.as_ref().map(|to| format!(" -> {to}")).unwrap_or_default();
    lines.push(format!("{}: {}{to}", lang.pick("Ai làm", "Who"), item.who));
    if !item.with.is_empty() {
        lines.push(format!(
            "{}: {}",
            lang.pick("Phối hợp", "With"),
            item.with.join(", ")
        ));
    }
    let left = item
        .days_left
        .map(|left| format!("; {}", days_left(left, lang)))
        .unwrap_or_default();
    let when = lang.pick("Thời hạn", "When");
    match (item.wording.is_empty(), item.term.last) {
        (_, Some(_)) => lines.push(format!(
            "{when}: \"{}\" = {}{left}",
            item.wording,
            days(item, lang)
        )),
        (false, None) => lines.push(format!("{when}: \"{}\"", item.wording)),
        (true, None) => {}
    }
    lines.extend(last_working(item, lang));
    lines.extend(progress(item, lang).map(|share| format!("{}: {share}", lang.pick("Tiến độ", "Progress"))));
    lines.join("\n      ") + "\n"
}

/// How far the step has come that a milestone closes: "90/92 đơn vị đã gửi".
pub fn progress(item: &Item, lang: Lang) -> Option<String> {
    let share = item.progress.zip(item.step);
    share.map(|(share, step)| super::progress::share(share, step, lang))
}

/// The last working day, where it differs from the last day, and why.
pub fn last_working(item: &Item, lang: Lang) -> Option<String> {
    let day = item
        .term
        .last_working
        .filter(|day| item.term.last != Some(*day))?;
    Some(format!(
        "{}: {} ({})",
        lang.pick("Ngày làm việc cuối", "Last working day"),
        long_day(day, lang),
        days_off(item.days_off(), lang)
    ))
}

/// How the day of a milestone was found, a line for each step.
pub fn explanation(item: &Item, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !item.basis.is_empty() {
        lines.push(format!(
            "{}: {}",
            lang.pick("Căn cứ trong kế hoạch", "In the plan"),
            item.basis
        ));
    }
    lines.extend(item.term.steps.iter().map(|step| match lang {
        Lang::Vi => vietnamese(step),
        Lang::En => english(step),
    }));
    lines
}

fn vietnamese(step: &Derivation) -> String {
    let off = |days: &[(NaiveDate, DayOff)]| days_off(days, Lang::Vi);
    let long = |day: NaiveDate| long_day(day, Lang::Vi);
    match step {
        Derivation::DayBefore { named, last } => format!(
            "\"trước ngày {}\": không gồm chính ngày đó, nên ngày cuối còn kịp là {}",
            day(*named),
            long(*last)
        ),
        Derivation::UntilEndOf(last) => format!(
            "tính hết ngày {}, đến 24 giờ (Bộ luật Dân sự 2015, Điều 148 khoản 6)",
            day(*last)
        ),
        Derivation::On(date) => format!("diễn ra hoặc bắt đầu vào {}", long(*date)),
        Derivation::Conference(date) => format!("tính từ ngày hội nghị, {}", long(*date)),
        Derivation::ConferenceUnknown => {
            "tính từ ngày hội nghị, nhưng kế hoạch chưa ấn định ngày đó".to_owned()
        }
        Derivation::DayOne { start, day_one } => format!(
            "ngày {} không tính; ngày thứ nhất là {} (Điều 147 khoản 2, 3)",
            day(*start),
            long(*day_one)
        ),
        Derivation::Counted {
            days,
            working,
            skipped,
            last,
        } => {
            let kind = if *working { "ngày làm việc" } else { "ngày" };
            let over = if skipped.is_empty() {
                String::new()
            } else {
                format!("; bỏ qua {}", off(skipped))
            };
            format!("đếm {days} {kind}: {}{over} (Điều 148 khoản 1)", long(*last))
        }
        Derivation::Extended { over, to } => format!(
            "ngày cuối là ngày nghỉ ({}), nên thời hạn kết thúc vào ngày làm việc tiếp theo, {} (Điều 148 khoản 5)",
            off(over),
            long(*to)
        ),
        Derivation::Month { part, first, last } => month_vi(*part, *first, *last),
        Derivation::Span { first, last } => format!("từ {} đến hết {}", long(*first), long(*last)),
        Derivation::LastWorking { day, over } => {
            format!("ngày làm việc cuối là {}, vì sau đó là {}", long(*day), off(over))
        }
        Derivation::YearUnknown(year) => {
            format!("bảng ngày nghỉ không có năm {year}: không tính được ngày làm việc")
        }
        Derivation::NotAnnounced(year) => {
            format!("lịch nghỉ năm {year} chưa công bố: tính theo luật, cần xem lại khi có thông báo")
        }
        Derivation::Unsure(date) => format!("ngày nghỉ {} cần xem lại văn bản thi hành", day(*date)),
        Derivation::Provisional => "kế hoạch ghi là dự kiến: có thể thay đổi".to_owned(),
        Derivation::NoDay => "kế hoạch không ghi ngày".to_owned(),
    }
}

fn month_vi(part: Part, first: NaiveDate, last: NaiveDate) -> String {
    let law = match part {
        Part::Early => "đầu tháng là ngày đầu tiên của tháng",
        Part::Middle => "giữa tháng là ngày thứ mười lăm",
        Part::End => "cuối tháng là ngày cuối cùng của tháng",
        Part::Whole => return format!("cả tháng: {} đến {}", day(first), day(last)),
    };
    format!("{law}: {} (Bộ luật Dân sự 2015, Điều 146 khoản 2)", day(last))
}

fn english(step: &Derivation) -> String {
    let off = |days: &[(NaiveDate, DayOff)]| days_off(days, Lang::En);
    let long = |day: NaiveDate| long_day(day, Lang::En);
    match step {
        Derivation::DayBefore { named, last } => {
            format!(
                "\"before {}\" leaves that day out: the last day in time is {}",
                day(*named),
                long(*last)
            )
        }
        Derivation::UntilEndOf(last) => {
            format!(
                "until the end of {}, 24:00 (Civil Code 2015, article 148(6))",
                day(*last)
            )
        }
        Derivation::On(date) => format!("happens or begins on {}", long(*date)),
        Derivation::Conference(date) => format!("counted from the conference, {}", long(*date)),
        Derivation::ConferenceUnknown => {
            "counted from the conference, whose day the plan leaves open".to_owned()
        }
        Derivation::DayOne { start, day_one } => {
            format!(
                "{} does not count; day one is {} (article 147(2), (3))",
                day(*start),
                long(*day_one)
            )
        }
        Derivation::Counted {
            days,
            working,
            skipped,
            last,
        } => {
            let kind = if *working { "working days" } else { "days" };
            let over = if skipped.is_empty() {
                String::new()
            } else {
                format!("; passed over {}", off(skipped))
            };
            format!("{days} {kind} counted: {}{over} (article 148(1))", long(*last))
        }
        Derivation::Extended { over, to } => format!(
            "it ends on a day off ({}), so the term ends on the next working day, {} (article 148(5))",
            off(over),
            long(*to)
        ),
        Derivation::Month {
            part: Part::Whole,
            first,
            last,
        } => format!("the whole month: {} to {}", day(*first), day(*last)),
        Derivation::Month { last, .. } => {
            format!(
                "this part of the month is {} (Civil Code 2015, article 146(2))",
                day(*last)
            )
        }
        Derivation::Span { first, last } => format!("from {} to the end of {}", long(*first), long(*last)),
        Derivation::LastWorking { day, over } => {
            format!("the last working day is {}, because of {}", long(*day), off(over))
        }
        Derivation::YearUnknown(year) => {
            format!("the table of days off lacks {year}: working days are not known")
        }
        Derivation::NotAnnounced(year) => {
            format!("the days off of {year} are not announced: they follow from the law and may change")
        }
        Derivation::Unsure(date) => format!("the day off {} still has to be confirmed", day(*date)),
        Derivation::Provisional => "the plan calls it provisional: it may move".to_owned(),
        Derivation::NoDay => "the plan gives no day".to_owned(),
    }
}

/// What another day for the conference would change, a line for each milestone.
pub fn difference(moved: &[Moved], conference: NaiveDate, lang: Lang) -> String {
    let head = match lang {
        Lang::Vi => format!(
            "Nếu hội nghị vào {}, mỗi mốc giữ khoảng cách tới hội nghị:",
            long_day(conference, lang)
        ),
        Lang::En => format!(
            "With the conference on {}, each milestone at its distance to it:",
            long_day(conference, lang)
        ),
    };
    let mut text = format!("{head}\n");
    for moved in moved {
        let change = match moved.from {
            Some(from) if from == moved.to => lang.pick("không đổi", "unchanged").to_owned(),
            Some(from) => format!("{} -> {}", day(from), long_day(moved.to, lang)),
            None => long_day(moved.to, lang),
        };
        text.push_str(&format!("  {}  <{}>\n      {change}\n", moved.title, moved.id));
        if let Some(working) = moved.last_working.filter(|working| *working != moved.to) {
            let label = lang.pick("Ngày làm việc cuối", "Last working day");
            text.push_str(&format!("      {label}: {}\n", long_day(working, lang)));
        }
    }
    text.push_str(lang.pick(
        "Chưa ghi gì: muốn đổi thật, sửa thời hạn trong tệp kế hoạch.\n",
        "Nothing is written: to move them, edit the wordings in the plan's file.\n",
    ));
    text
}

/// Said when nothing on the timeline concerns the one asked for.
pub fn nobody(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("không có việc nào của \"{name}\" trong kế hoạch"),
        Lang::En => format!("the plan has nothing for \"{name}\""),
    }
}

/// Said after a file was written.
pub fn written(path: &std::path::Path, lang: Lang) -> String {
    format!("{}: {}", lang.pick("Đã ghi", "Written"), path.display())
}

/// The checklist workbook: name of its sheet, title, headings, legend.
pub mod sheet {
    /// Name of the sheet.
    pub const NAME: &str = "Lịch công việc";
    /// Title of the sheet.
    pub const TITLE: &str = "LỊCH CÔNG VIỆC";
    /// Headings before the strip of days.
    pub const HEADINGS: [&str; 7] = [
        "STT",
        "Xong",
        "Việc",
        "Ai làm",
        "Ngày cuối",
        "Ngày làm việc cuối",
        "Tình trạng",
    ];
    /// What the colours mean.
    pub const LEGEND: &str =
        "Ô đậm: ngày làm việc cuối hoặc ngày diễn ra. Ô nhạt: còn thời gian. Ô xám: ngày nghỉ.";
    /// In the column of what is done.
    pub const DONE: &str = "x";
}
