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

/// The names of a text as `P`, `L` or `O` and the words.
fn names(extractor: &Extractor, text: &str) -> Vec<String> {
    let document = extractor.extract(text);
    let names = document.mentions().iter().filter_map(|m| label(m.kind()).map(|l| (m, l)));
    names.map(|(m, l)| format!("{} {}", &l[..1], m.text())).collect()
}

#[test]
fn capitals_and_missing_accents_hide_no_names() {
    let extractor = Extractor::new();
    let rows: &[(&str, &[&str])] = &[
        (
            "EMMANUEL MACRON REÇOIT VOLODYMYR ZELENSKY À PARIS",
            &["P EMMANUEL MACRON", "P VOLODYMYR ZELENSKY", "L PARIS"],
        ),
        ("LE NIGER ET LE MALI QUITTENT LA CEDEAO", &["L NIGER", "L MALI", "O CEDEAO"]),
        ("LA RUSSIE ACCUSE L'UKRAINE D'AVOIR FRAPPÉ BELGOROD", &["L RUSSIE", "L UKRAINE", "L BELGOROD"]),
        ("ISRAËL ET LE HAMAS REPRENNENT LES NÉGOCIATIONS AU CAIRE", &["L ISRAËL", "O HAMAS", "L CAIRE"]),
        (
            "SÉNÉGAL : OUSMANE SONKO NOMMÉ PREMIER MINISTRE\n\nLe nouveau chef du gouvernement, Ousmane Sonko, a pris la parole à Dakar.",
            &["L SÉNÉGAL", "P OUSMANE SONKO", "P Ousmane Sonko", "L Dakar"],
        ),
        (
            "Senegal : Bassirou Diomaye Faye a recu Emmanuel Macron a Dakar.",
            &["L Senegal", "P Bassirou Diomaye Faye", "P Emmanuel Macron", "L Dakar"],
        ),
        (
            "L'Union europeenne a sanctionne trois banques de Russie apres l'attaque de Kharkiv.",
            &["O Union europeenne", "L Russie", "L Kharkiv"],
        ),
        (
            "La Cedeao et l'Union africaine ont condamne le coup d'Etat au Benin, a dit Moussa Faki Mahamat.",
            &["O Cedeao", "O Union africaine", "L Benin", "P Moussa Faki Mahamat"],
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(&names(&extractor, text)[..], *expected, "{text}");
    }
}

#[test]
fn reasons_say_why_the_model_chose_each_name() {
    let extractor = Extractor::new();
    let text = "Le ministre Yanis Bouzelmat a visité Concarneau.";
    let reasons = extractor.reasons(text);
    let found: Vec<_> = reasons.iter().map(|r| (r.span().of(text), r.kind())).collect();
    assert_eq!(found, [("Yanis Bouzelmat", MentionKind::Person), ("Concarneau", MentionKind::Place)]);
    for one in &reasons {
        let weights: Vec<f32> = one.evidence().iter().map(|e| e.1.abs()).collect();
        assert!(weights.is_sorted_by(|a, b| a >= b), "{one}");
        assert!(one.evidence().iter().map(|e| e.1).sum::<f32>() > 0.0, "{one}");
    }
    let title = reasons[0].evidence().iter().find(|e| e.0 == "SpanPrevious(ministre)");
    assert!(title.is_some_and(|e| e.1 > 0.0), "{}", reasons[0]);
    let by_rules = Extractor::builder().names_by_rules().build().expect("an extractor");
    assert_eq!(by_rules.reasons(text), []);
}
