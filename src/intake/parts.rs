//! Several opinions in one cell, told by bullets, numbers and lines; a sentence that was only wrapped stays whole, and
//! so does a cell that cannot be told, with a warning.

use super::asking::{acts, asks, asks_at_once, begins_asking, complains, count};
use super::header::{is_number_label, role};
use super::line::is_heading;
use super::mark::{Mark, capital, circled, follows, list_mark, mark, slips, without_mark};
use super::subject::is_field;
use crate::model::ColumnRole;
use crate::text::{canonical_tones, clean, fold};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Parts {
    /// One opinion.
    One,
    /// Several opinions under a common beginning ("Đề nghị tỉnh:"), if there is one.
    Several {
        /// What stands before the first of them.
        stem: Option<String>,
        /// In their order.
        parts: Vec<Part>,
    },
    /// One or several: nothing says which.
    Unsure,
}

/// One of several opinions in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Without its bullet or number.
    pub(crate) text: String,
    /// The subject under which it stands within the cell: "Về giao thông:".
    pub(crate) under: Option<String>,
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self { text, under: None }
    }
}

impl Parts {
    /// Several opinions with nothing before them.
    fn several(parts: impl IntoIterator<Item = String>) -> Self {
        Self::Several {
            stem: None,
            parts: parts.into_iter().map(Part::from).collect(),
        }
    }
}

/// Fewest words of a part: fewer are an item of an enumeration, not an opinion.
pub(super) const FEWEST_WORDS: usize = 3;

/// Fewest words of a line that is a sentence.
const SENTENCE: usize = 5;

/// Looks for several opinions in the words of a cell.
pub(crate) fn parts(text: &str) -> Parts {
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{2028}', '\u{b}'])
        .map(str::trim)
        .filter(|line| line.contains(char::is_alphanumeric))
        .collect();
    if lines.len() < 2 {
        return in_line(text);
    }
    if let Some(said) = inner_table(&lines) {
        return Parts::several(said);
    }
    if let Some(lines) = with_stem_apart(&lines) {
        return marked(&lines);
    }
    match marked(&lines) {
        Parts::One => by_bare_numbers(&lines)
            .or_else(|| by_subject(&lines))
            .or_else(|| by_paragraphs(text))
            .unwrap_or_else(|| by_lines(&lines)),
        found => found,
    }
}

/// What the rows of a table inside the cell say, below a header of its own: "TT | Ý kiến".
fn inner_table(lines: &[&str]) -> Option<Vec<String>> {
    let (header, rows) = lines.split_first()?;
    let (number, content) = header.split_once('\t')?;
    let heads = role(number) == Some(ColumnRole::Number) && role(content) == Some(ColumnRole::Content);
    let said = |row: &&str| {
        let (number, said) = row.split_once('\t')?;
        is_number_label(number).then(|| said.trim().to_owned())
    };
    heads.then(|| rows.iter().map(said).collect())?
}

/// The lines where a list begins behind the colon of the first one and goes on in those below: "Có 2 kiến nghị: 1. ...".
fn with_stem_apart<'t>(lines: &[&'t str]) -> Option<Vec<&'t str>> {
    let (first, below) = lines.split_first()?;
    let (stem, list) = first.split_once(": ").filter(|_| mark(first).is_none())?;
    let begins = matches!(mark(list)?.0, Mark::Number(1) | Mark::Letter('a'));
    let goes_on = below.iter().any(|line| {
        let marks = mark(line).zip(mark(list));
        marks.is_some_and(|((next, _), (one, _))| follows(one, next))
    });
    let stem = first.get(..=stem.len())?;
    (begins && goes_on).then(|| [&[stem, list.trim()], below].concat())
}

/// Lines that begin with marks of one kind.
fn marked(lines: &[&str]) -> Parts {
    let capitals = lines.iter().find_map(|line| capital(line));
    let capitals = matches!(capitals, Some((Mark::Capital('a'), _)));
    let marks: Vec<Option<(Mark, &str)>> = lines.iter().map(|line| list_mark(line, capitals)).collect();
    let Some((first, _)) = marks.iter().flatten().next().copied() else {
        return Parts::One;
    };
    if each_drawn(&marks) && marks.len() > 1 {
        return Parts::several(marks.into_iter().flatten().map(|(_, rest)| rest.to_owned()));
    }
    let mut order = Order::default();
    let (stem, parts) = gathered(lines, &marks, first, &mut order);
    if parts.len() < 2 {
        return out_of_order(&marks);
    }
    if !order.is_list(parts.iter().map(|part| part.text.as_str()), true) {
        return Parts::Unsure;
    }
    settle(stem.join("\n"), parts.into_iter().flat_map(nested).collect())
}

/// What stands before the first line with a mark, and the parts that the marks begin, each with the lines below it.
fn gathered<'t>(
    lines: &[&'t str],
    marks: &[Option<(Mark, &str)>],
    first: Mark,
    order: &mut Order,
) -> (Vec<&'t str>, Vec<Part>) {
    let is_subject = |line: &str| line.ends_with(':') && is_label(line.trim_end_matches(':'));
    let mut stem: Vec<&str> = Vec::new();
    let mut under: Option<String> = None;
    let mut parts: Vec<Part> = Vec::new();
    for (line, mark) in lines.iter().zip(marks) {
        match mark {
            Some((mark, rest)) if order.takes(*mark, first) => parts.push(Part {
                text: (*rest).to_owned(),
                under: under.clone(),
            }),
            // Bullets below a number, and lines that were wrapped, belong to the part above them.
            _ => match parts.last_mut() {
                // A subject without a mark is that of what follows, and what stands first is one, too.
                Some(_) if is_subject(line) => {
                    if let [first] = stem.as_slice()
                        && is_subject(first)
                    {
                        parts
                            .iter_mut()
                            .for_each(|part| part.under = Some((*first).to_owned()));
                        stem.clear();
                    }
                    under = Some((*line).to_owned());
                }
                Some(part) => {
                    part.text.push('\n');
                    part.text.push_str(line);
                }
                None => stem.push(line),
            },
        }
    }
    (stem, parts)
}

/// How the marks of a list follow one another.
#[derive(Debug, Default)]
struct Order {
    last: Option<Mark>,
    /// Whether a mark was left out or came twice.
    slipped: bool,
}

impl Order {
    /// Takes a mark that is the first of its list, the next one, or one that was meant to be.
    fn takes(&mut self, mark: Mark, first: Mark) -> bool {
        let follows = self.last.map_or(mark == first, |last| follows(last, mark));
        let slips = !follows && self.last.is_some_and(|last| slips(last, mark));
        self.slipped |= slips;
        if follows || slips {
            self.last = Some(mark);
        }
        follows || slips
    }

