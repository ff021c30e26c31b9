//! Right, wrong and missed, counted.

use crate::gold::{Gold, Name, Party, Relation};
use crate::name::{fold, same};
use depeche::Document;
use depeche::mention::MentionKind;
use depeche::relation::Argument;
use std::collections::{BTreeMap, HashSet};
use std::fmt;

#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| if of == 0 { 0.0 } else { self.right as f64 / of as f64 };
        let (p, r) = (share(self.right + self.wrong), share(self.right + self.missed));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        write!(f, "P {p:.3}  R {r:.3}  F1 {f1:.3}   (tp {}, fp {}, fn {})", self.right, self.wrong, self.missed)
    }
}

/// A row for each kind, and what was wrong or missed.
#[derive(Default)]
pub struct Table {
    rows: BTreeMap<String, Count>,
    pub faults: Vec<String>,
}

impl Table {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn row(&mut self, kind: &str) -> &mut Count {
        self.rows.entry(kind.to_owned()).or_default()
    }
}

/// The kinds that state a standing and not something that happened.
const STANDING: [&str; 3] = ["holds_office", "member_of", "candidate_for"];

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut all, mut events) = (Count::default(), Count::default());
        for (kind, count) in &self.rows {
            writeln!(f, "{kind:28} {count}")?;
            all.add(*count);
            if !STANDING.contains(&kind.as_str()) {
                events.add(*count);
            }
        }
        write!(f, "{:28} {all}", "ALL")?;
        if self.rows.keys().any(|kind| STANDING.contains(&kind.as_str())) {
            write!(f, "\n{:28} {events}", "EVENTS (without standing)")?;
        }
        Ok(())
    }
}

/// How often status and office of the relations found are right.
#[derive(Default)]
pub struct Agreed {
    status: (usize, usize),
    role: (usize, usize),
}

impl fmt::Display for Agreed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (label, (right, of)) in [("status right", self.status), ("role right", self.role)] {
            if of > 0 {
                writeln!(f, "{label:28} {:.3} of {of} matched", right as f64 / of as f64)?;
            }
        }
        Ok(())
    }
}

/// The type of a name in gold annotations; `None` for those that are not names.
fn of_gold(kind: &str) -> Option<&'static str> {
    match kind {
        "Person" | "PER" => Some("PER"),
        "Country" | "Place" | "Location" | "LOC" => Some("LOC"),
        "Organisation" | "Organization" | "ORG" => Some("ORG"),
        _ => None,
    }
}

fn of_mention(kind: MentionKind) -> Option<&'static str> {
    match kind {
        MentionKind::Person => Some("PER"),
        MentionKind::Country | MentionKind::Place => Some("LOC"),
        MentionKind::Organisation => Some("ORG"),
        _ => None,
    }
}

type Typed = (usize, usize, &'static str);

/// Those that no longer one holds.
fn outermost(spans: &HashSet<Typed>) -> HashSet<Typed> {
    let within = |a: &Typed, b: &Typed| b.0 <= a.0 && a.1 <= b.1 && b.1 - b.0 > a.1 - a.0;
    spans.iter().filter(|a| !spans.iter().any(|b| within(a, b))).copied().collect()
}

/// Counts the names of the document against those of the gold.
pub fn names(table: &mut Table, gold: &Gold, spans: &[Name], document: &Document<'_>) {
    let mut at: Vec<usize> = gold.text.char_indices().map(|(at, _)| at).collect();
    at.push(gold.text.len());
    let wanted = spans.iter().filter_map(|Name(s, e, kind)| Some((at[*s], at[*e], of_gold(kind)?))).collect();
    let found = document.mentions().iter();
    let found = found.filter_map(|m| Some((m.span().start, m.span().end, of_mention(m.kind())?))).collect();
    let (wanted, found) = (outermost(&wanted), outermost(&found));
    for kind in ["LOC", "ORG", "PER"] {
        table.row(kind);
    }
    let mut all: Vec<&Typed> = wanted.union(&found).collect();
    all.sort_unstable();
    for name in all {
        let row = table.row(name.2);
        let sign = match (wanted.contains(name), found.contains(name)) {
            (true, true) => {
                row.right += 1;
                continue;
            }
            (true, false) => {
                row.missed += 1;
                '-'
            }
            _ => {
                row.wrong += 1;
                '+'
            }
        };
        table.faults.push(format!("{sign} {} {} {:?}", gold.id, name.2, &gold.text[name.0..name.1]));
    }
}

fn bears(document: &Document<'_>, argument: Argument, party: &Party) -> bool {
    let entity = &document[argument];
    let of_text = entity.mentions().iter().map(|&m| document.mentions()[m].text());
    let person = party.kind.eq_ignore_ascii_case("person");
    let mut names = std::iter::once(entity.name()).chain(entity.aliases().iter().map(String::as_str)).chain(of_text);
    names.any(|name| same(name, &party.name, person) || same(name, &party.text, person))
}

/// Counts the relations of the document against those of the gold, each of which is matched once.
pub fn relations(table: &mut Table, agreed: &mut Agreed, id: &str, wanted: &[Relation], document: &Document<'_>) {
    let places = |quote: &str| -> Vec<(usize, usize)> {
        let starts = document.text().match_indices(quote).map(|(at, _)| (at, at + quote.len()));
        if quote.is_empty() { Vec::new() } else { starts.collect() }
    };
    let mut free: Vec<(&Relation, Vec<(usize, usize)>)> = wanted.iter().map(|g| (g, places(&g.quote))).collect();
    for r in document.relations() {
        let start = r.trigger().start;
        let hit = free.iter().position(|(g, spans)| {
            let bear = |a, b| bears(document, a, &g.subject) && bears(document, b, &g.object);
            g.kind == r.kind().as_str()
                && spans.iter().any(|&(s, e)| s <= start && start < e)
                && (bear(r.subject(), r.object()) || (r.is_symmetric() && bear(r.object(), r.subject())))
        });
        let row = table.row(r.kind().as_str());
        let Some(hit) = hit else {
            row.wrong += 1;
            let (subject, object) = (document[r.subject()].name(), document[r.object()].name());
            table.faults.push(format!("+ {id} {}({subject}, {object}) {:?}", r.kind(), r.trigger_text()));
            continue;
        };
        row.right += 1;
        let (gold, _) = free.remove(hit);
        if let Some(status) = &gold.status {
            let own = serde_json::to_value(r.status()).ok();
            agreed.status.0 += usize::from(own.as_ref().and_then(|s| s.as_str()) == Some(status));
            agreed.status.1 += 1;
        }
        if let Some(role) = gold.role.as_ref().filter(|role| !role.is_empty()) {
            agreed.role.0 += usize::from(fold(r.role().unwrap_or_default()) == fold(role));
            agreed.role.1 += 1;
        }
    }
    for (gold, _) in free {
        table.row(&gold.kind).missed += 1;
        let (subject, object) = (&gold.subject.name, &gold.object.name);
        table.faults.push(format!("- {id} {}({subject}, {object}) {:?}", gold.kind, gold.quote));
    }
}
