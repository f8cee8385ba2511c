use entity::submission_drafts;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// The draft as JSON text.
pub async fn find_draft(db: &impl Source, submission: Uuid) -> Result<Option<String>> {
    let row = submission_drafts::Entity::find_by_id(submission).one(db.conn()).await?;
    Ok(row.map(|row| row.body))
}

pub async fn save_draft(tx: &Write, submission: Uuid, body: String) -> Result<()> {
    use submission_drafts::Column;
    let row = submission_drafts::ActiveModel { submission_id: Set(submission), body: Set(body) };
    submission_drafts::Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::SubmissionId).update_column(Column::Body).to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn delete_draft(tx: &Write, submission: Uuid) -> Result<()> {
    submission_drafts::Entity::delete_by_id(submission).exec(tx.conn()).await?;
    Ok(())
}
