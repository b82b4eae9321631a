//! A space in which wordings of one ask lie close together, however few words they share, and the issues that such
//! reports raise, as places in it.
//!
//! Every word and every concept has a vector; the place of a text is the direction of the sum of its vectors. The
//! issues are directions, too: how near a text lies to each tells how likely it raises it. Two texts that raise one issue
//! may lie apart ("mỗi người ôm năm bảy việc", "bổ sung biên chế"), and two that lie near may raise two ("nâng phụ cấp
//! trưởng thôn", "nâng phụ cấp bí thư chi bộ"); what tells them apart was learned, with the vectors, from paraphrases
//! (`lexicon/paraphrases/`, see `space_learn`). The words of proper names and numbers have no vector: that one road is
//! not the other is the business of `conflict`.

use pulp::{Arch, Simd, WithSimd};

use super::texts::{Key, Lookup, Trait, resolve};
use crate::lexicon::Lexicon;

/// Dimensions of the space. Half as many tell fewer issues apart.
pub(super) const DIMENSIONS: usize = 128;

/// Coordinates, or what adds up to them.
pub(super) type Vector = [f32; DIMENSIONS];

/// The issues of a text that are looked at: the likeliest. More of them change no decision.
pub(super) const ISSUES: usize = 8;

/// Likelihoods before any issue is looked at; no issue has this number.
const NO_ISSUES: [(u16, f32); ISSUES] = [(u16::MAX, 0.0); ISSUES];

/// How sharply the nearest issues are preferred: less than 1 in the exponent of the cosine makes them likelier than all
/// others. A little sharper than what the space was learned with, because a text has more to say than was left to it there.
const SHARPNESS: f32 = 1.0 / 0.08;

/// A direction in the space, and the issues that lie in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Of length 1; all zero where nothing of a text is known.
    direction: Coarse,
    /// The likeliest issues (their numbers, ascending) and how likely each is raised; the rest is 0.
    issues: [(u16, f32); ISSUES],
    /// Length of the likelihoods taken as a vector.
    certainty: f32,
}

impl Place {
    /// The cosine of the angle between two places: 1 in the same direction, 0 where one is not known.
    pub(super) fn cosine(&self, other: &Self) -> f64 {
        f64::from(coarse_cosine(&self.direction, &other.direction)) / f64::from(STEP * STEP)
    }

    /// The likelihood that both raise the same issue, as far as it is one of their likeliest.
    pub(super) fn same_issue(&self, other: &Self) -> f64 {
        let (mut at, mut other_at) = (0, 0);
        let mut sum = 0.0;
        // Steps without a branch: which list goes on cannot be guessed.
        while let (Some((x, p)), Some((y, q))) = (self.issues.get(at), other.issues.get(other_at)) {
            sum += if x == y { p * q } else { 0.0 };
            at += usize::from(x <= y);
            other_at += usize::from(y <= x);
        }
        f64::from(sum)
    }

    /// Whether there is an issue that both raise with a likelihood of at least so much.
    pub(super) fn may_share_issue(&self, other: &Self, likely: f32) -> bool {
        let raised = |(issue, p): (u16, f32)| {
            let mut others = other.issues();
            others.any(|(other, q)| other == issue && p * q >= likely)
        };
        self.issues().any(raised)
    }

    /// How well the likelihoods of the issues agree, from 0 to 1, however sure they are: two texts on an ask that is
    /// not among the issues leave the same ones open. `same` is what [`Place::same_issue`] says of the two.
    pub(super) fn agreement(&self, other: &Self, same: f64) -> f64 {
        let certainty = f64::from(self.certainty * other.certainty);
        if certainty > 0.0 { same / certainty } else { 0.0 }
    }

    /// The likeliest issues, by number.
    pub(super) fn issues(&self) -> impl Iterator<Item = (u16, f32)> {
        self.issues.iter().copied().filter(|(_, likely)| *likely > 0.0)
    }
}

/// The vectors of words and concepts, and the issues.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Space {
    vectors: Vec<(Trait, String, Vector)>,
    issues: Vec<(String, Vector)>,
}

impl Space {
    pub(super) fn new(vectors: Vec<(Trait, String, Vector)>, issues: Vec<(String, Vector)>) -> Self {
        Self { vectors, issues }
    }

