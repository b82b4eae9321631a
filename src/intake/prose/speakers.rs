//! Who is named in a sentence or a paragraph, with the post: "Ông Ma Văn Hòa, Trưởng xóm: ...". What is said there is no matter
//! of this file.

use std::collections::BTreeMap;

use super::super::asking::{acts, asks, complains, count};
use super::super::line;
use super::super::mark::without_mark;
use super::super::parts::FEWEST_WORDS;
use super::super::person::{is_name, split_position};
use super::super::subject::is_field;
use super::paragraph::{Document, Paragraph};
use super::part::{is_question, names_the_chair, without_count};
use crate::text::{clean, fold};

/// Whether several paragraphs begin with a name and a colon, and one of them asks; or all but what stands above and below them
/// begin with a name and a post.
pub(super) fn is_by_name(document: &Document<'_>) -> bool {
    let said = || {
        document
            .of_column()
            .map(|paragraph| paragraph.text)
            .filter(|text| speaker(text).is_some())
    };
    let of_post = |paragraph: &Paragraph<'_>| {
        says(paragraph.text).is_some_and(|((_, position), _)| !position.is_empty())
    };
    let all_of_post = || {
        let below = document.of_column().skip_while(|paragraph| !of_post(paragraph));
        let several = below.clone().nth(2).is_some();
        several && below.take_while(|paragraph| !paragraph.is_closing).all(of_post)
    };
    said().nth(1).is_some() && (said().any(asks) || all_of_post())
}

/// The rows of a column that name who speaks above a row with the post and another with what is said, several times over; and the
/// rows with the posts.
pub(super) fn named_in_two(document: &Document<'_>) -> BTreeMap<u32, (String, String)> {
    let paragraphs: Vec<&Paragraph<'_>> = document.of_column().collect();
    let named = paragraphs.windows(3).filter_map(|window| {
        let [name, below, next] = window else {
            return None;
        };
        let (person, post, said) = (name.text, below.text, next.text);
        let bracketed = post.strip_prefix('(').and_then(|post| post.strip_suffix(')'));
        let told_post = bracketed.is_some() || line::is_post(post);
        let post = bracketed.unwrap_or(post);
        let short = count(post) <= MOST_OF_POST && !post.ends_with('.');
        let says = count(said) >= FEWEST_WORDS && !is_name(said) && !next.is_closing;
        let told = is_name(person) && told_post && short && says;
        told.then(|| (name.row(), below.row(), (untitled(person), post.to_owned())))
    });
    let named: Vec<_> = named.collect();
    if named.len() < 2 {
        return BTreeMap::new();
    }
    let rows =
        |(row, below, speaker): (u32, u32, (String, String))| [(row, speaker.clone()), (below, speaker)];
    named.into_iter().flat_map(rows).collect()
}

/// Who filled a form in: "Họ và tên: Ma Văn Hòa", "Chức vụ: Trưởng xóm" above its questions.
pub(in crate::intake) fn labelled_speaker(letterhead: &[String]) -> Option<(String, String)> {
    const NAMES: [&str; 10] = [
        "ho va ten",
        "ho ten nguoi tra loi",
        "ho ten",
        "ho va ten nguoi tra loi",
        "nguoi tra loi",
        "ten toi la",
        "toi ten la",
        "nguoi phat bieu",
        "nguoi co y kien",
        "nguoi kien nghi",
    ];
    if let Some(writer) = letterhead.iter().find_map(|text| writer(text)) {
        return Some(writer);
    }
    let (person, position) = split_position(&labelled(letterhead, &NAMES)?);
    Some((
        untitled(&person),
        labelled_position(letterhead).unwrap_or(position),
    ))
}

/// "Tôi tên là Hoàng Văn Lẻ, sinh năm 1961, nguyên cán bộ Lâm trường, hiện trú tại ...": who writes a letter.
fn writer(text: &str) -> Option<(String, String)> {
    const OPENINGS: [&str; 5] = ["Tôi tên là ", "Tên tôi là ", "Tôi là ", "Tôi tên ", "Tên tôi: "];
    let told = OPENINGS
        .iter()
        .find_map(|opening| text.trim().strip_prefix(opening))?;
    let mut pieces = told.trim_end_matches(['.', ';']).split(',').map(str::trim);
    let person = untitled(pieces.next()?.trim_start_matches(':').trim());
    let short = |piece: &&str| line::is_post(piece) && count(piece) <= MOST_OF_POST;
    let position = pieces.find(short).unwrap_or_default();
    is_name(&person).then(|| (person, position.to_owned()))
}

