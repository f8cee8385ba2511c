use chrono::{DateTime, Utc};
use entity::{course_progress, courses, enrollments, projects, selection_items, selections};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, Func, OnConflict, Query},
};
use uuid::Uuid;

use super::sum_up;
use crate::{Result, Source, Write};

/// Whose plan it is, and where it stands. Somebody who has chosen nothing yet has no status.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Head {
    pub enrollment: Uuid,
    pub project: Uuid,
    pub person: Uuid,
    pub county: Uuid,
    pub school: Uuid,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub trainee_no: String,
    pub subject: String,
    pub stage: String,
    pub credited_hours: i64,
    pub online_score: Option<i64>,
    /// The person's own deadline, where it differs from the project's.
    pub own_closes_at: Option<DateTime<Utc>>,
    pub project_closes_at: Option<DateTime<Utc>>,
    pub published_at: Option<DateTime<Utc>>,
    pub status: Option<String>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub effective_at: Option<DateTime<Utc>>,
    pub version: Option<i64>,
}

impl Head {
    /// From when on nothing is edited.
    #[must_use]
    pub fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.own_closes_at.or(self.project_closes_at)
    }
}

fn to_project() -> RelationDef {
    enrollments::Entity::belongs_to(projects::Entity)
        .from(enrollments::Column::ProjectId)
        .to(projects::Column::Id)
        .into()
}

fn to_plan() -> RelationDef {
    enrollments::Entity::belongs_to(selections::Entity)
        .from(enrollments::Column::Id)
        .to(selections::Column::EnrollmentId)
        .into()
}

pub async fn head(db: &impl Source, enrollment: Uuid) -> Result<Option<Head>> {
    use enrollments::Column as E;
    let query = enrollments::Entity::find_by_id(enrollment)
        .select_only()
        .column_as(E::Id, "enrollment")
        .column_as(E::ProjectId, "project")
        .column_as(E::PersonId, "person")
        .column_as(E::CountyId, "county")
        .column_as(E::SchoolId, "school")
        .column_as(E::ClassId, "class")
        .column_as(E::WorkshopId, "workshop")
        .columns([E::TraineeNo, E::Subject, E::Stage, E::CreditedHours, E::OnlineScore])
        .column_as(E::SelectionClosesAt, "own_closes_at")
        .column_as(projects::Column::SelectionClosesAt, "project_closes_at")
        .column_as(projects::Column::CatalogPublishedAt, "published_at")
        .column_as(selections::Column::Status, "status")
        .column_as(selections::Column::SubmittedAt, "submitted_at")
        .column_as(selections::Column::EffectiveAt, "effective_at")
        .column_as(selections::Column::Version, "version")
        .join(JoinType::InnerJoin, to_project())
        .join(JoinType::LeftJoin, to_plan());
    Ok(query.into_model::<Head>().one(db.conn()).await?)
}

/// A course of somebody's plan, with how far they are in it. Hours and scores in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    pub course: Uuid,
    pub code: String,
    pub title: String,
    pub subject: String,
    pub stage: String,
    pub module: i32,
    pub theme_code: Option<String>,
    pub kind: Option<String>,
    pub provider: String,
    pub provider_course_id: Option<String>,
    pub status: String,
    /// The hours it has in the plan; outside a plan the course's own.
    pub hours: i64,
    pub added_at: Option<DateTime<Utc>>,
    pub credited_hours: Option<i64>,
    pub watched_seconds: Option<i64>,
    pub completed_at: Option<DateTime<Utc>>,
    pub score: Option<i64>,
    pub presence_passed: Option<i64>,
    pub presence_missed: Option<i64>,
    pub last_event_at: Option<DateTime<Utc>>,
}

const COURSE: [courses::Column; 9] = [
    courses::Column::Code,
    courses::Column::Title,
    courses::Column::Subject,
    courses::Column::Stage,
    courses::Column::ThemeCode,
    courses::Column::Kind,
    courses::Column::Provider,
    courses::Column::ProviderCourseId,
    courses::Column::Status,
];

const PROGRESS: [course_progress::Column; 7] = [
    course_progress::Column::CreditedHours,
    course_progress::Column::WatchedSeconds,
    course_progress::Column::CompletedAt,
    course_progress::Column::Score,
    course_progress::Column::PresencePassed,
    course_progress::Column::PresenceMissed,
    course_progress::Column::LastEventAt,
];

fn to_course() -> RelationDef {
    selection_items::Entity::belongs_to(courses::Entity)
        .from(selection_items::Column::CourseId)
        .to(courses::Column::Id)
        .into()
}

/// What somebody has chosen, by code, with their progress.
pub async fn lines(db: &impl Source, enrollment: Uuid) -> Result<Vec<Line>> {
    use selection_items::Column as I;
    let to_progress: RelationDef = selection_items::Entity::belongs_to(course_progress::Entity)
        .from((I::EnrollmentId, I::CourseId))
        .to((course_progress::Column::EnrollmentId, course_progress::Column::CourseId))
        .into();
    let query = selection_items::Entity::find()
        .select_only()
        .column_as(I::CourseId, "course")
        .columns(COURSE)
        .columns([I::Module, I::Hours, I::AddedAt])
        .columns(PROGRESS)
        .join(JoinType::InnerJoin, to_course())
        .join(JoinType::LeftJoin, to_progress)
        .filter(I::EnrollmentId.eq(enrollment))
        .order_by_asc(courses::Column::Code);
    Ok(query.into_model::<Line>().all(db.conn()).await?)
}