    /// The words that have a vector.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        let words = self.vectors.iter().filter(|(kind, ..)| *kind == Trait::Word);
        words.map(|(_, word, _)| word)
    }

    /// The vectors by trait, where words have numbers.
    pub(super) fn numbered<'s>(&'s self, words: &[String], lexicon: &Lexicon) -> Numbered<'s> {
        let (keys, vectors): (Vec<Key>, Vec<&Vector>) = self
            .vectors
            .iter()
            .filter_map(|(kind, name, vector)| Some((resolve(*kind, name, words, lexicon)?, vector)))
            .unzip();
        let issues = self.issues.iter();
        Numbered {
            at: Lookup::of(keys.into_iter()),
            vectors,
            issues: issues.map(|(_, vector)| coarse(&direction(vector).0)).collect(),
            likelihoods: likelihoods(),
        }
    }

    /// One line a vector: kind, name, the size of the largest coordinate, and the coordinates as shares of it, one
    /// character each.
    pub(super) fn to_text(&self) -> String {
        let vectors = self.vectors.iter();
        let vectors = vectors.map(|(kind, name, vector)| line(kind.tag(), name, vector));
        let issues = self.issues.iter().map(|(name, vector)| line(ISSUE, name, vector));
        vectors.chain(issues).collect()
    }

    pub(super) fn parse(text: &str) -> Self {
        let mut space = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((tag, name, vector)) = parse_line(line) else {
                continue;
            };
            match Trait::from_tag(tag) {
                Some(kind) => space.vectors.push((kind, name.to_owned(), vector)),
                None if tag == ISSUE => space.issues.push((name.to_owned(), vector)),
                None => {}
            }
        }
        space
    }
}

/// The kind of the lines that hold an issue.
const ISSUE: &str = "issue";

/// Steps of a coordinate to each side of zero: what one printable character holds.
const STEPS: f32 = 46.0;

/// The character of a coordinate of 0.
const ZERO: u8 = b'!' + 46;

fn line(tag: &str, name: &str, vector: &Vector) -> String {
    let largest = vector.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    let digits: String = vector.iter().map(|x| to_digit(x / largest)).collect();
    format!("{tag}\t{name}\t{largest:.4}\t{digits}\n")
}

fn to_digit(share: f32) -> char {
    let step = (share * STEPS).round().clamp(-STEPS, STEPS);
    char::from((f32::from(ZERO) + step) as u8)
}

fn parse_line(line: &str) -> Option<(&str, &str, Vector)> {
    let mut fields = line.split('\t');
    let (tag, name) = (fields.next()?, fields.next()?);
    let largest: f32 = fields.next()?.parse().ok()?;
    let digits = fields.next()?.as_bytes();
    let mut vector = [0.0; DIMENSIONS];
    for (coordinate, digit) in vector.iter_mut().zip(digits) {
        *coordinate = (f32::from(*digit) - f32::from(ZERO)) / STEPS * largest;
    }
    (digits.len() == DIMENSIONS).then_some((tag, name, vector))
}

/// A vector of length 1 in steps of [`STEP`]: the products of two are added up side by side by the processor.
type Coarse = [i16; DIMENSIONS];

/// How many steps make 1. A product of vectors of length 1 is at most the square of it, so sums of products fit into 32
/// bits, and what is rounded away is far less than a coordinate in the data holds.
const STEP: i32 = 1 << 14;

/// How many likelihoods are kept ready for the cosines from -1 to 1. The likelihoods of neighbouring entries differ by one
/// in eighty, which disappears in the sum of thousands of issues.
const READY: i32 = 1 << 11;

fn coarse(vector: &Vector) -> Coarse {
    vector.map(|x| (x * STEP as f32).round() as i16)
}

/// The cosine of the angle between two, in steps of `STEP * STEP`.
#[inline(always)]
fn coarse_cosine(a: &Coarse, b: &Coarse) -> i32 {
    // A loop and no `sum`, which would not be compiled for the instructions of [`CoarseCosines`].
    let mut cosine = 0;
    for (x, y) in a.iter().zip(b) {
        cosine += i32::from(*x) * i32::from(*y);
    }
    cosine
}

/// How many issues stay at hand beside a direction.
const AT_HAND: usize = 64;

