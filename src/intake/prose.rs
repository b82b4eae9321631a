//! Opinions written as numbered paragraphs, in a document without a table: "1. Ông Ma Văn Hòa, Trưởng xóm: đề nghị ...".
//!
//! Only a paragraph with a mark of a list is an opinion, where it asks for something, names who speaks, or stands in a list
//! of opinions; without a mark, one that names who speaks and asks. A paragraph between two neighbours of a list goes on with
//! the one above. What else stands there is set aside for a person to see, and so is a document in which no paragraph is
//! marked: there nothing says what an opinion is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::asking::{acts, asks, asks_at_once, complains, count};
use super::header::{is_lone_header, is_number_label};
use super::line;
use super::mark::{Mark, alike, capital, follows, mark, without_mark};
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words};
use super::parts::FEWEST_WORDS;
use super::person::{is_name, split_position};
use super::subject::is_field;
use super::table::{Draft, Table};
use crate::model::{ColumnRole, ReasonAside};
use crate::text::{clean, fold};

/// The opinions of a page on which they are marked paragraphs below one another; nothing where no paragraph is one.
pub(super) fn read(page: &Page) -> Option<(Table, Vec<Draft>)> {
    Reader::default().through(page)
}

/// The opinions of a page on which nothing is marked, but several texts below one another each ask for something with
/// their first words; nothing where other things stand between them.
pub(super) fn list(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let asking =
        |(_, words): &(&At, &Words)| asks_at_once(words.seen()) && count(words.seen()) >= FEWEST_WORDS;
    let (first, last) = (
        page.cells.iter().find(asking)?.0.0,
        page.cells.iter().rfind(asking)?.0.0,
    );
    // Around them, what says first what is wrong and then asks belongs to the list.
    let member = |(_, words): &(&At, &Words)| {
        asks(words.seen()) && complains(words.seen()) && !line::is_closing(words.seen())
    };
    let above = page.cells.range(..(first, 0)).rev().take_while(member);
    let below = page.cells.range((last + 1, 0)..).take_while(member);
    let (first, last) = (
        above.last().map_or(first, |(at, _)| at.0),
        below.last().map_or(last, |(at, _)| at.0),
    );
    let between = page.cells.range((first, 0)..=(last, u32::MAX));
    let entries = between
        .filter(|(_, words)| !line::is_heading(words.seen()))
        .count();
    let asked = page.cells.iter().filter(asking).count();
    let reader = Reader {
        unmarked: Some(first..=last),
        ..Reader::default()
    };
    (asked > 1 && asked * 3 >= entries * 2).then(|| reader.through(page))?
}

/// The number with which a paragraph is marked.
pub(super) fn number(page: &Page, row: u32) -> Option<u32> {
    let mut cells = page.row(row, (0, u32::MAX));
    cells.find_map(|(_, words)| match mark(words.seen().trim_start())?.0 {
        Mark::Number(number) => Some(number),
        _ => None,
    })
}

/// Whether most paragraphs below a row are marked and ask.
pub(super) fn is_marked(page: &Page, row: u32) -> bool {
    let below = || {
        page.cells
            .range((row + 1, 0)..)
            .take_while(|(_, words)| !line::is_closing(words.seen()))
    };
    let marked = |text: &str| without_mark(text.trim_start()).is_some_and(asks);
    below().filter(|(_, words)| marked(words.seen())).count() * 2 > below().count()
}

/// A page that only says that nothing is asked: "Đảng ủy xã Phú Đình không có ý kiến, kiến nghị." The unit has reported.
pub(super) fn nothing_asked(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let mut reader = Reader::default();
    for (at, words) in &page.cells {
        if denies(words.seen()) {
            reader.aside(*at, words, ReasonAside::NoOpinion);
        } else if reader.drafts.is_empty() {
            reader.table.letterhead.push(words.seen().to_owned());
        } else {
            reader.table.closing.push(words.seen().to_owned());
            reader.aside(*at, words, ReasonAside::Note);
        }
    }
    // The sentence may name the unit, too.
    let said = reader.drafts.first().map(|draft| draft.seen().to_owned());
    reader.table.letterhead.extend(said);
    (!reader.drafts.is_empty()).then_some((reader.table, reader.drafts))
}

/// Whether a text says that there are no opinions, and not only that someone agrees or gives thanks.
pub(super) fn denies(text: &str) -> bool {
    let folded = fold(&clean(text));
    let said = [
        "khong co y kien",
        "khong co kien nghi",
        "khong co de xuat",
        "khong y kien",
        "chua co y kien",
        "khong nhan duoc y kien",
    ];
    said.iter().any(|said| folded.contains(said)) && asks_for_nothing(text)
}

#[derive(Default)]
struct Reader {
    table: Table,
    drafts: Vec<Draft>,
    heading: Option<String>,
    /// Whether the signature block has begun.
    ended: bool,
    /// Rows in which a text is an opinion without a mark.
    unmarked: Option<RangeInclusive<u32>>,
    /// Rows of marked paragraphs that stand in a list of opinions.
    members: BTreeSet<u32>,
    /// Rows without a mark between two of them: they go on with the one above.
    inside: BTreeSet<u32>,
    /// Who was named in a paragraph of its own and speaks in those below.
    speaking: Option<(String, String)>,
    /// Whether a colon behind that name announces what is said.
    listed: bool,
    /// Whether several paragraphs begin with who says them, and one of them asks.
    by_name: bool,
    /// Whether the paragraph above is nothing but the number of an opinion: "Ý kiến 1".
    counted: bool,
    /// The part of the report in which nothing is an opinion, such as the body's words on them.
    other: Option<OtherPart>,
    /// Whether the paragraph above is a question that the form puts, which the next one answers.
    questioned: bool,
    /// Whether those named here were only present.
    attending: bool,
}

