//! The formats against hostile text: what is written reads back as what was there, and no more.

use depeche::gazetteer::Gazetteer;
use depeche::output::{Brat, Conll, Csv, Graph, Html, Offsets, Petrarch, Positions};
use depeche::{Document, Extractor};
use dom_query::Document as Page;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Names that would be markup.
const NAMES: &str = "name\taliases\tkind\tid\n\
    <b>Bol</b> & Fils\tBol & Fils\torganisation\tQ1\n\
    Société \"Alpha\" \\ 'Omega' ]]>\tAlpha & Omega\torganisation\tQ2\n\
    =Total;SUM(A1),\"x\"\tTotal & Somme\torganisation\tQ3\n\
    </script><img src=x onerror=alert(1)>\tScript & Image\torganisation\tQ4\n";

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| {
    let names = Gazetteer::builder().source("hostile.tsv", NAMES).build().expect("good names");
    // Without the model, which may know better than the list what is a name.
    Extractor::builder().gazetteer(names).names_by_rules().build().expect("an extractor")
});

#[rustfmt::skip]
const FRAGMENTS: &[&str] = &[
    "Bol & Fils", "Alpha & Omega", "Total & Somme", "Script & Image", "</script><img src=x onerror=alert(1)>", "Joe Biden",
    "Xi Jinping", "Moscou", "la France", "Niger-Russie", "a rencontré", "a accusé", "ont signé un accord avec", "rencontrera", "à Berlin", "mardi",
    "<script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&#0;", "\"", "'", "`", "\\", "\\\"", "=1+1", ",", ";", "\t", "\n", "\r\n",
    "\r", "\n\n", "\0", "\u{1}", "\u{b}", "\u{1b}", "\u{7f}", "\u{85}", "\u{2028}", "\u{feff}", "\u{fffe}", "\u{ffff}", "\u{202e}", "🌞", "1 000", "10\u{a0}%",
    "E\u{301}", ".", "« ", " »", "{{x}}", "${x}", "%s", "</div>", "<a href=\"javascript:x\">", "data-m=\"1\"",
];

