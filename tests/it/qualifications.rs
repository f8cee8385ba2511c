use std::collections::HashSet;

use chrono::Duration;
use domain::{access::Role, certificates::is_intact};
use entity::enrollments;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use store::Source;
use tests::{County, Person, Sample};
use uuid::Uuid;

struct Place<'a> {
    sample: Sample<'a>,
    team: Person<'a>,
    second: Person<'a>,
    runs: String,
}

/// The sample county with its online and practice scores, and two people of the project team.
async fn place(county: &County) -> Place<'_> {
    county.pass(Duration::days(200));
    let sample = county.sample().await;
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("classes", "classes.csv"),
        ("class_members", "class-members.csv"),
        ("online_scores", "online-scores.csv"),
    ] {
        sample.import(kind, name).await;
    }
    let team = county.person("项目组一").await;
    let team = team.hold(Role::ProjectTeam, Some(sample.project), Some(sample.project)).await;
    let second = county.person("项目组二").await;
    let second = second.hold(Role::ProjectTeam, Some(sample.project), Some(sample.project)).await;
    let runs = format!("/projects/{}/qualification-runs", sample.project);
    Place { sample, team, second, runs }
}

fn path_of(run: &Value) -> String {
    format!("/qualification-runs/{}", run["id"].as_str().unwrap())
}

