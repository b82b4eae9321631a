//! What the classifier sees of a text: runs of one to three words with and without tones , the words of the ask and the
//! knowledge phrases. Numbers that only count something are all alike here.

use std::ops::Range;

use super::knowledge::Knowledge;
use crate::text::{clean, fold, strict_key, words};

/// What a feature is made of. The letter begins its name in the weights file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Words in a row, with tones.
    Toned,
    /// Words in a row, without tones.
    Folded,
    /// Words in a row within the sentence that asks, without tones.
    Asked,
    /// Two words of the sentence that asks, a few words apart, without tones.
    Pair,
    /// A phrase of the knowledge base that speaks for a field.
    Phrase,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Toned, Self::Folded, Self::Asked, Self::Pair, Self::Phrase];

    fn letter(self) -> char {
        match self {
            Self::Toned => 'w',
            Self::Folded => 'f',
            Self::Asked => 'a',
            Self::Pair => 'p',
            Self::Phrase => 'k',
        }
    }

    /// Length that all features of the kind have together, so that a long text weighs no more than a short one.
    fn norm(self) -> f32 {
        match self {
            Self::Toned | Self::Folded | Self::Asked => 1.0,
            Self::Pair => 0.7,
            Self::Phrase => 0.0,
        }
    }
}

/// One feature of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Feature {
    pub(super) kind: Kind,
    /// Name in the weights file: the kind's letter, a colon, the words.
    pub(super) name: String,
    pub(super) value: f32,
    /// Which words of [`Seen::words`] it is made of.
    pub(super) span: Range<usize>,
}

/// A text as the classifier sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Seen {
    /// Lower-case words with tones, courtesy gone.
    pub(super) words: Vec<String>,
    /// Sorted by name, each once.
    pub(super) features: Vec<Feature>,
}

/// Words (without tones) with which a sentence asks.
const ASKING: [&str; 12] = [
    "de nghi",
    "kien nghi",
    "de xuat",
    "mong",
    "xin",
    "bao gio",
    "khi nao",
    "yeu cau",
    "can ",
    "cho phep",
    "tai sao",
    "vi sao",
];

/// Longest text that is looked at, in characters; what follows says nothing new about the field.
const MAX_CHARS: usize = 6_000;

/// Words apart at which two words of the ask still make a pair.
const PAIR_REACH: usize = 4;

impl Seen {
    pub(super) fn new(text: &str, knowledge: &Knowledge) -> Self {
        let text: String = clean(text).chars().take(MAX_CHARS).collect();
        let mut builder = Builder::default();
        let sentences = sentences(&text);
        let asking: Vec<bool> = sentences.iter().map(|sentence| asks(sentence)).collect();
        let any = asking.contains(&true);
        for (sentence, asks) in sentences.iter().zip(asking) {
            builder.sentence(sentence, asks || !any);
        }
        builder.finish(knowledge)
    }
}

/// Splits after a full stop, semicolon, question or exclamation mark that a space follows.
fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut end: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if let (Some(stop), true) = (end, c == ' ') {
            out.extend(text.get(start..stop));
            start = at;
        }
        end = matches!(c, '.' | ';' | '?' | '!').then_some(at);
    }
    out.extend(text.get(start..));
    out.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    out
}

fn asks(sentence: &str) -> bool {
    let folded = fold(sentence);
    ASKING.iter().any(|word| folded.contains(word))
}

#[derive(Default)]
struct Builder {
    words: Vec<String>,
    folded: Vec<String>,
    features: Vec<Feature>,
}

impl Builder {
    fn sentence(&mut self, sentence: &str, asked: bool) {
        let start = self.words.len();
        let key = strict_key(sentence);
        let mut before = String::new();
        for word in words(&key) {
            let shown = plain(word, &before);
            self.folded.push(fold(&shown));
            self.words.push(shown);
            before = word.to_owned();
        }
        let range = start..self.words.len();
        self.runs(range.clone(), Kind::Toned, 3);
        self.runs(range.clone(), Kind::Folded, 3);
        if asked {
            self.runs(range.clone(), Kind::Asked, 2);
            self.pairs(range);
        }
    }

    fn runs(&mut self, range: Range<usize>, kind: Kind, longest: usize) {
        let source = if kind == Kind::Toned {
            &self.words
        } else {
            &self.folded
        };
        for at in range.clone() {
            for end in at + 1..=(at + longest).min(range.end) {
                let run = source.get(at..end).unwrap_or_default();
                if run.iter().all(|word| word == "#") {
                    continue;
                }
                self.features.push(feature(kind, &run.join(" "), at..end));
            }
        }
    }

    fn pairs(&mut self, range: Range<usize>) {
        for at in range.clone() {
            for other in at + 2..(at + 1 + PAIR_REACH).min(range.end) {
                if let (Some(a), Some(b)) = (self.folded.get(at), self.folded.get(other)) {
                    self.features
                        .push(feature(Kind::Pair, &format!("{a}_{b}"), at..other + 1));
                }
            }
        }
    }

    fn finish(mut self, knowledge: &Knowledge) -> Seen {
        let toneless = self.words == self.folded;
        for (field, span) in knowledge.find(&self.words, &self.folded, toneless) {
            self.features.push(feature(Kind::Phrase, &field, span));
        }
        let mut features = self.features;
        features.sort_by(|a, b| a.name.cmp(&b.name));
        features.dedup_by(|a, b| a.name == b.name);
        for kind in Kind::ALL {
            let count = features.iter().filter(|feature| feature.kind == kind).count();
            if kind.norm() > 0.0 && count > 0 {
                #[expect(clippy::cast_precision_loss, reason = "a text has few thousand features")]
                let value = kind.norm() / (count as f32).sqrt();
                for feature in features.iter_mut().filter(|feature| feature.kind == kind) {
                    feature.value = value;
                }
            }
        }
        Seen {
            words: self.words,
            features,
        }
    }
}

fn feature(kind: Kind, words: &str, span: Range<usize>) -> Feature {
    Feature {
        kind,
        name: format!("{}:{words}", kind.letter()),
        value: 1.0,
        span,
    }
}

/// A number is "#", unless it names a document or a road: then its first part stays ("nghị định 178").
fn plain(word: &str, before: &str) -> String {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.to_owned();
    }
    if matches!(
        before,
        "định" | "quyết" | "luật" | "tư" | "số" | "lộ" | "dinh" | "quyet"
    ) {
        return word.split(['/', '.', ',']).next().unwrap_or(word).to_owned();
    }
    "#".to_owned()
}
