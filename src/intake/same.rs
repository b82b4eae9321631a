//! Files of one unit that say the same although their bytes differ: the report as Excel and as Word, saved once more
//! under another name, or sent again with what came in later. What all stands in another file counts once.

use super::version::Fate;

/// What a speaker says: who, and what.
pub(crate) type Said = (String, String);

/// The fates with those changed whose file says nothing that another file of the unit does not say, too. `said` gives
/// what the file at a place says, sorted.
pub(crate) fn with_same(fates: Vec<Fate>, said: impl Fn(usize) -> Vec<Said>) -> Vec<Fate> {
    let counted = |fate: &Fate| matches!(fate, Fate::Stands | Fate::Beside(_));
    let all: Vec<Option<Vec<Said>>> = fates
        .iter()
        .enumerate()
        .map(|(at, fate)| counted(fate).then(|| said(at)))
        .collect();
    let holds = |of: usize| {
        let own = all.get(of)?.as_ref().filter(|own| tells(own))?;
        all.iter().enumerate().position(|(at, other)| {
            // Of two that say quite the same, the first one counts.
            let more = |other: &Vec<Said>| other.len() > own.len() || other.len() == own.len() && at < of;
            at != of
                && other
                    .as_ref()
                    .is_some_and(|other| more(other) && includes(other, own))
        })
    };
    let same: Vec<Option<usize>> = (0..fates.len()).map(holds).collect();
    let first =
        (0..fates.len()).find(|at| all.get(*at).is_some_and(Option::is_some) && same.get(*at) == Some(&None));
    let fate = |(at, fate): (usize, Fate)| match (same.get(at).copied().flatten(), fate) {
        (Some(other), _) => Fate::Same(other),
        (None, Fate::Beside(_)) => first
            .filter(|first| *first != at)
            .map_or(Fate::Stands, Fate::Beside),
        (None, fate) => fate,
    };
    fates.into_iter().enumerate().map(fate).collect()
}

/// Whether it can be told that the same is said by the same people: someone is named, or much is said.
fn tells(said: &[Said]) -> bool {
    said.len() > 2 || said.iter().any(|(who, _)| !who.is_empty())
}

/// Whether a sorted list holds all of another one, each as often.
pub(crate) fn includes(all: &[Said], some: &[Said]) -> bool {
    let mut rest = all.iter();
    some.iter().all(|wanted| rest.by_ref().any(|one| one == wanted))
}

/// Whether most of what the shorter of two sorted lists says, and more than one thing, stands in the other one, too.
pub(crate) fn mostly_alike(one: &[Said], other: &[Said]) -> bool {
    let shared = one
        .iter()
        .filter(|said| other.binary_search(said).is_ok())
        .count();
    shared > 1 && shared * 2 > one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fates(files: &[&[&str]], fates: &[Fate]) -> Vec<Fate> {
        with_same(fates.to_vec(), |at| {
            files[at]
                .iter()
                .map(|text| ("ma văn hòa".to_owned(), (*text).to_owned()))
                .collect()
        })
    }

    #[test]
    fn what_another_file_says_in_full_counts_once() {
        use Fate::{Beside, Continues, Same, Stands};
        for (files, before, after) in [
            (
                &[&["a", "b"][..], &["a", "b"]][..],
                vec![Stands, Beside(0)],
                vec![Stands, Same(0)],
            ),
            (
                &[&["a"], &["a", "b"]],
                vec![Stands, Beside(0)],
                vec![Same(1), Stands],
            ),
            (
                &[&["a", "b"], &["a", "c"]],
                vec![Stands, Beside(0)],
                vec![Stands, Beside(0)],
            ),
            (
                &[&["a"], &["a", "a"]],
                vec![Stands, Beside(0)],
                vec![Same(1), Stands],
            ),
            (&[&[], &["a"]], vec![Stands, Beside(0)], vec![Stands, Beside(0)]),
            (
                &[&["a"], &["a"]],
                vec![Stands, Continues(0)],
                vec![Stands, Continues(0)],
            ),
            (
                &[&["a"], &["a", "b"], &["c"]],
                vec![Stands, Beside(0), Beside(0)],
                vec![Same(1), Stands, Beside(1)],
            ),
        ] {
            assert_eq!(fates(files, &before), after, "{files:?}");
        }
    }

    #[test]
    fn one_short_text_of_nobody_may_be_said_by_two() {
        let nobody = |_| vec![(String::new(), "sửa đường".to_owned())];
        let before = vec![Fate::Stands, Fate::Beside(0)];
        assert_eq!(with_same(before.clone(), nobody), before);
    }
}
