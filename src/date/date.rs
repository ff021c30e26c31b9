use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// How much of a [`Date`] is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// The year alone: `2024`.
    Year,
    /// The year and the month: `2024-03`.
    Month,
    /// The day: `2024-03-26`.
    Day,
}

/// A year, month or day of the proleptic Gregorian calendar, from the year 0 to 9999.
///
/// A date that does not exist cannot be made. Ordered by time; a year comes before its months, a month before its days.
///
/// ```
/// use depeche::date::{Date, Precision};
///
/// let date: Date = "2024-03-26".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, Some(3), Some(26)));
/// assert_eq!(date, Date::new(2024, 3, 26).unwrap());
/// assert_eq!(Date::new(2024, 2, 31), None);
/// assert_eq!(Date::of_month(2024, 3).unwrap().to_string(), "2024-03");
/// assert!(Date::of_year(2024).unwrap().precision() == Precision::Year);
/// # Ok::<(), depeche::date::NoDate>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    /// 0 where it is not known, and so the day.
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is one.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !is_year(year) || month < 1 || month > 12 || day < 1 || day > days_of(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The month, if there is one.
    pub const fn of_month(year: i32, month: u8) -> Option<Self> {
        if !is_year(year) || month < 1 || month > 12 {
            return None;
        }
        Some(Self { year, month, day: 0 })
    }

    /// The year, if it has four digits at most.
    pub const fn of_year(year: i32) -> Option<Self> {
        if is_year(year) { Some(Self { year, month: 0, day: 0 }) } else { None }
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1 to 12.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// How much is known.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The number of the day, counted from 1970-01-01; of a month or year, that of its first day.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub(crate) const fn number(self) -> i32 {
        let month = if self.month == 0 { 1 } else { self.month as i32 };
        let day = if self.day == 0 { 1 } else { self.day as i32 };
        let year = if month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day with this number.
    pub(crate) fn of_number(number: i32) -> Option<Self> {
        let days = i64::from(number) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * years + years / 4 - years / 100);
        let shifted = (5 * of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era * 400 + years + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, month as u8, (of_year - (153 * shifted + 2) / 5 + 1) as u8)
    }

    /// The day so many days later.
    pub(crate) fn plus(self, days: i32) -> Option<Self> {
        Self::of_number(self.number().checked_add(days)?)
    }

    /// The day of the week of the (first) day, Monday 1 to Sunday 7.
    pub const fn weekday(self) -> u8 {
        ((self.number() + 3).rem_euclid(7) + 1) as u8
    }

    /// The year and week of ISO 8601 in which the (first) day lies.
    pub const fn week(self) -> (i32, u8) {
        // The week belongs to the year of its Thursday.
        let thursday = self.number() - self.weekday() as i32 + 4;
        let mut year = self.year;
        if thursday < (Self { year, month: 1, day: 1 }).number() {
            year -= 1;
        } else if thursday >= (Self { year: year + 1, month: 1, day: 1 }).number() {
            year += 1;
        }
        let first = Self { year, month: 1, day: 1 }.number();
        (year, ((thursday - first) / 7 + 1) as u8)
    }
}

const fn is_year(year: i32) -> bool {
    year >= 0 && year <= 9999
}

const fn days_of(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the day exists in some year.
pub(super) const fn is_day(month: u8, day: u8) -> bool {
    month >= 1 && month <= 12 && day >= 1 && day <= days_of(4, month)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day] {
            if part > 0 {
                write!(f, "-{part:02}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A text is no date of the form `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or names a day that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate(());

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no date of the form YYYY-MM-DD, YYYY-MM or YYYY")
    }
}

impl std::error::Error for NoDate {}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| NoDate(()))
            }
            Some(_) => Err(NoDate(())),
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let year = i32::from(year.ok_or(NoDate(()))?);
        let date = match (month, day) {
            (None, _) => Self::of_year(year),
            (Some(month), None) => Self::of_month(year, month as u8),
            (Some(month), Some(day)) => Self::new(year, month as u8, day as u8),
        };
        date.filter(|_| parts.next().is_none()).ok_or(NoDate(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_every_day() {
        let first = Date::new(0, 1, 1).unwrap().number();
        let last = Date::new(9999, 12, 31).unwrap().number();
        assert_eq!(Date::new(1970, 1, 1).unwrap().number(), 0);
        let mut before = None;
        for number in first..=last {
            let date = Date::of_number(number).unwrap();
            assert_eq!(date.number(), number);
            assert!(before.is_none_or(|b| b < date));
            before = Some(date);
        }
        assert_eq!(Date::of_number(last + 1), None);
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        for (date, week, weekday) in [
            ("2024-03-26", (2024, 13), 2),
            ("2021-01-03", (2020, 53), 7),
            ("2021-01-04", (2021, 1), 1),
            ("2024-12-30", (2025, 1), 1),
            ("2000-02-29", (2000, 9), 2),
        ] {
            let date: Date = date.parse().unwrap();
            assert_eq!((date.week(), date.weekday()), (week, weekday), "{date}");
        }
    }

    #[test]
    fn no_dates() {
        for text in ["", "24", "2024-3", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-01-01-01", "+024-01"] {
            assert_eq!(text.parse::<Date>(), Err(NoDate(())), "{text}");
        }
    }
}
