//! Learns what the duplicate search knows and writes it where the library compiles it in: the space of wordings from
//! the paraphrases, the weights from the labelled opinions. `cargo run --release --example learn_duplicates`.

#![expect(clippy::print_stdout, reason = "a program for the engineer, on known files")]

#[allow(dead_code, reason = "the benchmark uses more of it")]
#[path = "../benches/labelled/mod.rs"]
mod labelled;

use std::path::Path;
use std::{fs, io};

use doithoai::dedup;
use doithoai::lexicon::{Lexicon, Reading};

const PROVENANCE: &str = "\
# Written by `cargo run --release --example learn_duplicates` from benches/data/opinions-dev.tsv; not edited by hand.
# What it reaches on opinions that it has not seen: `cargo bench --bench duplicates`.
";

const PROVENANCE_OF_SPACE: &str = "\
# Written by `cargo run --release --example learn_duplicates` from lexicon/paraphrases; not edited by hand.
";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lexicon = Lexicon::built_in();
    let (readings, issues) = paraphrases(&root.join("lexicon/paraphrases"), &lexicon)?;
    let space = dedup::learn_space(&readings, &issues, &lexicon);
    let labelled = labelled::Labelled::read(&root.join("benches/data/opinions-dev.tsv"), &lexicon);
    let model = dedup::learn(&labelled.input(&lexicon, 0), &labelled.clusters, space);
    let [weights, background, space] = model.to_files();
    let write = |name: &str, provenance: &str, text: &str| {
        fs::write(root.join("src/dedup").join(name), format!("{provenance}{text}"))
    };
    write("weights.toml", PROVENANCE, &format!("\n{weights}"))?;
    write("background.tsv", PROVENANCE, &background)?;
    write("space.tsv", PROVENANCE_OF_SPACE, &space)?;
    println!(
        "{} paraphrases, {} labelled opinions\n{weights}",
        readings.len(),
        labelled.opinions.len()
    );
    Ok(())
}

/// The texts of all files of paraphrases, read, and the issue that each raises.
fn paraphrases(folder: &Path, lexicon: &Lexicon) -> io::Result<(Vec<Reading>, Vec<String>)> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let (mut readings, mut issues) = (Vec::new(), Vec::new());
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "tsv"))
    {
        for line in fs::read_to_string(file)?.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [issue, _, _, _, text] = fields.as_slice() {
                readings.push(lexicon.read(text));
                issues.push((*issue).to_owned());
            }
        }
    }
    Ok((readings, issues))
}
