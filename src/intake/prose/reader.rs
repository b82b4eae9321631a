//! Reading a document without a table from above down: what becomes of each paragraph, by its own words, by what the whole
//! document tells of it, and by what was read above.

use std::collections::{BTreeMap, BTreeSet};

use super::super::asking::{acts, asks, asks_at_once, count};
use super::super::header::is_number_label;
use super::super::line;
use super::super::mark::{Mark, alike, capital, mark, without_mark};
use super::super::no_opinion::asks_for_nothing;
use super::super::page::{At, Page, Words};
use super::super::parts::FEWEST_WORDS;
use super::super::person::is_name;
use super::super::table::{Draft, Table};
use super::denies;
use super::list::{SENTENCE, headed, heads, inside, is_labelled, members, shouted, unmarked};
use super::naming::{Naming, naming};
use super::paragraph::{Document, Paragraph, Said};
use super::part::{
    answer, asks_the_reader, counts_one, demand, ends_minutes, has_boxes, heads_field, heads_place, is_basis,
    is_heading, is_reply, is_subject, is_title, names_authority, question, refers_to_appendix, states,
    tells_of_meeting,
};
use super::section::{Section, sections};
use super::speakers::{
    announced, asks_by_name, heads_group, is_by_name, is_of_labels, label, labelled_position,
    labelled_speaker, named_alone, named_in_two, says, signed_by_label, speaker,
};
use crate::model::{ColumnRole, ReasonAside};
use crate::text::{clean, fold};

/// What a whole document tells of its paragraphs, before any is read.
pub(super) struct Known<'p> {
    pub(super) document: Document<'p>,
    /// Where each paragraph stands.
    sections: Vec<Section>,
    /// Whether parts that tell of other things hold no opinion.
    parted: bool,
    /// Rows of marked paragraphs that head those of another list.
    heads: BTreeSet<u32>,
    /// Lines that come again and only name who speaks.
    naming: Naming,
    /// Rows that name who speaks, with the post that stands in the row below.
    named_in_two: BTreeMap<u32, (String, String)>,
    /// Rows of marked paragraphs that stand in a list of opinions.
    members: BTreeSet<u32>,
    /// Rows in which a text is an opinion without a mark.
    unmarked: BTreeSet<u32>,
    /// Rows of headings without a mark that are subjects of opinions, though they stand above the first one.
    subjects: BTreeSet<u32>,
    /// Rows without a mark between two members: they go on with the one above.
    inside: BTreeSet<u32>,
    /// Whether several paragraphs begin with who says them, so that they need not ask.
    by_name: bool,
    /// Whether each paragraph of the list begins with a label that says who speaks.
    by_label: bool,
    /// Whether labels such as "Ý kiến:" stand before several opinions, so that what has none goes on with them.
    labels_come_again: bool,
}

impl<'p> Known<'p> {
    pub(super) fn of(document: Document<'p>, parted: bool) -> Self {
        let naming = naming(&document);
        let named_in_two = named_in_two(&document);
        let mut heads = heads(&document);
        heads.retain(|row| !naming.rows.contains_key(row));
        let names = naming.rows.keys().chain(named_in_two.keys()).copied().collect();
        let apart = heads.iter().chain(naming.rows.keys()).copied().collect();
        let sections = sections(&document, &apart, &names);
        let members = members(&document, &sections, &apart, parted);
        let said = document
            .of_column()
            .filter(|paragraph| members.contains(&paragraph.row()));
        let by_label = is_of_labels(said.map(|paragraph| paragraph.text));
        let labelled = document
            .of_column()
            .filter(|paragraph| question(paragraph.text).is_some());
        let labels_come_again = labelled.count() > 1;
        let mut unmarked = unmarked(&document, &sections, &names);
        unmarked.extend(&naming.said);
        Self {
            inside: inside(&document, &members),
            by_name: is_by_name(&document),
            subjects: shouted(&document)
                .union(&headed(&document, &members))
                .copied()
                .collect(),
            document,
            sections,
            parted,
            heads,
            naming,
            named_in_two,
            members,
            unmarked,
            by_label,
            labels_come_again,
        }
    }

    /// The opinions, if there are any.
    pub(super) fn read(&self, page: &Page) -> Option<(Table, Vec<Draft>)> {
        Reader::of(self).through(page)
    }

