//! Whether a word could be a Vietnamese syllable. Old encodings and damaged text are told by how many of their words
//! could not be one; nothing is ever rejected because of it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::tone::{Letter, letter};

/// Consonants that can begin a syllable; the empty one too.
const ONSETS: [&str; 29] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", "kr",
];

/// What can follow, without tones.
static RIMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ALL_RIMES.split_ascii_whitespace().collect());

const ALL_RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay \
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong \
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên \
    uyêt uynh uyt uyu uyp ư ưa ưc ưi ưm ưn ươc ươi ươm ươn ương ươp ươt ươu ưng ưt ưu \
    y yêm yên yêng yêt yêu ynh yt ych yp yn";

const ACUTE: char = '\u{301}';
const DOT: char = '\u{323}';

/// Whether a word, composed and in any case, could be a Vietnamese syllable.
pub(crate) fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let mut base = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        let Letter {
            base: plain,
            tone: own,
        } = letter(c);
        if own.is_some() && tone.replace(own).is_some() {
            return false;
        }
        base.push(plain);
    }
    let tone = tone.flatten();
    ONSETS.iter().any(|onset| {
        base.strip_prefix(onset).is_some_and(|rime| {
            let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
            RIMES.contains(rime) && (!stopped || matches!(tone, Some(ACUTE | DOT)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_what_cannot_be_one() {
        for word in [
            "Đề", "nghị", "ủ", "nghiêng", "giếng", "gì", "quốc", "quỳnh", "thuỷ", "thủy", "khuya", "Ý",
            "oan", "được", "Nguyễn", "xóm", "yên", "uỷ", "hoà", "ướt",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["nghÞ", "", "duoc", "mất́", "café", "strr", "đượć", "ngh", "Hµ"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
