//! The elements of an XML part, one after another, from a bounded stream.
//!
//! Names are local names: files differ in their prefixes, never in the meaning of the names read here. Entities that a
//! document declares are never expanded, so nothing can grow while it is read.

use std::borrow::Cow;
use std::io::{BufReader, Read};

use quick_xml::XmlVersion;
use quick_xml::encoding::DecodingReader;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::container::{Excess, Fault, Refusal};
use crate::settings;

/// A reader of bytes that ends with an error instead of going on for ever.
pub(super) struct Metered<'a> {
    inner: Box<dyn Read + 'a>,
    left: u64,
    used: u64,
    /// What the piece that is being read may still take.
    piece: u64,
}

impl<'a> Metered<'a> {
    /// At most `limit` bytes of `inner`.
    pub(super) fn new(inner: impl Read + 'a, limit: u64) -> Self {
        Self {
            inner: Box::new(inner),
            left: limit,
            used: 0,
            piece: u64::MAX,
        }
    }

    /// Bytes read so far.
    pub(super) fn used(&self) -> u64 {
        self.used
    }

    /// Whether the limit was met, which is why reading failed.
    pub(super) fn exhausted(&self) -> bool {
        self.left == 0 || self.piece == 0
    }

    /// Begins a piece that is held in memory.
    fn begin_piece(&mut self) {
        self.piece = settings::MAX_PIECE_BYTES;
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        if buf.is_empty() {
            return Ok(0);
        }
        if self.exhausted() {
            return Err(std::io::Error::other("size limit"));
        }
        let most = usize::try_from(self.left.min(self.piece))
            .unwrap_or(usize::MAX)
            .min(buf.len());
        let read = self.inner.read(buf.get_mut(..most).unwrap_or_default())?;
        self.left = self.left.saturating_sub(read as u64);
        self.piece = self.piece.saturating_sub(read as u64);
        self.used = self.used.saturating_add(read as u64);
        Ok(read)
    }
}

/// What comes next in a part.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// The element with this local name ends; an empty element ends as well.
    Close(End<'a>),
    /// Characters between elements, unescaped; one text may come in pieces.
    Text(Cow<'a, str>),
}

/// The end of an element.
#[derive(Debug)]
pub(super) struct End<'a>(BytesEnd<'a>);

impl End<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its local name, unescaped.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self
            .0
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(match attribute.normalized_value(XmlVersion::Explicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => attribute.value.into_owned(),
        })
    }

    /// An attribute that is a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.attribute(name)
            .is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }
}

/// The elements of one part.
pub(super) struct Xml<'a> {
    reader: Reader<DecodingReader<BufReader<Metered<'a>>>>,
    buffer: Vec<u8>,
    depth: usize,
    text: usize,
}

impl<'a> Xml<'a> {
    /// Reads a stream, which may be in UTF-8 or UTF-16.
    pub(super) fn new(source: Metered<'a>) -> Self {
        let source = BufReader::with_capacity(1 << 16, source);
        let mut reader = Reader::from_reader(DecodingReader::new(source));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            text: 0,
        }
    }

    /// The next node, or nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'_>>, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().get_mut().begin_piece();
        // Kept apart from the match: a part's limit explains an error of the parser.
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) if self.reader.get_ref().get_ref().get_ref().exhausted() => {
                return Err(Refusal::TooMuch(Excess::Unpacked));
            }
            Err(error) => return Err(Refusal::Damaged(fault(&error))),
        };
        Ok(Some(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > settings::MAX_DEPTH {
                    return Err(Refusal::TooMuch(Excess::Depth));
                }
                Node::Open(Tag(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::Close(End(end))
            }
            Event::Text(text) => {
                // Whoever puts pieces of text together holds no more than this.
                self.text = self.text.saturating_add(text.len());
                if self.text > settings::MAX_TEXT_BYTES * 2 {
                    return Err(Refusal::TooMuch(Excess::Text));
                }
                Node::Text(text.xml10_content())
            }
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(name) => Node::Text(Cow::Owned(character(&name))),
            Event::Eof if self.depth > 0 => {
                return Err(Refusal::Damaged(Fault::CutOff));
            }
            Event::Eof => return Ok(None),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                Node::Text(Cow::Borrowed(""))
            }
        }))
    }

    /// Passes over everything up to the end of the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), Refusal> {
        let inside = self.depth;
        while self.depth >= inside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The stream, to be read to its end.
    pub(super) fn into_source(self) -> BufReader<Metered<'a>> {
        let mut source = self.reader.into_inner().into_inner();
        source.get_mut().piece = u64::MAX;
        source
    }
}

/// Tags that are open at the end, or a packed part that ends too early, are a file that was cut.
fn fault(error: &quick_xml::Error) -> Fault {
    match error {
        quick_xml::Error::Syntax(_) => Fault::CutOff,
        quick_xml::Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Fault::CutOff,
        _ => Fault::Broken,
    }
}

/// A character reference or one of XML's five names; any other name stands as written.
fn character(name: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => text.to_owned(),
        None => format!("&{};", &**name),
    }
}
