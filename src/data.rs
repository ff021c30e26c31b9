//! What the build compiled, embedded: the only place of the crate that includes generated files.

pub(crate) mod tokens {
    include!(concat!(env!("OUT_DIR"), "/tokens.rs"));
}
