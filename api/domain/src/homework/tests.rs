use std::collections::HashSet;

use super::*;
use crate::{
    access::{Role, Rule},
    machine::By,
    number::Hundredths,
    policy::PolicySet,
};

/// Every move there is, written down apart from the table: from, action, to, and `!` where a
/// reason is needed.
const MOVES: &str = "
personal/draft submit personal/submitted
personal/returned submit personal/submitted
personal/submitted return personal/returned !
personal/accepted return personal/returned !
personal/submitted review personal/accepted
personal/accepted review personal/accepted
personal/accepted recommend school/under_review !
personal/draft withdraw personal/withdrawn
personal/submitted withdraw personal/withdrawn
personal/returned withdraw personal/withdrawn
personal/accepted withdraw personal/withdrawn
school/returned submit school/under_review
school/under_review recommend school/under_review !
school/under_review cancel_recommendation personal/accepted !
school/returned cancel_recommendation personal/accepted !
school/under_review polish school/under_review
school/returned polish school/under_review
school/under_review revise school/under_review
school/under_review push regional/under_review !
school/returned push regional/under_review !
school/under_review decline school/not_selected !
school/returned decline school/not_selected !
school/under_review withdraw school/withdrawn
school/returned withdraw school/withdrawn
regional/under_review return school/returned !
regional/under_review recommend_regionally exhibition/under_review !
regional/under_review decline regional/not_selected !
regional/under_review withdraw regional/withdrawn !
exhibition/under_review veto regional/not_selected !
exhibition/accepted veto regional/not_selected !
exhibition/under_review assign_experts exhibition/under_review
exhibition/under_review review_exhibit exhibition/under_review !
exhibition/under_review settle exhibition/accepted
exhibition/accepted publish library/accepted !
exhibition/under_review decline exhibition/not_selected !
exhibition/accepted decline exhibition/not_selected !
exhibition/under_review withdraw exhibition/withdrawn !
exhibition/accepted withdraw exhibition/withdrawn !
";

fn rung_number(rung: Rung) -> usize {
    Rung::ALL.iter().position(|one| *one == rung).unwrap()
}

fn state(text: &str) -> HomeworkState {
    HomeworkState::all().find(|state| state.to_string() == text).unwrap()
}

#[test]
fn of_all_states_and_actions_only_the_listed_ones_move() {
    let mut found = HashSet::new();
    for from in HomeworkState::all() {
        for action in HomeworkAction::ALL {
            match edge(from, action) {
                Ok(edge) => {
                    let reason = if edge.reason { " !" } else { "" };
                    found.insert(format!("{from} {action} {}{reason}", edge.to));
                }
                Err(refusal) => assert_eq!(refusal.rule_code(), Some("invalid_transition")),
            }
        }
    }
    let listed: HashSet<_> =
        MOVES.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut difference: Vec<_> = found.symmetric_difference(&listed).collect();
    difference.sort();
    assert_eq!(difference, Vec::<&String>::new());
}

#[test]
fn no_state_has_two_edges_for_one_action() {
    for from in HomeworkState::all() {
        for action in HomeworkAction::ALL {
            let edges = EDGES.iter().filter(|e| e.action == action && e.from.contains(&from));
            assert!(edges.count() <= 1, "{from} {action}");
        }
    }
}

#[test]
fn a_work_climbs_by_one_and_falls_only_when_somebody_takes_it_back() {
    use HomeworkAction as A;
    for edge in EDGES {
        for from in edge.from {
            let (old, new) = (rung_number(from.rung), rung_number(edge.to.rung));
            let falls = matches!(edge.action, A::Return | A::CancelRecommendation | A::Veto);
            assert!(new == old || new == old.saturating_add(1) || falls, "{from} {}", edge.action);
            assert!(old.abs_diff(new) <= 1);
        }
    }
}

#[test]
fn from_a_draft_every_used_state_can_be_reached() {
    let mut reached = vec![state("personal/draft")];
    let mut at = 0;
    while let Some(from) = reached.get(at).copied() {
        for action in HomeworkAction::ALL {
            if let Ok(to) = next(from, action)
                && !reached.contains(&to)
            {
                reached.push(to);
            }
        }
        at = at.saturating_add(1);
    }
    for edge in EDGES {
        assert!(reached.contains(&edge.to) && edge.from.iter().all(|from| reached.contains(from)));
    }
}

#[test]
fn nobody_decides_on_the_own_work() {
    for edge in EDGES {
        let By::Rule(rule) = edge.by else { continue };
        if matches!(rule, Rule::W02Submit | Rule::W09Assign) {
            continue;
        }
        let cells = Role::ALL.into_iter().flat_map(|role| rule.cells(role));
        assert!(cells.into_iter().all(|cell| cell.not_own), "{}", edge.action);
    }
}

#[test]
fn imported_stages_have_their_states() {
    for stage in ["personal", "school_polish", "region", "exhibition", "library"] {
        assert!(HomeworkState::of_import(stage).unwrap().counts());
    }
    assert_eq!(HomeworkState::of_import("moon"), None);
}

#[test]
fn a_work_stays_up_while_anybody_recommends_it() {
    let at_school = state("school/under_review");
    let cancel = edge(at_school, HomeworkAction::CancelRecommendation).unwrap();
    assert_eq!(after_cancelling(cancel, at_school, 1), at_school);
    assert_eq!(after_cancelling(cancel, at_school, 0), state("personal/accepted"));
}

