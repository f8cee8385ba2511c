use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{courses, enrollments, selection_items, selections};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write, imports::CHUNK};

/// A course as an import writes and compares it; hours in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    pub id: Uuid,
    pub code: String,
    pub title: String,
    pub subject: String,
    pub stage: String,
    pub module: i32,
    pub theme_code: Option<String>,
    pub ability_point: Option<String>,
    pub micro_ability: Option<String>,
    pub hours: i64,
    pub kind: Option<String>,
    pub provider: String,
    pub provider_course_id: Option<String>,
}

/// Every course of a project, by code.
pub async fn courses(db: &impl Source, project: Uuid) -> Result<HashMap<String, Course>> {
    select(db, Condition::all().add(courses::Column::ProjectId.eq(project))).await
}

/// The courses of a project that have these codes.
pub async fn find_courses(
    db: &impl Source,
    project: Uuid,
    codes: &[String],
) -> Result<HashMap<String, Course>> {
    let mut found = HashMap::new();
    for some in codes.chunks(crate::MANY) {
        let condition = Condition::all()
            .add(courses::Column::ProjectId.eq(project))
            .add(courses::Column::Code.is_in(some.to_vec()));
        found.extend(select(db, condition).await?);
    }
    Ok(found)
}

async fn select(db: &impl Source, condition: Condition) -> Result<HashMap<String, Course>> {
    let query = courses::Entity::find().filter(condition);
    let known = |row: courses::Model| {
        let course = Course {
            id: row.id,
            code: row.code.clone(),
            title: row.title,
            subject: row.subject,
            stage: row.stage,
            module: row.module,
            theme_code: row.theme_code,
            ability_point: row.ability_point,
            micro_ability: row.micro_ability,
            hours: row.hours,
            kind: row.kind,
            provider: row.provider,
            provider_course_id: row.provider_course_id,
        };
        (row.code, course)
    };
    Ok(query.all(db.conn()).await?.into_iter().map(known).collect())
}

