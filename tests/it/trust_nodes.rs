//! Two instances of the program on one PostgreSQL: what is taken away at one is gone at the other
//! within a second (T6, S13, S14).

use std::time::{Duration, Instant};

use domain::access::Role;
use entity::accounts;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use store::Source;
use tests::County;
use uuid::Uuid;

use crate::trust_process::{Server, ask};

fn headers(token: &str) -> String {
    format!("authorization: Bearer {token}\r\n")
}

fn get(server: &Server, token: &str, path: &str) -> u16 {
    let rest = format!("{}\r\n", headers(token));
    status(&ask(server.port, &format!("GET /api/v1{path}"), &rest).expect("an answer"))
}

fn post(server: &Server, token: &str, path: &str, body: &Value) -> (u16, Value) {
    let (body, key) = (body.to_string(), Uuid::new_v4());
    let rest = format!(
        "{}idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        headers(token),
        body.len()
    );
    let answer = ask(server.port, &format!("POST /api/v1{path}"), &rest).expect("an answer");
    let text = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    let from = text.find('{').unwrap_or_default();
    let to = text.rfind('}').map_or(from, |at| at + 1);
    (status(&answer), serde_json::from_str(&text[from..to]).unwrap_or_default())
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|word| word.parse().ok()).expect("a status")
}

/// Asks until the answer is another one; tells how long that took and what it is then.
fn until_other(server: &Server, token: &str, path: &str, was: u16) -> (Duration, u16) {
    let began = Instant::now();
    loop {
        let now = get(server, token, path);
        if now != was || began.elapsed() > Duration::from_secs(5) {
            return (began.elapsed(), now);
        }
    }
}

#[actix_web::test]
async fn what_is_revoked_at_one_instance_is_gone_at_the_other_within_a_second() {
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_none() {
        return; // SQLite has one instance.
    }
    let county = County::new().await;
    county.pass(app::Services::system_clock()() - county.now());
    let sample = county.sample().await;
    let (project, region) = (sample.project, sample.region);
    let config = &county.state.config;
    let one = Server::over(config.data_dir.clone(), config.database_url.clone());
    let two = one.beside();
    let office = sample.office.token.clone();
    let roster = format!("/projects/{project}/enrollments");
    for round in 0..3 {
        let holder = county.person("县管").await;
        let body = json!({"person_id": holder.id, "role": "county_admin", "scope_id": region});
        let path = format!("/projects/{project}/appointments");
        let (made, appointment) = post(&one, &office, &path, &body);
        assert_eq!(made, 201, "{appointment}");
        let id = appointment["id"].as_str().expect("an id");
        // Both instances know the role, the second from its memory.
        assert_eq!(
            (get(&one, &holder.token, &roster), get(&two, &holder.token, &roster)),
            (200, 200)
        );
        let act = ["suspensions", "endings", "endings"][round];
        let path = format!("/appointments/{id}/{act}");
        assert_eq!(post(&one, &office, &path, &json!({"reason": "调离"})).0, 200);
        assert_eq!(get(&one, &holder.token, &roster), 404, "at once where it was revoked");
        let (took, then) = until_other(&two, &holder.token, &roster, 200);
        assert_eq!(then, 404);
        assert!(took < Duration::from_millis(1_500), "{took:?} at the other");
    }
}

#[actix_web::test]
async fn the_token_of_a_suspended_account_ends_at_both_instances_within_a_second() {
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_none() {
        return; // SQLite has one instance.
    }
    let county = County::new().await;
    county.pass(app::Services::system_clock()() - county.now());
    let sample = county.sample().await;
    let config = &county.state.config;
    let one = Server::over(config.data_dir.clone(), config.database_url.clone());
    let two = one.beside();
    let holder = county.person("专家").await;
    let holder = holder.hold(Role::Auditor, Some(sample.project), Some(sample.project)).await;
    let servers = [&one, &two];
    assert_eq!(servers.map(|server| get(server, &holder.token, "/me")), [200, 200]);
    suspend(&county, holder.id).await;
    for server in servers {
        let (took, then) = until_other(server, &holder.token, "/me", 200);
        assert_eq!(then, 401);
        assert!(took < Duration::from_millis(1_500), "{took:?}");
    }
}

/// An account is suspended in the database: nothing of it is left in a token.
async fn suspend(county: &County, person: Uuid) {
    let write = county.state.services.db.write().await.expect("a transaction");
    accounts::Entity::update_many()
        .col_expr(accounts::Column::Status, Expr::value("suspended"))
        .filter(accounts::Column::PersonId.eq(person))
        .exec(write.conn())
        .await
        .expect("suspended");
    write.commit().await.expect("committed");
}

#[actix_web::test]
async fn the_token_of_a_suspended_account_opens_nothing() {
    let county = County::new().await;
    let sample = county.sample().await;
    let holder = county.person("县管").await;
    let holder = holder.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    suspend(&county, holder.id).await;
    for path in ["/me".to_owned(), format!("/projects/{}/enrollments", sample.project)] {
        holder.get(&path).await.refused(401, "unauthenticated");
    }
    // Neither does a session that was in use a moment before.
    let office = &sample.office;
    office.get("/me").await.expect(200);
    suspend(&county, office.id).await;
    tokio::time::sleep(Duration::from_millis(1_050)).await;
    office.get("/me").await.refused(401, "unauthenticated");
}
