use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{Hundredths, access::Role, homework::Rung};
use store::bulk::{
    groups::load_workshops,
    homework::{self as rows, Recommendation, Review},
};
use uuid::Uuid;

use crate::{Context, Event, Result};

/// What the leaders of the sample county say of good works, each with its mark.
const WORDS: [(i64, &str); 5] = [
    (86, "目标清楚，导入自然；练习可以再分层。"),
    (88, "技术用得恰当，学生有时间思考。"),
    (90, "数据说明问题，反思具体，值得同组借鉴。"),
    (93, "环节紧凑，资源完整，推荐打磨后展示。"),
    (96, "创意好，可推广，推荐到学校。"),
];

/// The file of works tells how high each climbed and not who praised it: gives those of the
/// sample county a review and a recommendation by the leader of their workshop.
pub(super) async fn praise(ctx: &Context, project: Uuid) -> Result<()> {
    ctx.run(async |work| {
        let workshops = load_workshops(work, project).await?;
        let leaders: HashMap<Uuid, Uuid> =
            workshops.values().filter_map(|one| Some((one.id, one.leader?))).collect();
        let (mut reviews, mut voices, mut marks) = (vec![], vec![], vec![]);
        for (one, (mark, words)) in
            rows::climbed(work, project).await?.into_iter().zip(WORDS.into_iter().cycle())
        {
            let leader = one.workshop_id.and_then(|id| leaders.get(&id)).copied();
            let Some(leader) = leader.filter(|leader| *leader != one.person_id) else { continue };
            let day = TimeDelta::days(1);
            let at =
                one.submitted_at.and_then(|at| at.checked_add_signed(day)).unwrap_or(ctx.now());
            let (mark, role) = (Hundredths::whole(mark).get(), Role::WorkshopLeader.as_str());
            marks.push((one.id, mark));
            reviews.push(Review {
                id: ctx.new_id(),
                submission_id: one.id,
                version_number: 1,
                reviewer_id: leader,
                role: role.to_owned(),
                score: Some(mark),
                criteria: "[]".to_owned(),
                comment: words.to_owned(),
                created_at: at,
            });
            voices.push(Recommendation {
                id: ctx.new_id(),
                submission_id: one.id,
                rung: Rung::School.to_string(),
                recommender_id: leader,
                role: role.to_owned(),
                reason: words.to_owned(),
                created_at: at,
                cancelled_at: None,
                cancel_reason: None,
            });
        }
        rows::insert_reviews(&work.tx, reviews).await?;
        rows::insert_recommendations(&work.tx, voices).await?;
        rows::mark(&work.tx, &marks).await?;
        rows::recount(&work.tx, marks.iter().map(|(id, _)| *id).collect()).await?;
        work.record(Event::new("sample.works_praised", "project", project));
        Ok(())
    })
    .await
}
