use chrono::{DateTime, Utc};
use entity::{enrollments, hand_edits, persons, practice_rounds, practice_scores, practice_sheets};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QueryResult, QuerySelect, QueryTrait, RelationDef, Select,
    sea_query::{CaseStatement, Expr, OnConflict, Query, SelectStatement},
};
use uuid::Uuid;

use super::sheets::{OF_SHEET, Sheet, with_sheet};
use crate::{Result, Source, Write, imports::CHUNK};

/// A row of a sheet with whose it is; points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Row {
    pub id: Uuid,
    pub sheet_id: Uuid,
    pub enrollment_id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    pub trainee_no: String,
    pub enrollment_status: String,
    pub workshop_id: Option<Uuid>,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub county_score: Option<i64>,
    pub final_score: Option<i64>,
    pub adjust_reason: Option<String>,
    pub note: Option<String>,
    /// Who wrote the school's part last, and who the county's; a file writes both at once.
    pub scored_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub version: i64,
    pub updated_at: DateTime<Utc>,
}

pub(super) fn enrolled() -> RelationDef {
    practice_scores::Entity::belongs_to(enrollments::Entity)
        .from(practice_scores::Column::EnrollmentId)
        .to(enrollments::Column::Id)
        .into()
}

fn named() -> Select<practice_scores::Entity> {
    let person = enrollments::Entity::belongs_to(persons::Entity)
        .from(enrollments::Column::PersonId)
        .to(persons::Column::Id);
    practice_scores::Entity::find()
        .join(JoinType::InnerJoin, enrolled())
        .join(JoinType::InnerJoin, person.into())
        .column_as(enrollments::Column::PersonId, "person_id")
        .column_as(enrollments::Column::TraineeNo, "trainee_no")
        .column_as(enrollments::Column::Status, "enrollment_status")
        .column_as(enrollments::Column::WorkshopId, "workshop_id")
        .column_as(persons::Column::Name, "name")
}

/// The rows of a sheet by trainee number.
pub async fn list_rows(db: &impl Source, sheet: Uuid) -> Result<Vec<Row>> {
    let query = named()
        .filter(practice_scores::Column::SheetId.eq(sheet))
        .order_by_asc(enrollments::Column::TraineeNo);
    Ok(query.into_model::<Row>().all(db.conn()).await?)
}

/// A row that is about to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub row: Row,
    /// Which of the fields asked about are noted as changed by hand: the first has the value 1,
    /// the second 2, the third 4.
    pub noted: i64,
}

/// A sheet with those of its rows that belong to these enrolments, in one statement; nothing
/// where it has none of them.
pub async fn sheet_rows(
    db: &impl Source,
    sheet: Uuid,
    enrollments: Vec<Uuid>,
    fields: &[&str],
) -> Result<Option<(Sheet, Vec<Known>)>> {
    let to_sheet = practice_scores::Entity::belongs_to(practice_sheets::Entity)
        .from(practice_scores::Column::SheetId)
        .to(practice_sheets::Column::Id);
    let query = named()
        .join(JoinType::InnerJoin, to_sheet.into())
        .filter(practice_scores::Column::SheetId.eq(sheet))
        .filter(practice_scores::Column::EnrollmentId.is_in(enrollments));
    let query = with_sheet(query).expr_as(Expr::from(noted(fields)), "noted");
    let found = db.conn().query_all(&query.into_query()).await?;
    let Some(first) = found.first() else { return Ok(None) };
    let sheet = Sheet::from_query_result(first, OF_SHEET)?;
    let known = |row| {
        let noted = QueryResult::try_get::<Option<i64>>(row, "", "noted")?.unwrap_or_default();
        Ok(Known { row: Row::from_query_result(row, "")?, noted })
    };
    let rows: Result<Vec<Known>, DbErr> = found.iter().map(known).collect();
    Ok(Some((sheet, rows?)))
}

fn noted(fields: &[&str]) -> SelectStatement {
    use hand_edits::Column;
    let mut value = CaseStatement::new();
    let mut bit = 1_i64;
    for field in fields {
        value = value.case(Column::Field.eq(*field), Expr::value(bit));
        bit = bit.saturating_mul(2);
    }
    Query::select()
        .expr(Expr::Case(Box::new(value.finally(Expr::value(0_i64)))).sum().cast_as("bigint"))
        .from(hand_edits::Entity)
        .and_where(Column::TableName.eq("practice_scores"))
        .and_where(
            Expr::col((hand_edits::Entity, Column::EntityId))
                .equals((practice_scores::Entity, practice_scores::Column::Id)),
        )
        .to_owned()
}

pub async fn find_row(db: &impl Source, id: Uuid) -> Result<Option<Row>> {
    let query = named().filter(practice_scores::Column::Id.eq(id));
    Ok(query.into_model::<Row>().one(db.conn()).await?)
}

/// What the school writes into a row that stands at `version`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// A fresh id that the row keeps only if it is new.
    pub id: Uuid,
    pub enrollment: Uuid,
    pub version: i64,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub final_score: Option<i64>,
    pub note: Option<String>,
}

