use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use domain::roster::{Judged, RosterEntry, RosterRow, SeenInFile, judge_row};
use store::{
    bulk::roster::{self as rows, Enrollment, KnownPerson, PersonChange},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{each_row, refusal},
    plan::{Aim, Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Error, Result, Services, Unit, Work};
use guard::Guard;
use newcomer::Newcomer;
use place::enrollment;

/// People written by one statement.
const SOME: usize = 100;

mod edited;
mod guard;
mod newcomer;
mod place;

/// People and places to be made or changed.
#[derive(Default)]
pub(super) struct Writes {
    people: Vec<Newcomer>,
    /// Where the verdict stands, the person after and before.
    changed_people: Vec<(usize, PersonChange, PersonChange)>,
    places: Vec<Enrollment>,
    changed_places: Vec<(usize, Enrollment, Enrollment)>,
}

/// An accepted row with its digests. It stands in a box, so that each gives its room back to what
/// becomes of it.
struct Entry {
    row: RosterEntry<Uuid>,
    id_no_hash: Vec<u8>,
    phone_hash: Vec<u8>,
}

/// One trainee per row (s.19): text, ID number, phone, school, stage and subject by the rules of
/// `domain::roster`; people are recognised by their ID number.
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: Vec<u8>,
) -> Result<Plan> {
    let (judged, columns) = judge_file(unit, ground, name, content).await?;
    let (mut verdicts, mut entries) = (Vec::with_capacity(judged.len()), vec![]);
    for (verdict, entry) in judged {
        entries.extend(entry.map(|entry| (verdicts.len(), entry)));
        verdicts.push(verdict);
    }
    let mut known = Known::load(unit, ground, &entries, columns).await?;
    let mut writes = Writes::default();
    if ground.aim != Aim::Judging {
        // Room that is not used is not taken; growing would hold much of a large file twice.
        writes.people.reserve_exact(entries.len());
        writes.places.reserve_exact(entries.len());
    }
    for (at, entry) in entries {
        let done = known.settle(unit, ground, at, &entry, &mut writes);
        if let Some(verdict) = verdicts.get_mut(at) {
            match done {
                Ok(effect) => verdict.effect = effect,
                Err(code) => verdict.codes.push(code),
            }
        }
    }
    let renewals = edited::hold(unit, ground, &mut writes, &mut verdicts).await?;
    Ok(Plan { renewals, ..Plan::new(verdicts, AnyWrites::Roster(writes)) })
}

/// The verdicts on all rows with the accepted entries, and the columns that the file has.
type JudgedFile = (Vec<(Verdict, Option<Box<Entry>>)>, Vec<&'static str>);

/// Reads and judges every row by itself, away from the threads that answer requests.
async fn judge_file(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: Vec<u8>,
) -> Result<JudgedFile> {
    let services: Arc<Services> = unit.ctx().services.clone();
    let (reference, schools) = (ground.reference.clone(), ground.schools.clone());
    let (kind, name, today) = (ground.kind, name.to_owned(), unit.ctx().now().date_naive());
    let progress = ground.progress.clone();
    let judged = tokio::task::spawn_blocking(move || {
        let (mut seen, mut judged) = (SeenInFile::default(), vec![]);
        let mut columns = vec![];
        each_row(kind, &progress, &content, &name, |row| {
            if columns.is_empty() {
                let keys = kind.columns().iter().map(|one| one.key);
                columns = keys.filter(|key| row.has(key)).collect();
            }
            let raw = raw(row);
            if raw.is_skipped() {
                judged.push((Verdict::skipped(row.line), None));
                return;
            }
            let find = |name: &str, code: &str| schools.find(name, code);
            let mut one = judge_row(&raw, today, &reference, find);
            seen.judge(&mut one);
            judged.push(entry(&services, row.line, raw.name, one));
        })?;
        Ok::<_, sheet::FileFault>((judged, columns))
    })
    .await
    .map_err(Error::fault)?;
    judged.map_err(|fault| refusal(&fault).into())
}

fn raw<'r>(row: &sheet::Row<'r>) -> RosterRow<'r> {
    RosterRow {
        trainee_no: row.text("trainee_no"),
        name: row.text("name"),
        gender: row.text("gender"),
        id_no: row.text("id_no"),
        id_no_was_number: row.get("id_no").was_number,
        phone: row.text("phone"),
        school: row.text("school"),
        school_code: row.text("school_code"),
        town: row.text("town"),
        stage: row.text("stage"),
        subject: row.text("subject"),
        duty: row.text("duty"),
        job_title: row.text("job_title"),
        teaching_years: row.text("teaching_years"),
        education: row.text("education"),
        note: row.text("note"),
    }
}

