//! Shows how the syntax cuts the text on standard input: what a frame has to work with.
//!
//! ```sh
//! echo "Paul Kagame a rencontré Macky Sall." | cargo run --example outline
//! ```

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    print!("{}", depeche::development::outline(&text));
    Ok(())
}
