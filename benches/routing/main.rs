//! How good the proposals of routing are, on opinions that were not trained on: `cargo bench --bench routing`.
//!
//! Five folds; duplicates stay in one fold. Each fold is judged by weights learned from the other four and from the
//! written examples and paraphrases. Prints the share of right proposals, of right ones among the sure, per fold and per agency,
//! every wrong "sure" with the words that decided, and how well complaints are told from opinions. After `--`:
//! `--all` lists every wrong proposal with its text, `--labelled-only` learns without the written examples
//! and paraphrases.
//!
//! `--without-phrases` learns without the knowledge base. `--unseen` learns from no labelled opinion at all and judges
//! them all at once.
//!
//! Not an estimate for a folder that nobody has seen: the phrases were widened while looking at the wrong proposals of
//! these very folds, so the figures with them are too good. Those with `--without-phrases` lack knowledge that the
//! program has; the truth lies between. The paraphrases were written without the labelled file, so `--unseen
//! --without-phrases` is the nearest to such a folder; only the written examples have been seen beside it.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measure prints, and stops when its own data is wrong"
)]

mod data;

use std::collections::BTreeMap;

use data::Labelled;
use doithoai::lexicon::is_complaint;
use doithoai::model::{Certainty, Route};
use doithoai::plan::Plan;
use doithoai::routing::training::{self, Example, Options};
use doithoai::routing::{Model, Router};

const FOLDS: usize = 5;

struct Judged<'a> {
    row: &'a Labelled,
    route: Route,
}

impl Judged<'_> {
    fn right(&self) -> bool {
        self.route
            .agency
            .as_ref()
            .is_some_and(|agency| agency.0 == self.row.agency)
    }

    fn sure(&self) -> bool {
        self.route.certainty == Certainty::Sure
    }
}

/// A cluster's fold, by a hash of its name, so that it does not follow the order of the file.
fn fold_of(cluster: &str, seed: usize) -> usize {
    let hash = cluster.bytes().fold(5381 + seed, |hash, byte| {
        hash.wrapping_mul(33) ^ usize::from(byte)
    });
    (hash >> 3) % FOLDS
}

fn main() {
    let plan = Plan::built_in("thai-nguyen-2025").expect("the plan is compiled in");
    let rows: Vec<Labelled> = data::labelled()
        .into_iter()
        .filter(|row| row.kind != "none")
        .collect();
    let mut predictions = Vec::new();
    let mut judged = Vec::new();
    for fold in folds() {
        let weights = training::learn(&examples(&rows, fold), data::TEMPERATURE, &options());
        let model = Model::parse(&weights).expect("what was written can be read");
        let router = Router::with_weights(&plan, model.clone());
        let own = rows
            .iter()
            .filter(|row| judges(fold, row) && row.kind == "opinion");
        let start = judged.len();
        for row in own {
            let route = router.route(&row.text, &[]);
            predictions.extend(training::scores(&model, &row.text, &row.agency));
            judged.push(Judged { row, route });
        }
        if let Some(fold) = fold {
            line(&format!("fold {}", fold + 1), &judged[start..]);
        }
        println!("  weights: {} bytes", weights.len());
    }
    line("all", &judged);
    println!("best temperature {:.2}", training::fit_temperature(&predictions));
    thresholds(&judged);
    agencies(&judged);
    coordinate(&judged);
    complaints(&data::labelled());
    wrong(&judged);
}

/// The folds to judge: five, or with `--unseen` all opinions at once.
fn folds() -> Vec<Option<usize>> {
    if asked("--unseen") {
        return vec![None];
    }
    (0..FOLDS).map(Some).collect()
}

/// Whether `row` is judged, and therefore not learned from, in `fold`.
fn judges(fold: Option<usize>, row: &Labelled) -> bool {
    fold.is_none_or(|fold| fold_of(&row.cluster, 0) == fold)
}

/// What is learned from before `fold` is judged.
fn examples(rows: &[Labelled], fold: Option<usize>) -> Vec<Example> {
    let labelled = rows.iter().filter(|row| !judges(fold, row));
    let mut examples: Vec<_> = labelled.map(Labelled::example).collect();
    if !asked("--labelled-only") {
        examples.extend(data::written());
        examples.extend(data::paraphrased());
    }
    examples
}

