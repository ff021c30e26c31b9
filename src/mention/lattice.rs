//! The ways to cut an island into names, and which of them scores best.

use super::island;
use super::line::Line;
use super::word::{Word, sense};
use std::ops::Range;

/// Labels that the model tells apart: person, place, organisation, other capitalised thing.
pub(crate) const LABELS: usize = 4;
/// Outputs of a word: each label by place in the name (first, inner, last, only).
pub(crate) const OUTPUTS: usize = 4 * LABELS;
/// How many words a name has at most.
const LONGEST: usize = 14;

/// A run of words that may be a name, with the score of each label.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) score: [f32; LABELS],
}

/// A name of the best cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Segment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: usize,
    pub(crate) probability: f32,
}

/// Whether a name that no gazetteer knows may begin with the word.
fn opens(line: &Line<'_>, at: usize) -> bool {
    let first = line.word(at as isize);
    let numeral = !first.form.is_word() && !first.form.cuts();
    first.form.is_strong()
        || first.senses & sense::HEAD != 0
        || numeral
        || line.hits_at(at).iter().any(|h| h.mask & sense::KNOWN != 0)
}

/// Whether a name that no gazetteer knows may end with the word.
fn closes(last: &Word) -> bool {
    last.form.is_strong() || !(last.links || last.is_closed() || last.form.cuts())
}

/// Calls `emit` with each run of words of the island that may be a name.
pub(crate) fn spans(line: &Line<'_>, island: Range<usize>, mut emit: impl FnMut(usize, usize)) {
    for start in island.clone() {
        let (opens, actor) = (opens(line, start), island::actor(line, start));
        let known = line.hits_at(start);
        if !opens && known.is_empty() {
            continue;
        }
        let mut strong = false;
        for end in start + 1..=island.end.min(start + LONGEST) {
            let last = line.word(end as isize - 1);
            strong |= last.form.is_strong();
            let exact = known.iter().find(|h| h.end == end).is_some_and(|h| h.mask & sense::KNOWN != 0);
            if exact || opens && (strong || actor && end == start + 2) && closes(last) {
                emit(start, end);
            }
        }
    }
}

/// Adds to the scores of the arcs those of their words; `first` is the start of the island.
pub(crate) fn add_words(arcs: &mut [Arc], words: &[[f32; OUTPUTS]], first: usize) {
    for arc in arcs {
        let (start, last) = (arc.start - first, arc.end - first - 1);
        for label in 0..LABELS {
            let base = 4 * label;
            arc.score[label] += if start == last {
                words[start][base + 3]
            } else {
                let inner: f32 = words[start + 1..last].iter().map(|w| w[base + 1]).sum();
                words[start][base] + inner + words[last][base + 2]
            };
        }
    }
}

/// Sums over all cuts; buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct PathSums {
    forward: Vec<f32>,
    backward: Vec<f32>,
}

fn log_add(a: f32, b: f32) -> f32 {
    /// What is this much lower adds less than half of the last bit of a number of one or more.
    const NOTHING: f32 = -17.4;
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY || low - high < NOTHING && high.abs() >= 1.0 {
        high
    } else {
        high + (low - high).exp().ln_1p()
    }
}

impl PathSums {
    /// The logarithm of the sum over all cuts; arcs are sorted by start.
    pub(crate) fn run(&mut self, arcs: &[Arc], island: Range<usize>) -> f32 {
        let n = island.len();
        self.forward.clear();
        self.forward.resize(n + 1, f32::NEG_INFINITY);
        self.forward[0] = 0.0;
        let mut next = 0;
        for at in 0..n {
            let here = self.forward[at];
            self.forward[at + 1] = log_add(self.forward[at + 1], here);
            while next < arcs.len() && arcs[next].start - island.start == at {
                let end = arcs[next].end - island.start;
                for score in arcs[next].score {
                    self.forward[end] = log_add(self.forward[end], here + score);
                }
                next += 1;
            }
        }
        self.backward.clear();
        self.backward.resize(n + 1, f32::NEG_INFINITY);
        self.backward[n] = 0.0;
        let mut next = arcs.len();
        for at in (0..n).rev() {
            let mut sum = self.backward[at + 1];
            while next > 0 && arcs[next - 1].start - island.start == at {
                next -= 1;
                for score in arcs[next].score {
                    sum = log_add(sum, self.backward[arcs[next].end - island.start] + score);
                }
            }
            self.backward[at] = sum;
        }
        self.forward[n]
    }

    /// The probability that the arc with this label belongs to the cut.
    pub(crate) fn probability(&self, arc: &Arc, label: usize, first: usize) -> f32 {
        let total = self.forward[self.forward.len() - 1];
        (self.forward[arc.start - first] + arc.score[label] + self.backward[arc.end - first] - total).exp()
    }
}

/// The best cut of the island, as arc numbers and labels in order.
pub(crate) fn best(arcs: &[Arc], island: Range<usize>, out: &mut Vec<(usize, usize)>) {
    let n = island.len();
    let mut score = [f32::NEG_INFINITY; island::LONGEST + 1];
    let mut from = [(usize::MAX, 0); island::LONGEST + 1];
    score[0] = 0.0;
    let mut next = 0;
    for at in 0..n {
        let here = score[at];
        if here > score[at + 1] {
            score[at + 1] = here;
            from[at + 1] = (usize::MAX, 0);
        }
        while next < arcs.len() && arcs[next].start - island.start == at {
            let end = arcs[next].end - island.start;
            for (label, value) in arcs[next].score.into_iter().enumerate() {
                if here + value > score[end] {
                    score[end] = here + value;
                    from[end] = (next, label);
                }
            }
            next += 1;
        }
    }
    out.clear();
    let mut at = n;
    while at > 0 {
        let (arc, label) = from[at];
        if arc == usize::MAX {
            at -= 1;
        } else {
            out.push((arc, label));
            at = arcs[arc].start - island.start;
        }
    }
    out.reverse();
}
