use super::feature::{self, Template};
use super::island::islands;
use super::known;
use super::lattice::{self, Arc, LABELS, OUTPUTS, Segment, Sums};
use super::line::Line;
use super::memory::Memory;
use super::model::Model;
use super::{Mention, MentionKind, rules};
use crate::data;
use crate::gazetteer::EntryKind;
use crate::grammar::Grammar;
use crate::lexicon::Lexed;
use crate::sentence::Sentence;
use crate::table::Tag;
use std::ops::Range;

/// Finds the names in a text: with the learned model, or with rules alone.
#[derive(Clone, Debug)]
pub(crate) struct MentionFinder {
    model: Option<Model>,
}

/// Buffers of a reading.
#[derive(Default)]
struct Desk {
    line: Line,
    islands: Vec<Range<usize>>,
    arcs: Vec<Arc>,
    words: Vec<[f32; OUTPUTS]>,
    sums: Sums,
    cut: Vec<(usize, usize)>,
    segments: Vec<Segment>,
}

impl MentionFinder {
    /// A finder with the bundled model.
    pub(crate) fn new() -> Self {
        Self { model: Some(Model::open(data::mentions())) }
    }

    /// A finder with this model.
    #[cfg(feature = "train")]
    pub(crate) fn with_model(model: Model) -> Self {
        Self { model: Some(model) }
    }

    /// A finder that goes by names and titles alone.
    pub(crate) fn rules_only() -> Self {
        Self { model: None }
    }

    /// The names of the text, in order, none within another.
    pub(crate) fn find<'t>(
        &self,
        lexed: &Lexed<'_, 't>,
        grammar: &Grammar,
        sentences: &[Sentence],
    ) -> Vec<Mention<'t>> {
        let Some(model) = &self.model else { return rules::find(lexed, sentences) };
        let mut desk = Desk::default();
        let mut memory = Memory::default();
        memory.start(lexed);
        for sentence in sentences {
            desk.read(lexed, grammar, model, sentence.tokens(), None);
            remember(&desk.line, &desk.islands, &desk.segments, &mut memory);
        }
        let mut mentions = Vec::new();
        for sentence in sentences {
            desk.read(lexed, grammar, model, sentence.tokens(), Some(&memory));
            mentions.extend(desk.segments.iter().filter_map(|s| mention(lexed, &desk.line, s)));
        }
        known::complete(lexed, grammar, &mut mentions);
        mentions
    }
}

/// Notes in the memory what the first reading made of the line.
pub(super) fn remember(line: &Line, islands: &[Range<usize>], segments: &[Segment], memory: &mut Memory) {
    for s in segments {
        memory.name(line, s.start, s.end, s.label);
    }
    for at in islands.iter().cloned().flatten() {
        let word = line.word(at as isize);
        if word.form.is_strong() && !segments.iter().any(|s| s.start <= at && at < s.end) {
            memory.no_name(word);
        }
    }
}

impl Desk {
    fn read(
        &mut self,
        lexed: &Lexed<'_, '_>,
        grammar: &Grammar,
        model: &Model,
        tokens: Range<usize>,
        memory: Option<&Memory>,
    ) {
        self.line.read(lexed, grammar, model, tokens);
        self.segments.clear();
        islands(&self.line, &mut self.islands);
        for island in std::mem::take(&mut self.islands) {
            self.island(lexed, model, island.clone(), memory);
            self.islands.push(island);
        }
    }

    fn island(&mut self, lexed: &Lexed<'_, '_>, model: &Model, island: Range<usize>, memory: Option<&Memory>) {
        let Self { line, arcs, words, sums, cut, segments, .. } = self;
        arcs.clear();
        lattice::spans(line, island.clone(), |start, end| {
            let mut total = [0i32; OUTPUTS];
            feature::of_span(line, start, end, memory, &mut |t: Template, v| model.add(feature::key(t, v), &mut total));
            arcs.push(Arc { start, end, score: span_scores(&total.map(|t| t as f32 * model.step), end - start) });
        });
        if arcs.is_empty() {
            return;
        }
        words.clear();
        for at in island.clone() {
            let mut total = [0i32; OUTPUTS];
            let text = lexed.tokens[line.word(at as isize).token as usize].text();
            feature::of_word(line, text, at, memory, &mut |t: Template, v| model.add(feature::key(t, v), &mut total));
            words.push(total.map(|t| t as f32 * model.step));
        }
        lattice::add_words(arcs, words, island.start);
        lattice::best(arcs, island.clone(), cut);
        sums.run(arcs, island.clone());
        for &(arc, label) in &*cut {
            let arc = &arcs[arc];
            let probability = sums.probability(arc, label, island.start);
            segments.push(Segment { start: arc.start, end: arc.end, label, probability });
        }
    }
}

/// The column of the outputs in which the features of runs of so many words count.
pub(super) fn column(words: usize) -> usize {
    words.min(4) - 1
}

fn span_scores(outputs: &[f32; OUTPUTS], words: usize) -> [f32; LABELS] {
    std::array::from_fn(|label| outputs[4 * label + column(words)])
}

fn mention<'t>(lexed: &Lexed<'_, 't>, line: &Line, segment: &Segment) -> Option<Mention<'t>> {
    let token = |at: usize| &lexed.tokens[line.word(at as isize).token as usize];
    let (start, end) = (token(segment.start).span().start, token(segment.end - 1).span().end);
    let (entry, tag) = entry(lexed, line, segment).unzip();
    let kind = match segment.label {
        0 => MentionKind::Person,
        1 => match entry {
            Some(e) if lexed.gazetteer.entry(e).kind() == EntryKind::Country => MentionKind::Country,
            _ => MentionKind::Place,
        },
        2 => MentionKind::Organisation,
        _ => return None,
    };
    let found_by = match tag {
        Some(Tag::Alias) => "gazetteer:alias",
        Some(Tag::Acronym) => "gazetteer:acronym",
        Some(_) => "gazetteer:name",
        None => "model",
    };
    Some(Mention {
        text: &lexed.text[start..end],
        start,
        kind,
        entity: None,
        entry,
        found_by: found_by.into(),
        confidence: segment.probability,
        more: super::More::Nothing,
    })
}

/// The entry of the label's kind that bears the name.
fn entry(lexed: &Lexed<'_, '_>, line: &Line, segment: &Segment) -> Option<(u32, Tag)> {
    let token = |at: usize| line.word(at as isize).token as usize;
    let atoms = lexed.atoms_of(token(segment.start));
    let last = lexed.atoms_of(token(segment.end - 1)).end;
    let found = lexed.matches_at_or_none(&atoms).iter().find(|m| m.end == last)?;
    lexed
        .senses(found)
        .filter(|s| matches!(s.tag(), Tag::Name | Tag::Alias | Tag::Acronym))
        .filter(|s| {
            let kind = lexed.gazetteer.entry(s.index()).kind();
            match segment.label {
                0 => kind == EntryKind::Person,
                1 => matches!(kind, EntryKind::Country | EntryKind::Place),
                2 => kind == EntryKind::Organisation,
                _ => false,
            }
        })
        .map(|s| (s.index(), s.tag()))
        .next()
}
