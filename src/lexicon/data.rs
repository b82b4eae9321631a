//! The files of the vocabulary: how they are written, and what they become in memory.
//!
//! A form is written as it stands in a report. `(a|b)` stands for either, `[x]` may be left out, so that one line holds
//! many wordings: `[mức] (phụ cấp|trợ cấp)`. docs/LEXICON.md tells the whole of it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Class, Concept, ConceptId};

/// The files, in the order in which their concepts are numbered.
pub(super) const FILES: &[(&str, &str)] = &[
    ("asks", include_str!("../../lexicon/asks.toml")),
    ("people", include_str!("../../lexicon/people.toml")),
    ("problems", include_str!("../../lexicon/problems.toml")),
    ("policies", include_str!("../../lexicon/policies.toml")),
    ("kinds", include_str!("../../lexicon/kinds.toml")),
    ("institutions", include_str!("../../lexicon/institutions.toml")),
    ("objects-land", include_str!("../../lexicon/objects-land.toml")),
    ("objects-works", include_str!("../../lexicon/objects-works.toml")),
    (
        "objects-government",
        include_str!("../../lexicon/objects-government.toml"),
    ),
    (
        "objects-society",
        include_str!("../../lexicon/objects-society.toml"),
    ),
    (
        "objects-economy",
        include_str!("../../lexicon/objects-economy.toml"),
    ),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    concept: Vec<Entry>,
}

/// A concept as it is written in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    class: Class,
    label: String,
    broader: Option<String>,
    #[serde(default)]
    opposites: Vec<String>,
    #[serde(default)]
    local: bool,
    /// For an ask: what its negation asks for ("không sáp nhập" asks to keep).
    negation: Option<String>,
    /// For an ask: it says only that something be done.
    #[serde(default)]
    weak: bool,
    /// For an ask: it names a means.
    #[serde(default)]
    means: bool,
    /// For an ask: what is asked for is settled for all communes alike.
    #[serde(default)]
    general: bool,
    /// For a problem: the ask that a text means when it says no more than the problem. For an ask: the object it is
    /// about when it names none.
    implies: Option<String>,
    forms: Vec<String>,
    /// Wordings that hold a form and mean something else.
    #[serde(default)]
    not: Vec<String>,
    /// One-syllable forms that are known without tones too.
    #[serde(default)]
    toneless: Vec<String>,
}

/// A wording of a concept, in words of a key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    pub(super) concept: ConceptId,
    /// A wording that the concept does not have: it hides the shorter wordings inside it.
    pub(super) hides: bool,
    /// Known without tones even when it is one syllable.
    pub(super) toneless: bool,
}

/// The concepts and their wordings.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) concepts: Vec<Concept>,
    pub(super) forms: Vec<Form>,
    /// What is wrong in the files, for the test that reads them.
    pub(super) faults: Vec<String>,
}

/// Reads the files that are compiled in. What is faulty is left out and named in [`Vocabulary::faults`]; a test
/// keeps that list empty.
pub(super) fn load() -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut entries = Vec::new();
    for (name, text) in FILES {
        match toml::from_str::<File>(text) {
            Ok(file) => entries.extend(file.concept),
            Err(error) => vocabulary.faults.push(format!("{name}: {error}")),
        }
    }
    let mut ids: BTreeMap<&str, ConceptId> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let id = ConceptId(u16::try_from(at).unwrap_or(u16::MAX));
        if ids.insert(&entry.name, id).is_some() {
            vocabulary.faults.push(format!("{}: named twice", entry.name));
        }
    }
    for entry in &entries {
        let Some(&id) = ids.get(entry.name.as_str()) else {
            continue;
        };
        let concept = concept(entry, &ids, &mut vocabulary.faults);
        vocabulary.concepts.push(concept);
        for (list, hides, toneless) in [
            (&entry.forms, false, false),
            (&entry.not, true, false),
            (&entry.toneless, false, true),
        ] {
            for written in list {
                add_forms(written, (id, hides, toneless), &mut vocabulary);
            }
        }
    }
    vocabulary.forms.sort();
    vocabulary.forms.dedup();
    vocabulary
}

