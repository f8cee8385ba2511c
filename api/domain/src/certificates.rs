//! Certificate numbers: `{project}-{region}-{year}-{sequence}-{check}`.

/// Letters and digits in the order of their values.
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LARGEST_SEQUENCE: u32 = 99_999;

/// The number of a certificate, with a check character by ISO 7064 MOD 37,36 over its letters
/// and digits, which notices every single wrong character and nearly every swap.
///
/// Nothing for a project or region code with other characters than A–Z, a–z and 0–9, a year
/// that has not four digits, or a sequence outside 1 to 99999.
#[must_use]
pub fn number(project: &str, region: &str, year: u32, sequence: u32) -> Option<String> {
    let plain = |code: &str| !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric());
    let fits = plain(project)
        && plain(region)
        && (1000..=9999).contains(&year)
        && (1..=LARGEST_SEQUENCE).contains(&sequence);
    if !fits {
        return None;
    }
    let body = format!("{project}-{region}-{year}-{sequence:05}").to_ascii_uppercase();
    Some(format!("{body}-{}", check_character(&body)?))
}

/// Whether a number, as somebody typed it, is whole: letters of any size, hyphens anywhere.
#[must_use]
pub fn is_intact(number: &str) -> bool {
    let plain: String = number.chars().filter(|c| *c != '-').collect();
    let plain = plain.to_ascii_uppercase();
    let mut characters = plain.chars();
    let check = characters.next_back();
    let body = characters.as_str();
    !body.is_empty() && check.is_some() && check == check_character(body)
}

fn check_character(body: &str) -> Option<char> {
    let mut product = 36_usize;
    for c in body.chars().filter(|c| *c != '-') {
        let sum = product.checked_add(ALPHABET.find(c)?)?.checked_rem(36)?;
        let sum = if sum == 0 { 36 } else { sum };
        product = sum.checked_mul(2)?.checked_rem(37)?;
    }
    ALPHABET.chars().nth(37_usize.checked_sub(product)?.checked_rem(36)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{check_character, is_intact, number};

    #[test]
    fn the_standards_example_has_its_check_character() {
        assert_eq!(check_character("A1-2425G-ABC1234002"), Some('M'));
    }

    #[test]
    fn a_number_is_built_from_its_parts() {
        let number = number("jl2020", "220781", 2020, 42).unwrap();
        assert!(number.starts_with("JL2020-220781-2020-00042-"), "{number}");
        assert!(is_intact(&number));
        assert!(is_intact(&number.replace('-', "").to_ascii_lowercase()));
    }

    #[test]
    fn what_does_not_fit_has_no_number() {
        assert_eq!(number("扶余", "220781", 2020, 1), None);
        assert_eq!(number("A", "", 2020, 1), None);
        assert_eq!(number("A", "220781", 20, 1), None);
        assert_eq!(number("A", "220781", 2020, 100_000), None);
        assert_eq!(number("A", "220781", 2020, 0), None);
        assert!(!is_intact("") && !is_intact("-") && !is_intact("扶余1"));
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_noticed(sequence in 1_u32..=99_999, at in 0_usize..20, c in "[0-9A-Z]") {
            let intact = number("JL", "220781", 2020, sequence).unwrap();
            prop_assume!(intact.get(at..=at).is_some_and(|old| old != "-" && old != c));
            let mut wrong = intact;
            wrong.replace_range(at..=at, &c);
            prop_assert!(!is_intact(&wrong));
        }
    }
}
