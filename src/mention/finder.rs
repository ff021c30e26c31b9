use super::feature;
use super::known::{self, Offer};
use super::lattice::{self, Arc, LABELS, OUTPUTS, PathSums, Segment};
use super::line::{Line, Page};
use super::memory::Memory;
use super::model::{Keys, Model, Sums};
use super::word::{Word, sense};
use super::{Mention, MentionKind, Reasons, acronym, repeat, rules, witness};
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

/// A stretch of a sentence that may hold names.
#[derive(Debug)]
struct Island {
    /// Where the words of its sentence stand.
    line: Range<usize>,
    /// Its words in the sentence.
    words: Range<usize>,
    /// Where the sums of its words begin.
    first: usize,
    arcs: Range<usize>,
}

/// A text on the way to its names: what its sentences show is weighed once, for both readings.
#[derive(Default)]
struct Desk<'t> {
    page: Page,
    islands: Vec<Island>,
    /// The runs of words that may be names, and what their features weigh.
    runs: Vec<(usize, usize)>,
    run_sums: Vec<[i16; LABELS]>,
    word_sums: Vec<Sums>,
    // Buffers.
    found: Vec<Range<usize>>,
    keys: Keys,
    seen: Vec<Option<Seen<'t>>>,
    cut: Cut,
}

/// A word weighed before: most words of an article come again.
#[derive(Clone, Copy)]
struct Seen<'t> {
    text: &'t str,
    word: Word,
    sums: Sums,
}

/// How many words weighed before are kept, by the lowest bits of their hashes.
const SEEN: usize = 256;

/// The best cut of an island, with the buffers of the search.
#[derive(Default)]
struct Cut {
    arcs: Vec<Arc>,
    words: Vec<[f32; OUTPUTS]>,
    best: Vec<(usize, usize)>,
    sums: PathSums,
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
        let (mut desk, memory) = first_reading(lexed, grammar, model, sentences);
        let (mut mentions, mut offers) = (Vec::new(), Vec::new());
        for number in 0..desk.islands.len() {
            desk.cut(model, number, Some(&memory));
            let island = &desk.islands[number];
            let line = desk.page.line(&island.line);
            mentions.extend(desk.cut.segments.iter().filter_map(|s| mention(lexed, &line, s)));
            desk.cut.offer(&line, island.words.start, &mut offers);
        }
        known::complete(lexed, grammar, &offers, &mut mentions);
        for mention in &mut mentions {
            mention.confidence = match mention.kind {
                MentionKind::Person => model.confidence(0, mention.confidence),
                MentionKind::Organisation => model.confidence(2, mention.confidence),
                _ => model.confidence(1, mention.confidence),
            };
        }
        acronym::complete(lexed, &mut mentions);
        repeat::complete(lexed, grammar, &mut mentions);
        mentions
    }

    /// What spoke for and against each name that the model chose, in order; nothing without the model.
    pub(crate) fn reasons(&self, lexed: &Lexed<'_, '_>, grammar: &Grammar, sentences: &[Sentence]) -> Vec<Reasons> {
        let Some(model) = &self.model else { return Vec::new() };
        let (mut desk, memory) = first_reading(lexed, grammar, model, sentences);
        let mut all = Vec::new();
        for number in 0..desk.islands.len() {
            desk.cut(model, number, Some(&memory));
            let line = desk.page.line(&desk.islands[number].line);
            let segments = desk.cut.segments.iter();
            all.extend(segments.filter_map(|s| witness::reasons(lexed, model, &memory, &line, s)));
        }
        all
    }
}

/// Reads the sentences, and cuts each for itself to learn what the document says.
fn first_reading<'t>(
    lexed: &Lexed<'_, 't>,
    grammar: &Grammar,
    model: &Model,
    sentences: &[Sentence],
) -> (Desk<'t>, Memory) {
    let mut desk = Desk { seen: vec![None; SEEN], ..Desk::default() };
    desk.page.reserve(lexed.tokens.len(), sentences.len());
    for sentence in sentences {
        desk.read(lexed, grammar, model, sentence.tokens());
    }
    let mut memory = Memory::default();
    memory.start(lexed);
    for number in 0..desk.islands.len() {
        desk.cut(model, number, None);
        desk.remember(number, &mut memory);
    }
    (desk, memory)
}

