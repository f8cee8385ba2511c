//! Import jobs: the file (sealed), the verdict on each row, and what a commit changed.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use domain::differences::Difference;
use entity::{import_changes, import_files, import_jobs, import_rows};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, bulk::insert_all};

/// Rows of one INSERT: a larger one is no quicker, and SQLite keeps it (see [`crate::MANY`]).
pub(crate) const CHUNK: usize = 100;
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
    pub differences: Vec<Difference>,
}

/// What a commit did to one record: made it (`before` is none) or changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub table: Cow<'static, str>,
    pub id: String,
    pub before: Option<String>,
}

pub async fn insert(tx: &Write, job: Job) -> Result<()> {
    import_jobs::Entity::insert(import_jobs::ActiveModel::from(job).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Keeps one part of a job's file.
pub async fn insert_part(tx: &Write, job: Uuid, part: i32, content: Vec<u8>) -> Result<()> {
    let row =
        import_files::ActiveModel { job_id: Set(job), part: Set(part), content: Set(content) };
    import_files::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// How many parts a job's file has.
pub async fn count_parts(db: &impl Source, job: Uuid) -> Result<u64> {
    let parts = import_files::Entity::find().filter(import_files::Column::JobId.eq(job));
    Ok(parts.count(db.conn()).await?)
}

/// One part of a job's file.
pub async fn load_part(db: &impl Source, job: Uuid, part: i32) -> Result<Option<Vec<u8>>> {
    let row = import_files::Entity::find_by_id((job, part)).one(db.conn()).await?;
    Ok(row.map(|row| row.content))
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Job>> {
    Ok(import_jobs::Entity::find_by_id(id).one(db.conn()).await?)
}

/// Which imports somebody sees: kinds of which all, and kinds of which their own.
#[derive(Debug)]
pub struct Sight {
    pub person: Uuid,
    pub any: Vec<&'static str>,
    pub own: Vec<&'static str>,
}

pub async fn list(
    db: &impl Source,
    project: Uuid,
    sight: &Sight,
    window: &Window,
) -> Result<Cut<Job>> {
    use import_jobs::Column;
    let own = Column::Kind.is_in(sight.own.iter().copied()).and(Column::CreatedBy.eq(sight.person));
    let any = Column::Kind.is_in(sight.any.iter().copied());
    let query = import_jobs::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Condition::any().add(any).add(own));
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

pub async fn insert_rows(tx: &Write, job: Uuid, rows: impl IntoIterator<Item = Row>) -> Result<()> {
    let list = |words: &[String]| serde_json::to_string(words).unwrap_or_default();
    let rows = rows.into_iter().map(|row| import_rows::ActiveModel {
        job_id: Set(job),
        line: Set(row.line),
        codes: Set(list(&row.codes)),
        warnings: Set(list(&row.warnings)),
        verdict: Set(row.verdict),
        change: Set(row.change),
        label: Set(row.label),
        differences: Set((!row.differences.is_empty())
            .then(|| serde_json::to_string(&row.differences).unwrap_or_default())),
    });
    insert_all(tx, rows).await
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
    query = match verdict {
        Some("warned") => query.filter(import_rows::Column::Warnings.ne("[]")),
        Some("held") => query.filter(import_rows::Column::Differences.is_not_null()),
        Some(verdict) => query.filter(import_rows::Column::Verdict.eq(verdict)),
        None => query,
    };
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
            differences: row
                .differences
                .and_then(|text| serde_json::from_str(&text).ok())
                .unwrap_or_default(),
        })
        .collect())
}

pub async fn insert_changes(tx: &Write, job: Uuid, changes: Vec<Change>) -> Result<()> {
    let rows = (1_i64..).zip(changes).map(|(seq, change)| import_changes::ActiveModel {
        job_id: Set(job),
        seq: Set(seq),
        table_name: Set(change.table.into_owned()),
        entity_id: Set(change.id),
        before: Set(change.before),
    });
    insert_all(tx, rows).await
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
        .map(|row| Change { table: row.table_name.into(), id: row.entity_id, before: row.before })
        .collect())
}

/// Whether a later import that still stands changed or made one of these records.
pub async fn changed_later(
    db: &impl Source,
    job: &Job,
    table: &str,
    ids: &[String],
) -> Result<bool> {
    use import_jobs::Column;
    let later: Vec<Uuid> = import_jobs::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Status.eq("committed"))
        .filter(Column::CommittedAt.gt(job.committed_at))
        .filter(Column::Id.ne(job.id))
        .into_tuple()
        .all(db.conn())
        .await?;
    if later.is_empty() {
        return Ok(false);
    }
    for some in ids.chunks(crate::MANY) {
        let count = import_changes::Entity::find()
            .filter(import_changes::Column::JobId.is_in(later.clone()))
            .filter(import_changes::Column::TableName.eq(table))
            .filter(import_changes::Column::EntityId.is_in(some.to_vec()))
            .count(db.conn())
            .await?;
        if count > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Jobs being checked of which nothing was heard since an instant.
fn lost(since: DateTime<Utc>) -> Condition {
    use import_jobs::Column;
    let silent = Condition::any().add(Column::BeatAt.lt(since)).add(Column::BeatAt.is_null());
    Condition::all().add(Column::Status.eq("checking")).add(Column::CreatedAt.lt(since)).add(silent)
}

pub async fn any_lost(db: &impl Source, since: DateTime<Utc>) -> Result<bool> {
    let jobs = import_jobs::Entity::find().filter(lost(since));
    Ok(jobs.count(db.conn()).await? > 0)
}

pub async fn list_lost(db: &impl Source, since: DateTime<Utc>) -> Result<Vec<Uuid>> {
    let jobs = import_jobs::Entity::find().select_only().column(import_jobs::Column::Id);
    Ok(jobs.filter(lost(since)).into_tuple().all(db.conn()).await?)
}

/// Says that these jobs are being worked on.
pub async fn beat(tx: &Write, jobs: &[Uuid], now: DateTime<Utc>) -> Result<()> {
    use import_jobs::Column;
    import_jobs::Entity::update_many()
        .col_expr(Column::BeatAt, Expr::value(now))
        .filter(Column::Id.is_in(jobs.to_vec()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Ends jobs that were being checked; tells how many those were.
pub async fn fail(tx: &Write, jobs: &[Uuid], problem: &str, now: DateTime<Utc>) -> Result<u64> {
    use import_jobs::Column;
    let done = import_jobs::Entity::update_many()
        .col_expr(Column::Status, Expr::value("failed"))
        .col_expr(Column::Problem, Expr::value(problem))
        .col_expr(Column::CheckedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.is_in(jobs.to_vec()))
        .filter(Column::Status.eq("checking"))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected)
}
