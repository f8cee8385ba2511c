//! Writes `openapi/openapi.json`, or checks that it is not stale.

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let fresh = match serde_json::to_string_pretty(&api::document()) {
        Ok(text) => format!("{text}\n"),
        Err(_) => return ExitCode::FAILURE,
    };
    match std::env::args().nth(1).as_deref() {
        Some("write") => {
            std::fs::write(file, fresh).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
        Some("check") if std::fs::read_to_string(file).is_ok_and(|kept| kept == fresh) => {
            ExitCode::SUCCESS
        }
        Some("check") => {
            eprintln!("openapi/openapi.json is stale: run `cargo run -p openapi -- write`");
            ExitCode::FAILURE
        }
        _ => {
            eprintln!("usage: openapi write|check");
            ExitCode::FAILURE
        }
    }
}
