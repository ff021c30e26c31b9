use super::date::Date;
use super::expression::TimeExpression;
use super::lexicon::{Pattern, Word, has, patterns};
use super::matcher::{Match, run};
use super::piece::{Piece, is_trigger, pieces, word};
use super::resolver::{Context, clock, resolve};
use super::tense::nearest;
use super::value::Value;
use super::when::{Clock, Field, Part, When};
use crate::Span;
use crate::data::dates as d;
use crate::sentence::Sentence;
use crate::token::{Shape, Token, TokenKind};
use std::ops::Range;

/// How many tokens an expression may begin before the word that the finder stops at, and end behind it.
const BEFORE: usize = 10;
const BEHIND: usize = 22;
/// How far the finder looks at first, and how near to that an expression must end for it to look further.
const NEAR: usize = 10;
const MARGIN: usize = 6;

/// Finds the expressions of time in a text.
///
/// ```
/// use depeche::date::{Date, DateFinder};
/// use depeche::sentence::SentenceSplitter;
/// use depeche::token::Tokenizer;
///
/// let text = "Élu en mars 2019, il a été reçu lundi.";
/// let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
/// let sentences = SentenceSplitter.split(text, &mut tokens);
/// let found = DateFinder.find(text, &tokens, &sentences, &[], Date::new(2024, 3, 20));
/// let found: Vec<_> = found.iter().map(|e| (e.text(), e.iso())).collect();
/// assert_eq!(found, [("mars 2019", Some("2019-03")), ("lundi", Some("2024-03-18"))]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct DateFinder;

/// An expression before its time is known.
struct Candidate {
    found: Match,
    span: Span,
    sentence: usize,
    tokens: Range<usize>,
    /// From or until then.
    open: Option<Value>,
    dateline: bool,
    universal: bool,
}

impl DateFinder {
    /// The expressions of time in `text`, in order, none within another.
    ///
    /// `names` are the spans of the names in the text, in order: what lies within one ("rue du 8 mai 1945") is no date. `reference` is
    /// the day on which the text was written; without it the dateline of the text tells, or the first full date in it.
    pub fn find<'t>(
        &self,
        text: &'t str,
        tokens: &[Token<'t>],
        sentences: &[Sentence],
        names: &[Span],
        reference: Option<Date>,
    ) -> Vec<TimeExpression<'t>> {
        let mut found = Vec::new();
        let mut desk = Desk::default();
        for (number, sentence) in sentences.iter().enumerate() {
            scan(tokens, number, sentence.tokens(), &mut desk, &mut found);
        }
        found.retain(|f| !is_within_name(f, names));
        for f in &mut found {
            f.dateline = f.dateline || f.sentence < 4 && is_dateline(tokens, &f.tokens);
        }
        let full = |f: &Candidate| full_date(&f.found);
        let reference = reference
            .filter(|r| r.day().is_some())
            .or_else(|| found.iter().filter(|f| f.dateline).find_map(full))
            .or_else(|| found.iter().find_map(full));
        resolved(text, tokens, sentences, &found, reference)
    }
}

/// Buffers of a reading.
#[derive(Default)]
struct Desk {
    /// Of each token of the sentence, its word in the lists.
    words: Vec<Option<&'static Word>>,
    /// The pieces of the tokens that have been looked at, which stand side by side.
    pieces: Vec<Piece>,
    /// Of each of these tokens, its first piece; one more at the end.
    starts: Vec<usize>,
    /// The first of these tokens.
    from: usize,
}

