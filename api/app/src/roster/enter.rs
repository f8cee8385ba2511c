use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    reference::StageOfSchooling,
    roster::{RosterEntry, RosterRow, judge_row},
};
use store::{
    bulk::{
        self,
        roster::{self as bulk_rows, NewPerson},
    },
    organizations, roster as rows,
};
use uuid::Uuid;

use super::{Entry, REFERENCE, show};
use crate::{Event, Result, Unit, Work, projects};

/// Somebody to be added by hand, as they would stand in a file.
#[derive(Debug, Clone, Default)]
pub struct NewEnrollment {
    pub school: Uuid,
    pub trainee_no: String,
    pub name: String,
    pub gender: String,
    pub id_no: String,
    pub phone: String,
    pub stage: String,
    pub subject: String,
    pub duty: String,
    pub job_title: String,
    pub teaching_years: String,
    pub education: String,
    pub note: String,
}

/// Adds one trainee by the same rules as a file's row. People are recognised by their ID
/// number, whichever project they were in before.
pub async fn create(work: &Work<'_>, project: Uuid, new: NewEnrollment) -> Result<Entry> {
    let (project, around) = projects::find(work, project).await?;
    let target = Target { school: Some(new.school), ..around };
    work.may_seeing(Rule::O02Import, Rule::O01Read, &target)?;
    let known = organizations::is_school_of(work, new.school, project.region).await?;
    let entry = judge(work, &new, known)?;
    bulk::project::lock(&work.tx, project.id).await?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let vault = &ctx.services.vault;
    let id_no_hash = vault.digest("id_no", entry.id_no.as_str());
    let phone_hash = vault.digest("phone", entry.phone.as_str());
    let person = bulk_rows::by_id_no(work, std::slice::from_ref(&id_no_hash)).await?;
    let person = person.get(&id_no_hash).map(|person| person.id);
    let owner = bulk_rows::by_phone(work, std::slice::from_ref(&phone_hash)).await?;
    if owner.get(&phone_hash).is_some_and(|owner| Some(*owner) != person) {
        return Err(taken("/phone", "duplicate_phone", "Somebody else has this phone."));
    }
    if let Some(id) = person
        && rows::list_of(work, id).await?.iter().any(|place| place.project_id == project.id)
    {
        return Err(taken("/id_no", "duplicate_id_no", "This person is on the roster already."));
    }
    let number = number(work, project.id, entry.trainee_no.as_deref()).await?;
    let person = match person {
        Some(id) => id,
        None => newcomer(work, &entry, &number, (id_no_hash, phone_hash)).await?,
    };
    let row = bulk_rows::Enrollment {
        id: ctx.new_id(),
        person,
        trainee_no: number,
        county: project.region,
        school: entry.school,
        stage: entry.stage.as_str().to_owned(),
        subject: entry.subject,
        duty: entry.duty,
        job_title: entry.job_title,
        teaching_years: entry.teaching_years,
        education: entry.education,
        note: entry.note,
    };
    let id = row.id;
    bulk_rows::insert_enrollments(&work.tx, project.id, vec![row], now).await?;
    let target = Target { owner: Some(person), ..target };
    work.record(Event::new("enrollment.created", "enrollment", id).at(&target));
    show(work, id).await
}

