//! Paragraphs of a Word document above and below its tables: opinions with a heading or an announcement of their own are read like
//! those of a document without a table, and no other paragraph is taken for a row of one. What an opinion is, `prose` tells.

use std::collections::BTreeSet;

use super::cards;
use super::header::Header;
use super::page::{At, Page};
use super::prose::{self, Beside};
use super::reference;
use super::table::{SheetRead, letterhead, named, on_its_side, settle};
use crate::finding::IntakeFinding;
use crate::spreadsheet::Sheet;

/// Reads the opinions that stand beside the table of a sheet, and takes their rows off the page; what else stands there is for the
/// table, as its letterhead or as notes.
pub(super) fn beside(sheet: &Sheet, page: &mut Page, header: &Header) -> Vec<SheetRead> {
    let rows: BTreeSet<u32> = page.cells.keys().map(|at| at.0).collect();
    let rows: Vec<u32> = rows.into_iter().collect();
    let letterhead = letterhead(page, 0, header.first);
    let mut read = Vec::new();
    let alike = |one: &u32, next: &u32| sheet.paragraphs.contains(one) == sheet.paragraphs.contains(next);
    for stretch in rows.chunk_by(alike) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else {
            continue;
        };
        if !sheet.paragraphs.contains(first) {
            continue;
        }
        let below = *first > header.last;
        let own = page.of_rows(*first..=*last);
        if let Some(turned) = below
            .then(|| cards::turned(&sheet.of_rows(*first..=*last), &own))
            .flatten()
        {
            page.cells.retain(|at, _| !(*first..=*last).contains(&at.0));
            read.push(on_its_side(&turned).under(&letterhead));
            continue;
        }
        let Some(Beside { opinions, notes }) = prose::read_beside(&own, below) else {
            continue;
        };
        page.notes.extend(notes);
        let Some((table, mut drafts)) = opinions else {
            continue;
        };
        let mut found: Vec<(Option<At>, IntakeFinding)> = Vec::new();
        let opinion = drafts.iter().find(|draft| draft.aside.is_none());
        found.push((opinion.map(|draft| draft.at), IntakeFinding::BesideTable));
        reference::resolve(&mut drafts, |row| prose::number(page, row), &mut found);
        if let (Some(from), Some(to)) = (drafts.first(), drafts.last()) {
            let taken = from.row..=to.row;
            page.cells.retain(|at, _| !taken.contains(&at.0));
        }
        let table = settle(table, drafts, &mut found);
        read.push(named(vec![table], found).under(&letterhead));
    }
    read
}