    /// Whether the parts are a list for sure. Where the marks alone do not say so, each part asks, or says what is wrong;
    /// where one of them has the wrong number, each part asks at once, or is a line of its own that asks.
    fn is_list<'p>(&self, mut parts: impl Iterator<Item = &'p str>, in_lines: bool) -> bool {
        let of_itself = |part: &str| asks(part) || complains(part);
        let sound = |part: &str| {
            asks_at_once(part) && count(part) >= FEWEST_WORDS
                || in_lines && !part.contains('\n') && count(part) >= SENTENCE && of_itself(part)
        };
        match self.last {
            _ if self.slipped => parts.all(sound),
            Some(Mark::Capital(_)) => parts.all(of_itself),
            _ => true,
        }
    }
}

/// What a part holds: a subject ("Về giao thông") with marked lines below it is as many opinions as there are lines, anything
/// else is one.
fn nested(part: Part) -> Vec<Part> {
    let labelled = part
        .text
        .split_once('\n')
        .filter(|(label, _)| !asks(label) && (label.trim_end().ends_with(':') || is_label(label)));
    let Some((label, below)) = labelled else {
        return vec![part];
    };
    let parted = match parts(below) {
        Parts::Several { stem: None, parts } => parts,
        _ if below.contains('\n') => Vec::new(),
        _ => {
            let one = without_mark(below).map(|text| Part::from(text.to_owned()));
            one.into_iter().collect()
        }
    };
    // Below a subject each line is an opinion that says more than a fact; below other words each asks at once.
    let bare = label.trim_end().trim_end_matches(':');
    let subject = is_heading(bare) || is_field(bare);
    let raises = |part: &Part| {
        let text = part.text.as_str();
        asks_at_once(text) || subject && count(text) >= FEWEST_WORDS && !is_fact(text)
    };
    if parted.is_empty() || !parted.iter().all(raises) {
        return vec![part];
    }
    let above = [part.under.as_deref(), Some(label)];
    parted
        .into_iter()
        .map(|inner| {
            let subjects: Vec<&str> = above
                .into_iter()
                .chain([inner.under.as_deref()])
                .flatten()
                .collect();
            Part {
                under: Some(subjects.join("\n")),
                text: inner.text,
            }
        })
        .collect()
}

/// Whether a text neither asks nor says what is wrong, and begins like one that tells how things are: "Xóm có 40 hộ".
fn is_fact(text: &str) -> bool {
    const TELLING: [&str; 12] = [
        "hiện ",
        "xóm ",
        "thôn ",
        "bản ",
        "tổ ",
        "xã ",
        "phường ",
        "toàn ",
        "năm ",
        "do ",
        "vì ",
        "cụ thể",
    ];
    let said = canonical_tones(&clean(text)).to_lowercase();
    !asks(text) && !complains(text) && TELLING.iter().any(|start| said.starts_with(start))
}

/// "Về giao thông", "Lĩnh vực đất đai": what the marked lines below are about.
fn is_label(text: &str) -> bool {
    const LONGEST_LABEL: usize = 8;
    const LONGEST_FIELD: usize = 4;
    let field = count(text) <= LONGEST_FIELD && !complains(text) && !asks(text) && !acts(text);
    count(text) <= LONGEST_LABEL && !text.ends_with(['.', ';', ',']) && (is_heading(text) || field)
}

/// Lines whose marks do not follow one another: several opinions with a slip in their numbers where each line asks at once,
/// unsure otherwise.
fn out_of_order(marks: &[Option<(Mark, &str)>]) -> Parts {
    let marked: Vec<&str> = marks.iter().flatten().map(|(_, rest)| *rest).collect();
    if marked.len() < 2 {
        return Parts::One;
    }
    if each_its_own_bullet(marks) && marked.iter().all(|line| count(line) >= FEWEST_WORDS) {
        return Parts::several(marked.into_iter().map(str::to_owned));
    }
    let numbers = marks
        .iter()
        .all(|mark| matches!(mark, Some((Mark::Number(_), _))));
    let raises = |line: &&str| {
        let at_once = asks_at_once(line) && count(line) >= FEWEST_WORDS;
        at_once || count(line) >= SENTENCE && (asks(line) || complains(line))
    };
    if numbers && marked.iter().all(raises) {
        return Parts::several(marked.into_iter().map(str::to_owned));
    }
    Parts::Unsure
}

/// Whether every line has a bullet that no other one has, and asks or says what is wrong: nothing stands below anything.
fn each_its_own_bullet(marks: &[Option<(Mark, &str)>]) -> bool {
    let mut seen: Vec<char> = Vec::new();
    marks.iter().all(|mark| match mark {
        Some((Mark::Bullet(sign), rest)) if !seen.contains(sign) => {
            seen.push(*sign);
            asks(rest) || complains(rest)
        }
        _ => false,
    })
}

/// Whether every line has a drawn bullet and is a sentence that asks or says what is wrong: such signs are mixed at will. A
/// dash or a plus may stand below another sign.
fn each_drawn(marks: &[Option<(Mark, &str)>]) -> bool {
    let drawn = |sign: char| !matches!(sign, '-' | '+' | '*' | 'o' | '_' | '>');
    marks.iter().all(|mark| {
        matches!(mark, Some((Mark::Bullet(sign), rest))
            if drawn(*sign) && count(rest) > SENTENCE && (asks(rest) || complains(rest)))
    })
}

/// Whether what follows are the reasons of one opinion: "Không nên bỏ chức danh ... với các lý do:". Told with tones, because
/// "các đơn vị:" and "chế độ:" give none.
fn gives_reasons(stem: &str) -> bool {
    const REASONS: [&str; 5] = [" vì", " là do", " lý do", " lí do", " ly do"];
    let text = canonical_tones(&clean(stem)).to_lowercase();
    let before = text.trim_end().trim_end_matches(':').trim_end();
    let before = before.strip_suffix(" sau").unwrap_or(before).trim_end();
    REASONS.iter().any(|end| before.ends_with(end))
}

