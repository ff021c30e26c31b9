use super::{Offsets, OwnedDocument, Positions};
use crate::Document;
use serde::Serialize;
use serde::ser::Serializer;

/// The JSON form of a document: that of [`OwnedDocument`].
///
/// Offsets are bytes, half-open, unless asked for otherwise; then the field `offsets` says what they count.
///
/// ```
/// use depeche::output::{Json, Offsets};
///
/// let document = depeche::Extractor::new().extract("Élu à Paris !");
/// let json = |offsets| serde_json::to_value(Json::new(&document).with_offsets(offsets)).unwrap();
/// assert_eq!(json(Offsets::Bytes)["mentions"][0]["start"], 8);
/// assert_eq!(json(Offsets::Chars)["mentions"][0]["start"], 6);
/// assert_eq!(json(Offsets::Chars)["offsets"], "chars");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Json<'d, 't> {
    document: &'d Document<'t>,
    id: Option<&'d str>,
    tokens: bool,
    offsets: Offsets,
}

impl<'d, 't> Json<'d, 't> {
    /// The JSON form of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: None, tokens: false, offsets: Offsets::Bytes }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// With offsets of another kind than bytes.
    #[must_use]
    pub fn with_offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
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
        owned.count(&Positions::new(self.document.text(), self.offsets));
        owned
    }
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.owned().serialize(serializer)
    }
}
