//! TOML to the shapes of a file by serde, telling every unknown key instead of the first one only.
//!
//! serde stops at an unknown key. Its place is then exactly that of a key of the text, so the key is noted, left out, and the
//! rest is read again: what else is wrong comes to light in the same run.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::problem::{Place, Problem, ProblemKind};
use crate::settings;

/// Reads `text`. Together with the value come the unknown keys, which are left out of it.
///
/// # Errors
/// What keeps the text from being read at all, after the unknown keys.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let (mut table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|error| problem(text, error)).collect());
    }
    let mut problems = Vec::new();
    loop {
        let error = match T::deserialize(Deserializer::from(table.clone())) {
            Ok(value) => return Ok((value, problems)),
            Err(error) => error,
        };
        let key = error.span().and_then(|span| remove(table.get_mut(), &span));
        let mut found = problem(text, &error);
        let Some(key) = key else {
            problems.push(found);
            return Err(problems);
        };
        found.kind = ProblemKind::UnknownKey(key, error.message().to_owned());
        problems.push(found);
        if problems.len() >= settings::UNKNOWN_KEYS_TOLD {
            return Err(problems);
        }
    }
}

fn problem(text: &str, error: &Error) -> Problem {
    Problem {
        at: Place::of(text, error.span().map_or(0, |span| span.start)),
        kind: ProblemKind::Toml(error.message().to_owned()),
    }
}

/// Takes the key that stands at `span` out of the table, or out of one below it; gives its name.
fn remove(table: &mut DeTable<'_>, span: &Range<usize>) -> Option<String> {
    let key = table.keys().find(|key| key.span() == *span).cloned();
    if let Some(key) = key {
        table.remove(&key);
        return Some(key.into_inner().into_owned());
    }
    table.iter_mut().find_map(|(_, value)| remove_below(value, span))
}

fn remove_below(value: &mut Spanned<DeValue<'_>>, span: &Range<usize>) -> Option<String> {
    match value.get_mut() {
        DeValue::Table(table) => remove(table, span),
        DeValue::Array(array) => array.iter_mut().find_map(|value| remove_below(value, span)),
        _ => None,
    }
}
