use domain::{
    Hundredths,
    homework::{Rung, WorkKind},
    reference::Reference,
};
use sheet::Value;
use store::reports::{self as rows, Voice, Work};

use super::{
    Ground,
    counts::Keyed,
    in_beijing,
    people::{stage, subject},
};
use crate::{Result, Unit};

/// R12: the works that climbed, with who recommended them and what the experts gave.
pub(super) async fn climbed(
    unit: &impl Unit,
    ground: &Ground,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Keyed>> {
    let after = after.and_then(|id| id.parse().ok());
    let found = rows::works(unit, &ground.scope, after, limit).await?;
    let lists = Reference::builtin();
    Ok(found.into_iter().map(|work| line(&lists, work)).collect())
}

fn line(lists: &Reference, work: Work) -> Keyed {
    let Work { facts, voices, marks, level } = work;
    let marks: Vec<Hundredths> = marks.into_iter().map(Hundredths::new).collect();
    let said = |rungs: &[Rung]| {
        let own = voices.iter().filter(|one| rungs.iter().any(|rung| rung.as_str() == one.rung));
        own.map(said).collect::<Vec<_>>().join("；")
    };
    let id = facts.id.to_string();
    let short = id.rsplit('-').next().unwrap_or_default().to_owned();
    let cells = vec![
        Value::from(short),
        Value::from(facts.title),
        Value::from(facts.author),
        Value::from(facts.school),
        Value::from(stage(&facts.stage)),
        Value::from(subject(lists, &facts.subject)),
        Value::Empty,
        Value::Empty,
        Value::Empty,
        Value::Empty,
        Value::from(kind(&facts.kind)),
        Value::from(rung(&facts.rung)),
        Value::from(said(&[Rung::Personal, Rung::School])),
        Value::from(said(&[Rung::Regional])),
        Hundredths::mean(&marks).map_or(Value::Empty, |mean| Value::Hundredths(mean.get())),
        Value::from(level.map(|level| library(&level))),
        Value::Empty,
    ];
    (id, cells)
}

fn said(voice: &Voice) -> String {
    format!("{} {}", voice.name, in_beijing(voice.at).format("%Y-%m-%d"))
}

fn rung(code: &str) -> String {
    let title = match Rung::parse(code) {
        Some(Rung::Personal) => "个人提交",
        Some(Rung::School) => "学校研磨",
        Some(Rung::Regional) => "区域推荐",
        Some(Rung::Exhibition) => "展评",
        Some(Rung::Library) => "资源库",
        None => code,
    };
    title.to_owned()
}

fn kind(code: &str) -> String {
    let title = match WorkKind::parse(code) {
        Some(WorkKind::MicroLesson) => "微课例",
        Some(WorkKind::LessonDiagnosis) => "课例诊断",
        Some(WorkKind::LessonPlan) => "教学设计",
        Some(WorkKind::Courseware) => "课件",
        Some(WorkKind::Other) => "其他",
        None => code,
    };
    title.to_owned()
}

fn library(level: &str) -> String {
    let title = match level {
        "school" => "校级",
        "county" => "县级",
        "project" => "项目级",
        other => other,
    };
    title.to_owned()
}
