//! Opinions as they are compared: one [`Text`] for all opinions that say the same words, with its traits (words,
//! concepts, names) weighed by how rare they are.
//!
//! Traits are compared without tones, so that a slip of the keyboard does not part two texts; what tones tell apart
//! is the business of `conflict`. No pair is looked at here.

use rayon::prelude::*;

use super::conflict::Meaning;
use super::model::Background;
use super::space::{Place, Space};
use crate::lexicon::{Class, ConceptId, Lexicon, Name, NameKind, Reading};
use crate::text::fold;

/// What a trait is. The order is the order of the columns in [`Text::mass`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trait {
    Word,
    Ask,
    Object,
    Beneficiary,
    Policy,
    Problem,
    Name,
    /// An ask that a frame holds, or a wider one.
    FrameAsk,
    /// An object that is asked about, or a wider one.
    FrameObject,
    /// Who is to benefit from an ask, or a wider one.
    FrameBeneficiary,
}

impl Trait {
    pub(super) const ALL: [Self; 10] = [
        Self::Word,
        Self::Ask,
        Self::Object,
        Self::Beneficiary,
        Self::Policy,
        Self::Problem,
        Self::Name,
        Self::FrameAsk,
        Self::FrameObject,
        Self::FrameBeneficiary,
    ];

    /// Its name in the data files.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Ask => "ask",
            Self::Object => "object",
            Self::Beneficiary => "beneficiary",
            Self::Policy => "policy",
            Self::Problem => "problem",
            Self::Name => "name",
            Self::FrameAsk => "frame-ask",
            Self::FrameObject => "frame-object",
            Self::FrameBeneficiary => "frame-beneficiary",
        }
    }

    /// The kind with this name in the data files.
    pub(super) fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// What a trait of this kind counts against a word that is as rare. A concept stands for many wordings and says
    /// more than a word.
    pub(super) fn worth(self) -> f64 {
        match self {
            Self::Word | Self::Name | Self::Ask | Self::Problem | Self::FrameAsk => 1.0,
            Self::Object | Self::Beneficiary | Self::Policy => 2.0,
            Self::FrameObject | Self::FrameBeneficiary => 3.0,
        }
    }

    pub(super) fn of(class: Class) -> Option<Self> {
        match class {
            Class::Ask => Some(Self::Ask),
            Class::Object => Some(Self::Object),
            Class::Beneficiary => Some(Self::Beneficiary),
            Class::Policy => Some(Self::Policy),
            Class::Problem => Some(Self::Problem),
            Class::Institution | Class::Kind => None,
        }
    }
}

/// A sum per kind of trait.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Mass([f64; Trait::ALL.len()]);

impl Mass {
    pub(super) fn of(&self, kind: Trait) -> f64 {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, kind: Trait, weight: f64) {
        if let Some(sum) = self.0.get_mut(kind as usize) {
            *sum += weight;
        }
    }

    pub(super) fn total(&self) -> f64 {
        self.0.iter().sum()
    }
}

/// The words that some opinions share, and what is known of them.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// How it was understood.
    pub(super) reading: &'a Reading,
    /// What it means.
    pub(super) meaning: Meaning,
    /// Where it lies among all that can be asked.
    pub(super) place: Place,
    /// Positions of the opinions that say these words, in their order.
    pub(super) rows: Vec<usize>,
    /// Its traits, the rarest first (positions in [`Traits`]).
    pub(super) traits: Vec<u32>,
    /// Weight of its traits by kind.
    pub(super) mass: Mass,
    /// Weight of all its traits.
    pub(super) total: f64,
    /// What follows each two neighbouring words: the two words and the next (positions in [`Traits`] of
    /// the words), sorted.
    pub(super) follows: Vec<[u32; 3]>,
}

/// All traits, the rarest first.
#[derive(Debug, Default)]
pub(super) struct Traits {
    weights: Vec<(Trait, f64)>,
    keys: Vec<Key>,
    words: Vec<String>,
}

