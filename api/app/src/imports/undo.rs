use domain::{Kind, Refusal, access::Target};
use serde::de::DeserializeOwned;
use store::{
    bulk::{catalog, groups, roster, schools, scores, undo as rows},
    imports::{self as jobs, Change, Job},
};
use uuid::Uuid;

use super::{jobs::readable, practice_scores};
use crate::{Error, Event, Result, Unit, Work};

/// Takes a commit back: records it made go, records it changed get their earlier values. While
/// something depends on them nothing is changed at all.
pub async fn undo(work: &Work<'_>, id: Uuid) -> Result<Job> {
    let (mut job, _) = readable(work, id).await?;
    if job.status != "committed" {
        let detail = "Only a committed import can be undone, and only once.";
        return Err(Refusal::rule(Kind::InvalidTransition, "import_not_committed", detail).into());
    }
    let changes = jobs::list_changes(work, id).await?;
    match revert(work, &changes).await {
        Err(Error::Store(store::Error::Referenced)) => {
            let detail = "Other records depend on this import by now, so it stays.";
            return Err(Refusal::rule(Kind::InvalidTransition, "import_in_use", detail).into());
        }
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

/// Runs of changes of one table, the last first, are taken back together.
async fn revert(work: &Work<'_>, changes: &[Change]) -> Result<()> {
    let runs = changes.chunk_by(|one, next| {
        one.table == next.table && one.before.is_some() == next.before.is_some()
    });
    for run in runs {
        let Some(first) = run.first() else { continue };
        match (first.table.as_str(), first.before.is_some()) {
            ("progress_events", _) => {
                let detail = "Events are facts: they are superseded by newer ones, not undone.";
                let refusal = Refusal::rule(Kind::InvalidTransition, "events_are_facts", detail);
                return Err(refusal.into());
            }
            ("practice_scores", _) => {
                practice_scores::release(work, &ids(run)?).await?;
                match first.before.is_some() {
                    true => restore(work, run).await?,
                    false => rows::delete(&work.tx, "practice_scores", &ids(run)?).await?,
                }
            }
            ("selection_items", _) => rows::delete_choices(&work.tx, &pairs(run)?).await?,
            ("class_members", _) => leave(work, groups::Group::Class, run).await?,
            ("workshop_members", _) => leave(work, groups::Group::Workshop, run).await?,
            (table, false) => rows::delete(&work.tx, table, &ids(run)?).await?,
            (_, true) => restore(work, run).await?,
        }
    }
    Ok(())
}

fn ids(run: &[Change]) -> Result<Vec<Uuid>> {
    run.iter().map(|change| change.id.parse().map_err(Error::fault)).collect()
}

fn pairs(run: &[Change]) -> Result<Vec<(Uuid, Uuid)>> {
    let pair = |change: &Change| {
        let (one, other) = change.id.split_once(':').ok_or_else(|| Error::fault("no pair"))?;
        Ok((one.parse().map_err(Error::fault)?, other.parse().map_err(Error::fault)?))
    };
    run.iter().map(pair).collect()
}

/// Members leave the group they were put in, and their seats become free.
async fn leave(work: &Work<'_>, group: groups::Group, run: &[Change]) -> Result<()> {
    let now = work.ctx().now();
    let mut members: std::collections::HashMap<Uuid, Vec<Uuid>> = std::collections::HashMap::new();
    for change in run {
        let place: Uuid = before(change)?;
        members.entry(place).or_default().push(change.id.parse().map_err(Error::fault)?);
    }
    for (place, ids) in members {
        groups::leave(&work.tx, group, &ids, now).await?;
        if group == groups::Group::Class {
            let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
            store::seats::free(&work.tx, "class", place, count).await?;
        }
    }
    Ok(())
}

fn before<T: DeserializeOwned>(change: &Change) -> Result<T> {
    serde_json::from_str(change.before.as_deref().unwrap_or_default()).map_err(Error::fault)
}

async fn restore(work: &Work<'_>, run: &[Change]) -> Result<()> {
    let (tx, now) = (&work.tx, work.ctx().now());
    for change in run {
        match change.table.as_str() {
            "organizations" => schools::update(tx, &before(change)?, now).await?,
            "persons" => roster::update_person(tx, &before(change)?, now).await?,
            "enrollments" => roster::update_enrollment(tx, &before(change)?, now).await?,
            "courses" => catalog::update_course(tx, &before(change)?, now).await?,
            "practice_scores" => scores::update_practice(tx, &before(change)?, None, now).await?,
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
