//! What holds of every text, French or not.

use depeche::output::{Json, Report};
use depeche::{Document, Extractor, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Words, signs and turns of phrase that the stages act on.
#[rustfmt::skip]
const FRAGMENTS: &[&str] = &[
    "Emmanuel Macron", "Macron", "M. Macron", "MACRON", "Ursula von der Leyen", "Mme", "le général Tiani", "J.-M. Le Pen", "Xi Jinping",
    "la France", "l’Ukraine", "L'ONU", "la Cédéao", "O.N.U.", "Moscou", "le Kremlin", "Paris", "aux États-Unis", "Mali", "du Niger",
    "la République démocratique du Congo", "Burkina Faso", "le Conseil de sécurité", "TotalEnergies", "l’armée malienne",
    "le président russe", "le président", "la ministre", "son homologue turc", "le Premier ministre", "ministre des Affaires étrangères",
    "ancien chef de l’État", "les deux dirigeants", "les deux pays", "une délégation russe", "celui-ci", "il", "elle", "ils", "qui", "dont",
    "a rencontré", "s’est entretenu", "s'est entretenue", "se sont rencontrés", "a été reçu", "reçoit", "ont signé", "signer", "dénonce",
    "accuse", "n’a pas", "aurait", "pourrait", "devrait", "a-t-il", "rompt", "a quitté", "quitte", "tué", "arrêté", "élu", "nommé", "démissionne",
    "un accord", "l’accord", "un entretien", "la visite", "le retrait", "sanctions", "guerre", "démission", "rencontre", "attaque",
    "avec", "par", "entre", "et", "ou", "ni", "de", "du", "des", "d’", "à", "au", "en", "contre", "au téléphone", "selon", "que", "qu'", "si",
    "mardi 26 mars", "le 1er janvier 2024", "hier", "en mars", "2023-2024", "10 %", "1 000", "3,5", "24h/24",
    "Niger-Russie :", "Mali :", "PARIS (AFP) –", "«", "»", "“", "”", "\"", "'", "’", "(", ")", "[", "]", "–", "—", "-", "…", "...", ".", ",",
    ";", ":", "!", "?", "/", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{202f}", "\u{ad}", "\u{200b}", "\u{feff}", "\0", "\u{1f}", "\u{7f}", "e\u{301}", "\u{301}",
    "E\u{301}tats", "l\u{2bc}", "🇫🇷", "👩‍👩‍👧", "😀", "Łódź", "İ", "ß", "ﬁ", "Ⅷ", "中国", "Москва", "القاهرة", "\u{202e}", "\u{10ffff}", "https://a.fr/b",
    "a@b.fr", "@macron", "#Sahel", "AFP", "S", "l", "d'", "D’", "a", "A",
];

fn prose() -> impl Strategy<Value = String> {
    let part =
        (prop::sample::select(FRAGMENTS), prop::sample::select(&[" ", " ", " ", " ", "", "\u{a0}", "’", "-"][..]));
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// Sentences that state something, one after another, cut anywhere.
fn cut_article() -> impl Strategy<Value = String> {
    const ARTICLES: [&str; 3] = [
        include_str!("articles/sahel.txt"),
        include_str!("articles/pacifique.txt"),
        include_str!("articles/banque.txt"),
    ];
    (
        prop::sample::select(&ARTICLES[..]),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::sample::select(FRAGMENTS),
    )
        .prop_map(|(article, from, to, patch)| {
            let ends: Vec<_> = article.char_indices().map(|(i, _)| i).collect();
            let (from, to) = (ends[from.index(ends.len())], ends[to.index(ends.len())]);
            format!("{}{patch}{}", &article[..from], &article[to..])
        })
}

fn in_text(text: &str, span: Span) {
    assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{span:?}");
}

fn check_names(document: &Document<'_>) {
    let text = document.text();
    for (number, mention) in document.mentions().iter().enumerate() {
        in_text(text, mention.span());
        assert!(!mention.text().trim().is_empty());
        assert_eq!(mention.span().of(text), mention.text());
        assert!((0.0..=1.0).contains(&mention.confidence()), "{mention:?}");
        assert!(!mention.found_by().is_empty(), "{mention:?}");
        if let Some(entity) = mention.entity() {
            assert!(document.entities()[entity].mentions().contains(&number), "{mention:?}");
        }
    }
    for (number, entity) in document.entities().iter().enumerate() {
        assert_eq!(entity.id(), number);
        assert!(entity.kind().is_name() && !entity.name().is_empty(), "{entity:?}");
        let mut mentions = entity.mentions().to_vec();
        mentions.sort_unstable();
        mentions.dedup();
        assert_eq!(mentions.len(), entity.mentions().len(), "{entity:?} lists a mention twice");
        for mention in mentions {
            assert_eq!(document.mentions()[mention].entity(), Some(number), "{entity:?}");
        }
    }
}

fn check_relations(document: &Document<'_>) {
    let text = document.text();
    let mut last = 0;
    for relation in document.relations() {
        in_text(text, relation.trigger());
        assert!(!relation.trigger().is_empty());
        assert_eq!(relation.trigger().of(text), relation.trigger_text());
        assert!(last <= relation.trigger().start, "relations stand in the order of their triggers");
        last = relation.trigger().start;
        for argument in [relation.subject(), relation.object()] {
            assert_eq!(document.mentions()[argument.mention].entity(), Some(argument.entity), "{relation:?}");
        }
        assert_ne!(relation.subject().entity, relation.object().entity, "{relation:?}");
        for entity in [relation.place(), relation.source()].into_iter().flatten() {
            assert!(entity < document.entities().len());
        }
        if let Some(date) = relation.date() {
            assert!(document.dates().contains(date), "{relation:?}");
        }
        assert!((0.0..=1.0).contains(&relation.confidence()), "{relation:?}");
        assert!(!relation.found_by().is_empty());
    }
}

fn check_sentences(document: &Document<'_>) {
    let mut next = 0;
    for sentence in document.sentences() {
        assert_eq!(sentence.tokens().start, next, "sentences partition the tokens");
        next = sentence.tokens().end;
        in_text(document.text(), sentence.span());
    }
    assert_eq!(next, document.tokens().len());
}

fn check(text: &str) {
    let document = EXTRACTOR.extract(text);
    assert_eq!(document.text(), text);
    check_sentences(&document);
    check_names(&document);
    check_relations(&document);
    let json = serde_json::to_string(&Json::new(&document).with_tokens()).expect("JSON");
    let report = Report::new(&document).explained().to_string();
    let again = EXTRACTOR.extract(text);
    assert_eq!(serde_json::to_string(&Json::new(&again).with_tokens()).expect("JSON"), json);
    assert_eq!(Report::new(&again).explained().to_string(), report);
}

#[test]
fn short_texts() {
    for text in [
        "", " ", "\n", "\0", ".", "'", "’", "«", "»", "\u{301}", "\u{feff}", "🇫🇷", "L’", "d'", "M.", "Mme", "à",
        "A et", "A et B",
    ] {
        check(text);
    }
    for fragment in FRAGMENTS {
        check(fragment);
        check(&fragment.to_uppercase());
        check(&format!("{fragment}{fragment}"));
    }
}

#[test]
fn repeated_fragments() {
    for fragment in FRAGMENTS {
        check(&format!("{fragment} ").repeat(40));
        check(&fragment.repeat(40));
    }
}

#[test]
fn articles_and_their_capitals() {
    let text = include_str!("articles/sahel.txt");
    check(text);
    check(&text.to_uppercase());
    check(&text.to_lowercase());
    check(&text.replace(' ', "\u{a0}"));
    check(&text.replace([' ', '\n'], ""));
    check(&text.replace('.', ""));
    check(&text.chars().rev().collect::<String>());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_characters(text in prop::collection::vec(any::<char>(), 0..80)) {
        check(&text.into_iter().collect::<String>());
    }

    #[test]
    fn fragments(text in prose()) {
        check(&text);
    }

    #[test]
    fn cut_articles(text in cut_article()) {
        check(&text);
    }
}

/// `PROPTEST_CASES` widens the search.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}
