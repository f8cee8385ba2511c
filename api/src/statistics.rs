//! The cockpit: the four rates with their counts (F50).

use actix_web::{get, web::Path};
use app::statistics::{self, Line, Statistics};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    rates::{Counts, Rates},
    reports::{GroupBy, RATES},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show},
    body::Params,
    caller::Caller,
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(show_statistics);
}

/// A school, town, class or workshop with its counts and rates.
#[derive(Serialize, ToSchema)]
#[schema(as = StatisticsLine)]
pub struct StatisticsLineView {
    /// Absent for those without a class, workshop or town, and for the sum.
    #[schema(required)]
    id: Option<Uuid>,
    code: String,
    name: String,
    counts: Counts,
    /// Each with numerator and denominator; no percentage for fewer than five people.
    rates: Rates,
    /// Credited hours of all its people together.
    credited_hours: Hundredths,
}

/// Participation, study, pass and excellence, unit by unit.
#[derive(Serialize, ToSchema)]
#[schema(as = Statistics)]
pub struct StatisticsView {
    by: GroupBy,
    as_of: DateTime<Utc>,
    /// The published run that passes are taken from.
    #[schema(required)]
    run_id: Option<Uuid>,
    items: Vec<StatisticsLineView>,
    /// All units together: counts added first, divided last.
    total: StatisticsLineView,
    definitions: Vec<&'static str>,
}

fn line(line: Line) -> StatisticsLineView {
    StatisticsLineView {
        id: line.id,
        code: line.code,
        name: line.name,
        counts: line.counts,
        rates: line.rates,
        credited_hours: Hundredths::new(line.hours),
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ShowStatistics {
    by: GroupBy,
}

/// Show the four rates by school, town, class or workshop, as far as one reaches.
#[utoipa::path(
    tag = "statistics",
    operation_id = "show_statistics",
    params(("id" = Uuid, Path), ShowStatistics),
    responses((status = 200, description = "The statistics", body = StatisticsView)),
    extensions(("x-authz" = json!("R01")), ("x-functions" = json!(["F50", "F71"])))
)]
#[get("/projects/{id}/statistics")]
async fn show_statistics(
    caller: Caller,
    id: Path<Uuid>,
    Params(wish): Params<ShowStatistics>,
) -> Reply {
    let as_of = caller.ctx.now();
    let Statistics { lines, total, run } = statistics::show(&caller.look(), *id, wish.by).await?;
    Ok(show(&StatisticsView {
        by: wish.by,
        as_of,
        run_id: run,
        items: lines.into_iter().map(line).collect(),
        total: line(total),
        definitions: RATES.to_vec(),
    }))
}
