//! The subjects and course themes every project starts with; they are data and may grow.

use sea_orm_migration::prelude::*;

const SUBJECTS: &str = include_str!("data/subjects.csv");
const THEMES: &str = include_str!("data/themes.csv");

/// Fills the tables from the lists beside this file.
pub async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut subjects = Query::insert();
    subjects.into_table("subjects").columns(["code", "name", "family", "aliases", "stages"]);
    for line in lines(SUBJECTS) {
        let mut cells = line.split(',');
        let mut next = || cells.next().unwrap_or_default();
        let (code, name, family, aliases, stages) = (next(), next(), next(), next(), next());
        let stages: Vec<&str> = stages.split('|').map(stage).collect();
        let aliases: Vec<&str> = aliases.split('|').filter(|alias| !alias.is_empty()).collect();
        let row = [code, name, family, &list(&aliases), &list(&stages)];
        subjects.values(row.map(Into::into)).map_err(unfit)?;
    }
    manager.execute(subjects).await?;
    let mut themes = Query::insert();
    themes.into_table("themes").columns(["code", "name", "series", "kind", "module"]);
    for line in lines(THEMES) {
        let mut cells = line.split(',');
        let mut next = || cells.next().unwrap_or_default();
        let (code, name, series, kind, module) = (next(), next(), next(), next(), next());
        let module: i32 = module.parse().map_err(|_| DbErr::Custom("a theme's module".into()))?;
        let row = [code.into(), name.into(), series.into(), kind.into(), module.into()];
        themes.values(row).map_err(unfit)?;
    }
    manager.execute(themes).await
}

fn unfit(error: sea_query::error::Error) -> DbErr {
    DbErr::Migration(error.to_string())
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().skip(1).filter(|line| !line.trim().is_empty())
}

fn stage(name: &str) -> &str {
    match name {
        "小学" => "primary",
        "初中" => "junior",
        "高中" => "senior",
        other => other,
    }
}

/// A JSON array of plain words.
fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", quoted.join(","))
}
