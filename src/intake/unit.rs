//! Which unit sent a report: told by its heading ("ĐẢNG ỦY XÃ PHÚ ĐÌNH"), its signature, the names of sheet, file and
//! folder. The heading wins; what disagrees or is only a guess becomes a finding.
//!
//! Văn Lăng is not Văn Lang, "huyện Đại Từ" is not "xã Đại Từ", and a name without its rank counts only where nothing
//! but a unit can be meant.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::line;
use super::person::is_name;
use super::slip::{one_slip, one_sound};
use super::token::{Token, file_tokens, tokens};
use crate::finding::{IntakeFinding, UnitSource};
use crate::model::UnitName;
use crate::plan::{Plan, Rank, Unit};
use crate::text::{clean, fold, undamaged};

/// The plan's units, ready to be found in texts.
#[derive(Debug)]
pub(crate) struct Units<'a> {
    names: Vec<Name<'a>>,
    /// Names by their first word without tones.
    by_first: BTreeMap<String, Vec<usize>>,
    /// Ranks that the plan's units have.
    ranks: BTreeSet<Rank>,
    /// Ranks of which the plan expects units that it does not list.
    unlisted: BTreeSet<Rank>,
}

#[derive(Debug)]
struct Name<'a> {
    unit: &'a Unit,
    words: Vec<Token>,
}

/// Where a table stands and what stands around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) heading: &'a [String],
    pub(crate) closing: &'a [String],
    pub(crate) sheet: &'a str,
    /// Path relative to the folder given.
    pub(crate) file: &'a str,
}

/// How well a text names a unit, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// With its rank and a slip of one letter.
    Slip,
    /// With another rank.
    OtherRank,
    /// With its rank and other tones.
    OtherTones,
    /// Without rank and without tones.
    BareToneless,
    /// Without rank.
    Bare,
    /// With its rank, without tones.
    Toneless,
    /// With its rank.
    Exact,
}

/// What a source says.
#[derive(Debug, Clone)]
enum Said<'a> {
    Nothing,
    One {
        unit: &'a Unit,
        fit: Fit,
        written: String,
    },
    /// Several units equally well.
    Several(Vec<&'a Unit>, String),
    /// A unit that the plan does not list.
    Unlisted(String, Rank),
}

/// The unit of a table and what a person should know about how it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) unit: UnitName,
    /// Whether any source but the file's name as a whole named it.
    pub(crate) told: bool,
    pub(crate) findings: Vec<IntakeFinding>,
}

