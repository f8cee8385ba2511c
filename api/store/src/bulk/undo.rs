//! Taking back what an import committed: records it made are deleted, records it changed get
//! their earlier values again. A record that something else depends on by now stays, and the
//! whole undoing with it.

use entity::{enrollments, online_scores, practice_scores, practice_sheets, seats, workshops};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    sea_query::{Alias, Expr, Query},
};
use uuid::Uuid;

use super::scores::OnlineScore;
use crate::{Error, Result, Source, Write, imports::CHUNK, seats as taken};

/// Tables an import fills, by id.
const TABLES: [&str; 16] = [
    "organizations",
    "persons",
    "accounts",
    "enrollments",
    "classes",
    "workshops",
    "appointments",
    "exceptions",
    "courses",
    "online_scores",
    "practice_sheets",
    "practice_scores",
    "submissions",
    "submission_versions",
    "state_events",
    "resources",
];

/// Deletes records of one table.
pub async fn delete(tx: &Write, table: &str, ids: &[Uuid]) -> Result<()> {
    let Some(table) = TABLES.iter().find(|name| **name == table) else {
        let value = table.to_owned();
        return Err(Error::Corrupt { table: "import_changes", column: "table_name", value });
    };
    if *table == "classes" {
        for some in ids.chunks(CHUNK) {
            entity::class_schools::Entity::delete_many()
                .filter(entity::class_schools::Column::ClassId.is_in(some.to_vec()))
                .exec(tx.conn())
                .await?;
        }
    }
    for some in ids.chunks(CHUNK) {
        let statement = Query::delete()
            .from_table(Alias::new(*table))
            .and_where(Expr::col(Alias::new("id")).is_in(some.to_vec()))
            .to_owned();
        sea_orm::ConnectionTrait::execute(tx.conn(), &statement).await?;
    }
    Ok(())
}

/// Takes choices away again.
pub async fn delete_choices(tx: &Write, pairs: &[(Uuid, Uuid)]) -> Result<()> {
    use entity::selection_items::{Column, Entity};
    for (enrollment, course) in pairs {
        Entity::delete_many()
            .filter(Column::EnrollmentId.eq(*enrollment))
            .filter(Column::CourseId.eq(*course))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Gives seats back; an owner of whom none is left is as if none had ever been taken.
pub async fn free_seats(tx: &Write, kind: &str, owner: Uuid, count: u64) -> Result<()> {
    taken::free(tx, kind, owner, i64::try_from(count).unwrap_or(i64::MAX)).await?;
    seats::Entity::delete_many()
        .filter(seats::Column::Kind.eq(kind))
        .filter(seats::Column::OwnerId.eq(owner))
        .filter(seats::Column::Taken.eq(0))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Deletes workshops and gives their places at school or class back.
pub async fn delete_workshops(tx: &Write, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(CHUNK) {
        let found = workshops::Entity::find()
            .filter(workshops::Column::Id.is_in(some.to_vec()))
            .all(tx.conn())
            .await?;
        for workshop in found {
            free_seats(tx, "workshop_host", workshop.host_id, 1).await?;
        }
    }
    delete(tx, "workshops", ids).await
}

/// Deletes online scores that are in force, and takes them off their owners.
///
/// # Errors
/// [`Error::Referenced`] where a newer score has replaced one of them.
pub async fn delete_scores(tx: &Write, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(CHUNK) {
        let found = online_scores::Entity::find()
            .filter(online_scores::Column::Id.is_in(some.to_vec()))
            .all(tx.conn())
            .await?;
        if found.iter().any(|score| score.superseded_at.is_some()) {
            return Err(Error::Referenced);
        }
        let owners: Vec<Uuid> = found.iter().map(|score| score.enrollment_id).collect();
        enrollments::Entity::update_many()
            .col_expr(enrollments::Column::OnlineScore, Expr::value(None::<i64>))
            .filter(enrollments::Column::Id.is_in(owners))
            .exec(tx.conn())
            .await?;
    }
    delete(tx, "online_scores", ids).await
}

/// Puts a score that was replaced into force again.
pub async fn restore_score(tx: &Write, score: &OnlineScore) -> Result<()> {
    online_scores::Entity::update_many()
        .col_expr(
            online_scores::Column::SupersededAt,
            Expr::value(None::<chrono::DateTime<chrono::Utc>>),
        )
        .filter(online_scores::Column::Id.eq(score.id))
        .exec(tx.conn())
        .await?;
    enrollments::Entity::update_many()
        .col_expr(enrollments::Column::OnlineScore, Expr::value(score.score))
        .filter(enrollments::Column::Id.eq(score.enrollment))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Whether one of these people has a row in a sheet of the class.
pub async fn any_marked(db: &impl Source, class: Uuid, members: &[Uuid]) -> Result<bool> {
    let sheets = Query::select()
        .column(practice_sheets::Column::Id)
        .from(practice_sheets::Entity)
        .and_where(practice_sheets::Column::ClassId.eq(class))
        .to_owned();
    for some in members.chunks(crate::MANY) {
        let count = practice_scores::Entity::find()
            .filter(practice_scores::Column::EnrollmentId.is_in(some.to_vec()))
            .filter(practice_scores::Column::SheetId.in_subquery(sheets.clone()))
            .count(db.conn())
            .await?;
        if count > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
