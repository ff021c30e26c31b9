//! Rows of every format, good and faulty.

use super::{EntryKind, Gazetteer};

/// What the files are turned into: kind, name, id, country, other names of each entry; or the faults.
fn read(files: &[(&str, &[u8])]) -> Result<Vec<String>, Vec<String>> {
    let builder = files.iter().fold(Gazetteer::builder().without_bundled(), |b, (name, text)| b.source(*name, *text));
    let gazetteer = builder.build().map_err(|e| e.faults().iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let entry = |e: super::Entry<'_>| {
        let aliases: Vec<&str> = e.aliases().collect();
        format!("{:?} {} {} {} {}", e.kind(), e.name(), e.id(), e.country(), aliases.join("|")).trim_end().to_owned()
    };
    let kinds = [EntryKind::Person, EntryKind::Country, EntryKind::Place, EntryKind::Organisation];
    Ok(kinds.iter().flat_map(|&k| gazetteer.of_kind(k)).map(entry).collect())
}

#[test]
fn formats() {
    for (name, text, expected) in [
        ("a.tsv", "name\tkind\nA B\tperson\n", &["Person A B"][..]),
        ("a.tsv", "\u{feff}kind\tname\taliases\r\nplace\tBé\t C | D \r\n\r\n", &["Place Bé   C|D"]),
        ("a.TSV", "Name\tKind\tID\tCountry\nB\tPlace\tQ7\tNE", &["Place B Q7 NE"]),
        ("a.csv", "name,kind\n\"B, \"\"C\"\"\",organisation\n", &["Organisation B, \"C\""]),
        ("a.csv", "name;kind;country\nB, C;country;XX\n", &["Country B, C  XX"]),
        ("a.jsonl", "{\"name\":\"B\",\"kind\":\"person\",\"aliases\":[\"C\",\"D\"]}\n\n", &["Person B   C|D"]),
        (
            "a.ndjson",
            "{\"kind\":\"place\",\"name\":\"\\u00c9\",\"id\":\"x\",\"flags\":[],\"country\":\"ML\"}",
            &["Place É x ML"],
        ),
        ("a.tsv", "name\tkind\tid\nA\tperson\t1\nA\tperson\t2\nA\tplace\t\n", &["Person A 1", "Person A 2", "Place A"]),
    ] {
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(read(&[(name, text.as_bytes())]), Ok(expected), "{text:?}");
    }
}

#[test]
fn every_fault_is_found() {
    for (name, text, expected) in [
        ("a.txt", &b"name\tkind\n"[..], &["a.txt: found another ending of the name, expected .tsv, .csv, .jsonl or .ndjson"][..]),
        (
            "a.tsv",
            b"",
            &["a.tsv:1: found no header, expected name and kind, and if wanted id, aliases, flags, country"],
        ),
        (
            "a.tsv",
            b"nom\tkind\tkind\nA\tperson\tperson\n",
            &[
                "a.tsv:1: found the column \"nom\", expected name and kind, and if wanted id, aliases, flags, country",
                "a.tsv:1: kind: found the column \"kind\" twice, expected each column once",
                "a.tsv:1: name: found no such column in the header, expected name and kind, and if wanted id, aliases, flags, country",
            ],
        ),
        (
            "a.tsv",
            b"name\tkind\tid\taliases\tflags\tcountry\n\tking\ta b\tC|-\tloud|case_sensitive\tZZ\nA\tperson\n",
            &[
                "a.tsv:2: name: found \"\", expected a name with a letter or digit",
                "a.tsv:2: aliases: found \"-\", expected a name with a letter or digit",
                "a.tsv:2: kind: found \"king\", expected person, country, place or organisation",
                "a.tsv:2: id: found \"a b\", expected an id without spaces",
                "a.tsv:2: flags: found \"loud\", expected case_sensitive, needs_context or overrides_bundled",
                "a.tsv:2: country: found \"ZZ\", expected an ISO 3166-1 alpha-2 code such as NE",
                "a.tsv:3: found 2 fields, expected 6 as in the header",
            ],
        ),
        (
            "a.tsv",
            b"name\tkind\nA\xe9\tperson\nB\tking\n\xff\tplace",
            &[
                "a.tsv:2: found the byte 0xe9 that is no UTF-8, expected UTF-8",
                "a.tsv:3: kind: found \"king\", expected person, country, place or organisation",
                "a.tsv:4: found the byte 0xff that is no UTF-8, expected UTF-8",
                "a.tsv:4: name: found \"\u{fffd}\", expected a name with a letter or digit",
            ],
        ),
        ("a.csv", b"\xff\xfen\0a\0m\0e\0", &["a.csv:1: found UTF-16, expected UTF-8"]),
        (
            "a.csv",
            b"name,kind\n\"A,person\nB,king\n",
            &[
                "a.csv:2: found a quote that is not closed, expected quotes around whole fields, doubled within",
                "a.csv:3: kind: found \"king\", expected person, country, place or organisation",
            ],
        ),
        (
            "a.jsonl",
            b"[]\n{\"name\": \n{\"name\":\"A\",\"kind\":7,\"aliases\":\"B\",\"x\":null}\n{\"kind\":\"place\",\"flags\":[1]}\n{\"name\":\"A\",\"name\":\"B\",\"kind\":\"place\"}\n{\"name\":\"A\",\"kind\":\"place\",\"aliases\":[\"b|c\"]}",
            &[
                "a.jsonl:1: found a list of texts, expected an object with the fields name and kind",
                "a.jsonl:2: found no JSON (EOF while parsing a value), expected an object in one line",
                "a.jsonl:3: aliases: found a text, expected a list of texts",
                "a.jsonl:3: kind: found a number, expected a text",
                "a.jsonl:3: found the field \"x\", expected name, kind, id, aliases, flags, country",
                "a.jsonl:4: flags: found a list of other things than texts, expected a list of texts",
                "a.jsonl:4: name: found nothing, expected a text",
                "a.jsonl:5: found duplicate field `name`, expected each field once",
                "a.jsonl:6: aliases: found a name with |, expected names without |",
            ],
        ),
    ] {
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(read(&[(name, text)]), Err(expected), "{:?}", String::from_utf8_lossy(text));
    }
}

