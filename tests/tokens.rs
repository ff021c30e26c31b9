//! One row per case of French that the tokenizer must know. A failure names the list or file to mend.

use depeche::token::{Token, Tokenizer};

fn tokens(text: &str) -> Vec<Token<'_>> {
    Tokenizer.tokenize(text).collect()
}

/// The tokens of each row are its text with `|` at the cuts that no white space shows; `_` stands for a space within a
/// token.
fn check(mend: &str, rows: &[(&str, &str)]) {
    let mut failures = Vec::new();
    for (text, expected) in rows {
        let found: Vec<&str> = tokens(text).iter().map(Token::text).collect();
        let expected: Vec<String> = expected
            .split(['|', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| part.replace('_', " "))
            .collect();
        if found != expected {
            failures.push(format!(
                "{text:?}\n   found {found:?}\nexpected {expected:?}"
            ));
        }
    }
    assert!(failures.is_empty(), "{} (see {mend})", failures.join("\n"));
}

#[test]
fn elisions() {
    check(
        "elisions in rules/tokens.toml, src/token/apostrophe.rs",
        &[
            ("l'homme", "l'|homme"),
            ("L’homme d’État", "L’|homme d’|État"),
            ("jʼarrive", "jʼ|arrive"),
            (
                "m'a t'aime s'en c'est n'y",
                "m'|a t'|aime s'|en c'|est n'|y",
            ),
            ("qu'elle qu’on", "qu'|elle qu’|on"),
            (
                "jusqu'à lorsqu'il puisqu'on",
                "jusqu'|à lorsqu'|il puisqu'|on",
            ),
            ("quoiqu'il presqu'autant", "quoiqu'|il presqu'|autant"),
            ("quelqu'autre raison", "quelqu'|autre raison"),
            ("quelqu'un et quelqu’une", "quelqu'un et quelqu’une"),
            ("ç'aurait été", "ç'|aurait été"),
            ("QU'IL L'A DIT", "QU'|IL L'|A DIT"),
            ("l' homme", "l'| homme"),
            ("d’« intensifier »", "d’|« intensifier »"),
            ("l’\"accord\"", "l’|\"|accord|\""),
            ("l’(autre)", "l’|(|autre|)"),
            ("d'1 million", "d'|1 million"),
            (
                "l'ONU, d'HLM, l'UE, l'AFP, l'ex-RDA",
                "l'|ONU|, d'|HLM|, l'|UE|, l'|AFP|, l'|ex-RDA",
            ),
            ("L’ONU et L’OTAN", "L’|ONU et L’|OTAN"),
            ("L’homme,l’eau", "L’|homme|,|l’|eau"),
            ("t'es là, j'suis ici", "t'|es là|, j'|suis ici"),
            ("ce que l'on croit", "ce que l'on croit"),
        ],
    );
}

#[test]
fn words_that_keep_their_apostrophe() {
    check(
        "kept, name_prefixes, name_particles in rules/tokens.toml",
        &[
            (
                "aujourd'hui aujourd’hui Aujourd’hui",
                "aujourd'hui aujourd’hui Aujourd’hui",
            ),
            (
                "un prud'homme, les prud’hommes",
                "un prud'homme|, les prud’hommes",
            ),
            ("entr'ouvrir s'entr'aider", "entr'ouvrir s'|entr'aider"),
            ("la presqu'île", "la presqu'île"),
            (
                "N'Djamena, N’Djaména, N'djamena, N'DJAMENA",
                "N'Djamena|, N’Djaména|, N'djamena|, N'DJAMENA",
            ),
            ("M'Bala N'Guessan", "M'Bala N'Guessan"),
            (
                "Côte-d'Or, Villeneuve-d’Ascq",
                "Côte-d'Or|, Villeneuve-d’Ascq",
            ),
            (
                "Charles d'Artagnan et d’Alembert",
                "Charles d'Artagnan et d’Alembert",
            ),
            ("Massimo D'Alema, D'abord", "Massimo D'Alema|, D'|abord"),
            ("D'Alger à Oran", "D'|Alger à Oran"),
            ("O'Connor et O’Neill", "O'Connor et O’Neill"),
            ("le rock'n'roll", "le rock'n'roll"),
            ("c’est-à-dire", "c’est-à-dire"),
            ("le qu'en-dira-t-on", "le qu'en-dira-t-on"),
            ("un chef-d’œuvre", "un chef-d’œuvre"),
        ],
    );
}

#[test]
fn clitics() {
    check(
        "clitics, euphonic, elided_clitics in rules/tokens.toml, src/token/hyphen.rs",
        &[
            ("dit-il", "dit|-il"),
            ("a-t-elle", "a|-t-elle"),
            ("vas-y", "vas|-y"),
            ("donne-le-moi", "donne|-le|-moi"),
            ("parle-t-on", "parle|-t-on"),
            ("Est-ce vrai ?", "Est|-ce vrai ?"),
            ("y a-t-il", "y a|-t-il"),
            ("Allez-vous-en !", "Allez|-vous|-en !"),
            ("donnez-m'en, va-t’en", "donnez|-m'|en|, va|-t’|en"),
            ("DIT-IL, A-T-IL DIT", "DIT|-IL|, A|-T-IL DIT"),
            ("ce jour-là, cette fois-ci", "ce jour|-là|, cette fois|-ci"),
            ("dit‑il", "dit|‑il"),
            (
                "celui-ci, ceux-là, celles-ci",
                "celui-ci|, ceux-là|, celles-ci",
            ),
            (
                "un rendez-vous, au-delà, là-bas",
                "un rendez-vous|, au-delà|, là-bas",
            ),
            ("lui-même, peut-être", "lui-même|, peut-être"),
        ],
    );
}

#[test]
fn compounds() {
    check(
        "compound_heads in rules/tokens.toml, src/token/hyphen.rs",
        &[
            (
                "Saint-Denis et Bourg-la-Reine",
                "Saint-Denis et Bourg-la-Reine",
            ),
            (
                "Saint-Pierre-le-Moûtier, Pouilly-en-Auxois",
                "Saint-Pierre-le-Moûtier|, Pouilly-en-Auxois",
            ),
            (
                "le vice-président franco-allemand",
                "le vice-président franco-allemand",
            ),
            ("Niger-Russie : accord", "Niger-Russie : accord"),
            ("Niger–Russie", "Niger|–|Russie"),
            ("quatre-vingt-dix-sept", "quatre-vingt-dix-sept"),
            ("parce que, tout de suite", "parce que|, tout de suite"),
            ("l’A-380 et le TGV-M", "l’|A-380 et le TGV-M"),
            ("R&D chez AT&T", "R&D chez AT&T"),
            ("élu(e)s, SUBSTANCE(S)", "élu(e)s|, SUBSTANCE(S)"),
            (
                "et/ou, l’axe Paris/Berlin",
                "et|/|ou|, l’|axe Paris|/|Berlin",
            ),
        ],
    );
}

#[test]
fn numbers() {
    check(
        "units, ordinals, magnitudes in rules/tokens.toml, src/token/number.rs",
        &[
            ("1 000 soldats", "1_000 soldats"),
            ("3,5 et 3.5", "3,5 et 3.5"),
            ("1\u{a0}234\u{a0}567,89", "1\u{a0}234\u{a0}567,89"),
            ("1\u{202f}234 567", "1\u{202f}234_567"),
            ("10'000 francs, 29.000", "10'000 francs|, 29.000"),
            ("en 2010 100 personnes", "en 2010 100 personnes"),
            ("le 01 42 36 77 00", "le 01 42 36 77 00"),
            ("2e, 1er, 3ème, 1re, XIXe", "2e|, 1er|, 3ème|, 1re|, XIXe"),
            (
                "à 12h30, à 14h, 10h-12h",
                "à 12|h|30|, à 14|h|, 10|h|-|12|h",
            ),
            ("20:45", "20:45"),
            ("50 %, 50%", "50 %|, 50|%"),
            ("3 M€, 3M€, 12 Md€", "3 M€|, 3|M€|, 12 Md€"),
            ("12 €, $5, US$ 5", "12 €|, $|5|, US$ 5"),
            (
                "12/03/2024, 12.03.2024, 2024-03-12",
                "12/03/2024|, 12.03.2024|, 2024-03-12",
            ),
            ("1/10, 630/631", "1/10|, 630|/|631"),
            ("1939-1945, 4-0", "1939-1945|, 4-0"),
            ("de -6 à +14", "de -6 à +14"),
            (
                "160km/h, 160 km/h, 5kg, 1m80",
                "160|km/h|, 160 km/h|, 5|kg|, 1|m|80",
            ),
            ("25 °C, 25°C, 109°", "25 °C|, 25|°C|, 109|°"),
            ("n° 5, N°5", "n° 5|, N°|5"),
            ("G20, CO2, A380, 3D", "G20|, CO2|, A380|, 3D"),
            ("± 2, +/- 2", "± 2|, +/- 2"),
            ("1,2,", "1,2|,"),
        ],
    );
}

#[test]
fn abbreviations() {
    check(
        "abbreviations in rules/tokens.toml, src/token/point.rs",
        &[
            (
                "M. Tiani, MM. X et Y, Mme Z, Dr. Y",
                "M. Tiani|, MM. X et Y|, Mme Z|, Dr. Y",
            ),
            ("M.Dupont", "M.|Dupont"),
            ("l'O.N.U. et l'U.E.", "l'|O.N.U. et l'|U.E."),
            ("O.N.U, R.I.Ma", "O.N.U|, R.I.Ma"),
            ("en 52 av. J.-C. déjà", "en 52 av. J.-C. déjà"),
            ("av. J.-C. D.", "av. J.-C. D|."),
            (
                "M. K. Gandhi et J.-P. Sartre",
                "M. K. Gandhi et J.-P. Sartre",
            ),
            ("George W. Bush", "George W. Bush"),
            ("J.A. Howe, F.L. Copperman", "J.A. Howe|, F.L. Copperman"),
            ("l'art. 5 et l'art.", "l'|art. 5 et l'|art|."),
            (
                "p. 12, pp. 3-5, vol. 2, L. 642-3",
                "p. 12|, pp. 3-5|, vol. 2|, L. 642-3",
            ),
            ("cf. infra, etc.", "cf. infra|, etc."),
            ("etc...", "etc|..."),
            (
                "env. 20 km, 3 000 hab. au km²",
                "env. 20 km|, 3_000 hab. au km²",
            ),
            ("5 p.m., i.e. tard", "5 p.m.|, i.e. tard"),
            ("le plan B. Il échoue.", "le plan B|. Il échoue|."),
            ("Washington, D.C., hier", "Washington|, D.C.|, hier"),
            ("la fin.Le début", "la fin|.|Le début"),
            ("6 oct. 2023", "6 oct. 2023"),
            ("Sambre & Cie.", "Sambre & Cie."),
        ],
    );
}

#[test]
fn addresses_and_tags() {
    check(
        "src/token/address.rs, src/token/sign.rs",
        &[
            (
                "voir https://www.example.org/a?b=1&c=2.",
                "voir https://www.example.org/a?b=1&c=2|.",
            ),
            ("(http://example.org)", "(|http://example.org|)"),
            (
                "sur www.example.fr, lemonde.example/afrique",
                "sur www.example.fr|, lemonde.example/afrique",
            ),
            ("à jean.dupont@example.org.", "à jean.dupont@example.org|."),
            ("contact@example.org", "contact@example.org"),
            ("@ministere #Niger #COP28", "@ministere #Niger #COP28"),
            ("# 5", "# 5"),
        ],
    );
}

#[test]
fn signs() {
    check(
        "src/token/character.rs, src/token/sign.rs",
        &[
            (
                "« oui », “non”, \"si\", ‘ça’",
                "« oui »|, “|non|”|, \"|si|\"|, ‘|ça|’",
            ),
            ("\"\"Titre\"\"", "\"\"|Titre|\"\""),
            ("„a“ ‹b› ''c'' <<d>>", "„|a|“ ‹|b|› ''|c|'' <<|d|>>"),
            ("(a) [b] {c}", "(|a|) [|b|] {|c|}"),
            (
                "Paris – Londres — a -- b - c",
                "Paris – Londres — a -- b - c",
            ),
            ("fin... et… (...) […]", "fin|... et|… (|...|) [|…|]"),
            ("Quoi ?! Non !!!", "Quoi ?! Non !!!"),
            ("• un ▪ deux ‣ trois", "• un ▪ deux ‣ trois"),
            ("**gras** et `code`", "**|gras|** et `|code|`"),
            ("## Titre", "## Titre"),
            (
                "a<br/>b <p class=\"x\">c</p> &nbsp; &#233;",
                "a|<br/>|b <p_class=\"x\">|c|</p> &nbsp; &#233;",
            ),
            ("a < b", "a < b"),
            ("👍🏽 👨‍👩‍👧 🇫🇷🇳🇪 ❤️", "👍🏽 👨‍👩‍👧 🇫🇷|🇳🇪 ❤️"),
            ("Москва, 北京 et القاهرة", "Москва|, 北京 et القاهرة"),
            ("5 × 3 = 15 §", "5 × 3 = 15 §"),
        ],
    );
}

#[test]
fn text_as_it_comes() {
    check(
        "src/token/run.rs, src/token/gap.rs, plain_any in src/token/lexicon.rs",
        &[
            ("l'e\u{301}tat", "l'|e\u{301}tat"),
            ("c'est-a\u{300}-dire", "c'est-a\u{300}-dire"),
            ("ce jour-la\u{300}", "ce jour|-la\u{300}"),
            ("co\u{ad}opé\u{ad}ration", "co\u{ad}opé\u{ad}ration"),
            ("au\u{ad}jourd'hui", "au\u{ad}jourd'hui"),
            ("\u{feff}Le\u{200b} Niger\u{200d}", "Le Niger"),
            ("Le\r\nNiger\tici\u{a0}!", "Le Niger ici !"),
            ("a\u{2028}b\u{0}c", "a b c"),
        ],
    );
}
