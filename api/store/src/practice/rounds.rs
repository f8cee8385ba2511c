use chrono::{DateTime, NaiveDate, Utc};
use entity::{enrollments, practice_rounds, practice_scores, practice_sheets};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::OUTSIDE;
use crate::{Cut, Result, Source, Window, Write};

/// A scoring round; points are hundredths.
pub type Round = practice_rounds::Model;

/// What a round begins with.
#[derive(Debug, Clone)]
pub struct NewRound {
    pub id: Uuid,
    pub project: Uuid,
    pub name: String,
    pub completion_max: i64,
    pub effect_max: i64,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
}

pub async fn insert_round(tx: &Write, new: NewRound, now: DateTime<Utc>) -> Result<()> {
    let row = practice_rounds::ActiveModel {
        id: Set(new.id),
        project_id: Set(new.project),
        name: Set(new.name),
        status: Set("draft".to_owned()),
        completion_max: Set(new.completion_max),
        effect_max: Set(new.effect_max),
        opens_on: Set(new.opens_on),
        closes_on: Set(new.closes_on),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    practice_rounds::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn find_round(db: &impl Source, id: Uuid) -> Result<Option<Round>> {
    Ok(practice_rounds::Entity::find_by_id(id).one(db.conn()).await?)
}

/// The rounds of a project, newest first when the window says so.
pub async fn list_rounds(db: &impl Source, project: Uuid, window: &Window) -> Result<Cut<Round>> {
    let query =
        practice_rounds::Entity::find().filter(practice_rounds::Column::ProjectId.eq(project));
    let rows = window.by_id(query, practice_rounds::Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows))
}

/// Changes a round that stands at `version` and is not locked.
pub async fn change_round(tx: &Write, round: &Round, now: DateTime<Utc>) -> Result<bool> {
    use practice_rounds::Column;
    let done = practice_rounds::Entity::update_many()
        .col_expr(Column::Name, Expr::value(round.name.clone()))
        .col_expr(Column::OpensOn, Expr::value(round.opens_on))
        .col_expr(Column::ClosesOn, Expr::value(round.closes_on))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(round.id))
        .filter(Column::Version.eq(round.version))
        .filter(Column::Status.ne("locked"))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Moves a round on, if it still stands where it was seen.
pub async fn advance_round(
    tx: &Write,
    id: Uuid,
    from: &str,
    to: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use practice_rounds::Column;
    let done = practice_rounds::Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(from))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// How many sheets of a round are not locked yet.
/// Which of these rounds have a sheet that is not locked.
pub async fn unlocked_among(db: &impl Source, rounds: Vec<Uuid>) -> Result<Vec<Uuid>> {
    Ok(practice_sheets::Entity::find()
        .select_only()
        .column(practice_sheets::Column::RoundId)
        .distinct()
        .filter(practice_sheets::Column::RoundId.is_in(rounds))
        .filter(practice_sheets::Column::Status.ne("locked"))
        .into_tuple()
        .all(db.conn())
        .await?)
}

pub async fn unlocked_sheets(db: &impl Source, round: Uuid) -> Result<u64> {
    Ok(practice_sheets::Entity::find()
        .filter(practice_sheets::Column::RoundId.eq(round))
        .filter(practice_sheets::Column::Status.ne("locked"))
        .count(db.conn())
        .await?)
}

/// Somebody who counts, has a class, and is on no sheet of the round yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Newcomer {
    pub enrollment: Uuid,
    pub class: Uuid,
    pub school: Uuid,
    pub county: Uuid,
}

pub async fn newcomers(db: &impl Source, project: Uuid, round: Uuid) -> Result<Vec<Newcomer>> {
    use enrollments::Column;
    let sheets = Query::select()
        .column(practice_sheets::Column::Id)
        .from(practice_sheets::Entity)
        .and_where(practice_sheets::Column::RoundId.eq(round))
        .to_owned();
    let seated = Query::select()
        .column(practice_scores::Column::EnrollmentId)
        .from(practice_scores::Entity)
        .and_where(practice_scores::Column::SheetId.in_subquery(sheets))
        .to_owned();
    let rows: Vec<(Uuid, Option<Uuid>, Uuid, Uuid)> = enrollments::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ClassId, Column::SchoolId, Column::CountyId])
        .filter(Column::ProjectId.eq(project))
        .filter(Column::ClassId.is_not_null())
        .filter(Column::Status.is_not_in(OUTSIDE))
        .filter(Column::Id.not_in_subquery(seated))
        .order_by_asc(Column::ClassId)
        .order_by_asc(Column::SchoolId)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db.conn())
        .await?;
    let newcomer = |(enrollment, class, school, county): (Uuid, Option<Uuid>, Uuid, Uuid)| {
        class.map(|class| Newcomer { enrollment, class, school, county })
    };
    Ok(rows.into_iter().filter_map(newcomer).collect())
}
