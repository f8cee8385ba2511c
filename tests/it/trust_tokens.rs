//! T15, T17 and T21 where they are not about passwords: what passes for a token, and what a
//! wrong activation code tells.

use crate::trust_sign_in::tell_apart;
use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::Duration;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::County;

fn part(value: &Value) -> String {
    BASE64.encode(value.to_string())
}

#[actix_web::test]
async fn a_token_is_ours_only_with_every_claim_and_by_its_one_algorithm() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    let (tokens, now) = (&county.state.tokens, county.now().timestamp());
    let sound = json!({"sub": person.id, "sid": person.session, "client": false,
        "iss": "tisheng", "aud": "tisheng-api", "iat": now, "nbf": now, "exp": now + 600});
    let check = |claims: &Value| {
        let token = tokens.sign(claims).expect("signed");
        tokens.check(&token, county.now()).is_some()
    };
    assert!(check(&sound));
    for claim in ["sub", "sid", "client", "iss", "aud", "iat", "nbf", "exp"] {
        let mut claims = sound.clone();
        claims.as_object_mut().unwrap().remove(claim);
        assert!(!check(&claims), "without {claim}");
    }
    let wrong = [
        ("iss", json!("other")),
        ("aud", json!("tisheng-checkpoint")),
        ("aud", json!(["other"])),
        ("exp", json!(now - 6)),
        ("exp", json!("9999999999")),
        ("exp", json!(1e300)),
        ("exp", json!(-1)),
        ("exp", json!(now + 6_000)),
        ("nbf", json!(now + 7)),
        ("nbf", json!("0")),
        ("sub", json!("admin")),
        ("role", json!("platform_operator")),
    ];
    for (claim, value) in wrong {
        let mut claims = sound.clone();
        claims[claim] = value.clone();
        assert!(!check(&claims), "{claim} {value}");
    }
    // The same content under another algorithm: none at all, or a secret that is no secret.
    let kid = tokens.sign(&sound).unwrap();
    let head: Value =
        serde_json::from_slice(&BASE64.decode(kid.split('.').next().unwrap()).unwrap()).unwrap();
    for algorithm in ["none", "None", "NONE", "HS256", "HS512", "ES256", "RS256", "EdDSA"] {
        let mut forged = head.clone();
        forged["alg"] = json!(algorithm);
        let signed = format!("{}.{}", part(&forged), part(&sound));
        let secret = hmac::Key::new(hmac::HMAC_SHA256, kid.as_bytes());
        let mac = BASE64.encode(hmac::sign(&secret, signed.as_bytes()));
        for end in ["", mac.as_str()] {
            assert!(
                tokens.check(&format!("{signed}.{end}"), county.now()).is_none(),
                "{algorithm}"
            );
        }
    }
    let mut other = head;
    other["kid"] = json!("k0");
    let rest = kid.split_once('.').unwrap().1;
    assert!(tokens.check(&format!("{}.{rest}", part(&other)), county.now()).is_none());
}

/// The number of a trainee who was handed a code to activate by.
async fn with_code(county: &County) -> String {
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = sample.trainee(school, 1).await;
    let path = format!("/projects/{}/activation-codes", sample.project);
    sample.office.post(&path, json!({"enrollment_ids": [made["id"]]})).await;
    made["trainee_no"].as_str().unwrap().to_owned()
}

/// T15 for activation: neither the words nor the time tell a name that is known.
#[actix_web::test]
async fn an_unknown_name_takes_as_long_as_a_wrong_code() {
    let county = County::new().await;
    let number = with_code(&county).await;
    tell_apart(&county, &number, async |login| {
        let body = json!({"login": login, "code": "ABCD-EFGH-JKMN-PQRS"});
        county.nobody().post("/activation-checks", body).await
    })
    .await;
}

#[actix_web::test]
async fn a_wrong_code_says_nothing_of_the_name_it_was_tried_with() {
    let county = County::new().await;
    let number = with_code(&county).await;
    let mut bodies = vec![];
    for login in [number.as_str(), "NOBODY", "13800000000", ""] {
        for code in ["ABCD-EFGH-JKMN-PQRS", "x", "0"] {
            let body = json!({"login": login, "code": code});
            let answer = county.nobody().post("/activation-checks", body).await;
            if answer.status.as_u16() == 422 {
                assert!(login.is_empty(), "{login} {code}: {}", answer.body);
                continue;
            }
            let mut told = answer.refused(401, "invalid-credentials");
            told["request_id"] = json!("");
            told["trace_id"] = json!("");
            told["instance"] = json!("");
            bodies.push(told);
        }
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "{bodies:#?}");
}

/// Attempts that begin together are counted one after the other, on a fresh name too.
#[actix_web::test]
async fn of_many_guesses_at_once_no_more_are_tried_than_one_after_the_other() {
    let county = County::new().await;
    let guess = || async {
        let body = json!({"login": "FY0009", "password": "wrong"});
        county.nobody().post("/sessions", body).await.status.as_u16()
    };
    let answers = join_all((0..40).map(|_| guess())).await;
    let tried = answers.iter().filter(|status| **status == 401).count();
    assert!(answers.iter().all(|status| matches!(status, 401 | 429 | 503)), "{answers:?}");
    assert!((1..=5).contains(&tried), "{tried} were tried: {answers:?}");
    county.pass(Duration::seconds(61));
    let answers = join_all((0..20).map(|_| guess())).await;
    assert_eq!(answers.iter().filter(|status| **status == 401).count(), 1, "{answers:?}");
}
