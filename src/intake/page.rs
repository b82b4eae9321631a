//! A sheet as a careful reader takes it in: the words of each visible cell, damaged letters repaired, what became a
//! formula by mistake read back, and what cannot be read as words named as such. Knows no table.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::merges::Merges;
use crate::finding::{CellTrouble, IntakeFinding};
use crate::settings;
use crate::spreadsheet::{Cell, Sheet, Value, cell_name};
use crate::text::{
    Code, Condition, Damage, clean, composed, condition, may_be_damaged, only_unicode_has,
    repair_like_the_rest, without_tones,
};

/// Row and column, from 0.
pub(crate) type At = (u32, u32);

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Words {
    /// As received, or as Excel shows a number or date.
    pub(crate) received: String,
    /// The received text with damaged letters repaired, where there were any.
    pub(crate) repaired: Option<String>,
    /// Why these are no words, if they are none.
    pub(crate) trouble: Option<CellTrouble>,
    /// Whether they were read back from a formula.
    pub(crate) from_formula: bool,
    /// Whether a formula stands behind what is shown.
    pub(crate) computed: bool,
    /// Whether only the beginning of a text stands here that is longer than any opinion.
    pub(crate) cut: bool,
}

impl Words {
    /// The words that a person can read.
    pub(crate) fn seen(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.received)
    }
}

/// A sheet's words and what was found while reading them: the finding and the cell that it is about.
pub(crate) struct Page {
    /// Cells that say something, by row and column.
    pub(crate) cells: BTreeMap<At, Words>,
    pub(crate) merges: Merges,
    pub(crate) findings: Vec<(Option<At>, IntakeFinding)>,
    /// Rows of paragraphs below a table of a document that hold no opinion.
    pub(crate) notes: BTreeSet<u32>,
}

