use super::escape::{Text, one_line};
use super::statement::Statement;
use crate::data::{PAGE_SCRIPT, PAGE_STYLE};
use crate::mention::MentionKind;
use crate::relation::Status;
use crate::{Document, Span};
use std::io::{self, Write};

/// A document as part of a web page: the text with its names in colour, the relations, the entities.
///
/// A page is [`Html::head`], any number of documents with numbers of their own, and [`Html::foot`]; [`Html::page`] writes one of one
/// document. It is self-contained (it loads nothing, and forbids the browser to), follows the reader's choice of light or dark, and shows
/// with the script off all but the highlights and the filter. Pointing at a relation, or focussing it, highlights the words that state it
/// and its two arguments; pressing it opens the sentence. Text is escaped; control characters become U+FFFD.
///
/// ```
/// use depeche::output::Html;
///
/// let document = depeche::Extractor::new().extract("Joe <b>Biden</b> & Xi Jinping");
/// let mut page = Vec::new();
/// Html::new(&document).page("A <title>", &mut page)?;
/// let page = String::from_utf8(page).unwrap();
/// assert!(page.contains("<title>A &lt;title&gt;</title>") && page.contains("&lt;b&gt;") && !page.contains("<b>"));
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Html<'d, 't> {
    document: &'d Document<'t>,
    id: Option<&'d str>,
    number: usize,
}

const LEGEND: [MentionKind; 4] =
    [MentionKind::Person, MentionKind::Country, MentionKind::Place, MentionKind::Organisation];

