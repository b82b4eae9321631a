//! Rows that stand beside their columns, and rows that were wrapped like the lines of a page.

use super::super::asking::count;
use super::super::header::is_number_label;
use super::super::line;
use super::super::page::{At, Words};
use super::super::person::is_name;
use super::super::table::Draft;
use super::{Line, Reader};
use crate::finding::IntakeFinding;

impl<'p> Reader<'p> {
    /// Whether a row without a number holds the rest of the name or post above, as where each line of a page became a row.
    pub(super) fn is_wrapped(&self, line: &Line<'p>) -> bool {
        const LONGEST_NAME: usize = 5;
        let seen = |column: Option<u32>| line.own(column).map_or("", |words| words.seen().trim());
        let (name, post) = (seen(self.columns.person), seen(self.columns.position));
        let ([content], Some(number)) = (self.columns.contents.as_slice(), self.columns.number) else {
            return false;
        };
        let Some(above) = self.drafts.last().filter(|draft| draft.aside.is_none()) else {
            return false;
        };
        let numbered = is_number_label(self.page.seen(self.page.merges.top((above.row, number))));
        let said = seen(Some(content.column));
        let goes_on = line::goes_on(above.seen(), said) || said.is_empty() && count(&above.person) <= 2;
        let small = |text: &str| text.starts_with(char::is_lowercase);
        let whole = format!("{} {name}", above.person);
        let rest_of_name = !name.is_empty() && is_name(&whole) && count(&whole) <= LONGEST_NAME;
        let sentence_open = !said.is_empty() && line::goes_on(above.seen(), said);
        let rest_of_post = name.is_empty() && (small(post) || sentence_open && !post.is_empty());
        numbered
            && goes_on
            && (rest_of_name || rest_of_post)
            && (post.is_empty() || !above.position.is_empty())
    }

    /// Puts the rest of a name, a post and an opinion to what the rows above began.
    pub(super) fn unwrap_row(&mut self, line: &Line<'p>) -> bool {
        let seen = |column: Option<u32>| line.own(column).map_or("", |words| words.seen().trim());
        let content = self.columns.contents.first().map(|content| content.column);
        let (name, post) = (seen(self.columns.person), seen(self.columns.position));
        if let Some(draft) = self.drafts.last_mut() {
            draft.person = format!("{} {name}", draft.person).trim().to_owned();
            draft.position = format!("{} {post}", draft.position).trim().to_owned();
            if let Some(words) = line.own(content) {
                draft.append(&words.received, words.repaired.as_deref());
            }
            self.speaker = Some((draft.person.clone(), draft.position.clone()));
        }
        true
    }

    /// The cells of the name, the post and the opinion of a row that stands one column beside its header: a number stands
    /// where the name should, or the name where the number should.
    pub(super) fn shifted(&self, line: &Line<'p>) -> Option<[At; 3]> {
        let (person, position) = (self.columns.person?, self.columns.position?);
        let [content] = self.columns.contents.as_slice() else {
            return None;
        };
        let seen = |column: u32| line.own(Some(column)).map_or("", Words::seen);
        let to_the_right = is_number_label(seen(person));
        let to_the_left = seen(content.column).is_empty() && !is_name(seen(person));
        let beside = |column: u32| {
            let column = if to_the_right {
                column.checked_add(1)
            } else {
                column.checked_sub(1)
            };
            Some((line.row, column?))
        };
        let [name, post, said] = [beside(person)?, beside(position)?, beside(content.column)?];
        let sentence = seen(said.1).split_whitespace().nth(2).is_some() && !is_name(seen(said.1));
        let named = is_name(seen(name.1)) && line::is_post(seen(post.1));
        ((to_the_right || to_the_left) && named && sentence).then_some([name, post, said])
    }

    /// The opinion of a row that stands one column beside its header.
    pub(super) fn entry_beside(&mut self, line: &Line<'p>, [name, post, said]: [At; 3]) -> bool {
        let Some(words) = line.own(Some(said.1)) else {
            return false;
        };
        self.findings.push((Some(said), IntakeFinding::WrongColumn));
        let [person, position] = [name, post].map(|at| self.page.seen(at).to_owned());
        self.speaker = Some((person.clone(), position.clone()));
        let unit = self.unit(line.row);
        self.drafts.push(Draft {
            person,
            position,
            unit,
            ..self.draft(line, said, words)
        });
        true
    }
}
