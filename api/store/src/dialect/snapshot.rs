//! A whole database at one instant, taken while others write, and put back.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    str::FromStr,
    time::Duration,
};

use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement,
    sqlx::sqlite::SqliteConnectOptions,
};

use super::sqlite;
use crate::{Error, Result};

/// What a snapshot is of; it can only be put back into the same.
#[must_use]
pub fn kind(url: &str) -> &'static str {
    if is_sqlite(url) { "sqlite" } else { "postgresql" }
}

fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// Writes a snapshot to a file that is not there yet. PostgreSQL's is made by `pg_dump`.
pub async fn take(url: &str, to: &Path) -> Result<()> {
    if is_sqlite(url) {
        let db = Database::connect(sqlite(url, 1, false)).await?;
        let path = to.to_string_lossy().into_owned();
        let vacuum = "VACUUM INTO ?";
        let vacuum = Statement::from_sql_and_values(DbBackend::Sqlite, vacuum, [path.into()]);
        let done = db.execute_raw(vacuum).await;
        db.close().await?;
        done?;
        return Ok(());
    }
    let options = ["--format=custom", "--no-owner", "--no-acl", "--file"].map(OsString::from);
    let options = options.into_iter().chain([to.into()]).collect();
    tool("pg_dump", url, options).await
}

/// Refuses a database that somebody uses, or that has accounts unless they may be replaced.
pub async fn check_target(url: &str, replace: bool) -> Result<()> {
    if is_sqlite(url) && !file_of(url)?.exists() {
        return Ok(());
    }
    let db = connect(url).await?;
    let found = inspect(&db).await;
    db.close().await?;
    if found? && !replace {
        let why = "the installation has accounts; say --replace to put the backup in their place";
        return Err(refused(why));
    }
    Ok(())
}

/// Puts a snapshot in the place of the database. The file that stood there is kept under `aside`.
pub async fn put_back(url: &str, from: &Path, aside: &str) -> Result<()> {
    if is_sqlite(url) {
        let file = file_of(url)?;
        return swap(&file, from, aside).map_err(|why| refused(&why.to_string()));
    }
    let db = connect(url).await?;
    let done = db.execute_unprepared("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await;
    db.close().await?;
    done?;
    let options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-acl"];
    let options = options.map(OsString::from).into_iter().chain([from.into()]).collect();
    tool("pg_restore", url, options).await
}

async fn connect(url: &str) -> Result<DatabaseConnection> {
    if is_sqlite(url) {
        return Ok(Database::connect(sqlite(url, 1, false)).await?);
    }
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// Whether there are accounts; fails where another program has the database open.
async fn inspect(db: &DatabaseConnection) -> Result<bool> {
    let backend = db.get_database_backend();
    let ask = async |sql: &str| -> Result<i64, DbErr> {
        let row = db.query_one_raw(Statement::from_string(backend, sql)).await?;
        row.map_or(Ok(0), |row| row.try_get_by_index(0))
    };
    let (others, table) = match backend {
        DbBackend::Sqlite => {
            // Leaving the write-ahead log takes the database to oneself; it also empties the log.
            let alone = Statement::from_string(backend, "PRAGMA journal_mode = DELETE");
            let mode = db.query_one_raw(alone).await.ok().flatten();
            let mode = mode.and_then(|row| row.try_get_by_index::<String>(0).ok());
            let table = "SELECT count(*) FROM sqlite_master WHERE name = 'accounts'";
            (i64::from(mode.as_deref() != Some("delete")), table)
        }
        _ => {
            // Whoever just left is listed a moment longer; the server's own workers, who are no
            // user, do no harm.
            let others = "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() \
                          AND datname = current_database() AND usesysid IS NOT NULL";
            let table = "SELECT count(*) FROM pg_tables WHERE tablename = 'accounts'";
            let mut found = ask(others).await?;
            for _ in 0..10 {
                if found == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
                found = ask(others).await?;
            }
            (found, table)
        }
    };
    if others > 0 {
        return Err(refused("another program has the database open; stop every instance first"));
    }
    Ok(ask(table).await? > 0 && ask("SELECT count(*) FROM accounts").await? > 0)
}

fn file_of(url: &str) -> Result<PathBuf> {
    let options = SqliteConnectOptions::from_str(url).map_err(|why| refused(&why.to_string()))?;
    Ok(options.get_filename().to_owned())
}

/// The new file has its own name only when it is whole and on disk.
fn swap(file: &Path, from: &Path, aside: &str) -> io::Result<()> {
    let beside = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let fresh = beside(".restoring");
    std::fs::copy(from, &fresh)?;
    std::fs::File::open(&fresh)?.sync_all()?;
    if file.exists() {
        std::fs::rename(file, beside(aside))?;
    }
    for log in ["-wal", "-shm"] {
        match std::fs::remove_file(beside(log)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
    }
    std::fs::rename(&fresh, file)?;
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Runs a program of PostgreSQL's. The password goes by a variable: a command line can be read by
/// everybody on the machine.
async fn tool(program: &'static str, url: &str, options: Vec<OsString>) -> Result<()> {
    let (url, password) = without_password(url);
    let mut command = Command::new(program);
    command.arg("--dbname").arg(url).args(options).stdin(Stdio::null()).stdout(Stdio::null());
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let done = tokio::task::spawn_blocking(move || command.output()).await;
    match done.map_err(|why| refused(&why.to_string()))? {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            Err(refused(&format!("{program}: {}", said.trim())))
        }
        Err(why) if why.kind() == io::ErrorKind::NotFound => Err(refused(&format!(
            "{program} is not on the PATH; install PostgreSQL's client programs \
             (Debian: postgresql-client), as new as the server or newer"
        ))),
        Err(why) => Err(refused(&format!("{program}: {why}"))),
    }
}

fn without_password(url: &str) -> (String, Option<String>) {
    let parts = url.split_once("://").and_then(|(scheme, rest)| {
        let (user, place) = rest.split_once('@')?;
        let (user, password) = user.split_once(':')?;
        Some((format!("{scheme}://{user}@{place}"), decoded(password)))
    });
    parts.map_or_else(|| (url.to_owned(), None), |(url, password)| (url, Some(password)))
}

/// `p%40ss` → `p@ss`
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match digits {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(part.get(2..).unwrap_or_default().as_bytes());
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn refused(why: &str) -> Error {
    Error::Snapshot(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_leaves_the_command_line() {
        let (url, password) = without_password("postgres://me:p%40s%25s@db:5432/x?sslmode=require");
        assert_eq!(url, "postgres://me@db:5432/x?sslmode=require");
        assert_eq!(password.as_deref(), Some("p@s%s"));
        assert_eq!(without_password("postgres://me@db/x").1, None);
    }
}
