//! Who raised an opinion and how often, down through the levels: what a consolidated report says under
//! "Đơn vị có ý kiến", and what the next level reads there.

use std::fmt;

/// Levels below one another that are read: hamlet, commune, district, province, and some to spare. What is nested
/// deeper is no list of units.
const MAX_LEVELS: usize = 8;

/// A unit, how often an opinion was raised there, and by which of its own units, where its report says so.
///
/// Written as a person reads it and read back: `xã Cổ Lũng (12: xóm Bá Sơn (7); xóm Làng Phan (5))`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raised {
    /// Name of the unit.
    pub unit: String,
    /// How many times.
    pub times: u32,
    /// The units below it, in the order of its report.
    pub below: Vec<Raised>,
}

impl Raised {
    /// A list as [`raised_list`] writes it; `None` for any other text.
    pub fn parse_list(text: &str) -> Option<Vec<Self>> {
        list(text, MAX_LEVELS)
    }

    /// Adds to a list: a unit that is in it already counts on, at every level.
    pub fn add(self, list: &mut Vec<Self>) {
        match list.iter_mut().find(|known| known.unit == self.unit) {
            Some(known) => {
                known.times = known.times.saturating_add(self.times);
                for below in self.below {
                    below.add(&mut known.below);
                }
            }
            None => list.push(self),
        }
    }
}

/// Several units, as they stand in one cell.
pub fn raised_list(list: &[Raised]) -> String {
    list.iter().map(Raised::to_string).collect::<Vec<_>>().join("; ")
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}", name(&self.unit), self.times)?;
        if !self.below.is_empty() {
            write!(f, ": {}", raised_list(&self.below))?;
        }
        f.write_str(")")
    }
}

/// A name on one line, without what would part it in two when read back.
fn name(unit: &str) -> String {
    let mut depth = 0_usize;
    let balanced = unit.chars().all(|c| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
        true
    }) && depth == 0;
    let parts = |c: char| c.is_whitespace() || c == ';' || (!balanced && matches!(c, '(' | ')'));
    unit.split(parts)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Units parted by semicolons that stand in no bracket.
fn list(text: &str, levels: usize) -> Option<Vec<Raised>> {
    let levels = levels.checked_sub(1)?;
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            ';' if depth == 0 => {
                found.push(one(text.get(start..at)?, levels)?);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(one(text.get(start..)?, levels)?);
    Some(found)
}

/// One unit: its last bracket holds the count and what is below it; a name may have brackets of its own, "tổ 3 (cũ)".
fn one(text: &str, levels: usize) -> Option<Raised> {
    let text = text.trim().strip_suffix(')')?;
    let mut depth = 1_usize;
    let (at, _) = text.char_indices().rev().find(|(_, c)| {
        match c {
            '(' => depth -= 1,
            ')' => depth += 1,
            _ => {}
        }
        depth == 0
    })?;
    let (unit, inside) = (text.get(..at)?.trim(), text.get(at + 1..)?);
    let (times, below) = match inside.split_once(':') {
        Some((times, units)) => (times, list(units, levels)?),
        None => (inside, Vec::new()),
    };
    let times = times.trim();
    let counted = !unit.is_empty() && !times.is_empty() && times.bytes().all(|b| b.is_ascii_digit());
    Some(Raised {
        unit: unit.to_owned(),
        times: counted.then(|| times.parse().ok()).flatten()?,
        below,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn raised(unit: &str, times: u32, below: Vec<Raised>) -> Raised {
        Raised {
            unit: unit.to_owned(),
            times,
            below,
        }
    }

    #[test]
    fn units_and_counts_of_two_levels_are_read_back() {
        let list = vec![
            raised(
                "xã Cổ Lũng",
                12,
                vec![raised("xóm Bá Sơn", 7, vec![]), raised("tổ 3 (cũ)", 5, vec![])],
            ),
            raised("xã Yên Đổ", 4, vec![]),
        ];
        let text = "xã Cổ Lũng (12: xóm Bá Sơn (7); tổ 3 (cũ) (5)); xã Yên Đổ (4)";
        assert_eq!(raised_list(&list), text);
        assert_eq!(Raised::parse_list(text), Some(list));
    }

    #[test]
    fn any_other_text_is_no_list() {
        for text in [
            "",
            "xóm Bá Sơn",
            "xóm A, xóm B",
            "(3)",
            "xóm A (3",
            "xóm A (3))",
            "xóm A (ba)",
            "a (1);",
        ] {
            assert_eq!(Raised::parse_list(text), None, "{text}");
        }
        let deep = format!("{}1{}", "a (1: ".repeat(100_000), ")".repeat(100_000));
        assert_eq!(Raised::parse_list(&deep), None);
    }

    #[test]
    fn a_unit_named_twice_counts_on_at_every_level() {
        let mut list = vec![raised("xã A", 3, vec![raised("xóm 1", 3, vec![])])];
        raised(
            "xã A",
            4,
            vec![raised("xóm 1", 1, vec![]), raised("xóm 2", 3, vec![])],
        )
        .add(&mut list);
        raised("xã B", 1, vec![]).add(&mut list);
        assert_eq!(raised_list(&list), "xã A (7: xóm 1 (4); xóm 2 (3)); xã B (1)");
    }

    fn any_raised() -> impl Strategy<Value = Raised> {
        let leaf = ("[a-zđ]{1,5}( [A-ZĐ0-9]{1,4}){0,2}( \\(cũ\\))?", 0_u32..99)
            .prop_map(|(u, n)| raised(&u, n, vec![]));
        leaf.prop_recursive(3, 20, 4, |inner| {
            ("[a-z]{1,5}", 0_u32..99, prop::collection::vec(inner, 0..4))
                .prop_map(|(u, n, b)| raised(&u, n, b))
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(list in prop::collection::vec(any_raised(), 1..5)) {
            prop_assert_eq!(Raised::parse_list(&raised_list(&list)), Some(list));
        }

        #[test]
        fn a_list_with_any_names_keeps_its_counts(units in prop::collection::vec(("[a-c();:0-9 ]{0,8}x", 0_u32..99), 1..5)) {
            let list: Vec<_> = units.iter().map(|(unit, times)| raised(unit, *times, vec![])).collect();
            let back = Raised::parse_list(&raised_list(&list)).unwrap();
            let counts = |list: &[Raised]| list.iter().map(|raised| raised.times).collect::<Vec<_>>();
            prop_assert_eq!(counts(&back), counts(&list));
        }

        #[test]
        fn no_text_stops_the_reader(text in "[a(1:); )]{0,60}") {
            let _ = Raised::parse_list(&text);
        }
    }
}
