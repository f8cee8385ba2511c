use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
        CONTENT_TYPE, ContentEncoding, ETAG,
    },
    web::{Data, Path},
};
use futures_util::StreamExt;
use uuid::Uuid;

use super::{Caller, Reply, State, backups, get};
use crate::{
    answer::FileBytes,
    attachments::content::{asked, broken},
};

/// Download a backup, or a part of it by `Range`. It opens only with the key file.
#[utoipa::path(
    tag = "operation",
    operation_id = "show_backup_content",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The file", body = FileBytes, content_type = "application/octet-stream"),
        (status = 206, description = "The part asked for", body = FileBytes, content_type = "application/octet-stream"),
    ),
    extensions(("x-authz" = json!("Y01")), ("x-functions" = json!(["F65"])))
)]
#[get("/backups/{id}/content")]
pub(super) async fn show_backup_content(
    caller: Caller,
    request: HttpRequest,
    state: Data<State>,
    id: Path<Uuid>,
) -> Reply {
    let place = state.config.backups();
    let fetched = caller.ctx.run(async |work| backups::fetch(work, *id, &place).await).await;
    let (backup, size) = caller.ctx.denied(fetched).await?;
    let etag = format!("\"{id}\"");
    let part = asked(&request, &etag, size)?;
    let range = part.clone().unwrap_or(0..size);
    let length = range.end.saturating_sub(range.start);
    let mut response = HttpResponse::Ok();
    if let Some(part) = part {
        let last = part.end.saturating_sub(1);
        response = HttpResponse::PartialContent();
        response.insert_header((CONTENT_RANGE, format!("bytes {}-{last}/{size}", part.start)));
    }
    let parts = backups::open(&place.path(*id), range).await?;
    let name = backup.started_at.format("tisheng-%Y%m%dT%H%M%SZ.backup");
    response
        .insert_header((CONTENT_TYPE, "application/octet-stream"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CONTENT_LENGTH, length.to_string()))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((ETAG, etag))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header(ContentEncoding::Identity);
    Ok(response.no_chunking(length).streaming(parts.map(|part| part.map_err(broken))))
}
