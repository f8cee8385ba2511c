use std::path::PathBuf;

use anyhow::Context as _;
use api::config::Given;
use app::{
    backups::{self, Destination},
    secrets::Vault,
};
use chrono::SecondsFormat;
use clap::Args;
use serde_json::json;

use super::{nobody, prepare, say};

/// Where a backup goes.
#[derive(Args)]
pub struct Backup {
    /// File to write [default: BACKUP_DIR/tisheng-TIME.backup]
    #[arg(long)]
    to: Option<PathBuf>,
    #[command(flatten)]
    given: Given,
}

/// Which backup is put back.
#[derive(Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
    /// Put it in the place of an installation that has accounts
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    given: Given,
}

/// Makes a backup, whether the server runs or not. The schema stays as it is, so that this can
/// come before an upgrade.
pub async fn backup(wish: &Backup, json: bool) -> anyhow::Result<()> {
    let config = prepare(&wish.given)?;
    let (place, key_file) = (config.backups(), config.key_file.clone());
    let ctx = nobody(&api::state_as_it_is(config).await?);
    let path = match &wish.to {
        Some(path) => path.clone(),
        None => {
            std::fs::create_dir_all(&place.folder)?;
            let time = ctx.now().format("tisheng-%Y%m%dT%H%M%SZ.backup").to_string();
            place.folder.join(time)
        }
    };
    let (id, at) = (ctx.new_id(), ctx.now());
    let made = backups::write(&ctx, id, &place.database_url, &path).await?;
    backups::note(&ctx, id, &made).await.context("the backup is made but not in the trail")?;
    let text = format!(
        "{}: {} bytes, the database and {} files as of {}. It opens only with the key file {}, \
         which is not in it: keep a copy of that elsewhere.",
        path.display(),
        made.size,
        made.files,
        at.to_rfc3339_opts(SecondsFormat::Secs, true),
        key_file.display()
    );
    let value =
        json!({"id": id, "file": path, "size": made.size, "files": made.files, "as_of": at});
    say(json, &value, &text);
    Ok(())
}

/// Puts a backup into an empty installation and checks it there.
pub async fn restore(wish: &Restore, json: bool) -> anyhow::Result<()> {
    let config = prepare(&wish.given)?;
    anyhow::ensure!(
        config.key_file.is_file(),
        "put the key file of the installation that was backed up to {} first",
        config.key_file.display()
    );
    std::fs::create_dir_all(&config.data_dir)?;
    let vault = Vault::open_with(&api::keys(&config)?)?;
    let files = api::files(&config).await?;
    let place = Destination {
        database_url: &config.database_url,
        folder: &config.data_dir,
        replace: wish.replace,
    };
    let now = app::Services::system_clock()();
    let origin = backups::restore(&wish.file, &vault, &files.store, &place, now).await?;
    let ctx = nobody(&api::state(config).await?);
    let settled = backups::settle(&ctx, &origin).await?;
    let text = format!(
        "The backup of {} is back: {} links of the audit trail hold, {} files are missing, \
         {} sessions were ended. Start the server now.",
        origin.made_at,
        settled.audit_links,
        settled.missing_files.len(),
        settled.ended_sessions
    );
    say(json, &json!({"id": origin.id, "made_at": origin.made_at, "found": settled}), &text);
    Ok(())
}
