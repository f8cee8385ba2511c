//! What happens to every request: an id, bounds, a log line, safe headers, and no panic gets out.

use std::{future::poll_fn, panic::AssertUnwindSafe, pin::pin, time::Instant};

use actix_web::{
    Error, HttpMessage, HttpResponse, ResponseError,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        Method, StatusCode,
        header::{
            ACCEPT, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, HeaderMap,
            HeaderName, HeaderValue, IF_NONE_MATCH,
        },
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;

use crate::{
    caller::{RequestId, State},
    cors, limits,
    problem::{self, Problem},
    server,
};

/// The most an address may weigh, and all headers together, in bytes.
const ADDRESS_LIMIT: usize = 8 * 1024;
const HEADER_LIMIT: usize = 16 * 1024;

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

/// The reference pages are somebody else's program: it writes styles and markup by itself. It
/// too loads nothing from elsewhere and runs no script but its own files.
const DOCS_POLICY: &str = "default-src 'self'; script-src 'self'; \
                           style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                           object-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
                           form-action 'self'";

/// What is known of a request before it goes in, for what comes out.
struct Seen {
    id: String,
    trace: String,
    method: Method,
    path: String,
    /// The version that the caller holds.
    held: Option<HeaderValue>,
    /// The other site that may read the answer.
    origin: Option<HeaderValue>,
    state: Option<Data<State>>,
    started: Instant,
}

/// The outermost layer.
pub async fn around<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let seen = Seen::of(&request);
    problem::set_request_id(&seen.id);
    request.extensions_mut().insert(RequestId(seen.id.clone()));
    if let Some(mut early) = early(&request, &seen) {
        seen.dress(early.status(), early.headers_mut(), None);
        return Ok(request.into_response(early).map_into_right_body());
    }
    if seen.method == Method::HEAD {
        // Answered as GET is; the connection leaves out the body of what was asked by HEAD.
        request.head_mut().method = Method::GET;
    }
    let mut inner = pin!(AssertUnwindSafe(next.call(request)).catch_unwind());
    // Handlers of several requests take turns on this thread: say whose turn it is.
    let done = poll_fn(|task| {
        problem::set_request_id(&seen.id);
        inner.as_mut().poll(task)
    })
    .await;
    let problem = match done {
        Ok(Ok(response)) => return Ok(seen.finish(response)),
        Ok(Err(error)) => match error.as_error::<Problem>() {
            Some(problem) => problem.clone(),
            None => of_framework(&error),
        },
        Err(_) => Problem::internal("a handler panicked"),
    };
    let mut answer = problem.error_response();
    seen.dress(answer.status(), answer.headers_mut(), None);
    Err(InternalError::from_response(problem, answer).into())
}

/// What is refused (or answered) before anything looks at it.
fn early(request: &ServiceRequest, seen: &Seen) -> Option<HttpResponse> {
    let refuse = |slug, detail: String| Some(Problem::http(slug, detail).error_response());
    if request.uri().to_string().len() > ADDRESS_LIMIT {
        return refuse("uri-too-long", format!("An address has at most {ADDRESS_LIMIT} bytes."));
    }
    let weight = |(name, value): (&HeaderName, &HeaderValue)| {
        name.as_str().len().saturating_add(value.len()).saturating_add(4)
    };
    if request.headers().iter().map(weight).sum::<usize>() > HEADER_LIMIT {
        let detail = format!("All headers together have at most {HEADER_LIMIT} bytes.");
        return refuse("headers-too-large", detail);
    }
    if seen.origin.is_some() && cors::is_preflight(request) {
        return Some(cors::preflight());
    }
    let coding = request.headers().get(CONTENT_ENCODING);
    if coding.is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let detail = "Send the body as it is, without `Content-Encoding`.";
        return refuse("unsupported-media-type", detail.to_owned());
    }
    let accept = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok())?;
    if is_usual(accept) || server::offers(&seen.method, &seen.path, accept) {
        return None;
    }
    refuse("not-acceptable", "Ask for `application/json`, or leave out `Accept`.".to_owned())
}

/// What nearly every caller accepts, without taking it apart: nothing in particular, or JSON
/// that is not ruled out by a weight of nought.
fn is_usual(accept: &str) -> bool {
    let asked = accept.is_empty() || accept.contains("*/*") || accept.contains("application/json");
    asked && !accept.contains("q=0")
}

