//! A kind of relation of one's own, with the words that state it; its examples are run before it is used.
//!
//! ```sh
//! cargo run --example custom_relation
//! ```

use depeche::relation::{Setting, check};
use depeche::{Error, Extractor};

/// A club hires a player: verbs with the parties around them, and a noun. `rules_path` reads such rules from a file.
const RULES: &str = r#"
[[kind]]
name = "hired"
subject = ["organisation", "place"]
object = ["person"]

[[frame]]
name = "recruter"
kind = "hired"
verb = ["recruter", "embaucher"]
subject = "subject"
object = "object"
examples = [
    "TotalEnergies a recruté Joe Biden. => TotalEnergies -> Joe Biden",
    "Joe Biden a été embauché par TotalEnergies. => TotalEnergies -> Joe Biden",
]
rejects = ["TotalEnergies recrute."]

[[frame]]
name = "recrutement"
kind = "hired"
noun = "recrutement"
subject = "par"
object = "de"
examples = ["Le recrutement de Joe Biden par TotalEnergies surprend. => TotalEnergies -> Joe Biden"]
rejects = ["Le recrutement de Joe Biden surprend."]
"#;

const TEXT: &str = "Airbus recrutera Patrick Pouyanné en mai. Airbus n’a pas recruté Luca de Meo. \
    Le recrutement d’Elon Musk par la NASA a été annulé.";

fn main() -> Result<(), Error> {
    let extractor = Extractor::builder().rules("sport.toml", RULES).build()?;
    match check(&extractor, &[("sport.toml", RULES)], Setting::Plain) {
        Ok((count, failures)) => {
            println!("{count} examples, {} fail", failures.len());
            for failure in failures {
                println!("{failure}");
            }
        }
        Err(faults) => println!("{}", faults.join("\n")),
    }

    // Voice, tense, negation and the rest come from the engine.
    let document = extractor.extract(TEXT);
    for relation in document.relations() {
        println!(
            "{} {} {} ({}), by {}",
            document[relation.subject()].name(),
            relation.kind(),
            document[relation.object()].name(),
            relation.status().as_str(),
            relation.found_by()
        );
    }
    Ok(())
}
