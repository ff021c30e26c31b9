//! Expressions of time: the examples of the patterns, rows of texts, and what holds of every text.

use depeche::date::{Date, DateFinder};
use depeche::sentence::SentenceSplitter;
use depeche::token::Tokenizer;
use proptest::prelude::*;
use std::fmt::Write as _;

/// What is found: `words = ISO`, `?` for a time that is left open; `-` for nothing.
fn found(text: &str, reference: Option<Date>) -> String {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    let mut line = String::new();
    for e in DateFinder.find(text, &tokens, &sentences, &[], reference) {
        let _ = write!(line, "{}{} = {}", if line.is_empty() { "" } else { "; " }, e.text(), e.iso().unwrap_or("?"));
    }
    if line.is_empty() { "-".to_owned() } else { line }
}

/// The day on which the examples and most rows are read, a Wednesday.
fn wednesday() -> Option<Date> {
    Date::new(2024, 3, 20)
}

/// The rows whose outcome is another one than written.
fn faults<'r>(rows: impl Iterator<Item = (&'r str, &'r str, Option<Date>)>) -> Vec<String> {
    rows.filter_map(|(text, expected, reference)| {
        let found = found(text, reference);
        (found != expected).then(|| format!("{text}\n  found    {found}\n  expected {expected}"))
    })
    .collect()
}

