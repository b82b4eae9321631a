//! Opinions written as paragraphs, most often numbered, in a document without a table: "1. Ông Ma Văn Hòa, Trưởng xóm: đề
//! nghị ...".
//!
//! Only a paragraph with a mark of a list is an opinion, where it asks for something, names who speaks, or stands in a list
//! of opinions; without a mark, one that names who speaks and asks, or stands in a part of opinions in which no sentence is
//! marked. A paragraph between two neighbours of a list goes on with the one above. What else stands there is set aside for a
//! person to see, and so is a document without either: there nothing says what an opinion is. `part` knows the parts of a report
//! and of minutes, `list` which paragraphs of a list or a part are opinions, `speakers` who is named, `naming`
//! which lines name who speaks because they come again.

mod list;
mod naming;
mod part;
mod speakers;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use list::{inside, is_labelled};
pub(super) use part::{announces, ends_minutes};
pub(super) use speakers::{introduced, is_group, labelled_speaker, says, speaker, spoken, untitled};

use self::list::{SENTENCE, Said, heads, is_of_opinions, members, unmarked};
use self::naming::{Naming, naming};
use self::part::{
    OtherPart, announces_list, answer, asks_the_reader, counts_opinions, demand, has_boxes, heads_attendance,
    heads_opinions, heads_place, heads_replies, is_basis, is_heading, is_reply, is_title, names_authority,
    names_part, question, tells_of_meeting,
};
use self::speakers::{
    announced, asks_by_name, heads_group, is_by_name, is_of_labels, label, labelled_position, named_alone,
    named_in_two,
};
use super::asking::{asks, asks_at_once, complains, count};
use super::header::is_number_label;
use super::line;
use super::mark::{Mark, alike, capital, mark, without_mark};
use super::no_opinion::asks_for_nothing;
use super::page::{At, Page, Words};
use super::parts::FEWEST_WORDS;
use super::person::is_name;
use super::subject::is_field;
use super::table::{Draft, Table};
use crate::model::{ColumnRole, ReasonAside};
use crate::text::{clean, fold};

