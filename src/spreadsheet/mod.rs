//! Opens a spreadsheet file, whatever its format, and gives its sheets as a person sees them. Calamine comes in only
//! here, and none of its types passes the door.
//!
//! `container` is the door and `kind` recognises what stands before it. Each format has a reader of its own that streams
//! cells within `budget`. A leaf: intake reads reports through it, `workbook` reads back what this program wrote. It does
//! not know what a table of opinions is.

mod base64;
mod beside;
mod budget;
mod container;
mod date;
mod delimited;
mod docx;
mod encoding;
mod encrypted;
mod grid;
mod kind;
mod mark;
mod markup;
mod ods;
mod ole;
mod package;
mod table;
mod web_archive;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use beside::{Beside, beside};
pub use container::{Excess, Fault, Foreign, Refusal, is_reading, open, salvage};
pub use delimited::delimited_fields;
pub use grid::{Cell, Merge, Parted, Sheet, Value, cell_at, cell_name, column_name};
pub use mark::mark;
