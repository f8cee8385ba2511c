use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Actor, Appointment, Membership, Role, Rule, Target};
use crate::refusal::Kind;

const TABLE: &str = include_str!("../../data/access.csv");

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn held(role: Role, scope: u128) -> Appointment {
    Appointment { id: id(900), role, project: Some(id(1)), scope: Some(id(scope)), subject: None }
}

fn person(appointments: Vec<Appointment>) -> Actor {
    Actor { id: id(7), appointments, ..Actor::default() }
}

fn work(owner: u128) -> Target {
    Target {
        project: Some(id(1)),
        county: Some(id(2)),
        school: Some(id(3)),
        workshop: Some(id(4)),
        subject: Some("YW".into()),
        owner: Some(id(owner)),
        ..Target::default()
    }
}

#[test]
fn every_rule_has_its_row_and_every_row_its_rule() {
    let rows: Vec<&str> = TABLE.lines().skip(1).collect();
    assert_eq!(rows.len(), Rule::ALL.len());
    for (row, rule) in rows.iter().zip(Rule::ALL) {
        let mut fields = row.split(',');
        let (rule_id, verb) = (fields.next().unwrap(), fields.next().unwrap());
        let name = format!("{rule:?}").to_lowercase();
        assert_eq!(name, format!("{rule_id}{verb}").to_lowercase().replace('_', ""));
        for role in Role::ALL {
            let text = role.column().map_or("-", |c| row.rsplit(',').nth(11 - c).unwrap());
            let words = text.split(' ').filter(|word| *word != "-").count();
            if role.column().is_some() {
                assert_eq!(rule.cells(role).len(), words, "{rule:?} {role:?} {text:?}");
            }
        }
    }
}

#[test]
fn a_leader_acts_in_the_own_workshop_only() {
    let leader = person(vec![held(Role::WorkshopLeader, 4)]);
    assert!(leader.may(Rule::W05Review, &work(8)).is_ok());
    let elsewhere = Target { workshop: Some(id(5)), ..work(8) };
    assert_eq!(leader.may(Rule::W05Review, &elsewhere).unwrap_err().kind, Kind::Forbidden);
    let hidden = leader.may_seeing(Rule::W05Review, Rule::W03Read, &elsewhere).unwrap_err();
    assert_eq!(hidden.kind, Kind::NotFound);
}

#[test]
fn nobody_reviews_their_own_work_though_the_role_would_let_them() {
    let leader = person(vec![held(Role::WorkshopLeader, 4)]);
    let own = leader.may(Rule::W05Review, &work(7)).unwrap_err();
    assert_eq!(own.kind, Kind::SelfDealing);
}

#[test]
fn an_expert_reaches_one_subject_of_one_county() {
    let chinese = Appointment { subject: Some("YW".into()), ..held(Role::SubjectExpert, 2) };
    let expert = person(vec![chinese]);
    assert!(expert.may(Rule::W08Recommend, &work(8)).is_ok());
    let maths = Target { subject: Some("SX".into()), ..work(8) };
    assert!(expert.may(Rule::W08Recommend, &maths).is_err());
    assert_eq!(expert.reach(Rule::W03Read, id(1)).subjects, vec![(id(2), "YW".to_owned())]);
}

#[test]
fn rights_add_up_and_end_at_the_project() {
    let both = person(vec![held(Role::SchoolAdmin, 3), held(Role::CountyAdmin, 2)]);
    let reach = both.reach(Rule::P01Read, id(1));
    assert_eq!((reach.schools, reach.counties), (vec![id(3)], vec![id(2)]));
    assert!(both.reach(Rule::P01Read, id(99)).is_empty());
    let foreign = Target { project: Some(id(99)), ..work(8) };
    assert!(both.may(Rule::P01Read, &foreign).is_err());
}

#[test]
fn a_trainee_sees_the_own_things_and_the_own_workshop() {
    let place = Membership {
        enrollment: id(50),
        project: id(1),
        county: id(2),
        school: id(3),
        class: Some(id(6)),
        workshop: Some(id(4)),
    };
    let trainee = Actor { id: id(7), memberships: vec![place], ..Actor::default() };
    assert!(trainee.may(Rule::W03Read, &work(7)).is_ok());
    assert!(trainee.may(Rule::W03Read, &work(8)).is_err());
    assert!(trainee.may(Rule::P01Read, &work(8)).is_ok(), "a colleague of the own workshop");
    assert!(
        trainee.may(Rule::S03Read, &Target { project: Some(id(1)), ..Target::default() }).is_ok()
    );
}

