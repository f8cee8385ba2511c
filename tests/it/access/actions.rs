//! What a view offers is what the operation then does: for everybody, in every state.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use store::Source;
use tests::{Person, Template};

use super::{
    Fresh, all,
    ask::{Ask, Operation, ask},
    world::{self, PEOPLE, PLACES},
};

/// A view, the table behind it, the states to be tried, and which operation each action is.
struct Stage {
    view: &'static str,
    table: &'static str,
    states: &'static [&'static str],
    acts: &'static [(&'static str, &'static str)],
}

const STAGES: [Stage; 10] = [
    Stage {
        view: "show_submission",
        table: "submissions",
        states: &[
            "personal/draft",
            "personal/submitted",
            "personal/returned",
            "personal/accepted",
            "personal/withdrawn",
            "school/under_review",
            "school/returned",
            "school/not_selected",
            "regional/under_review",
            "exhibition/under_review",
            "exhibition/accepted",
            "library/accepted",
        ],
        acts: &[
            ("submit", "submit_homework"),
            ("return", "return_homework"),
            ("review", "review_homework"),
            ("recommend", "recommend_homework"),
            ("cancel_recommendation", "cancel_recommendation"),
            ("polish", "polish_homework"),
            ("push", "push_homework"),
            ("decline", "decline_homework"),
            ("recommend_regionally", "recommend_regionally"),
            ("veto", "veto_homework"),
            ("assign_experts", "assign_experts"),
            ("publish", "publish_homework"),
            ("withdraw", "withdraw_homework"),
        ],
    },
    Stage {
        view: "show_class",
        table: "classes",
        states: &["draft", "submitted", "returned", "approved", "closed"],
        acts: &[
            ("submit", "submit_class"),
            ("approve", "approve_class"),
            ("return", "return_class"),
            ("close", "close_class"),
        ],
    },
    Stage {
        view: "show_practice_round",
        table: "practice_rounds",
        states: &["draft", "open", "closed", "locked"],
        acts: &[
            ("open", "open_practice_round"),
            ("close", "close_practice_round"),
            ("reopen", "reopen_practice_round"),
            ("lock", "lock_practice_round"),
        ],
    },
    Stage {
        view: "show_practice_sheet",
        table: "practice_sheets",
        states: &[
            "open",
            "school_draft",
            "school_submitted",
            "county_reviewing",
            "returned",
            "county_determined",
            "published",
            "locked",
        ],
        acts: &[
            ("fill", "fill_practice_sheet"),
            ("submit", "submit_practice_sheet"),
            ("start_review", "review_practice_sheet"),
            ("return", "return_practice_sheet"),
            ("determine", "determine_practice_sheet"),
            ("publish", "publish_practice_sheet"),
            ("lock", "lock_practice_sheet"),
        ],
    },
    Stage {
        view: "show_qualification_run",
        table: "qualification_runs",
        states: &["provisional", "published", "final", "superseded"],
        acts: &[
            ("publish", "publish_qualification_run"),
            ("finalise", "finalise_qualification_run"),
        ],
    },
    Stage {
        view: "show_resource",
        table: "resources",
        states: &["published", "take_down_requested", "taken_down"],
        acts: &[("request_take_down", "create_take_down"), ("take_down", "create_take_down")],
    },
    Stage {
        view: "show_selection",
        table: "selections",
        states: &["draft", "submitted", "returned", "effective", "change_requested", "locked"],
        acts: &[
            ("submit", "submit_selection"),
            ("return", "return_selection"),
            ("request_change", "request_selection_change"),
            ("reopen", "reopen_selection"),
        ],
    },
    Stage {
        view: "show_course",
        table: "courses",
        states: &["published", "withdrawn"],
        acts: &[("withdraw", "withdraw_course")],
    },
    Stage {
        view: "show_project",
        table: "projects",
        states: &["draft", "published", "running", "closing", "closed", "archived"],
        acts: &[
            ("publish", "publish_project"),
            ("start", "change_project_status"),
            ("begin_closing", "change_project_status"),
            ("reopen", "change_project_status"),
            ("close", "change_project_status"),
            ("archive", "change_project_status"),
        ],
    },
    Stage {
        view: "show_enrollment",
        table: "enrollments",
        states: &["imported", "activated", "active", "withdrawn", "deferred", "exempted"],
        acts: &[
            ("withdraw", "change_enrollment_status"),
            ("defer", "change_enrollment_status"),
            ("exempt", "change_enrollment_status"),
            ("take_back", "change_enrollment_status"),
        ],
    },
];

