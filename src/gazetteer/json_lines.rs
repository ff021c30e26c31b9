use super::row::{ALIASES, FIELDS, FLAGS, KIND, NAME, RawRow};
use crate::user_file::Faults;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

/// A line as it should be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    id: Cow<'a, str>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(borrow, default)]
    country: Cow<'a, str>,
}

/// Calls `each` with every row of lines of JSON.
pub(super) fn read<'a>(text: &'a str, faults: &mut Faults<'_>, each: &mut dyn FnMut(RawRow<'a>, &mut Faults<'_>)) {
    for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let number = i + 1;
        match serde_json::from_str::<Line<'a>>(line) {
            Ok(line) if !line.aliases.iter().any(|a| a.contains('|')) => {
                let (aliases, flags) = (line.aliases.join("|").into(), line.flags.join("|").into());
                each(
                    RawRow { line: number, fields: [line.name, line.kind, line.id, aliases, flags, line.country] },
                    faults,
                );
            }
            Ok(_) => faults.push(number, Some(FIELDS[ALIASES]), "a name with |".into(), "names without |"),
            Err(error) => explain(line, number, &error, faults),
        }
    }
}

/// Says all that is wrong with a line.
fn explain(line: &str, number: usize, error: &serde_json::Error, faults: &mut Faults<'_>) {
    let before = faults.all.len();
    let object = match serde_json::from_str(line) {
        Ok(Value::Object(object)) => object,
        Ok(other) => {
            return faults.push(number, None, type_of(&other).into(), "an object with the fields name and kind");
        }
        Err(error) => {
            return faults.push(number, None, format!("no JSON ({})", reason(&error)), "an object in one line");
        }
    };
    for (key, value) in &object {
        let Some(field) = FIELDS.iter().position(|f| f == key) else {
            faults.push(number, None, format!("the field {key:?}"), &FIELDS.join(", "));
            continue;
        };
        let good = match value {
            Value::String(_) => !matches!(field, ALIASES | FLAGS),
            Value::Array(list) => matches!(field, ALIASES | FLAGS) && list.iter().all(Value::is_string),
            _ => false,
        };
        if !good {
            let expected = if matches!(field, ALIASES | FLAGS) { "a list of texts" } else { "a text" };
            faults.push(number, Some(FIELDS[field]), type_of(value).into(), expected);
        }
    }
    for field in [NAME, KIND] {
        if !object.contains_key(FIELDS[field]) {
            faults.push(number, Some(FIELDS[field]), "nothing".into(), "a text");
        }
    }
    if faults.all.len() == before {
        faults.push(number, None, reason(error), "each field once");
    }
}

/// What the reader of JSON says, without its place in the line.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(list) if list.iter().all(Value::is_string) => "a list of texts",
        Value::Array(_) => "a list of other things than texts",
        Value::Object(_) => "an object",
    }
}