    /// Rows above a table that may hold an opinion, outside parts that tell of other things.
    pub(super) fn heard(&self) -> BTreeSet<u32> {
        let heard = |(paragraph, section): &(&Paragraph<'_>, &Section)| {
            let asks = paragraph.mark.is_some() && asks_at_once(paragraph.bare);
            let other = section.begins || section.other.is_some() || section.of_deeds || paragraph.is_closing;
            (asks || says(paragraph.text).is_some()) && !other && !line::is_note(paragraph.text)
        };
        let paragraphs = self.document.paragraphs.iter().zip(&self.sections);
        paragraphs
            .filter(heard)
            .map(|(paragraph, _)| paragraph.row())
            .collect()
    }

    /// Rows that hold no opinion where they stand below a table.
    pub(super) fn notes(&self) -> BTreeSet<u32> {
        let note = |(paragraph, section): &(&Paragraph<'_>, &Section)| {
            let text = paragraph.text;
            let plain = paragraph.mark.is_none()
                && !paragraph.is_closing
                && !line::is_total(text)
                && says(text).is_none()
                && announced(text).is_none()
                && !asks_by_name(text);
            section.other.is_some() || section.of_deeds || plain
        };
        let paragraphs = self.document.paragraphs.iter().zip(&self.sections);
        paragraphs
            .filter(note)
            .map(|(paragraph, _)| paragraph.row())
            .collect()
    }
}

/// The opinions of a page that all stand in one column; nothing where no paragraph is one, or where other things stand beside
/// them. Those of `listed` rows need no mark; parts that tell of other things hold none, where the document is `parted`.
pub(super) fn opinions(
    page: &Page,
    column: u32,
    listed: &BTreeSet<u32>,
    parted: bool,
) -> Option<(Table, Vec<Draft>)> {
    let mut known = Known::of(Document::of(page, column), parted);
    known.unmarked.extend(listed);
    known.read(page)
}

/// What stands aside in a cell.
pub(super) fn set_aside(at: At, words: &Words, reason: ReasonAside) -> Draft {
    Draft {
        row: at.0,
        at,
        received: words.received.clone(),
        repaired: words.repaired.clone(),
        times: 1,
        aside: Some(reason),
        ..Draft::default()
    }
}

struct Reader<'k> {
    known: &'k Known<'k>,
    table: Table,
    drafts: Vec<Draft>,
    heading: Option<String>,
    /// Whether the signature block has begun.
    ended: bool,
    /// Row of the first opinion.
    first: u32,
    /// Who filled in the form or wrote the letter, by the labels above.
    author: Option<(String, String)>,
    /// Who was named in a paragraph of its own and speaks in those below.
    speaking: Option<(String, String)>,
    /// Whether a colon behind that name announces what is said.
    listed: bool,
    /// Whether those named here were only present.
    attending: bool,
    /// Whether the paragraph above is nothing but the number of an opinion: "Ý kiến 1".
    counted: bool,
    /// What the opinion above stands below, so that paragraphs without a mark belong to it.
    open: Option<Opened>,
    /// The mark of the opinion above, where it asks for what the signs below it name: "..., gồm các đoạn:".
    stem: Option<Mark>,
    /// Rows of opinions with a mark or a label, so that a paragraph without one is none.
    told: BTreeSet<u32>,
    /// Whether a reply stands above to what a label or a mark told to be an opinion.
    replied: bool,
    /// Whether a question that the form puts stands above, which the next paragraph answers, or several behind signs.
    questioned: bool,
}

/// What an opinion of several paragraphs stands below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// Its number or label, down to the next one.
    Counted,
    /// The name of who speaks; what asks anew is another opinion.
    Named,
}

/// What becomes of a paragraph that neither names who speaks nor answers.
enum Role {
    Heading,
    Aside(ReasonAside),
    Speaker((String, String)),
    Opinion,
    GoesOn,
}

impl<'k> Reader<'k> {
    fn of(known: &'k Known<'k>) -> Self {
        Self {
            known,
            table: Table::of_paragraphs(),
            drafts: Vec::new(),
            heading: None,
            ended: false,
            first: 0,
            author: None,
            speaking: None,
            listed: false,
            attending: false,
            counted: false,
            open: None,
            stem: None,
            told: BTreeSet::new(),
            replied: false,
            questioned: false,
        }
    }

