//! Homework tasks: what trainees are asked to hand in.

use std::collections::HashMap;

use entity::{homework_tasks, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write};

/// A task; `rubric` is a JSON list of criteria.
pub type Task = homework_tasks::Model;

/// Whose tasks are meant: those for the workshop, subject and stage, and those for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    pub workshop: Option<Uuid>,
    pub subject: Option<String>,
    pub stage: Option<String>,
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Task>> {
    Ok(homework_tasks::Entity::find_by_id(id).one(db.conn()).await?)
}

pub async fn list(
    db: &impl Source,
    project: Uuid,
    phase: Option<Uuid>,
    status: Option<&str>,
    fit: &Fit,
    window: &Window,
) -> Result<Cut<Task>> {
    use homework_tasks::Column;
    let mut query = homework_tasks::Entity::find().filter(Column::ProjectId.eq(project));
    if let Some(phase) = phase {
        query = query.filter(Column::PhaseId.eq(phase));
    }
    if let Some(status) = status {
        query = query.filter(Column::Status.eq(status));
    }
    if let Some(workshop) = fit.workshop {
        query = query.filter(open_or(Column::WorkshopId, workshop));
    }
    if let Some(subject) = &fit.subject {
        query = query.filter(open_or(Column::Subject, subject.as_str()));
    }
    if let Some(stage) = &fit.stage {
        query = query.filter(open_or(Column::Stage, stage.as_str()));
    }
    Ok(window.cut(window.by_id(query, Column::Id).all(db.conn()).await?))
}

fn open_or(column: homework_tasks::Column, value: impl Into<sea_orm::Value>) -> Condition {
    Condition::any().add(column.is_null()).add(column.eq(value))
}

pub async fn insert(tx: &Write, task: Task) -> Result<()> {
    homework_tasks::Entity::insert(homework_tasks::ActiveModel::from(task).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Changes a task if it still has the version; tells whether it had.
pub async fn change(tx: &Write, task: &Task, version: i64) -> Result<bool> {
    use homework_tasks::Column;
    let done = homework_tasks::Entity::update_many()
        .col_expr(Column::PhaseId, Expr::value(task.phase_id))
        .col_expr(Column::WorkshopId, Expr::value(task.workshop_id))
        .col_expr(Column::Subject, Expr::value(task.subject.clone()))
        .col_expr(Column::Stage, Expr::value(task.stage.clone()))
        .col_expr(Column::Title, Expr::value(task.title.as_str()))
        .col_expr(Column::Instructions, Expr::value(task.instructions.as_str()))
        .col_expr(Column::Rubric, Expr::value(task.rubric.as_str()))
        .col_expr(Column::MaxScore, Expr::value(task.max_score))
        .col_expr(Column::Required, Expr::value(task.required))
        .col_expr(Column::OpensAt, Expr::value(task.opens_at))
        .col_expr(Column::DueAt, Expr::value(task.due_at))
        .col_expr(Column::LateAllowed, Expr::value(task.late_allowed))
        .col_expr(Column::Status, Expr::value(task.status.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(task.updated_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(task.id))
        .filter(Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Whether any work was marked under a task, so that its rubric must stay.
pub async fn has_scores(db: &impl Source, task: Uuid) -> Result<bool> {
    let found: Option<Uuid> = submissions::Entity::find()
        .select_only()
        .column(submissions::Column::Id)
        .filter(submissions::Column::TaskId.eq(task))
        .filter(submissions::Column::Score.is_not_null())
        .limit(1)
        .into_tuple()
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}

/// A trainee's living work for each of these tasks: its id, rung and status.
pub async fn works_of(
    db: &impl Source,
    enrollment: Uuid,
    tasks: Vec<Uuid>,
) -> Result<HashMap<Uuid, (Uuid, String, String)>> {
    use submissions::Column;
    let rows: Vec<(Option<Uuid>, Uuid, String, String)> = submissions::Entity::find()
        .select_only()
        .columns([Column::TaskId, Column::Id, Column::Rung, Column::Status])
        .filter(Column::EnrollmentId.eq(enrollment))
        .filter(Column::TaskId.is_in(tasks))
        .filter(Column::Status.is_not_in(["withdrawn", "not_selected"]))
        .into_tuple()
        .all(db.conn())
        .await?;
    let each =
        |(task, id, rung, status): (Option<Uuid>, _, _, _)| Some((task?, (id, rung, status)));
    Ok(rows.into_iter().filter_map(each).collect())
}
