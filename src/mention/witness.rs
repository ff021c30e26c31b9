//! Says why: the features of a run of words with what they weigh.

use super::feature::{self, Template};
use super::finder::column;
use super::lattice::{LABELS, OUTPUTS, Segment};
use super::line::Line;
use super::memory::Memory;
use super::model::{Keys, Model};
use super::{MentionKind, Reasons};
use crate::Span;
use crate::lexicon::Lexed;
use std::collections::HashMap;
use std::ops::Range;

/// What the labels are called; the last is for capitalised things of no kind.
fn kind(label: usize) -> Option<MentionKind> {
    [MentionKind::Person, MentionKind::Place, MentionKind::Organisation].get(label).copied()
}

/// Hands on the features of the run of words, each with its column of weights; with a memory, those of what stands elsewhere too.
pub(super) fn each_feature<'t>(
    line: &Line<'_>,
    run: Range<usize>,
    text: impl Fn(usize) -> &'t str,
    memory: Option<&Memory>,
    mut note: impl FnMut(Template, u64, usize),
) {
    let whole = column(run.len());
    feature::of_span(line, run.start, run.end, &mut |t, v| note(t, v, whole));
    if let Some(memory) = memory {
        feature::of_span_elsewhere(line, run.start, run.end, memory, &mut |t, v| note(t, v, whole));
    }
    for at in run.clone() {
        let place = match (at == run.start, at + 1 == run.end) {
            (true, true) => 3,
            (true, false) => 0,
            (false, true) => 2,
            _ => 1,
        };
        feature::of_word(line, text(at), at, &mut |t, v| note(t, v, place));
        if let Some(memory) = memory {
            feature::of_word_elsewhere(line, at, memory, &mut |t, v| note(t, v, place));
        }
    }
}

/// What spoke for and against the name of the segment.
pub(super) fn reasons(
    lexed: &Lexed<'_, '_>,
    model: &Model,
    memory: &Memory,
    line: &Line<'_>,
    segment: &Segment,
) -> Option<Reasons> {
    let kind_of = kind(segment.label)?;
    let (start, end) = (segment.start, segment.end);
    let token = |at: usize| &lexed.tokens[line.word(at as isize).token as usize];
    let words: HashMap<u64, &str> =
        (0..line.len()).map(|at| (line.word(at as isize).lower, token(at).text())).collect();
    let mut weighed: HashMap<(Template, u64), [f32; LABELS]> = HashMap::new();
    let mut keys = Keys::default();
    let note = |template: Template, value: u64, place: usize| {
        keys.push(feature::key(template, value));
        let sums = model.sum(&mut keys);
        let weights = weighed.entry((template, value)).or_default();
        for (label, weight) in weights.iter_mut().enumerate() {
            *weight += f32::from(sums[OUTPUTS / LABELS * label + place]) * model.step;
        }
    };
    each_feature(line, start..end, |at| token(at).text(), Some(memory), note);
    let totals: [f32; LABELS] = std::array::from_fn(|label| weighed.values().map(|w| w[label]).sum());
    // No name at all weighs nothing.
    let rival = (0..LABELS)
        .filter(|&label| label != segment.label && totals[label] > 0.0)
        .max_by(|&a, &b| totals[a].total_cmp(&totals[b]));
    let mut evidence: Vec<(String, f32)> = weighed
        .into_iter()
        .map(|((template, value), weights)| {
            let what = match words.get(&value) {
                Some(word) => format!("{template:?}({word})"),
                None => format!("{template:?}"),
            };
            (what, weights[segment.label] - rival.map_or(0.0, |r| weights[r]))
        })
        .filter(|e| e.1 != 0.0)
        .collect();
    evidence.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
    let span = Span::new(token(start).span().start, token(end - 1).span().end);
    Some(Reasons { span, kind: kind_of, rival: rival.and_then(kind), evidence })
}
