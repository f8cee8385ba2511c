//! Files that belong to works, or to nobody but their author yet.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{attachments, resources, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// A file as it is recorded; its bytes are kept under `storage_key`.
pub type Attachment = attachments::Model;
/// The work a file belongs to.
pub type Submission = submissions::Model;

pub async fn insert(tx: &Write, attachment: Attachment) -> Result<()> {
    let row = attachments::ActiveModel::from(attachment).reset_all();
    attachments::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A file with the work it belongs to.
pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<(Attachment, Option<Submission>)>> {
    let of = attachments::Entity::belongs_to(submissions::Entity)
        .from(attachments::Column::SubmissionId)
        .to(submissions::Column::Id);
    Ok(attachments::Entity::find_by_id(id)
        .join(JoinType::LeftJoin, of.into())
        .select_also(submissions::Entity)
        .one(db.conn())
        .await?)
}

/// Whether the library shows a work.
pub async fn is_published(db: &impl Source, submission: Uuid) -> Result<bool> {
    let found = resources::Entity::find()
        .filter(resources::Column::SubmissionId.eq(submission))
        .filter(resources::Column::Status.eq("published"))
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}

/// A work's files, version by version.
pub async fn of_submission(db: &impl Source, submission: Uuid) -> Result<Vec<Attachment>> {
    use attachments::Column;
    Ok(attachments::Entity::find()
        .filter(Column::SubmissionId.eq(submission))
        .order_by_asc(Column::VersionNumber)
        .order_by_asc(Column::Id)
        .all(db.conn())
        .await?)
}

/// Removes a file that no work has; tells whether there was one.
pub async fn remove_free(tx: &Write, id: Uuid) -> Result<bool> {
    let done = attachments::Entity::delete_many()
        .filter(attachments::Column::Id.eq(id))
        .filter(attachments::Column::SubmissionId.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Files from before an instant that no work has taken.
pub async fn free_before(
    db: &impl Source,
    at: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Attachment>> {
    use attachments::Column;
    Ok(attachments::Entity::find()
        .filter(Column::SubmissionId.is_null())
        .filter(Column::CreatedAt.lt(at))
        .limit(limit)
        .all(db.conn())
        .await?)
}

/// Those of the ids that a file is recorded under.
pub async fn known(db: &impl Source, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    let found: Vec<Uuid> = attachments::Entity::find()
        .select_only()
        .column(attachments::Column::Id)
        .filter(attachments::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(found.into_iter().collect())
}
