//! What of a file gives way to changes by hand.

use std::collections::HashMap;

use domain::{
    Hundredths,
    differences::{Decision, Difference, decide},
};
use store::edits::{self as rows, Edit};
use uuid::Uuid;

use super::plan::{Aim, Verdict, altered};
use crate::{Result, Unit, Work};

/// How a field's value is shown in a verdict.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Not at all.
    Not,
    Text,
    /// In the file's units: it is kept in hundredths.
    Hundredths,
}

impl Shown {
    fn text(self, value: Option<&str>) -> Option<String> {
        let value = value?;
        match self {
            Self::Not => None,
            Self::Text => Some(value.to_owned()),
            Self::Hundredths => {
                let number = value.parse().map(|number| Hundredths::new(number).to_string());
                Some(number.unwrap_or_else(|_| value.to_owned()))
            }
        }
    }
}

/// A field of a record that both a file and people write.
pub(super) struct Field<T> {
    pub name: &'static str,
    /// Its value in the spelling it is compared in.
    pub text: fn(&T) -> Option<String>,
    pub shown: Shown,
    /// Puts the second record's value into the first.
    pub keep: fn(&mut T, &T),
}

/// What becomes of an edit when the import is committed: it knows the file's newest word, or
/// it is forgotten because the file's word was taken after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Renewal {
    before: Edit,
    after: Option<Edit>,
}

/// The changes by hand of the records that a file would change.
pub(super) struct Edits {
    known: HashMap<(Uuid, String), Edit>,
    aim: Aim,
    pub renewals: Vec<Renewal>,
}

impl Edits {
    pub async fn load(
        unit: &impl Unit,
        table: &str,
        ids: impl Iterator<Item = Uuid>,
        aim: Aim,
    ) -> Result<Self> {
        let ids: Vec<Uuid> = ids.collect();
        let known = rows::load(unit, table, &ids).await?;
        Ok(Self { known, aim, renewals: vec![] })
    }

    /// Puts back into `new` what was changed by hand since the last file, and says so in the
    /// verdict.
    pub fn hold<T>(
        &mut self,
        fields: &[Field<T>],
        id: Uuid,
        new: &mut T,
        before: &T,
        verdict: &mut Verdict,
    ) {
        if self.known.is_empty() {
            return;
        }
        for field in fields {
            let Some(edit) = self.known.get(&(id, field.name.to_owned())) else { continue };
            let (current, file) = ((field.text)(before), (field.text)(new));
            let decision =
                decide(current.as_deref(), file.as_deref(), Some(edit.imported.as_deref()));
            let differs = match decision {
                Decision::Same | Decision::Take => continue,
                Decision::Keep => false,
                Decision::Differ => true,
            };
            let word = if differs { "edit_differs" } else { "edit_kept" };
            if !verdict.warnings.contains(&word) {
                verdict.warnings.push(word);
            }
            let shown = |value: &Option<String>| field.shown.text(value.as_deref());
            verdict.differences.push(Difference {
                field: field.name.to_owned(),
                current: shown(&current),
                file: shown(&file),
                new: differs,
            });
            let after = Edit { imported: file, ..edit.clone() };
            if self.aim == Aim::Overriding {
                self.renewals.push(Renewal { before: edit.clone(), after: None });
                continue;
            }
            if differs {
                self.renewals.push(Renewal { before: edit.clone(), after: Some(after) });
            }
            (field.keep)(new, before);
        }
    }
}

/// Writes what became of the edits; tells what there was before.
pub(super) async fn apply(
    work: &Work<'_>,
    renewals: Vec<Renewal>,
) -> Result<Vec<store::imports::Change>> {
    let kept: Vec<Edit> = renewals.iter().filter_map(|one| one.after.clone()).collect();
    rows::put(&work.tx, &kept).await?;
    for gone in renewals.iter().filter(|one| one.after.is_none()) {
        rows::forget(&work.tx, &gone.before).await?;
    }
    Ok(renewals.iter().map(|one| altered("hand_edits", one.before.id, &one.before)).collect())
}
