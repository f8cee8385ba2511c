//! The formation assistant: from those who have no place yet it proposes classes and workshops,
//! and partners for schools too small to stand alone (s.42–44, s.60). It only proposes.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    policy::{ClassKind, PolicySet},
    reference::Family,
};

mod workshops;

/// A family with fewer teachers than this joins the general workshop.
pub const FEWEST_IN_WORKSHOP: usize = 3;
/// The size of a class where the policy names no upper bound.
const USUAL_CLASS: u32 = 50;

/// A trainee without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    pub enrollment: Uuid,
    pub family: Family,
    pub in_class: bool,
    pub in_workshop: bool,
}

/// A school with those of its trainees who lack a class or a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    pub id: Uuid,
    pub town: Option<Uuid>,
    /// Families of the workshops that it hosts already.
    pub hosted: Vec<Family>,
    pub people: Vec<Unplaced>,
}

/// A class worth forming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassProposal {
    pub kind: ClassKind,
    pub schools: Vec<Uuid>,
    pub enrollments: Vec<Uuid>,
    /// `alone` for a small school without a partner in its town.
    pub note: Option<&'static str>,
}

/// A workshop worth opening, or one that is there and could take these people in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopProposal {
    pub school: Uuid,
    pub family: Family,
    /// Whether the school hosts a workshop of the family already.
    pub exists: bool,
    pub enrollments: Vec<Uuid>,
}

/// What the assistant comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formation {
    pub classes: Vec<ClassProposal>,
    pub workshops: Vec<WorkshopProposal>,
}

/// Proposes classes and workshops. The same roster gives the same proposal.
#[must_use]
pub fn propose(schools: &[School], policy: &PolicySet) -> Formation {
    let size = policy.class_size(ClassKind::Independent);
    let upper = usize::try_from(size.upper.unwrap_or(USUAL_CLASS)).unwrap_or(usize::MAX).max(1);
    let half = upper.div_ceil(2);
    let lower = size.lower.and_then(|lower| usize::try_from(lower).ok()).unwrap_or(half);
    let joint = policy.class_size(ClassKind::Joint).upper.unwrap_or(USUAL_CLASS);
    let joint = usize::try_from(joint).unwrap_or(usize::MAX).max(1);
    let mut classes = vec![];
    let mut small: BTreeMap<Option<Uuid>, Vec<(Uuid, Vec<Uuid>)>> = BTreeMap::new();
    for school in schools {
        let people: Vec<Uuid> =
            school.people.iter().filter(|one| !one.in_class).map(|one| one.enrollment).collect();
        match people.len() {
            0 => {}
            few if few < lower => small.entry(school.town).or_default().push((school.id, people)),
            _ => classes.extend(alone(school.id, &people, upper)),
        }
    }
    for (town, schools) in small {
        classes.extend(together(schools, town.is_some(), joint));
    }
    let limit = usize::try_from(policy.workshops.upper).unwrap_or(usize::MAX);
    let workshops = schools.iter().flat_map(|school| workshops::of(school, limit)).collect();
    Formation { classes, workshops }
}

/// Classes of one school, as even as possible and none above the bound.
fn alone(school: Uuid, people: &[Uuid], upper: usize) -> Vec<ClassProposal> {
    let count = people.len().div_ceil(upper).max(1);
    let each = people.len().div_ceil(count).max(1);
    let class = |some: &[Uuid]| ClassProposal {
        kind: ClassKind::Independent,
        schools: vec![school],
        enrollments: some.to_vec(),
        note: None,
    };
    people.chunks(each).map(class).collect()
}

/// Small schools of one town, the larger ones first, each into the first class with room.
fn together(
    mut schools: Vec<(Uuid, Vec<Uuid>)>,
    known_town: bool,
    upper: usize,
) -> Vec<ClassProposal> {
    schools.sort_by_key(|(id, people)| (std::cmp::Reverse(people.len()), *id));
    let mut classes: Vec<ClassProposal> = vec![];
    for (school, people) in schools {
        let fits = |class: &&mut ClassProposal| {
            known_town && class.enrollments.len().saturating_add(people.len()) <= upper
        };
        if let Some(class) = classes.iter_mut().find(fits) {
            class.kind = ClassKind::Joint;
            class.note = None;
            class.schools.push(school);
            class.enrollments.extend(people);
        } else {
            classes.push(ClassProposal {
                kind: ClassKind::Independent,
                schools: vec![school],
                enrollments: people,
                note: Some("alone"),
            });
        }
    }
    classes
}

#[cfg(test)]
mod tests;
