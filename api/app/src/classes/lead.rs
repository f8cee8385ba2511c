use domain::{
    Kind, Refusal,
    access::{Role, Rule},
    classes::still_open,
    policy::ClassKind,
};
use store::{
    bulk::groups::{NewAppointment, insert_appointments},
    classes as rows, holders,
};
use uuid::Uuid;

use super::{Seen, find, look_at, stale};
use crate::{Event, Result, Unit, Work};

/// Makes one of the co-administrators of a joint class its lead; whoever led it before stays an
/// administrator of the own school only (s.44).
pub async fn appoint_lead(work: &Work<'_>, id: Uuid, version: i64, person: Uuid) -> Result<Seen> {
    let (mut class, target) = find(work, id).await?;
    work.may_seeing(Rule::O03Edit, Rule::O03Read, &target)?;
    still_open(class.status)?;
    if class.kind != ClassKind::Joint {
        let detail = "Only a joint class has a lead; an independent one has its school.";
        return Err(Refusal::rule(Kind::InvalidTransition, "class_not_joint", detail).into());
    }
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let schools = &target.member_schools;
    let today = now.date_naive();
    let admins = holders::list(work, class.project, &[Role::SchoolAdmin], schools, today).await?;
    if !admins.iter().any(|one| one.person == person) {
        let detail = "Choose an administrator of one of its schools.";
        return Err(Refusal::field("/person_id", "not_a_co_admin", detail).into());
    }
    class.version = version;
    if !rows::update(&work.tx, &class, Some(person), now).await? {
        return Err(stale().into());
    }
    holders::end(&work.tx, Role::JointClassAdmin, id, None, now).await?;
    let new = NewAppointment {
        id: ctx.new_id(),
        person,
        project: Some(class.project),
        role: Role::JointClassAdmin.as_str().to_owned(),
        scope_kind: "class".to_owned(),
        scope: Some(id),
        subject: None,
        title: Some("联校管理员".to_owned()),
        created_by: Some(ctx.actor.id),
    };
    insert_appointments(&work.tx, vec![new], now).await?;
    let event = Event::new("class.lead_appointed", "class", id).at(&target);
    work.record(event.with("person", person.to_string()));
    class.version = class.version.saturating_add(1);
    look_at(work, class).await
}
