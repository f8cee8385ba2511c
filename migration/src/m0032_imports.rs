use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::table::{index, refer, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        codes(manager).await?;
        sheets_without_class(manager).await
    }
}

/// Towns and schools have their codes within their county: two counties number theirs alike,
/// and neither list may spoil the other. Provinces, cities and counties have theirs everywhere.
async fn codes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for name in ["ux_organizations_kind_code", "ix_organizations_county_id_kind_code"] {
        let mut old = Index::drop();
        old.name(name).table("organizations");
        manager.drop_index(old).await?;
    }
    manager.create_index(unique("organizations", &["county_id", "kind", "code"])).await?;
    let mut wide = unique("organizations", &["kind", "code"]);
    wide.cond_where(Expr::col("kind").is_in(["province", "city", "county"]));
    manager.create_index(wide).await
}

/// Somebody in no class is scored on a sheet of the school's without one (s.26).
async fn sheets_without_class(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("ALTER TABLE practice_sheets ALTER COLUMN class_id DROP NOT NULL")
            .await?;
    } else {
        rebuild(manager).await?;
    }
    let mut alone = unique("practice_sheets", &["round_id", "school_id"]);
    alone.cond_where(Expr::col("class_id").is_null());
    manager.create_index(alone).await
}

/// SQLite changes no column of a table that is there. The rows that refer to it are looked at
/// when all is done, and find their sheets again.
async fn rebuild(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    const COLUMNS: &str = "id, round_id, project_id, county_id, school_id, class_id, status, \
                           submitted_by, determined_by, return_reason, version, updated_at";
    let db = manager.get_connection();
    db.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
    db.execute_unprepared("CREATE TABLE kept_sheets AS SELECT * FROM practice_sheets").await?;
    db.execute_unprepared("DROP TABLE practice_sheets").await?;
    let mut table = Table::create();
    table
        .table("practice_sheets")
        .col(uuid("id").primary_key())
        .col(uuid("round_id"))
        .col(uuid("project_id"))
        .col(uuid("county_id"))
        .col(uuid("school_id"))
        .col(uuid_null("class_id"))
        .col(text("status"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(uuid_null("submitted_by"))
        .col(uuid_null("determined_by"))
        .col(text_null("return_reason"));
    for (column, other) in [
        ("round_id", "practice_rounds"),
        ("project_id", "projects"),
        ("school_id", "organizations"),
        ("class_id", "classes"),
        ("county_id", "organizations"),
    ] {
        table.foreign_key(&mut refer("practice_sheets", column, other));
    }
    manager.create_table(table).await?;
    let back = format!("INSERT INTO practice_sheets ({COLUMNS}) SELECT {COLUMNS} FROM kept_sheets");
    db.execute_unprepared(&back).await?;
    db.execute_unprepared("DROP TABLE kept_sheets").await?;
    manager.create_index(unique("practice_sheets", &["round_id", "class_id", "school_id"])).await?;
    for columns in
        [&["project_id", "status", "id"][..], &["school_id"], &["class_id"], &["project_id", "id"]]
    {
        manager.create_index(index("practice_sheets", columns)).await?;
    }
    Ok(())
}