impl Page {
    /// Reads a sheet.
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let merges = Merges::of(&sheet.merges);
        let mut page = Self {
            cells: BTreeMap::new(),
            merges,
            findings: Vec::new(),
            notes: BTreeSet::new(),
        };
        let mut covered: Vec<At> = Vec::new();
        let mut long: Vec<(Option<At>, IntakeFinding)> = Vec::new();
        for (at, cell) in &sheet.cells {
            let mut words = words(cell);
            if words.received.len() > settings::MAX_OPINION_TEXT {
                let characters = words.received.chars().count();
                long.push((Some(*at), IntakeFinding::TooLong { characters }));
                words = beginning(&words);
            }
            if clean(&words.received).is_empty() && words.trouble.is_none() {
                continue;
            }
            if page.merges.covers(*at) {
                covered.push(*at);
            } else {
                page.cells.insert(*at, words);
            }
        }
        page.findings.append(&mut long);
        if let Some(first) = covered.first() {
            let cells = covered.len();
            page.findings
                .push((Some(*first), IntakeFinding::UnderMerge { cells }));
        }
        page.name_what_the_reader_saw(sheet);
        page.repair();
        page.draw_capitals(&sheet.capitals);
        page.compose();
        page
    }

    /// The page without its first column, where that only numbers the rows of the sheet, the header's among them, as a sheet
    /// has them that was saved as a web page.
    pub(crate) fn without_row_numbers(&self) -> Option<Self> {
        const FEWEST_ROWS: usize = 3;
        let first = self.cells.keys().map(|(_, column)| *column).min()?;
        let numbered: Option<Vec<i64>> = self
            .cells
            .iter()
            .filter(|(at, _)| at.1 == first)
            .map(|((row, _), words)| Some(words.seen().trim().parse::<i64>().ok()? - i64::from(*row)))
            .collect();
        let numbered = numbered.filter(|all| all.len() >= FEWEST_ROWS)?;
        let even = numbered
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if one == next));
        even.then(|| Self {
            cells: self
                .cells
                .iter()
                .filter(|(at, _)| at.1 != first)
                .map(|(at, words)| (*at, words.clone()))
                .collect(),
            merges: self.merges.clone(),
            findings: Vec::new(),
            notes: BTreeSet::new(),
        })
    }

    /// The page with some of its rows only.
    pub(crate) fn of_rows(&self, rows: RangeInclusive<u32>) -> Self {
        let cells = self.cells.range((*rows.start(), 0)..=(*rows.end(), u32::MAX));
        Self {
            cells: cells.map(|(at, words)| (*at, words.clone())).collect(),
            merges: self.merges.clone(),
            findings: Vec::new(),
            notes: BTreeSet::new(),
        }
    }

    /// Words that are read or left out for a reason that the cells do not show.
    fn name_what_the_reader_saw(&mut self, sheet: &Sheet) {
        if sheet.hidden_words > 0 {
            let places = sheet.hidden_words;
            self.findings.push((None, IntakeFinding::HiddenWords { places }));
        }
        if sheet.tracked_changes > 0 {
            let places = sheet.tracked_changes;
            self.findings
                .push((None, IntakeFinding::TrackedChanges { places }));
        }
        if !sheet.text_boxes.is_empty() {
            let boxes = sheet.text_boxes.len();
            self.findings.push((None, IntakeFinding::TextBoxes { boxes }));
        }
        if let Some(first) = sheet.twice.first() {
            let cells = sheet.twice.len();
            self.findings
                .push((Some(*first), IntakeFinding::CellTwice { cells }));
        }
        let open = sheet.parted.as_ref().map(|parted| parted.open.as_slice());
        if let Some([first, rest @ ..]) = open {
            let cells = rest.len() + 1;
            self.findings
                .push((Some(*first), IntakeFinding::QuoteOpen { cells }));
        }
    }

    /// The words of one cell; empty where it says nothing.
    pub(crate) fn seen(&self, at: At) -> &str {
        self.cells.get(&at).map_or("", |words| words.seen().trim())
    }

    /// The cells of a row within some columns.
    pub(crate) fn row(&self, row: u32, columns: (u32, u32)) -> impl Iterator<Item = (At, &Words)> + Clone {
        self.cells
            .range((row, columns.0)..=(row, columns.1))
            .map(|(at, words)| (*at, words))
    }

    /// Repairs damaged letters: what is plain first, then the short texts that follow the rest of the sheet.
    fn repair(&mut self) {
        let mut found: BTreeMap<Damage, Vec<At>> = BTreeMap::new();
        let (mut doubtful, mut undecided, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for (at, words) in &mut self.cells {
            match condition(&words.received) {
                Condition::Sound if words.received.is_ascii() => {}
                Condition::Sound => undecided.push(*at),
                Condition::Doubtful => doubtful.push(*at),
                Condition::Damaged(damage, repaired) => {
                    found.entry(damage).or_default().push(*at);
                    words.repaired = Some(repaired);
                }
                Condition::Partly(damage, repaired) => {
                    found.entry(damage).or_default().push(*at);
                    words.repaired = Some(repaired);
                    left.push(*at);
                }
            }
        }
        let Some((main, most)) = found.iter().max_by_key(|(_, cells)| cells.len()) else {
            return self.name_damage(&doubtful);
        };
        let (follow, unsure) = self.follow_or_stay(&undecided, most);
        let mut follow = [doubtful.clone(), follow].concat();
        // A short text may fit several codes; what its sheet says of itself decides.
        let few = found.iter().filter(|(damage, cells)| {
            *damage != main && damage.code != Code::Entities && cells.len() * 4 < most.len()
        });
        follow.extend(few.flat_map(|(_, cells)| cells));
        self.follow(*main, &follow);
        // Where all is in an old font, a sign may be a letter, though too few stand in a text to tell.
        let old = matches!(main.code, Code::Tcvn3 | Code::Vni);
        doubtful.extend(follow.iter().filter(|at| old && self.may_be_damaged(**at, *main)));
        doubtful.retain(|at| self.cells.get(at).is_some_and(|words| words.repaired.is_none()));
        let either = |at: &At| {
            self.cells
                .get(at)
                .and_then(|words| repair_like_the_rest(&words.received, *main))
        };
        doubtful.extend(unsure.into_iter().filter(|at| either(at).is_some()));
        doubtful.extend(left);
        let codes: Vec<Code> = found.keys().map(|damage| damage.code).collect();
        if codes.contains(&Code::Tcvn3) {
            doubtful.extend(self.without_horned_u());
        }
        self.name_repairs(codes);
        doubtful.sort_unstable();
        doubtful.dedup();
        self.name_damage(&doubtful);
    }

    /// Cells whose letters tell nothing by themselves, by what the others in their column show: those that are damaged
    /// with them, and those that may be. In a column without damage they are sound.
    fn follow_or_stay(&self, undecided: &[At], damaged: &[At]) -> (Vec<At>, Vec<At>) {
        // Where most of a sheet is damaged it says so for every column.
        let everywhere = self.cells.len() < damaged.len() * 3;
        let mut columns: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for (at, words) in &self.cells {
            columns.entry(at.1).or_default().0 += usize::from(only_unicode_has(&words.received));
        }
        for at in damaged {
            columns.entry(at.1).or_default().1 += 1;
        }
        let beside = |at: &At| columns.get(&at.1).copied().unwrap_or_default();
        let hit = undecided
            .iter()
            .copied()
            .filter(|at| everywhere || beside(at).1 > 0);
        hit.partition(|at| {
            let (sound, damaged) = beside(at);
            everywhere || damaged > sound * 4
        })
    }

    fn may_be_damaged(&self, at: At, damage: Damage) -> bool {
        let words = self.cells.get(&at);
        words.is_some_and(|words| words.repaired.is_none() && may_be_damaged(&words.received, damage))
    }

    /// Repairs cells like the rest of their sheet, where they then read as well.
    fn follow(&mut self, damage: Damage, cells: &[At]) {
        for at in cells {
            if let Some(words) = self.cells.get_mut(at) {
                let like_the_rest = repair_like_the_rest(&words.received, damage);
                words.repaired = like_the_rest.or(words.repaired.take());
            }
        }
    }

    /// The repaired cells in which the letter ư is missing: TCVN3 has it in the place of the soft hyphen, which programs
    /// like to take away. No word is written "đợc" or "mơng".
    fn without_horned_u(&self) -> Vec<At> {
        let lacks = |words: &&Words| {
            let repaired = words.repaired.as_deref().unwrap_or_default();
            let mut parts = repaired.split(|c: char| !c.is_alphabetic());
            parts.any(|word| {
                let word = without_tones(&word.to_lowercase());
                !word.contains('ư') && ["ơc", "ơng"].iter().any(|rime| word.ends_with(rime))
            })
        };
        let cells = self.cells.iter().filter(|(_, words)| lacks(words));
        cells.map(|(at, _)| *at).collect()
    }

    /// What a font drew as capitals was repaired to small letters; a person saw capitals.
    fn draw_capitals(&mut self, capitals: &BTreeSet<At>) {
        for at in capitals {
            if let Some(words) = self.cells.get_mut(at) {
                words.repaired = words.repaired.take().map(|text| text.to_uppercase());
            }
        }
    }

    /// Puts marks that stand apart onto their letters, and đ in place of its look-alikes.
    fn compose(&mut self) {
        // A repair of old code pages may leave look-alikes.
        for words in self.cells.values_mut() {
            let whole = words.repaired.as_deref().and_then(composed);
            words.repaired = whole.or(words.repaired.take());
        }
        let mut mended = Vec::new();
        for (at, words) in self
            .cells
            .iter_mut()
            .filter(|(_, words)| words.repaired.is_none())
        {
            words.repaired = composed(&words.received);
            mended.extend(words.repaired.is_some().then_some(*at));
        }
        if let Some(first) = mended.first() {
            let cells = mended.len();
            self.findings
                .push((Some(*first), IntakeFinding::Composed { cells }));
        }
    }

    fn name_repairs(&mut self, codes: Vec<Code>) {
        let mut repaired = self.cells.iter().filter(|(_, words)| words.repaired.is_some());
        let first = repaired.next().map(|(at, _)| *at);
        let cells = usize::from(first.is_some()) + repaired.count();
        if let (Some(at), Some(code)) = (first, codes.first().map(|code| code_name(*code))) {
            self.findings
                .push((Some(at), IntakeFinding::Repaired { code, cells }));
        }
    }

    fn name_damage(&mut self, doubtful: &[At]) {
        if let Some(at) = doubtful.first() {
            let cells = doubtful.len();
            self.findings.push((Some(*at), IntakeFinding::Damaged { cells }));
        }
    }
}

