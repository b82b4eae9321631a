//! What reaches the terminal: results on standard output, everything else on standard error.

use std::io::{IsTerminal, Write};

use anyhow::Context;
use doithoai::finding::{Finding, Severity};
use doithoai::wording::{self, Lang};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::Common;

/// Findings printed at most; more would push the summary off the screen.
const FINDINGS_SHOWN: usize = 10;

/// A progress bar.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Shows that `done` of `total` steps are done.
    pub(crate) fn show(&self, done: usize, total: usize) {
        self.0.set_length(u64::try_from(total).unwrap_or(u64::MAX));
        self.0.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }

    /// Takes the bar away.
    pub(crate) fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// The terminal as the common options want it.
#[derive(Debug)]
pub(crate) struct Terminal {
    /// Language of what is printed.
    pub(crate) lang: Lang,
    quiet: bool,
}

impl Terminal {
    pub(crate) fn new(common: &Common) -> Self {
        Self {
            lang: common.lang.into(),
            quiet: common.quiet,
        }
    }

    /// A result that a person reads, on standard output.
    pub(crate) fn result(&self, text: &str) -> anyhow::Result<()> {
        to_stdout(&shown(text))
    }

    /// One JSON object on standard output.
    pub(crate) fn json(&self, value: &impl serde::Serialize) -> anyhow::Result<()> {
        let mut text = serde_json::to_string_pretty(value)?;
        text.push('\n');
        to_stdout(&text)
    }

    /// A remark on standard error, unless `--quiet`.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.to_stderr(text);
        }
    }

    /// What ends the run, on standard error.
    pub(crate) fn error(&self, error: &anyhow::Error) {
        let text = match error.downcast_ref::<doithoai::error::Error>() {
            Some(error) => wording::error(error, self.lang),
            None => format!("{error:#}"),
        };
        self.to_stderr(&text);
    }

    /// The findings that matter most, a line each on standard error, unless `--quiet`; all of them are in the results.
    pub(crate) fn findings<'a>(&self, findings: impl Iterator<Item = &'a Finding>) {
        let mut errors: Vec<&Finding> = findings.filter(|f| f.severity() == Severity::Error).collect();
        let more = errors.len().saturating_sub(FINDINGS_SHOWN);
        errors.truncate(FINDINGS_SHOWN);
        for finding in errors {
            self.note(&wording::finding_line(finding, self.lang));
        }
        if more > 0 {
            self.note(&wording::more_findings(more, self.lang));
        }
    }

    /// A progress bar on standard error; invisible when quiet or when standard error is not a terminal.
    pub(crate) fn progress(&self) -> Progress {
        let visible = !self.quiet && std::io::stderr().is_terminal();
        let target = if visible {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let style = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(Some(0), target)
            .with_style(style)
            .with_message(wording::reading(self.lang));
        Progress(bar)
    }

    fn to_stderr(&self, text: &str) {
        // Nothing useful can be done when standard error itself is gone.
        let _ = writeln!(std::io::stderr().lock(), "{}", shown(text));
    }
}

/// The text without control characters, which a terminal would obey: file names and cells come from strangers.
fn shown(text: &str) -> String {
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars()
        .map(|c| if plain(c) { c } else { '\u{fffd}' })
        .collect()
}

/// A reader that has gone away (`| head`) is not an error.
fn to_stdout(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).context("standard output"),
        _ => Ok(()),
    }
}