fn entry(
    services: &Services,
    line: u32,
    name: &str,
    judged: Judged<Uuid>,
) -> (Verdict, Option<Box<Entry>>) {
    let label: String = domain::text::clean_name(name).value.chars().take(50).collect();
    let mut verdict = Verdict::accepted(line, Effect::None, label);
    verdict.codes = judged.codes;
    verdict.warnings = judged.warnings;
    let entry = judged.value.map(|row| {
        let id_no_hash = services.vault.digest("id_no", row.id_no.as_str());
        let phone_hash = services.vault.digest("phone", row.phone.as_str());
        Box::new(Entry { row, id_no_hash, phone_hash })
    });
    (verdict, entry)
}

/// Who and what is there already.
struct Known {
    guard: Guard,
    people: HashMap<Vec<u8>, KnownPerson>,
    phones: HashMap<Vec<u8>, Uuid>,
    places: HashMap<Uuid, Enrollment>,
    numbers: HashMap<String, Uuid>,
    /// Numbers that some row of the file brings.
    named: HashSet<String>,
    /// Staff numbers that somebody signs in by already.
    staff: HashSet<String>,
    /// The columns that the file has; what it leaves out it says nothing about.
    columns: Vec<&'static str>,
    next_number: u32,
}

impl Known {
    async fn load(
        unit: &impl Unit,
        ground: &Ground,
        entries: &[(usize, Box<Entry>)],
        columns: Vec<&'static str>,
    ) -> Result<Self> {
        let id_numbers: Vec<_> = entries.iter().map(|(_, one)| one.id_no_hash.clone()).collect();
        let people = rows::by_id_no(unit, &id_numbers).await?;
        drop(id_numbers);
        let phones: Vec<_> = entries.iter().map(|(_, one)| one.phone_hash.clone()).collect();
        let phones = rows::by_phone(unit, &phones).await?;
        let ids: Vec<Uuid> = people.values().map(|person| person.id).collect();
        let numbers = entries.iter().filter_map(|(_, one)| one.row.trainee_no.as_ref());
        let staff: Vec<String> = numbers.clone().map(|number| number.to_uppercase()).collect();
        let mut known = Self {
            guard: Guard::load(unit, ground, &ids).await?,
            people,
            phones,
            places: rows::enrolled(unit, ground.project).await?,
            numbers: HashMap::new(),
            named: numbers.cloned().collect(),
            staff: rows::staff_numbers(unit, &staff).await?,
            columns,
            next_number: 0,
        };
        known.release(ground, entries);
        known.numbers =
            known.places.values().map(|one| (one.trainee_no.clone(), one.person)).collect();
        Ok(known)
    }

    /// A phone that its owner gives up in this very file is free for another of its rows, where
    /// the owner's own row may be taken.
    fn release(&mut self, ground: &Ground, entries: &[(usize, Box<Entry>)]) {
        for (_, entry) in entries {
            let Some(person) = self.people.get(&entry.id_no_hash) else { continue };
            if self.guard.bars(ground, person.id, self.places.get(&person.id)) {
                continue;
            }
            let old = person.phone_hash.as_ref().filter(|old| **old != entry.phone_hash);
            let own = old.filter(|old| self.phones.get(*old) == Some(&person.id));
            if let Some(old) = own.cloned() {
                self.phones.remove(&old);
            }
        }
    }

    fn settle(
        &mut self,
        unit: &impl Unit,
        ground: &Ground,
        at: usize,
        entry: &Entry,
        writes: &mut Writes,
    ) -> Result<Effect, &'static str> {
        let person = self.people.get(&entry.id_no_hash).cloned();
        let id = person.as_ref().map_or_else(|| unit.ctx().new_id(), |person| person.id);
        if self.phones.get(&entry.phone_hash).is_some_and(|owner| *owner != id) {
            return Err("duplicate_phone");
        }
        let place = self.places.get(&id).cloned();
        if let Some(place) = &place {
            Guard::may_move(ground, place)?;
        }
        let stated = self.columns.contains(&"gender");
        let change = person.as_ref().and_then(|known| change_person(known, entry, stated));
        if change.is_some() {
            self.guard.may_change(id)?;
        }
        let number = match (&entry.row.trainee_no, &place) {
            (Some(number), _) => number.clone(),
            (None, Some(place)) => place.trainee_no.clone(),
            (None, None) => self.free_number(),
        };
        if self.numbers.get(&number).is_some_and(|owner| *owner != id) {
            return Err("duplicate_trainee_no");
        }
        self.numbers.insert(number.clone(), id);
        let at_place = place.as_ref().map_or_else(|| unit.ctx().new_id(), |place| place.id);
        let mut new = enrollment(at_place, id, number, ground.county, &entry.row);
        if let Some(before) = &place {
            self.leave_out(&mut new, before);
        }
        let moved = match person {
            None => {
                let staff_no = Some(new.trainee_no.to_uppercase());
                let staff_no = staff_no.filter(|number| self.staff.insert(number.clone()));
                if ground.aim != Aim::Judging {
                    writes.people.push(newcomer(unit, id, staff_no, entry));
                }
                false
            }
            Some(_) => change.is_some_and(|(after, before)| {
                writes.changed_people.push((at, after, before));
                true
            }),
        };
        Ok(match place {
            None => {
                if ground.aim != Aim::Judging {
                    writes.places.push(new);
                }
                Effect::Created
            }
            Some(before) if before == new && !moved => Effect::Unchanged,
            Some(before) => {
                if before != new {
                    writes.changed_places.push((at, new, before));
                }
                Effect::Updated
            }
        })
    }

    /// What the file has no column for stays as it is.
    fn leave_out(&self, new: &mut Enrollment, before: &Enrollment) {
        let lacks = |key: &str| !self.columns.contains(&key);
        if lacks("duty") {
            new.duty.clone_from(&before.duty);
        }
        if lacks("job_title") {
            new.job_title.clone_from(&before.job_title);
        }
        if lacks("teaching_years") {
            new.teaching_years = before.teaching_years;
        }
        if lacks("education") {
            new.education.clone_from(&before.education);
        }
        if lacks("note") {
            new.note.clone_from(&before.note);
        }
    }

    /// A trainee number that nobody has, for rows that bring none.
    fn free_number(&mut self) -> String {
        loop {
            self.next_number = self.next_number.saturating_add(1);
            let number = format!("T{:06}", self.next_number);
            if !self.numbers.contains_key(&number) && !self.named.contains(&number) {
                return number;
            }
        }
    }
}

