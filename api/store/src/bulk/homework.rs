use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{resources, submission_versions, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write};

/// A work that came from another system, as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Known {
    pub id: Uuid,
    pub external_id: String,
    pub enrollment_id: Uuid,
    pub rung: String,
    /// SHA-256 of its first version.
    pub content_hash: Vec<u8>,
}

/// A work to be made.
pub type Work = submissions::Model;
/// A thing of the library to be made.
pub type Resource = resources::Model;

/// The only version of a work that comes from another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: Uuid,
    pub submission: Uuid,
    pub title: String,
    pub body: String,
    pub content_hash: Vec<u8>,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The works of a project that came from another system, by their ids there.
pub async fn known(db: &impl Source, project: Uuid) -> Result<HashMap<String, Known>> {
    use submissions::Column;
    let first = submissions::Entity::belongs_to(submission_versions::Entity)
        .from(Column::Id)
        .to(submission_versions::Column::SubmissionId);
    let rows = submissions::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ExternalId, Column::EnrollmentId, Column::Rung])
        .column(submission_versions::Column::ContentHash)
        .join(JoinType::InnerJoin, first.into())
        .filter(Column::ProjectId.eq(project))
        .filter(Column::ExternalId.is_not_null())
        .filter(submission_versions::Column::Number.eq(1))
        .into_model::<Known>()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.external_id.clone(), row)).collect())
}

pub async fn insert_works(tx: &Write, works: Vec<Work>) -> Result<()> {
    let row = |work| submissions::ActiveModel::from(work).reset_all();
    insert_all(tx, works.into_iter().map(row).collect()).await
}

pub async fn insert_versions(tx: &Write, versions: Vec<Version>) -> Result<()> {
    let row = |version: Version| {
        let whole = submission_versions::Model {
            id: version.id,
            submission_id: version.submission,
            number: 1,
            title: version.title,
            body: version.body,
            content_hash: version.content_hash,
            contributors: "[]".to_owned(),
            created_by: version.by,
            created_at: version.at,
        };
        submission_versions::ActiveModel::from(whole).reset_all()
    };
    insert_all(tx, versions.into_iter().map(row).collect()).await
}

pub async fn insert_resources(tx: &Write, resources: Vec<Resource>) -> Result<()> {
    let row = |resource| resources::ActiveModel::from(resource).reset_all();
    insert_all(tx, resources.into_iter().map(row).collect()).await
}
