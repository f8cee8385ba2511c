//! Signing in under attack: T12–T15, T17, T18, T22 of the trust bars.

use std::time::Instant;

use actix_web::http::{Method, StatusCode};
use chrono::Duration;
use entity::{accounts, api_client_secrets, audit_events};
use futures_util::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use store::Source;
use tests::{Answer, County, Person};
use uuid::Uuid;

const PASSWORD: &str = tests::PASSWORD;

fn soak() -> bool {
    std::env::var_os("TISHENG_SOAK").is_some()
}

/// Somebody who can sign in with a staff number and [`PASSWORD`].
async fn with_password<'a>(county: &'a County, staff_no: &str, hash: &str) -> Person<'a> {
    let person = county.person("李秀英").await;
    person.can_sign_in(staff_no, hash).await;
    person
}

async fn hash(county: &County) -> String {
    county.state.services.passwords.hash(PASSWORD, &[]).await.unwrap()
}

async fn sign_in(county: &County, login: &str, password: &str, headers: &[(&str, &str)]) -> Answer {
    let given = json!({"login": login, "password": password});
    let mut all = vec![("idempotency-key", "k")];
    all.extend(headers);
    county.nobody().ask(Method::POST, "/sessions", Some(given), &all).await
}

/// `name=value` of a cookie that an answer sets.
fn cookie(answer: &Answer, name: &str) -> String {
    let all = answer.headers.get_all("set-cookie").filter_map(|one| one.to_str().ok());
    let found = all.filter_map(|one| one.split(';').next()).find(|one| one.starts_with(name));
    found.unwrap_or_else(|| panic!("no cookie {name}")).to_owned()
}

async fn stored(county: &County, person: Uuid) -> String {
    let read = county.state.services.db.read();
    let query = accounts::Entity::find().filter(accounts::Column::PersonId.eq(person));
    query.one(read.conn()).await.unwrap().unwrap().password_hash.unwrap()
}

#[actix_web::test]
async fn a_hash_weaker_than_todays_is_renewed_when_its_owner_signs_in() {
    let county = County::new().await;
    // 8 MiB, one pass, of the same password.
    let weak = "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
    let weak = format!("{weak}{}", weak_digest());
    let person = with_password(&county, "FY0001", &weak).await;
    sign_in(&county, "FY0001", PASSWORD, &[]).await.expect(201);
    let renewed = stored(&county, person.id).await;
    assert!(renewed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{renewed}");
    sign_in(&county, "FY0001", PASSWORD, &[]).await.expect(201);
    assert_eq!(stored(&county, person.id).await, renewed, "a hash of today stays");
}

fn weak_digest() -> String {
    use argon2::{Algorithm, Argon2, Params, Version};
    use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
    let mut out = [0_u8; 32];
    let argon =
        Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
    argon.hash_password_into(PASSWORD.as_bytes(), b"somesaltsomesalt", &mut out).unwrap();
    STANDARD_NO_PAD.encode(out)
}

/// Memory is counted for the whole process, so this test has one of its own.
#[actix_web::test]
async fn of_a_rush_of_sign_ins_a_few_wait_and_the_rest_are_told_to_come_back() {
    if std::env::var_os("TISHENG_TEST_ALONE").is_none() {
        let name =
            "trust_sign_in::of_a_rush_of_sign_ins_a_few_wait_and_the_rest_are_told_to_come_back";
        let mut alone = std::process::Command::new(std::env::current_exe().unwrap());
        alone.args(["--exact", name]).env("TISHENG_TEST_ALONE", "1");
        // Freed memory goes back at once, as it does with the program's own allocator.
        let done = alone.env("MALLOC_MMAP_THRESHOLD_", "1048576").output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        return;
    }
    let county = County::new().await;
    let hash = hash(&county).await;
    let verify = || county.state.services.passwords.verify("wrong", Some(&hash));
    let before = resident();
    let done = join_all((0..512).map(|_| verify())).await;
    let told = done.iter().filter(|one| one.is_err()).count();
    let served = done.iter().filter(|one| matches!(one, Ok(false))).count();
    assert_eq!(told + served, 512);
    let cores = std::thread::available_parallelism().unwrap().get();
    assert!((128..=128 + cores).contains(&served), "{served} were served");
    let grown = resident().saturating_sub(before) / 1024;
    assert!(grown <= 150, "memory grew by {grown} MB");
}

fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse().unwrap()
}

