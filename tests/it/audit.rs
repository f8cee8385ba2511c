use domain::access::Role;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use store::Source;
use tests::County;

/// Does what only somebody with the database's own password can do.
async fn meddle(county: &County, sql: &str) {
    let write = county.state.services.db.write().await.unwrap();
    let unlock: &[&str] = if county.state.services.db.is_sqlite() {
        &[
            "DROP TRIGGER IF EXISTS audit_events_no_UPDATE",
            "DROP TRIGGER IF EXISTS audit_events_no_DELETE",
            "DROP TRIGGER IF EXISTS audit_seals_no_UPDATE",
            "DROP TRIGGER IF EXISTS audit_seals_no_DELETE",
        ]
    } else {
        &[
            "ALTER TABLE audit_events DISABLE TRIGGER ALL",
            "ALTER TABLE audit_seals DISABLE TRIGGER ALL",
        ]
    };
    for statement in unlock.iter().chain(&[sql]) {
        write.conn().execute_unprepared(statement).await.expect(statement);
    }
    write.commit().await.unwrap();
}

async fn seal(county: &County) {
    while app::audit::seal(&county.system()).await.unwrap() > 0 {}
}

/// Ten acts in the trail.
async fn busy(county: &County) {
    let person = county.person("李秀英").await;
    for _ in 0..10 {
        let none = json!({"appointment_id": null});
        person.put("/me/active-appointment", 1, none).await.expect(204);
    }
    seal(county).await;
}

#[actix_web::test]
async fn an_untouched_trail_verifies_and_is_sealed_to_the_end() {
    let county = County::new().await;
    busy(&county).await;
    let operator = county.person("运维").await.hold(Role::PlatformOperator, None, None).await;
    let found = operator.get("/audit/verification").await.expect(200);
    assert_eq!((&found["intact"], &found["sealed"]), (&json!(true), &json!(10)), "{found}");
    assert_eq!((&found["unsealed"], &found["broken"]), (&json!(0), &Value::Null));
    let end = operator.get("/audit/checkpoint").await.expect(200);
    assert_eq!((&end["hash"], &end["position"]), (&found["head_hash"], &json!(10)));
    let again = county.nobody();
    let forged = tests::Person { token: end["signature"].as_str().unwrap().to_owned(), ..again };
    forged.get("/me").await.refused(401, "unauthenticated");
}

#[actix_web::test]
async fn the_first_place_somebody_meddled_with_is_named() {
    let cases = [
        ("UPDATE audit_events SET action = 'x' WHERE seq = 4", 4, "event_changed"),
        ("DELETE FROM audit_events WHERE seq = 5", 5, "event_missing"),
        ("DELETE FROM audit_seals WHERE position = 6", 6, "link_missing"),
        ("UPDATE audit_seals SET event_seq = 99 WHERE position = 7", 7, "event_missing"),
        ("UPDATE audit_seals SET hash = previous WHERE position = 8", 8, "event_changed"),
        ("UPDATE audit_seals SET previous = hash WHERE position = 9", 9, "link_broken"),
    ];
    for (sql, position, code) in cases {
        let county = County::new().await;
        busy(&county).await;
        meddle(&county, sql).await;
        let found = app::audit::verify(&county.system().look(), None).await.unwrap();
        let broken = found.broken.unwrap_or_else(|| panic!("{sql} went unseen"));
        assert_eq!((broken.position, broken.code), (position, code), "{sql}");
    }
}

#[actix_web::test]
async fn a_trail_cut_short_shows_against_an_earlier_checkpoint() {
    let county = County::new().await;
    busy(&county).await;
    let operator = county.person("运维").await.hold(Role::PlatformOperator, None, None).await;
    let end = operator.get("/audit/checkpoint").await.expect(200);
    let hash = end["hash"].as_str().unwrap();
    let path = format!("/audit/verification?position={}&hash={hash}", end["position"]);
    assert_eq!(operator.get(&path).await.expect(200)["intact"], true);
    let other = format!("/audit/verification?position=9&hash={hash}");
    let found = operator.get(&other).await.expect(200);
    assert_eq!(found["broken"]["code"], "checkpoint_differs");
    meddle(&county, "DELETE FROM audit_seals WHERE position > 8").await;
    meddle(&county, "DELETE FROM audit_events WHERE seq > 8").await;
    let found = operator.get(&path).await.expect(200);
    assert_eq!((&found["intact"], &found["broken"]["code"]), (&json!(false), &json!("chain_cut")));
    operator.get("/audit/verification?position=9").await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn many_sealers_at_once_make_one_chain() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    for _ in 0..30 {
        let none = json!({"appointment_id": null});
        person.put("/me/active-appointment", 1, none).await.expect(204);
    }
    let (one, other) = (county.system(), county.system());
    let races =
        (0..8).map(|_| async { tokio::join!(app::audit::seal(&one), app::audit::seal(&other)) });
    for (left, right) in futures_util::future::join_all(races).await {
        left.unwrap();
        right.unwrap();
    }
    seal(&county).await;
    let found = app::audit::verify(&county.system().look(), None).await.unwrap();
    assert_eq!((found.intact, found.sealed, found.unsealed), (true, 30, 0), "{found:?}");
}

#[actix_web::test]
async fn everybody_sees_who_touched_their_own_data_and_no_more() {
    let county = County::new().await;
    let sample = county.sample().await;
    let trainee = county.person("李秀英").await;
    let ctx = county.system();
    let target = domain::access::Target {
        project: Some(sample.project),
        county: Some(sample.region),
        owner: Some(trainee.id),
        ..Default::default()
    };
    ctx.run(async |work| {
        work.record(app::Event::new("person.revealed", "person", trainee.id).at(&target));
        work.record(
            app::Event::new("class.created", "class", sample.region)
                .at(&domain::access::Target { owner: None, ..target.clone() }),
        );
        Ok(())
    })
    .await
    .unwrap();
    let trainee = trainee.hold(Role::Trainee, Some(sample.project), None).await;
    let own = trainee.get("/me/audit-events").await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 1, "{own}");
    assert_eq!(
        (&own["items"][0]["action"], &own["items"][0]["ip"]),
        (&json!("person.revealed"), &Value::Null)
    );
    let path = format!("/projects/{}/audit-events", sample.project);
    let all = sample.office.get(&format!("{path}?limit=1")).await;
    assert!(all.header("link").contains("rel=\"next\""));
    let all = all.expect(200);
    let next = format!("{path}?limit=1&cursor={}", all["next_cursor"].as_str().unwrap());
    let second = sample.office.get(&next).await.expect(200);
    assert_eq!(second["items"][0]["action"], "person.revealed", "{second}");
    let narrowed = trainee.get(&path).await.expect(200);
    assert_eq!(narrowed["items"].as_array().unwrap().len(), 1);
    let operator = county.person("运维").await.hold(Role::PlatformOperator, None, None).await;
    operator.get(&path).await.refused(403, "forbidden");
    operator.get("/audit/events").await.expect(200);
    sample.office.get("/audit/events").await.refused(403, "forbidden");
    let outsider = county.person("外人").await;
    outsider.get(&path).await.refused(404, "not-found");
    outsider.get("/audit/checkpoint").await.refused(403, "forbidden");
}
