use std::time::Duration;

use actix_web::{
    HttpResponse, get,
    http::header::{CACHE_CONTROL, ContentEncoding},
    web::{Bytes, Path},
};
use app::{
    Context,
    imports::{self, Job},
};
use futures_util::stream;
use utoipa::ToSchema;
use uuid::Uuid;

use super::seen;
use crate::{answer::Reply, caller::Caller};

/// How often the job is looked at, and for how long at most; a browser asks again by itself.
const PAUSE: Duration = Duration::from_millis(300);
const TURNS: u32 = 200;

/// Follow an import as server-sent events: its state at once, then each change with the rows
/// done so far, until its check or commit has ended.
#[utoipa::path(
    tag = "imports",
    operation_id = "stream_import",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "`import` events whose data is an `Import`",
        body = ImportEvent, content_type = "text/event-stream")),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/imports/{id}/events")]
pub(super) async fn stream_import(caller: Caller, id: Path<Uuid>) -> Reply {
    let first = imports::show(&caller.look(), *id).await?;
    let state = Some(Following { ctx: caller.ctx.clone(), job: first, told: None, turns: TURNS });
    let events = stream::unfold(state, |state| async move {
        let mut state = state?;
        let event = state.next().await?;
        let on =
            state.job.status == "checking" || imports::at_work(&state.ctx.look(), state.job.id);
        let rest = on.then_some(state);
        Some((Ok::<_, actix_web::Error>(event), rest))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(ContentEncoding::Identity)
        .streaming(events))
}

/// One event of the stream.
#[derive(ToSchema)]
struct ImportEvent {
    #[schema(example = "import")]
    event: &'static str,
    /// An `Import` as JSON text.
    #[schema(content_media_type = "application/json")]
    data: String,
}

impl ImportEvent {
    fn write(&self) -> Bytes {
        Bytes::from(format!("event: {}\ndata: {}\n\n", self.event, self.data))
    }
}

struct Following {
    ctx: Context,
    job: Job,
    /// The state and progress that were told last.
    told: Option<(String, i64)>,
    turns: u32,
}

impl Following {
    /// Waits for something new to tell.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            let now = (self.job.status.clone(), self.job.progress_done);
            if self.told.as_ref() != Some(&now) {
                self.told = Some(now);
                let shown = seen(&self.ctx.look(), self.job.clone()).await.ok()?;
                let data = serde_json::to_string(&shown).ok()?;
                return Some(ImportEvent { event: "import", data }.write());
            }
            self.turns = self.turns.checked_sub(1)?;
            actix_web::rt::time::sleep(PAUSE).await;
            self.job = imports::show(&self.ctx.look(), self.job.id).await.ok()?;
        }
    }
}
