use super::inflector::participle_forms;
use serde::Deserialize;
use std::collections::BTreeSet;

/// The tense and mood of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Tense {
    Infinitive,
    Gerund,
    Participle,
    Present,
    Imperfect,
    Past,
    Future,
    Conditional,
    Subjunctive,
}

/// One form of a verb.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) text: String,
    pub(crate) tense: Tense,
    /// Whether the form is plural (of a participle: agrees with a plural).
    pub(crate) plural: bool,
    /// 1, 2 or 3; of a participle 3, of an infinitive and a gerund 0.
    pub(crate) person: u8,
    /// Of a participle: whether it agrees with a feminine.
    pub(crate) feminine: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Models {
    model: Vec<Model>,
    grave: Grave,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Grave {
    verbs: BTreeSet<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    suffix: String,
    present: String,
    future: String,
    past: String,
    subjunctive: Option<String>,
    participle: String,
    imperfect: Option<String>,
    gerund: Option<String>,
    #[serde(default)]
    invariable: bool,
}

/// Gives all forms of French verbs, by the models of `rules/verbs.toml`.
#[derive(Debug)]
pub(crate) struct Conjugator {
    models: Vec<Model>,
    grave: BTreeSet<String>,
}

const FUTURE: [&str; 6] = ["ai", "as", "a", "ons", "ez", "ont"];
const IMPERFECT: [&str; 6] = ["ais", "ais", "ait", "ions", "iez", "aient"];
const PRESENT_ER: [&str; 6] = ["e", "es", "e", "ons", "ez", "ent"];
const PAST_A: [&str; 6] = ["ai", "as", "a", "âmes", "âtes", "èrent"];

impl Conjugator {
    /// Reads the models.
    pub(crate) fn new(toml: &str) -> Result<Self, toml::de::Error> {
        let Models { mut model, grave } = toml::from_str(toml)?;
        // The longest suffix decides; a whole verb before all.
        model.sort_by_key(|m| std::cmp::Reverse((m.suffix.starts_with('^'), m.suffix.len())));
        Ok(Self { models: model, grave: grave.verbs })
    }

    /// All forms of the verb, given as its infinitive without pronoun; `None` when it is no infinitive.
    pub(crate) fn conjugate(&self, infinitive: &str) -> Option<Vec<Form>> {
        let model = self.models.iter().find(|m| match m.suffix.strip_prefix('^') {
            Some(whole) => infinitive == whole,
            None => infinitive.ends_with(&m.suffix),
        });
        let Some(model) = model else {
            let model = self.regular(infinitive)?;
            let mut all = forms(infinitive, "", &model);
            if let Some(stem) = infinitive.strip_suffix("er").filter(|s| s.ends_with("ay")) {
                // "paie" and "paye" are both in use.
                add(&mut all, forms(infinitive, "", &first_group(stem, stem)));
            }
            return Some(all);
        };
        let suffix = model.suffix.trim_start_matches('^');
        let stem = &infinitive[..infinitive.len() - suffix.len()];
        let mut all = Vec::new();
        // Two models of one suffix are two conjugations of one verb: "assied" and "assoit".
        for model in self.models.iter().filter(|m| m.suffix == model.suffix) {
            add(&mut all, forms(infinitive, stem, model));
        }
        Some(all)
    }

    fn regular(&self, infinitive: &str) -> Option<Model> {
        if let Some(stem) = infinitive.strip_suffix("er") {
            return Some(first_group(stem, &self.mute_stem(infinitive, stem)));
        }
        let stem = infinitive.strip_suffix("ir")?;
        Some(Model {
            present: ["is", "is", "it", "issons", "issez", "issent"].map(|e| format!("{stem}{e}")).join(" "),
            future: infinitive.to_owned(),
            past: format!("{stem} i"),
            participle: format!("{stem}i"),
            ..Model::default()
        })
    }

    fn mute_stem(&self, infinitive: &str, stem: &str) -> String {
        let cut = |n: usize| &stem[..stem.len() - n];
        if stem.ends_with("oy") || stem.ends_with("uy") || stem.ends_with("ay") {
            return format!("{}i", cut(1));
        }
        let mut back = stem.char_indices().rev();
        let Some((_, last)) = back.next() else { return stem.to_owned() };
        if (infinitive.ends_with("eler") || infinitive.ends_with("eter")) && !self.grave.contains(infinitive) {
            return format!("{stem}{last}");
        }
        // The vowel may stand before one consonant or a group such as "br", "gn", "gu".
        for _ in 0..2 {
            let Some((at, vowel)) = back.next() else { break };
            match vowel {
                'e' | 'é' if !is_vowel(last) || stem.ends_with("gu") || stem.ends_with("qu") => {
                    let between = &stem[at + vowel.len_utf8()..];
                    let closed =
                        vowel == 'e' && (between.chars().count() > 1 && !between.starts_with("vr") || between == "x");
                    if closed {
                        break;
                    }
                    return format!("{}è{between}", &stem[..at]);
                }
                c if is_vowel(c) => break,
                _ => {}
            }
        }
        stem.to_owned()
    }
}

/// Verbs in -er, with their changes of spelling before a mute e (`mute` is the stem there) and before a and o.
fn first_group(stem: &str, mute: &str) -> Model {
    let soft = match stem.chars().last() {
        Some('c') => format!("{}ç", &stem[..stem.len() - 1]),
        Some('g') => format!("{stem}e"),
        _ => stem.to_owned(),
    };
    let present: Vec<String> = PRESENT_ER
        .iter()
        .enumerate()
        .map(|(i, e)| match i {
            3 => format!("{soft}{e}"),
            4 => format!("{stem}{e}"),
            _ => format!("{mute}{e}"),
        })
        .collect();
    // Verbs in é + consonant keep é in the future of most newspapers' spelling.
    let future = if is_acute(stem) { format!("{stem}er") } else { format!("{mute}er") };
    Model {
        present: present.join(" "),
        future,
        past: format!("{stem} a"),
        participle: format!("{stem}é"),
        ..Model::default()
    }
}

/// Adds the forms that are not there yet.
fn add(all: &mut Vec<Form>, more: Vec<Form>) {
    for form in more {
        if !all.contains(&form) {
            all.push(form);
        }
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyéèêâîôûï".contains(c)
}

/// Whether the last vowel of the stem is é: céder, régler, protéger.
fn is_acute(stem: &str) -> bool {
    let stem = stem.strip_suffix('u').filter(|s| s.ends_with(['g', 'q'])).unwrap_or(stem);
    stem.chars().rev().skip(1).take(2).find(|&c| is_vowel(c)) == Some('é') && !stem.ends_with('é')
}

fn forms(infinitive: &str, stem: &str, model: &Model) -> Vec<Form> {
    let mut forms = Forms { stem, list: Vec::with_capacity(60) };
    forms.plain(infinitive, Tense::Infinitive);
    let present: Vec<&str> = model.present.split(' ').collect();
    forms.six(Tense::Present, present.iter().map(|p| (*p).to_owned()));

    let we = present.get(3).copied().unwrap_or("-");
    let imperfect = model.imperfect.as_deref().or_else(|| we.strip_suffix("ons"));
    if let Some(root) = imperfect {
        // "nous mangeons" gives "mangeait", but "mangions".
        let narrow = root.strip_suffix('e').filter(|r| r.ends_with('g')).map(str::to_owned);
        let narrow = narrow.or_else(|| root.strip_suffix('ç').map(|r| format!("{r}c")));
        forms.six(
            Tense::Imperfect,
            IMPERFECT.iter().map(|e| match &narrow {
                Some(narrow) if e.starts_with('i') => format!("{narrow}{e}"),
                _ => format!("{root}{e}"),
            }),
        );
        let gerund = model.gerund.clone().unwrap_or_else(|| format!("{root}ant"));
        let whole = format!("{stem}{gerund}");
        forms.plain(&whole, Tense::Gerund);
    }
    forms.six(Tense::Future, FUTURE.iter().map(|e| format!("{}{e}", model.future)));
    forms.six(Tense::Conditional, IMPERFECT.iter().map(|e| format!("{}{e}", model.future)));
    if let Some((root, vowel)) = model.past.split_once(' ') {
        let root = if root == "-" && vowel != "-" { "" } else { root };
        forms.six(Tense::Past, simple_past(root, vowel));
    }
    if let Some(six) = &model.subjunctive {
        forms.six(Tense::Subjunctive, six.split(' ').map(str::to_owned));
    } else {
        let they = present.get(5).and_then(|p| p.strip_suffix("ent")).unwrap_or("-");
        let wide = imperfect.unwrap_or("-");
        let wide = match wide.strip_suffix('ç') {
            Some(root) => format!("{root}c"),
            None => wide.strip_suffix('e').filter(|r| r.ends_with('g')).unwrap_or(wide).to_owned(),
        };
        let wide = wide.as_str();
        let roots = [(they, "e"), (they, "es"), (they, "e"), (wide, "ions"), (wide, "iez"), (they, "ent")];
        forms.six(Tense::Subjunctive, roots.iter().map(|(root, e)| format!("{root}{e}")));
    }
    let participle = format!("{stem}{}", model.participle);
    let agreeing = if model.invariable { 1 } else { 4 };
    for (i, text) in participle_forms(&participle).into_iter().take(agreeing).enumerate() {
        forms.list.push(Form { text, tense: Tense::Participle, plural: i >= 2, person: 3, feminine: i % 2 == 1 });
    }
    if model.present.starts_with('-') {
        // "il faut": a verb without persons.
        let personal = |f: &Form| (1..=2).contains(&f.person) || f.plural;
        forms.list.retain(|f| f.tense == Tense::Participle || !personal(f));
    }
    forms.list
}

fn simple_past(root: &str, vowel: &str) -> Vec<String> {
    let endings: [&str; 6] = match vowel {
        "a" => {
            let soft = match root.chars().last() {
                Some('g') => format!("{root}e"),
                Some('c') => format!("{}ç", &root[..root.len() - 1]),
                _ => root.to_owned(),
            };
            return PAST_A
                .iter()
                .map(|e| if e.starts_with('è') { format!("{root}{e}") } else { format!("{soft}{e}") })
                .collect();
        }
        "i" => ["is", "is", "it", "îmes", "îtes", "irent"],
        "ï" => ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"],
        "u" => ["us", "us", "ut", "ûmes", "ûtes", "urent"],
        "û" => ["ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"],
        "in" => ["ins", "ins", "int", "înmes", "întes", "inrent"],
        _ => return Vec::new(),
    };
    endings.iter().map(|e| format!("{root}{e}")).collect()
}

struct Forms<'a> {
    stem: &'a str,
    list: Vec<Form>,
}

impl Forms<'_> {
    fn plain(&mut self, text: &str, tense: Tense) {
        self.list.push(Form { text: text.to_owned(), tense, plural: false, person: 0, feminine: false });
    }

    /// Six persons; "-" marks a form that the verb does not have.
    fn six(&mut self, tense: Tense, endings: impl IntoIterator<Item = String>) {
        for (i, ending) in endings.into_iter().enumerate() {
            if !ending.starts_with('-') {
                self.list.push(Form {
                    text: format!("{}{ending}", self.stem),
                    tense,
                    plural: i >= 3,
                    person: (i % 3) as u8 + 1,
                    feminine: false,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(infinitive: &str, tense: Tense) -> String {
        let conjugator = Conjugator::new(include_str!("../../rules/verbs.toml")).unwrap();
        let forms = conjugator.conjugate(infinitive).unwrap();
        let texts: Vec<_> = forms.iter().filter(|f| f.tense == tense).map(|f| f.text.as_str()).collect();
        texts.join(" ")
    }

    #[test]
    fn presents() {
        for (verb, expected) in [
            ("parler", "parle parles parle parlons parlez parlent"),
            ("manger", "mange manges mange mangeons mangez mangent"),
            ("menacer", "menace menaces menace menaçons menacez menacent"),
            ("appeler", "appelle appelles appelle appelons appelez appellent"),
            ("lever", "lève lèves lève levons levez lèvent"),
            ("céder", "cède cèdes cède cédons cédez cèdent"),
            ("régler", "règle règles règle réglons réglez règlent"),
            ("reléguer", "relègue relègues relègue reléguons reléguez relèguent"),
            ("sevrer", "sèvre sèvres sèvre sevrons sevrez sèvrent"),
            ("accuser", "accuse accuses accuse accusons accusez accusent"),
            ("fermer", "ferme fermes ferme fermons fermez ferment"),
            ("créer", "crée crées crée créons créez créent"),
            ("appuyer", "appuie appuies appuie appuyons appuyez appuient"),
            ("convoquer", "convoque convoques convoque convoquons convoquez convoquent"),
            ("recevoir", "reçois reçois reçoit recevons recevez reçoivent"),
            ("entretenir", "entretiens entretiens entretient entretenons entretenez entretiennent"),
            ("rendre", "rends rends rend rendons rendez rendent"),
            ("rejoindre", "rejoins rejoins rejoint rejoignons rejoignez rejoignent"),
            ("inscrire", "inscris inscris inscrit inscrivons inscrivez inscrivent"),
            ("élire", "élis élis élit élisons élisez élisent"),
            ("apparaître", "apparais apparais apparaît apparaissons apparaissez apparaissent"),
        ] {
            assert_eq!(all(verb, Tense::Present), expected);
        }
    }

    #[test]
    fn other_tenses() {
        for (verb, tense, expected) in [
            ("manger", Tense::Imperfect, "mangeais mangeais mangeait mangions mangiez mangeaient"),
            ("menacer", Tense::Past, "menaçai menaças menaça menaçâmes menaçâtes menacèrent"),
            ("recevoir", Tense::Future, "recevrai recevras recevra recevrons recevrez recevront"),
            ("céder", Tense::Future, "céderai céderas cédera céderons céderez céderont"),
            ("lever", Tense::Future, "lèverai lèveras lèvera lèverons lèverez lèveront"),
            ("recevoir", Tense::Past, "reçus reçus reçut reçûmes reçûtes reçurent"),
            ("venir", Tense::Past, "vins vins vint vînmes vîntes vinrent"),
            ("recevoir", Tense::Subjunctive, "reçoive reçoives reçoive recevions receviez reçoivent"),
            ("élire", Tense::Participle, "élu élue élus élues"),
            ("être", Tense::Imperfect, "étais étais était étions étiez étaient"),
            ("accroître", Tense::Past, "accrus accrus accrut accrûmes accrûtes accrurent"),
            ("disparaître", Tense::Past, "disparus disparus disparut disparûmes disparûtes disparurent"),
            ("diriger", Tense::Gerund, "dirigeant"),
            ("falloir", Tense::Present, "faut"),
            ("falloir", Tense::Future, "faudra"),
            ("annexer", Tense::Present, "annexe annexes annexe annexons annexez annexent"),
            ("annoncer", Tense::Subjunctive, "annonce annonces annonce annoncions annonciez annoncent"),
            (
                "payer",
                Tense::Future,
                "paierai paieras paiera paierons paierez paieront payerai payeras payera payerons payerez payeront",
            ),
            ("asseoir", Tense::Gerund, "asseyant assoyant"),
            ("croître", Tense::Participle, "crû crue crus crues"),
            ("accroître", Tense::Participle, "accru accrue accrus accrues"),
            ("être", Tense::Participle, "été"),
            ("prévaloir", Tense::Subjunctive, "prévale prévales prévale prévalions prévaliez prévalent"),
            ("déchoir", Tense::Participle, "déchu déchue déchus déchues"),
        ] {
            assert_eq!(all(verb, tense), expected, "{verb}");
        }
    }

    #[test]
    fn what_is_no_infinitive_has_no_forms() {
        let conjugator = Conjugator::new(include_str!("../../rules/verbs.toml")).unwrap();
        assert_eq!(conjugator.conjugate("accord"), None);
    }
}
