use std::sync::Arc;

use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    columns::ImportKind,
    imports::{IMPORT_EDGES, ImportAction, ImportStatus},
    machine::{self, AllowedAction},
};
use store::{
    Cut, Window, bulk,
    imports::{self as rows, Job, Row},
};
use uuid::Uuid;

use super::{
    apply,
    board::Admission,
    check, edits, file,
    plan::{Aim, Counts},
    whose,
};
use crate::{Context, Error, Event, Result, Services, Unit, Work, secrets::sha256};

/// A file to be checked.
#[derive(Debug, Clone)]
pub struct Upload<'a> {
    pub project: Uuid,
    pub kind: ImportKind,
    pub file_name: String,
    pub content: &'a [u8],
}

/// What whoever commits has said about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terms {
    /// All rows or none.
    pub atomic: bool,
    /// The file does change as many records as it seems to.
    pub confirm_threshold: bool,
    /// The file's word counts also where people changed a record by hand.
    pub override_edits: bool,
}

/// The rule by which a kind of file may be imported.
pub(super) fn rule(kind: ImportKind) -> Rule {
    match kind {
        ImportKind::Schools | ImportKind::Roster | ImportKind::Staff => Rule::O02Import,
        ImportKind::Classes | ImportKind::ClassMembers | ImportKind::Workshops => Rule::O04Place,
        ImportKind::Catalog => Rule::S03Edit,
        ImportKind::Selections => Rule::S04Reopen,
        ImportKind::OnlineProgress | ImportKind::OnlineScores => Rule::S05Import,
        ImportKind::PracticeScores => Rule::F03Determine,
        ImportKind::Homework => Rule::W10Publish,
    }
}

/// Whether the caller may take a step with an import. Where the matrix asks for a second person,
/// whoever uploaded the file does not commit it; the program itself, started by whoever runs
/// commands on the machine, is nobody's second person and needs none.
fn permit(
    unit: &impl Unit,
    job: &Job,
    rule: Rule,
    action: ImportAction,
    targets: &[Target],
) -> Result<(), Refusal> {
    let actor = &unit.ctx().actor;
    let mut second = false;
    for target in targets {
        second |= actor.may(rule, target)?.second_person;
    }
    let own = job.created_by == Some(actor.id) && !actor.program;
    if action == ImportAction::Commit && second && own {
        let detail = "Online results take two people: you uploaded this file, so somebody else \
                      of the project team has to commit it.";
        return Err(Refusal::rule(Kind::FourEyesRequired, "second_person_required", detail));
    }
    Ok(())
}

/// What the caller may do with imports of one project, job by job.
pub async fn allowed(
    unit: &impl Unit,
    project: Uuid,
    jobs: &[Job],
) -> Result<Vec<Vec<AllowedAction>>> {
    let (_, around) = project_target(unit, project).await?;
    let of = |job: &Job| {
        let known = ImportKind::parse(&job.kind).zip(ImportStatus::parse(&job.status));
        let (kind, status) = known.ok_or_else(|| Error::fault("an unknown import"))?;
        let targets = whose::targets(job, &around)?;
        Ok(machine::allowed_actions(IMPORT_EDGES, status, |edge| {
            permit(unit, job, rule(kind), edge.action, &targets)
        }))
    };
    jobs.iter().map(of).collect()
}

/// Takes a file in; nothing is judged yet.
pub async fn upload(work: &Work<'_>, upload: Upload<'_>) -> Result<Job> {
    let (project, target) = project_target(work, upload.project).await?;
    let schools = whose::schools(work, rule(upload.kind), &target);
    let target = Target { school: schools.first().copied(), ..target };
    work.may_seeing(rule(upload.kind), Rule::O01Read, &target)?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let id = ctx.new_id();
    let job = Job {
        id,
        project_id: project,
        kind: upload.kind.as_str().to_owned(),
        status: "checking".to_owned(),
        file_name: upload.file_name.chars().take(200).collect(),
        file_key: file::PARTS.to_owned(),
        file_digest: sha256(upload.content),
        plan_digest: None,
        options: whose::keep(&schools)?,
        counts: "{}".to_owned(),
        progress_done: 0,
        progress_total: 0,
        problem: None,
        created_by: Some(ctx.actor.id),
        created_at: now,
        checked_at: None,
        committed_at: None,
        undone_at: None,
        version: 1,
        beat_at: Some(now),
    };
    rows::insert(&work.tx, job.clone()).await?;
    file::keep(work, id, upload.content).await?;
    work.record(
        Event::new("import.uploaded", "import", id).at(&target).with("kind", job.kind.clone()),
    );
    Ok(job)
}

