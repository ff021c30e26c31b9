//! Rules of the user: good ones are found beside the bundled ones, faulty ones are reported whole.

use depeche::Extractor;
use depeche::relation::{RelationKind, Setting, check};

const GOOD: &str = r#"
[[kind]]
name = "twinned_with"
symmetric = true
subject = ["place"]
object = ["place"]
cameo = "057"
plover = "AGREE"

[[frame]]
name = "se-jumeler"
kind = "twinned_with"
verb = "jumeler"
subject = "object"
object = ["avec", "à"]
examples = ["Lyon a été jumelée avec Bamako. => Lyon -> Bamako"]
rejects = ["Lyon a rencontré Bamako."]

[[frame]]
name = "mitrailler"
kind = "attacked"
verb = ["mitrailler", "tancer"]
subject = "subject"
object = "object"
examples = ["La Russie a mitraillé l'Ukraine. => Russie -> Ukraine", "L'Ukraine a été tancée par la Russie. => Russie -> Ukraine"]
"#;

fn found(extractor: &Extractor, text: &str) -> Vec<String> {
    let document = extractor.extract(text);
    let relations = document.relations().iter();
    relations
        .map(|r| {
            let name = |argument| document[argument].name();
            format!(
                "{} {} {} {} {}",
                r.kind(),
                name(r.subject()),
                name(r.object()),
                r.found_by(),
                r.cameo().unwrap_or("-")
            )
        })
        .collect()
}

#[test]
fn kinds_and_frames_of_the_user_stand_beside_the_bundled_ones() {
    let extractor = Extractor::builder().rules("desk.toml", GOOD).build().unwrap();
    for (text, expected) in [
        ("Nantes sera jumelée avec Agadez.", "twinned_with Nantes Agadez desk/se-jumeler -"),
        ("Nantes a été jumelée avec Agadez.", "twinned_with Nantes Agadez desk/se-jumeler 057"),
        ("La Russie a mitraillé l'Ukraine.", "attacked Russie Ukraine desk/mitrailler 190"),
        (
            "Vladimir Poutine a rencontré Xi Jinping.",
            "met_with Vladimir Poutine Xi Jinping consultation/rencontrer 040",
        ),
    ] {
        assert_eq!(found(&extractor, text), [expected], "{text}");
    }
    assert_eq!(found(&Extractor::new(), "Nantes a été jumelée avec Agadez."), [""; 0]);
    let document = extractor.extract("Nantes a été jumelée avec Agadez.");
    assert_eq!(document.relations()[0].kind(), &RelationKind::Custom("twinned_with".into()));
}

#[test]
fn examples_of_the_user_run() {
    let extractor = Extractor::builder().rules("desk.toml", GOOD).build().unwrap();
    for setting in [Setting::Plain, Setting::Shifted, Setting::Typographic] {
        assert_eq!(check(&extractor, &[("desk.toml", GOOD)], setting), Ok((4, vec![])), "{setting:?}");
    }
    let wrong = GOOD.replace("=> Lyon -> Bamako", "=> Lyon -> Agadez");
    let (count, failures) = check(&extractor, &[("desk.toml", &wrong)], Setting::Plain).unwrap();
    let failures: Vec<_> = failures.iter().map(ToString::to_string).collect();
    assert_eq!(
        (count, failures.as_slice()),
        (
            4,
            ["desk.toml:10: frame desk/se-jumeler: \"Lyon a été jumelée avec Bamako.\": found twinned_with(Lyon -> Bamako, actual), \
              expected Lyon -> Agadez"
                .to_owned()]
            .as_slice()
        )
    );
}

