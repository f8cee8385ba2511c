//! The sheet of activation codes that a school hands out (F07).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Role, Rule, Target},
};
use store::{Window, accounts as rows, appointments, roster};
use uuid::Uuid;

use super::activation::make_codes;
use crate::{Event, Result, Unit, Work, projects, roster::target as place_of};

/// The most codes that one sheet holds.
const LONGEST: u64 = 500;

/// For whom codes are made.
#[derive(Debug, Clone)]
pub enum ForWhom {
    /// Everybody of a school who has not signed in yet.
    School(Uuid),
    /// These places of the roster.
    Places(Vec<Uuid>),
}

/// A line of the sheet.
#[derive(Debug, Clone)]
pub struct Line {
    pub enrollment: Uuid,
    pub person: Uuid,
    pub name: String,
    pub trainee_no: String,
    pub school_name: String,
    /// Typed with the code at the first sign-in.
    pub login: String,
    pub code: String,
}

/// The sheet, shown this once.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub lines: Vec<Line>,
    pub expires_at: DateTime<Utc>,
    /// Who was left out: (place, why).
    pub left_out: Vec<(Uuid, &'static str)>,
}

/// Makes a code for everybody asked for who has not signed in yet; earlier unused codes end.
pub async fn issue_sheet(work: &Work<'_>, project: Uuid, whom: ForWhom) -> Result<Sheet> {
    let (_, around) = projects::find(work, project).await?;
    let places = places(work, project, &around, &whom).await?;
    let people: Vec<Uuid> = places.iter().map(|place| place.person_id).collect();
    let accounts = rows::accounts_of(work, people.clone()).await?;
    let mut roles: HashMap<Uuid, Vec<Role>> = HashMap::new();
    for (person, word) in appointments::roles_of(work, people).await? {
        roles.entry(person).or_default().extend(Role::parse(&word));
    }
    let (mut chosen, mut left_out) = (vec![], vec![]);
    for place in places {
        let known = accounts.get(&place.person_id);
        let Some((account, staff_no, status)) = known.filter(|(.., status)| status != "suspended")
        else {
            left_out.push((place.id, "account_suspended"));
            continue;
        };
        if status == "active" {
            left_out.push((place.id, "already_active"));
            continue;
        }
        let pass = work.ctx().actor.may_seeing(Rule::A03Issue, Rule::P01Read, &place_of(&place));
        let held = roles.get(&place.person_id).map(Vec::as_slice).unwrap_or_default();
        match pass.and_then(|pass| work.ctx().actor.stands_above(pass, held).map(|()| pass)) {
            Ok(pass) => work.acted_as(pass.role),
            Err(_) => {
                left_out.push((place.id, "not_above"));
                continue;
            }
        }
        let login = staff_no.clone().unwrap_or_else(|| place.trainee_no.clone());
        chosen.push((*account, place, login));
    }
    let accounts: Vec<Uuid> = chosen.iter().map(|(account, ..)| *account).collect();
    let (codes, expires_at) = make_codes(work, &accounts).await?;
    let lines = chosen.into_iter().zip(codes).map(|((_, place, login), code)| Line {
        enrollment: place.id,
        person: place.person_id,
        name: place.name,
        trainee_no: place.trainee_no,
        school_name: place.school_name,
        login,
        code,
    });
    let lines: Vec<Line> = lines.collect();
    let event = Event::new("codes.issued", "project", project).at(&around);
    work.record(event.with("count", lines.len()));
    Ok(Sheet { lines, expires_at, left_out })
}

/// The places asked for that the caller may see.
async fn places(
    work: &Work<'_>,
    project: Uuid,
    around: &Target,
    whom: &ForWhom,
) -> Result<Vec<roster::Enrollment>> {
    let mut wanted = roster::Wanted::default();
    match whom {
        ForWhom::School(school) => {
            let target = Target { school: Some(*school), ..around.clone() };
            work.may_seeing(Rule::A03Issue, Rule::P01Read, &target)?;
            wanted.school = Some(*school);
            wanted.activated = Some(false);
        }
        ForWhom::Places(ids) => {
            if work.ctx().actor.reach(Rule::A03Issue, project).is_empty() {
                return Err(Refusal::forbidden().into());
            }
            wanted.only = Some(ids.clone());
        }
    }
    let reach = work.ctx().actor.reach(Rule::P01Read, project);
    let window = Window { limit: LONGEST, after: None, descending: false };
    let cut = roster::list(work, &reach, &wanted, &window).await?;
    if cut.more {
        let detail = format!("At most {LONGEST} codes at once; name the places to be given one.");
        return Err(Refusal::field("/school_id", "sheet_too_long", detail).into());
    }
    if let ForWhom::Places(ids) = whom
        && ids.iter().any(|id| !cut.items.iter().any(|place| place.id == *id))
    {
        let detail = "One of these places is not on the roster, or not yours to see.";
        return Err(Refusal::field("/enrollment_ids", "enrollment_unknown", detail).into());
    }
    Ok(cut.items)
}
