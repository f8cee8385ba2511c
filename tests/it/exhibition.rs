//! From the exhibition to the library: blind judges, the third expert, the veto, publication.

use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Ladder, Person, id};

async fn assigned(ladder: &Ladder<'_>, work: &str, experts: &[&Person<'_>]) {
    let ids: Vec<_> = experts.iter().map(|one| one.id).collect();
    let path = format!("/submissions/{work}/expert-assignments");
    ladder.sample.office.post(&path, json!({"expert_ids": ids})).await.expect(201);
}

async fn part_of(expert: &Person<'_>) -> String {
    let parts = expert.get("/expert-reviews?status=assigned").await.expect(200);
    id(&parts["items"][0])
}

async fn mark(expert: &Person<'_>, score: i64) -> Value {
    let path = format!("/expert-reviews/{}/marks", part_of(expert).await);
    expert.post(&path, json!({"score": score, "comment": "扎实。"})).await.expect(201)
}

#[actix_web::test]
async fn a_work_climbs_through_six_pairs_of_hands_into_the_library() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "exhibition").await;
    assigned(&ladder, &work, &[&ladder.experts[1], &ladder.experts[2]]).await;
    mark(&ladder.experts[1], 90).await;
    let publish = json!({
        "licence_confirmed": true, "personal_data_checked": true, "level": "project",
        "reason": "可以推广"
    });
    let path = format!("/submissions/{work}/publications");
    let early = ladder.sample.office.post(&path, publish.clone()).await;
    early.refused(409, "invalid-transition");
    mark(&ladder.experts[2], 95).await;
    let read = ladder.standing(&ladder.sample.office, &work).await;
    assert_eq!((&read["status"], &read["score"]), (&json!("accepted"), &json!(90)));
    assert_eq!(read["expert_assignments"][1]["score"], 95);
    ladder.experts[0].post(&path, publish.clone()).await.refused(403, "forbidden");
    let mut unlicensed = publish.clone();
    unlicensed["licence_confirmed"] = json!(false);
    let unlicensed = ladder.sample.office.post(&path, unlicensed).await;
    let unlicensed = unlicensed.refused(422, "validation-failed");
    assert_eq!(unlicensed["errors"][0]["code"], "licence_not_confirmed");
    let resource = ladder.sample.office.post(&path, publish.clone()).await.expect(201);
    assert_eq!((&resource["submission_id"], &resource["level"]), (&json!(work), &json!("project")));
    ladder.sample.office.post(&path, publish).await.refused(409, "invalid-transition");
    let shown = ladder.leader.get(&format!("/resources/{}", id(&resource))).await.expect(200);
    assert_eq!(shown["expert_score"], 92.5);
    let list = format!("/projects/{}/resources", ladder.sample.project);
    let list = ladder.leader.get(&list).await.expect(200);
    assert_eq!(list["items"][0]["expert_score"], 92.5);
    let history = ladder.author.get(&format!("/submissions/{work}/history")).await.expect(200);
    let steps: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert!(one["to"].is_string());
            one["action"].as_str().unwrap()
        })
        .collect();
    assert_eq!(
        steps,
        [
            "submit",
            "review",
            "recommend",
            "consent",
            "push",
            "recommend_regionally",
            "assign_experts",
            "review_exhibit",
            "review_exhibit",
            "settle",
            "publish",
        ]
    );
    let judged = &history["items"][7];
    assert_eq!((&judged["actor_name"], &judged["reason"]), (&json!(null), &json!("扎实。")));
    let names: std::collections::BTreeSet<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["actor_name"].as_str())
        .collect();
    assert_eq!(names.len(), 5, "{names:?}");
}

#[actix_web::test]
async fn judges_meet_an_exhibit_without_its_author_and_nowhere_else() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.handed_in(&ladder.author, "李秀英的《静夜思》，第一小学").await;
    ladder.score(&ladder.leader, &work, 90).await;
    ladder.act(&ladder.leader, &work, "recommendations").await.expect(201);
    ladder.consent(&ladder.author, &work).await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    ladder.act(&ladder.experts[0], &work, "regional-recommendations").await.expect(201);
    let judge = &ladder.experts[1];
    judge.get(&format!("/submissions/{work}")).await.expect(200);
    assigned(&ladder, &work, &[judge, &ladder.experts[2]]).await;
    for path in ["", "/history", "/versions/1"] {
        judge.get(&format!("/submissions/{work}{path}")).await.refused(404, "not-found");
    }
    let list = format!("/projects/{}/submissions", ladder.sample.project);
    assert_eq!(judge.get(&list).await.expect(200)["total"], 0);
    assert_eq!(ladder.experts[0].get(&list).await.expect(200)["total"], 1);
    let part = part_of(judge).await;
    let exhibit = judge.get(&format!("/expert-reviews/{part}")).await.expect(200);
    assert_eq!(exhibit["title"], "×××的《静夜思》，×××");
    let text = exhibit.to_string();
    for secret in
        ["李秀英", "第一小学", &work, &ladder.author.id.to_string(), &ladder.school.to_string()]
    {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    ladder.experts[2].get(&format!("/expert-reviews/{part}")).await.refused(404, "not-found");
    mark(judge, 80).await;
    let again = json!({"score": 81, "comment": "再想"});
    judge
        .post(&format!("/expert-reviews/{part}/marks"), again)
        .await
        .refused(409, "invalid-transition");
}

