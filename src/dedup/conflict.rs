//! Differences that forbid merging whatever the score: another object or place, another number, an opposite or plainly
//! different ask, a negation, another beneficiary, one ask against several, tones. They come from the meaning of the
//! texts, never from a score.
//!
//! Some keep two opinions apart for good; the others leave them to the clerk ([`Conflicts::apart`]).

use super::features::Around;
use super::texts::{Text, Traits};
use crate::lexicon::{Class, ConceptId, Frame, Lexicon, Name, NameKind, Quantity, Reading};
use crate::model::Veto;
use crate::text::fold;

/// One kind of difference (or, for numbers, of agreement) between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conflict {
    /// Both name things or places of a kind, and none in common.
    Name,
    /// One names a thing or place of a kind, the other does not, and which one it is matters.
    NameOneSided,
    /// Names that differ in tones or a letter only.
    NameSpelling,
    /// Something of which each commune has its own, from two units.
    Unit,
    /// Both ask for an amount, and not for the same.
    Number,
    /// One asks for an amount, and not for what only describes it.
    NumberOneSided,
    /// An amount is the same.
    NumberAgrees,
    /// Opposite asks.
    Opposite,
    /// Policies that have nothing in common.
    Policy,
    /// Other members of one family: other school subjects, crops, procedures.
    Kind,
    /// A negation on one side.
    Negation,
    /// Both ask about objects, and not about the same ones.
    Objects,
    /// Both mean certain beneficiaries, and not the same ones.
    Beneficiaries,
    /// Both mean certain beneficiaries, and not the same ones, and not of one thing or place that both name.
    Beneficiary,
    /// Another number of asks.
    Asks,
}

/// The differences of a pair.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Conflicts(u32);

impl Conflicts {
    pub(super) fn has(self, conflict: Conflict) -> bool {
        self.0 & (1 << conflict as u32) != 0
    }

    fn add(&mut self, conflict: Conflict, found: bool) {
        self.0 |= u32::from(found) << conflict as u32;
    }

    /// Adds what the names of things and places tell, and returns whether both name one of them.
    fn add_names(&mut self, a: &Meaning, b: &Meaning) -> bool {
        let mut one_thing = false;
        for (x, y) in a.named().into_iter().zip(b.named()) {
            let names = Names::of(x, y);
            one_thing |= names == Some(Names::Shared);
            self.add(Conflict::Name, names == Some(Names::Other));
            let only_here = !b.names_all(x) || !a.names_all(y);
            self.add(
                Conflict::NameOneSided,
                x.is_empty() != y.is_empty() && only_here && (a.local || b.local),
            );
            self.add(Conflict::NameSpelling, names == Some(Names::Alike));
        }
        one_thing
    }

    /// Adds what the amounts and times tell.
    fn add_numbers(&mut self, a: &Meaning, b: &Meaning) {
        let (x, y) = (&a.amounts, &b.amounts);
        let agree = x.iter().any(|q| y.iter().any(|other| other.value == q.value));
        let differ = !x.is_empty() && !y.is_empty() && !agree;
        self.add(Conflict::Number, differ || other_times(&a.times, &b.times));
        let wanted = |amounts: &[Quantity]| amounts.iter().any(is_wanted);
        self.add(Conflict::NumberOneSided, wanted(x) != wanted(y));
        self.add(Conflict::NumberAgrees, agree);
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

/// Differences that forbid merging. That two texts name asks or objects that have nothing in common, or that one lacks
/// its tones, counts in the score only: the vocabulary knows many words for one thing, and not all of them as one.
const VETOES: [Conflict; 12] = [
    Conflict::Name,
    Conflict::NameOneSided,
    Conflict::NameSpelling,
    Conflict::Unit,
    Conflict::Number,
    Conflict::NumberOneSided,
    Conflict::Opposite,
    Conflict::Policy,
    Conflict::Kind,
    Conflict::Negation,
    Conflict::Beneficiary,
    Conflict::Asks,
];

/// Differences that leave no question: two named things are two things, whatever else is said of them.
const APART: [Conflict; 2] = [Conflict::Name, Conflict::Opposite];

/// A proper name with what is needed to tell a slip of the ear or the keyboard.
#[derive(Debug)]
struct Place {
    name: String,
    /// The name without the word for what it names.
    core: String,
    /// The same without tones.
    folded_core: String,
    /// Whether it stands in a text without tones, where the folded name is all there is.
    toneless: bool,
    folded: String,
    /// Which characters the folded name has, one bit for each (some share one).
    letters: u64,
    numbered: bool,
}

impl PartialEq for Place {
    /// Whether the two are one name. Most are not, and the letters tell so at once.
    fn eq(&self, other: &Self) -> bool {
        let toneless = self.toneless || other.toneless;
        self.letters == other.letters && (self.name == other.name || toneless && self.folded == other.folded)
    }
}

impl Place {
    fn of(name: &Name, toneless: bool) -> Self {
        let folded = fold(&name.value);
        Self {
            name: name.value.clone(),
            core: name.core().to_owned(),
            folded_core: fold(name.core()),
            toneless,
            letters: folded.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64)),
            folded,
            numbered: name.value.contains(|c: char| c.is_ascii_digit()),
        }
    }

