//! What was reported about people's study, and what it comes to (F21, F22).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{course_progress, courses, enrollments, progress_events};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef,
    sea_query::{Expr, Func},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, reach::Columns};

/// An event as it stands in the ledger; the score in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Fact {
    pub id: Uuid,
    pub event_id: String,
    pub kind: String,
    pub enrollment: Uuid,
    pub trainee_no: String,
    pub course: Uuid,
    pub course_code: String,
    pub occurred_at: DateTime<Utc>,
    pub watched_seconds: Option<i64>,
    pub score: Option<i64>,
    pub result: Option<String>,
    pub response_ms: Option<i64>,
    pub received_at: DateTime<Utc>,
}

/// Which events a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub enrollment: Option<Uuid>,
    pub course: Option<Uuid>,
    pub kind: Option<String>,
    /// Only what this client delivered.
    pub received_by: Option<Uuid>,
}

/// Events of those whom the caller reaches, in the order they came in.
pub async fn facts(
    db: &impl Source,
    reach: &Reach,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Fact>> {
    use progress_events::Column as F;
    let to_person: RelationDef = progress_events::Entity::belongs_to(enrollments::Entity)
        .from(F::EnrollmentId)
        .to(enrollments::Column::Id)
        .into();
    let to_course: RelationDef = progress_events::Entity::belongs_to(courses::Entity)
        .from(F::CourseId)
        .to(courses::Column::Id)
        .into();
    let mut query = progress_events::Entity::find()
        .select_only()
        .columns([F::Id, F::EventId, F::Kind, F::OccurredAt, F::WatchedSeconds, F::Score])
        .columns([F::Result, F::ResponseMs, F::ReceivedAt])
        .column_as(F::EnrollmentId, "enrollment")
        .column_as(enrollments::Column::TraineeNo, "trainee_no")
        .column_as(F::CourseId, "course")
        .column_as(courses::Column::Code, "course_code")
        .join(JoinType::InnerJoin, to_person)
        .join(JoinType::InnerJoin, to_course)
        .filter(F::ProjectId.eq(reach.project))
        .filter(WHOSE.within(reach));
    if let Some(id) = filter.enrollment {
        query = query.filter(F::EnrollmentId.eq(id));
    }
    if let Some(id) = filter.course {
        query = query.filter(F::CourseId.eq(id));
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(F::Kind.eq(kind.as_str()));
    }
    if let Some(client) = filter.received_by {
        query = query.filter(F::ReceivedBy.eq(client));
    }
    let query = window.by_id(query, F::Id);
    Ok(window.cut(query.into_model::<Fact>().all(db.conn()).await?))
}

const WHOSE: Columns<enrollments::Column> = Columns {
    county: Some(enrollments::Column::CountyId),
    school: Some(enrollments::Column::SchoolId),
    class: Some(enrollments::Column::ClassId),
    workshop: Some(enrollments::Column::WorkshopId),
    person: Some(enrollments::Column::PersonId),
    ..Columns::NONE
};

/// What somebody's courses come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Studied {
    pub courses: i64,
    pub completed: i64,
    pub watched_seconds: i64,
    pub presence_passed: i64,
    pub presence_missed: i64,
}

#[derive(FromQueryResult)]
struct StudiedRow {
    enrollment: Uuid,
    last_event_at: Option<DateTime<Utc>>,
    #[sea_orm(nested)]
    studied: Studied,
}

fn big(sum: Expr) -> Expr {
    Expr::from(Func::coalesce([sum, Expr::value(0_i64)])).cast_as("bigint")
}

/// The study of these people, with the instant of their last event.
pub async fn studied(
    db: &impl Source,
    people: &[Uuid],
) -> Result<HashMap<Uuid, (Studied, Option<DateTime<Utc>>)>> {
    use course_progress::Column as P;
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = course_progress::Entity::find()
        .select_only()
        .column_as(P::EnrollmentId, "enrollment")
        .expr_as(P::LastEventAt.max(), "last_event_at")
        .expr_as(P::CourseId.count(), "courses")
        .expr_as(P::CompletedAt.count(), "completed")
        .expr_as(big(P::WatchedSeconds.sum()), "watched_seconds")
        .expr_as(big(P::PresencePassed.sum()), "presence_passed")
        .expr_as(big(P::PresenceMissed.sum()), "presence_missed")
        .filter(P::EnrollmentId.is_in(people.to_vec()))
        .group_by(P::EnrollmentId)
        .into_model::<StudiedRow>()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.enrollment, (row.studied, row.last_event_at))).collect())
}

/// What a whole project's study comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Whole {
    /// Trainees with any event.
    pub active: i64,
    #[sea_orm(nested)]
    pub studied: Studied,
}

/// Sums the study of everybody whom the caller reaches.
pub async fn whole(db: &impl Source, reach: &Reach) -> Result<Whole> {
    use course_progress::Column as P;
    let to_person: RelationDef = course_progress::Entity::belongs_to(enrollments::Entity)
        .from(P::EnrollmentId)
        .to(enrollments::Column::Id)
        .into();
    let found = course_progress::Entity::find()
        .select_only()
        .expr_as(Expr::col((course_progress::Entity, P::EnrollmentId)).count_distinct(), "active")
        .expr_as(P::CourseId.count(), "courses")
        .expr_as(P::CompletedAt.count(), "completed")
        .expr_as(big(P::WatchedSeconds.sum()), "watched_seconds")
        .expr_as(big(P::PresencePassed.sum()), "presence_passed")
        .expr_as(big(P::PresenceMissed.sum()), "presence_missed")
        .join(JoinType::InnerJoin, to_person)
        .filter(P::ProjectId.eq(reach.project))
        .filter(WHOSE.within(reach))
        .into_model::<Whole>()
        .one(db.conn())
        .await?;
    Ok(found.unwrap_or_default())
}
