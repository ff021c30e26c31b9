//! Compiles the data that the crate embeds, and refuses faulty data.

use std::{env, path::Path, process::exit};

#[path = "build/tokens.rs"]
mod tokens;

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package");
    let out = env::var("OUT_DIR").expect("cargo names the directory for generated files");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=rules");
    let faults = tokens::compile(Path::new(&root), Path::new(&out));
    if !faults.is_empty() {
        eprintln!("{}", faults.join("\n"));
        exit(1);
    }
}