impl Traits {
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// What a trait is and what it weighs.
    pub(super) fn get(&self, id: u32) -> (Trait, f64) {
        self.weights
            .get(id as usize)
            .copied()
            .unwrap_or((Trait::Word, 0.0))
    }

    pub(super) fn kind(&self, id: u32) -> Trait {
        self.get(id).0
    }

    pub(super) fn weight(&self, id: u32) -> f64 {
        self.get(id).1
    }

    /// The trait as words without tones, or the concept's label.
    pub(super) fn show(&self, id: u32, lexicon: &Lexicon) -> String {
        let Some(key) = self.keys.get(id as usize) else {
            return String::new();
        };
        let word = |n: u32| self.words.get(n as usize).map_or("", String::as_str);
        match key.kind {
            Trait::Word | Trait::Name => word(key.of).to_owned(),
            _ => lexicon
                .concepts()
                .get(key.of as usize)
                .map_or_else(String::new, |concept| concept.label.clone()),
        }
    }
}

/// A trait before it has a number: its kind with a word or a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    kind: Trait,
    of: u32,
}

/// How many texts are placed together: as many as stay at hand beside an issue.
const PLACED_TOGETHER: usize = 16;

/// Gathers equal wordings and weighs their traits. `readings` go by opinion.
pub(super) fn gather<'a>(
    readings: &'a [Reading],
    lexicon: &Lexicon,
    background: &Background,
    space: &Space,
) -> (Vec<Text<'a>>, Traits) {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    let words = |row: &usize| readings.get(*row).map(|reading| reading.words.as_slice());
    order.par_sort_by(|a, b| words(a).cmp(&words(b)).then(a.cmp(b)));
    let groups: Vec<&[usize]> = order.chunk_by(|a, b| words(a) == words(b)).collect();
    let spoken: Vec<Spoken<'a>> = groups
        .par_iter()
        .filter_map(|rows| {
            let reading = readings.get(*rows.first()?)?;
            Some(Spoken::of(reading, rows.to_vec()))
        })
        .collect();
    let distinct = distinct(&spoken);
    let vocabulary = vocabulary(&distinct, &spoken, background.words().chain(space.words()));
    let vectors = space.numbered(&vocabulary, lexicon);
    let numbers = Numbers::of(&vocabulary, &distinct);
    let (words, keys): (Vec<Vec<u32>>, Vec<Vec<Key>>) = spoken
        .par_iter()
        .map(|text| {
            let words = numbers.of_words(&text.reading.words);
            let keys = text.keys(&words, &numbers, lexicon);
            (words, keys)
        })
        .unzip();
    let traits = weigh(&keys, vocabulary, lexicon, background);
    let by_key = Lookup::of(traits.keys.iter().copied());
    let places: Vec<Place> = spoken
        .par_chunks(PLACED_TOGETHER)
        .zip(keys.par_chunks(PLACED_TOGETHER))
        .flat_map_iter(|(texts, keys)| {
            let placing = texts.iter().zip(keys);
            vectors.places(placing.map(|(text, keys)| text.placing(keys, &traits.words)))
        })
        .collect();
    let mut texts: Vec<Text<'a>> = spoken
        .into_par_iter()
        .zip(words)
        .zip(keys)
        .zip(places)
        .map(|(((text, words), keys), place)| text.number(&words, &keys, place, &by_key, &traits, lexicon))
        .collect();
    texts.par_sort_by(|a, b| {
        a.total
            .total_cmp(&b.total)
            .then_with(|| a.reading.words.cmp(&b.reading.words))
    });
    (texts, traits)
}

/// A wording on its way to a [`Text`].
struct Spoken<'a> {
    reading: &'a Reading,
    rows: Vec<usize>,
    /// Its names without tones.
    names: Vec<String>,
}

impl<'a> Spoken<'a> {
    fn of(reading: &'a Reading, rows: Vec<usize>) -> Self {
        Self {
            reading,
            rows,
            names: reading
                .names
                .iter()
                .map(|name: &Name| fold(&name.value))
                .collect(),
        }
    }

