use proptest::prelude::*;

use super::*;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A school with so many teachers of each family, none of whom has a place.
fn school(number: u32, town: Option<u128>, families: &[(Family, u16)]) -> School {
    let mut people = vec![];
    for (family, count) in families {
        for one in 0..*count {
            let enrollment = Uuid::from_fields(number, *family as u16, one, &[0; 8]);
            people.push(Unplaced {
                enrollment,
                family: *family,
                in_class: false,
                in_workshop: false,
            });
        }
    }
    School { id: id(number.into()), town: town.map(id), hosted: vec![], people }
}

fn sizes(formation: &Formation) -> Vec<(ClassKind, usize, usize)> {
    let size = |one: &ClassProposal| (one.kind, one.schools.len(), one.enrollments.len());
    formation.classes.iter().map(size).collect()
}

#[test]
fn a_large_school_is_cut_into_even_classes() {
    let formation = propose(&[school(1, None, &[(Family::Chinese, 62)])], &PolicySet::preset());
    let half = (ClassKind::Independent, 1, 31);
    assert_eq!(sizes(&formation), vec![half, half]);
}

#[test]
fn small_schools_of_one_town_join_hands_and_others_do_not() {
    let math = |number, town, count| school(number, Some(town), &[(Family::Math, count)]);
    let schools = [math(1, 7, 20), math(2, 7, 20), math(3, 7, 15), math(4, 8, 9)];
    let formation = propose(&schools, &PolicySet::preset());
    let expected = vec![
        (ClassKind::Joint, 2, 40),
        (ClassKind::Independent, 1, 15),
        (ClassKind::Independent, 1, 9),
    ];
    assert_eq!(sizes(&formation), expected);
    assert_eq!(formation.classes[2].note, Some("alone"));
    assert_eq!(formation.classes[0].note, None);
}

#[test]
fn families_with_few_teachers_join_the_general_workshop() {
    let families = [(Family::Chinese, 8), (Family::Science, 2), (Family::General, 4)];
    let formation = propose(&[school(1, None, &families)], &PolicySet::preset());
    let found: Vec<_> =
        formation.workshops.iter().map(|one| (one.family, one.enrollments.len())).collect();
    assert_eq!(found, vec![(Family::Chinese, 8), (Family::General, 6)]);
}

#[test]
fn a_workshop_that_is_there_takes_its_family_in() {
    let mut one = school(1, None, &[(Family::Science, 1)]);
    one.hosted = vec![Family::Science];
    let formation = propose(&[one], &PolicySet::preset());
    assert!(formation.workshops[0].exists);
    assert_eq!(formation.workshops[0].family, Family::Science);
}

proptest! {
    #[test]
    fn everybody_gets_one_class_and_one_workshop_within_the_limits(
        counts in proptest::collection::vec((0_u16..40, 0_u16..40, 0_u16..9, 0_u128..4), 1..8),
        limit in 1_u32..7,
    ) {
        let mut policy = PolicySet::preset();
        policy.workshops.upper = limit;
        let schools: Vec<School> = (1..).zip(&counts).map(|(number, (a, b, c, town))| {
            let families = [(Family::Chinese, *a), (Family::Math, *b), (Family::Science, *c),
                (Family::English, *c), (Family::Humanities, *c), (Family::General, *c)];
            school(number, (*town > 0).then_some(*town), &families)
        }).collect();
        let formation = propose(&schools, &policy);
        let mut all: Vec<Uuid> =
            schools.iter().flat_map(|one| one.people.iter().map(|one| one.enrollment)).collect();
        all.sort();
        let mut in_classes: Vec<Uuid> =
            formation.classes.iter().flat_map(|one| one.enrollments.clone()).collect();
        in_classes.sort();
        prop_assert_eq!(&in_classes, &all);
        let mut in_workshops: Vec<Uuid> =
            formation.workshops.iter().flat_map(|one| one.enrollments.clone()).collect();
        in_workshops.sort();
        prop_assert_eq!(&in_workshops, &all);
        for class in &formation.classes {
            prop_assert!(class.enrollments.len() <= 50);
        }
        for one in &schools {
            let hosted = formation.workshops.iter().filter(|made| made.school == one.id).count();
            prop_assert!(hosted <= usize::try_from(limit).unwrap());
        }
    }
}