    /// Whether the two may be one name heard or typed otherwise.
    fn spelling_of(&self, other: &Self) -> bool {
        near(self.letters, other.letters)
            && !self.numbered
            && !other.numbered
            && self.folded.len().abs_diff(other.folded.len()) <= 1
            && self.name != other.name
            && strsim::damerau_levenshtein(&self.folded, &other.folded) <= 1
    }
}

/// Whether names with these letters may be one name or differ by a slip, which changes at most one letter into another.
fn near(a: u64, b: u64) -> bool {
    (a ^ b).count_ones() <= 2
}

/// Which one of a family a text speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    family: ConceptId,
    member: ConceptId,
}

/// The members of families that a text names, in its order.
fn kinds(reading: &Reading, lexicon: &Lexicon) -> Vec<Kind> {
    let mentioned = reading.mentions.iter().filter_map(|mention| {
        let concept = lexicon.concept(mention.concept)?;
        (concept.class == Class::Kind).then_some(mention.concept)
    });
    mentioned.filter_map(|member| Kind::of(member, lexicon)).collect()
}

impl Kind {
    fn of(member: ConceptId, lexicon: &Lexicon) -> Option<Self> {
        let family = lexicon.concept(member)?.broader?;
        Some(Self { family, member })
    }
}

/// What a text means, as far as vetoes look at it; gathered once per text.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    hamlets: Vec<Place>,
    roads: Vec<Place>,
    waters: Vec<Place>,
    things: Vec<Place>,
    communes: Vec<Place>,
    amounts: Vec<Quantity>,
    /// The years and days that are asked for. One that only one text names is when, and parts no two asks.
    times: Vec<String>,
    asks: Vec<ConceptId>,
    /// The objects without those of which a narrower one is there.
    narrow_objects: Vec<ConceptId>,
    beneficiaries: Vec<ConceptId>,
    policies: Vec<ConceptId>,
    kinds: Vec<Kind>,
    negated: bool,
    frames: u32,
    local: bool,
}

