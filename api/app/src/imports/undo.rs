use std::collections::{BTreeMap, HashMap};

use domain::{Kind, Refusal, access::Target, columns::ImportKind};
use serde::de::DeserializeOwned;
use store::{
    bulk::{catalog, groups, roster, schools, undo as rows},
    catalog::revise,
    edits,
    imports::{self as jobs, Change, Job},
    practice,
};
use uuid::Uuid;

use super::{jobs::readable, practice_scores};
use crate::{Error, Event, Result, Unit, Work, appointments};

/// Takes a commit back: records it made go, records it changed get their earlier values. While
/// something depends on them nothing is changed at all.
pub async fn undo(work: &Work<'_>, id: Uuid) -> Result<Job> {
    let (mut job, kind) = readable(work, id).await?;
    if job.status != "committed" {
        let detail = "Only a committed import can be undone, and only once.";
        return Err(Refusal::rule(Kind::InvalidTransition, "import_not_committed", detail).into());
    }
    let changes = jobs::list_changes(work, id).await?;
    untouched(work, &job, &changes).await?;
    if kind == ImportKind::Staff {
        let given = changes.iter().filter(|change| change.table == "appointments");
        let given: Vec<Change> = given.cloned().collect();
        appointments::may_end(work, job.project_id, &ids(&given)?).await?;
    }
    match revert(work, job.project_id, &changes).await {
        Err(Error::Store(store::Error::Referenced)) => return Err(in_use().into()),
        done => done?,
    }
    job.status = "undone".to_owned();
    job.undone_at = Some(work.ctx().now());
    if !jobs::advance(&work.tx, &job, "committed").await? {
        let detail = "Somebody else undid this import just now.";
        return Err(Refusal::rule(Kind::InvalidTransition, "import_not_committed", detail).into());
    }
    let target = Target { project: Some(job.project_id), ..Target::default() };
    work.record(Event::new("import.undone", "import", id).at(&target));
    Ok(job)
}

fn in_use() -> Refusal {
    let detail = "Other records depend on this import by now, so it stays.";
    Refusal::rule(Kind::InvalidTransition, "import_in_use", detail)
}

/// Refuses to take back what people or later imports have changed since: their work would go
/// with it.
async fn untouched(work: &Work<'_>, job: &Job, changes: &[Change]) -> Result<()> {
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.table != "hand_edits") {
        // A phone is one of the things that people change about a person.
        let table = if change.table == "phones" { "persons" } else { &*change.table };
        tables.entry(table).or_default().push(change.id.clone());
    }
    let committed = job.committed_at.unwrap_or(job.created_at);
    for (table, names) in tables {
        let ids: Vec<Uuid> = names.iter().filter_map(|name| name.parse().ok()).collect();
        // Of marks, each writing is kept, also of what was noted as written by hand before.
        let touched = match table {
            "practice_scores" => practice::any_by_hand_since(work, &ids, committed).await?,
            _ => edits::any_since(work, table, &ids, committed).await?,
        };
        if touched {
            let detail = "Somebody changed a record of this import by hand since, so it stays.";
            let refusal = Refusal::rule(Kind::InvalidTransition, "edited_since", detail);
            return Err(refusal.into());
        }
        if table != "progress_events" && jobs::changed_later(work, job, table, &names).await? {
            let detail = "A later import changed the same records; undo that one first.";
            let refusal = Refusal::rule(Kind::InvalidTransition, "imported_since", detail);
            return Err(refusal.into());
        }
    }
    Ok(())
}

