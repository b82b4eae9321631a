//! Words that are the same but for one slip of the finger.

/// Whether two words differ by at most one letter put in, left out, exchanged or swapped with its neighbour.
pub(crate) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (
        a.get(same..).unwrap_or_default(),
        b.get(same..).unwrap_or_default(),
    );
    match (a, b) {
        ([], []) | ([_], []) | ([], [_]) => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, rest @ ..], b) if rest == b => true,
        (a, [_, rest @ ..]) if rest == a => true,
        ([x, y, a @ ..], [v, w, b @ ..]) => (x, y) == (w, v) && a == b,
        _ => false,
    }
}

/// Whether two syllables without tones differ only by beginnings that sound alike in the north: "chieu" and "trieu".
pub(crate) fn one_sound(a: &str, b: &str) -> bool {
    const ALIKE: [(&str, &str); 4] = [("tr", "ch"), ("gi", "d"), ("gi", "r"), ("x", "s")];
    let same = |a: &str, one: &str, b: &str, other: &str| {
        let rest = a.strip_prefix(one);
        rest.is_some() && rest == b.strip_prefix(other)
    };
    ALIKE
        .iter()
        .any(|(one, other)| same(a, one, b, other) || same(b, one, a, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        for (a, b) in [
            ("dung", "dug"),
            ("dung", "dugn"),
            ("dung", "dung"),
            ("dung", "dumg"),
            ("chuc", "cuc"),
            ("kien", "kienn"),
            ("a", ""),
        ] {
            assert!(one_slip(a, b) && one_slip(b, a), "{a} {b}");
        }
        for (a, b) in [("dung", "du"), ("noi", "ion"), ("vu", "xyz"), ("phu", "hpux")] {
            assert!(!one_slip(a, b) && !one_slip(b, a), "{a} {b}");
        }
    }

    #[test]
    fn beginnings_that_sound_alike_are_one() {
        for (a, b) in [("chieu", "trieu"), ("giang", "dang"), ("son", "xon")] {
            assert!(one_sound(a, b) && one_sound(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("chieu", "trieo"),
            ("tan", "can"),
            ("tran", "tran"),
            ("lang", "nang"),
        ] {
            assert!(!one_sound(a, b) && !one_sound(b, a), "{a} {b}");
        }
    }
}
