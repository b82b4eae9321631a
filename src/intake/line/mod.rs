//! What a line of a report is by its words alone: a total, the end of the report, a note, an example, a heading, or a sentence
//! that may be an opinion.

mod closing;
mod heading;
mod note;
mod post;
mod sender;
mod total;

pub(super) use closing::{is_closing, is_page_number};
pub(super) use heading::{
    heads_table, is_counted_heading, is_heading, is_labelled, is_part_without_opinions, is_subject,
    is_subject_of_group, names_group,
};
pub(super) use note::{is_example, is_note};
pub(super) use post::{is_body, is_post, is_post_alone};
pub(super) use sender::{is_letterhead, is_office, labelled_sender, names_sender};
pub(super) use total::{counts_all, is_count, is_total, stated};

use super::asking::{asks_at_once, complains, wishes};
use super::mark::{Mark, mark};
use crate::text::{canonical_tones, clean, fold};

/// Most words of a line that is not an opinion. Told before anything else, because most texts are opinions.
const MOST_WORDS: usize = 40;

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(MOST_WORDS).is_some()
}

/// The part of a text in which its first words stand; the whole of a short one.
fn beginning(text: &str) -> &str {
    match text.char_indices().nth(240) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// Whether a text that is set aside may be an opinion all the same, so that a person should look.
pub(super) fn reads_like_opinion(text: &str) -> bool {
    let letters = |case: fn(char) -> bool| text.chars().filter(|c| case(*c)).count();
    let title = letters(char::is_uppercase) > letters(char::is_lowercase);
    !title && !is_total(text) && (is_misplaced_opinion(text) || complains(text) && is_sentence(text))
}

/// Whether a text that stands outside the column of opinions is one all the same: long, and asking.
pub(super) fn is_misplaced_opinion(text: &str) -> bool {
    let folded = fold(&clean(text));
    let asks = ["de nghi", "kien nghi", "de xuat", "bao gio", "khi nao"]
        .iter()
        .any(|word| folded.contains(word))
        || wishes(text);
    asks && folded.split(' ').count() >= 8 && !is_heading(text) && !is_note(text)
}

/// Whether a text is a sentence of its own and neither a name nor a post, however long: "Phó Chủ tịch Ủy ban Mặt trận Tổ
/// quốc xã kiêm ...".
pub(super) fn is_sentence(text: &str) -> bool {
    let folded = fold(&clean(text));
    folded.split(' ').count() >= 10
        && !text.trim_end().ends_with(':')
        && !is_post(text)
        && !is_heading(text)
        && !is_note(text)
}

/// Whether a text goes on with the sentence above it, of which only the last words count.
pub(super) fn goes_on(before: &str, text: &str) -> bool {
    const LAST: usize = 200;
    let before = before
        .char_indices()
        .nth_back(LAST)
        .and_then(|(at, _)| before.get(at..))
        .unwrap_or(before);
    let text = clean(text);
    let small = text
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase);
    let counted = matches!(mark(&text), Some((Mark::Letter(_) | Mark::SmallRoman(_), _)));
    let marked = counted || text.starts_with(['-', '+', '*', '•', '–']);
    let before = clean(before);
    // "... ra tận phường | Đức Xuân ký giấy": a place without its name, and the name.
    let names_place = || {
        let mut first = text.split(' ').take(2);
        let name = first.clone().nth(1).is_some() && first.all(|word| word.starts_with(char::is_uppercase));
        let last = before.rsplit(' ').next().map(canonical_tones).unwrap_or_default();
        name && ["phường", "xã", "xóm", "thôn", "bản", "khu"].contains(&last.as_str())
    };
    // An ask below a finished sentence is another one, however it is written.
    let small = small && !(before.ends_with(['.', '?', '!', ';']) && asks_at_once(&text));
    !marked
        && (small || names_place() || before.ends_with([',', ':', '-']) || ends_within_a_sentence(&before))
}

/// Whether a text stops where more must come: "sửa cầu và", "tuyến đường từ trung tâm đi xóm".
fn ends_within_a_sentence(text: &str) -> bool {
    const OPEN: [&str; 9] = ["và", "của", "các", "những", "hoặc", "từ", "do", "để", "với"];
    const TOWARDS: [&str; 4] = ["đi", "đến", "từ", "giữa"];
    const PLACES: [&str; 5] = ["xóm", "thôn", "xã", "phường", "bản"];
    let canonical = canonical_tones(text).to_lowercase();
    let mut words = canonical.rsplit(' ');
    match (words.next(), words.next()) {
        (Some(last), Some(before)) => {
            OPEN.contains(&last) || PLACES.contains(&last) && TOWARDS.contains(&before)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_on_where_a_word_must_follow() {
        assert!(goes_on("Đề nghị sửa đường từ trung tâm đi xóm", "Nà Mòn"));
        assert!(goes_on("Đề nghị sửa đường", "và cầu"));
        assert!(goes_on("Đường lầy lội,", "đề nghị sửa chữa"));
        assert!(!goes_on("Đề nghị sửa đường.", "đề nghị làm cầu"));
        assert!(!goes_on("Đề nghị sửa đường liên xã", "Nước sinh hoạt bị đục"));
        assert!(!goes_on("Đề nghị thay cán bộ của", "- Thêm bác sĩ"));
    }
}