#[test]
fn all_faults_of_all_files_are_reported() {
    let rules = r#"[[kind]]
name = "wed"
subject = ["person", "spouse"]
object = []
cameo = "99"
plover = "MARRY"

[[kind]]
name = "met_with"
subject = ["actor"]
object = ["actor"]

[[frame]]
name = "a"
kind = "weds"
verb = "épouse"
noun = "mariage"
subject = "subject"
object = "near"
status = "maybe"
examples = ["Une phrase."]

[[frame]]
name = "b"
kind = "wed"
verbs = "épouser"
subject = "subject"
object = "object"

[[frame]]
kind = "wed"
verb = "épouser"
subject = "subject"
object = "object"
"#;
    let error = Extractor::builder()
        .rules("one.toml", rules)
        .rules("two.toml", "[[frame]]\nname = \n")
        .rules_path("no/such/file.toml")
        .build()
        .unwrap_err();
    assert!(error.is_data() && error.is_io());
    let faults = error.faults();
    // What the system says of a file that is not there differs between systems.
    assert_eq!(
        (faults[0].file(), faults[0].line(), faults[0].expected()),
        ("no/such/file.toml", None, "a readable file")
    );
    let found: Vec<_> =
        faults[1..].iter().map(|f| format!("{}:{}: {}", f.file(), f.line().unwrap_or(0), f.found())).collect();
    assert_eq!(
        found,
        [
            "one.toml:1: the CAMEO code \"99\"",
            "one.toml:1: the PLOVER type \"MARRY\"",
            "one.toml:1: no argument type in the kind \"wed\"",
            "one.toml:1: the argument type \"spouse\"",
            "one.toml:8: the kind \"met_with\" twice",
            "one.toml:13: verb and noun in the frame \"one/a\"",
            "one.toml:13: one example and no rejects in the frame \"one/a\"",
            "one.toml:13: the example \"Une phrase.\"",
            "one.toml:13: the status \"maybe\"",
            "one.toml:13: the slot \"near\"",
            "one.toml:13: \"épouse\"",
            "one.toml:15: the kind \"weds\"",
            "one.toml:26: unknown field `verbs`",
            "one.toml:30: no `name`",
            "two.toml:2: no TOML of rules (invalid string)",
        ]
    );
    assert_eq!(faults[5].expected(), "it once");
    assert!(error.to_string().lines().all(|line| line.contains(": found ") && line.contains(", expected ")), "{error}");
}

#[test]
fn a_file_of_rules_is_read() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk_rules.toml");
    std::fs::write(&path, GOOD).unwrap();
    let extractor = Extractor::builder().rules_path(&path).build().unwrap();
    assert_eq!(
        found(&extractor, "Nantes a été jumelée avec Agadez."),
        ["twinned_with Nantes Agadez desk_rules/se-jumeler 057"]
    );
    let bytes = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("bytes.toml");
    std::fs::write(&bytes, b"[[frame]]\nname = \"\xe9\"\n").unwrap();
    let error = Extractor::builder().rules_path(&bytes).build().unwrap_err();
    let first = error.to_string().lines().next().map(str::to_owned);
    assert_eq!(first, Some(format!("{}:2: found the byte 0xe9 that is no UTF-8, expected UTF-8", bytes.display())));
}

/// A frame of a made-up verb, one of many.
fn frame(number: usize) -> String {
    format!(
        "[[frame]]\nname = \"f{number}\"\nkind = \"attacked\"\nnoun = \"mot{number}\"\nsubject = \"de\"\nobject = \"contre\"\n\
         examples = [\"A => A -> B\", \"B => A -> B\"]\n"
    )
}

#[test]
fn a_frame_of_the_user_goes_before_a_bundled_one_that_asks_as_much() {
    let rules = "[[frame]]\nname = \"tancer\"\nkind = \"criticised\"\nverb = \"attaquer\"\nsubject = \"subject\"\nobject = \"object\"\n\
                 examples = [\"A => A -> B\", \"B => A -> B\"]\n";
    let text = "La Russie a attaqué l'Ukraine.";
    assert_eq!(found(&Extractor::new(), text), ["attacked Russie Ukraine violence/attaquer 190"]);
    let extractor = Extractor::builder().rules("desk.toml", rules).build().unwrap();
    assert_eq!(found(&extractor, text), ["criticised Russie Ukraine desk/tancer 111"]);
}

#[test]
fn words_of_the_user_join_those_that_begin_alike() {
    let rules = "[[frame]]\nname = \"coup\"\nkind = \"attacked\"\nnoun = \"coup de tabac austral\"\nsubject = \"de\"\nobject = \"contre\"\n\
                 examples = [\"A => A -> B\", \"B => A -> B\"]\n";
    let extractor = Extractor::builder().rules("desk.toml", rules).build().unwrap();
    let text = "Le coup de tabac austral de la Russie contre l'Ukraine a surpris.";
    assert_eq!(found(&extractor, text), ["attacked Russie Ukraine desk/coup 190"]);
}