impl Meaning {
    pub(super) fn of(reading: &Reading, lexicon: &Lexicon) -> Self {
        let named = |kind: NameKind| -> Vec<Place> {
            reading
                .names
                .iter()
                .filter(|name| name.kind == kind)
                .map(|name| Place::of(name, reading.toneless))
                .collect()
        };
        let concepts = |part: fn(&Frame) -> &Vec<ConceptId>| -> Vec<ConceptId> {
            let mut all: Vec<ConceptId> = reading
                .frames
                .iter()
                .flat_map(|frame| part(frame).clone())
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let asked = || reading.quantities.iter().filter(|quantity| quantity.asked);
        let (asks, objects) = (concepts(|frame| &frame.asks), concepts(|frame| &frame.objects));
        Self {
            hamlets: named(NameKind::Hamlet),
            roads: named(NameKind::Road),
            waters: named(NameKind::Water),
            things: named(NameKind::Thing),
            communes: named(NameKind::Commune),
            amounts: asked()
                .filter(|asked| !asked.calendar() && asked.value != ONE)
                .cloned()
                .collect(),
            times: asked()
                .filter(|asked| asked.calendar())
                .map(|asked| asked.value.clone())
                .collect(),
            local: is_local(&objects, &asks, reading, lexicon),
            asks,
            narrow_objects: narrowest(objects, lexicon),
            beneficiaries: narrowest(certain(concepts(|frame| &frame.beneficiaries), lexicon), lexicon),
            policies: mentioned(reading, Class::Policy, lexicon),
            kinds: kinds(reading, lexicon),
            negated: reading.frames.iter().any(|frame| frame.negated),
            frames: reading.frames.len() as u32,
        }
    }

    /// The names of the things and places that it speaks of, without tones and the words for what they name: two that may
    /// be one are the same here.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.places().map(|place| place.folded_core.as_str())
    }

    fn places(&self) -> impl Iterator<Item = &Place> {
        self.named().into_iter().flatten()
    }

    /// The names by kind of thing or place.
    fn named(&self) -> [&[Place]; 4] {
        [&self.hamlets, &self.roads, &self.waters, &self.things].map(Vec::as_slice)
    }

    /// Whether it names all of these, be it as another kind of thing: "Huống Trung", "xóm Huống Trung".
    fn names_all(&self, names: &[Place]) -> bool {
        let named = |name: &Place| {
            self.places()
                .chain(&self.communes)
                .any(|own| own.core == name.core)
        };
        names.iter().all(named)
    }

    /// Whether it speaks of a place, or of something of which each commune has its own. A river is in many communes.
    fn own(&self) -> bool {
        self.local || !self.hamlets.is_empty() || !self.waters.is_empty()
    }

    /// Whether the same words from two units speak of two things: the text names a place or something of which each
    /// commune has its own, and no road or other thing that is known beyond the commune.
    pub(super) fn each_its_own(&self) -> bool {
        self.roads.is_empty() && self.things.is_empty() && self.own()
    }
}

/// Whether which object it is matters: not where rules or staff are asked for, or something for all communes. Where no ask
/// names an object, what is mentioned around it decides.
fn is_local(objects: &[ConceptId], asks: &[ConceptId], reading: &Reading, lexicon: &Lexicon) -> bool {
    let general = |id: &ConceptId| lexicon.concept(*id).is_some_and(|concept| concept.general);
    if !asks.is_empty() && asks.iter().all(general) || speaks_for_all(&reading.words) {
        return false;
    }
    let local = |id: ConceptId| lexicon.concept(id).is_some_and(|concept| concept.local);
    if objects.is_empty() {
        reading.mentions.iter().any(|mention| local(mention.concept))
    } else {
        objects.iter().any(|id| local(*id))
    }
}

/// Whether a text speaks for all communes ("các trạm y tế vùng cao", "trên địa bàn tỉnh").
fn speaks_for_all(words: &[String]) -> bool {
    const FOR_ALL: [&[&str]; 8] = [
        &["các", "xã"],
        &["các", "phường"],
        &["các", "địa", "phương"],
        &["các", "trạm", "y", "tế"],
        &["toàn", "tỉnh"],
        &["cả", "tỉnh"],
        &["địa", "bàn", "tỉnh"],
        &["xã", "vùng"],
    ];
    let reads = |at: &[String], phrase: &[&str]| {
        at.len() >= phrase.len() && at.iter().zip(phrase).all(|(x, y)| x == y)
    };
    (0..words.len()).any(|from| {
        let at = words.get(from..).unwrap_or_default();
        FOR_ALL.iter().any(|phrase| reads(at, phrase))
    })
}

/// "Mỗi xã 01 công chức" asks for officials, not for a number of them.
const ONE: &str = "1";

/// The beneficiaries that say more than who works there.
fn certain(mut all: Vec<ConceptId>, lexicon: &Lexicon) -> Vec<ConceptId> {
    all.retain(|id| lexicon.concept(*id).is_some_and(|concept| !concept.weak));
    all
}

