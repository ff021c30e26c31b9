//! Names in own-written paragraphs: football, courts, science, business, culture, local news, five francophone countries.
//!
//! `tests/ner/paragraphs.jsonl` holds one paragraph a line with its names (offsets in characters), outermost ones only. When a
//! figure falls below its floor, run with `--nocapture` to see what was missed and what was taken for a name.

use depeche::Extractor;
use depeche::mention::MentionKind;
use std::collections::BTreeMap;

type Name = (usize, usize, &'static str);

fn label(kind: MentionKind) -> Option<&'static str> {
    match kind {
        MentionKind::Person => Some("Person"),
        MentionKind::Country | MentionKind::Place => Some("Location"),
        MentionKind::Organisation => Some("Organization"),
        _ => None,
    }
}

/// The names of the gold, in bytes.
fn gold(record: &serde_json::Value, text: &str) -> Vec<Name> {
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let at = |value: &serde_json::Value| bytes[value.as_u64().expect("an offset") as usize];
    let kind = |value: &serde_json::Value| match value.as_str() {
        Some("Person") => "Person",
        Some("Location") => "Location",
        _ => "Organization",
    };
    record["entities"].as_array().expect("entities").iter().map(|e| (at(&e[0]), at(&e[1]), kind(&e[2]))).collect()
}

fn f1(hit: usize, alarm: usize, miss: usize) -> f64 {
    2.0 * hit as f64 / (2 * hit + alarm + miss).max(1) as f64
}

#[test]
fn paragraphs_keep_their_floor() {
    let extractor = Extractor::new();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for line in include_str!("ner/paragraphs.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let (id, text) = (&record["id"], record["text"].as_str().expect("a text"));
        let want = gold(&record, text);
        let document = extractor.extract(text);
        let got: Vec<Name> = document
            .mentions()
            .iter()
            .filter_map(|m| label(m.kind()).map(|l| (m.span().start, m.span().end, l)))
            .collect();
        for name in &got {
            let right = want.contains(name);
            counts.entry(name.2).or_default()[usize::from(!right)] += 1;
            if !right {
                println!("{id} + {} {:?}", name.2, &text[name.0..name.1]);
            }
        }
        for name in want.iter().filter(|w| !got.contains(w)) {
            counts.entry(name.2).or_default()[2] += 1;
            println!("{id} - {} {:?}", name.2, &text[name.0..name.1]);
        }
    }
    let mut all = [0; 3];
    for (label, [hit, alarm, miss]) in &counts {
        println!("{label:13} F1 {:.3} (right {hit}, alarms {alarm}, missed {miss})", f1(*hit, *alarm, *miss));
        all = [all[0] + hit, all[1] + alarm, all[2] + miss];
    }
    let micro = f1(all[0], all[1], all[2]);
    println!("all           F1 {micro:.3}");
    assert!(micro >= 0.80, "F1 {micro:.3}, expected at least 0.80");
}