/// "Chức vụ: Trưởng xóm".
pub(super) fn labelled_position(letterhead: &[String]) -> Option<String> {
    labelled(letterhead, &["chuc vu", "nghe nghiep", "chuc danh"])
}

/// What stands behind one of some labels.
fn labelled(letterhead: &[String], labels: &[&str]) -> Option<String> {
    letterhead.iter().find_map(|text| {
        let (label, value) = text.split_once(':')?;
        let known = labels.contains(&fold(&clean(label)).as_str());
        known.then(|| value.trim().to_owned())
    })
}

/// A paragraph that only names who speaks: "1. Ông Ma Văn Hòa, Trưởng xóm Cái".
pub(super) fn named_alone(text: &str) -> Option<(String, String)> {
    // Told first, because most paragraphs say more: no name, post and words around them are that long.
    const LONGEST: usize = 40;
    if text.split_whitespace().nth(LONGEST).is_some() {
        return None;
    }
    let text = without_count(text);
    if is_field(without_mark(text.trim()).unwrap_or(text)) {
        return None;
    }
    let said = text.trim().trim_end_matches(':').split_once(':');
    // "Ông Ma Văn Hòa, Trưởng xóm: như ý kiến số 1" says something.
    if said.is_some_and(|(_, said)| !is_only_post(said.trim())) {
        return None;
    }
    let (person, position) = introduced(text);
    let person = untitled(&person);
    // "1. Cử tri thôn Khuổi Đăm:"
    let group = without_mark(text.trim()).unwrap_or(text).trim();
    if let Some(group) = group
        .strip_suffix(':')
        .map(without_saying)
        .filter(|group| is_group(group) && !is_whole_unit(group) && !is_name(&person))
    {
        return Some((group.to_owned(), String::new()));
    }
    // "ĐƯỜNG CÔNG BẰNG - CAO TÂN SẠT BẢY CHỖ" names no one.
    let sentence = position.ends_with(['.', '?', '!']) && !position.contains(char::is_lowercase);
    // "Hộ dân bị ảnh hưởng lũ" is who someone is, though it is hard on them.
    let someone = line::is_post(&position) || fold(&position).starts_with("ho dan ");
    let hard = complains(&position) && !(is_joined(text) && someone && count(&position) <= LONGEST_POST);
    let bracketed = is_with_post_in_brackets(without_mark(text.trim()).unwrap_or(text));
    let post = count(&position) <= 10 && (bracketed || !asks(&position)) && !sentence && !hard;
    (post && is_name(&person)).then_some((person, position))
}

/// Who is announced in a paragraph of its own: "Ông Ma Văn Hòa, Trưởng xóm:".
pub(super) fn announced(text: &str) -> Option<(String, String)> {
    let alone = text.ends_with(':') || is_speakers_line(text) || is_with_post_in_brackets(text);
    let unmarked = || without_mark(text).is_none() && !line::is_closing(text);
    named_alone(text).filter(|_| alone && unmarked())
}

/// "Nông Thị Hằng (Bí thư chi bộ Tổ 9A)" and nothing else.
fn is_with_post_in_brackets(text: &str) -> bool {
    let parted = text
        .trim()
        .strip_suffix(')')
        .and_then(|text| text.split_once('('));
    parted.is_some_and(|(person, post)| {
        let person = untitled(person.trim());
        // "TỔNG HỢP Ý KIẾN (PHẦN 1)" is a title.
        let small = |text: &str| text.contains(char::is_lowercase);
        let full = person.split(' ').nth(2).is_some() && !fold(post).starts_with("da ");
        let full = full && small(&person) && small(post);
        let counts = without_count(text) != text;
        is_name(&person) && !counts && (line::is_post(post) || full) && count(post) <= MOST_OF_POST
    })
}

/// The name and the post in a text that introduces a speaker, without its mark and the words that something is said: "1. Ông
/// Ma Văn Hòa, Trưởng xóm có 2 ý kiến:", "Ý kiến của bà Lý Thị Hoa (Nông dân)".
pub(in crate::intake) fn introduced(text: &str) -> (String, String) {
    let text = text.trim().trim_end_matches(':').trim_end();
    let text = without_of(without_mark(text).unwrap_or(text));
    let titled = fold(text).starts_with("ong (ba) ");
    let text = if titled { untitled(text) } else { text.to_owned() };
    // "Ông Ma Văn Hòa, Trưởng xóm, phát biểu:"
    split_position(without_saying(&text).trim_end_matches([',', ' ']))
}