/// Whether several paragraphs begin with a name and a colon, and one of them asks; or all but what stands above and below them
/// begin with a name and a post.
fn is_by_name(page: &Page, column: u32) -> bool {
    let texts = || {
        let of_column = page.cells.iter().filter(|(at, _)| at.1 == column);
        of_column.map(|(_, words)| words.seen())
    };
    let said = || texts().filter(|text| speaker(text).is_some());
    let of_post = |text: &str| says(text).is_some_and(|((_, position), _)| !position.is_empty());
    let all_of_post = || {
        let below = texts().skip_while(|text| !of_post(text));
        let several = below.clone().nth(2).is_some();
        several && below.take_while(|text| !line::is_closing(text)).all(of_post)
    };
    said().nth(1).is_some() && (said().any(asks) || all_of_post())
}

/// Who filled a form in: "Họ và tên: Ma Văn Hòa", "Chức vụ: Trưởng xóm" above its questions.
pub(super) fn labelled_speaker(letterhead: &[String]) -> Option<(String, String)> {
    let value = |labels: &[&str]| {
        letterhead.iter().find_map(|text| {
            let (label, value) = text.split_once(':')?;
            labels
                .contains(&fold(&clean(label)).as_str())
                .then(|| value.trim().to_owned())
        })
    };
    let named = value(&[
        "ho va ten",
        "ho ten",
        "ten toi la",
        "toi ten la",
        "nguoi phat bieu",
        "nguoi co y kien",
        "nguoi kien nghi",
    ])?;
    let (person, position) = split_position(&named);
    let labelled = value(&["chuc vu", "nghe nghiep", "chuc danh"]);
    Some((untitled(&person), labelled.unwrap_or(position)))
}

/// The column in which the most texts ask for something; the first one where none does.
fn column(page: &Page) -> Option<u32> {
    let mut asking: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, words) in &page.cells {
        *asking.entry(at.1).or_default() += usize::from(asks(words.seen()));
    }
    let most = asking
        .iter()
        .max_by_key(|(column, asking)| (**asking, Reverse(**column)));
    most.map(|(column, _)| *column)
}

/// What a paragraph of a list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Ask,
    Wrong,
    Other,
}

impl Said {
    fn of(text: &str) -> Self {
        if asks(text) {
            Self::Ask
        } else if complains(text) {
            Self::Wrong
        } else {
            Self::Other
        }
    }
}

/// A list of marked paragraphs.
struct List {
    /// The mark of the first one.
    kind: Mark,
    /// Row of each, and what it says.
    rows: Vec<(u32, Said)>,
    /// Whether it stands below a heading that is no subject of opinions: "I. Kết quả thực hiện".
    of_results: bool,
    /// Whether it stands below one that is.
    of_subject: bool,
}

/// The lists of a column, up to the signature.
fn lists(page: &Page, column: u32) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let (mut of_results, mut of_subject) = (false, false);
    // Bullets below a heading are a list of their own.
    let mut below = 0;
    // "1. Các câu hỏi của nhân dân" counts parts of the report, so that "2. Kinh phí tổ chức" is one.
    let mut part: Option<Mark> = None;
    let paragraphs = page.cells.iter().filter(|(at, _)| at.1 == column);
    for (at, words) in paragraphs {
        let text = words.seen().trim_start();
        // Above the first list the date belongs to the letterhead.
        if line::is_closing(text) {
            if lists.is_empty() {
                continue;
            }
            break;
        }
        // A list that begins anew below the part has numbers of its own.
        let figure = text.starts_with(|c: char| c.is_ascii_digit());
        part = part.filter(|_| !(figure && matches!(mark(text), Some((Mark::Number(1), _)))));
        let next_part = || {
            let (next, rest) = mark(text).filter(|_| figure)?;
            let title = !asks(rest) && !complains(rest) && !rest.ends_with(['.', '?', '!', ';']);
            part.is_some_and(|part| title && follows(part, next))
                .then_some(next)
        };
        let next_part = next_part();
        part = next_part
            .or_else(|| names_group(text).then(|| Some(mark(text)?.0))?)
            .or(part);
        if next_part.is_some()
            || is_heading(text)
            || names_part(text)
            || heads_replies(text)
            || heads_attendance(text)
        {
            of_subject = heads_opinions(text) && !heads_replies(text);
            of_results = !of_subject;
            below = lists.len();
            continue;
        }
        let Some((kind, rest)) = mark(text).filter(|(_, rest)| named_alone(rest).is_none()) else {
            continue;
        };
        if asks_the_reader(text) {
            continue;
        }
        let first = if matches!(kind, Mark::Bullet(_)) { below } else { 0 };
        let mut open = lists.iter_mut().skip(first).rev();
        let open = open.find(|list| alike(list.kind, kind));
        let row = (at.0, Said::of(rest));
        match open.filter(|_| !begins_list(kind)) {
            Some(list) => list.rows.push(row),
            None => lists.push(List {
                kind,
                rows: vec![row],
                of_results,
                of_subject,
            }),
        }
    }
    lists
}

