//! What the build compiled, embedded: the only place of the crate that includes generated files.

// Written by a program, for one.
#[allow(clippy::unreadable_literal)]
pub(crate) mod tokens {
    include!(concat!(env!("OUT_DIR"), "/tokens.rs"));
}
