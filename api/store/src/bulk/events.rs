use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{course_progress, enrollments, progress_events, quarantined_events};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::{catalog::group, insert_all};
use crate::{Result, Source, Write, imports::CHUNK};

/// The digests of the events among these ids that are known already.
pub async fn known(
    db: &impl Source,
    project: Uuid,
    ids: &[String],
) -> Result<HashMap<String, Vec<u8>>> {
    let mut found = HashMap::new();
    for some in ids.chunks(crate::MANY) {
        let rows: Vec<(String, Vec<u8>)> = progress_events::Entity::find()
            .select_only()
            .column(progress_events::Column::EventId)
            .column(progress_events::Column::Digest)
            .filter(progress_events::Column::ProjectId.eq(project))
            .filter(progress_events::Column::EventId.is_in(some.to_vec()))
            .into_tuple()
            .all(db.conn())
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// An event as stored; scores in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: Uuid,
    pub event_id: String,
    pub enrollment: Uuid,
    pub course: Uuid,
    pub kind: &'static str,
    pub occurred_at: DateTime<Utc>,
    pub watched_seconds: Option<i64>,
    pub score: Option<i64>,
    pub result: Option<String>,
    pub response_ms: Option<i64>,
    pub digest: Vec<u8>,
}

pub async fn insert(
    tx: &Write,
    project: Uuid,
    events: Vec<Event>,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = events.into_iter().map(|event| progress_events::ActiveModel {
        id: Set(event.id),
        project_id: Set(project),
        event_id: Set(event.event_id),
        enrollment_id: Set(event.enrollment),
        course_id: Set(event.course),
        kind: Set(event.kind.to_owned()),
        occurred_at: Set(event.occurred_at),
        watched_seconds: Set(event.watched_seconds),
        score: Set(event.score),
        result: Set(event.result),
        response_ms: Set(event.response_ms),
        digest: Set(event.digest),
        received_at: Set(now),
        received_by: Set(by),
    });
    insert_all(tx, rows).await
}

/// How far somebody is in a course; hours and score in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub watched_seconds: i64,
    pub completed_at: Option<DateTime<Utc>>,
    pub score: Option<i64>,
    pub credited_hours: i64,
    pub presence_passed: i64,
    pub presence_missed: i64,
    pub last_event_at: Option<DateTime<Utc>>,
}

/// The progress of these people in all their courses.
pub async fn progress(
    db: &impl Source,
    enrollments: &[Uuid],
) -> Result<HashMap<(Uuid, Uuid), Progress>> {
    let mut found = HashMap::new();
    for some in enrollments.chunks(crate::MANY) {
        let rows = course_progress::Entity::find()
            .filter(course_progress::Column::EnrollmentId.is_in(some.to_vec()));
        for row in rows.all(db.conn()).await? {
            let progress = Progress {
                watched_seconds: row.watched_seconds,
                completed_at: row.completed_at,
                score: row.score,
                credited_hours: row.credited_hours,
                presence_passed: row.presence_passed,
                presence_missed: row.presence_missed,
                last_event_at: Some(row.last_event_at),
            };
            found.insert((row.enrollment_id, row.course_id), progress);
        }
    }
    Ok(found)
}

/// Writes progress and the hours it adds up to.
pub async fn save_progress(
    tx: &Write,
    project: Uuid,
    progress: &HashMap<(Uuid, Uuid), Progress>,
    hours: &HashMap<Uuid, i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    use course_progress::{ActiveModel, Column, Entity};
    let rows: Vec<ActiveModel> = progress
        .iter()
        .map(|((enrollment, course), one)| ActiveModel {
            enrollment_id: Set(*enrollment),
            course_id: Set(*course),
            project_id: Set(project),
            watched_seconds: Set(one.watched_seconds),
            completed_at: Set(one.completed_at),
            score: Set(one.score),
            credited_hours: Set(one.credited_hours),
            presence_passed: Set(one.presence_passed),
            presence_missed: Set(one.presence_missed),
            last_event_at: Set(one.last_event_at.unwrap_or(now)),
            updated_at: Set(now),
        })
        .collect();
    let update = OnConflict::columns([Column::EnrollmentId, Column::CourseId])
        .update_columns([
            Column::WatchedSeconds,
            Column::CompletedAt,
            Column::Score,
            Column::CreditedHours,
            Column::PresencePassed,
            Column::PresenceMissed,
            Column::LastEventAt,
            Column::UpdatedAt,
        ])
        .to_owned();
    for some in rows.chunks(CHUNK) {
        Entity::insert_many(some.to_vec())
            .on_conflict(update.clone())
            .exec_without_returning(tx.conn())
            .await?;
    }
    for (hours, ids) in group(hours.iter().map(|(id, hours)| (*hours, *id))) {
        for some in ids.chunks(CHUNK) {
            enrollments::Entity::update_many()
                .col_expr(enrollments::Column::CreditedHours, Expr::value(hours))
                .filter(enrollments::Column::Id.is_in(some.to_vec()))
                .exec(tx.conn())
                .await?;
        }
    }
    Ok(())
}

/// An event that names an unknown person or course, kept until somebody resolves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    pub id: Uuid,
    pub event_id: String,
    pub payload: String,
    pub reason: String,
}

/// Parks events; one that is parked already stays as it is.
pub async fn park(
    tx: &Write,
    project: Uuid,
    events: Vec<Parked>,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    use quarantined_events::{ActiveModel, Column, Entity};
    let rows: Vec<ActiveModel> = events
        .into_iter()
        .map(|event| ActiveModel {
            id: Set(event.id),
            project_id: Set(project),
            event_id: Set(event.event_id),
            payload: Set(event.payload),
            reason: Set(event.reason),
            status: Set("open".to_owned()),
            received_at: Set(now),
            received_by: Set(by),
            resolved_at: Set(None),
            resolved_by: Set(None),
        })
        .collect();
    let keep = OnConflict::columns([Column::ProjectId, Column::EventId]).do_nothing().to_owned();
    for some in rows.chunks(CHUNK) {
        Entity::insert_many(some.to_vec())
            .on_conflict(keep.clone())
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}
