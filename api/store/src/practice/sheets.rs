use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Reach;
use entity::{
    appointments, classes, enrollments, organizations, practice_rounds, practice_scores,
    practice_sheets,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, IdenStatic, Iterable,
    JoinType, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::OUTSIDE;
use crate::{Cut, Result, Source, Window, Write, reach::Columns};

/// A sheet with the names of its round, class and school; points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Sheet {
    pub id: Uuid,
    pub round_id: Uuid,
    pub round_name: String,
    pub round_status: String,
    pub completion_max: i64,
    pub effect_max: i64,
    pub project_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub school_name: String,
    /// None for those of the school who are in no class.
    pub class_id: Option<Uuid>,
    pub class_code: Option<String>,
    pub class_name: Option<String>,
    pub status: String,
    pub submitted_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub return_reason: Option<String>,
    pub version: i64,
    pub updated_at: DateTime<Utc>,
}

fn named() -> Select<practice_sheets::Entity> {
    beside(practice_sheets::Entity::find(), "")
}

/// Before the columns of a sheet that comes with something else.
pub(super) const OF_SHEET: &str = "sheet_";

/// Adds the sheet, which is joined already, to what is asked for.
pub(super) fn with_sheet<E: EntityTrait>(query: Select<E>) -> Select<E> {
    let own = practice_sheets::Column::iter();
    let query = own.fold(query, |query, column| {
        query.column_as(column, format!("{OF_SHEET}{}", column.as_str()))
    });
    beside(query, OF_SHEET)
}

/// Adds the names of the round, class and school of a sheet.
fn beside<E: EntityTrait>(query: Select<E>, before: &str) -> Select<E> {
    use practice_sheets::{Column, Entity};
    let round = Entity::belongs_to(practice_rounds::Entity)
        .from(Column::RoundId)
        .to(practice_rounds::Column::Id);
    let school = Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    let class = Entity::belongs_to(classes::Entity).from(Column::ClassId).to(classes::Column::Id);
    let named = |name: &str| format!("{before}{name}");
    query
        .join(JoinType::InnerJoin, round.into())
        .join(JoinType::InnerJoin, school.into())
        .join(JoinType::LeftJoin, class.into())
        .column_as(practice_rounds::Column::Name, named("round_name"))
        .column_as(practice_rounds::Column::Status, named("round_status"))
        .column_as(practice_rounds::Column::CompletionMax, named("completion_max"))
        .column_as(practice_rounds::Column::EffectMax, named("effect_max"))
        .column_as(organizations::Column::Name, named("school_name"))
        .column_as(classes::Column::Code, named("class_code"))
        .column_as(classes::Column::Name, named("class_name"))
}

pub async fn find_sheet(db: &impl Source, id: Uuid) -> Result<Option<Sheet>> {
    let query = named().filter(practice_sheets::Column::Id.eq(id));
    Ok(query.into_model::<Sheet>().one(db.conn()).await?)
}

/// Which sheets are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub round: Option<Uuid>,
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    pub status: Option<String>,
}

pub async fn list_sheets(
    db: &impl Source,
    reach: &Reach,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Sheet>> {
    use practice_sheets::Column;
    let own = Columns {
        county: Some(Column::CountyId),
        school: Some(Column::SchoolId),
        class: Some(Column::ClassId),
        ..Columns::NONE
    };
    let mut query = named().filter(Column::ProjectId.eq(reach.project)).filter(own.within(reach));
    for (column, wanted) in [
        (Column::RoundId, filter.round),
        (Column::SchoolId, filter.school),
        (Column::ClassId, filter.class),
    ] {
        if let Some(id) = wanted {
            query = query.filter(column.eq(id));
        }
    }
    if let Some(status) = &filter.status {
        query = query.filter(Column::Status.eq(status.as_str()));
    }
    let rows = window.by_id(query, Column::Id).into_model::<Sheet>().all(db.conn()).await?;
    Ok(window.cut(rows))
}

/// How far a sheet is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    pub rows: i64,
    /// Rows with neither a school's mark nor an absence reason.
    pub open: i64,
    /// Those of them that the asking person cannot fill, being about themself.
    pub own_open: i64,
    /// Rows with neither a final mark nor an absence reason.
    pub undetermined: i64,
    /// Rows whose final mark is not the school's.
    pub adjusted: i64,
    /// Rows with a mark of the county's own.
    pub county: i64,
    /// Rows where the county's mark is not the school's, nobody says why, and the school has
    /// written since.
    pub unexplained: i64,
}