impl<'a> Units<'a> {
    /// Of a plan, with aliases.
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let names: Vec<Name<'a>> = plan
            .units
            .iter()
            .flat_map(|unit| {
                let all = std::iter::once(&unit.name).chain(&unit.aliases);
                all.map(move |name| Name {
                    unit,
                    words: without_rank(tokens(name), unit.rank),
                })
            })
            .filter(|name| !name.words.is_empty())
            .collect();
        let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            if let Some(first) = name.words.first() {
                by_first.entry(first.folded.clone()).or_default().push(at);
            }
        }
        let unlisted: BTreeSet<Rank> = plan.expected.iter().map(|expected| expected.rank).collect();
        let ranks = plan
            .units
            .iter()
            .map(|unit| unit.rank)
            .chain(unlisted.iter().copied())
            .collect();
        Self {
            names,
            by_first,
            ranks,
            unlisted,
        }
    }

    /// The unit that sent a table.
    pub(crate) fn judge(&self, sources: Sources<'_>) -> Judged {
        let (folder, file) = sources.file.rsplit_once('/').unwrap_or(("", sources.file));
        // Who signs may be called like a unit: "Đồng Phúc Thịnh" is not xã Đồng Phúc.
        let closing: Vec<String> = sources.closing.iter().map(|text| unsigned(text)).collect();
        let said = [
            (UnitSource::Heading, self.in_texts(sources.heading)),
            (UnitSource::Signature, self.in_texts(&closing)),
            (UnitSource::Sheet, self.in_sheet(sources)),
            (UnitSource::File, self.in_name(stem(file), true)),
            (UnitSource::Folder, self.in_folders(folder)),
        ];
        let listed = |least: Fit| {
            said.iter().find_map(|(source, said)| match said {
                Said::One { unit, fit, written } if *fit >= least => Some((*source, *unit, *fit, written)),
                _ => None,
            })
        };
        let chosen = listed(Fit::BareToneless).or_else(|| listed(Fit::Slip));
        let unlisted = said.iter().find_map(|(source, said)| match said {
            Said::Unlisted(name, rank) => Some((*source, name, *rank)),
            _ => None,
        });
        match (chosen, unlisted) {
            (Some((source, unit, fit, written)), unlisted) => {
                // A heading that names a unit of no plan still wins over the name of a file.
                match unlisted.filter(|(from, name, _)| *from < source && !near(name, unit)) {
                    Some((_, name, rank)) => self.unlisted(name, rank, &said),
                    None => self.listed(source, unit, fit, written, &said),
                }
            }
            (None, Some((_, name, rank))) => self.unlisted(name, rank, &said),
            (None, None) => unclear(&said, sources),
        }
    }

    /// The unit that a cell of a table names and nothing else: "Xã Phú Đình".
    pub(crate) fn in_cell(&self, text: &str) -> Option<UnitName> {
        let words = tokens(text);
        match self.best(&words, true) {
            Said::One { unit, fit, .. } if fit >= Fit::BareToneless => {
                let name = self.names.iter().find(|name| name.unit.code == unit.code)?;
                (words.len() <= name.words.len() + 3).then(|| unit.unit_name())
            }
            _ => None,
        }
    }

    fn listed(
        &self,
        source: UnitSource,
        unit: &Unit,
        fit: Fit,
        written: &str,
        said: &[(UnitSource, Said<'_>)],
    ) -> Judged {
        let mut findings = Vec::new();
        if fit <= Fit::OtherTones {
            findings.push(IntakeFinding::UnitGuessed {
                written: written.to_owned(),
                taken: unit.full_name(),
            });
        }
        for (other_source, other) in said.iter().filter(|(other, _)| *other != source) {
            let differs = match other {
                Said::One { unit: other, fit, .. } => (other.code != unit.code
                    && *fit > Fit::OtherTones
                    && (*other_source != UnitSource::Folder || *fit >= Fit::Toneless))
                    .then(|| other.full_name()),
                Said::Unlisted(name, _)
                    if *other_source == UnitSource::File || *other_source == UnitSource::Heading =>
                {
                    (!near(name, unit)).then(|| name.clone())
                }
                _ => None,
            };
            if let Some(other) = differs {
                findings.push(IntakeFinding::UnitsDiffer {
                    taken: unit.full_name(),
                    other,
                    source: *other_source,
                });
            }
        }
        Judged {
            unit: unit.unit_name(),
            told: true,
            findings,
        }
    }

    fn unlisted(&self, name: &str, rank: Rank, said: &[(UnitSource, Said<'_>)]) -> Judged {
        let mut findings = Vec::new();
        if !self.unlisted.contains(&rank) {
            findings.push(IntakeFinding::UnitUnknown {
                unit: name.to_owned(),
            });
        }
        for (source, other) in said {
            if let Said::One { unit, fit, .. } = other
                && *fit > Fit::OtherTones
                && *source != UnitSource::Folder
            {
                findings.push(IntakeFinding::UnitsDiffer {
                    taken: name.to_owned(),
                    other: unit.full_name(),
                    source: *source,
                });
            }
        }
        Judged {
            unit: UnitName {
                code: None,
                name: name.to_owned(),
            },
            told: true,
            findings,
        }
    }

    /// What the texts of a heading or a signature say; the first of the best. Where the conference was held counts only where
    /// nothing else is said for sure.
    fn in_texts(&self, texts: &[String]) -> Said<'a> {
        let lines = texts.iter().flat_map(|text| text.lines());
        let lines = lines.filter(|line| !is_addressee(line));
        let whole: Vec<Vec<Token>> = lines.map(|line| tokens(&closed_up(line))).collect();
        let senders: Vec<&[Token]> = whole.iter().map(|words| before_place(words)).collect();
        let said = self.in_lines(&senders);
        match said {
            Said::One { fit, .. } if fit >= Fit::Toneless => said,
            _ => self.in_lines(&whole.iter().map(Vec::as_slice).collect::<Vec<_>>()),
        }
    }

    fn in_lines(&self, lines: &[&[Token]]) -> Said<'a> {
        let mut best = Said::Nothing;
        for words in lines {
            let said = self.best(words, is_unit_line(words));
            if weight(&said) > weight(&best) {
                best = said;
            }
        }
        match best {
            Said::Nothing => lines
                .iter()
                .find_map(|words| self.unknown(words, false))
                .map_or(Said::Nothing, |(name, rank)| Said::Unlisted(name, rank)),
            best => best,
        }
    }

    /// The name of a sheet is no unit's where the heading says of which hamlet it is: "XÓM TRUNG THÀNH".
    fn in_sheet(&self, sources: Sources<'_>) -> Said<'a> {
        const HAMLETS: [&str; 7] = ["xom ", "thon ", "tdp ", "to dan pho ", "ban ", "ap ", "khu "];
        let sheet = fold(&clean(sources.sheet));
        let of_hamlet = sources.heading.iter().flat_map(|text| text.lines()).any(|line| {
            let line = fold(&clean(line));
            HAMLETS
                .iter()
                .any(|hamlet| line.strip_prefix(hamlet) == Some(&sheet))
        });
        if of_hamlet {
            Said::Nothing
        } else {
            self.in_name(sources.sheet, true)
        }
    }

    /// What the name of a file or sheet says, whose words may be parted by anything or run together.
    fn in_name(&self, name: &str, bare: bool) -> Said<'a> {
        let name = decoded(name);
        let one = |said: &Said<'_>| matches!(said, Said::One { .. });
        let received = self.in_received_name(&name, bare);
        if one(&received) {
            return received;
        }
        // In an old font no letter tells whether a name is damaged; that it then names a unit does.
        let mut repaired = undamaged(&name).map(|name| self.in_received_name(&name, bare));
        repaired.find(one).unwrap_or(received)
    }

    fn in_received_name(&self, name: &str, bare: bool) -> Said<'a> {
        let words = file_tokens(name);
        let mut said = self.best(&words, bare);
        if matches!(said, Said::Nothing) {
            said = self.run_together(&words);
        }
        if matches!(said, Said::Nothing) {
            said = self.by_code(&words);
        }
        match said {
            Said::Nothing => self
                .unknown(&words, true)
                .map_or(Said::Nothing, |(name, rank)| Said::Unlisted(name, rank)),
            said => said,
        }
    }

    fn in_folders(&self, folder: &str) -> Said<'a> {
        let said = folder.rsplit('/').map(|part| self.in_name(part, true));
        said.into_iter()
            .find(|said| !matches!(said, Said::Nothing))
            .unwrap_or(Said::Nothing)
    }

    /// The best that a run of words says.
    fn best(&self, words: &[Token], bare: bool) -> Said<'a> {
        let mut hits: Vec<(Fit, usize, std::cmp::Reverse<usize>, &'a Unit)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for index in self.by_first.get(&word.folded).into_iter().flatten() {
                let Some(name) = self.names.get(*index) else {
                    continue;
                };
                let Some(window) = words.get(at..at + name.words.len()) else {
                    continue;
                };
                if let Some(fit) = self.fit(words, at, window, name, bare) {
                    hits.push((fit, name.words.len(), std::cmp::Reverse(at), name.unit));
                }
            }
        }
        if hits.is_empty() {
            hits = self.slips(words);
        }
        let Some((fit, length, at, _)) = hits
            .iter()
            .max_by_key(|(fit, length, at, _)| (*fit, *length, *at))
            .copied()
        else {
            return Said::Nothing;
        };
        let mut units: Vec<&'a Unit> = hits
            .iter()
            .filter(|(f, l, a, _)| (*f, *l, *a) == (fit, length, at))
            .map(|(.., unit)| *unit)
            .collect();
        units.dedup_by_key(|unit| &unit.code);
        let from = if fit == Fit::Bare || fit == Fit::BareToneless {
            at.0
        } else {
            at.0.saturating_sub(1)
        };
        let written: Vec<&str> = words
            .get(from..at.0 + length)
            .unwrap_or_default()
            .iter()
            .map(|word| word.text.as_str())
            .collect();
        let written = written.join(" ");
        match units.as_slice() {
            [unit] => Said::One { unit, fit, written },
            _ => Said::Several(units, written),
        }
    }

    /// How the words at a place name a unit, if they do.
    fn fit(&self, words: &[Token], at: usize, window: &[Token], name: &Name<'_>, bare: bool) -> Option<Fit> {
        let pairs = || window.iter().zip(&name.words);
        if pairs().any(|(a, b)| a.folded != b.folded) || window.iter().skip(1).any(|word| word.after_stop) {
            return None;
        }
        let exact = pairs().all(|(a, b)| a.toned == b.toned);
        let toneless = pairs().all(|(a, b)| a.toned == a.folded || a.toned == b.toned);
        let figures = name
            .words
            .iter()
            .all(|word| word.folded.chars().all(|c| c.is_ascii_digit()));
        match (before(words, at), exact, toneless) {
            (Before::Rank(ranks), exact, toneless) if ranks.contains(&name.unit.rank) => {
                Some(match (exact, toneless) {
                    (true, _) => Fit::Exact,
                    (false, true) => Fit::Toneless,
                    (false, false) => Fit::OtherTones,
                })
            }
            (Before::Rank(ranks), exact, toneless) => {
                let commune = |rank: &Rank| matches!(rank, Rank::Xa | Rank::Phuong | Rank::ThiTran);
                (ranks.iter().all(commune) && commune(&name.unit.rank) && (exact || toneless))
                    .then_some(Fit::OtherRank)
            }
            (Before::Other, exact, toneless) => {
                let alone = name.unit.rank == Rank::CoQuan;
                let capital = window.iter().all(|word| word.capital) || toneless && bare;
                let allowed = bare
                    || alone
                    || prefixed(words, at)
                    || words
                        .get(at + window.len())
                        .is_some_and(|next| next.folded == "ngay");
                match (exact, toneless) {
                    (true, _) if alone => Some(Fit::Exact),
                    (true, _) if allowed && capital && !figures => Some(Fit::Bare),
                    (false, true) if allowed && capital && !figures => Some(Fit::BareToneless),
                    _ => None,
                }
            }
        }
    }

    /// Names after their rank with a slip of one letter, such as no other unit has, or with a word of three that only its first
    /// letter stands for: "P. Phan Đ. Phùng".
    fn slips(&self, words: &[Token]) -> Vec<(Fit, usize, std::cmp::Reverse<usize>, &'a Unit)> {
        let mut hits = Vec::new();
        for at in 0..words.len() {
            let Before::Rank(ranks) = before(words, at) else {
                continue;
            };
            for name in self.names.iter().filter(|name| ranks.contains(&name.unit.rank)) {
                let length: usize = name.words.iter().map(|word| word.folded.len()).sum();
                let Some(window) = words.get(at..at + name.words.len()) else {
                    continue;
                };
                let wrong: Vec<(&Token, &Token)> = window
                    .iter()
                    .zip(&name.words)
                    .filter(|(a, b)| a.folded != b.folded)
                    .collect();
                let initial = |a: &Token, b: &Token| {
                    let one = a.folded.chars().nth(1).is_none();
                    one && a.capital && name.words.len() > 2 && b.folded.starts_with(&a.folded)
                };
                let mut pairs = window.windows(2);
                let parted = pairs.any(|pair| {
                    matches!(pair, [before, word] if word.after_stop && before.folded.chars().nth(1).is_some())
                });
                if let [(a, b)] = wrong.as_slice()
                    && length >= 5
                    && !parted
                    && (initial(a, b)
                        || one_slip(&a.folded, &b.folded) && a.folded.get(..1) == b.folded.get(..1)
                        || one_sound(&a.folded, &b.folded))
                    && !a.folded.chars().any(|c| c.is_ascii_digit())
                {
                    hits.push((Fit::Slip, name.words.len(), std::cmp::Reverse(at), name.unit));
                }
            }
        }
        hits
    }

    /// The official code of a unit, as some programs name files by: "05605_BC".
    fn by_code(&self, words: &[Token]) -> Said<'a> {
        const DIGITS: usize = 5;
        let official = |code: &str| code.len() == DIGITS && code.bytes().all(|c| c.is_ascii_digit());
        let found = words.iter().find_map(|word| {
            let mut names = self.names.iter().filter(|name| official(&name.unit.code));
            Some((names.find(|name| name.unit.code == word.text)?.unit, word))
        });
        found.map_or(Said::Nothing, |(unit, word)| Said::One {
            unit,
            fit: Fit::Bare,
            written: word.text.clone(),
        })
    }

    /// "xaphudinh", "phudinh", "bcphudinh".
    fn run_together(&self, words: &[Token]) -> Said<'a> {
        let mut units: Vec<(&'a Unit, &str)> = Vec::new();
        for word in words.iter().filter(|word| word.folded.len() > 5) {
            for name in &self.names {
                let joined: String = name.words.iter().map(|word| word.folded.as_str()).collect();
                let rank: String = fold(name.unit.rank.word()).split(' ').collect();
                let folded = REPORT.iter().find_map(|report| word.folded.strip_prefix(report));
                let folded = folded.unwrap_or(&word.folded);
                let rest = folded
                    .strip_prefix(&rank)
                    .filter(|_| !rank.is_empty())
                    .unwrap_or(folded);
                if rest == joined || word.folded == joined {
                    units.push((name.unit, word.text.as_str()));
                }
            }
        }
        units.dedup_by_key(|(unit, _)| &unit.code);
        match units.as_slice() {
            [] => Said::Nothing,
            [(unit, written)] => Said::One {
                unit,
                fit: Fit::BareToneless,
                written: (*written).to_owned(),
            },
            [(_, written), ..] => Said::Several(
                units.iter().map(|(unit, _)| *unit).collect(),
                (*written).to_owned(),
            ),
        }
    }

    /// A unit of one of the plan's ranks that the plan does not list: its rank and the words with capitals after it.
    fn unknown(&self, words: &[Token], in_name: bool) -> Option<(String, Rank)> {
        let with_tones = words.iter().any(|word| word.toned != word.folded);
        (0..words.len()).find_map(|at| {
            let Before::Rank(ranks) = before(words, at) else {
                return None;
            };
            if inside_rank(words, at) {
                return None;
            }
            // Where communes send reports, one of another kind is one of an old name.
            let commune = |rank: &Rank| matches!(rank, Rank::Xa | Rank::Phuong | Rank::ThiTran);
            let sends =
                |rank: &Rank| self.ranks.contains(rank) || commune(rank) && self.ranks.iter().any(commune);
            let rank = *ranks.iter().find(|rank| sends(rank))?;
            let hamlet = !matches!(
                rank,
                Rank::Xa | Rank::Phuong | Rank::ThiTran | Rank::Huyen | Rank::Tinh
            );
            let name: Vec<&Token> = words
                .get(at..)?
                .iter()
                .enumerate()
                .take_while(|(index, word)| {
                    (*index == 0 || !word.after_stop)
                        && !stops(words, at + index, with_tones)
                        && (word.capital
                            || in_name
                            || hamlet && word.folded.chars().all(|c| c.is_ascii_digit()))
                        && (hamlet || !word.folded.starts_with(|c: char| c.is_ascii_digit()))
                })
                .map(|(_, word)| word)
                .take(4)
                .collect();
            let enough = name.len() > 1 || hamlet && !name.is_empty();
            let title: Vec<String> = name.iter().map(|word| title_case(&word.text)).collect();
            enough.then(|| (format!("{} {}", rank.word(), title.join(" ")), rank))
        })
    }
}

