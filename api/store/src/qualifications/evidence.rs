use entity::{enrollments, practice_sheets};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{Result, Source, practice::OUTSIDE};

/// Enrolments read at once.
const PAGE: u64 = 5_000;

/// What a run judges somebody by; hours and points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Evidence {
    pub id: Uuid,
    pub trainee_no: String,
    pub class_id: Option<Uuid>,
    pub credited_hours: i64,
    pub online_score: Option<i64>,
    pub offline_score: Option<i64>,
}

/// A page of everybody in the denominator, after an id.
pub async fn evidence(
    db: &impl Source,
    project: Uuid,
    after: Option<Uuid>,
) -> Result<Vec<Evidence>> {
    use enrollments::Column;
    let mut query = enrollments::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::TraineeNo,
            Column::ClassId,
            Column::CreditedHours,
            Column::OnlineScore,
            Column::OfflineScore,
        ])
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.is_not_in(OUTSIDE))
        .order_by_asc(Column::Id)
        .limit(PAGE);
    if let Some(id) = after {
        query = query.filter(Column::Id.gt(id));
    }
    Ok(query.into_model::<Evidence>().all(db.conn()).await?)
}

/// How many are in the denominator, and how many of them have each mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Marked {
    pub total: i64,
    pub online: i64,
    pub offline: i64,
}

/// Counts who has which mark in a project.
pub async fn marked(db: &impl Source, project: Uuid) -> Result<Marked> {
    use enrollments::Column;
    let found = enrollments::Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "total")
        .column_as(Column::OnlineScore.count(), "online")
        .column_as(Column::OfflineScore.count(), "offline")
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.is_not_in(OUTSIDE));
    Ok(found.into_model::<Marked>().one(db.conn()).await?.unwrap_or_default())
}

/// Practice sheets of a project whose marks are not published.
pub async fn unpublished_sheets(db: &impl Source, project: Uuid) -> Result<i64> {
    use practice_sheets::Column;
    let count = practice_sheets::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.is_not_in(["published", "appeal_window", "locked"]))
        .count(db.conn())
        .await?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}
