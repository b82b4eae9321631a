//! The vocabulary of the field: what can be asked, of which object, for whom, under which policy, and the reading of
//! a text as frames. Concepts and their Vietnamese surface forms are data in `lexicon/*.toml`.
//!
//! A leaf: it reads one text at a time and knows no pair, group or agency rule. Comparison is in `dedup`, choice of
//! agency in `routing`.

mod clause;
mod complaint;
mod data;
mod frame;
mod matcher;
mod name;
mod quantity;
mod sound;

use std::ops::Range;

use crate::text::Token;
pub use complaint::is_complaint;

/// What a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// What is to be done: build, repair, raise, abolish, explain.
    Ask,
    /// The thing it is done to: certificate, road, software, allowance.
    Object,
    /// Who is to benefit, or whose post it is.
    Beneficiary,
    /// A policy, programme or legal document.
    Policy,
    /// What is complained of: slow, damaged, overloaded.
    Problem,
    /// A body that is named.
    Institution,
    /// Which one of a family is meant, where the same words are said of each: the school subject, the crop, the
    /// procedure. The family is the broader concept.
    Kind,
}

/// Index of a concept in [`Lexicon::concepts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub u16);

/// One concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Stable name in the data, such as `land-certificate`.
    pub name: String,
    /// What it is.
    pub class: Class,
    /// How it is called in Vietnamese where a person reads it.
    pub label: String,
    /// The wider concept it is a kind of.
    pub broader: Option<ConceptId>,
    /// Concepts that exclude it (raise/lower, keep/abolish).
    pub opposites: Vec<ConceptId>,
    /// For an object: whether which one it is (its place or name) matters. True for a road, not for staffing.
    pub local: bool,
    /// For an ask: what its negation asks for. "Không sáp nhập" asks to keep.
    pub negation: Option<ConceptId>,
    /// For a problem: what a text asks that says no more than the problem; a damaged road is to be repaired. For an
    /// ask: the object it is about when it names none; to recruit is about staffing.
    pub implies: Option<ConceptId>,
    /// For an ask: it says only that something be done ("quan tâm", "xem xét", "chỉ đạo"). For a beneficiary: it says
    /// no more than who works there ("cán bộ, công chức").
    pub weak: bool,
    /// For an ask: it names a means. "Hỗ trợ kinh phí" without an object of its own belongs to the ask beside it.
    pub means: bool,
    /// For an ask: what is asked for is settled for all communes alike ("hướng dẫn", "ban hành", "tuyển dụng").
    pub general: bool,
}

/// A concept found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The concept.
    pub concept: ConceptId,
    /// Positions in [`Reading::words`].
    pub words: Range<usize>,
    /// Found with its tones right; `false` when only the folded form matched.
    pub with_tones: bool,
}

/// What kind of thing a proper name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// Road with its code: "quốc lộ 3", "đường tỉnh 261".
    Road,
    /// Hamlet, village, neighbourhood: xóm, thôn, bản, tổ dân phố.
    Hamlet,
    /// Commune or ward.
    Commune,
    /// River or stream: it runs through many communes, so that its name alone does not say where.
    Water,
    /// Any other named thing: school, bridge, market, project, mine, company.
    Thing,
    /// Legal document with its number: "nghị định 178/2024".
    Document,
}

/// A proper name in a text, in normal form ("duong tinh 261" is never used for it: tones are kept).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// Normal form, lower case with tones, the kind's word first: "xóm đồng tâm", "đường tỉnh 261".
    pub value: String,
}

/// A number with what it counts, as far as that can be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    /// Normal form of the number: "1.75", "2025-07-01", "178/2024".
    pub value: String,
    /// What is counted ("lần", "km", "hộ"), in normal form.
    pub unit: Option<String>,
    /// Whether it belongs to what is asked (raise to 1,75), not to the circumstances (112 dossiers are late).
    pub asked: bool,
}

impl Quantity {
    /// Whether it is a year, a month of a year or a day, and no amount.
    pub fn calendar(&self) -> bool {
        let unit = self.unit.as_deref();
        let day = unit == Some("ngày") && self.value.contains('-') && self.value.len() >= DAY.len();
        matches!(unit, Some("năm lịch" | "tháng lịch")) || day
    }
}

/// The shortest day: its month and itself.
const DAY: &str = "07-01";

/// One ask: what is to be done, to what, for whom, how much, under which policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// What is asked; several when the text uses several words for one ask ("sửa chữa, nâng cấp").
    pub asks: Vec<ConceptId>,
    /// "đề nghị không ...": the ask is negated.
    pub negated: bool,
    /// Objects of the ask.
    pub objects: Vec<ConceptId>,
    /// For whom.
    pub beneficiaries: Vec<ConceptId>,
    /// Under which policy or programme.
    pub policies: Vec<ConceptId>,
    /// What is wrong.
    pub problems: Vec<ConceptId>,
    /// Which road, hamlet, school.
    pub names: Vec<Name>,
    /// How much, since when.
    pub quantities: Vec<Quantity>,
}

/// A text as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words of the strict key, in order.
    pub words: Vec<String>,
    /// Whether the text is written without tones.
    pub toneless: bool,
    /// Every concept found, in order.
    pub mentions: Vec<Mention>,
    /// Every proper name found, sorted, without repeats.
    pub names: Vec<Name>,
    /// Every number found, in order.
    pub quantities: Vec<Quantity>,
    /// The asks; empty when none could be told.
    pub frames: Vec<Frame>,
}

