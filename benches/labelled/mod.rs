//! The labelled opinions of `benches/data`, read the way the duplicate search wants them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use doithoai::dedup::Input;
use doithoai::lexicon::{Lexicon, Reading};
use doithoai::model::{AgencyId, ContentKey, GroupCode, Opinion, OpinionId};

/// Labelled opinions, column by column.
#[derive(Debug, Default)]
pub(crate) struct Labelled {
    /// The opinions.
    pub(crate) opinions: Vec<Opinion>,
    /// How each was understood.
    pub(crate) readings: Vec<Reading>,
    /// Their clusters: equal for duplicates.
    pub(crate) clusters: Vec<String>,
    /// Whether the row holds no opinion; merging two such rows is no error.
    pub(crate) none: Vec<bool>,
    /// The agency proposed for each.
    pub(crate) agency: Vec<Option<AgencyId>>,
    codes: BTreeMap<ContentKey, GroupCode>,
}

impl Labelled {
    /// Reads a file with the columns of `benches/data/LABELLING.md`.
    pub(crate) fn read(path: &Path, lexicon: &Lexicon) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let mut all = Self::default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [_, unit, _, _, text, cluster, .., kind] = fields.as_slice() {
                all.push(unit, text, cluster, lexicon);
                let agency = fields.get(6).filter(|agency| !agency.is_empty());
                if let Some(place) = all.agency.last_mut() {
                    *place = agency.map(|agency| AgencyId((*agency).to_owned()));
                }
                if let Some(none) = all.none.last_mut() {
                    *none = *kind == "none";
                }
            }
        }
        all.err_as_routing_does();
        all
    }

    /// Gives every eighth opinion the agency of another: the search gets proposals, and routing is right about seven
    /// times in eight.
    fn err_as_routing_does(&mut self) {
        let labelled = self.agency.clone();
        for (at, place) in self.agency.iter_mut().enumerate().filter(|(at, _)| at % 8 == 5) {
            *place = labelled
                .get((at * 31 + 7) % labelled.len().max(1))
                .cloned()
                .flatten();
        }
    }

    /// Adds one opinion.
    pub(crate) fn push(&mut self, unit: &str, text: &str, cluster: &str, lexicon: &Lexicon) {
        let id = OpinionId(self.opinions.len() as u32 + 1);
        self.opinions.push(Opinion::worded(id, unit, text));
        self.readings.push(lexicon.read(text));
        self.clusters.push(cluster.to_owned());
        self.agency.push(None);
        self.none.push(false);
    }

    /// As input of the search, with no decisions and no codes.
    pub(crate) fn input<'a>(&'a self, lexicon: &'a Lexicon, questions: usize) -> Input<'a> {
        Input {
            opinions: &self.opinions,
            readings: &self.readings,
            lexicon,
            agency: &self.agency,
            decisions: &[],
            codes: &self.codes,
            questions,
        }
    }
}