/// The county a project runs in.
pub async fn county_of(unit: &impl Unit, project: Uuid) -> Result<Uuid> {
    Ok(bulk::project::region(unit, project).await?.ok_or_else(Refusal::not_found)?)
}

async fn project_target(unit: &impl Unit, project: Uuid) -> Result<(Uuid, Target)> {
    let county = county_of(unit, project).await?;
    let target = Target { project: Some(project), county: Some(county), ..Target::default() };
    Ok((project, target))
}

/// Holds what was found against the terms of a commit.
fn agree(kind: ImportKind, counts: Counts, terms: Terms) -> Result<(), Refusal> {
    if terms.atomic && counts.rejected > 0 {
        let detail = "Some rows are rejected, and all or none were asked for; mend them first.";
        return Err(Refusal::rule(Kind::ImportRejected, "rows_rejected", detail));
    }
    if kind.is_suspicious(counts.updated, counts.unchanged) && !terms.confirm_threshold {
        let detail = format!(
            "The file would change {} of the {} records it names; make sure that it is the right \
             one and commit with confirm_threshold=true.",
            counts.updated,
            counts.updated.saturating_add(counts.unchanged),
        );
        return Err(Refusal::rule(Kind::InvalidTransition, "change_threshold", detail));
    }
    Ok(())
}

/// Waits until there is room to judge a file again; to be asked before its commit begins.
pub async fn admit(unit: &impl Unit, id: Uuid) -> Result<Admission> {
    let parts = rows::count_parts(unit, id).await?;
    let bytes = parts.saturating_mul(u64::try_from(file::PART).unwrap_or(u64::MAX));
    Ok(unit.ctx().services.imports.admit_check(bytes).await)
}

/// Writes exactly what was checked, or refuses because the data changed since.
pub async fn commit(work: &Work<'_>, id: Uuid, terms: Terms) -> Result<Job> {
    let _at_work = waiting(work.ctx(), id);
    commit_in(work, id, terms).await
}

/// An import that this process works on, or that waits for its turn here; taken off the board
/// when it is dropped, whatever happened.
pub struct AtWork {
    services: Arc<Services>,
    id: Uuid,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.services.imports.end(self.id);
    }
}

/// Notes that an import waits for its check in this process.
#[must_use]
pub fn waiting(ctx: &Context, id: Uuid) -> AtWork {
    ctx.services.imports.begin(id);
    AtWork { services: ctx.services.clone(), id }
}

