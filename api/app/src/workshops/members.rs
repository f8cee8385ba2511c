use domain::classes::family_fits;
use store::placements::Trainee;

use super::*;
use crate::classes::{Join, Seated, Verdict, added, advice, all_or_none, judge_all};

/// Puts trainees into a workshop; one of another family needs a reason.
pub async fn add_members(work: &Work<'_>, id: Uuid, join: &Join) -> Result<Vec<Seated>> {
    let (one, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    let trainees = placements::find_many(work, &join.enrollments).await?;
    let lists = Reference::builtin();
    let reason = join.reason.as_deref();
    let reachable = |trainee: &Trainee| Target {
        project: Some(trainee.project),
        county: Some(trainee.county),
        school: Some(trainee.school),
        class: trainee.class,
        ..Target::default()
    };
    let seated =
        judge_all(work, join, &trainees, reachable, |trainee| judge(&lists, &one, trainee, reason));
    all_or_none(join, &seated)?;
    let members = added(&seated);
    placements::shift(&work.tx, Place::Workshop, None, Some(id), &members, work.ctx().now())
        .await?;
    let fresh = members.iter().filter_map(|id| trainees.get(id));
    note(work, &lists, &one, fresh, reason).await?;
    let ids: Vec<String> = members.iter().map(Uuid::to_string).collect();
    let event = Event::new("workshop.members_added", "workshop", id).at(&target);
    work.record(event.with("members", ids));
    Ok(seated)
}

fn judge(lists: &Reference, one: &Workshop, trainee: &Trainee, reason: Option<&str>) -> Verdict {
    let given = reason.is_some_and(|text| !text.trim().is_empty());
    let inside = match one.host_kind {
        HostKind::School => trainee.school == one.host,
        HostKind::Class => trainee.class == Some(one.host),
    };
    if trainee.project != one.project {
        Verdict::Refused("not_found")
    } else if trainee.workshop == Some(one.id) {
        Verdict::Unchanged
    } else if trainee.workshop.is_some() {
        Verdict::Refused("already_enrolled")
    } else if !inside {
        Verdict::Refused("school_mismatch")
    } else if given || family_fits(lists, one.family, &trainee.subject) {
        Verdict::Added
    } else {
        Verdict::Refused("family_mismatch")
    }
}

/// Lists whoever is of another family among the county's exceptions.
async fn note(
    work: &Work<'_>,
    lists: &Reference,
    one: &Workshop,
    members: impl Iterator<Item = &Trainee>,
    reason: Option<&str>,
) -> Result<()> {
    let strange = members.filter(|trainee| !family_fits(lists, one.family, &trainee.subject));
    let passed = strange.map(|trainee| {
        let mut exception = excepted(
            work,
            "family_mismatch",
            ("workshop", one.id),
            (one.project, one.county),
            reason.unwrap_or_default(),
        );
        exception.school = Some(trainee.school);
        exception.enrollment = Some(trainee.id);
        exception
    });
    Ok(exceptions::insert(&work.tx, passed.collect()).await?)
}

/// Takes a trainee out of a workshop; its leader has to be replaced first.
pub async fn remove_member(work: &Work<'_>, id: Uuid, enrollment: Uuid) -> Result<()> {
    let (one, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    let trainee = placements::find_many(work, &[enrollment]).await?.remove(&enrollment);
    let trainee = trainee.filter(|trainee| trainee.workshop == Some(id));
    let trainee = trainee.ok_or_else(Refusal::not_found)?;
    not_leading(&one, &trainee)?;
    let now = work.ctx().now();
    placements::shift(&work.tx, Place::Workshop, Some(id), None, &[enrollment], now).await?;
    let event = Event::new("workshop.member_removed", "workshop", id).at(&target);
    work.record(event.with("member", enrollment.to_string()));
    Ok(())
}

fn not_leading(one: &Workshop, trainee: &Trainee) -> Result<()> {
    if one.leader != Some(trainee.person) {
        return Ok(());
    }
    let detail = "This member leads the workshop; appoint another leader first.";
    Err(Refusal::rule(Kind::InvalidTransition, "leads_workshop", detail).into())
}

/// Moves one trainee into a workshop, out of the one before, if any.
pub(crate) async fn seat_one(
    work: &Work<'_>,
    id: Uuid,
    trainee: &Trainee,
    reason: Option<&str>,
) -> Result<()> {
    let (one, target) = find(work, id).await?;
    work.may_seeing(Rule::O05Edit, Rule::O03Read, &target)?;
    if trainee.workshop == Some(id) {
        return Ok(());
    }
    let lists = Reference::builtin();
    let free = Trainee { workshop: None, ..trainee.clone() };
    if let Verdict::Refused(code) = judge(&lists, &one, &free, reason) {
        return Err(Refusal::field("/workshop_id", code, advice(code)).into());
    }
    if let Some(old) = trainee.workshop {
        let old = rows::find(work, old).await?.ok_or_else(Refusal::not_found)?;
        not_leading(&old, trainee)?;
    }
    let now = work.ctx().now();
    let from = trainee.workshop;
    placements::shift(&work.tx, Place::Workshop, from, Some(id), &[trainee.id], now).await?;
    note(work, &lists, &one, std::iter::once(trainee), reason).await
}
