use chrono::Duration;
use domain::access::Role;
use entity::{enrollments, selection_items, selections};
use futures_util::future::{join, join_all};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use store::Source;
use tests::{County, Enrolled, Sample};
use uuid::Uuid;

/// Four courses of 12.5 credit-hours, one in each module.
async fn four(sample: &Sample<'_>) -> Vec<Uuid> {
    let mut made = vec![];
    for module in 1..=4 {
        made.push(sample.course(&format!("YW-{module}"), "YW", module, json!(12.5)).await);
    }
    made
}

fn item(who: &Enrolled<'_>, course: Uuid) -> String {
    format!("/enrollments/{}/selection/items/{course}", who.enrollment)
}

fn act(who: &Enrolled<'_>, act: &str) -> String {
    format!("/selections/{}/{act}", who.enrollment)
}

async fn put(who: &Enrolled<'_>, course: Uuid) -> tests::Answer {
    who.person.put(&item(who, course), 0, json!({})).await
}

async fn plan(who: &Enrolled<'_>) -> Value {
    who.person.get(&format!("/enrollments/{}/selection", who.enrollment)).await.expect(200)
}

fn codes(plan: &Value) -> Vec<&str> {
    plan["shortfalls"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

fn allowed(plan: &Value, action: &str) -> bool {
    let actions = plan["allowed_actions"].as_array().unwrap();
    actions.iter().find(|one| one["action"] == action).expect("an action")["allowed"] == true
}

/// A county with a published catalogue, four courses and one teacher.
async fn ready<'a>(
    county: &'a County,
    closes: Option<Duration>,
) -> (Sample<'a>, Enrolled<'a>, Vec<Uuid>) {
    let sample = county.sample().await;
    let school = sample.found_school("一中").await;
    let teacher = sample.enroll("FY1", "YW", school).await;
    let courses = four(&sample).await;
    sample.publish_catalog(closes.map(|after| json!(county.now() + after))).await;
    (sample, teacher, courses)
}

#[actix_web::test]
async fn a_teacher_fills_a_basket_sees_what_is_missing_and_submits() {
    let county = County::new().await;
    let (sample, teacher, courses) = ready(&county, None).await;
    let empty = plan(&teacher).await;
    assert_eq!((&empty["status"], &empty["hours"]), (&json!("draft"), &json!(0)));
    assert_eq!(codes(&empty).len(), 5);
    let math = sample.course("SX-1", "SX", 1, json!(2)).await;
    let refused = put(&teacher, math).await.refused(409, "invalid-transition");
    assert_eq!(refused["errors"][0]["code"], "subject_mismatch");
    put(&teacher, Uuid::new_v4()).await.refused(404, "not-found");
    for course in &courses[..3] {
        put(&teacher, *course).await.expect(200);
    }
    let twice = put(&teacher, courses[0]).await.expect(200);
    assert_eq!((&twice["hours"], twice["items"].as_array().unwrap().len()), (&json!(37.5), 3));
    assert_eq!(codes(&twice), ["hours_missing", "module_missing"]);
    assert!(!allowed(&twice, "submit"));
    let early = teacher.person.post(&act(&teacher, "submittals"), json!({})).await;
    assert_eq!(early.refused(409, "invalid-transition")["errors"][0]["code"], "hours_missing");
    let full = put(&teacher, courses[3]).await.expect(200);
    assert!(allowed(&full, "submit"));
    let done = teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    assert_eq!((&done["status"], &done["hours"]), (&json!("effective"), &json!(50)));
    let late = put(&teacher, courses[0]).await.refused(409, "invalid-transition");
    assert_eq!(late["errors"][0]["code"], "change_not_requested");
}

#[actix_web::test]
async fn before_the_catalogue_is_published_nothing_is_chosen() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("一中").await;
    let teacher = sample.enroll("FY1", "YW", school).await;
    let course = sample.course("YW-1", "YW", 1, json!(2)).await;
    assert_eq!(plan(&teacher).await["status"], "not_open");
    let refused = put(&teacher, course).await.refused(409, "invalid-transition");
    assert_eq!(refused["errors"][0]["code"], "catalog_not_published");
    let early = teacher.person.post(&act(&teacher, "submittals"), json!({})).await;
    early.refused(409, "invalid-transition");
    assert_eq!(plan(&teacher).await["status"], "not_open");
}

