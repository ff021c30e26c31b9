//! What several tests share.

#[allow(dead_code)]
pub mod known_failures;
pub mod statement;
