use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "progress_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub event_id: String,
    pub enrollment_id: Uuid,
    pub course_id: Uuid,
    pub kind: String,
    pub occurred_at: ChronoDateTimeUtc,
    pub watched_seconds: Option<i64>,
    pub score: Option<i64>,
    pub result: Option<String>,
    pub response_ms: Option<i64>,
    pub digest: Vec<u8>,
    pub received_at: ChronoDateTimeUtc,
    pub received_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
