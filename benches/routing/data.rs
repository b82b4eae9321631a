//! Reads the labelled opinions, the written examples and the paraphrases that the classifier learns from.

use std::collections::BTreeMap;

use doithoai::routing::training::Example;

/// A row of `opinions-dev.tsv`.
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) cluster: String,
    pub(crate) agency: String,
    pub(crate) coordinate: Vec<String>,
    pub(crate) kind: String,
}

impl Labelled {
    pub(crate) fn example(&self) -> Example {
        Example {
            text: self.text.clone(),
            field: self.agency.clone(),
            coordinate: Some(self.coordinate.clone()),
            weight: 1.0,
        }
    }
}

fn list(text: &str) -> Vec<String> {
    text.split(',')
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The labelled opinions.
pub(crate) fn labelled() -> Vec<Labelled> {
    let rows = include_str!("../data/opinions-dev.tsv").lines().skip(1);
    rows.map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        let (id, _unit, _name, _position) = (next(), next(), next(), next());
        Labelled {
            id: id.to_owned(),
            text: next().to_owned(),
            cluster: next().to_owned(),
            agency: next().to_owned(),
            coordinate: list(next()),
            kind: next().to_owned(),
        }
    })
    .collect()
}

/// The examples written for training: headings `[field + others]`, an opinion a line
/// below. A heading without others says nothing about who coordinates.
pub(crate) fn written() -> Vec<Example> {
    let mut field = "";
    let mut coordinate = "";
    let mut examples = Vec::new();
    for line in include_str!("../../lexicon/routing-examples.txt").lines() {
        let heading = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if let Some(heading) = heading {
            (field, coordinate) = heading.split_once(" + ").unwrap_or((heading, ""));
        } else if !line.is_empty() && !line.starts_with('#') {
            examples.push(Example {
                text: line.to_owned(),
                field: field.to_owned(),
                coordinate: (!coordinate.is_empty()).then(|| list(coordinate)),
                weight: WRITTEN_WEIGHT,
            });
        }
    }
    examples
}

/// The paraphrases: opinions written without the labelled ones, several for an issue. Those of an issue together
/// count [`PARAPHRASED_WEIGHT`] times the square root of their number, so that an issue told at length does not drown
/// the rest.
pub(crate) fn paraphrased() -> Vec<Example> {
    let rows: Vec<[&str; 5]> = PARAPHRASES
        .iter()
        .flat_map(|file| file.lines().skip(1))
        .filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
        .collect();
    let mut sizes: BTreeMap<&str, f32> = BTreeMap::new();
    for [issue, ..] in &rows {
        *sizes.entry(issue).or_default() += 1.0;
    }
    rows.into_iter()
        .map(|[issue, agency, coordinate, _unit, text]| Example {
            text: text.to_owned(),
            field: agency.to_owned(),
            coordinate: Some(list(coordinate)),
            weight: PARAPHRASED_WEIGHT / sizes.get(issue).copied().unwrap_or(1.0).sqrt(),
        })
        .collect()
}

/// The files of paraphrases.
const PARAPHRASES: [&str; 5] = [
    include_str!("../../lexicon/paraphrases/land.tsv"),
    include_str!("../../lexicon/paraphrases/services.tsv"),
    include_str!("../../lexicon/paraphrases/society.tsv"),
    include_str!("../../lexicon/paraphrases/staffing.tsv"),
    include_str!("../../lexicon/paraphrases/works.tsv"),
];

/// How much the only paraphrase of an issue counts against a labelled opinion.
const PARAPHRASED_WEIGHT: f32 = 1.0;

/// How much a written example counts against a labelled opinion.
const WRITTEN_WEIGHT: f32 = 0.7;

/// Divides the scores before they become probabilities; fitted on folds not trained on (the bench prints the best).
pub(crate) const TEMPERATURE: f32 = 1.0;
