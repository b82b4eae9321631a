//! Web archives (.mht), which Excel writes as "single file web page": an e-mail whose parts are pages (RFC 2557).

use std::borrow::Cow;

use super::base64;
use super::container::{Excess, Foreign, Refusal};
use super::grid::Sheet;
use super::markup;
use crate::settings;

/// The tables of all pages inside, one sheet each; an archive without any is no spreadsheet.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut sheets = Vec::new();
    let whole = Part::of(bytes);
    let boundary = whole.boundary();
    let parts = match &boundary {
        Some(boundary) => split(whole.body, boundary),
        None => vec![bytes],
    };
    if parts.len() > settings::MAX_PARTS {
        return Err(Refusal::TooMuch(Excess::Parts));
    }
    for part in parts.into_iter().map(Part::of).filter(Part::is_page) {
        sheets.extend(markup::html(&part.decoded())?);
    }
    sheets.retain(|sheet| !sheet.cells.is_empty());
    if sheets.is_empty() {
        return Err(Refusal::NotSpreadsheet(Foreign::WebArchive));
    }
    for (number, sheet) in (1..).zip(&mut sheets) {
        sheet.name = format!("Bảng {number}");
    }
    Ok(sheets)
}

/// The pieces between lines that begin with the boundary.
fn split<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut start, mut at) = (None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            parts.extend(start.and_then(|start| body.get(start..at)));
            start = Some(at + line.len());
        }
        at += line.len();
    }
    // An archive that was cut ends without a boundary.
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

/// One part: its headers, names in lower case, and what follows the empty line.
struct Part<'a> {
    headers: String,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            if line.trim_ascii().is_empty() && at > line.len() {
                break;
            }
        }
        let (headers, body) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
        // A header goes on in lines that begin with a space.
        let headers = String::from_utf8_lossy(headers).replace("\r\n", "\n");
        let headers = headers.replace("\n ", " ").replace("\n\t", " ");
        Self { headers, body }
    }

    fn header(&self, name: &str) -> &str {
        let mut lines = self.headers.lines().filter_map(|line| line.split_once(':'));
        lines
            .find(|(known, _)| known.trim().eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value.trim())
    }

    fn boundary(&self) -> Option<String> {
        let (_, rest) = self.header("content-type").split_once("boundary=")?;
        let value = rest.trim_start_matches('"');
        let value = value.split(['"', ';']).next()?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    fn is_page(&self) -> bool {
        self.header("content-type").to_lowercase().contains("text/html")
    }

    fn decoded(&self) -> Cow<'a, [u8]> {
        match self.header("content-transfer-encoding").to_lowercase().as_str() {
            "base64" => Cow::Owned(base64::decode(&String::from_utf8_lossy(self.body))),
            "quoted-printable" => Cow::Owned(quoted_printable(self.body)),
            _ => Cow::Borrowed(self.body),
        }
    }
}

/// `=E1` is a byte, a `=` at the end of a line continues it (RFC 2045, section 6.7); a lone `=` stands for itself.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let hex = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match (byte, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'=', Some(decoded)) => {
                bytes.push(decoded);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'=', None) if after.starts_with(b"\r\n") => rest = after.get(2..).unwrap_or_default(),
            (b'=', None) if after.starts_with(b"\n") => rest = after.get(1..).unwrap_or_default(),
            _ => bytes.push(*byte),
        }
    }
    bytes
}
