use sea_orm::{DbErr, SqlErr};

/// What can go wrong below the rules.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Database(DbErr),
    /// The database was busy or the transaction lost a race: trying again is worth it.
    #[error("the database is busy")]
    Busy,
    /// No connection could be had: the database is away or overloaded.
    #[error("the database cannot be reached")]
    Away,
    /// The disk is full.
    #[error("no space is left")]
    Full,
    /// A unique constraint refused the row.
    #[error("a row with this key exists")]
    Duplicate,
    /// A foreign key refused the change: something still refers to the row, or it is missing.
    #[error("a row refers to this one")]
    Referenced,
    #[error("{table}.{column} holds {value:?}, which no rule knows")]
    Corrupt { table: &'static str, column: &'static str, value: String },
    /// A snapshot could not be taken or put back.
    #[error("{0}")]
    Snapshot(String),
    #[error("the database would lose data: {0}")]
    Unsafe(String),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => return Self::Duplicate,
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => return Self::Referenced,
            _ => {}
        }
        if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) {
            return Self::Away;
        }
        match crate::dialect::state_of(&error).as_deref() {
            Some("5" | "6" | "261" | "517" | "40001" | "40P01" | "55P03") => Self::Busy,
            Some("13" | "53100") => Self::Full,
            Some("57P01" | "57P02" | "57P03" | "08006" | "08003") => Self::Away,
            _ if crate::dialect::is_lost_connection(&error) => Self::Away,
            _ => Self::Database(error),
        }
    }
}
