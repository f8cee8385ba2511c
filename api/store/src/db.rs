use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement,
    TransactionTrait,
};

use crate::{Result, dialect};

/// The database: where reads go and where writes go.
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
}

/// Somewhere to ask: a plain connection or a transaction.
pub trait Source {
    type Conn: ConnectionTrait;
    fn conn(&self) -> &Self::Conn;
}

/// Reads, each statement by itself.
#[derive(Clone, Debug)]
pub struct Read(DatabaseConnection);

/// A transaction that writes; it rolls back unless [`Write::commit`] is reached.
#[derive(Debug)]
pub struct Write(DatabaseTransaction);

impl Source for Read {
    type Conn = DatabaseConnection;

    fn conn(&self) -> &DatabaseConnection {
        &self.0
    }
}

impl Source for Write {
    type Conn = DatabaseTransaction;

    fn conn(&self) -> &DatabaseTransaction {
        &self.0
    }
}

impl Db {
    /// Connects, and refuses a database that could lose acknowledged writes.
    pub async fn open(url: &str, connections: u32) -> Result<Self> {
        let (reader, writer) = dialect::open(url, connections).await?;
        dialect::check_durable(&writer).await?;
        Ok(Self { reader, writer })
    }

    /// Connects even to a database that could lose acknowledged writes.
    pub async fn open_anyway(url: &str, connections: u32) -> Result<Self> {
        let (reader, writer) = dialect::open(url, connections).await?;
        Ok(Self { reader, writer })
    }

    /// Brings the schema up to date; safe when several nodes start together.
    pub async fn migrate(&self) -> Result<()> {
        Ok(migration::run(&self.writer).await?)
    }

    #[must_use]
    pub fn read(&self) -> Read {
        Read(self.reader.clone())
    }

    pub async fn write(&self) -> Result<Write> {
        Ok(Write(self.writer.begin_with_options(dialect::write_options()).await?))
    }

    /// One cheap statement that proves the database takes writes.
    pub async fn probe(&self) -> Result<()> {
        self.writer.begin_with_options(dialect::write_options()).await?.rollback().await?;
        let backend = self.reader.get_database_backend();
        self.reader.query_one_raw(Statement::from_string(backend, "SELECT 1")).await?;
        Ok(())
    }

    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// Calls back with every statement that is sent, its values written in; for tests that count
    /// queries and for the benchmark.
    pub fn watch(&mut self, seen: impl Fn(&str) + Clone + Send + Sync + 'static) {
        for pool in [&mut self.reader, &mut self.writer] {
            let seen = seen.clone();
            pool.set_metric_callback(move |info| seen(&info.statement.to_string()));
        }
    }

    pub async fn close(self) -> Result<()> {
        self.reader.close().await?;
        Ok(self.writer.close().await?)
    }
}

impl Write {
    pub async fn commit(self) -> Result<()> {
        Ok(self.0.commit().await?)
    }

    pub async fn roll_back(self) -> Result<()> {
        Ok(self.0.rollback().await?)
    }
}
