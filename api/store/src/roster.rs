//! The roster: who takes part in a project, and where they are placed.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{classes, enrollments, organizations, persons, workshops};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, QueryTrait, Select, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Key, Result, Source, Window, Write, page::contains, reach::Columns};

/// A place in a project with the person who holds it. The personal fields are sealed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Enrollment {
    pub id: Uuid,
    pub project_id: Uuid,
    pub person_id: Uuid,
    pub trainee_no: String,
    pub name: String,
    pub gender: Option<String>,
    pub phone_sealed: Option<Vec<u8>>,
    pub id_no_sealed: Option<Vec<u8>>,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub school_name: String,
    pub class_id: Option<Uuid>,
    pub class_name: Option<String>,
    pub workshop_id: Option<Uuid>,
    pub workshop_name: Option<String>,
    pub stage: String,
    pub subject: String,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
    pub status: String,
    pub activated_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// What a place is not in yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unplaced {
    Class,
    Workshop,
}

/// By what a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    TraineeNo,
    Name,
}

impl Order {
    /// The place of a row in a list of this order.
    #[must_use]
    pub fn key(self, row: &Enrollment) -> Key {
        let value = match self {
            Self::TraineeNo => &row.trainee_no,
            Self::Name => &row.name,
        };
        Key { value: Some(value.clone()), id: row.id }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub unplaced: Option<Unplaced>,
    pub status: Option<String>,
    pub activated: Option<bool>,
    pub stage: Option<String>,
    pub subject: Option<String>,
    /// Part of the name or of the trainee number.
    pub q: Option<String>,
    /// Only these.
    pub only: Option<Vec<Uuid>>,
    pub order: Order,
}

const OWNERS: Columns<enrollments::Column> = Columns {
    county: Some(enrollments::Column::CountyId),
    school: Some(enrollments::Column::SchoolId),
    class: Some(enrollments::Column::ClassId),
    workshop: Some(enrollments::Column::WorkshopId),
    subject: Some(enrollments::Column::Subject),
    person: Some(enrollments::Column::PersonId),
};

/// Every enrolment joined to its person.
fn joined() -> Select<enrollments::Entity> {
    let person = enrollments::Entity::belongs_to(persons::Entity)
        .from(enrollments::Column::PersonId)
        .to(persons::Column::Id);
    enrollments::Entity::find().join(JoinType::InnerJoin, person.into())
}

/// The columns of [`Enrollment`], with the names of school, class and workshop.
fn whole(query: Select<enrollments::Entity>) -> Select<enrollments::Entity> {
    use enrollments::{Column as C, Entity as E};
    let school = E::belongs_to(organizations::Entity).from(C::SchoolId);
    let class = E::belongs_to(classes::Entity).from(C::ClassId).to(classes::Column::Id);
    let workshop = E::belongs_to(workshops::Entity).from(C::WorkshopId).to(workshops::Column::Id);
    query
        .join(JoinType::InnerJoin, school.to(organizations::Column::Id).into())
        .join(JoinType::LeftJoin, class.into())
        .join(JoinType::LeftJoin, workshop.into())
        .select_only()
        .columns([C::Id, C::ProjectId, C::PersonId, C::TraineeNo, C::CountyId, C::SchoolId])
        .columns([C::ClassId, C::WorkshopId, C::Stage, C::Subject, C::Duty, C::JobTitle])
        .columns([C::TeachingYears, C::Education, C::Note, C::Status, C::ActivatedAt, C::Version])
        .columns([persons::Column::Name, persons::Column::Gender])
        .columns([persons::Column::PhoneSealed, persons::Column::IdNoSealed])
        .column_as(organizations::Column::Name, "school_name")
        .column_as(classes::Column::Name, "class_name")
        .column_as(workshops::Column::Name, "workshop_name")
}

fn narrowed(reach: &Reach, wanted: &Wanted) -> Select<enrollments::Entity> {
    use enrollments::Column as C;
    let mut query = joined().filter(C::ProjectId.eq(reach.project)).filter(OWNERS.within(reach));
    let places = [
        (C::SchoolId, wanted.school),
        (C::ClassId, wanted.class),
        (C::WorkshopId, wanted.workshop),
    ];
    for (column, id) in places {
        query = query.apply_if(id, |query, id| query.filter(column.eq(id)));
    }
    let words =
        [(C::Status, &wanted.status), (C::Stage, &wanted.stage), (C::Subject, &wanted.subject)];
    for (column, word) in words {
        query = query.apply_if(word.as_deref(), |query, word| query.filter(column.eq(word)));
    }
    query = match wanted.unplaced {
        Some(Unplaced::Class) => query.filter(C::ClassId.is_null()),
        Some(Unplaced::Workshop) => query.filter(C::WorkshopId.is_null()),
        None => query,
    };
    query = match wanted.activated {
        Some(true) => query.filter(C::ActivatedAt.is_not_null()),
        Some(false) => query.filter(C::ActivatedAt.is_null()),
        None => query,
    };
    query = query.apply_if(wanted.only.clone(), |query, ids| query.filter(C::Id.is_in(ids)));
    query.apply_if(wanted.q.as_deref(), |query, q| {
        let any = Condition::any().add(contains(persons::Column::Name, q));
        query.filter(any.add(contains(C::TraineeNo, q)))
    })
}

/// The places that the reach covers.
pub async fn list(
    db: &impl Source,
    reach: &Reach,
    wanted: &Wanted,
    window: &Window,
) -> Result<Cut<Enrollment>> {
    use enrollments::Column as C;
    let query = whole(narrowed(reach, wanted));
    let query = match wanted.order {
        Order::TraineeNo => window.by_text(query, C::TraineeNo, C::Id),
        Order::Name => window.by_text(query, persons::Column::Name, C::Id),
    };
    Ok(window.cut(query.into_model().all(db.conn()).await?))
}

pub async fn count(db: &impl Source, reach: &Reach, wanted: &Wanted) -> Result<i64> {
    let count = narrowed(reach, wanted).count(db.conn()).await?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Enrollment>> {
    let query = whole(joined()).filter(enrollments::Column::Id.eq(id));
    Ok(query.into_model().one(db.conn()).await?)
}

/// By the number that other systems know the trainee by.
pub async fn find_by_number(
    db: &impl Source,
    project: Uuid,
    trainee_no: &str,
) -> Result<Option<Enrollment>> {
    let query = whole(joined())
        .filter(enrollments::Column::ProjectId.eq(project))
        .filter(enrollments::Column::TraineeNo.eq(trainee_no));
    Ok(query.into_model().one(db.conn()).await?)
}

/// The trainee numbers of a project that look like a pattern.
pub async fn numbers_like(
    db: &impl Source,
    project: Uuid,
    pattern: &str,
) -> Result<HashSet<String>> {
    use enrollments::Column as C;
    let query = enrollments::Entity::find().select_only().column(C::TraineeNo);
    let query = query.filter(C::ProjectId.eq(project)).filter(C::TraineeNo.like(pattern));
    Ok(query.into_tuple::<String>().all(db.conn()).await?.into_iter().collect())
}

/// Every place that a person holds or held.
pub async fn list_of(db: &impl Source, person: Uuid) -> Result<Vec<Enrollment>> {
    let query = whole(joined()).filter(enrollments::Column::PersonId.eq(person));
    Ok(query.into_model().all(db.conn()).await?)
}

/// Writes what may change of a place if the version is still the one seen; tells whether it
/// was.
pub async fn update(tx: &Write, new: &Enrollment, now: DateTime<Utc>) -> Result<bool> {
    use enrollments::Column as C;
    let done = enrollments::Entity::update_many()
        .col_expr(C::TraineeNo, Expr::value(new.trainee_no.as_str()))
        .col_expr(C::SchoolId, Expr::value(new.school_id))
        .col_expr(C::ClassId, Expr::value(new.class_id))
        .col_expr(C::WorkshopId, Expr::value(new.workshop_id))
        .col_expr(C::Stage, Expr::value(new.stage.as_str()))
        .col_expr(C::Subject, Expr::value(new.subject.as_str()))
        .col_expr(C::Duty, Expr::value(new.duty.clone()))
        .col_expr(C::JobTitle, Expr::value(new.job_title.clone()))
        .col_expr(C::TeachingYears, Expr::value(new.teaching_years))
        .col_expr(C::Education, Expr::value(new.education.clone()))
        .col_expr(C::Note, Expr::value(new.note.clone()))
        .col_expr(C::Status, Expr::value(new.status.as_str()))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(new.id))
        .filter(C::Version.eq(new.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
