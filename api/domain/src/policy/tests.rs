use super::*;

fn codes(policy: &PolicySet) -> Vec<String> {
    let refusal = policy.validate().unwrap_err();
    refusal.faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
}

#[test]
fn the_preset_is_valid_and_survives_json() {
    let preset = PolicySet::preset();
    assert_eq!(preset.validate(), Ok(()));
    let json = serde_json::to_string(&preset).unwrap();
    assert_eq!(serde_json::from_str::<PolicySet>(&json).unwrap(), preset);
    let strange = json.replacen('{', "{\"strange\":1,", 1);
    assert!(serde_json::from_str::<PolicySet>(&strange).is_err());
}

#[test]
fn contradictions_are_all_told() {
    let mut policy = PolicySet::preset();
    policy.class_size.joint.lower = Some(51);
    policy.excellent.quota_percent = 101;
    policy.practice.effect_max = Hundredths::whole(49);
    assert_eq!(
        codes(&policy),
        [
            "/class_size/joint bounds_crossed",
            "/excellent/quota_percent out_of_range",
            "/practice sum_is_not_100"
        ]
    );
}

#[test]
fn the_fifty_first_member_needs_a_reason() {
    let policy = PolicySet::preset();
    let admit = |members, reason| policy.admit_member(ClassKind::Joint, members, reason);
    assert_eq!(admit(50, None), Ok(Passing::Within));
    for reason in [None, Some(" ")] {
        let refusal = admit(51, reason).unwrap_err();
        assert_eq!(refusal.rule_code(), Some("class_full"));
        assert_eq!(refusal.kind, Kind::CapacityExceeded);
    }
    assert_eq!(admit(51, Some("学校合并")), Ok(Passing::Excepted));
}

#[test]
fn each_way_to_treat_a_breach_does_what_it_says() {
    let mut policy = PolicySet::preset();
    for (on_breach, bare, reasoned) in [
        (Breach::Ignore, Some(Passing::Within), Some(Passing::Within)),
        (Breach::Warn, Some(Passing::Warned), Some(Passing::Warned)),
        (Breach::RequireReason, None, Some(Passing::Excepted)),
        (Breach::Block, None, None),
    ] {
        policy.workshops.on_breach = on_breach;
        assert_eq!(policy.admit_workshop(6, None), Ok(Passing::Within));
        assert_eq!(policy.admit_workshop(7, None).ok(), bare, "{on_breach}");
        assert_eq!(policy.admit_workshop(7, Some("民族班")).ok(), reasoned, "{on_breach}");
    }
}

#[test]
fn only_limits_that_hold_are_counted_as_seats() {
    let size = |on_breach| ClassSize { lower: Some(20), upper: Some(50), on_breach };
    assert_eq!(size(Breach::Warn).seats(), None);
    assert_eq!(size(Breach::Block).seats(), Some(50));
    assert!(size(Breach::Warn).is_too_small(19));
    assert!(!size(Breach::Warn).is_too_small(20));
}

#[test]
fn quotas_round_up_and_never_shut_out_the_small() {
    for (total, percent, allowed) in [
        (0, 30, 0),
        (1, 30, 1),
        (3, 30, 1),
        (4, 30, 2),
        (10, 30, 3),
        (100, 5, 5),
        (7, 0, 0),
        (7, 1, 1),
    ] {
        assert_eq!(quota(total, percent), allowed, "{percent} % of {total}");
    }
}

#[test]
fn the_api_document_can_describe_the_whole_policy() {
    let mut schemas = vec![];
    <PolicySet as ToSchema>::schemas(&mut schemas);
    let names: std::collections::HashSet<_> = schemas.into_iter().map(|(name, _)| name).collect();
    for name in ["GradeNode", "GradeSource", "Breach", "ClassSize", "Hundredths"] {
        assert!(names.contains(name), "{name} is missing of {names:?}");
    }
}