    /// Its traits, sorted. `words` are the numbers of its words.
    fn keys(&self, words: &[u32], numbers: &Numbers<'_>, lexicon: &Lexicon) -> Vec<Key> {
        let key = |kind, of| Key { kind, of };
        let mut keys: Vec<Key> = words.iter().map(|word| key(Trait::Word, *word)).collect();
        for mention in &self.reading.mentions {
            let kind = |class| Trait::of(class);
            wider(&mut keys, mention.concept, lexicon, kind);
        }
        for frame in &self.reading.frames {
            for (kind, concepts) in [
                (Trait::FrameAsk, &frame.asks),
                (Trait::FrameObject, &frame.objects),
                (Trait::FrameBeneficiary, &frame.beneficiaries),
            ] {
                for concept in concepts {
                    wider(&mut keys, *concept, lexicon, |_| Some(kind));
                }
            }
        }
        let names = numbers.of_words(&self.names).into_iter();
        keys.extend(names.map(|name| key(Trait::Name, name)));
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The traits that tell where the text lies: not the words of proper names, and no numbers.
    fn placing<'k>(&'k self, keys: &'k [Key], words: &'k [String]) -> impl Iterator<Item = Key> + 'k {
        let named = self.named();
        let placing = move |key: &Key| self.places(key, &named, words);
        keys.iter().copied().filter(placing)
    }

    /// The words of the proper names, without the first, which says of what kind the named thing is.
    fn named(&self) -> Vec<&str> {
        let all = self.reading.names.iter().zip(&self.names);
        let things = all.filter(|(name, _)| name.kind != NameKind::Document);
        things.flat_map(|(_, name)| name.split(' ').skip(1)).collect()
    }

    /// Whether a trait tells where the text lies.
    fn places(&self, key: &Key, named: &[&str], words: &[String]) -> bool {
        match key.kind {
            Trait::Name => false,
            Trait::Word => words.get(key.of as usize).is_some_and(|word| {
                !named.contains(&word.as_str()) && !word.chars().any(|c| c.is_ascii_digit())
            }),
            _ => true,
        }
    }

    fn number(
        self,
        words: &[u32],
        keys: &[Key],
        place: Place,
        lookup: &Lookup,
        all: &Traits,
        lexicon: &Lexicon,
    ) -> Text<'a> {
        let mut traits: Vec<u32> = keys
            .iter()
            .filter_map(|key| lookup.find(*key))
            .filter(|id| all.weight(*id) > 0.0)
            .collect();
        traits.sort_unstable();
        let mut mass = Mass::default();
        for id in &traits {
            mass.add(all.kind(*id), all.weight(*id));
        }
        let kind = Trait::Word;
        let word = |of: &u32| lookup.find(Key { kind, of: *of });
        let words: Vec<u32> = words.iter().filter_map(word).collect();
        let mut follows: Vec<[u32; 3]> = words
            .windows(3)
            .filter_map(|three| three.try_into().ok())
            .collect();
        follows.sort_unstable();
        follows.dedup();
        Text {
            reading: self.reading,
            meaning: Meaning::of(self.reading, lexicon),
            place,
            rows: self.rows,
            traits,
            total: mass.total(),
            mass,
            follows,
        }
    }
}

/// Adds a concept and the wider ones it is a kind of.
fn wider(keys: &mut Vec<Key>, concept: ConceptId, lexicon: &Lexicon, kind: impl Fn(Class) -> Option<Trait>) {
    let mut at = Some(concept);
    // The data has no circles; the bound keeps a faulty one from hanging the program.
    for _ in 0..lexicon.concepts().len() {
        let Some(id) = at else { return };
        let Some(concept) = lexicon.concepts().get(usize::from(id.0)) else {
            return;
        };
        keys.extend(kind(concept.class).map(|kind| Key {
            kind,
            of: u32::from(id.0),
        }));
        at = concept.broader;
    }
}

