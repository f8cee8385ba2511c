use actix_web::{get, post, web::Path};
use app::submissions::{self, Contributor, File, Receipt, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::views::{ContributorView, contributor, hex};
use crate::{
    answer::{self, Reply, show},
    body::Body,
    caller::Caller,
};

/// Handing in the draft.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitHomework {
    /// The originality statement: the work is one's own, and others' parts are named.
    originality_confirmed: bool,
}

/// Proof that a version was handed in.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionReceipt)]
pub struct ReceiptView {
    submission_id: Uuid,
    /// The number of the version.
    number: i32,
    /// The server's time.
    received_at: DateTime<Utc>,
    /// SHA-256 of title, text, contributors and files, in hexadecimal digits.
    sha256: String,
    late: bool,
}

fn receipt(receipt: Receipt) -> ReceiptView {
    ReceiptView {
        submission_id: receipt.submission,
        number: receipt.number,
        received_at: receipt.at,
        sha256: hex(&receipt.sha256),
        late: receipt.late,
    }
}

/// Hand in the draft as the next version, which never changes again.
#[utoipa::path(
    tag = "homework",
    operation_id = "submit_homework",
    params(("id" = Uuid, Path)),
    request_body = SubmitHomework,
    responses((status = 201, description = "The receipt", body = ReceiptView)),
    extensions(("x-authz" = json!("W02")), ("x-functions" = json!(["F26", "F30"])))
)]
#[post("/submissions/{id}/versions")]
pub async fn submit_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<SubmitHomework>,
) -> Reply {
    caller
        .write(async |work| {
            let done = submissions::submit(work, *id, wish.originality_confirmed).await?;
            let path = format!("/submissions/{id}/versions/{}", done.number);
            let version = done.version;
            answer::created(&receipt(done), path, version)
        })
        .await
}

/// A file of a version.
#[derive(Serialize, ToSchema)]
#[schema(as = VersionFile)]
pub struct FileView {
    id: Uuid,
    name: String,
    media_type: String,
    /// Bytes.
    size: i64,
}

/// A version with its text and files.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionVersion)]
pub struct VersionView {
    submission_id: Uuid,
    number: i32,
    title: String,
    body: String,
    sha256: String,
    contributors: Vec<ContributorView>,
    attachments: Vec<FileView>,
    created_by: Uuid,
    submitted_at: DateTime<Utc>,
}

fn view((version, files): (Version, Vec<File>)) -> VersionView {
    let named: Vec<Contributor> = serde_json::from_str(&version.contributors).unwrap_or_default();
    let file = |file: File| FileView {
        id: file.id,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
    };
    VersionView {
        submission_id: version.submission_id,
        number: version.number,
        title: version.title,
        body: version.body,
        sha256: hex(&version.content_hash),
        contributors: named.into_iter().map(contributor).collect(),
        attachments: files.into_iter().map(file).collect(),
        created_by: version.created_by,
        submitted_at: version.created_at,
    }
}

/// Show one version of a work as it was handed in.
#[utoipa::path(
    tag = "homework",
    operation_id = "show_submission_version",
    params(("id" = Uuid, Path), ("number" = i32, Path, minimum = 1)),
    responses((status = 200, description = "The version", body = VersionView)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26"])))
)]
#[get("/submissions/{id}/versions/{number}")]
pub async fn show_submission_version(caller: Caller, path: Path<(Uuid, i32)>) -> Reply {
    let (id, number) = path.into_inner();
    Ok(show(&view(submissions::show_version(&caller.look(), id, number).await?)))
}
