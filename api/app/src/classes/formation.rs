//! What the formation assistant proposes from the roster; see [`domain::formation`].

use std::collections::{BTreeMap, HashMap};

use domain::{
    Refusal,
    access::{Rule, Target},
    formation::{self, Formation, School, Unplaced},
    reference::{Family, Reference},
};
use store::{classes as rows, placements, workshops};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// A proposal, with the names of the schools in it.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub formation: Formation,
    pub names: HashMap<Uuid, String>,
}

/// Proposes for one school, or for all whose trainees the caller may place.
pub async fn propose(unit: &impl Unit, project: Uuid, school: Option<Uuid>) -> Result<Proposal> {
    let (project, _) = projects::find(unit, project).await?;
    let trainees = placements::unplaced(unit, project.id, school).await?;
    let actor = &unit.ctx().actor;
    let may = |school: Uuid| {
        let target = Target {
            project: Some(project.id),
            county: Some(project.region),
            school: Some(school),
            ..Target::default()
        };
        actor.may(Rule::O04Place, &target).is_ok()
    };
    if school.is_some_and(|school| !may(school)) {
        return Err(Refusal::not_found().into());
    }
    if school.is_none() && actor.reach(Rule::O04Place, project.id).is_empty() {
        return Err(Refusal::forbidden().into());
    }
    let lists = Reference::builtin();
    let mut people: BTreeMap<Uuid, Vec<Unplaced>> = BTreeMap::new();
    for one in trainees {
        people.entry(one.school).or_default().push(Unplaced {
            enrollment: one.id,
            family: lists.family_of(&one.subject).unwrap_or(Family::General),
            in_class: one.class.is_some(),
            in_workshop: one.workshop.is_some(),
        });
    }
    people.retain(|school, _| may(*school));
    let ids: Vec<Uuid> = people.keys().copied().collect();
    let known = rows::schools(unit, project.region, &ids).await?;
    let mut hosted: HashMap<Uuid, Vec<Family>> = HashMap::new();
    for one in workshops::hosted(unit, project.id, &ids).await? {
        hosted.entry(one.host).or_default().push(one.family);
    }
    let schools: Vec<School> = known
        .iter()
        .map(|one| School {
            id: one.id,
            town: one.parent,
            hosted: hosted.remove(&one.id).unwrap_or_default(),
            people: people.remove(&one.id).unwrap_or_default(),
        })
        .collect();
    let policy = projects::policy_of(unit, project.id).await?;
    Ok(Proposal {
        formation: formation::propose(&schools, &policy),
        names: known.into_iter().map(|one| (one.id, one.name)).collect(),
    })
}
