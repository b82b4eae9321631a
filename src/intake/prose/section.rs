//! The sections of a report: what the headings above a paragraph tell of it. One pass goes through the document, so that lists,
//! paragraphs without a mark and the reading itself see the same sections.

use std::collections::BTreeSet;

use super::super::asking::count;
use super::super::mark::{Mark, follows};
use super::paragraph::{Document, Paragraph};
use super::part::{OtherPart, is_reply, names_group};
use super::speakers::announced;
use crate::text::{clean, fold};

/// What stands above a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    /// The sections that began above, and this one.
    pub(super) number: usize,
    /// Whether the paragraph is the heading of the section.
    pub(super) begins: bool,
    /// Whether no heading stands above.
    pub(super) on_top: bool,
    /// What the heading is, if it is no subject of opinions: "I. Kết quả thực hiện".
    pub(super) of_results: bool,
    /// Whether a heading that is one stands above.
    pub(super) of_subject: bool,
    /// Whether what stands above says that opinions follow, so that none of them need ask.
    pub(super) announced: bool,
    /// The part of the report in which nothing is an opinion, such as the body's words on them.
    pub(super) other: Option<OtherPart>,
    /// Whether what was done stands right above.
    pub(super) of_deeds: bool,
    /// Whether those are named here who were present.
    pub(super) of_people: bool,
}

/// The section of each paragraph of the column; those of a list below "1. Tại xóm Lân Tây", "2. Tại xóm Viến Ván" stand in the
/// section of these `heads`. Lines that name who speaks end no part.
pub(super) fn sections(
    document: &Document<'_>,
    heads: &BTreeSet<u32>,
    names: &BTreeSet<u32>,
) -> Vec<Section> {
    let mut here = Section {
        number: 0,
        begins: false,
        on_top: true,
        of_results: false,
        of_subject: false,
        announced: false,
        other: None,
        of_deeds: false,
        of_people: false,
    };
    let mut part = Parts::default();
    let mut listed = false;
    let mut above: Option<&Paragraph<'_>> = None;
    let mut sections = Vec::new();
    for paragraph in &document.paragraphs {
        if paragraph.at.1 != document.column || paragraph.is_closing {
            here.begins = false;
            sections.push(here);
            continue;
        }
        let headed = paragraph.is_heading || paragraph.names_part || paragraph.heads_replies;
        let counted = matches!(paragraph.mark, Some(Mark::Number(_))) && !paragraph.heads_replies;
        listed = paragraph.announces_list || listed && (!headed || counted);
        here.announced = listed || above.is_some_and(tells_of_opinions);
        here.of_deeds = above.is_some_and(|above| tells_of_deeds(above.text));
        above = Some(paragraph);
        here.begins = part.next(paragraph)
            || paragraph.is_heading
            || paragraph.names_part
            || paragraph.announces_list
            || paragraph.counts_opinions
            || paragraph.heads_replies
            || paragraph.heads_attendance;
        let told = here.begins || paragraph.announces;
        // A reply may begin like a heading, too: "Xã trả lời: ..."
        let speaks = names.contains(&paragraph.row()) || announced(paragraph.text).is_some();
        if !speaks && !is_reply(paragraph.text) {
            let ends = |other: &OtherPart| told && other.ends_with(paragraph.text);
            here.other = paragraph
                .other_part
                .or_else(|| here.other.filter(|other| !ends(other)));
        }
        here.of_people = paragraph.heads_attendance || here.of_people && !told;
        if here.begins {
            here.number += 1;
            here.on_top = false;
            here.of_subject = paragraph.heads_opinions && !paragraph.heads_replies;
            here.of_results = !here.of_subject;
        } else if heads.contains(&paragraph.row()) {
            here.on_top = false;
            here.of_subject |= paragraph.heads_opinions;
        }
        sections.push(here);
    }
    sections
}

/// The number of the last part of the report that was counted in figures.
#[derive(Debug, Default)]
struct Parts(Option<Mark>);

impl Parts {
    /// Whether a paragraph names the next part: below "1. Các câu hỏi của nhân dân" stands "2. Kinh phí tổ chức".
    fn next(&mut self, paragraph: &Paragraph<'_>) -> bool {
        let mark = paragraph.mark;
        let figure = paragraph.text.starts_with(|c: char| c.is_ascii_digit());
        // A list that begins anew below the part has numbers of its own.
        if figure && matches!(mark, Some(Mark::Number(1))) {
            self.0 = None;
        }
        let title = figure && !paragraph.raises() && !paragraph.is_stopped();
        let next = mark.filter(|next| title && self.0.is_some_and(|part| follows(part, *next)));
        let group = || mark.filter(|_| names_group(paragraph.text));
        self.0 = next.or_else(group).or(self.0);
        next.is_some()
    }
}

/// "Kiến nghị", "Đảng ủy xã ghi nhận như sau:": right above a list. "Xã đạt các kết quả sau:" tells of none.
pub(super) fn tells_of_opinions(paragraph: &Paragraph<'_>) -> bool {
    const LONGEST: usize = 20;
    const HEARD: [&str; 5] = ["y kien", "kien nghi", "phan anh", "nguyen vong", "ghi nhan"];
    const DONE: [&str; 6] = [
        "tiep thu",
        "giai quyet",
        "tra loi",
        "giai trinh",
        "trien khai",
        "thuc hien",
    ];
    // "Thực hiện Công văn số 12 về tổng hợp ý kiến, ..." names the reason first.
    const REASONS: [&str; 5] = ["thuc hien ", "can cu ", "phuc dap ", "sau khi ", "qua "];
    let text = paragraph.text;
    let folded = fold(&clean(text));
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let done = || {
        let reason = |clause: &str| REASONS.iter().any(|start| clause.trim_start().starts_with(start));
        let mut clauses = folded.split([',', ';']).filter(|clause| !reason(clause));
        clauses.any(|clause| DONE.iter().any(|word| clause.contains(word)))
    };
    let opens = [" sau:", " sau day:", " duoi day:"]
        .iter()
        .any(|end| folded.ends_with(end))
        || folded.ends_with("ket qua:");
    let title = paragraph.announces && !folded.ends_with(['.', ':']) && count(text) <= LONGEST;
    (opens && says(&HEARD) && !done() || title) && !paragraph.heads_replies
}

/// "Trong năm xã đã đạt các kết quả sau:", "Kính gửi:": right above a list of what was done, or of recipients.
fn tells_of_deeds(text: &str) -> bool {
    const DEEDS: [&str; 7] = [
        "ket qua sau",
        "dat duoc",
        "da dat ",
        "da trien khai",
        "da to chuc",
        "hoan thanh ",
        " da:",
    ];
    let folded = fold(&clean(text));
    folded.ends_with(':') && DEEDS.iter().any(|deed| folded.contains(deed)) || folded.starts_with("kinh gui")
}