/// Whether a word ends a unit's name. In a text with tones "Tân Thành", "Làng Phan" and "Bản Áng" are names, although
/// without tones they look like "thành phố", "phần" and "ban".
fn stops(words: &[Token], at: usize, with_tones: bool) -> bool {
    let toned = |at: usize| words.get(at).map_or("", |word| word.toned.as_str());
    match toned(at) {
        _ if !with_tones => words
            .get(at)
            .is_some_and(|word| STOPS.contains(&word.folded.as_str())),
        "thành" => toned(at + 1) == "phố",
        "thị" => matches!(toned(at + 1), "xã" | "trấn"),
        word => STOPS_WITH_TONES.contains(&word),
    }
}

/// Words that follow a unit's name and do not belong to it, as a text with tones has them.
const STOPS_WITH_TONES: [&str; 25] = [
    "báo",
    "bc",
    "số",
    "năm",
    "tỉnh",
    "huyện",
    "lần",
    "phần",
    "ngày",
    "tháng",
    "xã",
    "phường",
    "tổng",
    "gửi",
    "final",
    "copy",
    "v",
    "ban",
    "biểu",
    "hội",
    "diện",
    "tại",
    "của",
    "về",
    "đảng",
];

/// The same in a text without tones.
const STOPS: [&str; 34] = [
    "bao", "cao", "bc", "so", "nam", "tinh", "huyen", "thi", "thanh", "pho", "lan", "phan", "ngay", "thang",
    "xa", "phuong", "tong", "hop", "gui", "final", "copy", "v", "ban", "bieu", "mau", "hoi", "nghi", "dien",
    "tai", "cua", "ve", "dang", "uy", "khoa",
];

