//! Bodies that answer, and the posts that people hold.

use super::super::asking::{asks, complains};
use crate::text::{clean, fold};

/// Whether a text is the name of a body that answers, and nothing else: "Sở Y tế", "Công an tỉnh".
pub(in crate::intake) fn is_body(text: &str) -> bool {
    const BODIES: [&str; 19] = [
        "so ",
        "cong an",
        "ubnd",
        "uy ban",
        "hdnd",
        "thanh tra",
        "van phong",
        "cuc ",
        "chi cuc",
        "bo ",
        "bao hiem",
        "ngan hang",
        "dien luc",
        "cong ty dien luc",
        "toa an",
        "vien kiem sat",
        "ban quan ly",
        "bo chi huy",
        "trung tam",
    ];
    let folded = fold(&clean(text));
    let capital = text.trim_start().starts_with(char::is_uppercase);
    capital
        && folded.split(' ').count() <= 9
        && !folded.contains(|c: char| c.is_ascii_digit())
        && !text.trim_end().ends_with(['.', '?', '!'])
        && BODIES.iter().any(|body| folded.starts_with(body))
        && !complains(text)
        && !["de nghi", "kien nghi", "de xuat", " can ", " som "]
            .iter()
            .any(|word| folded.contains(word))
}

/// Whether a text begins like the post or the standing of a person: "Trưởng xóm", "Người dân".
pub(in crate::intake) fn is_post(text: &str) -> bool {
    const POSTS: [&str; 25] = [
        "bi thu",
        "nong dan",
        "pho ",
        "chu tich",
        "truong ",
        "to truong",
        "can bo",
        "cong chuc",
        "chi hoi",
        "hoi ",
        "uy vien",
        "dang vien",
        "nguoi ",
        "cu tri",
        "giao vien",
        "dai bieu",
        "dai dien",
        "ban ",
        "thanh vien",
        "giam doc",
        "hieu truong",
        "nguyen ",
        "chi bo",
        "xa ",
        "thon ",
    ];
    let folded = fold(&clean(text));
    POSTS.iter().any(|post| folded.starts_with(post))
}

/// The post of a person by itself: "Trưởng thôn", "Bí thư chi bộ".
pub(in crate::intake) fn is_post_alone(text: &str) -> bool {
    is_post(text) && text.split_whitespace().count() <= 4 && !asks(text) && !complains(text)
}
