use crate::data;
use crate::date::Date;
use crate::error::{Error, Fault};
use crate::extractor::Extractor;
use crate::gazetteer::Gazetteer;
use crate::grammar::{Grammar, Source, extend};
use crate::mention::MentionFinder;
use crate::user_file::{self, Faults};
use std::path::PathBuf;

/// Makes an [`Extractor`] with the user's names and rules beside the bundled ones.
///
/// Rules are TOML, in the form of the bundled ones below `rules/relations/`: kinds of relations, and frames that say which words state
/// them and where the arguments stand. A frame carries examples, which [`relation::check`](crate::relation::check) runs. Where a
/// frame of the user's asks as much of a sentence as a bundled one, the user's is taken.
///
/// ```
/// use depeche::Extractor;
/// use depeche::relation::{RelationKind, Setting, check};
///
/// let rules = r#"
/// [[kind]]
/// name = "twinned_with"
/// symmetric = true
/// subject = ["place"]
/// object = ["place"]
/// cameo = "057"
/// plover = "AGREE"
///
/// [[frame]]
/// name = "se-jumeler"
/// kind = "twinned_with"
/// verb = ["jumeler", "s'apparier"]
/// subject = "object"
/// object = ["avec", "à"]
/// examples = ["Lyon a été jumelée avec Bamako. => Lyon -> Bamako"]
/// rejects = ["Lyon a rencontré Bamako."]
/// "#;
/// let extractor = Extractor::builder().rules("desk.toml", rules).build()?;
/// assert_eq!(check(&extractor, &[("desk.toml", rules)], Setting::Plain), Ok((2, vec![])));
///
/// let document = extractor.extract("Nantes sera jumelée avec Agadez.");
/// let found: Vec<_> = document
///     .relations()
///     .iter()
///     .map(|r| (r.kind().clone(), document[r.subject()].name(), document[r.object()].name(), r.found_by()))
///     .collect();
/// assert_eq!(found, [(RelationKind::Custom("twinned_with".into()), "Nantes", "Agadez", "desk/se-jumeler")]);
/// # Ok::<(), depeche::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    gazetteer: Option<Gazetteer>,
    rules: Vec<Rules>,
    names_by_rules: bool,
    reference: Option<Date>,
}

#[derive(Clone, Debug)]
enum Rules {
    Path(PathBuf),
    Text(Source),
}

impl ExtractorBuilder {
    /// Takes the names of `gazetteer` in place of the bundled ones; see [`Gazetteer::builder`].
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// Adds kinds and frames; `name` stands in faults and, without its ending, before the names of the frames.
    #[must_use]
    pub fn rules(mut self, name: impl Into<String>, toml: impl Into<String>) -> Self {
        self.rules.push(Rules::Text(Source::new(name.into(), toml.into())));
        self
    }

    /// Adds the kinds and frames of a file; [`build`](Self::build) reads it.
    #[must_use]
    pub fn rules_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.rules.push(Rules::Path(path.into()));
        self
    }

    /// Finds names by gazetteers and titles alone, without the learned model.
    #[must_use]
    pub fn names_by_rules(mut self) -> Self {
        self.names_by_rules = true;
        self
    }

    /// Says on which day the texts were written, from which `hier`, `lundi` or `26 mars` count; see [`date`](crate::date). Without it each
    /// text tells itself, where it does. A year or month alone says nothing here.
    ///
    /// ```
    /// use depeche::Extractor;
    /// use depeche::date::Date;
    ///
    /// let extractor = Extractor::builder().reference_date("2024-03-20".parse().unwrap()).build()?;
    /// let document = extractor.extract("Joe Biden est arrivé hier.");
    /// assert_eq!(document.dates()[0].iso(), Some("2024-03-19"));
    /// // Another day for one text:
    /// let document = extractor.extract_at("Joe Biden est arrivé hier.", Date::new(2023, 1, 1).unwrap());
    /// assert_eq!(document.dates()[0].iso(), Some("2022-12-31"));
    /// # Ok::<(), depeche::Error>(())
    /// ```
    #[must_use]
    pub fn reference_date(mut self, date: Date) -> Self {
        self.reference = Some(date);
        self
    }

    /// Reads the rules and makes the extractor.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or a rule is faulty: the error lists every fault of every file.
    ///
    /// ```
    /// use depeche::Extractor;
    ///
    /// let rules = "[[frame]]\nname = \"a\"\nkind = \"wed\"\nverb = \"épouse\"\nsubject = \"subject\"\nobject = \"near\"\n";
    /// let error = Extractor::builder().rules("desk.toml", rules).build().unwrap_err();
    /// let faults: Vec<_> = error.faults().iter().map(|f| (f.line(), f.found())).collect();
    /// assert_eq!(
    ///     faults,
    ///     [
    ///         (Some(1), "no examples in the frame \"desk/a\""),
    ///         (Some(1), "the slot \"near\""),
    ///         (Some(1), "\"épouse\""),
    ///         (Some(3), "the kind \"wed\""),
    ///     ]
    /// );
    /// ```
    pub fn build(self) -> Result<Extractor, Error> {
        let grammar = if self.rules.is_empty() { data::grammar() } else { grammar(self.rules)? };
        let finder = if self.names_by_rules { MentionFinder::rules_only() } else { MentionFinder::new() };
        let gazetteer = self.gazetteer.unwrap_or_else(Gazetteer::bundled);
        Ok(Extractor::with(gazetteer, grammar, finder, self.reference))
    }
}

/// The grammar of the bundled rules and the user's.
fn grammar(rules: Vec<Rules>) -> Result<Grammar, Error> {
    let mut faults = Vec::new();
    let user: Vec<Source> = rules.into_iter().filter_map(|r| read(r, &mut faults)).collect();
    match extend(&data::grammar(), data::conjugator(), &user) {
        Ok(grammar) if faults.is_empty() => return Ok(grammar),
        Ok(_) => {}
        Err(found) => {
            let mut found: Vec<(usize, Fault)> = found.iter().map(|f| fault(f, &user)).collect();
            found.sort_by_key(|(file, fault)| (*file, fault.line));
            faults.extend(found.into_iter().map(|(_, fault)| fault));
        }
    }
    Err(Error::of(faults).unwrap_or_else(|| unreachable!("there is a fault")))
}

fn read(rules: Rules, faults: &mut Vec<Fault>) -> Option<Source> {
    let path = match rules {
        Rules::Text(source) => return Some(source),
        Rules::Path(path) => path,
    };
    let name = path.to_string_lossy().into_owned();
    let text = user_file::read(&path, &mut Faults { file: &name, all: faults })?;
    Some(Source::new(name, text))
}

/// A fault that the compiler of rules wrote as `file:line: found A, expected B`, with the number of the file.
fn fault(text: &str, sources: &[Source]) -> (usize, Fault) {
    let of_file =
        |(number, s): (usize, &Source)| Some((number, text.strip_prefix(s.name.as_str())?.strip_prefix(':')?));
    let (number, rest) = sources.iter().enumerate().find_map(of_file).unwrap_or((sources.len(), text));
    let file = sources.get(number).map_or_else(String::new, |s| s.name.clone());
    let (line, rest) = match rest.split_once(": ") {
        Some((line, message)) if line.bytes().all(|b| b.is_ascii_digit()) => (line.parse().ok(), message),
        _ => (None, rest),
    };
    let rest = rest.strip_prefix("found ").unwrap_or(rest);
    let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, "a rule"));
    let (found, expected) = (found.to_owned(), expected.to_owned());
    (number, Fault { file, line, field: None, found, expected, unreadable: false })
}