fn weight(said: &Said<'_>) -> u32 {
    match said {
        Said::Nothing | Said::Unlisted(..) => 0,
        Said::One { fit: Fit::Slip, .. } => 1,
        Said::One {
            fit: Fit::OtherRank, ..
        } => 2,
        Said::One {
            fit: Fit::OtherTones, ..
        } => 3,
        Said::Several(..) => 4,
        Said::One {
            fit: Fit::BareToneless,
            ..
        } => 5,
        Said::One { fit: Fit::Bare, .. } => 6,
        Said::One {
            fit: Fit::Toneless, ..
        } => 7,
        Said::One { fit: Fit::Exact, .. } => 8,
    }
}

/// Nothing names one unit: several fit, or the file's name must do.
fn unclear(said: &[(UnitSource, Said<'_>)], sources: Sources<'_>) -> Judged {
    let several: Vec<(&Vec<&Unit>, &String)> = said
        .iter()
        .filter_map(|(_, said)| match said {
            Said::Several(units, written) => Some((units, written)),
            _ => None,
        })
        .collect();
    let label = sources
        .heading
        .iter()
        .find_map(|text| line::labelled_sender(text));
    let (name, findings) = match (several.first(), label) {
        (Some((units, written)), _) => {
            let names: Vec<String> = units.iter().map(|unit| unit.full_name()).collect();
            let units = names.join(", ");
            ((*written).clone(), vec![IntakeFinding::UnitUnclear { units }])
        }
        (None, Some(label)) => (label.clone(), vec![IntakeFinding::UnitUnknown { unit: label }]),
        (None, None) => (sources.file.to_owned(), vec![IntakeFinding::UnitUnnamed]),
    };
    Judged {
        told: !several.is_empty(),
        unit: UnitName { code: None, name },
        findings,
    }
}

/// Whether a name of a unit differs little from a plan's unit: a slip that the search did not dare to take.
fn near(name: &str, unit: &Unit) -> bool {
    let (a, b) = (fold(name), fold(&unit.full_name()));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    a.len() == b.len() && a.iter().zip(&b).filter(|(x, y)| x != y).count() <= 1
}

enum Before {
    Rank(Vec<Rank>),
    Other,
}

/// The rank that stands before a place; of "xã/phường" both.
fn before(words: &[Token], at: usize) -> Before {
    let at = match words.get(at.wrapping_sub(1)).map(|word| word.folded.as_str()) {
        // "tổ dân phố số 3", "thôn số 5"
        Some("so") if at > 1 => at - 1,
        _ => at,
    };
    let mut ranks: Vec<Rank> = Vec::new();
    let mut end = at;
    while let Some((rank, length)) = rank_ending(words, end) {
        ranks.extend(rank);
        end -= length;
    }
    // "đường liên xã A - B" leads from one to the other.
    let between = || {
        let word = end.checked_sub(1).and_then(|at| words.get(at));
        word.is_some_and(|word| word.folded == "lien")
    };
    if ranks.is_empty() || between() {
        Before::Other
    } else {
        Before::Rank(ranks)
    }
}

/// Ranks of several words.
const LONG_RANKS: [(&[&str], Rank); 5] = [
    (&["to", "dan", "pho"], Rank::ToDanPho),
    (&["thanh", "pho"], Rank::Huyen),
    (&["thi", "xa"], Rank::Huyen),
    (&["thi", "tran"], Rank::ThiTran),
    (&["huyen", "uy"], Rank::Huyen),
];

/// Whether a place is in the middle of a rank's words: "dân phố" after "tổ" is no name.
fn inside_rank(words: &[Token], at: usize) -> bool {
    LONG_RANKS.iter().any(|(long, _)| {
        (1..long.len()).any(|done| {
            let window = at
                .checked_sub(done)
                .and_then(|from| words.get(from..from + long.len()));
            window.is_some_and(|window| {
                window
                    .iter()
                    .map(|word| word.folded.as_str())
                    .eq(long.iter().copied())
            })
        })
    })
}

/// The rank whose words end before a place, and how many words it has.
fn rank_ending(words: &[Token], end: usize) -> Option<(Vec<Rank>, usize)> {
    for (long, rank) in LONG_RANKS {
        if let Some(window) = end.checked_sub(long.len()).and_then(|from| words.get(from..end))
            && window
                .iter()
                .map(|word| word.folded.as_str())
                .eq(long.iter().copied())
        {
            return Some((vec![rank], long.len()));
        }
    }
    let word = words.get(end.checked_sub(1)?)?;
    let ranks = match word.folded.as_str() {
        "xa" => vec![Rank::Xa],
        "phuong" => vec![Rank::Phuong],
        "thon" => vec![Rank::Thon],
        "xom" => vec![Rank::Xom],
        "ban" if word.toned == "bản" => vec![Rank::Ban],
        "tdp" | "to" => vec![Rank::ToDanPho],
        "huyen" | "tp" | "tx" | "quan" => vec![Rank::Huyen],
        "tinh" => vec![Rank::Tinh],
        "x" if word.capital || word.dotted => vec![Rank::Xa, Rank::Xom],
        "p" | "f" if word.capital || word.dotted => vec![Rank::Phuong],
        "px" => vec![Rank::Xa, Rank::Phuong],
        "tt" => vec![Rank::ThiTran],
        _ => return None,
    };
    Some((ranks, 1))
}

/// Words for a report that names of files run together with the unit's.
const REPORT: [&str; 5] = ["baocao", "tonghop", "ykien", "bc", "th"];

/// "X Ã  P H Ú  Đ Ì N H": a heading whose letters are parted by spaces, and its words by several, closed up.
fn closed_up(line: &str) -> String {
    const FEWEST_LETTERS: usize = 6;
    let letters = || line.split_whitespace();
    let parted = letters().nth(FEWEST_LETTERS).is_some() && letters().all(|one| one.chars().count() == 1);
    if !parted {
        return with_rank_apart(line);
    }
    let words = line
        .split("  ")
        .map(|word| word.split_whitespace().collect::<String>());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// "ĐẢNG ỦY PHƯỜNGPHAN ĐÌNH PHÙNG" with the space that was lost behind the kind of unit.
fn with_rank_apart(line: &str) -> String {
    const FEWEST_LETTERS: usize = 2;
    let apart = |word: &str| {
        let parted = ["PHƯỜNG", "Phường", "XÃ", "Xã"].iter().find_map(|rank| {
            let rest = word.strip_prefix(rank)?;
            let named = rest.starts_with(char::is_uppercase) && rest.chars().count() >= FEWEST_LETTERS;
            named.then(|| format!("{rank} {rest}"))
        });
        parted.unwrap_or_else(|| word.to_owned())
    };
    line.split(' ').map(apart).collect::<Vec<_>>().join(" ")
}

/// The name of a file that a browser wrote with percent signs: "B%C3%A1o%20c%C3%A1o".
fn decoded(name: &str) -> Cow<'_, str> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = |digit: u8| {
            char::from(digit)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        let byte = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = byte.and_then(|_| after.get(2..)).unwrap_or(after);
    }
    match String::from_utf8(bytes) {
        Ok(text) if text != name => Cow::Owned(text),
        _ => Cow::Borrowed(name),
    }
}

/// A name after "Đảng ủy", "UBND", "MTTQ" needs no rank to be a unit's.
fn prefixed(words: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|word| {
            matches!(
                word.folded.as_str(),
                "ubnd" | "hdnd" | "uy" | "du" | "mttq" | "dan" | "vi" | "bo"
            )
        })
}

