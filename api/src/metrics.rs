//! Figures for Prometheus, on an address of their own.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use actix_web::{
    App, HttpResponse, HttpServer,
    web::{self, Data},
};

use crate::caller::State;

/// Upper bounds of the histogram, in seconds.
const BOUNDS: [f64; 10] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0];

/// Counts of one route, method and status.
#[derive(Debug, Default, Clone)]
struct Series {
    count: u64,
    seconds: f64,
    below: [u64; BOUNDS.len()],
}

/// What this node counted since it began.
#[derive(Debug, Default)]
pub struct Metrics(Mutex<BTreeMap<(String, String, u16), Series>>);

impl Metrics {
    /// Counts an answered request under its route's pattern, so that ids make no series.
    pub fn note(&self, method: &str, route: Option<String>, status: u16, took: Duration) {
        let key = (method.to_owned(), route.unwrap_or_else(|| "other".to_owned()), status);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry(key).or_default();
        let seconds = took.as_secs_f64();
        series.count = series.count.saturating_add(1);
        series.seconds += seconds;
        for (bound, below) in BOUNDS.iter().zip(&mut series.below) {
            if seconds <= *bound {
                *below = below.saturating_add(1);
            }
        }
    }

    fn text(&self) -> String {
        let name = "tisheng_http_request_duration_seconds";
        let mut out = format!("# HELP {name} Answered requests.\n# TYPE {name} histogram\n");
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for ((method, route, status), series) in &all {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            for (bound, below) in BOUNDS.iter().zip(series.below) {
                let _ = writeln!(out, "{name}_bucket{{{labels},le=\"{bound}\"}} {below}");
            }
            let (count, sum) = (series.count, series.seconds);
            let _ = writeln!(out, "{name}_bucket{{{labels},le=\"+Inf\"}} {count}");
            let _ = writeln!(out, "{name}_sum{{{labels}}} {sum}");
            let _ = writeln!(out, "{name}_count{{{labels}}} {count}");
        }
        if let Some(bytes) = resident() {
            let name = "process_resident_memory_bytes";
            let _ =
                writeln!(out, "# HELP {name} Memory in use.\n# TYPE {name} gauge\n{name} {bytes}");
        }
        out
    }
}

/// Memory in use, where the system tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()?.checked_mul(1024)
}

async fn show(state: Data<State>) -> HttpResponse {
    let unsealed = app::audit::unsealed(&state.services).await.unwrap_or_default();
    let name = "tisheng_audit_unsealed_events";
    let text = state.metrics.text()
        + &format!(
            "# HELP {name} Acts not yet in the chain.\n# TYPE {name} gauge\n{name} {unsealed}\n"
        );
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text)
}

/// Serves `/metrics` at `bind` until the program ends.
pub fn serve(bind: &str, state: Data<State>) -> std::io::Result<()> {
    let server = HttpServer::new(move || {
        App::new().app_data(state.clone()).route("/metrics", web::get().to(show))
    });
    actix_web::rt::spawn(server.workers(1).disable_signals().bind(bind)?.run());
    Ok(())
}