#[actix_web::test]
async fn guesses_lock_the_account_for_longer_each_time_but_never_a_device_that_is_known() {
    let county = County::new().await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    let known = cookie(&sign_in(&county, "FY0001", PASSWORD, &[]).await, "tisheng-device=");
    for _ in 0..5 {
        sign_in(&county, "FY0001", "wrong", &[]).await.refused(401, "invalid-credentials");
    }
    let mut waits = vec![];
    for _ in 0..6 {
        let answer = sign_in(&county, "FY0001", "wrong", &[]).await;
        let wait: i64 = answer.header("retry-after").parse().unwrap();
        answer.refused(429, "too-many-attempts");
        waits.push(wait + 1);
        county.pass(Duration::seconds(wait + 1));
        sign_in(&county, "FY0001", "wrong", &[]).await.refused(401, "invalid-credentials");
    }
    assert_eq!(waits, [60, 120, 240, 480, 900, 900]);
    sign_in(&county, "FY0001", PASSWORD, &[]).await.refused(429, "too-many-attempts");
    for round in 0..10 {
        let again = sign_in(&county, "FY0001", PASSWORD, &[("cookie", &known)]).await;
        assert_eq!(again.status, StatusCode::CREATED, "round {round}");
        for _ in 0..6 {
            sign_in(&county, "FY0001", "wrong", &[]).await;
        }
    }
    let stolen = known.replace("tisheng-device=", "tisheng-device=x");
    let answer = sign_in(&county, "FY0001", PASSWORD, &[("cookie", &stolen)]).await;
    answer.refused(429, "too-many-attempts");
}

#[actix_web::test]
async fn an_address_is_held_back_for_failures_only() {
    let county = County::new().await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    for _ in 0..40 {
        sign_in(&county, "FY0001", PASSWORD, &[]).await.expect(201);
    }
    let read = county.state.services.db.read();
    let kept = store::accounts::find_throttle(&read, "address:127.0.0.1").await.unwrap().unwrap();
    assert_eq!(kept.failures, 0, "good sign-ins do not count");
}

/// Asks with a known name and an unknown one in turn: all answers are one, and neither is told
/// by the time that it takes.
pub(crate) async fn tell_apart(county: &County, known: &str, ask: impl AsyncFn(&str) -> Answer) {
    let mut times: [Vec<u128>; 2] = [vec![], vec![]];
    let mut bodies: Vec<Value> = vec![];
    let rounds = if soak() { 500 } else { 25 };
    for round in 0..rounds {
        for (kind, login) in [(0, known.to_owned()), (1, format!("NOBODY{round}"))] {
            county.pass(Duration::days(2));
            let began = Instant::now();
            let answer = ask(&login).await;
            times[kind].push(began.elapsed().as_micros());
            let mut body = answer.refused(401, "invalid-credentials");
            body["request_id"] = json!("");
            bodies.push(body);
        }
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    let [known, unknown] = times.map(|mut all| {
        all.sort_unstable();
        all[all.len() / 2]
    });
    // Few rounds beside other tests waver; the long ones are held to the bar itself.
    let (ratio, most) = (known as f64 / unknown as f64, if soak() { 1.1 } else { 1.33 });
    assert!((1.0 / most..most).contains(&ratio), "{known} µs against {unknown} µs");
}

#[actix_web::test]
async fn an_unknown_name_takes_as_long_as_a_wrong_password() {
    let county = County::new().await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    tell_apart(&county, "FY0001", async |login| sign_in(&county, login, "wrong", &[]).await).await;
}

#[actix_web::test]
async fn no_changed_token_is_taken() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    let tokens = &county.state.tokens;
    let now = county.now();
    assert!(tokens.check(&person.token, now).is_some());
    let rounds = if soak() { 100_000 } else { 20_000 };
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
    let mut seed = 20_200_520_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..rounds {
        let mut bytes = person.token.clone().into_bytes();
        for _ in 0..=random(3) {
            let (at, letter) = (random(bytes.len()), letters[random(letters.len())]);
            match random(3) {
                0 => bytes[at] = letter,
                1 => bytes.insert(at, letter),
                _ => drop(bytes.remove(at)),
            }
        }
        let changed = String::from_utf8(bytes).unwrap();
        if changed != person.token {
            // A last letter may carry bits that Base64 leaves out: the same bytes are no forgery.
            assert!(tokens.check(&changed, now).is_none(), "{changed} was taken");
        }
    }
    for forged in ["", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "null"] {
        assert!(tokens.check(forged, now).is_none());
    }
}

