use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_jobs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub kind: String,
    pub status: String,
    pub file_name: String,
    pub file_key: String,
    pub file_digest: Vec<u8>,
    pub plan_digest: Option<Vec<u8>>,
    pub options: String,
    pub counts: String,
    pub progress_done: i64,
    pub progress_total: i64,
    pub problem: Option<String>,
    pub created_by: Option<Uuid>,
    pub created_at: ChronoDateTimeUtc,
    pub checked_at: Option<ChronoDateTimeUtc>,
    pub committed_at: Option<ChronoDateTimeUtc>,
    pub undone_at: Option<ChronoDateTimeUtc>,
    pub version: i64,
    pub beat_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
