//! Import jobs: the file (sealed), the verdict on each row, and what a commit changed.

use entity::{import_changes, import_files, import_jobs, import_rows};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write};

/// Rows of one INSERT: well under both databases' limits of parameters.
pub(crate) const CHUNK: usize = 500;
/// Bytes of one part of a stored file.
const PART: usize = 1 << 20;

/// An import as stored; `options`, `counts` and `problem` are JSON.
pub type Job = import_jobs::Model;

/// The verdict on one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub line: i64,
    pub verdict: String,
    pub codes: Vec<String>,
    pub warnings: Vec<String>,
    pub change: String,
    pub label: String,
}

/// What a commit did to one record: made it (`before` is none) or changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub table: String,
    pub id: String,
    pub before: Option<String>,
}

pub async fn insert(tx: &Write, job: Job, file: &[u8]) -> Result<()> {
    let id = job.id;
    import_jobs::Entity::insert(import_jobs::ActiveModel::from(job).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    for (part, content) in (0_i32..).zip(file.chunks(PART)) {
        let row = import_files::ActiveModel {
            job_id: Set(id),
            part: Set(part),
            content: Set(content.to_vec()),
        };
        import_files::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Job>> {
    Ok(import_jobs::Entity::find_by_id(id).one(db.conn()).await?)
}

pub async fn load_file(db: &impl Source, id: Uuid) -> Result<Vec<u8>> {
    let parts = import_files::Entity::find()
        .filter(import_files::Column::JobId.eq(id))
        .order_by_asc(import_files::Column::Part)
        .all(db.conn())
        .await?;
    Ok(parts.into_iter().flat_map(|part| part.content).collect())
}

pub async fn list(
    db: &impl Source,
    project: Uuid,
    creator: Option<Uuid>,
    kind: Option<&str>,
    window: &Window,
) -> Result<Cut<Job>> {
    let mut query = import_jobs::Entity::find().filter(import_jobs::Column::ProjectId.eq(project));
    if let Some(kind) = kind {
        query = query.filter(import_jobs::Column::Kind.eq(kind));
    }
    if let Some(creator) = creator {
        query = query.filter(import_jobs::Column::CreatedBy.eq(creator));
    }
    let rows = window.by_id(query, import_jobs::Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows))
}

/// Moves a job from one state to another if it is still there; tells whether it was.
pub async fn advance(tx: &Write, job: &Job, from: &str) -> Result<bool> {
    use import_jobs::Column;
    let done = import_jobs::Entity::update_many()
        .col_expr(Column::Status, Expr::value(job.status.as_str()))
        .col_expr(Column::PlanDigest, Expr::value(job.plan_digest.clone()))
        .col_expr(Column::Counts, Expr::value(job.counts.as_str()))
        .col_expr(Column::ProgressDone, Expr::value(job.progress_done))
        .col_expr(Column::ProgressTotal, Expr::value(job.progress_total))
        .col_expr(Column::Problem, Expr::value(job.problem.clone()))
        .col_expr(Column::CheckedAt, Expr::value(job.checked_at))
        .col_expr(Column::CommittedAt, Expr::value(job.committed_at))
        .col_expr(Column::UndoneAt, Expr::value(job.undone_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(job.id))
        .filter(Column::Status.eq(from))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

pub async fn insert_rows(tx: &Write, job: Uuid, rows: &[Row]) -> Result<()> {
    let list = |words: &[String]| serde_json::to_string(words).unwrap_or_default();
    for some in rows.chunks(CHUNK) {
        let some = some.iter().map(|row| import_rows::ActiveModel {
            job_id: Set(job),
            line: Set(row.line),
            verdict: Set(row.verdict.clone()),
            codes: Set(list(&row.codes)),
            warnings: Set(list(&row.warnings)),
            change: Set(row.change.clone()),
            label: Set(row.label.clone()),
        });
        import_rows::Entity::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The rows after a line, in the order of the file.
pub async fn list_rows(
    db: &impl Source,
    job: Uuid,
    verdict: Option<&str>,
    after: i64,
    limit: u64,
) -> Result<Vec<Row>> {
    let mut query = import_rows::Entity::find()
        .filter(import_rows::Column::JobId.eq(job))
        .filter(import_rows::Column::Line.gt(after));
    if let Some(verdict) = verdict {
        query = query.filter(import_rows::Column::Verdict.eq(verdict));
    }
    let rows = query.order_by_asc(import_rows::Column::Line).limit(limit).all(db.conn()).await?;
    let list = |text: &str| serde_json::from_str(text).unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|row| Row {
            line: row.line,
            verdict: row.verdict,
            codes: list(&row.codes),
            warnings: list(&row.warnings),
            change: row.change,
            label: row.label,
        })
        .collect())
}

pub async fn insert_changes(tx: &Write, job: Uuid, changes: Vec<Change>) -> Result<()> {
    let mut seq = 0_i64;
    for some in changes.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(some.len());
        for change in some {
            seq = seq.saturating_add(1);
            rows.push(import_changes::ActiveModel {
                job_id: Set(job),
                seq: Set(seq),
                table_name: Set(change.table.clone()),
                entity_id: Set(change.id.clone()),
                before: Set(change.before.clone()),
            });
        }
        import_changes::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// What a commit changed, the last change first.
pub async fn list_changes(db: &impl Source, job: Uuid) -> Result<Vec<Change>> {
    let rows = import_changes::Entity::find()
        .filter(import_changes::Column::JobId.eq(job))
        .order_by_desc(import_changes::Column::Seq)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Change { table: row.table_name, id: row.entity_id, before: row.before })
        .collect())
}