/// Somebody whom no project had before, with an account to activate.
async fn newcomer(
    work: &Work<'_>,
    entry: &RosterEntry<Uuid>,
    number: &str,
    (id_no_hash, phone_hash): (Vec<u8>, Vec<u8>),
) -> Result<Uuid> {
    let staff_no = number.to_uppercase();
    if store::accounts::login_taken(work, None, Some(&staff_no)).await? {
        let detail = "Somebody signs in by this number already; choose another one.";
        return Err(taken("/trainee_no", "login_taken", detail));
    }
    let (ctx, vault) = (work.ctx(), &work.ctx().services.vault);
    let id = ctx.new_id();
    let person = NewPerson {
        id,
        account: ctx.new_id(),
        name: entry.name.clone(),
        gender: Some(entry.gender.as_str().to_owned()),
        id_no_sealed: Some(vault.seal(id, entry.id_no.as_str())?),
        id_no_hash: Some(id_no_hash),
        phone_sealed: Some(vault.seal(id, entry.phone.as_str())?),
        phone_hash: Some(phone_hash),
        key_id: vault.key_id().to_owned(),
        staff_no: Some(staff_no),
    };
    bulk_rows::insert_people(&work.tx, vec![person], ctx.now()).await?;
    Ok(id)
}

/// Every fault of the entry at once, each at its field.
fn judge(work: &Work<'_>, new: &NewEnrollment, known: bool) -> Result<RosterEntry<Uuid>> {
    let school = new.school.to_string();
    let stage = StageOfSchooling::parse(&new.stage).map_or(new.stage.as_str(), |one| one.title());
    let row = RosterRow {
        trainee_no: &new.trainee_no,
        name: &new.name,
        gender: &new.gender,
        id_no: &new.id_no,
        id_no_was_number: false,
        phone: &new.phone,
        school: "",
        school_code: &school,
        town: "",
        stage,
        subject: &new.subject,
        duty: &new.duty,
        job_title: &new.job_title,
        teaching_years: &new.teaching_years,
        education: &new.education,
        note: &new.note,
    };
    let today = work.ctx().now().date_naive();
    let judged = judge_row(&row, today, &REFERENCE, |_, _| known.then_some(new.school));
    judged.value.ok_or_else(|| faults(&judged.codes).into())
}

/// The reason codes of a row as faults of the fields they speak of.
pub(super) fn faults(codes: &[&'static str]) -> Refusal {
    let mut refusal = Refusal::new(Kind::ValidationFailed, "Some fields are wrong; see `errors`.");
    for code in codes {
        let fields = ["trainee_no", "name", "id_no", "phone", "stage", "subject"];
        let field = fields.into_iter().find(|field| code.starts_with(field));
        let pointer = field.map_or_else(|| "/school_id".to_owned(), |field| format!("/{field}"));
        refusal = refusal.with(pointer, *code, say(code));
    }
    refusal
}

fn say(code: &str) -> &'static str {
    match code {
        "trainee_no_invalid" => "Use at most 64 letters and digits.",
        "name_missing" | "name_invalid" => "Write the name without digits or signs.",
        "id_no_missing" | "id_no_format" => "Write the 18 characters of the ID number.",
        "id_no_birthdate" => "The date of birth in the ID number does not exist.",
        "id_no_checksum" => "The last character does not fit; look at the number again.",
        "phone_missing" | "phone_format" => "Write eleven digits, beginning with 13 to 19.",
        "stage_missing" | "stage_unknown" => "Choose one of 小学, 初中, 高中 and so on.",
        "subject_missing" | "subject_unknown" => "Choose one of the listed subjects.",
        _ => "Choose a school of this county.",
    }
}

fn taken(pointer: &str, code: &'static str, detail: &str) -> crate::Error {
    Refusal::new(Kind::Duplicate, detail).with(pointer, code, detail).into()
}

/// The number given, if nobody has it, or a free one.
async fn number(work: &Work<'_>, project: Uuid, given: Option<&str>) -> Result<String> {
    if let Some(number) = given {
        if rows::find_by_number(work, project, number).await?.is_some() {
            let detail = "This number is another trainee's; leave it out to get a free one.";
            return Err(taken("/trainee_no", "duplicate_trainee_no", detail));
        }
        return Ok(number.to_owned());
    }
    let used = rows::numbers_like(work, project, "T%").await?;
    let mut numbers = (1_u32..).map(|number| format!("T{number:06}"));
    Ok(numbers.find(|number| !used.contains(number)).unwrap_or_default())
}
