//! How well duplicates are found, on opinions that the weights were not learned from, and how fast.
//!
//! `cargo bench --bench duplicates` cross-validates on `benches/data/opinions-dev.tsv`: five folds, a cluster in one
//! fold; each fold's weights are learned from the other four, then all opinions are searched and the pairs with an
//! opinion of the fold are counted. `cargo bench --bench duplicates -- --corpus DIR` measures a generated corpus
//! (`corpus.tsv`, `truth.tsv`) with the weights that are compiled in.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a program for the engineer, on known files, that measures time"
)]

mod labelled;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use doithoai::dedup::{self, Duplicates, Model, Search};
use doithoai::lexicon::Lexicon;
use doithoai::model::{Evidence, Veto};
use doithoai::settings;
use labelled::Labelled;

const FOLDS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let lexicon = Lexicon::built_in();
    if let Some(at) = arguments.iter().position(|argument| argument == "--corpus") {
        corpus(Path::new(&arguments[at + 1]), &lexicon);
        return;
    }
    let verbose = arguments.iter().any(|argument| argument == "--verbose");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/data/opinions-dev.tsv");
    let all = Labelled::read(&path, &lexicon);
    println!("with agencies proposed, one in eight of them wrong:");
    cross_validate(&all, &lexicon, verbose);
    println!("without agencies:");
    let mut open = Labelled::read(&path, &lexicon);
    open.agency.fill(None);
    cross_validate(&open, &lexicon, false);
    if arguments.iter().any(|argument| argument == "--speed") {
        speed(&all, &lexicon);
    }
}

