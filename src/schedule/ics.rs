//! The timeline as a calendar file (iCalendar, RFC 5545) that Outlook, Google and Apple take.
//!
//! Every event has an id that stays the same, so that a second import replaces the first; SEQUENCE grows when an event
//! of an earlier file changed. Days without an hour are all-day events whose end is the day after; hours are written in
//! UTC, which needs no time zone table (Vietnam is at UTC+7 all year). What has no day is not in the calendar.

use std::collections::BTreeMap;

use chrono::{Days, Duration, NaiveDate};

use crate::model::{Item, State, Timeline};
use crate::plan::MilestoneKind;
use crate::settings;
use crate::wording::{Lang, schedule as wording};

/// The calendar. `earlier` is the text of the file that it replaces.
pub fn ics(timeline: &Timeline, earlier: Option<&str>) -> String {
    let known = earlier.map(events).unwrap_or_default();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//doithoai//doithoai//VI".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(&timeline.title)),
    ];
    for item in &timeline.items {
        let Some(event) = event(item) else {
            continue;
        };
        let uid = uid(timeline, item);
        let sequence = known.get(&uid).map_or(0, |(before, sequence)| {
            if *before == event {
                *sequence
            } else {
                sequence.saturating_add(1)
            }
        });
        lines.push("BEGIN:VEVENT".to_owned());
        lines.push(format!("UID:{uid}"));
        lines.push(format!("DTSTAMP:{}T000000Z", timeline.today.format("%Y%m%d")));
        lines.push(format!("SEQUENCE:{sequence}"));
        lines.extend(event);
        lines.push("END:VEVENT".to_owned());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn uid(timeline: &Timeline, item: &Item) -> String {
    format!("{}@{}.doithoai", escaped(&item.id), escaped(&timeline.plan))
}

/// The properties of an event that can change; `None` for what has no day.
fn event(item: &Item) -> Option<Vec<String>> {
    let last = item.term.last?;
    let first = item.term.first.unwrap_or(last);
    let mut lines = start_and_end(item, first, last);
    lines.push(format!("SUMMARY:{}", escaped(&summary(item))));
    lines.push(format!("DESCRIPTION:{}", escaped(&description(item))));
    lines.push(format!(
        "STATUS:{}",
        if item.provisional {
            "TENTATIVE"
        } else {
            "CONFIRMED"
        }
    ));
    lines.push(format!(
        "TRANSP:{}",
        if item.hour.is_some() {
            "OPAQUE"
        } else {
            "TRANSPARENT"
        }
    ));
    if item.state != State::Done {
        lines.extend(alarms(item, first));
    }
    Some(lines)
}

fn start_and_end(item: &Item, first: NaiveDate, last: NaiveDate) -> Vec<String> {
    let in_hanoi = item
        .hour
        .filter(|_| first == last)
        .map(|hour| last.and_time(hour));
    if let Some(utc) =
        in_hanoi.and_then(|start| start.checked_sub_signed(Duration::hours(settings::HANOI_UTC_HOURS)))
    {
        return vec![format!("DTSTART:{}Z", utc.format("%Y%m%dT%H%M%S"))];
    }
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    vec![
        format!("DTSTART;VALUE=DATE:{}", first.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")),
    ]
}

fn summary(item: &Item) -> String {
    match item.kind {
        MilestoneKind::Deadline => format!("{}: {}", wording::DEADLINE, item.title),
        _ => item.title.clone(),
    }
}

fn description(item: &Item) -> String {
    let mut lines = vec![item.who.clone()];
    lines.extend(item.to.iter().map(|to| format!("-> {to}")));
    lines.push(item.wording.clone());
    lines.push(wording::days(item, Lang::Vi));
    lines.extend(wording::last_working(item, Lang::Vi));
    lines.join("\n")
}

/// On the morning of the last working day, and some days ahead of it.
fn alarms(item: &Item, first: NaiveDate) -> Vec<String> {
    let morning = item
        .term
        .last_working
        .filter(|day| *day <= first)
        .unwrap_or(first);
    let hours_ahead = first.signed_duration_since(morning).num_hours();
    let from_start = item
        .hour
        .filter(|_| item.term.first.is_none())
        .map_or(0, |hour| i64::from(chrono::Timelike::hour(&hour)));
    let ahead = [settings::ALARM_DAYS_AHEAD * 24, 0];
    let triggers = ahead.map(|more| hours_ahead + more + from_start - settings::ALARM_HOUR);
    let alarm = |hours: i64| {
        let sign = if hours > 0 { "-" } else { "" };
        [
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(&item.title)),
            format!("TRIGGER:{sign}PT{}H", hours.unsigned_abs()),
            "END:VALARM".to_owned(),
        ]
    };
    triggers.into_iter().flat_map(alarm).collect()
}

/// The events of an earlier file: what can change, and the sequence number.
fn events(text: &str) -> BTreeMap<String, (Vec<String>, u64)> {
    let unfolded = text.replace("\r\n ", "").replace("\n ", "");
    let mut events = BTreeMap::new();
    let (mut uid, mut sequence, mut lines) = (String::new(), 0, Vec::new());
    for line in unfolded.lines() {
        if line == "BEGIN:VEVENT" {
            (uid, sequence, lines) = (String::new(), 0, Vec::new());
        } else if line == "END:VEVENT" {
            events.insert(std::mem::take(&mut uid), (std::mem::take(&mut lines), sequence));
        } else if let Some(value) = line.strip_prefix("UID:") {
            value.clone_into(&mut uid);
        } else if let Some(value) = line.strip_prefix("SEQUENCE:") {
            sequence = value.parse().unwrap_or(0);
        } else if !line.starts_with("DTSTAMP:") {
            lines.push(line.to_owned());
        }
    }
    events
}

/// A text value: backslash, semicolon, comma and new line have another meaning otherwise.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line with its CRLF, no piece of it longer than 75 octets and no letter cut in two.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > settings::ICS_LINE_OCTETS {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let line = format!("SUMMARY:{}", "Hội nghị đối thoại ".repeat(12));
        let text = folded(&line);
        assert!(
            text.split("\r\n")
                .all(|piece| piece.len() <= settings::ICS_LINE_OCTETS)
        );
        assert_eq!(text.replace("\r\n ", "").trim_end_matches("\r\n"), line);
    }

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r"), "a\\, b\\; c\\\\d\\ne");
    }
}
