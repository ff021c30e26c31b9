//! Whom nominals and pronouns mean, a construction a row; where two are as likely, nobody.
//!
//! A row holds a text and what is found in it beside names: "nominal = name of the entity", in the order of the text.

use depeche::Extractor;

const ROWS: &[(&str, &[&str])] = &[
    // Offices: by the document, by the gazetteer, by what a title takes up.
    (
        "Le président russe Vladimir Poutine a reçu Xi Jinping. Le chef de l'État chinois repart jeudi.",
        &["chef de l'État chinois = Xi Jinping"],
    ),
    ("Ali Diallo, maire de Thiès, est parti. Le maire ne reviendra pas.", &["maire = Ali Diallo"]),
    (
        "Le ministre malien de la Défense, Sadio Camara, est à Moscou. Le ministre malien y restera.",
        &["ministre malien = Sadio Camara"],
    ),
    ("Le général Mamadi Doumbouya a parlé. L'officier a salué l'armée.", &["officier = Mamadi Doumbouya"]),
    ("Me Claire Sorel a plaidé. L'avocate demande la relaxe.", &["avocate = Claire Sorel"]),
    // An unnamed one in between.
    ("La juge Anne Morel a parlé. Un juge de Lyon l'a critiquée. Le juge a démissionné.", &[]),
    // No agreement, nobody.
    ("Le ministre Paul Grandet est arrivé. La ministre a souri.", &[]),
    // Two who fit, nobody.
    ("L'avocat Paul Grandet et l'avocat Jean Morel étaient là. L'avocat a souri.", &[]),
    // Nouns that are no titles.
    (
        "Maryse Le Goff, boulangère à Auray, se présente. La boulangère veut une école.",
        &["boulangère = Maryse Le Goff"],
    ),
    ("Dorian Cazals a été écroué samedi. Le jeune homme nie tout.", &["jeune homme = Dorian Cazals"]),
    (
        "L'amiral Dirk van der Velde a été reconduit. Le Néerlandais restera deux ans.",
        &["Néerlandais = Dirk van der Velde"],
    ),
    // Organisations, places, countries.
    ("TotalEnergies quitte la Namibie. Le groupe pétrolier y cherchait du gaz.", &["groupe pétrolier = TotalEnergies"]),
    (
        "La Cédéao a levé ses sanctions contre le Mali. L'organisation enverra une mission dans le pays.",
        &["organisation = Cédéao", "pays = Mali"],
    ),
    ("La CGT appelle à la grève jeudi. Le syndicat réclame une aide.", &["syndicat = CGT"]),
    ("Le Sénégal vote. À Dakar, tout est calme. Dans la capitale, les bureaux ont ouvert.", &["capitale = Dakar"]),
    // Pronouns: the subject before the others, and the right gender.
    ("Claire Sorel a rencontré Anne Morel. Elle a parlé de paix.", &["Elle = Claire Sorel"]),
    ("Claire Sorel a rencontré Paul Grandet. Il a parlé de paix.", &["Il = Paul Grandet"]),
    ("Paul Grandet a rencontré Jean Morel. Ce dernier a parlé de paix.", &["Ce dernier = Jean Morel"]),
    ("Paul Grandet est ici, a-t-il répété.", &["il = Paul Grandet"]),
    // Nobody's pronouns.
    ("Paul Grandet est ici. Il faut partir.", &[]),
    ("Paul Grandet est ici. Il s'agit d'une visite privée.", &[]),
    ("Paul Grandet est ici. Il y a du monde.", &[]),
    ("Paul Grandet est ici. Il est possible que tout change.", &[]),
    ("Paul Grandet est ici. « Il ment », a lancé une passante.", &[]),
    // Several.
    (
        "Claire Sorel et Paul Grandet se sont vus. Ils se reverront en mai.",
        &["Ils = Claire Sorel", "Ils = Paul Grandet"],
    ),
    (
        "Paul Grandet a rencontré Jean Morel. Les deux hommes ont parlé de paix.",
        &["hommes = Paul Grandet", "hommes = Jean Morel"],
    ),
    // What says what somebody is, is no mention of its own.
    ("Paul Grandet est le maire de Thiès.", &[]),
    ("Paul Grandet, l'ancien maire de Thiès, est parti.", &[]),
];

fn found(extractor: &Extractor, text: &str) -> Vec<String> {
    let document = extractor.extract(text);
    let mut found: Vec<(usize, String)> = document
        .mentions()
        .iter()
        .filter(|m| m.found_by() == "coreference")
        .map(|m| {
            let entity = &document.entities()[m.entity().expect("a mention of an entity")];
            (m.span().start, format!("{} = {}", m.text(), entity.name()))
        })
        .collect();
    found.sort_by_key(|f| f.0);
    found.into_iter().map(|f| f.1).collect()
}

#[test]
fn nominals_and_pronouns_mean_what_a_reader_says() {
    let extractor = Extractor::new();
    let wrong: Vec<String> = ROWS
        .iter()
        .filter_map(|(text, expected)| {
            let found = found(&extractor, text);
            (found != *expected).then(|| format!("{text}\n    found {found:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_without_relation_stands_for_a_country() {
    let document = Extractor::new().extract("Une délégation malienne est attendue.");
    assert!(document.mentions().iter().all(|m| m.entity().is_none()), "{:?}", document.mentions());
    assert_eq!(document.entities(), []);
}