/// The cosines of the angles between directions and issues, in steps of `STEP * STEP`: a row for each direction.
///
/// Compiled for the instructions that the processor turns out to have. The sums are of whole numbers, so they are the same with all of them.
struct CoarseCosines<'c> {
    directions: &'c [Coarse],
    issues: &'c [Coarse],
    rows: &'c mut [[i32; AT_HAND]],
}

impl WithSimd for CoarseCosines<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        for (direction, row) in self.directions.iter().zip(self.rows) {
            for (issue, cosine) in self.issues.iter().zip(row) {
                *cosine = coarse_cosine(direction, issue);
            }
        }
    }
}

/// The likelihood of an issue at a cosine, before all are brought to a sum of 1. A cosine is at most 1, so nothing grows
/// beyond 1 here.
fn likelihood(cosine: f32) -> f32 {
    ((cosine - 1.0) * SHARPNESS).exp()
}

/// The likelihoods at cosines from -1 to 1.
fn likelihoods() -> Vec<f32> {
    let cosine = |entry: i32| (entry as f32 + 0.5) / (READY / 2) as f32 - 1.0;
    (0..=READY).map(|entry| likelihood(cosine(entry))).collect()
}

/// The vectors by trait, and the directions of the issues.
#[derive(Debug)]
pub(super) struct Numbered<'s> {
    at: Lookup,
    vectors: Vec<&'s Vector>,
    issues: Vec<Coarse>,
    likelihoods: Vec<f32>,
}

impl Numbered<'_> {
    /// Where texts with these traits lie.
    pub(super) fn places(&self, texts: impl Iterator<Item = impl Iterator<Item = Key>>) -> Vec<Place> {
        let (directions, lengths): (Vec<Coarse>, Vec<f32>) = texts
            .map(|keys| direction(&self.sum(keys)))
            .map(|(direction, length)| (coarse(&direction), length))
            .unzip();
        let likeliest = self.likeliest(&directions);
        let placed = directions.into_iter().zip(lengths).zip(likeliest);
        placed
            .map(|((direction, length), likeliest)| {
                let issues = if length > 0.0 { likeliest } else { NO_ISSUES };
                Place {
                    direction,
                    issues,
                    certainty: issues.iter().map(|(_, p)| p * p).sum::<f32>().sqrt(),
                }
            })
            .collect()
    }

    fn sum(&self, keys: impl Iterator<Item = Key>) -> Vector {
        let mut sum = [0.0; DIMENSIONS];
        for key in keys {
            if let Some(vector) = self.at.find(key).and_then(|at| self.vectors.get(at as usize)) {
                add(&mut sum, vector, 1.0);
            }
        }
        sum
    }

    /// The likeliest issues in each direction, by number.
    fn likeliest(&self, directions: &[Coarse]) -> Vec<[(u16, f32); ISSUES]> {
        let mut cosines = vec![[0; AT_HAND]; directions.len()];
        let mut nearest = vec![Nearest::NONE; directions.len()];
        // The issues are more than the processor keeps at hand, so some of them are looked at for all directions, and then
        // the next.
        for (first, issues) in (0_u16..).step_by(AT_HAND).zip(self.issues.chunks(AT_HAND)) {
            Arch::new().dispatch(CoarseCosines {
                directions,
                issues,
                rows: &mut cosines,
            });
            for (cosines, nearest) in cosines.iter().zip(&mut nearest) {
                for (number, cosine) in (first..).zip(cosines.iter().take(issues.len())) {
                    nearest.sum += self.likelihood_near(*cosine);
                    nearest.add(number, *cosine);
                }
            }
        }
        nearest.iter().map(Nearest::likelihoods).collect()
    }

    /// The likelihood that is ready for a cosine in steps of `STEP * STEP`.
    fn likelihood_near(&self, cosine: i32) -> f32 {
        const WIDTH: i32 = STEP * STEP / (READY / 2);
        let entry = cosine / WIDTH + READY / 2;
        self.likelihoods.get(entry as usize).copied().unwrap_or_default()
    }
}

/// The issues that are nearest to a direction so far.
#[derive(Debug, Clone, Copy)]
struct Nearest {
    /// Their numbers and cosines, the nearest first.
    issues: [(u16, i32); ISSUES],
    /// The likelihoods of all issues together.
    sum: f32,
}

impl Nearest {
    const NONE: Self = Self {
        issues: [(u16::MAX, i32::MIN); ISSUES],
        sum: 0.0,
    };

