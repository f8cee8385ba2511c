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
    let place = bytes.as_deref().and_then(|bytes| bytes.split_at_checked(SEAL));
    let place = place.filter(|(seal, place)| *seal == seal_of(place));
    let place = place.and_then(|(_, place)| serde_json::from_slice::<Place>(place).ok());
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
    let mut sealed = seal_of(&place).to_vec();
    sealed.extend_from_slice(&place);
    URL_SAFE_NO_PAD.encode(sealed)
}

/// How many bytes at the front of a cursor show that nobody changed the rest.
const SEAL: usize = 6;

/// A cursor opens nothing that its caller could not see anyway, so this keeps out mistakes and
/// needs no key.
fn seal_of(place: &[u8]) -> [u8; SEAL] {
    let digest = app::secrets::sha256(place);
    let mut seal = [0; SEAL];
    seal.iter_mut().zip(digest).for_each(|(into, byte)| *into = byte);
    seal
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
