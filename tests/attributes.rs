//! Topics, sources, event codes, actor codes and events, row by row.

use depeche::relation::Status;
use depeche::{Document, Extractor};

fn name(document: &Document<'_>, entity: usize) -> String {
    document.entities()[entity].name().to_owned()
}

/// The relations of a text of one kind: status, CAMEO, PLOVER with mode, quad class.
fn codes(text: &str, kind: &str) -> Vec<String> {
    let document = Extractor::new().extract(text);
    let relations = document.relations().iter().filter(|r| r.kind().as_str() == kind);
    relations
        .map(|r| {
            let dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
            let quad = r.quad_class().map_or_else(|| "-".to_owned(), |q| q.to_string());
            format!("{} {} {quad}", dash(r.cameo()), [r.plover(), r.mode()].map(dash).join("/"))
        })
        .collect()
}

#[test]
fn event_codes() {
    for (text, kind, expected) in [
        ("Vladimir Poutine a rencontré Xi Jinping.", "met_with", "040 CONSULT/- 1"),
        ("Vladimir Poutine va rencontrer Xi Jinping.", "met_with", "036 AGREE/- 1"),
        ("Vladimir Poutine aurait rencontré Xi Jinping.", "met_with", "040 CONSULT/- 1"),
        ("Vladimir Poutine n'a pas rencontré Xi Jinping.", "met_with", "125 REJECT/meet 3"),
        ("Vladimir Poutine pourrait rencontrer Xi Jinping.", "met_with", "- -/- -"),
        ("La France a condamné la Russie.", "criticised", "111 ACCUSE/disapprove 3"),
        ("La France n'a pas condamné la Russie.", "criticised", "- -/- -"),
        ("La Russie a bombardé l'Ukraine.", "bombed", "195 ASSAULT/aerial 4"),
        ("La Russie va bombarder l'Ukraine.", "bombed", "1384 THREATEN/violence 3"),
        ("La Russie menace de bombarder l'Ukraine.", "bombed", "1384 THREATEN/violence 3"),
        ("La Russie a libéré Oleg Sentsov.", "released", "0841 RETREAT/release 2"),
        ("La Russie refuse de libérer Oleg Sentsov.", "released", "1243 REJECT/yield 3"),
        ("La France a appelé la Russie à libérer Oleg Sentsov.", "appealed_to", "0253 REQUEST/yield 1"),
        ("La France a appelé la Russie à libérer Oleg Sentsov.", "released", "- -/- -"),
        ("L'Allemagne a fourni une aide humanitaire à l'Ukraine.", "aided", "073 AID/- 2"),
        ("L'Allemagne va fournir une aide humanitaire à l'Ukraine.", "aided", "0333 AGREE/- 1"),
        ("La France a expulsé Sergueï Lavrov.", "expelled", "174 COERCE/deport 4"),
        ("Emmanuel Macron a nommé Gabriel Attal Premier ministre.", "appointed", "- -/- -"),
    ] {
        assert_eq!(codes(text, kind), [expected], "{text}");
    }
}

#[test]
fn topics() {
    let extractor = Extractor::new();
    for (text, expected) in [
        ("La France et le Niger ont signé un accord de défense.", "military"),
        ("La France et le Niger ont signé un accord commercial.", "economic"),
        ("La France et le Niger ont signé un accord de lutte contre le terrorisme.", "security"),
        ("Vladimir Poutine a rencontré Xi Jinping pour parler des réfugiés.", "humanitarian"),
        ("Vladimir Poutine a rencontré Xi Jinping pour parler de football.", "other"),
        ("Le ministre de la Défense, Sébastien Lecornu, a rencontré Vladimir Poutine.", "-"),
        ("Vladimir Poutine a rencontré Xi Jinping.", "-"),
        ("La Russie a bombardé l'Ukraine.", "military"),
    ] {
        let document = extractor.extract(text);
        let relation = document.relations().iter().find(|r| r.kind().as_str() != "holds_office");
        let found = relation.map(|r| r.topic().map_or("-", depeche::relation::Topic::as_str));
        assert_eq!(found, Some(expected), "{text}");
    }
}

