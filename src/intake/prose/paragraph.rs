//! A paragraph and what its own words tell of it, worked out once, since the rules of several files ask for the same. What the
//! paragraphs around it tell is the matter of those files.

use super::super::asking::{asks, complains, count};
use super::super::line;
use super::super::mark::{Mark, capital, follows, mark};
use super::super::page::{At, Page, Words};
use super::super::subject::is_field;
use super::list::SENTENCE;
use super::part::{
    OtherPart, announces, announces_list, counts_opinions, heads_attendance, heads_opinions, heads_replies,
    is_heading, names_group, names_part, without_count,
};

/// What a paragraph says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Ask,
    Wrong,
    Other,
}

impl Said {
    pub(super) fn of(text: &str) -> Self {
        if asks(text) {
            Self::Ask
        } else if complains(text) {
            Self::Wrong
        } else {
            Self::Other
        }
    }
}

/// A paragraph of a document.
#[derive(Debug)]
pub(super) struct Paragraph<'p> {
    pub(super) at: At,
    pub(super) words: &'p Words,
    /// What is seen, without space around it.
    pub(super) text: &'p str,
    pub(super) mark: Option<Mark>,
    /// The text behind its mark; all of it where it has none.
    pub(super) bare: &'p str,
    /// What the bare text says.
    pub(super) said: Said,
    /// Words of the bare text.
    pub(super) count: usize,
    /// Whether the signature, the recipients or the date begin with it.
    pub(super) is_closing: bool,
    pub(super) is_heading: bool,
    /// Whether it names a part of the report, counted in Roman numbers or capitals.
    pub(super) names_part: bool,
    /// Whether it says that what follows are opinions, as a title does.
    pub(super) announces: bool,
    /// Whether a list of opinions begins below it.
    pub(super) announces_list: bool,
    /// Whether it counts opinions and no part: "2. Ý kiến cụ thể".
    pub(super) counts_opinions: bool,
    /// Whether it is what opinions are about.
    pub(super) heads_opinions: bool,
    /// Whether what the body answers or does stands below it.
    pub(super) heads_replies: bool,
    /// Whether those present stand below it.
    pub(super) heads_attendance: bool,
    /// The part that tells of other things than opinions, if it heads one.
    pub(super) other_part: Option<OtherPart>,
}

impl<'p> Paragraph<'p> {
    fn of(at: At, words: &'p Words) -> Self {
        let text = words.seen().trim();
        let marked = mark(text);
        let title = without_count(text);
        let bare = marked.map_or(text, |(_, rest)| rest);
        Self {
            at,
            words,
            text,
            mark: marked.map(|(mark, _)| mark),
            bare,
            said: Said::of(bare),
            count: count(bare),
            is_closing: line::is_closing(text),
            is_heading: is_heading(title),
            names_part: names_part(title),
            announces: announces(title),
            announces_list: announces_list(title),
            counts_opinions: counts_opinions(title),
            heads_opinions: heads_opinions(title),
            heads_replies: heads_replies(title),
            heads_attendance: heads_attendance(title),
            other_part: OtherPart::below(title),
        }
    }

    pub(super) fn row(&self) -> u32 {
        self.at.0
    }

    /// Whether it ends like a sentence.
    pub(super) fn is_stopped(&self) -> bool {
        self.text.ends_with(['.', ';', '?', '!'])
    }

    /// Whether it asks for something or says what is wrong.
    pub(super) fn raises(&self) -> bool {
        self.said != Said::Other
    }
}

/// The paragraphs of a page, and the column in which its opinions stand.
#[derive(Debug)]
pub(super) struct Document<'p> {
    pub(super) paragraphs: Vec<Paragraph<'p>>,
    pub(super) column: u32,
}

impl<'p> Document<'p> {
    pub(super) fn of(page: &'p Page, column: u32) -> Self {
        let paragraphs = page.cells.iter().map(|(at, words)| Paragraph::of(*at, words));
        let mut document = Self {
            paragraphs: paragraphs.collect(),
            column,
        };
        document.count_in_capitals();
        document.close_rows();
        document.settle_stars();
        document
    }

    /// Recipients and a signature that stand side by side end a report together.
    fn close_rows(&mut self) {
        for row in self.paragraphs.chunk_by_mut(|one, next| one.row() == next.row()) {
            let closes = row.iter().any(|paragraph| paragraph.is_closing);
            row.iter_mut().for_each(|paragraph| paragraph.is_closing = closes);
        }
    }

    /// A star stands before headings or before opinions: where one of them is a sentence, none heads a part.
    fn settle_stars(&mut self) {
        let starred = |paragraph: &Paragraph<'_>| matches!(paragraph.mark, Some(Mark::Bullet('*')));
        let sentence = |paragraph: &Paragraph<'_>| {
            paragraph.raises() || paragraph.is_stopped() && paragraph.count >= SENTENCE
        };
        let mut stars = self.paragraphs.iter().filter(|paragraph| starred(paragraph));
        if stars.any(sentence) {
            for paragraph in self.paragraphs.iter_mut().filter(|paragraph| starred(paragraph)) {
                paragraph.other_part = None;
                paragraph.heads_replies = false;
                paragraph.is_heading &= line::is_heading(paragraph.text) || names_group(paragraph.text);
            }
        }
    }

    /// Takes capitals for marks where they count sentences and no parts: "A/ Dạy hai buổi nhưng không có kinh phí", "B/ ...".
    fn count_in_capitals(&mut self) {
        const FEWEST: usize = 3;
        let of_column = |paragraph: &&mut Paragraph<'p>| paragraph.at.1 == self.column;
        let counted = self
            .paragraphs
            .iter_mut()
            .filter(of_column)
            .filter_map(|paragraph| {
                let (mark, rest) = capital(paragraph.text).filter(|_| paragraph.mark.is_none())?;
                Some((paragraph, mark, rest))
            });
        let counted: Vec<_> = counted.collect();
        let sentence = |text: &str| count(text) >= SENTENCE || Said::of(text) != Said::Other;
        let follow = counted.windows(2).all(|pair| match pair {
            [(_, one, _), (_, next, _)] => follows(*one, *next),
            _ => false,
        });
        let plain = counted
            .iter()
            .all(|(paragraph, _, rest)| !paragraph.is_heading && !is_field(rest) && sentence(rest));
        if counted.len() < FEWEST || !follow || !plain {
            return;
        }
        for (paragraph, mark, rest) in counted {
            paragraph.mark = Some(mark);
            paragraph.bare = rest;
            paragraph.said = Said::of(rest);
            paragraph.count = count(rest);
            paragraph.names_part = false;
            paragraph.announces_list = false;
        }
    }

    /// The paragraphs of the column.
    pub(super) fn of_column(&self) -> impl DoubleEndedIterator<Item = &Paragraph<'p>> + Clone {
        self.paragraphs
            .iter()
            .filter(|paragraph| paragraph.at.1 == self.column)
    }

    /// Whether it says somewhere that opinions follow.
    pub(super) fn is_of_opinions(&self) -> bool {
        let says = |paragraph: &Paragraph<'_>| {
            paragraph.announces
                || paragraph.announces_list
                || paragraph.counts_opinions
                || names_group(paragraph.text)
        };
        self.paragraphs.iter().any(says)
    }
}