#[actix_web::test]
async fn a_submitted_plan_keeps_its_hours_whatever_becomes_of_the_course() {
    let county = County::new().await;
    let (sample, teacher, courses) = ready(&county, None).await;
    let other = sample.enroll("FY2", "YW", sample.found_school("二中").await).await;
    for course in &courses {
        put(&teacher, *course).await.expect(200);
        put(&other, *course).await.expect(200);
    }
    teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    let path = format!("/courses/{}", courses[0]);
    sample.office.patch(&path, 1, json!({"hours": 2.5})).await.expect(200);
    assert_eq!(plan(&teacher).await["hours"], 50, "frozen");
    assert_eq!(plan(&other).await["hours"], 40, "an open basket follows");
    let moved = sample.office.patch(&path, 2, json!({"module": 2})).await;
    assert_eq!(moved.refused(409, "invalid-transition")["errors"][0]["code"], "course_chosen");
    let reason = json!({"reason": "下架"});
    sample.office.post(&format!("{path}/withdrawals"), reason).await.expect(200);
    let held = plan(&teacher).await;
    assert_eq!((codes(&held), &held["hours"]), (vec!["replacement_needed"], &json!(50)));
    assert_eq!(held["items"][0]["replacement_needed"], true);
    let open = plan(&other).await;
    assert!(codes(&open).contains(&"replacement_needed") && !allowed(&open, "submit"));
    let change = act(&teacher, "change-requests");
    teacher.person.post(&change, json!({})).await.expect(200);
    let refused = put(&teacher, courses[0]).await.refused(409, "invalid-transition");
    assert_eq!(refused["errors"][0]["code"], "course_withdrawn");
    let thin = teacher.person.delete(&item(&teacher, courses[0])).await;
    assert_eq!(thin.refused(409, "invalid-transition")["errors"][0]["code"], "hours_missing");
    let instead = sample.course("YW-N", "YW", 1, json!(13)).await;
    let swap = json!({"replaces": courses[0]});
    let swapped = teacher.person.put(&item(&teacher, instead), 0, swap).await.expect(200);
    assert_eq!((&swapped["hours"], codes(&swapped).len()), (&json!(50.5), 0));
    let again = teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    assert_eq!(again["status"], "effective");
}

#[actix_web::test]
async fn at_the_deadline_plans_in_effect_are_locked_and_only_the_office_opens_them() {
    let county = County::new().await;
    let (sample, teacher, courses) = ready(&county, Some(Duration::minutes(5))).await;
    for course in &courses {
        put(&teacher, *course).await.expect(200);
    }
    teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    teacher.person.post(&act(&teacher, "change-requests"), json!({})).await.expect(200);
    county.pass(Duration::minutes(6));
    assert_eq!(plan(&teacher).await["status"], "locked", "before it is written down");
    let list = format!("/projects/{}/selections?include=summary&status=", sample.project);
    assert_eq!(sample.office.get(&format!("{list}locked")).await.expect(200)["total"], 1);
    assert_eq!(sample.office.get(&format!("{list}change_requested")).await.expect(200)["total"], 0);
    let late = teacher.person.delete(&item(&teacher, courses[0])).await;
    assert_eq!(late.refused(409, "window-closed")["errors"][0]["code"], "selection_closed");
    put(&teacher, courses[0]).await.refused(409, "window-closed");
    assert_eq!(app::selections::lock_due(&county.system()).await.unwrap(), 1);
    assert_eq!(app::selections::lock_due(&county.system()).await.unwrap(), 0);
    assert_eq!(plan(&teacher).await["status"], "locked");
    let reopen = act(&teacher, "reopenings");
    teacher.person.post(&reopen, json!({"reason": "x"})).await.refused(403, "forbidden");
    let bare = sample.office.post(&reopen, json!({"reason": "漏选"})).await;
    assert_eq!(bare.refused(422, "validation-failed")["errors"][0]["code"], "deadline_needed");
    let body = json!({"reason": "漏选", "closes_at": county.now() + Duration::days(2)});
    let open = sample.office.post(&reopen, body).await.expect(200);
    assert_eq!((&open["status"], &open["reason"]), (&json!("returned"), &json!("漏选")));
    teacher.person.delete(&item(&teacher, courses[0])).await.expect(200);
}

#[actix_web::test]
async fn a_leader_returns_plans_of_the_workshop_but_never_the_own_one() {
    let county = County::new().await;
    let (sample, teacher, courses) = ready(&county, None).await;
    for course in &courses {
        put(&teacher, *course).await.expect(200);
    }
    teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    let back = act(&teacher, "returns");
    let reason = json!({"reason": "请选本学段课程"});
    county.person("外人").await.post(&back, reason.clone()).await.refused(404, "not-found");
    sample.office.post(&back, reason.clone()).await.refused(403, "forbidden");
    let school = sample.found_school("二中").await;
    let Enrolled { person, enrollment } = sample.enroll("FY2", "YW", school).await;
    let workshop = sample.found_workshop(&[teacher.enrollment, enrollment]).await;
    let leader = person.hold(Role::WorkshopLeader, Some(sample.project), Some(workshop)).await;
    leader.post(&back, json!({"reason": ""})).await.refused(422, "validation-failed");
    let returned = leader.post(&back, reason.clone()).await.expect(200);
    assert_eq!((&returned["status"], &returned["reason"]), (&json!("returned"), &reason["reason"]));
    let own = format!("/selections/{enrollment}/returns");
    leader.post(&own, reason).await.refused(403, "self-dealing");
}

