//! What of a roster gives way to changes by hand.

use store::bulk::roster::{Enrollment, PersonChange};

use super::{Effect, Ground, Result, Unit, Verdict, Writes};
use crate::{
    edits::number,
    imports::edits::{Edits, Field, Renewal, Shown},
    secrets::printed,
};

macro_rules! field {
    ($name:ident, $text:expr) => {
        Field {
            name: stringify!($name),
            text: $text,
            shown: Shown::Text,
            keep: |new, before| new.$name.clone_from(&before.$name),
        }
    };
}

/// What both files and people write of a place in a project.
const PLACE: &[Field<Enrollment>] = &[
    field!(school, |one| Some(one.school.to_string())),
    field!(stage, |one| Some(one.stage.clone())),
    field!(subject, |one| Some(one.subject.clone())),
    field!(duty, |one| one.duty.clone()),
    field!(job_title, |one| one.job_title.clone()),
    field!(teaching_years, |one| number(one.teaching_years)),
    field!(education, |one| one.education.clone()),
    field!(note, |one| one.note.clone()),
];

/// What both files and people write of a person. A phone is compared by its digest and never
/// shown.
const PERSON: &[Field<PersonChange>] = &[
    field!(name, |one| Some(one.name.clone())),
    field!(gender, |one| one.gender.clone()),
    Field {
        name: "phone",
        text: |one| one.phone_hash.as_deref().map(printed),
        shown: Shown::Not,
        keep: |new, before| {
            new.phone_hash.clone_from(&before.phone_hash);
            new.phone_sealed.clone_from(&before.phone_sealed);
        },
    },
];

/// Puts back what people changed by hand since the last file; a row of which nothing is left
/// changes nothing.
pub(super) async fn hold(
    unit: &impl Unit,
    ground: &Ground,
    writes: &mut Writes,
    verdicts: &mut [Verdict],
) -> Result<Vec<Renewal>> {
    let ids = writes.changed_people.iter().map(|(_, _, before)| before.id);
    let mut people = Edits::load(unit, "persons", ids, ground.aim).await?;
    let ids = writes.changed_places.iter().map(|(_, _, before)| before.id);
    let mut places = Edits::load(unit, "enrollments", ids, ground.aim).await?;
    writes.changed_people.retain_mut(|(at, new, before)| {
        let Some(verdict) = verdicts.get_mut(*at) else { return true };
        people.hold(PERSON, before.id, new, before, verdict);
        new != before
    });
    writes.changed_places.retain_mut(|(at, new, before)| {
        let Some(verdict) = verdicts.get_mut(*at) else { return true };
        places.hold(PLACE, before.id, new, before, verdict);
        for one in verdict.differences.iter_mut().filter(|one| one.field == "school") {
            for value in [&mut one.current, &mut one.file] {
                let name = value.as_deref().and_then(|id| ground.schools.name_of(id));
                *value = name.or(value.take());
            }
        }
        new != before
    });
    let mut changed: Vec<usize> = writes.changed_people.iter().map(|(at, ..)| *at).collect();
    changed.extend(writes.changed_places.iter().map(|(at, ..)| *at));
    changed.sort_unstable();
    for (at, verdict) in verdicts.iter_mut().enumerate() {
        if verdict.effect == Effect::Updated && changed.binary_search(&at).is_err() {
            verdict.effect = Effect::Unchanged;
        }
    }
    let mut renewals = people.renewals;
    renewals.append(&mut places.renewals);
    Ok(renewals)
}
