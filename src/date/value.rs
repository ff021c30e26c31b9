/// What the slots of a pattern mean: the `value` of a pattern in `rules/dates.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A day, month or year of the calendar.
    Date,
    /// A day of whatever year.
    Yearless,
    Quarter,
    Season,
    Decade,
    Century,
    /// From one date to another.
    Interval,
    /// From one weekday to the next such.
    Weekdays,
    Weekday,
    /// So many days from the day of the text.
    Deictic,
    /// The unit of the day of the text, or one beside it.
    Unit,
    /// So many units before the day of the text.
    Ago,
    /// So many units after it.
    Ahead,
    /// From the one or from so many units ago until now.
    Since,
    /// Until then.
    Until,
    /// The last so many units.
    PastUnits,
    /// So many days from the date last spoken of.
    Relative,
    Later,
    Earlier,
    /// The unit of the date last spoken of, or one beside it.
    Same,
    Following,
    FollowingWeekday,
    /// An hour of the day.
    Time,
    /// A part of the day before it.
    Daypart,
    /// The date is the one on which the text was written.
    Dateline,
    /// An expression of time that is left open.
    Text,
    /// No expression of time.
    None,
}
