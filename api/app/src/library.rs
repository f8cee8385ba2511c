//! The shared library (F34, s.29): read by everybody of the project, with the whole way of each
//! work; taken down by the county or the project team, on the author's wish or their own.

use domain::{
    Hundredths, Kind, Refusal,
    access::{Rule, Target},
    library::{EDGES, ResourceAction, ResourceStatus},
    machine::{self, AllowedAction},
};
pub use store::library::{Filter, Resource, Sort, Version};
use store::{
    Cut, Window,
    history::{self, Step},
    library as rows,
};
use uuid::Uuid;

use crate::{Error, Event, Result, Unit, Work, attachments, attachments::Attachment, projects};

/// A thing of the library with the way it came.
#[derive(Debug)]
pub struct Whole {
    pub resource: Resource,
    /// The mean of the experts' marks.
    pub score: Option<Hundredths>,
    pub versions: Vec<Version>,
    pub files: Vec<Attachment>,
    /// What was decided on the work and on its place in the library, with who decided.
    pub history: Vec<(Step, Option<String>)>,
    pub allowed_actions: Vec<AllowedAction>,
}

/// A thing of the library, and the mean of the experts' marks.
pub type Scored = (Resource, Option<Hundredths>);

/// What the library of a project shows.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    sort: Sort,
    window: &Window,
) -> Result<Cut<Scored>> {
    let (_, target) = projects::find(unit, project).await?;
    unit.may(Rule::W11Read, &target)?;
    let cut = rows::list(unit, project, filter, sort, window).await?;
    let works: Vec<Uuid> = cut.items.iter().filter_map(|one| one.submission_id).collect();
    let marks = rows::marks(unit, &works).await?;
    let scored = |one: Resource| {
        let score = one.submission_id.and_then(|work| mean(marks.get(&work)?));
        (one, score)
    };
    Ok(Cut { items: cut.items.into_iter().map(scored).collect(), more: cut.more })
}

fn mean(marks: &[i64]) -> Option<Hundredths> {
    let marks: Vec<_> = marks.iter().copied().map(Hundredths::new).collect();
    Hundredths::mean(&marks)
}

fn target_of(resource: &Resource) -> Target {
    Target {
        project: Some(resource.project_id),
        county: Some(resource.county_id),
        school: Some(resource.school_id),
        owner: Some(resource.author_id),
        subject: Some(resource.subject.clone()),
        ..Target::default()
    }
}

fn status_of(resource: &Resource) -> Result<ResourceStatus> {
    let value = || resource.status.clone();
    ResourceStatus::parse(&resource.status).ok_or_else(|| {
        let (table, column) = ("resources", "status");
        Error::Store(store::Error::Corrupt { table, column, value: value() })
    })
}

async fn find(unit: &impl Unit, id: Uuid) -> Result<(Resource, Target)> {
    let resource = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = target_of(&resource);
    unit.may_read(Rule::W11Read, &target)?;
    Ok((resource, target))
}

/// A thing of the library; one that was taken down still says why, but gives no files.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Whole> {
    let (resource, target) = find(unit, id).await?;
    let status = status_of(&resource)?;
    let mut whole = Whole {
        score: None,
        versions: vec![],
        files: vec![],
        history: history::list(unit, "resource", id).await?,
        allowed_actions: machine::allowed_actions(EDGES, status, |edge| {
            let pass = unit.ctx().actor.may(Rule::W10TakeDown, &target)?;
            edge.action.permit(pass.scope)
        }),
        resource,
    };
    if let Some(work) = whole.resource.submission_id {
        let mut way = history::list(unit, "submission", work).await?;
        way.retain(|(step, _)| tells(&step.action));
        for (step, _) in way.iter_mut().filter(|(step, _)| !praises(&step.action)) {
            step.reason = None;
        }
        way.append(&mut whole.history);
        whole.history = way;
        whole.versions = rows::versions(unit, work).await?;
        whole.score = rows::marks(unit, &[work]).await?.get(&work).and_then(|marks| mean(marks));
        if status.is_shown() {
            whole.files = attachments::of_submission(unit, work).await?;
        }
    }
    Ok(whole)
}

/// The experts' review is blind, also afterwards.
fn tells(action: &str) -> bool {
    !matches!(action, "assign_experts" | "review_exhibit")
}

/// Words of praise are for everybody; what was asked to be mended was for the author.
fn praises(action: &str) -> bool {
    matches!(action, "recommend" | "push" | "recommend_regionally" | "publish")
}

/// Takes a thing down, or, from its author, asks for that.
pub async fn take_down(work: &Work<'_>, id: Uuid, reason: &str) -> Result<()> {
    let (resource, target) = find(work, id).await?;
    let pass = work.may(Rule::W10TakeDown, &target)?;
    let action = ResourceAction::of_scope(pass.scope);
    let status = status_of(&resource)?;
    let edge = machine::edge(EDGES, status, action)?;
    machine::reason_given(edge.reason, Some(reason))?;
    let ctx = work.ctx();
    if !rows::advance(&work.tx, &resource, edge.to.as_str(), ctx.now()).await? {
        let detail = "Somebody else decided on it just now; reload.";
        return Err(Refusal::rule(Kind::InvalidTransition, "invalid_transition", detail).into());
    }
    let step = Step {
        id: ctx.new_id(),
        project: Some(resource.project_id),
        kind: "resource".to_owned(),
        thing: id,
        action: action.to_string(),
        from: status.to_string(),
        to: edge.to.to_string(),
        actor: ctx.actor.id,
        role: pass.role.as_str().to_owned(),
        reason: Some(reason.to_owned()),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    let event = Event::new(format!("resource.{action}"), "resource", id).at(&target);
    work.record(event.because(reason));
    Ok(())
}
