//! Counts in the paraphrases how often the phrases are said that sound like a wording of the vocabulary, and writes the
//! counts where the library compiles them in. `cargo run --release --example learn_sound_alikes`.

use std::path::Path;
use std::{fs, io};

use doithoai::lexicon::Lexicon;

const PROVENANCE: &str = "\
# Written by `cargo run --release --example learn_sound_alikes` from lexicon/paraphrases; not edited by hand.
";

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let mut files: Vec<_> = fs::read_dir(folder.join("paraphrases"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let texts: Vec<String> = files.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    let lines = texts.iter().flat_map(|text| text.lines().skip(1));
    let counts = Lexicon::built_in().sound_alikes(lines.filter_map(|line| line.split('\t').nth(4)));
    fs::write(folder.join("sound-alikes.tsv"), format!("{PROVENANCE}{counts}"))
}
