//! Whole files at once: what an import has to know before it judges, and what it writes. No
//! query per row: sets are loaded whole, rows are written in chunks.

pub mod catalog;
pub mod events;
pub mod groups;
pub mod homework;
pub mod project;
pub mod roster;
pub mod schools;
pub mod scores;
pub mod staff;
pub mod undo;

use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait};

use crate::{Result, Source, Write, imports::CHUNK};

/// Inserts any number of rows; no more of them are made at a time than one statement takes.
pub(crate) async fn insert_all<A>(tx: &Write, rows: impl IntoIterator<Item = A>) -> Result<()>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(CHUNK).collect();
        <A::Entity as EntityTrait>::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}
