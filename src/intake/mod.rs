//! Reads report files into opinions, rows set aside and findings. Every row read is one or the other, with its
//! origin down to the cell. Calamine comes in only here.
//!
//! `container` opens a file whatever its format and gives [`grid`] sheets; `table` finds the tables in them and
//! reads the rows; `unit` says who sent it. A file that cannot be read is a finding, and the rest goes on.

mod complaint;
#[expect(dead_code, reason = "the readers that fill and read it follow")]
mod grid;
mod no_opinion;
