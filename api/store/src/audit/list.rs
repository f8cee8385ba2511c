use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{
    audit_events::{Column, Entity},
    persons,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Kept;
use crate::{Cut, Result, Source, Window, reach::Columns};

/// Which part of the trail somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// What happened in a project, as far as the reach goes.
    Project(Reach),
    /// What belongs to no project: sign-ins, clients, the platform itself.
    Platform,
    /// What is about one person.
    About(Uuid),
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub actor: Option<Uuid>,
    pub person: Option<Uuid>,
    pub action: Option<String>,
    pub object_kind: Option<String>,
    pub object_id: Option<String>,
    pub outcome: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
}

const OWNERS: Columns<Column> = Columns {
    county: Some(Column::CountyId),
    school: Some(Column::SchoolId),
    person: Some(Column::PersonId),
    ..Columns::NONE
};

/// The trail, newest first; the cursor's value is the place in the trail.
pub async fn list(
    db: &impl Source,
    sight: &Sight,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Kept>> {
    let mut query = Entity::find()
        .filter(seen(sight))
        .filter(wanted(filter))
        .order_by_desc(Column::Seq)
        .limit(window.limit.saturating_add(1));
    let after = window.after.as_ref().and_then(|key| key.value.as_deref());
    if let Some(seq) = after.and_then(|text| text.parse::<i64>().ok()) {
        query = query.filter(Column::Seq.lt(seq));
    }
    Ok(window.cut(query.all(db.conn()).await?))
}

fn seen(sight: &Sight) -> Condition {
    match sight {
        Sight::Project(reach) => {
            Condition::all().add(Column::ProjectId.eq(reach.project)).add(OWNERS.within(reach))
        }
        Sight::Platform => Condition::all().add(Column::ProjectId.is_null()),
        Sight::About(person) => Condition::all().add(Column::PersonId.eq(*person)),
    }
}

fn wanted(filter: &Filter) -> Condition {
    Condition::all()
        .add_option(filter.actor.map(|id| Column::ActorId.eq(id)))
        .add_option(filter.person.map(|id| Column::PersonId.eq(id)))
        .add_option(filter.action.as_deref().map(|text| Column::Action.eq(text)))
        .add_option(filter.object_kind.as_deref().map(|text| Column::ObjectKind.eq(text)))
        .add_option(filter.object_id.as_deref().map(|text| Column::ObjectId.eq(text)))
        .add_option(filter.outcome.as_deref().map(|text| Column::Outcome.eq(text)))
        .add_option(filter.from.map(|at| Column::At.gte(at)))
        .add_option(filter.until.map(|at| Column::At.lt(at)))
}

/// The names of people, by id.
pub async fn person_names(db: &impl Source, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String)> = persons::Entity::find()
        .select_only()
        .columns([persons::Column::Id, persons::Column::Name])
        .filter(persons::Column::Id.is_in(ids))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}
