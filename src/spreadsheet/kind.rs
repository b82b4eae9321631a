//! What a file is, by its content: its name and extension can lie.

use super::container::{Foreign, Refusal};
use super::encoding;
use super::ole::Ole;
use super::package::Package;

/// What reads a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, binary.
    Xlsb,
    /// Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
    /// OpenDocument in one XML file.
    FlatOds,
    /// Word since 2007.
    Docx,
    /// An Excel or Word file since 2007 that is encrypted.
    Encrypted,
    /// A web page with tables, as many office systems export "Excel".
    Html,
    /// Web pages in one file.
    WebArchive,
    /// "XML Spreadsheet 2003".
    Xml2003,
    /// Text with separators.
    Text,
    /// Not for us.
    Foreign(Foreign),
}

/// First bytes and what they say.
const SIGNS: [(&[u8], Foreign); 26] = [
    (b"%PDF", Foreign::Pdf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"\xfd7zXZ", Foreign::Archive),
    (b"{\\rtf", Foreign::Rtf),
    (b"\xdb\xa5", Foreign::OldWord),
    (b"\x31\xbe\x00\x00", Foreign::OldWord),
    (b"\xff\x00\x02\x00", Foreign::OldSpreadsheet),
    (b"\x00\x00\x1a\x00", Foreign::OldSpreadsheet),
    (b"\x00\x00\x02\x00", Foreign::OldSpreadsheet),
    (b"TABLE\r\n0,1", Foreign::OldSpreadsheet),
    (b"ID3", Foreign::Media),
    (b"OggS", Foreign::Media),
    (b"\x1a\x45\xdf\xa3", Foreign::Media),
    (b"MZ", Foreign::Program),
    (b"\x7fELF", Foreign::Program),
    (b"SQLite format 3\0", Foreign::Program),
    (b"\x00\x01\x00\x00Standard", Foreign::Program),
];

/// Recognises a file; a password inside a package is noticed here, too.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    if is_bare_biff(bytes) {
        return Ok(Kind::Xls);
    }
    if let Some(kind) = packed_behind_dirt(bytes) {
        return Ok(kind);
    }
    if let Some(foreign) = sign(bytes) {
        return Ok(Kind::Foreign(foreign));
    }
    Ok(text(bytes))
}

/// A spreadsheet before which something else was put, such as the lines of a mail: the list of its parts is at the end.
fn packed_behind_dirt(bytes: &[u8]) -> Option<Kind> {
    // The list's last entry and a comment of 64 KiB behind it.
    const END: &[u8] = b"PK\x05\x06";
    const REACH: usize = 22 + (1 << 16);
    let tail = bytes.get(bytes.len().saturating_sub(REACH)..)?;
    tail.windows(END.len())
        .any(|window| window == END)
        .then_some(())?;
    let kind = packed(bytes).ok()?;
    (!matches!(kind, Kind::Foreign(_))).then_some(kind)
}

fn sign(bytes: &[u8]) -> Option<Foreign> {
    let at = |offset: usize, sign: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(sign));
    if at(4, b"ftyp") {
        let picture = [&b"heic"[..], b"heix", b"mif1", b"avif"]
            .iter()
            .any(|brand| at(8, brand));
        return Some(if picture { Foreign::Picture } else { Foreign::Media });
    }
    if at(0, b"RIFF") {
        return Some(if at(8, b"WEBP") {
            Foreign::Picture
        } else {
            Foreign::Media
        });
    }
    if at(257, b"ustar") {
        return Some(Foreign::Archive);
    }
    let biff_before_5 = [&b"\x09\x00\x04\x00"[..], b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"];
    if biff_before_5.iter().any(|start| at(0, start)) {
        return Some(Foreign::OldSpreadsheet);
    }
    SIGNS
        .iter()
        .find(|(sign, _)| bytes.starts_with(sign) && (*sign != b"BM" || bytes.get(6..10) == Some(&[0; 4])))
        .map(|(_, foreign)| *foreign)
}

/// An Excel 5 workbook may be written without the compound file around it.
fn is_bare_biff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x09\x08") && matches!(bytes.get(4..6), Some(b"\x00\x05" | b"\x00\x06"))
}