/// The counts of several sheets in one query, over enrolments that count.
pub async fn count_sheets(
    db: &impl Source,
    sheets: Vec<Uuid>,
    asking: Uuid,
) -> Result<HashMap<Uuid, Counts>> {
    use practice_scores::Column;
    let count = |when: Condition| {
        Expr::from(sea_orm::sea_query::Func::sum(Expr::case(when, 1_i32).finally(0_i32)))
    };
    let open = || Column::SchoolScore.is_null().and(Column::Absence.is_null());
    let undetermined = Column::FinalScore.is_null().and(Column::Absence.is_null());
    let own_column = |column| Expr::col((practice_scores::Entity, column));
    let adjusted = || {
        let differ = own_column(Column::SchoolScore).ne(own_column(Column::CountyScore));
        Column::CountyScore.is_not_null().and(Column::SchoolScore.is_null().or(differ))
    };
    // One file brings both marks by one hand: what was decided on paper needs no words here.
    let by_others = (own_column(Column::ScoredBy).ne(own_column(Column::DeterminedBy)))
        .or(Column::ScoredBy.is_null().and(Column::DeterminedBy.is_not_null()))
        .or(Column::ScoredBy.is_not_null().and(Column::DeterminedBy.is_null()));
    let unexplained = adjusted().and(Column::AdjustReason.is_null()).and(by_others);
    let own = open().and(enrollments::Column::PersonId.eq(asking));
    let found: Vec<_> = practice_scores::Entity::find()
        .join(JoinType::InnerJoin, super::rows::enrolled())
        .select_only()
        .column(Column::SheetId)
        .column_as(Column::Id.count(), "rows")
        .column_as(count(Condition::all().add(open())), "open")
        .column_as(count(Condition::all().add(own)), "own_open")
        .column_as(count(Condition::all().add(undetermined)), "undetermined")
        .column_as(count(Condition::all().add(adjusted())), "adjusted")
        .column_as(Column::CountyScore.count(), "county")
        .column_as(count(Condition::all().add(unexplained)), "unexplained")
        .filter(Column::SheetId.is_in(sheets))
        .filter(enrollments::Column::Status.is_not_in(OUTSIDE))
        .group_by(Column::SheetId)
        .into_tuple()
        .all(db.conn())
        .await?;
    let counts = |(id, rows, open, own_open, undetermined, adjusted, county, unexplained)| {
        (id, Counts { rows, open, own_open, undetermined, adjusted, county, unexplained })
    };
    Ok(found.into_iter().map(counts).collect())
}

/// What a step leaves on a sheet besides its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stamp {
    None,
    SubmittedBy(Uuid),
    DeterminedBy(Uuid),
    ReturnedFor(String),
}

/// Moves a sheet on if it still stands where it was seen. Whoever moves a sheet holds it until
/// the transaction ends, so that marks and moves come one after the other.
pub async fn advance_sheet(
    tx: &Write,
    id: Uuid,
    from: &str,
    to: &str,
    stamp: Stamp,
    now: DateTime<Utc>,
) -> Result<bool> {
    use practice_sheets::Column;
    let mut update = practice_sheets::Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(from));
    update = match stamp {
        Stamp::None => update,
        Stamp::SubmittedBy(person) => update
            .col_expr(Column::SubmittedBy, Expr::value(person))
            .col_expr(Column::ReturnReason, Expr::value(None::<String>)),
        Stamp::DeterminedBy(person) => update.col_expr(Column::DeterminedBy, Expr::value(person)),
        Stamp::ReturnedFor(reason) => update
            .col_expr(Column::ReturnReason, Expr::value(reason))
            .col_expr(Column::DeterminedBy, Expr::value(None::<Uuid>)),
    };
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}

/// Holds a sheet for marks of the school, if the sheet and its round still take them.
pub async fn hold_for_filling(
    tx: &Write,
    id: Uuid,
    from: &[&str],
    to: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use practice_sheets::Column;
    let open = Query::select()
        .column(practice_rounds::Column::Id)
        .from(practice_rounds::Entity)
        .and_where(practice_rounds::Column::Status.eq("open"))
        .to_owned();
    let done = practice_sheets::Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.is_in(from.iter().copied()))
        .filter(Column::RoundId.in_subquery(open))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Holds sheets that are not in one of these states; whether all of them could be held.
pub async fn hold_sheets(tx: &Write, ids: &[Uuid], closed: &[&str]) -> Result<bool> {
    use practice_sheets::Column;
    for some in ids.chunks(crate::imports::CHUNK) {
        let done = practice_sheets::Entity::update_many()
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.is_in(some.to_vec()))
            .filter(Column::Status.is_not_in(closed.iter().copied()))
            .exec(tx.conn())
            .await?;
        if done.rows_affected != u64::try_from(some.len()).unwrap_or(u64::MAX) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many people are county administrators there today.
pub async fn county_admins(
    db: &impl Source,
    project: Uuid,
    county: Uuid,
    today: NaiveDate,
) -> Result<usize> {
    use appointments::Column;
    let people: Vec<Uuid> = appointments::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .distinct()
        .filter(Column::Role.eq("county_admin"))
        .filter(Column::ScopeId.eq(county))
        .filter(Column::ProjectId.is_null().or(Column::ProjectId.eq(project)))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ValidFrom.lte(today))
        .filter(Column::ValidTo.is_null().or(Column::ValidTo.gte(today)))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(people.len())
}
