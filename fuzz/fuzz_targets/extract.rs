//! Whatever the text, everything found lies in it, numbers lead somewhere, and every form of output can be written.
#![no_main]

use depeche::Extractor;
use depeche::output::{Json, OwnedDocument, Report};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fuzz_target!(|text: &str| {
    let document = EXTRACTOR.extract(text);
    for mention in document.mentions() {
        assert_eq!(mention.span().of(text), mention.text());
        assert!((0.0..=1.0).contains(&mention.confidence()));
    }
    for relation in document.relations() {
        assert_eq!(relation.trigger().of(text), relation.trigger_text());
        for argument in [relation.subject(), relation.object()] {
            assert_eq!(document.mentions()[argument.mention].entity(), Some(argument.entity));
        }
    }
    document.events();
    Report::new(&document).explained().to_string();
    let line = serde_json::to_string(&Json::new(&document).with_tokens()).unwrap();
    let back: OwnedDocument = serde_json::from_str(&line).unwrap();
    assert_eq!(back.text, text);
});
