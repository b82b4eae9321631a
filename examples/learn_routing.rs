//! Learns routing's weights again: `cargo run --release --example learn_routing` writes `lexicon/routing-weights.txt`
//! from the labelled opinions, the written examples and the paraphrases. Equal data gives an equal file.

#[path = "../benches/routing/data.rs"]
mod data;

use std::path::Path;

use doithoai::routing::training::{self, Options};

fn main() -> std::io::Result<()> {
    let rows = data::labelled();
    let rows: Vec<_> = rows.iter().filter(|row| row.kind != "none").collect();
    let mut clusters: Vec<&str> = rows.iter().map(|row| row.cluster.as_str()).collect();
    clusters.sort_unstable();
    clusters.dedup();
    let mut examples: Vec<_> = rows.iter().map(|row| row.example()).collect();
    let written = data::written();
    let paraphrased = data::paraphrased();
    let counts = (written.len(), paraphrased.len());
    examples.extend(written);
    examples.extend(paraphrased);
    let file = format!(
        "# Learned by `cargo run --release --example learn_routing` from {} labelled opinions in {} clusters\n\
         # ({} to {} of benches/data/opinions-dev.tsv), {} written examples (lexicon/routing-examples.txt), {}\n\
         # paraphrases (lexicon/paraphrases) and the phrases of lexicon/routing-phrases.toml. Do not edit;\n\
         # a line is a feature and its weight for each output.\n{}",
        rows.len(),
        clusters.len(),
        rows.first().map_or("", |row| &row.id),
        rows.last().map_or("", |row| &row.id),
        counts.0,
        counts.1,
        training::learn(&examples, data::TEMPERATURE, &Options::default()),
    );
    std::fs::write(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon/routing-weights.txt"),
        file,
    )
}