/// The vocabulary, ready to read texts.
#[derive(Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    matcher: matcher::Matcher,
}

impl Lexicon {
    /// The vocabulary that is compiled in. It is built anew at each call: build it once and pass it on.
    pub fn built_in() -> Self {
        let vocabulary = data::load();
        Self {
            concepts: vocabulary.concepts,
            matcher: matcher::Matcher::new(vocabulary.forms),
        }
    }

    /// All concepts, in the order of the data.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept with this index.
    pub fn concept(&self, id: ConceptId) -> Option<&Concept> {
        self.concepts.get(usize::from(id.0))
    }

    /// The concept with this name in the data.
    pub fn named(&self, name: &str) -> Option<ConceptId> {
        let at = self.concepts.iter().position(|concept| concept.name == name)?;
        u16::try_from(at).ok().map(ConceptId)
    }

    /// The concept and all wider ones, the narrowest first.
    pub fn kinds_of(&self, id: ConceptId) -> Vec<ConceptId> {
        let mut out: Vec<ConceptId> = Vec::new();
        let mut at = Some(id);
        while let Some(id) = at.filter(|id| !out.contains(id)) {
            out.push(id);
            at = self.concept(id).and_then(|concept| concept.broader);
        }
        out
    }

    /// Of one wording of a concept and of a wider one, only the narrower is told.
    fn keep_narrowest(&self, hits: &mut Vec<matcher::Hit>) {
        let told = hits.clone();
        let mut rest = told.as_slice();
        hits.clear();
        while let Some(first) = rest.first() {
            let count = rest
                .iter()
                .take_while(|h| (h.start, h.end) == (first.start, first.end))
                .count();
            let (same, after) = rest.split_at(count);
            rest = after;
            hits.extend(same.iter().filter(|hit| {
                !same.iter().any(|other| {
                    other.concept != hit.concept && self.kinds_of(other.concept).contains(&hit.concept)
                })
            }));
        }
    }

    /// How often phrases that sound like a wording of the vocabulary are said in these texts, as the lines of
    /// `lexicon/sound-alikes.tsv`.
    pub fn sound_alikes<'t>(&self, texts: impl Iterator<Item = &'t str>) -> String {
        let tokens: Vec<Vec<Token>> = texts.map(crate::text::tokens).collect();
        let with_tones = tokens.iter().filter(|tokens| !is_toneless(tokens));
        let words = with_tones.map(|tokens| tokens.iter().map(|token| token.word.as_str()).collect());
        sound::count(words, &self.matcher)
    }

    /// Reads a text as received.
    pub fn read(&self, text: &str) -> Reading {
        let tokens = crate::text::tokens(text);
        let toneless = is_toneless(&tokens);
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let mut hits = self.matcher.find(&words, toneless, &self.concepts);
        self.keep_narrowest(&mut hits);
        let names = name::Reader::new(&tokens, toneless, hits.iter().map(|hit| hit.start..hit.end)).find();
        let named = covered(tokens.len(), names.iter().map(|n| n.start..n.end));
        let quantities = quantity::find(&tokens, |at| named.get(at).is_some_and(|&taken| taken));
        let (frames, asked) = frame::Found {
            tokens: &tokens,
            toneless,
            concepts: &self.concepts,
            hits: &hits,
            names: &names,
            quantities: &quantities,
        }
        .frames();
        let mut all_names: Vec<Name> = names.into_iter().map(|found| found.name).collect();
        all_names.sort();
        all_names.dedup();
        Reading {
            words: crate::text::kept(&tokens)
                .map(|token| token.word.clone())
                .collect(),
            toneless,
            mentions: mentions(&tokens, &hits),
            names: all_names,
            quantities: quantities
                .iter()
                .zip(asked)
                .map(|(q, asked)| q.told(asked))
                .collect(),
            frames,
        }
    }
}

/// Whether a text is written without tones: of its words longer than two letters, hardly one has a mark.
fn is_toneless(tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|t| !t.expanded && t.word.chars().all(char::is_alphabetic));
    let (mut all, mut marked) = (0_usize, 0_usize);
    for token in words {
        all += 1;
        marked += usize::from(!token.word.is_ascii());
    }
    all >= 3 && marked * 7 < all
}

/// For each of `count` positions whether a range covers it.
fn covered(count: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<bool> {
    let mut out = vec![false; count];
    for range in ranges {
        for slot in out.iter_mut().take(range.end).skip(range.start) {
            *slot = true;
        }
    }
    out
}

/// Hits in positions of the kept words; a hit that is all courtesy is none.
fn mentions(tokens: &[Token], hits: &[matcher::Hit]) -> Vec<Mention> {
    let all = tokens.iter().all(|token| token.courtesy);
    let mut kept_before = Vec::with_capacity(tokens.len() + 1);
    let mut count = 0;
    for token in tokens {
        kept_before.push(count);
        count += usize::from(all || !token.courtesy);
    }
    kept_before.push(count);
    hits.iter()
        .filter_map(|hit| {
            let words = *kept_before.get(hit.start)?..*kept_before.get(hit.end)?;
            (!words.is_empty()).then_some(Mention {
                concept: hit.concept,
                words,
                with_tones: hit.with_tones,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
