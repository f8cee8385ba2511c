//! What the command line does; the same use cases as the API.

mod audit;
mod backup;
mod export;

use std::path::{Path, PathBuf};

use actix_web::web::Data;
use anyhow::Context as _;
use api::{
    State,
    config::{Config, Given},
};
use app::{Context, Request, begin, imports};
use clap::Args;
use domain::columns::ImportKind;
use serde_json::json;
use uuid::Uuid;

pub use audit::{Verify, verify_audit};
pub use backup::{Backup, Restore, backup, restore};
pub use export::{Export, export};

/// Which file goes into which project.
#[derive(Args)]
pub struct Import {
    /// Id of the project
    #[arg(long)]
    project: Uuid,
    /// schools, roster, classes, class_members, workshops, staff, catalog, selections,
    /// online_progress, online_scores, practice_scores or homework
    #[arg(long)]
    kind: String,
    /// Write what was found good; without it the file is only checked. The program acts by
    /// itself, so online results need no second person here
    #[arg(long)]
    commit: bool,
    /// Write nothing when any row is rejected
    #[arg(long)]
    atomic: bool,
    /// The file does change as many records as it seems to
    #[arg(long)]
    confirm_threshold: bool,
    /// Write the file's word also where somebody changed a record by hand
    #[arg(long)]
    override_edits: bool,
    file: PathBuf,
    #[command(flatten)]
    given: Given,
}

/// The first operator.
#[derive(Args)]
pub struct Operator {
    #[arg(long)]
    name: String,
    /// The name to sign in with
    #[arg(long)]
    login: String,
    #[command(flatten)]
    given: Given,
}

pub async fn serve(given: &Given) -> anyhow::Result<()> {
    let state = start(given).await?;
    println!("Tisheng listens on {}", state.config.public_url);
    api::serve(state).await
}

pub async fn migrate(given: &Given, json: bool) -> anyhow::Result<()> {
    start(given).await?;
    say(json, &json!({"migrated": true}), "The database is up to date.");
    Ok(())
}

pub async fn create_operator(wish: &Operator, json: bool) -> anyhow::Result<()> {
    let state = start(&wish.given).await?;
    let login = wish.login.to_uppercase();
    let code = begin::create_operator(&nobody(&state), &wish.name, &login).await?;
    let text = format!("Activate {login} within 72 hours with the code {code}");
    say(json, &json!({"login": login, "code": code}), &text);
    Ok(())
}

pub async fn import(wish: &Import, json: bool) -> anyhow::Result<()> {
    let kind = ImportKind::parse(&wish.kind).context("--kind is not a kind of import")?;
    let state = start(&wish.given).await?;
    let county = imports::county_of(&nobody(&state).look(), wish.project).await?;
    let ctx = begin::of_program(&state.services, wish.project, county);
    let name = wish.file.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    let content = std::fs::read(&wish.file).context("the file cannot be read")?;
    let upload = imports::Upload {
        project: wish.project,
        kind,
        file_name: name.to_owned(),
        content: &content,
    };
    let job = ctx.run(async |work| imports::upload(work, upload.clone()).await).await?;
    let mut job = imports::check(&ctx, job.id).await?;
    if job.status == "checked" && wish.commit {
        let terms = imports::Terms {
            atomic: wish.atomic,
            confirm_threshold: wish.confirm_threshold,
            override_edits: wish.override_edits,
        };
        job = ctx.run(async |work| imports::commit(work, job.id, terms).await).await?;
    }
    let counts: serde_json::Value = serde_json::from_str(&job.counts)?;
    let text = format!("{}: {} {counts}", job.file_name, job.status);
    say(json, &json!({"id": job.id, "status": job.status, "counts": counts}), &text);
    anyhow::ensure!(job.status != "refused", "{}", job.problem.unwrap_or_default());
    Ok(())
}

pub async fn demo(given: &Given, data: &Path, json: bool) -> anyhow::Result<()> {
    anyhow::ensure!(
        !Config::load(given)?.is_production(),
        "demonstration accounts are refused with TISHENG_ENV=production"
    );
    let state = start(given).await?;
    let demos = begin::load_sample(&nobody(&state), data).await?;
    let file = state.config.data_dir.join("demo-accounts.txt");
    if demos.is_empty() {
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        say(json, &json!({"accounts": []}), &format!("The data is kept.\n{kept}"));
        return Ok(());
    }
    let line = |demo: &begin::Demo| {
        format!("{:<18} {:<10} {}  {}\n", demo.role.as_str(), demo.login, demo.password, demo.name)
    };
    let text: String = demos.iter().map(line).collect();
    std::fs::write(&file, &text)?;
    let accounts: Vec<_> = demos
        .iter()
        .map(|demo| json!({"role": demo.role, "login": demo.login, "password": demo.password}))
        .collect();
    say(json, &json!({"accounts": accounts}), &format!("Demonstration accounts:\n{text}"));
    Ok(())
}

pub fn openapi() -> anyhow::Result<()> {
    println!("{}", serde_json::to_string_pretty(&api::document())?);
    Ok(())
}

fn say(json: bool, value: &serde_json::Value, text: &str) {
    if json {
        println!("{value}");
    } else {
        println!("{text}");
    }
}

/// The program acting before anybody is signed in.
fn nobody(state: &Data<State>) -> Context {
    Context {
        services: state.services.clone(),
        actor: std::sync::Arc::default(),
        request: Request::default(),
        session: None,
    }
}

async fn start(given: &Given) -> anyhow::Result<Data<State>> {
    api::state(prepare(given)?).await
}

/// Reads the settings and begins to log.
fn prepare(given: &Given) -> anyhow::Result<Config> {
    let config = Config::load(given)?;
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    Ok(config)
}
