//! Names in text of other kinds than dispatches: football, courts, science, business, culture, local news, five francophone countries.
//!
//! `tests/ner/rows.txt` holds single sentences with their names in brackets; `tests/ner/paragraphs.jsonl` one paragraph a line with
//! its names (offsets in characters), outermost ones only. When a figure falls below its floor, run with `--nocapture` to see the
//! tables, what was missed and what was taken for a name.

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
        Some("Organization") => "Organization",
        other => panic!("{other:?} is no kind of name"),
    };
    record["entities"].as_array().expect("entities").iter().map(|e| (at(&e[0]), at(&e[1]), kind(&e[2]))).collect()
}

/// A row without its brackets, and the names in them.
fn row(line: &str) -> (String, Vec<Name>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, behind) = after.split_once(']').expect("a closing bracket");
        let (kind, name) = inside.split_once(':').expect("a kind before the name");
        let kind = match kind {
            "P" => "Person",
            "L" => "Location",
            "O" => "Organization",
            other => panic!("{other} is no kind of name: {line}"),
        };
        text.push_str(before);
        names.push((text.len(), text.len() + name.len(), kind));
        text.push_str(name);
        rest = behind;
    }
    text.push_str(rest);
    (text, names)
}

/// Names found rightly, alarms and misses.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    right: usize,
    alarms: usize,
    missed: usize,
}

impl Counts {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.alarms + self.missed).max(1) as f64
    }

    fn show(self, what: &str) {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (p, r) = (share(self.right, self.right + self.alarms), share(self.right, self.right + self.missed));
        println!("{what:13} P {p:.3} R {r:.3} F1 {:.3} ({} names)", self.f1(), self.right + self.missed);
    }
}

/// The counts of a set of texts, by what the text is about and by kind of name.
#[derive(Default)]
struct Table(BTreeMap<(&'static str, String), Counts>);

impl Table {
    fn add(&mut self, extractor: &Extractor, about: &str, id: &str, text: &str, want: &[Name]) {
        let document = extractor.extract(text);
        let got: Vec<Name> = document
            .mentions()
            .iter()
            .filter_map(|m| label(m.kind()).map(|l| (m.span().start, m.span().end, l)))
            .collect();
        let mut count = |label: &str, add: fn(&mut Counts)| {
            for key in [("about", about.to_owned()), ("kind", label.to_owned()), ("all", "all".to_owned())] {
                add(self.0.entry(key).or_default());
            }
        };
        for name in &got {
            if want.contains(name) {
                count(name.2, |c| c.right += 1);
            } else {
                count(name.2, |c| c.alarms += 1);
                println!("{id} + {} {:?}", name.2, &text[name.0..name.1]);
            }
        }
        for name in want.iter().filter(|w| !got.contains(w)) {
            count(name.2, |c| c.missed += 1);
            println!("{id} - {} {:?}", name.2, &text[name.0..name.1]);
        }
    }

    /// Shows the table and holds the figures against the floors of the kinds and of all.
    fn hold(&self, floors: &[(&'static str, &str, f64)]) {
        for ((_, what), counts) in &self.0 {
            counts.show(what);
        }
        for &(group, what, floor) in floors {
            let f1 = self.0.get(&(group, what.to_owned())).map_or(0.0, |c| c.f1());
            assert!(f1 >= floor, "{what}: F1 {f1:.3}, expected at least {floor}");
        }
    }
}

#[test]
fn paragraphs_keep_their_floor() {
    let extractor = Extractor::new();
    let mut table = Table::default();
    for line in include_str!("ner/paragraphs.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let field = |name: &str| record[name].as_str().expect("a text").to_owned();
        let (id, about, text) = (field("id"), field("kind"), field("text"));
        table.add(&extractor, &about, &id, &text, &gold(&record, &text));
    }
    table.hold(&[
        ("kind", "Person", 0.92),
        ("kind", "Location", 0.86),
        ("kind", "Organization", 0.74),
        ("all", "all", 0.85),
    ]);
}

#[test]
fn rows_keep_their_floor() {
    let extractor = Extractor::new();
    let mut table = Table::default();
    let (mut about, mut rows) = ("", BTreeMap::new());
    for line in include_str!("ner/rows.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(heading) = line.strip_prefix("== ") {
            about = heading;
            continue;
        }
        let (text, want) = row(line);
        let number: &mut usize = rows.entry(about).or_default();
        *number += 1;
        table.add(&extractor, about, &format!("{about} {number}"), &text, &want);
    }
    assert!(rows.len() >= 6 && rows.values().all(|&n| n >= 10), "ten rows of six kinds of text: {rows:?}");
    table.hold(&[
        ("kind", "Person", 0.95),
        ("kind", "Location", 0.83),
        ("kind", "Organization", 0.80),
        ("all", "all", 0.87),
    ]);
}

#[test]
fn brackets_of_rows() {
    let (text, names) = row("À [L:Lens], [P:A B].");
    assert_eq!((text.as_str(), names), ("À Lens, A B.", vec![(3, 7, "Location"), (9, 12, "Person")]));
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
