//! Which names, nominals and pronouns are one person, country, place or organisation, in own-written documents.
//!
//! `tests/entities/documents.jsonl` holds one document a line with its clusters: of each mention its start and end (in characters,
//! without article and title), and whether it is a name, a nominal or a pronoun. A nominal beside its name ("le président russe,
//! Vladimir Poutine") is no mention of its own, nor are possessives, object pronouns and relatives.
//!
//! Run with `--nocapture` to see the table and what was joined wrongly, kept apart or missed.

#[path = "entities/coreference.rs"]
mod coreference;

use coreference::{Cluster, Scores};
use depeche::mention::Mention;
use depeche::{Document, Extractor};
use std::collections::BTreeMap;

type Span = (usize, usize);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Name,
    Nominal,
    Pronoun,
}

/// The mentions of one side, each with its sort and cluster.
type Side = BTreeMap<Span, (Sort, usize)>;

fn gold(record: &serde_json::Value, text: &str) -> Side {
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let at = |value: &serde_json::Value| bytes[value.as_u64().expect("an offset") as usize];
    let mut side = Side::new();
    for (cluster, members) in record["clusters"].as_array().expect("clusters").iter().enumerate() {
        for member in members.as_array().expect("members") {
            let sort = match member[2].as_str() {
                Some("name") => Sort::Name,
                Some("nominal") => Sort::Nominal,
                Some("pronoun") => Sort::Pronoun,
                other => panic!("{other:?} is no sort of mention"),
            };
            side.insert((at(&member[0]), at(&member[1])), (sort, cluster));
        }
    }
    side
}

const PRONOUNS: [&str; 12] = [
    "il",
    "elle",
    "-il",
    "-elle",
    "-t-il",
    "-t-elle",
    "celui-ci",
    "celle-ci",
    "ce dernier",
    "cette dernière",
    "l'intéressé",
    "l'intéressée",
];
fn sort(mention: &Mention<'_>) -> Option<Sort> {
    if mention.kind().is_name() {
        return Some(Sort::Name);
    }
    // Others stand for their country ("la délégation russe") and are not it.
    if mention.found_by() != "coreference" {
        return None;
    }
    let text = mention.text().to_lowercase().replace('’', "'");
    Some(if PRONOUNS.contains(&text.as_str()) { Sort::Pronoun } else { Sort::Nominal })
}

fn system(document: &Document<'_>) -> Side {
    let mut side = Side::new();
    for mention in document.mentions() {
        if let (Some(entity), Some(sort)) = (mention.entity(), sort(mention)) {
            side.entry((mention.span().start, mention.span().end)).or_insert((sort, entity));
        }
    }
    side
}

/// The clusters of the mentions up to a sort; a mention's number is that of its span.
fn clusters(side: &Side, most: Sort, spans: &BTreeMap<Span, usize>) -> Vec<Cluster> {
    let mut found: BTreeMap<usize, Cluster> = BTreeMap::new();
    for (span, (sort, cluster)) in side {
        if *sort <= most {
            found.entry(*cluster).or_default().insert(spans[span]);
        }
    }
    found.into_values().collect()
}

fn report(id: &str, text: &str, document: &Document<'_>, want: &Side, got: &Side) {
    for (span, (_, cluster)) in want {
        let Some((_, entity)) = got.get(span) else {
            println!("{id} missed: {:?}", &text[span.0..span.1]);
            continue;
        };
        let wrong = want.iter().any(|(s, w)| w.1 != *cluster && got.get(s).is_some_and(|g| g.1 == *entity));
        let apart = want.iter().any(|(s, w)| w.1 == *cluster && got.get(s).is_some_and(|g| g.1 != *entity));
        if wrong || apart {
            let what = if wrong { "joined wrongly" } else { "kept apart" };
            println!("{id} {what}: {:?} in {:?}", &text[span.0..span.1], document.entities()[*entity].name());
        }
    }
    for (span, (_, entity)) in got.iter().filter(|(s, _)| !want.contains_key(s)) {
        println!("{id} alarm: {:?} in {:?}", &text[span.0..span.1], document.entities()[*entity].name());
    }
}

#[test]
fn mentions_join_into_entities() {
    let extractor = Extractor::new();
    let mut tables = [Scores::default(); 3];
    for line in include_str!("entities/documents.jsonl").lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let (id, text) = (record["id"].as_str().expect("an id"), record["text"].as_str().expect("a text"));
        let document = extractor.extract(text);
        let (want, got) = (gold(&record, text), system(&document));
        let spans: BTreeMap<Span, usize> =
            want.keys().chain(got.keys()).copied().enumerate().map(|(n, s)| (s, n)).collect();
        for (scores, most) in tables.iter_mut().zip([Sort::Name, Sort::Nominal, Sort::Pronoun]) {
            scores.add(&clusters(&want, most, &spans), &clusters(&got, most, &spans));
        }
        report(id, text, &document, &want, &got);
    }
    println!("                          MUC                  B³                   CEAFe                CoNLL");
    for (scores, label) in tables.iter().zip(["names", "names + nominals", "names + nominals + pronouns"]) {
        let cell = |s: &coreference::Sums| format!("{:.3} {:.3} {:.3}", s.precision(), s.recall(), s.f1());
        let (muc, b, ceaf) = (cell(&scores.muc), cell(&scores.b_cubed), cell(&scores.ceaf_e));
        println!("{label:28} {muc}    {b}    {ceaf}    {:.3}", scores.conll());
    }
    for (scores, (b, conll)) in tables.iter().zip(FLOORS) {
        let found = (scores.b_cubed.f1(), scores.conll());
        assert!(found.0 >= b && found.1 >= conll, "B³ and CoNLL {found:.3?}, expected at least {b} and {conll}");
    }
}

/// The least B³ F1 and CoNLL figure: of names, with nominals, with pronouns.
const FLOORS: [(f64, f64); 3] = [(0.90, 0.90), (0.87, 0.87), (0.87, 0.87)];