impl Desk {
    /// The pieces of the tokens of the range; `sentence` is where the sentence begins, and no range begins before the last one.
    fn pieces(&mut self, tokens: &[Token<'_>], range: Range<usize>, sentence: usize) -> &[Piece] {
        let read = self.from + self.starts.len().saturating_sub(1);
        if range.start < self.from || range.start >= read {
            self.pieces.clear();
            self.starts.clear();
            self.starts.push(0);
            self.from = range.start;
        }
        for at in self.from + self.starts.len() - 1..range.end {
            pieces(tokens, at..at + 1, &self.words[at - sentence..], &mut self.pieces);
            self.starts.push(self.pieces.len());
        }
        &self.pieces[self.starts[range.start - self.from]..self.starts[range.end - self.from]]
    }
}

/// Finds the expressions of a sentence.
fn scan(tokens: &[Token<'_>], number: usize, sentence: Range<usize>, desk: &mut Desk, found: &mut Vec<Candidate>) {
    desk.words.clear();
    desk.starts.clear();
    desk.words.extend(tokens[sentence.clone()].iter().map(word));
    let mut free = sentence.start;
    let mut at = sentence.start;
    while at < sentence.end {
        if !is_trigger(&tokens[at], desk.words[at - sentence.start]) {
            at += 1;
            continue;
        }
        let first = free.max(at.saturating_sub(BEFORE));
        // Few expressions are long.
        let mut near = desk.pieces(tokens, first..sentence.end.min(at + NEAR), sentence.start);
        let mut one = best(near, at);
        if one.as_ref().is_some_and(|f| f.tokens.end + MARGIN > at + NEAR) {
            near = desk.pieces(tokens, first..sentence.end.min(at + BEHIND), sentence.start);
            one = best(near, at);
        }
        let Some(one) = one else {
            at += 1;
            continue;
        };
        let none = one.found.pattern.value == Value::None;
        free = near[if none { one.found.end } else { one.found.close } - 1].token + 1;
        at = free.max(at + 1);
        if !none {
            found.push(Candidate { sentence: number, ..one });
        }
    }
}

/// The expression that begins first and holds the token.
fn best(pieces: &[Piece], token: usize) -> Option<Candidate> {
    let trigger = pieces.iter().position(|p| p.token == token)?;
    let last = pieces.iter().rposition(|p| p.token == token)?;
    let holds = pieces[trigger..=last].iter().fold(0, |set, p| set | patterns(&d::HOLDS, &p.mask));
    let mut best: Option<Match> = None;
    for start in 0..=last {
        if best.is_some_and(|b| b.open < start) {
            break;
        }
        let mut here = patterns(&d::BEGINS, &pieces[start].mask) & holds;
        while here != 0 {
            let pattern = &d::PATTERNS[here.trailing_zeros() as usize];
            here &= here - 1;
            let Some(found) = run(pattern, pieces, start).filter(|found| found.end > trigger) else { continue };
            // Of the same words the pattern counts that looks further ahead: "le lendemain" but not "le lendemain de".
            let longer = |b: Match| (b.open, found.close, found.end) > (found.open, b.close, b.end);
            if best.is_none_or(|b| found.open < b.open || found.open == b.open && longer(b)) {
                best = Some(found);
            }
        }
    }
    best.map(|found| complete(pieces, found))
}

/// Takes in what stands beside the expression: "depuis", "au soir", "à 15 h 30".
fn complete(pieces: &[Piece], mut found: Match) -> Candidate {
    let (mut open, mut dateline) = (None, false);
    for affix in d::BEFORE {
        let fits = |from: usize| run(affix, pieces, from).is_some_and(|m| m.end == found.open);
        if let Some(from) = (found.open.saturating_sub(affix.items.len())..found.open).find(|&from| fits(from)) {
            match affix.value {
                Value::Dateline => dateline = true,
                _ if is_date(&found) => {
                    open = Some(affix.value);
                    found.open = from;
                }
                _ => {}
            }
        }
    }
    let is_day = found.slots.first(d::SLOT_DAY).is_some()
        || matches!(found.pattern.value, Value::Weekday | Value::Deictic | Value::Relative | Value::FollowingWeekday);
    if is_day && found.close == found.end && found.pattern.value != Value::Interval {
        behind(pieces, &mut found, d::BEHIND, |_| true);
        behind(pieces, &mut found, d::PATTERNS, |p| p.value == Value::Time);
    }
    // Not "UTC+3".
    let shifted = pieces.get(found.close).is_some_and(|p| p.start == pieces[found.close - 1].end && p.is_plus());
    let universal = !shifted && has(&pieces[found.close - 1].mask, d::ZONE);
    let span = Span::new(pieces[found.open].start, pieces[found.close - 1].end);
    let tokens = pieces[found.open].token..pieces[found.close - 1].token + 1;
    Candidate { found, span, sentence: 0, tokens, open, dateline, universal }
}

/// Whether the expression can be an end of an open interval.
fn is_date(found: &Match) -> bool {
    matches!(
        found.pattern.value,
        Value::Date | Value::Season | Value::Weekday | Value::Deictic | Value::Unit | Value::Relative
    )
}

/// Adds one of the patterns just behind the expression to it.
fn behind(pieces: &[Piece], found: &mut Match, patterns: &'static [Pattern], wanted: impl Fn(&Pattern) -> bool) {
    // "lundi, à 15 heures"
    for at in [found.end, found.end + 1] {
        let comma = at > found.end;
        if comma && pieces.get(found.end).is_none_or(|p| p.end != p.start + 1 || p.number.first != 0) {
            return;
        }
        let more = patterns.iter().filter(|p| wanted(p)).filter_map(|p| run(p, pieces, at)).max_by_key(|m| m.end);
        if let Some(more) = more.filter(|m| m.end == m.close && (!comma || m.pattern.open == 1)) {
            for slot in [d::SLOT_HOUR, d::SLOT_MINUTE, d::SLOT_DAYPART] {
                found.slots.take(slot, &more.slots);
            }
            (found.end, found.close) = (more.end, more.close);
            return;
        }
    }
}

/// Whether the expression is (part of) a name.
fn is_within_name(found: &Candidate, names: &[Span]) -> bool {
    let first = names.partition_point(|n| n.end <= found.span.start);
    let numbered = found.found.slots.first(d::SLOT_DAY).is_some() && found.found.slots.first(d::SLOT_MONTH).is_some();
    names[first..].iter().take_while(|n| n.start < found.span.end).any(|name| {
        // A day with its number is a date, whatever the names say, unless they say more.
        !numbered || name.contains(found.span) && *name != found.span
    })
}

/// Whether the expression says, by where it stands, when the text was written: "NIAMEY, 26 mars 2024 (ANP) –", a line of its own.
fn is_dateline(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    const NEAR: usize = 8;
    let line =
        (at.start.saturating_sub(NEAR)..=at.start).rev().find(|&t| t == 0 || tokens[t].shape().has(Shape::LINE_BEFORE));
    let Some(line) = line.filter(|&l| l == at.start || tokens[l].shape().has(Shape::CAPITALISED)) else { return false };
    let rest = tokens[at.end..].iter().take(NEAR).take_while(|t| !t.shape().has(Shape::LINE_BEFORE));
    let bare = |t: &Token<'_>| t.kind() != TokenKind::Word || t.shape().has(Shape::CAPITALISED);
    if !tokens[line..at.start].iter().all(bare) {
        return false;
    }
    let ends = at.end == tokens.len() || rest.clone().count() < NEAR && at.end - line <= NEAR;
    ends && rest.clone().all(bare) || rest.clone().any(|t| t.kind() == TokenKind::Dash)
}

/// The day, when the words give it whole.
fn full_date(found: &Match) -> Option<Date> {
    let slot = |slot| found.slots.first(slot);
    let (year, month, day) = (slot(d::SLOT_YEAR)?, slot(d::SLOT_MONTH)?, slot(d::SLOT_DAY)?);
    if found.pattern.value != Value::Date {
        return None;
    }
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn resolved<'t>(
    text: &'t str,
    tokens: &[Token<'t>],
    sentences: &[Sentence],
    found: &[Candidate],
    reference: Option<Date>,
) -> Vec<TimeExpression<'t>> {
    let mut expressions = Vec::with_capacity(found.len());
    let mut context = Context { reference, last: None, year: None, tense: None };
    let mut sentence = usize::MAX;
    for f in found {
        if f.sentence != sentence {
            (sentence, context.year) = (f.sentence, None);
        }
        let needs_tense = reference.is_some() && f.found.slots.first(d::SLOT_YEAR).is_none();
        context.tense = if needs_tense { nearest(tokens, &sentences[sentence].tokens(), &f.tokens) } else { None };
        let (value, own) = (f.found.pattern.value, (f.found.own_month, f.found.own_year));
        let Ok(mut when) = resolve(value, &f.found.slots, own, &context) else { continue };
        if let Some(when) = &mut when {
            finish(when, f);
            if let Some(point) = when.end.or(when.start).filter(|p| p.year.is_some() || p.field != Field::Whole) {
                context.last = Some(point);
            }
        }
        context.year = f.found.slots.second(d::SLOT_YEAR).or(f.found.slots.first(d::SLOT_YEAR)).or(context.year);
        let part = match f.found.slots.first(d::SLOT_PART) {
            Some(1) => Some(Part::Start),
            Some(2) => Some(Part::Middle),
            Some(3) => Some(Part::End),
            _ => None,
        };
        expressions.push(TimeExpression {
            text: f.span.of(text),
            start: f.span.start,
            iso: when.map(|w| w.to_string()),
            when,
            part,
            found_by: f.found.pattern.name,
            dateline: f.dateline,
            near: f.found.slots.first(d::SLOT_YEAR).is_none()
                && (f.found.slots.first(d::SLOT_DAY).is_some()
                    || matches!(value, Value::Weekday | Value::Weekdays | Value::Deictic | Value::Relative)),
        });
    }
    expressions
}

/// Adds to the time what stands beside the words.
fn finish(when: &mut When, found: &Candidate) {
    if let (Some(point), Some(clock)) = (&mut when.start, clock(&found.found.slots)) {
        point.clock = Some(Clock { universal: found.universal, ..clock });
    }
    match found.open {
        Some(Value::Since) => when.interval = true,
        Some(Value::Until) => (when.start, when.end, when.interval) = (None, when.start, true),
        _ => {}
    }
}
