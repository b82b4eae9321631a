//! The sheets about pairs: the questions for the clerk, and the look-alikes that were kept apart.

use super::{Consolidated, NEAR_MISSES, REVIEW, mark, open};
use crate::error::Result;
use crate::model::{Evidence, GroupCode, Opinion, OpinionId};
use crate::settings;
use crate::wording::workbook::{self as wording, VERDICTS, guide, heading, sheet};
use crate::wording::workbook_reason;
use crate::workbook::style::{Book, Cell, Column, List, Look, Page, column};
use std::collections::BTreeMap;

/// Both sheets have the same columns but for one heading. The last two are hidden and carry the opinions' keys, so that
/// an answer stays with its pair when the rows are sorted.
pub(super) const fn columns(remark: &'static str) -> [Column; 10] {
    [
        column(heading::NUMBER, 6.0, Look::Centre),
        column(heading::WHO_A, 14.0, Look::Text),
        column(heading::TEXT_A, 46.0, Look::Text),
        column(heading::WHO_B, 14.0, Look::Text),
        column(heading::TEXT_B, 46.0, Look::Text),
        column(remark, 26.0, Look::Text),
        column(heading::SCORE, 9.0, Look::Centre),
        column(heading::ANSWER, 13.0, Look::Choice),
        column(heading::KEY_A, 10.0, Look::Key),
        column(heading::KEY_B, 10.0, Look::Key),
    ]
}

pub(super) fn review(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let page = open(book, sheet::REVIEW, &REVIEW, guide::REVIEW, 1)?;
    let pairs = data.review.iter().map(|pair| (pair.a, pair.b, &pair.evidence));
    write(page, data, pairs, workbook_reason::pair)
}

pub(super) fn near_misses(book: &mut Book, data: &Consolidated<'_>) -> Result<()> {
    let page = open(book, sheet::NEAR_MISSES, &NEAR_MISSES, guide::NEAR_MISSES, 1)?;
    let pairs = data
        .near_misses
        .iter()
        .map(|pair| (pair.a, pair.b, &pair.evidence));
    write(page, data, pairs, workbook_reason::apart)
}

fn write<'a>(
    mut page: Page<'_>,
    data: &Consolidated<'_>,
    pairs: impl Iterator<Item = (OpinionId, OpinionId, &'a Evidence)>,
    remark: fn(&Evidence) -> String,
) -> Result<()> {
    let codes = data.codes();
    for (number, (a, b, evidence)) in (1_u32..).zip(pairs) {
        let (Some(a), Some(b)) = (data.opinion(a), data.opinion(b)) else {
            continue;
        };
        let (text_a, text_b) = mark::marked(start(a), start(b));
        page.row(&[
            number.into(),
            who(a, &codes),
            text_a,
            who(b, &codes),
            text_b,
            remark(evidence).into(),
            wording::percent(evidence.score).into(),
            Cell::Empty,
            a.content_key().to_string().into(),
            b.content_key().to_string().into(),
        ])?;
    }
    page.choices(7, &List::Words(&VERDICTS.map(|(word, _)| word)))?;
    page.finish()
}

fn who(opinion: &Opinion, codes: &BTreeMap<OpinionId, GroupCode>) -> Cell {
    let code = codes
        .get(&opinion.id)
        .map(ToString::to_string)
        .unwrap_or_default();
    format!("{code}\n{}", opinion.unit.name).into()
}

/// What a question shows of a text; the whole of it stands in the details.
fn start(opinion: &Opinion) -> &str {
    let text = opinion.readable();
    text.char_indices()
        .nth(settings::QUESTION_TEXT)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}
