//! Rows that state how many opinions there are.

use super::super::asking::count;
use super::super::header::Content;
use super::super::line;
use super::super::page::{At, name};
use super::super::person::is_name;
use super::super::table::Total;
use super::{Line, Reader};
use crate::finding::{CellTrouble, IntakeFinding};
use crate::model::ReasonAside;

impl<'p> Reader<'p> {
    /// Whether the row states a total. A numbered row with words for an opinion does not, whatever the columns beside hold.
    pub(super) fn is_total(&self, line: &Line<'p>, numbered: bool) -> bool {
        const SENTENCE: usize = 5;
        let named = |at: At| Some(at.1) == self.columns.person || Some(at.1) == self.columns.number;
        let entry = numbered
            && self
                .columns
                .contents
                .iter()
                .filter_map(|content| line.own(Some(content.column)))
                .any(|words| words.seen().contains(char::is_alphabetic));
        let counted = || matches!(line.own.as_slice(), [(_, words)] if line::counts_all(words.seen()));
        // "Tong Cong Ly | Dan to 3 | ..." says something, and is a name.
        let said = |content: &Content| {
            line.own(Some(content.column))
                .map_or(0, |words| count(words.seen()))
        };
        let entry_of_name = entry
            && self
                .columns
                .contents
                .iter()
                .any(|content| said(content) >= SENTENCE);
        let mut own = line.own.iter();
        own.any(|(at, words)| {
            let total = line::is_total(words.seen());
            total && (!entry || named(*at) && !(entry_of_name && is_name(words.seen())))
        }) || counted()
    }

    pub(super) fn total(&mut self, line: &Line<'p>) {
        let texts: Vec<&str> = line.own.iter().map(|(_, words)| words.seen()).collect();
        let stated = line::stated(&texts);
        for (at, words) in &line.own {
            if let Some(holds @ (CellTrouble::Error | CellTrouble::NoResult)) = words.trouble {
                self.findings.push((Some(*at), IntakeFinding::NoWords { holds }));
            }
        }
        let with_number = line
            .own
            .iter()
            .find(|(_, words)| !line::stated(&[words.seen()]).is_empty());
        if let Some((at, _)) = with_number.filter(|_| !stated.is_empty()) {
            self.table.totals.push(Total {
                stated,
                fits: Vec::new(),
                cell: name(*at),
            });
        }
        self.speaker = None;
        self.after_total = true;
        self.aside(line, ReasonAside::Total);
    }
}
