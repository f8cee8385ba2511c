use entity::{appointments, persons};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{Result, Source};

/// A role in force, as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub person: Uuid,
    pub name: String,
    pub role: String,
    pub scope: Option<Uuid>,
    pub subject: Option<String>,
    /// Whether there is a phone to sign in by.
    pub reachable: bool,
}

/// The roles in force in a project, and those of the platform.
pub async fn held(db: &impl Source, project: Uuid) -> Result<Vec<Held>> {
    let rows = appointments::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            appointments::Entity::belongs_to(persons::Entity)
                .from(appointments::Column::PersonId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(appointments::Column::EndedAt.is_null())
        .filter(
            Condition::any()
                .add(appointments::Column::ProjectId.eq(project))
                .add(appointments::Column::ProjectId.is_null()),
        )
        .all(db.conn())
        .await?;
    let held = |(row, person): (appointments::Model, Option<persons::Model>)| Held {
        person: row.person_id,
        reachable: person.as_ref().is_some_and(|person| person.phone_hash.is_some()),
        name: person.map(|person| person.name).unwrap_or_default(),
        role: row.role,
        scope: row.scope_id,
        subject: row.subject,
    };
    Ok(rows.into_iter().map(held).collect())
}
