/// A span of the calendar by which texts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit of a number in `rules/dates.toml`.
    pub(super) fn of(number: i32) -> Option<Self> {
        Some(match number {
            1 => Self::Day,
            2 => Self::Week,
            3 => Self::Weekend,
            4 => Self::Month,
            5 => Self::Quarter,
            6 => Self::HalfYear,
            7 => Self::Year,
            8 => Self::Decade,
            9 => Self::Century,
            _ => return None,
        })
    }
}
