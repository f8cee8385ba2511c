use super::*;
use crate::{machine, policy::Breach};

#[test]
fn only_the_listed_moves_of_a_class_exist() {
    let moves = [
        ("draft", "submit", "submitted"),
        ("returned", "submit", "submitted"),
        ("submitted", "approve", "approved"),
        ("submitted", "return", "returned"),
        ("approved", "close", "closed"),
    ];
    for from in ClassStatus::ALL {
        for action in ClassAction::ALL {
            let found = machine::edge(CLASS_EDGES, from, action).ok().map(|edge| edge.to.as_str());
            let listed = moves
                .iter()
                .find(|(state, act, _)| *state == from.as_str() && *act == action.as_str());
            assert_eq!(found, listed.map(|(_, _, to)| *to), "{from} {action}");
        }
    }
}

#[test]
fn an_independent_class_has_one_school_and_a_joint_one_says_why() {
    let code = |kind, schools, reason| {
        well_formed(kind, schools, reason).err().map(|no| no.rule_code().unwrap().to_owned())
    };
    assert_eq!(code(ClassKind::Independent, 1, None), None);
    let mismatch = Some("class_schools_mismatch".to_owned());
    assert_eq!(code(ClassKind::Independent, 2, None), mismatch);
    assert_eq!(code(ClassKind::Joint, 1, Some("small")), mismatch);
    assert_eq!(code(ClassKind::Joint, 2, Some(" ")).as_deref(), Some("reason_required"));
    assert_eq!(code(ClassKind::Joint, 2, Some("both are small")), None);
}

#[test]
fn a_class_is_told_when_it_is_too_large_or_too_small() {
    let mut policy = PolicySet::preset();
    policy.class_size.independent.lower = Some(20);
    let codes = |members| {
        let found = size_findings(&policy, ClassKind::Independent, members);
        found.into_iter().map(|one| (one.code, one.suggestion)).collect::<Vec<_>>()
    };
    assert_eq!(codes(20), vec![]);
    assert_eq!(codes(50), vec![]);
    assert_eq!(codes(51), vec![("over_upper", None)]);
    assert_eq!(codes(19), vec![("too_small", Some("join_others"))]);
    policy.class_size.independent.on_breach = Breach::Ignore;
    assert_eq!(size_findings(&policy, ClassKind::Independent, 3), vec![]);
}

#[test]
fn a_second_workshop_of_a_family_needs_a_reason() {
    let hosted = [Family::Chinese, Family::Math];
    assert_eq!(admit_family(&hosted, Family::English, None), Ok(false));
    assert_eq!(admit_family(&hosted, Family::Math, Some("31 of them")), Ok(true));
    let refused = admit_family(&hosted, Family::Math, Some("  ")).unwrap_err();
    assert_eq!(refused.rule_code(), Some("family_taken"));
}

#[test]
fn a_subject_belongs_to_its_family_or_to_the_general_workshop() {
    let lists = Reference::builtin();
    let chinese = lists.subject("语文").unwrap().code.clone();
    assert!(family_fits(&lists, Family::Chinese, &chinese));
    assert!(family_fits(&lists, Family::General, &chinese));
    assert!(!family_fits(&lists, Family::Math, &chinese));
    assert!(family_fits(&lists, Family::Math, "unheard of"));
}

#[test]
fn codes_name_project_school_and_number() {
    assert_eq!(class_code("FY", "2122990001", 1), "FY-2122990001-C01");
    assert_eq!(workshop_code("FY", "2122990001", 12), "FY-2122990001-W12");
}
