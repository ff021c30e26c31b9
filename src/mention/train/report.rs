//! Scores as the measuring rod counts them: exact span and type.

use super::Corpus;
use crate::lexicon::Lexed;
use crate::mention::model::Model;
use crate::mention::{MentionFinder, MentionKind};
use crate::sentence::SentenceSplitter;
use crate::token::Tokenizer;
use std::collections::{BTreeMap, HashSet};
use std::fmt;

/// Hits, false alarms and misses of persons, places and organisations.
#[derive(Clone, Debug, Default)]
pub struct Score {
    counts: [[usize; 3]; 3],
    /// By tenth of the confidence, all and right mentions and the sum of their confidences.
    pub reliability: [(usize, usize, f64); 10],
    /// By label and by what found them, all and right mentions.
    pub origins: BTreeMap<(usize, String), (usize, usize)>,
    /// What was wrong, one a line.
    pub errors: Vec<String>,
}

fn f1([hit, alarm, miss]: [usize; 3]) -> (f64, f64, f64) {
    let share = |n: usize| if hit + n == 0 { 0.0 } else { hit as f64 / (hit + n) as f64 };
    let (p, r) = (share(alarm), share(miss));
    (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
}

impl Score {
    /// Adds the counts of another part.
    pub(super) fn add(&mut self, other: Self) {
        let counts = self.counts.iter_mut().flatten();
        counts.zip(other.counts.iter().flatten()).for_each(|(a, b)| *a += b);
        for (a, b) in self.reliability.iter_mut().zip(other.reliability) {
            *a = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        }
        for (origin, counts) in other.origins {
            let here = self.origins.entry(origin).or_default();
            *here = (here.0 + counts.0, here.1 + counts.1);
        }
        self.errors.extend(other.errors);
    }

    /// F1 over all kinds.
    pub fn micro(&self) -> f64 {
        let sum = |i: usize| self.counts.iter().map(|c| c[i]).sum();
        f1([sum(0), sum(1), sum(2)]).2
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |i: usize| self.counts.iter().map(|c| c[i]).sum();
        for (name, counts) in [
            ("PER", self.counts[0]),
            ("LOC", self.counts[1]),
            ("ORG", self.counts[2]),
            ("ALL", [sum(0), sum(1), sum(2)]),
        ] {
            let (p, r, f1) = f1(counts);
            let [hit, alarm, miss] = counts;
            write!(f, "{name} P {p:.3} R {r:.3} F1 {f1:.3} (tp {hit}, fp {alarm}, fn {miss})  ")?;
        }
        Ok(())
    }
}

pub(super) fn score(corpus: &Corpus, model: &Model) -> Score {
    let finder = MentionFinder::with_model(model.clone());
    let mut score = Score::default();
    for (text, gold) in &corpus.articles {
        let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
        let sentences = SentenceSplitter.split(text, &mut tokens);
        let lexed = Lexed::new(text, &tokens, &corpus.gazetteer, &corpus.grammar);
        let want: HashSet<_> = gold.iter().filter(|g| g.2 < 3).copied().collect();
        let mut got = HashSet::new();
        for m in finder.find(&lexed, &corpus.grammar, &sentences) {
            let label = match m.kind() {
                MentionKind::Person => 0,
                MentionKind::Country | MentionKind::Place => 1,
                MentionKind::Organisation => 2,
                _ => continue,
            };
            let found = (m.span().start, m.span().end, label);
            got.insert(found);
            let right = want.contains(&found);
            let tenth = &mut score.reliability[((m.confidence() * 10.0) as usize).min(9)];
            tenth.0 += 1;
            tenth.1 += usize::from(right);
            tenth.2 += f64::from(m.confidence());
            let origin = score.origins.entry((label, m.found_by().to_owned())).or_default();
            *origin = (origin.0 + 1, origin.1 + usize::from(right));
            score.counts[label][usize::from(!right)] += 1;
            if !right {
                let around = |a: usize, b: usize| {
                    text[text.floor_char_boundary(a)..text.ceil_char_boundary(b)].replace('\n', "¶")
                };
                score.errors.push(format!(
                    "+ {label} {:.2} {} [{}] {}",
                    m.confidence(),
                    around(found.0.saturating_sub(40), found.0),
                    m.text(),
                    around(found.1, (found.1 + 30).min(text.len()))
                ));
            }
        }
        for missed in want.difference(&got) {
            score.counts[missed.2][2] += 1;
            let from = text.floor_char_boundary(missed.0.saturating_sub(40));
            let to = text.ceil_char_boundary((missed.1 + 30).min(text.len()));
            score.errors.push(format!(
                "- {} {} [{}] {}",
                missed.2,
                text[from..missed.0].replace('\n', "¶"),
                &text[missed.0..missed.1],
                text[missed.1..to].replace('\n', "¶")
            ));
        }
    }
    score
}
