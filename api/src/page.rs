//! Lists: `limit`, an opaque `cursor`, and the link to the next page.

use actix_web::{HttpRequest, HttpResponse, http::header::LINK};
use app::{Cut, Key, Window};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{Kind, Refusal};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problem::Problem;

/// How many items a page holds when the caller does not say.
const USUAL: u64 = 50;

#[derive(Serialize, Deserialize)]
struct Place(Option<String>, Uuid);

/// Reads `limit` and `cursor`; both are checked by the parameter struct's own bounds too.
pub fn window(
    limit: Option<u64>,
    cursor: Option<&str>,
    descending: bool,
) -> Result<Window, Problem> {
    let after = cursor.map(read_cursor).transpose()?;
    Ok(Window { limit: limit.unwrap_or(USUAL).clamp(1, 200), after, descending })
}

fn read_cursor(text: &str) -> Result<Key, Problem> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok();
    let place = bytes.and_then(|bytes| serde_json::from_slice::<Place>(&bytes).ok());
    // Not every database takes U+0000 in a text.
    let place = place.filter(|Place(value, _)| value.as_ref().is_none_or(|v| !v.contains('\0')));
    let Some(Place(value, id)) = place else {
        let detail = "Begin again without a cursor, or send `next_cursor` as you got it.";
        return Err(Refusal::new(Kind::InvalidCursor, detail).into());
    };
    Ok(Key { value, id })
}

/// The cursor of the page after `key`.
pub fn cursor(key: &Key) -> String {
    let place = serde_json::to_vec(&Place(key.value.clone(), key.id)).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(place)
}

/// The cursor of the next page, if there is one; `key` tells the place of an item.
pub fn next_cursor<T>(cut: &Cut<T>, key: impl FnOnce(&T) -> Key) -> Option<String> {
    cut.items.last().filter(|_| cut.more).map(|last| cursor(&key(last)))
}

/// 200 with a page; where more follows, with `Link: <…>; rel="next"`.
pub fn show_page(request: &HttpRequest, page: &impl Serialize, next: Option<&str>) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = next {
        let others = request
            .query_string()
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
        let mut query: Vec<&str> = others.collect();
        let own = format!("cursor={cursor}");
        query.push(&own);
        let link = format!("<{}?{}>; rel=\"next\"", request.path(), query.join("&"));
        response.insert_header((LINK, link));
    }
    response.json(page)
}
