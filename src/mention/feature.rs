//! The evidence: what is said of a word and of a run of words, as features that the model weighs.

use super::form::Form;
use super::line::Line;
use super::memory::{Memory, Recall};
use super::word::{Word, sense};

macro_rules! templates {
    ($($name:ident),* $(,)?) => {
        /// What a feature looks at.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        // The number of a template is part of the weights: none is taken out between trainings.
        #[cfg_attr(not(feature = "train"), allow(dead_code))]
        pub(crate) enum Template { $($name),* }
    };
}

templates! {
    // The word itself: what is learned of it does not carry over to names never seen.
    Word, Prefix3, Suffix2, Suffix3, Suffix4, WordAndNext, PreviousAndWord,
    // The gazetteers.
    Senses, SenseBit, Cover, CoverKind, CoverAmbiguous, SpanSenses, SpanSenseBit, SpanSensesContext,
    Ending, Beginning, Part, PartNext, PartPrevious, Lore, SpanLore, SpanEnding, SpanInside,
    // Its form and surroundings.
    Bias, Shape, Common, Class, Previous, Next, PreviousTwo, NextTwo, Before2, After2, Shapes, ShapesWide, PreviousSenses, NextSenses,
    Classes, PreviousClass, NextVerb, Title, LowerElsewhere, PreviousShape, NextShape,
    // The run of words.
    SpanBias, SpanLength, SpanPattern, SpanPatternContext, SpanHead, SpanPrevious, SpanNext, SpanBoth, SpanBracket, SpanTitle,
    SpanQuoted, SpanNextVerb, SpanPreviousClass, SpanLineEdge, SpanFirstWord, SpanLastWord,
    SpanTitlePattern, SpanGovernor, SpanGovernorWord, SpanApposition, SpanBracketSenses,
    // The rest of the document.
    MemoryWord, MemoryWordShape, MemorySpan, MemorySpanPattern, MemoryLeft, MemoryRight,
}

// Training hides features by what they are about.
#[cfg_attr(not(feature = "train"), allow(dead_code))]
impl Template {
    /// Whether it is about which word it is.
    pub(crate) fn is_lexical(self) -> bool {
        self <= Self::PreviousAndWord || matches!(self, Self::SpanFirstWord | Self::SpanLastWord)
    }

    /// Whether it is about what the gazetteers know.
    pub(crate) fn is_gazetteer(self) -> bool {
        (Self::Senses..=Self::SpanInside).contains(&self)
    }

    /// Whether it is about the rest of the document.
    pub(crate) fn is_memory(self) -> bool {
        self >= Self::MemoryWord
    }
}

