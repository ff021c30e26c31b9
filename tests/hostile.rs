//! Long texts made to wear the stages out: none panics, spans lie on character boundaries, and time grows as the length does.
//!
//! ```sh
//! cargo test --release --test hostile -- --ignored --nocapture # 1 MB of each, with the times
//! ```

use depeche::{Document, Extractor, Span};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// What a text is made of: its beginning, what is repeated, its end. In what is repeated, `#` is a word that no other holds.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // No words.
    ("nothing", "", "\0", ""),
    ("spaces", "", " ", ""),
    ("line ends", "", "\n", ""),
    ("returns", "", "\r\n\t", ""),
    ("points", "", ".", ""),
    ("points and words", "Moscou", ".a", ""),
    ("combining marks", "", "\u{301}", ""),
    ("marks of all kinds", "e", "\u{301}\u{323}\u{20dd}\u{fe0f}", ""),
    ("joined emoji", "", "👩‍👩‍👧", "."),
    ("flags", "", "🇫🇷", ""),
    ("marks of direction", "", "\u{202e}\u{2066}", ""),
    ("slashes", "https:", "/", ""),
    ("address", "https://a.fr/", "a?b=c&", ""),
    ("addresses", "", "a@b.", "fr"),
    ("entities of HTML", "", "&amp;&", ""),
    ("tags", "", "<b ", ""),
    // Signs.
    ("quotes opened", "", "«", ""),
    ("quotes opened, words", "", "« Moscou ", ""),
    ("quotes closed, words", "", "Moscou » ", ""),
    ("quotes in turn", "", "« Le Mali a accusé Paris. » ", ""),
    ("quotes nested", "", "« a “ b ", ""),
    ("straight quotes", "", "\"", ""),
    ("straight quotes, words", "", "\" Moscou ", ""),
    ("apostrophes", "", "'", ""),
    ("curly apostrophes", "", "’", ""),
    ("elisions", "", "l’", "État"),
    ("elisions, words", "L", "'d’Alma", ""),
    ("hyphens", "", "-", ""),
    ("hyphens, words", "Moscou", "-Paris", ""),
    ("hyphens, clitics", "a", "-t-il", ""),
    ("dashes", "", "– ", ""),
    ("dashes, words", "Le Mali ", "– Paris ", ""),
    ("brackets opened", "", "(", ""),
    ("brackets opened, words", "", "(le Mali ", ""),
    ("brackets nested", "", "([{ Paris ", ")"),
    ("brackets closed", "", ") Paris ", ""),
    ("brackets in turn", "", "Paris (Mali) ", ""),
    ("commas", "", ",", ""),
    ("colons", "", "Mali : ", ""),
    // Digits.
    ("digits", "", "0123456789", ""),
    ("numbers", "", "12 345 678,9 % ", ""),
    ("numbers in groups", "", "123 ", ""),
    ("dates", "", "le mardi 26 mars 2024 ", ""),
    ("spans of time", "", "du 3 au 5 mai, depuis ", ""),
    ("days", "", "26/03/", ""),
    ("times", "", "à 15h30 lundi ", ""),
    // Letters without spaces and other scripts.
    ("one word", "", "a", ""),
    ("one word in capitals", "", "M", ""),
    ("letters of all kinds", "", "eÉœŁ", ""),
    ("Arabic", "", "القاهرة ", ""),
    ("Hebrew", "", "ירושלים ", ""),
    ("Chinese", "", "中国", ""),
    ("Cyrillic", "", "Москва и Киев ", ""),
    ("a word without an end", "Moscou", "deParisà", ""),
    // Capitals and names.
    ("letters and points", "", "A.", ""),
    ("letters", "", "A ", ""),
    ("capitals", "", "Paris ", ""),
    ("names", "", "Emmanuel Macron ", ""),
    ("names joined", "", "Emmanuel Macron et ", "Xi Jinping ont rencontré Joe Biden."),
    ("names in a row", "", "Emmanuel Macron, Xi Jinping, ", "Joe Biden ont rencontré Vladimir Poutine."),
    ("subjects and objects", "", "Paris, ", "Moscou ont accusé Kiev, Minsk et Rome."),
    ("many objects", "Moscou a accusé ", "Paris, Kiev, ", "Rome."),
    ("new names", "", "M. # a dit. ", ""),
    ("new names in one sentence", "", "Jean # et ", ""),
    ("new names in a row", "", "#, ", ""),
    ("new acronyms", "", "l’Union des # (UD#) ", ""),
    ("an acronym", "", "ONU ", ""),
    ("capital letters", "", "LE MALI A ACCUSÉ PARIS ", ""),
    ("acronyms explained", "", "l’Organisation des Nations unies (ONU) ", ""),
    ("particles", "Jean ", "de la ", "Tour"),
    ("particles and names", "", "Jean de La ", "Tour"),
    ("surnames", "", "Jean Dupont. Marie Dupont. Dupont. ", ""),
    ("given names", "", "Jean-Pierre ", ""),
    ("new given names", "", "# Dupont a rencontré Dupont. ", ""),
    // Offices.
    ("title", "", "le président ", ""),
    ("titles", "", "ministre des Affaires étrangères de la ", "France"),
    ("titles and names", "", "le président Joe Biden, ", ""),
    ("titles joined", "", "le ministre et ", "le président Joe Biden"),
    ("new titles", "", "le ministre des #, ", "Joe Biden"),
    ("offices of one", "Joe Biden", ", ministre des Transports, ministre de l’Intérieur", "."),
    ("nationalities", "", "russe ", ""),
    ("homologues", "", "son homologue russe ", ""),
    // Clauses.
    ("relatives", "", "Xi Jinping, qui a rencontré ", "Moscou."),
    ("relatives in a row", "Xi Jinping ", "qui ", "a rencontré Joe Biden."),
    ("dont", "Xi Jinping ", "dont le président, ", "a rencontré Joe Biden."),
    ("que", "Moscou ", "que Paris dit ", "."),
    ("prepositions", "", "avec de pour ", "Paris."),
    ("nouns and prepositions", "", "l’accord de la visite du président de ", "Paris."),
    ("verbs", "", "a rencontré ", ""),
    ("infinitives", "Paris a ", "demandé de vouloir ", "rencontrer Moscou."),
    ("verbs joined", "Xi Jinping a accusé", ", rencontré et accusé", " Moscou."),
    ("verbs and names", "", "Xi Jinping a rencontré Joe Biden ", ""),
    ("sentences", "", "Xi Jinping a rencontré Joe Biden. ", ""),
    ("sentences with a line", "", "Xi Jinping a rencontré Joe Biden\n", ""),
    ("pronouns", "Xi Jinping est là. ", "Il l’a rencontré. ", ""),
    ("pronouns without a name", "", "il l’a accusé, ", ""),
    ("nominals", "Xi Jinping est là. ", "Le président a accusé le pays. ", ""),
    ("negations", "Paris ne ", "n’a pas ", "rencontré Moscou."),
    ("attributions", "", "selon Moscou, ", "Paris est là."),
    ("deaths", "", "tué par l’armée malienne ", ""),
    ("nominalisations", "", "la rencontre entre Paris et ", "Moscou."),
    ("between", "", "entre ", "Paris et Moscou."),
    ("new events", "", "Jean # a rencontré Marie #. ", ""),
    ("new pairs", "", "Le Mali a accusé #. ", ""),
];

