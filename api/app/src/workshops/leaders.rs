use store::bulk::groups::{NewAppointment, insert_appointments};

use super::*;

/// Makes somebody the leader; whoever led before stays a member only.
pub async fn appoint_leader(work: &Work<'_>, id: Uuid, version: i64, person: Uuid) -> Result<Seen> {
    let (mut one, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    eligible(work, &one, &target, person).await?;
    one.leader = Some(person);
    save(work, &mut one, version).await?;
    holders::end(&work.tx, Role::WorkshopLeader, id, None, work.ctx().now()).await?;
    grant(work, &one, Role::WorkshopLeader, person).await?;
    work.ctx().services.sessions.forget_all();
    let event = Event::new("workshop.leader_appointed", "workshop", id).at(&target);
    work.record(event.with("person", person.to_string()));
    look_at(work, one, &target).await
}

/// Adds a deputy.
pub async fn appoint_deputy(work: &Work<'_>, id: Uuid, person: Uuid) -> Result<Seen> {
    let (one, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    eligible(work, &one, &target, person).await?;
    seats::hold(&work.tx, "workshop_deputies", id).await?;
    let today = work.ctx().now().date_naive();
    let roles = [Role::DeputyWorkshopLeader];
    let deputies = holders::list(work, one.project, &roles, &[id], today).await?;
    if deputies.iter().any(|held| held.person == person) {
        let detail = "This person is a deputy of the workshop already.";
        return Err(Refusal::rule(Kind::Duplicate, "already_deputy", detail).into());
    }
    grant(work, &one, Role::DeputyWorkshopLeader, person).await?;
    work.ctx().services.sessions.forget_all();
    let event = Event::new("workshop.deputy_appointed", "workshop", id).at(&target);
    work.record(event.with("person", person.to_string()));
    look_at(work, one, &target).await
}

/// Ends the appointment of a deputy.
pub async fn dismiss_deputy(work: &Work<'_>, id: Uuid, person: Uuid) -> Result<()> {
    let (_, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    let role = Role::DeputyWorkshopLeader;
    if holders::end(&work.tx, role, id, Some(person), work.ctx().now()).await? == 0 {
        return Err(Refusal::not_found().into());
    }
    work.ctx().services.sessions.forget_all();
    let event = Event::new("workshop.deputy_dismissed", "workshop", id).at(&target);
    work.record(event.with("person", person.to_string()));
    Ok(())
}

/// Leaders are members of the workshop or teachers and staff of its schools, and nobody appoints
/// themselves.
pub(super) async fn eligible(
    work: &Work<'_>,
    one: &Workshop,
    target: &Target,
    person: Uuid,
) -> Result<()> {
    if person == work.ctx().actor.id {
        let detail = "Nobody appoints themselves; another administrator has to do it.";
        return Err(Refusal::new(Kind::SelfDealing, detail).into());
    }
    let schools: Vec<Uuid> =
        target.school.into_iter().chain(target.member_schools.iter().copied()).collect();
    if let Some(place) = placements::of_person(work, one.project, person).await? {
        let inside = place.workshop == Some(one.id) || schools.contains(&place.school);
        if inside && place.counts() {
            return Ok(());
        }
    }
    let today = work.ctx().now().date_naive();
    let staff = holders::list(work, one.project, &[Role::SchoolAdmin], &schools, today).await?;
    if staff.iter().any(|held| held.person == person) {
        return Ok(());
    }
    let detail = "Choose a member of the workshop, or somebody of its school.";
    Err(Refusal::field("/person_id", "not_of_the_school", detail).into())
}

/// Writes the appointment, so that the right exists at once.
pub(super) async fn grant(work: &Work<'_>, one: &Workshop, role: Role, person: Uuid) -> Result<()> {
    let ctx = work.ctx();
    let new = NewAppointment {
        id: ctx.new_id(),
        person,
        project: Some(one.project),
        role: role.as_str().to_owned(),
        scope_kind: "workshop".to_owned(),
        scope: Some(one.id),
        subject: None,
        title: None,
        created_by: Some(ctx.actor.id),
    };
    Ok(insert_appointments(&work.tx, vec![new], ctx.now()).await?)
}
