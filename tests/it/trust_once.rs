//! One effect for one key and no lost race shown to clients, over real connections: T42 and T47.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use entity::organizations;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::Source;
use tests::County;
use uuid::Uuid;

use crate::trust_process::{Server, ask, rounds};

/// A county's office, and the program that it asks.
struct Office {
    server: Server,
    token: String,
    region: Uuid,
}

impl Office {
    /// The program runs over the database of a county whose clock shows the real time.
    async fn new() -> (County, Self) {
        let county = County::new().await;
        county.pass(app::Services::system_clock()() - county.now());
        let (token, region) = {
            let sample = county.sample().await;
            (sample.office.token.clone(), sample.region)
        };
        let config = &county.state.config;
        let server = Server::over(config.data_dir.clone(), config.database_url.clone());
        (county, Self { server, token, region })
    }

    fn head(&self, key: &str) -> String {
        format!("authorization: Bearer {}\r\nidempotency-key: {key}\r\n", self.token)
    }

    /// Founds a school; nothing when the server went away before it answered.
    fn found(&self, name: &str, key: &str) -> Option<String> {
        let body = json!({"kind": "school", "parent_id": self.region, "code": name, "name": name});
        let body = body.to_string();
        let rest = format!(
            "{}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.head(key),
            body.len()
        );
        ask(self.server.port, "POST /api/v1/organizations", &rest)
    }
}

async fn schools(county: &County, name: &str) -> u64 {
    let read = county.state.services.db.read();
    let named = organizations::Entity::find().filter(organizations::Column::Name.eq(name));
    named.count(read.conn()).await.expect("a count")
}

#[actix_web::test]
async fn one_key_has_one_effect_wherever_the_program_is_killed() {
    let (county, mut office) = Office::new().await;
    for round in 0..rounds(4, 50) {
        let (name, key) = (format!("K{round}"), format!("kill-{round}"));
        std::thread::scope(|scope| {
            let one = &office;
            let asking = scope.spawn(|| one.found(&name, &key));
            std::thread::sleep(Duration::from_micros(700 * (1 + round as u64 * 5 % 23)));
            one.server.strike();
            let _ = asking.join().expect("asked");
        });
        office.server.kill();
        office.server.restart();
        let answer = office.found(&name, &key).expect("an answer");
        assert!(answer.contains(" 201 "), "{answer}");
        let again = office.found(&name, &key).expect("an answer");
        assert!(again.contains("idempotency-replayed"), "{again}");
        assert_eq!(schools(&county, &name).await, 1, "round {round}");
    }
}

#[actix_web::test]
async fn a_hundred_at_once_with_one_key_have_one_effect_and_one_answer() {
    let (county, office) = Office::new().await;
    let answers: Vec<String> = std::thread::scope(|scope| {
        let office = &office;
        let asking: Vec<_> = (0..100).map(|_| scope.spawn(|| office.found("H", "same"))).collect();
        asking.into_iter().map(|one| one.join().expect("asked").expect("an answer")).collect()
    });
    let body = |answer: &String| answer.split("\r\n\r\n").nth(1).unwrap_or_default().to_owned();
    let first = body(&answers[0]);
    assert!(first.contains("\"H\""), "{first}");
    for answer in &answers {
        assert!(answer.contains(" 201 "), "{answer}");
        assert_eq!(body(answer), first);
    }
    let fresh = answers.iter().filter(|answer| !answer.contains("idempotency-replayed")).count();
    assert_eq!((fresh, schools(&county, "H").await), (1, 1));
}

#[actix_web::test]
async fn readers_and_writers_together_never_see_a_lost_race() {
    let (_county, office) = Office::new().await;
    let until = Instant::now() + Duration::from_secs(rounds(4, 600) as u64);
    let done = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (office, done) = (&office, &done);
        for worker in 0..12_usize {
            scope.spawn(move || {
                let mut number = 0;
                while Instant::now() < until {
                    number += 1;
                    let name = format!("M{worker}-{number}");
                    let answer = match worker % 3 {
                        0 => office.found(&name, &name),
                        1 => office.server.write(number % 7),
                        _ => {
                            let path = "GET /api/v1/organizations?limit=50";
                            ask(office.server.port, path, &office.head("none"))
                        }
                    };
                    let answer = answer.expect("an answer");
                    let line = answer.lines().next().unwrap_or_default();
                    assert!(!line.contains(" 5"), "{answer}");
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert!(done.into_inner() > 100);
}
