use std::path::PathBuf;

use anyhow::Context as _;
use api::config::Given;
use app::{
    begin, imports,
    reports::{self, Wish},
};
use clap::Args;
use domain::reports::{ReportCode, ReportFormat};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{nobody, say, start};

/// Which lists of which project go where.
#[derive(Args)]
pub struct Export {
    /// Id of the project
    #[arg(long)]
    project: Uuid,
    /// Lists by their codes, such as R7,R9 [default: all of R1,R7,R8,R9,R12,R15]
    #[arg(long, value_delimiter = ',')]
    list: Vec<String>,
    /// xlsx or csv
    #[arg(long, default_value = "xlsx")]
    format: String,
    /// Folder to write to, which is made if it is missing
    #[arg(long)]
    to: PathBuf,
    #[command(flatten)]
    given: Given,
}

/// Draws the official lists of a project up, as the endpoint does, with an index of their digests.
pub async fn export(wish: &Export, json: bool) -> anyhow::Result<()> {
    let format = ReportFormat::parse(&wish.format).context("--format is xlsx or csv")?;
    let asked = if wish.list.is_empty() {
        ReportCode::OFFICIAL.to_vec()
    } else {
        let code = |text: &String| {
            let code = ReportCode::parse(&text.to_lowercase()).or(ReportCode::parse(text));
            code.with_context(|| format!("{text} is not a list"))
        };
        wish.list.iter().map(code).collect::<anyhow::Result<_>>()?
    };
    let state = start(&wish.given).await?;
    let county = imports::county_of(&nobody(&state).look(), wish.project).await?;
    let ctx = begin::of_operator(&state.services, wish.project, county);
    std::fs::create_dir_all(&wish.to)?;
    let mut lists: Vec<Value> = vec![];
    for code in asked {
        let whole = Wish {
            code,
            school_id: None,
            class_id: None,
            workshop_id: None,
            round_id: None,
            run_id: None,
        };
        let drawn = reports::draw(&ctx.look(), wish.project, &whole, format).await?;
        let kept = ctx.run(async |work| reports::keep(work, &drawn).await).await?;
        let (_, content) = ctx.run(async |work| reports::content(work, kept.id).await).await?;
        let name = format!("{}-{}.{}", kept.code, code.title(), format.as_str());
        std::fs::write(wish.to.join(&name), content)?;
        let digest: String = kept.digest.iter().map(|byte| format!("{byte:02x}")).collect();
        lists.push(json!({"list": kept.code, "file": name, "rows": kept.rows, "sha256": digest}));
    }
    let index = json!({"project": wish.project, "as_of": ctx.now(), "lists": lists});
    std::fs::write(wish.to.join("index.json"), serde_json::to_string_pretty(&index)?)?;
    let text = format!("{} lists are in {}", lists.len(), wish.to.display());
    say(json, &index, &text);
    Ok(())
}
