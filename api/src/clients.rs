//! API clients and their tokens (F68).

use actix_web::{
    delete, get, post,
    web::{Form, Path},
};
use app::clients::{self, NewClient};
use chrono::{DateTime, Utc};
use domain::access::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::Body,
    caller::{Caller, Visitor},
    problem::Problem,
    token::LIFE,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(issue_token)
        .service(list_clients)
        .service(create_client)
        .service(rotate_client_secret)
        .service(disable_client);
}

/// OAuth 2.0 client credentials (RFC 6749 §4.4), as a form.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueToken {
    #[schema(pattern = "^client_credentials$")]
    grant_type: String,
    client_id: Uuid,
    #[schema(min_length = 1, max_length = 200)]
    client_secret: String,
    /// Space-separated scopes; all that the client holds when left out.
    scope: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ClientToken)]
pub struct ClientTokenView {
    access_token: String,
    token_type: &'static str,
    /// Seconds.
    expires_in: i64,
    scope: String,
}

/// Get an access token for an API client.
#[utoipa::path(
    tag = "clients",
    operation_id = "issue_token",
    request_body(content = IssueToken, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "A token that lives ten minutes", body = ClientTokenView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F68"])))
)]
#[post("/oauth/token")]
async fn issue_token(visitor: Visitor, given: Result<Form<IssueToken>, actix_web::Error>) -> Reply {
    let unreadable = "Send grant_type, client_id and client_secret as a form.";
    let given = given.map_err(|_| Problem::http("malformed-request", unreadable))?.into_inner();
    if given.grant_type != "client_credentials" {
        let detail = "grant_type is client_credentials.";
        return Err(Problem::http("malformed-request", detail));
    }
    let scope = given.scope.unwrap_or_default();
    let wanted: Vec<String> = scope.split_whitespace().map(str::to_owned).collect();
    let (client, scopes) =
        clients::authenticate(&visitor.ctx, given.client_id, &given.client_secret, &wanted).await?;
    let now = visitor.ctx.now();
    let access_token = visitor.state.tokens.issue(client.id, None, now)?;
    let scope = scopes.join(" ");
    Ok(show(&ClientTokenView { access_token, token_type: "Bearer", expires_in: LIFE, scope }))
}

/// What API clients there are, of all that can hold rights.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    CourseProvider,
    ThirdParty,
}

/// A program that uses the API in its own name.
#[derive(Serialize, ToSchema)]
#[schema(as = Client)]
pub struct ClientView {
    id: Uuid,
    name: String,
    #[schema(value_type = ClientKind)]
    kind: String,
    #[schema(required)]
    provider: Option<String>,
    #[schema(required)]
    organization_id: Option<Uuid>,
    scopes: Vec<String>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    #[schema(required)]
    disabled_at: Option<DateTime<Utc>>,
}

fn view(client: clients::Client) -> ClientView {
    ClientView {
        id: client.id,
        name: client.name,
        kind: client.kind,
        provider: client.provider,
        organization_id: client.organization,
        scopes: client.scopes,
        created_at: client.created_at,
        expires_at: client.expires_at,
        disabled_at: client.disabled_at,
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = ClientPage)]
pub struct ClientPage {
    items: Vec<ClientView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List a project's API clients.
#[utoipa::path(
    tag = "clients",
    operation_id = "list_clients",
    params(("project_id" = Uuid, Path)),
    responses((status = 200, description = "The clients", body = ClientPage)),
    extensions(("x-authz" = json!("I01")), ("x-functions" = json!(["F68"])))
)]
#[get("/projects/{project_id}/clients")]
async fn list_clients(caller: Caller, project: Path<Uuid>) -> Reply {
    let found = clients::list(&caller.look(), *project).await?;
    Ok(show(&ClientPage { items: found.into_iter().map(view).collect(), next_cursor: None }))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateClient {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[schema(value_type = ClientKind)]
    kind: Role,
    /// The provider whose results a course provider's client sends.
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    provider: Option<String>,
    /// The organisation to whose sub-tree the client is restricted.
    organization_id: Option<Uuid>,
    #[validate(length(min = 1, max = 30))]
    #[schema(min_items = 1, max_items = 30)]
    scopes: Vec<String>,
}

/// A client with a secret that is shown this once.
#[derive(Serialize, ToSchema)]
#[schema(as = ClientSecret)]
pub struct ClientSecretView {
    client: ClientView,
    secret: String,
}

/// Register an API client.
#[utoipa::path(
    tag = "clients",
    operation_id = "create_client",
    params(("project_id" = Uuid, Path)),
    request_body = CreateClient,
    responses((status = 201, description = "The client and its secret", body = ClientSecretView)),
    extensions(("x-authz" = json!("I01")), ("x-functions" = json!(["F68"])))
)]
#[post("/projects/{project_id}/clients")]
async fn create_client(
    caller: Caller,
    project: Path<Uuid>,
    Body(wish): Body<CreateClient>,
) -> Reply {
    caller
        .write(async |work| {
            let new = NewClient {
                name: wish.name.clone(),
                kind: wish.kind,
                project: *project,
                organization: wish.organization_id,
                provider: wish.provider.clone(),
                scopes: wish.scopes.clone(),
            };
            let (client, secret) = clients::create(work, new).await?;
            let path = format!("/clients/{}", client.id);
            answer::created(&ClientSecretView { client: view(client), secret }, path, 1)
        })
        .await
}

/// Give a client a new secret; the newest earlier one works for a week more.
#[utoipa::path(
    tag = "clients",
    operation_id = "rotate_client_secret",
    responses((status = 200, description = "The new secret", body = ClientSecretView)),
    extensions(("x-authz" = json!("I01")), ("x-functions" = json!(["F68"])))
)]
#[post("/clients/{id}/secrets")]
async fn rotate_client_secret(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let (client, secret) = clients::rotate(work, *id).await?;
            answer::done(&ClientSecretView { client: view(client), secret })
        })
        .await
}

/// Disable a client for good.
#[utoipa::path(
    tag = "clients",
    operation_id = "disable_client",
    responses((status = 204, description = "Disabled")),
    extensions(("x-authz" = json!("I01")), ("x-functions" = json!(["F68"])))
)]
#[delete("/clients/{id}")]
async fn disable_client(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            clients::disable(work, *id).await?;
            answer::gone()
        })
        .await
}