#[actix_web::test]
async fn the_home_page_tells_of_consent_and_of_blind_marks_also_from_another_role() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let path = format!("/me/todo?project_id={}", ladder.sample.project);
    let work = ladder.carried_to(&ladder.author, "school").await;
    let todo = ladder.author.get(&path).await.expect(200);
    let items = todo["items"].as_array().unwrap();
    let asked = items.iter().find(|one| one["code"] == "give_consent").expect("a request");
    assert_eq!((&asked["count"], &asked["thing_id"]), (&json!(1), &json!(work)));
    ladder.consent(&ladder.author, &work).await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    ladder.act(&ladder.experts[0], &work, "regional-recommendations").await.expect(201);
    assigned(&ladder, &work, &[&ladder.experts[1], &ladder.experts[2]]).await;
    let judge = &ladder.experts[1];
    let todo = judge.get(&path).await.expect(200);
    let first = json!({"code": "blind_reviews", "count": 1, "thing_id": null});
    assert_eq!((&todo["items"][0], &todo["elsewhere"]), (&first, &json!([])));
    let project = Some(ladder.sample.project);
    let judge = county.sign_in(judge.id).await;
    let judge = judge.hold(Role::SchoolAdmin, project, Some(uuid::Uuid::new_v4())).await;
    county.pass(chrono::Duration::seconds(2));
    let todo = judge.get(&path).await.expect(200);
    assert_eq!(todo["role"], "school_admin");
    let there = &todo["elsewhere"][0];
    assert_eq!((&there["role"], &there["count"]), (&json!("subject_expert"), &json!(1)), "{todo}");
    assert_eq!(there["code"], "blind_reviews");
}

#[actix_web::test]
async fn two_experts_who_differ_call_the_third_by_themselves() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "exhibition").await;
    let fourth = county.expert(&ladder.sample, "吴专家").await;
    assigned(&ladder, &work, &[&ladder.experts[1], &ladder.experts[2]]).await;
    let path = format!("/submissions/{work}/expert-candidates");
    let bench = ladder.sample.office.get(&path).await.expect(200);
    assert_eq!(bench["needed"], 0);
    mark(&ladder.experts[1], 95).await;
    mark(&ladder.experts[2], 70).await;
    let read = ladder.standing(&ladder.sample.office, &work).await;
    assert_eq!(read["status"], "under_review");
    assert_eq!(read["expert_assignments"].as_array().unwrap().len(), 3);
    assert_eq!(read["expert_score"], json!(null));
    mark(&fourth, 84).await;
    let read = ladder.standing(&ladder.author, &work).await;
    assert_eq!((&read["status"], &read["expert_score"]), (&json!("accepted"), &json!(83)));
}

#[actix_web::test]
async fn experts_are_at_least_two_of_the_subject_and_of_other_schools() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let (project, region) = (Some(ladder.sample.project), Some(ladder.sample.region));
    let near = county.trainee(&ladder.sample, "卫邻居", ladder.school, None).await;
    let near = near.hold_subject(Role::SubjectExpert, project, region, Some(tests::SUBJECT)).await;
    let other = county.person("蒋数学").await;
    let other = other.hold_subject(Role::SubjectExpert, project, region, Some("SX")).await;
    let work = ladder.carried_to(&ladder.author, "regional").await;
    let own = ladder.act(&near, &work, "regional-recommendations").await;
    let own = own.refused(409, "invalid-transition");
    assert_eq!(own["errors"][0]["code"], "outside_expert_missing");
    ladder.act(&other, &work, "regional-recommendations").await.refused(404, "not-found");
    ladder.act(&ladder.experts[0], &work, "regional-recommendations").await.expect(201);
    let office = &ladder.sample.office;
    let candidates = office.get(&format!("/submissions/{work}/expert-candidates")).await;
    let candidates = candidates.expect(200);
    // Of three experts one recommended the work in the region.
    assert_eq!(candidates["items"].as_array().unwrap().len(), 2);
    assert_eq!(candidates["needed"], 2);
    let path = format!("/submissions/{work}/expert-assignments");
    let call = async |ids: Value| office.post(&path, json!({"expert_ids": ids})).await;
    let first = ladder.experts[1].id;
    let few = call(json!([first])).await.refused(422, "validation-failed");
    assert_eq!(few["errors"][0]["code"], "two_experts_needed");
    for bad in [near.id, other.id, ladder.author.id, first] {
        let bad = call(json!([first, bad])).await.refused(422, "validation-failed");
        assert_eq!(bad["errors"][0]["pointer"], "/expert_ids/1");
    }
    ladder.leader.post(&path, json!({"expert_ids": [first]})).await.refused(403, "forbidden");
}

