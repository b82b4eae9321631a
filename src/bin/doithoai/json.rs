//! The JSON that programs read: a documented, stable shape (`docs/JSON.md`). Nothing else decides key names.

use std::path::{Path, PathBuf};

use doithoai::delegates::Delegates;
use doithoai::finding::Finding;
use doithoai::intake::Intake;
use doithoai::model::{
    Answered, AnsweredBefore, Feedback, Group, Item, Judged, Layout, Opinion, Progress, Route, SetAside,
    TableRead, Timeline,
};
use doithoai::pipeline::{Assignment, Collection, Consolidation};
use doithoai::plan::{MilestoneKind, Plan};
use doithoai::wording::{self, Lang, schedule as words};
use serde_json::{Value, json};

/// The object of `consolidate --json`.
pub(crate) fn consolidation(run: &Consolidation, plan: &Plan) -> Value {
    let group_of = run.group_of();
    let opinions = run
        .intake
        .opinions
        .iter()
        .map(|o| opinion(o, group_of.get(&o.id).map(ToString::to_string)));
    let groups = run
        .duplicates
        .groups
        .iter()
        .zip(&run.routes)
        .map(|(g, route)| group(run, g, route));
    let review = run
        .duplicates
        .review
        .iter()
        .map(|pair| json!({"a": pair.a, "b": pair.b, "score": pair.evidence.score}));
    json!({
        "plan": plan.id,
        "opinions": opinions.collect::<Vec<_>>(),
        "groups": groups.collect::<Vec<_>>(),
        "review": review.collect::<Vec<_>>(),
        "answered_before": run.answered.iter().map(answered_before).collect::<Vec<_>>(),
        "set_aside": run.intake.set_aside.iter().map(set_aside).collect::<Vec<_>>(),
        "findings": run.findings.iter().map(finding).collect::<Vec<_>>(),
        "counts": run.counts(),
        "difference": run.difference,
    })
}

fn answered_before(one: &AnsweredBefore) -> Value {
    json!({"opinion": one.opinion, "earlier": one.earlier})
}

