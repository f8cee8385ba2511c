use app::classes::{Exception, list_exceptions as list};
use domain::classes::ExceptionKind;

use super::*;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_exceptions);
}

/// A limit of the policy that was passed with a reason.
#[derive(Serialize, ToSchema)]
#[schema(as = Exception)]
pub struct ExceptionView {
    id: Uuid,
    /// `class_full`, `too_many_workshops`, `family_taken` or `family_mismatch`.
    #[schema(value_type = domain::classes::ExceptionKind)]
    kind: String,
    /// `class` or `workshop`.
    object_kind: String,
    object_id: Uuid,
    #[schema(required)]
    school_id: Option<Uuid>,
    #[schema(required)]
    enrollment_id: Option<Uuid>,
    reason: String,
    actor_id: Uuid,
    /// The role in which it was decided.
    role: String,
    at: DateTime<Utc>,
}

fn view(one: Exception) -> ExceptionView {
    ExceptionView {
        id: one.id,
        kind: one.kind,
        object_kind: one.object_kind,
        object_id: one.object,
        school_id: one.school,
        enrollment_id: one.enrollment,
        reason: one.reason,
        actor_id: one.actor,
        role: one.role,
        at: one.at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListExceptions {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    kind: Option<ExceptionKind>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ExceptionPage)]
pub struct ExceptionPage {
    items: Vec<ExceptionView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List where limits of the policy were passed with a reason, the newest first.
#[utoipa::path(
    tag = "classes",
    operation_id = "list_exceptions",
    params(("id" = Uuid, Path), ListExceptions),
    responses((status = 200, description = "A page of exceptions", body = ExceptionPage)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F03", "F08", "F11"])))
)]
#[get("/projects/{id}/exceptions")]
async fn list_exceptions(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListExceptions>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let kind = wish.kind.map(ExceptionKind::as_str);
    let cut = list(&caller.look(), *id, kind, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = ExceptionPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}
