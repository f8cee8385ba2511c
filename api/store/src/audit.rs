//! The audit trail: one row for each act, written with it; sealed into a chain afterwards.

mod list;
mod seals;

use chrono::{DateTime, Utc};
use entity::audit_events::{ActiveModel, Entity};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    EntityTrait,
};
use uuid::Uuid;

use crate::{Result, Write};
pub use list::{Filter, Sight, list, person_names};
pub use seals::{Seal, counts, events_of, head, insert_seals, seals_after, unsealed};

/// A row of the trail as it is kept.
pub type Kept = entity::audit_events::Model;

/// One act, without any personal data.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub project: Option<Uuid>,
    pub county: Option<Uuid>,
    pub school: Option<Uuid>,
    pub actor: Option<Uuid>,
    pub client: Option<Uuid>,
    pub role: String,
    pub action: String,
    pub object_kind: String,
    pub object_id: Option<String>,
    /// `done` or `denied`.
    pub outcome: String,
    pub reason: Option<String>,
    pub request_id: String,
    pub ip: String,
    pub before_hash: Option<Vec<u8>>,
    pub after_hash: Option<Vec<u8>>,
    /// JSON text.
    pub detail: String,
    /// Whom it is about.
    pub person: Option<Uuid>,
}

pub async fn insert(tx: &Write, events: Vec<Event>) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let rows = events.into_iter().map(|event| ActiveModel {
        seq: NotSet,
        id: Set(event.id),
        at: Set(event.at),
        project_id: Set(event.project),
        county_id: Set(event.county),
        school_id: Set(event.school),
        actor_id: Set(event.actor),
        client_id: Set(event.client),
        role: Set(event.role),
        action: Set(event.action),
        object_kind: Set(event.object_kind),
        object_id: Set(event.object_id),
        outcome: Set(event.outcome),
        reason: Set(event.reason),
        request_id: Set(event.request_id),
        ip: Set(event.ip),
        before_hash: Set(event.before_hash),
        after_hash: Set(event.after_hash),
        detail: Set(event.detail),
        person_id: Set(event.person),
    });
    Entity::insert_many(rows).exec_without_returning(crate::Source::conn(tx)).await?;
    Ok(())
}