#[test]
fn large_files_are_read_in_little_time_and_a_fault_is_found_at_its_line() {
    let many: String = (0..3_000).map(frame).collect();
    let start = std::time::Instant::now();
    assert!(Extractor::builder().rules("desk.toml", &*many).build().is_ok());
    let faulty = many.replace("[[frame]]\nname = \"f2999\"\n", "[[frame]]\nnom = \"f2999\"\n");
    let error = Extractor::builder().rules("desk.toml", faulty).build().unwrap_err();
    assert_eq!((error.faults().len(), error.faults()[0].line()), (1, Some(7 * 2_999 + 2)), "{error}");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_confidence_is_between_nothing_and_one() {
    for (confidence, good) in
        [("0.0", true), ("1.0", true), ("-0.1", false), ("1.5", false), ("nan", false), ("inf", false)]
    {
        let rules = frame(0) + "confidence = " + confidence;
        let error = Extractor::builder().rules("desk.toml", rules).build().err();
        let expected =
            (!good).then(|| format!("found the confidence {}, expected 0 to 1", confidence.replace("nan", "NaN")));
        assert_eq!(error.map(|e| e.to_string()), expected.map(|e| format!("desk.toml:1: {e}")), "{confidence}");
    }
}

#[test]
fn more_than_there_are_numbers_for_is_a_fault() {
    let kind = |n| format!("[[kind]]\nname = \"k{n}\"\nsubject = [\"actor\"]\nobject = [\"actor\"]\n");
    let kinds: String = (0..300).map(kind).collect();
    let error = Extractor::builder().rules("desk.toml", kinds).build().unwrap_err();
    let faults: Vec<_> = error.faults().iter().map(|f| (f.found(), f.expected())).collect();
    assert_eq!(faults, [("one kind more", "at most 256 with the bundled ones")]);
    let nouns: Vec<String> = (0..66_000).map(|n| format!("\"m{n}\"")).collect();
    let frame = frame(0).replace("\"mot0\"", &format!("[{}]", nouns.join(", ")));
    let error = Extractor::builder().rules("desk.toml", frame).build().unwrap_err();
    let found: Vec<_> = error.faults().iter().map(depeche::Fault::found).collect();
    assert_eq!(found, ["one verb or noun more"]);
}

#[test]
fn files_of_any_encoding_give_rules_or_faults() {
    let good: Vec<u8> = GOOD.replace('\n', "\r\n").into_bytes();
    let wide: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = b"[[frame]]\nname = \"\xe9\"\n\nkind = \"\xe8\"\nfoo = 1\n".to_vec();
    for (name, bytes, expected) in [
        ("bom", [b"\xef\xbb\xbf", &good[..]].concat(), &[][..]),
        ("crlf", good.clone(), &[]),
        ("empty", Vec::new(), &[]),
        ("blank", b"\n \t\n# nothing\n".to_vec(), &[]),
        ("utf16", [b"\xff\xfe", &wide[..]].concat(), &[":1: found UTF-16, expected UTF-8"]),
        (
            "latin1",
            latin,
            &[
                ":2: found the byte 0xe9 that is no UTF-8, expected UTF-8",
                ":4: found the byte 0xe8 that is no UTF-8, expected UTF-8",
                ":5: found unknown field `foo`",
            ],
        ),
        ("nul", b"\0\0\0".to_vec(), &[":1: found no TOML of rules"]),
        (
            "deep",
            "a=".to_owned().into_bytes().into_iter().chain(vec![b'['; 100_000]).collect(),
            &[":1: found no TOML of rules"],
        ),
        ("long", [b"# ".to_vec(), vec![b'a'; 5_000_000], good].concat(), &[]),
    ] {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("encoding_{name}.toml"));
        std::fs::write(&path, bytes).unwrap();
        let error = Extractor::builder().rules_path(&path).build().err();
        let faults: Vec<String> = error.iter().flat_map(depeche::Error::faults).map(ToString::to_string).collect();
        let begin = |(found, expected): (&String, &&str)| {
            found.strip_prefix(&*path.to_string_lossy()).is_some_and(|found| found.starts_with(expected))
        };
        assert_eq!(faults.len(), expected.len(), "{name}: {faults:#?}");
        assert!(faults.iter().zip(expected).all(begin), "{name}: {faults:#?}");
    }
    let folder = Extractor::builder().rules_path(env!("CARGO_TARGET_TMPDIR")).build().unwrap_err();
    assert!(folder.is_io() && !folder.is_data(), "{folder}");
}
