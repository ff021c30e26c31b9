use crate::mention::MentionKind;

/// A person, country, place or organisation of the document, with all its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub(crate) id: usize,
    pub(crate) kind: MentionKind,
    pub(crate) name: String,
    pub(crate) wikidata: String,
    pub(crate) iso: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) mentions: Vec<usize>,
    pub(crate) entry: Option<u32>,
    /// Of a person, whether a woman, where the text or the gazetteer tells.
    pub(crate) female: Option<bool>,
    /// A title or the gazetteer says so, and not the given name alone.
    pub(crate) sex_is_sure: bool,
}

impl Entity {
    /// Its number in the document.
    pub fn id(&self) -> usize {
        self.id
    }

    /// What it is: a person, country, place or organisation.
    pub fn kind(&self) -> MentionKind {
        self.kind
    }

    /// Its usual name: that of the gazetteer, or the fullest one of the text.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its Wikidata id, where the gazetteer knows one.
    pub fn wikidata(&self) -> Option<&str> {
        (!self.wikidata.is_empty()).then_some(self.wikidata.as_str())
    }

    /// The ISO 3166-1 alpha-2 code of a country; of others, that of their country, where known.
    pub fn iso(&self) -> Option<&str> {
        (!self.iso.is_empty()).then_some(self.iso.as_str())
    }

    /// The other names the text or the gazetteer gives it.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The numbers of its mentions in the document.
    pub fn mentions(&self) -> &[usize] {
        &self.mentions
    }
}
