use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submissions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub task_id: Option<Uuid>,
    pub enrollment_id: Uuid,
    pub person_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub class_id: Option<Uuid>,
    pub workshop_id: Option<Uuid>,
    pub subject: String,
    pub stage: String,
    pub title: String,
    pub kind: String,
    pub rung: String,
    pub status: String,
    pub latest_version: i32,
    pub score: Option<i64>,
    pub late: bool,
    pub consent: bool,
    pub external_id: Option<String>,
    /// How often it was reviewed, and how many recommendations of it hold.
    pub reviews: i64,
    pub recommendations: i64,
    pub version: i64,
    pub submitted_at: Option<ChronoDateTimeUtc>,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
