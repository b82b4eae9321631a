//! The parts of a packed (zip) file, each read as a bounded stream and to its end, so that its checksum is verified.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::container::{Excess, Fault, Refusal};
use super::ole::{half, word};
use super::xml::{Metered, Node, Xml};
use crate::settings;

/// A packed file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Entry by its name in lower case with `/`: some programs write `\` and other capitals.
    entries: BTreeMap<String, usize>,
    /// Names that stand for several parts which are not the same.
    ambiguous: BTreeSet<String>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Reads the list of parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            // The list of parts stands at the end.
            ZipError::InvalidArchive(_) => Refusal::Damaged(Fault::CutOff),
            other => damaged(other),
        })?;
        if zip.len() > settings::MAX_PARTS {
            return Err(Refusal::TooMuch(Excess::Parts));
        }
        let mut entries = BTreeMap::new();
        for index in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(index) {
                entries.entry(key(&name)).or_insert(index);
            }
        }
        let start = usize::try_from(zip.central_directory_start()).unwrap_or(usize::MAX);
        Ok(Self {
            zip,
            entries,
            ambiguous: ambiguous(bytes.get(start..).unwrap_or_default()),
            left: settings::MAX_UNPACKED_BYTES,
        })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&key(name))
    }

    /// The names of all parts, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// A part as bytes; nothing if it does not exist.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let mut bytes = Vec::new();
        let limit = settings::MAX_PIECE_BYTES;
        let read = self.stream(name, limit, |source| {
            let mut source = BufReader::new(source);
            let read = source.read_to_end(&mut bytes);
            Ok(((), source, read))
        })?;
        Ok(read.map(|()| bytes))
    }

    /// Reads a part's elements with `read`; nothing if it does not exist.
    pub(super) fn xml<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        self.stream(name, settings::MAX_PART_BYTES, |source| {
            let mut xml = Xml::new(source);
            let value = read(&mut xml)?;
            let mut source = xml.into_source();
            let rest = std::io::copy(&mut source, &mut std::io::sink()).map(|_| 0);
            Ok((value, source, rest))
        })
    }

    fn stream<T>(
        &mut self,
        name: &str,
        limit: u64,
        read: impl FnOnce(Metered<'_>) -> Result<(T, BufReader<Metered<'_>>, std::io::Result<usize>), Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(index) = self.entries.get(&key(name)).copied() else {
            return Ok(None);
        };
        if self.ambiguous.contains(&key(name)) {
            // One program shows the one, another the other.
            return Err(Refusal::Damaged(Fault::Broken));
        }
        let limit = limit.min(self.left);
        let file = self.zip.by_index(index).map_err(damaged)?;
        if file.size() > limit {
            // What is said to be too much need not be unpacked to find out.
            return Err(Refusal::TooMuch(Excess::Unpacked));
        }
        let (value, source, end) = read(Metered::new(file, limit))?;
        let (used, exhausted) = (source.get_ref().used(), source.get_ref().exhausted());
        drop(source);
        self.left = self.left.saturating_sub(used);
        match end {
            Ok(_) => Ok(Some(value)),
            Err(_) if exhausted => Err(Refusal::TooMuch(Excess::Unpacked)),
            Err(_) => Err(Refusal::Damaged(Fault::Broken)),
        }
    }

    /// The targets that a part points to, by their id; nothing if it points nowhere.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = join(folder, &format!("_rels/{file}.rels"));
        let mut relations = Relations::default();
        self.xml(&name, |xml| {
            while let Some(node) = xml.next()? {
                let Node::Open(tag) = node else { continue };
                let external = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
                if tag.name() != "Relationship" || external {
                    continue;
                }
                let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) else {
                    continue;
                };
                let kind = tag.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.0.insert(id, (kind, join(folder, &target)));
                if relations.0.len() > settings::MAX_PARTS {
                    return Err(Refusal::TooMuch(Excess::Parts));
                }
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

/// What a part points to: by id, the last word of the relation's type and the target's path.
#[derive(Debug, Default)]
pub(super) struct Relations(BTreeMap<String, (String, String)>);

impl Relations {
    /// The target with this id.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|(_, target)| target.as_str())
    }

    /// The targets of a type, in the order of their ids.
    pub(super) fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .values()
            .filter(move |(of, _)| of.eq_ignore_ascii_case(kind))
            .map(|(_, target)| target.as_str())
    }
}

fn key(name: &str) -> String {
    let name = name.replace('\\', "/");
    unescaped(name.trim_start_matches('/')).to_lowercase()
}

/// A name without the escapes that addresses have: a part that is called `trang%20mot.xml` in one place may be called
/// `trang mot.xml` in the other.
fn unescaped(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = after
            .get(if byte.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

/// Names that the list of parts gives to several parts with different content.
fn ambiguous(mut list: &[u8]) -> BTreeSet<String> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    const HEAD: usize = 46;
    let (mut seen, mut ambiguous) = (BTreeMap::new(), BTreeSet::new());
    while list.starts_with(ENTRY) {
        let length = |at: usize| half(list, at).map_or(0, usize::from);
        let name = list.get(HEAD..HEAD + length(28)).unwrap_or_default();
        let name = key(&String::from_utf8_lossy(name));
        let content = (word(list, 16), word(list, 24));
        if *seen.entry(name.clone()).or_insert(content) != content {
            ambiguous.insert(name);
        }
        let end = HEAD + length(28) + length(30) + length(32);
        list = list.get(end..).unwrap_or_default();
    }
    ambiguous
}

/// A target as a path from the root; `..` leads up, a leading `/` starts at the root.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|part| !part.is_empty()).collect()
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}

fn damaged(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => Refusal::Password,
        _ => Refusal::Damaged(Fault::Broken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_escaped_like_addresses() {
        for (name, plain) in [
            ("xl/trang%20m%E1%BB%99t.xml", "xl/trang một.xml"),
            ("\\XL\\Sheet1.xml", "xl/sheet1.xml"),
            ("100%", "100%"),
            ("%zz%2", "%zz%2"),
            ("%FF", "%ff"),
        ] {
            assert_eq!(key(name), plain);
        }
    }

    #[test]
    fn targets_are_found_from_the_part_that_names_them() {
        for (folder, target, path) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "..\\drawings\\d.xml", "xl/drawings/d.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(join(folder, target), path);
        }
    }
}
