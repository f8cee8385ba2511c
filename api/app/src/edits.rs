//! Changes by hand of what a file brought in, noted so that the next file leaves them alone.

use store::edits::{self as rows, Edit};
use uuid::Uuid;

use crate::{Result, Unit, Work};

/// A field with its values before and after.
pub(crate) type Field = (&'static str, Option<String>, Option<String>);

/// Notes which of these fields of a record were changed by hand.
pub(crate) async fn note(
    work: &Work<'_>,
    table: &str,
    id: Uuid,
    fields: impl IntoIterator<Item = Field>,
) -> Result<()> {
    let edits = changed(work, table, id, fields);
    Ok(rows::note(&work.tx, &edits).await?)
}

/// The edits that [`note`] would write, for several records at once.
pub(crate) fn changed(
    work: &Work<'_>,
    table: &str,
    id: Uuid,
    fields: impl IntoIterator<Item = Field>,
) -> Vec<Edit> {
    let (by, at) = (work.ctx().actor.id, work.ctx().now());
    let changed = fields.into_iter().filter(|(_, before, after)| before != after);
    changed
        .map(|(field, before, _)| Edit {
            table: table.to_owned(),
            id,
            field: field.to_owned(),
            imported: before,
            by: (!by.is_nil()).then_some(by),
            at,
        })
        .collect()
}

/// A number as fields are compared.
pub(crate) fn number(value: Option<impl ToString>) -> Option<String> {
    value.map(|value| value.to_string())
}
