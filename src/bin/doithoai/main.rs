//! The command line of `doithoai`.

fn main() {}