/// The rows of lists in which one paragraph asks and at least half ask or say what is wrong: the others are opinions like
/// their neighbours. Two paragraphs are such a list only if both do. In a report of opinions the lists below its headings
/// are one.
fn members(page: &Page, column: u32) -> BTreeSet<u32> {
    let lists = lists(page, column);
    let announced = page
        .cells
        .values()
        .any(|words| announces(words.seen()) || announces_list(words.seen()));
    let of_opinions = |rows: &[(u32, Said)]| {
        let count = |said: &[Said]| rows.iter().filter(|(_, says)| said.contains(says)).count();
        let (asking, either) = (count(&[Said::Ask]), count(&[Said::Ask, Said::Wrong]));
        // Where nobody asks, the list itself must be one of opinions.
        (asking > 0 || announced && rows.len() > 2)
            && (either == rows.len() || rows.len() > 2 && asking > 0 && either * 2 >= rows.len())
    };
    // Where nobody asks, each list stands below a subject of opinions.
    let sentences = |rows: &[(u32, Said)], of_subjects: bool| {
        let text = |row: u32| page.seen((row, column));
        let long = |row: u32| {
            count(text(row)) >= SENTENCE || asks_for_nothing(without_mark(text(row)).unwrap_or_default())
        };
        let asked = rows.iter().any(|(_, said)| *said == Said::Ask);
        (asked || of_subjects) && rows.iter().all(|(row, _)| long(*row))
    };
    let is_one = |kind: Mark| {
        let alike = lists
            .iter()
            .filter(|list| alike(list.kind, kind) && !list.of_results);
        let of_subjects = alike.clone().all(|list| list.of_subject);
        let rows: Vec<(u32, Said)> = alike.flat_map(|list| list.rows.iter().copied()).collect();
        announced && rows.len() > 2 && (of_opinions(&rows) || sentences(&rows, of_subjects))
    };
    lists
        .iter()
        .filter(|list| of_opinions(&list.rows) || !list.of_results && is_one(list.kind))
        .flat_map(|list| list.rows.iter().map(|(row, _)| *row))
        .collect()
}

/// Whether a heading is the subject of opinions: "I. Lĩnh vực đất đai", "Nhóm ý kiến về y tế", "Giao thông".
fn heads_opinions(text: &str) -> bool {
    let bare = without_mark(text).unwrap_or(text);
    let folded = fold(&clean(bare));
    let begins = |start: &&str| folded.starts_with(*start);
    let subject = ["linh vuc", "nhom ", "ve ", "van de ", "doi voi "]
        .iter()
        .any(begins);
    let said = [
        "y kien",
        "kien nghi",
        "de xuat",
        "phan anh",
        "van de",
        "buc xuc",
        "kho khan",
        "vuong mac",
        "nguyen vong",
    ];
    subject || said.iter().any(|word| folded.contains(word)) || is_field(bare)
}

/// Fewest words of a marked paragraph that is a sentence.
const SENTENCE: usize = 8;

/// "Ý kiến 2: ...": a paragraph that says itself that it is an opinion.
pub(super) fn is_labelled(text: &str) -> bool {
    let labelled = text.trim_start().to_lowercase().starts_with("ý kiến ");
    labelled && without_mark(text.trim_start()).is_some_and(|rest| count(rest) >= FEWEST_WORDS)
}

/// The rows of paragraphs without a mark between two neighbours of a numbered list.
pub(super) fn inside(page: &Page, column: u32, members: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mark_of = |row: u32| mark(page.seen((row, column)).trim_start()).map(|(mark, _)| mark);
    let plain = |(at, words): &(&At, &Words)| {
        let text = words.seen();
        at.1 == column && mark_of(at.0).is_none() && !line::is_heading(text) && !line::is_note(text)
    };
    let within = |row: &u32| {
        let (above, below) = (members.range(..row).next_back(), members.range(row..).next());
        let marks = above
            .zip(below)
            .map(|(above, below)| (mark_of(*above), mark_of(*below)));
        match marks {
            Some((Some(Mark::Number(one)), Some(Mark::Number(next)))) => next == one + 1,
            Some((Some(Mark::Decimal(one, last)), Some(Mark::Decimal(other, next)))) => {
                one == other && next == last + 1
            }
            _ => false,
        }
    };
    let rows = page.cells.iter().filter(plain).map(|(at, _)| at.0);
    rows.filter(within).collect()
}

/// Whether a paragraph is a heading, such as "II. Kiến nghị, đề xuất".
fn is_heading(text: &str) -> bool {
    line::is_heading(text) || is_title(text) || names_group(text)
}

/// "1. Các câu hỏi, kiến nghị của nhân dân": a numbered group of opinions.
fn names_group(text: &str) -> bool {
    let numbered = mark(text.trim()).filter(|(mark, _)| !matches!(mark, Mark::Bullet(_)));
    numbered.is_some_and(|(_, rest)| line::names_group(rest) && line::is_subject_of_group(rest))
}

/// The mark with which parts of a report are counted, capitals too, and the rest of the text.
fn mark_of_part(text: &str) -> Option<(Mark, &str)> {
    let text = text.trim();
    mark(text).or_else(|| capital(text))
}

/// Whether a marked paragraph says nothing but that opinions follow.
fn is_title(text: &str) -> bool {
    let marked = mark_of_part(text);
    marked.is_some_and(|(_, rest)| is_lone_header(rest))
}

