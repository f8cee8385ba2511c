//! What the program does by itself, beside answering: one task runs every pass in turn.

use std::time::Duration;

use actix_web::web::Data;
use app::{Context, Request};
use domain::access::Actor;
use std::sync::Arc;

use crate::caller::State;

/// Between two rounds.
const EVERY: Duration = Duration::from_secs(30);

/// Runs every pass again and again; one that fails is noted and tried again next time.
pub async fn run(state: Data<State>) {
    let mut rounds = tokio::time::interval(EVERY);
    loop {
        rounds.tick().await;
        let ctx = Context {
            services: state.services.clone(),
            actor: Arc::new(Actor::default()),
            request: Request { id: "background".to_owned(), ..Request::default() },
            session: None,
        };
        if let Err(cause) = app::selections::lock_due(&ctx).await {
            tracing::error!(%cause, "plans could not be locked");
        }
    }
}
