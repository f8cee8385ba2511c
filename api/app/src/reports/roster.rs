use domain::{
    access::{Shown, Target},
    id_number, phone,
    reference::Reference,
};
use sheet::Value;
use store::reports::{self as rows, Person};
use uuid::Uuid;

use super::{
    Ground,
    counts::Keyed,
    people::{gender, stage, subject},
};
use crate::{Result, Unit};

/// The roster in the columns it is imported by. `whole` shows ID numbers and phones in full,
/// for whoever may export personal data; otherwise they are masked as on the screen.
pub(super) async fn people(
    unit: &impl Unit,
    ground: &Ground,
    whole: bool,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Keyed>> {
    let found = rows::people(unit, &ground.scope, after, limit).await?;
    let mut ids: Vec<Uuid> = found.iter().map(|one| one.school_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let schools = rows::organizations(unit, &ids).await?;
    let parents: Vec<Uuid> = schools.values().filter_map(|school| school.parent).collect();
    let towns = rows::towns(unit, &parents).await?;
    let (lists, mask) = (Reference::builtin(), unit.ctx().actor.mask(ground.project.id));
    let vault = &unit.ctx().services.vault;
    let mut lines = vec![];
    for one in found {
        let shown = if whole { Shown::Both } else { mask.shown(&target(ground, &one)) };
        let open = |sealed: &Option<Vec<u8>>, wanted: Shown| {
            let sealed = sealed.as_deref().filter(|_| shown >= wanted);
            sealed.map(|sealed| vault.open(one.person_id, sealed)).transpose()
        };
        let number = open(&one.id_no_sealed, Shown::Both)?;
        let digits = open(&one.phone_sealed, Shown::Phone)?;
        let hidden = |text: Option<String>, mask: fn(&str) -> String| {
            Value::from(text.map(|text| if whole { text } else { mask(&text) }))
        };
        let school = schools.get(&one.school_id);
        let town = school.and_then(|school| towns.get(&school.parent?)).cloned();
        let cells = vec![
            Value::from(one.trainee_no.clone()),
            Value::from(one.name),
            gender(one.gender.as_deref()),
            hidden(number, id_number::mask),
            hidden(digits, phone::mask),
            Value::from(one.school),
            Value::from(school.map(|school| school.code.clone())),
            Value::from(town),
            Value::from(stage(&one.stage)),
            Value::from(subject(&lists, &one.subject)),
            Value::from(one.duty),
            Value::from(one.job_title),
            one.teaching_years.map_or(Value::Empty, |years| Value::Int(i64::from(years))),
            Value::from(one.education),
            Value::from(one.note),
        ];
        lines.push((one.trainee_no, cells));
    }
    Ok(lines)
}

fn target(ground: &Ground, one: &Person) -> Target {
    Target {
        project: Some(ground.project.id),
        county: Some(one.county_id),
        school: Some(one.school_id),
        class: one.class_id,
        workshop: one.workshop_id,
        owner: Some(one.person_id),
        ..Target::default()
    }
}