/// The concepts of a class that a text mentions, in an ask or around it.
fn mentioned(reading: &Reading, class: Class, lexicon: &Lexicon) -> Vec<ConceptId> {
    let of_class = |id: &ConceptId| lexicon.concept(*id).is_some_and(|concept| concept.class == class);
    let mentioned = reading.mentions.iter().map(|mention| mention.concept);
    let mut all: Vec<ConceptId> = mentioned.filter(of_class).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How the names of one kind in two texts stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// One of them is in both.
    Shared,
    /// None is, and two may be one, heard or typed otherwise.
    Alike,
    /// None is.
    Other,
}

impl Names {
    /// `None` where one of the two names nothing of the kind.
    fn of(a: &[Place], b: &[Place]) -> Option<Self> {
        let any = |same: fn(&Place, &Place) -> bool| a.iter().any(|x| b.iter().any(|y| same(x, y)));
        if a.is_empty() || b.is_empty() {
            None
        } else if any(Place::eq) {
            Some(Self::Shared)
        } else if any(Place::spelling_of) {
            Some(Self::Alike)
        } else {
            Some(Self::Other)
        }
    }
}

/// Whether the two name things or places of one kind and none in common ([`Conflict::Name`]), which is quickly told.
pub(super) fn other_things(a: &Text<'_>, b: &Text<'_>) -> bool {
    let kinds = a.meaning.named().into_iter().zip(b.meaning.named());
    kinds
        .map(|(x, y)| Names::of(x, y))
        .any(|names| names == Some(Names::Other))
}

/// The letters of all names of all texts, to tell most pairs of texts apart without a look at the texts.
#[derive(Debug)]
pub(super) struct Letters {
    /// By text, where its names begin.
    starts: Vec<usize>,
    /// Of each name its kind and its letters, in the order of the kinds.
    names: Vec<(u8, u64)>,
}

