use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;
use domain::{Hundredths, access::Role, homework::Rung, reference::Reference};
use store::{
    bulk::{
        groups::{NewAppointment, insert_appointments},
        homework as rows,
        roster::insert_people,
    },
    exhibitions::{self, ExpertReview},
};
use uuid::Uuid;

use super::person;
use crate::{Context, Event, Result, Unit, Work};

/// The staff file names one expert for each subject, who recommends works in the region and so
/// judges none of them blind: the sample county has two more for each subject of its works.
const MORE: [&str; 2] = ["乙", "丙"];

/// What the two gave the works that the library holds already, in points, one after the other.
const MARKS: [[i64; 2]; 4] = [[88, 92], [93, 90], [86, 91], [95, 94]];
const WORDS: [&str; 2] = ["设计完整，证据充分。", "有推广价值，资源规范。"];

/// Appoints further experts and lets them mark what the library holds.
pub(super) async fn hire(ctx: &Context, project: Uuid, county: Uuid) -> Result<()> {
    ctx.run(async |work| {
        let works = rows::climbed(work, project).await?;
        let subjects: BTreeSet<&str> = works.iter().map(|one| one.subject.as_str()).collect();
        let mut hired: HashMap<&str, Vec<Uuid>> = HashMap::new();
        for subject in subjects {
            hired.insert(subject, appoint(work, project, county, subject).await?);
        }
        let held = works.iter().filter(|one| one.rung == Rung::Library.as_str());
        let parts: Vec<ExpertReview> = held
            .zip(MARKS.into_iter().cycle())
            .flat_map(|(one, marks)| {
                let experts = hired.get(one.subject.as_str()).into_iter().flatten().copied();
                let said = marks.into_iter().zip(WORDS);
                experts.zip(said).map(move |(expert, said)| part(ctx, one, expert, said))
            })
            .collect();
        if !parts.is_empty() {
            exhibitions::assign(&work.tx, parts).await?;
        }
        work.record(Event::new("sample.experts_appointed", "project", project));
        Ok(())
    })
    .await
}

async fn appoint(work: &Work<'_>, project: Uuid, county: Uuid, subject: &str) -> Result<Vec<Uuid>> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let lists = Reference::builtin();
    let named = lists.subjects().iter().find(|one| one.code == subject);
    let named = named.map_or(subject, |one| one.name.as_str());
    let (mut people, mut grants, mut ids) = (vec![], vec![], vec![]);
    for nth in MORE {
        let id = ctx.new_id();
        people.push(person(ctx, id, ctx.new_id(), &format!("{named}学科专家{nth}"), None));
        grants.push(NewAppointment {
            id: ctx.new_id(),
            person: id,
            project: Some(project),
            role: Role::SubjectExpert.as_str().to_owned(),
            scope_kind: "subject".to_owned(),
            scope: Some(county),
            subject: Some(subject.to_owned()),
            title: None,
            created_by: None,
        });
        ids.push(id);
    }
    insert_people(&work.tx, people, now).await?;
    insert_appointments(&work.tx, grants, now).await?;
    Ok(ids)
}

fn part(ctx: &Context, of: &rows::Work, expert: Uuid, (mark, words): (i64, &str)) -> ExpertReview {
    let published = of.updated_at;
    let before = |days| published.checked_sub_signed(TimeDelta::days(days)).unwrap_or(published);
    ExpertReview {
        id: ctx.new_id(),
        submission_id: of.id,
        expert_id: expert,
        status: "done".to_owned(),
        score: Some(Hundredths::whole(mark).get()),
        comment: Some(words.to_owned()),
        assigned_by: ctx.actor.id,
        assigned_at: before(2),
        reviewed_at: Some(before(1)),
    }
}