/// The object of `assign --json`.
pub(crate) fn assignment(done: &Assignment, plan: &Plan) -> Value {
    let sent = done.sent.iter().map(
        |sent| json!({"code": sent.code, "agency": sent.agency, "leads": sent.leads, "file": sent.file}),
    );
    let passed = done
        .passed
        .iter()
        .map(|step| json!({"code": step.code, "from": step.from, "to": step.to}));
    let learned = done
        .learned
        .iter()
        .map(|(code, agency)| json!({"code": code, "agency": agency}));
    json!({
        "plan": plan.id,
        "files": done.files,
        "sent": sent.collect::<Vec<_>>(),
        "passed": passed.collect::<Vec<_>>(),
        "learned": learned.collect::<Vec<_>>(),
        "unassigned": done.unassigned,
        "findings": done.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// The object of `collect --json`.
pub(crate) fn collection(run: &Collection, plan: &Plan) -> Value {
    let files = run
        .files
        .iter()
        .map(|file| json!({"file": file.file, "agency": file.agency, "answers": file.answers}));
    json!({
        "plan": plan.id,
        "opinions": run.answered.iter().map(answered).collect::<Vec<_>>(),
        "files": files.collect::<Vec<_>>(),
        "new": run.new,
        "feedback": run.feedback.units().map(feedback).collect::<Vec<_>>(),
        "findings": run.findings.iter().map(finding).collect::<Vec<_>>(),
        "counts": run.counts(),
    })
}

fn feedback((feedback, file): (&Feedback, &PathBuf)) -> Value {
    let lines = feedback.lines.iter().map(|line| {
        json!({
            "opinion": line.number,
            "text": line.text,
            "code": line.code,
            "standing": line.standing,
            "answered": line.reply.is_some(),
            "other_units": line.other_units,
        })
    });
    json!({
        "unit": feedback.unit.name,
        "file": path(file),
        "lines": lines.collect::<Vec<_>>(),
        "set_aside": feedback.aside.len() + feedback.no_opinion,
    })
}

fn path(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn answered(one: &Answered) -> Value {
    let all = |answers: &[Judged]| answers.iter().map(judged).collect::<Vec<_>>();
    json!({
        "code": one.code,
        "agency": one.agency,
        "standing": one.standing,
        "answer": one.reply.as_ref().map(judged),
        "open": all(&one.open),
        "past": all(&one.past),
        "contributions": all(&one.contributions),
        "passed_to": one.passed_to,
    })
}

fn judged(judged: &Judged) -> Value {
    let (given, reply) = (&judged.given, &judged.given.reply);
    json!({
        "id": given.key(),
        "agency": given.agency,
        "text": reply.text,
        "state": reply.state,
        "due": reply.due,
        "responsible": reply.responsible,
        "document": reply.document,
        "origin": {"file": given.file, "sheet": given.sheet, "cell": given.cell},
        "received": judged.on,
        "late": judged.late,
        "chosen": judged.chosen,
        "doubts": judged.doubts.iter().map(|doubt| doubt.code()).collect::<Vec<_>>(),
    })
}

/// The object of `check --json`.
pub(crate) fn check(intake: &Intake, plan: &Plan) -> Value {
    let files = intake.reports.iter().map(|report| {
        let of_file = |finding: &&Finding| finding.file == report.file;
        let findings: Vec<&Finding> = intake.findings.iter().filter(of_file).collect();
        json!({
            "file": report.file,
            "letter": wording::check::letter(report, &findings),
            "state": report.state,
            "unit": report.unit.as_ref().map(|unit| &unit.name),
            "opinions": report.opinions,
            "set_aside": report.set_aside,
            "tables": report.tables.iter().map(table).collect::<Vec<_>>(),
        })
    });
    let units = intake.roll.iter().map(|line| {
        json!({
            "unit": line.unit.name,
            "expected": line.unit.code.is_some(),
            "files": line.files,
            "opinions": line.opinions,
            "set_aside": line.set_aside,
        })
    });
    json!({
        "plan": plan.id,
        "files": files.collect::<Vec<_>>(),
        "units": units.collect::<Vec<_>>(),
        "findings": intake.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn table(table: &TableRead) -> Value {
    let columns = table
        .columns
        .iter()
        .map(|(role, name)| json!({"column": name, "holds": role}));
    let (layout, header) = match table.layout {
        Layout::Header { row } => ("header", Some(row)),
        Layout::NoHeader => ("no-header", None),
        Layout::Paragraphs => ("paragraphs", None),
    };
    json!({
        "sheet": table.sheet,
        "unit": table.unit.name,
        "layout": layout,
        "header": header,
        "columns": columns.collect::<Vec<_>>(),
        "opinions": table.opinions,
        "set_aside": table.set_aside,
    })
}

/// The object of `delegates --json`. Telephone and identity numbers were never read.
pub(crate) fn delegates(read: &Delegates, plan: &Plan) -> Value {
    let delegates = read.delegates.iter().map(|one| {
        json!({
            "unit": one.unit.name,
            "person": one.person,
            "position": one.position,
            "born": one.born,
            "note": one.note,
            "origin": one.origin,
        })
    });
    let units = read.units.iter().map(|line| {
        json!({
            "unit": line.unit.name,
            "listed": line.listed,
            "expected": line.expected,
            "files": line.files,
        })
    });
    json!({
        "plan": plan.id,
        "delegates": delegates.collect::<Vec<_>>(),
        "units": units.collect::<Vec<_>>(),
        "findings": read.findings.iter().map(finding).collect::<Vec<_>>(),
        "counts": read.counts,
    })
}

fn opinion(opinion: &Opinion, group: Option<String>) -> Value {
    json!({
        "id": opinion.id,
        "unit": opinion.unit.name,
        "person": opinion.person,
        "position": opinion.position,
        "text": opinion.text,
        "repaired": opinion.repaired,
        "heading": opinion.heading,
        "hints": opinion.hints,
        "origin": opinion.origin,
        "group": group,
    })
}

fn group(run: &Consolidation, group: &Group, route: &Route) -> Value {
    json!({
        "code": group.code,
        "head": group.head,
        "text": run.wording_of(group),
        "members": group.members.iter().map(|member| member.opinion).collect::<Vec<_>>(),
        "units": run.units_of(group),
        "agency": route.agency,
        "agency_sure": route.certainty == doithoai::model::Certainty::Sure,
        "coordinate": route.coordinate,
    })
}

fn set_aside(row: &SetAside) -> Value {
    json!({"origin": row.origin, "unit": row.unit.name, "text": row.text, "reason": row.reason})
}

fn finding(finding: &doithoai::finding::Finding) -> Value {
    json!({
        "severity": finding.severity(),
        "code": finding.code(),
        "file": finding.file,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "message": wording::finding(finding, Lang::Vi),
    })
}

/// The object of `status --json`.
pub(crate) fn progress(progress: &Progress) -> Value {
    let reports = progress.reports.as_ref().map(|reports| {
        json!({
            "expected": reports.expected,
            "sent": reports.sent,
            "late": reports.late,
            "missing": reports.missing,
            "opinions": reports.opinions,
            "groups": reports.groups,
            "assigned": reports.assigned,
            "questions": reports.questions,
        })
    });
    let agencies = progress.agencies.iter().map(|agency| {
        json!({"agency": agency.agency, "name": agency.name, "sent": agency.sent, "counts": agency.counts})
    });
    let next = progress.next.as_ref().map(
        |next| json!({"id": next.id, "title": next.title, "day": next.day, "days_left": next.days_left}),
    );
    json!({
        "plan": progress.plan,
        "title": progress.title,
        "today": progress.today,
        "reports": reports,
        "answers": progress.answers,
        "agencies": agencies.collect::<Vec<_>>(),
        "next": next,
    })
}

/// The object of `schedule --json`.
pub(crate) fn schedule(timeline: &Timeline, explain: bool, lang: Lang) -> Value {
    let milestones: Vec<Value> = timeline
        .items
        .iter()
        .map(|item| milestone(item, explain, lang))
        .collect();
    json!({
        "plan": timeline.plan,
        "title": timeline.title,
        "today": timeline.today,
        "milestones": milestones,
    })
}

fn milestone(item: &Item, explain: bool, lang: Lang) -> Value {
    let off = item.days_off().iter();
    let off: Vec<Value> = off
        .map(|(day, off)| json!({ "day": day, "why": words::day_off(off, lang) }))
        .collect();
    let mut value = json!({
        "id": item.id,
        "title": item.title,
        "who": item.who,
        "agencies": item.agencies,
        "with": item.with,
        "to": item.to,
        "wording": item.wording,
        "basis": item.basis,
        "kind": kind(item.kind),
        "provisional": item.provisional,
        "time": item.hour.map(|hour| hour.format("%H:%M").to_string()),
        "first_day": item.term.first,
        "last_day": item.term.last,
        "weekday": item.term.last.map(|day| day.format("%A").to_string().to_lowercase()),
        "last_working_day": item.term.last_working,
        "days_off": off,
        "state": item.state,
        "days_left": item.days_left,
        "progress": item.progress,
    });
    if explain && let Some(object) = value.as_object_mut() {
        object.insert("explain".to_owned(), json!(words::explanation(item, lang)));
    }
    value
}

fn kind(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::Deadline => "deadline",
        MilestoneKind::Event => "event",
        MilestoneKind::Range => "range",
        MilestoneKind::Undated => "undated",
    }
}

/// The object of `plans show --json`.
pub(crate) fn plan(plan: &Plan) -> Value {
    let units = plan
        .units
        .iter()
        .map(|unit| json!({ "code": unit.code, "name": unit.full_name() }));
    let agencies = plan.agencies.iter().map(|agency| {
        json!({
            "id": agency.id,
            "name": agency.name,
            "aliases": agency.aliases,
            "answers_for": agency.answers_for,
            "fields": agency.fields,
        })
    });
    let subjects = plan
        .subjects
        .iter()
        .map(|subject| json!({ "id": subject.id, "title": subject.title, "fields": subject.fields }));
    let milestones = plan.milestones.iter().map(|milestone| {
        json!({
            "id": milestone.id,
            "title": milestone.title,
            "who": milestone.who,
            "to": milestone.to,
            "wording": milestone.wording,
            "basis": milestone.basis,
        })
    });
    json!({
        "id": plan.id,
        "title": plan.title,
        "organiser": plan.organiser,
        "units_expected": plan.expected_units(),
        "units": units.collect::<Vec<_>>(),
        "agencies": agencies.collect::<Vec<_>>(),
        "subjects": subjects.collect::<Vec<_>>(),
        "milestones": milestones.collect::<Vec<_>>(),
    })
}

/// One entry of `plans check --json`.
pub(crate) fn contradiction(found: &doithoai::plan::Contradiction, lang: Lang) -> Value {
    json!({
        "code": found.kind.code(),
        "line": found.at.line,
        "column": found.at.column,
        "message": wording::plan::contradiction(found, lang),
    })
}

/// The object of `schedule --event --json`.
pub(crate) fn moved(plan: &Plan, conference: chrono::NaiveDate, moved: &[doithoai::model::Moved]) -> Value {
    let moved = moved.iter().map(|moved| {
        json!({
            "id": moved.id,
            "title": moved.title,
            "from": moved.from,
            "to": moved.to,
            "last_working_day": moved.last_working,
        })
    });
    json!({ "plan": plan.id, "event": conference, "moved": moved.collect::<Vec<_>>() })
}
