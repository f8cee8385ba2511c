//! From a personal work to the region: recommendations, polishing, quotas, and races.

use domain::access::Role;
use futures_util::future::join_all;
use serde_json::json;
use tests::{County, Ladder, Person, id};

fn blocked(whole: &serde_json::Value, action: &str) -> String {
    let actions = whole["allowed_actions"].as_array().expect("actions");
    let one = actions.iter().find(|one| one["action"] == action).expect("the action");
    if one["allowed"] == true {
        return "allowed".to_owned();
    }
    one["blocked_by"].as_str().expect("a reason").to_owned()
}

#[actix_web::test]
async fn a_recommendation_needs_a_score_a_reason_and_a_voice_of_ones_own() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.handed_in(&ladder.author, "《静夜思》教学设计").await;
    let path = format!("/submissions/{work}/recommendations");
    let say = json!({"reason": "设计新颖"});
    ladder.leader.post(&path, say.clone()).await.refused(409, "invalid-transition");
    ladder.score(&ladder.leader, &work, 79).await;
    let low = ladder.leader.post(&path, say.clone()).await.refused(409, "invalid-transition");
    assert_eq!(low["errors"][0]["code"], "score_below_threshold");
    let read = ladder.standing(&ladder.leader, &work).await;
    assert_eq!(blocked(&read, "recommend"), "score_below_threshold");
    assert_eq!(blocked(&read, "push"), "invalid_transition");
    assert_eq!(
        read["quota"],
        json!({"step": "workshop", "submitted": 1, "allowed": 1, "used": 0, "left": 1})
    );
    ladder.score(&ladder.leader, &work, 80).await;
    ladder.leader.post(&path, json!({"reason": ""})).await.refused(422, "validation-failed");
    let blank = ladder.leader.post(&path, json!({"reason": " "})).await;
    assert_eq!(blank.refused(422, "validation-failed")["errors"][0]["code"], "reason_required");
    let first = ladder.leader.post(&path, say.clone()).await.expect(201);
    assert_eq!((&first["mine"], &first["effective"]), (&json!(true), &json!(true)));
    let again = ladder.leader.post(&path, say.clone()).await.refused(409, "duplicate");
    assert_eq!(again["errors"][0]["code"], "already_recommended");
    let second = ladder.experts[0].post(&path, say.clone()).await.expect(201);
    let read = ladder.standing(&ladder.leader, &work).await;
    assert_eq!((&read["rung"], &read["recommended_by_me"]), (&json!("school"), &json!(true)));
    // The work stays up while anybody recommends it.
    let cancel = |one: &serde_json::Value| format!("/recommendations/{}/cancellations", id(one));
    ladder.leader.post(&cancel(&second), say.clone()).await.refused(403, "forbidden");
    let done = ladder.leader.post(&cancel(&first), say.clone()).await.expect(201);
    assert_eq!(done["effective"], false);
    ladder.leader.post(&cancel(&first), say.clone()).await.refused(409, "invalid-transition");
    let read = ladder.standing(&ladder.leader, &work).await;
    let mine = (&read["recommended_by_me"], &read["recommended"], &read["rung"]);
    assert_eq!(mine, (&json!(false), &json!(true), &json!("school")));
    ladder.experts[0].post(&cancel(&second), say).await.expect(201);
    let read = ladder.standing(&ladder.leader, &work).await;
    assert_eq!((&read["rung"], &read["status"]), (&json!("personal"), &json!("accepted")));
}