/// Each different word of some texts, in any order, and what it is without tones.
fn distinct<'a>(spoken: &[Spoken<'a>]) -> Vec<(&'a str, String)> {
    let each: Vec<&str> = spoken
        .par_iter()
        .with_min_len(FEW)
        .fold(Distinct::default, |mut words, text| {
            words.0.extend(text.reading.words.iter().map(String::as_str));
            words
        })
        .flat_map_iter(|words| words.0)
        .collect();
    each.into_par_iter().map(|word| (word, fold(word))).collect()
}

/// How many texts are too few to be worth a table of their words.
const FEW: usize = 1_000;

/// Different words.
#[expect(clippy::disallowed_types, reason = "sorted before their order can matter")]
#[derive(Default)]
struct Distinct<'v>(std::collections::HashSet<&'v str>);

/// All words and names without tones, these texts' and the learned ones, sorted: a word's number is its position.
fn vocabulary<'v>(
    distinct: &'v [(&str, String)],
    spoken: &'v [Spoken<'_>],
    learned: impl Iterator<Item = &'v String>,
) -> Vec<String> {
    let words = distinct.iter().map(|(_, folded)| folded);
    let names = spoken.iter().flat_map(|text| &text.names);
    let mut all: Vec<&String> = words.chain(names).chain(learned).collect();
    all.par_sort_unstable();
    all.dedup();
    all.into_iter().cloned().collect()
}

/// The numbers of words, with their tones or without.
#[expect(clippy::disallowed_types, reason = "only looked up, never walked through")]
struct Numbers<'v>(std::collections::HashMap<&'v str, u32>);

impl<'v> Numbers<'v> {
    /// Of a vocabulary, and of words that are in it without their tones.
    fn of(vocabulary: &'v [String], distinct: &[(&'v str, String)]) -> Self {
        let mut numbers = Self(vocabulary.iter().map(String::as_str).zip(0..).collect());
        for (word, folded) in distinct {
            if let Some(number) = numbers.0.get(folded.as_str()).copied() {
                numbers.0.insert(word, number);
            }
        }
        numbers
    }

    /// The numbers of these words, as far as they have one.
    fn of_words(&self, words: &[String]) -> Vec<u32> {
        let number = |word: &String| self.0.get(word.as_str()).copied();
        words.iter().filter_map(number).collect()
    }
}

/// Logarithm of the share of texts from which a trait is so common that sharing it says nothing: one in seven.
pub(super) const COMMON: f64 = 2.0;

/// Numbers the traits from the rarest to the most common and gives each its weight: the logarithm of how few texts
/// have it (inverse document frequency), counted over this run's wordings and the background together, so that a
/// folder of three reports is weighed sensibly too. What is [`COMMON`] weighs nothing and is left out of the texts.
fn weigh(keys: &[Vec<Key>], words: Vec<String>, lexicon: &Lexicon, background: &Background) -> Traits {
    let mut all: Vec<Key> = keys.iter().flatten().copied().collect();
    all.par_sort_unstable();
    let mut known: Vec<(Key, u32)> = background
        .entries()
        .filter_map(|(kind, name, count)| Some((resolve(kind, name, &words, lexicon)?, count)))
        .collect();
    known.sort_unstable();
    let before = |key: &Key| {
        known
            .binary_search_by(|(other, _)| other.cmp(key))
            .ok()
            .and_then(|at| known.get(at))
            .map_or(0, |(_, count)| *count)
    };
    let mut counted: Vec<(u32, Key)> = all
        .chunk_by(|a, b| a == b)
        .filter_map(|same| {
            let key = *same.first()?;
            Some((same.len() as u32 + before(&key), key))
        })
        .collect();
    counted.par_sort_unstable();
    let texts = (keys.len() as u32 + background.texts()) as f64;
    Traits {
        weights: counted
            .iter()
            .map(|(count, key)| {
                let rarity = ((texts + 1.0) / f64::from(*count)).ln() - COMMON;
                (key.kind, key.kind.worth() * rarity.max(0.0))
            })
            .collect(),
        keys: counted.into_iter().map(|(_, key)| key).collect(),
        words,
    }
}