/// Whom the office may call to judge a work.
async fn bench(ladder: &Ladder<'_>, work: &str) -> Vec<Value> {
    let path = format!("/submissions/{work}/expert-candidates");
    let found = ladder.sample.office.get(&path).await.expect(200);
    found["items"].as_array().unwrap().iter().map(|one| one["expert_id"].clone()).collect()
}

#[actix_web::test]
async fn whoever_had_a_part_in_a_work_does_not_judge_it_blind() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let [regional, reviewer, free] = &ladder.experts;
    let polisher = county.trainee(&ladder.sample, "郑研磨", ladder.other_school, None).await;
    let (project, region) = (Some(ladder.sample.project), Some(ladder.sample.region));
    let polisher =
        polisher.hold_subject(Role::SubjectExpert, project, region, Some(tests::SUBJECT)).await;
    let work = ladder.handed_in(&ladder.author, "《静夜思》教学设计").await;
    ladder.score(reviewer, &work, 90).await;
    ladder.act(&ladder.leader, &work, "recommendations").await.expect(201);
    let round = json!({"team": [polisher.id], "task": "补上检测环节"});
    let path = format!("/submissions/{work}/polishing-rounds");
    ladder.school_admin.post(&path, round).await.expect(201);
    ladder.consent(&ladder.author, &work).await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    ladder.act(regional, &work, "regional-recommendations").await.expect(201);
    assert_eq!(bench(&ladder, &work).await, [json!(free.id)]);
    let path = format!("/submissions/{work}/expert-assignments");
    for bad in [regional.id, reviewer.id, polisher.id] {
        let body = json!({"expert_ids": [free.id, bad]});
        let no = ladder.sample.office.post(&path, body).await.refused(422, "validation-failed");
        assert_eq!(no["errors"][0]["code"], "conflict_of_interest");
        assert_eq!(no["errors"][0]["pointer"], "/expert_ids/1");
    }
}

#[actix_web::test]
async fn a_judge_who_turns_out_to_have_had_a_part_may_not_mark_and_is_replaced() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let fourth = county.expert(&ladder.sample, "吴专家").await;
    let work = ladder.carried_to(&ladder.author, "exhibition").await;
    // As an earlier version of the program let it happen.
    county.put_judge(&work, ladder.experts[0].id).await;
    assigned(&ladder, &work, &[&ladder.experts[1], &fourth]).await;
    let part = part_of(&ladder.experts[0]).await;
    let path = format!("/expert-reviews/{part}/marks");
    let no = ladder.experts[0].post(&path, json!({"score": 99, "comment": "我推荐的。"})).await;
    let no = no.refused(403, "self-dealing");
    assert_eq!(no["errors"][0]["code"], "conflict_of_interest");
    mark(&ladder.experts[1], 80).await;
    mark(&fourth, 90).await;
    let read = ladder.standing(&ladder.sample.office, &work).await;
    assert_eq!((&read["status"], &read["expert_score"]), (&json!("accepted"), &json!(85)));
}

#[actix_web::test]
async fn the_county_may_veto_and_says_why() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "exhibition").await;
    ladder.act(&ladder.school_admin, &work, "vetoes").await.refused(403, "forbidden");
    let done = ladder.act(&ladder.sample.office, &work, "vetoes").await.expect(201);
    assert_eq!((&done["rung"], &done["status"]), (&json!("regional"), &json!("not_selected")));
    let read = ladder.standing(&ladder.author, &work).await;
    let voices = read["recommendations"].as_array().unwrap();
    let regional = voices.iter().find(|one| one["rung"] == "exhibition").unwrap();
    assert_eq!(regional["effective"], false);
}
