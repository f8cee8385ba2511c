use std::ops::Range;

use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header::{
        ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE,
        ContentEncoding, ETAG, IF_RANGE, RANGE,
    },
    web::Path,
};
use app::attachments::{self, Attachment};
use futures_util::StreamExt;
use uuid::Uuid;

use super::hex;
use crate::{
    answer::{FileBytes, Reply},
    caller::Caller,
    problem::Problem,
};

/// Download a file, or a part of it by `Range`. It is never shown inside a page of ours.
#[utoipa::path(
    tag = "attachments",
    operation_id = "show_attachment_content",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, description = "The file", body = FileBytes, content_type = "application/octet-stream"),
        (status = 206, description = "The part asked for", body = FileBytes, content_type = "application/octet-stream"),
    ),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26"])))
)]
#[get("/attachments/{id}/content")]
pub(super) async fn show_attachment_content(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
) -> Reply {
    let look = caller.look();
    let file = attachments::show(&look, *id).await?;
    let size = u64::try_from(file.size).unwrap_or_default();
    let etag = format!("\"{}\"", hex(&file.sha256));
    let asked = asked(&request, &etag, size)?;
    let range = asked.clone().unwrap_or(0..size);
    let length = range.end.saturating_sub(range.start);
    let mut response = match &asked {
        Some(part) => {
            let last = part.end.saturating_sub(1);
            let mut response = HttpResponse::PartialContent();
            let place = format!("bytes {}-{last}/{size}", part.start);
            response.insert_header((CONTENT_RANGE, place));
            response
        }
        None => HttpResponse::Ok(),
    };
    let parts = attachments::open(&look, &file, range).await?;
    response
        .insert_header((CONTENT_TYPE, file.media_type.as_str()))
        .insert_header((CONTENT_DISPOSITION, disposition(&file)))
        .insert_header((CONTENT_LENGTH, length.to_string()))
        .insert_header((ETAG, etag))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header((
            "content-security-policy",
            "sandbox; default-src 'none'; frame-ancestors 'none'",
        ))
        .insert_header(ContentEncoding::Identity);
    Ok(response.no_chunking(length).streaming(parts.map(|part| part.map_err(broken))))
}

pub(crate) fn broken(cause: impl std::fmt::Display) -> actix_web::Error {
    tracing::error!(%cause, "a file could not be read to its end");
    Problem::http("internal", "The file cannot be read.").into()
}

/// The file's own name for every browser, and a plain one for old ones (RFC 5987).
fn disposition(file: &Attachment) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(byte);
    let encoded: String = file
        .name
        .bytes()
        .map(|byte| if plain(&byte) { char::from(byte).into() } else { format!("%{byte:02X}") })
        .collect();
    let ending: String = file.name.rsplit('.').next().unwrap_or_default().chars().collect();
    let ending = if ending.is_ascii() { ending } else { "bin".to_owned() };
    format!("attachment; filename=\"file.{ending}\"; filename*=UTF-8''{encoded}")
}

/// The one part that is asked for; several at once are answered with the whole.
pub(crate) fn asked(
    request: &HttpRequest,
    etag: &str,
    size: u64,
) -> Result<Option<Range<u64>>, Problem> {
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let (range, same) = (text(RANGE), text(IF_RANGE).is_none_or(|seen| seen == etag));
    let spec = range.filter(|_| same).and_then(|range| range.trim().strip_prefix("bytes="));
    let Some((from, to)) = spec.filter(|spec| !spec.contains(',')).and_then(|s| s.split_once('-'))
    else {
        return Ok(None);
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let part = match (from.trim().is_empty(), number(from), number(to)) {
        (true, _, Some(last)) => size.saturating_sub(last)..size,
        (false, Some(first), Some(last)) if first <= last => {
            first..size.min(last.saturating_add(1))
        }
        (false, Some(first), None) if to.trim().is_empty() => first..size,
        _ => return Ok(None),
    };
    if part.start >= part.end {
        let detail = format!("The file has {size} bytes; ask for a part of them.");
        return Err(Problem::http("range-not-satisfiable", detail));
    }
    Ok(Some(part))
}