/// "Ý kiến của ông Ma Văn Hòa" without the words before the name.
fn without_of(text: &str) -> &str {
    const OF: [&str; 4] = [
        "Ý kiến của ",
        "Ý kiến phát biểu của ",
        "Kiến nghị của ",
        "Phát biểu của ",
    ];
    OF.iter().find_map(|of| text.strip_prefix(of)).unwrap_or(text)
}

/// "Ông Ma Văn Hòa có 2 ý kiến" without the words that what follows is said.
fn without_saying(text: &str) -> &str {
    const SAYING: [&str; 15] = [
        " phản ánh",
        " hỏi",
        " như sau",
        " sau",
        " các nội dung",
        " những nội dung",
        " một số nội dung",
        " các vấn đề",
        " một số vấn đề",
        " ý kiến",
        " có",
        " nêu",
        " phát biểu",
        " kiến nghị",
        " đề nghị",
    ];
    let unsaid = |text| {
        SAYING
            .iter()
            .fold(text, |rest: &str, word| rest.strip_suffix(word).unwrap_or(rest))
    };
    let rest = unsaid(text);
    match rest.rsplit_once(' ') {
        Some((before, number)) if rest.len() < text.len() && number.parse::<u8>().is_ok() => {
            // "Trưởng TDP 5 hỏi" counts nothing.
            let bare = unsaid(before);
            if bare.len() < before.len() { bare } else { rest }
        }
        _ => rest,
    }
}

/// Who speaks before a colon: "Ông Ma Văn Hòa, Trưởng xóm: ...", "Cử tri Lý Thị Hoa (xóm 5) đề nghị: ...", "Cử tri xóm Hái Hoa: ...".
pub(in crate::intake) fn speaker(text: &str) -> Option<(String, String)> {
    let (before, _) = text.split_once(':')?;
    let before = before.trim();
    // "(Ma Văn Hòa - Trưởng xóm): ..."
    let inside = before
        .strip_suffix(')')
        .and_then(|before| before.split_once('('))
        .filter(|(label, _)| label.is_empty() || is_question(label))
        .map(|(_, inside)| inside);
    // "Ông (bà)" ends no name, though a bracket does.
    let named = untitled(without_saying(without_of(inside.unwrap_or(before))));
    let (person, position) = split_position(&named);
    let person = untitled(&person);
    if is_name(&person) {
        return Some((person, position));
    }
    // "Trưởng xóm Cái - Ma Văn Hòa: ..."
    let last = untitled(&position);
    if is_joined(before) && is_name(&last) && !is_way(&person) {
        return Some((last, person));
    }
    is_group(before).then(|| (before.to_owned(), String::new()))
}

/// "Tuyến đường Bình Thành - Sơn Phú" joins two places.
fn is_way(text: &str) -> bool {
    const WAYS: [&str; 9] = [
        "tuyen ", "duong ", "doan ", "cau ", "quoc lo ", "tinh lo ", "kenh ", "muong ", "du an ",
    ];
    let folded = fold(&clean(text));
    WAYS.iter().any(|way| folded.starts_with(way)) && !line::is_post(text)
}

/// "Cử tri xóm Hái Hoa", "Nhân dân tổ dân phố số 5", "Hội Nông dân xã": those of a place or a body who speak together.
pub(in crate::intake) fn is_group(text: &str) -> bool {
    const GROUPS: [&str; 8] = [
        "cong dan ",
        "cu tri ",
        "nhan dan ",
        "ba con ",
        "nguoi dan ",
        "chi bo ",
        "tap the ",
        "cac ho ",
    ];
    const BODIES: [&str; 16] = [
        "chi hoi ",
        "chi doan ",
        "hoi nong dan",
        "hoi phu nu",
        "hoi lien hiep phu nu",
        "hoi lhpn",
        "hoi cuu chien binh",
        "hoi ccb",
        "hoi nguoi cao tuoi",
        "hoi nct",
        "doan thanh nien",
        "doan tncs",
        "doan xa",
        "mat tran to quoc",
        "mttq",
        "cong doan",
    ];
    const MOST_WORDS: usize = 8;
    let folded = fold(&clean(text));
    let of = ["hoi vien ", "doan vien ", "cac hoi vien ", "can bo "];
    let folded = of
        .iter()
        .find_map(|of| folded.strip_prefix(of))
        .unwrap_or(&folded);
    let here = [" xa", " phuong", " thon", " xom", "doan xa"];
    let of_body = BODIES.iter().any(|body| {
        folded
            .strip_prefix(body)
            .is_some_and(|rest| rest.is_empty() || here.iter().any(|here| rest.contains(here)))
    });
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let of_place = last.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let of_place = of_place || folded.starts_with("chi bo ") && matches!(last, "xã" | "phường");
    // "Hội Chữ thập đỏ xã"
    let union = folded.starts_with("hoi ")
        && !["hoi nghi", "hoi truong", "hoi dong nhan dan"]
            .iter()
            .any(|other| folded.starts_with(other));
    let of_body = of_body || union && matches!(last, "xã" | "phường");
    // "Chi bộ xóm Mong" asks for nothing.
    let asks = [" de nghi ", " kien nghi ", " de xuat ", " xin "]
        .iter()
        .any(|word| folded.contains(word));
    let of_place = of_place && GROUPS.iter().any(|group| folded.starts_with(group));
    // "Tập thể" needs no place to be who speaks.
    let of_place = of_place || folded.starts_with("tap the ");
    (of_place || of_body) && count(text) <= MOST_WORDS && !asks && !text.contains('?')
}