/// "I. Kết quả", "B. Nhiệm vụ tháng 12": a part of the report, counted in Roman numbers or capitals, that is only named.
fn names_part(text: &str) -> bool {
    const LONGEST: usize = 10;
    let marked = mark_of_part(text);
    marked.is_some_and(|(mark, rest)| {
        let named = !asks(rest) && !complains(rest) && !rest.trim_end().ends_with(['.', '?', '!', ';', ':']);
        let short = rest.split_whitespace().nth(LONGEST).is_none();
        matches!(mark, Mark::Roman(_) | Mark::Capital(_)) && named && short && named_alone(rest).is_none()
    })
}

/// Whether a list begins with a mark; bullets never say so.
fn begins_list(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::Number(1) | Mark::Decimal(_, 1) | Mark::Roman(1) | Mark::Letter('a')
    )
}

/// "Tổng hợp ý kiến, kiến nghị của Nhân dân": what follows are opinions.
pub(super) fn announces(text: &str) -> bool {
    let folded = fold(&clean(text));
    !asks_for_nothing(text)
        && without_mark(text.trim_start()).is_none()
        && [
            "tong hop",
            "bao cao tong hop",
            "ket qua lay y kien",
            "ket qua tong hop",
            "cac y kien",
            "y kien",
            "kien nghi",
        ]
        .iter()
        .any(|start| folded.starts_with(start))
        && ["y kien", "kien nghi", "phan anh"]
            .iter()
            .any(|word| folded.contains(word))
}

/// "Nhà trường trân trọng gửi các đề xuất:", "C. Đề xuất, kiến nghị": a list of opinions begins.
fn announces_list(text: &str) -> bool {
    const LONGEST: usize = 20;
    let said = |folded: &str| {
        ["y kien", "kien nghi", "de xuat"]
            .iter()
            .any(|word| folded.contains(word))
    };
    let folded = fold(&clean(text));
    let short = folded.split(' ').nth(LONGEST).is_none();
    let opens = folded.ends_with(':')
        && (folded.contains(" gui ") || folded.contains(" co cac ") || folded.contains(" sau:"));
    let part = mark_of_part(text).is_some_and(|(mark, rest)| {
        let counts = matches!(mark, Mark::Roman(_) | Mark::Capital(_));
        counts && !line::is_part_without_opinions(text) && said(&fold(&clean(rest))) && !complains(rest)
    });
    short && !asks_for_nothing(text) && (opens && said(&folded) || part)
}

/// A paragraph that only names who speaks: "1. Ông Ma Văn Hòa, Trưởng xóm Cái".
fn named_alone(text: &str) -> Option<(String, String)> {
    let said = text.trim().trim_end_matches(':').split_once(':');
    // "Ông Ma Văn Hòa, Trưởng xóm: như ý kiến số 1" says something.
    if said.is_some_and(|(_, said)| !line::is_post(said.trim())) {
        return None;
    }
    let (person, position) = introduced(text);
    let person = untitled(&person);
    // "ĐƯỜNG CÔNG BẰNG - CAO TÂN SẠT BẢY CHỖ" names no one.
    let sentence = position.ends_with(['.', '?', '!']) && !position.contains(char::is_lowercase);
    // "Hộ dân bị ảnh hưởng lũ" is who someone is, though it is hard on them.
    let someone = line::is_post(&position) || fold(&position).starts_with("ho dan ");
    let hard = complains(&position) && !(is_joined(text) && someone && count(&position) <= LONGEST_POST);
    let post = count(&position) <= 10 && !asks(&position) && !sentence && !hard;
    (post && is_name(&person)).then_some((person, position))
}

/// Whether a paragraph among those of the speakers tells how the meeting went on, or is a body's own: "Hội nghị kết thúc hồi 11h15".
fn ends_minutes(text: &str) -> bool {
    const BEGINNINGS: [&str; 24] = [
        "hoi nghi",
        "cuoc hop",
        "buoi ",
        "bien ban",
        "chu tri",
        "chu toa",
        "ket luan",
        "ket thuc",
        "thu ky",
        "sau khi",
        "cac y kien",
        "tat ca",
        "thay mat",
        "ubnd",
        "uy ban",
        "dang uy",
        "hdnd",
        "lanh dao",
        "tren day",
        "d/c ",
        "dong chi ",
        "xin cam on",
        "tran trong",
        "giai trinh",
    ];
    let folded = fold(&clean(without_mark(text).unwrap_or(text)));
    BEGINNINGS.iter().any(|start| folded.starts_with(start)) || line::is_note(text) || asks_for_nothing(text)
}

/// Who is announced in a paragraph of its own: "Ông Ma Văn Hòa, Trưởng xóm:".
fn announced(text: &str) -> Option<(String, String)> {
    let alone = text.ends_with(':') || is_speakers_line(text);
    let unmarked = || without_mark(text).is_none() && !line::is_closing(text);
    named_alone(text).filter(|_| alone && unmarked())
}

/// The name and the post in a text that introduces a speaker, without its mark and the words that something is said: "1. Ông
/// Ma Văn Hòa, Trưởng xóm có 2 ý kiến:", "Ý kiến của bà Lý Thị Hoa (Nông dân)".
pub(super) fn introduced(text: &str) -> (String, String) {
    let text = text.trim().trim_end_matches(':').trim_end();
    let text = without_of(without_mark(text).unwrap_or(text));
    let titled = fold(text).starts_with("ong (ba) ");
    let text = if titled { untitled(text) } else { text.to_owned() };
    split_position(without_saying(&text))
}

/// "Ý kiến của ông Ma Văn Hòa" without the words before the name.
fn without_of(text: &str) -> &str {
    const OF: [&str; 4] = [
        "Ý kiến của ",
        "Ý kiến phát biểu của ",
        "Kiến nghị của ",
        "Phát biểu của ",
    ];
    OF.iter().find_map(|of| text.strip_prefix(of)).unwrap_or(text)
}

