use actix_web::{patch, post, web::Path};
use app::projects::{self, Change, NewProject};
use chrono::{DateTime, NaiveDate, Utc};
use domain::project::ProjectStatus;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{WholeProjectView, whole};
use crate::{
    answer::{self, Reply},
    body::{Body, IfMatch, nullable},
    caller::Caller,
};

/// The programme that a project belongs to.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// 信息技术应用能力提升工程 (教师〔2013〕13号)
    #[serde(rename = "itaa_1")]
    Itaa1,
    /// 能力提升工程 2.0 (教师〔2019〕1号)
    #[serde(rename = "itaa_2")]
    Itaa2,
}

/// Who trains: 国培, 省培, 市培, 县培 or 校本.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TrainingLevel {
    National,
    Provincial,
    City,
    County,
    School,
}

impl Programme {
    fn word(self) -> &'static str {
        match self {
            Self::Itaa1 => "itaa_1",
            Self::Itaa2 => "itaa_2",
        }
    }
}

impl TrainingLevel {
    fn word(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Provincial => "provincial",
            Self::City => "city",
            Self::County => "county",
            Self::School => "school",
        }
    }
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateProject {
    /// Short and unique, such as FY2020.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_length = 1, max_length = 30)]
    code: String,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    programme: Programme,
    level: TrainingLevel,
    /// The county that it runs in.
    region_id: Uuid,
    /// The institution that runs the courses.
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    provider: String,
    /// How many are to be trained.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    target_headcount: i64,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

/// Found a project as a draft with the preset policy set; its founder leads it.
#[utoipa::path(
    tag = "projects",
    operation_id = "create_project",
    request_body = CreateProject,
    responses((status = 201, description = "The new project", body = WholeProjectView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01"])))
)]
#[post("/projects")]
pub(super) async fn create_project(caller: Caller, Body(wish): Body<CreateProject>) -> Reply {
    let new = NewProject {
        code: wish.code,
        name: wish.name,
        programme: wish.programme.word().to_owned(),
        level: wish.level.word().to_owned(),
        region: wish.region_id,
        provider: wish.provider,
        target_headcount: wish.target_headcount,
        starts_on: wish.starts_on,
        ends_on: wish.ends_on,
    };
    caller
        .write(async |work| {
            let made = projects::create(work, new.clone()).await?;
            let (path, version) = (format!("/projects/{}", made.project.id), made.project.version);
            answer::created(&whole(made), path, version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeProject {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    level: Option<TrainingLevel>,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    provider: Option<String>,
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    target_headcount: Option<i64>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    /// When course plans are locked; null leaves them open.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<DateTime<Utc>>)]
    selection_closes_at: Option<Option<DateTime<Utc>>>,
}

/// Change a project; what is left out stays.
#[utoipa::path(
    tag = "projects",
    operation_id = "change_project",
    params(("id" = Uuid, Path)),
    request_body = ChangeProject,
    responses((status = 200, description = "As it is now", body = WholeProjectView)),
    extensions(
        ("x-authz" = json!("O01")),
        ("x-functions" = json!(["F01", "F02"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/projects/{id}")]
pub(super) async fn change_project(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeProject>,
) -> Reply {
    let to = Change {
        name: wish.name,
        level: wish.level.map(|level| level.word().to_owned()),
        provider: wish.provider,
        target_headcount: wish.target_headcount,
        starts_on: wish.starts_on,
        ends_on: wish.ends_on,
        selection_closes_at: wish.selection_closes_at,
    };
    caller
        .write(async |work| {
            let now = projects::change(work, *id, version, to.clone()).await?;
            let version = now.project.version;
            answer::changed(&whole(now), version)
        })
        .await
}

/// Publish a project: every phase binds modules, activities and grade components (s.22).
#[utoipa::path(
    tag = "projects",
    operation_id = "publish_project",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "As it is now", body = WholeProjectView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01", "F02"])))
)]
#[post("/projects/{id}/publications")]
pub(super) async fn publish_project(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let now = projects::publish(work, *id).await?;
            let version = now.project.version;
            answer::changed(&whole(now), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeProjectStatus {
    /// `running`, `closing`, `closed` or `archived`.
    to: ProjectStatus,
    /// Why; needed to take a closing back.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

/// Start, close or archive a project.
#[utoipa::path(
    tag = "projects",
    operation_id = "change_project_status",
    params(("id" = Uuid, Path)),
    request_body = ChangeProjectStatus,
    responses((status = 200, description = "As it is now", body = WholeProjectView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01"])))
)]
#[post("/projects/{id}/status-changes")]
pub(super) async fn change_project_status(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ChangeProjectStatus>,
) -> Reply {
    caller
        .write(async |work| {
            let now = projects::set_status(work, *id, wish.to, wish.reason.as_deref()).await?;
            let version = now.project.version;
            answer::changed(&whole(now), version)
        })
        .await
}
