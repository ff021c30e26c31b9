//! Which names are one person, country, place or organisation, in own-written documents.
//!
//! `tests/entities/documents.jsonl` holds one document a line with its clusters (offsets in characters). Clusters hold nominals and
//! pronouns too; here only the names in them count.

use depeche::Extractor;
use std::collections::HashMap;

/// Whether the words are a name: a capital beyond an article at the start.
fn is_name(text: &str) -> bool {
    let mut words = text.split([' ', '’', '\'']).filter(|w| !w.is_empty()).peekable();
    let article = words.peek().is_some_and(|w| {
        let w = w.to_lowercase();
        ["le", "la", "les", "l", "il", "elle", "ils", "elles", "son", "sa", "mon", "deux", "un", "une"]
            .contains(&w.as_str())
    });
    let rest: Vec<&str> = words.skip(usize::from(article)).collect();
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    if article { !rest.is_empty() && rest.iter().all(capital) } else { rest.first().is_some_and(capital) }
}

#[test]
fn names_join_into_entities() {
    let extractor = Extractor::new();
    let (mut precision, mut recall, mut found, mut wanted) = (0.0, 0.0, 0, 0);
    for line in include_str!("entities/documents.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let text = record["text"].as_str().expect("a text");
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let at = |value: &serde_json::Value| bytes[value.as_u64().expect("an offset") as usize];
        let mut gold: HashMap<(usize, usize), usize> = HashMap::new();
        for (cluster, members) in record["clusters"].as_array().expect("clusters").iter().enumerate() {
            for member in members.as_array().expect("spans") {
                let span = (at(&member[0]), at(&member[1]));
                if is_name(&text[span.0..span.1]) {
                    gold.insert(span, cluster);
                }
            }
        }
        let document = extractor.extract(text);
        let mut system: HashMap<(usize, usize), usize> = HashMap::new();
        for mention in document.mentions().iter().filter(|m| m.kind().is_name()) {
            if let Some(entity) = mention.entity() {
                system.insert((mention.span().start, mention.span().end), entity);
            }
        }
        wanted += gold.len();
        for (span, cluster) in &gold {
            let Some(entity) = system.get(span) else {
                println!("{} not found: {:?}", record["id"], &text[span.0..span.1]);
                continue;
            };
            found += 1;
            let mine: Vec<_> = gold.iter().filter(|(s, _)| system.get(*s) == Some(entity)).collect();
            let theirs = gold.values().filter(|c| *c == cluster).count();
            let both = mine.iter().filter(|(_, c)| *c == cluster).count();
            precision += both as f64 / mine.len() as f64;
            recall += both as f64 / theirs as f64;
            if both < mine.len() {
                println!(
                    "{} joined wrongly: {:?} in {:?}",
                    record["id"],
                    &text[span.0..span.1],
                    document.entities()[*entity].name()
                );
            } else if both < gold.iter().filter(|(s, c)| *c == cluster && system.contains_key(*s)).count() {
                println!(
                    "{} kept apart: {:?} in {:?}",
                    record["id"],
                    &text[span.0..span.1],
                    document.entities()[*entity].name()
                );
            }
        }
    }
    let (p, r) = (precision / f64::from(found), recall / wanted as f64);
    let b3 = 2.0 * p * r / (p + r);
    println!("B³ over names: P {p:.3} R {r:.3} F1 {b3:.3} ({found} of {wanted} names found)");
    assert!(b3 >= 0.85, "B³ {b3:.3}, expected at least 0.85");
}
