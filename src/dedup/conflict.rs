//! Differences that forbid merging whatever the score: another object or place, another number, an opposite ask, a
//! negation, another beneficiary, one ask against several, tones. They come from the meaning of the texts, never from
//! a score.
//!
//! Some keep two opinions apart for good; the others leave them to the clerk ([`Conflicts::apart`]).

use super::features::Around;
use super::texts::Text;
use crate::lexicon::{ConceptId, Lexicon, Name, NameKind, Quantity, Reading};
use crate::model::Veto;
use crate::text::fold;

/// One kind of difference (or, for numbers, of agreement) between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conflict {
    /// Both name things or places, and none in common.
    Name,
    /// One names a thing or place, the other does not.
    NameOneSided,
    /// Names that differ in tones or a letter only.
    NameSpelling,
    /// Something of which each commune has its own, from two units.
    Unit,
    /// Both ask for an amount, and not for the same.
    Number,
    /// One asks for an amount.
    NumberOneSided,
    /// An amount is the same.
    NumberAgrees,
    /// Opposite asks.
    Opposite,
    /// A negation on one side.
    Negation,
    /// Other beneficiaries.
    Beneficiary,
    /// Another number of asks.
    Asks,
    /// One of the texts has no tones.
    Toneless,
}

/// The differences of a pair.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Conflicts(u16);

impl Conflicts {
    pub(super) fn has(self, conflict: Conflict) -> bool {
        self.0 & (1 << conflict as u16) != 0
    }

    fn add(&mut self, conflict: Conflict, found: bool) {
        self.0 |= u16::from(found) << conflict as u16;
    }

    /// Whether anything forbids merging.
    pub(super) fn forbid(self) -> bool {
        VETOES.into_iter().any(|conflict| self.has(conflict))
    }

    /// Whether the two are apart without a question.
    pub(super) fn apart(self) -> bool {
        APART.into_iter().any(|conflict| self.has(conflict))
    }
}

/// Differences that forbid merging.
const VETOES: [Conflict; 10] = [
    Conflict::Name,
    Conflict::NameOneSided,
    Conflict::NameSpelling,
    Conflict::Unit,
    Conflict::Number,
    Conflict::NumberOneSided,
    Conflict::Opposite,
    Conflict::Negation,
    Conflict::Beneficiary,
    Conflict::Asks,
];

/// Differences that leave no question: two named things are two things, whatever else is said of them.
const APART: [Conflict; 2] = [Conflict::Name, Conflict::Opposite];

/// Compares two texts.
pub(super) fn between(a: &Text<'_>, b: &Text<'_>, around: Around, lexicon: &Lexicon) -> Conflicts {
    let mut found = Conflicts::default();
    let (ra, rb) = (a.reading, b.reading);
    names(&mut found, ra, rb, around, lexicon);
    numbers(&mut found, ra, rb);
    found.add(Conflict::Opposite, opposite(ra, rb, lexicon).is_some());
    found.add(Conflict::Negation, negation(ra, rb).is_some());
    found.add(Conflict::Beneficiary, beneficiaries(ra, rb, lexicon).is_some());
    found.add(Conflict::Asks, asks(ra, rb).is_some());
    found.add(Conflict::Toneless, ra.toneless != rb.toneless);
    found
}

fn names(found: &mut Conflicts, a: &Reading, b: &Reading, around: Around, lexicon: &Lexicon) {
    let (na, nb) = (places(a), places(b));
    let agree = na.iter().any(|name| nb.contains(name));
    let alike = na.iter().any(|name| nb.iter().any(|other| spelling(name, other)));
    found.add(
        Conflict::Name,
        !na.is_empty() && !nb.is_empty() && !agree && !alike,
    );
    found.add(Conflict::NameOneSided, na.is_empty() != nb.is_empty());
    found.add(Conflict::NameSpelling, !agree && alike);
    let wide = |name: &&&Name| matches!(name.kind, NameKind::Road | NameKind::Thing);
    let same_thing = na.iter().filter(wide).any(|name| nb.contains(name));
    let own = |reading: &Reading| is_local(reading, lexicon) || !places(reading).is_empty();
    found.add(
        Conflict::Unit,
        !around.same_unit && own(a) && own(b) && !same_thing,
    );
}

