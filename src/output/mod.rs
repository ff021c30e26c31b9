//! Documents → text: the JSON form and the readable one.

mod json;
mod report;

pub use json::Json;
pub use report::Report;
