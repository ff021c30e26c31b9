//! The kinds of relations and what their arguments can be.

use serde::{Deserialize, Serialize};

/// Types of arguments, as bits.
pub(crate) const PERSON: u8 = 1;
pub(crate) const COUNTRY: u8 = 2;
pub(crate) const ORGANISATION: u8 = 4;
pub(crate) const PLACE: u8 = 8;

/// Places are meant as places, not for those who reside there.
pub(crate) const LOCATION: u8 = 16;

/// Those who bear arms for a state or group: police, troops, armed groups. Only frames ask for them.
pub(crate) const FORCE: u8 = 32;

/// Those who march and strike: unions, movements, associations. Only frames ask for them.
pub(crate) const MOVEMENT: u8 = 64;

/// Courts, judges and prosecutors. Only frames ask for them.
pub(crate) const COURT: u8 = 128;

/// The types that ask who somebody is, beside what.
pub(crate) const CALLINGS: u8 = FORCE | MOVEMENT | COURT;

/// The bits of an argument type of the schema.
pub(crate) fn type_bits(name: &str) -> Option<u8> {
    Some(match name {
        "person" => PERSON,
        "country" => COUNTRY,
        "organisation" => ORGANISATION,
        // A country is a place.
        "place" => PLACE | COUNTRY | LOCATION,
        "actor" => PERSON | COUNTRY | ORGANISATION | PLACE,
        "force" => FORCE,
        "movement" => MOVEMENT,
        "court" => COURT,
        _ => return None,
    })
}

/// What the schema says of a kind of relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct KindInfo {
    pub(crate) name: String,
    pub(crate) family: String,
    pub(crate) symmetric: bool,
    pub(crate) subject: u8,
    pub(crate) object: u8,
    pub(crate) cameo: String,
    pub(crate) plover: String,
    pub(crate) mode: String,
}
