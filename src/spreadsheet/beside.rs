//! What a packed file holds beside its cells and paragraphs: pictures, files inside it, comments. None of it is read as
//! words of the report; a person is told that it is there.

use super::container::Refusal;
use super::package::Package;
use super::xml::{Node, Xml};

/// What stands beside the cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Pictures, such as the scan of a page.
    pub pictures: bool,
    /// Files of their own inside the file: an Excel table or a web page in a Word document.
    pub documents: bool,
    /// Comments that hang on cells or words.
    pub comments: usize,
}

/// Looks beside the cells of a file; nothing is found in a file that is not packed or is damaged.
pub fn beside(bytes: &[u8]) -> Beside {
    let Ok(mut package) = Package::open(bytes) else {
        return Beside::default();
    };
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let within = |folders: &[&str]| {
        let inside = |name: &&String| folders.iter().any(|folder| name.starts_with(folder));
        names.iter().any(|name| inside(&name) && !name.ends_with('/'))
    };
    let comments = names.iter().filter(|name| {
        let file = name.rsplit('/').next().unwrap_or_default();
        file.starts_with("comment") && name.ends_with(".xml")
    });
    Beside {
        pictures: within(&["xl/media/", "word/media/", "pictures/"]),
        documents: within(&["xl/embeddings/", "word/embeddings/", "word/afchunk", "object "])
            || names.iter().any(|name| is_chunk(name)),
        comments: comments
            .map(|name| package.xml(name, count).ok().flatten().unwrap_or(0))
            .sum(),
    }
}

/// Whether a part is a document of another format that Word shows as if its words stood in its own.
fn is_chunk(name: &str) -> bool {
    const FORMATS: [&str; 6] = [".html", ".htm", ".mht", ".rtf", ".docx", ".txt"];
    name.starts_with("word/") && FORMATS.iter().any(|format| name.ends_with(format))
}

/// The comments of a part that say something.
fn count(xml: &mut Xml<'_>) -> Result<usize, Refusal> {
    let (mut count, mut says) = (0, false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "comment" => says = false,
            Node::Text(text) => says |= text.contains(char::is_alphabetic),
            Node::Close(end) if end.name() == "comment" => count += usize::from(says),
            _ => {}
        }
    }
    Ok(count)
}
