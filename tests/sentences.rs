//! One row per way in which French ends, or does not end, a sentence.

use depeche::{
    sentence::SentenceSplitter,
    token::{Shape, Token, Tokenizer},
};

fn sentences(text: &str) -> Vec<&str> {
    let mut tokens: Vec<Token<'_>> = Tokenizer.tokenize(text).collect();
    SentenceSplitter
        .split(text, &mut tokens)
        .iter()
        .map(|sentence| sentence.span().of(text))
        .collect()
}

/// Each row is a text with `§` where a sentence ends within it.
fn check(mend: &str, rows: &[&str]) {
    let mut failures = Vec::new();
    for row in rows {
        let expected: Vec<&str> = row.split('§').map(str::trim).collect();
        let text = row.replace('§', "");
        let found = sentences(&text);
        if found != expected {
            failures.push(format!(
                "{row:?}\n   found {found:?}\nexpected {expected:?}"
            ));
        }
    }
    assert!(failures.is_empty(), "{} (see {mend})", failures.join("\n"));
}

#[test]
fn stops() {
    check(
        "src/sentence/ending.rs",
        &[
            "Il pleut.§ Il vente.",
            "Il pleut !§ Vraiment ?§ Oui.",
            "Quoi ?!§ Rien.",
            "Ah ! dit-il en riant.§ Il sortit.",
            "Viendra-t-il ? demande Paul.",
            "« Viendra-t-il ? », demande-t-on.",
            "Non ! – cria-t-elle.",
            "Il hésite… puis se tait.§ Il sort…§ Elle reste.",
            "Il hésite...§ Elle sort.",
            "« Les accords (…) tiendront. »",
            "Vous êtes perdus ?...§ Nous aussi.",
            "La fin.§ la suite en petites lettres",
        ],
    );
}

#[test]
fn points_that_end_nothing() {
    check(
        "abbreviations and openers in rules/tokens.toml, Terminal in src/sentence/ending.rs",
        &[
            "M. Tiani reçoit Mme Diallo.§ MM. Sall et Bâ partent.",
            "Le Dr. Baxa parle.§ Mgr. Lefort écoute.",
            "Il vote l'art. 5 puis l'art. 6 du texte.",
            "Cf. p. 12, vol. 3.§ Voir aussi.",
            "Il cite J.-M. Le Pen, puis M. Le Drian.",
            "Né en 30 av. J.-C.§ Le reste est perdu.",
            "George W. Bush et J.-P. Sartre se taisent.",
            "Ils sont à l'O.N.U.§ Le vote est remis.",
            "Ils quittent l'U.E.§ Il était temps.",
            "La B.C.E. Francfort comprise.",
            "Du thé, du café, etc.§ Paris proteste.",
            "Du thé, etc., et du café.",
            "Rome fut prise en 410 apr. J.-C.§ Elle tomba.",
            "En 52 av. J.-C. à Alésia.",
            "Le plan B.§ Il a échoué.",
            "Cela coûte 3.5 millions.§ Ou 3,5.",
            "Le 12.03.2024 à 14.30, rendez-vous.",
            "Voir lemonde.example.§ Puis www.example.org.",
            "1. Le projet de loi",
            "Il arrive le 1er.§ Elle part le 2.",
        ],
    );
}

#[test]
fn quotes_and_brackets() {
    check(
        "src/sentence/quotes.rs, src/sentence/ending.rs",
        &[
            "« Il pleut. »§ « Il vente. »",
            "« Il pleut.§ Il vente. »§ Elle sourit.",
            "« Il pleut.§ Il vente », dit-il.",
            "« Il pleut. », a-t-il dit.§ Elle sort.",
            "« C'est fini. » affirme-t-elle.",
            "“Il pleut.”§ “Il vente.”",
            "\"Il pleut.\"§ \"Il vente.\"§ Fin.",
            "\"Il pleut\", a-t-il dit.§ Elle sort.",
            "Il dit : « Je viens. »§ Elle attend.",
            "(Il pleut.)§ Elle sort.",
            "Il pleut (un peu.) et vente.",
            "Il pleut (voir p. 3).§ Elle sort.",
            "Que fait-il (le sait-il ?) ici ?",
            "« Où ? »§ Paris ne répond pas.",
            "« Dix ! » s'indigne-t-il.",
        ],
    );
}

#[test]
fn colons_and_semicolons() {
    check(
        "src/sentence/ending.rs",
        &[
            "Le bilan est lourd : dix morts ; vingt blessés.",
            "Objectif: renforcer les liens.",
            "Mali : X reçoit Y",
            "Il dit : Paris est prêt.",
        ],
    );
}

#[test]
fn lines_and_paragraphs() {
    check(
        "src/sentence/layout.rs",
        &[
            "Un titre sans point§\n\nLe texte commence.§ Il finit.",
            "Un titre sans point§\nLe texte, plus long que le titre, commence ici.§\nUn intertitre§\nLe texte reprend.",
            "LAISSER UN COMMENTAIRE§\n\nEntrez votre nom§\nEntrez votre adresse",
            "Un titre§\r\n\r\nLe texte.",
            "Un titre§\u{2029}Le texte.",
            "Le président\nde la République",
            "Le président de la république du Niger a reçu\nlundi l'ambassadeur de Chine, M. Li, à Niamey, en\nprésence du ministre.§ La visite fut brève.",
            "Il a rencontré lundi l'ambassadeur de Chine,\nM. Li, puis le ministre de la Défense du\nNiger, avec lequel il a longuement parlé du\nMali.",
            "Au menu :§\n- le budget§\n- la sécurité§\n- divers",
            "Au menu :§\n• Le budget§\n• La sécurité",
            "1. Le budget§\n2. La sécurité",
            "a) le budget§\nb) la sécurité",
            "La crise,\nSuite et fin",
        ],
    );
}

#[test]
fn datelines_and_capitals() {
    check(
        "src/sentence/ending.rs",
        &[
            "NIAMEY, 26 mars (AFP) – Le général a parlé.§ Il se tait.",
            "TUNIS, le 10 décembre. – Le Parlement a voté.§ – Enfin !",
            "LIMA, 2 oct. – Le ministre part.",
            "PARIS (Reuters) - La Bourse recule.",
            "LE PRÉSIDENT DÉMISSIONNE§\n\nIl l'a annoncé lundi.",
            "M. TIANI REÇOIT M. POUTINE.§ LE MALI PROTESTE.",
            "AMSTERDAM/BRUXELLES – Le groupe rachète.§ Il licencie.",
        ],
    );
}

#[test]
fn first_words_say_so() {
    let text = "« Les deux. » – Il pleut.\n- Élu";
    let mut tokens: Vec<Token<'_>> = Tokenizer.tokenize(text).collect();
    SentenceSplitter.split(text, &mut tokens);
    let initial: Vec<&str> = tokens
        .iter()
        .filter(|token| token.shape().has(Shape::SENTENCE_INITIAL))
        .map(Token::text)
        .collect();
    assert_eq!(initial, ["Les", "Il", "Élu"]);
}

#[test]
fn nothing_has_no_sentence() {
    assert_eq!(sentences(""), [""; 0]);
    assert_eq!(sentences(" \u{feff}\n\u{200b}"), [""; 0]);
    assert_eq!(sentences("."), ["."]);
}
