//! The tests that see the tool from outside, in one program: it is linked once, not once for each file.

mod assign;
mod bad_input;
mod check;
mod collect;
mod consolidate;
mod damage;
mod delegates;
mod every_plan;
mod formats;
mod full_circle;
mod layering;
mod learned_data;
mod levels;
mod offices;
mod plans;
mod reports;
mod round_trip;
mod schedule;
mod status;
mod support;
mod workspace;
