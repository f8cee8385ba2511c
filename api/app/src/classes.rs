//! Classes: formed by schools, approved by the county, filled with members (F08, F09).

use std::collections::HashMap;

use domain::{
    Kind, Refusal,
    access::{Role, Rule, Target},
    classes::{
        CLASS_EDGES, ClassStatus, SizeFinding, class_code, size_findings, still_open, well_formed,
    },
    machine::{AllowedAction, By, allowed_actions},
    policy::{ClassKind, PolicySet},
};
use store::{
    Cut, Window, classes as rows, holders,
    placements::{self, Place},
    seats,
};
pub use store::{
    classes::{Class, Filter, School},
    holders::Holder,
};
use uuid::Uuid;

use crate::{Event, Result, Unit, Work, edits, projects};

mod exceptions;
pub mod formation;
mod joins;
mod lead;
mod members;
mod moves;

pub(crate) use exceptions::excepted;
pub use exceptions::{Exception, list_exceptions};
pub use joins::{Join, Seated, Verdict};
pub(crate) use joins::{added, advice, all_or_none, judge_all};
pub use lead::appoint_lead;
pub(crate) use members::seat_one;
pub use members::{add_members, remove_member};
pub use moves::advance;

/// A class with what the policy and the caller's rights say about it.
#[derive(Debug, Clone)]
pub struct Seen {
    pub class: Class,
    pub members: u32,
    /// The seats that can be taken without a reason, if there is a limit.
    pub seats: Option<u32>,
    /// Who leads a joint class.
    pub lead: Option<Holder>,
    /// The administrators of its schools; filled for one class, not in lists.
    pub co_admins: Vec<Holder>,
    pub findings: Vec<SizeFinding>,
    pub allowed: Vec<AllowedAction>,
}

/// What decides whose a class is.
#[must_use]
pub fn target(class: &Class) -> Target {
    let schools: Vec<Uuid> = class.schools.iter().map(|one| one.id).collect();
    Target {
        project: Some(class.project),
        county: Some(class.county),
        school: schools.first().copied().filter(|_| schools.len() == 1),
        class: Some(class.id),
        member_schools: schools,
        ..Target::default()
    }
}

/// A class that the caller may see.
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<(Class, Target)> {
    let class = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = target(&class);
    unit.may_read(Rule::O03Read, &target)?;
    Ok((class, target))
}

/// The classes of a project that the caller reaches.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Seen>> {
    projects::find(unit, project).await?;
    let reach = unit.ctx().actor.reach(Rule::O03Read, project);
    let cut = rows::list(unit, &reach, filter, window).await?;
    let policy = projects::policy_of(unit, project).await?;
    Ok(Cut { items: see(unit, project, &policy, cut.items).await?, more: cut.more })
}

pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Seen> {
    let (class, _) = find(unit, id).await?;
    look_at(unit, class).await
}

/// One class with everything.
pub(crate) async fn look_at(unit: &impl Unit, class: Class) -> Result<Seen> {
    let (project, schools) = (class.project, class.schools.clone());
    let policy = projects::policy_of(unit, project).await?;
    let seen = see(unit, project, &policy, vec![class]).await?.pop();
    let mut seen = seen.ok_or_else(Refusal::not_found)?;
    let schools: Vec<Uuid> = schools.iter().map(|one| one.id).collect();
    let today = unit.ctx().now().date_naive();
    seen.co_admins = holders::list(unit, project, &[Role::SchoolAdmin], &schools, today).await?;
    Ok(seen)
}

async fn see(
    unit: &impl Unit,
    project: Uuid,
    policy: &PolicySet,
    classes: Vec<Class>,
) -> Result<Vec<Seen>> {
    let ids: Vec<Uuid> = classes.iter().map(|one| one.id).collect();
    let members = placements::count(unit, Place::Class, &ids).await?;
    let today = unit.ctx().now().date_naive();
    let leads = holders::list(unit, project, &[Role::JointClassAdmin], &ids, today).await?;
    let mut leads: HashMap<Uuid, Holder> =
        leads.into_iter().rev().map(|one| (one.scope, one)).collect();
    let seen = classes.into_iter().map(|class| {
        let count = members.get(&class.id).copied().unwrap_or_default();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        Seen {
            members: count,
            seats: policy.class_size(class.kind).seats(),
            lead: leads.remove(&class.id),
            co_admins: vec![],
            findings: size_findings(policy, class.kind, count),
            allowed: allowed(unit, &class),
            class,
        }
    });
    Ok(seen.collect())
}

