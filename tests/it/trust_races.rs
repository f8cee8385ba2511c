//! T39 and T41: one act of many at once, and two who edit the same thing.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{County, Person};

use crate::trust_process::rounds;

/// T39: however often it is tried, one promotion of a work gets through, and one row tells it.
#[actix_web::test]
async fn of_two_hundred_promotions_at_once_one_gets_through_every_time() {
    for round in 0..rounds(1, 100) {
        let county = County::new().await;
        let ladder = county.ladder().await;
        let work = ladder.carried_to(&ladder.author, "school").await;
        ladder.consent(&ladder.author, &work).await;
        let push = || ladder.act(&ladder.school_admin, &work, "pushes");
        let all = join_all((0..200).map(|_| push())).await;
        let done = all.iter().filter(|one| one.status.as_u16() == 201).count();
        assert_eq!(done, 1, "round {round}");
        for one in &all {
            let status = one.status.as_u16();
            assert!(matches!(status, 201 | 409 | 412), "round {round}: {status} {}", one.body);
        }
        let path = format!("/submissions/{work}/history");
        let history = ladder.author.get(&path).await.expect(200);
        let rows = history["items"].as_array().unwrap();
        assert_eq!(rows.iter().filter(|one| one["action"] == "push").count(), 1);
        county.end().await;
    }
}

/// What an editor has on the screen.
#[derive(Default)]
struct Screen {
    version: i64,
}

async fn write(who: &Person<'_>, path: &str, screen: &Screen, word: &str) -> u16 {
    let change = json!({"aliases": [word]});
    who.patch(path, screen.version, change).await.status.as_u16()
}

fn aliases(body: &Value) -> String {
    body["aliases"][0].as_str().unwrap_or_default().to_owned()
}

/// T41: in whatever order two people read and write, nobody overwrites what they have not seen.
#[actix_web::test]
async fn of_two_editors_the_later_is_told_and_nothing_is_lost() {
    // The clock stands still here, and with it the minute that requests are counted in.
    let county = County::with(|config| config.requests_per_minute = u32::MAX).await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let path = format!("/organizations/{school}");
    let first = sample.office.get(&path).await.expect(200);
    let (mut version, mut kept) = (first["version"].as_i64().unwrap(), aliases(&first));
    let mut screens = [Screen::default(), Screen::default()];
    let mut seed = 20_201_231_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let (mut good, mut stale) = (0, 0);
    for round in 0..rounds(150, 10_000) {
        for step in 0..=random(4) {
            let who = usize::try_from(random(2)).unwrap();
            let word = format!("名{round}-{step}");
            match random(5) {
                0 | 1 => {
                    let seen = sample.office.get(&path).await.expect(200);
                    assert_eq!(
                        (seen["version"].as_i64(), aliases(&seen)),
                        (Some(version), kept.clone())
                    );
                    screens[who].version = version;
                }
                2 | 3 => {
                    let fits = screens[who].version == version;
                    let status = write(&sample.office, &path, &screens[who], &word).await;
                    assert_eq!(status, if fits { 200 } else { 412 }, "round {round}");
                    if fits {
                        (version, kept) = (version + 1, word);
                        good += 1;
                    } else {
                        stale += 1;
                    }
                }
                _ => {
                    // Both saw the same, and both write at once.
                    screens = [Screen { version }, Screen { version }];
                    let words = [format!("{word}甲"), format!("{word}乙")];
                    let (one, other) = tokio::join!(
                        write(&sample.office, &path, &screens[0], &words[0]),
                        write(&sample.office, &path, &screens[1], &words[1]),
                    );
                    let winner = usize::from(one != 200);
                    assert_eq!([one, other][winner], 200, "round {round}: {one} {other}");
                    assert_eq!([one, other][1 - winner], 412, "round {round}: {one} {other}");
                    (version, kept) = (version + 1, words[winner].clone());
                    (good, stale) = (good + 1, stale + 1);
                }
            }
        }
    }
    let last = sample.office.get(&path).await.expect(200);
    assert_eq!((last["version"].as_i64(), aliases(&last)), (Some(version), kept));
    assert!(good > 30 && stale > 30, "{good} written, {stale} told");
}
