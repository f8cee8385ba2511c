use proptest::prelude::*;

use super::*;
use crate::machine;

fn good() -> Evidence {
    Evidence {
        enrollment: Uuid::from_u128(1),
        trainee_no: "FY0001".into(),
        class: Some(Uuid::from_u128(9)),
        credited_hours: Hundredths::whole(50),
        online: Some(Hundredths::whole(70)),
        offline: Some(Hundredths::whole(65)),
        homework_submitted: 1,
        integrity_case_open: false,
    }
}

fn judged(evidence: &Evidence) -> Qualification {
    qualify(evidence, &PolicySet::preset())
}

fn unmet_of(evidence: &Evidence) -> Vec<String> {
    let name = |finding: &Finding| match &finding.component {
        Some(component) => format!("{} {component}", finding.code),
        None => finding.code.to_owned(),
    };
    judged(evidence).unmet.iter().map(name).collect()
}

fn steps_of(evidence: &Evidence) -> Vec<String> {
    let name = |step: &Step| {
        let component = step.component.as_deref().unwrap_or("-");
        let amount = step.amount.map_or("-".to_owned(), |amount| amount.to_string());
        format!("{} {component} {amount}", step.code)
    };
    judged(evidence).steps.iter().map(name).collect()
}

#[test]
fn who_meets_every_line_is_qualified() {
    let result = judged(&good());
    assert_eq!((result.outcome, result.total), (Outcome::Qualified, Hundredths::new(6750)));
    assert_eq!((result.unmet, result.steps), (vec![], vec![]));
}

#[test]
fn each_line_just_missed_is_named_with_the_shortest_way() {
    for (evidence, unmet, steps) in [
        (
            Evidence { credited_hours: Hundredths::new(4650), ..good() },
            vec!["hours_below"],
            vec!["complete_hours - 3.5"],
        ),
        (
            Evidence { offline: Some(Hundredths::new(5998)), ..good() },
            vec!["component_below offline"],
            vec!["raise_mark offline 0.01"],
        ),
        (
            Evidence { online: None, ..good() },
            vec!["mark_missing online"],
            vec!["await_mark online -"],
        ),
        (
            Evidence { homework_submitted: 0, ..good() },
            vec!["homework_missing"],
            vec!["submit_homework - 1"],
        ),
        (
            Evidence { integrity_case_open: true, ..good() },
            vec!["integrity_case_open"],
            vec!["answer_case - -"],
        ),
    ] {
        assert_eq!(unmet_of(&evidence), unmet);
        assert_eq!(steps_of(&evidence), steps);
    }
    let rounded = Evidence { offline: Some(Hundredths::new(5999)), ..good() };
    assert_eq!(judged(&rounded).outcome, Outcome::Qualified);
}

#[test]
fn a_mark_that_nobody_gave_is_not_a_mark_of_zero() {
    let waiting = Evidence { offline: None, online: Some(Hundredths::whole(40)), ..good() };
    assert_eq!(unmet_of(&waiting), ["mark_missing offline", "component_below online"]);
    let zero = Evidence { offline: Some(Hundredths::ZERO), ..good() };
    assert_eq!(unmet_of(&zero), ["component_below total", "component_below offline"]);
    let policy = PolicySet::preset();
    assert_eq!(waiting.lacks(&policy), [GradeSource::PracticeScore]);
    assert_eq!((zero.lacks(&policy), judged(&waiting).outcome), (vec![], Outcome::Unqualified));
}

#[test]
fn an_open_case_is_pending_and_never_a_silent_fail() {
    let failing = Evidence { online: Some(Hundredths::ZERO), integrity_case_open: true, ..good() };
    assert_eq!(judged(&failing).outcome, Outcome::Pending);
}

#[test]
fn a_total_line_above_the_parts_asks_for_points_of_any_mark() {
    let mut policy = PolicySet::preset();
    policy.grade.pass = Some(Hundredths::whole(75));
    let evidence = Evidence { offline: Some(Hundredths::whole(50)), ..good() };
    let steps = qualify(&evidence, &policy).steps;
    let amounts: Vec<_> = steps.iter().map(|step| (step.code, step.amount)).collect();
    assert_eq!(
        amounts,
        [
            (StepCode::RaiseMark, Some(Hundredths::new(999))),
            (StepCode::RaiseTotal, Some(Hundredths::whole(10)))
        ]
    );
}

fn class_of(totals: &[(i64, i64)]) -> Vec<Evidence> {
    let person = |(number, (online, offline)): (u128, &(i64, i64))| Evidence {
        enrollment: Uuid::from_u128(number),
        trainee_no: format!("FY{number:04}"),
        online: Some(Hundredths::whole(*online)),
        offline: Some(Hundredths::whole(*offline)),
        ..good()
    };
    (1_u128..).zip(totals).map(person).collect()
}

#[test]
fn the_best_of_a_class_are_excellent_by_the_stated_rule() {
    let evidence =
        class_of(&[(84, 85), (90, 92), (92, 90), (92, 90), (70, 70), (70, 70), (70, 70)]);
    let results = qualify_all(&evidence, &PolicySet::preset());
    let excellent: Vec<_> = results.iter().map(|one| one.outcome == Outcome::Excellent).collect();
    assert_eq!(excellent, [false, false, true, true, false, false, false]);
    let reasons: Vec<_> =
        results.iter().map(|one| one.not_excellent.as_ref().map(|finding| finding.code)).collect();
    assert_eq!(&reasons[..3], [Some("total_below_line"), Some("rank_beyond_quota"), None]);
    assert_eq!(results[1].not_excellent.as_ref().unwrap().have, Some(Hundredths::whole(3)));
}

