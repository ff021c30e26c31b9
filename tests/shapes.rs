//! What tokens say of themselves: kinds, shapes, spans and parts.

use depeche::token::{Shape, Token, TokenKind, Tokenizer};

fn tokens(text: &str) -> Vec<Token<'_>> {
    Tokenizer.tokenize(text).collect()
}

#[test]
fn links_between_names() {
    let rows = [
        ("Niger-Russie", true),
        ("NIGER-RUSSIE", true),
        ("Liège-Bastogne-Liège", true),
        ("Saint-Denis", false),
        ("Jean-Luc", false),
        ("Mi-mars", false),
        ("franco-allemand", false),
        ("Côte-d'Or", false),
    ];
    for (text, expected) in rows {
        assert_eq!(tokens(text)[0].shape().has(Shape::LINK), expected, "{text}");
    }
    let parts = tokens("Le Niger-Russie")[1]
        .parts()
        .map(|part| (part.text(), part.span().start))
        .collect::<Vec<_>>();
    assert_eq!(parts, [("Niger", 3), ("Russie", 9)]);
    let whole = tokens("l'homme")[1];
    assert_eq!(whole.parts().collect::<Vec<_>>(), [whole]);
}

#[test]
fn kinds() {
    use TokenKind::{
        Abbreviation, Address, Bracket, Clitic, Dash, Elision, Number, Punctuation, Quote, Symbol,
        Tag, Word,
    };
    let rows = [
        ("l'", Elision),
        ("l’homme", Elision),
        ("Saint-Denis", Word),
        ("aujourd'hui", Word),
        ("O'Connor", Word),
        ("M. Tiani", Abbreviation),
        ("O.N.U.", Abbreviation),
        ("etc.", Abbreviation),
        ("12/03/2024", Number),
        ("2e", Number),
        ("-6", Number),
        ("3D", Word),
        ("XIXe", Word),
        (".", Punctuation),
        ("…", Punctuation),
        ("«", Quote),
        ("\"", Quote),
        ("(", Bracket),
        ("–", Dash),
        ("-", Dash),
        ("€", Symbol),
        ("•", Symbol),
        ("👍", Symbol),
        ("a@example.org", Address),
        ("https://example.org", Address),
        ("example.org", Address),
        ("#Niger", Tag),
        ("@a", Tag),
    ];
    for (text, expected) in rows {
        assert_eq!(tokens(text)[0].kind(), expected, "{text}");
    }
    let kinds: Vec<TokenKind> = tokens("va-t’en 12h M€").iter().map(Token::kind).collect();
    assert_eq!(kinds, [Word, Clitic, Clitic, Number, Word, Symbol]);
}

#[test]
fn shapes() {
    let flags = |text: &'static str| tokens(text).last().unwrap().shape();
    let rows = [
        ("Niger", Shape::CAPITALISED, true),
        ("niger", Shape::CAPITALISED, false),
        ("École", Shape::CAPITALISED, true),
        ("ONU", Shape::ALL_CAPS, true),
        ("É", Shape::ALL_CAPS, false),
        ("G20", Shape::ALL_CAPS, false),
        ("U.E.", Shape::ALL_CAPS, true),
        ("Onu", Shape::ALL_CAPS, false),
        ("G20", Shape::DIGIT, true),
        ("12/03", Shape::DIGIT, true),
        ("Saint-Denis", Shape::HYPHEN, true),
        ("O.N.U.", Shape::POINT, true),
        ("N'Djamena", Shape::APOSTROPHE, true),
        ("été", Shape::NON_ASCII, true),
        ("ete", Shape::NON_ASCII, false),
        ("TotalEnergies", Shape::INNER_CAPITAL, true),
        ("Niger", Shape::INNER_CAPITAL, false),
        ("a b", Shape::SPACE_BEFORE, true),
        ("(b", Shape::SPACE_BEFORE, false),
        ("a\nb", Shape::LINE_BEFORE, true),
        ("a\r\nb", Shape::PARAGRAPH_BEFORE, false),
        ("a\r\n \r\nb", Shape::PARAGRAPH_BEFORE, true),
        ("M. K.", Shape::BEFORE_NAME, false),
        ("O.N.U.", Shape::BEFORE_NAME, false),
        ("J.-M.", Shape::BEFORE_NAME, true),
        ("du", Shape::CONTRACTED, true),
        ("Aux", Shape::CONTRACTED, true),
        ("DES", Shape::CONTRACTED, true),
        ("auxquelles", Shape::CONTRACTED, true),
        ("dès", Shape::CONTRACTED, false),
        ("dû", Shape::CONTRACTED, false),
    ];
    for (text, flag, expected) in rows {
        assert_eq!(flags(text).has(flag), expected, "{text} {flag:?}");
    }
}

#[test]
fn spans_point_into_the_text() {
    let text = "\u{feff}L’E\u{301}tat, 1 000 €";
    let spans: Vec<(usize, usize)> = tokens(text)
        .iter()
        .map(|t| (t.span().start, t.span().end))
        .collect();
    assert_eq!(spans, [(3, 7), (7, 13), (13, 14), (15, 20), (21, 24)]);
}