/// "Nhân dân phường Phúc Thuận": all for whom the report speaks, so that nothing is said of who raised what.
pub(super) fn is_whole_unit(group: &str) -> bool {
    const PEOPLE: [&str; 4] = ["nhan dan ", "cu tri ", "nguoi dan ", "ba con "];
    let folded = fold(&clean(group));
    let place = PEOPLE.iter().find_map(|people| folded.strip_prefix(people));
    place.is_some_and(|place| place.starts_with("xa ") || place.starts_with("phuong "))
}

/// "I. Nhân dân thôn Nà Chè", "Công ty TNHH Cơ khí Việt Thành": those who speak together below a heading.
pub(super) fn heads_group(text: &str) -> Option<(String, String)> {
    const GROUPS: [&str; 15] = [
        "ban chap hanh ",
        "ban cong tac mat tran ",
        "cau lac bo ",
        "to hop tac ",
        "cong ty ",
        "hop tac xa ",
        "ho kinh doanh ",
        "co so san xuat ",
        "htx ",
        "doanh nghiep ",
        "ban dai dien ",
        "thanh nien ",
        "hoi vien ",
        "doan vien ",
        "tap the ",
    ];
    const GATHERERS: [&str; 6] = ["chi bo ", "hoi ", "doan ", "cong doan", "mat tran", "mttq"];
    const MOST_WORDS: usize = 12;
    let bare = without_count(without_mark(text.trim()).unwrap_or(text).trim());
    let bare = without_saying(bare.trim_end_matches(':').trim_end());
    let folded = fold(&clean(bare));
    // A party cell or "Hội Nông dân" is where opinions were gathered, and "Công ty Điện lực" who must answer.
    let begins = |starts: &[&str]| starts.iter().any(|start| folded.starts_with(start));
    let gathers = line::is_body(bare) || folded.contains(" y kien") || begins(&GATHERERS);
    let told = begins(&GROUPS) && !line::is_body(bare) || is_group(bare) && !gathers && !is_whole_unit(bare);
    let named =
        told && count(bare) <= MOST_WORDS && !asks(bare) && !complains(bare) && !bare.ends_with(['.', ';']);
    named.then(|| (bare.to_owned(), String::new()))
}

/// What stands before the colon of a paragraph of a list, if it is short enough to name who speaks.
pub(super) fn label(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 8;
    let (label, said) = without_mark(text.trim()).unwrap_or(text).split_once(':')?;
    let named = count(label) <= MOST_WORDS && !is_field(label) && !asks(label) && !complains(label);
    (named && !said.trim().is_empty() && !fold(label).starts_with("ve ")).then_some(label.trim())
}

/// Whether each of several paragraphs of a list has a label, and most of these name who speaks: so do the others.
pub(super) fn is_of_labels<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> bool {
    const FEWEST: usize = 3;
    // "Công ty TNHH Thuận Phát: ..." may be about the company, but not where others of the list speak so.
    let names = |text: &&str| says(text).is_some() || label(text).and_then(heads_group).is_some();
    let (all, named) = (texts.clone().count(), texts.clone().filter(names).count());
    all >= FEWEST && named * 3 >= all * 2 && texts.clone().all(|text| label(text).is_some())
}

