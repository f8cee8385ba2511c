use api::config::Given;
use app::audit::{self, Checkpoint};
use clap::Args;
use serde_json::json;

use super::{nobody, say, start};

/// Which earlier checkpoint the chain must still hold.
#[derive(Args)]
pub struct Verify {
    /// Position of a checkpoint taken earlier
    #[arg(long, requires = "hash")]
    position: Option<i64>,
    /// Hash of that checkpoint, in hexadecimal
    #[arg(long, requires = "position")]
    hash: Option<String>,
    #[command(flatten)]
    given: Given,
}

/// Seals what is still open, then checks the chain from its beginning.
pub async fn verify_audit(wish: &Verify, json: bool) -> anyhow::Result<()> {
    let state = start(&wish.given).await?;
    let ctx = nobody(&state);
    while audit::seal_all(&ctx).await? > 0 {}
    let earlier = wish.position.zip(wish.hash.clone());
    let earlier = earlier.map(|(position, hash)| Checkpoint { position, hash });
    let found = audit::verify(&ctx.look(), earlier.as_ref()).await?;
    let text = format!(
        "{} links hold; the last is {} {}",
        found.head.position, found.head.position, found.head.hash
    );
    say(json, &json!(found), &text);
    let broken = found.broken.map(|link| format!("{} at position {}", link.code, link.position));
    anyhow::ensure!(
        found.intact,
        "the audit trail was meddled with: {}",
        broken.unwrap_or_default()
    );
    Ok(())
}