fn concept(entry: &Entry, ids: &BTreeMap<&str, ConceptId>, faults: &mut Vec<String>) -> Concept {
    let mut find = |name: &str| {
        let id = ids.get(name).copied();
        if id.is_none() {
            faults.push(format!("{}: there is no concept {name}", entry.name));
        }
        id
    };
    Concept {
        name: entry.name.clone(),
        class: entry.class,
        label: entry.label.clone(),
        broader: entry.broader.as_deref().and_then(&mut find),
        opposites: entry.opposites.iter().filter_map(|name| find(name)).collect(),
        local: entry.local,
        negation: entry.negation.as_deref().and_then(&mut find),
        implies: entry.implies.as_deref().and_then(&mut find),
        weak: entry.weak,
        means: entry.means,
        general: entry.general,
    }
}

fn add_forms(
    written: &str,
    (concept, hides, toneless): (ConceptId, bool, bool),
    vocabulary: &mut Vocabulary,
) {
    let Some(wordings) = expand(written) else {
        vocabulary
            .faults
            .push(format!("brackets do not match: {written}"));
        return;
    };
    for wording in wordings {
        let words: Vec<String> = crate::text::tokens(&wording)
            .into_iter()
            .map(|t| t.word)
            .collect();
        if words.is_empty() {
            vocabulary.faults.push(format!("no words: {written}"));
        } else {
            vocabulary.forms.push(Form {
                words,
                concept,
                hides,
                toneless,
            });
        }
    }
}

/// All wordings of a written form; `None` when its brackets do not match. Brackets do not nest.
pub(super) fn expand(written: &str) -> Option<Vec<String>> {
    let mut out = vec![String::new()];
    let mut rest = written;
    while let Some(open) = rest.find(['(', '[']) {
        let (before, from) = rest.split_at(open);
        let close = if from.starts_with('(') { ')' } else { ']' };
        let inner = from.get(1..from.find(close)?)?;
        if inner.contains(['(', '[']) {
            return None;
        }
        let optional = (close == ']').then_some("");
        let choices: Vec<&str> = inner.split('|').chain(optional).collect();
        out = out
            .iter()
            .flat_map(|head| {
                choices
                    .iter()
                    .map(move |choice| format!("{head}{before}{choice}"))
            })
            .collect();
        rest = from.get(inner.len() + 2..)?;
    }
    for head in &mut out {
        head.push_str(rest);
    }
    (!rest.contains([')', ']'])).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_form_stands_for_all_its_wordings() {
        for (written, wordings) in [
            ("sổ đỏ", Some(vec!["sổ đỏ"])),
            ("(sổ|bìa) đỏ", Some(vec!["sổ đỏ", "bìa đỏ"])),
            ("[mức] phụ cấp", Some(vec!["mức phụ cấp", " phụ cấp"])),
            (
                "(a|b) c [d|e]",
                Some(vec!["a c d", "a c e", "a c ", "b c d", "b c e", "b c "]),
            ),
            ("(a", None),
            ("a)", None),
            ("(a [b])", None),
        ] {
            let wordings = wordings.map(|list| list.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(expand(written), wordings, "{written}");
        }
    }

    #[test]
    fn the_files_are_well_formed_and_their_references_exist() {
        let vocabulary = load();
        assert_eq!(vocabulary.faults, Vec::<String>::new());
    }

    #[test]
    fn a_broader_concept_has_the_same_class_and_no_ring_closes() {
        let concepts = load().concepts;
        for concept in &concepts {
            let mut at = concept.broader;
            let mut steps = 0;
            while let Some(id) = at {
                let wider = &concepts[usize::from(id.0)];
                assert_eq!(wider.class, concept.class, "{} in {}", concept.name, wider.name);
                steps += 1;
                assert!(steps < 8, "{}: broader closes a ring", concept.name);
                at = wider.broader;
            }
        }
    }

    #[test]
    fn a_problem_implies_an_ask_and_an_ask_implies_an_object() {
        let concepts = load().concepts;
        for concept in &concepts {
            let Some(implied) = concept.implies.map(|id| &concepts[usize::from(id.0)]) else {
                continue;
            };
            let fits = matches!(
                (concept.class, implied.class),
                (Class::Problem, Class::Ask) | (Class::Ask, Class::Object)
            );
            assert!(fits, "{} implies {}", concept.name, implied.name);
        }
    }

    #[test]
    fn opposites_are_opposites_of_each_other() {
        let concepts = load().concepts;
        for (at, concept) in concepts.iter().enumerate() {
            for other in &concept.opposites {
                let back = &concepts[usize::from(other.0)];
                assert!(
                    back.opposites.iter().any(|id| usize::from(id.0) == at),
                    "{} / {}",
                    concept.name,
                    back.name
                );
            }
        }
    }
}
