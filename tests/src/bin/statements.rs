//! Which statements a request sends, for `make bench`: reads requests as JSON lines from standard
//! input, answers them from the database named by `DATABASE_URL` with the keys of
//! `TISHENG_KEY_FILE`, and prints each one's statements with their values.

use std::{
    io::BufRead,
    sync::{Arc, Mutex},
};

use actix_web::{App, http::Method, middleware::from_fn, test, web::Data};
use app::{
    Services,
    secrets::{KeyFile, Vault},
};
use serde_json::{Value, json};

#[actix_web::main]
async fn main() {
    let env = |name| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let keys: KeyFile = serde_json::from_slice(
        &std::fs::read(env("TISHENG_KEY_FILE")).expect("the key file can be read"),
    )
    .expect("the key file is JSON");
    let mut db = app::Db::open(&env("DATABASE_URL"), 2).await.expect("a database");
    let seen = Arc::new(Mutex::new(vec![]));
    let keep = seen.clone();
    db.watch(move |statement| keep.lock().expect("one thread").push(statement.to_owned()));
    let vault = Vault::open_with(&keys).expect("the keys fit");
    let tokens = api::Tokens::new(&vault).expect("token keys");
    let config = api::config::Config::default();
    let files = api::files(&config).await.expect("a folder for files");
    let services = Services::new(db, vault, files, Services::system_clock());
    let state = Data::new(api::State::new(services, tokens, config));
    let service = App::new().wrap(from_fn(api::around)).configure(api::configure(state));
    let service = test::init_service(service).await;
    for line in std::io::stdin().lock().lines() {
        let wish: Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        let text = |name: &str| wish[name].as_str().unwrap_or_default().to_owned();
        let known = ("authorization", format!("Bearer {}", text("token")));
        if !text("token").is_empty() {
            // Under load the caller is known already, see `app::accounts::Sessions`.
            let warm = test::TestRequest::get().uri("/api/v1/me").insert_header(known.clone());
            test::call_service(&service, warm.to_request()).await;
        }
        let mut request = test::TestRequest::with_uri(&text("path"))
            .method(text("method").parse::<Method>().expect("a method"))
            .peer_addr("127.0.0.1:5000".parse().expect("an address"))
            .insert_header(known);
        for (name, value) in wish["headers"].as_object().into_iter().flatten() {
            request = request.insert_header((name.as_str(), value.as_str().unwrap_or_default()));
        }
        if wish["body"].is_object() {
            request = request.set_json(&wish["body"]);
        }
        seen.lock().expect("one thread").clear();
        let answer = test::call_service(&service, request.to_request()).await;
        let sent = std::mem::take(&mut *seen.lock().expect("one thread"));
        println!("{}", json!({"status": answer.status().as_u16(), "statements": sent}));
    }
}
