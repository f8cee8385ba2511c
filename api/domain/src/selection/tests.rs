use proptest::prelude::*;

use super::*;
use crate::{machine, policy::PolicySet};

/// Every move there is; whatever is not listed must be refused.
const MOVES: &[(&str, &str, &str)] = &[
    ("not_open", "open", "draft"),
    ("draft", "submit", "submitted"),
    ("returned", "submit", "submitted"),
    ("change_requested", "submit", "submitted"),
    ("submitted", "confirm", "effective"),
    ("change_requested", "confirm", "effective"),
    ("submitted", "return", "returned"),
    ("effective", "return", "returned"),
    ("effective", "request_change", "change_requested"),
    ("effective", "lock", "locked"),
    ("effective", "reopen", "returned"),
    ("locked", "reopen", "returned"),
];

fn item(course: u128, module: i32, hours: i64) -> PlanItem {
    PlanItem {
        course: Uuid::from_u128(course),
        subject: "YW".into(),
        stage: CourseStage::General,
        module: Module::new(module).unwrap(),
        hours: Hundredths::new(hours),
        withdrawn: false,
        held: false,
    }
}

fn full() -> Vec<PlanItem> {
    vec![item(1, 1, 1250), item(2, 2, 1250), item(3, 3, 1250), item(4, 4, 1250)]
}

fn judge(items: &[PlanItem]) -> Vec<Shortfall> {
    judge_plan(items, &PolicySet::preset().selection, "YW", StageOfSchooling::Junior)
}

#[test]
fn only_the_listed_moves_exist() {
    for from in SelectionStatus::ALL {
        for action in SelectionAction::ALL {
            let expected = MOVES
                .iter()
                .find(|(state, act, _)| *state == from.as_str() && *act == action.as_str())
                .map(|(_, _, to)| *to);
            let found = machine::edge(EDGES, from, action).ok().map(|edge| edge.to.as_str());
            assert_eq!(found, expected, "{from} {action}");
        }
    }
}

#[test]
fn what_people_take_back_needs_a_reason() {
    for edge in EDGES {
        let back = matches!(edge.action, SelectionAction::Return | SelectionAction::Reopen);
        assert_eq!(edge.reason, back, "{}", edge.action);
    }
    assert!(machine::reason_given(true, Some(" ")).is_err());
    assert!(machine::reason_given(false, None).is_ok());
}

#[test]
fn refused_actions_name_what_stands_in_the_way() {
    let answers = machine::allowed_actions(EDGES, SelectionStatus::Draft, |edge| {
        if edge.by == By::Rule(Rule::S04Edit) { Ok(()) } else { Err(Refusal::forbidden()) }
    });
    let shown: Vec<_> = answers
        .iter()
        .map(|one| (one.action.as_str(), one.allowed, one.blocked_by.as_deref()))
        .collect();
    assert_eq!(
        shown,
        [
            ("submit", true, None),
            ("return", false, Some("forbidden")),
            ("request_change", false, Some("invalid_transition")),
            ("reopen", false, Some("forbidden")),
        ]
    );
}

#[test]
fn fifty_hours_over_four_modules_are_complete() {
    assert_eq!(judge(&full()), vec![]);
    let (hours, modules) = totals(&full());
    assert_eq!(hours, Hundredths::whole(50));
    assert_eq!(modules.map(|line| (line.module, line.courses)), [(1, 1), (2, 1), (3, 1), (4, 1)]);
}

#[test]
fn everything_missing_is_told_with_its_figures() {
    let mut items = full();
    items.pop();
    items[0].subject = "SX".into();
    items[1].stage = CourseStage::Senior;
    items.push(item(3, 3, 1250));
    let found = judge(&items);
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        [
            "subject_mismatch",
            "stage_mismatch",
            "duplicate_selection",
            "hours_missing",
            "module_missing"
        ]
    );
    assert_eq!(
        (found[3].have, found[3].need),
        (Some(Hundredths::new(3750)), Some(Hundredths::whole(50)))
    );
    assert_eq!(found[4].module, Some(4));
    let refusal = complete(&found).unwrap_err();
    assert_eq!(refusal.kind, Kind::InvalidTransition);
    assert_eq!(refusal.faults.len(), 5);
    assert_eq!(refusal.faults[3].detail, "hours_missing: 37.5 of 50 credit-hours.");
}

#[test]
fn a_missing_module_can_be_only_a_warning() {
    let mut policy = PolicySet::preset().selection;
    let items = [item(1, 1, 5000)];
    for (modules, count, fine) in
        [(Strictness::Require, 3, false), (Strictness::Warn, 3, true), (Strictness::Off, 0, true)]
    {
        policy.modules = modules;
        let found = judge_plan(&items, &policy, "YW", StageOfSchooling::Primary);
        assert_eq!((found.len(), complete(&found).is_ok()), (count, fine), "{modules}");
    }
}

#[test]
fn a_credited_course_stays() {
    assert!(may_drop(Hundredths::ZERO).is_ok());
    assert_eq!(may_drop(Hundredths::new(50)).unwrap_err().rule_code(), Some("course_credited"));
}

proptest! {
    #[test]
    fn one_more_fitting_course_never_adds_a_shortfall(
        items in proptest::collection::vec((1_u128..50, 1_i32..=4, 50_i64..1000), 0..20),
        more in (50_u128..60, 1_i32..=4, 50_i64..1000),
    ) {
        let mut plan: Vec<_> = items.into_iter().map(|(c, m, h)| item(c, m, h)).collect();
        let before = judge(&plan).len();
        plan.push(item(more.0, more.1, more.2));
        prop_assert!(judge(&plan).len() <= before);
    }
}

#[test]
fn a_withdrawn_course_blocks_unless_it_was_submitted() {
    let mut items = full();
    items[0].withdrawn = true;
    let blocking = |items: &[PlanItem]| {
        judge(items).iter().map(|one| (one.code, one.blocking)).collect::<Vec<_>>()
    };
    assert_eq!(blocking(&items), [("replacement_needed", true)]);
    items[0].held = true;
    assert_eq!(blocking(&items), [("replacement_needed", false)]);
    assert!(may_choose(&items[0], "YW", StageOfSchooling::Junior).is_err());
    assert!(may_choose(&items[1], "YW", StageOfSchooling::Junior).is_ok());
    assert!(may_choose(&items[1], "SX", StageOfSchooling::Junior).is_err());
}

#[test]
fn from_the_deadline_on_what_counts_is_locked_and_nothing_is_edited() {
    let at = DateTime::<Utc>::from_timestamp(1_000, 0).unwrap();
    for status in SelectionStatus::ALL {
        assert_eq!(standing(status, None, at), status);
        let counts =
            matches!(status, SelectionStatus::Effective | SelectionStatus::ChangeRequested);
        let wanted = if counts { SelectionStatus::Locked } else { status };
        assert_eq!(standing(status, Some(at), at), wanted, "{status}");
    }
    assert!(window_open(Some(at), at).is_err());
    assert!(window_open(Some(at + chrono::TimeDelta::seconds(1)), at).is_ok());
}
