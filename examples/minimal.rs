//! The least: one text, its names and what it states.
//!
//! ```sh
//! cargo run --example minimal
//! ```

use depeche::Extractor;

const TEXT: &str = "Le Premier ministre japonais Shigeru Ishiba a reçu jeudi à Tokyo le président brésilien, Luiz Inácio Lula da Silva. \
    Le Brésil et le Japon négocient un accord sur l’acier. « Rien n’est signé », a précisé M. Ishiba.";

fn main() {
    // Make one and keep it: it is cheap to clone and is shared between threads.
    let extractor = Extractor::new();
    let document = extractor.extract(TEXT);

    for entity in document.entities() {
        println!("{}: {}, {} times", entity.kind().as_str(), entity.name(), entity.mentions().len());
    }
    for relation in document.relations() {
        println!(
            "{} {} {} ({})",
            document[relation.subject()].name(),
            relation.kind(),
            document[relation.object()].name(),
            relation.status().as_str()
        );
    }
}
