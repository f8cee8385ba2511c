use actix_web::{HttpRequest, HttpResponse, delete, get, post, web::Path};
use app::accounts::{self, Credentials, Opened};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::Body,
    caller::{Caller, State, Visitor},
    cookies,
    problem::Problem,
    token::LIFE,
};

/// Name and password. The name is the phone, the staff number or the ID number.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSession {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    password: String,
}

/// A session: the access token to send as `Authorization: Bearer …`. The refresh token
/// travels in an HttpOnly cookie.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionView {
    session_id: Uuid,
    person_id: Uuid,
    access_token: String,
    /// When the access token runs out; renew it before by `POST /sessions/refresh`.
    expires_at: DateTime<Utc>,
}

/// The answer to a session just opened or renewed.
pub(super) fn opened(state: &State, opened: &Opened, created: bool) -> Reply {
    let now = state.services.now();
    let token = state.tokens.issue(opened.person, Some(opened.session), now)?;
    let view = SessionView {
        session_id: opened.session,
        person_id: opened.person,
        access_token: token,
        expires_at: now.checked_add_signed(Duration::seconds(LIFE)).unwrap_or(now),
    };
    let mut response = if created { HttpResponse::Created() } else { HttpResponse::Ok() };
    response.cookie(cookies::refresh(&state.config, opened, now));
    if created {
        response.cookie(cookies::device(&state.config, opened));
    }
    Ok(response.json(view))
}

/// Sign in. An account has five sessions at most: one more ends the oldest.
#[utoipa::path(
    tag = "accounts",
    operation_id = "create_session",
    request_body = CreateSession,
    responses((status = 201, description = "Signed in", body = SessionView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F06"])))
)]
#[post("/sessions")]
pub(super) async fn create_session(
    visitor: Visitor,
    request: HttpRequest,
    Body(given): Body<CreateSession>,
) -> Reply {
    let device = cookies::device_of(&visitor.state.config, &request);
    let given = Credentials { login: given.login, password: given.password, device };
    let session = accounts::sign_in(&visitor.ctx, &given).await?;
    opened(&visitor.state, &session, true)
}

/// Renew the access token by the refresh cookie.
#[utoipa::path(
    tag = "accounts",
    operation_id = "refresh_session",
    responses((status = 200, description = "Renewed", body = SessionView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F06"])))
)]
#[post("/sessions/refresh")]
pub(super) async fn refresh_session(visitor: Visitor, request: HttpRequest) -> Reply {
    let token = cookies::read(&visitor.state.config, &request);
    let token = token.ok_or_else(Problem::unauthenticated)?;
    let session = accounts::refresh(&visitor.ctx, &token).await?;
    opened(&visitor.state, &session, false)
}

/// One place where the caller is signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenSession)]
pub struct OpenSessionView {
    id: Uuid,
    user_agent: String,
    ip: String,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    /// Whether it is the session of this request.
    current: bool,
}

#[derive(Serialize, ToSchema)]
#[schema(as = OpenSessionPage)]
pub struct OpenSessionPage {
    items: Vec<OpenSessionView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List where one is signed in.
#[utoipa::path(
    tag = "accounts",
    operation_id = "list_sessions",
    responses((status = 200, description = "The live sessions", body = OpenSessionPage)),
    extensions(("x-authz" = json!("A01")), ("x-functions" = json!(["F06"])))
)]
#[get("/sessions")]
pub(super) async fn list_sessions(caller: Caller) -> Reply {
    let current = caller.ctx.session;
    let view = |one: app::accounts::Session| OpenSessionView {
        id: one.id,
        user_agent: one.user_agent,
        ip: one.ip,
        created_at: one.created_at,
        seen_at: one.seen_at,
        current: current == Some(one.id),
    };
    let items = accounts::list_sessions(&caller.look()).await?.into_iter().map(view).collect();
    Ok(show(&OpenSessionPage { items, next_cursor: None }))
}

/// Sign out here.
#[utoipa::path(
    tag = "accounts",
    operation_id = "sign_out",
    responses((status = 204, description = "Signed out")),
    extensions(("x-authz" = json!("A01")), ("x-functions" = json!(["F06"])))
)]
#[delete("/sessions/current")]
pub(super) async fn sign_out(caller: Caller, visitor: Visitor) -> Reply {
    let Some(session) = caller.ctx.session else { return Err(Problem::unauthenticated()) };
    let mut reply = caller
        .write(async |work| {
            accounts::end_session(work, session).await?;
            answer::gone()
        })
        .await?;
    let clear = actix_web::http::header::HeaderValue::from_static("\"cache\", \"storage\"");
    let name = actix_web::http::header::HeaderName::from_static("clear-site-data");
    reply.headers_mut().insert(name, clear);
    reply.add_cookie(&cookies::none(&visitor.state.config)).map_err(Problem::internal)?;
    Ok(reply)
}

/// End one of one's own sessions.
#[utoipa::path(
    tag = "accounts",
    operation_id = "remove_session",
    responses((status = 204, description = "Ended")),
    extensions(("x-authz" = json!("A01")), ("x-functions" = json!(["F06"])))
)]
#[delete("/sessions/{id}")]
pub(super) async fn remove_session(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            accounts::end_session(work, *id).await?;
            answer::gone()
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSession {
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    password: String,
}

/// Give the password again; for five minutes what needs a fresh sign-in may be done.
#[utoipa::path(
    tag = "accounts",
    operation_id = "confirm_session",
    request_body = ConfirmSession,
    responses((status = 204, description = "Confirmed")),
    extensions(("x-authz" = json!("A01")), ("x-functions" = json!(["F06"])))
)]
#[post("/sessions/current/confirmations")]
pub(super) async fn confirm_session(caller: Caller, Body(given): Body<ConfirmSession>) -> Reply {
    accounts::confirm(&caller.ctx, &given.password).await?;
    Ok(HttpResponse::NoContent().finish())
}