impl Letters {
    pub(super) fn of(texts: &[Text<'_>]) -> Self {
        let (mut starts, mut names) = (vec![0], Vec::new());
        for text in texts {
            for (kind, named) in (0..).zip(text.meaning.named()) {
                names.extend(named.iter().map(|place| (kind, place.letters)));
            }
            starts.push(names.len());
        }
        Self { starts, names }
    }

    fn of_text(&self, text: u32) -> &[(u8, u64)] {
        let at = text as usize;
        let (Some(from), Some(to)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return &[];
        };
        self.names.get(*from..*to).unwrap_or_default()
    }

    /// Whether two of the texts name other things ([`other_things`]): at once where their letters tell.
    pub(super) fn other_things(&self, a: u32, b: u32, texts: &[Text<'_>]) -> bool {
        let (x, y) = (self.of_text(a), self.of_text(b));
        let mut unsure = false;
        for of_kind in x.chunk_by(|(kind, _), (other, _)| kind == other) {
            let theirs = || {
                y.iter()
                    .filter(|(kind, _)| of_kind.first().is_some_and(|own| own.0 == *kind))
            };
            if theirs().next().is_none() {
                continue;
            }
            if !of_kind
                .iter()
                .any(|own| theirs().any(|their| near(own.1, their.1)))
            {
                return true;
            }
            unsure = true;
        }
        let text = |number: u32| texts.get(number as usize);
        unsure && text(a).zip(text(b)).is_some_and(|(a, b)| other_things(a, b))
    }
}

/// Whether no group can hold the two: they name other things or other members of one family, or ask for opposites, though
/// both may agree with a third that leaves this open.
pub(super) fn never_together(a: &Text<'_>, b: &Text<'_>, lexicon: &Lexicon) -> bool {
    let (x, y) = (&a.meaning, &b.meaning);
    other_things(a, b)
        || kinds_apart(&x.kinds, &y.kinds).next().is_some()
        || opposite(x, y, lexicon).is_some()
}

/// Compares two texts.
pub(super) fn between(a: &Text<'_>, b: &Text<'_>, around: Around, lexicon: &Lexicon) -> Conflicts {
    let (a, b) = (&a.meaning, &b.meaning);
    let mut found = Conflicts::default();
    let one_thing = found.add_names(a, b);
    found.add_numbers(a, b);
    found.add(
        Conflict::Unit,
        (!around.same_unit && each_its_own(a, b)) || in_other_communes(a, b),
    );
    found.add(
        Conflict::Policy,
        nothing_in_common(&a.policies, &b.policies, lexicon),
    );
    found.add(Conflict::Opposite, opposite(a, b, lexicon).is_some());
    found.add(Conflict::Kind, kinds_apart(&a.kinds, &b.kinds).next().is_some());
    found.add(Conflict::Negation, negation(a, b));
    let told = |x: &[ConceptId], y: &[ConceptId]| !x.is_empty() && !y.is_empty() && x != y;
    found.add(Conflict::Objects, told(&a.narrow_objects, &b.narrow_objects));
    found.add(Conflict::Beneficiaries, told(&a.beneficiaries, &b.beneficiaries));
    // Power for one village is power for its pupils, too; and a text that names nobody may mean the same people.
    found.add(
        Conflict::Beneficiary,
        !one_thing && told(&a.beneficiaries, &b.beneficiaries),
    );
    found.add(Conflict::Asks, asks(a, b));
    found
}

/// Whether an amount may be what is asked for: how long a road is, how old people are or how many live there describes it.
fn is_wanted(amount: &Quantity) -> bool {
    const DESCRIBE: [&str; 8] = ["km", "m", "cm", "m2", "ha", "hộ", "khẩu", "tuổi"];
    !amount
        .unit
        .as_deref()
        .is_some_and(|unit| DESCRIBE.contains(&unit))
}

/// Whether both name years, or both name days or months without one, and none of one lies in one of the other: "2026"
/// holds "2026-01-01". "Tháng 10" and "năm 2026" may be one time.
fn other_times(a: &[String], b: &[String]) -> bool {
    let holds = |x: &str, y: &str| x.starts_with(y) || y.starts_with(x);
    [true, false].into_iter().any(|with_year| {
        let (x, y) = (of_kind(a, with_year), of_kind(b, with_year));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|x| y.iter().any(|y| holds(x, y)))
    })
}

/// The times that begin with a year, or those that do not.
fn of_kind(times: &[String], with_year: bool) -> Vec<&str> {
    const YEAR: usize = 4;
    let has_year = |time: &str| time.bytes().take_while(u8::is_ascii_digit).count() == YEAR;
    let times = times.iter().map(String::as_str);
    times.filter(|time| has_year(time) == with_year).collect()
}

/// Whether both speak of something of which each commune has its own, and of no road or other thing that is known
/// beyond the commune. A hamlet is always in one commune only.
fn each_its_own(a: &Meaning, b: &Meaning) -> bool {
    let hamlets = !a.hamlets.is_empty() && !b.hamlets.is_empty();
    let shared = |x: &[Place], y: &[Place]| x.iter().any(|name| y.contains(name));
    let same_thing = shared(&a.roads, &b.roads) || shared(&a.things, &b.things);
    hamlets || a.own() && b.own() && !same_thing
}

/// Whether both speak of a thing or place and say that it is in another commune.
fn in_other_communes(a: &Meaning, b: &Meaning) -> bool {
    let placed = |meaning: &Meaning| meaning.local || meaning.places().next().is_some();
    let told = !a.communes.is_empty() && !b.communes.is_empty();
    told && placed(a) && placed(b) && !a.communes.iter().any(|name| b.communes.contains(name))
}

/// The asks of the two that exclude each other.
fn opposite(a: &Meaning, b: &Meaning, lexicon: &Lexicon) -> Option<(ConceptId, ConceptId)> {
    let excludes = |x: &ConceptId, y: &ConceptId| {
        lexicon
            .concepts()
            .get(usize::from(x.0))
            .is_some_and(|concept| concept.opposites.contains(y))
    };
    a.asks.iter().find_map(|x| {
        let y = b.asks.iter().find(|y| excludes(x, y) || excludes(y, x))?;
        // A text that holds both sides ("bỏ cái cũ, giữ cái mới") does not oppose one of them.
        let mixed = a.asks.contains(y) || b.asks.contains(x);
        (!mixed).then_some((*x, *y))
    })
}

/// Whether both name concepts and none of one is, or is a kind of, one of the other.
fn nothing_in_common(a: &[ConceptId], b: &[ConceptId], lexicon: &Lexicon) -> bool {
    let related = |x: ConceptId, y: ConceptId| is_kind_of(x, y, lexicon) || is_kind_of(y, x, lexicon);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| related(*x, *y)))
}

