use std::collections::HashMap;

use domain::{grade::GradeSource, rates::Counts, reports::GroupBy};
use entity::{classes, enrollments, organizations, qualification_results, workshops};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType,
    QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, IntoCondition, Query, SelectStatement},
};
use uuid::Uuid;

use super::Scope;
use crate::{Result, Source, classes::School};

/// Counts of one school, class or workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// None for those without a class or workshop.
    pub id: Option<Uuid>,
    pub code: String,
    pub name: String,
    /// Of a school, the town that it lies in.
    pub parent: Option<Uuid>,
    pub counts: Counts,
    /// Credited hours of all, in hundredths.
    pub hours: i64,
    /// Those with a total, and the sum of their totals in hundredths.
    pub scored: u64,
    pub total: i64,
}

/// Counts everybody in the scope by school, class or workshop, in one statement. Towns are added
/// up by whoever asks. Without a run nobody has passed; a total counts as one when all of its
/// `marks` are given.
pub async fn groups(
    db: &impl Source,
    scope: &Scope,
    by: GroupBy,
    run: Option<Uuid>,
    marks: &[GradeSource],
) -> Result<Vec<Group>> {
    use enrollments::Column;
    let key = match by {
        GroupBy::School | GroupBy::Town => Column::SchoolId,
        GroupBy::Class => Column::ClassId,
        GroupBy::Workshop => Column::WorkshopId,
    };
    // Only columns of ix_enrollments_cockpit, so that the people themselves are not read.
    let counted = enrollments::Entity::find()
        .select_only()
        .column_as(key, "id")
        .expr_as(Expr::cust("COUNT(*)"), "expected")
        .column_as(Column::ActivatedAt.count(), "activated")
        .column_as(when(Column::CreditedHours.gt(0)), "studied")
        .column_as(Column::CreditedHours.sum().cast_as("bigint"), "hours");
    let counted =
        with_verdicts(counted, run, marks).filter(scope.enrolled()).group_by(key).into_query();
    let rows = db.conn().query_all(&with_names(counted, by)).await?;
    let rows: Result<Vec<Row>, DbErr> =
        rows.iter().map(|row| Row::from_query_result(row, "")).collect();
    let mut groups: Vec<Group> = rows?.into_iter().map(group).collect();
    groups.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(groups)
}

/// The counts of a unit with its name; people without a class or workshop are a unit without one.
#[derive(FromQueryResult)]
struct Row {
    id: Option<Uuid>,
    code: Option<String>,
    name: Option<String>,
    parent: Option<Uuid>,
    expected: i64,
    activated: i64,
    studied: i64,
    hours: Option<i64>,
    qualified: i64,
    excellent: i64,
    scored: i64,
    total: Option<i64>,
}

fn with_names(counted: SelectStatement, by: GroupBy) -> SelectStatement {
    let mut named = Query::select();
    named.column(("counted", Asterisk)).from_subquery(counted, "counted");
    let own = |id: Expr| id.equals(("counted", "id"));
    match by {
        GroupBy::School | GroupBy::Town => {
            use organizations::{Column, Entity};
            named
                .columns([(Entity, Column::Code), (Entity, Column::Name)])
                .expr_as(Expr::col((Entity, Column::ParentId)), "parent")
                .left_join(Entity, own(Expr::col((Entity, Column::Id))));
        }
        GroupBy::Class => {
            use classes::{Column, Entity};
            named
                .columns([(Entity, Column::Code), (Entity, Column::Name)])
                .left_join(Entity, own(Expr::col((Entity, Column::Id))));
        }
        GroupBy::Workshop => {
            use workshops::{Column, Entity};
            named
                .columns([(Entity, Column::Code), (Entity, Column::Name)])
                .left_join(Entity, own(Expr::col((Entity, Column::Id))));
        }
    }
    named
}

fn when(condition: Expr) -> Expr {
    Into::<Expr>::into(Expr::case(condition, 1)).count()
}

/// Adds who passed in the run.
fn with_verdicts(
    query: Select<enrollments::Entity>,
    run: Option<Uuid>,
    marks: &[GradeSource],
) -> Select<enrollments::Entity> {
    use qualification_results::Column as Verdict;
    let Some(run) = run else {
        let query = query.expr_as(Expr::value(0_i64), "qualified");
        let query = query.expr_as(Expr::value(0_i64), "excellent");
        let query = query.expr_as(Expr::value(0_i64), "scored");
        return query.expr_as(Expr::value(None::<i64>), "total");
    };
    let verdicts = enrollments::Entity::belongs_to(qualification_results::Entity)
        .from(enrollments::Column::Id)
        .to(Verdict::EnrollmentId)
        .on_condition(move |_, right| Expr::col((right, Verdict::RunId)).eq(run).into_condition());
    let whole = marks.iter().fold(Verdict::Total.is_not_null(), |all, mark| match mark {
        GradeSource::OnlineScore => all.and(Verdict::Online.is_not_null()),
        GradeSource::PracticeScore => all.and(Verdict::Offline.is_not_null()),
    });
    let total = Expr::case(whole.clone(), Expr::col(Verdict::Total.as_column_ref()));
    query
        .column_as(when(Verdict::Outcome.is_in(["qualified", "excellent"])), "qualified")
        .column_as(when(Verdict::Outcome.eq("excellent")), "excellent")
        .column_as(when(whole), "scored")
        .column_as(Into::<Expr>::into(total).sum().cast_as("bigint"), "total")
        .join(JoinType::LeftJoin, verdicts.into())
}

fn group(row: Row) -> Group {
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Group {
        id: row.id,
        code: row.code.unwrap_or_default(),
        name: row.name.unwrap_or_default(),
        parent: row.parent,
        counts: Counts {
            expected: count(row.expected),
            activated: count(row.activated),
            studied: count(row.studied),
            qualified: count(row.qualified),
            excellent: count(row.excellent),
        },
        hours: row.hours.unwrap_or_default(),
        scored: count(row.scored),
        total: row.total.unwrap_or_default(),
    }
}

/// The names of those of these places that are towns.
pub async fn towns(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    use organizations::Column;
    let rows: Vec<(Uuid, String)> = organizations::Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::Kind.eq("town"))
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Schools, towns and counties by id.
pub async fn organizations(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, School>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    use organizations::Column;
    let rows: Vec<(Uuid, String, String, Option<Uuid>)> = organizations::Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([Column::Id, Column::Code, Column::Name, Column::ParentId])
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, code, name, parent)| (id, School { id, code, name, parent }))
        .collect())
}
