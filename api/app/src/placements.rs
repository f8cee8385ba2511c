//! Where a trainee sits: a class and a workshop, moved in one act (F08, F11).

use domain::{
    Refusal,
    access::{Rule, Target},
};
use store::placements::{self as rows, Trainee};
use uuid::Uuid;

use crate::{Event, Result, Unit, Work, classes, workshops};

/// Where a trainee is to sit; what is left out stays.
#[derive(Debug, Clone)]
pub struct Placement {
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    /// Why a limit may be passed.
    pub reason: Option<String>,
}

/// Moves a trainee; out of the places before and into the new ones, or not at all.
pub async fn place(work: &Work<'_>, enrollment: Uuid, wish: &Placement) -> Result<Trainee> {
    let one = find(work, enrollment).await?;
    let target = Target {
        project: Some(one.project),
        county: Some(one.county),
        school: Some(one.school),
        class: one.class,
        workshop: one.workshop,
        owner: Some(one.person),
        ..Target::default()
    };
    work.may_seeing(Rule::O04Place, Rule::P01Read, &target)?;
    if wish.class.is_none() && wish.workshop.is_none() {
        let detail = "Name the class, the workshop or both.";
        return Err(Refusal::field("", "nothing_to_do", detail).into());
    }
    if !one.counts() {
        let detail = classes::advice("not_active");
        return Err(Refusal::rule(domain::Kind::InvalidTransition, "not_active", detail).into());
    }
    if let Some(class) = wish.class {
        classes::seat_one(work, class, &one, wish.reason.as_deref()).await?;
    }
    if let Some(workshop) = wish.workshop {
        let one = find(work, enrollment).await?;
        workshops::seat_one(work, workshop, &one, wish.reason.as_deref()).await?;
    }
    let mut event = Event::new("enrollment.placed", "enrollment", enrollment).at(&target);
    if let Some(reason) = &wish.reason {
        event = event.because(reason.clone());
    }
    let after = find(work, enrollment).await?;
    work.record(event.before(&(one.class, one.workshop)).after(&(after.class, after.workshop)));
    Ok(after)
}

async fn find(work: &Work<'_>, id: Uuid) -> Result<Trainee> {
    let found = rows::find_many(work, &[id]).await?.remove(&id);
    Ok(found.ok_or_else(Refusal::not_found)?)
}
