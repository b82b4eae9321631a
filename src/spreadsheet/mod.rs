//! Opens a spreadsheet file, whatever its format, and gives its sheets as a person sees them. Calamine comes in only
//! here, and none of its types passes the door.
//!
//! A leaf: intake reads reports through it, `workbook` reads back what this program wrote. It does not know what a
//! table of opinions is.

mod container;
mod grid;

pub use container::{Refusal, open};
pub use grid::{Cell, Merge, Sheet, Value, cell_name, column_name};
