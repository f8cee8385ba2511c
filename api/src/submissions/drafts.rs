use actix_web::{delete, post, put, web::Path};
use app::submissions::{self, Content, Contributor};
use domain::homework::WorkKind;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::views::{self, NameContributor, StandingView};
use crate::{
    answer::{self, Reply},
    body::{Body, IfMatch},
    caller::Caller,
};

/// Beginning a work.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSubmission {
    /// Guessed from the title when left out.
    kind: Option<WorkKind>,
}

/// Begin one's own work for a task; one living work each.
#[utoipa::path(
    tag = "homework",
    operation_id = "create_submission",
    params(("id" = Uuid, Path)),
    request_body = CreateSubmission,
    responses((status = 201, description = "The new draft", body = StandingView)),
    extensions(("x-authz" = json!("W01")), ("x-functions" = json!(["F26"])))
)]
#[post("/homework-tasks/{id}/submissions")]
pub async fn create_submission(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateSubmission>,
) -> Reply {
    caller
        .write(async |work| {
            let row = submissions::create(work, *id, wish.kind).await?;
            let (path, version) = (format!("/submissions/{}", row.id), row.version);
            answer::created(&views::standing(row), path, version)
        })
        .await
}

/// The whole draft, as it is saved every few seconds.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveSubmissionDraft {
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    title: String,
    #[validate(length(max = 200_000))]
    #[schema(max_length = 200000)]
    body: String,
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    attachment_ids: Vec<Uuid>,
    /// Who else worked on it.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    contributors: Vec<NameContributor>,
    kind: Option<WorkKind>,
}

fn content(wish: &SaveSubmissionDraft) -> Content {
    let contributor = |one: &NameContributor| Contributor {
        person_id: one.person_id,
        name: String::new(),
        credit: one.credit,
    };
    Content {
        title: wish.title.trim().to_owned(),
        body: wish.body.clone(),
        attachment_ids: wish.attachment_ids.clone(),
        contributors: wish.contributors.iter().map(contributor).collect(),
    }
}

/// Save a draft over the version one saw; of two editors the second is told so.
#[utoipa::path(
    tag = "homework",
    operation_id = "save_submission_draft",
    params(("id" = Uuid, Path)),
    request_body = SaveSubmissionDraft,
    responses((status = 200, description = "Saved; the new version is in ETag", body = StandingView)),
    extensions(
        ("x-authz" = json!("W01")), ("x-functions" = json!(["F26", "F30"])),
        ("x-if-match" = json!(true))
    )
)]
#[put("/submissions/{id}/draft")]
pub async fn save_submission_draft(
    caller: Caller,
    id: Path<Uuid>,
    seen: IfMatch,
    Body(wish): Body<SaveSubmissionDraft>,
) -> Reply {
    caller
        .write(async |work| {
            let row = submissions::save_draft(work, *id, seen.0, content(&wish), wish.kind).await?;
            let version = row.version;
            answer::changed(&views::standing(row), version)
        })
        .await
}

/// Throw a draft away; a work that was never handed in goes with it.
#[utoipa::path(
    tag = "homework",
    operation_id = "remove_submission_draft",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "Gone")),
    extensions(
        ("x-authz" = json!("W01")), ("x-functions" = json!(["F26"])),
        ("x-if-match" = json!(true))
    )
)]
#[delete("/submissions/{id}/draft")]
pub async fn remove_submission_draft(caller: Caller, id: Path<Uuid>, seen: IfMatch) -> Reply {
    caller
        .write(async |work| {
            submissions::delete_draft(work, *id, seen.0).await?;
            answer::gone()
        })
        .await
}

/// Whether the work may leave the school.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSubmissionConsent {
    consent: bool,
}

/// Agree that one's work leaves the school, or take that back.
#[utoipa::path(
    tag = "homework",
    operation_id = "change_submission_consent",
    params(("id" = Uuid, Path)),
    request_body = ChangeSubmissionConsent,
    responses((status = 200, description = "Where the work stands", body = StandingView)),
    extensions(
        ("x-authz" = json!("W02")), ("x-functions" = json!(["F31"])),
        ("x-if-match" = json!(true))
    )
)]
#[put("/submissions/{id}/consent")]
pub async fn change_submission_consent(
    caller: Caller,
    id: Path<Uuid>,
    seen: IfMatch,
    Body(wish): Body<ChangeSubmissionConsent>,
) -> Reply {
    caller
        .write(async |work| {
            let row = submissions::consent(work, *id, seen.0, wish.consent).await?;
            let version = row.version;
            answer::changed(&views::standing(row), version)
        })
        .await
}
