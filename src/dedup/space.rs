//! A space in which wordings of one ask lie close together, however few words they share.
//!
//! Every word and every concept has a vector; the place of a text is the direction of the sum of its vectors. The
//! vectors were learned from paraphrases (`lexicon/paraphrases/`, see `space_learn`): "mỗi người ôm năm bảy việc" lies near
//! "bổ sung biên chế". The words of proper names and numbers have no vector: that one road is not the other is the
//! business of `conflict`.

use super::texts::{Key, Trait, resolve};
use crate::lexicon::Lexicon;

/// Dimensions of the space. More did not find more paraphrases.
pub(super) const DIMENSIONS: usize = 64;

/// A direction in the space, of length 1; all zero where nothing of a text is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place([f32; DIMENSIONS]);

impl Place {
    /// The direction of a sum of vectors.
    pub(super) fn of(sum: [f32; DIMENSIONS]) -> Self {
        let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            Self(sum.map(|x| x / length))
        } else {
            Self(sum)
        }
    }

    /// The cosine of the angle between two places: 1 in the same direction, 0 where one is not known.
    pub(super) fn cosine(&self, other: &Self) -> f64 {
        f64::from(self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum::<f32>())
    }

    /// Its coordinates.
    pub(super) fn coordinates(&self) -> &[f32; DIMENSIONS] {
        &self.0
    }
}

/// The vectors of words and concepts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Space {
    vectors: Vec<(Trait, String, [f32; DIMENSIONS])>,
}

impl Space {
    pub(super) fn new(vectors: Vec<(Trait, String, [f32; DIMENSIONS])>) -> Self {
        Self { vectors }
    }

    /// The words that have a vector.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        let words = self.vectors.iter().filter(|(kind, ..)| *kind == Trait::Word);
        words.map(|(_, word, _)| word)
    }

    /// The vectors by trait, where words have numbers.
    pub(super) fn numbered<'s>(&'s self, words: &[String], lexicon: &Lexicon) -> Numbered<'s> {
        let mut vectors: Vec<(Key, &[f32; DIMENSIONS])> = self
            .vectors
            .iter()
            .filter_map(|(kind, name, vector)| Some((resolve(*kind, name, words, lexicon)?, vector)))
            .collect();
        vectors.sort_unstable_by_key(|(key, _)| *key);
        Numbered(vectors)
    }

    /// One line a vector: kind, name, the size of the largest coordinate, and the coordinates as shares of it, one
    /// character each.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        for (kind, name, vector) in &self.vectors {
            let largest = vector.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
            let digits: String = vector.iter().map(|x| to_digit(x / largest)).collect();
            text.push_str(&format!("{}\t{name}\t{largest:.4}\t{digits}\n", kind.tag()));
        }
        text
    }

    pub(super) fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        Self {
            vectors: lines.filter_map(parse_line).collect(),
        }
    }
}

/// Steps of a coordinate to each side of zero: what one printable character holds.
const STEPS: f32 = 46.0;

/// The character of a coordinate of 0.
const ZERO: u8 = b'!' + 46;

fn to_digit(share: f32) -> char {
    let step = (share * STEPS).round().clamp(-STEPS, STEPS);
    char::from((f32::from(ZERO) + step) as u8)
}

fn parse_line(line: &str) -> Option<(Trait, String, [f32; DIMENSIONS])> {
    let mut fields = line.split('\t');
    let kind = Trait::from_tag(fields.next()?)?;
    let name = fields.next()?.to_owned();
    let largest: f32 = fields.next()?.parse().ok()?;
    let digits = fields.next()?.as_bytes();
    let mut vector = [0.0; DIMENSIONS];
    for (coordinate, digit) in vector.iter_mut().zip(digits) {
        *coordinate = (f32::from(*digit) - f32::from(ZERO)) / STEPS * largest;
    }
    (digits.len() == DIMENSIONS).then_some((kind, name, vector))
}

/// The vectors in the order of their traits.
#[derive(Debug)]
pub(super) struct Numbered<'s>(Vec<(Key, &'s [f32; DIMENSIONS])>);

impl Numbered<'_> {
    /// Where a text with these traits lies.
    pub(super) fn place(&self, keys: impl Iterator<Item = Key>) -> Place {
        let mut sum = [0.0; DIMENSIONS];
        for key in keys {
            let found = self.0.binary_search_by_key(&key, |(key, _)| *key).ok();
            let Some((_, vector)) = found.and_then(|at| self.0.get(at)) else {
                continue;
            };
            for (sum, x) in sum.iter_mut().zip(*vector) {
                *sum += x;
            }
        }
        Place::of(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_is_read_back_as_it_was_written() {
        let mut vector = [0.0; DIMENSIONS];
        vector[0] = 0.5;
        vector[1] = -0.5;
        vector[2] = 0.25;
        let space = Space::new(vec![(Trait::Word, "bien".to_owned(), vector)]);
        let back = Space::parse(&format!("# a comment\n{}", space.to_text()));
        let (kind, name, read) = &back.vectors[0];
        assert_eq!((*kind, name.as_str()), (Trait::Word, "bien"));
        assert!(read.iter().zip(&vector).all(|(a, b)| (a - b).abs() < 0.01));
    }
}