/// Whether what follows is what one ask is for: "Đề nghị nâng cấp các tuyến đường sau:". Who is asked to look into several
/// matters ("quan tâm các nội dung sau:") is asked for nothing yet.
fn names_what_follows(stem: &str) -> bool {
    const DONE: [&str; 24] = [
        " nang cap ",
        " sua ",
        " lam ",
        " mo ",
        " thay ",
        " lap ",
        " lap dat ",
        " cap ",
        " cai tao ",
        " duy tu ",
        " kien co hoa ",
        " be tong hoa ",
        " cung hoa ",
        " trai nhua ",
        " hoan thien ",
        " khac phuc ",
        " tu sua ",
        " sua chua ",
        " xay dung ",
        " dau tu ",
        " ho tro ",
        " bo tri ",
        " bo sung ",
        " mo rong ",
    ];
    const SEVERAL: [&str; 3] = [" cac ", " mot so ", " nhung "];
    let folded = format!(" {} ", fold(&clean(stem)));
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    folded.trim_end().ends_with(':') && says(&DONE) && says(&SEVERAL)
}

/// Whether a row holds an item of the list that the opinion above it began: "Đề nghị nâng cấp các tuyến đường sau:".
pub(super) fn is_item_of(opinion: &str, row: &str) -> bool {
    let stem = opinion.lines().next().unwrap_or_default();
    let owns = stem.trim_end().ends_with(':') && (gives_reasons(stem) || names_what_follows(stem));
    owns && without_mark(row).is_some_and(|item| !begins_asking(item))
}

/// Whether a sentence stands before the words that ask: "Xóm có 120 hộ chưa có nước sạch. Tôi kiến nghị:".
fn tells_first(stem: &str) -> bool {
    let sentences = stem.rsplit_once(". ").or_else(|| stem.rsplit_once(".\n"));
    sentences.is_some_and(|(told, asked)| complains(told) && asks(asked) && asked.trim_end().ends_with(':'))
}

/// Whether only what stands below the last of the parts asks: they are facts ("Năm 2023: 5 vụ"), and it asks about them.
fn asks_last(parts: &[&str]) -> bool {
    let Some((last, facts)) = parts.split_last() else {
        return false;
    };
    let of_itself = |text: &str| asks(text) || complains(text);
    last.rsplit_once('\n')
        .is_some_and(|(fact, ask)| asks_at_once(ask) && !of_itself(fact))
        && !facts.iter().any(|fact| of_itself(fact))
}

/// Whether a part is too short for an opinion: "Cát", "Sỏi đá"; "Làm đường" says what is to be done, "Điện yếu" what is wrong.
fn is_item(part: &str) -> bool {
    let says = acts(part) || complains(part);
    count(part) < FEWEST_WORDS && !(count(part) + 1 == FEWEST_WORDS && says)
}

/// Decides about marked parts under a common beginning.
fn settle(stem: String, mut parts: Vec<Part>) -> Parts {
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let short = texts.iter().filter(|part| is_item(part)).count();
    let asked = texts.iter().filter(|part| asks(part) || acts(part)).count();
    if asked == 0 && gives_reasons(&stem) {
        return Parts::One;
    }
    let short_parts = texts.iter().all(|part| count(part) < 8);
    if short > 0 || asked == 0 && asks(&stem) && short_parts {
        return Parts::Unsure;
    }
    let nothing_by_itself = !texts.iter().any(|part| begins_asking(part));
    let facts = tells_first(&stem) && !texts.iter().any(|part| asks_at_once(part));
    if nothing_by_itself && names_what_follows(&stem) || facts || asks_last(&texts) {
        return Parts::Unsure;
    }
    if stem.is_empty() {
        return Parts::Several { stem: None, parts };
    }
    // "Xóm chưa có nước sạch" says more than what follows is about.
    let sentence = complains(&stem) && !asks(&stem);
    if !sentence && (stem.trim_end().ends_with([':', ';', ',']) || count(&stem) <= 8 && !asks(&stem)) {
        let stem = Some(stem);
        return Parts::Several { stem, parts };
    }
    // A full sentence before the first mark: an opinion of its own, like others that only say what is wrong, or what the
    // first one is about.
    let ended = sentence && stem.trim_end().ends_with('.');
    let like_others = ended && texts.iter().any(|part| complains(part) && !asks(part));
    if asks(&stem) || like_others {
        parts.insert(0, Part::from(stem));
    } else if let Some(first) = parts.first_mut() {
        first.text = format!("{stem}\n{}", first.text);
    }
    Parts::Several { stem: None, parts }
}

/// "1 Đề nghị ...", "2 Cầu ...": lines that count from 1 with nothing behind the number.
fn by_bare_numbers(lines: &[&str]) -> Option<Parts> {
    let said = (1_u32..).zip(lines).map(|(number, line)| {
        let rest = line
            .strip_prefix(&number.to_string())?
            .strip_prefix(' ')?
            .trim_start();
        (rest.starts_with(char::is_uppercase) && count(rest) >= FEWEST_WORDS).then(|| rest.to_owned())
    });
    let said: Option<Vec<String>> = said.collect();
    said.filter(|said| said.len() > 1).map(Parts::several)
}

/// Lines of which several begin with a subject of their own: "Về giao thông: ...", "Lĩnh vực y tế: ...".
fn by_subject(lines: &[&str]) -> Option<Parts> {
    const LONGEST_LABEL: usize = 8;
    let has_label = |line: &str| {
        let begins = |label: &str| {
            let folded = fold(&clean(label));
            let subjects = ["ve ", "linh vuc ", "doi voi "];
            subjects.iter().any(|start| folded.starts_with(start)) && count(label) <= LONGEST_LABEL
        };
        line.split_once(':')
            .is_some_and(|(label, _)| begins(label) || is_field(label))
    };
    let says = |part: &String| {
        let said = part.split_once(':').map_or("", |(_, said)| said);
        count(part) > LONGEST_LABEL || count(said) >= FEWEST_WORDS && (asks(said) || complains(said))
    };
    let mut parts: Vec<String> = Vec::new();
    for line in lines {
        match parts.last_mut() {
            Some(part) if !has_label(line) => {
                part.push('\n');
                part.push_str(line);
            }
            _ => parts.push((*line).to_owned()),
        }
    }
    let several = parts.len() > 1 && parts.iter().all(|part| has_label(part) && says(part));
    several.then(|| Parts::several(parts))
}

/// Paragraphs with a blank line between them: opinions where each asks or says what is wrong, unless one may ask about what
/// the one above tells.
fn by_paragraphs(text: &str) -> Option<Parts> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if line.is_empty() && !last.is_empty() => paragraphs.push(String::new()),
            Some(last) if !last.is_empty() => {
                last.push('\n');
                last.push_str(line);
            }
            Some(last) => last.push_str(line),
            None => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let raises = |text: &String| {
        let said = asks(text) || complains(text);
        said && count(text) >= SENTENCE && text.starts_with(char::is_uppercase)
    };
    if paragraphs.len() < 2 || !paragraphs.iter().all(raises) {
        return None;
    }
    let about_it = paragraphs
        .windows(2)
        .any(|pair| matches!(pair, [told, asked] if !asks(told) && asks_at_once(asked)));
    // "Không có tiền này thì xã không làm được kênh mương" speaks of the same matter.
    if paragraphs.iter().skip(1).all(|paragraph| refers_back(paragraph)) {
        return Some(Parts::One);
    }
    Some(match about_it {
        true => Parts::Unsure,
        false => Parts::several(paragraphs),
    })
}