    fn add(&mut self, number: u16, cosine: i32) {
        if self.issues.last().is_some_and(|(_, least)| cosine > *least) {
            let at = self.issues.partition_point(|(_, other)| *other >= cosine);
            if let Some(farther) = self.issues.get_mut(at..) {
                farther.rotate_right(1);
                if let Some(place) = farther.first_mut() {
                    *place = (number, cosine);
                }
            }
        }
    }

    /// Their likelihoods as shares of all, by number.
    fn likelihoods(&self) -> [(u16, f32); ISSUES] {
        let all = self.sum.max(f32::MIN_POSITIVE);
        let likely = |cosine: i32| likelihood(cosine as f32 / (STEP * STEP) as f32);
        let mut shares = self.issues.map(|(number, cosine)| (number, likely(cosine) / all));
        shares.sort_unstable_by_key(|(number, _)| *number);
        shares
    }
}

/// A vector at length 1, and the length that it had; a vector of length 0 stays.
pub(super) fn direction(vector: &Vector) -> (Vector, f32) {
    let length = dot(vector, vector).sqrt();
    let scale = if length > 0.0 { 1.0 / length } else { 0.0 };
    (vector.map(|x| x * scale), length)
}

/// The sum of the products of coordinates, in lanes that the processor adds side by side.
pub(super) fn dot(a: &Vector, b: &Vector) -> f32 {
    const LANES: usize = 16;
    let mut lanes = [0.0_f32; LANES];
    for (x, y) in a.as_chunks::<LANES>().0.iter().zip(b.as_chunks::<LANES>().0) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    lanes.iter().sum()
}

/// Adds a vector, so many times.
pub(super) fn add(to: &mut Vector, what: &Vector, times: f32) {
    for (x, y) in to.iter_mut().zip(what) {
        *x += y * times;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn vector(coordinates: [f32; 3]) -> Vector {
        let mut vector = [0.0; DIMENSIONS];
        vector[..3].copy_from_slice(&coordinates);
        vector
    }

    #[test]
    fn a_space_is_read_back_as_it_was_written() {
        let space = Space::new(
            vec![(Trait::Word, "bien".to_owned(), vector([0.5, -0.5, 0.25]))],
            vec![("staff".to_owned(), vector([0.0, 1.0, -0.2]))],
        );
        let back = Space::parse(&format!("# a comment\n{}", space.to_text()));
        let (kind, name, read) = &back.vectors[0];
        assert_eq!((*kind, name.as_str()), (Trait::Word, "bien"));
        let close = |a: &Vector, b: &Vector| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.02);
        assert!(close(read, &space.vectors[0].2));
        assert_eq!(back.issues[0].0, "staff");
        assert!(close(&back.issues[0].1, &space.issues[0].1));
    }

    #[test]
    fn texts_on_one_issue_agree_and_texts_on_two_do_not() {
        let words = ["an".to_owned(), "ba".to_owned(), "ca".to_owned()];
        let word = |name: &str, at| (Trait::Word, name.to_owned(), vector(at));
        let space = Space::new(
            vec![
                word("an", [1.0, 0.2, 0.0]),
                word("ba", [1.0, -0.2, 0.0]),
                word("ca", [0.0, 0.0, 1.0]),
            ],
            vec![
                ("first".to_owned(), vector([1.0, 0.0, 0.0])),
                ("second".to_owned(), vector([0.0, 0.0, 1.0])),
            ],
        );
        let lexicon = Lexicon::built_in();
        let numbered = space.numbered(&words, &lexicon);
        let keys = |word: &str| resolve(Trait::Word, word, &words, &lexicon).into_iter();
        let placed = numbered.places(["an", "ba", "ca", "nowhere"].into_iter().map(keys));
        let [an, ba, ca, nowhere] = placed.as_slice() else {
            panic!("four texts, {} places", placed.len());
        };
        let agreement = |a: &Place, b: &Place| a.agreement(b, a.same_issue(b));
        assert!(agreement(an, ba) > 0.99 && an.same_issue(ba) > 0.9);
        assert!(agreement(an, ca) < 0.01 && an.same_issue(ca) < 0.01);
        assert_eq!((agreement(an, nowhere), nowhere.issues().count()), (0.0, 0));
    }
}
