use domain::{
    Refusal,
    access::{Rule, Target},
    classes::still_open,
    policy::{Passing, PolicySet},
};
use store::{
    exceptions,
    placements::{self, Place, Trainee},
    seats,
};
use uuid::Uuid;

use super::{
    Class, excepted, find,
    joins::{Join, Seated, Verdict, added, all_or_none, judge_all},
    target,
};
use crate::{Event, Result, Unit, Work, projects};

/// Seats trainees in a class, as many as there is room for, or all of them with a reason.
pub async fn add_members(work: &Work<'_>, id: Uuid, join: &Join) -> Result<Vec<Seated>> {
    let (class, place) = find(work, id).await?;
    work.may_seeing(Rule::O04Place, Rule::O03Read, &place)?;
    still_open(class.status)?;
    let trainees = placements::find_many(work, &join.enrollments).await?;
    let mut seated =
        judge_all(work, join, &trainees, |one| reachable(&class, one), |one| judge(&class, one));
    all_or_none(join, &seated)?;
    let fresh = added(&seated);
    let policy = projects::policy_of(work, class.project).await?;
    let room = make_room(work, &class, &policy, &fresh, join.reason.as_deref()).await?;
    let late = fresh.get(room.seats..).unwrap_or_default();
    for one in seated.iter_mut().filter(|one| late.contains(&one.enrollment)) {
        one.verdict = Verdict::Refused("class_full");
    }
    all_or_none(join, &seated)?;
    let members = fresh.get(..room.seats).unwrap_or_default();
    placements::shift(&work.tx, Place::Class, None, Some(id), members, work.ctx().now()).await?;
    note_over(work, &class, &trainees_of(&trainees, members), room, join.reason.as_deref()).await?;
    let ids: Vec<String> = members.iter().map(Uuid::to_string).collect();
    work.record(Event::new("class.members_added", "class", id).at(&place).with("members", ids));
    Ok(seated)
}

fn trainees_of<'a>(
    all: &'a std::collections::HashMap<Uuid, Trainee>,
    ids: &[Uuid],
) -> Vec<&'a Trainee> {
    ids.iter().filter_map(|id| all.get(id)).collect()
}

/// A trainee as the target of placing: whoever leads the class reaches those of its schools.
fn reachable(class: &Class, one: &Trainee) -> Target {
    let own = class.project == one.project;
    let inside = class.schools.iter().any(|school| school.id == one.school);
    Target {
        project: Some(one.project).filter(|_| own).or(Some(Uuid::nil())),
        county: Some(one.county),
        school: Some(one.school),
        class: Some(class.id).filter(|_| inside),
        ..Target::default()
    }
}

fn judge(class: &Class, one: &Trainee) -> Verdict {
    if one.class == Some(class.id) {
        Verdict::Unchanged
    } else if one.class.is_some() {
        Verdict::Refused("already_enrolled")
    } else if class.schools.iter().any(|school| school.id == one.school) {
        Verdict::Added
    } else {
        Verdict::Refused("school_mismatch")
    }
}

/// How many were seated, and how many of them, counted from the end, are over the limit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub seats: usize,
    pub over: usize,
}

/// Takes seats; what the limit does not grant, a reason may.
async fn make_room(
    work: &Work<'_>,
    class: &Class,
    policy: &PolicySet,
    fresh: &[Uuid],
    reason: Option<&str>,
) -> Result<Room> {
    let size = policy.class_size(class.kind);
    let wanted = i64::try_from(fresh.len()).unwrap_or(i64::MAX);
    if wanted == 0 {
        return Ok(Room { seats: 0, over: 0 });
    }
    let limit = size.seats().map(i64::from);
    let granted = seats::take_some(&work.tx, "class", class.id, wanted, limit).await?;
    let seats = usize::try_from(granted).unwrap_or_default();
    let over = fresh.len().saturating_sub(seats);
    let beyond = size.upper.unwrap_or(u32::MAX).saturating_add(1);
    if over == 0 || policy.admit_member(class.kind, beyond, reason).is_err() {
        return Ok(Room { seats, over: 0 });
    }
    seats::take(&work.tx, "class", class.id, wanted.saturating_sub(granted), None).await?;
    Ok(Room { seats: fresh.len(), over })
}

/// Lists those who sit over the limit among the county's exceptions.
async fn note_over(
    work: &Work<'_>,
    class: &Class,
    members: &[&Trainee],
    room: Room,
    reason: Option<&str>,
) -> Result<()> {
    let from = members.len().saturating_sub(room.over);
    let over = members.get(from..).unwrap_or_default().iter().map(|one| {
        let mut exception = excepted(
            work,
            "class_full",
            ("class", class.id),
            (class.project, class.county),
            reason.unwrap_or_default(),
        );
        exception.school = Some(one.school);
        exception.enrollment = Some(one.id);
        exception
    });
    Ok(exceptions::insert(&work.tx, over.collect()).await?)
}

/// Takes a trainee out of a class, and out of the workshops that the class hosts.
pub async fn remove_member(work: &Work<'_>, id: Uuid, enrollment: Uuid) -> Result<()> {
    let (class, place) = find(work, id).await?;
    let one = placements::find_many(work, &[enrollment]).await?.remove(&enrollment);
    let one = one.filter(|one| one.class == Some(id)).ok_or_else(Refusal::not_found)?;
    work.may_seeing(Rule::O04Place, Rule::O03Read, &reachable(&class, &one))?;
    still_open(class.status)?;
    leave(work, id, &one).await?;
    placements::shift(&work.tx, Place::Class, Some(id), None, &[one.id], work.ctx().now()).await?;
    let event = Event::new("class.member_removed", "class", id).at(&place);
    work.record(event.with("member", enrollment.to_string()));
    Ok(())
}

async fn leave(work: &Work<'_>, class: Uuid, one: &Trainee) -> Result<()> {
    seats::free(&work.tx, "class", class, 1).await?;
    Ok(placements::leave_hosted(&work.tx, class, &[one.id], work.ctx().now()).await?)
}

/// Moves one trainee into a class, out of the one before, if any.
pub(crate) async fn seat_one(
    work: &Work<'_>,
    id: Uuid,
    one: &Trainee,
    reason: Option<&str>,
) -> Result<()> {
    let (class, _) = find(work, id).await?;
    work.may_seeing(Rule::O04Place, Rule::O03Read, &target(&class))?;
    still_open(class.status)?;
    if one.class == Some(id) {
        return Ok(());
    }
    if let Verdict::Refused(code) = judge(&class, &Trainee { class: None, ..one.clone() }) {
        let detail = super::joins::advice(code);
        return Err(Refusal::field("/class_id", code, detail).into());
    }
    if let Some(old) = one.class {
        let (old, _) = find(work, old).await?;
        still_open(old.status)?;
        leave(work, old.id, one).await?;
    }
    let policy = projects::policy_of(work, class.project).await?;
    let room = make_room(work, &class, &policy, &[one.id], reason).await?;
    if room.seats == 0 {
        let beyond = policy.class_size(class.kind).upper.unwrap_or(u32::MAX).saturating_add(1);
        policy.admit_member(class.kind, beyond, reason).map(|_: Passing| ())?;
        return Err(crate::Error::Store(store::Error::Busy));
    }
    let now = work.ctx().now();
    placements::shift(&work.tx, Place::Class, one.class, Some(id), &[one.id], now).await?;
    note_over(work, &class, &[one], room, reason).await
}
