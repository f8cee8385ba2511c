//! What arrives: JSON bodies, query parameters, the version a change is based on.

mod faults;
mod words;

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header::{CONTENT_TYPE, HeaderValue, IF_MATCH},
    web::{Bytes, BytesMut},
};
use domain::{Kind, Refusal};
use futures_util::StreamExt;
use serde::{Deserialize as _, de::DeserializeOwned};
use validator::Validate;

use crate::problem::Problem;
pub use words::{not_blank, one_line, reasoned};

/// The most a JSON body may weigh, in bytes.
pub const JSON_LIMIT: usize = 2 * 1024 * 1024;

/// A JSON body that has been read, understood and found valid.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(CONTENT_TYPE).cloned();
        let payload = payload.take();
        let seen = request.clone();
        Box::pin(async move {
            let kind = kind.as_ref().and_then(|kind| kind.to_str().ok()).unwrap_or_default();
            let essence = kind.split(';').next().unwrap_or_default().trim();
            if !essence.eq_ignore_ascii_case("application/json") {
                return Err(Problem::http("unsupported-media-type", "Send `application/json`."));
            }
            let bytes = collect(payload, 0, JSON_LIMIT).await?;
            let body = read_json(&bytes)?;
            seen.extensions_mut().insert(RawBody(bytes));
            Ok(Self(body))
        })
    }
}

/// The bytes of the body, for the fingerprint of an idempotent request.
pub struct RawBody(pub Bytes);

/// Reads a body part by part, as long as it keeps coming: what brings less than 1 kB/s over ten
/// seconds is ended, so that a slow or stalled sender holds nothing.
pub struct Pace {
    window: tokio::time::Instant,
    bytes: usize,
}

/// Length of a window, and the least that has to arrive in it.
const WINDOW: std::time::Duration = std::time::Duration::from_secs(10);
const LEAST: usize = 10 * 1024;

impl Default for Pace {
    fn default() -> Self {
        Self { window: tokio::time::Instant::now(), bytes: 0 }
    }
}

impl Pace {
    pub async fn next(&mut self, payload: &mut Payload) -> Result<Option<Bytes>, Problem> {
        loop {
            let end = self.window.checked_add(WINDOW).unwrap_or(self.window);
            let Ok(part) = tokio::time::timeout_at(end, payload.next()).await else {
                if self.bytes < LEAST {
                    let detail = "The body came too slowly; send it again.";
                    return Err(Problem::http("request-timeout", detail));
                }
                *self = Self::default();
                continue;
            };
            let broken = |_| Problem::http("malformed-request", "The body broke off.");
            let part = part.transpose().map_err(broken)?;
            self.bytes = self.bytes.saturating_add(part.as_ref().map_or(0, Bytes::len));
            return Ok(part);
        }
    }
}

/// Reads a whole body of at most `limit` bytes; the bytes count, not what the headers promise.
/// Room for `expected` bytes is made at once: growing would hold a large body twice.
pub async fn collect(
    mut payload: Payload,
    expected: usize,
    limit: usize,
) -> Result<Bytes, Problem> {
    let (mut whole, mut pace) = (BytesMut::with_capacity(expected.min(limit)), Pace::default());
    while let Some(part) = pace.next(&mut payload).await? {
        if whole.len().saturating_add(part.len()) > limit {
            let detail = format!("At most {limit} bytes are taken here.");
            return Err(Problem::http("content-too-large", detail));
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole.freeze())
}

/// Reads one JSON object and validates it. Text with NUL is refused: not every database can
/// keep it.
fn read_json<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<T, Problem> {
    let unreadable = |detail: &str| Problem::http("malformed-request", detail);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first.is_some_and(|byte| *byte != b'{')
        && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
    {
        return Err(Refusal::field("", "not_an_object", "Send one JSON object.").into());
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let body: T = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().is_data() {
            faults::misread(error.path(), error.inner()).into()
        } else {
            unreadable("The body is not valid JSON.")
        }
    })?;
    reader.end().map_err(|_| unreadable("The body goes on after its JSON value."))?;
    if holds_nul(bytes) {
        return Err(Refusal::field("", "nul_character", "Leave out the character U+0000.").into());
    }
    body.validate().map_err(|errors| faults::invalid(&errors))?;
    Ok(body)
}

/// Whether a text in this JSON has an escaped U+0000. A backslash that is escaped itself begins
/// no escape: `\\\\u0000` is a text of six plain characters.
fn holds_nul(json: &[u8]) -> bool {
    let mut escaped = false;
    let mut rest = json;
    while let Some((byte, after)) = rest.split_first() {
        if escaped && rest.starts_with(b"u0000") {
            return true;
        }
        escaped = !escaped && *byte == b'\\';
        rest = after;
    }
    false
}

/// For a field that may be null but not missing: `#[serde(deserialize_with = "present")]`.
pub fn present<'de, D, T>(reader: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    serde::Deserialize::deserialize(reader)
}

/// Query parameters that have been understood and found valid.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned + Validate> FromRequest for Params<T> {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = || {
            let query = request.query_string();
            if query.contains("%00") {
                return Err(Refusal::field("", "nul_character", "Leave out U+0000.").into());
            }
            let pairs = form_urlencoded::parse(query.as_bytes());
            let reader = serde_urlencoded::Deserializer::new(pairs);
            let given: T = serde_path_to_error::deserialize(reader)
                .map_err(|error| faults::misread(error.path(), error.inner()))?;
            given.validate().map_err(|errors| faults::invalid(&errors))?;
            Ok(Self(given))
        };
        std::future::ready(read())
    }
}

/// The version that the caller saw last: `If-Match: "7"`. Missing or `*` is 428, what is no entity
/// tag is 400. A weak tag and the tag of something else are a version that nothing has: they come
/// to 412 where the versions are compared, after everything that is wrong whatever the version
/// (RFC 9110 §13.1.1, §13.2.1).
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub i64);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let given = request.headers().get(IF_MATCH).map(HeaderValue::to_str);
        std::future::ready(match given {
            None => Err(Refusal::new(Kind::PreconditionRequired, SEND_ETAG).into()),
            Some(text) => seen_version(text.unwrap_or_default().trim()).map(Self),
        })
    }
}

/// Versions count up from nought.
const NO_VERSION: i64 = -1;

const SEND_ETAG: &str = "Send the `ETag` that you last saw as `If-Match`.";

fn seen_version(text: &str) -> Result<i64, Problem> {
    if text == "*" {
        return Err(Refusal::new(Kind::PreconditionRequired, SEND_ETAG).into());
    }
    // `If-Match` compares strongly: a weak tag matches nothing, whatever it says (§13.1.1).
    let (weak, tag) = text.strip_prefix("W/").map_or((false, text), |tag| (true, tag));
    let tag = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
    let sound = |tag: &&str| tag.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    let Some(tag) = tag.filter(sound) else {
        let problem = Problem::http("malformed-request", SEND_ETAG);
        return Err(problem.with("If-Match", "not_an_entity_tag", SEND_ETAG));
    };
    let version =
        tag.parse().ok().filter(|_| !weak && tag.bytes().all(|byte| byte.is_ascii_digit()));
    Ok(version.unwrap_or(NO_VERSION))
}

/// A field that may be left out (`None`) or be null (`Some(None)`).
pub fn nullable<'de, T, D>(reader: D) -> Result<Option<Option<T>>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    Option::deserialize(reader).map(Some)
}
