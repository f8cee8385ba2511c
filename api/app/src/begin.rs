//! The first steps of an installation: the first operator, and the sample county to try
//! everything on.

mod experts;
mod sample;
mod works;

use domain::{
    Kind, Refusal,
    access::{Actor, Appointment, Role},
};
pub use sample::{Demo, load_sample};
use std::sync::Arc;
use store::{
    accounts as accounts_rows, begin as rows,
    bulk::{
        groups::{NewAppointment, insert_appointments},
        roster::{NewPerson, insert_people},
    },
};
use uuid::Uuid;

use crate::{Context, Event, Request, Result, Services, Unit, accounts};

/// A context in which the program itself acts for a project: it holds the county's and the
/// project team's roles and leaves its acts in the audit trail without a person's name.
#[must_use]
pub fn of_program(services: &Arc<Services>, project: Uuid, county: Uuid) -> Context {
    let held = |role, scope| Appointment {
        id: Uuid::nil(),
        role,
        project: Some(project),
        scope: Some(scope),
        subject: None,
    };
    let appointments = vec![held(Role::CountyAdmin, county), held(Role::ProjectTeam, project)];
    Context {
        services: services.clone(),
        actor: Arc::new(Actor { program: true, appointments, ..Actor::default() }),
        request: Request::default(),
        session: None,
    }
}

/// As [`of_program`], but as if somebody had just given a password: whoever may run commands on
/// the machine holds the keys anyway.
#[must_use]
pub fn of_operator(services: &Arc<Services>, project: Uuid, county: Uuid) -> Context {
    let ctx = of_program(services, project, county);
    let actor = Arc::new(Actor { fresh: true, ..(*ctx.actor).clone() });
    Context { actor, ..ctx }
}

/// Makes the first platform operator of an empty installation; tells the activation code that
/// opens the account, shown this once.
pub async fn create_operator(ctx: &Context, name: &str, staff_no: &str) -> Result<String> {
    if !rows::is_empty(&ctx.look()).await? {
        let detail = "There are accounts already; let an operator appoint another one.";
        return Err(Refusal::rule(Kind::InvalidTransition, "not_empty", detail).into());
    }
    ctx.run(async |work| {
        let (id, account) = (ctx.new_id(), ctx.new_id());
        let person = person(ctx, id, account, name, Some(staff_no.to_owned()));
        insert_people(&work.tx, vec![person], ctx.now()).await?;
        let grant = NewAppointment {
            id: ctx.new_id(),
            person: id,
            project: None,
            role: Role::PlatformOperator.as_str().to_owned(),
            scope_kind: "platform".to_owned(),
            scope: None,
            subject: None,
            title: None,
            created_by: None,
        };
        insert_appointments(&work.tx, vec![grant], ctx.now()).await?;
        work.record(Event::new("operator.created", "person", id));
        let codes = accounts::issue_codes(work, &[account]).await?;
        codes.into_iter().next().ok_or_else(|| crate::Error::fault("no code was made"))
    })
    .await
}

fn person(
    ctx: &Context,
    id: Uuid,
    account: Uuid,
    name: &str,
    staff_no: Option<String>,
) -> NewPerson {
    NewPerson {
        id,
        account,
        name: name.to_owned(),
        gender: None,
        id_no_sealed: None,
        id_no_hash: None,
        phone_sealed: None,
        phone_hash: None,
        key_id: ctx.services.vault.key_id().to_owned(),
        staff_no,
    }
}

/// Sets a password outright: for demonstration accounts only.
async fn open_account(work: &crate::Work<'_>, person: Uuid, hash: &str) -> Result<()> {
    let account = accounts_rows::find_account_of(work, person).await?;
    let account = account.ok_or_else(Refusal::not_found)?;
    let now = work.ctx().now();
    accounts_rows::set_password(&work.tx, account.account, hash, true, now).await?;
    accounts_rows::activate_enrollments(&work.tx, person, now).await?;
    Ok(())
}