#[test]
fn rows_that_repeat_or_contradict_each_other_are_found_across_files() {
    let one = "name\tkind\tid\nA\tperson\t1\nB\tplace\t2\nC\tplace\t\n";
    let two = "name,kind,id\nÀ,person,1\nD,place,2\nc,place,3\nc,organisation,\n";
    let expected = [
        "two.csv:2: name: found \"À\" again, expected one row for a name and kind, or an own id in each (first at one.tsv:2)",
        "two.csv:3: id: found \"2\" again, expected one row for an id, other names of \"B\" in its aliases (first at one.tsv:3)",
        "two.csv:4: name: found \"c\" again, expected one row for a name and kind, or an own id in each (first at one.tsv:4)",
    ];
    let found = read(&[("one.tsv", one.as_bytes()), ("two.csv", two.as_bytes())]);
    assert_eq!(found, Err(expected.iter().map(ToString::to_string).collect()));
}

#[test]
fn a_file_that_is_not_there_is_an_error_of_its_own() {
    let error = Gazetteer::builder().path("no/such/file.tsv").source("b.tsv", "name\n").build().unwrap_err();
    assert!(error.is_io() && error.is_data());
    assert_eq!(error.faults()[0].file(), "no/such/file.tsv");
    assert_eq!(error.faults()[0].line(), None);
}

#[test]
fn user_names_stand_beside_bundled_ones_unless_they_override_them() {
    let build = |flags: &str| {
        let table = format!("name\tkind\tflags\nOrange\tplace\t{flags}\n");
        let gazetteer = Gazetteer::builder().source("a.tsv", table).build().unwrap();
        gazetteer.lookup("orange").map(|e| (e.kind(), e.is_bundled(), e.is_ambiguous())).collect::<Vec<_>>()
    };
    let bundled = build("needs_context");
    assert_eq!(bundled.last(), Some(&(EntryKind::Place, false, true)));
    assert!(bundled.contains(&(EntryKind::Organisation, true, true)), "{bundled:?}");
    assert_eq!(build("overrides_bundled|case_sensitive"), [(EntryKind::Place, false, false)]);
}

#[test]
fn a_user_country_is_found_by_its_code() {
    let table = "name,kind,country\nSyldavie,country,SY\nBordurie,country,QX\n";
    let gazetteer = Gazetteer::builder().source("a.csv", table).build().unwrap();
    assert_eq!(gazetteer.country("QX").map(|e| e.name()), Some("Bordurie"));
    assert_eq!(gazetteer.country("SY").map(|e| e.name()), Some("Syrie"));
    let without = Gazetteer::builder().source("a.csv", table).without_kind(EntryKind::Country).build().unwrap();
    assert_eq!(without.country("SY").map(|e| e.name()), Some("Syldavie"));
    let names: Vec<_> = without.of_kind(EntryKind::Country).map(|e| e.name()).collect();
    assert_eq!(names, ["Syldavie", "Bordurie"]);
}

#[test]
fn large_files_are_read_in_little_time() {
    let start = std::time::Instant::now();
    let rows: String = (0..20_000)
        .map(|n| format!("{{\"name\":\"Jean Dupont\",\"kind\":\"person\",\"id\":\"d{n}\"}}\n"))
        .collect::<Vec<_>>()
        .concat();
    assert_eq!(read(&[("a.jsonl", rows.as_bytes())]).map(|found| found.len()), Ok(20_000));
    let faults = read(&[("a.jsonl", format!("{rows}{{\"name\":\"Jean Dupont\",\"kind\":\"person\"}}\n").as_bytes())]);
    assert!(faults.unwrap_err()[0].starts_with("a.jsonl:20001: name: found \"Jean Dupont\" again"));
    let countries: String = (0..20_000).map(|n| format!("Pays {n},country,QX\n")).collect::<Vec<_>>().concat();
    assert_eq!(read(&[("a.csv", format!("name,kind,country\n{countries}").as_bytes())]).map(|f| f.len()), Ok(20_000));
    let quotes = format!("name,kind\n{}", "\"a\n".repeat(20_000));
    assert!(read(&[("a.csv", quotes.as_bytes())]).is_err());
    let line = format!("name\tkind\n{}\tplace\n", "é".repeat(2_000_000));
    assert_eq!(read(&[("a.tsv", line.as_bytes())]).map(|found| found.len()), Ok(1));
    assert!(start.elapsed().as_secs() < 40, "{:?}", start.elapsed());
}

#[test]
fn a_folder_is_no_file() {
    let folder = std::env::temp_dir().join("depeche_folder.tsv");
    std::fs::create_dir_all(&folder).unwrap();
    let error = Gazetteer::builder().path(&folder).build().unwrap_err();
    assert!(error.is_io() && !error.is_data(), "{error}");
}
