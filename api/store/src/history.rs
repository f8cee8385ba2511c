//! What became of a thing: one row for each change of its state, never changed again.

use chrono::{DateTime, Utc};
use entity::{persons, state_events};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// Rows of one insert; SQLite binds at most 32,766 values at once.
const CHUNK: usize = 500;

/// One change of state, or a decision that changed none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: Uuid,
    pub project: Option<Uuid>,
    /// The kind and id of the thing, such as `submission`.
    pub kind: String,
    pub thing: Uuid,
    pub action: String,
    pub from: String,
    pub to: String,
    pub actor: Uuid,
    pub role: String,
    pub reason: Option<String>,
    pub at: DateTime<Utc>,
}

pub async fn insert(tx: &Write, steps: Vec<Step>) -> Result<()> {
    let mut rows = steps.into_iter().map(row).peekable();
    while rows.peek().is_some() {
        let some: Vec<state_events::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        state_events::Entity::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

fn row(step: Step) -> state_events::ActiveModel {
    state_events::ActiveModel {
        id: Set(step.id),
        project_id: Set(step.project),
        entity_kind: Set(step.kind),
        entity_id: Set(step.thing),
        action: Set(step.action),
        from_state: Set(step.from),
        to_state: Set(step.to),
        actor_id: Set(step.actor),
        role: Set(step.role),
        reason: Set(step.reason),
        at: Set(step.at),
    }
}

/// What became of a thing, oldest first, with the names of those who acted.
pub async fn list(
    db: &impl Source,
    kind: &str,
    thing: Uuid,
) -> Result<Vec<(Step, Option<String>)>> {
    let rows = state_events::Entity::find()
        .join(
            sea_orm::JoinType::LeftJoin,
            state_events::Entity::belongs_to(persons::Entity)
                .from(state_events::Column::ActorId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(state_events::Column::EntityKind.eq(kind))
        .filter(state_events::Column::EntityId.eq(thing))
        .order_by_asc(state_events::Column::At)
        .order_by_asc(state_events::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|(row, actor)| (step(row), actor.map(|one| one.name))).collect())
}

fn step(row: state_events::Model) -> Step {
    Step {
        id: row.id,
        project: row.project_id,
        kind: row.entity_kind,
        thing: row.entity_id,
        action: row.action,
        from: row.from_state,
        to: row.to_state,
        actor: row.actor_id,
        role: row.role,
        reason: row.reason,
        at: row.at,
    }
}
