//! Classes of words and verbs that the code asks for by name; the words are listed in `rules/words.toml`.

use serde::{Deserialize, Serialize};

/// A class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub(crate) enum WordClass {
    /// Within a person's name: `de`, `ben`, `von`.
    Particle,
    /// Within the name of a place or organisation: `de`, `pour`.
    Linker,
    /// Before a noun group: `le`, `ce`, `son`, `plusieurs`.
    Determiner,
    /// Definite article or demonstrative, alone or in a contraction.
    Definite,
    /// Article or pronoun that shows the feminine.
    Feminine,
    /// Article or pronoun that shows the plural.
    Plural,
    /// `deux`.
    Two,
    /// Preposition that holds the article in it: `du`, `aux`.
    Contracted,
    /// `de` before an adjective: an article.
    Partitive,
    /// Part of a place: `nord`, `région`.
    Direction,
    /// `des`: article or preposition.
    IndefinitePlural,
    /// A determiner that says whose: `son`, `leur`.
    Possessive,
    /// A possessive or object pronoun for several: `leur`, `les`.
    OfSeveral,
    /// A determiner or numeral that counts: `deux`, `plusieurs`.
    Numeral,
    /// Subject pronoun of the third person.
    Pronoun,
    /// Demonstrative pronoun that refers to the last one named: `celui-ci`, `ce dernier`.
    Latter,
    /// Reflexive pronoun: `se`, `s'`.
    Reflexive,
    /// Pronoun before its verb that is no subject: `lui`, `y`, `en`, `les`.
    ObjectClitic,
    /// Pronoun that is the direct object: `le`, `l'`.
    DirectClitic,
    /// Pronoun for `à` and a person: `lui`.
    DativeClitic,
    /// First half of the negation: `ne`, `n'`.
    Ne,
    /// Second half of the negation: `pas`, `plus`, `jamais`.
    Negation,
    /// Relative pronoun that is subject: `qui`.
    RelativeSubject,
    /// Relative or conjunction `que`.
    Que,
    /// Relative pronoun that is neither: `dont`, `où`, `lequel`.
    RelativeOther,
    /// Relative that holds `de`: `dont`.
    RelativeOf,
    /// Relative that holds `à`: `auquel`.
    RelativeTo,
    /// Relative of place: `où`.
    RelativePlace,
    /// Pronoun before a verb for a place: `y`.
    There,
    /// Coordinating conjunction: `et`, `ou`, `ainsi que`.
    Coordinator,
    /// Conjunction that sets main clauses beside each other: `mais`, `tandis que`.
    Adversative,
    /// Conjunction that opens a subordinate clause: `quand`, `alors que`.
    Subordinator,
    /// `si` and the like: what follows is a supposition.
    Condition,
    /// Adverb: passed over.
    Adverb,
    /// Adverb that marks the end of what is said: `ancien`, `ex-`.
    Former,
    /// Adjective that marks an office to come: `futur`, `prochain`.
    Coming,
    /// Adverb before a title that is over: `alors`, `autrefois`.
    Bygone,
    /// Coordinates one office after the other: `puis`.
    InTurn,
    /// Opens the year in which an office ended: `jusqu'en`.
    Until,
    /// Before a title: in which capacity somebody serves: `comme`, `en tant que`.
    Capacity,
    /// Noun for an office as such: `poste`, `fonctions`.
    Post,
    /// Behind a title: held for a while: `par intérim`.
    Interim,
    /// Behind a title: chosen, not yet in office: `élu`, `désigné`.
    Designate,
    /// Adjective before a noun: passed over within a noun group.
    Adjective,
    /// Common noun of time: `mardi`, `mars`, `matin`, `semaine`.
    Time,
    /// Words that open an attribution: `selon`, `d'après`.
    Attribution,
    /// `sans`: negates the noun or infinitive that follows.
    Without,
    /// Noun for the one before in an office.
    Predecessor,
    /// Noun for the one after in an office.
    Successor,
    /// Preposition before a medium: `sur`.
    Medium,
    /// Noun for the capital of a country.
    CapitalNoun,
    /// Noun that refers back to a city: `ville`.
    CityNoun,
    /// Noun that refers back to a region.
    RegionNoun,
    /// Noun that refers back to an island.
    IslandNoun,
    /// Noun that refers back to a country: `pays`.
    CountryNoun,
    /// Noun for a counterpart: `homologue`.
    Counterpart,
    /// Preposition of purpose before an infinitive: `pour`.
    Purpose,
    /// `celui`: repeats a noun.
    ThatOne,
    /// `autre`, `second`…: not the ones named before.
    Other,
    /// Part or quantity before "de": `l'un`, `partie`, `dizaine`: what follows is meant.
    Part,
    /// One of several: `l'un`; a name in apposition says who.
    OneOf,
    /// Deed, weapon or text that stands for its doer: `frappe`, `drone`, `communiqué`.
    Deed,
    /// Beginning, course or end of a deed, before "de": `lancement` (d'une offensive): who launches it does the deed.
    Phase,
    /// Deed of violence that has a scene: `attentat`, `fusillade`.
    Assault,
    /// Preposition of a state: `en` (visite, guerre).
    State,
    /// Preposition before an event in which the subject of the clause took part: `au terme de` (négociations).
    Course,
    /// Points back: `cette`.
    Demonstrative,
    /// Pronoun for a place gone to: `y`.
    PlaceClitic,
    /// Pronoun for `de` and a place or thing: `en`.
    SourceClitic,
    /// Between a name and a by-name: `dit`, `alias`.
    Alias,
    /// Noun or adjective before an infinitive or deed that is meant to come: `projet de`, `prêt à`.
    Intention,
    /// Noun or adjective before an infinitive or deed that does not happen: `refus de`, `incapable de`.
    Refusal,
    /// Noun or adjective before an infinitive or deed that may happen: `possibilité de`, `susceptible de`.
    Chance,
    /// Noun for whom a deed strikes: `victime de`, `objet de`.
    Victim,
    /// Adds a party to the one before, between commas or not: `ainsi que`.
    Also,
    /// Sets a party beside the subject, between commas: `comme`, `à l'instar de`.
    Likewise,
    /// Of two that have been named, the first: `le premier`.
    First,
    /// Of two that have been named, the second: `la seconde`.
    Second,
    /// Noun for those who stand behind a candidate: `droite`, `majorité`.
    Camp,
}

