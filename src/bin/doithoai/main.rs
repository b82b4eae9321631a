//! The command line of `doithoai`: arguments, terminal and exit status. Everything else is the library's.

mod cli;
mod commands;
mod exit;
mod json;
mod terminal;
mod today;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    quiet_while_reading();
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

/// A panic inside a file's reader is caught and reported as that file's finding; its stack trace is for nobody.
fn quiet_while_reading() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !doithoai::spreadsheet::is_reading() {
            usual(panic);
        }
    }));
}