/// A word like no other.
fn word(number: usize) -> String {
    let (mut word, mut rest) = (String::new(), number);
    for _ in 0..4 {
        let (consonant, vowel) = (rest % 14, rest / 14 % 5);
        word.push(char::from(b"bdfgklmnprstvz"[consonant]));
        word.push(char::from(b"aeiou"[vowel]));
        rest /= 70;
    }
    let first = word.remove(0).to_ascii_uppercase();
    format!("{first}{word}r")
}

fn text(&(_, start, unit, end): &Row, length: usize) -> String {
    let mut text = start.to_owned();
    let mut number = 0;
    while text.len() + end.len() < length {
        if unit.contains('#') {
            text.push_str(&unit.replace('#', &word(number)));
            number += 1;
        } else {
            text.push_str(unit);
        }
    }
    text + end
}

fn check_spans(document: &Document<'_>, name: &str) {
    let text = document.text();
    let on_boundaries = |span: Span| assert!(text.get(span.start..span.end).is_some(), "{name}: {span:?}");
    document.tokens().iter().for_each(|t| on_boundaries(t.span()));
    document.sentences().iter().for_each(|s| on_boundaries(s.span()));
    document.mentions().iter().for_each(|m| on_boundaries(m.span()));
    document.dates().iter().for_each(|d| on_boundaries(d.span()));
    document.relations().iter().for_each(|r| on_boundaries(r.trigger()));
}

/// How long the whole way takes, with the events of the document.
fn time(text: &str) -> Duration {
    let start = Instant::now();
    let document = EXTRACTOR.extract(text);
    let events = document.events();
    let time = start.elapsed();
    drop(events);
    time
}

/// The least that `text` took in all rounds so far.
fn less(best: &mut Duration, text: &str) {
    *best = time(text).min(*best);
}

/// Whether a text of four times the length takes about four times as long.
fn grows_as_the_length_does(row: &Row, length: usize) -> Result<(), String> {
    let (short, long) = (text(row, length), text(row, 4 * length));
    check_spans(&EXTRACTOR.extract(&long), row.0);
    let (mut of_short, mut of_long) = (Duration::MAX, Duration::MAX);
    let mut ratio = f64::MAX;
    // What else the machine does can only lengthen a run, so it is the least of some runs that counts.
    for round in 0..12 {
        less(&mut of_short, &short);
        less(&mut of_long, &long);
        ratio = of_long.as_secs_f64() / of_short.as_secs_f64();
        if ratio < MOST && round > 0 {
            return Ok(());
        }
    }
    Err(format!("{}: {ratio:.1} times as long for 4 times the text: {of_short:?}, {of_long:?}", row.0))
}

/// Linear is 4, quadratic 16.
const MOST: f64 = 6.0;

#[test]
fn time_grows_as_the_length_does() {
    let length = if cfg!(debug_assertions) { 4_000 } else { 64_000 };
    let _ = &*EXTRACTOR;
    let slow: Vec<String> = ROWS.iter().filter_map(|row| grows_as_the_length_does(row, length).err()).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
#[ignore = "long without optimisation"]
fn a_megabyte_of_each() {
    for row in ROWS {
        let text = text(row, 1_000_000);
        let start = Instant::now();
        let document = EXTRACTOR.extract(&text);
        let time = start.elapsed();
        check_spans(&document, row.0);
        println!(
            "{:<28} {:>6} ms {:>8} tokens {:>7} mentions {:>6} entities {:>6} relations",
            row.0,
            time.as_millis(),
            document.tokens().len(),
            document.mentions().len(),
            document.entities().len(),
            document.relations().len()
        );
        assert!(time < Duration::from_secs(30), "{}: {time:?}", row.0);
    }
}
