//! The command line of `doithoai`: arguments, terminal and exit status. Everything else is the library's.

mod cli;
mod commands;
mod exit;
mod json;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let terminal = terminal::Terminal::new(&cli.common);
    match commands::run(&cli, &terminal) {
        Ok(status) => status.into(),
        Err(error) => {
            terminal.error(&error);
            exit::Status::of(&error).into()
        }
    }
}