fn code_name(code: Code) -> &'static str {
    match code {
        Code::Tcvn3 => "TCVN3, .VnTime",
        Code::Vni => "VNI",
        Code::Utf8 => "UTF-8",
        Code::Windows1258 => "Windows-1258",
        Code::Entities => "HTML",
    }
}

/// The name of a cell as Excel shows it.
pub(crate) fn name(at: At) -> String {
    cell_name(at.0, at.1)
}

fn words(cell: &Cell) -> Words {
    let plain = |received: String, trouble| Words {
        received,
        trouble,
        computed: cell.formula.is_some(),
        ..Words::default()
    };
    match &cell.value {
        Value::Text(text) if is_error_name(text) || is_reference(text) => {
            from_formula(cell, text.clone(), CellTrouble::Error)
        }
        Value::Text(text) => plain(text.clone(), None),
        Value::Number(number) => plain(number.to_string(), Some(CellTrouble::Number)),
        Value::Bool(flag) => plain(flag.to_string(), Some(CellTrouble::Number)),
        Value::Date(text) => plain(text.clone(), Some(CellTrouble::Date)),
        Value::Error(shown) => from_formula(cell, shown.clone(), CellTrouble::Error),
        Value::NoResult => from_formula(cell, String::new(), CellTrouble::NoResult),
    }
}

