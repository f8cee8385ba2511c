//! The organisation tree: province, city, county, town, school (F04, s.17).

use domain::{
    Kind, Refusal,
    access::{Actor, Role, Rule, Target},
    organization::OrganizationKind,
    text,
};
pub use store::organizations::{Headcount, Organization, Wanted};
use store::{
    Cut, Window,
    organizations::{self as rows, Known},
};
use uuid::Uuid;

use crate::{Event, Result, Unit, Work, edits, projects};

/// A place to be made.
#[derive(Debug, Clone)]
pub struct NewOrganization {
    pub kind: OrganizationKind,
    pub parent: Option<Uuid>,
    pub code: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub school_type: Option<String>,
}

/// What changes of a place; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    pub aliases: Option<Vec<String>>,
    pub school_type: Option<String>,
}

/// Everybody knows the counties they have a part in, and what lies above them; who founds
/// projects knows every county.
fn known(actor: &Actor) -> Known {
    if actor.has_role(Role::PlatformOperator) || actor.has_role(Role::ProjectTeam) {
        return Known::All;
    }
    let projects = actor.appointments.iter().filter_map(|held| held.project);
    let projects = projects.chain(actor.memberships.iter().map(|place| place.project)).collect();
    let places = actor.appointments.iter().filter_map(|held| held.scope).collect();
    Known::Around { projects, places }
}

pub async fn list(unit: &impl Unit, wanted: &Wanted, window: &Window) -> Result<Cut<Organization>> {
    Ok(rows::list(unit, &known(&unit.ctx().actor), wanted, window).await?)
}

pub async fn find(unit: &impl Unit, id: Uuid) -> Result<Organization> {
    let found = rows::find(unit, id, &known(&unit.ctx().actor)).await?;
    Ok(found.ok_or_else(Refusal::not_found)?)
}

/// A school with how many of it take part.
#[derive(Debug, Clone)]
pub struct School {
    pub organization: Organization,
    pub headcount: Headcount,
}

/// The schools of a project that the caller may see the roster of, with their headcounts.
pub async fn list_schools(unit: &impl Unit, project: Uuid, window: &Window) -> Result<Cut<School>> {
    let (found, _) = projects::find(unit, project).await?;
    let reach = unit.ctx().actor.reach(Rule::P01Read, project);
    let cut = rows::list_schools(unit, found.region, &reach, window).await?;
    let ids = cut.items.iter().map(|one| one.id).collect();
    let counts = rows::headcounts(unit, project, ids).await?;
    Ok(cut.map(|organization| {
        let count = counts.iter().find(|(school, _)| *school == organization.id);
        School { headcount: count.map(|(_, count)| *count).unwrap_or_default(), organization }
    }))
}

/// Whose place it is: its county, and a project there that the caller has a part in.
async fn target(unit: &impl Unit, county: Option<Uuid>, school: Option<Uuid>) -> Result<Target> {
    let actor = unit.ctx().actor.clone();
    let project = match county {
        Some(county) => rows::projects_of(unit, county).await?,
        None => vec![],
    };
    let project = project.into_iter().find(|id| actor.belongs_to(*id));
    Ok(Target { project, county, school, ..Target::default() })
}

/// Adds a town or school to a county, or a county, city or province to the tree.
pub async fn create(work: &Work<'_>, new: NewOrganization) -> Result<Organization> {
    let parent = match new.parent {
        Some(id) => Some(find(work, id).await.map_err(|_| parent_unknown())?),
        None => None,
    };
    let above = parent.as_ref().and_then(|parent| OrganizationKind::parse(&parent.kind));
    if !new.kind.lies_in(above) {
        return Err(parent_unknown().into());
    }
    let id = work.ctx().new_id();
    let county = match new.kind {
        OrganizationKind::County => Some(id),
        _ => parent.as_ref().and_then(|parent| parent.county),
    };
    let place = target(work, county, None).await?;
    if new.kind.is_local() {
        work.may_seeing(Rule::O01Edit, Rule::O01Read, &place)?;
    } else {
        work.may_seeing(Rule::O01Found, Rule::O01Read, &Target::default())?;
    }
    let organization = Organization {
        id,
        kind: new.kind.as_str().to_owned(),
        parent: new.parent,
        county,
        code: line("/code", &new.code)?,
        name: line("/name", &new.name)?,
        aliases: new.aliases,
        school_type: new.school_type,
        version: 1,
    };
    rows::insert(&work.tx, &organization, work.ctx().now()).await?;
    let event = Event::new("organization.created", "organization", id).at(&place);
    work.record(event.with("code", organization.code.clone()));
    Ok(organization)
}

/// Changes name, aliases or type. A school's own administrator keeps its profile, not its
/// official name.
pub async fn change(work: &Work<'_>, id: Uuid, version: i64, to: Change) -> Result<Organization> {
    let mut organization = find(work, id).await?;
    let school = (organization.kind == "school").then_some(id);
    let place = target(work, organization.county, school).await?;
    let rule = if matches!(organization.kind.as_str(), "town" | "school" | "county") {
        Rule::O01Edit
    } else {
        Rule::O01Found
    };
    let pass = work.may_seeing(rule, Rule::O01Read, &place)?;
    if pass.role == Role::SchoolAdmin && to.name.as_ref().is_some_and(|n| *n != organization.name) {
        let detail = "The official name is the county's to change; add an alias instead.";
        return Err(Refusal::new(Kind::FieldForbidden, detail)
            .with("/name", "official_name", detail)
            .into());
    }
    let before = organization.clone();
    if let Some(name) = to.name {
        organization.name = line("/name", &name)?;
    }
    organization.aliases = to.aliases.unwrap_or(organization.aliases);
    organization.school_type = to.school_type.or(organization.school_type);
    organization.version = version;
    if !rows::update(&work.tx, &organization, work.ctx().now()).await? {
        return Err(crate::stale().into());
    }
    organization.version = version.saturating_add(1);
    let said = |one: &Organization| {
        [Some(one.name.clone()), Some(one.aliases.join("|")), one.school_type.clone()]
    };
    let names = ["name", "aliases", "school_type"];
    let fields = names.into_iter().zip(said(&before).into_iter().zip(said(&organization)));
    let fields = fields.map(|(name, (before, after))| (name, before, after));
    edits::note(work, "organizations", id, fields).await?;
    work.record(Event::new("organization.changed", "organization", id).at(&place));
    Ok(organization)
}

fn parent_unknown() -> Refusal {
    let detail = "A town lies in a county, a school in a county or town, a city in a province.";
    Refusal::field("/parent_id", "parent_unknown", detail)
}

fn line(pointer: &'static str, typed: &str) -> Result<String> {
    let cleaned = text::clean_line(typed).some();
    Ok(cleaned.ok_or_else(|| Refusal::field(pointer, "blank", "Write something here."))?)
}
