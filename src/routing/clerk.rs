//! What the clerk decided earlier. A text whose words are nearly those of a corrected one goes where the clerk sent
//! that one; a similar one is nudged the same way in proportion to how similar it is.

use std::collections::{BTreeMap, BTreeSet};

use super::features::{Kind, Seen};
use crate::model::AgencyId;
use crate::settings;

#[derive(Debug, Default)]
pub(super) struct Clerk {
    corrections: Vec<Correction>,
}

#[derive(Debug)]
struct Correction {
    words: String,
    pairs: BTreeSet<String>,
    agency: AgencyId,
}

impl Clerk {
    pub(super) fn add(&mut self, seen: &Seen, agency: AgencyId) {
        let words = seen.words.join(" ");
        self.corrections.retain(|known| known.words != words);
        self.corrections.push(Correction {
            words,
            pairs: pairs(seen),
            agency,
        });
    }

    /// Follows the nearest correction. Gives the clerk's wording when it decided.
    pub(super) fn adjust(&self, seen: &Seen, agencies: &mut BTreeMap<AgencyId, f64>) -> Option<String> {
        let own = pairs(seen);
        let (alike, nearest) = self
            .corrections
            .iter()
            .map(|known| (alike(&own, &known.pairs), known))
            .filter(|(alike, _)| *alike >= settings::CLERK_NUDGES)
            .max_by(|a, b| a.0.total_cmp(&b.0))?;
        let share = if alike >= settings::CLERK_DECIDES {
            0.99
        } else {
            alike * alike
        };
        for value in agencies.values_mut() {
            *value *= 1.0 - share;
        }
        *agencies.entry(nearest.agency.clone()).or_default() += share;
        (alike >= settings::CLERK_DECIDES).then(|| nearest.words.clone())
    }
}

/// The words in twos and threes, without tones.
fn pairs(seen: &Seen) -> BTreeSet<String> {
    let runs = seen
        .features
        .iter()
        .filter(|feature| feature.kind == Kind::Folded && feature.span.len() < 3);
    runs.map(|feature| feature.name.clone()).collect()
}

/// Dice's coefficient: 0 nothing in common, 1 the same.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a text has few thousand words")]
    let ratio = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    ratio(2 * a.intersection(b).count(), a.len() + b.len())
}
