//! The schema, change by change. Each file is frozen once it is released.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

mod m0001_organizations;
mod m0002_accounts;
mod m0003_roster;
mod m0004_catalog;
mod m0005_learning;
mod m0006_homework;
mod m0007_practice;
mod m0008_qualification;
mod m0009_clients;
mod m0010_imports;
mod m0011_audit;
mod m0012_import_files;
mod m0013_homework_drafts;
mod m0020_people;
mod m0021_exceptions;
mod m0022_study_lists;
mod m0023_homework_places;
mod m0024_library;
mod m0025_practice_records;
mod m0026_audit_persons;
mod m0027_reports;
mod m0028_figures;
mod m0029_backups;
mod m0030_import_edits;
mod m0032_imports;
mod m0034_authors;
mod m0036_counted;
mod reference;
mod table;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_organizations::Migration),
            Box::new(m0002_accounts::Migration),
            Box::new(m0003_roster::Migration),
            Box::new(m0004_catalog::Migration),
            Box::new(m0005_learning::Migration),
            Box::new(m0006_homework::Migration),
            Box::new(m0007_practice::Migration),
            Box::new(m0008_qualification::Migration),
            Box::new(m0009_clients::Migration),
            Box::new(m0010_imports::Migration),
            Box::new(m0011_audit::Migration),
            Box::new(m0012_import_files::Migration),
            Box::new(m0013_homework_drafts::Migration),
            Box::new(m0020_people::Migration),
            Box::new(m0021_exceptions::Migration),
            Box::new(m0022_study_lists::Migration),
            Box::new(m0023_homework_places::Migration),
            Box::new(m0024_library::Migration),
            Box::new(m0025_practice_records::Migration),
            Box::new(m0027_reports::Migration),
            Box::new(m0026_audit_persons::Migration),
            Box::new(m0029_backups::Migration),
            Box::new(m0030_import_edits::Migration),
            Box::new(m0028_figures::Migration),
            Box::new(m0032_imports::Migration),
            Box::new(m0034_authors::Migration),
            Box::new(m0036_counted::Migration),
        ]
    }

    /// Taking a column away takes its data with it, so there is no way back but a backup.
    async fn down<'c, C>(_db: C, _steps: Option<u32>) -> Result<(), DbErr>
    where
        C: IntoSchemaManagerConnection<'c>,
    {
        Err(DbErr::Migration(
            "the schema only moves forward: restore the backup made before the upgrade".to_owned(),
        ))
    }
}

/// Brings the schema up to date, wholly or not at all. Of several nodes starting together one
/// migrates while the others wait and then find nothing to do: SQLite lets one transaction
/// write, PostgreSQL is asked for a lock that ends with the transaction.
pub async fn run(db: &DatabaseConnection) -> Result<(), DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let all = db.begin_with_options(options).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        all.execute_unprepared("SELECT pg_advisory_xact_lock(7236117)").await?;
    }
    Migrator::up(&all, None).await?;
    all.commit().await
}
