//! What grades are made of: the marks, hours and works of enrolments.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{
    class_schools, classes, enrollments, online_scores, organizations, persons, policies, projects,
    submissions,
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, SelectStatement},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, reach::Columns};

/// An enrolment with the marks it has; hours and points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Member {
    pub id: Uuid,
    pub project_id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    pub trainee_no: String,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub school_name: String,
    pub subject: String,
    pub status: String,
    pub class_id: Option<Uuid>,
    pub workshop_id: Option<Uuid>,
    pub credited_hours: i64,
    pub online_score: Option<i64>,
    pub offline_score: Option<i64>,
    /// Works handed in and not withdrawn.
    pub works: i64,
}

pub(crate) const OWN: Columns<enrollments::Column> = Columns {
    county: Some(enrollments::Column::CountyId),
    school: Some(enrollments::Column::SchoolId),
    class: Some(enrollments::Column::ClassId),
    workshop: Some(enrollments::Column::WorkshopId),
    subject: Some(enrollments::Column::Subject),
    person: Some(enrollments::Column::PersonId),
};

/// Works that count for nothing yet, or no more.
const UNSENT: [&str; 2] = ["draft", "withdrawn"];

fn named() -> Select<enrollments::Entity> {
    use enrollments::{Column, Entity};
    let person = Entity::belongs_to(persons::Entity).from(Column::PersonId).to(persons::Column::Id);
    let school = Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::ProjectId,
            Column::PersonId,
            Column::TraineeNo,
            Column::CountyId,
            Column::SchoolId,
            Column::Subject,
            Column::Status,
            Column::ClassId,
            Column::WorkshopId,
            Column::CreditedHours,
            Column::OnlineScore,
            Column::OfflineScore,
        ])
        .join(JoinType::InnerJoin, person.into())
        .join(JoinType::InnerJoin, school.into())
        .column_as(persons::Column::Name, "name")
        .column_as(organizations::Column::Name, "school_name")
        .expr_as(Expr::from(handed_in()), "works")
}

/// How many works the enrolment of the row has handed in and not withdrawn.
fn handed_in() -> SelectStatement {
    let own = (enrollments::Entity, enrollments::Column::Id);
    submissions::Entity::find()
        .select_only()
        .expr(Expr::cust("COUNT(*)"))
        .filter(submissions::Column::Status.is_not_in(UNSENT))
        .filter(Expr::col((submissions::Entity, submissions::Column::EnrollmentId)).equals(own))
        .into_query()
}

pub async fn find_member(db: &impl Source, id: Uuid) -> Result<Option<Member>> {
    let query = named().filter(enrollments::Column::Id.eq(id));
    Ok(query.into_model::<Member>().one(db.conn()).await?)
}

/// The members of a class that the reach covers.
pub async fn list_members(
    db: &impl Source,
    class: Uuid,
    reach: &Reach,
    window: &Window,
) -> Result<Cut<Member>> {
    let query = named()
        .filter(enrollments::Column::ClassId.eq(class))
        .filter(enrollments::Column::Status.is_not_in(crate::practice::OUTSIDE))
        .filter(OWN.within(reach));
    let rows = window.by_id(query, enrollments::Column::Id);
    Ok(window.cut(rows.into_model::<Member>().all(db.conn()).await?))
}

/// Whose a class is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    pub project: Uuid,
    pub county: Uuid,
    pub schools: Vec<Uuid>,
    /// The policy set in force, as JSON; none where the preset is.
    pub policy: Option<String>,
}

pub async fn find_class(db: &impl Source, id: Uuid) -> Result<Option<Class>> {
    use classes::{Column, Entity};
    let schools = Entity::belongs_to(class_schools::Entity)
        .from(Column::Id)
        .to(class_schools::Column::ClassId);
    let project =
        Entity::belongs_to(projects::Entity).from(Column::ProjectId).to(projects::Column::Id);
    let policy = projects::Entity::belongs_to(policies::Entity)
        .from(projects::Column::PolicyId)
        .to(policies::Column::Id);
    let rows: Vec<(Uuid, Uuid, Option<Uuid>, Option<String>)> = Entity::find_by_id(id)
        .select_only()
        .columns([Column::ProjectId, Column::CountyId])
        .column(class_schools::Column::SchoolId)
        .column(policies::Column::Body)
        .join(JoinType::InnerJoin, project.into())
        .join(JoinType::LeftJoin, policy.into())
        .join(JoinType::LeftJoin, schools.into())
        .into_tuple()
        .all(db.conn())
        .await?;
    let schools = rows.iter().filter_map(|row| row.2).collect();
    let first = rows.into_iter().next();
    Ok(first.map(|(project, county, _, policy)| Class { project, county, schools, policy }))
}

/// How many works each enrolment of a project has handed in and not withdrawn.
pub async fn works_of_project(db: &impl Source, project: Uuid) -> Result<HashMap<Uuid, i64>> {
    use submissions::Column;
    let rows: Vec<(Uuid, i64)> = submissions::Entity::find()
        .select_only()
        .column(Column::EnrollmentId)
        .column_as(Column::Id.count(), "works")
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.is_not_in(UNSENT))
        .group_by(Column::EnrollmentId)
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Where an online mark came from: when the provider gave it and when it arrived.
pub async fn online_source(
    db: &impl Source,
    enrollment: Uuid,
) -> Result<Option<(DateTime<Utc>, DateTime<Utc>)>> {
    let row = online_scores::Entity::find()
        .filter(online_scores::Column::EnrollmentId.eq(enrollment))
        .filter(online_scores::Column::SupersededAt.is_null())
        .one(db.conn())
        .await?;
    Ok(row.map(|row| (row.source_at, row.received_at)))
}
