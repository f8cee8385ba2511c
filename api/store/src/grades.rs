//! What grades are made of: the marks, hours and works of enrolments.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{
    class_schools, classes, enrollments, online_scores, organizations, persons, submissions,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
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
}

pub(crate) const OWN: Columns<enrollments::Column> = Columns {
    county: Some(enrollments::Column::CountyId),
    school: Some(enrollments::Column::SchoolId),
    class: Some(enrollments::Column::ClassId),
    workshop: Some(enrollments::Column::WorkshopId),
    subject: Some(enrollments::Column::Subject),
    person: Some(enrollments::Column::PersonId),
};

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
}

pub async fn find_class(db: &impl Source, id: Uuid) -> Result<Option<Class>> {
    let schools = classes::Entity::belongs_to(class_schools::Entity).from(classes::Column::Id);
    let rows: Vec<(Uuid, Uuid, Option<Uuid>)> = classes::Entity::find_by_id(id)
        .select_only()
        .columns([classes::Column::ProjectId, classes::Column::CountyId])
        .column(class_schools::Column::SchoolId)
        .join(JoinType::LeftJoin, schools.to(class_schools::Column::ClassId).into())
        .into_tuple()
        .all(db.conn())
        .await?;
    let schools = rows.iter().filter_map(|(_, _, school)| *school).collect();
    Ok(rows.first().map(|(project, county, _)| Class {
        project: *project,
        county: *county,
        schools,
    }))
}

/// How many works each of these enrolments has handed in and not withdrawn.
pub async fn works(db: &impl Source, enrollments: Vec<Uuid>) -> Result<HashMap<Uuid, i64>> {
    let query =
        submissions::Entity::find().filter(submissions::Column::EnrollmentId.is_in(enrollments));
    counted(db, query).await
}

/// How many works each enrolment of a project has handed in and not withdrawn.
pub async fn works_of_project(db: &impl Source, project: Uuid) -> Result<HashMap<Uuid, i64>> {
    let query = submissions::Entity::find().filter(submissions::Column::ProjectId.eq(project));
    counted(db, query).await
}

async fn counted(
    db: &impl Source,
    query: Select<submissions::Entity>,
) -> Result<HashMap<Uuid, i64>> {
    use submissions::Column;
    let rows: Vec<(Uuid, i64)> = query
        .select_only()
        .column(Column::EnrollmentId)
        .column_as(Column::Id.count(), "works")
        .filter(Column::Status.is_not_in(["draft", "withdrawn"]))
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
