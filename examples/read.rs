//! Prints how the vocabulary reads a text, for those who extend `lexicon/`.
//!
//! `cargo run --example read -- "Đề nghị sửa đường ĐT.261"`, or one text a line on standard input.
#![allow(clippy::print_stdout, reason = "an example that shows what it read")]

use std::io::BufRead;

use doithoai::lexicon::{ConceptId, Frame, Lexicon, Quantity, Reading};

fn main() -> std::io::Result<()> {
    let lexicon = Lexicon::built_in();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.is_empty() {
        for line in std::io::stdin().lock().lines() {
            show(&lexicon, &line?);
        }
    } else {
        show(&lexicon, &arguments.join(" "));
    }
    Ok(())
}

fn show(lexicon: &Lexicon, text: &str) {
    let reading = lexicon.read(text);
    println!("{text}");
    println!(
        "  words     {}{}",
        reading.words.join(" "),
        if reading.toneless { "  (toneless)" } else { "" }
    );
    println!("  mentions  {}", mentions(lexicon, &reading));
    println!(
        "  names     {:?}",
        reading.names.iter().map(|n| &n.value).collect::<Vec<_>>()
    );
    println!("  numbers   {}", numbers(&reading.quantities));
    for frame in &reading.frames {
        print_frame(lexicon, frame);
    }
    println!();
}

fn print_frame(lexicon: &Lexicon, frame: &Frame) {
    println!("  ask{}", if frame.negated { " (negated)" } else { "" });
    for (title, list) in [
        ("what", &frame.asks),
        ("of what", &frame.objects),
        ("for whom", &frame.beneficiaries),
        ("under", &frame.policies),
        ("because", &frame.problems),
    ] {
        if !list.is_empty() {
            println!("    {title:<9} {}", names(lexicon, list));
        }
    }
    if !frame.names.is_empty() {
        println!(
            "    where     {:?}",
            frame.names.iter().map(|n| &n.value).collect::<Vec<_>>()
        );
    }
    if !frame.quantities.is_empty() {
        println!("    how much  {}", numbers(&frame.quantities));
    }
}

fn names(lexicon: &Lexicon, list: &[ConceptId]) -> String {
    let names: Vec<&str> = list
        .iter()
        .map(|&id| lexicon.concept(id).map_or("?", |c| c.name.as_str()))
        .collect();
    names.join(", ")
}

fn mentions(lexicon: &Lexicon, reading: &Reading) -> String {
    let list: Vec<String> = reading
        .mentions
        .iter()
        .map(|m| {
            let words = reading.words.get(m.words.clone()).unwrap_or_default().join(" ");
            format!(
                "{}={words}{}",
                names(lexicon, &[m.concept]),
                if m.with_tones { "" } else { "~" }
            )
        })
        .collect();
    list.join("; ")
}

fn numbers(list: &[Quantity]) -> String {
    let list: Vec<String> = list
        .iter()
        .map(|q| {
            format!(
                "{} {}{}",
                q.value,
                q.unit.as_deref().unwrap_or("-"),
                if q.asked { " (asked)" } else { "" }
            )
        })
        .collect();
    list.join("; ")
}
