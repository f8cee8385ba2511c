use domain::roster::RosterEntry;
use store::bulk::roster::Enrollment;
use uuid::Uuid;

/// The place that a row asks for.
pub(super) fn enrollment(
    id: Uuid,
    person: Uuid,
    trainee_no: String,
    county: Uuid,
    row: &RosterEntry<Uuid>,
) -> Enrollment {
    Enrollment {
        id,
        person,
        trainee_no,
        county,
        school: row.school,
        stage: row.stage.as_str().to_owned(),
        subject: row.subject.clone(),
        duty: row.duty.clone(),
        job_title: row.job_title.clone(),
        teaching_years: row.teaching_years,
        education: row.education.clone(),
        note: row.note.clone(),
    }
}