#[test]
fn examples_of_the_patterns() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/dates.toml");
    let rules: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let tables = ["pattern", "affix"].into_iter().flat_map(|t| rules[t].as_array().unwrap());
    let examples: Vec<&str> =
        tables.flat_map(|t| t["examples"].as_array().unwrap()).map(|e| e.as_str().unwrap()).collect();
    let rows = examples.iter().map(|e| e.split_once(" => ").expect("text => words = ISO"));
    let faults = faults(rows.map(|(text, expected)| (text, expected, wednesday())));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rows() {
    let file = include_str!("dates/rows.txt");
    let mut reference = None;
    let mut rows = Vec::new();
    for line in file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(day) = line.strip_prefix("@ ") {
            reference = day.parse().ok();
            continue;
        }
        let (text, expected) = line.split_once(" => ").expect("text => words = ISO");
        // A stroke stands for a line break.
        rows.push((text.replace('|', "\n"), expected, reference));
    }
    assert!(rows.len() >= 150, "found {} rows", rows.len());
    let faults = faults(rows.iter().map(|(text, expected, reference)| (text.as_str(), *expected, *reference)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether the text is a point in time of ISO 8601, as far as the stage writes them.
fn is_point(point: &str) -> bool {
    let (day, clock) = point.split_once('T').map_or((point, None), |(day, clock)| (day, Some(clock)));
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let number = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
    let clock_fits = clock.is_none_or(|clock| {
        clock.strip_suffix('Z').unwrap_or(clock).split_once(':').is_some_and(|(h, m)| {
            digits(h, 2) && digits(m, 2) && number(h) <= 24 && number(m) < 60 && (number(h) < 24 || number(m) == 0)
        })
    });
    let day_fits = match day.strip_prefix("--") {
        // In a leap year every day exists.
        Some(rest) => format!("2000-{rest}").parse::<Date>().is_ok(),
        None if day.is_empty() => clock.is_some(),
        None => match day.split_once('-') {
            Some((year, rest)) if digits(year, 4) => match rest.strip_prefix('W') {
                Some(week) => digits(week, 2) && (1..=53).contains(&number(week)),
                None => day.parse::<Date>().is_ok() || digits(rest, 2) && (21..=24).contains(&number(rest)),
            },
            _ => digits(day, 4),
        },
    };
    day_fits && clock_fits
}

fn is_iso(iso: &str) -> bool {
    match iso.split_once('/') {
        Some((start, end)) => {
            let side = |side: &str| side == ".." || is_point(side);
            side(start) && side(end) && (start, end) != ("..", "..")
        }
        None => is_point(iso),
    }
}

#[test]
fn iso_forms_are_told_from_others() {
    for iso in [
        "2024",
        "2024-03",
        "2024-02-29",
        "2024-W12",
        "2024-21",
        "--03",
        "--02-29",
        "T15:30",
        "--03-26T15:30Z",
        "../2024",
        "2024-01/2024-03",
    ] {
        assert!(is_iso(iso), "{iso}");
    }
    for iso in ["", "24", "2024-13", "2023-02-29", "--02-30", "2024-W54", "T24:30", "../..", "2024/", "2024-03-26T"] {
        assert!(!is_iso(iso), "{iso}");
    }
}

fn check(text: &str, reference: Option<Date>) {
    let mut tokens: Vec<_> = Tokenizer.tokenize(text).collect();
    let sentences = SentenceSplitter.split(text, &mut tokens);
    let found = DateFinder.find(text, &tokens, &sentences, &[], reference);
    let mut end = 0;
    for e in &found {
        assert!(e.span().start >= end && !e.span().is_empty(), "{e:?}");
        end = e.span().end;
        assert_eq!(text.get(e.span().start..e.span().end), Some(e.text()));
        assert!(e.iso().is_none_or(is_iso), "{e:?}");
        assert!(e.found_by().starts_with("date:"));
        // An interval does not end before it begins.
        assert!(e.date().zip(e.end()).is_none_or(|(start, end)| start.year() <= end.year()), "{e:?}");
    }
    assert_eq!(DateFinder.find(text, &tokens, &sentences, &[], reference), found);
    // No date lies within a name.
    let whole = [depeche::Span::new(0, text.len())];
    let named = DateFinder.find(text, &tokens, &sentences, &whole, reference);
    assert!(named.iter().all(|e| e.span() == whole[0]), "{named:?}");
}

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "le", "la", "l'", "l’", "les", "du", "de", "d'", "au", "à", "a", "en", "et", "entre", "il y a", "dans", "depuis", "jusqu'", "ce", "cette", "même", "plus tard",
    "lundi", "Mardi", "dimanche", "janvier", "février", "Mars", "AOÛT", "décembre", "sept.", "1er", "2", "26", "29", "30", "31", "32", "99", "2024", "1999", "9999",
    "0000", "26/03/2024", "29.02.23", "2024-02-29", "31/02", "15:30", "24", "h", "heures", "30", "60", "midi", "GMT", "matin", "soir", "nuit", "hier", "demain",
    "aujourd’hui", "avant-hier", "veille", "lendemain", "jour", "semaine", "week-end", "mois", "trimestre", "an", "années", "décennies", "siècle", "XXe", "XIVᵉ",
    "premier", "deuxième", "dernier", "dernière", "prochain", "suivante", "précédent", "trois", "quinze", "cent", "quelques", "été", "hiver", "début", "mi", "fin",
    "-", "–", "(", ")", ",", ".", "rue", "publié", "PARIS", "viendra", "prévu", "\n", "\u{a0}", "\u{ad}", "\u{301}", "😀", "mi-mars", "14-Juillet", "2023-2024", "26-27",
];

/// `PROPTEST_CASES` widens the search.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((0..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).expect("a day")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn words_in_any_order(words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..30), reference in day()) {
        let text: String = words.into_iter().flat_map(|(word, space)| [word, if space { " " } else { "" }]).collect();
        check(&text, reference);
        check(&text.to_uppercase(), reference);
    }

    #[test]
    fn words_with_spaces(words in prop::collection::vec(prop::sample::select(WORDS), 0..16), reference in day()) {
        check(&words.join(" "), reference);
    }

    #[test]
    fn any_text(text in "\\PC{0,120}", reference in day()) {
        check(&text, reference);
    }

    #[test]
    fn every_day_is_read(year in 1000..2200, month in 0_usize..12, day in 1_u8..=31) {
        const MONTHS: [&str; 12] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
        let expected = Date::new(year, month as u8 + 1, day);
        let text = format!("{day} {} {year}", MONTHS[month]);
        prop_assert_eq!(found(&text, None), expected.map_or("-".to_owned(), |d| format!("{text} = {d}")));
        let text = format!("{day:02}/{:02}/{year}", month + 1);
        prop_assert_eq!(found(&text, None), expected.map_or("-".to_owned(), |d| format!("{text} = {d}")));
    }
}
