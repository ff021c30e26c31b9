//! Who somebody is, beside what: those who bear arms, judge or march, for frames that ask for them.

use super::discourse::Discourse;
use super::force::{repeated, role};
use crate::grammar::{COURT, FORCE, MOVEMENT};
use crate::mention::MentionKind;
use crate::syntax::Clauses;
use crate::table::Tag;

/// Whether the group speaks of those whom the types ask for.
pub(super) fn called(
    clauses: &Clauses<'_, '_>,
    discourse: &Discourse<'_, '_>,
    chunk: usize,
    entity: usize,
    types: u8,
) -> bool {
    let whole = clauses.whole(chunk);
    let noun = clauses.noun(whole).filter(|n| n.names.is_empty()).and_then(|n| role(clauses, n));
    let subtype = discourse.entry(entity).map(|known| known.subtype());
    let body = discourse.kind(entity) == MentionKind::Organisation;
    // "Forces nouvelles", "Tribunal de B": an organisation that the gazetteer does not know, by its first word.
    let first = || if body && subtype.is_none() { named_role(discourse, entity) } else { None };
    let armed = |role: Option<&str>| matches!(role, Some("military" | "police" | "rebels"));
    let of = |subtypes: &[&str]| body && subtype.is_some_and(|s| subtypes.contains(&s));
    types & FORCE != 0
        && (armed(noun)
            || of(&["armed_group", "army", "mission", "alliance"])
            || armed(first())
            || repeated(clauses, discourse, whole).is_some())
        || types & COURT != 0 && (noun == Some("judiciary") || of(&["court"]) || first() == Some("judiciary"))
        || types & MOVEMENT != 0 && of(&["union", "ngo", "party"])
}

/// The role that the first word of the name gives.
fn named_role<'a>(discourse: &Discourse<'a, '_>, entity: usize) -> Option<&'a str> {
    let name = &discourse.entities[entity].name;
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    let gazetteer = discourse.lexed.gazetteer;
    let noun = gazetteer.name_senses(&first).find(|s| s.tag() == Tag::HeadNoun)?;
    Some(gazetteer.entry(noun.index()).country())
}
