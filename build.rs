//! Compiles the gazetteers and rules into tables; refuses faulty data with file and line.

#[path = "build/grammar.rs"]
mod build_grammar;
#[path = "build/dates.rs"]
mod dates;
#[allow(dead_code)]
#[path = "src/fold.rs"]
mod fold;
#[allow(dead_code, unused_imports)]
#[path = "src/grammar/mod.rs"]
mod grammar;
#[allow(dead_code)]
#[path = "src/morphology/mod.rs"]
mod morphology;
#[path = "build/names.rs"]
mod names;
#[path = "build/schema.rs"]
mod schema;
#[allow(dead_code, unused_imports)]
#[path = "src/table/mod.rs"]
mod table;
#[path = "build/tokens.rs"]
mod tokens;
#[path = "build/tsv.rs"]
mod tsv;

use std::path::PathBuf;

fn main() {
    for input in
        ["build.rs", "build", "gazetteers", "rules", "src/fold.rs", "src/grammar", "src/morphology", "src/table"]
    {
        println!("cargo::rerun-if-changed={input}");
    }
    let variable = |name| PathBuf::from(std::env::var_os(name).unwrap_or_default());
    let (root, out) = (variable("CARGO_MANIFEST_DIR"), variable("OUT_DIR"));
    let mut faults = names::compile(&root, &out);
    faults.extend(build_grammar::compile(&root, &out));
    faults.extend(tokens::compile(&root, &out));
    faults.extend(dates::compile(&root, &out));
    for fault in &faults {
        println!("cargo::error={fault}");
    }
}
