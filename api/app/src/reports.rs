//! The official lists (F67): drawn up from what the caller reaches, kept with their digest, and
//! fetched as a workbook or CSV; the same query serves the screen.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Kind, Refusal,
    access::{Reach, Rule, Target},
    reports::{ReportCode, ReportFormat},
};
use serde::Serialize;
pub use sheet::Value;
pub use store::reports::Report;
use store::{
    Cut, Window,
    reports::{self as rows, Scope},
};
use uuid::Uuid;

use crate::{Error, Event, Result, Unit, Work, projects, secrets::sha256};

mod counts;
mod file;
mod people;
mod roster;
mod works;

/// A moment by the clock of Beijing, which the lists and the names of their files go by.
#[must_use]
pub fn in_beijing(at: DateTime<Utc>) -> DateTime<Utc> {
    at.checked_add_signed(Duration::hours(8)).unwrap_or(at)
}

/// Rows that are read at once when a whole list is drawn up.
const CHUNK: usize = 5_000;
/// How long a file with personal data can be fetched, in minutes.
const PERSONAL_MINUTES: i64 = 15;

/// Which list, and of whom.
#[derive(Debug, Clone, Serialize)]
pub struct Wish {
    pub code: ReportCode,
    pub school_id: Option<Uuid>,
    pub class_id: Option<Uuid>,
    pub workshop_id: Option<Uuid>,
    /// The scoring round of R8; the newest where none is named.
    pub round_id: Option<Uuid>,
    /// The run of R1, R7 and R9; the newest one published where none is named.
    pub run_id: Option<Uuid>,
}

/// One line, and the place after which the next one begins.
#[derive(Debug, Clone)]
pub struct Line {
    pub place: String,
    pub cells: Vec<Value>,
}

/// A list or a page of it.
#[derive(Debug, Clone)]
pub struct Table {
    pub code: ReportCode,
    pub lines: Vec<Line>,
    /// The totals of the whole list, where it has any.
    pub total: Option<Vec<Value>>,
    pub more: bool,
}

/// What every list is drawn from.
struct Ground {
    project: projects::Project,
    scope: Scope,
    run: Option<Uuid>,
    round: Option<Uuid>,
}

impl Wish {
    fn rule(&self) -> Rule {
        rule(self.code)
    }
}

fn rule(code: ReportCode) -> Rule {
    if code.is_personal() { Rule::R03Export } else { Rule::R04Export }
}

/// The lists that the caller may draw up in a project, of whomever they reach.
pub fn codes(unit: &impl Unit, project: Uuid) -> Vec<ReportCode> {
    let reaches = |code: &ReportCode| !unit.ctx().actor.reach(rule(*code), project).is_empty();
    ReportCode::ALL.into_iter().filter(reaches).collect()
}

/// Holds the wish against the caller's rights; what is asked for outside them is simply empty.
async fn ground(unit: &impl Unit, project: Uuid, wish: &Wish) -> Result<Ground> {
    let (project, _) = projects::find(unit, project).await?;
    let reach = unit.ctx().actor.reach(wish.rule(), project.id);
    unit.may(wish.rule(), &probe(unit, &project, &reach))?;
    let run = match wish.run_id {
        Some(run) if rows::is_public_run(unit, project.id, run).await? => Some(run),
        Some(_) => {
            return Err(Refusal::field("/run_id", "run_unknown", "Name a published run.").into());
        }
        None if matches!(wish.code, ReportCode::R1 | ReportCode::R7 | ReportCode::R9) => {
            rows::newest_run(unit, project.id).await?
        }
        None => None,
    };
    let round = match wish.round_id {
        None if wish.code == ReportCode::R8 => rows::newest_round(unit, project.id).await?,
        named => named,
    };
    let (school, class, workshop) = (wish.school_id, wish.class_id, wish.workshop_id);
    Ok(Ground { project, scope: Scope { reach, school, class, workshop }, run, round })
}

/// A target that is inside the caller's reach if anything is, so that the matrix itself says in
/// which role and whether a fresh sign-in is needed.
fn probe(unit: &impl Unit, project: &projects::Project, reach: &Reach) -> Target {
    Target {
        project: Some(project.id),
        county: reach.counties.first().copied().or(Some(project.region)),
        school: reach.schools.first().copied(),
        class: reach.classes.first().copied(),
        workshop: reach.workshops.first().copied(),
        owner: Some(unit.ctx().actor.id).filter(|_| reach.person.is_some()),
        ..Target::default()
    }
}

/// A page of a list for the screen.
pub async fn page(unit: &impl Unit, project: Uuid, wish: &Wish, window: &Window) -> Result<Table> {
    let wish = &Wish { code: wish.code.on_screen(), ..wish.clone() };
    let ground = ground(unit, project, wish).await?;
    let place = window.after.as_ref().and_then(|key| key.value.clone());
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    lines(unit, &ground, wish, place.as_deref(), limit).await
}

/// The number of the last line of a place, and the key behind it: `51|FY0051`.
fn number_and_key(place: Option<&str>) -> (i64, Option<&str>) {
    let split = place.and_then(|place| place.split_once('|'));
    split.map_or((0, None), |(number, key)| (number.parse().unwrap_or(0), Some(key)))
}

