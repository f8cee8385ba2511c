use actix_web::{HttpRequest, HttpResponse, get, web::Path};
use app::audit::{self, Filter, Kept, Trail};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::{answer::Reply, body::Params, caller::Caller, page, problem::Problem};

/// One act: who did what to what, in which role, and how it ended.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditEvent)]
pub struct AuditEventView {
    /// Place in the trail.
    seq: i64,
    id: Uuid,
    at: DateTime<Utc>,
    #[schema(required)]
    project_id: Option<Uuid>,
    #[schema(required)]
    county_id: Option<Uuid>,
    #[schema(required)]
    school_id: Option<Uuid>,
    /// Whom it is about.
    #[schema(required)]
    person_id: Option<Uuid>,
    #[schema(required)]
    actor_id: Option<Uuid>,
    #[schema(required)]
    actor_name: Option<String>,
    /// The API client that acted, where no person did.
    #[schema(required)]
    client_id: Option<Uuid>,
    /// The role whose right was used, or `none`.
    role: String,
    /// Such as `class.created`.
    action: String,
    object_kind: String,
    #[schema(required)]
    object_id: Option<String>,
    /// `done` or `denied`.
    outcome: String,
    #[schema(required)]
    reason: Option<String>,
    request_id: String,
    /// For auditors and operators only.
    #[schema(required)]
    ip: Option<String>,
    /// Figures and codes of the act; never personal data.
    #[schema(value_type = Object)]
    detail: serde_json::Map<String, serde_json::Value>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = AuditEventPage)]
pub struct AuditEventPage {
    items: Vec<AuditEventView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListAuditEvents {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    /// Who acted.
    actor_id: Option<Uuid>,
    /// Whom it is about.
    person_id: Option<Uuid>,
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    action: Option<String>,
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    object_kind: Option<String>,
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    object_id: Option<String>,
    /// `done` or `denied`.
    #[validate(length(min = 1, max = 20))]
    #[param(min_length = 1, max_length = 20)]
    outcome: Option<String>,
    /// Not before this instant.
    from: Option<DateTime<Utc>>,
    /// Before this instant.
    until: Option<DateTime<Utc>>,
}

impl ListAuditEvents {
    fn split(self) -> Result<(Filter, app::Window), Problem> {
        let window = page::window(self.limit, self.cursor.as_deref(), true)?;
        let filter = Filter {
            actor: self.actor_id,
            person: self.person_id,
            action: self.action,
            object_kind: self.object_kind,
            object_id: self.object_id,
            outcome: self.outcome,
            from: self.from,
            until: self.until,
        };
        Ok((filter, window))
    }
}

fn show(request: &HttpRequest, trail: Trail) -> HttpResponse {
    let key = |one: &Kept| app::Key { value: Some(one.seq.to_string()), id: one.id };
    let next = page::next_cursor(&trail.events, key);
    let view = |one: Kept| AuditEventView {
        seq: one.seq,
        id: one.id,
        at: one.at,
        project_id: one.project_id,
        county_id: one.county_id,
        school_id: one.school_id,
        person_id: one.person_id,
        actor_id: one.actor_id,
        actor_name: one.actor_id.and_then(|id| trail.names.get(&id).cloned()),
        client_id: one.client_id,
        role: one.role,
        action: one.action,
        object_kind: one.object_kind,
        object_id: one.object_id,
        outcome: one.outcome,
        reason: one.reason,
        request_id: one.request_id,
        ip: trail.addresses.then_some(one.ip),
        detail: serde_json::from_str(&one.detail).unwrap_or_default(),
    };
    let items = trail.events.items.into_iter().map(view).collect();
    let page = AuditEventPage { items, next_cursor: next.clone() };
    page::show_page(request, &page, next.as_deref())
}

/// List what was done in a project, the newest first.
#[utoipa::path(
    tag = "audit",
    operation_id = "list_audit_events",
    params(("project_id" = Uuid, Path), ListAuditEvents),
    responses((status = 200, description = "A page of the trail", body = AuditEventPage)),
    extensions(("x-authz" = json!("L01")), ("x-functions" = json!(["F69"])))
)]
#[get("/projects/{project_id}/audit-events")]
pub(super) async fn list_audit_events(
    caller: Caller,
    request: HttpRequest,
    project: Path<Uuid>,
    Params(wish): Params<ListAuditEvents>,
) -> Reply {
    let (filter, window) = wish.split()?;
    Ok(show(&request, audit::of_project(&caller.look(), *project, &filter, &window).await?))
}

/// List what was done outside any project: sign-ins, clients, the platform itself.
#[utoipa::path(
    tag = "audit",
    operation_id = "list_platform_audit_events",
    params(ListAuditEvents),
    responses((status = 200, description = "A page of the trail", body = AuditEventPage)),
    extensions(("x-authz" = json!("L01")), ("x-functions" = json!(["F69", "F65"])))
)]
#[get("/audit/events")]
pub(super) async fn list_platform_audit_events(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListAuditEvents>,
) -> Reply {
    let (filter, window) = wish.split()?;
    Ok(show(&request, audit::of_platform(&caller.look(), &filter, &window).await?))
}

/// List who did what to one's own data, the newest first.
#[utoipa::path(
    tag = "audit",
    operation_id = "list_own_audit_events",
    params(ListAuditEvents),
    responses((status = 200, description = "A page of the trail", body = AuditEventPage)),
    extensions(("x-authz" = json!("L01")), ("x-functions" = json!(["F69"])))
)]
#[get("/me/audit-events")]
pub(super) async fn list_own_audit_events(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListAuditEvents>,
) -> Reply {
    let (filter, window) = wish.split()?;
    Ok(show(&request, audit::about_me(&caller.look(), &filter, &window).await?))
}
