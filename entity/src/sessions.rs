use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub appointment_id: Option<Uuid>,
    pub user_agent: String,
    pub ip: String,
    pub created_at: ChronoDateTimeUtc,
    pub seen_at: ChronoDateTimeUtc,
    pub confirmed_at: ChronoDateTimeUtc,
    pub expires_at: ChronoDateTimeUtc,
    pub ended_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