/// Who says something in a paragraph of its own, and what: "- Ông Ma Văn Hòa, Trưởng xóm: Đề nghị ...". "Chi bộ 5: 03 ý kiến"
/// says nothing yet.
pub(in crate::intake) fn says(text: &str) -> Option<((String, String), &str)> {
    const SHORT: usize = 5;
    let text = text.trim();
    let text = without_mark(text).unwrap_or(text);
    let said = text.split_once(':')?.1.trim();
    let speaker = speaker(text)?;
    let counts =
        said.contains(|c: char| c.is_ascii_digit()) && fold(said).contains("y kien") && count(said) <= SHORT;
    let raises = count(said) >= FEWEST_WORDS || asks(said) || complains(said) || acts(said);
    (raises && !counts && !is_only_post(said)).then_some((speaker, said))
}

/// Who says a text that begins or ends with that, and the rest of it: "Ma Văn Hòa - Trưởng xóm: ...", "Trưởng xóm - Ma Văn Hòa:
/// ...", "Ma Văn Hòa (Trưởng xóm) ...", "... (Lý Thị Hoa, Nông dân)", "... (Cử tri xóm Cái)".
pub(in crate::intake) fn spoken(text: &str) -> Option<((String, String), String)> {
    let text = text.trim();
    let text = without_mark(text).unwrap_or(text);
    let before = || {
        let (named, said) = text.split_once(':')?;
        Some((named_with_post(named)?, said.trim().to_owned()))
    };
    let above = || {
        let (named, said) = text.split_once('\n')?;
        Some((named_with_post(named)?, said.trim().to_owned()))
    };
    // "Ma Văn Hòa, công chức Tư pháp - Hộ tịch – Cho phép ...", "Ma Văn Hòa, Trưởng xóm. Đường ..."
    let stopped = || {
        let (named, said) = text.split_once(" – ").or_else(|| text.split_once(". "))?;
        let listed = named.contains([',', '(']) && said.trim_start().starts_with(char::is_uppercase);
        listed.then(|| Some((named_with_post(named)?, said.trim().to_owned())))?
    };
    let bracket = || {
        let (named, said) = text.split_once(')')?;
        let person = named.split_once('(')?.0;
        is_name(person.trim()).then(|| Some((named_with_post(named)?, said.trim().to_owned())))?
    };
    let behind = || {
        let (said, named) = bracket_behind(text)?;
        let group = || Some(without_of(named)).filter(|named| is_group(named));
        let who = named_with_post(named).or_else(|| Some((group()?.to_owned(), String::new())))?;
        Some((who, said.to_owned()))
    };
    // "... ra nghị quyết mới. – Ma Văn Hòa, Trưởng xóm"
    let dashed = || {
        let (said, named) = text.rsplit_once(" – ").or_else(|| text.rsplit_once(" - "))?;
        let who = named_with_post(named.trim_end_matches('.'))?;
        said.trim_end()
            .ends_with(['.', '?', '!'])
            .then(|| (who, said.trim().to_owned()))
    };
    // "[Ma Văn Hòa - Trưởng xóm] ..."
    let square = || {
        let (named, said) = text.strip_prefix('[')?.split_once(']')?;
        Some((
            named_with_post(named)?,
            said.trim_start_matches(':').trim().to_owned(),
        ))
    };
    before()
        .or_else(square)
        .or_else(dashed)
        .or_else(above)
        .or_else(stopped)
        .or_else(bracket)
        .or_else(behind)
        .filter(|(_, said)| count(said) >= FEWEST_WORDS)
}

/// Whether nothing but who says a text can stand at its beginning or end: a name and a post that people hold in brackets behind
/// a finished sentence, "... trước Tết. (Ma Văn Hòa, Trưởng xóm)", or before one, "Ma Văn Hòa, Trưởng xóm. Đường ...".
pub(in crate::intake) fn is_signed(text: &str) -> bool {
    let text = text.trim();
    let of_post = |named: &str| named_with_post(named).is_some_and(|(_, position)| line::is_post(&position));
    let behind = bracket_behind(text).is_some_and(|(said, named)| {
        said.ends_with(['.', '?', '!']) && count(said) >= FEWEST_WORDS && of_post(named)
    });
    let before = || {
        let (named, said) = without_mark(text).unwrap_or(text).split_once(". ")?;
        let sentence = named.contains(',') && said.starts_with(char::is_uppercase);
        (sentence && count(said) >= FEWEST_WORDS).then(|| of_post(named))
    };
    behind || before().unwrap_or_default()
}