pub async fn insert_courses(
    tx: &Write,
    project: Uuid,
    new: Vec<Course>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.into_iter().map(|one| courses::ActiveModel {
        id: Set(one.id),
        project_id: Set(project),
        code: Set(one.code),
        title: Set(one.title),
        subject: Set(one.subject),
        stage: Set(one.stage),
        module: Set(one.module),
        theme_code: Set(one.theme_code),
        ability_point: Set(one.ability_point),
        micro_ability: Set(one.micro_ability),
        hours: Set(one.hours),
        kind: Set(one.kind),
        provider: Set(one.provider),
        provider_course_id: Set(one.provider_course_id),
        required: Set(false),
        status: Set("published".to_owned()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

pub async fn update_course(tx: &Write, one: &Course, now: DateTime<Utc>) -> Result<()> {
    use courses::Column;
    courses::Entity::update_many()
        .col_expr(Column::Title, Expr::value(one.title.as_str()))
        .col_expr(Column::Subject, Expr::value(one.subject.as_str()))
        .col_expr(Column::Stage, Expr::value(one.stage.as_str()))
        .col_expr(Column::Module, Expr::value(one.module))
        .col_expr(Column::ThemeCode, Expr::value(one.theme_code.clone()))
        .col_expr(Column::AbilityPoint, Expr::value(one.ability_point.clone()))
        .col_expr(Column::MicroAbility, Expr::value(one.micro_ability.clone()))
        .col_expr(Column::Hours, Expr::value(one.hours))
        .col_expr(Column::Kind, Expr::value(one.kind.clone()))
        .col_expr(Column::Provider, Expr::value(one.provider.as_str()))
        .col_expr(Column::ProviderCourseId, Expr::value(one.provider_course_id.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(one.id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What each person of a project has chosen: (enrolment, course).
pub async fn chosen(db: &impl Source, project: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    let pairs = selection_items::Entity::find()
        .select_only()
        .column(selection_items::Column::EnrollmentId)
        .column(selection_items::Column::CourseId)
        .join(
            sea_orm::JoinType::InnerJoin,
            selection_items::Entity::belongs_to(enrollments::Entity)
                .from(selection_items::Column::EnrollmentId)
                .to(enrollments::Column::Id)
                .into(),
        )
        .filter(enrollments::Column::ProjectId.eq(project))
        .into_tuple();
    Ok(pairs.all(db.conn()).await?)
}

/// A choice to be added; hours in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub enrollment: Uuid,
    pub course: Uuid,
    pub hours: i64,
    pub module: i32,
}

/// Someone's plan after an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTotal {
    pub enrollment: Uuid,
    pub hours: i64,
    pub status: String,
}

/// A plan as it was before an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanKept {
    pub status: String,
    pub submitted_at: Option<DateTime<Utc>>,
    pub effective_at: Option<DateTime<Utc>>,
    pub hours: i64,
    pub version: i64,
}

/// The plans of these people.
pub async fn plans(db: &impl Source, people: &[Uuid]) -> Result<HashMap<Uuid, PlanKept>> {
    let mut found = HashMap::new();
    for some in people.chunks(crate::MANY) {
        let rows = selections::Entity::find()
            .filter(selections::Column::EnrollmentId.is_in(some.to_vec()));
        for row in rows.all(db.conn()).await? {
            let kept = PlanKept {
                status: row.status,
                submitted_at: row.submitted_at,
                effective_at: row.effective_at,
                hours: row.hours_total,
                version: row.version,
            };
            found.insert(row.enrollment_id, kept);
        }
    }
    Ok(found)
}

/// Gives a plan back what it held before an import wrote `written`; tells whether it still
/// stood as the import left it.
pub async fn restore_plan(tx: &Write, written: &PlanTotal, was: Option<PlanKept>) -> Result<bool> {
    use selections::{Column, Entity};
    let version = was.as_ref().map_or(1, |was| was.version);
    let same = Condition::all()
        .add(Column::EnrollmentId.eq(written.enrollment))
        .add(Column::Status.eq(written.status.as_str()))
        .add(Column::HoursTotal.eq(written.hours))
        .add(Column::Version.eq(version));
    let hours = was.as_ref().map_or(0, |was| was.hours);
    let moved = match was {
        None => Entity::delete_many().filter(same).exec(tx.conn()).await?.rows_affected,
        Some(was) => {
            let update = Entity::update_many()
                .col_expr(Column::Status, Expr::value(was.status))
                .col_expr(Column::SubmittedAt, Expr::value(was.submitted_at))
                .col_expr(Column::EffectiveAt, Expr::value(was.effective_at))
                .col_expr(Column::HoursTotal, Expr::value(was.hours));
            update.filter(same).exec(tx.conn()).await?.rows_affected
        }
    };
    enrollments::Entity::update_many()
        .col_expr(enrollments::Column::SelectedHours, Expr::value(hours))
        .filter(enrollments::Column::Id.eq(written.enrollment))
        .exec(tx.conn())
        .await?;
    Ok(moved == 1)
}

/// Adds choices and writes the totals of the plans they belong to.
pub async fn insert_choices(
    tx: &Write,
    project: Uuid,
    choices: Vec<Choice>,
    totals: &[PlanTotal],
    now: DateTime<Utc>,
) -> Result<()> {
    use selections::{ActiveModel, Column, Entity};
    for some in totals.chunks(CHUNK) {
        let rows = some.iter().map(|plan| ActiveModel {
            enrollment_id: Set(plan.enrollment),
            project_id: Set(project),
            status: Set(plan.status.clone()),
            submitted_at: Set((plan.status == "effective").then_some(now)),
            effective_at: Set((plan.status == "effective").then_some(now)),
            hours_total: Set(plan.hours),
            version: Set(1),
            updated_at: Set(now),
        });
        let update = OnConflict::column(Column::EnrollmentId)
            .update_columns([
                Column::Status,
                Column::SubmittedAt,
                Column::EffectiveAt,
                Column::HoursTotal,
                Column::UpdatedAt,
            ])
            .to_owned();
        Entity::insert_many(rows).on_conflict(update).exec_without_returning(tx.conn()).await?;
    }
    let rows = choices.into_iter().map(|choice| selection_items::ActiveModel {
        enrollment_id: Set(choice.enrollment),
        course_id: Set(choice.course),
        hours: Set(choice.hours),
        module: Set(choice.module),
        added_at: Set(now),
    });
    insert_all(tx, rows).await?;
    let by_hours = group(totals.iter().map(|plan| (plan.hours, plan.enrollment)));
    for (hours, ids) in by_hours {
        enrollments::Entity::update_many()
            .col_expr(enrollments::Column::SelectedHours, Expr::value(hours))
            .filter(enrollments::Column::Id.is_in(ids))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Ids by the value they share, so that one statement writes them all.
pub(super) fn group<V: std::hash::Hash + Eq>(
    pairs: impl Iterator<Item = (V, Uuid)>,
) -> HashMap<V, Vec<Uuid>> {
    let mut groups: HashMap<V, Vec<Uuid>> = HashMap::new();
    for (value, id) in pairs {
        groups.entry(value).or_default().push(id);
    }
    groups
}