impl<'d, 't> Html<'d, 't> {
    /// The part of a page that shows `document`.
    pub fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: None, number: 0 }
    }

    /// With an id, which becomes the heading.
    #[must_use]
    pub fn with_id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// With a number that no other document of the page has.
    #[must_use]
    pub fn with_number(mut self, number: usize) -> Self {
        self.number = number;
        self
    }

    /// Writes the beginning of a page.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn head(title: &str, mut out: impl Write) -> io::Result<()> {
        let title = one_line(title);
        let title = Text(&title);
        write!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>\n{PAGE_STYLE}</style>\n</head>\n<body>\n\
             <header>\n<h1>{title}</h1>\n<ul class=\"legend\" aria-label=\"Kinds of names\">"
        )?;
        for kind in LEGEND.map(MentionKind::as_str) {
            write!(out, "<li><span class=\"e {kind}\">{kind}</span></li>")?;
        }
        writeln!(
            out,
            "</ul>\n<details class=\"filter\" hidden><summary>Filter relations by kind<output></output></summary>\n\
             <fieldset><legend>Kinds shown</legend></fieldset>\n\
             <p><button type=\"button\">All</button><button type=\"button\">None</button></p></details>\n</header>\n<main>"
        )
    }

    /// Writes the end of a page.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn foot(mut out: impl Write) -> io::Result<()> {
        writeln!(out, "</main>\n<script>\n{PAGE_SCRIPT}</script>\n</body>\n</html>")
    }

    /// Writes a page of this one document.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn page(&self, title: &str, mut out: impl Write) -> io::Result<()> {
        Self::head(title, &mut out)?;
        self.write(&mut out)?;
        Self::foot(out)
    }

    /// Writes the document's part of a page.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let number = self.number;
        match self.id {
            Some(id) => writeln!(
                out,
                "<article aria-labelledby=\"d{number}\">\n<h2 id=\"d{number}\">{}</h2>",
                Text(&one_line(id))
            )?,
            None => writeln!(out, "<article aria-label=\"Document\">")?,
        }
        out.write_all(b"<div class=\"columns\">\n<div class=\"text\" lang=\"fr\">")?;
        self.text(&mut out)?;
        out.write_all(b"</div>\n<section class=\"relations\" aria-label=\"Relations\"><div>\n")?;
        self.relations(&mut out)?;
        out.write_all(b"</div></section>\n</div>\n<section class=\"entities\" aria-label=\"Entities\">\n")?;
        self.entities(&mut out)?;
        out.write_all(b"</section>\n</article>\n")
    }

    /// The text, cut wherever a mention or trigger begins or ends.
    fn text(&self, out: &mut impl Write) -> io::Result<()> {
        let d = self.document;
        let mentions = d.mentions().iter().enumerate().map(|(i, m)| (m.span(), Mark::Mention(i)));
        let triggers = d.relations().iter().enumerate().map(|(i, r)| (r.trigger(), Mark::Trigger(i)));
        let mut marks: Vec<(Span, Mark)> = mentions.chain(triggers).filter(|(span, _)| !span.is_empty()).collect();
        // The innermost last: its kind gives the colour.
        marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut cuts: Vec<usize> = marks.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
        cuts.extend([0, d.text().len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut waiting = marks.into_iter().peekable();
        let mut active: Vec<(Span, Mark)> = Vec::new();
        for cut in cuts.windows(2) {
            active.retain(|(span, _)| span.end > cut[0]);
            while let Some(mark) = waiting.next_if(|(span, _)| span.start <= cut[0]) {
                active.push(mark);
            }
            self.piece(out, Span::new(cut[0], cut[1]).of(d.text()), &active)?;
        }
        Ok(())
    }

    fn piece(&self, out: &mut impl Write, text: &str, marks: &[(Span, Mark)]) -> io::Result<()> {
        if marks.is_empty() {
            return write!(out, "{}", Text(text));
        }
        let d = self.document;
        let numbers = |pick: fn(Mark) -> Option<usize>| {
            let numbers: Vec<String> = marks.iter().filter_map(|&(_, m)| pick(m)).map(|n| n.to_string()).collect();
            numbers.join(" ")
        };
        let mentions = numbers(|m| if let Mark::Mention(n) = m { Some(n) } else { None });
        let triggers = numbers(|m| if let Mark::Trigger(n) = m { Some(n) } else { None });
        let mut inner = None;
        for &(_, mark) in marks.iter().rev() {
            if let Mark::Mention(number) = mark {
                let mention = &d.mentions()[number];
                // A name shows as one, also where it stands for something else.
                if mention.kind().is_name() {
                    inner = Some(mention);
                    break;
                }
                inner = inner.or(Some(mention));
            }
        }
        out.write_all(b"<span class=\"")?;
        if let Some(mention) = inner {
            write!(out, "e {}", mention.kind().as_str())?;
        }
        if !triggers.is_empty() {
            write!(out, "{}trigger\" data-r=\"{triggers}", if inner.is_some() { " " } else { "" })?;
        }
        out.write_all(b"\"")?;
        if let Some(mention) = inner {
            write!(out, " data-m=\"{mentions}\"")?;
            if let Some(entity) = mention.entity() {
                let name = d.entities()[entity].name();
                write!(out, " data-e=\"{entity}\" title=\"{}: {}\"", mention.kind().as_str(), Text(name))?;
            }
        }
        write!(out, ">{}</span>", Text(text))
    }

    fn relations(&self, out: &mut impl Write) -> io::Result<()> {
        let d = self.document;
        writeln!(out, "<h3>Relations ({})</h3>", d.relations().len())?;
        if d.relations().is_empty() {
            return Ok(());
        }
        writeln!(out, "<ol>")?;
        for (number, relation) in d.relations().iter().enumerate() {
            let s = Statement::new(d, relation);
            let (kind, not) = (relation.kind().as_str(), relation.status() != Status::Actual);
            write!(
                out,
                "<li data-kind=\"{}\" data-r=\"{number}\" data-m=\"{} {}\"><button type=\"button\" aria-expanded=\"false\">\
                 {} <span class=\"kind{}\">{}</span> {}",
                Text(kind),
                relation.subject().mention,
                relation.object().mention,
                Text(s.subject().name()),
                if not { " not" } else { "" },
                Text(&kind.replace('_', " ")),
                Text(s.object().name()),
            )?;
            let details = [
                not.then(|| relation.status().as_str().to_owned()),
                relation.role().map(|role| format!("office: {role}")),
                relation.date().map(|date| match date.iso() {
                    Some(iso) => format!("date: {} ({iso})", date.text()),
                    None => format!("date: {}", date.text()),
                }),
                s.place().map(|place| format!("place: {}", place.name())),
            ];
            let details: Vec<_> = details.into_iter().flatten().collect();
            if !details.is_empty() {
                write!(out, "<small>{}</small>", Text(&one_line(&details.join(" · "))))?;
            }
            writeln!(
                out,
                "</button><p class=\"evidence\" lang=\"fr\" hidden>{}</p></li>",
                Text(&one_line(s.sentence()))
            )?;
        }
        writeln!(out, "</ol>")
    }

    fn entities(&self, out: &mut impl Write) -> io::Result<()> {
        let d = self.document;
        writeln!(out, "<h3>Entities ({})</h3>", d.entities().len())?;
        if d.entities().is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Kind</th>\
             <th scope=\"col\">Wikidata</th><th scope=\"col\">Country</th><th scope=\"col\" class=\"number\">Mentions</th></tr></thead>\n<tbody>"
        )?;
        for entity in d.entities() {
            write!(out, "<tr><th scope=\"row\">")?;
            if entity.mentions().is_empty() {
                write!(out, "{}", Text(entity.name()))?;
            } else {
                write!(out, "<button type=\"button\" data-e=\"{}\">{}</button>", entity.id(), Text(entity.name()))?;
            }
            let kind = entity.kind().as_str();
            write!(out, "</th><td><span class=\"e {kind}\">{kind}</span></td><td>")?;
            if let Some(id) = entity.wikidata() {
                let id = Text(id);
                write!(out, "<a href=\"https://www.wikidata.org/wiki/{id}\" rel=\"noreferrer\">{id}</a>")?;
            }
            let iso = Text(entity.iso().unwrap_or(""));
            writeln!(out, "</td><td>{iso}</td><td class=\"number\">{}</td></tr>", entity.mentions().len())?;
        }
        writeln!(out, "</tbody>\n</table></div>")
    }
}

/// What a stretch of the text is, by number.
#[derive(Clone, Copy)]
enum Mark {
    Mention(usize),
    Trigger(usize),
}
