//! What the words of a match mean, on the day the text was written.

use super::date::{Date, is_day};
use super::matcher::Slots;
use super::tense::Tense;
use super::unit::Unit;
use super::value::Value;
use super::when::{Clock, Field, Point, When};
use crate::data::dates as d;

/// What is known where an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day on which the text was written.
    pub(super) reference: Option<Date>,
    /// The point last spoken of.
    pub(super) last: Option<Point>,
    /// The year that the sentence has named before.
    pub(super) year: Option<i32>,
    pub(super) tense: Option<Tense>,
}

/// The time that the slots mean. `Err` when there is no such time ("31 février"), `Ok(None)` when it cannot be known here.
pub(super) fn resolve(value: Value, slots: &Slots, own: (bool, bool), context: &Context) -> Result<Option<When>, ()> {
    let resolver = Resolver { slots, own, context };
    match value {
        Value::Date => resolver.date(),
        Value::Yearless => resolver.yearless(),
        Value::Interval => resolver.interval(),
        Value::None => Err(()),
        _ => Ok(resolver.other(value)),
    }
}

struct Resolver<'a> {
    slots: &'a Slots,
    /// Of an interval, whether its first side has a month and a year of its own.
    own: (bool, bool),
    context: &'a Context,
}

impl Resolver<'_> {
    fn first(&self, slot: usize) -> Option<i32> {
        self.slots.first(slot)
    }

    fn small(&self, slot: usize) -> Option<u8> {
        self.first(slot).and_then(|v| u8::try_from(v).ok())
    }

    fn date(&self) -> Result<Option<When>, ()> {
        let (year, month, day) = (self.first(d::SLOT_YEAR), self.small(d::SLOT_MONTH), self.small(d::SLOT_DAY));
        let point = match (month, day) {
            (None, None) => Point::new(year, Field::Whole),
            (None, Some(day)) => return Ok(self.weekday_of_month(day).map(Point::of).map(When::at)),
            (Some(month), None) => Point::new(year.or_else(|| self.year_of(month, None)), Field::Month(month)),
            (Some(month), Some(day)) if is_day(month, day) => {
                let year = year.or_else(|| self.year_of(month, Some(day)));
                Point::new(year, Field::Day(month, day))
            }
            _ => return Err(()),
        };
        if point.year.is_some() && point.date().is_none() {
            return Err(());
        }
        Ok(Some(When::at(point)))
    }

    fn yearless(&self) -> Result<Option<When>, ()> {
        let (month, day) = (self.small(d::SLOT_MONTH).unwrap_or(0), self.small(d::SLOT_DAY).unwrap_or(0));
        if is_day(month, day) { Ok(Some(When::at(Point::new(None, Field::Day(month, day))))) } else { Err(()) }
    }

    /// "mardi 26": in the month nearest to the day of the text in which the weekday fits.
    fn weekday_of_month(&self, day: u8) -> Option<Date> {
        let (reference, weekday) = (self.context.reference?, self.small(d::SLOT_WEEKDAY)?);
        let month = month_number(reference);
        (-1..=1)
            .filter_map(|shift| {
                let (year, month) = of_month_number(month + shift);
                Date::new(year, month, day)
            })
            .filter(|date| date.weekday() == weekday)
            .min_by_key(|date| (date.number() - reference.number()).abs())
    }

    /// The year of a day or month without one.
    fn year_of(&self, month: u8, day: Option<u8>) -> Option<i32> {
        let shift = self.first(d::SLOT_SHIFT);
        if shift.is_none()
            && let Some(year) = self.context.year
        {
            return Some(year);
        }
        let reference = self.context.reference?;
        // Positions in time: days, or months.
        let place = |year: i32| match day {
            Some(day) => Date::new(year, month, day).map(Date::number),
            None => Date::of_month(year, month).map(month_number),
        };
        let now = if day.is_some() { reference.number() } else { month_number(reference) };
        let years = [-1, 0, 1].map(|s| reference.year() + s);
        let distance = |year: &i32| place(*year).map(|p| p - now);
        if let (Some(day), Some(weekday)) = (day, self.small(d::SLOT_WEEKDAY)) {
            let fits = |year: &&i32| Date::new(**year, month, day).is_some_and(|d| d.weekday() == weekday);
            if let Some(year) = years.iter().filter(fits).min_by_key(|y| distance(y).map(i32::abs)) {
                return Some(*year);
            }
        }
        let last = |below: i32| years.iter().rev().copied().find(|y| distance(y).is_some_and(|d| d < below));
        let next = |above: i32| years.iter().copied().find(|y| distance(y).is_some_and(|d| d > above));
        match (shift, self.context.tense) {
            (Some(..=-1), _) => last(0),
            (Some(1..), _) => next(0),
            (_, Some(Tense::Past)) => last(1),
            (_, Some(Tense::Future)) => next(-1),
            // Soon, or else the last time.
            _ => {
                let soon = if day.is_some() { 60 } else { 2 };
                next(-1).filter(|y| distance(y).is_some_and(|d| d <= soon)).or_else(|| last(1))
            }
        }
    }

    fn interval(&self) -> Result<Option<When>, ()> {
        let pair = |slot| (self.slots.first(slot), self.slots.second(slot));
        let ((day, end_day), (month, end_month), (year, end_year)) =
            (pair(d::SLOT_DAY), pair(d::SLOT_MONTH), pair(d::SLOT_YEAR));
        // What stands once belongs to the end, unless it stands before it.
        let (own_month, own_year) =
            (self.own.0 || end_month.is_some(), self.own.1 && day.is_some() || end_year.is_some());
        let (start_month, end_month) = if own_month { (month, end_month.or(month)) } else { (month, month) };
        if month.is_none() {
            let (Some(start), Some(end)) = (year, end_year) else { return Ok(None) };
            let (start, end) = (Point::new(Some(start), Field::Whole), Point::new(Some(end), Field::Whole));
            return Ok((start.year <= end.year).then(|| When::between(start, end)));
        }
        let (Some(start_month), Some(end_month)) = (start_month, end_month) else { return Ok(None) };
        let (start_month, end_month) = (start_month as u8, end_month as u8);
        let point = |year, month: u8, day: Option<i32>| match day {
            Some(day) => Point::new(year, Field::Day(month, day as u8)),
            None => Point::new(year, Field::Month(month)),
        };
        for (month, day) in [(start_month, day), (end_month, end_day)] {
            if day.is_some_and(|day| !is_day(month, day as u8)) {
                return Err(());
            }
        }
        let turns = start_month > end_month;
        let (start_year, end_year) = match (year, end_year) {
            (Some(year), Some(end)) => (Some(year), Some(end)),
            (Some(year), None) if own_year => (Some(year), Some(year + i32::from(turns))),
            (Some(year), None) => (Some(year - i32::from(turns)), Some(year)),
            _ => {
                let start = self.year_of(start_month, day.map(|d| d as u8));
                (start, start.map(|y| y + i32::from(turns)))
            }
        };
        let (start, end) = (point(start_year, start_month, day), point(end_year, end_month, end_day));
        if [start, end].iter().any(|p| p.year.is_some() && p.date().is_none()) {
            return Err(());
        }
        let backwards = start.date().zip(end.date()).is_some_and(|(s, e)| s > e);
        Ok((!backwards).then(|| When::between(start, end)))
    }

    fn other(&self, value: Value) -> Option<When> {
        let context = self.context;
        match value {
            Value::Quarter => self.quarter(),
            Value::Season => self.season(),
            Value::Decade => self.decade(),
            Value::Century => {
                let first = self.first(d::SLOT_ORDINAL)?;
                let last = self.slots.second(d::SLOT_ORDINAL).unwrap_or(first);
                let (start, end) = (Date::of_year(100 * first - 99)?, Date::of_year(100 * last)?);
                (first <= last).then(|| When::between(Point::of(start), Point::of(end)))
            }
            Value::Weekday => self.weekday(self.small(d::SLOT_WEEKDAY)?, context.reference?).map(at),
            Value::Weekdays => {
                let (reference, first) = (context.reference?, self.small(d::SLOT_WEEKDAY)?);
                let second = self.slots.second(d::SLOT_WEEKDAY)? as u8;
                let end = self.weekday(second, reference)?;
                let days = (i32::from(second) + 7 - i32::from(first)) % 7;
                Some(When::between(Point::of(end.plus(-days)?), Point::of(end)))
            }
            Value::Deictic => context.reference?.plus(self.first(d::SLOT_DEICTIC)?).map(at),
            Value::Relative => context.last?.day()?.plus(self.first(d::SLOT_RELATIVE)?).map(at),
            Value::Unit => self.shifted(self.first(d::SLOT_SHIFT).unwrap_or(0), Point::of(context.reference?)),
            Value::Ago => self.counted(-1, Point::of(context.reference?)).map(When::at),
            Value::Ahead => self.counted(1, Point::of(context.reference?)).map(When::at),
            Value::Since => {
                let start = self.counted(-1, Point::of(context.reference?))?;
                Some(When { start: Some(start), end: None, interval: true })
            }
            Value::PastUnits => {
                let reference = Point::of(context.reference?);
                let (start, end) = (self.counted(-1, reference)?, self.count(0, reference)?);
                Some(When::between(start, end))
            }
            Value::Later => self.counted(1, context.last?).map(When::at),
            Value::Earlier => self.counted(-1, context.last?).map(When::at),
            Value::Same => self.shifted(0, context.last?),
            Value::Following => self.shifted(self.first(d::SLOT_FOLLOW)?, context.last?),
            Value::FollowingWeekday => {
                let (day, weekday) = (context.last?.day()?, self.small(d::SLOT_WEEKDAY)?);
                let forward = self.first(d::SLOT_FOLLOW)? > 0;
                beside(day, weekday, forward, false).map(at)
            }
            Value::Time => {
                let clock = clock(self.slots)?;
                Some(When::at(Point { year: None, field: Field::Whole, clock: Some(clock) }))
            }
            _ => None,
        }
    }

    fn quarter(&self) -> Option<When> {
        let (year, number) = (self.first(d::SLOT_YEAR)?, self.small(d::SLOT_ORDINAL)?);
        let months = match Unit::of(self.first(d::SLOT_UNIT)?)? {
            Unit::Quarter if number <= 4 => 3,
            Unit::HalfYear if number <= 2 => 6,
            _ => return None,
        };
        let side = |month| Date::of_month(year, month).map(Point::of);
        Some(When::between(side(months * (number - 1) + 1)?, side(months * number)?))
    }

    fn season(&self) -> Option<When> {
        let season = self.small(d::SLOT_SEASON)?;
        let of = |year| When::at(Point::new(Some(year), Field::Season(season)));
        if let Some(year) = self.first(d::SLOT_YEAR) {
            return Some(of(year));
        }
        let reference = self.context.reference?;
        let now = month_number(reference);
        // A winter belongs to the year in which it begins.
        let begins = |year: i32| 12 * year + 3 * (i32::from(season) - 20) - 1;
        let years = [-1, 0, 1].map(|s| reference.year() + s);
        let found = match self.first(d::SLOT_SHIFT) {
            Some(..=-1) => years.iter().rev().find(|y| begins(**y) + 3 <= now),
            Some(1..) => years.iter().find(|y| begins(**y) > now),
            _ => years.iter().find(|y| begins(**y) + 3 > now),
        };
        found.copied().map(of)
    }

    fn decade(&self) -> Option<When> {
        let start = match (self.first(d::SLOT_YEAR), self.first(d::SLOT_NUMBER)) {
            (Some(year), _) if year % 10 == 0 => year,
            // "les années 10" may be those of this century or of the last.
            (None, Some(number @ 1000..2200)) if number % 10 == 0 => number,
            (None, Some(number @ 20..=90)) if number % 10 == 0 => 1900 + number,
            _ => return None,
        };
        let last = self.slots.second(d::SLOT_YEAR).filter(|l| l % 10 == 0).unwrap_or(start);
        let (start, end) = (Point::of(Date::of_year(start)?), Point::of(Date::of_year(last + 9)?));
        (start.year <= end.year).then(|| When::between(start, end))
    }

    /// The weekday that is meant on the day of the text.
    fn weekday(&self, weekday: u8, reference: Date) -> Option<Date> {
        match (self.first(d::SLOT_SHIFT), self.context.tense) {
            (Some(..=-1), _) => beside(reference, weekday, false, false),
            (Some(1..), _) => beside(reference, weekday, true, false),
            (_, Some(Tense::Future)) => beside(reference, weekday, true, true),
            _ => beside(reference, weekday, false, true),
        }
    }

    /// The unit in which `base` lies, or one before or behind it.
    fn shifted(&self, shift: i32, base: Point) -> Option<When> {
        let unit = Unit::of(self.first(d::SLOT_UNIT)?)?;
        if unit == Unit::Weekend {
            return self.weekend(shift, base.day()?);
        }
        if matches!(unit, Unit::Quarter | Unit::HalfYear) {
            let months = if unit == Unit::Quarter { 3 } else { 6 };
            let month = months_of(base)?.div_euclid(months) * months + shift * months;
            let side = |month| {
                let (year, month) = of_month_number(month);
                Date::of_month(year, month).map(Point::of)
            };
            return Some(When::between(side(month)?, side(month + months - 1)?));
        }
        self.count(shift, base).map(When::at)
    }

    fn weekend(&self, shift: i32, day: Date) -> Option<When> {
        let saturday = match shift {
            ..=-1 => beside(day, 6, false, false)?.plus(if day.weekday() == 7 { -7 } else { 0 })?,
            1.. => beside(day, 6, true, false)?,
            // From Monday to Thursday what happened "ce week-end" happened on the last one.
            _ if day.weekday() <= 4 && self.context.tense != Some(Tense::Future) => beside(day, 6, false, false)?,
            _ => day.plus(6 - i32::from(day.weekday()))?,
        };
        Some(When::between(Point::of(saturday), Point::of(saturday.plus(1)?)))
    }

    /// So many units before or behind `base`, as the number says.
    fn counted(&self, sign: i32, base: Point) -> Option<Point> {
        self.count(sign * self.first(d::SLOT_NUMBER)?, base)
    }

    fn count(&self, count: i32, base: Point) -> Option<Point> {
        match Unit::of(self.first(d::SLOT_UNIT)?)? {
            Unit::Day => base.day()?.plus(count).map(Point::of),
            Unit::Week => {
                let day = match base.field {
                    Field::Week(_) => base.date()?,
                    _ => base.day()?,
                };
                day.plus(7 * count).map(Point::week)
            }
            Unit::Month => {
                let (year, month) = of_month_number(months_of(base)? + count);
                Date::of_month(year, month).map(Point::of)
            }
            Unit::Year => Date::of_year(base.year? + count).map(Point::of),
            Unit::Decade => Date::of_year(base.year? + 10 * count).filter(|_| count != 0).map(Point::of),
            _ => None,
        }
    }
}