impl Seen {
    fn of(request: &ServiceRequest) -> Self {
        let state = request.app_data::<Data<State>>().cloned();
        let sites = state.as_ref().map(|state| state.config.cors_origins.as_slice());
        Self {
            id: request_id(request, state.as_ref().map(|state| &***state)),
            trace: trace_id(request.headers()).unwrap_or_default(),
            method: request.method().clone(),
            path: request.path().to_owned(),
            held: request.headers().get(IF_NONE_MATCH).cloned(),
            origin: cors::origin(request, sites.unwrap_or_default()),
            state,
            started: Instant::now(),
        }
    }

    /// Safe headers; and what the caller holds already is not sent again.
    fn finish<B: MessageBody>(
        &self,
        mut response: ServiceResponse<B>,
    ) -> ServiceResponse<EitherBody<B>> {
        let standing = limits::standing(response.request());
        let route = response.request().match_pattern();
        let status = response.status();
        let etag = response.headers().get(ETAG);
        let same = |(held, now): (&HeaderValue, &HeaderValue)| {
            let held = held.to_str().unwrap_or_default();
            held.split(',')
                .map(str::trim)
                .any(|one| one == "*" || one.trim_start_matches("W/").as_bytes() == now.as_bytes())
        };
        let unchanged = self.held.as_ref().zip(etag).is_some_and(same)
            && status == StatusCode::OK
            && matches!(self.method, Method::GET | Method::HEAD);
        if let Some(standing) = standing {
            standing.tell(response.headers_mut());
        }
        let status = if unchanged { StatusCode::NOT_MODIFIED } else { status };
        self.dress(status, response.headers_mut(), route);
        if !unchanged {
            return response.map_into_left_body();
        }
        let (request, mut response) = response.into_parts();
        *response.status_mut() = status;
        let response = response.drop_body().map_into_boxed_body();
        ServiceResponse::new(request, response).map_into_right_body()
    }

    /// Headers, the log line and the figures.
    fn dress(&self, status: StatusCode, headers: &mut HeaderMap, route: Option<String>) {
        if self.path.starts_with("/docs/") {
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCS_POLICY));
        }
        for (name, value) in SAFE {
            let name = HeaderName::from_static(name);
            if !headers.contains_key(&name) {
                headers.insert(name, HeaderValue::from_static(value));
            }
        }
        let config = self.state.as_ref().map(|state| &state.config);
        if config.is_some_and(crate::config::Config::is_secure) {
            let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
            headers.insert(HeaderName::from_static("strict-transport-security"), year);
        }
        if self.path.starts_with("/api/") && !headers.contains_key(CACHE_CONTROL) {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if let Ok(id) = HeaderValue::from_str(&self.id) {
            headers.insert(HeaderName::from_static("x-request-id"), id);
        }
        if let Some(origin) = &self.origin {
            cors::open(headers, origin.clone());
        }
        let took = self.started.elapsed();
        if let Some(state) = self.state.as_ref().filter(|one| !one.config.metrics_bind.is_empty()) {
            state.metrics.note(self.method.as_str(), route, status.as_u16(), took);
        }
        tracing::info!(
            method = %self.method,
            path = self.path,
            status = status.as_u16(),
            millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
            request_id = self.id,
            trace_id = self.trace,
        );
    }
}

/// The caller's own id if it is a plain word that a log line can hold, else a new one.
fn request_id(request: &ServiceRequest, state: Option<&State>) -> String {
    let given = request.headers().get("x-request-id").and_then(|id| id.to_str().ok());
    let plain = |id: &&str| {
        (1..=64).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
    };
    match given.filter(plain) {
        Some(id) => id.to_owned(),
        None => state.map(|state| state.services.new_id().to_string()).unwrap_or_default(),
    }
}

/// The trace that a caller's request belongs to (W3C `traceparent`).
fn trace_id(headers: &HeaderMap) -> Option<String> {
    let given = headers.get("traceparent")?.to_str().ok()?;
    let trace = given.split('-').nth(1)?;
    let hex = trace.len() == 32 && trace.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| trace.to_ascii_lowercase())
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
