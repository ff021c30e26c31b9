//! The built examples, which the tests run as commands.

use std::path::PathBuf;

/// The built example, which `cargo test` puts beside the folder of the test executables.
pub fn built(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().expect("a path");
    path.pop();
    path.pop();
    path.push(format!("examples/{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{}: missing; `cargo build --examples` builds it", path.display());
    path
}
