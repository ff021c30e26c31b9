//! User names of any content, in each of the forms, give a gazetteer or faults that name their file.
#![no_main]

use depeche::Extractor;
use depeche::gazetteer::Gazetteer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (u8, &[u8])| {
    let (form, content) = data;
    let name = ["desk.tsv", "desk.csv", "desk.json", "desk.jsonl", "desk"][usize::from(form) % 5];
    match Gazetteer::builder().without_bundled().source(name, content).build() {
        Ok(gazetteer) => {
            let extractor = Extractor::builder().gazetteer(gazetteer).build().unwrap();
            extractor.extract(&String::from_utf8_lossy(content));
        }
        Err(error) => {
            assert!(!error.faults().is_empty());
            assert!(error.to_string().contains("desk"));
        }
    }
});
