//! Bullets and running numbers that every opinion of a table has: they are none of the words.

use super::super::mark::{Mark, follows, mark, without_mark};
use super::super::prose;
use super::super::table::Draft;

/// Fewest opinions of a table whose marks are none of the words because each has one. Where nothing stands beside them one is
/// enough: they are paragraphs.
pub(super) const FEWEST_MARKED: usize = 3;

/// Leaves out the marks of opinions, where each of a table begins with one and has no other: bullets everywhere, "Ý kiến 1:",
/// or numbers that count those that no column counts; and where marks count what one speaker says. A single mark may be the
/// speaker's own.
pub(super) fn leave_out_marks(drafts: &mut [Draft], fewest: usize, counted: impl Fn(&Draft) -> bool) {
    let all_bullets = |marks: &[Mark]| marks.iter().all(|mark| matches!(mark, Mark::Bullet(_)));
    let counts = |marks: &[Mark]| {
        let mut pairs = marks.windows(2);
        marks.first() == Some(&Mark::Number(1))
            && pairs.all(|pair| matches!(pair, [one, next] if follows(*one, *next)))
    };
    let mut leave_out = |of: &dyn Fn(&Draft) -> bool, alike: &dyn Fn(&[Mark]) -> bool| {
        leave_out(drafts, fewest, of, alike);
    };
    leave_out(&|_| true, &all_bullets);
    leave_out(&|draft| prose::is_labelled(draft.seen()), &|_| true);
    leave_out(&|draft| !counted(draft), &counts);
    let mut listed: Vec<&mut Draft> = drafts.iter_mut().filter(|draft| draft.aside.is_none()).collect();
    let goes_on = |one: &Draft, next: &Draft| {
        let named = !one.person.is_empty() && one.person == next.person && one.position == next.position;
        let marks = only_mark(one).zip(only_mark(next));
        named && marks.is_some_and(|(one, next)| follows(one, next))
    };
    let begins = |first: &Draft| matches!(only_mark(first), Some(Mark::Number(1) | Mark::Letter('a')));
    listed
        .chunk_by_mut(|one, next| goes_on(one, next))
        .filter(|run| run.len() > 1 && run.first().is_some_and(|first| begins(first)))
        .flatten()
        .for_each(|draft| leave_out_mark(draft));
}

/// The mark that the words of an opinion begin with, where no other of their lines has one.
fn only_mark(draft: &Draft) -> Option<Mark> {
    let mut marks = draft.seen().lines().map(|line| mark(line).map(|(mark, _)| mark));
    let first = marks.next().flatten();
    first.filter(|_| marks.all(|mark| mark.is_none()))
}

fn leave_out_mark(draft: &mut Draft) {
    for text in [Some(&mut draft.received), draft.repaired.as_mut()]
        .into_iter()
        .flatten()
    {
        if let Some(bare) = without_mark(text) {
            *text = bare.to_owned();
        }
    }
}

/// Leaves out the first marks of some opinions, where each has one and no other, and all together are of a kind.
fn leave_out(
    drafts: &mut [Draft],
    fewest: usize,
    of: impl Fn(&Draft) -> bool,
    alike: impl Fn(&[Mark]) -> bool,
) {
    let listed: Vec<&mut Draft> = drafts
        .iter_mut()
        .filter(|draft| draft.aside.is_none() && of(draft))
        .collect();
    let marks: Option<Vec<Mark>> = listed.iter().map(|draft| only_mark(draft)).collect();
    if marks.is_some_and(|marks| marks.len() >= fewest && alike(&marks)) {
        listed.into_iter().for_each(leave_out_mark);
    }
}
