//! Gold annotations: JSONL and brat stand-off.

use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// One annotated text. A list that is `None` was not annotated, and is not measured.
pub struct Gold {
    pub id: String,
    pub text: String,
    pub names: Option<Vec<Name>>,
    pub relations: Option<Vec<Relation>>,
}

/// A name: characters `start..end`, and its type.
#[derive(Deserialize)]
pub struct Name(pub usize, pub usize, pub String);

#[derive(Deserialize)]
pub struct Party {
    #[serde(default)]
    pub text: String,
    pub name: String,
    #[serde(rename = "type", default)]
    pub kind: String,
}

#[derive(Deserialize)]
pub struct Relation {
    pub kind: String,
    pub status: Option<String>,
    pub subject: Party,
    pub object: Party,
    pub quote: String,
    pub role: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    entities: Option<Vec<Name>>,
    relations: Option<Vec<Relation>>,
}

/// The annotated texts of the file.
pub fn read(path: &str) -> Result<Vec<Gold>, String> {
    let content = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    if Path::new(path).extension().is_some_and(|e| e.eq_ignore_ascii_case("ann")) {
        let beside = Path::new(path).with_extension("txt");
        let text = fs::read_to_string(&beside).map_err(|e| format!("{}: {e}", beside.display()))?;
        return brat(path, &content, text).map(|gold| vec![gold]);
    }
    let mut golds = Vec::new();
    for (number, line) in content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = || format!("{path}:{}", number + 1);
        let line: Line = serde_json::from_str(line).map_err(|e| format!("{}: {e}", at()))?;
        let length = line.text.chars().count();
        if let Some(Name(start, end, _)) = line.entities.iter().flatten().find(|n| n.0 >= n.1 || n.1 > length) {
            return Err(format!("{}: found {start}..{end}, expected characters within 0..{length}", at()));
        }
        let id = line.id.as_str().map_or_else(|| line.id.to_string(), str::to_owned);
        golds.push(Gold { id, text: line.text, names: line.entities, relations: line.relations });
    }
    Ok(golds)
}

/// A brat file: `T1<tab>Type start end<tab>words`, `R1<tab>kind Arg1:T1 Arg2:T2`, and `A1<tab>status R1 value` or `A1<tab>role R1 value`.
fn brat(path: &str, content: &str, text: String) -> Result<Gold, String> {
    let mut names = Vec::new();
    let mut spans = HashMap::new();
    let (mut relations, mut attributes) = (Vec::new(), HashMap::new());
    let characters: Vec<char> = text.chars().collect();
    for (number, line) in content.lines().enumerate() {
        let fault = |expected: &str| format!("{path}:{}: found {line:?}, expected {expected}", number + 1);
        let fields: Vec<&str> = line.split('\t').collect();
        let words: Vec<&str> = fields.get(1).map_or_else(Vec::new, |f| f.split(' ').collect());
        match line.chars().next() {
            Some('T') => {
                let expected = || fault("T1<tab>Type start end<tab>words");
                // A span in pieces reads `start end;start end`: from the first to the last.
                let (Some(kind), Some(start), Some(end)) = (words.first(), words.get(1), words.last()) else {
                    return Err(expected());
                };
                let (start, end): (usize, usize) =
                    (start.parse().map_err(|_| expected())?, end.parse().map_err(|_| expected())?);
                if start >= end || end > characters.len() {
                    return Err(fault(&format!("characters within 0..{}", characters.len())));
                }
                spans.insert(fields[0].to_owned(), (start, end, (*kind).to_owned()));
                names.push(Name(start, end, (*kind).to_owned()));
            }
            Some('R') => {
                let party = |at: usize| words.get(at).and_then(|w| w.split_once(':')).map(|(_, id)| id.to_owned());
                let (Some(kind), Some(subject), Some(object)) = (words.first(), party(1), party(2)) else {
                    return Err(fault("R1<tab>kind Arg1:T1 Arg2:T2"));
                };
                relations.push((number + 1, fields[0].to_owned(), (*kind).to_owned(), subject, object));
            }
            Some('A' | 'M') => {
                if let [attribute, target, value @ ..] = &words[..] {
                    attributes.insert(((*target).to_owned(), (*attribute).to_owned()), value.join(" "));
                }
            }
            // Notes, normalisations, events and equivalences are not measured.
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (number, id, kind, subject, object) in relations {
        let party = |id: &str| {
            let (start, end, kind) = spans
                .get(id)
                .ok_or_else(|| format!("{path}:{number}: found {id}, expected a T line of that number"))?;
            let words: String = characters[*start..*end].iter().collect();
            Ok::<_, String>((Party { name: words.clone(), text: words, kind: kind.to_lowercase() }, *start, *end))
        };
        let ((subject, from, to), (object, start, end)) = (party(&subject)?, party(&object)?);
        let status = attributes.get(&(id.clone(), "status".to_owned())).cloned();
        let role = attributes.get(&(id, "role".to_owned())).cloned();
        let quote = line_around(&characters, from.min(start), to.max(end));
        found.push(Relation { kind, status, subject, object, quote, role });
    }
    let name = Path::new(path).file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    Ok(Gold { id: name, text, names: Some(names), relations: Some(found) })
}

/// The lines of the text that hold the characters: brat does not say where a relation is stated.
fn line_around(characters: &[char], start: usize, end: usize) -> String {
    let from = characters[..start].iter().rposition(|&c| c == '\n').map_or(0, |at| at + 1);
    let to = characters[end..].iter().position(|&c| c == '\n').map_or(characters.len(), |at| end + at);
    characters[from..to].iter().collect()
}
