use super::OwnedDocument;
use crate::Document;
use serde::Serialize;
use serde::ser::Serializer;

/// The JSON form of a document: that of [`OwnedDocument`].
///
/// Offsets are bytes, half-open.
#[derive(Clone, Copy, Debug)]
pub struct Json<'d, 't> {
    document: &'d Document<'t>,
    id: Option<&'d str>,
    tokens: bool,
}

impl<'d, 't> Json<'d, 't> {
    /// The JSON form of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: None, tokens: false }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// With the tokens.
    #[must_use]
    pub fn with_tokens(mut self) -> Self {
        self.tokens = true;
        self
    }

    /// The same as plain data that borrows nothing.
    pub fn owned(&self) -> OwnedDocument {
        let mut owned = OwnedDocument::from(self.document);
        owned.id = self.id.map(Into::into);
        owned.tokens = self.tokens.then(|| self.document.tokens().iter().map(crate::token::Token::span).collect());
        owned
    }
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.owned().serialize(serializer)
    }
}
