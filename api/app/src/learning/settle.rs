use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use domain::{
    Hundredths,
    learning::{CourseProgress, EventDetail, LearningEvent, parse_line},
};
use store::{
    bulk::{
        catalog::{self, Course},
        events::{self as rows, Event, Parked, Progress},
        groups::{self, Trainee},
    },
    quarantine,
};
use uuid::Uuid;

use crate::{Result, Unit, Work, secrets::sha256};

/// An event as it came in.
#[derive(Debug, Clone)]
pub(crate) struct Incoming<'p> {
    pub event: LearningEvent,
    /// JSON text as it was delivered; a file's lines are not copied for it.
    pub payload: Cow<'p, str>,
    /// Of what was delivered: a corrected event is still known when it comes again.
    digest: Vec<u8>,
}

impl<'p> Incoming<'p> {
    pub fn new(event: LearningEvent, payload: impl Into<Cow<'p, str>>) -> Self {
        let digest = digest_of(&event);
        Self { event, payload: payload.into(), digest }
    }

    /// The same delivery, read for whom and what it was meant.
    pub fn corrected(&self, event: LearningEvent) -> Self {
        Self { event, ..self.clone() }
    }
}

fn digest_of(event: &LearningEvent) -> Vec<u8> {
    sha256(event.canonical().as_bytes())
}

/// What became of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Accepted,
    /// Known already, with the same content.
    Redelivered,
    /// Known already, with other content.
    Conflict,
    /// Names an unknown trainee or course.
    Parked(&'static str),
}

/// What a batch of events writes.
#[derive(Default)]
pub(crate) struct Writes {
    events: Vec<Event>,
    progress: HashMap<(Uuid, Uuid), Progress>,
    /// Credit-hours of each person touched, in hundredths.
    hours: HashMap<Uuid, i64>,
    parked: Vec<Parked>,
    /// Parked events that found their place now.
    placed: Vec<Uuid>,
}

/// What waits, or waited, in the quarantine under an event id.
struct Waiting {
    id: Option<Uuid>,
    digest: Vec<u8>,
    discarded: bool,
}

async fn waiting(
    unit: &impl Unit,
    project: Uuid,
    ids: &[String],
) -> Result<HashMap<String, Waiting>> {
    let mut found = HashMap::new();
    for row in quarantine::known(unit, project, ids).await? {
        if let Ok(event) = parse_line(&row.payload, unit.ctx().now()) {
            let (digest, discarded) = (digest_of(&event), row.status == "discarded");
            found.insert(row.event_id, Waiting { id: Some(row.id), digest, discarded });
        }
    }
    Ok(found)
}