/// What the act needs beyond the smallest body.
fn aimed(mut ask: Ask, action: &str) -> Ask {
    if let Ok(Value::Object(mut body)) = serde_json::from_slice::<Value>(&ask.body)
        && action == "review"
    {
        // Words alone are no mark, and move nothing.
        body.insert("score".to_owned(), json!(70));
        ask.body = Value::Object(body).to_string().into_bytes();
    }
    let to = match action {
        "publish" => "published",
        "start" | "reopen" => "running",
        "begin_closing" => "closing",
        "close" => "closed",
        "archive" => "archived",
        "withdraw" => "withdrawn",
        "defer" => "deferred",
        "exempt" => "exempted",
        "take_back" => "active",
        _ => return ask,
    };
    if let Ok(Value::Object(mut body)) = serde_json::from_slice::<Value>(&ask.body)
        && body.contains_key("to")
    {
        body.insert("to".to_owned(), json!(to));
        body.insert("reason".to_owned(), json!("理由"));
        ask.body = Value::Object(body).to_string().into_bytes();
    }
    ask
}

async fn stand(fresh: &Fresh, stage: &Stage, state: &str) {
    let write = fresh.county.state.services.db.write().await.unwrap();
    let set = match state.split_once('/') {
        Some((rung, status)) => {
            format!("rung = '{rung}', status = '{status}', score = 9000")
        }
        None => format!("status = '{state}'"),
    };
    let sql = format!("UPDATE {} SET {set}", stage.table);
    write.conn().execute_unprepared(&sql).await.expect("a state");
    write.commit().await.unwrap();
    fresh.county.state.services.sessions.forget_all();
}

/// Bodies that the document cannot make sound; a fault in the content is not one of leave.
fn is_about_content(status: u16) -> bool {
    matches!(status, 400 | 422)
}

#[actix_web::test]
async fn what_a_view_offers_is_what_the_operation_does() {
    let template = Template::of(world::build).await;
    let document = api::document();
    let list = all(&document);
    let find = |name: &str| -> &Operation {
        list.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("{name} is not there"))
    };
    let mut fresh = Fresh::of(&template).await;
    let (mut faults, mut asked, mut done) = (vec![], 0, 0);
    for stage in &STAGES {
        for state in stage.states {
            stand(&fresh, stage, state).await;
            let own = fresh.county.state.tokens.issue(
                PLACES[0].of("person"),
                Some(PLACES[0].of("session")),
                fresh.county.now(),
            );
            let mut callers = vec![("author", own.unwrap())];
            for who in PEOPLE {
                callers.extend(who.token(&fresh.county).map(|token| (who.code, token)));
            }
            for (code, token) in callers {
                let view = ask(&document, find(stage.view), &PLACES[0]);
                let caller = Person { token: token.clone(), ..fresh.county.nobody() };
                let path = view.path.trim_start_matches("/api/v1").to_owned();
                let seen = caller.get(&path).await;
                if seen.status.as_u16() != 200 {
                    continue;
                }
                let version = seen.header("etag").to_owned();
                let offers = seen.body["allowed_actions"].as_array().cloned().unwrap_or_default();
                let act = |offer: &Value| {
                    let action = offer["action"].as_str().unwrap().to_owned();
                    let (_, name) = stage.acts.iter().find(|(one, _)| *one == action)?;
                    let ask = aimed(ask(&document, find(name), &PLACES[0]), &action);
                    Some((action, *name, ask))
                };
                for offer in &offers {
                    let Some((action, name, ask)) = act(offer) else { continue };
                    let operation = find(name);
                    // One request may stand for two actions; the state or the right decides which.
                    let same = |other: &&Value| {
                        act(other)
                            .is_some_and(|(_, one, other)| one == name && other.body == ask.body)
                    };
                    let allowed = offers.iter().filter(same).any(|other| other["allowed"] == true);
                    let outcome = fresh.send(ask, operation, Some(token.clone())).await;
                    asked += 1;
                    done += usize::from(outcome.status < 300);
                    let at = format!("{name} ({action}) of {state} by {code} at {version}");
                    if allowed && outcome.status >= 400 && !is_about_content(outcome.status) {
                        faults.push(format!("{at}: offered, but {}", outcome.problem()));
                    }
                    if !allowed && outcome.status < 400 {
                        faults.push(format!("{at}: withheld by {}, but done", offer["blocked_by"]));
                    }
                    if outcome.status < 400 {
                        fresh.set_back(&outcome).await;
                        stand(&fresh, stage, state).await;
                    }
                }
            }
        }
        let rows = [stage.table.to_owned()].into_iter().collect();
        fresh.kept.set_back(&rows).await;
    }
    fresh.end().await;
    assert!(faults.is_empty(), "{} of {asked} ({done} done): {faults:#?}", faults.len());
    assert!(asked > 2_000 && done > 60, "{asked} asked, {done} done");
}
