//! Workshops by subject family, hosted by a school or a joint class (F11, s.60).

use std::collections::HashMap;

use domain::{
    Kind, Refusal,
    access::{Role, Rule, Target},
    classes::{HostKind, admit_family, workshop_code},
    machine::AllowedAction,
    policy::{ClassKind, Passing},
    reference::{Family, Reference},
};
pub use store::workshops::{Filter, Workshop};
use store::{
    Cut, Window, classes as class_rows, exceptions,
    holders::{self, Holder},
    placements::{self, Place},
    seats, workshops as rows,
};
use uuid::Uuid;

use crate::{
    Event, Result, Unit, Work,
    classes::{self, excepted, stale},
    projects,
};

mod create;
mod leaders;
mod members;

pub use create::{Host, NewWorkshop, create};
pub use leaders::{appoint_deputy, appoint_leader, dismiss_deputy};
pub(crate) use members::seat_one;
pub use members::{add_members, remove_member};

/// A workshop with those who lead it.
#[derive(Debug, Clone)]
pub struct Seen {
    pub workshop: Workshop,
    pub host_name: String,
    pub members: u32,
    pub leader: Option<Holder>,
    pub deputies: Vec<Holder>,
    pub allowed: Vec<AllowedAction>,
}

/// A workshop that the caller may see, with what decides whose it is.
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<(Workshop, Target)> {
    let one = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = target(unit, &one).await?;
    unit.may_read(Rule::O03Read, &target)?;
    Ok((one, target))
}

async fn target(unit: &impl Unit, one: &Workshop) -> Result<Target> {
    let mut target = Target {
        project: Some(one.project),
        county: Some(one.county),
        workshop: Some(one.id),
        subject: expertise(unit, one),
        ..Target::default()
    };
    match one.host_kind {
        HostKind::School => target.school = Some(one.host),
        HostKind::Class => {
            target.class = Some(one.host);
            let class = class_rows::find(unit, one.host).await?;
            let schools = class.into_iter().flat_map(|class| class.schools);
            target.member_schools = schools.map(|school| school.id).collect();
        }
    }
    Ok(target)
}

/// The subject by which an expert sees a workshop of its family.
fn expertise(unit: &impl Unit, one: &Workshop) -> Option<String> {
    let held = experts(unit).into_iter().find(|(_, _, family)| *family == one.family);
    held.map(|(_, subject, _)| subject)
}

/// County, subject and family of the caller's appointments as an expert.
fn experts(unit: &impl Unit) -> Vec<(Uuid, String, Family)> {
    let lists = Reference::builtin();
    let expert = |held: &domain::access::Appointment| {
        let subject = held.subject.clone().filter(|_| held.role == Role::SubjectExpert)?;
        Some((held.scope?, subject.clone(), lists.family_of(&subject)?))
    };
    unit.ctx().actor.appointments.iter().filter_map(expert).collect()
}

/// The workshops of a project that the caller reaches.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Seen>> {
    projects::find(unit, project).await?;
    let reach = unit.ctx().actor.reach(Rule::O03Read, project);
    let families: Vec<(Uuid, Family)> = if reach.subjects.is_empty() {
        vec![]
    } else {
        experts(unit).into_iter().map(|(county, _, family)| (county, family)).collect()
    };
    let cut = rows::list(unit, &reach, &families, filter, window).await?;
    let targets = HashMap::new();
    Ok(Cut { items: see(unit, project, cut.items, &targets).await?, more: cut.more })
}

pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Seen> {
    let (one, target) = find(unit, id).await?;
    look_at(unit, one, &target).await
}

/// One workshop with everything.
async fn look_at(unit: &impl Unit, one: Workshop, target: &Target) -> Result<Seen> {
    let project = one.project;
    let targets = HashMap::from([(one.id, target.clone())]);
    let seen = see(unit, project, vec![one], &targets).await?.pop();
    Ok(seen.ok_or_else(Refusal::not_found)?)
}

