use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{enrollments, online_scores, practice_rounds, practice_scores, practice_sheets};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{catalog::group, insert_all};
use crate::{Result, Source, Write, imports::CHUNK};

/// A final online score; hundredths of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlineScore {
    pub id: Uuid,
    pub enrollment: Uuid,
    pub score: i64,
    pub source_at: DateTime<Utc>,
}

/// The online score in force of each enrolment.
pub async fn online(db: &impl Source, project: Uuid) -> Result<HashMap<Uuid, OnlineScore>> {
    let rows = online_scores::Entity::find()
        .filter(online_scores::Column::ProjectId.eq(project))
        .filter(online_scores::Column::SupersededAt.is_null())
        .all(db.conn())
        .await?;
    let score = |row: online_scores::Model| {
        let score = OnlineScore {
            id: row.id,
            enrollment: row.enrollment_id,
            score: row.score,
            source_at: row.source_at,
        };
        (row.enrollment_id, score)
    };
    Ok(rows.into_iter().map(score).collect())
}

/// Writes newer scores; what they replace is kept as superseded.
pub async fn write_online(
    tx: &Write,
    project: Uuid,
    new: Vec<OnlineScore>,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    use online_scores::Column;
    let ids: Vec<Uuid> = new.iter().map(|score| score.enrollment).collect();
    for some in ids.chunks(CHUNK) {
        online_scores::Entity::update_many()
            .col_expr(Column::SupersededAt, Expr::value(now))
            .filter(Column::EnrollmentId.is_in(some.to_vec()))
            .filter(Column::SupersededAt.is_null())
            .exec(tx.conn())
            .await?;
    }
    for (score, ids) in group(new.iter().map(|score| (score.score, score.enrollment))) {
        for some in ids.chunks(CHUNK) {
            enrollments::Entity::update_many()
                .col_expr(enrollments::Column::OnlineScore, Expr::value(score))
                .filter(enrollments::Column::Id.is_in(some.to_vec()))
                .exec(tx.conn())
                .await?;
        }
    }
    let rows = new.into_iter().map(|score| online_scores::ActiveModel {
        id: Set(score.id),
        project_id: Set(project),
        enrollment_id: Set(score.enrollment),
        score: Set(score.score),
        source_at: Set(score.source_at),
        received_at: Set(now),
        received_by: Set(by),
        superseded_at: Set(None),
    });
    insert_all(tx, rows).await
}

/// Every online score ever taken of these people, by enrolment.
pub async fn online_of(
    db: &impl Source,
    people: &[Uuid],
) -> Result<HashMap<Uuid, Vec<OnlineScore>>> {
    let mut found: HashMap<Uuid, Vec<OnlineScore>> = HashMap::new();
    for some in people.chunks(crate::MANY) {
        let rows = online_scores::Entity::find()
            .filter(online_scores::Column::EnrollmentId.is_in(some.to_vec()));
        for row in rows.all(db.conn()).await? {
            found.entry(row.enrollment_id).or_default().push(OnlineScore {
                id: row.id,
                enrollment: row.enrollment_id,
                score: row.score,
                source_at: row.source_at,
            });
        }
    }
    Ok(found)
}

/// Keeps scores that came after a newer one: facts, but never in force.
pub async fn write_superseded(
    tx: &Write,
    project: Uuid,
    old: Vec<OnlineScore>,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = old.into_iter().map(|score| online_scores::ActiveModel {
        id: Set(score.id),
        project_id: Set(project),
        enrollment_id: Set(score.enrollment),
        score: Set(score.score),
        source_at: Set(score.source_at),
        received_at: Set(now),
        received_by: Set(by),
        superseded_at: Set(Some(now)),
    });
    insert_all(tx, rows).await
}

/// A practice round that marks can be brought into; the maxima are hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRound {
    pub id: Uuid,
    pub completion_max: i64,
    pub effect_max: i64,
}

/// The newest practice round of a project that is not locked.
pub async fn open_round(db: &impl Source, project: Uuid) -> Result<Option<OpenRound>> {
    let row = practice_rounds::Entity::find()
        .filter(practice_rounds::Column::ProjectId.eq(project))
        .filter(practice_rounds::Column::Status.ne("locked"))
        .order_by_desc(practice_rounds::Column::Id)
        .one(db.conn())
        .await?;
    Ok(row.map(|row| OpenRound {
        id: row.id,
        completion_max: row.completion_max,
        effect_max: row.effect_max,
    }))
}

/// A sheet of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub id: Uuid,
    /// None for those who are in no class.
    pub class: Option<Uuid>,
    pub school: Uuid,
    pub county: Uuid,
    pub status: String,
}

