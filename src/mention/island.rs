//! The stretches of a sentence that may hold names: few words are worth the expensive question.

use super::form::Form;
use super::line::Line;
use super::word::sense;
use std::ops::Range;

/// How many words an island has at most.
pub(crate) const LONGEST: usize = 32;
/// How far before a capital a lower-case head is looked for.
const REACH_BACK: usize = 5;
/// How far behind an organisation's head its name may go on in lower case.
const REACH_ON: usize = 9;

/// The islands of the sentence, in order.
pub(crate) fn islands(line: &Line<'_>, out: &mut Vec<Range<usize>>) {
    out.clear();
    let mut at = 0;
    let mut floor = 0;
    while at < line.len() {
        if !starts(line, at) {
            at += 1;
            continue;
        }
        let start = back(line, at, floor);
        let end = on(line, start, at).min(start + LONGEST);
        let end = end.max(at + 1);
        out.push(start..end);
        floor = end;
        at = end;
    }
}

/// Whether a name may begin here without one before it.
fn starts(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at as isize);
    if word.form.is_strong() {
        // "Le", "Il", "Selon" at the start of a sentence: only as part of something longer.
        let idle = word.initial && (word.is_closed() || word.is_finite()) && word.form == Form::Capital;
        return !idle || line.word(at as isize + 1).form.is_strong() || known(line, at);
    }
    known(line, at) || actor(line, at)
}

/// Whether the gazetteers know a name here.
fn known(line: &Line<'_>, at: usize) -> bool {
    line.hits_at(at).iter().any(|h| h.mask & sense::KNOWN != 0)
}

/// Whether the word is a lower-case head with a demonym behind it: an army, a government.
pub(crate) fn actor(line: &Line<'_>, at: usize) -> bool {
    let (head, next) = (line.word(at as isize), line.word(at as isize + 1));
    head.form == Form::Lower
        && head.senses & (sense::HEAD_ORGANISATION | sense::HEAD_ACTOR) != 0
        && next.form == Form::Lower
        && next.senses & sense::DEMONYM != 0
}

fn back(line: &Line<'_>, at: usize, floor: usize) -> usize {
    let mut start = at;
    for before in (floor.max(at.saturating_sub(REACH_BACK))..at).rev() {
        let word = line.word(before as isize);
        if word.form.cuts() || word.is_finite() && word.senses & sense::HEAD == 0 {
            break;
        }
        if word.form == Form::Lower
            && word.senses & (sense::HEAD_ORGANISATION | sense::HEAD_PLACE | sense::HEAD_EVENT | sense::HEAD_ACTOR) != 0
            || matches!(word.form, Form::Number | Form::NumberLetters) && before + 1 == start
            || word.links && before + 1 == start && before + 1 == at
        {
            start = before;
        }
    }
    start
}

/// Where the island ends that starts at `start` and surely holds the word `at`.
fn on(line: &Line<'_>, start: usize, at: usize) -> usize {
    let mut end = at + 1;
    let mut head = None;
    let mut next = start;
    while next < line.len() && next < start + LONGEST {
        let word = line.word(next as isize);
        if next >= end && word.form.cuts() {
            break;
        }
        if word.senses & (sense::HEAD_ORGANISATION | sense::HEAD_PLACE | sense::HEAD_EVENT) != 0 && next < end {
            head = Some(next);
        }
        if let Some(reach) = line.hits_at(next).iter().filter(|h| h.mask & sense::KNOWN != 0).map(|h| h.end).max() {
            end = end.max(reach);
        }
        if actor(line, next) {
            end = end.max(next + 2);
        }
        if word.form.is_strong() {
            end = end.max(next + 1);
        }
        if next >= end {
            let near = head.is_some_and(|h| next < h + REACH_ON) && !word.is_finite();
            let number = matches!(word.form, Form::Number | Form::NumberLetters);
            let linked = word.links || matches!(word.form, Form::Dash | Form::Slash);
            // One plain word behind a capital may belong to it: an adjective.
            let tail = word.form == Form::Lower && !word.is_closed() && line.word(next as isize - 1).form.is_strong();
            if near && (word.form.is_word() || number) || tail || number && next == end {
                end = end.max(next + 1);
            } else if !linked || next >= end + 3 {
                break;
            }
        }
        next += 1;
    }
    end
}
