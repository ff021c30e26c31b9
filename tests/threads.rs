//! One extractor serves many threads, with the same result in each.

use depeche::Extractor;
use depeche::output::{Json, Report};
use std::thread;

const ARTICLES: [&str; 4] = [
    include_str!("articles/banque.txt"),
    include_str!("articles/dispatch.txt"),
    include_str!("articles/pacifique.txt"),
    include_str!("articles/sahel.txt"),
];

fn read(extractor: &Extractor, text: &str) -> (String, String) {
    let document = extractor.extract(text);
    let json = serde_json::to_string(&Json::new(&document).with_tokens()).expect("JSON");
    (json, Report::new(&document).explained().to_string())
}

#[test]
fn extractor_is_send_and_sync() {
    fn check<T: Send + Sync + Clone + 'static>() {}
    check::<Extractor>();
}

#[test]
fn documents_may_change_threads() {
    fn check<T: Send + Sync>() {}
    check::<depeche::Document<'_>>();
}

#[test]
fn threads_find_the_same() {
    let extractor = Extractor::new();
    let expected = ARTICLES.map(|article| read(&extractor, article));
    let expected = &expected;
    thread::scope(|scope| {
        for number in 0..8 {
            let shared = &extractor;
            let own = extractor.clone();
            scope.spawn(move || {
                // Each thread begins with another article, so that no two walk in step.
                for i in 0..2 * ARTICLES.len() {
                    let article = (i + number) % ARTICLES.len();
                    let extractor = if i % 2 == 0 { shared } else { &own };
                    assert_eq!(read(extractor, ARTICLES[article]), expected[article]);
                }
            });
        }
    });
}

#[test]
fn another_extractor_finds_the_same() {
    let (one, other) = (Extractor::new(), Extractor::default());
    for article in ARTICLES {
        assert_eq!(read(&one, article), read(&other, article));
    }
}
