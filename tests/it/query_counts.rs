//! The number of statements that an answer takes does not grow with the rows it holds.

use std::collections::BTreeMap;

use actix_web::{
    App,
    http::header,
    middleware::from_fn,
    test::{self, TestRequest},
};
use serde_json::Value;
use tests::{County, Template};

use crate::{
    access::{
        ask::{Operation, ask},
        crowd,
        world::{PEOPLE, PLACES},
    },
    openapi::operations,
};

/// The most statements that any reading operation sends.
const MOST: usize = 12;

/// How a session and its account are asked for.
const WHO: &str = r#"FROM "sessions" INNER JOIN "accounts""#;

/// How a catalogue is read that this process then remembers; its audit, which groups, is not.
fn reads_catalogue(sql: &str) -> bool {
    sql.contains(r#"FROM "courses" WHERE "courses"."project_id" ="#)
        && !["ORDER BY", "GROUP BY"].iter().any(|one| sql.contains(one))
}

/// Streams, and what is made of a file that this world does not hold.
const HOLLOW: [&str; 3] = ["show_attachment_content", "show_import_errors", "stream_import"];

/// Lists of what there is to do, a line for each kind of work.
const FIXED: [&str; 1] = ["list_todo"];

/// What a reading operation took and gave.
#[derive(Debug, Clone)]
struct Taken {
    status: u16,
    statements: Vec<String>,
    items: Option<usize>,
}

/// Every reading operation, asked by everybody about what is near; by name and asker.
async fn ask_all(county: &County, only: Option<&str>) -> BTreeMap<(String, &'static str), Taken> {
    let app = App::new().wrap(from_fn(api::around)).configure(api::configure(county.state.clone()));
    let service = test::init_service(app).await;
    let document = api::document();
    let mut found = BTreeMap::new();
    for (method, path, value) in operations(&document) {
        let name = value["operationId"].as_str().expect("a name").to_owned();
        let meant = only.is_none_or(|only| path.ends_with(only));
        if method != "get" || !meant || HOLLOW.contains(&name.as_str()) {
            continue;
        }
        let limited = value["parameters"].as_array().into_iter().flatten();
        let limited = limited.filter(|one| one["name"] == "limit").count() > 0;
        let rule = String::new();
        let operation = Operation { name: name.clone(), method, path, rule, value };
        let mut path = ask(&document, &operation, &PLACES[0]).path;
        if limited {
            path.push_str(if path.contains('?') { "&limit=200" } else { "?limit=200" });
        }
        for who in PEOPLE {
            let Some(token) = who.token(county) else { continue };
            let known = (header::AUTHORIZATION, format!("Bearer {token}"));
            let get = |path: &str| {
                let peer = "127.0.0.1:5000".parse().expect("an address");
                TestRequest::with_uri(path).peer_addr(peer).insert_header(known.clone())
            };
            let mut taken = None;
            // Once more where who asks was forgotten since the request before, or the catalogue
            // had not been read yet.
            for _ in 0..5 {
                test::call_service(&service, get("/api/v1/sessions").to_request()).await;
                drop(county.statements());
                let answer = test::call_service(&service, get(&path).to_request()).await;
                let status = answer.status().as_u16();
                let body = test::read_body(answer).await;
                let items = serde_json::from_slice::<Value>(&body).ok();
                let items = items.and_then(|body| body["items"].as_array().map(Vec::len));
                let statements = county.statements();
                let anew = |sql: &String| sql.contains(WHO) || reads_catalogue(sql);
                let remembers = statements.iter().any(anew);
                taken = Some(Taken { status, statements, items });
                if !remembers {
                    break;
                }
            }
            found.insert((name.clone(), who.code), taken.expect("asked"));
        }
    }
    found
}

#[actix_web::test]
async fn no_answer_takes_more_statements_where_there_are_more_rows() {
    let template = Template::of(crowd::begin).await;
    let county = template.county().await;
    let few = ask_all(&county, None).await;
    crowd::gather(&county).await;
    let many = ask_all(&county, None).await;
    let (mut faults, mut grown) = (vec![], BTreeMap::<&str, bool>::new());
    for ((name, code), before) in &few {
        let after = &many[&(name.clone(), *code)];
        let (one, other) = (before.statements.len(), after.statements.len());
        if before.status != after.status {
            faults.push(format!("{name} by {code}: {} and then {}", before.status, after.status));
        }
        if other > one || other > MOST {
            let sent: Vec<_> = after.statements.iter().map(|sql| heart(sql)).collect();
            faults.push(format!("{name} by {code}: {one} and then {other}: {sent:#?}"));
        }
        if let (Some(one), Some(other)) = (before.items, after.items) {
            *grown.entry(name).or_default() |= other > one.max(9);
        }
    }
    for (name, grown) in grown {
        if !grown && !FIXED.contains(&name) {
            faults.push(format!("{name}: nobody was shown more than before"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    county.end().await;
}

#[actix_web::test]
async fn a_work_takes_few_statements_wherever_it_stands_on_the_ladder() {
    let template = Template::of(crowd::begin).await;
    let county = template.county().await;
    crowd::gather(&county).await;
    let mut faults = vec![];
    for (rung, status) in [
        ("personal", "draft"),
        ("personal", "returned"),
        ("personal", "submitted"),
        ("school", "submitted"),
        ("school", "under_review"),
        ("regional", "submitted"),
        ("exhibition", "under_review"),
        ("library", "accepted"),
    ] {
        crowd::place_work(&county, rung, status).await;
        for ((name, code), taken) in ask_all(&county, Some("/submissions/{id}")).await {
            let sent: Vec<_> = taken.statements.iter().map(|sql| heart(sql)).collect();
            if sent.len() > MOST || taken.status >= 500 {
                faults.push(format!("{name} by {code} at {rung}/{status}: {sent:#?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    county.end().await;
}

/// What a statement asks for, short enough to read.
fn heart(sql: &str) -> String {
    let start = sql.find(" FROM ").unwrap_or_default();
    sql.chars().skip(start).take(160).collect()
}
