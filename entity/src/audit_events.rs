use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub seq: i64,
    pub id: Uuid,
    pub at: ChronoDateTimeUtc,
    pub project_id: Option<Uuid>,
    pub county_id: Option<Uuid>,
    pub school_id: Option<Uuid>,
    pub actor_id: Option<Uuid>,
    pub client_id: Option<Uuid>,
    pub role: String,
    pub action: String,
    pub object_kind: String,
    pub object_id: Option<String>,
    pub outcome: String,
    pub reason: Option<String>,
    pub request_id: String,
    pub ip: String,
    pub before_hash: Option<Vec<u8>>,
    pub after_hash: Option<Vec<u8>>,
    pub detail: String,
    /// Whom the act is about.
    pub person_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