/// The opinions of a page on which they are marked paragraphs below one another; nothing where no paragraph is one.
pub(super) fn read(page: &Page) -> Option<(Table, Vec<Draft>)> {
    let parted = Reader {
        parted: true,
        ..Reader::default()
    };
    // Where a report of opinions has none outside such parts, the opinions stand in them.
    let whole = || is_of_opinions(page).then(|| Reader::default().through(page))?;
    parted.through(page).or_else(whole)
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
        .clone()
        .filter(|(_, words)| !line::is_heading(words.seen()))
        .count();
    let asked = page.cells.iter().filter(asking).count();
    let reader = Reader {
        unmarked: between.map(|(at, _)| at.0).collect(),
        parted: true,
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

/// Whether most paragraphs below a row are marked and ask, or are marked and read as opinions.
pub(super) fn is_marked(page: &Page, row: u32) -> bool {
    let below = || {
        page.cells
            .range((row + 1, 0)..)
            .take_while(|(_, words)| !line::is_closing(words.seen()))
            .filter(|(_, words)| !names_authority(words.seen()))
    };
    let marked = |text: &str| without_mark(text.trim_start()).is_some_and(asks);
    let most = |test: &dyn Fn(&str) -> bool| {
        below().filter(|(_, words)| test(words.seen())).count() * 2 > below().count()
    };
    most(&marked) || most(&|text| mark(text.trim_start()).is_some()) && read(page).is_some()
}

/// Whether lines that only name who speaks stand beside what is said in a column.
pub(super) fn is_named(page: &Page, column: u32) -> bool {
    !naming(page, column).rows.is_empty()
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

/// Whether a text is nothing but lines with the same mark.
fn is_list(text: &str) -> bool {
    let mut marks = text.lines().map(|line| mark(line.trim()).map(|(mark, _)| mark));
    let first = marks.next().flatten();
    let rest: Vec<_> = marks.collect();
    first.is_some_and(|first| {
        !rest.is_empty()
            && rest
                .iter()
                .all(|next| next.is_some_and(|next| alike(first, next)))
    })
}

/// "Đất đai", "Nhóm vấn đề đất đai": a heading of opinions above the first one.
fn heads_field(text: &str) -> bool {
    const LONGEST: usize = 8;
    let title = text.contains(char::is_lowercase) && !text.ends_with(['.', ';', '?', '!', ':']);
    is_field(text)
        || heads_place(text)
        || title && count(text) <= LONGEST && heads_opinions(text) && !announces(text) && !asks(text)
}

/// "Ý kiến 1", "Câu hỏi số 2:": a paragraph that counts the opinion below it, and nothing else.
fn counts_one(text: &str) -> bool {
    const COUNTED: [&str; 7] = [
        "y kien",
        "cau hoi",
        "kien nghi",
        "noi dung",
        "phan anh",
        "van de",
        "cau",
    ];
    const ORDINALS: [&str; 10] = [
        "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi",
    ];
    let folded = fold(&clean(text));
    let number = COUNTED
        .iter()
        .find_map(|word| folded.trim_end_matches([':', '.']).strip_prefix(word));
    let number = number.map(|number| number.strip_prefix(" so").unwrap_or(number).trim());
    let counts = |number: &str| {
        let ordinal = number.strip_prefix("thu ");
        number.parse::<u8>().is_ok() || ordinal.is_some_and(|number| ORDINALS.contains(&number))
    };
    number.is_some_and(counts) || is_number_label(text) && folded.starts_with("y kien")
}

#[derive(Default)]
struct Reader {
    table: Table,
    drafts: Vec<Draft>,
    heading: Option<String>,
    /// Whether the signature block has begun.
    ended: bool,
    /// Row of the first opinion.
    first: u32,
    /// Who filled in the form or wrote the letter, by the labels above.
    author: Option<(String, String)>,
    /// Rows in which a text is an opinion without a mark.
    unmarked: BTreeSet<u32>,
    /// Rows of marked paragraphs that stand in a list of opinions.
    members: BTreeSet<u32>,
    /// Rows without a mark between two of them: they go on with the one above.
    inside: BTreeSet<u32>,
    /// Who was named in a paragraph of its own and speaks in those below.
    speaking: Option<(String, String)>,
    /// Whether a colon behind that name announces what is said.
    listed: bool,
    /// Whether several paragraphs begin with who says them, so that they need not ask.
    by_name: bool,
    /// Whether labels such as "Ý kiến:" stand before several opinions, so that what has none goes on with them.
    labels_come_again: bool,
    /// Whether each paragraph of the list begins with a label that says who speaks.
    by_label: bool,
    /// Whether the paragraph above is nothing but the number of an opinion: "Ý kiến 1".
    counted: bool,
    /// Whether the opinion above stands below its number, so that all paragraphs down to the next number belong to it.
    open: bool,
    /// Whether parts that tell of other things hold no opinion.
    parted: bool,
    /// The part of the report in which nothing is an opinion, such as the body's words on them.
    other: Option<OtherPart>,
    /// Rows of opinions with a mark or a label, so that a paragraph without one is none.
    told: BTreeSet<u32>,
    /// Whether a reply stands above to what a label or a mark told to be an opinion.
    replied: bool,
    /// Whether a question that the form puts stands above, which the next paragraph answers, or several behind signs.
    questioned: bool,
    /// Rows of marked paragraphs that head those of another list.
    heads: BTreeSet<u32>,
    /// Whether those named here were only present.
    attending: bool,
    /// Lines that come again and only name who speaks.
    naming: Naming,
    /// Rows that name who speaks, with the post that stands in the row below.
    named_in_two: BTreeMap<u32, (String, String)>,
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

impl Reader {
    /// Reads a page whose opinions all stand in one column; nothing where no paragraph is one, or where other things stand
    /// beside them.
    fn through(mut self, page: &Page) -> Option<(Table, Vec<Draft>)> {
        let column = column(page)?;
        self.heads = heads(page, column);
        self.naming = naming(page, column);
        self.heads.retain(|row| !self.naming.rows.contains_key(row));
        let apart = self
            .heads
            .iter()
            .chain(self.naming.rows.keys())
            .copied()
            .collect();
        self.members = members(page, column, &apart, self.parted);
        let said = self.members.iter().map(|row| page.seen((*row, column)));
        self.by_label = is_of_labels(said);
        let of_column = page.cells.iter().filter(|(at, _)| at.1 == column);
        let labelled = of_column.filter(|(_, words)| question(words.seen()).is_some());
        self.labels_come_again = labelled.count() > 1;
        self.inside = inside(page, column, &self.members);
        self.by_name = is_by_name(page, column);
        self.named_in_two = named_in_two(page, column);
        self.unmarked.extend(unmarked(page, column));
        self.unmarked.extend(&self.naming.said);
        let is_opinion = |(at, words): &(&At, &Words)| {
            let text = words.seen();
            let named = || self.naming.rows.contains_key(&at.0) || self.named_in_two.contains_key(&at.0);
            let heard = || announced(text.trim()).is_some() || named();
            at.1 == column
                && (self.asked(**at, text).is_some() || counts_one(text) || asks_the_reader(text) || heard())
        };
        let (first, last) = (
            page.cells.iter().find(is_opinion)?.0.0,
            page.cells.iter().rfind(is_opinion)?.0.0,
        );
        self.first = first;
        // Forms that follow one another have each its letterhead.
        let of_letterhead = |row: u32| {
            let mut cells = page.row(row, (0, u32::MAX));
            cells.any(|(_, words)| line::is_letterhead(words.seen()))
        };
        let mut between = page.cells.range((first, 0)..=(last, u32::MAX));
        if between.any(|(at, _)| at.1 != column && !of_letterhead(at.0)) {
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
        // "Hội Nông dân" heads what stands below.
        const MARKED: usize = 5;
        let listed = self.unmarked.contains(&at.0);
        let member = |rest: &&str| {
            asks(rest)
                || self.members.contains(&at.0)
                || is_labelled(text)
                || says(rest).is_some()
                || named_alone(rest).is_some() && !is_heading(text)
                || self.speaking.is_some()
                    && (count(rest) >= MARKED
                        || rest.ends_with(['.', '?', '!', ';']) && count(rest) >= FEWEST_WORDS)
                    && (self.listed || !fold(rest).starts_with("dai dien"))
        };
        let named = speaker(text).is_some() || asks_by_name(text);
        if self.naming.rows.contains_key(&at.0) {
            return None;
        }
        let other = has_boxes(text) || is_basis(text) || tells_of_meeting(text) || line::is_count(text);
        if is_title(text) || self.heads.contains(&at.0) || other {
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
        let sentence = count(text) >= SENTENCE || text.trim_end().ends_with(['.', '?', '!']);
        // Below the first opinion of a speaker stands the next one, where it begins anew and raises something.
        let further =
            || self.listed && last.is_some_and(|draft| draft.aside.is_none()) && !self.goes_on(text);
        (named.is_some() || further() && !line::is_note(text))
            && self.speaking.is_some()
            && count(text) >= FEWEST_WORDS
            && (announced
                || Said::of(text) != Said::Other
                || (self.listed || named.is_some() && sentence) && !ends_minutes(text))
            && !is_heading(text)
            && !line::is_closing(text)
    }

    /// Whether the paragraph above names who speaks.
    fn is_below_name(&self) -> bool {
        let last = self.drafts.last();
        self.speaking.is_some() && last.is_some_and(|draft| draft.aside == Some(ReasonAside::Heading))
    }

    /// "Ông Ma Văn Hòa, Trưởng xóm, có ý kiến:" in a paragraph of its own: who speaks in those below.
    fn announces_speaker(&mut self, at: At, words: &Words) -> bool {
        let text = words.seen().trim();
        let told = || self.naming.rows.get(&at.0).cloned();
        let Some(speaker) = told().or_else(|| announced(text)).filter(|_| !self.ended) else {
            return false;
        };
        if self.naming.behind && told().is_some() {
            self.spoke(speaker);
            self.aside(at, words, ReasonAside::Heading);
            return true;
        }
        self.names(speaker, text);
        self.aside(at, words, ReasonAside::Heading);
        true
    }

    /// Notes who raised the opinion above.
    fn spoke(&mut self, speaker: (String, String)) {
        let last = self.drafts.last_mut().filter(|draft| draft.aside.is_none());
        if let Some(draft) = last.filter(|draft| draft.person.is_empty()) {
            (draft.person, draft.position) = speaker;
        }
    }

    /// Notes who filled in the form that begins: "Họ và tên: Ma Văn Hòa", below it "Chức vụ: Trưởng xóm".
    fn labels(&mut self, text: &str) {
        let text = [text.to_owned()];
        if let Some(author) = labelled_speaker(&text) {
            self.author = Some(author);
            self.ended = false;
        } else if let (Some((_, position)), Some(labelled)) = (&mut self.author, labelled_position(&text)) {
            *position = labelled;
        }
    }

    /// "Ma Văn Hòa", and in the paragraph below "Trưởng xóm Cái": who speaks in those below.
    fn names_in_two(&mut self, at: At, words: &Words) -> bool {
        let speaker = self.named_in_two.get(&at.0).filter(|_| !self.ended);
        let Some(speaker) = speaker.cloned() else {
            return false;
        };
        self.speaking = Some(speaker);
        self.listed = false;
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
        if !self.naming.rows.contains_key(&at.0) {
            self.labels(text);
        }
        let next = is_heading(text)
            || names_part(text)
            || announces_list(text)
            || announces(text)
            || counts_opinions(text);
        self.attending = heads_attendance(text) || self.attending && !next;
        if self.names_in_two(at, words) || self.announces_speaker(at, words) || self.answers(at, words) {
            return;
        }
        if counts_one(text) && !self.ended {
            self.counted = true;
            return self.aside(at, words, ReasonAside::Heading);
        }
        let ends = |other: &OtherPart| next && other.ends_with(text);
        self.other = OtherPart::below(text)
            .filter(|_| self.parted)
            .or_else(|| self.other.filter(|other| !ends(other)));
        let asked = self.asked(at, text).filter(|_| self.other.is_none());
        // What a speaker named alone says goes down to the next mark or name.
        let named = !self.listed && self.is_below_name();
        let unmarked = without_mark(text.trim()).is_none();
        let labelled = self.labels_come_again && question(text).is_some();
        let counted = std::mem::take(&mut self.counted) || named && unmarked || labelled;
        // "Cán bộ trực: Lý Thị Hoa" says nothing more.
        let label = text
            .split_once(':')
            .is_some_and(|(_, said)| said.trim().is_empty() || is_name(said.trim()));
        let open = std::mem::take(&mut self.open) && self.other.is_none() && unmarked && !label;
        let told = question(text).is_some() || speaker(text).is_some();
        let asked = asked.filter(|_| told || !(open && self.labels_come_again));
        // Before the first opinion, or the first paragraph with a mark, stands the letterhead.
        let begins = (without_mark(text.trim_start()).is_some()
            || capital(text.trim()).is_some() && is_heading(text))
            && !line::is_letterhead(text)
            || heads_field(text) && !(heads_place(text) && self.table.letterhead.is_empty());
        if self.drafts.is_empty() && asked.is_none() && !begins {
            return self.table.letterhead.push(text.to_owned());
        }
        // "2. 21 giờ 05 phút, ngày 09/11/2025" is the date of what is told below.
        let counted_date = matches!(mark(text.trim()), Some((Mark::Number(_), _)));
        self.ended |= at.0 > self.first && line::is_closing(text) && !counted_date;
        if self.ended {
            self.table.closing.push(text.to_owned());
        }
        match asked {
            _ if self.ended => self.aside(at, words, ReasonAside::Note),
            // Above the first opinion a number tells of the conference.
            _ if line::is_total(text) && self.drafts.iter().any(|draft| draft.aside.is_none()) => {
                self.aside(at, words, ReasonAside::Total);
            }
            _ if line::is_total(text) => self.aside(at, words, ReasonAside::Note),
            _ if is_heading(text)
                || heads_replies(text)
                || self.heads.contains(&at.0)
                || asked.is_none() && (heads_field(text) || unmarked && heads_group(text).is_some()) =>
            {
                self.heading = Some(clean(text));
                self.speaking = heads_group(text);
                self.listed = self.speaking.is_some();
                self.aside(at, words, ReasonAside::Heading);
            }
            Some(rest) => match named_alone(rest) {
                Some(speaker) => {
                    self.names(speaker, rest);
                    self.aside(at, words, ReasonAside::Heading);
                }
                None => {
                    self.opinion(at, words);
                    self.open = counted;
                }
            },
            None if self.other.is_none()
                && (self.goes_on(text) || self.inside.contains(&at.0) || open && !ends_minutes(text)) =>
            {
                self.open = open;
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
        let plain = !names_authority(text)
            && mark(text.trim()).is_none()
            && question(text).is_none()
            && !is_heading(text);
        if answered && !self.ended && (is_reply(text) || self.replied && plain && !line::is_closing(text)) {
            let last = self.drafts.iter().rfind(|draft| draft.aside.is_none());
            self.replied |= last.is_some_and(|draft| self.told.contains(&draft.row));
            self.aside(at, words, ReasonAside::Note);
            return true;
        }
        self.replied = false;
        if answered && !self.ended && names_authority(text) {
            return match self.drafts.iter_mut().rfind(|draft| draft.aside.is_none()) {
                Some(draft) => {
                    draft.hints.push(clean(text));
                    true
                }
                None => false,
            };
        }
        let Some(said) = answer(text)
            .or_else(|| self.answered(text))
            .filter(|_| !self.ended)
        else {
            return false;
        };
        // Several answers stand behind signs.
        let further = mark(text.trim()).is_some_and(|(mark, _)| matches!(mark, Mark::Bullet(_)));
        let questioned = self.questioned;
        self.questioned &= further;
        if questioned {
            let speaker = self.speaking.clone().unwrap_or_default();
            let bare = |text: &str| without_mark(text.trim()).unwrap_or(text).to_owned();
            let received = answer(&words.received).map_or_else(|| bare(&words.received), str::to_owned);
            let repaired = words.repaired.as_ref().map(|_| said.to_owned());
            self.raised(at, speaker, received, repaired);
        } else {
            self.aside(at, words, ReasonAside::Note);
        }
        true
    }

    /// What stands below a question of a form and is no other one, nor boxes to tick.
    fn answered<'t>(&self, text: &'t str) -> Option<&'t str> {
        let bullet = mark(text.trim()).filter(|(mark, _)| matches!(mark, Mark::Bullet(_)));
        let text = bullet.map_or(text.trim(), |(_, rest)| rest);
        let said = (count(text) >= FEWEST_WORDS || denies(text) || asks_for_nothing(text))
            && without_mark(text).is_none();
        let answers = said && !has_boxes(text) && !is_heading(text) && !line::is_closing(text);
        (self.questioned && answers).then_some(text)
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
        let named = self.is_below_name();
        let bare = |text: &str| {
            let text = text.trim();
            // A list in one paragraph keeps its marks until it is parted.
            if is_list(text) {
                return text.to_owned();
            }
            let text = without_mark(text).unwrap_or(text);
            if speaker(text).is_some() {
                return text.to_owned();
            }
            let said = question(text).or_else(|| demand(text).filter(|_| named));
            said.unwrap_or(text).to_owned()
        };
        let (received, repaired) = (bare(&words.received), words.repaired.as_deref().map(bare));
        let seen = repaired.as_ref().unwrap_or(&received);
        let labelled = || {
            label(seen)
                .filter(|_| self.by_label)
                .map(|label| (label.to_owned(), String::new()))
        };
        let own = speaker(seen).or_else(labelled);
        let said = |text: String| match text.split_once(':') {
            Some((_, said)) if own.is_some() => said.trim().to_owned(),
            _ => text,
        };
        let (received, repaired) = (said(received), repaired.map(said));
        let speaker = own.or_else(|| self.speaking.clone()).unwrap_or_default();
        let text = words.seen().trim();
        if mark(text).is_some() || question(text).is_some() {
            self.told.insert(at.0);
        }
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
        let unnamed = person.is_empty() && position.is_empty();
        let author = self.author.clone().filter(|_| unnamed);
        let (person, position) = author.unwrap_or((person, position));
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
