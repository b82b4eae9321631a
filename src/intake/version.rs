//! Several files of one unit: a second version replaces the first, a second part adds to it, and where a name says
//! neither, both count.

use std::ops::Range;

use crate::text::{clean, fold};

/// What the name of a file says about its place among its unit's files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Version {
    /// The name without what it says here: two editions of one file share it.
    base: String,
    /// Whether the edition is said by a letter only ("v2"), which may also be a name.
    brief: bool,
    /// Whether the edition is said by a number or by words that seldom speak of anything else: "điều chỉnh" and "dự thảo"
    /// may belong to what the report is about.
    sure: bool,
    /// 1 for the first version, 0 for a draft of it; "lần 2" is 2, "thay thế" later than any number.
    edition: u32,
    /// "phần 1", "phần 2"; 2 for "tiếp theo", "bổ sung".
    part: Option<u32>,
}

/// What becomes of a file beside another one of its unit; the number is the other one's place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is the only one, or the first.
    Stands,
    /// The other one replaces it.
    Replaced(usize),
    /// It continues the other one.
    Continues(usize),
    /// The other one says all that it says.
    Same(usize),
    /// Both count, and nothing says why there are two.
    Beside(usize),
}

/// Words that say that a file takes the place of an earlier one, without tones.
const REPLACING: [&str; 7] = [
    "thay the",
    "dinh chinh",
    "ban cap nhat",
    "sua lai",
    "ban sua",
    "da sua",
    "hieu chinh",
];

/// Words that say so, or name what is asked for: "điều chỉnh địa giới", "góp ý sửa đổi Luật Đất đai".
const CHANGING: [&str; 5] = ["dieu chinh", "chinh sua", "sua doi", "hoan chinh", "chinh thuc"];

/// Words that say so where nothing says that the file adds to the earlier one, or name something new.
const NEWER: [&str; 5] = ["cap nhat", "ban moi", "moi nhat", "ban cuoi", "final"];

/// Words that say that a file goes on where an earlier one ended.
const ADDING: [&str; 6] = ["tiep theo", "tiep", "bo sung", "con lai", "phu luc them", "them"];

/// Words that say that a file comes before the one that counts.
const DRAFT: [&str; 1] = ["du thao"];

/// The edition of a draft, and that of a file whose name says nothing.
const DRAFTED: u32 = 0;
const FIRST: u32 = 1;

/// The edition of a replacement without a number: later than any that is numbered.
const REPLACEMENT: u32 = 1000;

impl Version {
    /// What a name says: of the file, or the title in its heading.
    pub(crate) fn of(name: &str) -> Self {
        let spaced: String = fold(&clean(name))
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
        let said = format!(" {} ", words.join(" "));
        let has = |list: &[&str]| list.iter().any(|word| said.contains(&format!(" {word} ")));
        let replacing = has(&REPLACING) || has(&CHANGING) || has(&NEWER) && !has(&ADDING);
        let part = numbered(&words, &["phan", "p", "tap", "part"]).map(|found| found.number);
        let part = part.or((has(&ADDING) && !replacing).then_some(2));
        let adding = part.is_some() && has(&ADDING);
        let edition = numbered(&words, &["lan", "ban", "version", "ver", "l", "v"]).filter(|_| !adding);
        let first = if has(&DRAFT) && !replacing { DRAFTED } else { FIRST };
        Self {
            base: base(&words, edition.as_ref()),
            brief: edition.as_ref().is_some_and(|found| found.brief) && !replacing,
            sure: edition.is_some() || has(&REPLACING),
            edition: edition.map_or(first, |found| found.number) + if replacing { REPLACEMENT } else { 0 },
            part,
        }
    }

