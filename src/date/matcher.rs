//! Patterns over pieces.

use super::lexicon::{Pattern, has, meet};
use super::piece::Piece;
use crate::data::dates as d;

/// What the slots hold: of each, the first and the second value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots([[Option<i32>; 2]; d::SLOTS]);

impl Slots {
    const EMPTY: Self = Self([[None; 2]; d::SLOTS]);

    pub(super) fn first(&self, slot: usize) -> Option<i32> {
        self.0[slot][0]
    }

    pub(super) fn second(&self, slot: usize) -> Option<i32> {
        self.0[slot][1]
    }

    pub(super) fn fill(&mut self, slot: usize, value: i32) {
        let [first, second] = &mut self.0[slot];
        *(if first.is_none() { first } else { second }) = Some(value);
    }

    pub(super) fn put(&mut self, slot: usize, values: [Option<i32>; 2]) {
        self.0[slot] = values;
    }
}

/// A pattern that holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) pattern: &'static Pattern,
    pub(super) slots: Slots,
    /// The piece after the last.
    pub(super) end: usize,
    /// The pieces of the expression.
    pub(super) open: usize,
    pub(super) close: usize,
    /// The month of the first side of an interval is given, and the year.
    pub(super) own_month: bool,
    pub(super) own_year: bool,
}

/// The pattern from the piece `at` on, if it holds there.
pub(super) fn run(pattern: &'static Pattern, pieces: &[Piece], at: usize) -> Option<Match> {
    let mut found =
        Match { pattern, slots: Slots::EMPTY, end: at, open: at, close: at, own_month: false, own_year: false };
    for &(slot, value) in pattern.set {
        found.slots.fill(slot, value);
    }
    let found = step(0, pieces, at, found)?;
    (found.open < found.close).then_some(found)
}

/// The items from `number` on: each takes a piece, if it can, before it is left out.
fn step(number: usize, pieces: &[Piece], at: usize, mut found: Match) -> Option<Match> {
    if number == found.pattern.open {
        found.open = at;
    }
    if number == found.pattern.close {
        found.close = at;
    }
    let Some(item) = found.pattern.items.get(number) else {
        found.end = at;
        return Some(found);
    };
    let piece = pieces.get(at).filter(|p| meet(&p.mask, &item.mask));
    if item.not {
        return if piece.is_some() { None } else { step(number + 1, pieces, at, found) };
    }
    if let Some(piece) = piece {
        let mut taken = found;
        take(piece, &item.mask, &mut taken);
        if let Some(found) = step(number + 1, pieces, at + 1, taken) {
            return Some(found);
        }
    }
    if item.optional { step(number + 1, pieces, at, found) } else { None }
}

/// Fills the slots of the classes by which the piece was taken.
fn take(piece: &Piece, mask: &[u64; 4], found: &mut Match) {
    let of = |class| has(mask, class) && has(&piece.mask, class);
    if of(d::NUMERIC) {
        found.slots.fill(d::SLOT_DAY, piece.number.first);
        found.slots.fill(d::SLOT_MONTH, piece.number.second);
        found.slots.fill(d::SLOT_YEAR, piece.number.third);
        return;
    }
    if of(d::DAYMONTH) {
        found.slots.fill(d::SLOT_DAY, piece.number.first);
        found.slots.fill(d::SLOT_MONTH, piece.number.second);
        // The second side has its own month too.
        found.own_month = true;
        return;
    }
    if of(d::CLOCK) {
        found.slots.fill(d::SLOT_HOUR, piece.number.first);
        found.slots.fill(d::SLOT_MINUTE, piece.number.second);
        return;
    }
    for (class, slot) in d::SLOT_OF.iter().enumerate().filter(|(_, slot)| usize::from(**slot) < d::SLOTS) {
        let class = class as u8;
        if of(class) {
            let slot = usize::from(*slot);
            let second_day = found.slots.second(d::SLOT_DAY).is_some();
            found.own_month |= slot == d::SLOT_MONTH && !second_day;
            found.own_year |= slot == d::SLOT_YEAR && !second_day;
            found.slots.fill(slot, piece.value(class));
            return;
        }
    }
}
