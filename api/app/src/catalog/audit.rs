use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::{
    Hundredths, Kind, Refusal,
    access::Rule,
    catalog::{self as rules, Offer, SubjectHours},
    reference::{CourseStage, Module, Reference},
    selection::ModuleHours,
};
use store::{
    catalog::{self as rows, Group},
    projects,
};
use uuid::Uuid;

use super::open;
use crate::{Event, Result, Unit, Work, projects::policy_of};

/// What the catalogue offers: hours by subject and module, and whether every subject has more
/// than the policy asks for (s.36: 大于200学时).
#[derive(Debug, Clone)]
pub struct Audit {
    pub courses: i64,
    pub hours: Hundredths,
    /// Every subject has to have more hours than this.
    pub hours_above: Hundredths,
    pub subjects: Vec<SubjectHours>,
    /// The subjects that people of the project teach; none where nobody is enrolled yet.
    pub taught: HashSet<String>,
    pub modules: [ModuleHours; 4],
    pub published_at: Option<DateTime<Utc>>,
}

impl Audit {
    /// The subjects that have too few hours: of those that somebody teaches, or of all while
    /// nobody is enrolled.
    pub fn short(&self) -> impl Iterator<Item = &SubjectHours> {
        let counts = |subject: &str| self.taught.is_empty() || self.taught.contains(subject);
        self.subjects.iter().filter(move |line| !line.enough && counts(&line.subject))
    }
}

/// Sums the offered courses.
pub async fn audit(unit: &impl Unit, project: Uuid) -> Result<Audit> {
    let (place, _, _) = open(unit, project).await?;
    measure(unit, project, place.catalog_published_at).await
}

async fn measure(
    unit: &impl Unit,
    project: Uuid,
    published_at: Option<DateTime<Utc>>,
) -> Result<Audit> {
    let groups = rows::groups(unit, project, None, None).await?;
    let taught = rows::taught(unit, project).await?.into_iter().collect();
    let offered: Vec<&Group> = groups.iter().filter(|group| group.status == "published").collect();
    let hours_above = policy_of(unit, project).await?.catalog.hours_above;
    let offers = offered.iter().map(|group| Offer {
        subject: &group.subject,
        stage: CourseStage::parse(&group.stage).unwrap_or(CourseStage::General),
        hours: Hundredths::new(group.hours),
    });
    let subjects = rules::audit(offers, &Reference::builtin(), hours_above);
    let modules = Module::ALL.map(|module| {
        let of_module = || offered.iter().filter(|group| Module::new(group.module) == Some(module));
        let courses = of_module().map(|group| group.courses).fold(0, i64::saturating_add);
        ModuleHours {
            module: module.number(),
            hours: of_module().map(|group| Hundredths::new(group.hours)).sum(),
            courses: u32::try_from(courses).unwrap_or(u32::MAX),
        }
    });
    Ok(Audit {
        courses: offered.iter().map(|group| group.courses).fold(0, i64::saturating_add),
        hours: modules.iter().map(|line| line.hours).sum(),
        hours_above,
        subjects,
        taught,
        modules,
        published_at,
    })
}

/// Opens the catalogue to trainees, once every subject has enough hours (s.36). A deadline for
/// choosing may be set with it.
pub async fn publish(
    work: &Work<'_>,
    project: Uuid,
    closes_at: Option<DateTime<Utc>>,
) -> Result<Audit> {
    let place = projects::find(work, project).await?.ok_or_else(Refusal::not_found)?;
    let target = domain::access::Target {
        project: Some(project),
        county: Some(place.region),
        ..Default::default()
    };
    work.may_seeing(Rule::S03Edit, Rule::S03Read, &target)?;
    let now = work.ctx().now();
    if closes_at.is_some_and(|at| at <= now) {
        let detail = "Choosing cannot close before it opens; give a later instant.";
        return Err(Refusal::field("/selection_closes_at", "in_the_past", detail).into());
    }
    let audit = measure(work, project, Some(now)).await?;
    let refusal = Refusal::new(
        Kind::InvalidTransition,
        "Some subjects have too few credit-hours; add courses to each of those in `errors`.",
    );
    let refusal = audit.short().fold(refusal, |refusal, line| {
        let (subject, hours, above) = (&line.subject, line.hours, audit.hours_above);
        let detail = format!("{subject} has {hours} credit-hours and needs more than {above}.");
        refusal.with(format!("/subjects/{subject}"), "subject_hours_too_few", detail)
    });
    if !refusal.faults.is_empty() {
        return Err(refusal.into());
    }
    if !rows::publish(&work.tx, project, closes_at, now).await? {
        let detail = "The catalogue is published already.";
        return Err(Refusal::rule(Kind::InvalidTransition, "catalog_published", detail).into());
    }
    let event = Event::new("catalog.published", "project", project).at(&target);
    work.record(event.with("courses", audit.courses).with("hours", audit.hours.to_f64()));
    Ok(audit)
}