#[test]
fn sources() {
    let extractor = Extractor::new();
    for (text, kind, expected) in [
        ("Selon la Turquie, la Russie a bombardé l'Ukraine.", "bombed", "Turquie"),
        ("D'après Human Rights Watch, la Russie a bombardé l'Ukraine.", "bombed", "Human Rights Watch"),
        ("La Russie a bombardé l'Ukraine, selon le Kremlin.", "bombed", "Russie"),
        ("La Russie a bombardé l'Ukraine, a annoncé Emmanuel Macron.", "bombed", "Emmanuel Macron"),
        ("La Russie a bombardé l'Ukraine, a annoncé Ankara.", "bombed", "Turquie"),
        ("Emmanuel Macron a annoncé que la Russie avait bombardé l'Ukraine.", "bombed", "Emmanuel Macron"),
        ("La Turquie a annoncé des frappes de la Russie contre l'Ukraine.", "bombed", "Turquie"),
        ("« La Russie a bombardé l'Ukraine », a déclaré Emmanuel Macron.", "bombed", "Emmanuel Macron"),
        ("La Russie a bombardé l'Ukraine.", "bombed", "-"),
        ("La Russie a lancé une offensive contre l'Ukraine.", "attacked", "-"),
        ("La Russie a lancé une opération pour bombarder l'Ukraine.", "bombed", "-"),
        (
            "Emmanuel Macron a rencontré Xi Jinping et a annoncé que la Russie avait bombardé l'Ukraine.",
            "met_with",
            "-",
        ),
    ] {
        let document = extractor.extract(text);
        let relation = document.relations().iter().find(|r| r.kind().as_str() == kind);
        let found = relation.map(|r| r.source().map_or_else(|| "-".to_owned(), |e| name(&document, e)));
        assert_eq!(found.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn actor_codes() {
    let extractor = Extractor::new();
    for (text, expected) in [
        ("L'armée malienne a bombardé Kidal.", ["MLIMIL", "MLI"]),
        ("La police française a arrêté Carlos Ghosn.", ["FRACOP", "FRABUS"]),
        ("La justice française a condamné l'ONU.", ["FRAJUD", "IGOUNO"]),
        ("Le Kremlin a accusé la Cédéao.", ["RUSGOV", "IGOWAF"]),
        ("La Russie a accusé Amnesty International.", ["RUS", "NGOAMN"]),
        ("Vladimir Poutine a rencontré Emmanuel Macron.", ["RUSGOV", "FRAGOV"]),
        ("La France a critiqué Al-Qaïda.", ["FRA", "IMGALQ"]),
        ("La France a critiqué TotalEnergies.", ["FRA", "FRABUS"]),
    ] {
        let document = extractor.extract(text);
        let relation = document.relations().iter().find(|r| r.kind().as_str() != "holds_office");
        let found = relation.map(|r| [r.subject(), r.object()].map(|a| document.actor_code(a).unwrap_or("-")));
        assert_eq!(found, Some(expected), "{text}");
    }
}

#[test]
fn events_gather_statements() {
    let text = "La Russie va bombarder l'Ukraine. La Russie a bombardé l'Ukraine lundi. L'Ukraine a rencontré la Russie. La Russie a rencontré \
                l'Ukraine. L'Ukraine a bombardé la Russie.";
    let document = Extractor::new().extract(text);
    let events: Vec<_> = document
        .events()
        .iter()
        .map(|e| {
            (
                e.kind().to_string(),
                name(&document, e.subject()),
                name(&document, e.object()),
                e.status(),
                e.statements().to_vec(),
            )
        })
        .collect();
    let event = |kind: &str, subject: &str, object: &str, statements: &[usize]| {
        (kind.to_owned(), subject.to_owned(), object.to_owned(), Status::Actual, statements.to_vec())
    };
    assert_eq!(
        events,
        [
            event("bombed", "Russie", "Ukraine", &[0, 1]),
            event("met_with", "Ukraine", "Russie", &[2, 3]),
            event("bombed", "Ukraine", "Russie", &[4]),
        ]
    );
}

/// The codes that the rule files use are those that the table defines, and all of them.
#[test]
fn codes_are_defined() {
    let file = |name: &str| -> toml::Table {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
        std::fs::read_to_string(path).unwrap().parse().unwrap()
    };
    let (codes, schema) = (file("codes.toml"), file("schema.toml"));
    let rows = codes["rule"].as_array().unwrap().iter().chain(schema["kind"].as_array().unwrap());
    let mut used: Vec<&str> = rows.map(|r| r["cameo"].as_str().unwrap()).filter(|c| !c.is_empty()).collect();
    used.sort_unstable();
    used.dedup();
    let defined: Vec<&str> = codes["cameo"].as_table().unwrap().keys().map(String::as_str).collect();
    assert_eq!(used, defined);
}

/// A rule for a frame that is gone would never be used.
#[test]
fn frames_of_code_rules_exist() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/codes.toml");
    let codes: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    for row in codes["rule"].as_array().unwrap() {
        for frame in row.get("frames").and_then(toml::Value::as_array).into_iter().flatten() {
            let (stem, name) = frame.as_str().unwrap().split_once('/').unwrap();
            let file = format!("rules/relations/{stem}.toml");
            let found = depeche::bundled_rules()
                .iter()
                .any(|(f, text)| *f == file && text.contains(&format!("name = \"{name}\"")));
            assert!(found, "rules/codes.toml: found the frame {frame}, expected one of {file}");
        }
    }
}
