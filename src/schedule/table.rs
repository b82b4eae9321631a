//! The timeline as text for other programs: CSV that Excel opens, and Markdown.

use crate::model::{Item, State, Timeline};
use crate::wording::{Lang, schedule as wording};

/// The milestones as CSV: UTF-8 with a byte order mark and CRLF, as Excel wants it.
pub fn csv(timeline: &Timeline) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows(timeline) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// The milestones as a Markdown task list by state.
pub fn markdown(timeline: &Timeline) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        plain(&timeline.title),
        wording::long_day(timeline.today, Lang::Vi)
    );
    for state in State::ALL {
        let mut items = timeline
            .items
            .iter()
            .filter(|item| item.state == state)
            .peekable();
        if items.peek().is_some() {
            text.push_str(&format!("\n## {}\n\n", wording::state(state, Lang::Vi)));
        }
        for item in items {
            text.push_str(&task(item));
        }
    }
    text
}

fn task(item: &Item) -> String {
    let tick = if item.state == State::Done { 'x' } else { ' ' };
    let mut parts = vec![plain(&item.title), plain(&item.who)];
    if item.term.last.is_some() {
        parts.push(format!("**{}**", wording::days(item, Lang::Vi)));
    }
    parts.extend(item.days_left.map(|left| wording::days_left(left, Lang::Vi)));
    parts.extend(wording::last_working(item, Lang::Vi));
    parts.extend(wording::progress(item, Lang::Vi));
    format!("- [{tick}] {}\n", parts.join(" · "))
}

/// The table of milestones, its headings first.
fn rows(timeline: &Timeline) -> Vec<Vec<String>> {
    let head = wording::COLUMNS.iter().map(|head| (*head).to_owned()).collect();
    std::iter::once(head)
        .chain(timeline.items.iter().map(row))
        .collect()
}

fn row(item: &Item) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map(wording::day).unwrap_or_default();
    let weekday =
        |day: chrono::NaiveDate| wording::weekday(chrono::Datelike::weekday(&day), Lang::Vi).to_owned();
    vec![
        item.id.clone(),
        item.title.clone(),
        item.who.clone(),
        item.with.join(", "),
        item.to.clone().unwrap_or_default(),
        item.wording.clone(),
        day(item.term.last),
        item.term.last.map(weekday).unwrap_or_default(),
        day(item.term.last_working),
        item.days_left
            .map(|left| wording::days_left(left, Lang::Vi))
            .unwrap_or_default(),
        std::iter::once(wording::state(item.state, Lang::Vi).to_owned())
            .chain(wording::progress(item, Lang::Vi))
            .collect::<Vec<_>>()
            .join("; "),
    ]
}

/// A CSV cell: quoted where it must be, and never taken for a formula.
fn quoted(cell: &str) -> String {
    let cell = if cell.starts_with(['=', '+', '-', '@']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains(['"', ',', '\n', '\r', ';']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Text in which Markdown sees no mark and no new line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formula() {
        for (cell, written) in [
            ("a", "a"),
            ("a, b", "\"a, b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            ("-x", "'-x"),
        ] {
            assert_eq!(quoted(cell), written);
        }
        assert_eq!(plain("a_b*c\nd"), "a\\_b\\*c d");
    }
}