/// For each family of which both name a member: the one that `a` names first, where it is not in `b` and the first of
/// `b` not in `a`. Who asks for a scanner and a computer may ask for what another calls computers.
fn kinds_apart<'k>(a: &'k [Kind], b: &'k [Kind]) -> impl Iterator<Item = ConceptId> {
    let first = |all: &'k [Kind], family| all.iter().find(|kind| kind.family == family);
    let apart = move |(at, kind): &(usize, &Kind)| {
        let earlier = a.iter().take(*at).any(|other| other.family == kind.family);
        let theirs = first(b, kind.family);
        !earlier && !b.contains(kind) && theirs.is_some_and(|theirs| !a.contains(theirs))
    };
    a.iter().enumerate().filter(apart).map(|(_, kind)| kind.member)
}

fn negation(a: &Meaning, b: &Meaning) -> bool {
    a.frames > 0 && b.frames > 0 && a.negated != b.negated
}

/// Whether the two have another number of asks.
fn asks(a: &Meaning, b: &Meaning) -> bool {
    a.frames > 0 && b.frames > 0 && a.frames != b.frames
}

/// Without the concepts of which a narrower one is there too: who says "trưởng thôn, người hoạt động không chuyên
/// trách" speaks of village heads.
fn narrowest(all: Vec<ConceptId>, lexicon: &Lexicon) -> Vec<ConceptId> {
    let wider = |x: &ConceptId| all.iter().any(|y| y != x && is_kind_of(*y, *x, lexicon));
    all.iter().filter(|x| !wider(x)).copied().collect()
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

/// The differences in words, for a person.
pub(super) fn describe(
    a: &Text<'_>,
    b: &Text<'_>,
    found: Conflicts,
    lexicon: &Lexicon,
    units: (&str, &str),
) -> Vec<Veto> {
    let told = Told {
        a: &a.meaning,
        b: &b.meaning,
        found,
        lexicon,
    };
    told.places(units)
        .into_iter()
        .chain([told.number(), told.ask(), told.policy()])
        .chain([told.kind(), told.negation(), told.beneficiary(), told.asks()])
        .flatten()
        .collect()
}

/// Two meanings and their differences, on the way to words. Each method tells one kind of difference, where it is.
struct Told<'t> {
    a: &'t Meaning,
    b: &'t Meaning,
    found: Conflicts,
    lexicon: &'t Lexicon,
}

