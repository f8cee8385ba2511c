use std::collections::BTreeMap;

use uuid::Uuid;

use super::{FEWEST_IN_WORKSHOP, School, WorkshopProposal};
use crate::reference::Family;

/// Workshops of one school: one for each family with enough teachers, the rest together in the
/// general one, never more than the limit.
pub(super) fn of(school: &School, limit: usize) -> Vec<WorkshopProposal> {
    let mut families: BTreeMap<Family, Vec<Uuid>> = BTreeMap::new();
    for one in school.people.iter().filter(|one| !one.in_workshop) {
        families.entry(one.family).or_default().push(one.enrollment);
    }
    let few = |family: &Family, people: &[Uuid]| {
        people.len() < FEWEST_IN_WORKSHOP && !school.hosted.contains(family)
    };
    fold(&mut families, |family, people| few(family, people));
    while new_ones(&families, school) > limit.saturating_sub(school.hosted.len()) {
        let open = |family: &Family| *family != Family::General && !school.hosted.contains(family);
        let smallest = families
            .iter()
            .filter(|(family, _)| open(family))
            .min_by_key(|(_, people)| people.len())
            .map(|(family, _)| *family);
        let Some(smallest) = smallest else { break };
        fold(&mut families, |family, _| *family == smallest);
    }
    families
        .into_iter()
        .map(|(family, enrollments)| WorkshopProposal {
            school: school.id,
            family,
            exists: school.hosted.contains(&family),
            enrollments,
        })
        .collect()
}

fn new_ones(families: &BTreeMap<Family, Vec<Uuid>>, school: &School) -> usize {
    families.keys().filter(|family| !school.hosted.contains(family)).count()
}

/// Moves the people of some families into the general one.
fn fold(families: &mut BTreeMap<Family, Vec<Uuid>>, moves: impl Fn(&Family, &[Uuid]) -> bool) {
    let moved: Vec<Family> = families
        .iter()
        .filter(|(family, people)| **family != Family::General && moves(family, people))
        .map(|(family, _)| *family)
        .collect();
    for family in moved {
        let people = families.remove(&family).unwrap_or_default();
        families.entry(Family::General).or_default().extend(people);
    }
}
