//! Learns routing's weights again: `cargo run --release --example learn_routing` writes `lexicon/routing-weights.txt`
//! from the labelled opinions and the written examples. Equal data gives an equal file.

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
    examples.extend(data::written());
    let file = format!(
        "# Learned by `cargo run --release --example learn_routing` from {} labelled opinions in {} clusters\n\
         # ({} to {} of benches/data/opinions-dev.tsv), {} written examples (lexicon/routing-examples.txt) and the\n\
         # phrases of lexicon/routing-phrases.toml. Do not edit; a line is a feature and its weight for each output.\n{}",
        rows.len(),
        clusters.len(),
        rows.first().map_or("", |row| &row.id),
        rows.last().map_or("", |row| &row.id),
        examples.len() - rows.len(),
        training::learn(&examples, data::TEMPERATURE, &Options::default()),
    );
    std::fs::write(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon/routing-weights.txt"),
        file,
    )
}