/// T17: a key that has been replaced still opens what it signed, until it is taken away.
#[actix_web::test]
async fn tokens_outlive_the_rotation_of_their_key_and_end_with_it() {
    use app::secrets::{KeyFile, Vault};
    use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
    use base64::{Engine, engine::general_purpose::STANDARD};
    let county = County::new().await;
    let now = county.now();
    let (old, mut new) = (KeyFile::generate().unwrap(), KeyFile::generate().unwrap());
    "k2".clone_into(&mut new.key_id);
    let tokens = |file: &KeyFile| api::Tokens::new(&Vault::open_with(file).unwrap()).unwrap();
    let live: Vec<String> =
        (0..1_000).map(|_| tokens_of(&tokens(&old), &county, Uuid::new_v4())).collect();
    let secret = STANDARD.decode(&old.token_key).unwrap();
    let public = Ed25519KeyPair::from_pkcs8(&secret).unwrap().public_key().as_ref().to_vec();
    new.earlier_token_keys.insert(old.key_id.clone(), STANDARD.encode(public));
    let (overlap, fresh) = (tokens(&new), tokens_of(&tokens(&new), &county, Uuid::new_v4()));
    assert!(live.iter().all(|token| overlap.check(token, now).is_some()), "0 of the live refused");
    assert!(overlap.check(&fresh, now).is_some());
    assert!(tokens(&old).check(&fresh, now).is_none(), "the old node knows no new key");
    new.earlier_token_keys.clear();
    let after = tokens(&new);
    assert!(live.iter().all(|token| after.check(token, now).is_none()), "all of the old refused");
    assert!(after.check(&fresh, now).is_some());
}

fn tokens_of(tokens: &api::Tokens, county: &County, person: Uuid) -> String {
    tokens.issue(person, Some(Uuid::new_v4()), county.now()).unwrap()
}

/// T14: whoever guesses from a hundred addresses gets few tries, and the owner is not locked out.
#[actix_web::test]
async fn ten_thousand_guesses_from_a_hundred_addresses_are_hardly_tried() {
    let county = County::with(|config| {
        config.trusted_proxies = vec!["127.0.0.1".to_owned()];
        config.requests_per_minute = 0;
    })
    .await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    let known = cookie(&sign_in(&county, "FY0001", PASSWORD, &[]).await, "tisheng-device=");
    let (mut tried, mut good) = (0, 0);
    let guesses = if soak() { 10_000 } else { 2_000 };
    // The guesses of one hour.
    let pause = Duration::microseconds(3_600_000_000 / guesses);
    for guess in 0..guesses {
        county.pass(pause);
        let from = format!("203.0.113.{}", guess % 100);
        let answer = sign_in(&county, "FY0001", "wrong", &[("x-forwarded-for", &from)]).await;
        match answer.status.as_u16() {
            401 => tried += 1,
            429 => assert!(!answer.header("retry-after").is_empty()),
            other => panic!("{other}: {}", answer.body),
        }
        if guess % (guesses / 100) == 0 {
            let again = sign_in(&county, "FY0001", PASSWORD, &[("cookie", &known)]).await;
            good += usize::from(again.status == StatusCode::CREATED);
        }
    }
    assert!((5..=60).contains(&tried), "{tried} guesses were tried");
    assert_eq!(good, 100, "the owner is let in at the first try, always");
}