/// The key of a feature.
#[inline]
pub(crate) fn key(template: Template, value: u64) -> u64 {
    let h = (value ^ (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (h ^ (h >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

fn pair(a: u64, b: u64) -> u64 {
    (a.rotate_left(21) ^ b).wrapping_mul(0x2545_f491_4f6c_dd1d)
}

/// What the word is as context: names are alike there.
pub(crate) fn context(word: &Word) -> u64 {
    if word.form.is_strong() && word.common == 0 && word.title == 0
        || matches!(word.form, Form::Number | Form::NumberLetters)
    {
        word.form as u64
    } else {
        word.lower
    }
}

#[inline]
fn seen(word: &Word) -> u64 {
    word.context
}

fn shape(word: &Word) -> u64 {
    word.form as u64 | u64::from(word.initial) << 6
}

/// Calls `emit` with each feature of the word that its sentence shows.
#[cfg_attr(not(feature = "train"), allow(dead_code))]
pub(crate) fn of_word(line: &Line<'_>, text: &str, at: usize, emit: &mut impl FnMut(Template, u64)) {
    of_word_itself(line.word(at as isize), text, emit);
    of_word_beside(line, at, emit);
}

/// Calls `emit` with each feature that the word shows wherever it stands: what [`Word::is_like`] compares is all that counts here.
pub(crate) fn of_word_itself(word: &Word, text: &str, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let shape = shape(word);
    emit(T::Bias, 0);
    emit(T::Shape, shape);
    if word.form.is_word() {
        emit(T::Word, word.lower);
        affixes(text, emit);
    }
    emit(T::Common, u64::from(word.common) << 8 | shape);
    emit(T::Class, u64::from(word.class) << 8 | u64::from(word.verb));
    gazetteer(word, emit);
    if word.lore != [0; 3] {
        emit(T::Ending, u64::from(word.lore[0]) << 8 | word.form as u64);
        emit(T::Beginning, u64::from(word.lore[1]) << 8 | word.form as u64);
        emit(
            T::Lore,
            u64::from(word.lore[1]) << 16
                | u64::from(word.lore[0]) << 8
                | u64::from(word.senses & (sense::GIVEN | sense::FAMILY) != 0),
        );
        if word.lore[2] != 0 {
            emit(T::Part, u64::from(word.lore[2]) << 8 | shape);
        }
    }
}

/// Calls `emit` with each feature of the word that the words beside it show.
pub(crate) fn of_word_beside(line: &Line<'_>, at: usize, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let i = at as isize;
    let word = line.word(i);
    let (p1, p2, n1, n2) = (line.word(i - 1), line.word(i - 2), line.word(i + 1), line.word(i + 2));
    let shape = shape(word);
    if word.form.is_word() {
        emit(T::WordAndNext, pair(word.lower, seen(n1)));
        emit(T::PreviousAndWord, pair(seen(p1), word.lower));
    }
    if n1.lore[2] != 0 {
        emit(T::PartNext, u64::from(n1.lore[2]) << 8 | shape);
    }
    if p1.lore[2] != 0 {
        emit(T::PartPrevious, u64::from(p1.lore[2]) << 8 | shape);
    }
    emit(T::Previous, seen(p1));
    emit(T::Next, seen(n1));
    emit(T::PreviousTwo, pair(seen(p2), seen(p1)));
    emit(T::NextTwo, pair(seen(n1), seen(n2)));
    emit(T::Before2, seen(p2));
    emit(T::After2, seen(n2));
    emit(T::PreviousShape, pair(seen(p1), shape));
    emit(T::NextShape, pair(seen(n1), shape));
    let shapes = (p1.form as u64) << 16 | shape << 8 | n1.form as u64;
    emit(T::Shapes, shapes);
    emit(T::ShapesWide, (p2.form as u64) << 32 | shapes << 8 | n2.form as u64);
    if p1.senses != 0 {
        emit(T::PreviousSenses, pair(u64::from(p1.senses), word.form as u64));
    }
    if n1.senses != 0 {
        emit(T::NextSenses, pair(u64::from(n1.senses), word.form as u64));
    }
    emit(T::Classes, u64::from(p1.class) << 32 | shape << 16 | u64::from(n1.class));
    emit(T::PreviousClass, u64::from(p2.class) << 16 | u64::from(p1.class) << 8 | u64::from(word.class));
    if n1.verb | n2.verb | p1.verb != 0 {
        emit(T::NextVerb, u64::from(n1.verb) << 16 | u64::from(n2.verb) << 8 | u64::from(p1.verb));
    }
    if p1.title != 0 || p2.title != 0 {
        emit(T::Title, u64::from(p1.title) << 16 | u64::from(p2.title) << 8 | word.form as u64);
    }
}

/// Calls `emit` with each feature of the word that the rest of the document shows.
pub(crate) fn of_word_elsewhere(line: &Line<'_>, at: usize, memory: &Memory, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let word = line.word(at as isize);
    let shape = shape(word);
    if word.form.is_strong() {
        emit(T::LowerElsewhere, u64::from(memory.lower(word)) << 8 | shape);
    }
    if let Some(recall) = memory.word(word) {
        recalled(recall, T::MemoryWord, emit);
        emit(T::MemoryWordShape, recall.summary() << 8 | shape);
    }
}

fn recalled(recall: Recall, template: Template, emit: &mut impl FnMut(Template, u64)) {
    recall.each(|value| emit(template, value));
}

fn affixes(text: &str, emit: &mut impl FnMut(Template, u64)) {
    let mut ends = [0u64; 4];
    let mut starts = 0u64;
    let mut count = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = u64::from(u32::from(c));
        if count < 3 {
            starts = starts << 21 | c;
        }
        ends.rotate_left(1);
        ends[3] = c;
        count += 1;
    }
    if count >= 3 {
        emit(Template::Prefix3, starts);
        emit(Template::Suffix2, ends[2] << 21 | ends[3]);
        emit(Template::Suffix3, ends[1] << 42 | ends[2] << 21 | ends[3]);
    }
    if count >= 5 {
        emit(Template::Suffix4, pair(ends[0], ends[1] << 42 | ends[2] << 21 | ends[3]));
    }
}

fn gazetteer(word: &Word, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    if word.senses != 0 {
        emit(T::Senses, pair(u64::from(word.senses), word.form as u64));
        let mut bits = word.senses;
        while bits != 0 {
            emit(T::SenseBit, u64::from(bits.trailing_zeros()) << 8 | word.form as u64);
            bits &= bits - 1;
        }
    }
    let cover = word.cover.iter().fold(0, |all, &c| all << 3 | u64::from(c));
    if cover != 0 {
        emit(T::Cover, cover);
        emit(
            T::CoverAmbiguous,
            cover << 8 | u64::from(word.common) << 1 | u64::from(word.senses & sense::AMBIGUOUS != 0),
        );
        for (kind, &place) in word.cover.iter().enumerate() {
            if place != 0 {
                emit(T::CoverKind, (kind as u64) << 3 | u64::from(place));
            }
        }
    }
}

/// What a word contributes to the pattern of a run of words.
fn letter(word: &Word) -> u64 {
    let s = word.senses;
    match word.form {
        Form::Lower | Form::Abbreviation if word.links => 1,
        Form::Elision => 1,
        Form::Lower | Form::Abbreviation if s & sense::HEAD_ORGANISATION != 0 => 2,
        Form::Lower | Form::Abbreviation if s & sense::HEAD_PLACE != 0 => 3,
        Form::Lower | Form::Abbreviation if s & sense::DEMONYM != 0 => 4,
        Form::Lower | Form::Abbreviation => 5,
        Form::Number => 6,
        Form::NumberLetters => 7,
        Form::Initial | Form::Letter if word.title != 0 => 22,
        Form::Initial | Form::Letter => 8,
        Form::AllCaps | Form::Pointed => 9,
        Form::Dash | Form::Slash => 10,
        Form::InnerCapital | Form::LowerCapital => 11,
        _ if s & sense::TITLE != 0 => 12,
        _ if s & sense::HEAD_ORGANISATION != 0 => 13,
        _ if s & (sense::HEAD_PLACE | sense::HEAD_EVENT | sense::HEAD_ACTOR) != 0 => 14,
        _ if s & sense::GIVEN_COMMON != 0 => 15,
        _ if s & (sense::FAMILY_COMMON | sense::SURNAME) != 0 => 16,
        _ if s & sense::GIVEN != 0 => 17,
        _ if s & sense::FAMILY != 0 => 18,
        _ if word.common != 0 => 19,
        _ if s & sense::NAME != 0 => 20,
        _ => 21,
    }
}

/// The forms and senses of the words of a run, five bits each; of several plain words only the first.
fn pattern(line: &Line<'_>, start: usize, end: usize) -> u64 {
    (start..end).fold(0, |pattern, at| {
        let letter = letter(line.word(at as isize));
        if letter == 5 && pattern & 31 == 5 { pattern } else { pattern << 5 | letter }
    })
}

/// The first head among the words of a run, where it stands and in which case.
fn head(line: &Line<'_>, start: usize, end: usize) -> u32 {
    (start..end).find(|&at| line.word(at as isize).senses & sense::HEAD != 0).map_or(0, |at| {
        let word = line.word(at as isize);
        word.senses & sense::HEAD | u32::from(at == start) << 12 | u32::from(word.form == Form::Lower) << 13
    })
}

/// Calls `emit` with each feature of the run of words that its sentence shows.
#[cfg_attr(not(feature = "train"), allow(dead_code))]
pub(crate) fn of_span(line: &Line<'_>, start: usize, end: usize, emit: &mut impl FnMut(Template, u64)) {
    let several = end - start > 1;
    of_length(end - start, emit);
    of_start(line, start, emit);
    of_start_of(line, start, several, emit);
    of_end(line, end, emit);
    of_end_of(line, end, several, emit);
    let exact = line.exact(start, end);
    if exact == 0 {
        of_unknown(emit);
    }
    if several {
        of_inside(inside(line, start, end), emit);
    }
    of_span_itself(line, start, end, exact, emit);
}

/// Calls `emit` with what is true of all runs of so many words.
pub(crate) fn of_length(words: usize, emit: &mut impl FnMut(Template, u64)) {
    emit(Template::SpanBias, 0);
    emit(Template::SpanLength, words.min(8) as u64);
}

/// Calls `emit` with what is true of all runs of words that the gazetteers do not know.
pub(crate) fn of_unknown(emit: &mut impl FnMut(Template, u64)) {
    emit(Template::SpanSenses, 0);
}

/// Calls `emit` with what it says how a name lies that the span cuts through or goes beyond: see [`inside`].
pub(crate) fn of_inside(code: u64, emit: &mut impl FnMut(Template, u64)) {
    emit(Template::SpanInside, code);
}

/// Calls `emit` with what is true of all runs that begin at the word.
pub(crate) fn of_start(line: &Line<'_>, start: usize, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let i = start as isize;
    let (p2, p1) = (line.word(i - 2), line.word(i - 1));
    emit(T::SpanPrevious, seen(p1));
    emit(T::SpanTitle, u64::from(p1.title) << 8 | u64::from(p2.title));
    emit(T::SpanFirstWord, line.word(i).lower);
    governor(line, start, emit);
}

/// Calls `emit` with what is true of all runs of one word, or of all of several, that begin at the word.
pub(crate) fn of_start_of(line: &Line<'_>, start: usize, several: bool, emit: &mut impl FnMut(Template, u64)) {
    let i = start as isize;
    let (p2, p1) = (line.word(i - 2), line.word(i - 1));
    let classes = u64::from(p1.class) << 16 | u64::from(p2.class) << 8;
    emit(Template::SpanPreviousClass, classes | u64::from(several));
}

/// Calls `emit` with what is true of all runs that end before the word.
pub(crate) fn of_end(line: &Line<'_>, end: usize, emit: &mut impl FnMut(Template, u64)) {
    use Template as T;
    let j = end as isize;
    let (n1, n2) = (line.word(j), line.word(j + 1));
    emit(T::SpanNext, seen(n1));
    emit(T::SpanLastWord, line.word(j - 1).lower);
    if matches!(n1.form, Form::Comma | Form::Opening) {
        emit(T::SpanApposition, (n1.form as u64) << 56 | u64::from(n2.title) << 48 | u64::from(n2.senses));
    }
}

/// Calls `emit` with what is true of all runs of one word, or of all of several, that end before the word.
pub(crate) fn of_end_of(line: &Line<'_>, end: usize, several: bool, emit: &mut impl FnMut(Template, u64)) {
    let j = end as isize;
    let (n1, n2) = (line.word(j), line.word(j + 1));
    let verbs = u64::from(n1.verb) << 8 | u64::from(n2.verb) << 4 | u64::from(n1.class == 0) << 1;
    emit(Template::SpanNextVerb, verbs | u64::from(several));
}

/// Calls `emit` with each feature that is the run's own; `exact` is what the gazetteers know it as.
pub(crate) fn of_span_itself(
    line: &Line<'_>,
    start: usize,
    end: usize,
    exact: u32,
    emit: &mut impl FnMut(Template, u64),
) {
    use Template as T;
    let (i, j) = (start as isize, end as isize);
    let (p2, p1, n1, n2) = (line.word(i - 2), line.word(i - 1), line.word(j), line.word(j + 1));
    let (first, last) = (line.word(i), line.word(j - 1));
    let count = end - start;
    let (pattern, head) = (pattern(line, start, end), head(line, start, end));
    emit(T::SpanPattern, pattern);
    if exact != 0 {
        emit(T::SpanSenses, u64::from(exact));
        let mut bits = exact;
        while bits != 0 {
            let bit = u64::from(bits.trailing_zeros());
            emit(T::SpanSenseBit, bit << 8 | u64::from(exact & sense::AMBIGUOUS != 0) << 4 | count.min(4) as u64);
            bits &= bits - 1;
        }
        emit(T::SpanSensesContext, pair(u64::from(exact & (sense::NAME | sense::SURNAME | sense::GIVEN)), seen(p1)));
    }
    if first.lore != [0; 3] || last.lore != [0; 3] {
        emit(T::SpanLore, u64::from(first.lore[2]) << 16 | u64::from(last.lore[2]) << 8 | count.min(4) as u64);
        emit(T::SpanEnding, u64::from(first.lore[0]) << 16 | u64::from(last.lore[0]) << 8 | count.min(4) as u64);
    }
    if head != 0 {
        emit(T::SpanHead, u64::from(head));
    }
    emit(T::SpanBoth, pair(seen(p1), seen(n1)));
    emit(T::SpanPatternContext, pair(pattern, (p1.form as u64) << 8 | n1.form as u64));
    if p1.title != 0 {
        emit(T::SpanTitlePattern, pair(pattern, u64::from(p1.title)));
    }
    if n1.form == Form::Opening || p1.form == Form::Opening {
        let closed = n1.form == Form::Closing;
        emit(T::SpanBracket, u64::from(closed) << 16 | (last.form as u64) << 8 | n2.form as u64);
    }
    if matches!(p1.form, Form::QuoteOpening | Form::Quote) {
        emit(T::SpanQuoted, u64::from(matches!(n1.form, Form::QuoteClosing | Form::Quote)) << 8 | u64::from(count > 1));
    }
    if start == 0 || n1.form == Form::Edge {
        emit(T::SpanLineEdge, u64::from(start == 0) << 8 | n1.form as u64);
    }
    if matches!(p1.form, Form::Opening | Form::Comma) {
        emit(
            T::SpanBracketSenses,
            (p1.form as u64) << 56 | u64::from(n1.form as u8) << 48 | u64::from(p2.senses & !sense::SURNAME),
        );
    }
}

/// Calls `emit` with each feature of the run of words that the rest of the document shows.
pub(crate) fn of_span_elsewhere(
    line: &Line<'_>,
    start: usize,
    end: usize,
    memory: &Memory,
    emit: &mut impl FnMut(Template, u64),
) {
    use Template as T;
    let (p1, n1) = (line.word(start as isize - 1), line.word(end as isize));
    if let Some(recall) = memory.span(line, start, end) {
        recalled(recall, T::MemorySpan, emit);
        emit(T::MemorySpanPattern, pair(recall.summary(), pattern(line, start, end)));
    }
    let (left, right) = memory.neighbours(line, start, end);
    emit(T::MemoryLeft, pair(left, seen(p1)));
    emit(T::MemoryRight, pair(right, seen(n1)));
}

/// The noun or title before the span that the span may complete: "ministre iranien des …", "mosquée …".
fn governor(line: &Line<'_>, start: usize, emit: &mut impl FnMut(Template, u64)) {
    let mut linked = 0;
    for back in 1..=super::line::MARGIN + 1 {
        if back > start {
            return;
        }
        let word = line.word((start - back) as isize);
        if word.form.cuts() {
            return;
        }
        let head = word.senses & (sense::HEAD | sense::TITLE);
        if head != 0 && !word.form.is_strong() {
            let how = linked << 3 | back as u64;
            emit(Template::SpanGovernor, u64::from(head) << 16 | u64::from(word.title) << 8 | how);
            emit(Template::SpanGovernorWord, pair(word.lower, linked));
            return;
        }
        linked = linked.max(u64::from(word.links) + u64::from(word.class >= 64));
    }
}

/// More than any code of [`inside`].
pub(crate) const INSIDE: usize = 5 << 5;

/// How the longest known name that begins or ends here lies to the span: less than [`INSIDE`].
pub(crate) fn inside(line: &Line<'_>, start: usize, end: usize) -> u64 {
    let mut code = 0;
    for at in start..end {
        for hit in line.hits_at(at) {
            if hit.mask & sense::NAME == 0 {
                continue;
            }
            let kind = u64::from((hit.mask & sense::NAME).trailing_zeros()) - 11;
            let long = hit.end - hit.start > 1;
            let how = match (hit.start == start, hit.end.cmp(&end)) {
                (true, std::cmp::Ordering::Less) => 1,
                (false, std::cmp::Ordering::Equal) => 2,
                (false, std::cmp::Ordering::Less) => 3,
                (_, std::cmp::Ordering::Greater) => 4,
                _ => continue,
            };
            code = code.max(how << 5 | kind << 1 | u64::from(long));
        }
    }
    code
}
