use super::date::Date;
use std::fmt;

/// A part of a date: `début janvier`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// An hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// By universal time.
    pub(super) universal: bool,
}

/// What a point in time names besides its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The year as a whole; without a year, nothing but an hour.
    Whole,
    /// By the codes of ISO 8601-2.
    Season(u8),
    Month(u8),
    Week(u8),
    Day(u8, u8),
}

/// A point in time, as far as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<i32>,
    pub(super) field: Field,
    pub(super) clock: Option<Clock>,
}

impl Point {
    pub(super) const fn new(year: Option<i32>, field: Field) -> Self {
        Self { year, field, clock: None }
    }

    /// The whole year, month or day of the date.
    pub(super) fn of(date: Date) -> Self {
        let field = match (date.month(), date.day()) {
            (Some(month), Some(day)) => Field::Day(month, day),
            (Some(month), None) => Field::Month(month),
            _ => Field::Whole,
        };
        Self::new(Some(date.year()), field)
    }

    /// The week in which the day lies.
    pub(super) fn week(date: Date) -> Self {
        let (year, week) = date.week();
        Self::new(Some(year), Field::Week(week))
    }

    /// The date; of a week, its Monday, of a season, its year.
    pub(super) fn date(self) -> Option<Date> {
        let year = self.year?;
        match self.field {
            Field::Whole | Field::Season(_) => Date::of_year(year),
            Field::Month(month) => Date::of_month(year, month),
            Field::Day(month, day) => Date::new(year, month, day),
            Field::Week(week) => {
                let fourth = Date::new(year, 1, 4)?;
                fourth.plus(7 * (i32::from(week) - 1) + 1 - i32::from(fourth.weekday()))
            }
        }
    }

    /// The date, if it is a day.
    pub(super) fn day(self) -> Option<Date> {
        match self.field {
            Field::Day(..) => self.date(),
            _ => None,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.field) {
            (Some(year), _) => write!(f, "{year:04}")?,
            // The form of ISO 8601:2000 for a date whose year is left out.
            (None, Field::Month(_) | Field::Day(..)) => write!(f, "-")?,
            (None, _) => {}
        }
        match self.field {
            Field::Whole => {}
            Field::Season(number) | Field::Month(number) => write!(f, "-{number:02}")?,
            Field::Week(week) => write!(f, "-W{week:02}")?,
            Field::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
        }
        if let Some(clock) = self.clock {
            write!(f, "T{:02}:{:02}", clock.hour, clock.minute)?;
            if clock.universal {
                write!(f, "Z")?;
            }
        }
        Ok(())
    }
}

/// What an expression says of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) start: Option<Point>,
    /// The end of an interval.
    pub(super) end: Option<Point>,
    pub(super) interval: bool,
}

impl When {
    pub(super) const fn at(point: Point) -> Self {
        Self { start: Some(point), end: None, interval: false }
    }

    pub(super) const fn between(start: Point, end: Point) -> Self {
        Self { start: Some(start), end: Some(end), interval: true }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |f: &mut fmt::Formatter<'_>, point: Option<Point>| match point {
            Some(point) => write!(f, "{point}"),
            // ISO 8601-2: an end that is open.
            None => write!(f, ".."),
        };
        side(f, self.start)?;
        if self.interval {
            write!(f, "/")?;
            side(f, self.end)?;
        }
        Ok(())
    }
}