fn hostile() -> impl Strategy<Value = String> {
    let part = (prop::sample::select(FRAGMENTS), prop::sample::select(&[" ", " ", ""][..]));
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

/// What a page can show of a text.
fn shown(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t' | '\r')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}

/// The parser of a page sees the text, the names and the elements of the library: no others.
fn check_html(document: &Document<'_>, id: &str) {
    let page = written(|out| Html::new(document).with_id(id).page(id, out));
    let parsed = Page::from(page.as_str());
    assert_eq!(parsed.select(".text").text().to_string(), shown(document.text()));
    assert_eq!(parsed.select("tbody th").length(), document.entities().len());
    for (row, entity) in parsed.select("tbody th").iter().zip(document.entities()) {
        assert_eq!(row.text().to_string(), shown(entity.name()));
    }
    assert_eq!(parsed.select(".relations li").length(), document.relations().len());
    assert_eq!(parsed.select("script").length(), 1);
    let allowed: BTreeSet<&str> =
        "html head meta title style body header h1 ul li span details summary output fieldset legend p button \
        main article h2 h3 div section ol small table thead tbody tr th td a script"
            .split_whitespace()
            .collect();
    let attributes: BTreeSet<&str> =
        "lang charset name content http-equiv class aria-label aria-labelledby aria-expanded id hidden type title \
        data-kind data-r data-m data-e scope href rel"
            .split_whitespace()
            .collect();
    for element in parsed.select("*").nodes() {
        let name = element.node_name().expect("a name");
        assert!(allowed.contains(&*name), "<{name}>");
        for attribute in element.attrs() {
            assert!(attributes.contains(&*attribute.name.local), "{}", attribute.name.local);
            let link = &*attribute.name.local == "href";
            assert!(!link || attribute.value.starts_with("https://www.wikidata.org/wiki/Q"), "{}", attribute.value);
        }
    }
}

fn check_csv(document: &Document<'_>, id: &str) {
    let rows = written(|out| {
        Csv::header(&mut *out)?;
        Csv::new(document).with_id(id).write(out)
    });
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().collect::<Vec<_>>(), Csv::HEADER);
    let records: Vec<_> = reader.records().map(|record| record.expect("as many fields as columns")).collect();
    let events = document.events();
    assert_eq!(records.len(), events.len());
    for (record, event) in records.iter().zip(&events) {
        let field = |name: &str| &record[Csv::HEADER.iter().position(|&column| column == name).expect("a column")];
        let entity = |number: usize| document.entities()[number].name().replace('\0', "\u{fffd}");
        assert_eq!(field("document"), id.replace('\0', "\u{fffd}"));
        assert_eq!((field("source"), field("target")), (&*entity(event.subject()), &*entity(event.object())));
        assert_eq!((field("kind"), field("status")), (event.kind().as_str(), event.status().as_str()));
        assert!(!field("sentence").contains(['\n', '\r', '\0']) && !field("sentence").is_empty());
    }
}

fn check_graphml(document: &Document<'_>) {
    let mut graph = Graph::new();
    graph.add(document);
    let text = written(|out| graph.graphml(out));
    let parsed = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let named = |name: &'static str| parsed.descendants().filter(move |node| node.has_tag_name(name));
    let data = |node: roxmltree::Node<'_, '_>, key: &str| {
        let of_key = node.children().find(|child| child.attribute("key") == Some(key));
        of_key.and_then(|child| child.text()).unwrap_or("").to_owned()
    };
    assert_eq!((named("node").count(), named("edge").count()), (graph.nodes(), graph.edges()));
    let bare = |c: char| {
        if c.is_control() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}') {
            '\u{fffd}'
        } else {
            c
        }
    };
    let written: BTreeSet<String> = document.entities().iter().map(|e| e.name().chars().map(bare).collect()).collect();
    for node in named("node") {
        assert!(written.contains(&data(node, "name")), "{:?} of {written:?}", data(node, "name"));
    }
    let count: usize = named("edge").map(|edge| data(edge, "count").parse::<usize>().expect("a number")).sum();
    assert_eq!(count, document.events().len());
}

/// Outside its strings, DOT holds nothing of the text.
fn check_dot(document: &Document<'_>) {
    let mut graph = Graph::new();
    graph.add(document);
    let text = written(|out| graph.dot(out));
    let mut bare = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        if c != '"' {
            bare.push(c);
            continue;
        }
        loop {
            match characters.next().expect("a string ends") {
                '"' => break,
                '\\' => assert!(matches!(characters.next(), Some('"' | '\\' | 'n'))),
                c => assert!(!c.is_control()),
            }
        }
    }
    for line in bare.lines() {
        let words = line.split([' ', ',', '[', ']', ';', '=', '{', '}']).filter(|word| !word.is_empty());
        for word in words {
            let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
            let known = "digraph depeche node edge fontname fontsize label shape ellipse box house hexagon kind wikidata iso mentions -> status count \
                style dashed";
            let node = word.strip_prefix('n').is_some_and(number);
            assert!(node || number(word) || known.split_whitespace().any(|k| k == word), "{word} in {line}");
        }
    }
    assert_eq!(bare.matches("->").count(), graph.edges());
}

fn check_conll(document: &Document<'_>, id: &str) {
    let text = written(|out| Conll::new(document).with_id(id).write(out));
    let mut lines = text.split('\n');
    assert!(lines.next().is_some_and(|line| line.starts_with("-DOCSTART-\tO\t") && line.matches('\t').count() == 2));
    let (mut tokens, mut blocks, mut before) = (String::new(), 0, "O".to_owned());
    for line in lines.skip(1) {
        if line.is_empty() {
            blocks += 1;
            "O".clone_into(&mut before);
            continue;
        }
        let [token, tag, entity] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
        assert!(!token.is_empty() && !token.contains(|c: char| c.is_whitespace() || c.is_control()), "{line:?}");
        if let Some(kind) = tag.strip_prefix("I-") {
            assert!(before.ends_with(kind) && before != "O", "{before} before {tag}");
        }
        assert_eq!(entity == "-", tag == "O", "{line}");
        tokens.push_str(token);
        tag.clone_into(&mut before);
    }
    // The last line of the last block ends the text.
    assert_eq!(blocks, document.sentences().len() + 1);
    let whole = document.tokens().iter().flat_map(|token| token.text().chars());
    let expected: String = whole.map(|c| if c.is_whitespace() || c.is_control() { '_' } else { c }).collect();
    assert_eq!(tokens, expected);
}