/// The first words of a text that is too long to be understood; the file keeps the rest.
fn beginning(words: &Words) -> Words {
    const KEPT: usize = 1000;
    Words {
        received: words.received.chars().take(KEPT).chain(['…']).collect(),
        cut: true,
        ..Words::default()
    }
}

/// "-Đường vào thôn" typed into a cell becomes a formula that shows `#NAME?`: its words stand in the formula only, behind the sign
/// that made it one.
fn from_formula(cell: &Cell, shown: String, trouble: CellTrouble) -> Words {
    match cell.formula.as_deref().filter(|formula| is_prose(formula)) {
        Some(formula) => Words {
            // In a list of several lines the sign stands before each.
            received: match formula.contains('\n') {
                true => formula.trim_start_matches('='),
                false => formula.trim_start_matches(['=', '-', '+', ' ']),
            }
            .to_owned(),
            from_formula: true,
            ..Words::default()
        },
        None => Words {
            received: shown,
            trouble: Some(trouble),
            ..Words::default()
        },
    }
}

/// "&j;": a text that stands elsewhere in the file, which nothing in it says.
fn is_reference(text: &str) -> bool {
    const LONGEST_NAME: usize = 30;
    let name = text
        .trim()
        .strip_prefix('&')
        .and_then(|name| name.strip_suffix(';'));
    name.is_some_and(|name| {
        let letters = name.chars().all(|c| c.is_ascii_alphanumeric());
        letters && (1..=LONGEST_NAME).contains(&name.len())
    })
}