    fn through(mut self, page: &Page) -> Option<(Table, Vec<Draft>)> {
        let known = self.known;
        let is_opinion = |paragraph: &&Paragraph<'_>| {
            let (row, text) = (paragraph.row(), paragraph.text);
            let named = known.naming.rows.contains_key(&row) || known.named_in_two.contains_key(&row);
            let told = || counts_one(text) || asks_the_reader(text) || announced(text).is_some();
            named || self.asked(paragraph).is_some() || told()
        };
        let mut opinions = known.document.of_column().filter(is_opinion).map(Paragraph::row);
        let first = opinions.next()?;
        let last = opinions.next_back().unwrap_or(first);
        self.first = first;
        // Forms that follow one another have each its letterhead.
        let of_letterhead = |row: u32| {
            let mut cells = page.row(row, (0, u32::MAX));
            cells.any(|(_, words)| line::is_letterhead(words.seen()))
        };
        let mut between = page.cells.range((first, 0)..=(last, u32::MAX));
        if between.any(|(at, _)| at.1 != known.document.column && !of_letterhead(at.0)) {
            return None;
        }
        for (paragraph, section) in known.document.paragraphs.iter().zip(&known.sections) {
            self.paragraph(paragraph, section);
        }
        let opinions = self.drafts.iter().any(|draft| draft.aside.is_none());
        opinions.then(|| {
            self.table.columns = vec![(ColumnRole::Content, known.document.column)];
            (self.table, self.drafts)
        })
    }

    fn paragraph(&mut self, paragraph: &Paragraph<'_>, section: &Section) {
        let Paragraph { at, words, text, .. } = *paragraph;
        if !self.known.naming.rows.contains_key(&at.0) {
            self.labels(text);
        }
        self.attending = paragraph.heads_attendance || self.attending && section.of_people;
        if self.names_in_two(at, words) || self.announces_speaker(at, words) || self.answers(paragraph) {
            return;
        }
        if counts_one(text) && !self.ended {
            self.counted = true;
            return self.aside(at, words, ReasonAside::Heading);
        }
        let other = self.known.parted && section.other.is_some();
        let asked = self.asked(paragraph).filter(|_| !other);
        let is_unmarked = paragraph.mark.is_none();
        // What a speaker named alone says goes down to the next mark or name.
        let named = !self.listed && self.is_below_name();
        let labelled = self.known.labels_come_again && question(text).is_some();
        let opens = match std::mem::take(&mut self.counted) || labelled {
            true => Some(Opened::Counted),
            false => (named && is_unmarked).then_some(Opened::Named),
        };
        let open = self
            .open
            .take()
            .filter(|_| !other && is_unmarked && !labels_a_name(text));
        let stem = self
            .stem
            .take()
            .filter(|stem| !other && names_item_of(*stem, paragraph));
        let told = question(text).is_some() || speaker(text).is_some();
        let asked =
            asked.filter(|_| (told || !(open.is_some() && self.known.labels_come_again)) && stem.is_none());
        let anew = open == Some(Opened::Named) && paragraph.said == Said::Ask && self.asks_above();
        let (asked, opens) = if anew { (Some(text), open) } else { (asked, opens) };
        if self.drafts.is_empty() && asked.is_none() && !self.begins(paragraph) {
            return self.table.letterhead.push(text.to_owned());
        }
        // "2. 21 giờ 05 phút, ngày 09/11/2025" is the date of what is told below.
        let counted_date = matches!(paragraph.mark, Some(Mark::Number(_)));
        self.ended |= at.0 > self.first && paragraph.is_closing && !counted_date;
        if self.ended {
            self.table.closing.push(text.to_owned());
            return self.aside(at, words, ReasonAside::Note);
        }
        let inside = || self.known.inside.contains(&at.0) || open.is_some() && !ends_minutes(text);
        let goes_on = !other && (stem.is_some() || self.goes_on(text) || inside());
        match self.role(paragraph, asked, goes_on) {
            Role::Heading => {
                // "Xã Kim Phượng - ghi ý kiến dân" may head the first opinion and name the unit, too.
                if is_unmarked && self.drafts.is_empty() {
                    self.table.letterhead.push(text.to_owned());
                }
                self.heading = Some(clean(text));
                self.speaking = heads_group(text);
                self.listed = self.speaking.is_some();
                self.aside(at, words, ReasonAside::Heading);
            }
            Role::Aside(reason) => self.aside(at, words, reason),
            Role::Speaker(speaker) => {
                self.names(speaker, text);
                self.aside(at, words, ReasonAside::Heading);
            }
            Role::Opinion => {
                self.opinion(paragraph);
                self.open = opens;
                self.stem = paragraph
                    .mark
                    .filter(|_| text.ends_with(':') && paragraph.said == Said::Ask);
            }
            Role::GoesOn => {
                self.open = open;
                self.stem = stem;
                // What is only named keeps no sign that would part it from the ask.
                let bare = |text: &str| match stem {
                    Some(_) => without_mark(text.trim()).unwrap_or(text).to_owned(),
                    None => text.to_owned(),
                };
                if let Some(draft) = self.drafts.last_mut() {
                    draft.append(
                        &bare(&words.received),
                        words.repaired.as_deref().map(bare).as_deref(),
                    );
                }
            }
        }
    }

    /// What becomes of a paragraph above the signature, by what it asks, if it may be an opinion, and whether it may go on with
    /// the one above.
    fn role(&self, paragraph: &Paragraph<'_>, asked: Option<&str>, goes_on: bool) -> Role {
        let text = paragraph.text;
        if line::is_total(text) {
            // Above the first opinion a number tells of the conference.
            let below = self.drafts.iter().any(|draft| draft.aside.is_none());
            return Role::Aside(if below {
                ReasonAside::Total
            } else {
                ReasonAside::Note
            });
        }
        let heads = paragraph.is_heading || paragraph.heads_replies || paragraph.counts_opinions;
        let field = || heads_field(text) || paragraph.mark.is_none() && heads_group(text).is_some();
        if heads || self.known.heads.contains(&paragraph.row()) || asked.is_none() && field() {
            return Role::Heading;
        }
        match asked {
            Some(rest) => named_alone(rest).map_or(Role::Opinion, Role::Speaker),
            None if goes_on => Role::GoesOn,
            None => Role::Aside(ReasonAside::Note),
        }
    }

    /// Whether the letterhead ends above a paragraph: the first one with a mark, or with a field or place as heading.
    fn begins(&self, paragraph: &Paragraph<'_>) -> bool {
        let text = paragraph.text;
        let marked = paragraph.mark.is_some() || capital(text).is_some() && paragraph.is_heading;
        let subject =
            || paragraph.is_heading && (is_subject(text) || self.known.subjects.contains(&paragraph.row()));
        (marked || subject()) && !line::is_letterhead(text)
            || heads_field(text) && !(heads_place(text) && self.table.letterhead.is_empty())
    }

    /// What a paragraph says, if it may be an opinion.
    fn asked<'t>(&self, paragraph: &Paragraph<'t>) -> Option<&'t str> {
        // "Hội Nông dân" heads what stands below.
        const MARKED: usize = 5;
        let Paragraph { text, bare, .. } = *paragraph;
        let row = paragraph.row();
        let other = || has_boxes(text) || is_basis(text) || tells_of_meeting(text) || line::is_count(bare);
        let heads = self.known.naming.rows.contains_key(&row) || self.known.heads.contains(&row);
        // "Ý kiến bổ sung: Sau khi lập bảng, Đảng ủy nhận thêm các ý kiến sau:", "Ý kiến của cá nhân: có Phụ lục kèm theo."
        let announces = paragraph.announces_list && paragraph.mark.is_none() && text.ends_with(':');
        let announces = announces && !asks_at_once(text) && named_alone(bare).is_none();
        let heads = heads || announces || refers_to_appendix(text);
        if heads || is_title(text) || other() {
            return None;
        }
        if let Some(asked) = question(text) {
            return Some(asked);
        }
        let said = || {
            let sentence = paragraph.is_stopped() && paragraph.count >= FEWEST_WORDS;
            (paragraph.count >= MARKED || sentence) && (self.listed || !fold(bare).starts_with("dai dien"))
        };
        let member = || {
            paragraph.said == Said::Ask
                || self.known.members.contains(&row)
                || is_labelled(text)
                || says(bare).is_some()
                || named_alone(bare).is_some() && !paragraph.is_heading
                || self.speaking.is_some() && said()
        };
        if paragraph.mark.is_some() && member() {
            return Some(bare);
        }
        let named = || speaker(text).is_some() || asks_by_name(text);
        let listed = self.known.unmarked.contains(&row) && !is_number_label(text);
        let told = listed || (asks(text) || self.known.by_name) && named();
        let says =
            told && !self.goes_on(text) || self.answers_a_name(text) || self.counted && !paragraph.is_heading;
        says.then_some(text)
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

    /// Whether the opinion above asks for something.
    fn asks_above(&self) -> bool {
        let above = self.drafts.last().filter(|draft| draft.aside.is_none());
        above.is_some_and(|draft| asks(draft.seen()))
    }

    /// Whether the paragraph above names who speaks.
    fn is_below_name(&self) -> bool {
        let last = self.drafts.last();
        self.speaking.is_some() && last.is_some_and(|draft| draft.aside == Some(ReasonAside::Heading))
    }

    /// "Ông Ma Văn Hòa, Trưởng xóm, có ý kiến:" in a paragraph of its own: who speaks in those below.
    fn announces_speaker(&mut self, at: At, words: &Words) -> bool {
        let text = words.seen().trim();
        let told = || self.known.naming.rows.get(&at.0).cloned();
        let Some(speaker) = told().or_else(|| announced(text)).filter(|_| !self.ended) else {
            return false;
        };
        if self.known.naming.behind && told().is_some() {
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
        let speaker = self.known.named_in_two.get(&at.0).filter(|_| !self.ended);
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

    /// Reads the questions that a form puts and the answers to them; what answers a speaker is a note.
    fn answers(&mut self, paragraph: &Paragraph<'_>) -> bool {
        let Paragraph { at, words, text, .. } = *paragraph;
        if asks_the_reader(text) {
            self.heading = Some(clean(text));
            self.questioned = true;
            self.aside(at, words, ReasonAside::Heading);
            return true;
        }
        let of_opinion = |draft: &Draft| matches!(draft.aside, None | Some(ReasonAside::Note));
        let answered = self.drafts.last().is_some_and(of_opinion);
        let plain = !names_authority(text)
            && paragraph.mark.is_none()
            && question(text).is_none()
            && !paragraph.is_heading;
        if answered && !self.ended && (is_reply(text) || self.replied && plain && !paragraph.is_closing) {
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
        let further = matches!(paragraph.mark, Some(Mark::Bullet(_)));
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
        before.is_some_and(|before| {
            let asked = states(before.seen()) && demand(text).is_some();
            therefore || asked || line::goes_on(before.seen(), text)
        })
    }

    fn opinion(&mut self, paragraph: &Paragraph<'_>) {
        let Paragraph { at, words, text, .. } = *paragraph;
        let named = self.is_below_name();
        let bare = |text: &str| {
            let text = text.trim();
            // A list in one paragraph keeps its marks until it is parted.
            if is_list(text) {
                return text.to_owned();
            }
            let rest = match paragraph.mark {
                Some(Mark::Capital(_)) => capital(text).map(|(_, rest)| rest),
                _ => without_mark(text),
            };
            let text = rest.unwrap_or(text);
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
                .filter(|_| self.known.by_label)
                .map(|label| (label.to_owned(), String::new()))
        };
        let signed = signed_by_label(seen).map(|(who, _)| who);
        let own = speaker(seen).or_else(labelled).filter(|_| signed.is_none());
        let said = |text: String| match (signed_by_label(&text), text.split_once(':')) {
            (Some((_, said)), _) => said.to_owned(),
            (None, Some((_, said))) if own.is_some() => said.trim().to_owned(),
            _ => text,
        };
        let (received, repaired) = (said(received), repaired.map(said));
        let speaker = signed
            .or(own)
            .or_else(|| self.speaking.clone())
            .unwrap_or_default();
        if paragraph.mark.is_some() || question(text).is_some() {
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
            heading: self.heading.clone(),
            ..set_aside(at, words, reason)
        });
    }
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

/// Whether a paragraph behind a sign of its own only names one of the things that an opinion with another mark asks for.
fn names_item_of(stem: Mark, paragraph: &Paragraph<'_>) -> bool {
    let sign = paragraph
        .mark
        .filter(|mark| matches!(mark, Mark::Bullet(_)) && !alike(*mark, stem));
    sign.is_some() && !paragraph.raises() && !acts(paragraph.bare)
}

/// "Cán bộ trực: Lý Thị Hoa", "Người nêu:": a label, and nothing more than a name behind it.
fn labels_a_name(text: &str) -> bool {
    let said = text.split_once(':').map(|(_, said)| said.trim());
    said.is_some_and(|said| said.is_empty() || is_name(said))
}
