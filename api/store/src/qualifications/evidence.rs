use entity::enrollments;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
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
