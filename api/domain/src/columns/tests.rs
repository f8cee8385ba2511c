use std::collections::HashSet;

use super::ImportKind;

#[test]
fn within_a_file_every_title_and_key_means_one_column() {
    for kind in ImportKind::ALL {
        let mut keys = HashSet::new();
        let mut titles = HashSet::new();
        for column in kind.columns() {
            assert!(keys.insert(column.key), "{kind}: {}", column.key);
            for title in column.titles {
                assert!(titles.insert(*title), "{kind}: {title}");
            }
        }
    }
}

#[test]
fn every_table_can_be_recognised_by_required_columns() {
    for kind in ImportKind::ALL.into_iter().filter(|kind| !kind.is_json_lines()) {
        assert!(kind.columns().iter().any(|column| column.required), "{kind}");
    }
}

#[test]
fn the_rosters_header_is_known_under_its_synonyms() {
    let id_no = ImportKind::Roster.columns().iter().find(|column| column.key == "id_no").unwrap();
    assert_eq!(id_no.title(), "身份证号");
    assert!(id_no.synonyms().contains(&"公民身份号码"));
    assert!(id_no.required && id_no.as_text);
}

#[test]
fn a_roster_that_changes_three_in_ten_is_suspicious_and_new_scores_are_not() {
    use ImportKind::{PracticeScores, Roster};
    for (kind, updated, unchanged, wrong) in [
        (Roster, 20, 0, false),
        (Roster, 21, 0, true),
        (Roster, 300, 700, false),
        (Roster, 301, 699, true),
        (PracticeScores, 900, 0, false),
    ] {
        assert_eq!(kind.is_suspicious(updated, unchanged), wrong, "{kind} {updated}");
    }
}