fn fitting() -> Facts {
    Facts {
        task_open: true,
        has_content: true,
        originality_confirmed: true,
        round_open: true,
        returned: 0,
        score: Some(Hundredths::whole(80)),
        max_score: Hundredths::whole(100),
        recommended_by_actor: false,
        quota_left: Some(1),
        author_consents: true,
        outside_expert: true,
        impartial: true,
        marks_settled: true,
        licence_confirmed: true,
        personal_data_checked: true,
    }
}

fn refused(from: &str, action: HomeworkAction, facts: &Facts) -> Option<String> {
    let from = state(from);
    let edge = edge(from, action).unwrap();
    let policy = PolicySet::preset().homework;
    let verdict = check(edge, from, facts, Some("因为"), &policy);
    verdict.err().and_then(|refusal| refusal.rule_code().map(str::to_owned))
}

#[test]
fn each_guard_up_to_the_school_refuses_by_its_own_code() {
    use HomeworkAction as A;
    let f = fitting;
    for (from, action, facts, code) in [
        ("personal/draft", A::Submit, Facts { task_open: false, ..f() }, "task_closed"),
        ("personal/draft", A::Submit, Facts { has_content: false, ..f() }, "content_missing"),
        (
            "school/returned",
            A::Submit,
            Facts { originality_confirmed: false, ..f() },
            "originality_not_confirmed",
        ),
        (
            "school/under_review",
            A::Revise,
            Facts { round_open: false, ..f() },
            "no_polishing_round",
        ),
        ("personal/submitted", A::Return, Facts { returned: 3, ..f() }, "review_rounds_used"),
        (
            "personal/submitted",
            A::Review,
            Facts { score: Some(Hundredths::new(10_001)), ..f() },
            "score_out_of_range",
        ),
        (
            "personal/accepted",
            A::Recommend,
            Facts { score: Some(Hundredths::new(7999)), ..f() },
            "score_below_threshold",
        ),
        (
            "personal/accepted",
            A::Recommend,
            Facts { max_score: Hundredths::whole(120), ..f() },
            "score_below_threshold",
        ),
        ("personal/accepted", A::Recommend, Facts { quota_left: Some(0), ..f() }, "quota_used_up"),
        (
            "school/under_review",
            A::Recommend,
            Facts { recommended_by_actor: true, ..f() },
            "already_recommended",
        ),
        ("school/under_review", A::CancelRecommendation, f(), "not_recommended_by_you"),
    ] {
        assert_eq!(refused(from, action, &facts).as_deref(), Some(code), "{from} {action}");
    }
}

#[test]
fn each_guard_from_the_school_up_refuses_by_its_own_code() {
    use HomeworkAction as A;
    let f = fitting;
    for (from, action, facts, code) in [
        (
            "school/under_review",
            A::Push,
            Facts { author_consents: false, ..f() },
            "author_consent_missing",
        ),
        (
            "regional/under_review",
            A::RecommendRegionally,
            Facts { outside_expert: false, ..f() },
            "outside_expert_missing",
        ),
        ("exhibition/under_review", A::ReviewExhibit, Facts { impartial: false, ..f() }, CONFLICT),
        (
            "exhibition/under_review",
            A::Settle,
            Facts { marks_settled: false, ..f() },
            "marks_not_settled",
        ),
        (
            "exhibition/accepted",
            A::Publish,
            Facts { licence_confirmed: false, ..f() },
            "licence_not_confirmed",
        ),
        (
            "exhibition/accepted",
            A::Publish,
            Facts { personal_data_checked: false, ..f() },
            "personal_data_not_checked",
        ),
    ] {
        assert_eq!(refused(from, action, &facts).as_deref(), Some(code), "{from} {action}");
    }
}

#[test]
fn fitting_facts_open_every_edge_but_a_reason_must_be_given() {
    let policy = PolicySet::preset().homework;
    for edge in EDGES {
        let cancels = edge.action == HomeworkAction::CancelRecommendation;
        let facts = Facts { recommended_by_actor: cancels, ..fitting() };
        for from in edge.from {
            let verdict = |reason| check(edge, *from, &facts, reason, &policy);
            assert_eq!(verdict(Some("因为")), Ok(()), "{from} {}", edge.action);
            assert_eq!(verdict(None).is_err(), edge.reason, "{from} {}", edge.action);
        }
    }
}

#[test]
fn an_exhibit_needs_two_judges_and_a_third_once_they_differ() {
    let needed = |called, waiting, marks: &[i64]| {
        let marks: Vec<_> = marks.iter().copied().map(Hundredths::new).collect();
        judges_needed(called, waiting, &marks, Hundredths::whole(15))
    };
    assert_eq!(needed(0, 0, &[]), 2);
    assert_eq!(needed(1, 1, &[]), 1);
    assert_eq!(needed(2, 1, &[9000]), 0);
    assert_eq!(needed(2, 0, &[9000, 8000]), 0);
    assert_eq!(needed(2, 0, &[9000, 7000]), 1);
    assert_eq!(needed(3, 1, &[9000, 7000]), 0);
}

#[test]
fn two_experts_who_differ_call_a_third() {
    let settle = |marks: &[i64]| {
        let marks: Vec<_> = marks.iter().copied().map(Hundredths::new).collect();
        settle_marks(&marks, Hundredths::whole(15))
    };
    assert_eq!(settle(&[]), ExpertVerdict::Waiting);
    assert_eq!(settle(&[9000]), ExpertVerdict::Waiting);
    assert_eq!(settle(&[9000, 7500]), ExpertVerdict::Mean(Hundredths::new(8250)));
    assert_eq!(settle(&[9000, 7499]), ExpertVerdict::ThirdNeeded);
    assert_eq!(settle(&[9000, 7000, 8001]), ExpertVerdict::Mean(Hundredths::new(8000)));
}
