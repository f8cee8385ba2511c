//! What happens to every request: an id, a log line, safe headers, and no panic gets out.

use std::{future::poll_fn, panic::AssertUnwindSafe, pin::pin, time::Instant};

use actix_web::{
    Error, HttpMessage,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
};
use futures_util::FutureExt;

use crate::{
    caller::{RequestId, State},
    problem::{self, Problem},
};

const SAFE: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; \
         require-trusted-types-for 'script'",
    ),
];

/// The outermost layer.
pub async fn around<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let started = Instant::now();
    let id = request_id(&request);
    request.extensions_mut().insert(RequestId(id.clone()));
    let secure = request
        .app_data::<actix_web::web::Data<State>>()
        .is_some_and(|state| state.config.is_secure());
    let (method, path) = (request.method().clone(), request.path().to_owned());
    let mut inner = pin!(AssertUnwindSafe(next.call(request)).catch_unwind());
    // Handlers of several requests take turns on this thread: say whose turn it is.
    let done = poll_fn(|task| {
        problem::set_request_id(&id);
        inner.as_mut().poll(task)
    })
    .await;
    let mut response = match done {
        Ok(Ok(response)) => response,
        Ok(Err(error)) if error.as_error::<Problem>().is_some() => return Err(error),
        Ok(Err(error)) => return Err(of_framework(&error).into()),
        Err(_) => return Err(Problem::internal("a handler panicked").into()),
    };
    dress(response.headers_mut(), &id, &path, secure);
    let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, path, status = response.status().as_u16(), millis, request_id = id);
    Ok(response)
}

/// The caller's own id if it is a plain word, else a new one.
fn request_id(request: &ServiceRequest) -> String {
    let given = request.headers().get("x-request-id").and_then(|id| id.to_str().ok());
    let plain = |id: &&str| {
        (8..=64).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match given.filter(plain) {
        Some(id) => id.to_owned(),
        None => {
            let state = request.app_data::<actix_web::web::Data<State>>();
            state.map(|state| state.services.new_id().to_string()).unwrap_or_default()
        }
    }
}

/// What the framework itself refused, in our words.
fn of_framework(error: &Error) -> Problem {
    match error.as_response_error().status_code().as_u16() {
        404 => domain::Refusal::not_found().into(),
        408 => Problem::http("request-timeout", "The request took too long to arrive."),
        413 => Problem::http("content-too-large", "The body is larger than is taken here."),
        415 => Problem::http("unsupported-media-type", "This media type is not taken here."),
        status if status < 500 => Problem::http("malformed-request", "The request cannot be read."),
        _ => Problem::internal(error),
    }
}

fn dress(headers: &mut HeaderMap, id: &str, path: &str, secure: bool) {
    for (name, value) in SAFE {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if secure {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(HeaderName::from_static("strict-transport-security"), year);
    }
    if path.starts_with("/api/") && !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}
