//! What every request meets, whatever it asks: T24, T25, T42, T51, T58, T65, T78 of the trust bars.

use std::collections::BTreeSet;

use actix_web::{
    App, HttpResponse,
    http::{Method, header},
    middleware::from_fn,
    test, web,
};
use app::secrets::{KeyFile, Vault};
use entity::{audit_events, idempotency_keys, policies};
use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use serde_json::json;
use store::Source;
use tests::{Answer, County};

async fn events(county: &County) -> u64 {
    let read = county.state.services.db.read();
    audit_events::Entity::find().count(read.conn()).await.unwrap()
}

#[actix_web::test]
async fn a_panic_is_our_fault_and_nobody_elses() {
    let county = County::new().await;
    let boom = || async {
        if true {
            panic!("on purpose")
        }
        HttpResponse::Ok().finish()
    };
    let app = App::new()
        .wrap(from_fn(api::around))
        .route("/boom", web::get().to(boom))
        .configure(api::configure(county.state.clone()));
    let service = test::init_service(app).await;
    std::panic::set_hook(Box::new(|_| {}));
    for _ in 0..100 {
        let request = test::TestRequest::with_uri("/boom").to_request();
        let failed = test::try_call_service(&service, request).await.expect_err("a problem");
        let answer = failed.error_response();
        assert_eq!(answer.status().as_u16(), 500);
        assert_eq!(answer.headers().get("x-content-type-options").unwrap(), "nosniff");
        assert!(answer.headers().contains_key("x-request-id"));
        let request = test::TestRequest::with_uri("/livez").to_request();
        assert_eq!(test::call_service(&service, request).await.status().as_u16(), 200);
    }
    let _ = std::panic::take_hook();
}

#[actix_web::test]
async fn what_is_too_long_is_refused_by_its_own_name() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    let long = "x".repeat(9_000);
    person.get(&format!("/projects?cursor={long}")).await.refused(414, "uri-too-long");
    let big = "x".repeat(17_000);
    let heavy = [("x-note", big.as_str())];
    let answer = person.ask(Method::GET, "/me", None, &heavy).await;
    answer.refused(431, "headers-too-large");
    for accept in
        ["text/html", "application/xml;q=0.9, image/png", "application/json;q=0, text/plain"]
    {
        let answer = person.ask(Method::GET, "/me", None, &[("accept", accept)]).await;
        let known = accept.contains("json");
        assert!(known || answer.status.as_u16() == 406, "{accept}: {}", answer.status);
    }
    for accept in ["*/*", "application/json", "application/*", "text/html, */*;q=0.1"] {
        person.ask(Method::GET, "/me", None, &[("accept", accept)]).await.expect(200);
    }
}

#[actix_web::test]
async fn every_answer_tells_the_limit_and_beyond_it_one_waits() {
    let county = County::with(|config| config.requests_per_minute = 5).await;
    let (one, other) = (county.person("甲").await, county.person("乙").await);
    for left in (0..5).rev() {
        let answer = one.get("/me").await;
        assert_eq!(answer.header("ratelimit-policy"), "\"account\";q=5;w=60");
        assert!(answer.header("ratelimit").starts_with(&format!("\"account\";r={left};t=")));
        answer.expect(200);
    }
    let told = one.get("/me").await;
    let wait: u32 = told.header("retry-after").parse().expect("seconds");
    assert!((1..=13).contains(&wait), "{wait}");
    told.refused(429, "rate-limited");
    other.get("/me").await.expect(200);
    for _ in 0..5 {
        county.nobody().post("/activation-checks", json!({"login": "x", "code": "y"})).await;
    }
    let nobody = county.nobody();
    let told = nobody.post("/activation-checks", json!({"login": "x", "code": "y"})).await;
    told.refused(429, "rate-limited");
}

