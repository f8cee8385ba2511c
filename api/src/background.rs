//! What the program does without being asked: one task, a list of passes, each in its own time.
//! Every node runs them; the database decides who was first.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use actix_web::web::Data;
use app::{Context, Request, audit, backups, imports, selections, upkeep};
use futures_util::future::join_all;
use tokio::{sync::watch, task::JoinHandle};

use crate::caller::State;

type Done<'a> = Pin<Box<dyn Future<Output = app::Result<u64>> + 'a>>;

/// Something to do every so often; it tells how many things it dealt with.
struct Pass {
    name: &'static str,
    seconds: u64,
    run: for<'a> fn(&'a Context) -> Done<'a>,
}

/// To add a pass, add a line.
const PASSES: &[Pass] = &[
    Pass { name: "lock_plans", seconds: 30, run: |ctx| Box::pin(selections::lock_due(ctx)) },
    Pass { name: "end_silent_backups", seconds: 60, run: |ctx| Box::pin(backups::end_silent(ctx)) },
    Pass { name: "watch_imports", seconds: 5, run: |ctx| Box::pin(imports::watch(ctx)) },
    Pass { name: "seal", seconds: 1, run: |ctx| Box::pin(audit::seal(ctx)) },
    Pass { name: "seal_stragglers", seconds: 3600, run: |ctx| Box::pin(audit::seal_all(ctx)) },
    Pass { name: "forget_keys", seconds: 900, run: |ctx| Box::pin(upkeep::forget_keys(ctx)) },
    Pass {
        name: "forget_sessions",
        seconds: 900,
        run: |ctx| Box::pin(upkeep::forget_sessions(ctx)),
    },
    Pass { name: "clear_outbox", seconds: 900, run: |ctx| Box::pin(upkeep::clear_outbox(ctx)) },
];

/// The running task.
pub struct Background {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// Starts the passes on this thread's runtime.
pub fn start(state: &Data<State>) -> Background {
    let ctx = Context {
        services: state.services.clone(),
        actor: Arc::default(),
        request: Request { id: "background".to_owned(), ..Request::default() },
        session: None,
    };
    let (stop, stopped) = watch::channel(false);
    let state = state.clone();
    let task = actix_web::rt::spawn(async move {
        let shrink = every(300, stopped.clone(), async || state.limits.shrink());
        let passes = join_all(PASSES.iter().map(|pass| repeat(pass, &ctx, stopped.clone())));
        tokio::join!(passes, shrink);
        // What the last requests left is sealed before the program ends.
        if let Err(cause) = audit::seal(&ctx).await {
            tracing::error!(%cause, "the trail could not be sealed at the end");
        }
    });
    Background { stop, task }
}

impl Background {
    /// Lets each pass end its round, then ends.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(cause) = self.task.await {
            tracing::error!(%cause, "the background task did not end well");
        }
    }
}

async fn repeat(pass: &Pass, ctx: &Context, stopped: watch::Receiver<bool>) {
    every(pass.seconds, stopped, async || match (pass.run)(ctx).await {
        Ok(0) => {}
        Ok(count) => tracing::debug!(pass = pass.name, count),
        Err(cause) => tracing::error!(pass = pass.name, %cause, "a background pass failed"),
    })
    .await;
}

async fn every(seconds: u64, mut stopped: watch::Receiver<bool>, act: impl AsyncFn()) {
    let mut clock = tokio::time::interval(Duration::from_secs(seconds));
    clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.wait_for(|stopped| *stopped) => return,
            _ = clock.tick() => {}
        }
        act().await;
    }
}
