//! rules/ → the table of words and the frames.

use crate::grammar::{Source, compile as compile_rules};
use std::fs;
use std::path::Path;

/// Compiles rules/ below `root` into `out` and returns the faults found.
pub fn compile(root: &Path, out: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let mut source = |name: &str| {
        let text = fs::read_to_string(root.join(name)).unwrap_or_else(|error| {
            faults.push(format!("{name}: {error}"));
            String::new()
        });
        Source::new(name.to_owned(), text)
    };
    let (words, models, lemmas) = (source("rules/words.toml"), source("rules/verbs.toml"), source("rules/lemmas.toml"));
    let (codes, topics, actors, nominals, parties) = (
        source("rules/codes.toml"),
        source("rules/topics.toml"),
        source("rules/actors.toml"),
        source("rules/nominals.toml"),
        source("rules/parties.toml"),
    );
    let mut files: Vec<String> = fs::read_dir(root.join("rules/relations"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|f| f.file_name().into_string().ok())
        .filter(|f| Path::new(f).extension().is_some_and(|e| e == "toml"))
        .map(|f| format!("rules/relations/{f}"))
        .collect();
    files.sort();
    files.insert(0, "rules/schema.toml".to_owned());
    let rules: Vec<Source> = files.iter().map(|f| source(f)).collect();
    if !faults.is_empty() {
        return faults;
    }
    let (table, data) =
        match compile_rules(&words, &models, &lemmas, [&codes, &topics, &actors, &nominals, &parties], &rules) {
            Ok(compiled) => compiled,
            Err(faults) => return faults,
        };
    let data = postcard::to_stdvec(&data).unwrap_or_default();
    let sources: Vec<String> = [words, models, lemmas, codes, topics, actors, nominals, parties]
        .iter()
        .chain(&rules)
        .map(|s| format!("({:?}, include_str!({:?}))", s.name, root.join(&s.name).to_string_lossy()))
        .collect();
    let index = format!("[{}]", sources.join(", "));
    for (file, bytes) in [("grammar.table", table.to_bytes()), ("grammar.data", data), ("rules.rs", index.into_bytes())]
    {
        if let Err(error) = fs::write(out.join(file), bytes) {
            faults.push(format!("{file}: {error}"));
        }
    }
    faults
}