fn check_brat(document: &Document<'_>) {
    let text = written(|out| Brat::new(document).write(out));
    let chars: Vec<char> = document.text().chars().collect();
    let mut known = BTreeSet::new();
    for line in text.split('\n').filter(|line| !line.is_empty()) {
        let fields: Vec<_> = line.split('\t').collect();
        assert!(fields[0].starts_with(['T', 'E', 'A', 'N', '#']) && known.insert(fields[0]), "{line:?}");
        if fields[0].starts_with('T') {
            let (_, spans) = fields[1].split_once(' ').expect("a kind and spans");
            let part = |span: &str| {
                let (start, end) = span.split_once(' ').expect("two ends");
                chars[start.parse().expect("a number")..end.parse().expect("a number")].iter().collect::<String>()
            };
            let parts: Vec<_> = spans.split(';').map(part).collect();
            // A stretch may hold tabs: the rest of the line is its text.
            assert_eq!(parts.join(" "), fields[2..].join("\t"));
        }
        if fields[0].starts_with('E') {
            let all = fields[1].split(' ').map(|argument| argument.split_once(':').expect("name and number").1);
            assert!(all.clone().count() >= 3 && all.clone().all(|number| known.contains(number)), "{line}");
        }
    }
    assert_eq!(text.lines().filter(|line| line.starts_with('E')).count(), document.relations().len());
}

fn check_petrarch(document: &Document<'_>, id: &str) {
    let text =
        written(|out| Petrarch::new(document).with_id(id).with_date("2024-03-26".parse().expect("a day")).write(out));
    for line in text.split('\n').filter(|line| !line.is_empty()) {
        let fields: Vec<_> = line.split('\t').collect();
        let [day, codes @ .., _] = fields.as_slice() else { panic!("{line:?}") };
        // Words such as "mardi" have no day where the reader was told none.
        assert!(*day == "---" || day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()), "{line:?}");
        let plain = |code: &&str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric());
        assert!(codes.len() == 3 && codes.iter().all(plain), "{line:?}");
    }
}

fn check(text: &str, id: &str) {
    let document = EXTRACTOR.extract(text);
    check_html(&document, id);
    check_csv(&document, id);
    check_graphml(&document);
    check_dot(&document);
    check_conll(&document, id);
    check_brat(&document);
    check_petrarch(&document, id);
}

#[test]
fn hostile_names_are_names() {
    let text = "Joe Biden a accusé Bol & Fils. Joe Biden a rencontré Alpha & Omega. \
                Moscou a accusé Total & Somme mardi à Berlin. Alpha & Omega a accusé Script & Image.";
    let document = EXTRACTOR.extract(text);
    let names: Vec<_> = document
        .entities()
        .iter()
        .map(depeche::entity::Entity::name)
        .filter(|name| !NAMES.contains(&format!("{name}\t")))
        .collect();
    assert!(
        document.entities().len() >= names.len() + 4 && document.relations().len() >= 4,
        "{:?}",
        document.entities()
    );
    check(text, "<i>a\"b</i>\t\n,\0");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn every_format_holds_every_text(text in hostile(), id in hostile()) {
        check(&text, &id);
    }

    #[test]
    fn positions_count_what_they_say(text in "(\\PC|[é🌞\u{301}a\n]){0,400}", at in any::<prop::sample::Index>()) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let byte = ends[at.index(ends.len())];
        let of = |offsets| Positions::new(&text, offsets).of(byte);
        prop_assert_eq!(of(Offsets::Bytes), byte);
        prop_assert_eq!(of(Offsets::Chars), text[..byte].chars().count());
        prop_assert_eq!(of(Offsets::Utf16), text[..byte].encode_utf16().count());
    }
}