/// T14: wrong guesses from elsewhere do not keep the owner out on a device that is new.
#[actix_web::test]
async fn guesses_from_elsewhere_do_not_lock_the_owner_out_on_a_new_device() {
    let county = County::with(|config| {
        config.trusted_proxies = vec!["127.0.0.1".to_owned()];
        config.requests_per_minute = 0;
    })
    .await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    let from = async |place: u8, password: &str| {
        let address = format!("203.0.113.{place}");
        sign_in(&county, "FY0001", password, &[("x-forwarded-for", &address)]).await
    };
    for _ in 0..5 {
        from(1, "wrong").await.refused(401, "invalid-credentials");
    }
    let told = from(1, PASSWORD).await.refused(429, "too-many-attempts");
    let detail = told["detail"].as_str().unwrap();
    assert!(detail.contains("Try again in 1 min."), "{detail}");
    assert!(detail.contains("the school's administrator"), "{detail}");
    from(2, PASSWORD).await.expect(201);
    // From many places the name itself waits after twenty.
    for guess in 0..15 {
        from(3 + guess / 4, "wrong").await.refused(401, "invalid-credentials");
    }
    let told = from(9, PASSWORD).await.refused(429, "too-many-attempts");
    let nobody = async |login: &str| {
        let mut told =
            sign_in(&county, login, "wrong", &[("x-forwarded-for", "203.0.113.1")]).await;
        for _ in 0..5 {
            told = sign_in(&county, login, "wrong", &[("x-forwarded-for", "203.0.113.1")]).await;
        }
        told.refused(429, "too-many-attempts")
    };
    assert_eq!(nobody("NOBODY1").await["detail"], told["detail"], "the same to everybody");
    county.pass(Duration::seconds(61));
    from(9, PASSWORD).await.expect(201);
}

/// Many windows, one owner: a right password is not refused for others at the same time.
#[actix_web::test]
async fn of_twelve_right_passwords_at_once_none_is_refused() {
    let county = County::new().await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    let all = join_all((0..12).map(|_| sign_in(&county, "FY0001", PASSWORD, &[]))).await;
    for answer in all {
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    }
    let read = county.state.services.db.read();
    let left = entity::sign_in_throttles::Entity::find().all(read.conn()).await.unwrap();
    assert!(left.iter().all(|one| one.failures == 0), "{left:?}");
}

/// T14: a whole county behind one address signs in within a minute.
#[actix_web::test]
async fn nine_hundred_and_seventy_five_good_sign_ins_from_one_address_are_all_let_in() {
    let county = County::new().await;
    let hash = hash(&county).await;
    let many = if soak() { 975 } else { 130 };
    for number in 0..many {
        with_password(&county, &format!("FY{number:04}"), &hash).await;
    }
    // As many at a time as wait for a core; each signs in once.
    for wave in (0..many).collect::<Vec<_>>().chunks(65) {
        let names: Vec<String> = wave.iter().map(|number| format!("FY{number:04}")).collect();
        let all = join_all(names.iter().map(|name| sign_in(&county, name, PASSWORD, &[]))).await;
        for answer in all {
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        }
    }
}

