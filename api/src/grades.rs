//! Grades by the policy's tree (F47).

use actix_web::{HttpRequest, get, web::Path};
use app::grades::{self, Bill, Evidence, Graded, Line};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    grade::{Component, GradeNode, GradeSource},
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
    page,
    practice::{OwnView, own},
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_class_grades).service(show_enrollment_grade);
}

/// Somebody's grade, part by part.
#[derive(Serialize, ToSchema)]
#[schema(as = Grade)]
pub struct GradeView {
    enrollment_id: Uuid,
    trainee_no: String,
    name: String,
    school_id: Uuid,
    school_name: String,
    credited_hours: Hundredths,
    /// Works handed in and not withdrawn.
    homework_submitted: i64,
    /// Out of 100.
    #[schema(required)]
    online: Option<Hundredths>,
    /// Out of 100; from the publication of the practice sheet on.
    #[schema(required)]
    offline: Option<Hundredths>,
    /// The parts of the grade, parents before children; the first is the total.
    components: Vec<Component>,
}

fn view(graded: Graded) -> GradeView {
    let Graded { member, components } = graded;
    GradeView {
        enrollment_id: member.id,
        trainee_no: member.trainee_no,
        name: member.name,
        school_id: member.school_id,
        school_name: member.school_name,
        credited_hours: Hundredths::new(member.credited_hours),
        homework_submitted: member.works,
        online: member.online_score.map(Hundredths::new),
        offline: member.offline_score.map(Hundredths::new),
        components,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListClassGrades {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = GradePage)]
pub struct GradePage {
    items: Vec<GradeView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the grades of a class, as far as one reaches.
#[utoipa::path(
    tag = "grades",
    operation_id = "list_class_grades",
    params(("id" = Uuid, Path), ListClassGrades),
    responses((status = 200, description = "A page of grades", body = GradePage)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F47"])))
)]
#[get("/classes/{id}/grades")]
async fn list_class_grades(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListClassGrades>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let cut = grades::list(&caller.look(), *id, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.member.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = GradePage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// When the provider gave an online mark and when it arrived.
#[derive(Serialize, ToSchema)]
#[schema(as = OnlineEvidence)]
pub struct OnlineView {
    given_at: DateTime<Utc>,
    received_at: DateTime<Utc>,
}

/// A part of the grade with what it rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = GradeLine)]
pub struct LineView {
    #[serde(flatten)]
    component: Component,
    /// Where the part takes its mark from; parts with children have none.
    #[schema(required)]
    source: Option<GradeSource>,
    /// Out of 100.
    #[schema(required)]
    mark: Option<Hundredths>,
    #[schema(required)]
    online_evidence: Option<OnlineView>,
    #[schema(required)]
    practice_evidence: Option<OwnView>,
}

fn line(line: Line) -> LineView {
    let (online_evidence, practice_evidence) = match line.evidence {
        Some(Evidence::Online { given_at, received_at }) => {
            (Some(OnlineView { given_at, received_at }), None)
        }
        Some(Evidence::Practice(score)) => (None, Some(own(*score))),
        None => (None, None),
    };
    LineView {
        component: line.component,
        source: line.source,
        mark: line.mark,
        online_evidence,
        practice_evidence,
    }
}

/// The score bill: every part of the grade, its evidence and the rule it was made by.
#[derive(Serialize, ToSchema)]
#[schema(as = ScoreBill)]
pub struct BillView {
    grade: GradeView,
    lines: Vec<LineView>,
    min_hours: Hundredths,
    homework_required: u32,
    rule: GradeNode,
    /// Version of the policy set; 0 where the preset is in force.
    policy_number: i64,
}

fn bill(bill: Bill) -> BillView {
    BillView {
        grade: view(bill.graded),
        lines: bill.lines.into_iter().map(line).collect(),
        min_hours: bill.policy.selection.min_hours,
        homework_required: bill.policy.homework.required_count,
        rule: bill.policy.grade,
        policy_number: bill.policy_number,
    }
}

/// Show somebody's score bill.
#[utoipa::path(
    tag = "grades",
    operation_id = "show_enrollment_grade",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The bill", body = BillView)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F47"])))
)]
#[get("/enrollments/{id}/grade")]
async fn show_enrollment_grade(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = grades::show(&caller.look(), *id).await?;
    Ok(show(&bill(found)))
}
