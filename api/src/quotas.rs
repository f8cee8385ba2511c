//! Quotas of the homework ladder (F31).

use actix_web::{HttpRequest, get, web::Path};
use app::quotas::{self, Used};
use domain::homework::QuotaStep;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::Reply,
    body::Params,
    caller::Caller,
    page,
    submissions::{MeterView, meter},
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_quotas);
}

/// A unit's quota.
#[derive(Serialize, ToSchema)]
#[schema(as = Quota)]
pub struct QuotaView {
    /// The workshop, school or county.
    unit_id: Uuid,
    unit_name: String,
    /// The subject, where the step is counted by subject.
    #[schema(required)]
    subject: Option<String>,
    #[serde(flatten)]
    meter: MeterView,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuotas {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    /// `workshop`: from workshop to school; `school`: from school to region, by subject;
    /// `region`: from region to exhibition, by subject.
    #[param(inline)]
    step: QuotaStep,
}

#[derive(Serialize, ToSchema)]
#[schema(as = QuotaPage)]
pub struct QuotaPage {
    items: Vec<QuotaView>,
    #[schema(required)]
    next_cursor: Option<String>,
    total: u64,
}

/// List how many works may take a step of the ladder, and how many have.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_quotas",
    params(("id" = Uuid, Path), ListQuotas),
    responses((status = 200, description = "A page of quotas", body = QuotaPage)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F31"])))
)]
#[get("/projects/{id}/quotas")]
async fn list_quotas(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListQuotas>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let mut all = quotas::list(&caller.look(), *id, wish.step).await?;
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    if let Some(key) = &window.after {
        all.retain(|(one, _)| (one.unit, one.subject.as_ref()) > (key.id, key.value.as_ref()));
    }
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let cut = app::Cut { more: all.len() > limit, items: all.into_iter().take(limit).collect() };
    let place = |(one, _): &(Used, _)| app::Key { value: one.subject.clone(), id: one.unit };
    let next = page::next_cursor(&cut, place);
    let items = cut.items.into_iter().map(|(one, found)| QuotaView {
        unit_id: one.unit,
        unit_name: one.name,
        subject: one.subject,
        meter: meter(found),
    });
    let page = QuotaPage { items: items.collect(), next_cursor: next.clone(), total };
    Ok(page::show_page(&request, &page, next.as_deref()))
}
