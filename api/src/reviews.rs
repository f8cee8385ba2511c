//! Reviews of works (F27).

use actix_web::{post, web::Path};
use app::reviews::{self, Wish};
use domain::{Hundredths, homework::CriterionMark};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
    submissions::{ReviewView, review},
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(review_homework);
}

#[derive(Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkCriterion {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    score: Hundredths,
}

/// A comment, a score, or both, on one version.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewHomework {
    /// The number of the version that was read; a newer one answers 412.
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    version: i32,
    /// One mark for each criterion of the task; the score is their sum.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    criteria: Vec<MarkCriterion>,
    /// The score, where the task has no criteria; without either it is a mere comment.
    score: Option<Hundredths>,
    #[validate(length(min = 1, max = 5000), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 5000)]
    comment: String,
}

fn wish(body: &ReviewHomework) -> Wish {
    let mark = |one: &MarkCriterion| CriterionMark { name: one.name.clone(), score: one.score };
    Wish {
        version: body.version,
        criteria: body.criteria.iter().map(mark).collect(),
        score: body.score,
        comment: body.comment.clone(),
    }
}

/// Comment on a version of a work, or mark it.
#[utoipa::path(
    tag = "homework",
    operation_id = "review_homework",
    params(("id" = Uuid, Path)),
    request_body = ReviewHomework,
    responses((status = 201, description = "The review", body = ReviewView)),
    extensions(("x-authz" = json!("W05")), ("x-functions" = json!(["F27"])))
)]
#[post("/submissions/{id}/reviews")]
async fn review_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(body): Body<ReviewHomework>,
) -> Reply {
    caller
        .write(async |work| {
            let (row, version) = reviews::create(work, *id, wish(&body)).await?;
            answer::created(&review(row, None), format!("/submissions/{id}"), version)
        })
        .await
}
