//! "A, ainsi que B, quitte C", "A, comme B, quitte C": a second party set between commas joins the first.

use super::chunk::{Chunk, Mark, VerbMode};
use super::words::Words;
use crate::grammar::WordClass;

/// Makes coordinations of the parties that are added between commas.
pub(crate) fn join_added(words: &Words<'_, '_>, chunks: &mut Vec<Chunk>) {
    let mut dropped = Vec::new();
    for at in 1..chunks.len().saturating_sub(1) {
        if let Some(close) = added(words, chunks, at) {
            join(chunks, at, close, &mut dropped);
        }
    }
    if !dropped.is_empty() {
        let mut at = 0;
        chunks.retain(|_| {
            at += 1;
            dropped.binary_search(&(at - 1)).is_err()
        });
    }
}

/// The comma that closes what is added, when the comma opens it; the chunk behind it when none closes it.
fn added(words: &Words<'_, '_>, chunks: &[Chunk], comma: usize) -> Option<usize> {
    let first = chunks[comma].is(Mark::Comma) && comma > 0 && chunks[comma - 1].noun().is_some();
    let token = chunks.get(comma + 1)?.tokens().start;
    let end = chunks.last()?.tokens().end;
    if !first {
        return None;
    }
    let also = chunks[comma + 1].is(Mark::Coordinator) && words.phrase(token, end, WordClass::Also).is_some();
    let likewise = words.phrase(token, end, WordClass::Likewise);
    let group = match &chunks[comma + 1] {
        Chunk::Noun(group) if likewise == Some(group.inner) => comma + 1,
        Chunk::Mark(Mark::Subordinator, _) if likewise.is_some() => comma + 2,
        Chunk::Mark(Mark::Coordinator, _) if also => comma + 2,
        _ => return None,
    };
    let noun = chunks.get(group)?.noun().filter(|n| !n.time)?;
    // "vu par A, tout comme B": B is beside another party than the one before it.
    let of = words.grammar.preposition("de");
    let start = (0..comma).rev().find(|&c| chunks[c].noun().is_none_or(|n| n.preposition != of))?;
    let before = chunks[start].noun()?.preposition;
    if group > comma + 1 && noun.preposition != before && noun.preposition != chunks[comma - 1].noun()?.preposition {
        return None;
    }
    let inner = |c: &Chunk| c.noun().is_some() || c.is(Mark::Coordinator);
    let behind = (group..chunks.len()).find(|&c| !inner(&chunks[c])).unwrap_or(chunks.len());
    let closed = chunks.get(behind).is_some_and(|c| c.is(Mark::Comma));
    let verb = |c: usize| chunks.get(c).and_then(Chunk::verb).is_some_and(|v| v.mode == VerbMode::Finite);
    // Likeness is told of subjects alone: "A, comme B, quitte C".
    if also { Some(behind) } else { (closed && verb(behind + 1)).then_some(behind) }
}

/// Notes the commas that fall away, so that the parties stand side by side.
fn join(chunks: &mut [Chunk], comma: usize, close: usize, dropped: &mut Vec<usize>) {
    let goes_on = |c: &Chunk| c.verb().is_some() || c.noun().is_some_and(|n| n.preposition.is_some());
    let token = chunks[comma].tokens().start;
    if let Chunk::Noun(group) = &mut chunks[comma + 1] {
        group.preposition = None;
        chunks[comma] = Chunk::Mark(Mark::Coordinator, token);
    } else {
        chunks[comma + 1] = Chunk::Mark(Mark::Coordinator, chunks[comma + 1].tokens().start);
        dropped.push(comma);
    }
    if chunks.get(close).is_some_and(|c| c.is(Mark::Comma)) && chunks.get(close + 1).is_some_and(goes_on) {
        dropped.push(close);
    }
}
