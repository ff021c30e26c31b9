//! Compiles the gazetteers and rules into tables; refuses faulty data with file and line.

#[allow(dead_code)]
#[path = "src/gazetteer/compile.rs"]
mod compile;
#[allow(dead_code)]
#[path = "src/fold.rs"]
mod fold;
#[path = "build/names.rs"]
mod names;
#[allow(dead_code)]
#[path = "src/gazetteer/sense.rs"]
mod sense;
#[path = "build/tsv.rs"]
mod tsv;

use std::path::PathBuf;

fn main() {
    for input in ["build.rs", "build", "gazetteers", "rules", "src/fold.rs", "src/gazetteer"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let variable = |name| PathBuf::from(std::env::var_os(name).unwrap_or_default());
    let (root, out) = (variable("CARGO_MANIFEST_DIR"), variable("OUT_DIR"));
    let faults = names::compile(&root, &out);
    for fault in &faults {
        println!("cargo::error={fault}");
    }
}
