use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 5, 20).unwrap()
}

#[test]
fn the_standards_own_example_is_read() {
    let number = IdNumber::parse("11010519491231002x", today()).unwrap();
    assert_eq!(number.as_str(), "11010519491231002X");
    assert_eq!(number.born_on(), NaiveDate::from_ymd_opt(1949, 12, 31).unwrap());
    assert_eq!(number.gender(), Gender::Female);
    assert_eq!(number.masked(), "****************2X");
    assert_eq!(number.last_four(), "002X");
    assert_eq!(format!("{number:?}"), "****************2X");
}

#[test]
fn each_fault_has_its_code() {
    for (text, code) in [
        ("", "id_no_missing"),
        ("220781197908036", "id_no_format"),
        ("2207811980010940411", "id_no_format"),
        ("22078119800109404Y", "id_no_format"),
        ("2207811980010940X1", "id_no_format"),
        ("２２０７８１１９８０１１１５７０７５", "id_no_format"),
        ("3.70781198001E+17", "id_no_format"),
        ("220781198102306902", "id_no_birthdate"),
        ("220781189912316902", "id_no_birthdate"),
        ("220781202005216902", "id_no_birthdate"),
        ("220781199707209172", "id_no_checksum"),
    ] {
        assert_eq!(IdNumber::parse(text, today()).unwrap_err().code(), code, "{text}");
    }
}

#[test]
fn a_mask_shows_two_characters_of_anything() {
    assert_eq!(mask("A"), "A");
    assert_eq!(mask("护照号12"), "***12");
}

proptest! {
    #[test]
    fn any_text_is_judged_without_a_panic(text in any::<String>()) {
        let _ = IdNumber::parse(&text, today());
        let _ = mask(&text);
    }

    #[test]
    fn one_wrong_digit_is_always_noticed(at in 0_usize..17, other in b'0'..=b'9') {
        let mut bytes = *b"11010519491231002X";
        prop_assume!(bytes[at] != other);
        bytes[at] = other;
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        prop_assert!(IdNumber::parse(&text, today()).is_err());
    }
}
