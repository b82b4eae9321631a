//! Today's date: given on the command line, or taken from the clock. The only place that reads it.

use chrono::NaiveDate;

/// The day given, or else the day on the clock.
pub(crate) fn or_now(given: Option<NaiveDate>) -> NaiveDate {
    #[expect(
        clippy::disallowed_methods,
        reason = "the default of --today; the library never reads a clock"
    )]
    given.unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// Reads a day as a program (2025-12-05) or a clerk (05/12/2025) writes it.
pub(crate) fn parse(text: &str) -> Result<NaiveDate, String> {
    ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .ok_or_else(|| "viết như 2025-12-05 / write it like 2025-12-05".to_owned())
}
