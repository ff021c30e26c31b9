use super::feature;
use super::known::{self, Offer};
use super::lattice::{self, Arc, LABELS, OUTPUTS, PathSums, Segment};
use super::line::{Line, Page};
use super::memory::Memory;
use super::model::{Keys, Model, Sums};
use super::usual::{Usual, add};
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
    model: Option<(Model, Usual)>,
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
    /// Of each word a bit, set where a run of words that may be a name holds it: the others are not weighed.
    held: u64,
    /// The gazetteers know one of the runs.
    known: bool,
}

/// What is weighed once for all runs of words that begin, or end, at one place.
#[derive(Clone, Copy, Default)]
struct Side {
    all: Option<Sums>,
    /// Of runs of one word, and of several.
    of: [Option<Sums>; 2],
}

impl Side {
    /// The sum of what is noted of all runs there, and of those of one word or of several.
    fn weigh(
        &mut self,
        model: &Model,
        several: bool,
        keys: &mut Keys,
        all: impl FnOnce(&mut Keys),
        own: impl FnOnce(&mut Keys),
    ) -> &Sums {
        let Self { all: known, of } = self;
        of[usize::from(several)].get_or_insert_with(|| {
            let mut sums = *known.get_or_insert_with(|| {
                all(keys);
                model.sum(keys)
            });
            own(keys);
            model.add(keys, &mut sums);
            sums
        })
    }
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
    ends: Vec<Side>,
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
        Self::with_model(Model::open(data::mentions()))
    }

    /// A finder with this model.
    pub(crate) fn with_model(model: Model) -> Self {
        let usual = Usual::new(&model);
        Self { model: Some((model, usual)) }
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
        let Some((model, usual)) = &self.model else { return rules::find(lexed, sentences) };
        let (mut desk, memory) = first_reading(lexed, grammar, (model, usual), sentences);
        let (mut mentions, mut offers) = (Vec::new(), Vec::new());
        for number in 0..desk.islands.len() {
            desk.cut(model, number, Some(&memory));
            let island = &desk.islands[number];
            let line = desk.page.line(&island.line);
            mentions.extend(desk.cut.segments.iter().filter_map(|s| mention(lexed, &line, s)));
            if island.known {
                desk.cut.offer(&line, island.words.start, &mut offers);
            }
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
        let Some((model, usual)) = &self.model else { return Vec::new() };
        let (mut desk, memory) = first_reading(lexed, grammar, (model, usual), sentences);
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
    (model, usual): (&Model, &Usual),
    sentences: &[Sentence],
) -> (Desk<'t>, Memory) {
    let mut desk = Desk { seen: vec![None; SEEN], ..Desk::default() };
    desk.page.reserve(lexed.tokens.len(), sentences.len());
    for sentence in sentences {
        desk.read(lexed, grammar, (model, usual), sentence.tokens());
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
    fn read(
        &mut self,
        lexed: &Lexed<'_, 't>,
        grammar: &Grammar,
        (model, usual): (&Model, &Usual),
        tokens: Range<usize>,
    ) {
        let words = self.page.read(lexed, grammar, model, tokens);
        self.page.islands(model, &words, &mut self.found);
        let line = self.page.line(&words);
        let mut found = std::mem::take(&mut self.found);
        for island in found.drain(..) {
            let (before, first) = (self.runs.len(), self.word_sums.len());
            lattice::spans(&line, island.clone(), |start, end| self.runs.push((start, end)));
            let (mut held, mut known) = (0, false);
            if self.runs.len() > before {
                let keys = &mut self.keys;
                let mut start_of = (usize::MAX, Side::default());
                self.ends.clear();
                self.ends.resize(island.len() + 1, Side::default());
                for &(start, end) in &self.runs[before..] {
                    held |= bits(start - island.start, end - island.start);
                    let exact = line.exact(start, end);
                    known |= exact & (sense::NAME | sense::SURNAME) != 0;
                    if start_of.0 != start {
                        start_of = (start, Side::default());
                    }
                    let sums = weigh_run(
                        (model, usual),
                        &line,
                        (start, end),
                        exact,
                        keys,
                        (&mut start_of.1, &mut self.ends[end - island.start]),
                    );
                    self.run_sums.push(of_length(&sums, end - start));
                }
                for at in island.clone() {
                    let word = line.word(at as isize);
                    let mut sums = Sums::default();
                    if held & bits(at - island.start, at - island.start + 1) != 0 {
                        let text = lexed.tokens[word.token as usize].text();
                        sums = itself(model, word, text, &mut self.seen, keys);
                        feature::of_word_beside(&line, at, &mut |t, v| keys.push(feature::key(t, v)));
                        model.add(keys, &mut sums);
                    }
                    self.word_sums.push(sums);
                }
            }
            let arcs = before..self.runs.len();
            self.islands.push(Island { line: words.clone(), words: island, first, arcs, held, known });
        }
        self.found = found;
    }

    /// Cuts an island into names: by what its sentence shows, and in the second reading by the rest of the document too.
    fn cut(&mut self, model: &Model, number: usize, memory: Option<&Memory>) {
        let Self { page, keys, cut, .. } = self;
        let Island { line, words: island, first, arcs, held, known } = &self.islands[number];
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
            if let Some(memory) = memory
                && held & bits(at - island.start, at - island.start + 1) != 0
            {
                feature::of_word_elsewhere(&line, at, memory, &mut |t, v| keys.push(feature::key(t, v)));
                model.add(keys, &mut sums);
            }
            cut.words.push(sums.map(|sum| f32::from(sum) * model.step));
        }
        cut.run(island.clone(), memory.is_some(), *known);
    }

    /// Notes in the memory what the first reading made of the island.
    fn remember(&self, number: usize, memory: &mut Memory) {
        let island = &self.islands[number];
        let line = self.page.line(&island.line);
        remember(&line, std::slice::from_ref(&island.words), &self.cut.segments, memory);
    }
}

impl Cut {
    /// Finds the best cut, if wanted with how probable its names are, and those that the gazetteers know.
    fn run(&mut self, island: Range<usize>, probable: bool, known: bool) {
        lattice::add_words(&mut self.arcs, &self.words, island.start);
        lattice::best(&self.arcs, island.clone(), &mut self.best);
        if probable && (known || !self.best.is_empty()) {
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

/// The bits of these words of an island; an island is no longer than the bits.
fn bits(start: usize, end: usize) -> u64 {
    debug_assert!(start < end && end <= 64);
    u64::MAX >> (64 - (end - start)) << start
}

/// What the run of words weighs by what its sentence shows.
fn weigh_run(
    (model, usual): (&Model, &Usual),
    line: &Line<'_>,
    (start, end): (usize, usize),
    exact: u32,
    keys: &mut Keys,
    (from, to): (&mut Side, &mut Side),
) -> Sums {
    let several = end - start > 1;
    let inside = several.then(|| feature::inside(line, start, end));
    feature::of_span_itself(line, start, end, exact, &mut |t, v| keys.push(feature::key(t, v)));
    let mut sums = model.sum(keys);
    usual.add(end - start, exact != 0, inside, &mut sums);
    let all = |keys: &mut Keys| feature::of_start(line, start, &mut |t, v| keys.push(feature::key(t, v)));
    let own = |keys: &mut Keys| feature::of_start_of(line, start, several, &mut |t, v| keys.push(feature::key(t, v)));
    add(&mut sums, from.weigh(model, several, keys, all, own));
    let all = |keys: &mut Keys| feature::of_end(line, end, &mut |t, v| keys.push(feature::key(t, v)));
    let own = |keys: &mut Keys| feature::of_end_of(line, end, several, &mut |t, v| keys.push(feature::key(t, v)));
    add(&mut sums, to.weigh(model, several, keys, all, own));
    sums
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
