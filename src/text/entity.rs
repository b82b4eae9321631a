//! Character references of web pages: how a page writes letters that its code has not, and how those letters come into
//! a cell from a program that takes them for text.

/// The text with character references (`&#432;`, `&ocirc;`) as characters; a name that is not known stands as written.
pub fn entities(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        shown.push_str(before);
        // Only the next few characters are looked at: a page of ampersands must not be searched again and again.
        let end = after.bytes().take(9).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(..end));
        match name.and_then(|name| Some((entity(name)?, name.len() + 1))) {
            Some((c, length)) => {
                shown.push(c);
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                shown.push('&');
                rest = after;
            }
        }
    }
    shown.push_str(rest);
    shown
}

/// Names of letters and signs that web pages in Vietnamese use.
const NAMES: [(&str, char); 82] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("divide", '÷'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("sect", '§'),
    ("micro", 'µ'),
    ("le", '≤'),
    ("ge", '≥'),
    ("rarr", '→'),
    ("Oslash", 'Ø'),
    ("oslash", 'ø'),
    ("Aacute", 'Á'),
    ("aacute", 'á'),
    ("Agrave", 'À'),
    ("agrave", 'à'),
    ("Atilde", 'Ã'),
    ("atilde", 'ã'),
    ("Acirc", 'Â'),
    ("acirc", 'â'),
    ("Abreve", 'Ă'),
    ("abreve", 'ă'),
    ("Eacute", 'É'),
    ("eacute", 'é'),
    ("Egrave", 'È'),
    ("egrave", 'è'),
    ("Ecirc", 'Ê'),
    ("ecirc", 'ê'),
    ("Iacute", 'Í'),
    ("iacute", 'í'),
    ("Igrave", 'Ì'),
    ("igrave", 'ì'),
    ("Itilde", 'Ĩ'),
    ("itilde", 'ĩ'),
    ("Oacute", 'Ó'),
    ("oacute", 'ó'),
    ("Ograve", 'Ò'),
    ("ograve", 'ò'),
    ("Otilde", 'Õ'),
    ("otilde", 'õ'),
    ("Ocirc", 'Ô'),
    ("ocirc", 'ô'),
    ("Uacute", 'Ú'),
    ("uacute", 'ú'),
    ("Ugrave", 'Ù'),
    ("ugrave", 'ù'),
    ("Utilde", 'Ũ'),
    ("utilde", 'ũ'),
    ("Yacute", 'Ý'),
    ("yacute", 'ý'),
    ("Dstrok", 'Đ'),
    ("dstrok", 'đ'),
    ("ETH", 'Ð'),
    ("eth", 'ð'),
];

/// What a reference stands for.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

/// Whether a text holds a reference that means nothing: the character it stood for is lost.
pub(super) fn has_unknown(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        let Some((name, _)) = after.split_once(';') else {
            return false;
        };
        // "R&D;" and "A & B;" are no references.
        (1..=32).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && entity(name).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_letters_and_what_is_none_stays() {
        for (text, shown) in [
            ("m&ocirc;i tr&#432;&#x1EDD;ng", "môi trường"),
            ("&dstrok;&abreve;ng k&yacute;", "đăng ký"),
            ("A & B; R&D; &khongco; 3 &lt; 4", "A & B; R&D; &khongco; 3 < 4"),
            ("&#0; &#xD800; &", "&#0; &#xD800; &"),
        ] {
            assert_eq!(entities(text), shown);
        }
        assert!(has_unknown("sửa cầu &khongco; treo"));
        for text in ["A & B; C", "R&D; x", "&ocirc;", "AT&T", "a&b c;"] {
            assert!(!has_unknown(text), "{text}");
        }
    }
}
