use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a relation states of its two arguments; `rules/schema.toml` holds signatures and event codes.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum RelationKind {
            $($(#[$doc])* $variant,)*
            /// A kind of the user's own rules.
            Custom(Arc<str>),
        }

        impl RelationKind {
            /// The kinds of the library's schema.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the JSON form.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Custom(name) => name,
                }
            }

            /// The kind with this name; one that the schema does not have is the user's.
            pub fn from_name(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    _ => Self::Custom(name.into()),
                }
            }
        }
    };
}

kinds! {
    /// Subject and object: they met or talked, face to face or not specified.
    MetWith = "met_with",
    /// Subject and object: they talked by telephone or video.
    SpokeByPhoneWith = "spoke_by_phone_with",
    /// Subject and object: went to a place or country on a visit.
    Visited = "visited",
    /// Subject and object: received someone.
    Hosted = "hosted",
    /// Subject and object: were in negotiation.
    NegotiatedWith = "negotiated_with",
    /// Subject and object: a mediator → each party.
    MediatedBetween = "mediated_between",
    /// Subject and object: signed an accord, treaty, contract, memorandum, ceasefire text.
    SignedAccordWith = "signed_accord_with",
    /// Subject and object: reached an understanding, nothing signed in the text.
    AgreedWith = "agreed_with",
    /// Subject and object: work together, alliance, joint operation.
    CooperatesWith = "cooperates_with",
    /// Subject and object: declared or gave political support.
    Supported = "supported",
    /// Subject and object: praised, thanked, congratulated, paid tribute.
    Praised = "praised",
    /// Subject and object: granted recognition to a state, government, office-holder.
    Recognised = "recognised",
    /// Subject and object: apologised.
    ApologisedTo = "apologised_to",
    /// Subject and object: gave money, humanitarian or technical aid.
    Aided = "aided",
    /// Subject and object: supplied weapons, training, military equipment.
    Armed = "armed",
    /// Subject and object: put capital in.
    InvestedIn = "invested_in",
    /// Subject and object: bought a company, a club, a stake that gives control.
    Acquired = "acquired",
    /// Subject and object: became a member of an organisation, alliance, party, club.
    Joined = "joined",
    /// Subject and object: ended sanctions, embargo.
    LiftedSanctionsOn = "lifted_sanctions_on",
    /// Subject and object: freed a prisoner or hostage.
    Released = "released",
    /// Subject and object: truce between parties.
    MadeCeasefireWith = "made_ceasefire_with",
    /// Subject and object: pulled troops or itself out of a territory.
    WithdrewFrom = "withdrew_from",
    /// Subject and object: ended, suspended or left an accord; object = the other party.
    DenouncedAccordWith = "denounced_accord_with",
    /// Subject and object: cut or lowered diplomatic relations.
    BrokeRelationsWith = "broke_relations_with",
    /// Subject and object: stopped aid, cooperation, a programme.
    SuspendedCooperationWith = "suspended_cooperation_with",
    /// Subject and object: quit an organisation, alliance, party, government.
    LeftOrganisation = "left_organisation",
    /// Subject and object: expelled diplomats, troops, people.
    Expelled = "expelled",
    /// Subject and object: refused a proposal, demand or authority of.
    Rejected = "rejected",
    /// Subject and object: imposed sanctions, embargo, boycott, fine.
    Sanctioned = "sanctioned",
    /// Subject and object: criticised, condemned, denounced an actor or its act.
    Criticised = "criticised",
    /// Subject and object: alleged wrongdoing.
    Accused = "accused",
    /// Subject and object: asked, called on.
    AppealedTo = "appealed_to",
    /// Subject and object: demanded, gave an order between states.
    DemandedOf = "demanded_of",
    /// Subject and object: threatened or warned of harm.
    Threatened = "threatened",
    /// Subject and object: opened an inquiry on.
    Investigated = "investigated",
    /// Subject and object: sued, charged, put on trial.
    Prosecuted = "prosecuted",
    /// Subject and object: found guilty, sentenced.
    Convicted = "convicted",
    /// Subject and object: arrested or detained.
    Arrested = "arrested",
    /// Subject and object: removed a government by force.
    Overthrew = "overthrew",
    /// Subject and object: demonstrated, struck against.
    ProtestedAgainst = "protested_against",
    /// Subject and object: attacked an actor or place, offensive, attempt on a life.
    Attacked = "attacked",
    /// Subject and object: fighting between two sides.
    FoughtWith = "fought_with",
    /// Subject and object: bombed, shelled, struck from the air.
    Bombed = "bombed",
    /// Subject and object: killed a named person or members of a group.
    Killed = "killed",
    /// Subject and object: kidnapped, took hostage.
    Abducted = "abducted",
    /// Subject and object: took or holds a place by force.
    Occupied = "occupied",
    /// Subject and object: sent or massed forces.
    DeployedTo = "deployed_to",
    /// Subject and object: holds (or held) an office; the office is the attribute `role`, an ended one has `status: ended`.
    HoldsOffice = "holds_office",
    /// Subject and object: named to an office.
    Appointed = "appointed",
    /// Subject and object: removed from an office.
    Dismissed = "dismissed",
    /// Subject and object: resigned.
    ResignedFrom = "resigned_from",
    /// Subject and object: elected to an office of.
    ElectedTo = "elected_to",
    /// Subject and object: took over an office from.
    Succeeded = "succeeded",
    /// Subject and object: runs, ran or is nominated for an office of.
    CandidateFor = "candidate_for",
    /// Subject and object: member, employee, player, branch of, with no leading office.
    MemberOf = "member_of",
    /// Subject and object: founded an organisation.
    Founded = "founded",
}

impl std::fmt::Display for RelationKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for RelationKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RelationKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self::from_name(&name))
    }
}