impl WordClass {
    /// The classes of nouns and their adjectives: such a word is one of a noun group like any other.
    pub(crate) const NOUNS: [Self; 11] = [
        Self::Deed,
        Self::Part,
        Self::Phase,
        Self::Assault,
        Self::Post,
        Self::Predecessor,
        Self::Successor,
        Self::Intention,
        Self::Refusal,
        Self::Chance,
        Self::Victim,
    ];
}

/// A class of verbs; a verb can be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub(crate) enum VerbClass {
    /// `avoir`.
    Have,
    /// `être`.
    Be,
    /// Takes `être` in the compound past: `aller`, `partir`.
    MovesWithBe,
    /// Before an infinitive: to come (`devoir`, `aller`, `compter`).
    Planned,
    /// Before an infinitive: possible or asked for (`pouvoir`, `menacer`).
    Hypothetical,
    /// Before an infinitive: does not happen (`refuser`, `renoncer`).
    Negative,
    /// Before an infinitive: happens (`venir de`, `réussir`).
    Factual,
    /// Before an infinitive: is over (`cesser`).
    Ended,
    /// Makes its noun the event: `avoir un entretien`, `mener une attaque`.
    Light,
    /// Says or reports.
    Speech,
    /// Has no subject of its own: `il faut`, `il s'agit`.
    Impersonal,
    /// Links subject and what it is: `être`, `devenir`.
    Copula,
    /// Before an infinitive: to come, but done once it is compound (`a dû`).
    Obliged,
    /// Gives a task: `chargé de`.
    Entrust,
    /// Says of its subject that it takes place: `se tenir`, `avoir (lieu)`, `être prévu`.
    Occurs,
    /// Before an infinitive: announces harm (`menacer de`).
    Threat,
    /// The object does what the infinitive says: `demander à X de`, `appeler X à`.
    ObjectControl,
    /// Before an infinitive: its subject has it done (`faire`).
    Causative,
    /// Asks a deed of somebody: `exiger de A`.
    Demand,
    /// Says what a deed of violence did: `faire` (dix morts), `tuer`, `viser`.
    Harm,
    /// Before an infinitive: said to have happened (`accuser A de`).
    Alleged,
    /// Has a deed as its subject: `viser`, `frapper` (sanctions that strike A).
    Strikes,
    /// Brings the parties of what its subject names together: `réunir` (talks that bring A and B together).
    Joins,
    /// Its participle names who goes along: `accompagné de`.
    Accompanies,
}

impl VerbClass {
    pub(crate) fn bit(self) -> u32 {
        1 << self as u8
    }
}
