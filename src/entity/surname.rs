use super::name::Name;
use crate::lexicon::Lexed;
use crate::table::{Sense, Tag};

/// The person of the gazetteer for whom a surname alone stands, when exactly one politician who holds or held an office bears it.
pub(super) fn bearer(name: &Name<'_>, lexed: &Lexed<'_, '_>) -> Option<u32> {
    // Behind an initial the surname is what counts: "N. Sarkozy".
    let initial = name.words.len() == 2 && name.words[0].chars().count() == 1;
    let hash = if initial { name.hashes[1] } else { name.key() };
    let mut found = lexed.gazetteer.hash_senses(hash).filter(|s| s.tag() == Tag::Surname).map(Sense::index).filter(|&e| {
        let entry = lexed.gazetteer.entry(e);
        let politician = entry.subtype().split('|').any(|t| t == "politician");
        let sex = name.female.is_none() || entry.is_female().is_none() || entry.is_female() == name.female;
        politician && sex && !entry.is_historic() && entry.offices().next().is_some()
    });
    let first = found.next()?;
    found.all(|e| e == first).then_some(first)
}
