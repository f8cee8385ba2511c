use chrono::{DateTime, Utc};
use entity::{attachments, persons, submission_versions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// What was handed in at one time; it never changes.
pub type Version = submission_versions::Model;
/// An uploaded file.
pub type File = attachments::Model;

pub async fn insert_version(tx: &Write, version: Version) -> Result<()> {
    submission_versions::Entity::insert(
        submission_versions::ActiveModel::from(version).reset_all(),
    )
    .exec_without_returning(tx.conn())
    .await?;
    Ok(())
}

pub async fn find_version(
    db: &impl Source,
    submission: Uuid,
    number: i32,
) -> Result<Option<Version>> {
    let query = submission_versions::Entity::find()
        .filter(submission_versions::Column::SubmissionId.eq(submission))
        .filter(submission_versions::Column::Number.eq(number));
    Ok(query.one(db.conn()).await?)
}

/// Who is named under a version, as JSON.
pub async fn contributors(
    db: &impl Source,
    submission: Uuid,
    number: i32,
) -> Result<Option<String>> {
    let query = submission_versions::Entity::find()
        .select_only()
        .column(submission_versions::Column::Contributors)
        .filter(submission_versions::Column::SubmissionId.eq(submission))
        .filter(submission_versions::Column::Number.eq(number));
    Ok(query.into_tuple().one(db.conn()).await?)
}

/// Number, title, hash, instant and the name of whoever handed it in, oldest first.
pub type Meta = (i32, String, Vec<u8>, DateTime<Utc>, Option<String>);

pub async fn versions_meta(db: &impl Source, submission: Uuid) -> Result<Vec<Meta>> {
    use submission_versions::Column;
    let query = submission_versions::Entity::find()
        .join(
            sea_orm::JoinType::LeftJoin,
            submission_versions::Entity::belongs_to(persons::Entity)
                .from(Column::CreatedBy)
                .to(persons::Column::Id)
                .into(),
        )
        .select_only()
        .columns([Column::Number, Column::Title, Column::ContentHash, Column::CreatedAt])
        .column(persons::Column::Name)
        .filter(Column::SubmissionId.eq(submission))
        .order_by_asc(Column::Number);
    Ok(query.into_tuple().all(db.conn()).await?)
}

pub async fn files(db: &impl Source, ids: &[Uuid]) -> Result<Vec<File>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let query = attachments::Entity::find()
        .filter(attachments::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(attachments::Column::Id);
    Ok(query.all(db.conn()).await?)
}

/// Binds files to the version that first names them. A file is free while it is bound to
/// nothing, and its own uploader's to give; one already bound to the work stays as it is.
/// Returns how many of the ids belong to the work now.
pub async fn bind_files(
    tx: &Write,
    ids: &[Uuid],
    person: Uuid,
    submission: Uuid,
    number: i32,
) -> Result<u64> {
    use attachments::Column;
    if ids.is_empty() {
        return Ok(0);
    }
    let among = || Column::Id.is_in(ids.iter().copied());
    let free = Condition::all()
        .add(among())
        .add(Column::PersonId.eq(person))
        .add(Column::SubmissionId.is_null());
    let bound = attachments::Entity::update_many()
        .col_expr(Column::SubmissionId, Expr::value(Some(submission)))
        .col_expr(Column::VersionNumber, Expr::value(Some(number)))
        .filter(free)
        .exec(tx.conn())
        .await?
        .rows_affected;
    let earlier: Vec<Uuid> = attachments::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(among())
        .filter(Column::SubmissionId.eq(submission))
        .filter(Column::VersionNumber.lt(number))
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok(bound.saturating_add(u64::try_from(earlier.len()).unwrap_or_default()))
}
