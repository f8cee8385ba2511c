//! Puts the service together and runs it.

use std::{path::Path, sync::Arc, sync::OnceLock};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    http::{Method, header::ALLOW},
    middleware::{Compress, from_fn},
    web::{self, Data},
};
use app::{
    Context, Db, Request, Services,
    attachments::{self, FileStore, Files},
    secrets::{KeyFile, Vault},
};
use rust_embed::RustEmbed;
use serde_json::Value;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_swagger_ui::{Config as DocsConfig, SwaggerUi};

use crate::{
    answer::Reply,
    caller::State,
    config::Config,
    health::STOPPING,
    middleware::around,
    openapi,
    problem::{self, Problem},
    token::Tokens,
};

#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Spa;

/// Opens the database, brings it up to date, and reads (or makes) the keys.
pub async fn state(config: Config) -> anyhow::Result<Data<State>> {
    std::fs::create_dir_all(&config.data_dir)?;
    let db = open(&config).await?;
    db.migrate().await?;
    over(db, config).await
}

/// As [`state`], but leaves the schema alone: a backup before an upgrade must not upgrade.
pub async fn state_as_it_is(config: Config) -> anyhow::Result<Data<State>> {
    let db = open(&config).await?;
    over(db, config).await
}

async fn over(db: Db, config: Config) -> anyhow::Result<Data<State>> {
    let vault = Vault::open_with(&keys(&config)?)?;
    let tokens = Tokens::new(&vault)?;
    let files = files(&config).await?;
    let services = Services::new(db, vault, files, Services::system_clock());
    Ok(Data::new(State::new(services, tokens, config)))
}

/// Refuses a database that may lose acknowledged writes, unless the operator takes the risk.
async fn open(config: &Config) -> anyhow::Result<Db> {
    if !config.i_accept_data_loss {
        return Ok(Db::open(&config.database_url, config.connections).await?);
    }
    tracing::warn!("the database may lose acknowledged writes; this was accepted");
    Ok(Db::open_anyway(&config.database_url, config.connections).await?)
}

/// Where uploaded files go.
pub async fn files(config: &Config) -> anyhow::Result<Files> {
    let folder = config.data_dir.join("files");
    let store = match config.bucket() {
        Some(bucket) => FileStore::in_bucket(&folder, bucket).await?,
        None => FileStore::on_disk(&folder).await?,
    };
    Ok(Files { store, limits: config.limits() })
}

/// The key file; made with fresh keys where it is missing, except in production, where several
/// nodes must be given the same one.
pub fn keys(config: &Config) -> anyhow::Result<KeyFile> {
    let file: &Path = &config.key_file;
    if !file.exists() {
        anyhow::ensure!(
            !config.is_production() || config.database_url.starts_with("sqlite:"),
            "give every node the same key file (TISHENG_KEY_FILE); {} is missing",
            file.display()
        );
        let fresh = serde_json::to_string_pretty(&KeyFile::generate()?)?;
        write_private(file, &fresh)?;
    }
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

fn write_private(file: &Path, text: &str) -> anyhow::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut options = std::fs::OpenOptions::new();
    let mut opened = options.write(true).create_new(true).mode(0o600).open(file)?;
    opened.write_all(text.as_bytes())?;
    Ok(opened.sync_all()?)
}

/// Wires the service; the server and the tests both start here.
pub fn configure(state: Data<State>) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        config.app_data(state);
        config.app_data(
            web::PathConfig::default().error_handler(|_, request| {
                unreadable_path(request.method(), request.path()).into()
            }),
        );
        config.service(web::redirect("/docs", "/docs/"));
        config.service(SwaggerUi::new("/docs/{_:.*}").config(
            // The usual validator is a site elsewhere, which would be told of every visit.
            DocsConfig::from("/openapi.json").try_it_out_enabled(true).validator_url("none"),
        ));
        config.route("/openapi.json", web::get().to(show_document));
        config.route("/problems/{slug}", web::get().to(show_problem_page));
        crate::routes(&mut ServiceConfig::new(config));
        config.default_service(web::route().to(elsewhere));
    }
}

fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(openapi::document)
}

async fn show_document() -> HttpResponse {
    static ETAG: OnceLock<String> = OnceLock::new();
    let etag = ETAG.get_or_init(|| {
        let digest = app::secrets::sha256(document().to_string().as_bytes());
        let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        format!("\"{hex}\"")
    });
    HttpResponse::Ok()
        .insert_header((actix_web::http::header::ETAG, etag.as_str()))
        .json(document())
}