#[actix_web::test]
async fn what_the_caller_holds_already_is_not_sent_again_and_head_is_answered() {
    let county = County::new().await;
    let first = county.nobody().get("//openapi.json").await;
    let etag = first.header("etag").to_owned();
    let again = [("if-none-match", etag.as_str())];
    let answer = county.nobody().ask(Method::GET, "//openapi.json", None, &again).await;
    assert_eq!((answer.status.as_u16(), answer.bytes.len()), (304, 0));
    let stale = [("if-none-match", "\"0\"")];
    county.nobody().ask(Method::GET, "//openapi.json", None, &stale).await.expect(200);
    let person = county.person("李秀英").await;
    assert_eq!(person.ask(Method::HEAD, "/me", None, &[]).await.status.as_u16(), 200);
    let trace = [("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")];
    person.ask(Method::GET, "/me", None, &trace).await.expect(200);
}

#[actix_web::test]
async fn only_the_sites_in_the_settings_may_call_from_a_browser() {
    let county = County::with(|c| c.cors_origins = vec!["https://data.example".to_owned()]).await;
    let person = county.person("李秀英").await;
    for (origin, allowed) in [("https://data.example", true), ("https://evil.example", false)] {
        let asked = [
            ("origin", origin),
            ("access-control-request-method", "POST"),
            ("access-control-request-headers", "authorization"),
        ];
        let before = county.nobody().ask(Method::OPTIONS, "/sessions", None, &asked).await;
        let told = before.header("access-control-allow-methods");
        assert_eq!(!told.is_empty(), allowed, "{origin}");
        before.expect(204);
        let answer = person.ask(Method::GET, "/me", None, &[("origin", origin)]).await;
        let told = answer.header("access-control-allow-origin").to_owned();
        assert_eq!(told == origin, allowed, "{origin}: {told}");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
    }
}

#[actix_web::test]
async fn of_a_hundred_requests_with_one_key_one_acts_and_all_get_its_answer() {
    let county = County::new().await;
    let sample = county.sample().await;
    let path = format!("/projects/{}/policies", sample.project);
    let body = json!({"body": domain::policy::PolicySet::preset(),
        "effective_on": "2020-07-01", "note": "改"});
    let send = || {
        let headers = [("idempotency-key", "one-and-only")];
        let (path, body) = (path.clone(), body.clone());
        let office = &sample.office;
        async move { office.ask(Method::POST, &path, Some(body), &headers).await }
    };
    let before = events(&county).await;
    let all: Vec<Answer> = join_all((0..100).map(|_| send())).await;
    let bodies: BTreeSet<Vec<u8>> = all.iter().map(|one| one.bytes.clone()).collect();
    assert_eq!(bodies.len(), 1, "{}", all[0].body);
    assert!(all.iter().all(|one| one.status.as_u16() == 201));
    let replayed = all.iter().filter(|one| one.header("idempotency-replayed") == "true").count();
    assert_eq!(replayed, 99);
    let read = county.state.services.db.read();
    assert_eq!(policies::Entity::find().count(read.conn()).await.unwrap(), 1);
    assert_eq!(events(&county).await - before, 1, "one act, one row in the trail");
    let other = json!({"body": domain::policy::PolicySet::preset(),
        "effective_on": "2020-07-02", "note": "改"});
    let headers = [("idempotency-key", "one-and-only")];
    let answer = sample.office.ask(Method::POST, &path, Some(other), &headers).await;
    answer.refused(422, "idempotency-key-reused");
    let answer = sample.office.ask(Method::POST, &path, Some(body), &[]).await;
    answer.refused(400, "malformed-request");
    county.pass(chrono::Duration::hours(49));
    app::upkeep::forget_keys(&county.system()).await.unwrap();
    assert_eq!(idempotency_keys::Entity::find().count(read.conn()).await.unwrap(), 0);
}

#[actix_web::test]
async fn a_refused_act_leaves_one_row_in_the_trail_and_nothing_else() {
    let county = County::new().await;
    let sample = county.sample().await;
    let stranger = county.person("外人").await;
    let before = events(&county).await;
    let body = json!({"body": domain::policy::PolicySet::preset(),
        "effective_on": "2020-07-01", "note": "改"});
    let path = format!("/projects/{}/policies", sample.project);
    stranger.post(&path, body).await.refused(404, "not-found");
    assert_eq!(events(&county).await - before, 1);
    let read = county.state.services.db.read();
    let last = audit_events::Entity::find().all(read.conn()).await.unwrap().pop().unwrap();
    assert_eq!((last.outcome.as_str(), last.actor_id), ("denied", Some(stranger.id)));
    assert_eq!(policies::Entity::find().count(read.conn()).await.unwrap(), 0);
}