/// "Ông Ma Văn Hòa có 2 ý kiến" without the words that what follows is said.
fn without_saying(text: &str) -> &str {
    const SAYING: [&str; 9] = [
        " hỏi",
        " như sau",
        " sau",
        " ý kiến",
        " có",
        " nêu",
        " phát biểu",
        " kiến nghị",
        " đề nghị",
    ];
    let unsaid = |text| {
        SAYING
            .iter()
            .fold(text, |rest: &str, word| rest.strip_suffix(word).unwrap_or(rest))
    };
    let rest = unsaid(text);
    match rest.rsplit_once(' ') {
        Some((before, number)) if rest.len() < text.len() && number.parse::<u8>().is_ok() => unsaid(before),
        _ => rest,
    }
}

impl Reader {
    /// Reads a page whose opinions all stand in one column; nothing where no paragraph is one, or where other things stand
    /// beside them.
    fn through(mut self, page: &Page) -> Option<(Table, Vec<Draft>)> {
        let column = column(page)?;
        self.members = members(page, column);
        self.inside = inside(page, column, &self.members);
        self.by_name = is_by_name(page, column);
        let counts = |text: &str| is_number_label(text) && fold(text).starts_with("y kien");
        let is_opinion = |(at, words): &(&At, &Words)| {
            let text = words.seen();
            let heard = || announced(text.trim()).is_some();
            at.1 == column
                && (self.asked(**at, text).is_some() || counts(text) || asks_the_reader(text) || heard())
        };
        let (first, last) = (
            page.cells.iter().find(is_opinion)?.0.0,
            page.cells.iter().rfind(is_opinion)?.0.0,
        );
        let mut between = page.cells.range((first, 0)..=(last, u32::MAX));
        if between.any(|(at, _)| at.1 != column) {
            return None;
        }
        for (at, words) in &page.cells {
            self.paragraph(*at, words);
        }
        let opinions = self.drafts.iter().any(|draft| draft.aside.is_none());
        opinions.then(|| {
            self.table.columns = vec![(ColumnRole::Content, column)];
            (self.table, self.drafts)
        })
    }

