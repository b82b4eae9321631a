//! Abbreviations that offices use, written out: UBND, GCNQSDĐ, GD&ĐT, QL3. The table is data
//! (`lexicon/abbreviations.toml`); an abbreviation with several readings is expanded only where its neighbour
//! decides, and left alone otherwise.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What must stand after an ambiguous abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Before {
    /// A number: "ĐT 261" is a road, "ĐT" alone may be a telephone or an investment.
    Number,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    abbreviation: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    short: Vec<String>,
    long: String,
    before: Option<Before>,
}

/// One abbreviation as words.
struct Form {
    short: Vec<String>,
    long: Vec<String>,
    before: Option<Before>,
}

/// Forms by their first word, longest first.
static FORMS: LazyLock<BTreeMap<String, Vec<Form>>> = LazyLock::new(|| {
    let table: Table =
        toml::from_str(include_str!("../../lexicon/abbreviations.toml")).unwrap_or_else(|error| {
            // The table is compiled in and `the_table_is_well_formed` reads it: this cannot be reached from input.
            debug_assert!(false, "lexicon/abbreviations.toml: {error}");
            Table {
                abbreviation: Vec::new(),
            }
        });
    let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    for entry in table.abbreviation {
        let long: Vec<String> = split(&entry.long);
        for short in &entry.short {
            let short = split(short);
            if let Some(first) = short.first() {
                forms.entry(first.clone()).or_default().push(Form {
                    short: short.clone(),
                    long: long.clone(),
                    before: entry.before,
                });
            }
        }
    }
    for list in forms.values_mut() {
        list.sort_by_key(|form| std::cmp::Reverse(form.short.len()));
    }
    forms
});

fn split(text: &str) -> Vec<String> {
    super::key::raw_words(text)
}

/// Writes out the abbreviations among `words`, which are lower-case words as a key has them. Every word comes with
/// the position of the word in `words` that it was made of.
pub(super) fn expand_with_source(words: &[String]) -> Vec<(String, usize)> {
    let mut out = Vec::with_capacity(words.len() + 8);
    let mut at = 0;
    while let Some((word, _)) = words.get(at..).and_then(<[String]>::split_first) {
        let form = matching(words.get(at..).unwrap_or_default());
        match form {
            Some(form) => out.extend(form.long.iter().map(|long| (long.clone(), at))),
            None => match road(word) {
                Some((kind, number)) => {
                    out.extend(kind.iter().map(|s| ((*s).to_owned(), at)));
                    out.push((number, at));
                }
                None => out.push((word.clone(), at)),
            },
        }
        at += form.map_or(1, |form| form.short.len().max(1));
    }
    out
}

fn matching(rest: &[String]) -> Option<&'static Form> {
    let first = rest.first()?;
    FORMS.get(first)?.iter().find(|form| {
        rest.starts_with(&form.short)
            && match form.before {
                None => true,
                Some(Before::Number) => rest
                    .get(form.short.len())
                    .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())),
            }
    })
}

/// A road code in one word: "ql3", "đt261", "tl242b".
fn road(word: &str) -> Option<(&'static [&'static str], String)> {
    const KINDS: [(&str, &[&str]); 4] = [
        ("ql", &["quốc", "lộ"]),
        ("đt", &["đường", "tỉnh"]),
        ("tl", &["đường", "tỉnh"]),
        ("đh", &["đường", "huyện"]),
    ];
    KINDS.iter().find_map(|(short, long)| {
        let number = word.strip_prefix(short)?;
        number
            .starts_with(|c: char| c.is_ascii_digit())
            .then(|| (*long, super::token::plain_number(number.to_owned())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        let table: Table = toml::from_str(include_str!("../../lexicon/abbreviations.toml")).unwrap();
        assert!(table.abbreviation.len() > 100, "{}", table.abbreviation.len());
    }

    /// "TƯ" in lower case is the word of "đầu tư", "thông tư" and "thứ tư".
    #[test]
    fn no_abbreviation_is_a_word_in_lower_case() {
        for forms in FORMS.values() {
            for form in forms.iter().filter(|form| form.before.is_none()) {
                if let [short] = form.short.as_slice() {
                    assert!(
                        !super::super::syllable::is_syllable(short),
                        "{short} = {}",
                        form.long.join(" ")
                    );
                }
            }
        }
    }

    #[test]
    fn abbreviations_are_written_out_and_ambiguous_ones_only_beside_a_number() {
        for (raw, long) in [
            ("UBND tỉnh", "ủy ban nhân dân tỉnh"),
            ("Sở GD&ĐT", "sở giáo dục và đào tạo"),
            ("cấp GCNQSDĐ", "cấp giấy chứng nhận quyền sử dụng đất"),
            ("GCN QSD đất", "giấy chứng nhận quyền sử dụng đất"),
            ("ĐT 261", "đường tỉnh 261"),
            ("ĐT.261", "đường tỉnh 261"),
            ("ĐT-261", "đường tỉnh 261"),
            ("ĐT261", "đường tỉnh 261"),
            ("ĐT04", "đường tỉnh 4"),
            ("TL 242B", "đường tỉnh 242b"),
            ("QL3B", "quốc lộ 3b"),
            ("số ĐT của tổ trưởng", "số đt của tổ trưởng"),
            ("KT-XH", "kinh tế xã hội"),
        ] {
            let words: Vec<String> = expand_with_source(&split(raw))
                .into_iter()
                .map(|(word, _)| word)
                .collect();
            assert_eq!(words.join(" "), long, "{raw}");
        }
    }
}