fn packed(bytes: &[u8]) -> Result<Kind, Refusal> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = package.bytes("mimetype")? {
        let kind = String::from_utf8_lossy(&kind).trim().to_owned();
        return open_document(&mut package, &kind);
    }
    if package.has("[Content_Types].xml") || package.has("_rels/.rels") {
        let root = package.relations("")?;
        let main = root
            .of_kind("officeDocument")
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let has = |name: &str| package.has(name);
        return Ok(if main.ends_with(".bin") || has("xl/workbook.bin") {
            Kind::Xlsb
        } else if main.contains("word/") || has("word/document.xml") {
            Kind::Docx
        } else if main.contains("ppt/") || has("ppt/presentation.xml") {
            Kind::Foreign(Foreign::Slides)
        } else if !main.is_empty() || has("xl/workbook.xml") {
            Kind::Xlsx
        } else {
            Kind::Foreign(Foreign::Archive)
        });
    }
    if let Some(content) = package.bytes("content.xml")? {
        return Ok(open_document_content(&content));
    }
    let looks = |folder: &str| package.names().any(|name| name.starts_with(folder));
    let is_apple = || package.has("index.zip") || package.names().any(|name| name.ends_with(".iwa"));
    Ok(if package.has("xl/workbook.xml") && looks("xl/worksheets/") {
        Kind::Xlsx
    } else if is_apple() {
        Kind::Foreign(Foreign::Apple)
    } else {
        Kind::Foreign(Foreign::Archive)
    })
}

/// An OpenDocument file that does not say what it is: the beginning of its content does.
fn open_document_content(content: &[u8]) -> Kind {
    let has = |element: &[u8]| content.windows(element.len()).any(|window| window == element);
    if has(b"<office:spreadsheet") {
        Kind::Ods
    } else if has(b"<office:text") {
        Kind::Foreign(Foreign::OpenText)
    } else {
        Kind::Foreign(Foreign::Archive)
    }
}

fn open_document(package: &mut Package<'_>, kind: &str) -> Result<Kind, Refusal> {
    let manifest = package.bytes("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Refusal::Password);
    }
    Ok(match kind.rsplit('.').next().unwrap_or_default() {
        "spreadsheet" | "spreadsheet-template" => Kind::Ods,
        "text" | "text-template" => Kind::Foreign(Foreign::OpenText),
        "presentation" => Kind::Foreign(Foreign::Slides),
        _ => Kind::Foreign(Foreign::Archive),
    })
}

fn compound(bytes: &[u8]) -> Result<Kind, Refusal> {
    let ole = Ole::open(bytes)?;
    if ole.has("EncryptedPackage") || ole.has("EncryptionInfo") {
        return Ok(Kind::Encrypted);
    }
    Ok(if ole.has("Workbook") || ole.has("Book") {
        Kind::Xls
    } else if ole.has("WordDocument") {
        Kind::Foreign(Foreign::OldWord)
    } else if ole.has("PowerPoint Document") {
        Kind::Foreign(Foreign::Slides)
    } else if ole.has("MatOST") || ole.has("SPELLING") || ole.has("WksSSWorkBook") {
        Kind::Foreign(Foreign::OldSpreadsheet)
    } else if ole.has("__properties_version1.0") {
        Kind::Foreign(Foreign::Mail)
    } else {
        Kind::Foreign(Foreign::Unknown)
    })
}

fn text(bytes: &[u8]) -> Kind {
    let Some(text) = encoding::decode_start(bytes) else {
        return Kind::Foreign(Foreign::Unknown);
    };
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let lower = start.to_lowercase();
    let begins = |word: &str| lower.starts_with(word);
    if begins("mime-version:") || begins("message-id:") && lower.contains("multipart/related") {
        return Kind::WebArchive;
    }
    if lower.contains("snapshot-content-location:") && lower.contains("multipart/related") {
        return Kind::WebArchive;
    }
    if ["received:", "return-path:", "delivered-to:"]
        .iter()
        .any(|word| begins(word))
    {
        return Kind::Foreign(Foreign::Mail);
    }
    // SYLK, which Multiplan wrote: a cell a line.
    if start.starts_with("ID;P")
        && ["\nC;X", "\nC;Y", "\nB;"]
            .iter()
            .any(|record| start.contains(record))
    {
        return Kind::Foreign(Foreign::OldSpreadsheet);
    }
    if !start.starts_with('<') {
        return Kind::Text;
    }
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && !lower.contains("<html") {
        return Kind::Xml2003;
    }
    if lower.contains("<office:document") && lower.contains("opendocument.spreadsheet") {
        return Kind::FlatOds;
    }
    let page = [
        "<html",
        "<!doctype html",
        "<table",
        "<head",
        "<body",
        "<meta",
        "<div",
        "<style",
    ];
    if page.iter().any(|word| lower.contains(word)) {
        return Kind::Html;
    }
    if begins("<?xml") || begins("<!--") || begins("<svg") {
        return Kind::Foreign(Foreign::Unknown);
    }
    Kind::Text
}
