use super::escape::one_line;
use super::statement::Statement;
use crate::Document;
use crate::date::{Date, Precision};
use std::io::{self, Write};

/// The events of a document in the manner of PETRARCH and TABARI: day, code of the source, code of the target, CAMEO code and id, parted
/// by tabs.
///
/// Only what event data code is written: relations with a CAMEO code whose two actors have one. The id is that of the document with the
/// number of the sentence, from 1; a day that neither the text nor the document gives is `---`.
///
/// ```
/// use depeche::output::Petrarch;
///
/// let document = depeche::Extractor::new().extract("Dépêche.\n\nL'armée malienne a rencontré le Niger. Moscou a accusé Kiev.");
/// let mut out = Vec::new();
/// Petrarch::new(&document).with_id("a1").with_date("2024-03-26".parse().unwrap()).write(&mut out)?;
/// assert_eq!(String::from_utf8(out).unwrap(), "20240326\tMLIMIL\tNER\t040\ta1_2\n20240326\tRUS\tUKR\t112\ta1_3\n");
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Petrarch<'d, 't> {
    document: &'d Document<'t>,
    id: &'d str,
    date: Option<Date>,
}

impl<'d, 't> Petrarch<'d, 't> {
    /// The events of `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: "", date: None }
    }

    /// With an id.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = id;
        self
    }

    /// With the day of the document: that of the events that the text does not date.
    #[must_use]
    pub fn with_date(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Writes the lines of the document.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let d = self.document;
        let id = one_line(self.id);
        for (_, s) in Statement::events(d) {
            let r = s.relation;
            let codes = (d.actor_code(r.subject()), d.actor_code(r.object()), r.cameo());
            let (Some(source), Some(target), Some(code)) = codes else { continue };
            let day = s.date(self.date).filter(|date| date.precision() == Precision::Day);
            let date = day.map_or_else(|| "---".to_owned(), |day| day.to_string().replace('-', ""));
            let sentence = d.sentences().partition_point(|s| s.span().start <= r.trigger().start);
            writeln!(out, "{date}\t{source}\t{target}\t{code}\t{id}_{sentence}")?;
        }
        Ok(())
    }
}