/// Names of things and places; a legal document is a policy, not a place.
fn places(reading: &Reading) -> Vec<&Name> {
    reading
        .names
        .iter()
        .filter(|name| name.kind != NameKind::Document)
        .collect()
}

/// Whether two names may be one name heard or typed otherwise.
fn spelling(a: &Name, b: &Name) -> bool {
    let number = |name: &Name| name.value.contains(|c: char| c.is_ascii_digit());
    a.kind == b.kind
        && a.value != b.value
        && !number(a)
        && !number(b)
        && strsim::damerau_levenshtein(&fold(&a.value), &fold(&b.value)) <= 1
}

/// Whether the text speaks of something of which each commune has its own.
fn is_local(reading: &Reading, lexicon: &Lexicon) -> bool {
    reading.mentions.iter().any(|mention| {
        lexicon
            .concepts()
            .get(usize::from(mention.concept.0))
            .is_some_and(|concept| concept.local)
    })
}

fn numbers(found: &mut Conflicts, a: &Reading, b: &Reading) {
    let (qa, qb) = (asked(a), asked(b));
    let agree = qa.iter().any(|q| qb.iter().any(|other| other.value == q.value));
    found.add(Conflict::Number, !qa.is_empty() && !qb.is_empty() && !agree);
    found.add(Conflict::NumberOneSided, qa.is_empty() != qb.is_empty());
    found.add(Conflict::NumberAgrees, agree);
}

fn asked(reading: &Reading) -> Vec<&Quantity> {
    reading
        .quantities
        .iter()
        .filter(|quantity| quantity.asked)
        .collect()
}

/// The asks of the two that exclude each other.
fn opposite(a: &Reading, b: &Reading, lexicon: &Lexicon) -> Option<(ConceptId, ConceptId)> {
    let asks = |reading: &Reading| -> Vec<ConceptId> {
        let mut asks: Vec<ConceptId> = reading
            .frames
            .iter()
            .flat_map(|frame| frame.asks.clone())
            .collect();
        asks.sort_unstable();
        asks.dedup();
        asks
    };
    let (asked_a, asked_b) = (asks(a), asks(b));
    let excludes = |x: &ConceptId, y: &ConceptId| {
        lexicon
            .concepts()
            .get(usize::from(x.0))
            .is_some_and(|concept| concept.opposites.contains(y))
    };
    asked_a.iter().find_map(|x| {
        let y = asked_b.iter().find(|y| excludes(x, y) || excludes(y, x))?;
        // A text that holds both sides ("bỏ cái cũ, giữ cái mới") does not oppose one of them.
        let mixed = asked_a.contains(y) || asked_b.contains(x);
        (!mixed).then_some((*x, *y))
    })
}

fn negation(a: &Reading, b: &Reading) -> Option<()> {
    let negated = |reading: &Reading| reading.frames.iter().any(|frame| frame.negated);
    (!a.frames.is_empty() && !b.frames.is_empty() && negated(a) != negated(b)).then_some(())
}