/// Writes marks, each only over the version that it was made for; answers how many were written.
pub async fn mark_rows(
    tx: &Write,
    project: Uuid,
    sheet: Uuid,
    marks: Vec<Marks>,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<u64> {
    use practice_scores::{Column, Entity};
    let mut written = 0_u64;
    let mut rows = marks.into_iter().map(|new| practice_scores::ActiveModel {
        id: Set(new.id),
        sheet_id: Set(sheet),
        project_id: Set(project),
        enrollment_id: Set(new.enrollment),
        completion: Set(new.completion),
        effect: Set(new.effect),
        absence: Set(new.absence),
        school_score: Set(new.school_score),
        county_score: Set(None),
        final_score: Set(new.final_score),
        adjust_reason: Set(None),
        note: Set(new.note),
        scored_by: Set(Some(by)),
        determined_by: Set(None),
        version: Set(new.version),
        updated_at: Set(now),
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(CHUNK).collect();
        if some.is_empty() {
            return Ok(written);
        }
        let own = || Expr::col((Entity, Column::Version));
        let over = OnConflict::columns([Column::SheetId, Column::EnrollmentId])
            .update_columns([
                Column::Completion,
                Column::Effect,
                Column::Absence,
                Column::SchoolScore,
                Column::FinalScore,
                Column::Note,
                Column::ScoredBy,
                Column::UpdatedAt,
            ])
            .value(Column::Version, own().add(1))
            .action_and_where(own().eq(Expr::col(("excluded", Column::Version))))
            .to_owned();
        let insert = Entity::insert_many(some).on_conflict(over);
        written = written.saturating_add(insert.exec_without_returning(tx.conn()).await?);
    }
}

/// Writes the county's mark, if the row still stands at its version.
pub async fn adjust(tx: &Write, row: &Row, by: Uuid, now: DateTime<Utc>) -> Result<bool> {
    use practice_scores::Column;
    let done = practice_scores::Entity::update_many()
        .col_expr(Column::CountyScore, Expr::value(row.county_score))
        .col_expr(Column::FinalScore, Expr::value(row.final_score))
        .col_expr(Column::Absence, Expr::value(row.absence.clone()))
        .col_expr(Column::AdjustReason, Expr::value(row.adjust_reason.clone()))
        .col_expr(Column::DeterminedBy, Expr::value(by))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Lets the final marks of a published sheet count for the grades.
pub async fn count_marks(tx: &Write, sheet: Uuid) -> Result<()> {
    use practice_scores::{Column, Entity};
    let mark = Query::select()
        .column(Column::FinalScore)
        .from(Entity)
        .and_where(Column::SheetId.eq(sheet))
        .and_where(
            Expr::col((Entity, Column::EnrollmentId))
                .eq(Expr::col((enrollments::Entity, enrollments::Column::Id))),
        )
        .to_owned();
    let people = Query::select()
        .column(Column::EnrollmentId)
        .from(Entity)
        .and_where(Column::SheetId.eq(sheet))
        .to_owned();
    enrollments::Entity::update_many()
        .col_expr(enrollments::Column::OfflineScore, Expr::from(mark))
        .filter(enrollments::Column::Id.in_subquery(people))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A row as its owner reads it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Own {
    pub id: Uuid,
    pub round_name: String,
    pub sheet_status: String,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub county_score: Option<i64>,
    pub final_score: Option<i64>,
    pub adjust_reason: Option<String>,
    pub note: Option<String>,
    pub updated_at: DateTime<Utc>,
}

/// The rows of an enrolment, newest round first.
pub async fn list_own(db: &impl Source, enrollment: Uuid) -> Result<Vec<Own>> {
    let sheet = practice_scores::Entity::belongs_to(practice_sheets::Entity)
        .from(practice_scores::Column::SheetId)
        .to(practice_sheets::Column::Id);
    let round = practice_sheets::Entity::belongs_to(practice_rounds::Entity)
        .from(practice_sheets::Column::RoundId)
        .to(practice_rounds::Column::Id);
    Ok(practice_scores::Entity::find()
        .join(JoinType::InnerJoin, sheet.into())
        .join(JoinType::InnerJoin, round.into())
        .column_as(practice_rounds::Column::Name, "round_name")
        .column_as(practice_sheets::Column::Status, "sheet_status")
        .filter(practice_scores::Column::EnrollmentId.eq(enrollment))
        .order_by_desc(practice_rounds::Column::Id)
        .limit(200)
        .into_model::<Own>()
        .all(db.conn())
        .await?)
}

/// The sheets that these rows stand on.
pub async fn sheets_of(db: &impl Source, scores: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut sheets = vec![];
    for some in scores.chunks(CHUNK) {
        let found: Vec<Uuid> = practice_scores::Entity::find()
            .select_only()
            .column(practice_scores::Column::SheetId)
            .distinct()
            .filter(practice_scores::Column::Id.is_in(some.to_vec()))
            .into_tuple()
            .all(db.conn())
            .await?;
        sheets.extend(found);
    }
    sheets.sort_unstable();
    sheets.dedup();
    Ok(sheets)
}