#[test]
fn a_small_class_has_one_place_and_no_class_has_none() {
    let mut evidence = class_of(&[(95, 95), (99, 99)]);
    let results = qualify_all(&evidence, &PolicySet::preset());
    assert_eq!(results.iter().filter(|one| one.outcome == Outcome::Excellent).count(), 1);
    for one in &mut evidence {
        one.class = None;
    }
    let results = qualify_all(&evidence, &PolicySet::preset());
    assert!(results.iter().all(|one| one.outcome == Outcome::Qualified));
}

#[test]
fn a_final_run_stays_as_it_is() {
    for action in RunAction::ALL {
        assert!(machine::edge(RUN_EDGES, RunStatus::Final, action).is_err());
    }
    let publish = machine::edge(RUN_EDGES, RunStatus::Provisional, RunAction::Publish);
    assert_eq!(publish.unwrap().to, RunStatus::Published);
    assert!(machine::edge(RUN_EDGES, RunStatus::Provisional, RunAction::Finalise).is_err());
}

prop_compose! {
    fn any_evidence()(
        number in 1_u128..10_000,
        class in 0_u128..3,
        hours in 0_i64..8000,
        online in proptest::option::of(0_i64..=10_000),
        offline in proptest::option::of(0_i64..=10_000),
        homework_submitted in 0_u32..3,
        integrity_case_open in proptest::bool::weighted(0.1),
    ) -> Evidence {
        Evidence {
            enrollment: Uuid::from_u128(number),
            trainee_no: format!("FY{number:05}"),
            class: (class > 0).then(|| Uuid::from_u128(class)),
            credited_hours: Hundredths::new(hours),
            online: online.map(Hundredths::new),
            offline: offline.map(Hundredths::new),
            homework_submitted,
            integrity_case_open,
        }
    }
}

/// Follows the steps that have an amount; marks that are awaited come in at the line.
fn follow(evidence: &Evidence, steps: &[Step], policy: &PolicySet) -> Evidence {
    let mut better = evidence.clone();
    let mut marks = evidence.marks();
    for step in steps {
        let amount = step.amount.unwrap_or_default();
        let source = match step.component.as_deref() {
            Some("online") => GradeSource::OnlineScore,
            _ => GradeSource::PracticeScore,
        };
        let now = marks.of(source).unwrap_or_default();
        match step.code {
            StepCode::AnswerCase => better.integrity_case_open = false,
            StepCode::SubmitHomework => better.homework_submitted = policy.homework.required_count,
            StepCode::CompleteHours => better.credited_hours = better.credited_hours.plus(amount),
            StepCode::AwaitMark => marks.lift(source, Hundredths::whole(60)),
            StepCode::RaiseMark => marks.lift(source, now.plus(amount)),
            StepCode::RaiseTotal => {
                marks.lift(GradeSource::OnlineScore, Hundredths::whole(100));
                marks.lift(GradeSource::PracticeScore, Hundredths::whole(100));
            }
        }
    }
    (better.online, better.offline) = (marks.online, marks.offline);
    better
}

proptest! {
    #[test]
    fn the_same_evidence_in_any_order_gives_the_same_bytes(
        people in proptest::collection::btree_map(1_u128..10_000, any_evidence(), 0..40),
        keys in proptest::collection::vec(any::<u32>(), 40),
    ) {
        let policy = PolicySet::preset();
        let people: Vec<_> = people
            .into_iter()
            .map(|(number, one)| Evidence { trainee_no: format!("FY{number:05}"), ..one })
            .collect();
        let mut shuffled: Vec<_> = keys.iter().zip(people.clone()).collect();
        shuffled.sort_by_key(|(key, _)| **key);
        let shuffled: Vec<_> = shuffled.into_iter().map(|(_, one)| one).collect();
        let bytes = |people: &[Evidence]| {
            let results = qualify_all(people, &policy);
            let mut lines: Vec<_> =
                people.iter().map(|p| p.trainee_no.clone()).zip(results.iter().map(Qualification::bytes)).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(bytes(&people), bytes(&shuffled));
    }

    #[test]
    fn an_outcome_and_its_reasons_agree(evidence in any_evidence()) {
        let result = judged(&evidence);
        prop_assert_eq!(result.outcome == Outcome::Pending, evidence.integrity_case_open);
        prop_assert_eq!(result.outcome == Outcome::Qualified, result.unmet.is_empty());
        prop_assert_eq!(result.unmet.is_empty(), result.steps.is_empty());
    }

    #[test]
    fn whoever_follows_the_steps_qualifies(evidence in any_evidence()) {
        let policy = PolicySet::preset();
        let better = follow(&evidence, &judged(&evidence).steps, &policy);
        prop_assert_eq!(judged(&better).outcome, Outcome::Qualified);
    }

    #[test]
    fn more_of_anything_never_takes_a_pass_away(evidence in any_evidence(), more in 0_i64..2000) {
        let lift = |mark: Option<Hundredths>| {
            mark.map(|mark| Hundredths::new(mark.get().saturating_add(more).min(10_000)))
        };
        let better = Evidence {
            credited_hours: evidence.credited_hours.plus(Hundredths::new(more)),
            online: lift(evidence.online),
            offline: lift(evidence.offline),
            ..evidence.clone()
        };
        prop_assert!(!judged(&evidence).outcome.is_pass() || judged(&better).outcome.is_pass());
    }
}