/// Runs of changes of one table, the last first, are taken back together.
async fn revert(work: &Work<'_>, project: Uuid, changes: &[Change]) -> Result<()> {
    let (tx, now) = (&work.tx, work.ctx().now());
    if changes.iter().any(|change| change.table == "courses") {
        revise(tx, project).await?;
    }
    let runs = changes.chunk_by(|one, next| {
        one.table == next.table && one.before.is_some() == next.before.is_some()
    });
    for run in runs {
        let Some(first) = run.first() else { continue };
        match (&*first.table, first.before.is_some()) {
            ("progress_events", _) => {
                let detail = "Events are facts: they are superseded by newer ones, not undone.";
                let refusal = Refusal::rule(Kind::InvalidTransition, "events_are_facts", detail);
                return Err(refusal.into());
            }
            ("practice_scores", _) => practice_scores::revert(work, project, run).await?,
            ("selection_items", _) => rows::delete_choices(tx, &pairs(run)?).await?,
            ("selections", _) => plans(work, run).await?,
            ("online_scores", false) => rows::delete_scores(tx, &ids(run)?).await?,
            ("online_scores", true) => {
                for score in run {
                    rows::restore_score(tx, &before(score)?).await?;
                }
            }
            ("class_members", _) => leave(work, groups::Group::Class, run).await?,
            ("workshop_members", _) => leave(work, groups::Group::Workshop, run).await?,
            ("phones", _) => roster::clear_phones(tx, &ids(run)?).await?,
            ("workshops", false) => rows::delete_workshops(tx, &ids(run)?).await?,
            ("hand_edits", _) => {
                let edits: Result<Vec<edits::Edit>> = run.iter().map(before).collect();
                edits::put(tx, &edits?).await?;
            }
            (table, false) => rows::delete(tx, table, &ids(run)?).await?,
            (_, true) => restore(work, run, now).await?,
        }
    }
    Ok(())
}

pub(super) fn ids(run: &[Change]) -> Result<Vec<Uuid>> {
    run.iter().map(|change| change.id.parse().map_err(Error::fault)).collect()
}

fn pairs(run: &[Change]) -> Result<Vec<(Uuid, Uuid)>> {
    let pair = |change: &Change| {
        let (one, other) = change.id.split_once(':').ok_or_else(|| Error::fault("no pair"))?;
        Ok((one.parse().map_err(Error::fault)?, other.parse().map_err(Error::fault)?))
    };
    run.iter().map(pair).collect()
}

/// Plans get the totals back that they had; one that moved on since stays, and the import with
/// it.
async fn plans(work: &Work<'_>, run: &[Change]) -> Result<()> {
    for change in run {
        let (written, was): (catalog::PlanTotal, Option<catalog::PlanKept>) = before(change)?;
        if !catalog::restore_plan(&work.tx, &written, was).await? {
            return Err(in_use().into());
        }
    }
    Ok(())
}

/// Members leave the group they were put in, and their seats become free. Whoever was moved on
/// since, or has marks in the class, stays, and the import with them.
async fn leave(work: &Work<'_>, group: groups::Group, run: &[Change]) -> Result<()> {
    let now = work.ctx().now();
    let mut members: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for change in run {
        let place: Uuid = before(change)?;
        members.entry(place).or_default().push(change.id.parse().map_err(Error::fault)?);
    }
    for (place, ids) in members {
        let count = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let class = group == groups::Group::Class;
        if class && rows::any_marked(work, place, &ids).await? {
            return Err(in_use().into());
        }
        if groups::leave(&work.tx, group, place, &ids, now).await? != count {
            return Err(in_use().into());
        }
        if class {
            rows::free_seats(&work.tx, "class", place, count).await?;
        }
    }
    Ok(())
}

pub(super) fn before<T: DeserializeOwned>(change: &Change) -> Result<T> {
    serde_json::from_str(change.before.as_deref().unwrap_or_default()).map_err(Error::fault)
}

async fn restore(
    work: &Work<'_>,
    run: &[Change],
    now: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    let tx = &work.tx;
    let people = run.iter().filter(|change| change.table == "persons");
    let people: Vec<roster::PersonChange> = people.map(before).collect::<Result<_>>()?;
    let phones = people.iter().filter(|one| one.phone_hash.is_some()).map(|one| one.id);
    roster::clear_phones(tx, &phones.collect::<Vec<_>>()).await?;
    for change in run {
        match &*change.table {
            "organizations" => schools::update(tx, &before(change)?, now).await?,
            "persons" => roster::update_person(tx, &before(change)?, now).await?,
            "enrollments" => roster::update_enrollment(tx, &before(change)?, now).await?,
            "courses" => catalog::update_course(tx, &before(change)?, now).await?,
            "classes" => {
                let name: String = before(change)?;
                let id = change.id.parse().map_err(Error::fault)?;
                groups::rename_class(tx, id, &name, now).await?;
            }
            other => return Err(Error::fault(format!("{other} cannot be restored"))),
        }
    }
    Ok(())
}