#[actix_web::test]
async fn a_team_polishes_with_credits_and_then_may_not_decide() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "school").await;
    let colleague = county.trainee(&ladder.sample, "冯同事", ladder.school, None).await;
    let path = format!("/submissions/{work}");
    colleague.get(&path).await.refused(404, "not-found");
    let read = ladder.standing(&ladder.author, &work).await;
    assert_eq!(blocked(&read, "revise"), "no_polishing_round");
    let rounds = format!("{path}/polishing-rounds");
    let stranger = json!({"team": [uuid::Uuid::new_v4()], "task": "x"});
    let stranger = ladder.school_admin.post(&rounds, stranger).await;
    assert_eq!(stranger.refused(422, "validation-failed")["errors"][0]["pointer"], "/team/0");
    let round = json!({"team": [colleague.id], "task": "磨课件", "due_on": "2020-06-20"});
    ladder.leader.post(&rounds, round.clone()).await.refused(403, "forbidden");
    assert_eq!(ladder.school_admin.post(&rounds, round).await.expect(201)["number"], 1);
    let read = ladder.standing(&colleague, &work).await;
    assert_eq!(blocked(&read, "revise"), "content_missing");
    let list = format!("/projects/{}/submissions?mine=true", ladder.sample.project);
    assert_eq!(colleague.get(&list).await.expect(200)["total"], 1);
    let draft = json!({
        "title": "《静夜思》教学设计（研磨稿）", "body": "改过的正文",
        "contributors": [
            {"person_id": ladder.author.id, "credit": "lead"},
            {"person_id": colleague.id, "credit": "collaboration"},
            {"person_id": ladder.school_admin.id, "credit": "collaboration"}
        ]
    });
    let version = read["version"].as_i64().unwrap();
    colleague.put(&format!("{path}/draft"), version, draft).await.expect(200);
    assert_eq!(ladder.submit(&colleague, &work).await["number"], 2);
    let second = ladder.leader.get(&format!("{path}/versions/2")).await.expect(200);
    assert_eq!(second["contributors"][1]["name"], "冯同事");
    let read = ladder.standing(&ladder.author, &work).await;
    assert_eq!(read["recommendations"][0]["changed_since"], true);
    assert!(read["polishing_rounds"][0]["closed_at"].is_string());
    colleague.get(&path).await.refused(404, "not-found");
    ladder.consent(&ladder.author, &work).await;
    let own = ladder.act(&ladder.school_admin, &work, "pushes").await;
    own.refused(403, "self-dealing");
}

#[actix_web::test]
async fn a_push_needs_the_authors_consent_and_a_return_comes_back_to_the_school() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "school").await;
    ladder.act(&ladder.leader, &work, "pushes").await.refused(403, "forbidden");
    let early = ladder.act(&ladder.school_admin, &work, "pushes").await;
    let early = early.refused(409, "invalid-transition");
    assert_eq!(early["errors"][0]["code"], "author_consent_missing");
    ladder.consent(&ladder.author, &work).await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    let quotas = format!("/projects/{}/quotas?step=school", ladder.sample.project);
    let used = |page: &serde_json::Value| page["items"][0]["used"].clone();
    assert_eq!(used(&ladder.school_admin.get(&quotas).await.expect(200)), 1);
    ladder.act(&ladder.leader, &work, "returns").await.refused(403, "forbidden");
    let back = ladder.act(&ladder.experts[0], &work, "returns").await.expect(201);
    assert_eq!((&back["rung"], &back["status"]), (&json!("school"), &json!("returned")));
    assert_eq!(used(&ladder.school_admin.get(&quotas).await.expect(200)), 0);
    ladder.write(&ladder.author, &work, "《静夜思》教学设计三稿").await;
    ladder.submit(&ladder.author, &work).await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    let gone = ladder.act(&ladder.experts[0], &work, "declines").await.expect(201);
    assert_eq!(gone["status"], "not_selected");
    let history = ladder.author.get(&format!("/submissions/{work}/history")).await.expect(200);
    let last = history["items"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["action"], &last["reason"]), (&json!("decline"), &json!("理由充分。")));
    // Another work may be begun for the task now.
    let begin = format!("/homework-tasks/{}/submissions", ladder.task);
    ladder.author.post(&begin, json!({})).await.expect(201);
}

#[actix_web::test]
async fn withdrawing_frees_a_place_and_needs_a_reason_from_the_region_up() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "regional").await;
    let path = format!("/submissions/{work}/withdrawals");
    let silent = ladder.author.post(&path, json!({})).await.refused(422, "validation-failed");
    assert_eq!(silent["errors"][0]["code"], "reason_required");
    ladder.leader.post(&path, json!({"reason": "x"})).await.refused(403, "forbidden");
    let done = ladder.author.post(&path, json!({"reason": "重写"})).await.expect(201);
    assert_eq!((&done["rung"], &done["status"]), (&json!("regional"), &json!("withdrawn")));
}

