//! Tokens → expressions of time: which dates, times and spans of time a text speaks of, and what they are in ISO 8601.
//!
//! | words | ISO |
//! |---|---|
//! | `mardi 26 mars 2024`, `26/03/2024`, `2024-03-26` | `2024-03-26` |
//! | `mars 2024`, `début mars 2024`, `en 2024` | `2024-03`, `2024-03` with a [`Part`], `2024` |
//! | `hier`, `lundi`, `lundi prochain`, `il y a trois jours`, `la veille` | `2024-03-25` |
//! | `la semaine dernière`, `dans deux semaines` | `2024-W12` |
//! | `printemps 2023`, `hiver 2023-2024` | `2023-21`, `2023-24` (the seasons of ISO 8601-2) |
//! | `du 3 au 5 mai 2024`, `premier trimestre 2024`, `années 1990`, `XXe siècle` | `2024-05-03/2024-05-05`, `2024-01/2024-03`, `1990/1999`, `1901/2000` |
//! | `depuis 2020`, `jusqu'au 5 mai 2024` | `2020/..`, `../2024-05-05` |
//! | `15h30`, `mardi 26 mars 2024 à 15 h 30`, `14 h 30 GMT` | `T15:30`, `2024-03-26T15:30`, `T14:30Z` |
//! | `26 mars`, where no year is known | `--03-26` |
//!
//! What the words leave out is taken from the day on which the text was written: the caller's
//! [reference date](crate::ExtractorBuilder), else the dateline (`NIAMEY, 26 mars 2024 (ANP) –`, `Publié le …`), else the
//! first full date of the text. Without any, no year is made up: `26 mars` is `--03-26`, and `lundi` has no ISO form. A day or weekday is
//! the last such day in a sentence of the past and the next one in a sentence of the future; a weekday in a sentence that shows neither is
//! the last one, a day without year the one within the next two months or else the last one, or that on which the weekday before it fits.
//! In a sentence that has named a year before, a day is in that year. What counts from another date (`le lendemain`, `trois ans plus tard`) counts from the one last spoken of.
//!
//! The words and patterns are `rules/dates.toml`.

#[allow(clippy::module_inception)]
mod date;
mod expression;
mod finder;
pub(crate) mod lexicon;
mod matcher;
mod number;
mod piece;
mod resolver;
mod tense;
mod unit;
pub(crate) mod value;
mod when;

pub use date::{Date, NoDate, Precision};
pub use expression::TimeExpression;
pub use finder::DateFinder;
pub use when::Part;
