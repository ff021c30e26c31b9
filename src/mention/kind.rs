use serde::{Deserialize, Serialize};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum MentionKind {
    /// A person's name, without title.
    Person,
    /// The name of a country or territory, without article.
    Country,
    /// The name of another place, without article.
    Place,
    /// The name of an organisation, without article.
    Organisation,
    /// A word for the people or things of a country: `nigérien`, `Français`.
    Nationality,
    /// A title or office: `président`, `ministre de la Défense`.
    Title,
    /// A common noun that stands for an actor: `délégation russe`, `les deux chefs d'État`, `il`.
    Actor,
    /// A time expression: `mardi 26 mars`.
    Date,
}

impl MentionKind {
    /// The name in the JSON form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Country => "Country",
            Self::Place => "Place",
            Self::Organisation => "Organisation",
            Self::Nationality => "Nationality",
            Self::Title => "Title",
            Self::Actor => "Actor",
            Self::Date => "Date",
        }
    }

    /// Whether mentions of the kind are names.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Person | Self::Country | Self::Place | Self::Organisation)
    }
}