#[actix_web::test]
async fn nobody_acts_on_their_own_work_whatever_roles_they_hold() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let (project, region) = (Some(ladder.sample.project), Some(ladder.sample.region));
    let all = county.trainee(&ladder.sample, "陈全能", ladder.school, Some(ladder.workshop)).await;
    let all = all.hold(Role::WorkshopLeader, project, Some(ladder.workshop)).await;
    let all = all.hold(Role::SchoolAdmin, project, Some(ladder.school)).await;
    let all = all.hold(Role::CountyAdmin, project, region).await;
    let all = all.hold(Role::ProjectTeam, project, project).await;
    let all = all.hold_subject(Role::SubjectExpert, project, region, Some(tests::SUBJECT)).await;
    let refuse = async |work: &str, record: &str| {
        ladder.act(&all, work, record).await.refused(403, "self-dealing");
    };
    let work = ladder.handed_in(&all, "自己的课").await;
    let review = json!({"version": 1, "score": 100, "comment": "好"});
    all.post(&format!("/submissions/{work}/reviews"), review).await.refused(403, "self-dealing");
    refuse(&work, "returns").await;
    ladder.score(&ladder.leader, &work, 90).await;
    refuse(&work, "recommendations").await;
    ladder.act(&ladder.leader, &work, "recommendations").await.expect(201);
    let round = json!({"team": [all.id], "task": "磨"});
    let path = format!("/submissions/{work}/polishing-rounds");
    all.post(&path, round).await.refused(403, "self-dealing");
    ladder.consent(&all, &work).await;
    refuse(&work, "pushes").await;
    refuse(&work, "declines").await;
    ladder.act(&ladder.school_admin, &work, "pushes").await.expect(201);
    refuse(&work, "regional-recommendations").await;
    refuse(&work, "returns").await;
    ladder.act(&ladder.experts[0], &work, "regional-recommendations").await.expect(201);
    refuse(&work, "vetoes").await;
    let publish = json!({
        "licence_confirmed": true, "personal_data_checked": true, "level": "county", "reason": "好"
    });
    let path = format!("/submissions/{work}/publications");
    all.post(&path, publish).await.refused(403, "self-dealing");
    let read = ladder.standing(&all, &work).await;
    for action in ["veto", "decline"] {
        assert_eq!(blocked(&read, action), "self-dealing");
    }
    assert_eq!(blocked(&read, "withdraw"), "allowed");
}

async fn statuses(
    ladder: &Ladder<'_>,
    by: &[&Person<'_>],
    works: &[String],
    record: &str,
    count: usize,
) -> Vec<u16> {
    let acts = (0..count).map(|at| {
        let (who, work) = (by[at % by.len()], &works[at % works.len()]);
        ladder.act(who, work, record)
    });
    let answers = join_all(acts.collect::<Vec<_>>()).await;
    answers.iter().map(|answer| answer.status.as_u16()).collect()
}

#[actix_web::test]
async fn of_many_promotions_of_one_work_one_gets_through() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "school").await;
    ladder.consent(&ladder.author, &work).await;
    let all =
        statuses(&ladder, &[&ladder.school_admin], std::slice::from_ref(&work), "pushes", 200)
            .await;
    assert_eq!(all.iter().filter(|status| **status == 201).count(), 1, "{all:?}");
    assert!(all.iter().all(|status| matches!(status, 201 | 409 | 412)), "{all:?}");
    let history = ladder.author.get(&format!("/submissions/{work}/history")).await.expect(200);
    let pushes = history["items"].as_array().unwrap().iter().filter(|one| one["action"] == "push");
    assert_eq!(pushes.count(), 1);
}

#[actix_web::test]
async fn of_many_recommendations_for_the_last_place_one_gets_it() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let mut works = vec![];
    for at in 0..3 {
        let name = format!("学员{at}");
        let workshop = Some(ladder.workshop);
        let author = county.trainee(&ladder.sample, &name, ladder.school, workshop).await;
        let work = ladder.handed_in(&author, "作业").await;
        ladder.score(&ladder.leader, &work, 90).await;
        works.push(work);
    }
    let by = [&ladder.leader, &ladder.experts[0]];
    let all = statuses(&ladder, &by, &works, "recommendations", 12).await;
    let quota = format!("/projects/{}/quotas?step=workshop", ladder.sample.project);
    let quota = ladder.leader.get(&quota).await.expect(200);
    let item = &quota["items"][0];
    let figures = (&item["submitted"], &item["allowed"], &item["used"], &item["left"]);
    assert_eq!(figures, (&json!(3), &json!(1), &json!(1), &json!(0)), "{all:?}");
    assert!(all.iter().all(|status| matches!(status, 201 | 409)), "{all:?}");
    let list = format!("/projects/{}/submissions?rung=school", ladder.sample.project);
    let up = ladder.leader.get(&list).await.expect(200);
    assert_eq!(up["total"], 1);
    let down = works.iter().find(|work| **work != id(&up["items"][0])).unwrap();
    let refused = ladder.act(&ladder.leader, down, "recommendations").await;
    refused.refused(409, "quota-exceeded");
    assert_eq!(blocked(&ladder.standing(&ladder.leader, down).await, "recommend"), "quota_used_up");
}