/// Whether an operation answers in one of the media types that `accept` names.
pub fn offers(method: &Method, path: &str, accept: &str) -> bool {
    let lower = accept.to_ascii_lowercase();
    let ranges = lower.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next()?;
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        let refused = weight.is_some_and(|weight| weight.parse::<f64>() == Ok(0.0));
        (!refused).then_some(kind)
    });
    let Some(offered) = openapi::types_at(document(), method.as_str(), path) else { return true };
    ranges.into_iter().any(|range| {
        let family = range.strip_suffix('*').filter(|family| family.ends_with('/'));
        offered.iter().any(|kind| match family {
            Some("*/") => true,
            Some(family) => kind.starts_with(family),
            None => kind == range,
        })
    })
}

/// A page for each kind of problem, as named by its `type`.
async fn show_problem_page(slug: web::Path<String>) -> Reply {
    let found = problem::catalogue().into_iter().find(|(name, ..)| *name == slug.as_str());
    let (slug, status, title) = found.ok_or_else(domain::Refusal::not_found)?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title>\
         <h1>{title}</h1><p><code>{slug}</code>, HTTP {status}</p></html>"
    );
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page))
}

/// A parameter that cannot be one: nothing is there, or a spelled-out path with other methods.
fn unreadable_path(method: &Method, path: &str) -> Problem {
    let spelled_out = document().pointer("/paths").and_then(|paths| paths.get(path)).is_some();
    match openapi::methods_at(document(), path).filter(|_| spelled_out) {
        Some(methods) => method_not_allowed(method, methods),
        None => domain::Refusal::not_found().into(),
    }
}

/// What besides the document has an address and is only read.
fn is_page(path: &str) -> bool {
    path == "/openapi.json" || path.starts_with("/docs") || path.starts_with("/problems/")
}

fn method_not_allowed(method: &Method, methods: String) -> Problem {
    let detail = format!("{method} is not taken here.");
    Problem::http("method-not-allowed", detail).allow(methods)
}

/// A known path with another method, a file of the SPA, one of its pages, or nothing.
async fn elsewhere(request: HttpRequest) -> Reply {
    let get = matches!(request.method().as_str(), "GET" | "HEAD");
    let page = || (!get && is_page(request.path())).then(|| "GET, HEAD, OPTIONS".to_owned());
    if let Some(methods) = openapi::methods_at(document(), request.path()).or_else(page) {
        if request.method() == Method::OPTIONS {
            return Ok(HttpResponse::NoContent().insert_header((ALLOW, methods)).finish());
        }
        return Err(method_not_allowed(request.method(), methods));
    }
    let path = request.path().trim_start_matches('/');
    if !get || path.starts_with("api/") {
        return Err(domain::Refusal::not_found().into());
    }
    let (name, cache) = match Spa::get(path) {
        Some(_) if path.starts_with("assets/") => (path, "public, max-age=31536000, immutable"),
        Some(_) => (path, "no-cache"),
        None if path.rsplit('/').next().is_some_and(|last| last.contains('.')) => {
            return Err(domain::Refusal::not_found().into());
        }
        None => ("index.html", "no-cache"),
    };
    let file = Spa::get(name).ok_or_else(domain::Refusal::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type(file.metadata.mimetype())
        .insert_header(("cache-control", cache))
        .body(file.data.into_owned()))
}

/// Serves until asked to stop, then finishes what it has.
pub async fn serve(state: Data<State>) -> anyhow::Result<()> {
    let (bind, workers) = (state.config.bind.clone(), state.config.workers);
    let services = Arc::clone(&state.services);
    let background = crate::background::start(&state);
    if !state.config.metrics_bind.is_empty() {
        crate::metrics::serve(&state.config.metrics_bind, state.clone())?;
    }
    let drain = std::time::Duration::from_secs(state.config.drain_seconds);
    let server = HttpServer::new(move || {
        App::new()
            .wrap(Compress::default())
            .wrap(from_fn(around))
            .configure(configure(state.clone()))
    })
    .workers(workers)
    .client_request_timeout(std::time::Duration::from_secs(10))
    .shutdown_timeout(30)
    .disable_signals()
    .bind(&bind)?
    .run();
    let handle = server.handle();
    actix_web::rt::spawn(sweep(services.clone()));
    tokio::spawn(async move {
        stop_signal().await;
        STOPPING.store(true, std::sync::atomic::Ordering::Release);
        tokio::time::sleep(drain).await;
        handle.stop(true).await;
    });
    server.await?;
    background.stop().await;
    services.db.clone().close().await?;
    Ok(())
}

/// Clears away, every hour, files that nobody took.
async fn sweep(services: Arc<Services>) {
    let request = Request::default();
    let ctx = Context { services, actor: Arc::default(), request, session: None };
    let mut hour = tokio::time::interval(std::time::Duration::from_secs(3_600));
    loop {
        hour.tick().await;
        if let Err(cause) = attachments::sweep(&ctx).await {
            tracing::error!(%cause, "files could not be swept");
        }
    }
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
