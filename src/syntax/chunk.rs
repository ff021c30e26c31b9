use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Whether what is stated happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened or holds.
    #[default]
    Actual,
    /// It is to come: future, intention, appointment.
    Planned,
    /// Hearsay: the French conditional of what is reported.
    Unconfirmed,
    /// It did not happen.
    Negated,
    /// It may happen.
    Hypothetical,
    /// It held and holds no longer.
    Ended,
}

impl Status {
    /// The name in the JSON form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Unconfirmed => "unconfirmed",
            Self::Negated => "negated",
            Self::Hypothetical => "hypothetical",
            Self::Ended => "ended",
        }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub(crate) enum Chunk {
    Noun(NounGroup),
    Verb(VerbGroup),
    Mark(Mark, usize),
}

impl Chunk {
    pub(crate) fn noun(&self) -> Option<&NounGroup> {
        match self {
            Self::Noun(group) => Some(group),
            _ => None,
        }
    }

    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        match self {
            Self::Verb(group) => Some(group),
            _ => None,
        }
    }

    pub(crate) fn is(&self, mark: Mark) -> bool {
        matches!(self, Self::Mark(m, _) if *m == mark)
    }

    /// The tokens of the chunk.
    pub(crate) fn tokens(&self) -> Range<usize> {
        match self {
            Self::Noun(group) => group.start..group.end,
            Self::Verb(group) => group.start..group.end,
            Self::Mark(_, token) => *token..*token + 1,
        }
    }
}

/// What stands between groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Comma,
    Colon,
    Semicolon,
    /// A dash that opens or closes an aside.
    Dash,
    Open,
    Close,
    Quote,
    Coordinator,
    Adversative,
    Subordinator,
    Condition,
    /// `qui`.
    Who,
    /// `que`.
    That,
    /// `dont`, `où`, `avec lequel`: a relative with its preposition, by number.
    Which(u8),
    /// Anything else.
    Other,
}

/// The word that says what a noun group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A title, by its entry in the gazetteer.
    Title(u32),
    /// A common noun of the gazetteer.
    Common(u32),
    /// A demonym used as a noun, by the entry of its country.
    Demonym(u32),
    /// A noun that the gazetteer does not know.
    Unknown,
}

/// A noun group with the preposition before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct NounGroup {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The token after the preposition.
    pub(crate) inner: usize,
    pub(crate) preposition: Option<u8>,
    pub(crate) determined: bool,
    pub(crate) definite: bool,
    pub(crate) possessive: bool,
    pub(crate) plural: bool,
    pub(crate) feminine: bool,
    /// `deux`, where the group counts two.
    pub(crate) two: bool,
    pub(crate) head: Option<Head>,
    /// The first and last token of the head.
    pub(crate) head_tokens: (usize, usize),
    /// The lemma of the head in the rules.
    pub(crate) lemma: Option<u16>,
    /// The lemma of its first word alone: "peine" of "peine de mort".
    pub(crate) base: Option<u16>,
    /// The names in the group, by their number among the mentions.
    pub(crate) names: Vec<usize>,
    /// The entries of the demonyms used as adjectives.
    pub(crate) demonyms: Vec<(u32, usize)>,
    /// A personal or demonstrative pronoun.
    pub(crate) pronoun: bool,
    /// The pronoun says "the last one named".
    pub(crate) latter: bool,
    pub(crate) time: bool,
    pub(crate) former: bool,
    pub(crate) coming: bool,
    /// The domain of a ministry: the tokens after "ministre".
    pub(crate) domain: Option<(usize, usize)>,
    /// `celui`, for a noun before.
    pub(crate) repeats: bool,
    /// `son homologue`.
    pub(crate) counterpart: bool,
}

/// The mood of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbMode {
    Finite,
    Infinitive,
    Gerund,
    /// A participle without auxiliary: "reçu par X", "accord signé".
    Participle,
}

/// A verb with its auxiliaries, pronouns and negation.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The first token of the verb itself, auxiliaries included, pronouns and negation left out.
    pub(crate) trigger: usize,
    pub(crate) lemma: u16,
    pub(crate) mode: VerbMode,
    pub(crate) passive: bool,
    pub(crate) pronominal: bool,
    pub(crate) negated: bool,
    pub(crate) plural: bool,
    pub(crate) feminine: bool,
    pub(crate) status: Status,
    /// The preposition before an infinitive.
    pub(crate) preposition: Option<u8>,
    /// `a-t-il`: the subject is a pronoun behind the verb.
    pub(crate) inverted: bool,
    /// First person: who speaks.
    pub(crate) speaker: bool,
    /// An object pronoun stands before the verb: `l'`, `les`, `lui`.
    pub(crate) clitic: Option<usize>,
    /// The verb group whose infinitive this is, by chunk.
    pub(crate) governor: Option<usize>,
    /// A compound tense.
    pub(crate) compound: bool,
    /// A tense of the past: "était", "fut", "a été".
    pub(crate) past: bool,
}
