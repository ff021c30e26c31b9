//! The JSON form keeps to `schema/document.schema.json`, and what is written can be read back.

use boon::{Compiler, SchemaIndex, Schemas};
use depeche::Extractor;
use depeche::output::{Json, Offsets, OwnedDocument};
use serde_json::{Value, json};
use std::{fs, path::Path};

struct Form {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Form {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/document.schema.json");
        let mut schemas = Schemas::new();
        let index = Compiler::new().compile(path.to_str().expect("UTF-8"), &mut schemas).expect("a schema");
        Self { schemas, index }
    }

    fn faults(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|e| e.to_string())
    }
}

/// The articles and the documents of the tests, each with what is found in it.
fn documents() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts: Vec<String> = fs::read_dir(folder.join("articles"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| fs::read_to_string(path).expect("UTF-8"))
        .collect();
    for file in ["relations/dispatches.jsonl", "entities/documents.jsonl"] {
        for line in fs::read_to_string(folder.join(file)).expect("UTF-8").lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            texts.push(line["text"].as_str().expect("a text").to_owned());
        }
    }
    texts.extend([String::new(), "\u{feff}Le 3 mai, « Moscou »\0 a…".to_owned()]);
    assert!(texts.len() > 90);
    let extractor = Extractor::new();
    let form = |text: &String| {
        let document = extractor.extract(text);
        serde_json::to_value(Json::new(&document).with_id("a1").with_tokens()).expect("JSON")
    };
    texts.iter().map(form).collect()
}

/// Offsets of each kind find the same words.
#[test]
fn other_offsets_keep_to_the_schema_and_find_the_same_words() {
    let (form, text) = (Form::read(), "« L’été 🌞 » : Joe Biden a rencontré Xi Jinping.");
    let document = Extractor::new().extract(text);
    for offsets in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let value = serde_json::to_value(Json::new(&document).with_tokens().with_offsets(offsets)).expect("JSON");
        assert_eq!(form.faults(&value), None);
        let owned: OwnedDocument = serde_json::from_value(value).expect("a document");
        let words: Vec<_> = owned.tokens.iter().flatten().map(|&token| owned.slice(token)).collect();
        assert_eq!(words, document.tokens().iter().map(|token| Some(token.text())).collect::<Vec<_>>());
        assert_eq!(owned.slice(owned.relations[0].trigger), Some("a rencontré"));
    }
}

#[test]
fn what_is_found_keeps_to_the_schema_and_reads_back() {
    let form = Form::read();
    for value in documents() {
        assert_eq!(form.faults(&value), None, "{}", value["text"]);
        let owned: OwnedDocument = serde_json::from_value(value.clone()).expect("a document");
        assert_eq!(serde_json::to_value(&owned).expect("JSON"), value);
    }
}

#[test]
fn the_schema_refuses_what_the_library_does_not_write() {
    let form = Form::read();
    let document = Extractor::new();
    let document = document.extract("Joe Biden a rencontré Xi Jinping.");
    let right = serde_json::to_value(Json::new(&document)).expect("JSON");
    assert_eq!(form.faults(&right), None);
    for (at, wrong) in [
        ("/text", json!(3)),
        ("/mentions/0/kind", json!("Human")),
        ("/mentions/0/start", json!(-1)),
        ("/mentions/0/confidence", json!(1.5)),
        ("/entities/0/iso", json!("usa")),
        ("/entities/0/kind", json!("Title")),
        ("/relations/0/status", json!("certain")),
        ("/relations/0/subject", json!("Joe Biden")),
        ("/relations/0/quad", json!(5)),
        ("/relations/0/date", json!("hier")),
        ("/relations/0", json!({"kind": "met_with"})),
    ] {
        let mut value = right.clone();
        *value.pointer_mut(at).expect(at) = wrong;
        assert!(form.faults(&value).is_some(), "{at}");
    }
    let mut value = right;
    value["unknown"] = json!(true);
    assert!(form.faults(&value).is_some());
}