/// Every result of a run, page by page.
async fn results(person: &Person<'_>, run: &str, filter: &str) -> Vec<Value> {
    let (mut all, mut cursor, mut total) = (vec![], String::new(), Value::Null);
    loop {
        let path = format!("{run}/results?limit=200{filter}{cursor}");
        let page = person.get(&path).await.expect(200);
        if cursor.is_empty() {
            total = page["total"].clone();
        }
        all.extend(page["items"].as_array().unwrap().iter().cloned());
        let Value::String(next) = &page["next_cursor"] else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(total, all.len());
    all
}

/// Lets everybody of the project have marks and hours that suffice.
async fn everybody_passes(county: &County) {
    use sea_orm::sea_query::Expr;
    let write = county.state.services.db.write().await.unwrap();
    enrollments::Entity::update_many()
        .col_expr(enrollments::Column::CreditedHours, Expr::value(5_000_i64))
        .col_expr(enrollments::Column::OnlineScore, Expr::value(8_000_i64))
        .col_expr(enrollments::Column::OfflineScore, Expr::value(9_000_i64))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
}

/// A policy that asks for no homework.
async fn without_homework(place: &Place<'_>, appeal_days: u32) {
    let mut body = domain::policy::PolicySet::preset();
    body.homework.required_count = 0;
    body.appeal_days = appeal_days;
    let body = json!({"body": body, "effective_on": "2020-12-01", "note": "无作业"});
    let path = format!("/projects/{}/policies", place.sample.project);
    place.sample.office.post(&path, body).await.expect(201);
}

#[actix_web::test]
async fn everybody_has_one_outcome_and_a_second_run_the_same_digest() {
    let county = County::new().await;
    let Place { sample, team, second, runs } = place(&county).await;
    county.person("生人").await.post(&runs, json!({})).await.refused(404, "not-found");
    let first = team.post(&runs, json!({})).await.expect(201);
    let figures = &first["figures"];
    assert_eq!((&figures["total"], &first["status"]), (&json!(975), &json!("provisional")));
    let outcomes = figures["outcomes"].as_object().unwrap().values();
    assert_eq!(outcomes.map(|count| count.as_i64().unwrap()).sum::<i64>(), 975);
    let again = second.post(&runs, json!({})).await.expect(201);
    assert_eq!((&again["digest"], &again["number"]), (&first["digest"], &json!(2)));
    assert_eq!(again["figures"]["moved"], json!([]));
    assert_eq!(again["figures"]["previous_id"], first["id"]);
    let old = team.get(&path_of(&first)).await.expect(200);
    assert_eq!(old["status"], "superseded");
    let run = path_of(&again);
    let all = results(&team, &run, "").await;
    let people: HashSet<_> = all.iter().map(|one| one["enrollment_id"].as_str().unwrap()).collect();
    assert_eq!((people.len(), all.len()), (975, 975));
    for one in &all {
        let (why, outcome) = (&one["explanation"], one["outcome"].as_str().unwrap());
        assert_eq!(why["components"][0]["points"], one["total"], "{one}");
        let unmet = !why["unmet"].as_array().unwrap().is_empty();
        assert_eq!(unmet, outcome == "unqualified", "{one}");
        assert_eq!(unmet, !why["steps"].as_array().unwrap().is_empty(), "{one}");
    }
    let school = all[0]["school_id"].as_str().unwrap();
    let of_school = all.iter().filter(|one| one["school_id"] == school).count();
    assert_eq!(results(&team, &run, &format!("&school_id={school}")).await.len(), of_school);
    let number = all[7]["trainee_no"].as_str().unwrap();
    assert_eq!(results(&team, &run, &format!("&q={number}")).await.len(), 1);
    let outsider = county.person("校管").await;
    let id = Some(school.parse().unwrap());
    let outsider = outsider.hold(Role::SchoolAdmin, Some(sample.project), id).await;
    assert_eq!(results(&outsider, &run, "").await.len(), of_school);
    let page = sample.office.get(&format!("{runs}?limit=1")).await.expect(200);
    assert_eq!(page["items"][0]["id"], again["id"]);
}

#[actix_web::test]
async fn a_trainee_sees_no_verdict_before_the_publication() {
    let county = County::new().await;
    let Place { sample, team, runs, .. } = place(&county).await;
    let run = team.post(&runs, json!({})).await.expect(201);
    let one = results(&team, &path_of(&run), "").await.swap_remove(0);
    let enrollment: Uuid = one["enrollment_id"].as_str().unwrap().parse().unwrap();
    let db = county.state.services.db.read();
    let row = enrollments::Entity::find_by_id(enrollment).one(db.conn()).await.unwrap().unwrap();
    let trainee = county.sign_in(row.person_id).await;
    let own = format!("/enrollments/{enrollment}/qualification");
    let preview = trainee.get(&own).await.expect(200);
    assert_eq!((&preview["outcome"], &preview["run_id"]), (&Value::Null, &Value::Null));
    assert_eq!(preview["explanation"]["steps"], one["explanation"]["steps"]);
    trainee.get(&path_of(&run)).await.refused(404, "not-found");
    let hidden = trainee.get(&format!("{}/results", path_of(&run))).await;
    hidden.refused(404, "not-found");
    assert_eq!(trainee.get(&runs).await.expect(200)["items"], json!([]));
    assert_eq!(team.get(&own).await.expect(200)["outcome"], one["outcome"]);
    county.person("生人").await.get(&own).await.refused(404, "not-found");
    let publish = format!("{}/publications", path_of(&run));
    sample.office.post(&publish, json!({})).await.expect(201);
    let seen = trainee.get(&own).await.expect(200);
    assert_eq!((&seen["outcome"], &seen["run_status"]), (&one["outcome"], &json!("published")));
    let visible = results(&trainee, &path_of(&run), "").await;
    assert_eq!(visible.len(), 1);
    assert_eq!(visible[0]["enrollment_id"], one["enrollment_id"]);
}

#[actix_web::test]
async fn a_second_person_finishes_a_run_and_every_number_is_its_own() {
    let county = County::new().await;
    let place = place(&county).await;
    without_homework(&place, 0).await;
    let before = place.team.post(&place.runs, json!({})).await.expect(201);
    everybody_passes(&county).await;
    let Place { sample, team, second, runs } = place;
    let made = team.post(&runs, json!({})).await.expect(201);
    assert_ne!(made["digest"], before["digest"]);
    let moved = made["figures"]["moved"].as_array().unwrap().iter();
    assert!(moved.map(|one| one["count"].as_i64().unwrap()).sum::<i64>() > 0);
    let run = path_of(&made);
    let (publish, finalise) = (format!("{run}/publications"), format!("{run}/finalisations"));
    second.post(&finalise, json!({})).await.refused(409, "invalid-transition");
    team.post(&publish, json!({})).await.refused(403, "forbidden");
    sample.office.post(&publish, json!({})).await.expect(201);
    team.post(&finalise, json!({})).await.refused(403, "four-eyes-required");
    let action = |shown: &Value| {
        let all = shown["allowed_actions"].as_array().unwrap().clone();
        all.into_iter().find(|one| one["action"] == "finalise").unwrap()
    };
    let shown = team.get(&run).await.expect(200);
    assert_eq!(action(&shown)["blocked_by"], "second_person_required");
    assert_eq!(action(&second.get(&run).await.expect(200))["allowed"], true);
    let done = second.post(&finalise, json!({})).await.expect(201);
    assert_eq!(done["status"], "final");
    let all = results(&team, &run, "").await;
    let numbers: HashSet<_> =
        all.iter().filter_map(|one| one["certificate_no"].as_str().map(str::to_owned)).collect();
    assert_eq!(numbers.len(), 975);
    assert!(numbers.iter().all(|number| is_intact(number)));
    let excellent = results(&team, &run, "&outcome=excellent").await;
    assert!(!excellent.is_empty() && excellent.len() < 200, "{}", excellent.len());
    second.post(&finalise, json!({})).await.refused(409, "invalid-transition");
    let shown = second.get(&path_of(&before)).await.expect(200);
    assert_eq!(shown["status"], "superseded");
    let later = team.post(&runs, json!({})).await.expect(201);
    let late = sample.office.post(&format!("{}/publications", path_of(&later)), json!({})).await;
    let late = late.refused(409, "invalid-transition");
    assert_eq!(late["errors"][0]["code"], "already_final", "{late}");
    assert_eq!(team.get(&run).await.expect(200)["status"], "final");
}

/// s.49: what was published can be appealed against first, and the newest word counts.
#[actix_web::test]
async fn a_run_becomes_final_after_the_days_of_appeal_and_not_while_a_newer_one_waits() {
    let county = County::new().await;
    let place = place(&county).await;
    without_homework(&place, 5).await;
    let made = place.team.post(&place.runs, json!({})).await.expect(201);
    let run = path_of(&made);
    let (publish, finalise) = (format!("{run}/publications"), format!("{run}/finalisations"));
    assert_eq!(made["final_from"], Value::Null);
    let shown = place.sample.office.post(&publish, json!({})).await.expect(201);
    // The clock stands on Friday, 18 December 2020.
    assert_eq!(shown["final_from"], "2020-12-26", "{shown}");
    let todo = format!("/me/todo?project_id={}", place.sample.project);
    let why = async |who: &Person<'_>| {
        let told = who.post(&finalise, json!({})).await;
        assert_eq!(told.status.as_u16(), 409, "{}", told.body);
        let told = told.body;
        let code = told["errors"][0]["code"].as_str().unwrap().to_owned();
        let seen = who.get(&run).await.expect(200);
        let all = seen["allowed_actions"].as_array().unwrap();
        let action = all.iter().find(|one| one["action"] == "finalise").unwrap();
        assert_eq!(action["blocked_by"], code.as_str());
        assert!(!who.get(&todo).await.expect(200).to_string().contains("finalise_run"));
        (code, told["detail"].as_str().unwrap().to_owned())
    };
    let (code, detail) = why(&place.second).await;
    assert_eq!(code, "appeal_days_run");
    assert!(detail.contains("2020-12-26"), "{detail}");
    // 23:59 of the last day in the county, whose day begins at 16:00 UTC.
    let until = "2020-12-25T15:59:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    county.pass(until - county.now());
    let second = county.sign_in(place.second.id).await;
    assert_eq!(why(&second).await.0, "appeal_days_run");
    county.pass(Duration::minutes(1));
    assert!(second.get(&todo).await.expect(200).to_string().contains("finalise_run"));
    // A correction comes in, and a run that reads it.
    everybody_passes(&county).await;
    let team = county.sign_in(place.team.id).await;
    let newer = team.post(&place.runs, json!({})).await.expect(201);
    assert_eq!(why(&second).await.0, "newer_run_waits");
    let office = county.sign_in(place.sample.office.id).await;
    office.post(&format!("{}/publications", path_of(&newer)), json!({})).await.expect(201);
    assert_eq!(why(&second).await.0, "invalid_transition");
    // A run of the same evidence says nothing else: it does not keep the newest one waiting.
    let same = team.post(&place.runs, json!({})).await.expect(201);
    assert_eq!(same["digest"], newer["digest"]);
    county.pass(Duration::days(9));
    let second = county.sign_in(place.second.id).await;
    let done = second.post(&format!("{}/finalisations", path_of(&newer)), json!({})).await;
    assert_eq!(done.expect(201)["status"], "final");
    let left = second.get(&path_of(&same)).await.expect(200);
    assert_eq!(left["status"], "superseded");
}

