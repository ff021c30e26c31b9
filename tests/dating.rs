//! Which date a relation has, and what is known of the mentions that are no names.

use depeche::date::Date;
use depeche::mention::MentionKind;
use depeche::{Document, Extractor};
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::builder().reference_date(Date::new(2024, 3, 20).unwrap()).build().unwrap());

/// The words and ISO form of the date of the first relation of the kind.
fn date(text: &str, kind: &str) -> String {
    let document = EXTRACTOR.extract(text);
    let Some(relation) = document.relations().iter().find(|r| r.kind().as_str() == kind) else {
        return "no relation".to_owned();
    };
    relation.date().map_or_else(|| "-".to_owned(), |d| format!("{} = {}", d.text(), d.iso().unwrap_or("?")))
}

#[test]
fn dates_of_relations() {
    let mut faults = Vec::new();
    for (text, kind, expected) in [
        // In the clause of the verb.
        ("Joe Biden a rencontré Xi Jinping mardi.", "met_with", "mardi = 2024-03-19"),
        ("Joe Biden a rencontré mardi Xi Jinping à Rome.", "met_with", "mardi = 2024-03-19"),
        ("Mardi, Joe Biden a rencontré Xi Jinping.", "met_with", "Mardi = 2024-03-19"),
        ("Hier, Joe Biden a rencontré Xi Jinping.", "met_with", "Hier = 2024-03-19"),
        ("Joe Biden a, ce mardi, rencontré Xi Jinping.", "met_with", "ce mardi = 2024-03-19"),
        ("Joe Biden rencontrera Xi Jinping le 3 mai.", "met_with", "le 3 mai = 2024-05-03"),
        ("Joe Biden a rencontré Xi Jinping le 3 mai.", "met_with", "le 3 mai = 2023-05-03"),
        ("Joe Biden doit rencontrer Xi Jinping jeudi.", "met_with", "jeudi = 2024-03-21"),
        ("Joe Biden a rencontré Xi Jinping en mars 2019.", "met_with", "mars 2019 = 2019-03"),
        ("Joe Biden a rencontré Xi Jinping il y a trois jours.", "met_with", "il y a trois jours = 2024-03-17"),
        (
            "Joe Biden a rencontré Xi Jinping du 3 au 5 mai 2019.",
            "met_with",
            "du 3 au 5 mai 2019 = 2019-05-03/2019-05-05",
        ),
        ("Joe Biden a rencontré Xi Jinping mardi à 15 heures.", "met_with", "mardi à 15 heures = 2024-03-19T15:00"),
        ("Joe Biden a rencontré Xi Jinping à 15 heures.", "met_with", "-"),
        ("Joe Biden a rencontré Xi Jinping.", "met_with", "-"),
        // In that clause rather than in another.
        ("Joe Biden a rencontré Xi Jinping mardi et quittera l'Otan jeudi.", "met_with", "mardi = 2024-03-19"),
        ("La France a rencontré la Chine mardi et quittera l'Otan jeudi.", "left_organisation", "jeudi = 2024-03-21"),
        (
            "Joe Biden, qui a rencontré Xi Jinping lundi, a reçu mardi Emmanuel Macron.",
            "met_with",
            "lundi = 2024-03-18",
        ),
        ("Joe Biden, qui a rencontré Xi Jinping lundi, a reçu mardi Emmanuel Macron.", "hosted", "mardi = 2024-03-19"),
        ("Joe Biden, qui a rencontré Xi Jinping lundi, a reçu Emmanuel Macron.", "hosted", "-"),
        ("Joe Biden a annoncé lundi que la Russie avait bombardé l'Ukraine.", "bombed", "-"),
        (
            "Joe Biden a annoncé lundi que la Russie avait bombardé l'Ukraine dimanche.",
            "bombed",
            "dimanche = 2024-03-17",
        ),
        ("Joe Biden a rencontré Xi Jinping mardi ; la Russie a bombardé l'Ukraine.", "bombed", "-"),
        ("Quand la Russie a bombardé l'Ukraine en 2022, Joe Biden a rencontré Xi Jinping.", "met_with", "-"),
        ("Quand la Russie a bombardé l'Ukraine en 2022, Joe Biden a rencontré Xi Jinping.", "bombed", "2022 = 2022"),
        ("Joe Biden, élu en 2020, a rencontré Xi Jinping.", "met_with", "-"),
        ("Joe Biden, élu en 2020, a rencontré Xi Jinping mardi.", "met_with", "mardi = 2024-03-19"),
        ("Joe Biden a promis lundi de rencontrer Xi Jinping.", "met_with", "-"),
        ("Joe Biden a promis lundi de rencontrer Xi Jinping jeudi.", "met_with", "jeudi = 2024-03-14"),
        // With which the sentence begins, or of the verb that it goes on from.
        ("Mardi, Joe Biden a vu le pape et a rencontré Xi Jinping.", "met_with", "Mardi = 2024-03-19"),
        ("La France a rompu lundi avec la Chine et quitté l'Otan.", "left_organisation", "lundi = 2024-03-18"),
        ("Joe Biden s'est rendu lundi à Rome pour rencontrer Xi Jinping.", "met_with", "lundi = 2024-03-18"),
        // Of the noun.
        ("La France a dénoncé l'accord de 2019 avec la Chine.", "denounced_accord_with", "-"),
        ("La France a dénoncé mardi l'accord de 2019 avec la Chine.", "denounced_accord_with", "mardi = 2024-03-19"),
        ("La rencontre de mardi entre Joe Biden et Xi Jinping a duré.", "met_with", "mardi = 2024-03-19"),
        // The day on which the text was written is not yet that of what it tells.
        ("WASHINGTON, 19 mars 2024 (AFP) – Joe Biden a rencontré Xi Jinping.", "met_with", "-"),
        ("WASHINGTON, 19 mars 2024 (AFP) – Joe Biden a rencontré Xi Jinping lundi.", "met_with", "lundi = 2024-03-18"),
    ] {
        let found = date(text, kind);
        if found != expected {
            faults.push(format!("{text}\n  found    {found}\n  expected {expected}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_day_of_the_text_comes_from_caller_or_text() {
    let day = |document: Document<'_>| document.dates().last().unwrap().iso().map(str::to_owned);
    let (plain, text) = (Extractor::new(), "Joe Biden est venu lundi.");
    assert_eq!(day(plain.extract(text)), None);
    assert_eq!(day(EXTRACTOR.extract(text)).as_deref(), Some("2024-03-18"));
    assert_eq!(day(EXTRACTOR.extract_at(text, Date::new(2023, 1, 1).unwrap())).as_deref(), Some("2022-12-26"));
    let dated = format!("PARIS, 26 mars 2024 (AFP) – {text}");
    assert_eq!(day(plain.extract(&dated)).as_deref(), Some("2024-03-25"));
    assert_eq!(day(EXTRACTOR.extract(&dated)).as_deref(), Some("2024-03-18"));
    // A year alone is no day.
    assert_eq!(day(plain.extract_at(text, Date::of_year(2024).unwrap())), None);
}

/// The mentions of the kind: words, ISO form or role, person.
fn mentions(text: &str, kind: MentionKind) -> Vec<String> {
    let document = EXTRACTOR.extract(text);
    let of_kind = document.mentions().iter().filter(|m| m.kind() == kind);
    of_kind
        .map(|m| {
            let mut line = m.text().to_owned();
            for more in [m.iso(), m.role(), m.person().map(|p| document.mentions()[p].text())].into_iter().flatten() {
                line = line + " | " + more;
            }
            line
        })
        .collect()
}

#[test]
fn nationalities() {
    for (text, expected) in [
        ("Le président russe est venu.", &["russe | RU"][..]),
        ("Les Nigériens votent.", &["Nigériens | NE"]),
        ("les nigérians et les nigériens", &["nigérians | NG", "nigériens | NE"]),
        ("Une délégation sud-coréenne à Bangui", &["sud-coréenne | KR"]),
        ("Le sommet franco-allemand", &["franco | FR", "allemand | DE"]),
        ("Un chercheur centrafricain", &["centrafricain | CF"]),
        ("Une usine américaine", &["américaine | US"]),
        ("Un Parisien africain", &[]),
        ("Le Mali et la Russie", &[]),
        ("Il est venu.", &[]),
    ] {
        assert_eq!(mentions(text, MentionKind::Nationality), expected, "{text}");
    }
}

#[test]
fn titles() {
    for (text, expected) in [
        ("Le président Emmanuel Macron est venu.", &["président | président | Emmanuel Macron"][..]),
        (
            "Le ministre russe des Affaires étrangères, Sergueï Lavrov, est venu.",
            &["ministre russe des Affaires étrangères | ministre des Affaires étrangères | Sergueï Lavrov"],
        ),
        (
            "Sergueï Lavrov, ministre des Affaires étrangères",
            &["ministre des Affaires étrangères | ministre des Affaires étrangères | Sergueï Lavrov"],
        ),
        ("Le général Abdourahamane Tiani est venu.", &["général | général | Abdourahamane Tiani"]),
        ("Le Premier ministre est venu.", &["Premier ministre | Premier ministre"]),
        ("Un général a parlé.", &["général | général"]),
        ("Le député Éric Ciotti est venu.", &["député | député | Éric Ciotti"]),
        ("Un député est venu.", &[]),
        ("M. Macron est venu.", &[]),
        ("La France est belle.", &[]),
    ] {
        assert_eq!(mentions(text, MentionKind::Title), expected, "{text}");
    }
}

#[test]
fn dates_are_mentions_and_names_are_none() {
    for (text, expected) in [
        ("Joe Biden est venu le 26 mars 2024.", &["le 26 mars 2024 | 2024-03-26"][..]),
        ("Joe Biden est venu il y a quelques jours.", &["il y a quelques jours"]),
        ("Il habite rue du 8 mai 1945, à Lyon.", &[]),
        ("Le maréchal Juin est mort.", &[]),
        ("Joe Biden est venu.", &[]),
    ] {
        assert_eq!(mentions(text, MentionKind::Date), expected, "{text}");
    }
}

/// Names come first, and no entity has a mention that is a date, title or nationality.
#[test]
fn entities_are_made_of_names() {
    let text = "Lundi 18 mars, le président russe Vladimir Poutine a reçu une délégation malienne à Moscou.";
    let document = EXTRACTOR.extract(text);
    let names = document.mentions().iter().take_while(|m| m.kind().is_name()).count();
    assert_eq!(
        document.mentions()[..names].iter().map(depeche::mention::Mention::text).collect::<Vec<_>>(),
        ["Vladimir Poutine", "Moscou"]
    );
    let beside = [MentionKind::Date, MentionKind::Title, MentionKind::Nationality];
    for entity in document.entities() {
        assert!(entity.mentions().iter().all(|&m| !beside.contains(&document.mentions()[m].kind())), "{entity:?}");
    }
    for kind in beside {
        assert!(document.mentions()[names..].iter().any(|m| m.kind() == kind), "{kind:?}");
    }
}
