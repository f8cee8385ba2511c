//! The roster of a project: who takes part, where, and what became of it (F05, s.19).

mod change;
mod enter;

use std::sync::LazyLock;

pub use change::{Change, change, change_status, transfer};
use domain::{
    Refusal,
    access::{Mask, Rule, Shown, Target},
    enrollment::{EDGES, EnrollmentStatus},
    id_number,
    machine::{AllowedAction, By, allowed_actions},
    phone,
    reference::Reference,
};
pub use enter::{NewEnrollment, create};
pub use store::roster::{Enrollment, Order, Unplaced, Wanted};
use store::{Cut, Window, roster as rows};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// A place in the project as the caller may see it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub row: Enrollment,
    /// `138****5678`, for those who have to reach the person.
    pub phone: Option<String>,
    /// `****************1X`, for those who keep the roster.
    pub id_no: Option<String>,
    /// The official name of the subject.
    pub subject_name: String,
}

/// A page of the roster.
#[derive(Debug, Clone)]
pub struct Page {
    pub cut: Cut<Entry>,
    /// How many there are in all; told with the first page only.
    pub total: Option<i64>,
}

/// The subjects by code, as every roster names them.
static REFERENCE: LazyLock<Reference> = LazyLock::new(Reference::builtin);

/// Whose place it is.
#[must_use]
pub fn target(row: &Enrollment) -> Target {
    Target {
        project: Some(row.project_id),
        county: Some(row.county_id),
        school: Some(row.school_id),
        class: row.class_id,
        workshop: row.workshop_id,
        subject: Some(row.subject.clone()),
        owner: Some(row.person_id),
        ..Target::default()
    }
}

/// The part of the roster that the caller may see.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    wanted: &Wanted,
    window: &Window,
) -> Result<Page> {
    let actor = &unit.ctx().actor;
    let reach = actor.reach(Rule::P01Read, project);
    if reach.is_empty() {
        projects::find(unit, project).await?;
    }
    let cut = rows::list(unit, &reach, wanted, window).await?;
    let total = match &window.after {
        None if cut.more => Some(rows::count(unit, &reach, wanted).await?),
        None => i64::try_from(cut.items.len()).ok(),
        Some(_) => None,
    };
    let (mask, more) = (actor.mask(project), cut.more);
    let items = cut.items.into_iter().map(|row| entry(unit, &mask, row));
    let cut = Cut { items: items.collect::<Result<_>>()?, more };
    Ok(Page { cut, total })
}

/// One place, by its id.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Entry> {
    let row = find(unit, id).await?;
    entry(unit, &unit.ctx().actor.mask(row.project_id), row)
}

/// One place, by the number that other systems know the trainee by.
pub async fn show_by_number(unit: &impl Unit, project: Uuid, number: &str) -> Result<Entry> {
    let row = rows::find_by_number(unit, project, number).await?.ok_or_else(Refusal::not_found)?;
    unit.may_read(Rule::P01Read, &target(&row))?;
    entry(unit, &unit.ctx().actor.mask(project), row)
}

/// A place that the caller may see.
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<Enrollment> {
    let row = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    unit.may_read(Rule::P01Read, &target(&row))?;
    Ok(row)
}

/// Opens what the caller may see of the sealed fields, and masks it at once.
fn entry(unit: &impl Unit, mask: &Mask, row: Enrollment) -> Result<Entry> {
    let (shown, vault) = (mask.shown(&target(&row)), &unit.ctx().services.vault);
    let open = |sealed: &Option<Vec<u8>>, wanted: Shown| -> Result<Option<String>> {
        let sealed = sealed.as_deref().filter(|_| shown >= wanted);
        sealed.map(|sealed| vault.open(row.person_id, sealed)).transpose()
    };
    Ok(Entry {
        phone: open(&row.phone_sealed, Shown::Phone)?.map(|digits| phone::mask(&digits)),
        id_no: open(&row.id_no_sealed, Shown::Both)?.map(|number| id_number::mask(&number)),
        subject_name: subject_name(&row.subject),
        row,
    })
}

/// The official name of a subject.
#[must_use]
pub fn subject_name(code: &str) -> String {
    REFERENCE.subject(code).map_or_else(|| code.to_owned(), |subject| subject.name.clone())
}

/// What can be decided about a place now, and by whom not.
#[must_use]
pub fn actions(unit: &impl Unit, row: &Enrollment) -> Vec<AllowedAction> {
    let Some(status) = EnrollmentStatus::parse(&row.status) else { return vec![] };
    let (actor, target) = (unit.ctx().actor.clone(), target(row));
    allowed_actions(EDGES, status, |edge| match edge.by {
        By::Rule(rule) => actor.may(rule, &target).map(|_| ()),
        By::System => Ok(()),
    })
}

/// Whether a word is the code of a subject.
#[must_use]
pub fn is_subject(code: &str) -> bool {
    REFERENCE.subjects().iter().any(|subject| subject.code == code)
}
