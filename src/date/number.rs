//! What a number can be in a date.

use super::date::{Date, is_day};
use super::lexicon::{Mask, add, has, look_up};
use crate::data::dates as d;

/// What was read from a number: classes, and the values that fill their slots.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Number {
    pub(super) mask: Mask,
    /// The number itself, or the day of a date or the hour of a clock.
    pub(super) first: i32,
    pub(super) second: i32,
    pub(super) third: i32,
}

/// Whether the number may be (part of) a date without a word beside it.
pub(super) fn is_trigger(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.len() {
        4 => bytes.iter().all(u8::is_ascii_digit) || bytes.contains(&b':'),
        5..=10 => bytes.iter().any(|b| matches!(b, b'/' | b'-' | b':' | b'.')),
        _ => false,
    }
}

/// Reads a number of the text.
pub(super) fn read(text: &str) -> Number {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let mut number = Number::default();
    if digits == 0 || digits > 4 {
        return number;
    }
    number.first = text[..digits].parse().unwrap_or(0);
    let value = number.first;
    let rest = &text[digits..];
    if rest.is_empty() {
        plain(&mut number, digits);
    } else if rest.starts_with(['/', '.', '-', ':']) {
        number.first = 0;
        joined(&mut number, text);
    } else {
        // "1er", "20e": the tokenizer knows the endings.
        if value == 1 {
            add(&mut number.mask, d::DAY);
        }
        if value > 0 && digits <= 2 {
            add(&mut number.mask, d::ORDINAL);
        }
    }
    number
}

fn plain(number: &mut Number, digits: usize) {
    let value = number.first;
    let mut is = |class, holds| {
        if holds {
            add(&mut number.mask, class);
        }
    };
    is(d::NUMBER, true);
    is(d::DAY, digits <= 2 && (1..=31).contains(&value));
    is(d::HOUR, digits <= 2 && value <= 24);
    is(d::MINUTE, digits == 2 && value < 60);
    is(d::YEAR, digits == 4 && (1000..2200).contains(&value));
}

/// "26/03/2024", "26.03.24", "2024-03-26", "26/03", "15:30".
fn joined(number: &mut Number, text: &str) {
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()) else { return };
    let mut parts = [""; 3];
    let mut count = 0;
    for part in text.split(sign) {
        if count == 3 || !(1..=4).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        parts[count] = part;
        count += 1;
    }
    let value = |part: usize| parts[part].parse::<i32>().unwrap_or(0);
    if count == 2 {
        (number.first, number.second) = (value(0), value(1));
        let small = parts[0].len() <= 2 && parts[1].len() == 2;
        if sign == '/' && small && is_day(number.second as u8, number.first as u8) {
            add(&mut number.mask, d::DAYMONTH);
        }
        if sign == ':' && small && number.first < 24 && number.second < 60 {
            add(&mut number.mask, d::CLOCK);
        }
        return;
    }
    if count < 3 || sign == ':' {
        return;
    }
    let (day, month, year) = match (sign, parts[0].len()) {
        (_, 4) => (value(2), value(1), value(0)),
        ('-', _) if parts[2].len() != 4 => return,
        _ => {
            let year = match parts[2].len() {
                4 => value(2),
                // With two digits for each only; the years from 1970 on.
                2 if parts[0].len() == 2 && parts[1].len() == 2 => value(2) + if value(2) < 70 { 2000 } else { 1900 },
                _ => return,
            };
            (value(0), value(1), year)
        }
    };
    if day <= 31 && month <= 12 && year >= 1000 && Date::new(year, month as u8, day as u8).is_some() {
        (number.first, number.second, number.third) = (day, month, year);
        add(&mut number.mask, d::NUMERIC);
    }
}

/// The number that a Roman ordinal means: `XXe`, `XIXème`, `Ier`.
pub(super) fn roman(text: &str) -> Option<i32> {
    let letters = text.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    if letters == 0 || letters > 6 {
        return None;
    }
    let ending = &text[letters..];
    // "VIE" in capitals is a word; a century stands in capitals with a small ending.
    let ends = !ending.starts_with(char::is_uppercase) && look_up(ending).is_some_and(|w| has(&w.mask, d::ENDING));
    if !ends {
        return None;
    }
    let (mut sum, mut before) = (0, 0);
    for letter in text.as_bytes()[..letters].iter().rev() {
        let value = match letter {
            b'I' => 1,
            b'V' => 5,
            _ => 10,
        };
        sum += if value < before { -value } else { value };
        before = before.max(value);
    }
    (1..=21).contains(&sum).then_some(sum)
}