/// At most `limit` lines after a place.
async fn lines(
    unit: &impl Unit,
    ground: &Ground,
    wish: &Wish,
    place: Option<&str>,
    limit: usize,
) -> Result<Table> {
    let (number, key) = number_and_key(place);
    let ask = u64::try_from(limit.saturating_add(1)).unwrap_or(u64::MAX);
    let (mut found, total) = match wish.code {
        ReportCode::R1 => counts::schools(unit, ground).await?,
        ReportCode::R15 => (counts::courses(unit, ground).await?, None),
        ReportCode::R7 => (people::grades(unit, ground, key, ask).await?, None),
        ReportCode::R8 => (people::marks(unit, ground, key, ask).await?, None),
        ReportCode::R9 => (people::qualified(unit, ground, key, ask).await?, None),
        ReportCode::Roster | ReportCode::RosterMasked => {
            let whole = wish.code == ReportCode::Roster;
            (roster::people(unit, ground, whole, key, ask).await?, None)
        }
        ReportCode::R12 => (works::climbed(unit, ground, key, ask).await?, None),
    };
    if matches!(wish.code, ReportCode::R1 | ReportCode::R15) {
        found.retain(|(own, _)| key.is_none_or(|key| own.as_str() > key));
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let numbered = wish.code.columns().first() == Some(&"#序号");
    let line = |(at, (key, mut cells)): (i64, (String, Vec<Value>))| {
        if numbered {
            cells.insert(0, Value::Int(at));
        }
        Line { place: format!("{at}|{key}"), cells }
    };
    let lines = (number.saturating_add(1)..).zip(found).map(line).collect();
    Ok(Table { code: wish.code, lines, total, more })
}

/// A list that was drawn up and waits to be kept.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub report: Report,
    content: Vec<u8>,
    target: Target,
}

/// Draws up a whole list as a file. Nothing is kept yet, so that no writer waits meanwhile.
pub async fn draw(
    unit: &impl Unit,
    project: Uuid,
    wish: &Wish,
    format: ReportFormat,
) -> Result<Drawn> {
    let (ctx, as_of) = (unit.ctx(), unit.ctx().now());
    let ground = ground(unit, project, wish).await?;
    let mut whole = lines(unit, &ground, wish, None, CHUNK).await?;
    while whole.more {
        let place = whole.lines.last().map(|line| line.place.clone());
        let next = lines(unit, &ground, wish, place.as_deref(), CHUNK).await?;
        whole.lines.extend(next.lines);
        whole.more = next.more;
    }
    let target = probe(unit, &ground.project, &ground.scope.reach);
    let role = unit.may(wish.rule(), &target)?.role;
    let count = i64::try_from(whole.lines.len()).unwrap_or(i64::MAX);
    let name = &ground.project.name;
    let content = file::write(whole, wish, format, name, role, as_of).await?;
    let report = Report {
        id: ctx.new_id(),
        project_id: project,
        code: wish.code.as_str().to_owned(),
        format: format.as_str().to_owned(),
        filters: serde_json::to_string(wish).map_err(Error::fault)?,
        as_of,
        digest: sha256(&content),
        rows: count,
        personal: wish.code.is_personal(),
        role: role.as_str().to_owned(),
        created_by: ctx.actor.id,
        created_at: as_of,
        fetched_at: None,
    };
    Ok(Drawn { report, content, target })
}

/// Keeps a list that was drawn up; its content is sealed.
pub async fn keep(work: &Work<'_>, drawn: &Drawn) -> Result<Report> {
    let report = drawn.report.clone();
    let rule = if report.personal { Rule::R03Export } else { Rule::R04Export };
    work.may(rule, &drawn.target)?;
    let sealed = work.ctx().services.vault.seal_bytes(report.id, &drawn.content)?;
    rows::insert(&work.tx, report.clone(), sealed).await?;
    let event = Event::new("report.created", "report", report.id).at(&drawn.target);
    work.record(event.with("code", report.code.clone()).with("rows", report.rows));
    Ok(report)
}

/// The lists that the caller drew up, the newest first.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    code: Option<ReportCode>,
    window: &Window,
) -> Result<Cut<Report>> {
    projects::find(unit, project).await?;
    let me = unit.ctx().actor.id;
    Ok(rows::list(unit, project, me, code.map(ReportCode::as_str), window).await?)
}

/// A list that the caller drew up in a role still held (T6).
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Report> {
    let report = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let actor = &unit.ctx().actor;
    let in_role = actor.appointments.iter().any(|held| {
        held.role.as_str() == report.role
            && held.project.is_none_or(|project| project == report.project_id)
    });
    if report.created_by != actor.id || !in_role {
        return Err(Refusal::not_found().into());
    }
    projects::find(unit, report.project_id).await?;
    Ok(report)
}

/// The content of a list. One with personal data can be fetched once, within fifteen minutes.
pub async fn content(work: &Work<'_>, id: Uuid) -> Result<(Report, Vec<u8>)> {
    let report = show(work, id).await?;
    let now = work.ctx().now();
    let first = rows::fetch(&work.tx, id, now).await?;
    let late = now.signed_duration_since(report.created_at) > Duration::minutes(PERSONAL_MINUTES);
    if report.personal && (late || !first) {
        let detail = "A list with personal data is fetched once, within 15 minutes; make it anew.";
        return Err(Refusal::new(Kind::LinkExpired, detail).into());
    }
    let sealed = rows::content(work, id).await?.ok_or_else(Refusal::not_found)?;
    let content = work.ctx().services.vault.open_bytes(id, &sealed)?;
    let target = Target { project: Some(report.project_id), ..Target::default() };
    let event = Event::new("report.fetched", "report", id).at(&target);
    work.record(event.with("code", report.code.clone()));
    Ok((report, content))
}
