use std::collections::HashMap;

use domain::{rates::Counts, reports::GroupBy};
use entity::{classes, enrollments, organizations, qualification_results, workshops};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, IntoCondition},
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

type Row = (Option<Uuid>, i64, i64, i64, Option<i64>, i64, i64, i64, Option<i64>);

/// Counts everybody in the scope by school, class or workshop: one grouped statement and one
/// for the names. Towns are added up by whoever asks. Without a run nobody has passed.
pub async fn groups(
    db: &impl Source,
    scope: &Scope,
    by: GroupBy,
    run: Option<Uuid>,
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
        .column_as(key, "key")
        .expr_as(Expr::cust("COUNT(*)"), "expected")
        .column_as(Column::ActivatedAt.count(), "activated")
        .column_as(when(Column::CreditedHours.gt(0)), "studied")
        .column_as(Column::CreditedHours.sum().cast_as("bigint"), "hours");
    let rows: Vec<Row> = with_verdicts(counted, run)
        .filter(scope.enrolled())
        .group_by(key)
        .into_tuple()
        .all(db.conn())
        .await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.0).collect();
    let names = names(db, by, &ids).await?;
    let mut groups: Vec<Group> = rows.into_iter().map(|row| group(row, &names)).collect();
    groups.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(groups)
}

fn when(condition: Expr) -> Expr {
    Into::<Expr>::into(Expr::case(condition, 1)).count()
}

/// Adds who passed in the run.
fn with_verdicts(
    query: Select<enrollments::Entity>,
    run: Option<Uuid>,
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
    query
        .column_as(when(Verdict::Outcome.is_in(["qualified", "excellent"])), "qualified")
        .column_as(when(Verdict::Outcome.eq("excellent")), "excellent")
        .column_as(Verdict::Total.count(), "scored")
        .column_as(Verdict::Total.sum().cast_as("bigint"), "total")
        .join(JoinType::LeftJoin, verdicts.into())
}

fn group(row: Row, names: &HashMap<Uuid, School>) -> Group {
    let (id, expected, activated, studied, hours, qualified, excellent, scored, total) = row;
    let known = id.and_then(|id| names.get(&id));
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Group {
        id,
        code: known.map(|one| one.code.clone()).unwrap_or_default(),
        name: known.map(|one| one.name.clone()).unwrap_or_default(),
        parent: known.and_then(|one| one.parent),
        counts: Counts {
            expected: count(expected),
            activated: count(activated),
            studied: count(studied),
            qualified: count(qualified),
            excellent: count(excellent),
        },
        hours: hours.unwrap_or_default(),
        scored: count(scored),
        total: total.unwrap_or_default(),
    }
}

async fn names(db: &impl Source, by: GroupBy, ids: &[Uuid]) -> Result<HashMap<Uuid, School>> {
    let named =
        |(id, code, name): (Uuid, String, String)| (id, School { id, code, name, parent: None });
    match by {
        GroupBy::School | GroupBy::Town => organizations(db, ids).await,
        GroupBy::Class => {
            let query = classes::Entity::find()
                .filter(classes::Column::Id.is_in(ids.iter().copied()))
                .select_only()
                .columns([classes::Column::Id, classes::Column::Code, classes::Column::Name]);
            Ok(query.into_tuple().all(db.conn()).await?.into_iter().map(named).collect())
        }
        GroupBy::Workshop => {
            use workshops::Column;
            let query = workshops::Entity::find()
                .filter(Column::Id.is_in(ids.iter().copied()))
                .select_only()
                .columns([Column::Id, Column::Code, Column::Name]);
            Ok(query.into_tuple().all(db.conn()).await?.into_iter().map(named).collect())
        }
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
