//! Who sits in which class and workshop.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{enrollments, persons, workshops};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Error, Result, Source, Write};

/// States of an enrolment that does not count any more, or not yet.
pub(crate) const AWAY: [&str; 4] = ["withdrawn", "deferred", "exempted", "transferred"];

/// A trainee as far as placing needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    pub id: Uuid,
    pub person: Uuid,
    pub project: Uuid,
    pub county: Uuid,
    pub school: Uuid,
    /// Code of the subject.
    pub subject: String,
    pub status: String,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
}

impl Trainee {
    /// Whether the place still counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        !AWAY.contains(&self.status.as_str())
    }
}

fn trainee(row: enrollments::Model) -> Trainee {
    Trainee {
        id: row.id,
        person: row.person_id,
        project: row.project_id,
        county: row.county_id,
        school: row.school_id,
        subject: row.subject,
        status: row.status,
        class: row.class_id,
        workshop: row.workshop_id,
    }
}

/// The trainees of these ids, by id.
pub async fn find_many(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, Trainee>> {
    let query =
        enrollments::Entity::find().filter(enrollments::Column::Id.is_in(ids.iter().copied()));
    Ok(query.all(db.conn()).await?.into_iter().map(|row| (row.id, trainee(row))).collect())
}

/// A person's place in a project.
pub async fn of_person(db: &impl Source, project: Uuid, person: Uuid) -> Result<Option<Trainee>> {
    let query = enrollments::Entity::find()
        .filter(enrollments::Column::ProjectId.eq(project))
        .filter(enrollments::Column::PersonId.eq(person));
    Ok(query.one(db.conn()).await?.map(trainee))
}

/// Everybody of a project, or of one school of it, who lacks a class or a workshop.
pub async fn unplaced(
    db: &impl Source,
    project: Uuid,
    school: Option<Uuid>,
) -> Result<Vec<Trainee>> {
    use enrollments::Column;
    let lacking = Column::ClassId.is_null().or(Column::WorkshopId.is_null());
    let mut query = enrollments::Entity::find().filter(Column::ProjectId.eq(project));
    if let Some(school) = school {
        query = query.filter(Column::SchoolId.eq(school));
    }
    let rows = sea_orm::QueryOrder::order_by_asc(query.filter(lacking), Column::Id);
    let all = rows.all(db.conn()).await?.into_iter().map(trainee);
    Ok(all.filter(Trainee::counts).collect())
}

/// What a trainee is placed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Class,
    Workshop,
}

impl Place {
    fn column(self) -> enrollments::Column {
        match self {
            Self::Class => enrollments::Column::ClassId,
            Self::Workshop => enrollments::Column::WorkshopId,
        }
    }
}

/// Moves trainees from one place (or none) to another (or none).
///
/// # Errors
/// [`Error::Busy`] when one of them has been moved meanwhile: the unit is tried again.
pub async fn shift(
    tx: &Write,
    place: Place,
    from: Option<Uuid>,
    to: Option<Uuid>,
    ids: &[Uuid],
    now: DateTime<Utc>,
) -> Result<()> {
    use enrollments::Column;
    if ids.is_empty() {
        return Ok(());
    }
    let column = place.column();
    let update = enrollments::Entity::update_many()
        .col_expr(column, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(from.map_or_else(|| column.is_null(), |from| column.eq(from)));
    let moved = update.exec(tx.conn()).await?.rows_affected;
    if usize::try_from(moved).ok() == Some(ids.len()) { Ok(()) } else { Err(Error::Busy) }
}

/// Whoever leaves a class leaves the workshops that it hosts.
pub async fn leave_hosted(tx: &Write, class: Uuid, ids: &[Uuid], now: DateTime<Utc>) -> Result<()> {
    use enrollments::Column;
    let hosted = workshops::Entity::find()
        .select_only()
        .column(workshops::Column::Id)
        .filter(workshops::Column::HostId.eq(class))
        .into_query();
    enrollments::Entity::update_many()
        .col_expr(Column::WorkshopId, Expr::value(None::<Uuid>))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::WorkshopId.in_subquery(hosted))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Everybody leaves a workshop.
pub async fn empty_workshop(tx: &Write, workshop: Uuid, now: DateTime<Utc>) -> Result<()> {
    use enrollments::Column;
    enrollments::Entity::update_many()
        .col_expr(Column::WorkshopId, Expr::value(None::<Uuid>))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::WorkshopId.eq(workshop))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// How many sit in each of these places.
pub async fn count(db: &impl Source, place: Place, ids: &[Uuid]) -> Result<HashMap<Uuid, i64>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let column = place.column();
    let rows: Vec<(Uuid, i64)> = enrollments::Entity::find()
        .select_only()
        .column(column)
        .column_as(enrollments::Column::Id.count(), "members")
        .filter(column.is_in(ids.iter().copied()))
        .group_by(column)
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// The names of persons.
pub async fn names(db: &impl Source, persons: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    if persons.is_empty() {
        return Ok(HashMap::new());
    }
    let query = persons::Entity::find().filter(persons::Column::Id.is_in(persons.iter().copied()));
    Ok(query.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
