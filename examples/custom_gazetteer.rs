//! Names of one's own beside the bundled ones, and what it says of a file that is faulty.
//!
//! ```sh
//! cargo run --example custom_gazetteer
//! ```

use depeche::gazetteer::Gazetteer;
use depeche::output::Report;
use depeche::{Error, Extractor};

/// As a newsroom keeps it; `path` reads such a file. Columns may stand in any order.
const DESK: &str = "\
name;kind;aliases;country;id
Régie des bacs de Lambrecourt;organisation;RBL|Régie des bacs;FR;desk:12
Aurore Vantieghem;person;;FR;desk:31
";

const TEXT: &str = "La RBL a accusé la mairie. Aurore Vantieghem a rencontré la Régie des bacs à Lyon.";

fn main() -> Result<(), Error> {
    let gazetteer = Gazetteer::builder().source("desk.csv", DESK).build()?;
    let extractor = Extractor::builder().gazetteer(gazetteer).build()?;
    print!("{}", Report::new(&extractor.extract(TEXT)));

    // All faults at once, each with file, line, what was found and what was expected.
    let faulty = DESK.replace("person", "human").replace(";FR;desk:12", ";Frankreich;desk:12");
    if let Err(error) = Gazetteer::builder().source("desk.csv", faulty).build() {
        println!("\n{error}");
    }
    Ok(())
}