    /// What a paragraph says, if it may be an opinion.
    fn asked<'t>(&self, at: At, text: &'t str) -> Option<&'t str> {
        let listed = self.unmarked.as_ref().is_some_and(|rows| rows.contains(&at.0));
        let member = |rest: &&str| {
            asks(rest)
                || self.members.contains(&at.0)
                || is_labelled(text)
                || says(rest).is_some()
                || named_alone(rest).is_some()
                || self.speaking.is_some()
                    && count(rest) >= FEWEST_WORDS
                    && (self.listed || !fold(rest).starts_with("dai dien"))
        };
        let named = speaker(text).is_some() || asks_by_name(text);
        if is_title(text) {
            return None;
        }
        if let Some(asked) = question(text) {
            return Some(asked);
        }
        match without_mark(text.trim_start()).filter(member) {
            None if (listed && !is_number_label(text) || named && (asks(text) || self.by_name))
                && !self.goes_on(text) =>
            {
                Some(text)
            }
            None if self.answers_a_name(text) || self.counted && !is_heading(text) => Some(text),
            marked => marked,
        }
    }

    /// Whether a paragraph right below the name of who speaks says something: whatever follows a colon does.
    fn answers_a_name(&self, text: &str) -> bool {
        let last = self.drafts.last();
        let named = last.filter(|draft| draft.aside == Some(ReasonAside::Heading));
        let announced = named.is_some_and(|name| name.seen().trim_end().ends_with(':'));
        // Below the first opinion of a speaker stands the next one, where it begins anew and raises something.
        let further =
            || self.listed && last.is_some_and(|draft| draft.aside.is_none()) && !self.goes_on(text);
        (named.is_some() || further() && !line::is_note(text))
            && self.speaking.is_some()
            && count(text) >= FEWEST_WORDS
            && (announced
                || Said::of(text) != Said::Other
                || (self.listed || named.is_some() && count(text) >= SENTENCE) && !ends_minutes(text))
            && !is_heading(text)
            && !line::is_closing(text)
    }

    /// "Ông Ma Văn Hòa, Trưởng xóm, có ý kiến:" in a paragraph of its own: who speaks in those below.
    fn announces_speaker(&mut self, at: At, words: &Words) -> bool {
        let text = words.seen().trim();
        let Some(speaker) = announced(text).filter(|_| !self.ended) else {
            return false;
        };
        self.names(speaker, text);
        self.aside(at, words, ReasonAside::Heading);
        true
    }

    /// Notes who is named in a paragraph of its own: who speaks in those below, or who was present.
    fn names(&mut self, speaker: (String, String), text: &str) {
        self.listed = text.trim_end().ends_with(':');
        self.attending &= !self.listed;
        self.speaking = (!self.attending).then_some(speaker);
    }

    fn paragraph(&mut self, at: At, words: &Words) {
        let text = words.seen();
        let heads = is_heading(text) || announces(text) || announces_list(text);
        self.attending = heads_attendance(text) || self.attending && !heads;
        if self.announces_speaker(at, words) || self.answers(at, words) {
            return;
        }
        let number_alone = is_number_label(text) && fold(text).starts_with("y kien");
        if number_alone && !self.ended {
            self.counted = true;
            return self.aside(at, words, ReasonAside::Heading);
        }
        let ends = |other: &OtherPart| is_heading(text) && other.ends_with(text);
        self.other = OtherPart::below(text).or_else(|| self.other.filter(|other| !ends(other)));
        let asked = self.asked(at, text).filter(|_| self.other.is_none());
        self.counted = false;
        // Before the first opinion, or the first paragraph with a mark, stands the letterhead.
        let begins =
            without_mark(text.trim_start()).is_some() && !line::is_letterhead(text) || is_field(text);
        if self.drafts.is_empty() && asked.is_none() && !begins {
            return self.table.letterhead.push(text.to_owned());
        }
        self.ended |= line::is_closing(text);
        if self.ended {
            self.table.closing.push(text.to_owned());
        }
        match asked {
            _ if self.ended => self.aside(at, words, ReasonAside::Note),
            _ if line::is_total(text) => self.aside(at, words, ReasonAside::Total),
            _ if is_heading(text) || heads_replies(text) => {
                self.heading = Some(clean(text));
                self.speaking = None;
                self.aside(at, words, ReasonAside::Heading);
            }
            Some(rest) => match named_alone(rest) {
                Some(speaker) => {
                    self.names(speaker, rest);
                    self.aside(at, words, ReasonAside::Heading);
                }
                None => self.opinion(at, words),
            },
            None if self.other.is_none() && (self.goes_on(text) || self.inside.contains(&at.0)) => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.append(&words.received, words.repaired.as_deref());
                }
            }
            None => self.aside(at, words, ReasonAside::Note),
        }
    }

    /// Reads the questions that a form puts and the answers to them; what answers a speaker is a note.
    fn answers(&mut self, at: At, words: &Words) -> bool {
        let text = words.seen();
        if asks_the_reader(text) {
            self.heading = Some(clean(text));
            self.questioned = true;
            self.aside(at, words, ReasonAside::Heading);
            return true;
        }
        let of_opinion = |draft: &Draft| matches!(draft.aside, None | Some(ReasonAside::Note));
        let answered = self.drafts.last().is_some_and(of_opinion);
        if answered && !self.ended && is_reply(text) {
            self.aside(at, words, ReasonAside::Note);
            return true;
        }
        if answered && !self.ended && names_authority(text) {
            return match self.drafts.iter_mut().rfind(|draft| draft.aside.is_none()) {
                Some(draft) => {
                    draft.hints.push(clean(text));
                    true
                }
                None => false,
            };
        }
        let Some(said) = answer(text).filter(|_| !self.ended) else {
            return false;
        };
        if std::mem::take(&mut self.questioned) {
            let labelled = || labelled_speaker(&self.table.letterhead);
            let speaker = self.speaking.clone().or_else(labelled).unwrap_or_default();
            let received = answer(&words.received).unwrap_or(&words.received).to_owned();
            let repaired = words.repaired.as_ref().map(|_| said.to_owned());
            self.raised(at, speaker, received, repaired);
        } else {
            self.aside(at, words, ReasonAside::Note);
        }
        true
    }

    /// Whether a paragraph goes on with the opinion above it.
    fn goes_on(&self, text: &str) -> bool {
        const THEREFORE: [&str; 5] = ["vi vay", "do do", "do vay", "vi the", "boi vay"];
        let folded = fold(&clean(text));
        let therefore = THEREFORE.iter().any(|word| folded.starts_with(word));
        let before = self.drafts.last().filter(|draft| draft.aside.is_none());
        before.is_some_and(|before| therefore || line::goes_on(before.seen(), text))
    }

    fn opinion(&mut self, at: At, words: &Words) {
        let bare = |text: &str| {
            let text = text.trim();
            let text = without_mark(text).unwrap_or(text);
            question(text).unwrap_or(text).to_owned()
        };
        let (received, repaired) = (bare(&words.received), words.repaired.as_deref().map(bare));
        let own = speaker(repaired.as_ref().unwrap_or(&received));
        let said = |text: String| match text.split_once(':') {
            Some((_, said)) if own.is_some() => said.trim().to_owned(),
            _ => text,
        };
        let (received, repaired) = (said(received), repaired.map(said));
        let speaker = own.or_else(|| self.speaking.clone()).unwrap_or_default();
        self.raised(at, speaker, received, repaired);
    }

    /// Adds what someone says to the opinions.
    fn raised(
        &mut self,
        at: At,
        (person, position): (String, String),
        received: String,
        repaired: Option<String>,
    ) {
        self.drafts.push(Draft {
            row: at.0,
            at,
            person,
            position,
            received,
            repaired,
            heading: self.heading.clone(),
            times: 1,
            ..Draft::default()
        });
    }

    fn aside(&mut self, at: At, words: &Words, reason: ReasonAside) {
        self.drafts.push(Draft {
            row: at.0,
            at,
            received: words.received.clone(),
            repaired: words.repaired.clone(),
            heading: self.heading.clone(),
            times: 1,
            aside: Some(reason),
            ..Draft::default()
        });
    }
}

/// Who speaks before a colon: "Ông Ma Văn Hòa, Trưởng xóm: ...", "Cử tri Lý Thị Hoa (xóm 5) đề nghị: ...", "Cử tri xóm Hái Hoa: ...".
pub(super) fn speaker(text: &str) -> Option<(String, String)> {
    let (before, _) = text.split_once(':')?;
    let before = before.trim();
    // "(Ma Văn Hòa - Trưởng xóm): ..."
    let inside = before
        .strip_prefix('(')
        .and_then(|inside| inside.strip_suffix(')'));
    // "Ông (bà)" ends no name, though a bracket does.
    let named = untitled(without_saying(without_of(inside.unwrap_or(before))));
    let (person, position) = split_position(&named);
    let person = untitled(&person);
    if is_name(&person) {
        return Some((person, position));
    }
    // "Trưởng xóm Cái - Ma Văn Hòa: ..."
    let last = untitled(&position);
    if is_joined(before) && is_name(&last) {
        return Some((last, person));
    }
    is_group(before).then(|| (before.to_owned(), String::new()))
}

