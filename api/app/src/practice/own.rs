use domain::{
    Refusal,
    access::{Rule, Scope},
    practice::SheetStatus,
};
use store::practice as rows;
pub use store::practice::Own;
use uuid::Uuid;

use crate::{Result, Unit, grades};

/// Trainees and their workshop's leader learn marks when they are published, not before.
pub(super) fn published_to(scope: Scope, status: SheetStatus) -> Result<(), Refusal> {
    if grades::waits(scope) && !status.is_public() { Err(Refusal::not_found()) } else { Ok(()) }
}

/// The practice marks of an enrolment, newest round first.
pub async fn own(unit: &impl Unit, enrollment: Uuid) -> Result<Vec<Own>> {
    let (_, target) = grades::member(unit, enrollment).await?;
    let pass = unit.may_read(Rule::F06Read, &target)?;
    let found = rows::list_own(unit, enrollment).await?;
    let visible = |own: &Own| {
        SheetStatus::parse(&own.sheet_status)
            .is_some_and(|status| published_to(pass.scope, status).is_ok())
    };
    Ok(found.into_iter().filter(visible).collect())
}