/// Judges events against the ledger and adds up what they come to. Nothing is written; where it
/// will not be (`kept` is false), the facts of a large file are not held for it either.
pub(crate) async fn settle(
    unit: &impl Unit,
    project: Uuid,
    incoming: &[Incoming<'_>],
    kept: bool,
) -> Result<(Vec<Outcome>, Writes)> {
    let all = |field: fn(&LearningEvent) -> &String| -> Vec<String> {
        let values: HashSet<&String> = incoming.iter().map(|one| field(&one.event)).collect();
        values.into_iter().cloned().collect()
    };
    let trainees = groups::find_trainees(unit, project, &all(|event| &event.trainee_no)).await?;
    let courses = catalog::find_courses(unit, project, &all(|event| &event.course_code)).await?;
    let ids = all(|event| &event.event_id);
    let known = rows::known(unit, project, &ids).await?;
    let mut waiting = waiting(unit, project, &ids).await?;
    drop(ids);
    // What this batch itself has brought so far.
    let mut fresh: HashMap<&str, &Vec<u8>> = HashMap::new();
    let people: Vec<Uuid> = trainees.values().map(|one| one.id).collect();
    let before = rows::progress(unit, &people).await?;
    let mut writes = Writes::default();
    writes.events.reserve_exact(if kept { incoming.len() } else { 0 });
    let mut merged: HashMap<(Uuid, Uuid), CourseProgress> = HashMap::new();
    let mut outcomes = Vec::with_capacity(incoming.len());
    for Incoming { event, payload, digest } in incoming {
        let waits = waiting.get(&event.event_id);
        let before_it = fresh.get(event.event_id.as_str()).copied();
        let before_it = before_it.or_else(|| known.get(&event.event_id));
        if let Some(outcome) = seen(before_it, waits, digest) {
            outcomes.push(outcome);
            continue;
        }
        let (Some(trainee), Some(course)) =
            (trainees.get(&event.trainee_no), courses.get(&event.course_code))
        else {
            let knows_trainee = trainees.contains_key(&event.trainee_no);
            let reason = if knows_trainee { "course_unknown" } else { "trainee_unknown" };
            outcomes.push(Outcome::Parked(reason));
            if waits.is_none() {
                let wait = Waiting { id: None, digest: digest.clone(), discarded: false };
                waiting.insert(event.event_id.clone(), wait);
                writes.park(unit.ctx().new_id(), event, payload, reason);
            }
            continue;
        };
        writes.placed.extend(waits.and_then(|waits| waits.id));
        fresh.insert(&event.event_id, digest);
        let pair = (trainee.id, course.id);
        let progress = merged
            .entry(pair)
            .or_insert_with(|| before.get(&pair).map_or_else(CourseProgress::default, read));
        progress.merge(event, Hundredths::new(course.hours));
        if kept {
            writes.events.push(fact(unit, event, trainee, course, digest.clone()));
        }
        outcomes.push(Outcome::Accepted);
    }
    writes.add_up(&before, &merged);
    Ok((outcomes, writes))
}

/// The outcome of an event that came before, into the ledger or the quarantine; nothing where
/// it still has to be judged.
fn seen(known: Option<&Vec<u8>>, waits: Option<&Waiting>, digest: &[u8]) -> Option<Outcome> {
    if let Some(kept) = known {
        let same = kept == digest;
        return Some(if same { Outcome::Redelivered } else { Outcome::Conflict });
    }
    let waits = waits?;
    if waits.digest != digest {
        return Some(Outcome::Conflict);
    }
    waits.discarded.then_some(Outcome::Redelivered)
}

impl Writes {
    fn park(&mut self, id: Uuid, event: &LearningEvent, payload: &str, reason: &str) {
        self.parked.push(Parked {
            id,
            event_id: event.event_id.clone(),
            payload: payload.to_owned(),
            reason: reason.to_owned(),
        });
    }

    fn add_up(
        &mut self,
        before: &HashMap<(Uuid, Uuid), Progress>,
        merged: &HashMap<(Uuid, Uuid), CourseProgress>,
    ) {
        let touched: HashSet<Uuid> = merged.keys().map(|(enrollment, _)| *enrollment).collect();
        self.progress = merged.iter().map(|(pair, progress)| (*pair, row(progress))).collect();
        let mut add = |enrollment: Uuid, hours: i64| {
            let sum = self.hours.entry(enrollment).or_default();
            *sum = sum.saturating_add(hours);
        };
        for ((enrollment, _), progress) in &self.progress {
            add(*enrollment, progress.credited_hours);
        }
        for (pair, progress) in before {
            if touched.contains(&pair.0) && !merged.contains_key(pair) {
                add(pair.0, progress.credited_hours);
            }
        }
    }
}

/// Writes what was settled.
pub(crate) async fn write(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<()> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let by = (!ctx.actor.id.is_nil()).then_some(ctx.actor.id);
    rows::insert(&work.tx, project, writes.events, by, now).await?;
    rows::save_progress(&work.tx, project, &writes.progress, &writes.hours, now).await?;
    quarantine::settle(&work.tx, &writes.placed, "resolved", by, now).await?;
    Ok(rows::park(&work.tx, project, writes.parked, by, now).await?)
}

fn fact(
    unit: &impl Unit,
    event: &LearningEvent,
    trainee: &Trainee,
    course: &Course,
    digest: Vec<u8>,
) -> Event {
    let (watched_seconds, score, result, response_ms) = match event.detail {
        EventDetail::Progress { watched_seconds } => (Some(watched_seconds), None, None, None),
        EventDetail::Completed { watched_seconds, score } => {
            (Some(watched_seconds), score, None, None)
        }
        EventDetail::PresenceCheck { result, response_ms } => {
            (None, None, Some(result.as_str().to_owned()), response_ms)
        }
    };
    Event {
        id: unit.ctx().new_id(),
        event_id: event.event_id.clone(),
        enrollment: trainee.id,
        course: course.id,
        kind: event.kind().as_str(),
        occurred_at: event.occurred_at,
        watched_seconds,
        score: score.map(Hundredths::get),
        result,
        response_ms,
        digest,
    }
}

fn read(row: &Progress) -> CourseProgress {
    CourseProgress {
        watched_seconds: row.watched_seconds,
        completed_at: row.completed_at,
        score: row.score.map(Hundredths::new),
        credited_hours: Hundredths::new(row.credited_hours),
        presence_passed: row.presence_passed,
        presence_missed: row.presence_missed,
        last_event_at: row.last_event_at,
    }
}

fn row(progress: &CourseProgress) -> Progress {
    Progress {
        watched_seconds: progress.watched_seconds,
        completed_at: progress.completed_at,
        score: progress.score.map(Hundredths::get),
        credited_hours: progress.credited_hours.get(),
        presence_passed: progress.presence_passed,
        presence_missed: progress.presence_missed,
        last_event_at: progress.last_event_at,
    }
}