/// "Cử tri xóm Hái Hoa", "Nhân dân tổ dân phố số 5": those of a place who speak together.
pub(super) fn is_group(text: &str) -> bool {
    const GROUPS: [&str; 7] = [
        "cu tri ",
        "nhan dan ",
        "ba con ",
        "nguoi dan ",
        "chi bo ",
        "tap the ",
        "cac ho ",
    ];
    const MOST_WORDS: usize = 8;
    let folded = fold(&clean(text));
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let of_place = last.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    of_place
        && count(text) <= MOST_WORDS
        && !asks(text)
        && GROUPS.iter().any(|group| folded.starts_with(group))
}

/// Who says something in a paragraph of its own, and what: "- Ông Ma Văn Hòa, Trưởng xóm: Đề nghị ...". "Chi bộ 5: 03 ý kiến"
/// says nothing yet.
pub(super) fn says(text: &str) -> Option<((String, String), &str)> {
    const SHORT: usize = 5;
    let text = text.trim();
    let text = without_mark(text).unwrap_or(text);
    let said = text.split_once(':')?.1.trim();
    let speaker = speaker(text)?;
    let counts =
        said.contains(|c: char| c.is_ascii_digit()) && fold(said).contains("y kien") && count(said) <= SHORT;
    let raises = count(said) >= FEWEST_WORDS || asks(said) || complains(said) || acts(said);
    (raises && !counts && !line::is_post(said)).then_some((speaker, said))
}

/// Who says a text that begins or ends with that, and the rest of it: "Ma Văn Hòa - Trưởng xóm: ...", "Trưởng xóm - Ma Văn Hòa:
/// ...", "Ma Văn Hòa (Trưởng xóm) ...", "... (Lý Thị Hoa, Nông dân)".
pub(super) fn spoken(text: &str) -> Option<((String, String), String)> {
    let text = text.trim();
    let text = without_mark(text).unwrap_or(text);
    let parted = |named: &str| {
        let (person, position) = introduced(&named.replace(" / ", " - "));
        let (person, position) = if is_name(&person) {
            (untitled(&person), position)
        } else {
            (untitled(&position), person)
        };
        let position = position
            .trim_end_matches(", có ý kiến")
            .trim_end_matches([',', ' '])
            .to_owned();
        // "(Nà Mòn, Đồng Tâm)" are two places.
        let post = !position.is_empty() && !is_name(&position);
        let post = post && count(&position) <= MOST_OF_POST && !asks(&position);
        (post && is_name(&person)).then_some((person, position))
    };
    let before = || {
        let (named, said) = text.split_once(':')?;
        Some((parted(named)?, said.trim().to_owned()))
    };
    let bracket = || {
        let (named, said) = text.split_once(')')?;
        let person = named.split_once('(')?.0;
        is_name(person.trim()).then(|| Some((parted(named)?, said.trim().to_owned())))?
    };
    let behind = || {
        let (said, named) = text.strip_suffix(')')?.rsplit_once('(')?;
        Some((parted(named)?, said.trim().to_owned()))
    };
    before()
        .or_else(bracket)
        .or_else(behind)
        .filter(|(_, said)| count(said) >= FEWEST_WORDS)
}

/// Most words of a post that stands in the words of an opinion.
const MOST_OF_POST: usize = 10;

/// A question that a form puts to whoever fills it in: "Câu 1. Ông/bà có kiến nghị gì về thủ tục hành chính?"
fn asks_the_reader(text: &str) -> bool {
    const READERS: [&str; 5] = ["ong/ba ", "ong (ba) ", "anh/chi ", "anh (chi) ", "quy vi "];
    let text = text.trim();
    let folded = fold(&clean(without_mark(text).unwrap_or(text)));
    let open = [" gi ", " gi?", " the nao"]
        .iter()
        .any(|word| folded.contains(word));
    open && folded.ends_with('?') && READERS.iter().any(|reader| folded.starts_with(reader))
}

/// "UBND phường giải trình: ...", "Lãnh đạo xã trả lời: ...": what a body says to the opinion above.
fn is_reply(text: &str) -> bool {
    const BODIES: [&str; 12] = [
        "ubnd",
        "uy ban",
        "dang uy",
        "hdnd",
        "lanh dao",
        "phong ",
        "chu toa",
        "chu tri",
        "can bo",
        "dong chi",
        "d/c",
        "giai trinh",
    ];
    const REPLIES: [&str; 4] = ["giai trinh", "tra loi", "tiep thu", "phan hoi"];
    const LONGEST_LABEL: usize = 10;
    let Some((label, said)) = text.trim().split_once(':') else {
        return false;
    };
    let label = fold(&clean(without_mark(label).unwrap_or(label)));
    BODIES.iter().any(|body| label.starts_with(body))
        && REPLIES.iter().any(|reply| label.ends_with(reply))
        && label.split(' ').nth(LONGEST_LABEL).is_none()
        && !said.trim().is_empty()
}

