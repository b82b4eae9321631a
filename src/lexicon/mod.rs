//! The vocabulary of the field as data: what can be asked, of which object, for whom, under which policy.
//! Concepts and their Vietnamese surface forms stand in `lexicon/*.toml`.