    /// Whether this is a later edition of another file. "Tổ 2 lần 2" replaces "tổ 2", and what else its unit sent only where
    /// there is no such file; a mere "v2" replaces nothing else, and words that may speak of something else only a file that says
    /// much the same.
    fn replaces(&self, other: &Self, files: &[(Self, usize)], alike: impl FnOnce() -> bool) -> bool {
        let of_name = files.iter().any(|(file, _)| self.follows(file));
        self.edition > other.edition
            && (self.part.is_none_or(|part| part == other.part.unwrap_or(1)))
            && (self.follows(other) || !of_name && !self.brief && (self.sure || alike()))
    }

    /// Whether a name is that of another one's later edition, with no other word: "Lần 2" beside "Lần 1".
    pub(crate) fn follows(&self, other: &Self) -> bool {
        self.base == other.base && self.edition > other.edition
    }

    /// Whether the later of two editions said of one file is sure.
    fn is_sure_beside(&self, said: &Self) -> bool {
        if said.edition > self.edition {
            said.sure
        } else {
            self.sure
        }
    }

    /// The same, with what the names of its folders say: "lần 2/Phú Đình.xlsx". A longer one may speak of a conference.
    pub(crate) fn in_folder(self, folder: &str) -> Self {
        let short = |name: &&str| fold(&clean(name)).split(' ').count() <= 3;
        let editions = folder
            .split('/')
            .filter(short)
            .map(Self::of)
            .filter(|said| !said.brief);
        let later = editions.filter(|said| said.edition > FIRST);
        later.fold(self, |best, said| Self {
            sure: best.is_sure_beside(&said),
            edition: best.edition.max(said.edition),
            ..best
        })
    }

    /// The same, with what a title in the file's heading says: "BÁO CÁO (lần 2)", "Báo cáo lần 2". A longer title may
    /// speak of the second conference instead.
    pub(crate) fn with_title(self, texts: &[String]) -> Self {
        let titles = texts.iter().filter_map(|text| {
            if let Some((_, rest)) = text.split_once('(') {
                let (inside, _) = rest.split_once(')')?;
                return Some(Self::of(inside));
            }
            let folded = fold(&clean(text));
            let short = folded.split(' ').count() <= 6;
            let report = ["bao cao", "tong hop", "gui", "lan "]
                .iter()
                .any(|start| folded.starts_with(start));
            (short && report && !folded.contains("hoi")).then(|| Self::of(text))
        });
        titles.fold(self, |best, said| Self {
            brief: best.brief && said.edition <= best.edition,
            sure: best.is_sure_beside(&said),
            // A title without an edition makes no draft a first version.
            edition: match said.edition {
                FIRST => best.edition,
                edition => best.edition.max(edition),
            },
            part: best.part.or(said.part),
            base: best.base,
        })
    }
}

/// A number in a name: its words, the number, and whether nothing but a letter says what it counts.
struct Numbered {
    words: Range<usize>,
    number: u32,
    brief: bool,
}

/// The number after one of the words, together or apart: "lần 2", "lan2", "lần thứ hai".
fn numbered(words: &[&str], labels: &[&str]) -> Option<Numbered> {
    let number = |word: &&str| -> Option<u32> {
        let spelt = ["mot", "hai", "ba", "bon", "nam"]
            .iter()
            .position(|name| name == word);
        let roman = ["i", "ii", "iii", "iv"].iter().position(|name| name == word);
        match spelt.or(roman) {
            Some(at) => u32::try_from(at + 1).ok(),
            None => word.parse().ok().filter(|number| *number < 20),
        }
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let label = labels.iter().find(|label| word.starts_with(*label))?;
        let rest = word.strip_prefix(label)?;
        let brief = label.len() == 1;
        let found = |end: usize, number: u32| Numbered {
            words: at..end,
            number,
            brief,
        };
        if !rest.is_empty() {
            let number = rest.parse().ok().filter(|number| *number < 20)?;
            return Some(found(at + 1, number));
        }
        let next = words.get(at + 1)?;
        // A single letter is a label only together with its number: "v2", not "v 2"; "bản 2" is a village.
        if brief || *label == "ban" && *next != "thu" {
            return None;
        }
        if *next == "thu" {
            Some(found(at + 3, number(words.get(at + 2)?)?))
        } else {
            Some(found(at + 2, number(next)?))
        }
    })
}

