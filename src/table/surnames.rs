/// The parts of a person's name that news uses alone: what follows the given name, longest first.
pub(crate) fn surnames(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.split_once(' ')?.1;
        Some(rest)
    })
    .filter(|s| s.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_given_name() {
        for (name, expected) in [
            ("Charles de Gaulle", &["Gaulle"][..]),
            ("Xi Jinping", &["Jinping"]),
            ("Mohamed Ould Ghazouani", &["Ould Ghazouani", "Ghazouani"]),
            ("Pelé", &[]),
        ] {
            assert_eq!(surnames(name).collect::<Vec<_>>(), expected);
        }
    }
}