#[test]
fn what_needs_a_fresh_sign_in_says_so() {
    let admin = person(vec![held(Role::SchoolAdmin, 3)]);
    assert_eq!(admin.may(Rule::P03Reveal, &work(8)).unwrap_err().kind, Kind::StepUpRequired);
    let fresh = Actor { fresh: true, ..admin };
    assert!(fresh.may(Rule::P03Reveal, &work(8)).is_ok());
}

/// The published matrix, its cells without their prose, and where ours differs from it and why.
const PUBLISHED: &str = include_str!("../../data/authz.csv");
const DIFFERENCES: &str = include_str!("../../data/authz-differences.csv");

/// Scope letters, each with every flag that it carries anywhere.
fn reaches<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let mut found: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for cell in cells.flat_map(|cell| cell.split(' ')).filter(|cell| *cell != "-") {
        let mut letters = cell.chars();
        found.entry(letters.next().unwrap()).or_default().extend(letters);
    }
    let cell = |(scope, flags): (&char, &BTreeSet<char>)| {
        std::iter::once(scope).chain(flags).collect::<String>()
    };
    let all: Vec<String> = found.iter().map(cell).collect();
    if all.is_empty() { "-".to_owned() } else { all.join(" ") }
}

#[test]
fn where_the_matrix_differs_from_the_published_one_is_listed_with_its_reason() {
    let mut published = PUBLISHED.lines();
    let roles: Vec<&str> = published.next().unwrap().split(',').skip(1).collect();
    let ours: Vec<(&str, Vec<&str>)> = TABLE
        .lines()
        .skip(1)
        .map(|row| {
            let mut cells: Vec<&str> = row.rsplit(',').take(roles.len()).collect();
            cells.reverse();
            (row.split(',').next().unwrap(), cells)
        })
        .collect();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut found = vec![];
    for row in published {
        let mut cells = row.split(',');
        let rule = cells.next().unwrap();
        known.insert(rule);
        for (at, (role, theirs)) in roles.iter().zip(cells).enumerate() {
            let mine = ours.iter().filter(|(one, _)| *one == rule).map(|(_, cells)| cells[at]);
            let (mine, theirs) = (reaches(mine), reaches([theirs].into_iter()));
            if mine != theirs {
                found.push(format!("{rule},{role},{mine},{theirs}"));
            }
        }
    }
    let listed: Vec<(&str, &str)> =
        DIFFERENCES.lines().skip(1).map(|line| line.rsplit_once(',').unwrap()).collect();
    let lines: Vec<&str> = listed.iter().map(|(line, _)| *line).collect();
    assert_eq!(found, lines, "a cell differs unlisted, or a listed one differs no more");
    assert!(listed.iter().all(|(_, why)| why.len() > 10), "a difference has no reason");
    let strange = ours.iter().map(|(rule, _)| *rule).filter(|rule| !known.contains(rule));
    assert_eq!(strange.collect::<BTreeSet<_>>(), BTreeSet::from(["W00"]), "homework tasks (F26)");
}

#[test]
fn an_auditor_of_a_project_reads_names_in_all_of_it_and_in_no_other() {
    let auditor = person(vec![held(Role::Auditor, 1)]);
    assert!(auditor.may(Rule::P01Read, &work(8)).is_ok());
    assert!(auditor.may(Rule::P02Read, &work(8)).is_err());
    assert!(auditor.reach(Rule::P01Read, id(1)).all);
    let foreign = Target { project: Some(id(99)), ..work(8) };
    assert!(auditor.may(Rule::P01Read, &foreign).is_err());
    assert!(auditor.reach(Rule::P01Read, id(99)).is_empty());
    let county = person(vec![held(Role::CountyAdmin, 2)]);
    assert!(!county.reach(Rule::P01Read, id(1)).all);
}
