//! Taking back what an import committed: records it made are deleted, records it changed get
//! their earlier values again. A record that something else depends on by now stays, and the
//! whole undoing with it.

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Alias, Expr, Query},
};
use uuid::Uuid;

use crate::{Error, Result, Source, Write, imports::CHUNK};

/// Tables an import fills, by id.
const TABLES: [&str; 15] = [
    "organizations",
    "persons",
    "accounts",
    "enrollments",
    "classes",
    "workshops",
    "appointments",
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
            .and_where(sea_orm::ExprTrait::is_in(Expr::col(Alias::new("id")), some.to_vec()))
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