/// Counts of pairs.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    merged: usize,
    right: usize,
    true_pairs: usize,
    after_clerk: usize,
    questions: usize,
    useful: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.merged += other.merged;
        self.right += other.right;
        self.true_pairs += other.true_pairs;
        self.after_clerk += other.after_clerk;
        self.questions += other.questions;
        self.useful += other.useful;
    }

    fn print(&self, name: &str, opinions: usize) {
        println!(
            "{name:8} precision {:.3} ({} of {} pairs), recall {:.3}, after the clerk {:.3} (of {}), {} questions = {:.0} per 1000, {} answered same",
            ratio(self.right, self.merged),
            self.right,
            self.merged,
            ratio(self.right, self.true_pairs),
            ratio(self.after_clerk, self.true_pairs),
            self.true_pairs,
            self.questions,
            1000.0 * ratio(self.questions, opinions),
            self.useful,
        );
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

fn cross_validate(all: &Labelled, lexicon: &Lexicon, verbose: bool) {
    let fold: Vec<usize> = all.clusters.iter().map(|cluster| fold_of(cluster)).collect();
    let space = Model::built_in().space();
    let mut total = Score::default();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut bands: Vec<(f64, bool, bool)> = Vec::new();
    for test in 0..FOLDS {
        let train = only(all, |at| fold[at] != test);
        let model = dedup::learn(&train.input(lexicon, 0), &train.clusters, space.clone());
        let input = all.input(lexicon, settings::QUESTIONS * all.opinions.len() / 700);
        let search = Search::new(&input, &model);
        let found = search.find();
        let in_fold = |at: usize| fold[at] == test;
        let score = score(all, &found, in_fold);
        score.print(&format!("fold {}", test + 1), all.opinions.len());
        total.add(score);
        errors(all, &found, &search, in_fold, verbose, &mut kinds, &mut bands);
    }
    total.print("all", all.opinions.len() * FOLDS);
    calibration(&bands);
    for (kind, count) in kinds {
        println!("  {count:5} {kind}");
    }
}

/// How many pairs of each band of scores are duplicates: what a score says, and what another setting would do.
fn calibration(pairs: &[(f64, bool, bool)]) {
    for tenth in 0..10 {
        let (from, to) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
        let count = |free: bool, only_same: bool| {
            let here = pairs.iter().filter(|(score, ..)| (from..to).contains(score));
            here.filter(|(_, clear, same)| *clear == free && (*same || !only_same))
                .count()
        };
        println!(
            "  score {from:.1} to {to:.1}: {} of {} pairs without a veto are duplicates, {} of {} with one",
            count(true, true),
            count(true, false),
            count(false, true),
            count(false, false)
        );
    }
}

/// The opinions that `keep` picks, by position.
fn only(all: &Labelled, keep: impl Fn(usize) -> bool) -> Labelled {
    let mut some = Labelled::default();
    for (at, opinion) in all.opinions.iter().enumerate().filter(|(at, _)| keep(*at)) {
        some.opinions.push(opinion.clone());
        some.readings.push(all.readings[at].clone());
        some.clusters.push(all.clusters[at].clone());
        some.none.push(all.none[at]);
        some.agency.push(all.agency[at].clone());
    }
    some
}

/// A cluster's fold, by its name: the same on every machine.
fn fold_of(cluster: &str) -> usize {
    cluster
        .bytes()
        .fold(7, |hash: usize, byte| (hash * 31 + usize::from(byte)) % 1_000_003)
        % FOLDS
}

fn is_none(all: &Labelled, at: usize) -> bool {
    all.none[at]
}

fn components(all: &Labelled, found: &Duplicates, with_clerk: bool) -> (Vec<usize>, usize) {
    let mut of: Vec<usize> = (0..all.opinions.len()).collect();
    for (at, group) in found.groups.iter().enumerate() {
        for member in &group.members {
            of[member.opinion.0 as usize - 1] = at;
        }
    }
    let mut useful = 0;
    for pair in found.review.iter().filter(|_| with_clerk) {
        let (a, b) = (pair.a.0 as usize - 1, pair.b.0 as usize - 1);
        if all.clusters[a] == all.clusters[b] {
            useful += 1;
            let (from, to) = (of[a], of[b]);
            for place in &mut of {
                if *place == from {
                    *place = to;
                }
            }
        }
    }
    (of, useful)
}

fn score(all: &Labelled, found: &Duplicates, in_fold: impl Fn(usize) -> bool) -> Score {
    let (before, _) = components(all, found, false);
    let (after, useful) = components(all, found, true);
    let mut score = Score {
        questions: found.review.len(),
        useful,
        ..Score::default()
    };
    for a in 0..all.opinions.len() {
        for b in a + 1..all.opinions.len() {
            if !(in_fold(a) || in_fold(b)) || (is_none(all, a) && is_none(all, b)) {
                continue;
            }
            let same = all.clusters[a] == all.clusters[b];
            score.true_pairs += usize::from(same);
            score.merged += usize::from(before[a] == before[b]);
            score.right += usize::from(same && before[a] == before[b]);
            score.after_clerk += usize::from(same && after[a] == after[b]);
        }
    }
    score
}

/// What went wrong, by kind: wrong merges, and duplicates that neither a merge nor the clerk brought together.
fn errors(
    all: &Labelled,
    found: &Duplicates,
    search: &Search<'_>,
    in_fold: impl Fn(usize) -> bool,
    verbose: bool,
    kinds: &mut BTreeMap<String, usize>,
    bands: &mut Vec<(f64, bool, bool)>,
) {
    let (before, _) = components(all, found, false);
    let (after, _) = components(all, found, true);
    for a in 0..all.opinions.len() {
        for b in a + 1..all.opinions.len() {
            if !(in_fold(a) || in_fold(b)) || (is_none(all, a) && is_none(all, b)) {
                continue;
            }
            let same = all.clusters[a] == all.clusters[b];
            let Some(evidence) = search.evidence(a, b) else {
                continue;
            };
            bands.push((evidence.score, evidence.vetoes.is_empty(), same));
            let wrong = !same && before[a] == before[b];
            let missed = same && after[a] != after[b];
            let unmerged = same && before[a] != before[b];
            let kind = kind(&evidence);
            for (is, name) in [
                (wrong, "wrongly merged"),
                (missed, "missed"),
                (unmerged, "not merged"),
            ] {
                if is {
                    *kinds.entry(format!("{name}: {kind}")).or_default() += 1;
                }
            }
            if verbose && (wrong || missed || unmerged) {
                let name = if wrong {
                    "WRONG"
                } else if missed {
                    "MISSED"
                } else {
                    "UNMERGED"
                };
                println!(
                    "{name} {:.3} {:?}\n   {}: {}\n   {}: {}",
                    evidence.score,
                    evidence.vetoes,
                    all.opinions[a].unit.name,
                    all.opinions[a].text,
                    all.opinions[b].unit.name,
                    all.opinions[b].text
                );
            }
        }
    }
}

fn kind(evidence: &Evidence) -> String {
    let names: Vec<&str> = evidence
        .vetoes
        .iter()
        .map(|veto| match veto {
            Veto::Object { .. } => "object or place",
            Veto::Number { .. } => "number",
            Veto::Ask { .. } => "opposite ask",
            Veto::Negation { .. } => "negation",
            Veto::Beneficiary { .. } => "beneficiary",
            Veto::Asks { .. } => "number of asks",
            Veto::Tone { .. } => "tone only",
            _ => "other",
        })
        .collect();
    let band = if evidence.score >= settings::MERGE {
        "merge band"
    } else if evidence.score >= settings::ASK {
        "ask band"
    } else {
        "below the ask band"
    };
    if names.is_empty() {
        format!("{band}, no veto")
    } else {
        format!("{band}, vetoed: {}", names.join(", "))
    }
}

/// Time of the search on as many rows as ten times a province: the labelled texts again and again from other units,
/// with other numbers.
fn speed(all: &Labelled, lexicon: &Lexicon) {
    let mut many = Labelled::default();
    for round in 0..66 {
        for opinion in &all.opinions {
            let text = format!("{} Xóm Số {} có {} hộ.", opinion.text, round * 7 % 60, round + 10);
            many.push(
                &format!("{} {}", opinion.unit.name, round % 5),
                &text,
                "",
                lexicon,
            );
        }
    }
    let input = many.input(lexicon, settings::QUESTIONS);
    let start = Instant::now();
    let found = dedup::find(&input);
    println!(
        "speed: {} rows in {:.2} s ({} groups)",
        many.opinions.len(),
        start.elapsed().as_secs_f64(),
        found.groups.len()
    );
}

/// Precision and recall of the merges on a generated corpus, and the time of the search.
fn corpus(folder: &Path, lexicon: &Lexicon) {
    let texts = fs::read_to_string(folder.join("corpus.tsv")).unwrap_or_default();
    let truth = fs::read_to_string(folder.join("truth.tsv")).unwrap_or_default();
    let start = Instant::now();
    let mut all = Labelled::default();
    for (text, truth) in texts.lines().skip(1).zip(truth.lines().skip(1)) {
        let (text, truth): (Vec<&str>, Vec<&str>) = (text.split('\t').collect(), truth.split('\t').collect());
        all.push(truth[0], text[1], truth[2], lexicon);
    }
    println!(
        "{} rows read in {:.2} s",
        all.opinions.len(),
        start.elapsed().as_secs_f64()
    );
    let input = all.input(lexicon, settings::QUESTIONS);
    let start = Instant::now();
    let found = dedup::find_with(&input, Model::built_in());
    let seconds = start.elapsed().as_secs_f64();
    let (mut merged, mut right) = (0, 0);
    let mut wrong = Vec::new();
    for group in &found.groups {
        let members: Vec<usize> = group
            .members
            .iter()
            .map(|member| member.opinion.0 as usize - 1)
            .collect();
        for (n, a) in members.iter().enumerate() {
            for b in &members[n + 1..] {
                merged += 1;
                let same = all.clusters[*a] == all.clusters[*b];
                right += usize::from(same);
                if !same {
                    wrong.push((*a, *b));
                }
            }
        }
    }
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for cluster in &all.clusters {
        *sizes.entry(cluster).or_default() += 1;
    }
    let true_pairs: usize = sizes.values().map(|n| n * (n - 1) / 2).sum();
    println!(
        "searched in {seconds:.2} s: precision {:.4} ({right} of {merged} pairs), recall {:.4}, {} groups, {} questions, {} near misses",
        ratio(right, merged),
        ratio(right, true_pairs),
        found.groups.len(),
        found.review.len(),
        found.near_misses.len(),
    );
    for (a, b) in wrong.iter().step_by(1 + wrong.len() / 12) {
        println!(
            "WRONG\n   {}: {}\n   {}: {}",
            all.opinions[*a].unit.name,
            all.opinions[*a].text,
            all.opinions[*b].unit.name,
            all.opinions[*b].text
        );
    }
}