/// The sheets of a round, by (class, school).
pub async fn sheets(db: &impl Source, round: Uuid) -> Result<HashMap<(Option<Uuid>, Uuid), Sheet>> {
    let rows = practice_sheets::Entity::find()
        .filter(practice_sheets::Column::RoundId.eq(round))
        .all(db.conn())
        .await?;
    let sheet = |row: practice_sheets::Model| {
        let sheet = Sheet {
            id: row.id,
            class: row.class_id,
            school: row.school_id,
            county: row.county_id,
            status: row.status,
        };
        ((row.class_id, row.school_id), sheet)
    };
    Ok(rows.into_iter().map(sheet).collect())
}

/// A row of a practice sheet as an import compares it; hundredths of a point.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    pub id: Uuid,
    pub sheet: Uuid,
    pub enrollment: Uuid,
    /// Who wrote the school's and the county's mark last.
    pub scored_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub county_score: Option<i64>,
    pub adjust_reason: Option<String>,
    pub note: Option<String>,
}

/// The practice scores of a round, by enrolment.
pub async fn practice(db: &impl Source, round: Uuid) -> Result<HashMap<Uuid, Practice>> {
    let rows = practice_scores::Entity::find()
        .filter(
            practice_scores::Column::SheetId.in_subquery(
                sea_orm::sea_query::Query::select()
                    .column(practice_sheets::Column::Id)
                    .from(practice_sheets::Entity)
                    .and_where(practice_sheets::Column::RoundId.eq(round))
                    .to_owned(),
            ),
        )
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.enrollment_id, practice_of(row))).collect())
}

fn practice_of(row: practice_scores::Model) -> Practice {
    Practice {
        id: row.id,
        sheet: row.sheet_id,
        enrollment: row.enrollment_id,
        scored_by: row.scored_by,
        determined_by: row.determined_by,
        completion: row.completion,
        effect: row.effect,
        absence: row.absence,
        school_score: row.school_score,
        county_score: row.county_score,
        adjust_reason: row.adjust_reason,
        note: row.note,
    }
}

/// Rows of practice sheets by their id.
pub async fn practice_by_id(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, Practice>> {
    let mut found = HashMap::new();
    for some in ids.chunks(crate::MANY) {
        let rows = practice_scores::Entity::find()
            .filter(practice_scores::Column::Id.is_in(some.to_vec()));
        let rows = rows.all(db.conn()).await?.into_iter();
        found.extend(rows.map(|row| (row.id, practice_of(row))));
    }
    Ok(found)
}

pub async fn insert_sheets(
    tx: &Write,
    project: Uuid,
    round: Uuid,
    new: &[Sheet],
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.iter().map(|sheet| practice_sheets::ActiveModel {
        id: Set(sheet.id),
        round_id: Set(round),
        project_id: Set(project),
        county_id: Set(sheet.county),
        school_id: Set(sheet.school),
        class_id: Set(sheet.class),
        status: Set(sheet.status.clone()),
        submitted_by: Set(None),
        determined_by: Set(None),
        return_reason: Set(None),
        version: Set(1),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

pub async fn insert_practice(
    tx: &Write,
    project: Uuid,
    new: Vec<Practice>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.into_iter().map(|score| practice_scores::ActiveModel {
        id: Set(score.id),
        sheet_id: Set(score.sheet),
        project_id: Set(project),
        enrollment_id: Set(score.enrollment),
        completion: Set(score.completion),
        effect: Set(score.effect),
        absence: Set(score.absence),
        school_score: Set(score.school_score),
        county_score: Set(score.county_score),
        final_score: Set(score.county_score.or(score.school_score)),
        adjust_reason: Set(score.adjust_reason),
        note: Set(score.note),
        scored_by: Set(score.scored_by),
        determined_by: Set(score.determined_by),
        version: Set(1),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

pub async fn update_practice(tx: &Write, score: &Practice, now: DateTime<Utc>) -> Result<()> {
    use practice_scores::Column;
    practice_scores::Entity::update_many()
        .col_expr(Column::Completion, Expr::value(score.completion))
        .col_expr(Column::Effect, Expr::value(score.effect))
        .col_expr(Column::Absence, Expr::value(score.absence.clone()))
        .col_expr(Column::SchoolScore, Expr::value(score.school_score))
        .col_expr(Column::CountyScore, Expr::value(score.county_score))
        .col_expr(Column::FinalScore, Expr::value(score.county_score.or(score.school_score)))
        .col_expr(Column::AdjustReason, Expr::value(score.adjust_reason.clone()))
        .col_expr(Column::Note, Expr::value(score.note.clone()))
        .col_expr(Column::ScoredBy, Expr::value(score.scored_by))
        .col_expr(Column::DeterminedBy, Expr::value(score.determined_by))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(score.id))
        .exec(tx.conn())
        .await?;
    Ok(())
}