#[actix_web::test]
async fn a_database_that_could_lose_what_was_acknowledged_is_refused() {
    let county = County::new().await;
    let url = county.state.config.database_url.clone();
    if county.state.services.db.is_sqlite() {
        // What matters for SQLite is set on each connection; the settings are asked for again.
        app::Db::open(&url, 2).await.expect("safe settings");
        return;
    }
    let write = county.state.services.db.write().await.unwrap();
    let name = url.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let risky = format!("ALTER DATABASE {name} SET synchronous_commit = off");
    write.conn().execute_unprepared(&risky).await.unwrap();
    write.commit().await.unwrap();
    let refused = app::Db::open(&url, 2).await.expect_err("refused").to_string();
    assert!(refused.contains("synchronous_commit"), "{refused}");
    app::Db::open_anyway(&url, 2).await.expect("at one's own risk");
}

#[actix_web::test]
async fn keys_of_a_sample_are_refused() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let sound = KeyFile::generate().unwrap();
    assert!(Vault::open_with(&sound).is_ok());
    let weak = [
        String::new(),
        "change-me".to_owned(),
        STANDARD.encode([0_u8; 32]),
        STANDARD.encode(b"01234567890123456789012345678901".map(|_| b'a')),
        STANDARD.encode([7_u8; 16]),
        sound.index_key.clone(),
    ];
    for key in weak {
        let file = KeyFile { field_key: key.clone(), ..sound.clone() };
        assert!(Vault::open_with(&file).is_err(), "{key:?} was taken");
    }
}

#[actix_web::test]
async fn readiness_and_liveness_are_told_apart() {
    let county = County::new().await;
    let nobody = county.nobody();
    nobody.get("//livez").await.expect(200);
    nobody.get("//readyz").await.expect(200);
    county.state.services.db.clone().close().await.unwrap();
    nobody.get("//livez").await.expect(200);
    let away = nobody.get("//readyz").await;
    assert_eq!(away.header("retry-after"), "1");
    away.refused(503, "overloaded");
    let person = county.signed_in(uuid::Uuid::new_v4(), uuid::Uuid::new_v4());
    let answer = person.get("/me").await;
    assert_eq!(answer.header("retry-after"), "1");
    answer.refused(503, "overloaded");
}

#[actix_web::test]
async fn a_bearer_token_in_the_address_opens_nothing() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    let path = format!("/me?access_token={}", person.token);
    county.nobody().get(&path).await.refused(401, "unauthenticated");
    let basic = [(header::AUTHORIZATION.as_str(), "Basic YTpi")];
    let answer = county.nobody().ask(Method::GET, "/me", None, &basic).await;
    assert_eq!(answer.header("www-authenticate"), "Bearer");
    answer.refused(401, "unauthenticated");
}

