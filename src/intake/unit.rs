//! Which unit of the plan sent a report: told by its heading ("ĐẢNG ỦY XÃ PHÚ ĐÌNH"), sheet name or file name.

use crate::model::UnitName;
use crate::plan::{Plan, Unit};
use crate::text::{canonical_tones, clean, fold};

/// The plan's units, ready to be found in texts.
#[derive(Debug)]
pub(crate) struct Units<'a> {
    names: Vec<(&'a Unit, Name)>,
}

#[derive(Debug)]
struct Name {
    with_tones: Vec<String>,
    folded: Vec<String>,
}

impl<'a> Units<'a> {
    /// Of a plan, with aliases.
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let names = plan.units.iter().flat_map(|unit| {
            let all = std::iter::once(&unit.name).chain(&unit.aliases);
            all.map(move |name| {
                (
                    unit,
                    Name {
                        with_tones: words(name),
                        folded: words(&fold(name)),
                    },
                )
            })
        });
        Self {
            names: names.collect(),
        }
    }

    /// The unit that a text names. The longest name wins; a name with its tones right beats one that is equal only
    /// without tones, so that Văn Lăng is not Văn Lang; two units named equally well are no answer.
    pub(crate) fn find(&self, text: &str) -> Option<UnitName> {
        let (with_tones, folded) = (words(text), words(&fold(text)));
        let mut best: Option<((usize, bool), &Unit)> = None;
        let mut tied = false;
        for (unit, name) in &self.names {
            let exact = contains(&with_tones, &name.with_tones);
            if !exact && !contains(&folded, &name.folded) {
                continue;
            }
            let rank = (name.folded.len(), exact);
            match best {
                Some((before, other)) if before > rank || other.code == unit.code => {}
                Some((before, _)) if before == rank => tied = true,
                _ => (best, tied) = (Some((rank, *unit)), false),
            }
        }
        best.filter(|_| !tied).map(|(_, unit)| unit.unit_name())
    }
}

/// Lower-case words with tones in one place; file names part their words with anything.
fn words(text: &str) -> Vec<String> {
    canonical_tones(&clean(text))
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn contains(words: &[String], name: &[String]) -> bool {
    !name.is_empty() && words.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_however_offices_write_it() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let units = Units::of(&plan);
        for (text, name) in [
            ("ĐẢNG ỦY XÃ PHÚ ĐÌNH", "xã Phú Đình"),
            ("Đảng uỷ xã Điềm Thụy", "xã Điềm Thuỵ"),
            ("BC_xa_Van Hán.xlsx", "xã Văn Hán"),
            ("bao-cao-xa-phu-dinh.xlsx", "xã Phú Đình"),
            ("xã Văn Lăng", "xã Văn Lăng"),
            ("xã Văn Lang", "xã Văn Lang"),
            ("phường Phan Đình Phùng", "phường Phan Đình Phùng"),
        ] {
            assert_eq!(
                units.find(text).map(|unit| unit.name).as_deref(),
                Some(name),
                "{text}"
            );
        }
        for text in ["BAO CAO xa van lang", "Tỉnh ủy", ""] {
            assert_eq!(units.find(text), None, "{text}");
        }
    }
}
