//! Files of works: taken in, shown, downloaded, removed while they are free.

pub(crate) mod content;

use actix_web::{
    HttpMessage, delete, get, post,
    web::{Path, Payload},
};
use app::attachments::{self, Attachment};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, FileBytes, Reply, show},
    body::{Pace, Params, RawBody},
    caller::Caller,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_attachment)
        .service(show_attachment)
        .service(content::show_attachment_content)
        .service(remove_attachment);
}

/// A file of a work, or one that waits for a work to take it.
#[derive(Serialize, ToSchema)]
#[schema(as = Attachment)]
pub struct AttachmentView {
    pub id: Uuid,
    pub project_id: Uuid,
    /// The work that has it; an own file without one goes after 24 hours.
    #[schema(required)]
    pub submission_id: Option<Uuid>,
    /// The version of the work that it came with.
    #[schema(required)]
    pub version_number: Option<i32>,
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    /// SHA-256 of the content, in hexadecimal digits.
    pub sha256: String,
    pub created_at: DateTime<Utc>,
}

/// A file as other slices show it too.
pub fn view(file: Attachment) -> AttachmentView {
    AttachmentView {
        id: file.id,
        project_id: file.project_id,
        submission_id: file.submission_id,
        version_number: file.version_number,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
        sha256: hex(&file.sha256),
        created_at: file.created_at,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CreateAttachment {
    project_id: Uuid,
    /// The file's name; its ending says what it is, and the content has to agree.
    #[validate(length(min = 1, max = 200))]
    #[param(min_length = 1, max_length = 200)]
    name: String,
}

/// Take a file in. It waits 24 hours for a work to take it.
#[utoipa::path(
    tag = "attachments",
    operation_id = "create_attachment",
    params(CreateAttachment),
    request_body(content = FileBytes, content_type = "application/octet-stream",
        description = "The file itself; the limit is the installation's, 100 MiB if unchanged"),
    responses((status = 201, description = "The file is kept", body = AttachmentView)),
    extensions(("x-authz" = json!("W01")), ("x-functions" = json!(["F26"])))
)]
#[post("/attachments")]
async fn create_attachment(
    caller: Caller,
    Params(wish): Params<CreateAttachment>,
    payload: Payload,
) -> Reply {
    let begun = attachments::receive(&caller.look(), wish.project_id, &wish.name).await;
    let (id, mut spool) = caller.ctx.denied(begun).await?;
    let (mut payload, mut pace) = (payload.into_inner(), Pace::default());
    while let Some(part) = pace.next(&mut payload).await? {
        spool.write(&part).await.map_err(attachments::fault)?;
    }
    let ctx = caller.ctx.clone();
    let kept = attachments::keep(&ctx, id, spool, &wish.name).await?;
    let fingerprint = RawBody(kept.sha256().to_vec().into());
    caller.request.extensions_mut().insert(fingerprint);
    let reply = caller
        .write(async |work| {
            let file = attachments::create(work, wish.project_id, &kept).await?;
            let path = format!("/attachments/{}", file.id);
            answer::created(&view(file), path, 1)
        })
        .await;
    let recorded = reply.as_ref().is_ok_and(|reply| {
        reply.status().is_success() && !reply.headers().contains_key("idempotency-replayed")
    });
    if !recorded {
        attachments::discard(&ctx, id).await;
    }
    reply
}

/// Show a file's particulars.
#[utoipa::path(
    tag = "attachments",
    operation_id = "show_attachment",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The file", body = AttachmentView)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26"])))
)]
#[get("/attachments/{id}")]
async fn show_attachment(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(show(&view(attachments::show(&caller.look(), *id).await?)))
}

/// Remove an own file that no work has.
#[utoipa::path(
    tag = "attachments",
    operation_id = "remove_attachment",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")),
    extensions(("x-authz" = json!("W01")), ("x-functions" = json!(["F26"])))
)]
#[delete("/attachments/{id}")]
async fn remove_attachment(caller: Caller, id: Path<Uuid>) -> Reply {
    let ctx = caller.ctx.clone();
    let reply = caller
        .write(async |work| {
            attachments::remove(work, *id).await?;
            answer::gone()
        })
        .await?;
    attachments::discard(&ctx, *id).await;
    Ok(reply)
}