/// The words of a name without its edition, the words that say so, and the ending of a file.
fn base(words: &[&str], edition: Option<&Numbered>) -> String {
    const ENDINGS: [&str; 10] = [
        "xlsx", "xls", "xlsm", "xlsb", "ods", "csv", "docx", "html", "htm", "txt",
    ];
    let kept = words.iter().enumerate().filter(|(at, word)| {
        let ending = at + 1 == words.len() && ENDINGS.contains(word);
        !ending && !edition.is_some_and(|found| found.words.contains(at))
    });
    let name = kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
    let replacing = |name: String, phrase: &&str| {
        format!(" {name} ")
            .replace(&format!(" {phrase} "), " ")
            .trim()
            .to_owned()
    };
    let said = REPLACING.iter().chain(&CHANGING).chain(&NEWER).chain(&DRAFT);
    said.fold(name, replacing)
}

/// What becomes of each file of one unit, in the order of their names, each with how many opinions it holds; `alike` tells of two
/// whether they say much the same.
pub(crate) fn fates(files: &[(Version, usize)], alike: impl Fn(usize, usize) -> bool) -> Vec<Fate> {
    let mut fates = vec![Fate::Stands; files.len()];
    for (at, (version, opinions)) in files.iter().enumerate() {
        let later = files.iter().enumerate().filter(|(by, (other, held))| {
            // A later version without opinions is more likely a mistake than a withdrawal.
            other.replaces(version, files, || alike(*by, at)) && (*held > 0 || *opinions == 0)
        });
        let last = later.max_by_key(|(other, (version, _))| (version.edition, std::cmp::Reverse(*other)));
        if let (Some((by, _)), Some(fate)) = (last, fates.get_mut(at)) {
            *fate = Fate::Replaced(by);
        }
    }
    let standing: Vec<usize> = (0..files.len())
        .filter(|at| fates.get(*at) == Some(&Fate::Stands))
        .collect();
    let first = standing
        .iter()
        .copied()
        .min_by_key(|at| (files.get(*at).and_then(|(version, _)| version.part), *at));
    for at in standing {
        if let (Some(first), Some(fate), Some((version, _))) = (
            first.filter(|first| *first != at),
            fates.get_mut(at),
            files.get(at),
        ) {
            *fate = if version.part.is_some_and(|part| part > 1) {
                Fate::Continues(first)
            } else {
                Fate::Beside(first)
            };
        }
    }
    fates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<Fate> {
        let files: Vec<(Version, usize)> = names.iter().map(|name| (Version::of(name), 3)).collect();
        fates(&files, |_, _| false)
    }

    #[test]
    fn a_folder_may_say_which_edition_it_holds() {
        let files = [
            ("lan 1", 3),
            ("lan 2", 3),
            ("Hội nghị đối thoại lần 2 năm 2025", 3),
        ];
        let versions = files.map(|(folder, held)| (Version::of("Phú Đình.xlsx").in_folder(folder), held));
        let editions = versions.clone().map(|(version, _)| version.edition);
        assert_eq!(editions, [1, 2, 1]);
        assert_eq!(fates(&versions, |_, _| false)[0], Fate::Replaced(1));
    }

    #[test]
    fn a_second_version_replaces_and_a_second_part_adds() {
        use Fate::{Beside, Continues, Replaced, Stands};
        for (names, expected) in [
            (
                &["Phú Đình.xlsx", "Phú Đình lần 2.xlsx"][..],
                vec![Replaced(1), Stands],
            ),
            (
                &["BC_phudinh.xlsx", "BC_phudinh_lan2.xlsx", "BC_phudinh_lan3.xlsx"],
                vec![Replaced(2), Replaced(2), Stands],
            ),
            (&["a.xlsx", "a (lần thứ hai).xlsx"], vec![Replaced(1), Stands]),
            (
                &["a (bổ sung, thay thế).xlsx", "a.xlsx"],
                vec![Stands, Replaced(0)],
            ),
            (&["a v2.xlsx", "a.xlsx"], vec![Stands, Replaced(0)]),
            (&["a phần 1.xlsx", "a phần 2.xlsx"], vec![Stands, Continues(0)]),
            (&["a (phần 2).xlsx", "a.xlsx"], vec![Continues(1), Stands]),
            (&["a.xlsx", "a tiếp theo.xlsx"], vec![Stands, Continues(0)]),
            (&["a.xlsx", "a bổ sung.xlsx"], vec![Stands, Continues(0)]),
            (
                &["a phần 1.xlsx", "a phần 2 lần 2.xlsx", "a phần 2.xlsx"],
                vec![Stands, Continues(0), Replaced(1)],
            ),
            (
                &["a phần 1 lần 2.xlsx", "a phần 1.xlsx", "a phần 2.xlsx"],
                vec![Stands, Replaced(0), Continues(0)],
            ),
            (&["a.xlsx", "a - Copy.xlsx"], vec![Stands, Beside(0)]),
            (&["bao cao Phu Dinh.xlsx", "v02.xlsx"], vec![Stands, Beside(0)]),
            (
                &[
                    "Phú Đình tổ 1.xlsx",
                    "Phú Đình tổ 2.xlsx",
                    "Phú Đình tổ 2 lần 2.xlsx",
                ],
                vec![Stands, Replaced(2), Beside(0)],
            ),
            (
                &["BC Phú Đình.xls", "Báo cáo xã Phú Đình (lần 2).xlsx"],
                vec![Replaced(1), Stands],
            ),
            (
                &[
                    "Phú Đình - giao thông.xlsx",
                    "Phú Đình - điều chỉnh địa giới.xlsx",
                ],
                vec![Stands, Beside(0)],
            ),
            (
                &[
                    "Phú Đình - ý kiến.xlsx",
                    "Phú Đình - góp ý dự thảo Luật Đất đai.xlsx",
                ],
                vec![Stands, Beside(0)],
            ),
            (&["a.xlsx"], vec![Stands]),
            (&["a (dự thảo).xlsx", "a.xlsx"], vec![Replaced(1), Stands]),
            (&["a (dự thảo).xlsx"], vec![Stands]),
            (&["a.xlsx", "a final.xlsx"], vec![Replaced(1), Stands]),
            (&["a.xlsx", "a cập nhật bổ sung.xlsx"], vec![Stands, Continues(0)]),
            (
                &["Xã Vạn Phú.xlsx", "Xã Vạn Phú năm 2025.xlsx"],
                vec![Stands, Beside(0)],
            ),
        ] {
            assert_eq!(of(names), expected, "{names:?}");
        }
        for names in [
            ["Dự thảo BC Phú Đình.xlsx", "BC Phú Đình (bản ký).xlsx"],
            ["BC xã Phú Đình.xlsx", "Báo cáo chính thức.xlsx"],
        ] {
            let files = names.map(|name| (Version::of(name), 3));
            assert_eq!(fates(&files, |_, _| true), [Replaced(1), Stands], "{names:?}");
        }
        let empty_second = [(Version::of("a"), 5), (Version::of("a lần 2"), 0)];
        assert_eq!(fates(&empty_second, |_, _| true), [Stands, Beside(0)]);
    }

    #[test]
    fn the_title_inside_counts_in_brackets_or_alone() {
        let titled = |text: &str| Version::of("a.xlsx").with_title(&[text.to_owned()]).edition;
        assert_eq!(titled("BÁO CÁO tổng hợp ý kiến (lần 2)"), 2);
        assert_eq!(titled("Báo cáo lần 2"), 2);
        assert_eq!(titled("Hội nghị đối thoại lần thứ 2 năm 2025"), 1);
        assert_eq!(titled("Báo cáo phục vụ Hội nghị lần 2"), 1);
    }
}
