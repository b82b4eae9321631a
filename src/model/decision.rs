//! The clerk's word: what was decided about opinions, known by their content so that it survives new files.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An opinion's unit and wording, by which decisions recognise it in a later run: the first 16 bytes of the SHA-256
/// of both, cleaned (see [`clean`](crate::text::clean)), in hexadecimal. Row numbers and file names play no part;
/// the unit does, because "sửa đường liên thôn" of two communes speaks of two roads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentKey(String);

impl ContentKey {
    /// The key of a unit's wording.
    pub fn of(unit: &str, text: &str) -> Self {
        let clean = crate::text::clean;
        let digest = Sha256::digest(format!("{}\n{}", clean(unit), clean(text)).as_bytes());
        Self(digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Reads a key as it is shown; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        (text.len() == 32 && digits).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for ContentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the clerk said about two wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// `Trùng`: one reply settles both.
    Same,
    /// `Không trùng`: two replies are needed.
    Different,
    /// `Chưa rõ`: looked at and left open; not asked again.
    Unsure,
}

/// One binding decision about two wordings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Decision {
    /// One wording.
    pub a: ContentKey,
    /// The other.
    pub b: ContentKey,
    /// What was said.
    pub verdict: Verdict,
}
