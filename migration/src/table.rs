//! Small words that the migrations are written in.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

/// A foreign key to the primary key of another table.
pub fn refer(
    table: &'static str,
    column: &'static str,
    other: &'static str,
) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.name(format!("fk_{table}_{column}")).from(table, column).to(other, key_of(other));
    key
}

/// Lists are known by their codes, everything else by its id.
fn key_of(table: &str) -> &'static str {
    if table == "themes" { "code" } else { "id" }
}

pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = index(table, columns);
    index.name(format!("ux_{table}_{}", columns.join("_"))).unique();
    index
}

/// Lets the database itself refuse to change or delete rows of a table.
pub async fn append_only(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let db = manager.get_connection();
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(&format!(
            "CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        ))
        .await?;
        db.execute_unprepared(&format!(
            "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
        ))
        .await?;
        db.execute_unprepared(&format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
        ))
        .await?;
        return Ok(());
    }
    for act in ["UPDATE", "DELETE"] {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} \
             BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        ))
        .await?;
    }
    Ok(())
}