/// Somebody's dealings with one course: what the plan froze of it, and how far they are in it.
/// Hours and scores in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Studied {
    pub course: Uuid,
    /// The state of the catalogue that the course is to be read in.
    pub catalog_revision: i64,
    pub module: Option<i32>,
    pub hours: Option<i64>,
    /// Nothing for what was studied outside the plan.
    pub added_at: Option<DateTime<Utc>>,
    pub credited_hours: Option<i64>,
    pub watched_seconds: Option<i64>,
    pub completed_at: Option<DateTime<Utc>>,
    pub score: Option<i64>,
    pub presence_passed: Option<i64>,
    pub presence_missed: Option<i64>,
    pub last_event_at: Option<DateTime<Utc>>,
}

/// What somebody has chosen and what they studied besides, in one statement. What the courses
/// are stands in the catalogue, which hardly changes and is not read again each time.
pub async fn studied(db: &impl Source, project: Uuid, enrollment: Uuid) -> Result<Vec<Studied>> {
    use course_progress::Column as P;
    use selection_items::Column as I;
    let chosen = Query::select()
        .columns([I::CourseId, I::Module, I::Hours, I::AddedAt])
        .from(selection_items::Entity)
        .and_where(I::EnrollmentId.eq(enrollment))
        .to_owned();
    let begun = Query::select()
        .column(P::CourseId)
        .columns(PROGRESS)
        .from(course_progress::Entity)
        .and_where(P::EnrollmentId.eq(enrollment))
        .to_owned();
    let revision = Query::select()
        .column(projects::Column::CatalogRevision)
        .from(projects::Entity)
        .and_where(projects::Column::Id.eq(project))
        .to_owned();
    let course = || [Expr::col(("chosen", I::CourseId)), Expr::col(("begun", P::CourseId))];
    let [of_plan, of_study] = course();
    let query = Query::select()
        .expr_as(Expr::from(revision), "catalog_revision")
        .expr_as(Func::coalesce(course()), "course")
        .columns([I::Module, I::Hours, I::AddedAt])
        .columns(PROGRESS)
        .from_subquery(chosen, "chosen")
        .join_subquery(JoinType::FullOuterJoin, begun, "begun", of_plan.eq(of_study))
        .to_owned();
    let statement = db.conn().get_database_backend().build(&query);
    Ok(Studied::find_by_statement(statement).all(db.conn()).await?)
}

/// Holds somebody's plan until the transaction ends, and gives it its next version; a plan that
/// is not there yet begins as `status`.
pub async fn hold(
    tx: &Write,
    project: Uuid,
    enrollment: Uuid,
    status: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    use selections::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        enrollment_id: Set(enrollment),
        project_id: Set(project),
        status: Set(status.to_owned()),
        submitted_at: Set(None),
        effective_at: Set(None),
        hours_total: Set(0),
        version: Set(1),
        updated_at: Set(now),
    };
    let next = OnConflict::column(Column::EnrollmentId)
        .value(Column::Version, Expr::col((Entity, Column::Version)).add(1))
        .update_column(Column::UpdatedAt)
        .to_owned();
    Entity::insert(row).on_conflict(next).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Puts a course into a plan that is held; `false` where it is in there already.
pub async fn add(
    tx: &Write,
    enrollment: Uuid,
    course: &courses::Model,
    now: DateTime<Utc>,
) -> Result<bool> {
    use selection_items::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        enrollment_id: Set(enrollment),
        course_id: Set(course.id),
        hours: Set(course.hours),
        module: Set(course.module),
        added_at: Set(now),
    };
    let keep =
        OnConflict::columns([Column::EnrollmentId, Column::CourseId]).do_nothing().to_owned();
    let added = Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await? == 1;
    if added {
        sum_up(tx, &[enrollment]).await?;
    }
    Ok(added)
}

/// Takes a course out of a plan that is held; `false` where it is not in there.
pub async fn remove(tx: &Write, enrollment: Uuid, course: Uuid) -> Result<bool> {
    let gone = selection_items::Entity::delete_by_id((enrollment, course)).exec(tx.conn()).await?;
    if gone.rows_affected == 1 {
        sum_up(tx, &[enrollment]).await?;
    }
    Ok(gone.rows_affected == 1)
}

/// Moves a plan that is held from one state to another.
pub async fn move_to(
    tx: &Write,
    enrollment: Uuid,
    from: &str,
    to: &str,
    submitted: Option<DateTime<Utc>>,
) -> Result<bool> {
    use selections::Column as C;
    let mut update = selections::Entity::update_many()
        .col_expr(C::Status, Expr::value(to))
        .filter(C::EnrollmentId.eq(enrollment))
        .filter(C::Status.eq(from));
    if let Some(at) = submitted {
        update = update
            .col_expr(C::SubmittedAt, Expr::value(at))
            .col_expr(C::EffectiveAt, Expr::value(at));
    }
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}

/// Gives somebody a deadline of their own.
pub async fn set_deadline(tx: &Write, enrollment: Uuid, at: DateTime<Utc>) -> Result<()> {
    use enrollments::Column as C;
    enrollments::Entity::update_many()
        .col_expr(C::SelectionClosesAt, Expr::value(at))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(enrollment))
        .exec(tx.conn())
        .await?;
    Ok(())
}