/// A line that consists of a unit's name and words of office, so that no rank is needed.
fn is_unit_line(words: &[Token]) -> bool {
    let office = |word: &Token| {
        matches!(
            word.folded.as_str(),
            "don" | "vi" | "bao" | "cao" | "dang" | "uy" | "ubnd" | "bo" | "ten" | "gui" | "cua"
        )
    };
    words.iter().filter(|word| !office(word)).count() <= 3
}

/// The words of a line without the place of a conference: "ĐẢNG ỦY XÃ A - tại hội trường xã B", "điểm cầu phường B".
fn before_place(words: &[Token]) -> &[Token] {
    let is = |at: usize, word: &str| {
        let token = words.get(at);
        token.is_some_and(|token| token.text.to_lowercase() == word)
    };
    let place = (0..words.len()).find(|at| is(*at, "tại") || is(*at, "điểm") && is(*at + 1, "cầu"));
    words.get(..place.unwrap_or(words.len())).unwrap_or_default()
}

/// "Kính gửi: ..." and the recipients after "Nơi nhận" name whom the report goes to.
fn is_addressee(line: &str) -> bool {
    let folded = fold(&clean(line));
    ["kinh gui", "noi nhan", "-", "+", "luu"]
        .iter()
        .any(|start| folded.starts_with(start))
}

