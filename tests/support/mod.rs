//! What several tests share.

#[allow(dead_code)]
pub mod known_failures;
#[allow(dead_code)]
pub mod statement;
#[allow(dead_code)]
pub mod tool;
