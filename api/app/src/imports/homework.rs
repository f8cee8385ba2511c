use std::collections::{HashMap, HashSet};

use domain::{
    homework::{Climb, HomeworkStatus, Record, ResourceLevel, Rung, WorkKind, parse_record},
    library::ResourceStatus,
};
use serde::Serialize;
use store::{
    bulk::{
        groups::{self, Trainee, Workshop},
        homework::{self as rows, Known, Resource, Version},
    },
    history::{self, Step},
    imports::Change,
};
use uuid::Uuid;

use super::{
    lines::lines,
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, made},
};
use crate::{Result, Unit, Work, secrets::sha256};

/// The most that a line of a file of works may hold.
const LINE_BYTES: usize = 1024 * 1024;
/// What is told of a work whose source names no licence.
const LICENCE: &str = "项目内使用（来源未注明许可）";

/// Works to be made, each with its only version and the way it came.
#[derive(Default)]
pub(super) struct Writes {
    works: Vec<rows::Work>,
    versions: Vec<Version>,
    steps: Vec<Step>,
    resources: Vec<Resource>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    trainees: HashMap<String, Trainee>,
    workshops: HashMap<String, Workshop>,
    known: HashMap<String, Known>,
    seen: HashSet<String>,
    writes: Writes,
}

/// One work per line with its stages (s.29). A work that is here already stays as it is, also
/// where people moved it on since; one that differs in its content is refused.
pub(super) async fn plan<U: Unit>(unit: &U, ground: &Ground, content: &[u8]) -> Result<Plan> {
    let lines = lines(content)?;
    ground.progress.expect(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    let mut judge = Judge {
        unit,
        ground,
        trainees: ground.trainees(unit).await?,
        workshops: groups::load_workshops(unit, ground.project).await?,
        known: rows::known(unit, ground.project).await?,
        seen: HashSet::new(),
        writes: Writes::default(),
    };
    let verdicts = lines.iter().map(|(number, line)| {
        ground.progress.step();
        match line {
            Some(line) => judge.line(*number, line),
            None => Verdict::rejected(*number, "invalid_json", ""),
        }
    });
    Ok(Plan::new(verdicts.collect(), AnyWrites::Homework(judge.writes)))
}

/// What the digest of a version stands for.
#[derive(Serialize)]
struct Hashed<'a> {
    title: &'a str,
    body: &'a str,
    contributors: [&'a str; 0],
    files: [&'a str; 0],
}

impl<U: Unit> Judge<'_, U> {
    fn line(&mut self, number: u32, line: &str) -> Verdict {
        if line.trim().is_empty() {
            return Verdict::skipped(number);
        }
        if line.len() > LINE_BYTES {
            return Verdict::rejected(number, "invalid_json", "");
        }
        let record = match parse_record(line) {
            Ok(record) => record,
            Err(code) => return Verdict::rejected(number, code, ""),
        };
        let label = format!("{} {}", record.external_id, record.trainee_no);
        match self.work(record) {
            Ok(effect) => Verdict::accepted(number, effect, label),
            Err(code) => Verdict::rejected(number, code, label),
        }
    }

    fn work(&mut self, record: Record) -> Result<Effect, &'static str> {
        let trainee = self.trainees.get(&record.trainee_no).ok_or("trainee_unknown")?.clone();
        if trainee.person == self.unit.ctx().actor.id {
            return Err("self_dealing");
        }
        let workshop = match &record.workshop {
            Some(code) => Some(self.workshops.get(code).ok_or("workshop_unknown")?.id),
            None => trainee.workshop,
        };
        let subject = match &record.subject {
            Some(name) => {
                self.ground.reference.subject(name).ok_or("subject_unknown")?.code.clone()
            }
            None => trainee.subject.clone(),
        };
        if record.submitted_at > self.unit.ctx().now() {
            return Err("occurred_in_future");
        }
        if !self.seen.insert(record.external_id.clone()) {
            return Err("duplicate_homework_id");
        }
        let hashed =
            Hashed { title: &record.title, body: &record.body, contributors: [], files: [] };
        let content_hash =
            serde_json::to_vec(&hashed).map(|bytes| sha256(&bytes)).map_err(|_| "invalid_field")?;
        if let Some(known) = self.known.get(&record.external_id) {
            let same = known.enrollment_id == trainee.id && known.content_hash == content_hash;
            let reached = Rung::parse(&known.rung).is_some_and(|rung| rung >= record.state.rung);
            return if same && reached { Ok(Effect::Unchanged) } else { Err("homework_differs") };
        }
        self.write(record, &trainee, workshop, subject, content_hash);
        Ok(Effect::Created)
    }

    fn write(
        &mut self,
        record: Record,
        trainee: &Trainee,
        workshop: Option<Uuid>,
        subject: String,
        content_hash: Vec<u8>,
    ) {
        let (ctx, id) = (self.unit.ctx(), self.unit.ctx().new_id());
        let (at, state) = (record.submitted_at, record.state);
        let last = record.climbed.last().map_or(at, |(_, last)| *last);
        let kind = WorkKind::of_title(&record.title).to_string();
        self.tell(&record, id, trainee.person);
        if state.rung == Rung::Library {
            self.shelve(&record, id, trainee, &kind, &subject);
        }
        self.writes.versions.push(Version {
            id: ctx.new_id(),
            submission: id,
            title: record.title.clone(),
            body: record.body,
            content_hash,
            by: trainee.person,
            at,
        });
        self.writes.works.push(rows::Work {
            id,
            project_id: self.ground.project,
            task_id: None,
            enrollment_id: trainee.id,
            person_id: trainee.person,
            county_id: trainee.county,
            school_id: trainee.school,
            class_id: trainee.class,
            workshop_id: workshop,
            subject,
            stage: trainee.stage.clone(),
            title: record.title,
            kind,
            rung: state.rung.to_string(),
            status: state.status.to_string(),
            latest_version: 1,
            score: None,
            late: false,
            consent: state.rung >= Rung::Regional,
            external_id: Some(record.external_id),
            reviews: 0,
            recommendations: 0,
            version: 1,
            submitted_at: Some(at),
            created_at: at,
            updated_at: last,
        });
    }

    /// The moves that brought the work where it stands; only the first is its author's.
    fn tell(&mut self, record: &Record, id: Uuid, author: Uuid) {
        let ctx = self.unit.ctx();
        let project = self.ground.project;
        let step = |climb: Climb| Step {
            id: ctx.new_id(),
            project: Some(project),
            kind: "submission".to_owned(),
            thing: id,
            action: climb.action.to_string(),
            from: climb.from.to_string(),
            to: climb.to.to_string(),
            actor: if climb.from.status == HomeworkStatus::Draft { author } else { ctx.actor.id },
            role: "import".to_owned(),
            reason: None,
            at: climb.at,
        };
        self.writes.steps.extend(record.climbs().into_iter().map(step));
    }

    fn shelve(&mut self, record: &Record, id: Uuid, trainee: &Trainee, kind: &str, subject: &str) {
        let at = record.climbed.last().map_or(record.submitted_at, |(_, last)| *last);
        self.writes.resources.push(Resource {
            id: self.unit.ctx().new_id(),
            project_id: self.ground.project,
            county_id: trainee.county,
            school_id: trainee.school,
            submission_id: Some(id),
            level: ResourceLevel::Project.to_string(),
            title: record.title.clone(),
            kind: kind.to_owned(),
            subject: subject.to_owned(),
            stage: trainee.stage.clone(),
            author_id: trainee.person,
            licence: LICENCE.to_owned(),
            status: ResourceStatus::Published.to_string(),
            published_at: at,
            version: 1,
            updated_at: at,
        });
    }
}

pub(super) async fn apply(work: &Work<'_>, writes: Writes) -> Result<Vec<Change>> {
    let mut changes: Vec<Change> =
        writes.works.iter().map(|one| made("submissions", one.id)).collect();
    changes.extend(writes.versions.iter().map(|one| made("submission_versions", one.id)));
    changes.extend(writes.steps.iter().map(|one| made("state_events", one.id)));
    changes.extend(writes.resources.iter().map(|one| made("resources", one.id)));
    rows::insert_works(&work.tx, writes.works).await?;
    rows::insert_versions(&work.tx, writes.versions).await?;
    history::insert(&work.tx, writes.steps).await?;
    rows::insert_resources(&work.tx, writes.resources).await?;
    Ok(changes)
}
