use proptest::prelude::*;

use super::*;

#[test]
fn outer_and_invisible_spaces_go_and_are_reported() {
    for (raw, value) in [
        ("扶余市第三初级中学 　", "扶余市第三初级中学"),
        ("\u{feff}\u{a0}a b\u{200b}", "a b"),
        ("\u{200b} x", "x"),
        (" ", ""),
    ] {
        assert_eq!(clean(raw), Cleaned { value: value.into(), changed: true }, "{raw:?}");
    }
    assert_eq!(clean("a　b"), Cleaned { value: "a　b".into(), changed: false });
}

#[test]
fn codes_become_plain_but_names_do_not() {
    assert_eq!(clean_code("２２０７Ｘ　").value, "2207X");
    assert_eq!(clean_name("Ａ").value, "Ａ");
}

#[test]
fn names_lose_gaps_between_characters_and_keep_those_between_words() {
    for (raw, value) in [
        ("张　三", "张三"),
        ("欧 阳 𠮷", "欧阳𠮷"),
        ("Anna  Li", "Anna  Li"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("李 Anna", "李 Anna"),
    ] {
        let cleaned = clean_name(raw);
        assert_eq!(cleaned.value, value);
        assert_eq!(cleaned.changed, raw != value);
    }
}

#[test]
fn a_line_break_inside_a_name_stays_visible_as_a_control_character() {
    assert!(has_control(&clean_name("张\n三").value));
    assert!(!has_control_besides_breaks("一\n二\t"));
    assert!(has_control_besides_breaks("一\0"));
    assert_eq!(clean_line("a\0b\n").value, "a b");
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing_more(raw in any::<String>()) {
        for cleaning in [clean, clean_code, clean_line, clean_name] {
            let once = cleaning(&raw).value;
            prop_assert!(!cleaning(&once).changed);
        }
    }
}
