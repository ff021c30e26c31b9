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
    /// The name can be several things; instead of an entry, the evidence that tells them apart
    /// ([`evidence`]), and as features what it can be ([`reading`]).
    Ambiguous = 12,
}

const TAGS: [Tag; 12] = [
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
    Tag::Ambiguous,
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

/// Only the gazetteer's own spelling counts, to the letter.
pub(crate) const CASED: u32 = 8;

/// What an ambiguous name can be, the features of a [`Tag::Ambiguous`]; in the order of `READINGS` in build/schema.rs.
#[allow(dead_code)]
pub(crate) mod reading {
    /// An everyday word.
    pub(crate) const WORD: u32 = 1;
    pub(crate) const PERSON: u32 = 2;
    pub(crate) const COUNTRY: u32 = 4;
    /// A place that is no country.
    pub(crate) const PLACE: u32 = 8;
    pub(crate) const ORGANISATION: u32 = 16;
}

/// Which evidence tells what an ambiguous name is, the index of a [`Tag::Ambiguous`]; in the order of `NEEDS` in
/// build/schema.rs.
#[allow(dead_code)]
pub(crate) mod evidence {
    /// An article before the name.
    pub(crate) const ARTICLE: u32 = 1;
    /// A preposition of place before it.
    pub(crate) const PREPOSITION: u32 = 2;
    /// A given name before it.
    pub(crate) const GIVEN_NAME: u32 = 4;
    /// A title before it.
    pub(crate) const TITLE: u32 = 8;
    /// Words that go with organisations near it.
    pub(crate) const ORGANISATION_CONTEXT: u32 = 16;
    /// A capital that the start of the sentence does not explain.
    pub(crate) const CAPITAL: u32 = 32;
}

const FEATURE_BITS: u32 = 6;
const INDEX_BITS: u32 = 22;
const TAG_SHIFT: u32 = FEATURE_BITS + INDEX_BITS;
/// Bits that are zero in a sense that fits into the value of a name: the highest two of the index.
const SPARE: u32 = 3 << 26;
/// The entries that all tables together can number.
pub(crate) const MOST_ENTRIES: u32 = 1 << INDEX_BITS;

/// One reading of a sequence of words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Sense(pub(crate) u32);

impl Sense {
    pub(crate) fn new(tag: Tag, features: u32, index: u32) -> Self {
        debug_assert!(features < 1 << FEATURE_BITS && index < MOST_ENTRIES);
        Self((tag as u32) << TAG_SHIFT | index << FEATURE_BITS | features)
    }

    pub(crate) fn tag(self) -> Tag {
        TAGS[(self.0 >> TAG_SHIFT) as usize - 1]
    }

    pub(crate) fn features(self) -> u32 {
        self.0 & ((1 << FEATURE_BITS) - 1)
    }

    pub(crate) fn has(self, features: u32) -> bool {
        self.features() & features == features
    }

    /// The number of the entry, or the weight of a given or family name, or the evidence that an
    /// ambiguous name needs.
    pub(crate) fn index(self) -> u32 {
        self.0 >> FEATURE_BITS & (MOST_ENTRIES - 1)
    }

    /// The same sense with more features.
    pub(crate) fn with(self, features: u32) -> Self {
        Self(self.0 | features)
    }

    /// Whether the sense belongs to an entry of a gazetteer: [`index`](Self::index) is its number.
    pub(crate) fn has_entry(self) -> bool {
        !matches!(self.tag(), Tag::Given | Tag::Family | Tag::Ambiguous)
    }

    /// Whether the sense is a name, other name or acronym of its entry.
    pub(crate) fn names_entry(self) -> bool {
        const NAMES: [u32; 3] = [Tag::Name as u32, Tag::Alias as u32, Tag::Acronym as u32];
        NAMES.contains(&(self.0 >> TAG_SHIFT))
    }

    /// The sense in 30 bits, if it fits.
    pub(super) fn pack(self) -> Option<u32> {
        (self.0 & SPARE == 0).then_some(self.0 >> 28 << 26 | self.0 & ((1 << 26) - 1))
    }

    /// The sense that was packed.
    pub(super) fn unpack(packed: u32) -> Self {
        Self(packed >> 26 << 28 | packed & ((1 << 26) - 1))
    }
}

impl std::fmt::Debug for Sense {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}({:#b}, {})", self.tag(), self.features(), self.index())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn senses_pack_unless_their_index_is_large() {
        for (sense, fits) in [
            (Sense::new(Tag::Name, EXACT | AMBIGUOUS, 0), true),
            (Sense::new(Tag::Ambiguous, reading::WORD | reading::ORGANISATION, evidence::CAPITAL), true),
            (Sense::new(Tag::Surname, 63, (1 << 20) - 1), true),
            (Sense::new(Tag::Surname, 63, 1 << 20), false),
            (Sense(0), true),
        ] {
            assert_eq!(sense.pack().map(Sense::unpack), fits.then_some(sense), "{:#x}", sense.0);
        }
    }
}
