use actix_web::{HttpRequest, get, web::Path};
use app::{
    grades::Member,
    qualifications::{self, Filter, Judgement, Shown, Standing},
};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    grade::{Component, GradeSource},
    qualification::{Finding, Outcome, Qualification, RunStatus, Step},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show},
    body::Params,
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_qualification_results).service(show_enrollment_qualification);
}

/// The conditions with their figures, as the run kept them.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = QualificationExplanation)]
pub struct ExplanationView {
    /// The parts of the grade, parents before children; the first is the total.
    #[schema(value_type = Vec<Component>)]
    components: Value,
    /// Every condition that is not met; empty for whoever passed.
    #[schema(value_type = Vec<Finding>)]
    unmet: Value,
    /// The shortest way to qualify.
    #[schema(value_type = Vec<Step>)]
    steps: Value,
    /// Why somebody who passed is not excellent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Finding>)]
    not_excellent: Option<Value>,
}

/// Somebody's result in a run.
#[derive(Serialize, ToSchema)]
#[schema(as = QualificationResult)]
pub struct ResultView {
    run_id: Uuid,
    enrollment_id: Uuid,
    trainee_no: String,
    name: String,
    school_id: Uuid,
    school_name: String,
    #[schema(required)]
    class_id: Option<Uuid>,
    #[schema(required)]
    outcome: Option<Outcome>,
    /// Points of the whole grade.
    total: Hundredths,
    #[schema(required)]
    online: Option<Hundredths>,
    #[schema(required)]
    offline: Option<Hundredths>,
    /// Credit-hours.
    hours: Hundredths,
    #[schema(required)]
    certificate_no: Option<String>,
    explanation: ExplanationView,
}

fn result(shown: Shown) -> app::Result<ResultView> {
    Ok(ResultView {
        run_id: shown.run_id,
        enrollment_id: shown.enrollment_id,
        trainee_no: shown.trainee_no,
        name: shown.name,
        school_id: shown.school_id,
        school_name: shown.school_name,
        class_id: shown.class_id,
        outcome: Outcome::parse(&shown.outcome),
        total: Hundredths::new(shown.total),
        online: shown.online.map(Hundredths::new),
        offline: shown.offline.map(Hundredths::new),
        hours: Hundredths::new(shown.hours),
        certificate_no: shown.certificate_no,
        explanation: serde_json::from_str(&shown.explanation).map_err(app::Error::fault)?,
    })
}

/// How somebody stands: the newest result that the caller may see, or a preview by the evidence
/// of this moment, which has neither run nor outcome.
#[derive(Serialize, ToSchema)]
#[schema(as = EnrollmentQualification)]
pub struct StandingView {
    enrollment_id: Uuid,
    trainee_no: String,
    name: String,
    #[schema(required)]
    run_id: Option<Uuid>,
    #[schema(required)]
    run_status: Option<RunStatus>,
    /// The run's number in the project.
    #[schema(required)]
    run_number: Option<i64>,
    /// When the run was made.
    #[schema(required)]
    judged_at: Option<DateTime<Utc>>,
    #[schema(required)]
    published_at: Option<DateTime<Utc>>,
    /// The version of the policy that it was judged by; 0 where the preset is in force.
    policy_number: i64,
    #[schema(required)]
    outcome: Option<Outcome>,
    /// Points of the whole grade.
    total: Hundredths,
    #[schema(required)]
    online: Option<Hundredths>,
    #[schema(required)]
    offline: Option<Hundredths>,
    /// Credit-hours.
    hours: Hundredths,
    #[schema(required)]
    certificate_no: Option<String>,
    explanation: ExplanationView,
}

fn standing(judgement: Judgement) -> app::Result<StandingView> {
    let policy_number = judgement.policy_number;
    match judgement.standing {
        Standing::Judged(shown, run) => {
            let result = result(*shown)?;
            Ok(StandingView {
                enrollment_id: result.enrollment_id,
                trainee_no: result.trainee_no,
                name: result.name,
                run_id: Some(run.id),
                run_status: RunStatus::parse(&run.status),
                run_number: Some(run.number),
                judged_at: Some(run.created_at),
                published_at: run.published_at,
                policy_number,
                outcome: result.outcome,
                total: result.total,
                online: result.online,
                offline: result.offline,
                hours: result.hours,
                certificate_no: result.certificate_no,
                explanation: result.explanation,
            })
        }
        Standing::Preview(member, preview) => before(*member, &preview, policy_number),
    }
}

fn before(
    member: Member,
    preview: &Qualification,
    policy_number: i64,
) -> app::Result<StandingView> {
    let explanation = serde_json::to_value(preview).and_then(serde_json::from_value);
    Ok(StandingView {
        enrollment_id: member.id,
        trainee_no: member.trainee_no,
        name: member.name,
        run_id: None,
        run_status: None,
        run_number: None,
        judged_at: None,
        published_at: None,
        policy_number,
        outcome: None,
        total: preview.total,
        online: preview.online,
        offline: preview.offline,
        hours: preview.hours,
        certificate_no: None,
        explanation: explanation.map_err(app::Error::fault)?,
    })
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQualificationResults {
    outcome: Option<Outcome>,
    /// Only those who lack this mark: nobody has given or published it yet.
    lacks: Option<GradeSource>,
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    /// Part of a name or trainee number.
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    q: Option<String>,
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = QualificationResultPage)]
pub struct ResultPage {
    items: Vec<ResultView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// How many there are in all; told with the first page only.
    #[schema(required)]
    total: Option<i64>,
}

/// List the results of a run, as far as one reaches.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "list_qualification_results",
    params(("id" = Uuid, Path), ListQualificationResults),
    responses((status = 200, description = "A page of results", body = ResultPage)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F48"])))
)]
#[get("/qualification-runs/{id}/results")]
async fn list_qualification_results(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListQualificationResults>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let outcome = wish.outcome.map(|outcome| outcome.to_string());
    let (school, class) = (wish.school_id, wish.class_id);
    let filter = Filter { outcome, school, class, q: wish.q, lacks: wish.lacks };
    let found = qualifications::results(&caller.look(), *id, &filter, &window).await?;
    let key = |one: &Shown| app::Key { value: None, id: one.enrollment_id };
    let next = page::next_cursor(&found.cut, key);
    let items: app::Result<Vec<_>> = found.cut.items.into_iter().map(result).collect();
    let page = ResultPage { items: items?, next_cursor: next.clone(), total: found.total };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show somebody's newest result, or a preview before there is one: what is met, what is not,
/// and the shortest way.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "show_enrollment_qualification",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The result or a preview", body = StandingView)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F48"])))
)]
#[get("/enrollments/{id}/qualification")]
async fn show_enrollment_qualification(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = qualifications::standing(&caller.look(), *id).await?;
    Ok(show(&standing(found)?))
}
