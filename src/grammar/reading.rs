//! What a word form can be in the grammar, packed into 32 bits.

use super::class::WordClass;
use crate::morphology::Tense;

/// One reading of a word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A word of a class, by the number of the class.
    Class(u8),
    /// A preposition, by its number.
    Preposition(u8),
    /// A form of a verb.
    Verb(VerbForm),
    /// A form of a noun that triggers relations or completes a trigger.
    Noun { lemma: u16, plural: bool },
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VerbForm {
    pub(crate) lemma: u16,
    pub(crate) tense: Tense,
    pub(crate) person: u8,
    pub(crate) plural: bool,
    pub(crate) feminine: bool,
}

const TENSES: [Tense; 9] = [
    Tense::Infinitive,
    Tense::Gerund,
    Tense::Participle,
    Tense::Present,
    Tense::Imperfect,
    Tense::Past,
    Tense::Future,
    Tense::Conditional,
    Tense::Subjunctive,
];

impl Reading {
    pub(crate) fn encode(self) -> u32 {
        match self {
            Self::Class(class) => u32::from(class),
            Self::Preposition(number) => 1 << 30 | u32::from(number),
            Self::Verb(form) => {
                2 << 30
                    | u32::from(form.lemma)
                    | (form.tense as u32) << 16
                    | u32::from(form.person) << 20
                    | u32::from(form.plural) << 22
                    | u32::from(form.feminine) << 23
            }
            Self::Noun { lemma, plural } => 3 << 30 | u32::from(lemma) | u32::from(plural) << 16,
        }
    }

    pub(crate) fn decode(code: u32) -> Self {
        match code >> 30 {
            0 => Self::Class(code as u8),
            1 => Self::Preposition(code as u8),
            2 => Self::Verb(VerbForm {
                lemma: code as u16,
                tense: TENSES[(code >> 16 & 0xf) as usize % TENSES.len()],
                person: (code >> 20 & 3) as u8,
                plural: code >> 22 & 1 != 0,
                feminine: code >> 23 & 1 != 0,
            }),
            _ => Self::Noun { lemma: code as u16, plural: code >> 16 & 1 != 0 },
        }
    }

    pub(crate) fn is(self, class: WordClass) -> bool {
        self == Self::Class(class as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip() {
        let form = VerbForm { lemma: 777, tense: Tense::Subjunctive, person: 3, plural: true, feminine: false };
        for reading in [
            Reading::Class(WordClass::Que as u8),
            Reading::Preposition(9),
            Reading::Verb(form),
            Reading::Noun { lemma: 12, plural: true },
        ] {
            assert_eq!(Reading::decode(reading.encode()), reading);
        }
    }
}
