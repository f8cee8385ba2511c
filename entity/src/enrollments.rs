use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "enrollments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub person_id: Uuid,
    pub trainee_no: String,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub stage: String,
    pub subject: String,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
    pub status: String,
    pub class_id: Option<Uuid>,
    pub workshop_id: Option<Uuid>,
    pub activated_at: Option<ChronoDateTimeUtc>,
    pub selection_closes_at: Option<ChronoDateTimeUtc>,
    pub selected_hours: i64,
    pub credited_hours: i64,
    pub online_score: Option<i64>,
    pub offline_score: Option<i64>,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
