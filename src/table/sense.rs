//! What a sequence of words can be, packed into 32 bits.
//!
//! Shared by the build script, which writes senses, and by the library, which reads them.

/// The kind of knowledge that a sense refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The usual name of an entry.
    Name = 1,
    /// Another name of an entry.
    Alias = 2,
    /// An acronym of an entry.
    Acronym = 3,
    /// A demonym; the entry is the country or place.
    Demonym = 4,
    /// A combining form of a demonym: `franco`.
    Prefix = 5,
    /// A given name; instead of an entry, a weight.
    Given = 6,
    /// A family name; instead of an entry, a weight.
    Family = 7,
    /// A title or office.
    Title = 8,
    /// A common noun that heads names or stands for actors.
    HeadNoun = 9,
    /// A seat or building that stands for the entry.
    Metonym = 10,
    /// The last word of a person's name; the entry is the person.
    Surname = 11,
}

const TAGS: [Tag; 11] = [
    Tag::Name,
    Tag::Alias,
    Tag::Acronym,
    Tag::Demonym,
    Tag::Prefix,
    Tag::Given,
    Tag::Family,
    Tag::Title,
    Tag::HeadNoun,
    Tag::Metonym,
    Tag::Surname,
];

/// Masculine form, or a man's name.
pub(crate) const MASCULINE: u32 = 1;
/// Feminine form, or a woman's name.
pub(crate) const FEMININE: u32 = 2;
/// Singular form.
pub(crate) const SINGULAR: u32 = 4;
/// Plural form.
pub(crate) const PLURAL: u32 = 8;
/// Abbreviated form.
pub(crate) const ABBREVIATED: u32 = 16;
/// The name stands in lower case in the gazetteer, so the text may do so too.
pub(crate) const LOWER: u32 = 1;
/// Short acronym: only all capitals (or the gazetteer's own spelling) count.
pub(crate) const EXACT: u32 = 2;
/// Needs evidence from the context: also a common word or another kind of name.
pub(crate) const AMBIGUOUS: u32 = 4;

const INDEX_BITS: u32 = 22;
const FEATURE_BITS: u32 = 6;

/// One reading of a sequence of words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Sense(pub(crate) u32);

impl Sense {
    pub(crate) fn new(tag: Tag, features: u32, index: u32) -> Self {
        debug_assert!(features < 1 << FEATURE_BITS && index < 1 << INDEX_BITS);
        Self((tag as u32) << (INDEX_BITS + FEATURE_BITS) | features << INDEX_BITS | index)
    }

    pub(crate) fn tag(self) -> Tag {
        TAGS[(self.0 >> (INDEX_BITS + FEATURE_BITS)) as usize - 1]
    }

    pub(crate) fn features(self) -> u32 {
        self.0 >> INDEX_BITS & ((1 << FEATURE_BITS) - 1)
    }

    pub(crate) fn has(self, features: u32) -> bool {
        self.features() & features == features
    }

    /// The number of the entry, or the weight of a given or family name.
    pub(crate) fn index(self) -> u32 {
        self.0 & ((1 << INDEX_BITS) - 1)
    }
}

impl std::fmt::Debug for Sense {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}({:#b}, {})", self.tag(), self.features(), self.index())
    }
}