/// What the caller can do with a class now.
fn allowed(unit: &impl Unit, class: &Class) -> Vec<AllowedAction> {
    let (actor, target) = (&unit.ctx().actor, target(class));
    let may = |rule| actor.may(rule, &target).map(drop);
    let mut all = allowed_actions(CLASS_EDGES, class.status, |edge| match edge.by {
        By::Rule(rule) => may(rule),
        By::System => Err(Refusal::forbidden()),
    });
    let open = |rule| still_open(class.status).and_then(|()| may(rule));
    let mut add = |action: &str, verdict: Result<(), Refusal>| {
        let code = |no: &Refusal| no.rule_code().unwrap_or_else(|| no.kind.slug()).to_owned();
        all.push(AllowedAction {
            action: action.to_owned(),
            allowed: verdict.is_ok(),
            needs_reason: false,
            blocked_by: verdict.as_ref().err().map(code),
        });
    };
    add("change", open(Rule::O03Edit));
    add("add_members", open(Rule::O04Place));
    if class.kind == ClassKind::Joint {
        add("appoint_lead", open(Rule::O03Edit));
    }
    all
}

/// A class to be formed.
#[derive(Debug, Clone)]
pub struct NewClass {
    pub kind: ClassKind,
    pub name: String,
    /// The first school is the one that proposes it and gives it its code.
    pub schools: Vec<Uuid>,
    pub reason: Option<String>,
}

/// Forms a class; it waits as a draft until it is submitted.
pub async fn create(work: &Work<'_>, project: Uuid, new: NewClass) -> Result<Seen> {
    let (project, _) = projects::find(work, project).await?;
    well_formed(new.kind, new.schools.len(), new.reason.as_deref())?;
    let schools = known_schools(work, project.region, &new.schools).await?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let proposer = new.schools.first().and_then(|id| schools.iter().find(|one| one.id == *id));
    let proposer = proposer.cloned().ok_or_else(Refusal::not_found)?;
    let mut class = Class {
        id: ctx.new_id(),
        project: project.id,
        county: project.region,
        code: String::new(),
        name: new.name,
        kind: new.kind,
        status: ClassStatus::Draft,
        reason: new.reason,
        version: 1,
        created_at: now,
        schools,
    };
    let target = target(&class);
    work.may(Rule::O03Edit, &target)?;
    name_free(work, &class).await?;
    seats::take(&work.tx, "class_code", proposer.id, 1, None).await?;
    let number = seats::taken(work, "class_code", proposer.id).await?;
    class.code = class_code(&project.code, &proposer.code, number);
    rows::insert(&work.tx, &class).await?;
    let event = Event::new("class.created", "class", class.id).at(&target);
    work.record(event.with("kind", class.kind.as_str()).with("code", class.code.clone()));
    look_at(work, class).await
}

/// Refuses a name that a school has given to another of its classes: nobody could tell the two
/// apart on a list. The project is held, so that of two at once the later one sees the earlier.
async fn name_free(work: &Work<'_>, class: &Class) -> Result<()> {
    store::bulk::project::lock(&work.tx, class.project).await?;
    let schools: Vec<Uuid> = class.schools.iter().map(|school| school.id).collect();
    if !rows::is_named(work, class.project, (&class.name, &schools), class.id).await? {
        return Ok(());
    }
    let detail = "The school has a class of this name in the project; choose another name.";
    Err(Refusal::new(Kind::Duplicate, detail).with("/name", "class_name_taken", detail).into())
}

async fn known_schools(work: &Work<'_>, county: Uuid, ids: &[Uuid]) -> Result<Vec<School>> {
    let schools = rows::schools(work, county, ids).await?;
    if schools.len() == ids.len() {
        return Ok(schools);
    }
    let detail = "Name each school once, and only schools of the project's county.";
    Err(Refusal::field("/school_ids", "school_unknown", detail).into())
}

/// Changes the name of a class or the reason why it is a joint one.
pub async fn change(
    work: &Work<'_>,
    id: Uuid,
    version: i64,
    name: Option<String>,
    reason: Option<String>,
) -> Result<Seen> {
    let (mut class, target) = find(work, id).await?;
    work.may(Rule::O03Edit, &target)?;
    still_open(class.status)?;
    let before = class.name.clone();
    class.version = version;
    class.name = name.unwrap_or(class.name);
    class.reason = reason.or(class.reason);
    if class.name != before {
        name_free(work, &class).await?;
    }
    if !rows::update(&work.tx, &class, None, work.ctx().now()).await? {
        return Err(stale().into());
    }
    let named = ("name", Some(before.clone()), Some(class.name.clone()));
    edits::note(work, "classes", id, [named]).await?;
    let event = Event::new("class.changed", "class", id).at(&target);
    work.record(event.before(&before).after(&class.name));
    class.version = class.version.saturating_add(1);
    look_at(work, class).await
}

/// What was changed since the caller read it.
pub(crate) fn stale() -> Refusal {
    let detail = "It was changed since you read it; read it again and redo your change.";
    Refusal::new(Kind::PreconditionFailed, detail)
}
