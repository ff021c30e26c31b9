//! User rules of any content give an extractor or faults that name their file.
#![no_main]

use depeche::Extractor;
use depeche::relation::{Setting, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|rules: &str| {
    match Extractor::builder().rules("desk.toml", rules).build() {
        Ok(extractor) => {
            let _ = check(&extractor, &[("desk.toml", rules)], Setting::Plain);
            extractor.extract("Lyon a été jumelée avec Bamako. Joe Biden ne rencontrera pas Xi Jinping.");
        }
        Err(error) => {
            assert!(!error.faults().is_empty());
            assert!(error.to_string().contains("desk.toml"));
        }
    }
});