/// Whether a text speaks of what stands above it with its first words.
fn refers_back(text: &str) -> bool {
    const FIRST: usize = 5;
    const POINTING: [&str; 3] = ["này", "đó", "ấy"];
    let said = canonical_tones(&clean(text)).to_lowercase();
    let mut words = said
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.by_ref().take(FIRST).any(|word| POINTING.contains(&word))
}

/// Lines without marks: paragraphs that each ask for something, or one text.
fn by_lines(lines: &[&str]) -> Parts {
    let mut paragraphs: Vec<String> = Vec::new();
    for line in lines {
        match paragraphs.last_mut() {
            Some(before) if !begins_anew(before, line) => {
                before.push('\n');
                before.push_str(line);
            }
            _ => paragraphs.push((*line).to_owned()),
        }
    }
    let asking = paragraphs.iter().filter(|paragraph| asks(paragraph)).count();
    let whole = paragraphs
        .iter()
        .all(|paragraph| count(paragraph) >= FEWEST_WORDS);
    match (paragraphs.len(), asking) {
        (0 | 1, _) | (_, 0 | 1) => unsure_list(lines),
        (all, asking) if all == asking && whole => {
            Parts::several(paragraphs.iter().map(|text| bare(text).to_owned()))
        }
        _ => Parts::Unsure,
    }
}

/// A paragraph without the mark that it has alone among its neighbours.
fn bare(paragraph: &str) -> &str {
    without_mark(paragraph).unwrap_or(paragraph)
}

/// Lines that each ask, or each end like a sentence: told apart by nothing but the lines.
fn unsure_list(lines: &[&str]) -> Parts {
    let greets = |line: &str| fold(&clean(line)).starts_with("kinh thua");
    let lines = match lines {
        [first, rest @ ..] if greets(first) => rest,
        lines => lines,
    };
    let ends = |line: &&str| line.ends_with(['.', ';', '?', '!']);
    let starts = |line: &&str| line.starts_with(char::is_uppercase);
    let sentences = lines
        .iter()
        .filter(|line| ends(line) && starts(line) && count(line) >= 5)
        .count();
    let asks = |line: &&str| asks_at_once(line) && count(line) >= FEWEST_WORDS;
    let (last, before) = lines.split_last().unwrap_or((&"", &[]));
    let asking = before.iter().all(|line| asks(line) && line.ends_with(';')) && asks(last);
    // Only what the last line asks may be about all that the lines above it tell.
    let raises =
        |line: &&&str| (self::asks(line) || complains(line)) && count(line) >= SENTENCE && starts(line);
    let raised = lines.iter().filter(raises).count() == lines.len();
    let anew = |pair: &[&str]| matches!(pair, [one, next] if begins_anew(one, next) || lines.len() > 2);
    let apart = raised && lines.windows(2).all(anew) && (lines.len() > 2 || sentences == lines.len());
    let one_ask = self::asks(last) && !before.iter().any(|line| self::asks(line));
    if lines.len() > 1 && (asking || apart && !one_ask) || lines.len() > 2 && sentences == lines.len() {
        Parts::Unsure
    } else {
        Parts::One
    }
}

/// Whether a line begins a paragraph of its own rather than going on with the one above.
fn begins_anew(before: &str, line: &str) -> bool {
    let line = bare(line);
    let capital = line
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_uppercase);
    let ended = before.trim_end().ends_with(['.', ';', '?', '!', '…']);
    let courtesy = [
        "xin tran trong cam on",
        "xin cam on",
        "tran trong cam on",
        "xin chan thanh cam on",
        "tran trong",
        // What the body replied is none of the speaker's opinions.
        "tra loi:",
    ]
    .iter()
    .any(|word| fold(&clean(line)).starts_with(word));
    capital && !courtesy && (ended || asks_at_once(line) && !before.trim_end().ends_with([',', ':']))
}

/// Marks inside one line: "1. Đề nghị ... 2. Đề nghị ...", "- Đề nghị ...; - Đề nghị ...".
fn in_line(text: &str) -> Parts {
    let capitals = matches!(capital(text), Some((Mark::Capital('a'), _)));
    let (starts, order) = mark_positions(text, capitals);
    if starts.len() < 2 {
        return Parts::One;
    }
    let stem = text
        .get(..starts.first().copied().unwrap_or_default())
        .unwrap_or_default()
        .trim();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let parts: Vec<String> = starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| {
            let part = text.get(*start..end)?.trim();
            Some(list_mark(part, capitals)?.1.trim().to_owned())
        })
        .collect();
    let sentences = parts
        .iter()
        .all(|part| count(part) > FEWEST_WORDS && part.starts_with(char::is_uppercase));
    // Marks inside a sentence ("đề nghị: (1) ...; (2) ...") may be one request with its parts.
    let counted = counts(stem, parts.len());
    let list = sentences && order.is_list(parts.iter().map(String::as_str), false);
    match list && (stem.is_empty() || counted) {
        true => Parts::Several {
            stem: counted.then(|| stem.to_owned()),
            parts: parts.into_iter().map(Part::from).collect(),
        },
        false => Parts::Unsure,
    }
}

/// Whether a beginning says how many opinions follow: "Tôi xin nêu 3 ý:", "Có hai nguyện vọng:".
fn counts(stem: &str, parts: usize) -> bool {
    const NUMBERS: [&str; 5] = ["mot", "hai", "ba", "bon", "nam"];
    const COUNTED: [&str; 8] = ["y", "van", "nguyen", "kien", "cau", "noi", "de", "viec"];
    let folded = fold(&clean(stem));
    let words: Vec<&str> = folded.trim_end_matches([':', ' ']).split(' ').collect();
    let number = |word: &str| {
        let spelt = NUMBERS.iter().position(|number| *number == word);
        word.parse().ok().or_else(|| spelt.map(|at| at + 1))
    };
    let says =
        |pair: &[&str]| matches!(pair, [many, what] if COUNTED.contains(what) && number(many) == Some(parts));
    stem.trim_end().ends_with(':') && words.windows(2).any(says)
}

