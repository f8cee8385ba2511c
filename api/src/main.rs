//! `tisheng`: the server and the commands around it.

use api::config::{Config, Given};
use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs teacher-training projects
#[derive(Parser)]
#[command(name = "tisheng", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API, the web pages and /docs
    Serve(#[command(flatten)] Given),
    /// Bring the database up to date
    Migrate(#[command(flatten)] Given),
    /// Print the OpenAPI document
    Openapi,
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Serve(given) => {
            let state = api::state(start(&given)?).await?;
            println!("Tisheng listens on {}", state.config.public_url);
            api::serve(state).await
        }
        Command::Migrate(given) => {
            api::state(start(&given)?).await?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Openapi => {
            println!("{}", serde_json::to_string_pretty(&api::document())?);
            Ok(())
        }
    }
}

fn start(given: &Given) -> anyhow::Result<Config> {
    let config = Config::load(given)?;
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    Ok(config)
}
