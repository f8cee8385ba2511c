use std::collections::HashMap;

use domain::{
    Refusal,
    access::{Over, Role, Target},
};
use store::{appointments as rows, projects::Project};
use uuid::Uuid;

use crate::{Result, Unit};

/// Where each of these places lies; what is not of this project is left out.
pub(super) async fn targets(
    unit: &impl Unit,
    project: &Project,
    scopes: &[Uuid],
) -> Result<HashMap<Uuid, Target>> {
    let found = rows::scopes(unit, project.id, project.region, scopes).await?;
    let counties = rows::counties(unit, scopes).await?;
    let around =
        Target { project: Some(project.id), county: Some(project.region), ..Target::default() };
    let target = |scope: rows::ScopeRow| {
        let id = scope.id;
        let county = counties.get(&id).copied().or(around.county);
        let mut target = Target { county, member_schools: scope.schools, ..around.clone() };
        match Over::parse(scope.kind) {
            Some(Over::School) => target.school = Some(id),
            Some(Over::Class) => target.class = Some(id),
            Some(Over::Workshop) => {
                target.workshop = Some(id);
                target.class = scope.class;
            }
            _ => {}
        }
        (id, target)
    };
    let mut places: HashMap<Uuid, Target> = found.into_iter().map(target).collect();
    places.insert(project.id, around.clone());
    places.insert(project.region, around);
    Ok(places)
}

/// What a role over this scope is over, if the scope is of the right kind and of this project.
pub(super) async fn resolve(
    unit: &impl Unit,
    project: &Project,
    role: Role,
    scope: Option<Uuid>,
) -> Result<(Over, Option<Uuid>, Target)> {
    let over = Over::of(role).ok_or_else(|| {
        let detail = "Trainees are enrolled, programs registered; appoint to another role.";
        Refusal::field("/role", "role_not_given", detail)
    })?;
    let scope = match over {
        Over::Platform => None,
        Over::Project => Some(scope.unwrap_or(project.id)),
        Over::County | Over::Subject => Some(scope.unwrap_or(project.region)),
        Over::School | Over::Class | Over::Workshop => {
            let detail = format!("Name the {over} that the role is over.");
            Some(scope.ok_or_else(|| Refusal::field("/scope_id", "scope_needed", detail))?)
        }
    };
    let places = targets(unit, project, scope.as_slice()).await?;
    let place = scope.and_then(|id| places.get(&id).cloned());
    let place = match over {
        Over::Platform => Some(Target::default()),
        Over::Project => place.filter(|_| scope == Some(project.id)),
        Over::County | Over::Subject => place.filter(|_| scope == Some(project.region)),
        Over::School => place.filter(|place| place.school.is_some()),
        Over::Class => place.filter(|place| place.class.is_some() && place.workshop.is_none()),
        Over::Workshop => place.filter(|place| place.workshop.is_some()),
    };
    let detail = format!("There is no such {over} in this project.");
    let place = place.ok_or_else(|| Refusal::field("/scope_id", "scope_unknown", detail))?;
    Ok((over, scope, place))
}
