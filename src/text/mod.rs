//! Vietnamese text: from letters as they come to keys that can be compared. Pure functions that know no opinion.
//!
//! Two keys, never mixed up: the [`strict_key`] may merge by itself, because texts with the same strict key say the
//! same words; the [`folded_key`] has no tones and may only propose, because "xóm Đông" is not "xóm Đồng".
//! The text as received is never changed; everything here returns new values.

mod abbreviation;
mod courtesy;
mod encoding;
mod entity;
mod key;
mod private;
mod syllable;
mod token;
mod tone;
mod unicode;

pub use encoding::{
    Code, Condition, Damage, condition, may_be_damaged, only_unicode_has, repair_like_the_rest, undamaged,
};
pub use entity::entities;
pub use key::{folded_key, kept, key_of, strict_key};
pub use private::without_private_numbers;
pub(crate) use syllable::is_syllable;
pub use token::{Case, Gap, Token, tokens};
pub use tone::{canonical_tones, fold, without_tones};
pub use unicode::{clean, composed};

/// Splits a key into its words (Vietnamese syllables, numbers, codes).
pub fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| !word.is_empty())
}
