//! `doithoai` takes the opinions that communes send before a dialogue conference (hội nghị đối thoại), finds the ones
//! that say the same thing, proposes who must answer each, and keeps the deadlines.
//!
//! The way of an opinion: [`intake`] reads reports into [`model::Opinion`]s; `routing` says which agency could
//! answer each; `dedup` groups the ones that one and the same written reply would settle; `workbook` writes the
//! groups for the clerk and reads the clerk's decisions and the agencies' workbooks back; `answers` says what each
//! returned row answers and how every opinion stands; `schedule` turns a [`plan`] into deadlines.
//! [`pipeline`] is that sentence as code, and the only place where two stages meet.
//!
//! Invariants, checked by the tests:
//! - every row read is an opinion or a row set aside, with its file, sheet, cell and reason;
//! - every opinion is a member of exactly one group;
//! - the received wording is never changed: keys for comparison are separate values;
//! - equal input gives equal bytes: no clock, no random order, no network;
//! - the library prints nothing and knows nothing of the command line.
//!
//! Leaves (known to all, knowing no stage): [`model`], [`finding`], [`error`], [`settings`], [`wording`], [`text`],
//! [`lexicon`], [`plan`], [`official`], [`spreadsheet`].

pub mod answers;
pub mod dedup;
pub mod delegates;
pub mod document;
pub mod error;
pub mod finding;
pub mod intake;
pub mod journal;
pub mod lexicon;
pub mod model;
pub mod official;
pub mod pipeline;
pub mod plan;
pub mod routing;
pub mod schedule;
pub mod settings;
pub mod spreadsheet;
pub mod text;
pub mod wording;
pub mod workbook;
