//! The one place that knows SQLite from PostgreSQL.

pub mod snapshot;

use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode, SqlxError, Statement, TransactionOptions,
};

use crate::{Error, Result};

/// SQLite takes the write lock at once: a deferred transaction that reads first and writes
/// later fails with "database is locked" when two do so together.
pub(crate) fn write_options() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

/// Opens (reader, writer). SQLite has one writer and several read-only connections;
/// PostgreSQL has one pool.
pub(crate) async fn open(
    url: &str,
    connections: u32,
) -> Result<(DatabaseConnection, DatabaseConnection)> {
    if url.starts_with("sqlite:") {
        let writer = Database::connect(sqlite(url, 1, false)).await?;
        let reader = Database::connect(sqlite(url, connections.max(2), true)).await?;
        return Ok((reader, writer));
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(3))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|postgres| {
            // The server's own defaults reckon with turning disks, on which it reads whole tables
            // where an index would do, and compiles reports for longer than they run.
            postgres
                .options([("random_page_cost", "1.1"), ("jit", "off")])
                .statement_cache_capacity(256)
        });
    let pool = Database::connect(options).await?;
    Ok((pool.clone(), pool))
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(if read_only { 5 } else { 20 }))
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("trusted_schema", "0")
                .pragma("recursive_triggers", "ON")
                .pragma("cache_size", "-4000")
                .pragma("temp_store", "MEMORY")
                .busy_timeout(Duration::from_secs(5))
                .statement_cache_capacity(256)
                // A whole page of rows, so that reader and asker need not wait for each other.
                .row_buffer_size(256);
            if read_only { sqlite.pragma("query_only", "1") } else { sqlite }
        });
    options
}

/// Refuses settings under which an acknowledged write could be lost.
pub(crate) async fn check_durable(db: &DatabaseConnection) -> Result<()> {
    let wanted: &[(&str, &[&str])] = match db.get_database_backend() {
        DbBackend::Sqlite => &[
            ("PRAGMA journal_mode", &["wal"]),
            ("PRAGMA synchronous", &["2", "3"]),
            ("PRAGMA foreign_keys", &["1"]),
        ],
        _ => &[
            ("SHOW fsync", &["on"]),
            ("SHOW full_page_writes", &["on"]),
            ("SHOW synchronous_commit", &["on", "remote_apply", "remote_write", "local"]),
            ("SHOW server_encoding", &["UTF8"]),
        ],
    };
    for (statement, allowed) in wanted {
        let row =
            db.query_one_raw(Statement::from_string(db.get_database_backend(), *statement)).await?;
        let value = row.and_then(|row| {
            row.try_get_by_index::<String>(0)
                .or_else(|_| row.try_get_by_index::<i64>(0).map(|number| number.to_string()))
                .ok()
        });
        if !value.as_deref().is_some_and(|value| allowed.contains(&value)) {
            return Err(Error::Unsafe(format!("{statement} is {}", value.unwrap_or_default())));
        }
    }
    Ok(())
}

/// The database's own code of an error: SQLite's extended result code or the SQLSTATE.
pub(crate) fn state_of(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) =
        error
    else {
        return None;
    };
    match &**inner {
        SqlxError::Database(cause) => cause.code().map(|code| code.into_owned()),
        _ => None,
    }
}

pub(crate) fn is_lost_connection(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) =
        error
    else {
        return false;
    };
    matches!(
        &**inner,
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::Protocol(_)
    )
}
