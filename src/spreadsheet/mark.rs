//! The mark by which this program knows its own workbooks again: a document property that Excel keeps.

use super::package::Package;
use super::xml::Node;
use crate::settings;

/// What kind of workbook this program wrote, as the file itself says; nothing for any other file.
pub fn mark(bytes: &[u8]) -> Option<String> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let mut package = Package::open(bytes).ok()?;
    let mark = package.xml("docProps/custom.xml", |xml| {
        let (mut ours, mut kind) = (false, None);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) if tag.name() == "property" => {
                    ours = tag
                        .attribute("name")
                        .is_some_and(|name| name == settings::CREATOR);
                }
                Node::Text(text) if ours && !text.trim().is_empty() => {
                    kind.get_or_insert_with(|| text.trim().to_owned());
                }
                _ => {}
            }
        }
        Ok(kind)
    });
    mark.ok()??
}
