use chrono::{DateTime, Utc};
use entity::{persons, practice_score_changes, practice_scores};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Query,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, imports::CHUNK};

/// A row of a sheet before and after somebody wrote into it; kept for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub id: Uuid,
    pub score: Uuid,
    pub sheet: Uuid,
    pub project: Uuid,
    pub enrollment: Uuid,
    /// `school`, `county` or `import`.
    pub source: &'static str,
    pub actor: Option<Uuid>,
    pub role: String,
    /// JSON texts.
    pub before: String,
    pub after: String,
    pub reason: Option<String>,
    pub at: DateTime<Utc>,
}

pub async fn insert_changes(tx: &Write, changes: Vec<Change>) -> Result<()> {
    let mut rows = changes.into_iter().map(|new| practice_score_changes::ActiveModel {
        id: Set(new.id),
        score_id: Set(new.score),
        sheet_id: Set(new.sheet),
        project_id: Set(new.project),
        enrollment_id: Set(new.enrollment),
        source: Set(new.source.to_owned()),
        actor_id: Set(new.actor),
        role: Set(new.role),
        before: Set(new.before),
        after: Set(new.after),
        reason: Set(new.reason),
        at: Set(new.at),
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(CHUNK).collect();
        if some.is_empty() {
            return Ok(());
        }
        practice_score_changes::Entity::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
}

/// A change as it is read again.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Kept {
    pub id: Uuid,
    pub source: String,
    pub role: String,
    pub actor_name: Option<String>,
    pub before: String,
    pub after: String,
    pub reason: Option<String>,
    pub at: DateTime<Utc>,
}

/// A change of a row, as far as it tells where its marks came from.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Trace {
    pub score_id: Uuid,
    pub source: String,
    pub actor_name: Option<String>,
    pub before: String,
    pub after: String,
    pub at: DateTime<Utc>,
}

/// What became of all rows of a sheet, oldest first.
pub async fn traces(db: &impl Source, sheet: Uuid) -> Result<Vec<Trace>> {
    use practice_score_changes::{Column, Entity};
    let actor = Entity::belongs_to(persons::Entity).from(Column::ActorId).to(persons::Column::Id);
    let own = Query::select()
        .column(practice_scores::Column::Id)
        .from(practice_scores::Entity)
        .and_where(practice_scores::Column::SheetId.eq(sheet))
        .to_owned();
    let query = Entity::find()
        .join(JoinType::LeftJoin, actor.into())
        .column_as(persons::Column::Name, "actor_name")
        .filter(Column::ScoreId.in_subquery(own))
        .order_by_asc(Column::Id);
    Ok(query.into_model::<Trace>().all(db.conn()).await?)
}

/// Whether somebody wrote into one of these rows by hand after an instant.
pub async fn any_by_hand_since(
    db: &impl Source,
    scores: &[Uuid],
    since: DateTime<Utc>,
) -> Result<bool> {
    use practice_score_changes::{Column, Entity};
    for some in scores.chunks(crate::MANY) {
        let found: Option<Uuid> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::ScoreId.is_in(some.to_vec()))
            .filter(Column::Source.ne("import"))
            .filter(Column::At.gt(since))
            .limit(1)
            .into_tuple()
            .one(db.conn())
            .await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What became of a row, oldest first.
pub async fn list_changes(db: &impl Source, score: Uuid, window: &Window) -> Result<Cut<Kept>> {
    use practice_score_changes::{Column, Entity};
    let actor = Entity::belongs_to(persons::Entity).from(Column::ActorId).to(persons::Column::Id);
    let query = Entity::find()
        .join(JoinType::LeftJoin, actor.into())
        .column_as(persons::Column::Name, "actor_name")
        .filter(Column::ScoreId.eq(score));
    let rows = window.by_id(query, Column::Id).into_model::<Kept>().all(db.conn()).await?;
    Ok(window.cut(rows))
}
