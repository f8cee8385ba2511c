//! `tisheng`: the server and the commands around it.

mod commands;

use clap::{Parser, Subcommand};
use commands::{Backup, Export, Import, Operator, Restore, Verify};

use api::config::Given;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs teacher-training projects
#[derive(Parser)]
#[command(name = "tisheng", version)]
struct Cli {
    /// Print JSON for scripts
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API, the web pages and /docs
    Serve(#[command(flatten)] Given),
    /// Bring the database up to date
    Migrate(#[command(flatten)] Given),
    /// Import a file into a project: check it, and with --commit write it
    Import(#[command(flatten)] Import),
    /// Write a project's official lists, R1 R7 R8 R9 R12 R15, as workbooks or CSV
    Export(#[command(flatten)] Export),
    /// Copy the database and all files into one sealed file, while the server serves
    Backup(#[command(flatten)] Backup),
    /// Put a backup into an empty installation and check it
    Restore(#[command(flatten)] Restore),
    /// People who run the platform
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
    /// Load the sample county with one demonstration account for each role (never in production)
    Demo {
        /// Folder with the sample files
        #[arg(long, default_value = "data/fuyu")]
        data: std::path::PathBuf,
        #[command(flatten)]
        given: Given,
    },
    /// Check the chain over the audit trail; fails when it was meddled with
    VerifyAudit(#[command(flatten)] Verify),
    /// Print the OpenAPI document
    Openapi,
}

#[derive(Subcommand)]
enum Admin {
    /// Make the first platform operator of an empty installation; prints the activation code
    Create(#[command(flatten)] Operator),
}

#[actix_web::main]
async fn main() -> std::process::ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Serve(given) => commands::serve(&given).await,
        Command::Migrate(given) => commands::migrate(&given, cli.json).await,
        Command::Import(wish) => commands::import(&wish, cli.json).await,
        Command::Export(wish) => commands::export(&wish, cli.json).await,
        Command::Backup(wish) => commands::backup(&wish, cli.json).await,
        Command::Restore(wish) => commands::restore(&wish, cli.json).await,
        Command::Admin { command: Admin::Create(wish) } => {
            commands::create_operator(&wish, cli.json).await
        }
        Command::Demo { data, given } => commands::demo(&given, &data, cli.json).await,
        Command::VerifyAudit(wish) => commands::verify_audit(&wish, cli.json).await,
        Command::Openapi => commands::openapi(),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("tisheng: {cause:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