#[actix_web::test]
async fn the_county_does_not_confirm_a_run_of_its_own() {
    let county = County::new().await;
    let Place { sample, runs, .. } = place(&county).await;
    let made = sample.office.post(&runs, json!({})).await.expect(201);
    let publish = format!("{}/publications", path_of(&made));
    sample.office.post(&publish, json!({})).await.refused(403, "four-eyes-required");
}

#[actix_web::test]
async fn a_run_says_who_lacks_a_mark_and_the_summary_leaves_it_empty() {
    let county = County::new().await;
    let Place { sample, team, runs, .. } = place(&county).await;
    let online = |figures: &Value| figures["missing"]["online_score"].as_i64().unwrap();
    let before = team.get(&runs).await.expect(200);
    let ground = &before["ground"];
    assert_eq!(
        (&ground["total"], &ground["missing"]["practice_score"]),
        (&json!(975), &json!(975))
    );
    let run = team.post(&runs, json!({})).await.expect(201);
    let figures = &run["figures"];
    assert_eq!((online(ground), online(figures)), (online(figures), 975 - 966));
    assert_eq!(figures["missing"]["practice_score"], 975);
    assert_eq!(
        (&figures["awaiting"], &figures["outcomes"]["unqualified"]),
        (&json!(975), &json!(975))
    );
    let path = path_of(&run);
    let silent = results(&team, &path, "&lacks=online_score").await;
    assert_eq!(silent.len(), 975 - 966);
    assert_eq!(results(&team, &path, "&lacks=practice_score").await.len(), 975);
    for one in results(&team, &path, "").await {
        let unmet = one["explanation"]["unmet"].as_array().unwrap();
        let of = |code: &str, part: &str| {
            unmet.iter().any(|one| one["code"] == code && one["component"] == part)
        };
        assert!(of("mark_missing", "offline") && !of("component_below", "offline"), "{one}");
        assert!(!of("component_below", "total"), "a total that is not whole is below no line");
    }
    let publish = format!("{path}/publications");
    sample.office.post(&publish, json!({})).await.expect(201);
    let list = format!("/projects/{}/reports/R7/rows?limit=50", sample.project);
    let page = sample.office.get(&list).await.expect(200);
    let at = |title: &str| {
        let mut columns = page["columns"].as_array().unwrap().iter();
        columns.position(|one| one["title"] == title).unwrap()
    };
    for row in page["items"].as_array().unwrap() {
        assert_eq!((&row[at("线下合计")], &row[at("总分")]), (&Value::Null, &Value::Null), "{row}");
        assert_eq!(row[at("结论")], "不合格");
    }
    assert!(page["items"].as_array().unwrap().iter().any(|row| row[at("网络合计")].is_number()));
}

#[actix_web::test]
async fn whoever_has_to_sign_a_run_is_told_so_and_its_maker_is_not() {
    let county = County::new().await;
    let place = place(&county).await;
    without_homework(&place, 0).await;
    let Place { sample, team, second, runs } = place;
    let path = format!("/me/todo?project_id={}", sample.project);
    let told = async |who: &Person<'_>, code: &str| {
        let todo = who.get(&path).await.expect(200);
        let items = todo["items"].as_array().unwrap().clone();
        items.iter().find(|one| one["code"] == code).map(|one| one["count"].as_i64().unwrap())
    };
    let clerk = county.person("县二").await;
    let clerk = clerk.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    assert_eq!(told(&clerk, "publish_run").await, None);
    let run = team.post(&runs, json!({})).await.expect(201);
    assert_eq!(told(&clerk, "publish_run").await, Some(1));
    assert_eq!(told(&second, "finalise_run").await, None);
    let publish = format!("{}/publications", path_of(&run));
    clerk.post(&publish, json!({})).await.expect(201);
    assert_eq!(
        (told(&clerk, "publish_run").await, told(&team, "finalise_run").await),
        (None, None)
    );
    assert_eq!(told(&second, "finalise_run").await, Some(1));
}
