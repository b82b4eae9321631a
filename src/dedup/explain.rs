//! Evidence for a person: the same measures that decided, as signals that add up, with the words they stand on; and
//! the choice of the opinion whose wording stands for a group.

use super::Search;
use super::conflict;
use super::features::{Feature, Features, Shared, common};
use super::stars::{Links, Star};
use super::texts::{Text, Trait};
use crate::model::{Evidence, Signal, SignalKind, Verdict, Veto, probability};
use crate::settings;

/// Most words that one signal shows.
const SHOWN: usize = 8;

/// Compares two opinions for a person; `None` when there are no such opinions.
pub(super) fn pair(search: &Search<'_>, a: usize, b: usize) -> Option<Evidence> {
    let (ta, tb) = (text_of(search, a)?, text_of(search, b)?);
    let around = search.origins.around(&[a], &[b]);
    let shared = Shared::of(ta, tb, &search.traits);
    let (features, conflicts) = search.measure(ta, tb, &shared, around);
    let name = |row: usize| {
        search
            .input
            .opinions
            .get(row)
            .map_or("", |opinion| opinion.unit.name.as_str())
    };
    let units = (name(a), name(b));
    let mut vetoes = conflict::describe(ta, tb, conflicts, search.input.lexicon, units);
    if vetoes.is_empty() && search.replaced(ta, tb, &features) {
        let (_, in_a, in_b) = conflict::replaced(ta, tb, &search.traits);
        vetoes.push(Veto::Object {
            a: as_written(search, ta, &in_a),
            b: as_written(search, tb, &in_b),
        });
    }
    if clerk(search, a, b) == Some(Verdict::Different) {
        vetoes.push(Veto::Clerk);
    }
    Some(Evidence {
        score: probability(features.log_odds(&search.weights)),
        signals: signals(search, ta, tb, &features),
        vetoes,
    })
}

/// Why an opinion is in the group of a head.
pub(super) fn member(search: &Search<'_>, head: usize, row: usize) -> Evidence {
    let same_words = text_of(search, head)
        .zip(text_of(search, row))
        .is_some_and(|(a, b)| std::ptr::eq(a, b));
    let mut evidence = if same_words {
        sure(SignalKind::SameWords, settings::SAME_WORDS)
    } else {
        pair(search, head, row).unwrap_or_else(|| sure(SignalKind::Prior, 0.0))
    };
    if clerk(search, head, row) == Some(Verdict::Same) {
        let sum: f64 = evidence.signals.iter().map(|signal| signal.weight).sum();
        let weight = settings::CLERK - sum;
        evidence.signals.push(Signal {
            kind: SignalKind::Clerk,
            weight,
            detail: String::new(),
        });
        evidence.score = probability(settings::CLERK);
        evidence.vetoes.clear();
    }
    evidence
}

fn sure(kind: SignalKind, weight: f64) -> Evidence {
    Evidence {
        signals: vec![Signal {
            kind,
            weight,
            detail: String::new(),
        }],
        vetoes: Vec::new(),
        score: probability(weight),
    }
}

/// What the clerk's decisions say about two opinions, directly or because it follows.
fn clerk(search: &Search<'_>, a: usize, b: usize) -> Option<Verdict> {
    let block = |row| {
        search
            .nodes
            .of_row(row)
            .map(|node| (node, search.decided.block(node)))
    };
    let ((na, a), (nb, b)) = (block(a)?, block(b)?);
    if na != nb && a == b {
        Some(Verdict::Same)
    } else {
        search.decided.are_different(a, b).then_some(Verdict::Different)
    }
}

fn text_of<'s, 'a>(search: &'s Search<'a>, row: usize) -> Option<&'s Text<'a>> {
    let node = search.nodes.get(search.nodes.of_row(row)?)?;
    search.texts.get(node.text as usize)
}

