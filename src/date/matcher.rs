//! Patterns over pieces.

use super::lexicon::{Pattern, has, meet};
use super::piece::Piece;
use crate::data::dates as d;

/// What the slots hold: of each, the first and the second value.
// Small, for it is copied wherever a pattern can go two ways; no value is beyond a year of four digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots([[i16; 2]; d::SLOTS]);

const NOTHING: i16 = i16::MIN;

impl Slots {
    const EMPTY: Self = Self([[NOTHING; 2]; d::SLOTS]);

    fn get(&self, slot: usize, side: usize) -> Option<i32> {
        Some(self.0[slot][side]).filter(|v| *v != NOTHING).map(i32::from)
    }

    pub(super) fn first(&self, slot: usize) -> Option<i32> {
        self.get(slot, 0)
    }

    pub(super) fn second(&self, slot: usize) -> Option<i32> {
        self.get(slot, 1)
    }

    pub(super) fn fill(&mut self, slot: usize, value: i32) {
        let [first, second] = &mut self.0[slot];
        *(if *first == NOTHING { first } else { second }) = value as i16;
    }

    /// Takes the values of a slot of others, where there are any.
    pub(super) fn take(&mut self, slot: usize, others: &Self) {
        if others.first(slot).is_some() {
            self.0[slot] = others.0[slot];
        }
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
    for (word, (item, piece_mask)) in mask.iter().zip(piece.mask).enumerate() {
        let mut bits = item & piece_mask;
        while bits != 0 {
            let class = 64 * word + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            let slot = usize::from(d::SLOT_OF[class]);
            if slot < d::SLOTS {
                let second_day = found.slots.second(d::SLOT_DAY).is_some();
                found.own_month |= slot == d::SLOT_MONTH && !second_day;
                found.own_year |= slot == d::SLOT_YEAR && !second_day;
                found.slots.fill(slot, piece.value(class as u8));
                return;
            }
        }
    }
}