/// Who is named behind a text by a label in brackets, "(Người kiến nghị: Ma Văn Hòa, Trưởng xóm)", and the text.
pub(super) fn signed_by_label(text: &str) -> Option<((String, String), &str)> {
    let (said, inside) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let (label, named) = inside.split_once(':')?;
    let (person, position) = introduced(named);
    let person = untitled(&person);
    (fold(label).starts_with("nguoi ") && is_name(&person)).then(|| ((person, position), said.trim()))
}

/// A text and what stands in brackets behind it.
fn bracket_behind(text: &str) -> Option<(&str, &str)> {
    let (said, inside) = text.trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    // "(Người kiến nghị: Ma Văn Hòa, Trưởng xóm)"
    let labelled = inside
        .split_once(':')
        .filter(|(label, _)| fold(label).starts_with("nguoi "));
    Some((said.trim(), labelled.map_or(inside, |(_, named)| named.trim())))
}

/// Who is named by a text with a post, in either order, and nothing else.
fn named_with_post(named: &str) -> Option<(String, String)> {
    let (person, position) = introduced(&named.replace(" / ", " - "));
    let (person, position) = if is_name(&person) {
        (untitled(&person), position)
    } else {
        (untitled(&position), person)
    };
    let position = position
        .trim_end_matches(", có ý kiến")
        .trim_end_matches([',', ' '])
        .to_owned();
    // "(Nà Mòn, Đồng Tâm)" are two places.
    let post = !position.is_empty() && !is_name(&position) && count(&position) <= MOST_OF_POST;
    // "Phó ban Xây dựng Đảng" asks for nothing.
    let post = post && (line::is_post(&position) || !asks(&position));
    (post && is_name(&person)).then_some((person, position))
}

/// "Trưởng xóm Cái": a post and nothing said. "Cử tri muốn biết lộ trình ..." begins like one.
fn is_only_post(text: &str) -> bool {
    line::is_post(text) && count(text) <= MOST_OF_POST && !text.ends_with(['.', '?', '!'])
}

/// Most words of a post that stands in the words of an opinion.
const MOST_OF_POST: usize = 10;

/// Most words of a post in a paragraph that only names who speaks.
const LONGEST_POST: usize = 6;

/// "Ông Ma Văn Hòa - Trưởng xóm Cái": a paragraph that names a person with title and post, and nothing else.
fn is_speakers_line(text: &str) -> bool {
    let folded = fold(&clean(text));
    let titled = ["ong ", "ba ", "d/c ", "dong chi "]
        .iter()
        .any(|title| folded.starts_with(title));
    let joined = is_joined(text);
    (titled || joined)
        && named_alone(text).is_some_and(|(_, position)| {
            let short = count(&position) <= LONGEST_POST && !is_name(&position) && !text.ends_with('.');
            line::is_post(&position) || joined && short && !position.is_empty()
        })
}

/// Whether a dash joins the parts of a text.
fn is_joined(text: &str) -> bool {
    text.contains(" - ") || text.contains(" – ")
}

/// "Ông Ma Văn Hòa (xóm Cái) đề nghị sửa đường": who speaks, and at once what is asked.
pub(super) fn asks_by_name(text: &str) -> bool {
    let folded = fold(&clean(text));
    let addressed = ["ong ", "ba ", "dong chi ", "d/c ", "cu tri ", "anh ", "chi "]
        .iter()
        .any(|title| folded.starts_with(title));
    let asked = [" de nghi ", " kien nghi ", " de xuat ", " hoi ", " phan anh "];
    let who = asked
        .iter()
        .filter_map(|word| Some(folded.split_once(word)?.0.split(' ').count()))
        .min();
    addressed && !names_the_chair(text) && who.is_some_and(|words| (3..=12).contains(&words))
}

/// A name that a sentence gives, without the title before it. A name in a column of its own stays as it is written.
pub(in crate::intake) fn untitled(person: &str) -> String {
    const TITLES: [&str; 12] = [
        "Ông/bà ",
        "Ông (bà) ",
        "Cử tri ",
        "Công dân ",
        "Đại biểu ",
        "Ông: ",
        "Bà: ",
        "Ông ",
        "Bà ",
        "Đồng chí ",
        "Đ/c ",
        "Đ/c: ",
    ];
    let mut person = person.to_owned();
    for title in TITLES {
        if fold(&person).starts_with(&fold(title)) {
            person = person.chars().skip(title.chars().count()).collect();
        }
    }
    person
}