fn options() -> Options {
    Options {
        phrases: !asked("--without-phrases"),
        ..Options::default()
    }
}

fn asked(option: &str) -> bool {
    std::env::args().any(|argument| argument == option)
}

fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

fn line(name: &str, judged: &[Judged<'_>]) {
    let right = judged.iter().filter(|one| one.right()).count();
    let sure: Vec<_> = judged.iter().filter(|one| one.sure()).collect();
    let sure_right = sure.iter().filter(|one| one.right()).count();
    println!(
        "{name}: {} opinions, top-1 {:.3}, sure {:.3}, right among sure {:.3}",
        judged.len(),
        share(right, judged.len()),
        share(sure.len(), judged.len()),
        share(sure_right, sure.len()),
    );
}

fn thresholds(judged: &[Judged<'_>]) {
    for least in [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] {
        let over: Vec<_> = judged.iter().filter(|one| one.route.score >= least).collect();
        let right = over.iter().filter(|one| one.right()).count();
        println!(
            "  from {least:.2}: {:.3} of all, {:.3} right",
            share(over.len(), judged.len()),
            share(right, over.len())
        );
    }
}

fn agencies(judged: &[Judged<'_>]) {
    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for one in judged {
        table.entry(&one.row.agency).or_default()[0] += 1;
        if let Some(agency) = &one.route.agency {
            table.entry(&agency.0).or_default()[1] += 1;
        }
        table.entry(&one.row.agency).or_default()[2] += usize::from(one.right());
    }
    for (agency, [there, proposed, right]) in table {
        println!(
            "  {agency:14} {there:4} opinions, recall {:.2}, precision {:.2}",
            share(right, there),
            share(right, proposed)
        );
    }
}

fn coordinate(judged: &[Judged<'_>]) {
    let (mut hit, mut proposed, mut there) = (0, 0, 0);
    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for one in judged {
        for id in &one.route.coordinate {
            proposed += 1;
            let right = one.row.coordinate.contains(&id.0);
            hit += usize::from(right);
            let line = table.entry(&id.0).or_default();
            line[1] += 1;
            line[2] += usize::from(right);
        }
        for id in &one.row.coordinate {
            there += 1;
            table.entry(id).or_default()[0] += 1;
        }
    }
    println!(
        "coordinate: precision {:.3}, recall {:.3}",
        share(hit, proposed),
        share(hit, there)
    );
    for (agency, [there, proposed, right]) in table {
        println!(
            "  {agency:14} {there:4} times, recall {:.2}, precision {:.2}",
            share(right, there),
            share(right, proposed)
        );
    }
}

/// No learning here: the rule is judged on all rows.
fn complaints(rows: &[Labelled]) {
    let called = |row: &&Labelled| is_complaint(&row.text);
    let there = rows.iter().filter(|row| row.kind == "complaint").count();
    let called: Vec<_> = rows.iter().filter(called).collect();
    let right = called.iter().filter(|row| row.kind == "complaint").count();
    println!(
        "complaints: {there} there, {} called, precision {:.3}, recall {:.3}",
        called.len(),
        share(right, called.len()),
        share(right, there)
    );
    for row in rows {
        if is_complaint(&row.text) != (row.kind == "complaint") {
            println!("  {} is of kind {}", row.id, row.kind);
        }
    }
}

fn wrong(judged: &[Judged<'_>]) {
    let show_all = asked("--all");
    for one in judged
        .iter()
        .filter(|one| !one.right() && (one.sure() || show_all))
    {
        let proposed = one.route.agency.as_ref().map_or("-", |agency| &agency.0);
        println!(
            "{} {}: {proposed} ({:.2}) instead of {}; decided by: {}",
            if one.sure() { "wrong sure" } else { "wrong" },
            one.row.id,
            one.route.score,
            one.row.agency,
            one.route.because.join(" | ")
        );
        if show_all {
            println!("      {}", one.row.text);
        }
    }
}