/// Where marks that follow one another stand in a line: at its beginning or after a stop; and how they follow. One is left out
/// only in a text that begins with a mark, before a sentence.
fn mark_positions(text: &str, capitals: bool) -> (Vec<usize>, Order) {
    let mut positions: Vec<usize> = Vec::new();
    let mut order = Order::default();
    let mut before = '.';
    let mut spaced = true;
    for (at, c) in text.char_indices() {
        let stopped = matches!(before, '.' | ';' | ':' | '?' | '!' | ')');
        // A round bullet needs no stop before it, a number no space after one: "• a • b", "1. A.2. B".
        let may_begin = spaced && (stopped || "•●▪■➢✓".contains(c) || circled(c).is_some())
            || before == '.' && c.is_ascii_digit() && !positions.is_empty();
        let found = text.get(at..).filter(|_| may_begin);
        if let Some((found, rest)) = found.and_then(|rest| list_mark(rest, capitals)) {
            let first = matches!(
                found,
                Mark::Number(1)
                    | Mark::Decimal(_, 1)
                    | Mark::Roman(1)
                    | Mark::Letter('a' | 'i')
                    | Mark::Capital('a')
                    | Mark::Bullet(_)
            );
            let sentence = rest.starts_with(char::is_uppercase);
            let next = match order.last {
                None => first && (at == 0 || before == ':' || positions.is_empty()),
                Some(last) if follows(last, found) => true,
                Some(_) => sentence && positions.first() == Some(&0) && count(rest) >= FEWEST_WORDS,
            };
            if (sentence || !matches!(found, Mark::Bullet(_))) && next && order.takes(found, found) {
                positions.push(at);
            }
        }
        spaced = c.is_whitespace();
        if !spaced {
            before = c;
        }
    }
    (positions, order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn several(text: &str) -> Option<Vec<String>> {
        match parts(text) {
            Parts::Several { parts, .. } => Some(parts.into_iter().map(|part| part.text).collect()),
            _ => None,
        }
    }

    #[test]
    fn signs_labels_and_subjects_part_a_cell() {
        for text in [
            "① Đề nghị làm đường\n② Đề nghị làm cầu",
            "☐ Đề nghị làm đường\n☐ Đề nghị làm cầu",
            "YK1: Đề nghị làm đường\nYK2: Đề nghị làm cầu",
            "Ý 1: Đề nghị làm đường\nÝ 2: Đề nghị làm cầu",
        ] {
            let expected = ["Đề nghị làm đường", "Đề nghị làm cầu"].map(str::to_owned);
            assert_eq!(several(text), Some(expected.to_vec()), "{text}");
        }
        let by_subject = several(
            "Về giao thông: công khai quy hoạch đường liên xóm cho dân biết\nVề y tế: trạm y tế thường xuyên hết thuốc bảo hiểm",
        );
        assert_eq!(by_subject.map(|parts| parts.len()), Some(2));
    }

    #[test]
    fn bullets_numbers_and_lines_are_several_opinions() {
        for (text, expected) in [
            (
                "- Đề nghị sửa đường\n- Đề nghị làm cầu mới",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu mới"],
            ),
            (
                "1. Sửa đường liên xóm\n2. Làm cầu qua suối\n3. Kéo điện về xóm",
                vec!["Sửa đường liên xóm", "Làm cầu qua suối", "Kéo điện về xóm"],
            ),
            (
                "Tôi xin nêu 3 ý: 1. Nâng mức vay cho hộ nghèo. 2. Mở lại trạm kiểm lâm Khe Tát. 3. Sửa loa truyền thanh xóm.",
                vec![
                    "Nâng mức vay cho hộ nghèo.",
                    "Mở lại trạm kiểm lâm Khe Tát.",
                    "Sửa loa truyền thanh xóm.",
                ],
            ),
            (
                "Có hai nguyện vọng:\nNguyện vọng 1: xây trường mẫu giáo.\nNguyện vọng 2: khai hoang lại cánh đồng.",
                vec!["xây trường mẫu giáo.", "khai hoang lại cánh đồng."],
            ),
            (
                "a) Đề nghị tăng phụ cấp\nb) Đề nghị cấp máy tính",
                vec!["Đề nghị tăng phụ cấp", "Đề nghị cấp máy tính"],
            ),
            (
                "I. Đề nghị tăng phụ cấp\nII. Đề nghị cấp máy tính",
                vec!["Đề nghị tăng phụ cấp", "Đề nghị cấp máy tính"],
            ),
            (
                "Câu 1: Đề nghị tăng phụ cấp\nCâu 2: Đề nghị cấp máy tính",
                vec!["Đề nghị tăng phụ cấp", "Đề nghị cấp máy tính"],
            ),
            (
                "+ Đề nghị sửa đường\r\n+ Đề nghị làm cầu",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu"],
            ),
            (
                "1) Đề nghị sửa đường vào\nxóm Đồng Tâm\n2) Đề nghị làm cầu",
                vec!["Đề nghị sửa đường vào\nxóm Đồng Tâm", "Đề nghị làm cầu"],
            ),
            (
                "1. Về đất đai:\n- Cấp sổ đỏ cho dân\n- Đo lại bản đồ\n2. Về giao thông: sửa đường",
                vec!["Cấp sổ đỏ cho dân", "Đo lại bản đồ", "Về giao thông: sửa đường"],
            ),
            (
                "1. Về đất đai:\n- Xóm có 40 hộ dân\n- Cấp sổ đỏ cho dân\n2. Về giao thông: sửa đường",
                vec![
                    "Về đất đai:\n- Xóm có 40 hộ dân\n- Cấp sổ đỏ cho dân",
                    "Về giao thông: sửa đường",
                ],
            ),
            (
                "* Lĩnh vực đất đai:\n- Bàn giao mốc giới nông trường cho xã.\n- Đo lại bản đồ xóm Cái.\n* Lĩnh vực điện:\n- Thay 9 cột điện đã nứt.",
                vec![
                    "Bàn giao mốc giới nông trường cho xã.",
                    "Đo lại bản đồ xóm Cái.",
                    "Thay 9 cột điện đã nứt.",
                ],
            ),
            (
                "Giao thông: đường liên thôn lún 2 chỗ, xin sửa.\nGiáo dục: thiếu 1 giáo viên.",
                vec![
                    "Giao thông: đường liên thôn lún 2 chỗ, xin sửa.",
                    "Giáo dục: thiếu 1 giáo viên.",
                ],
            ),
            (
                "Cống Bến Giềng tắc, nước ngập ba ha lúa.\n\nBộ phận một cửa thiếu ghế\nngồi chờ cho người già.",
                vec![
                    "Cống Bến Giềng tắc, nước ngập ba ha lúa.",
                    "Bộ phận một cửa thiếu ghế\nngồi chờ cho người già.",
                ],
            ),
            (
                "1. Cống Bến Giềng tắc, nước ngập ba ha lúa.\n1. Bộ phận một cửa thiếu ghế ngồi chờ.",
                vec![
                    "Cống Bến Giềng tắc, nước ngập ba ha lúa.",
                    "Bộ phận một cửa thiếu ghế ngồi chờ.",
                ],
            ),
            (
                "# Cống Bến Giềng tắc, nước ngập\n# Đề nghị mở lại lớp bổ túc",
                vec!["Cống Bến Giềng tắc, nước ngập", "Đề nghị mở lại lớp bổ túc"],
            ),
            (
                "1 Cống Bến Giềng tắc\n2 Bộ phận một cửa thiếu ghế",
                vec!["Cống Bến Giềng tắc", "Bộ phận một cửa thiếu ghế"],
            ),
            (
                "1, Trạm bơm công suất nhỏ\n2, Cấp thẻ bảo hiểm cho dân\n3, Dãy nhà 3 tầng nứt cột",
                vec![
                    "Trạm bơm công suất nhỏ",
                    "Cấp thẻ bảo hiểm cho dân",
                    "Dãy nhà 3 tầng nứt cột",
                ],
            ),
            (
                "1. Đường vào xóm hẹp, cần mở rộng.\n2. Mương bị vùi, xin hỗ trợ máy xúc.\n2. Lớp có 44 cháu, đề nghị tách.\n4. Xin cấp lại con dấu.",
                vec![
                    "Đường vào xóm hẹp, cần mở rộng.",
                    "Mương bị vùi, xin hỗ trợ máy xúc.",
                    "Lớp có 44 cháu, đề nghị tách.",
                    "Xin cấp lại con dấu.",
                ],
            ),
            (
                "➢ Đường vào xóm hẹp, cần mở rộng.\n➢ Mương bị vùi, xin hỗ trợ máy xúc.\n✓ Lớp có 44 cháu, đề nghị tách.",
                vec![
                    "Đường vào xóm hẹp, cần mở rộng.",
                    "Mương bị vùi, xin hỗ trợ máy xúc.",
                    "Lớp có 44 cháu, đề nghị tách.",
                ],
            ),
            (
                "Ý kiến 1: Đề nghị sửa đường\nÝ kiến 2: Đề nghị làm cầu",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu"],
            ),
            (
                "Thứ nhất, đề nghị sửa đường.\nThứ hai, đề nghị làm cầu.",
                vec!["đề nghị sửa đường.", "đề nghị làm cầu."],
            ),
            (
                "Đề nghị sửa đường liên xóm.\nĐề nghị làm cầu treo.",
                vec!["Đề nghị sửa đường liên xóm.", "Đề nghị làm cầu treo."],
            ),
            (
                "Đề nghị sửa đường liên xóm\nĐề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm", "Đề nghị làm cầu treo"],
            ),
            (
                "1. Đề nghị sửa đường liên xóm. 2. Đề nghị làm cầu treo.",
                vec!["Đề nghị sửa đường liên xóm.", "Đề nghị làm cầu treo."],
            ),
            (
                "(1) Đề nghị sửa đường liên xóm; (2) Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm;", "Đề nghị làm cầu treo"],
            ),
            (
                "- Đề nghị sửa đường liên xóm. - Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm.", "Đề nghị làm cầu treo"],
            ),
            (
                "i) Đề nghị sửa đường\nii) Đề nghị làm cầu\niii) Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "iv. Đề nghị sửa đường\nv. Đề nghị làm cầu\nvi. Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "(i) Đề nghị sửa đường liên xóm; (ii) Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm;", "Đề nghị làm cầu treo"],
            ),
            (
                "1. Về giao thông:\na) Đề nghị sửa đường\nb) Đề nghị làm cầu\n2. Về điện:\na) Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "d) Đề nghị sửa đường\ne) Đề nghị làm cầu\ng) Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "Đề nghị sửa đường liên xóm\n- Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm", "Đề nghị làm cầu treo"],
            ),
            (
                "- Đề nghị sửa đường liên xóm\n-\n- Đề nghị làm cầu treo\n-",
                vec!["Đề nghị sửa đường liên xóm", "Đề nghị làm cầu treo"],
            ),
            (
                "1. Đề nghị sửa đường\n2. Đề nghị làm cầu\n4. Đề nghị kéo điện\n5. Đề nghị xây chợ",
                vec![
                    "Đề nghị sửa đường",
                    "Đề nghị làm cầu",
                    "Đề nghị kéo điện",
                    "Đề nghị xây chợ",
                ],
            ),
            (
                "1. Đề nghị sửa đường\n2. Đề nghị làm cầu\n2. Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "a. Đề nghị sửa đường\nc. Đề nghị làm cầu",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu"],
            ),
            (
                "1. Đề nghị sửa đường liên xóm. 3. Đề nghị làm cầu treo.",
                vec!["Đề nghị sửa đường liên xóm.", "Đề nghị làm cầu treo."],
            ),
            (
                "A. Đề nghị sửa đường liên xóm\nB. Cầu treo bị hỏng",
                vec!["Đề nghị sửa đường liên xóm", "Cầu treo bị hỏng"],
            ),
            (
                "A. Đề nghị sửa đường liên xóm. B. Đề nghị làm cầu treo.",
                vec!["Đề nghị sửa đường liên xóm.", "Đề nghị làm cầu treo."],
            ),
            (
                "A. Về giao thông\n1. Đề nghị sửa đường\n2. Đề nghị làm cầu\nB. Về điện\n1. Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "1.1. Đề nghị sửa đường liên xóm\n1.2. Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm", "Đề nghị làm cầu treo"],
            ),
            (
                "1.1. Đề nghị sửa đường liên xóm\n2.1. Đề nghị làm cầu treo\n2.2. Đề nghị kéo điện",
                vec![
                    "Đề nghị sửa đường liên xóm",
                    "Đề nghị làm cầu treo",
                    "Đề nghị kéo điện",
                ],
            ),
            (
                "1. Đề nghị cấp sổ đỏ cho xóm\n1.1. Thửa 15 của ông Bình\n1.2. Thửa 16 của bà Lan\n2. Đề nghị kéo điện",
                vec![
                    "Đề nghị cấp sổ đỏ cho xóm\n1.1. Thửa 15 của ông Bình\n1.2. Thửa 16 của bà Lan",
                    "Đề nghị kéo điện",
                ],
            ),
            (
                "1. Về giao thông:\n1.1. Đề nghị sửa đường\n1.2. Đề nghị làm cầu\n2. Về điện:\n2.1. Đề nghị kéo điện",
                vec!["Đề nghị sửa đường", "Đề nghị làm cầu", "Đề nghị kéo điện"],
            ),
            (
                "1. Đề nghị sửa đường liên xóm\n1. Đề nghị làm cầu treo",
                vec!["Đề nghị sửa đường liên xóm", "Đề nghị làm cầu treo"],
            ),
            (
                "- Đề nghị sửa cầu:\n+ Đoạn đầu cầu phía đông\n- Đề nghị xây chợ",
                vec!["Đề nghị sửa cầu:\n+ Đoạn đầu cầu phía đông", "Đề nghị xây chợ"],
            ),
            (
                "* Ý kiến 1: Đề nghị sửa cầu\n* Ý kiến 2: Đề nghị xây chợ",
                vec!["Đề nghị sửa cầu", "Đề nghị xây chợ"],
            ),
            (
                "Xóm chúng tôi có 3 kiến nghị sau:\n1. Sửa đập Nà Tha.\n2. Bê tông hóa 600 m đường ngõ.",
                vec!["Sửa đập Nà Tha.", "Bê tông hóa 600 m đường ngõ."],
            ),
            (
                "Xóm có 2 kiến nghị: 1. Sửa đập Nà Tha.\n2. Lắp wifi ở nhà văn hóa.",
                vec!["Sửa đập Nà Tha.", "Lắp wifi ở nhà văn hóa."],
            ),
            (
                "Xóm chưa có nước sạch:\n- Đề nghị khoan giếng\n- Đề nghị cấp bể chứa",
                vec![
                    "Xóm chưa có nước sạch:\nĐề nghị khoan giếng",
                    "Đề nghị cấp bể chứa",
                ],
            ),
            (
                "Ý kiến 1 - Sửa đường liên thôn\nÝ kiến 2 - Cấp thêm máy bơm",
                vec!["Sửa đường liên thôn", "Cấp thêm máy bơm"],
            ),
            (
                "1. Sửa chữa đường xóm\n2. Làm cầu qua suối\n- Đề nghị sửa trường\n- Đề nghị xây chợ",
                vec![
                    "Sửa chữa đường xóm",
                    "Làm cầu qua suối\n- Đề nghị sửa trường\n- Đề nghị xây chợ",
                ],
            ),
            (
                "o Đường liên thôn hỏng nặng\no Đề nghị cấp máy bơm",
                vec!["Đường liên thôn hỏng nặng", "Đề nghị cấp máy bơm"],
            ),
            (
                "-- Đường liên thôn hỏng nặng\n-- Đề nghị cấp máy bơm",
                vec!["Đường liên thôn hỏng nặng", "Đề nghị cấp máy bơm"],
            ),
            (
                "_ Đường liên thôn hỏng nặng\n_ Đề nghị cấp máy bơm",
                vec!["Đường liên thôn hỏng nặng", "Đề nghị cấp máy bơm"],
            ),
            (
                "Đề nghị 1: Sửa đường liên thôn\nĐề nghị 2: Cấp thêm máy bơm",
                vec!["Sửa đường liên thôn", "Cấp thêm máy bơm"],
            ),
            (
                "1.1 Sửa đường liên thôn\n2.1 Cấp thêm máy bơm",
                vec!["Sửa đường liên thôn", "Cấp thêm máy bơm"],
            ),
            (
                "- Đường liên thôn hỏng nặng.\n+ Đề nghị cấp máy bơm.\n• Nhà văn hóa chưa có điện.",
                vec![
                    "Đường liên thôn hỏng nặng.",
                    "Đề nghị cấp máy bơm.",
                    "Nhà văn hóa chưa có điện.",
                ],
            ),
            (
                "Đường liên thôn hỏng nặng.\n- Đề nghị cấp máy bơm.\n- Nhà văn hóa chưa có điện.",
                vec![
                    "Đường liên thôn hỏng nặng.",
                    "Đề nghị cấp máy bơm.",
                    "Nhà văn hóa chưa có điện.",
                ],
            ),
            (
                "1. Đề nghị sửa cầu Nà Lẹng\n2. Làm đường.",
                vec!["Đề nghị sửa cầu Nà Lẹng", "Làm đường."],
            ),
            (
                "Ý kiến thứ nhất: Đề nghị sửa cầu\nÝ kiến thứ hai: Đề nghị xây chợ",
                vec!["Đề nghị sửa cầu", "Đề nghị xây chợ"],
            ),
            (
                "• Đề nghị sửa cầu Nà Lẹng • Đề nghị xây chợ trung tâm",
                vec!["Đề nghị sửa cầu Nà Lẹng", "Đề nghị xây chợ trung tâm"],
            ),
            (
                "1. Đề nghị sửa cầu Nà Lẹng.2. Đề nghị xây chợ trung tâm.",
                vec!["Đề nghị sửa cầu Nà Lẹng.", "Đề nghị xây chợ trung tâm."],
            ),
            (
                "\u{f0a7} Đề nghị sửa cầu\n\u{f0a7} Đề nghị xây chợ",
                vec!["Đề nghị sửa cầu", "Đề nghị xây chợ"],
            ),
            (
                "Đề nghị UBND tỉnh:\n- Sửa chữa tuyến đường liên xóm\n- Xây dựng cầu qua suối",
                vec!["Sửa chữa tuyến đường liên xóm", "Xây dựng cầu qua suối"],
            ),
        ] {
            assert_eq!(
                several(text),
                Some(expected.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
        assert!(
            matches!(parts("Đề nghị UBND tỉnh:\n- Sửa chữa đường xóm\n- Xây dựng cầu"), Parts::Several { stem: Some(stem), .. } if stem == "Đề nghị UBND tỉnh:")
        );
    }

    #[test]
    fn a_wrapped_sentence_is_one_opinion() {
        for text in [
            "Đề nghị sửa đường liên xóm\nđã xuống cấp nhiều năm",
            "Đề nghị UBND xã\nPhú Đình sửa đường liên xóm",
            "Đường liên xóm xuống cấp nghiêm trọng.\nĐề nghị tỉnh sửa chữa.",
            "Đề nghị sửa đường.\nXin trân trọng cảm ơn!",
            "Đề nghị nâng mức phụ cấp lên 1,5\nlần mức lương cơ sở",
            "- Đề nghị sửa đường liên xóm",
            "Tuyến Hà Nội - Thái Nguyên - Bắc Kạn hay tắc. Đề nghị mở rộng",
            "Đề nghị sửa đường 1,5 km từ xóm 1. Xóm 2. đã có đường",
            "Đề nghị sửa đường liên xóm;\nlàm cầu qua suối",
            "Đề nghị bê tông hóa đường.\n1.5 Km đường liên xóm",
            "Đề nghị 2 - 3 hộ được vay vốn\nđể làm nhà",
            "Đề nghị lắp thêm trạm biến áp.\nTrả lời: UBND xã đã tiếp thu và sẽ giải quyết.",
            "Đề nghị mở rộng đường xóm 1.5 km",
            "Đề nghị sửa đường A. Đề nghị sửa đường B. Lý do: đường hỏng",
            "C. Thủy đề nghị sửa đường\nliên xóm",
        ] {
            assert_eq!(parts(text), Parts::One, "{text}");
        }
    }

    #[test]
    fn the_reasons_of_an_opinion_are_part_of_it() {
        for whole in [
            "Không nên bỏ chức danh trưởng ban với các lý do:\n- Khối lượng việc lớn\n- Địa bàn rộng, dân cư phân tán",
            "Tôi phản đối việc sáp nhập trường mầm non vì:\n+ Đường xa 7 km\n+ Trẻ nhỏ không có người đưa đón",
        ] {
            assert_eq!(parts(whole), Parts::One, "{whole}");
        }
        let several =
            "Không nên bỏ chức danh trưởng ban vì:\n- Đề nghị giữ trưởng ban\n- Đề nghị nâng phụ cấp";
        assert!(matches!(parts(several), Parts::Several { .. }));
        for no_reason in ["Gửi các đơn vị:", "Về chế độ:", "Về cấp sổ đỏ:"] {
            let list =
                format!("{no_reason}\n- Nhiều hộ chưa được nhận đủ tiền\n- Thủ tục rườm rà, phải đi lại");
            assert_ne!(parts(&list), Parts::One, "{list}");
        }
    }

    #[test]
    fn facts_stay_with_what_is_asked_about_them() {
        for whole in [
            "Xóm Na Long có 120 hộ chưa có nước sạch. Tôi kiến nghị:\n- Khoan giếng tập trung cho xóm\n- Cấp bể chứa cho hộ nghèo",
            "Trong 3 năm qua đoạn đường xảy ra 9 vụ tai nạn:\n- Năm 2023: 5 vụ\n- Năm 2024: 4 vụ\nĐề nghị lắp đèn tín hiệu.",
            "Kiến nghị tỉnh hỗ trợ các nội dung:\n1. Xi măng làm đường xóm Gò Chè\n2. Cột điện xóm Na Long\n3. Máy tính cho trung tâm hành chính công",
        ] {
            assert_eq!(parts(whole), Parts::Unsure, "{whole}");
        }
        let asked = "Kiến nghị tỉnh hỗ trợ các nội dung:\n1. Sửa chữa đường liên xóm Gò Chè\n2. Xây dựng cầu qua suối Na Long";
        assert!(matches!(parts(asked), Parts::Several { .. }));
    }

    #[test]
    fn subjects_between_the_marks_of_a_cell_are_those_of_what_follows() {
        let text = "Về giao thông:\n- Đề nghị sửa đường Gò Chè\n- Đề nghị sửa cầu Na Long\nVề y tế:\n- Đề nghị bổ sung bác sĩ";
        let marked = "* Về giao thông:\n- Đề nghị sửa đường Gò Chè\n- Đề nghị sửa cầu Na Long\n* Về y tế:\n- Đề nghị bổ sung bác sĩ";
        for text in [text, marked] {
            let Parts::Several { stem: None, parts } = parts(text) else {
                panic!("{text}");
            };
            let parts: Vec<_> = parts.into_iter().map(|part| (part.under, part.text)).collect();
            let expected = [
                ("Về giao thông:", "Đề nghị sửa đường Gò Chè"),
                ("Về giao thông:", "Đề nghị sửa cầu Na Long"),
                ("Về y tế:", "Đề nghị bổ sung bác sĩ"),
            ];
            let expected = expected.map(|(under, text)| (Some(under.to_owned()), text.to_owned()));
            assert_eq!(parts, expected);
        }
    }

    #[test]
    fn what_one_ask_is_for_stays_with_it() {
        let roads = "Đề nghị nâng cấp các tuyến đường sau:\n- Đường Đồng Tâm đi Gò Chè dài 2 km\n\
                     - Đường từ nhà ông Hải đến cầu Mây xóm Na Long";
        assert_eq!(parts(roads), Parts::Unsure);
        let mended = "Đề nghị sửa các tuyến đường sau:\n- Đường xóm 1 đi xóm 3: 1,2 km\n- Đường vào khu nghĩa trang: 400 m";
        assert_eq!(parts(mended), Parts::Unsure);
        let matters = "Đề nghị tỉnh quan tâm các nội dung sau:\n- Nâng phụ cấp cho trưởng xóm và bí thư chi bộ\n\
                       - Mở lớp dạy nghề cho thanh niên nông thôn miền núi";
        assert!(matches!(parts(matters), Parts::Several { .. }));
    }

    #[test]
    fn what_cannot_be_told_stays_whole_with_a_warning() {
        for text in [
            "Đề nghị tỉnh hỗ trợ vật liệu gồm:\n- Xi măng 100 tấn\n- Cát\n- Sỏi",
            "Đề nghị sửa đường.\nXóm có 40 hộ nghèo.\nĐề nghị làm cầu.",
            "Cống Bến Giềng tắc, nước ngập ba ha lúa.\nBộ phận một cửa thiếu ghế ngồi chờ.",
            "Cống Bến Giềng tắc, nước ngập ba ha lúa\nBộ phận một cửa thiếu ghế ngồi chờ\nTrạm y tế chưa có bác sĩ",
            "Kính thưa hội nghị!\nCống Bến Giềng tắc, nước ngập ba ha lúa.\nBộ phận một cửa thiếu ghế ngồi chờ.",
            "Cống Bến Giềng tắc, nước ngập ba ha lúa.\n\nĐề nghị mở lại lớp bổ túc ban đêm.",
            "Đề nghị sửa đường xóm;\nđề nghị làm cầu treo;\nđề nghị kéo điện",
            "1. Tuyến đường liên xóm\n3. Cầu qua suối Cái",
            "1. Tuyến đường liên xóm xuống cấp. 3. Cầu qua suối chưa có lan can.",
            "1. Đề nghị sửa các đường:\n1. Đường xóm Cái\n2. Đường xóm Nà Mòn\n2. Đề nghị làm cầu",
            "A. Đường liên xóm đi Nà Mòn\nB. Cầu treo qua suối",
        ] {
            assert_eq!(parts(text), Parts::Unsure, "{text}");
        }
    }
}
