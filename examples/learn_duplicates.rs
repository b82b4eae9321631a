//! Learns the weights of the duplicate search from the labelled opinions and writes them where the library compiles
//! them in: `cargo run --release --example learn_duplicates`.

#![expect(clippy::print_stdout, reason = "a program for the engineer, on known files")]

#[allow(dead_code, reason = "the benchmark uses more of it")]
#[path = "../benches/labelled/mod.rs"]
mod labelled;

use std::path::Path;
use std::{fs, io};

use doithoai::dedup;
use doithoai::lexicon::Lexicon;

const PROVENANCE: &str = "\
# Written by `cargo run --release --example learn_duplicates` from benches/data/opinions-dev.tsv; not edited by hand.
# What it reaches on opinions that it has not seen: `cargo bench --bench duplicates`.
";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lexicon = Lexicon::built_in();
    let labelled = labelled::Labelled::read(&root.join("benches/data/opinions-dev.tsv"), &lexicon);
    let model = dedup::learn(&labelled.input(&lexicon, 0), &labelled.clusters);
    let (weights, background) = model.to_files();
    fs::write(
        root.join("src/dedup/weights.toml"),
        format!("{PROVENANCE}\n{weights}"),
    )?;
    fs::write(
        root.join("src/dedup/background.tsv"),
        format!("{PROVENANCE}{background}"),
    )?;
    println!("{} opinions\n{weights}", labelled.opinions.len());
    Ok(())
}