impl Told<'_> {
    fn labels(&self, ids: &[ConceptId]) -> String {
        let label = |id: &ConceptId| {
            self.lexicon
                .concept(*id)
                .map_or("", |concept| concept.label.as_str())
        };
        ids.iter().map(label).collect::<Vec<_>>().join(", ")
    }

    /// Other things or places, names that differ by a letter, and where each unit has its own, the units.
    fn places(&self, units: (&str, &str)) -> [Option<Veto>; 3] {
        let names = || (list(self.a.places()), list(self.b.places()));
        let other = self.found.has(Conflict::Name) || self.found.has(Conflict::NameOneSided);
        let own = self.found.has(Conflict::Unit) && !self.found.has(Conflict::Name);
        let object = |(a, b)| Veto::Object { a, b };
        let tone = |(a, b)| Veto::Tone { a, b };
        [
            other.then(|| object(names())),
            self.found.has(Conflict::NameSpelling).then(|| tone(names())),
            own.then(|| object((units.0.to_owned(), units.1.to_owned()))),
        ]
    }

    fn number(&self) -> Option<Veto> {
        let differs = self.found.has(Conflict::Number) || self.found.has(Conflict::NumberOneSided);
        differs.then(|| Veto::Number {
            a: amounts(self.a),
            b: amounts(self.b),
        })
    }

    fn ask(&self) -> Option<Veto> {
        opposite(self.a, self.b, self.lexicon).map(|(x, y)| Veto::Ask {
            a: self.labels(&[x]),
            b: self.labels(&[y]),
        })
    }

    fn kind(&self) -> Option<Veto> {
        let labels = |x: &Meaning, y: &Meaning| {
            let apart: Vec<ConceptId> = kinds_apart(&x.kinds, &y.kinds).collect();
            self.labels(&apart)
        };
        self.found.has(Conflict::Kind).then(|| Veto::Object {
            a: labels(self.a, self.b),
            b: labels(self.b, self.a),
        })
    }

    fn policy(&self) -> Option<Veto> {
        self.found.has(Conflict::Policy).then(|| Veto::Object {
            a: self.labels(&self.a.policies),
            b: self.labels(&self.b.policies),
        })
    }

    fn negation(&self) -> Option<Veto> {
        self.found.has(Conflict::Negation).then(|| Veto::Negation {
            words: "không".to_owned(),
        })
    }

    fn beneficiary(&self) -> Option<Veto> {
        self.found.has(Conflict::Beneficiary).then(|| Veto::Beneficiary {
            a: self.labels(&self.a.beneficiaries),
            b: self.labels(&self.b.beneficiaries),
        })
    }

    fn asks(&self) -> Option<Veto> {
        self.found.has(Conflict::Asks).then_some(Veto::Asks {
            a: self.a.frames,
            b: self.b.frames,
        })
    }
}

fn list<'a>(names: impl Iterator<Item = &'a Place>) -> String {
    names
        .map(|name| name.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn amounts(meaning: &Meaning) -> String {
    let show = |quantity: &Quantity| match &quantity.unit {
        Some(unit) => format!("{} {unit}", quantity.value),
        None => quantity.value.clone(),
    };
    let amounts = meaning.amounts.iter().map(show);
    amounts
        .chain(meaning.times.iter().cloned())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Words that stand in the same place of both texts and are not the same: after the same two words each text goes on
/// with another word, and one of the two words is not in the other text at all ("giáo viên mầm non", "giáo viên tiểu học"). Returned with the
/// weight of the lighter word of each such place, summed up.
pub(super) fn replaced(a: &Text<'_>, b: &Text<'_>, traits: &Traits) -> (f64, Vec<u32>, Vec<u32>) {
    let has = |text: &Text<'_>, word: u32| text.traits.binary_search(&word).is_ok();
    // The heaviest word that goes on here and not there.
    let heaviest = |here: &[[u32; 3]], there: &[[u32; 3]]| {
        here.iter()
            .filter(|three| !there.contains(three))
            .map(|three| three[2])
            .max_by(|x, y| traits.weight(*x).total_cmp(&traits.weight(*y)))
    };
    let (mut sum, mut in_a, mut in_b) = (0.0, Vec::new(), Vec::new());
    let mut after = b.follows.chunk_by(same_place).peekable();
    for here in a.follows.chunk_by(same_place) {
        let place = here.first().map(|three| (three[0], three[1]));
        let place_of = |words: &[[u32; 3]]| words.first().map(|three| (three[0], three[1]));
        while after.next_if(|there| place_of(there) < place).is_some() {}
        let Some(there) = after.next_if(|there| place_of(there) == place) else {
            continue;
        };
        let Some((x, y)) = heaviest(here, there).zip(heaviest(there, here)) else {
            continue;
        };
        if !has(b, x) || !has(a, y) {
            sum += traits.weight(x).min(traits.weight(y));
            in_a.push(x);
            in_b.push(y);
        }
    }
    (sum, in_a, in_b)
}

fn same_place(x: &[u32; 3], y: &[u32; 3]) -> bool {
    x[0] == y[0] && x[1] == y[1]
}
