//! Agencies named by their official name, their abbreviation, or the name of a body whose work they took over.

use crate::plan::Plan;
use crate::text::{fold, strict_key};

/// A name of an agency of the plan.
#[derive(Debug)]
struct Name {
    /// Its words without tones, a space before and after.
    words: String,
    /// Whether it can only be meant as an agency. "UBND xã" and "BHXH" stand in texts for many other reasons.
    department: bool,
    /// The fields (numbers in the model) that the agency answers for.
    fields: Vec<usize>,
}

/// The names of a plan's agencies.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<Name>);

impl Names {
    pub(super) fn new(plan: &Plan, fields: &[String]) -> Self {
        let mut names = Vec::new();
        for agency in &plan.agencies {
            let known = fields.iter().enumerate();
            let own: Vec<usize> = known
                .filter(|(_, field)| agency.fields.contains(field))
                .map(|(at, _)| at)
                .collect();
            for name in std::iter::once(&agency.name).chain(&agency.aliases) {
                let words = padded(name);
                names.push(Name {
                    department: words.starts_with(" so ") || words.starts_with(" ban "),
                    words,
                    fields: own.clone(),
                });
            }
        }
        Self(names)
    }

    /// The fields of the agencies that a text names, each once; of departments only, or of all.
    pub(super) fn find(&self, text: &str, departments_only: bool) -> Vec<usize> {
        let text = padded(text);
        let named = self.0.iter().filter(|name| name.department || !departments_only);
        let mut fields: Vec<usize> = named
            .filter(|name| text.contains(&name.words))
            .flat_map(|name| name.fields.iter().copied())
            .collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

fn padded(text: &str) -> String {
    format!(" {} ", fold(&strict_key(text)))
}