/// An alias may carry its rank.
fn without_rank(words: Vec<Token>, rank: Rank) -> Vec<Token> {
    let count = rank.word().split(' ').filter(|word| !word.is_empty()).count();
    let carries =
        words.len() > count && matches!(before(&words, count), Before::Rank(ranks) if ranks.contains(&rank));
    if carries {
        words.into_iter().skip(count).collect()
    } else {
        words
    }
}

fn stem(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 5 && !stem.is_empty() => stem,
        _ => file,
    }
}

/// "PHÚ ĐÌNH" and "phú đình" become "Phú Đình".
fn title_case(word: &str) -> String {
    let mut chars = word.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &chars.as_str().to_lowercase()
}

/// A text of the signature block without the name of who signs, alone or below the office: "T/M BAN THƯỜNG VỤ", "Nguyễn Đức Lương".
fn unsigned(text: &str) -> String {
    let text = text.trim_end();
    let (office, last) = text.rsplit_once('\n').unwrap_or(("", text));
    if is_name(last) { office } else { text }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(heading: &[&str], sheet: &str, file: &str) -> Judged {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let units = Units::of(&plan);
        let heading: Vec<String> = heading.iter().map(|text| (*text).to_owned()).collect();
        units.judge(Sources {
            heading: &heading,
            closing: &[],
            sheet,
            file,
        })
    }

    #[test]
    fn a_unit_is_found_in_its_heading() {
        for (text, name) in [
            ("ĐẢNG ỦY XÃ PHÚ ĐÌNH", "xã Phú Đình"),
            ("Đảng uỷ xã Điềm Thụy", "xã Điềm Thuỵ"),
            ("ĐẢNG BỘ HUYỆN ĐẠI TỪ\nĐẢNG ỦY XÃ PHÚ LẠC", "xã Phú Lạc"),
            ("Đơn vị: Phú Đình", "xã Phú Đình"),
            ("Xã: Văn Lăng", "xã Văn Lăng"),
            ("UBND XÃ VĂN LANG", "xã Văn Lang"),
            ("Đơn vị: phường Phan Đình Phùng", "phường Phan Đình Phùng"),
            ("Nam Hòa, ngày 05 tháng 12 năm 2025", "xã Nam Hoà"),
            ("DANG UY XA PHU DINH", "xã Phú Đình"),
            ("ĐẢNG ỦY XÃ/PHƯỜNG BẮC KẠN", "phường Bắc Kạn"),
            ("TỔNG HỢP Ý KIẾN CỦA XÃ LAM VĨ", "xã Lam Vỹ"),
            ("ĐẢNG ỦY XÃ PHÚ-ĐÌNH", "xã Phú Đình"),
            ("X Ã  P H Ú  Đ Ì N H", "xã Phú Đình"),
            ("ĐẢNG ỦY PHƯỜNGPHAN ĐÌNH PHÙNG", "phường Phan Đình Phùng"),
            ("ĐẢNG ỦY THỊ TRẤN HÙNG SƠN", "xã Đại Từ"),
            (
                "Tuyến đường liên xã Kim Phượng - Lam Vỹ của nhân dân xã Lam Vỹ",
                "xã Lam Vỹ",
            ),
            (
                "đu\u{31b}o\u{31b}\u{300}ng XÃ PHU\u{301} ĐI\u{300}NH",
                "xã Phú Đình",
            ),
        ] {
            let judged = judge(&[text], "Sheet1", "a.xlsx");
            assert_eq!(judged.unit.name, name, "{text}: {judged:?}");
            assert!(judged.unit.code.is_some());
            assert_eq!(judged.findings, [], "{text}");
        }
    }

    #[test]
    fn a_word_of_a_name_may_be_its_first_letter() {
        for (text, name) in [
            ("Đơn vị: P. Phan Đ. Phùng", "phường Phan Đình Phùng"),
            ("ĐU P. PHAN Đ PHÙNG", "phường Phan Đình Phùng"),
        ] {
            assert_eq!(judge(&[text], "Sheet1", "2.xlsx").unit.name, name, "{text}");
        }
    }

    #[test]
    fn a_sheet_called_like_the_hamlet_in_its_heading_names_no_unit() {
        let heading = ["XÓM TRUNG THÀNH", "Tổng hợp ý kiến của Nhân dân trong xóm"];
        let judged = judge(&heading, "Trung Thành", "Xã Thần Sa.xlsx");
        assert_eq!(
            (judged.unit.name.as_str(), judged.findings.as_slice()),
            ("xã Thần Sa", &[][..])
        );
        assert_eq!(
            judge(&[], "Trung Thành", "2.xlsx").unit.name,
            "phường Trung Thành"
        );
    }

    #[test]
    fn a_name_in_an_old_font_names_its_unit() {
        for (sheet, file) in [
            ("X· V¹n Phó", "bc.xlsx"),
            ("Sheet1", "B¸o c¸o x· V¹n Phó.xlsx"),
            ("Sheet1", "Baùo caùo xaõ Vaïn Phuù.xlsx"),
            ("Sheet1", "xÃ£ Váº¡n PhÃº.xlsx"),
            ("Sheet1", "V¹n Phó/bc.xlsx"),
        ] {
            let judged = judge(&[], sheet, file);
            assert_eq!(judged.unit.name, "xã Vạn Phú", "{sheet} {file}");
            assert_eq!(judged.findings, [], "{sheet} {file}");
        }
    }

    #[test]
    fn who_signs_a_report_is_no_unit() {
        let plan = Plan::built_in("thai-nguyen-2025").unwrap();
        let closing = [
            "TM. ỦY BAN NHÂN DÂN".to_owned(),
            "Đồng Phúc Thịnh".to_owned(),
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Đồng Phúc".to_owned(),
        ];
        let judged = Units::of(&plan).judge(Sources {
            heading: &["ĐẢNG ỦY XÃ VẠN PHÚ".to_owned()],
            closing: &closing,
            sheet: "Sheet1",
            file: "bc.xlsx",
        });
        assert_eq!(
            (judged.unit.name.as_str(), judged.findings),
            ("xã Vạn Phú", Vec::new())
        );
    }

    #[test]
    fn where_the_conference_was_held_is_not_who_sent_the_report() {
        for (heading, name) in [
            (
                &[
                    "Hội nghị đối thoại trực tuyến - điểm cầu chính: phường Phan Đình Phùng",
                    "ĐẢNG ỦY XÃ PHÚ ĐÌNH",
                ][..],
                "xã Phú Đình",
            ),
            (
                &["Ý kiến của nhân dân xã Phú Bình gửi hội nghị tại phường Phan Đình Phùng"],
                "xã Phú Bình",
            ),
            (
                &["BÁO CÁO kết quả hội nghị đối thoại tại xã Phú Đình"],
                "xã Phú Đình",
            ),
        ] {
            let judged = judge(heading, "Sheet1", "a.xlsx");
            assert_eq!(judged.unit.name, name, "{heading:?}: {judged:?}");
        }
    }

    #[test]
    fn a_unit_is_found_in_the_names_of_files_sheets_and_folders() {
        for (sheet, file, name) in [
            ("Sheet1", "BC_xa_Van Hán.xlsx", "xã Văn Hán"),
            ("Sheet1", "bao-cao-xa-phu-dinh.xlsx", "xã Phú Đình"),
            ("Sheet1", "12. xaphudinh_2025.xls", "xã Phú Đình"),
            ("Sheet1", "BaoCaoXaPhuDinh.xlsx", "xã Phú Đình"),
            ("Sheet1", "PhuDinh.xlsx", "xã Phú Đình"),
            ("Sheet1", "BCTANCUONG.xlsx", "xã Tân Cương"),
            (
                "Sheet1",
                "B%C3%A1o%20c%C3%A1o%20x%C3%A3%20Kha%20S%C6%A1n.xlsx",
                "xã Kha Sơn",
            ),
            ("Sheet1", "05455_BC.xlsx", "phường Quyết Thắng"),
            ("Sheet1", "X.Phú Đình.xlsx", "xã Phú Đình"),
            ("Sheet1", "P. Phan Đình Phùng - BC.xlsx", "phường Phan Đình Phùng"),
            ("Xã Phú Đình", "bao cao.xlsx", "xã Phú Đình"),
            ("Sheet1", "xa Phu Dinh/bao cao.xlsx", "xã Phú Đình"),
            ("Sheet1", "Đại Từ/xã Phú Lạc.xlsx", "xã Phú Lạc"),
            ("Sheet1", "Báo cáo xã Văn Lăng (lần 2).xlsx", "xã Văn Lăng"),
        ] {
            let judged = judge(&[], sheet, file);
            assert_eq!(judged.unit.name, name, "{sheet} {file}: {judged:?}");
            assert_eq!(judged.findings, [], "{file}");
        }
    }

    #[test]
    fn what_is_guessed_unclear_or_contradicted_is_said() {
        for (heading, file, name, code) in [
            ("ĐẢNG ỦY XÃ BẮC KẠN", "a.xlsx", "phường Bắc Kạn", "UnitGuessed"),
            ("ĐẢNG ỦY XÃ PHÚ ĐÌN", "a.xlsx", "xã Phú Đình", "UnitGuessed"),
            ("Đảng ủy xã Phú Đinh", "a.xlsx", "xã Phú Đình", "UnitGuessed"),
            ("DANG UY XA VAN LANG", "a.xlsx", "XA VAN LANG", "UnitUnclear"),
            (
                "ĐẢNG ỦY XÃ PHÚ ĐÌNH",
                "xa Van Han.xlsx",
                "xã Phú Đình",
                "UnitsDiffer",
            ),
            ("ĐẢNG ỦY XÃ TÂN LẬP", "a.xlsx", "xã Tân Lập", "UnitUnknown"),
            ("ĐẢNG ỦY XÃ LINH THÔNG", "a.xlsx", "xã Linh Thông", "UnitUnknown"),
            (
                "ĐẢNG ỦY THỊ TRẤN SÔNG MÃ",
                "a.xlsx",
                "thị trấn Sông Mã",
                "UnitUnknown",
            ),
            (
                "ĐẢNG ỦY XÃ ........",
                "bang tong hop.xlsx",
                "bang tong hop.xlsx",
                "UnitUnnamed",
            ),
            (
                "Đơn vị: Hội Nông dân tỉnh",
                "a.xlsx",
                "Hội Nông dân tỉnh",
                "UnitUnknown",
            ),
        ] {
            let judged = judge(&[heading], "Sheet1", file);
            assert_eq!(judged.unit.name, name, "{heading} {file}: {judged:?}");
            assert!(
                judged
                    .findings
                    .iter()
                    .any(|finding| format!("{finding:?}").starts_with(code)),
                "{heading}: {judged:?}"
            );
        }
        let judged = judge(&["DANG UY XA VAN LANG"], "Sheet1", "xã Văn Lăng.xlsx");
        assert_eq!(judged.unit.name, "xã Văn Lăng");
    }

    #[test]
    fn a_name_is_not_cut_where_it_looks_like_another_word_without_tones() {
        let plan = Plan::built_in("phu-luong-2022").unwrap();
        let units = Units::of(&plan);
        for (heading, name) in [
            ("XÓM LÀNG PHAN", "xóm Làng Phan"),
            ("XÓM TÂN THÀNH", "xóm Tân Thành"),
            ("Xóm Bản Mẫu báo cáo như sau", "xóm Bản Mẫu"),
            ("Xóm Hợp Nhất, xã Cổ Lũng", "xóm Hợp Nhất"),
            ("Xóm Tân Lập Thành phố Thái Nguyên", "xóm Tân Lập"),
        ] {
            let judged = units.judge(Sources {
                heading: &[heading.to_owned()],
                closing: &[],
                sheet: "Sheet1",
                file: "a.xlsx",
            });
            assert_eq!(judged.unit.name, name, "{heading}");
        }
    }

    #[test]
    fn words_that_only_look_like_a_unit_are_none() {
        for heading in [
            "Tổ chức thành công Hội nghị đối thoại",
            "HUYỆN ỦY ĐẠI TỪ",
            "Kính gửi: Đảng ủy xã Phú Đình",
            "TỈNH ỦY THÁI NGUYÊN",
            "Người lập: Trần Phú Thịnh",
        ] {
            let judged = judge(&[heading], "Sheet1", "a.xlsx");
            assert_eq!(judged.unit.code, None, "{heading}: {judged:?}");
        }
    }
}