/// An error value that was saved as text: "#REF!", "Err:509", "####".
fn is_error_name(text: &str) -> bool {
    let text = text.trim();
    let one_word = text.len() <= 16 && !text.contains(char::is_whitespace);
    let sharp = text.strip_prefix('#').is_some_and(|name| {
        let letters = name.trim_end_matches(['!', '?']);
        let named = letters
            .chars()
            .all(|c| c.is_alphabetic() && c.is_uppercase() || matches!(c, '/' | '0' | '_'));
        let unsigned = matches!(letters, "N/A" | "GETTING_DATA");
        !letters.is_empty() && named && (letters != name || unsigned)
            || name.len() > 2 && name.chars().all(|c| c == '#')
    });
    let numbered = text
        .strip_prefix("Err:")
        .is_some_and(|number| number.parse::<u16>().is_ok());
    one_word && (sharp || numbered)
}

/// Words rather than a computation: several words, no call of a function, no reference to a sheet or a range.
fn is_prose(formula: &str) -> bool {
    let formula = formula.trim_start_matches(['=', '-', '+', '@', ' ']);
    let call = formula
        .find('(')
        .and_then(|at| formula.get(..at))
        .is_some_and(|name| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
        });
    let words = formula
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic));
    let beyond_ascii = formula.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let count = words.count();
    !call && !formula.contains(['!', '$', '"']) && (count > 1 && beyond_ascii || count > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a column of texts, as read.
    fn read(texts: &[&str], change: impl FnOnce(&mut Sheet)) -> (Vec<String>, Vec<IntakeFinding>) {
        let mut sheet = Sheet::default();
        for (row, text) in (0..).zip(texts) {
            let value = Value::Text((*text).to_owned());
            sheet.cells.insert((row, 0), Cell { value, formula: None });
        }
        change(&mut sheet);
        let page = Page::of(&sheet);
        let seen = page.cells.values().map(|words| words.seen().to_owned());
        let found = page.findings.into_iter().map(|(_, found)| found);
        (seen.collect(), found.collect())
    }

    #[test]
    fn a_short_text_that_fits_two_codes_follows_its_sheet() {
        let texts = [
            "Ñeà nghò tænh xaây döïng caàu cöùng",
            "Tröôûng xoùm",
            "Xoùm Ñoàng Kieäu",
            "Hoaøng Vaên Toøng",
            "Ñöôøng vaøo xoùm xuoáng caáp",
            "Vuõ Nga",
        ];
        assert_eq!(read(&texts, |_| ()).0[5], "Vũ Nga");
    }

    #[test]
    fn a_short_text_follows_its_column_and_is_named_where_the_column_is_mixed() {
        let damaged = ["§Ò nghÞ s÷a ®\u{ad}êng", "CÊp n\u{ad}íc s¹ch", "Loa háng"];
        let (seen, found) = read(&damaged, |sheet| {
            for row in 0..9 {
                let value = Value::Text("Hà Văn Tân".to_owned());
                sheet.cells.insert((row, 1), Cell { value, formula: None });
            }
        });
        assert!(seen.contains(&"Loa hỏng".to_owned()), "{seen:?}");
        assert!(seen.contains(&"Hà Văn Tân".to_owned()), "{seen:?}");
        assert!(
            !found
                .iter()
                .any(|found| matches!(found, IntakeFinding::Damaged { .. }))
        );
        let mixed = [
            "§Ò nghÞ s÷a ®\u{ad}êng",
            "Đề nghị xây cầu",
            "Đường lầy lội",
            "Loa háng",
        ];
        let (seen, found) = read(&mixed, |_| ());
        assert_eq!(seen[3], "Loa háng");
        assert!(found.contains(&IntakeFinding::Damaged { cells: 1 }));
    }

    #[test]
    fn a_cell_that_is_half_in_an_old_font_is_repaired_and_what_may_be_either_is_named() {
        let (seen, found) = read(&["Đề nghị sửa đường ë xãm Nµ HÊu"], |_| ());
        assert_eq!(seen, ["Đề nghị sửa đường ở xóm Nà Hấu"]);
        assert!(
            !found
                .iter()
                .any(|found| matches!(found, IntakeFinding::Damaged { .. }))
        );
        let one = "Đề nghị cấp xãm §«ng";
        let (seen, found) = read(&[one], |_| ());
        assert_eq!(seen, [one]);
        assert!(found.contains(&IntakeFinding::Damaged { cells: 1 }));
    }

    #[test]
    fn letters_that_an_old_font_lost_are_named() {
        // TCVN3 writes ư as the soft hyphen.
        let whole = "Tr\u{ad}ëng xãm ®Ò nghÞ cÊp n\u{ad}íc s¹ch cho xãm §«ng".to_owned();
        let (seen, found) = read(&[&whole], |_| ());
        assert_eq!(seen, ["Trưởng xóm đề nghị cấp nước sạch cho xóm Đông"]);
        assert!(!found.contains(&IntakeFinding::Damaged { cells: 1 }));
        let (_, found) = read(&[&whole.replace('\u{ad}', "")], |_| ());
        assert!(found.contains(&IntakeFinding::Damaged { cells: 1 }));
    }

    #[test]
    fn signs_that_may_be_letters_of_an_old_font_are_named() {
        let whole = "Tr\u{ad}ëng xãm ®Ò nghÞ cÊp n\u{ad}íc s¹ch cho xãm §«ng";
        for sign in ["Sua cong § xom 5", "Cong ®400 bi tac", "Thay ong ø 400"] {
            let (seen, found) = read(&[whole, sign], |_| ());
            assert_eq!(seen[1], sign);
            assert!(found.contains(&IntakeFinding::Damaged { cells: 1 }), "{sign}");
        }
        for sound in [
            "Dien tich 500 m²",
            "Sua duong “xom” 5",
            "Xóm Cái",
            "Sua duong xom 5",
        ] {
            let (_, found) = read(&[whole, sound], |_| ());
            assert!(!found.contains(&IntakeFinding::Damaged { cells: 1 }), "{sound}");
        }
        let (_, found) = read(&["Đề nghị sửa đường", "Cống ø 400"], |_| ());
        assert_eq!(found, [], "no old font");
    }

    #[test]
    fn a_font_that_draws_capitals_gives_capitals() {
        let text = "®Ò nghÞ x©y cÇu";
        let capitals = |sheet: &mut Sheet| sheet.capitals.extend([(0, 0)]);
        assert_eq!(read(&[text], |_| ()).0, ["đề nghị xây cầu"]);
        assert_eq!(read(&[text], capitals).0, ["ĐỀ NGHỊ XÂY CẦU"]);
    }

    #[test]
    fn error_values_are_known_as_text_too() {
        for text in [
            "#REF!",
            "#DIV/0!",
            "#N/A",
            "#NAME?",
            "#GETTING_DATA",
            "#GIÁTRỊ!",
            "Err:509",
            "######",
        ] {
            assert!(is_error_name(text), "{text}");
        }
        for text in ["#", "#1 sửa đường", "#Đề nghị!", "Err", "Sửa cầu!"] {
            assert!(!is_error_name(text), "{text}");
        }
    }

    #[test]
    fn prose_is_told_from_a_computation() {
        for formula in [
            "-Đường vào thôn",
            "+ Đề nghị sửa cầu (cầu treo)",
            "=-Sửa đường",
            "-de nghi sua duong",
        ] {
            assert!(is_prose(formula), "{formula}");
        }
        for formula in [
            "SUM(D5:D9)",
            "-A1",
            "COUNTA(B2:B9)",
            "A1+B1",
            "'Trang tính'!A1",
            "\"Đề nghị\"&A1",
            "IF(A1>0,B1,C1)",
        ] {
            assert!(!is_prose(formula), "{formula}");
        }
    }
}
