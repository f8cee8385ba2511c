use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    enrollments, expert_reviews, organizations, persons, recommendations, resources, submissions,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::Scope;
use crate::{Result, Source};

/// Who recommended a work on a rung, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub rung: String,
    pub name: String,
    pub at: DateTime<Utc>,
}

/// A work that climbed beyond its author, as R12 prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub facts: Facts,
    pub voices: Vec<Voice>,
    /// The experts' marks, in hundredths.
    pub marks: Vec<i64>,
    /// The level of the library that holds it.
    pub level: Option<String>,
}

/// What the list prints of the work itself.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Facts {
    pub id: Uuid,
    pub title: String,
    pub author: String,
    pub school: String,
    pub stage: String,
    pub subject: String,
    pub kind: String,
    pub rung: String,
}

/// The works of the scope that were recommended, by id, after one of them.
pub async fn works(
    db: &impl Source,
    scope: &Scope,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Work>> {
    use submissions::Column;
    let trainee = submissions::Entity::belongs_to(enrollments::Entity)
        .from(Column::EnrollmentId)
        .to(enrollments::Column::Id);
    let author = submissions::Entity::belongs_to(persons::Entity)
        .from(Column::PersonId)
        .to(persons::Column::Id);
    let school = submissions::Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    let mut query = submissions::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, trainee.into())
        .join(JoinType::InnerJoin, author.into())
        .join(JoinType::InnerJoin, school.into())
        .columns([Column::Id, Column::Title, Column::Stage, Column::Subject])
        .columns([Column::Kind, Column::Rung])
        .column_as(persons::Column::Name, "author")
        .column_as(organizations::Column::Name, "school")
        .filter(Column::Rung.ne("personal"))
        .filter(scope.enrolled())
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some(id) = after {
        query = query.filter(Column::Id.gt(id));
    }
    let facts: Vec<Facts> = query.into_model().all(db.conn()).await?;
    let ids: Vec<Uuid> = facts.iter().map(|one| one.id).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let mut voices = voices(db, &ids).await?;
    let mut marks = marks(db, &ids).await?;
    let mut levels = levels(db, &ids).await?;
    let work = |facts: Facts| Work {
        voices: voices.remove(&facts.id).unwrap_or_default(),
        marks: marks.remove(&facts.id).unwrap_or_default(),
        level: levels.remove(&facts.id),
        facts,
    };
    Ok(facts.into_iter().map(work).collect())
}

async fn voices(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Voice>>> {
    use recommendations::Column;
    let who = recommendations::Entity::belongs_to(persons::Entity)
        .from(Column::RecommenderId)
        .to(persons::Column::Id);
    let rows: Vec<(Uuid, String, DateTime<Utc>, String)> = recommendations::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, who.into())
        .columns([Column::SubmissionId, Column::Rung, Column::CreatedAt])
        .column_as(persons::Column::Name, "name")
        .filter(Column::SubmissionId.is_in(ids.iter().copied()))
        .filter(Column::CancelledAt.is_null())
        .order_by_asc(Column::CreatedAt)
        .into_tuple()
        .all(db.conn())
        .await?;
    let mut all: HashMap<Uuid, Vec<Voice>> = HashMap::new();
    for (work, rung, at, name) in rows {
        all.entry(work).or_default().push(Voice { rung, name, at });
    }
    Ok(all)
}

/// The experts' marks of works, in hundredths.
pub(crate) async fn marks(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<i64>>> {
    use expert_reviews::Column;
    let rows: Vec<(Uuid, Option<i64>)> = expert_reviews::Entity::find()
        .select_only()
        .columns([Column::SubmissionId, Column::Score])
        .filter(Column::SubmissionId.is_in(ids.iter().copied()))
        .filter(Column::Score.is_not_null())
        .into_tuple()
        .all(db.conn())
        .await?;
    let mut all: HashMap<Uuid, Vec<i64>> = HashMap::new();
    for (work, score) in rows {
        all.entry(work).or_default().extend(score);
    }
    Ok(all)
}

async fn levels(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    use resources::Column;
    let rows: Vec<(Option<Uuid>, String)> = resources::Entity::find()
        .select_only()
        .columns([Column::SubmissionId, Column::Level])
        .filter(Column::SubmissionId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().filter_map(|(work, level)| Some((work?, level))).collect())
}