/// The beneficiaries of both, where both name some and none in common, not even one kind of another.
fn beneficiaries(a: &Reading, b: &Reading, lexicon: &Lexicon) -> Option<(Vec<ConceptId>, Vec<ConceptId>)> {
    let of = |reading: &Reading| -> Vec<ConceptId> {
        let mut all: Vec<ConceptId> = reading
            .frames
            .iter()
            .flat_map(|frame| frame.beneficiaries.clone())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (ba, bb) = (of(a), of(b));
    let related = ba.iter().any(|x| {
        bb.iter()
            .any(|y| is_kind_of(*x, *y, lexicon) || is_kind_of(*y, *x, lexicon))
    });
    (!ba.is_empty() && !bb.is_empty() && !related).then_some((ba, bb))
}

fn is_kind_of(narrow: ConceptId, wide: ConceptId, lexicon: &Lexicon) -> bool {
    let mut at = Some(narrow);
    // The data has no circles; the bound keeps a faulty one from hanging the program.
    for _ in 0..lexicon.concepts().len() {
        match at {
            Some(concept) if concept == wide => return true,
            Some(concept) => {
                at = lexicon
                    .concepts()
                    .get(usize::from(concept.0))
                    .and_then(|concept| concept.broader);
            }
            None => return false,
        }
    }
    false
}

/// How many asks each has, where the two differ.
fn asks(a: &Reading, b: &Reading) -> Option<(u32, u32)> {
    let (na, nb) = (a.frames.len() as u32, b.frames.len() as u32);
    (na > 0 && nb > 0 && na != nb).then_some((na, nb))
}

/// The differences in words, for a person.
pub(super) fn describe(
    a: &Text<'_>,
    b: &Text<'_>,
    found: Conflicts,
    lexicon: &Lexicon,
    units: (&str, &str),
) -> Vec<Veto> {
    let (ra, rb) = (a.reading, b.reading);
    let label = |id: ConceptId| {
        lexicon
            .concepts()
            .get(usize::from(id.0))
            .map_or("", |concept| concept.label.as_str())
            .to_owned()
    };
    let mut vetoes = Vec::new();
    if found.has(Conflict::Name) || found.has(Conflict::NameOneSided) {
        vetoes.push(Veto::Object {
            a: list(&places(ra)),
            b: list(&places(rb)),
        });
    }
    if found.has(Conflict::NameSpelling) {
        vetoes.push(Veto::Tone {
            a: list(&places(ra)),
            b: list(&places(rb)),
        });
    }
    if found.has(Conflict::Unit) && !found.has(Conflict::Name) {
        vetoes.push(Veto::Object {
            a: units.0.to_owned(),
            b: units.1.to_owned(),
        });
    }
    if found.has(Conflict::Number) || found.has(Conflict::NumberOneSided) {
        vetoes.push(Veto::Number {
            a: amounts(&asked(ra)),
            b: amounts(&asked(rb)),
        });
    }
    if let Some((x, y)) = opposite(ra, rb, lexicon) {
        vetoes.push(Veto::Ask {
            a: label(x),
            b: label(y),
        });
    }
    if negation(ra, rb).is_some() {
        vetoes.push(Veto::Negation {
            words: "không".to_owned(),
        });
    }
    if let Some((x, y)) = beneficiaries(ra, rb, lexicon) {
        let labels = |ids: Vec<ConceptId>| ids.into_iter().map(label).collect::<Vec<_>>().join(", ");
        vetoes.push(Veto::Beneficiary {
            a: labels(x),
            b: labels(y),
        });
    }
    if let Some((x, y)) = asks(ra, rb) {
        vetoes.push(Veto::Asks { a: x, b: y });
    }
    if found.has(Conflict::Toneless) {
        let words = |reading: &Reading| {
            reading
                .words
                .iter()
                .take(6)
                .cloned()
                .collect::<Vec<_>>()
                .join(" ")
        };
        vetoes.push(Veto::Tone {
            a: words(ra),
            b: words(rb),
        });
    }
    vetoes
}

fn list(names: &[&Name]) -> String {
    names
        .iter()
        .map(|name| name.value.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn amounts(quantities: &[&Quantity]) -> String {
    let show = |quantity: &&Quantity| match &quantity.unit {
        Some(unit) => format!("{} {unit}", quantity.value),
        None => quantity.value.clone(),
    };
    quantities.iter().map(show).collect::<Vec<_>>().join(", ")
}