/// The key of a trait from a data file; `None` where no text can have it.
pub(super) fn resolve(kind: Trait, name: &str, words: &[String], lexicon: &Lexicon) -> Option<Key> {
    let word = |word: &str| {
        words
            .binary_search_by(|other| other.as_str().cmp(word))
            .ok()
            .map(|n| n as u32)
    };
    let of = match kind {
        Trait::Word | Trait::Name => word(name)?,
        _ => {
            let mut concepts = lexicon.concepts().iter();
            concepts.position(|concept| concept.name == name)? as u32
        }
    };
    Some(Key { kind, of })
}

/// How many texts of a corpus have each trait, by name; what a background is made of.
pub(super) fn frequencies(readings: &[Reading], lexicon: &Lexicon) -> Vec<(Trait, String, u32)> {
    let (texts, traits) = gather(readings, lexicon, &Background::default(), &Space::default());
    let mut counts = vec![0_u32; traits.len()];
    for id in texts.iter().flat_map(|text| &text.traits) {
        if let Some(count) = counts.get_mut(*id as usize) {
            *count += 1;
        }
    }
    let mut named: Vec<(Trait, String, u32)> = traits
        .keys
        .iter()
        .zip(counts)
        .enumerate()
        .map(|(id, (key, count))| {
            let concept = (!matches!(key.kind, Trait::Word | Trait::Name)).then_some(key.of);
            let shown = concept_name(concept, lexicon).unwrap_or_else(|| traits.show(id as u32, lexicon));
            (key.kind, shown, count)
        })
        .collect();
    named.sort();
    named
}

fn concept_name(at: Option<u32>, lexicon: &Lexicon) -> Option<String> {
    let concept = lexicon.concepts().get(at? as usize)?;
    Some(concept.name.clone())
}

/// For each reading the traits that tell where it lies, by name; what a space is learned from.
pub(super) fn placing_traits(readings: &[Reading], lexicon: &Lexicon) -> Vec<Vec<(Trait, String)>> {
    let spoken: Vec<Spoken<'_>> = readings
        .par_iter()
        .map(|reading| Spoken::of(reading, Vec::new()))
        .collect();
    let distinct = distinct(&spoken);
    let vocabulary = vocabulary(&distinct, &spoken, std::iter::empty());
    let numbers = Numbers::of(&vocabulary, &distinct);
    let named = |key: Key| {
        let name = match key.kind {
            Trait::Word => vocabulary.get(key.of as usize).cloned(),
            _ => concept_name(Some(key.of), lexicon),
        };
        name.map(|name| (key.kind, name))
    };
    spoken
        .par_iter()
        .map(|text| {
            let keys = text.keys(&numbers.of_words(&text.reading.words), &numbers, lexicon);
            text.placing(&keys, &vocabulary).filter_map(named).collect()
        })
        .collect()
}

/// From a key to its position among others. Looked up for every trait of every text, so by kind in a table.
#[derive(Debug)]
pub(super) struct Lookup([Vec<u32>; Trait::ALL.len()]);

impl Lookup {
    /// The positions of keys that are all different.
    pub(super) fn of(keys: impl Iterator<Item = Key>) -> Self {
        let mut tables = [const { Vec::new() }; Trait::ALL.len()];
        for (position, key) in (0..).zip(keys) {
            let of = key.of as usize;
            let Some(table) = tables.get_mut(key.kind as usize) else {
                continue;
            };
            if table.len() <= of {
                table.resize(of + 1, NOWHERE);
            }
            if let Some(place) = table.get_mut(of) {
                *place = position;
            }
        }
        Self(tables)
    }

    pub(super) fn find(&self, key: Key) -> Option<u32> {
        let position = *self.0.get(key.kind as usize)?.get(key.of as usize)?;
        (position != NOWHERE).then_some(position)
    }
}

/// In a [`Lookup`], where there is no such key.
const NOWHERE: u32 = u32::MAX;