/// "Thẩm quyền giải quyết: Sở Nội vụ": who decides on the opinion above.
fn names_authority(text: &str) -> bool {
    let label = text.trim().split_once(':').map_or("", |(label, _)| label);
    let folded = fold(&clean(without_mark(label).unwrap_or(label)));
    [
        "tham quyen",
        "co quan giai quyet",
        "co quan tra loi",
        "don vi giai quyet",
    ]
    .iter()
    .any(|start| folded.starts_with(start))
}

/// What stands behind "Trả lời:", "Đáp:".
fn answer(text: &str) -> Option<&str> {
    let (label, said) = text.trim().split_once(':')?;
    matches!(fold(&clean(label)).as_str(), "tra loi" | "dap").then_some(said.trim())
}

/// What stands behind "Hỏi:".
fn question(text: &str) -> Option<&str> {
    let (label, said) = text.trim().split_once(':')?;
    let asked = fold(&clean(label)) == "hoi" && count(said) >= FEWEST_WORDS;
    asked.then(|| said.trim())
}

/// Whether below a heading stands what the body says or does, and no opinion: "III. Tiếp thu, giải trình", "Kết luận", "II. Kết
/// quả giải quyết kiến nghị kỳ trước", "PHƯƠNG HƯỚNG, NHIỆM VỤ".
fn heads_replies(text: &str) -> bool {
    const REPLIES: [&str; 6] = [
        "tiep thu",
        "giai trinh",
        "tra loi",
        "ket luan",
        "phan hoi",
        "noi dung tra loi",
    ];
    heads_part(text, &REPLIES) || line::is_part_without_opinions(text)
}

/// A heading of what the body says, and whether another one ends its part: one without a mark, or with a mark of its kind.
#[derive(Debug, Clone, Copy)]
struct OtherPart(Option<Mark>);

impl OtherPart {
    fn below(text: &str) -> Option<Self> {
        heads_replies(text).then(|| Self(mark_of_part(text).map(|(mark, _)| mark)))
    }

    /// "1. Ưu điểm" does not end "III. ĐÁNH GIÁ CHUNG".
    fn ends_with(self, heading: &str) -> bool {
        match (self.0, mark_of_part(heading)) {
            (Some(own), Some((other, _))) => alike(own, other),
            (None, Some((other, _))) => matches!(other, Mark::Roman(_) | Mark::Capital(_)),
            (_, None) => true,
        }
    }
}

/// "1. Thành phần tham dự": who was there.
fn heads_attendance(text: &str) -> bool {
    heads_part(text, &["thanh phan"])
}

/// Whether a text begins with some words, and is a heading: short, no bullet, asking for nothing and saying nothing wrong.
fn heads_part(text: &str, words: &[&str]) -> bool {
    const LONGEST: usize = 12;
    let marked = mark_of_part(text);
    let bullet = matches!(marked, Some((Mark::Bullet(_), _)));
    let bare = marked.map_or(text, |(_, rest)| rest);
    let folded = fold(&clean(bare));
    words.iter().any(|start| folded.starts_with(start))
        && (!bullet || folded.ends_with(':'))
        && folded.split(' ').nth(LONGEST).is_none()
        && !folded.ends_with(['.', ';', '?'])
        && !asks(bare)
        && !complains(bare)
}

/// Most words of a post in a paragraph that only names who speaks.
const LONGEST_POST: usize = 6;

/// "Ông Ma Văn Hòa - Trưởng xóm Cái": a paragraph that names a person with title and post, and nothing else.
fn is_speakers_line(text: &str) -> bool {
    let folded = fold(&clean(text));
    let titled = ["ong ", "ba ", "d/c ", "dong chi "]
        .iter()
        .any(|title| folded.starts_with(title));
    let joined = is_joined(text);
    named_alone(text).is_some_and(|(_, position)| {
        let short = count(&position) <= LONGEST_POST && !is_name(&position) && !text.ends_with('.');
        (titled || joined) && line::is_post(&position) || joined && short && !position.is_empty()
    })
}

/// Whether a dash joins the parts of a text.
fn is_joined(text: &str) -> bool {
    text.contains(" - ") || text.contains(" – ")
}

/// "Ông Ma Văn Hòa (xóm Cái) đề nghị sửa đường": who speaks, and at once what is asked.
fn asks_by_name(text: &str) -> bool {
    let folded = fold(&clean(text));
    let addressed = ["ong ", "ba ", "dong chi ", "d/c ", "cu tri ", "anh ", "chi "]
        .iter()
        .any(|title| folded.starts_with(title));
    let asked = [" de nghi ", " kien nghi ", " de xuat ", " hoi ", " phan anh "];
    let who = asked
        .iter()
        .filter_map(|word| Some(folded.split_once(word)?.0.split(' ').count()))
        .min();
    addressed && who.is_some_and(|words| (3..=12).contains(&words))
}

/// A name that a sentence gives, without the title before it. A name in a column of its own stays as it is written.
pub(super) fn untitled(person: &str) -> String {
    const TITLES: [&str; 12] = [
        "Ông/bà ",
        "Ông (bà) ",
        "Cử tri ",
        "Công dân ",
        "Đại biểu ",
        "Ông: ",
        "Bà: ",
        "Ông ",
        "Bà ",
        "Đồng chí ",
        "Đ/c ",
        "Đ/c: ",
    ];
    let mut person = person.to_owned();
    for title in TITLES {
        if fold(&person).starts_with(&fold(title)) {
            person = person.chars().skip(title.chars().count()).collect();
        }
    }
    person
}