/// The password is not guessed at another door: by whoever holds a stolen session.
#[actix_web::test]
async fn whoever_confirms_or_changes_a_password_wrongly_has_to_wait_too() {
    let county = County::new().await;
    let person = with_password(&county, "FY0001", &hash(&county).await).await;
    let wrong = json!({"password": "not this one"});
    for _ in 0..5 {
        let answer = person.post("/sessions/current/confirmations", wrong.clone()).await;
        answer.refused(422, "validation-failed");
    }
    let answer = person.post("/sessions/current/confirmations", wrong.clone()).await;
    assert!(!answer.header("retry-after").is_empty());
    answer.refused(429, "too-many-attempts");
    let change = json!({"current_password": PASSWORD, "new_password": "a rather long word 7"});
    let answer = person.ask(Method::PUT, "/me/password", Some(change.clone()), &[]).await;
    answer.refused(429, "too-many-attempts");
    sign_in(&county, "FY0001", PASSWORD, &[]).await.expect(201);
    county.pass(Duration::seconds(61));
    let right = json!({"password": PASSWORD});
    let answer = person.post("/sessions/current/confirmations", right).await;
    assert!(answer.status.is_success(), "{}", answer.body);
    let read = county.state.services.db.read();
    let refused = audit_events::Column::Action.eq("session.proof_refused");
    let told = audit_events::Entity::find().filter(refused).all(read.conn()).await.unwrap();
    assert_eq!(told.len(), 5);
}

#[actix_web::test]
async fn of_twenty_renewals_at_once_one_succeeds_and_a_stolen_token_ends_the_session() {
    let county = County::new().await;
    with_password(&county, "FY0001", &hash(&county).await).await;
    let opened = sign_in(&county, "FY0001", PASSWORD, &[]).await;
    let old = cookie(&opened, "tisheng-refresh=");
    let renew = async |cookie: &str| {
        let headers = [("cookie", cookie)];
        county.nobody().ask(Method::POST, "/sessions/refresh", None, &headers).await
    };
    let all = join_all((0..20).map(|_| renew(&old))).await;
    let good: Vec<&Answer> = all.iter().filter(|one| one.status == StatusCode::OK).collect();
    assert_eq!(good.len(), 1, "one successor");
    let new = cookie(good[0], "tisheng-refresh=");
    let token = good[0].body["access_token"].as_str().unwrap().to_owned();
    let person = Person { token, ..county.nobody() };
    person.get("/me").await.expect(200);
    county.pass(Duration::seconds(60));
    renew(&old).await.refused(401, "invalid-credentials");
    person.get("/me").await.refused(401, "unauthenticated");
    renew(&new).await.refused(401, "invalid-credentials");
    let read = county.state.services.db.read();
    let reused = audit_events::Column::Action.eq("session.refresh_reused");
    let told = audit_events::Entity::find().filter(reused).all(read.conn()).await.unwrap();
    assert_eq!(told.len(), 1);
}

#[actix_web::test]
async fn a_clients_secret_is_kept_as_a_digest_and_two_live_while_it_rotates() {
    let county = County::new().await;
    let sample = county.sample().await;
    let wish = json!({"name": "数据平台", "kind": "third_party", "scopes": ["roster:read"]});
    let path = format!("/projects/{}/clients", sample.project);
    let made = sample.office.post(&path, wish).await.expect(201);
    let (id, first) = (text(&made["client"]["id"], &made), text(&made["secret"], &made));
    let token = async |secret: &str| {
        let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}");
        let kind = Some("application/x-www-form-urlencoded");
        county.nobody().send(Method::POST, "/oauth/token", kind, form.into_bytes(), &[]).await
    };
    token(&first).await.expect(200);
    token("tsk_wrong").await.refused(401, "invalid-credentials");
    let rotated = sample.office.post(&format!("/clients/{id}/secrets"), json!({})).await;
    let second = text(&rotated.body["secret"], &rotated.body);
    token(&first).await.expect(200);
    token(&second).await.expect(200);
    county.pass(Duration::days(8));
    token(&first).await.refused(401, "invalid-credentials");
    token(&second).await.expect(200);
    county.pass(Duration::days(366));
    token(&second).await.refused(401, "invalid-credentials");
    let read = county.state.services.db.read();
    let kept = api_client_secrets::Entity::find().all(read.conn()).await.unwrap();
    for row in kept {
        assert_eq!(row.hash.len(), 32);
        assert!(row.prefix.len() <= 10);
    }
}

fn text(value: &Value, whole: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{whole}")).to_owned()
}
