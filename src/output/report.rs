use crate::Document;
use crate::mention::Reasons;
use std::fmt;

/// A document as a person reads it: its relations, then its entities.
#[derive(Clone, Copy, Debug)]
pub struct Report<'d, 't> {
    document: &'d Document<'t>,
    explain: bool,
    reasons: &'d [Reasons],
}

impl<'d, 't> Report<'d, 't> {
    /// The readable form of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, explain: false, reasons: &[] }
    }

    /// With the rule and evidence behind each result.
    #[must_use]
    pub fn explained(mut self) -> Self {
        self.explain = true;
        self
    }

    /// With what spoke for and against the names that the model decided on: see [`crate::Extractor::reasons`].
    #[must_use]
    pub fn with_reasons(mut self, reasons: &'d [Reasons]) -> Self {
        self.reasons = reasons;
        self
    }
}

impl fmt::Display for Report<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = self.document;
        writeln!(f, "Relations")?;
        for r in d.relations() {
            let (subject, object) = (&d[r.subject()], &d[r.object()]);
            write!(f, "  {} — {} → {}", subject.name(), r.kind(), object.name())?;
            let status = serde_json::to_value(r.status()).ok();
            if let Some(status) = status.as_ref().and_then(|s| s.as_str()).filter(|&s| s != "actual") {
                write!(f, " ({status})")?;
            }
            if let Some(role) = r.role() {
                write!(f, " [{role}]")?;
            }
            if let Some(date) = r.date() {
                write!(f, " on: {}", date.text())?;
                if let Some(iso) = date.iso() {
                    write!(f, " = {iso}")?;
                }
            }
            if let Some(place) = r.place() {
                write!(f, " in: {}", d.entities()[place].name())?;
            }
            writeln!(f, "  «{}»", r.trigger_text())?;
            if self.explain {
                writeln!(f, "      {} ({:.2})", r.found_by(), r.confidence())?;
            }
        }
        writeln!(f, "Entities")?;
        for e in d.entities() {
            write!(f, "  {:?} {}", e.kind(), e.name())?;
            for id in [e.wikidata(), e.iso()].into_iter().flatten() {
                write!(f, " {id}")?;
            }
            writeln!(f, " ×{}", e.mentions().len())?;
            if self.explain {
                for &m in e.mentions() {
                    let mention = &d.mentions()[m];
                    let (start, by) = (mention.span().start, mention.found_by());
                    writeln!(f, "      {start} {:?} {by} ({:.2})", mention.text(), mention.confidence())?;
                    if let Some(reasons) = self.reasons.iter().find(|r| r.span() == mention.span()) {
                        writeln!(f, "        {reasons}")?;
                    }
                }
            }
        }
        Ok(())
    }
}
