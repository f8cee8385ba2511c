use domain::access::Rule;
pub use store::exceptions::Exception;
use store::{Cut, Window, exceptions as rows};
use uuid::Uuid;

use crate::{Result, Unit, Work, projects};

/// Where limits were passed with a reason, as far as the caller reaches.
pub async fn list_exceptions(
    unit: &impl Unit,
    project: Uuid,
    kind: Option<&str>,
    window: &Window,
) -> Result<Cut<Exception>> {
    projects::find(unit, project).await?;
    let reach = unit.ctx().actor.reach(Rule::O03Read, project);
    Ok(rows::list(unit, &reach, kind, window).await?)
}

/// An exception that the caller makes now; the place it is about is filled in by whoever knows.
pub(crate) fn excepted(
    work: &Work<'_>,
    kind: &str,
    (object_kind, object): (&str, Uuid),
    (project, county): (Uuid, Uuid),
    reason: &str,
) -> Exception {
    let ctx = work.ctx();
    Exception {
        id: ctx.new_id(),
        project,
        county,
        school: None,
        kind: kind.to_owned(),
        object_kind: object_kind.to_owned(),
        object,
        enrollment: None,
        reason: reason.to_owned(),
        actor: ctx.actor.id,
        role: work.role().map_or("none", domain::access::Role::as_str).to_owned(),
        at: ctx.now(),
    }
}