#[actix_web::test]
async fn pages_beside_the_api_say_which_methods_they_take_and_lead_nowhere_else() {
    let county = County::new().await;
    let nobody = county.nobody();
    let moved = nobody.get("//docs").await;
    assert_eq!((moved.status.as_u16(), moved.header("location")), (307, "/docs/"));
    let shell = nobody.get("//docs/").await;
    let policy = shell.header("content-security-policy");
    assert!(policy.contains("script-src 'self';") && !policy.contains("trusted-types"), "{policy}");
    let settings = nobody.get("//docs/swagger-initializer.js").await;
    let settings = String::from_utf8(settings.bytes).unwrap();
    assert!(settings.contains(r#""validatorUrl": "none""#), "{settings}");
    for page in ["//docs/", "//openapi.json", "//problems/internal"] {
        let wrong = nobody.ask(Method::PUT, page, None, &[]).await;
        assert_eq!(wrong.header("allow"), "GET, HEAD, OPTIONS", "{page}");
        wrong.refused(405, "method-not-allowed");
    }
    let asked = nobody.ask(Method::OPTIONS, "/sessions", None, &[]).await;
    assert_eq!(asked.header("allow"), "GET, HEAD, OPTIONS, POST");
    asked.expect(204);
    nobody.ask(Method::OPTIONS, "/nowhere", None, &[]).await.refused(404, "not-found");
}

#[actix_web::test]
async fn headers_are_read_as_http_writes_them() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    for word in ["bearer", "BEARER", "Bearer "] {
        let header = format!("{word} {}", person.token);
        let headers = [("authorization", header.as_str())];
        county.nobody().ask(Method::GET, "/me", None, &headers).await.expect(200);
    }
    for (accept, status) in [
        ("", 200),
        ("Application/JSON", 200),
        ("text/html, */*;q=0.1", 200),
        ("application/json;q=0", 406),
        ("*/*;q=0.0", 406),
        ("application/problem+json", 406),
    ] {
        let answer = person.ask(Method::GET, "/me", None, &[("accept", accept)]).await;
        assert_eq!(answer.status.as_u16(), status, "{accept}");
    }
    for (id, kept) in [("7", true), ("case_1.2:3", true), ("a b", false), ("", false)] {
        let answer = person.ask(Method::GET, "/me", None, &[("x-request-id", id)]).await;
        assert_eq!(answer.header("x-request-id") == id, kept, "{id}");
    }
    let any = [("if-none-match", "*")];
    let answer = county.nobody().ask(Method::GET, "//openapi.json", None, &any).await;
    assert_eq!(answer.status.as_u16(), 304);
    let packed = [("content-encoding", "gzip")];
    let body = json!({"login": "x", "password": "y"});
    let answer = county.nobody().ask(Method::POST, "/sessions", Some(body), &packed).await;
    answer.refused(415, "unsupported-media-type");
}

#[actix_web::test]
async fn a_cursor_that_somebody_changed_is_refused() {
    let county = County::new().await;
    let sample = county.sample().await;
    for (code, name) in [("220781101", "三岔河镇"), ("220781102", "长春岭镇")] {
        let town = json!({"kind": "town", "parent_id": sample.region, "code": code, "name": name});
        sample.office.post("/organizations", town).await.expect(201);
    }
    let list = "/organizations?kind=town&limit=1";
    let page = sample.office.get(list).await.expect(200);
    let cursor = page["next_cursor"].as_str().expect("more").to_owned();
    sample.office.get(&format!("{list}&cursor={cursor}")).await.expect(200);
    for place in 0..cursor.len() {
        let mut other = cursor.clone().into_bytes();
        other[place] = if other[place] == b'A' { b'B' } else { b'A' };
        let other = String::from_utf8(other).unwrap();
        let answer = sample.office.get(&format!("{list}&cursor={other}")).await;
        answer.refused(400, "invalid-cursor");
    }
    for other in ["", &cursor[1..], &format!("{cursor}AA"), "WyJ4IiwiMCJd"] {
        let answer = sample.office.get(&format!("{list}&cursor={other}")).await;
        answer.refused(400, "invalid-cursor");
    }
}

#[actix_web::test]
async fn text_that_only_one_database_could_keep_is_refused_by_both() {
    let county = County::new().await;
    let send = |body: &'static [u8]| {
        let nobody = county.nobody();
        async move {
            let json = Some("application/json");
            nobody.send(Method::POST, "/sessions", json, body.to_vec(), &[]).await
        }
    };
    for body in [
        br#"{"login":"a\u0000","password":"y"}"#.as_slice(),
        br#"{"login":"a\\\u0000","password":"y"}"#,
    ] {
        let told = send(body).await.refused(422, "validation-failed");
        assert_eq!(told["errors"][0]["code"], "nul_character");
    }
    // An escaped backslash, and then five plain characters.
    send(br#"{"login":"a\\u0000","password":"y"}"#).await.refused(401, "invalid-credentials");
    for body in [
        br#"{"login":"\ud800","password":"y"}"#.as_slice(),
        b"{\"login\":\"\xff\",\"password\":\"y\"}",
        br#"{"login":NaN,"password":"y"}"#,
        b"\xef\xbb\xbf{}",
        b"",
    ] {
        send(body).await.refused(400, "malformed-request");
    }
    let long = r#"{"login":"a","login":"b","password":"y"}"#;
    let told = send(long.as_bytes()).await.refused(422, "validation-failed");
    assert_eq!(told["errors"][0]["code"], "duplicate_field");
}
