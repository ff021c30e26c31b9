//! Inputs → documents, as far as they can be told apart without reading them: files, and lines of JSON.

use crate::inputs::{Fault, Input, Inputs, Kind};
use crate::text::{self, Text};
use encoding_rs::Encoding;
use serde_json::Value;
use std::io::BufRead;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// What one thread reads at a time.
pub enum Item {
    File(Input),
    Line { file: Arc<str>, number: usize, bytes: Vec<u8> },
    Fault(Fault),
}

/// A text with the name it goes by.
pub struct Article {
    pub name: Name,
    pub text: Text,
}

pub enum Name {
    /// That of the file.
    File(String),
    /// The id of a line, where it has one, else file and number.
    Line { id: Option<String>, place: String },
}

/// Passes all items on, until `give` has enough.
pub fn items(inputs: &Inputs, count: &Arc<AtomicU64>, give: &mut dyn FnMut(Item) -> bool) {
    for input in inputs.iter() {
        let more = match input {
            Err(fault) => give(Item::Fault(fault)),
            Ok(input) if input.kind == Kind::JsonLines => lines(&input, count, give),
            Ok(input) => give(Item::File(input)),
        };
        if !more {
            return;
        }
    }
}

fn lines(input: &Input, count: &Arc<AtomicU64>, give: &mut dyn FnMut(Item) -> bool) -> bool {
    let file: Arc<str> = input.name().into();
    let mut reader = match text::open(input, count) {
        Ok(reader) => reader,
        Err(error) => return give(Item::Fault(format!("{file}: {error}"))),
    };
    for number in 1.. {
        let mut bytes = Vec::new();
        match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {
                if bytes.ends_with(b"\n") {
                    bytes.pop();
                }
                if !bytes.trim_ascii().is_empty() && !give(Item::Line { file: file.clone(), number, bytes }) {
                    return false;
                }
            }
            Err(error) => return give(Item::Fault(format!("{file}:{number}: {error}"))),
        }
    }
    true
}

impl Item {
    /// Reads the text, or says what is wrong.
    pub fn read(self, encoding: Option<&'static Encoding>, count: &Arc<AtomicU64>) -> Result<Article, Fault> {
        match self {
            Self::Fault(fault) => Err(fault),
            Self::File(input) => {
                let name = input.name();
                match text::read(&input, encoding, count) {
                    Ok(text) => Ok(Article { name: Name::File(name), text }),
                    Err(fault) => Err(format!("{name}{fault}")),
                }
            }
            Self::Line { file, number, bytes } => {
                line(bytes, encoding, &file, number).map_err(|fault| format!("{file}:{number}: {fault}"))
            }
        }
    }
}

fn line(bytes: Vec<u8>, encoding: Option<&'static Encoding>, file: &str, number: usize) -> Result<Article, String> {
    let line = text::decode(bytes, encoding).map_err(|fault| {
        // The line that it counts is always the first.
        fault.trim_start_matches(|c: char| c == ':' || c == ' ' || c.is_ascii_digit()).to_owned()
    })?;
    let mut record: Value = serde_json::from_str(line.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("found no JSON at column {}, expected {{\"id\", \"text\"}}", error.column()))?;
    let Some(Value::String(found)) = record.get_mut("text").map(Value::take) else {
        return Err("found no text, expected the field \"text\" with a string".into());
    };
    let id = match &record["id"] {
        Value::String(id) => Some(id.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    };
    let name = Name::Line { id, place: format!("{file}:{number}") };
    let date = record["date"].as_str().and_then(text::day);
    Ok(Article { name, text: Text { text: found, date } })
}
