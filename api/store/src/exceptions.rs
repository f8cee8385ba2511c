//! Where a limit was passed with a reason.

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::exceptions::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, reach::Columns};

/// Rows of one insert.
const CHUNK: usize = 500;

/// One limit passed, with the reason that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub id: Uuid,
    pub project: Uuid,
    pub county: Uuid,
    pub school: Option<Uuid>,
    /// `class_full`, `too_many_workshops`, `family_taken` or `family_mismatch`.
    pub kind: String,
    /// `class` or `workshop`.
    pub object_kind: String,
    pub object: Uuid,
    pub enrollment: Option<Uuid>,
    pub reason: String,
    pub actor: Uuid,
    pub role: String,
    pub at: DateTime<Utc>,
}

pub async fn insert(tx: &Write, all: Vec<Exception>) -> Result<()> {
    let mut rows = all.into_iter().map(row).peekable();
    while rows.peek().is_some() {
        let some: Vec<ActiveModel> = rows.by_ref().take(CHUNK).collect();
        Entity::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

fn row(one: Exception) -> ActiveModel {
    ActiveModel {
        id: Set(one.id),
        project_id: Set(one.project),
        county_id: Set(one.county),
        school_id: Set(one.school),
        kind: Set(one.kind),
        object_kind: Set(one.object_kind),
        object_id: Set(one.object),
        enrollment_id: Set(one.enrollment),
        reason: Set(one.reason),
        actor_id: Set(one.actor),
        role: Set(one.role),
        at: Set(one.at),
    }
}

/// The exceptions of a project that the reach covers, the newest first.
pub async fn list(
    db: &impl Source,
    reach: &Reach,
    kind: Option<&str>,
    window: &Window,
) -> Result<Cut<Exception>> {
    let columns =
        Columns { county: Some(Column::CountyId), school: Some(Column::SchoolId), ..Columns::NONE };
    let mut query =
        Entity::find().filter(Column::ProjectId.eq(reach.project)).filter(columns.within(reach));
    if let Some(kind) = kind {
        query = query.filter(Column::Kind.eq(kind));
    }
    let rows = window.by_id(query, Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows.into_iter().map(exception).collect()))
}

fn exception(row: Model) -> Exception {
    Exception {
        id: row.id,
        project: row.project_id,
        county: row.county_id,
        school: row.school_id,
        kind: row.kind,
        object_kind: row.object_kind,
        object: row.object_id,
        enrollment: row.enrollment_id,
        reason: row.reason,
        actor: row.actor_id,
        role: row.role,
        at: row.at,
    }
}