fn newcomer(unit: &impl Unit, id: Uuid, staff_no: Option<String>, entry: &Entry) -> Newcomer {
    Newcomer {
        id,
        account: unit.ctx().new_id(),
        name: entry.row.name.clone(),
        gender: entry.row.gender.as_str(),
        id_no: entry.row.id_no.as_str().to_owned(),
        id_no_hash: entry.id_no_hash.clone(),
        phone: entry.row.phone.as_str().to_owned(),
        phone_hash: entry.phone_hash.clone(),
        staff_no,
    }
}

/// What the row changes of a person that is known: the person after, with the phone still
/// legible, and before. `stated` tells whether the file has a column for the gender.
fn change_person(
    known: &KnownPerson,
    entry: &Entry,
    stated: bool,
) -> Option<(PersonChange, PersonChange)> {
    let before = PersonChange {
        id: known.id,
        name: known.name.clone(),
        gender: known.gender.clone(),
        phone_sealed: known.phone_sealed.clone(),
        phone_hash: known.phone_hash.clone(),
    };
    let mut after = before.clone();
    after.name.clone_from(&entry.row.name);
    if stated || known.gender.is_none() {
        after.gender = Some(entry.row.gender.as_str().to_owned());
    }
    if known.phone_hash.as_deref() != Some(entry.phone_hash.as_slice()) {
        after.phone_sealed = Some(entry.row.phone.as_str().as_bytes().to_vec());
        after.phone_hash = Some(entry.phone_hash.clone());
    }
    (after != before).then_some((after, before))
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let (now, vault) = (work.ctx().now(), &work.ctx().services.vault);
    let made_ones = writes.people.len().saturating_mul(2).saturating_add(writes.places.len());
    let mut changes = Vec::with_capacity(made_ones);
    // Two people may have changed phones with each other: the old ones go first.
    let moved = |(after, before): (&PersonChange, &PersonChange)| {
        (after.phone_hash != before.phone_hash).then_some(after.id)
    };
    let changed = writes.changed_people.iter().map(|(_, after, before)| (after, before));
    rows::clear_phones(&work.tx, &changed.filter_map(moved).collect::<Vec<_>>()).await?;
    let mut people = writes.people.into_iter().peekable();
    // A few at a time, so that not all of a large file stand there sealed.
    while people.peek().is_some() {
        let some = people.by_ref().take(SOME).map(|one| one.sealed(vault));
        let some = some.collect::<Result<Vec<_>>>()?;
        for one in &some {
            changes.push(made("persons", one.id));
            changes.push(made("accounts", one.account));
        }
        rows::insert_people(&work.tx, some, now).await?;
    }
    for (_, mut after, before) in writes.changed_people {
        if after.phone_hash != before.phone_hash {
            let phone = after.phone_sealed.take().unwrap_or_default();
            after.phone_sealed = Some(vault.seal_bytes(after.id, &phone)?);
        }
        rows::update_person(&work.tx, &after, now).await?;
        changes.push(altered("persons", after.id, &before));
    }
    changes.extend(writes.places.iter().map(|place| made("enrollments", place.id)));
    rows::insert_enrollments(&work.tx, project, writes.places, now).await?;
    for (_, after, before) in writes.changed_places {
        rows::update_enrollment(&work.tx, &after, now).await?;
        changes.push(altered("enrollments", after.id, &before));
    }
    Ok(changes)
}