/// The hour of the day that the slots hold.
pub(super) fn clock(slots: &Slots) -> Option<Clock> {
    let small = |slot| slots.first(slot).and_then(|v| u8::try_from(v).ok());
    let (mut hour, minute) = (small(d::SLOT_HOUR)?, small(d::SLOT_MINUTE).unwrap_or(0));
    // "8 heures du soir"
    if slots.first(d::SLOT_DAYPART) == Some(12) && hour < 12 {
        hour += 12;
    }
    (hour < 24 || hour == 24 && minute == 0).then_some(Clock { hour, minute, universal: false })
}

fn at(date: Date) -> When {
    When::at(Point::of(date))
}

/// Months since the year 0.
fn month_number(date: Date) -> i32 {
    12 * date.year() + i32::from(date.month().unwrap_or(1)) - 1
}

fn of_month_number(number: i32) -> (i32, u8) {
    (number.div_euclid(12), (number.rem_euclid(12) + 1) as u8)
}

/// The month of the point, when it names one.
fn months_of(point: Point) -> Option<i32> {
    matches!(point.field, Field::Month(_) | Field::Day(..)).then(|| point.date().map(month_number))?
}

/// The nearest such weekday before or after the day, or on it.
fn beside(day: Date, weekday: u8, forward: bool, inclusive: bool) -> Option<Date> {
    let (now, wanted) = (i32::from(day.weekday()), i32::from(weekday));
    let mut days = if forward { wanted - now } else { now - wanted }.rem_euclid(7);
    if days == 0 && !inclusive {
        days = 7;
    }
    day.plus(if forward { days } else { -days })
}