async fn commit_in(work: &Work<'_>, id: Uuid, terms: Terms) -> Result<Job> {
    let (mut job, kind) = readable(work, id).await?;
    let (_, around) = project_target(work, job.project_id).await?;
    permit(work, &job, rule(kind), ImportAction::Commit, &whose::targets(&job, &around)?)?;
    if job.status != "checked" {
        let detail = "Only a checked import can be committed, and only once.";
        return Err(Refusal::rule(Kind::InvalidTransition, "import_not_checked", detail).into());
    }
    let counts = serde_json::from_str(&job.counts).map_err(Error::fault)?;
    agree(kind, counts, terms)?;
    bulk::project::lock(&work.tx, job.project_id).await?;
    let progress = work.ctx().services.imports.begin(id);
    let content = file::content(work, &job).await?;
    let mut plan = check::plan(work, &job, kind, content, (&progress, Aim::Writing)).await?;
    if job.plan_digest.as_deref() != Some(plan.digest().as_slice()) {
        let detail = "The data changed since the file was checked; upload it again.";
        return Err(Refusal::rule(Kind::InvalidTransition, "import_outdated", detail).into());
    }
    if terms.override_edits && (!plan.renewals.is_empty() || plan.holds_edits()) {
        let content = file::content(work, &job).await?;
        plan = check::plan(work, &job, kind, content, (&progress, Aim::Overriding)).await?;
    }
    let counts = plan.counts();
    job.counts = serde_json::to_string(&counts).map_err(Error::fault)?;
    job.status = "committed".to_owned();
    job.committed_at = Some(work.ctx().now());
    job.progress_done = job.progress_total;
    if !rows::advance(&work.tx, &job, "checked").await? {
        return Err(check::taken("committed").into());
    }
    // What is written needs the room that the verdicts took.
    drop(plan.verdicts);
    let renewed = edits::apply(work, plan.renewals).await?;
    let mut changes = apply::apply(work, job.project_id, plan.writes).await?;
    changes.extend(renewed);
    rows::insert_changes(&work.tx, id, changes).await?;
    let event = Event::new("import.committed", "import", id).with("kind", job.kind.clone());
    let target = Target { project: Some(job.project_id), ..Target::default() };
    let event = event.with("overriding", terms.override_edits);
    work.record(event.at(&target).with("created", counts.created).with("updated", counts.updated));
    Ok(job)
}

/// One import.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Job> {
    let mut job = readable(unit, id).await?.0;
    if let Some(progress) = unit.ctx().services.imports.find(id) {
        (job.progress_done, job.progress_total) = progress.now();
    }
    Ok(job)
}

/// Whether this process is working on an import.
pub fn at_work(unit: &impl Unit, id: Uuid) -> bool {
    unit.ctx().services.imports.find(id).is_some()
}

/// An import that the caller may see: whoever might bring in the file for these schools.
pub(super) async fn readable(unit: &impl Unit, id: Uuid) -> Result<(Job, ImportKind)> {
    let job = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let kind = ImportKind::parse(&job.kind).ok_or_else(|| Error::fault("an unknown import"))?;
    let (_, target) = project_target(unit, job.project_id).await?;
    let rule = rule(kind);
    for target in whose::targets(&job, &target)? {
        unit.may_seeing(rule, rule, &target)?;
    }
    Ok((job, kind))
}

/// The imports of a project, newest first; a school sees its own.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    kind: Option<ImportKind>,
    window: &Window,
) -> Result<(Cut<Job>, Vec<ImportKind>)> {
    let (_, target) = project_target(unit, project).await?;
    let actor = &unit.ctx().actor;
    let all = |kind: &ImportKind| actor.may(rule(*kind), &target).is_ok();
    let any: Vec<ImportKind> = ImportKind::ALL.into_iter().filter(all).collect();
    let own = kinds(unit, &target);
    if any.is_empty() && own.is_empty() {
        return Err(Refusal::not_found().into());
    }
    let wanted = |kinds: &[ImportKind]| {
        let fits = |one: &ImportKind| kind.is_none_or(|kind| kind == *one);
        kinds.iter().copied().filter(fits).map(ImportKind::as_str).collect()
    };
    let sight = rows::Sight { person: actor.id, any: wanted(&any), own: wanted(&own) };
    Ok((rows::list(unit, project, &sight, window).await?, own))
}

/// The kinds of files that the caller may import into a project.
fn kinds(unit: &impl Unit, wide: &Target) -> Vec<ImportKind> {
    let may = |kind: &ImportKind| {
        let own = whose::schools(unit, rule(*kind), wide);
        let near = Target { school: own.first().copied(), ..wide.clone() };
        unit.ctx().actor.may(rule(*kind), &near).is_ok()
    };
    ImportKind::ALL.into_iter().filter(may).collect()
}

/// Verdicts after a line, in the order of the file.
pub async fn rows(
    unit: &impl Unit,
    id: Uuid,
    verdict: Option<&str>,
    after: i64,
    limit: u64,
) -> Result<Vec<Row>> {
    readable(unit, id).await?;
    Ok(rows::list_rows(unit, id, verdict, after, limit).await?)
}
