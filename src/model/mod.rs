//! The nouns: plain data that travels from stage to stage. No rule lives here.
//!
//! [`Opinion`] and its [`Origin`] come from intake; [`Group`] with its [`Member`]s and their [`Evidence`] from
//! dedup; [`Route`] from routing. The Vietnamese terms are in `docs/GLOSSARY.md`.

mod answer;
mod counts;
mod decision;
mod delegate;
mod earlier;
mod evidence;
mod feedback;
mod group;
mod opinion;
mod progress;
mod raised;
mod route;
mod timeline;

pub use answer::{
    AnswerCounts, AnswerKey, AnswerState, Answered, Doubt, FileRead, Given, Judged, Reply, ReturnedFile,
    ReturnedRow, Standing,
};
pub use counts::{Counts, Difference};
pub use decision::{ContentKey, Decision, Verdict};
pub use delegate::{Delegate, DelegateCounts, Delegation};
pub use earlier::{AnsweredBefore, Earlier};
pub use evidence::{Evidence, Signal, SignalKind, Veto, probability};
pub use feedback::{Feedback, FeedbackLine, FeedbackSet, SummaryLine};
pub use group::{Group, GroupCode, GroupEdit, Member, NearMiss, ReviewPair};
pub use opinion::{
    ColumnRole, Layout, Opinion, OpinionId, Origin, ReasonAside, Report, ReportState, Roll, SetAside,
    TableRead, UnitName,
};
pub use progress::{AgencyProgress, NextMilestone, Progress, ReportProgress, Share};
pub use raised::{Raised, raised_list};
pub use route::{AgencyId, Certainty, Route};
pub use timeline::{DayOff, Derivation, Item, Moved, State, Term, Timeline};