/// Notes in the memory what the first reading made of the line.
pub(super) fn remember(line: &Line<'_>, islands: &[Range<usize>], segments: &[Segment], memory: &mut Memory) {
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

impl<'t> Desk<'t> {
    /// Reads a sentence: finds its islands and weighs what it shows of them.
    fn read(&mut self, lexed: &Lexed<'_, 't>, grammar: &Grammar, model: &Model, tokens: Range<usize>) {
        let words = self.page.read(lexed, grammar, model, tokens);
        self.page.islands(model, &words, &mut self.found);
        let line = self.page.line(&words);
        for island in self.found.drain(..) {
            let (before, first) = (self.runs.len(), self.word_sums.len());
            lattice::spans(&line, island.clone(), |start, end| self.runs.push((start, end)));
            if self.runs.len() > before {
                for &(start, end) in &self.runs[before..] {
                    feature::of_span(&line, start, end, &mut |t, v| self.keys.push(feature::key(t, v)));
                    self.run_sums.push(of_length(&model.sum(&mut self.keys), end - start));
                }
                for at in island.clone() {
                    let text = lexed.tokens[line.word(at as isize).token as usize].text();
                    let mut sums = itself(model, line.word(at as isize), text, &mut self.seen, &mut self.keys);
                    feature::of_word_beside(&line, at, &mut |t, v| self.keys.push(feature::key(t, v)));
                    model.add(&mut self.keys, &mut sums);
                    self.word_sums.push(sums);
                }
            }
            let arcs = before..self.runs.len();
            self.islands.push(Island { line: words.clone(), words: island, first, arcs });
        }
    }

    /// Cuts an island into names: by what its sentence shows, and in the second reading by the rest of the document too.
    fn cut(&mut self, model: &Model, number: usize, memory: Option<&Memory>) {
        let Self { page, keys, cut, .. } = self;
        let Island { line, words: island, first, arcs } = &self.islands[number];
        cut.segments.clear();
        cut.arcs.clear();
        if arcs.is_empty() {
            return;
        }
        let line = page.line(line);
        for (&(start, end), &here) in self.runs[arcs.clone()].iter().zip(&self.run_sums[arcs.clone()]) {
            let mut sums = here;
            if let Some(memory) = memory {
                feature::of_span_elsewhere(&line, start, end, memory, &mut |t, v| keys.push(feature::key(t, v)));
                let elsewhere = of_length(&model.sum(keys), end - start);
                sums = std::array::from_fn(|label| sums[label].wrapping_add(elsewhere[label]));
            }
            cut.arcs.push(Arc { start, end, score: sums.map(|sum| f32::from(sum) * model.step) });
        }
        cut.words.clear();
        for (at, here) in island.clone().zip(&self.word_sums[*first..]) {
            let mut sums = *here;
            if let Some(memory) = memory {
                feature::of_word_elsewhere(&line, at, memory, &mut |t, v| keys.push(feature::key(t, v)));
                model.add(keys, &mut sums);
            }
            cut.words.push(sums.map(|sum| f32::from(sum) * model.step));
        }
        cut.run(island.clone(), memory.is_some());
    }

    /// Notes in the memory what the first reading made of the island.
    fn remember(&self, number: usize, memory: &mut Memory) {
        let island = &self.islands[number];
        let line = self.page.line(&island.line);
        remember(&line, std::slice::from_ref(&island.words), &self.cut.segments, memory);
    }
}

impl Cut {
    /// Finds the best cut, if wanted with how probable its names are.
    fn run(&mut self, island: Range<usize>, probable: bool) {
        lattice::add_words(&mut self.arcs, &self.words, island.start);
        lattice::best(&self.arcs, island.clone(), &mut self.best);
        if probable {
            self.sums.run(&self.arcs, island.clone());
        }
        for &(arc, label) in &self.best {
            let arc = &self.arcs[arc];
            let probability = if probable { self.sums.probability(arc, label, island.start) } else { 1.0 };
            self.segments.push(Segment { start: arc.start, end: arc.end, label, probability });
        }
    }

    /// Notes how probable the names are that the gazetteers know, whether they belong to the best cut or not.
    fn offer(&self, line: &Line<'_>, first: usize, offers: &mut Vec<Offer>) {
        for arc in &self.arcs {
            if line.exact(arc.start, arc.end) & (sense::NAME | sense::SURNAME) != 0 {
                let token = |at: usize| line.word(at as isize).token as usize;
                let probability = std::array::from_fn(|label| self.sums.probability(arc, label, first));
                offers.push(Offer { tokens: token(arc.start)..token(arc.end - 1) + 1, probability });
            }
        }
    }
}

/// The column of the outputs in which the features of runs of so many words count.
pub(super) fn column(words: usize) -> usize {
    words.min(4) - 1
}

/// What the word weighs wherever it stands.
fn itself<'t>(model: &Model, word: &Word, text: &'t str, seen: &mut [Option<Seen<'t>>], keys: &mut Keys) -> Sums {
    let slot = &mut seen[(word.lower >> 1) as usize % SEEN];
    if let Some(known) = slot
        && known.word.is_like(word)
        && known.text == text
    {
        return known.sums;
    }
    feature::of_word_itself(word, text, &mut |t, v| keys.push(feature::key(t, v)));
    let sums = model.sum(keys);
    *slot = Some(Seen { text, word: *word, sums });
    sums
}

/// The outputs that count for a run of so many words.
fn of_length(sums: &Sums, words: usize) -> [i16; LABELS] {
    std::array::from_fn(|label| sums[4 * label + column(words)])
}

fn mention<'t>(lexed: &Lexed<'_, 't>, line: &Line<'_>, segment: &Segment) -> Option<Mention<'t>> {
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
fn entry(lexed: &Lexed<'_, '_>, line: &Line<'_>, segment: &Segment) -> Option<(u32, Tag)> {
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