async fn recount(county: &County, enrollment: Uuid) -> (i64, i64, i64, usize) {
    let db = county.state.services.db.read();
    let items = selection_items::Entity::find()
        .filter(selection_items::Column::EnrollmentId.eq(enrollment))
        .all(db.conn())
        .await
        .unwrap();
    let plan = selections::Entity::find_by_id(enrollment).one(db.conn()).await.unwrap().unwrap();
    let person = enrollments::Entity::find_by_id(enrollment).one(db.conn()).await.unwrap().unwrap();
    let sum = items.iter().map(|item| item.hours).sum();
    (sum, plan.hours_total, person.selected_hours, items.len())
}

#[actix_web::test]
async fn fifty_edits_at_once_and_a_submission_leave_a_sum_that_is_true() {
    let county = County::new().await;
    let (sample, teacher, mut courses) = ready(&county, None).await;
    for number in 0..8 {
        courses.push(sample.course(&format!("YW-X{number}"), "YW", 1, json!(1.5)).await);
    }
    for course in &courses[..4] {
        put(&teacher, *course).await.expect(200);
    }
    let edits = (0..50).map(|turn| {
        let (teacher, course) = (&teacher, courses[4 + turn % 8]);
        async move {
            let answer = match turn % 5 {
                4 => teacher.person.delete(&item(teacher, course)).await,
                _ => put(teacher, course).await,
            };
            assert!([200, 404, 409].contains(&answer.status.as_u16()), "{}", answer.body);
        }
    });
    let submit = async {
        teacher.person.post(&act(&teacher, "submittals"), json!({})).await.expect(200);
    };
    join(join_all(edits), submit).await;
    let (sum, total, selected, count) = recount(&county, teacher.enrollment).await;
    assert_eq!((total, selected), (sum, sum));
    let shown = plan(&teacher).await;
    assert_eq!(shown["items"].as_array().unwrap().len(), count);
    assert_eq!(shown["hours"].as_f64(), Some(sum as f64 / 100.0));
}

#[actix_web::test]
async fn the_whole_county_choosing_at_once_loses_nothing() {
    let county = County::new().await;
    let (sample, _, courses) = ready(&county, None).await;
    let school = sample.found_school("三中").await;
    let mut all = vec![];
    for number in 0..100 {
        all.push(sample.enroll(&format!("FZ{number}"), "YW", school).await);
    }
    let choices =
        all.iter().flat_map(|one| courses[..2].iter().map(move |course| put(one, *course)));
    for answer in join_all(choices).await {
        answer.expect(200);
    }
    let path =
        format!("/projects/{}/selections?school_id={school}&include=summary", sample.project);
    let page = sample.office.get(&path).await.expect(200);
    assert_eq!(page["total"], 100);
    assert_eq!(page["summary"]["hours_total"], 2500);
    for one in &all {
        assert_eq!(recount(&county, one.enrollment).await, (2500, 2500, 2500, 2));
    }
}

#[actix_web::test]
async fn the_sample_plans_come_to_their_hours() {
    let county = County::new().await;
    let sample = county.sample().await;
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("catalog", "catalog.csv"),
        ("selections", "selections.csv"),
    ] {
        sample.import(kind, name).await;
    }
    let path = format!("/projects/{}/selections", sample.project);
    let page = sample.office.get(&format!("{path}?include=summary&limit=5")).await.expect(200);
    let wanted =
        json!({"trainees": 975, "with_enough_hours": 940, "below": 35, "hours_total": 49934.5});
    assert_eq!(page["summary"], wanted);
    let short = format!("{path}?below_hours=50&include=summary&sort=-hours&limit=200");
    let short = sample.office.get(&short).await.expect(200);
    assert_eq!((&short["total"], short["items"].as_array().unwrap().len()), (&json!(35), 35));
    let first = &short["items"][0];
    let found = format!("{path}?q={}", first["trainee_no"].as_str().unwrap());
    let found = sample.office.get(&found).await;
    assert_eq!(found.expect(200)["items"][0]["enrollment_id"], first["enrollment_id"]);
    let school = first["school_id"].as_str().unwrap().parse().unwrap();
    let admin = county.person("校管").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    let own = admin.get(&format!("{path}?limit=200")).await.expect(200);
    assert!(
        own["items"].as_array().unwrap().iter().all(|one| one["school_id"] == first["school_id"])
    );
    let expert = county.person("专家").await;
    let expert = expert
        .hold_subject(Role::SubjectExpert, Some(sample.project), Some(sample.region), Some("YW"))
        .await;
    expert.get(&path).await.refused(403, "forbidden");
}