/// One signal per kind: the sum of its features' shares, with what they stand on.
fn signals(search: &Search<'_>, a: &Text<'_>, b: &Text<'_>, features: &Features) -> Vec<Signal> {
    let weights = &search.model.weights;
    let mut sums: std::collections::BTreeMap<SignalKind, f64> = std::collections::BTreeMap::new();
    for feature in Feature::ALL {
        let part = weights.of(feature) * features.of(feature);
        if part != 0.0 {
            *sums.entry(feature.signal()).or_default() += part;
        }
    }
    let mut signals: Vec<Signal> = sums
        .into_iter()
        .map(|(kind, weight)| Signal {
            kind,
            weight,
            detail: detail(search, a, b, kind),
        })
        .collect();
    signals.push(Signal {
        kind: SignalKind::Prior,
        weight: weights.prior,
        detail: String::new(),
    });
    signals
}

fn detail(search: &Search<'_>, a: &Text<'_>, b: &Text<'_>, kind: SignalKind) -> String {
    let wanted = match kind {
        SignalKind::SharedWords => return shared_words(search, a, b),
        SignalKind::Ask => Trait::Ask,
        SignalKind::Object => Trait::Object,
        SignalKind::Beneficiary => Trait::Beneficiary,
        SignalKind::Policy => Trait::Policy,
        SignalKind::Problem => Trait::Problem,
        SignalKind::Name => Trait::Name,
        _ => return String::new(),
    };
    let shown: Vec<String> = common(&a.traits, &b.traits)
        .into_iter()
        .filter(|id| search.traits.kind(*id) == wanted)
        .take(SHOWN)
        .map(|id| search.traits.show(id, search.input.lexicon))
        .collect();
    shown.join(", ")
}

/// The rarest words that both have, as the first text writes them.
fn shared_words(search: &Search<'_>, a: &Text<'_>, b: &Text<'_>) -> String {
    let rare: Vec<u32> = common(&a.traits, &b.traits)
        .into_iter()
        .filter(|id| search.traits.kind(*id) == Trait::Word)
        .take(SHOWN)
        .collect();
    as_written(search, a, &rare)
}

/// Words as a text writes them, with their tones and in its order.
fn as_written(search: &Search<'_>, text: &Text<'_>, words: &[u32]) -> String {
    let folded: Vec<String> = words
        .iter()
        .map(|id| search.traits.show(*id, search.input.lexicon))
        .collect();
    let mut shown: Vec<&str> = Vec::new();
    for word in &text.reading.words {
        if folded.contains(&crate::text::fold(word)) && !shown.contains(&word.as_str()) {
            shown.push(word);
        }
    }
    shown.join(" ")
}

/// The opinion that stands for a star. Only a wording that every member was compared with can be chosen: the centre's,
/// or one that matches all the others as well. Of these, the best [`quality`]; then the first unit by name.
pub(super) fn head(
    search: &Search<'_>,
    star: &Star,
    links: &Links<'_>,
    rows: &impl Fn(&u32) -> Vec<usize>,
) -> Option<usize> {
    let matches_all = |block: &u32| {
        star.blocks
            .iter()
            .all(|other| other == block || links.score(*block, *other).is_some())
    };
    let centre = star.blocks.first();
    star.blocks
        .iter()
        .filter(|block| Some(*block) == centre || matches_all(block))
        .flat_map(rows)
        .filter_map(|row| Some((row, search.input.opinions.get(row)?, text_of(search, row)?)))
        .max_by(|(_, x, tx), (_, y, ty)| {
            quality(search, tx, x)
                .cmp(&quality(search, ty, y))
                .then_with(|| y.unit.name.cmp(&x.unit.name))
                .then_with(|| y.readable().cmp(x.readable()))
                .then_with(|| y.id.cmp(&x.id))
        })
        .map(|(row, ..)| row)
}

/// How well a wording can stand for others: written with tones, in small letters, as a full sentence, without the
/// name of one hamlet or commune, and long enough to be complete without being a story.
fn quality(
    search: &Search<'_>,
    text: &Text<'_>,
    opinion: &crate::model::Opinion,
) -> (bool, bool, bool, usize) {
    let readable = opinion.readable();
    let letters = readable.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = readable.chars().filter(|c| c.is_uppercase()).count();
    let general = !text
        .traits
        .iter()
        .any(|id| search.traits.kind(*id) == Trait::Name);
    let length = text.reading.words.len();
    let complete = length.min(settings::HEAD_WORDS);
    let story = length.saturating_sub(settings::HEAD_WORDS);
    (
        !text.reading.toneless,
        capitals * 2 <= letters,
        general,
        complete.saturating_sub(story / 2),
    )
}