async fn see(
    unit: &impl Unit,
    project: Uuid,
    workshops: Vec<Workshop>,
    targets: &HashMap<Uuid, Target>,
) -> Result<Vec<Seen>> {
    let ids: Vec<Uuid> = workshops.iter().map(|one| one.id).collect();
    let hosts: Vec<Uuid> = workshops.iter().map(|one| one.host).collect();
    let members = placements::count(unit, Place::Workshop, &ids).await?;
    let names = host_names(unit, &workshops, &hosts).await?;
    let roles = [Role::WorkshopLeader, Role::DeputyWorkshopLeader];
    let today = unit.ctx().now().date_naive();
    let mut held: HashMap<Uuid, Vec<Holder>> = HashMap::new();
    for one in holders::list(unit, project, &roles, &ids, today).await? {
        held.entry(one.scope).or_default().push(one);
    }
    let seen = workshops.into_iter().map(|workshop| {
        let held = held.remove(&workshop.id).unwrap_or_default();
        let (leaders, deputies): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|one| one.role == Role::WorkshopLeader);
        let count = members.get(&workshop.id).copied().unwrap_or_default();
        Seen {
            host_name: names.get(&workshop.host).cloned().unwrap_or_default(),
            members: u32::try_from(count).unwrap_or(u32::MAX),
            leader: leaders.into_iter().find(|one| Some(one.person) == workshop.leader),
            deputies,
            allowed: allowed(unit, &workshop, targets.get(&workshop.id)),
            workshop,
        }
    });
    Ok(seen.collect())
}

/// Schools and classes are looked up only where there are workshops of them.
async fn host_names(
    unit: &impl Unit,
    workshops: &[Workshop],
    hosts: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    if workshops.iter().any(|one| one.host_kind == HostKind::School) {
        names.extend(rows::school_names(unit, hosts).await?);
    }
    if workshops.iter().any(|one| one.host_kind == HostKind::Class) {
        let classes = class_rows::find_many(unit, hosts).await?;
        names.extend(classes.into_values().map(|class| (class.id, class.name)));
    }
    Ok(names)
}

/// What the caller can do with a workshop. In lists the schools of a joint class are not known,
/// so there only what holds by school, class or county is offered.
fn allowed(unit: &impl Unit, one: &Workshop, target: Option<&Target>) -> Vec<AllowedAction> {
    let known = Target {
        project: Some(one.project),
        county: Some(one.county),
        school: Some(one.host),
        class: Some(one.host),
        workshop: Some(one.id),
        ..Target::default()
    };
    let verdict = unit.ctx().actor.may(Rule::O05Edit, target.unwrap_or(&known));
    let blocked_by = verdict.as_ref().err().map(|no| no.kind.slug().to_owned());
    let actions = ["change", "add_members", "appoint_leader", "appoint_deputy", "remove"];
    let action = |action: &str| AllowedAction {
        action: action.to_owned(),
        allowed: verdict.is_ok(),
        needs_reason: false,
        blocked_by: blocked_by.clone(),
    };
    actions.into_iter().map(action).collect()
}

/// Renames a workshop.
pub async fn change(work: &Work<'_>, id: Uuid, version: i64, name: String) -> Result<Seen> {
    let (mut one, target) = find(work, id).await?;
    work.may(Rule::O05Edit, &target)?;
    let before = std::mem::replace(&mut one.name, name);
    save(work, &mut one, version).await?;
    let event = Event::new("workshop.changed", "workshop", id).at(&target);
    work.record(event.before(&before).after(&one.name));
    look_at(work, one, &target).await
}

/// Writes a workshop over the version that the caller read.
async fn save(work: &Work<'_>, one: &mut Workshop, version: i64) -> Result<()> {
    one.version = version;
    if !rows::update(&work.tx, one, work.ctx().now()).await? {
        return Err(stale().into());
    }
    one.version = one.version.saturating_add(1);
    Ok(())
}

/// Takes a workshop away in which no work was handed in; its members become free.
pub async fn remove(work: &Work<'_>, id: Uuid, version: i64) -> Result<()> {
    let (one, target) = find(work, id).await?;
    work.may(Rule::O05Edit, &target)?;
    if rows::has_submissions(work, id).await? {
        let detail = "Works were handed in here; move its members instead of removing it.";
        return Err(Refusal::rule(Kind::InvalidTransition, "workshop_in_use", detail).into());
    }
    let now = work.ctx().now();
    placements::empty_workshop(&work.tx, id, now).await?;
    for role in [Role::WorkshopLeader, Role::DeputyWorkshopLeader] {
        holders::end(&work.tx, role, id, None, now).await?;
    }
    if !rows::remove(&work.tx, id, version).await? {
        return Err(stale().into());
    }
    seats::free(&work.tx, "workshop_host", one.host, 1).await?;
    let event = Event::new("workshop.removed", "workshop", id).at(&target);
    work.record(event.with("code", one.code));
    Ok(())
}
