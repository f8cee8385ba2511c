//! A county with a school, a workshop and the people who carry homework up the ladder.

use domain::access::Role;
use entity::appointments;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use store::Source;
use uuid::Uuid;

use crate::{County, Person, Sample};

/// The subject of everybody here.
pub const SUBJECT: &str = "YW";

pub struct Ladder<'a> {
    pub county: &'a County,
    pub sample: Sample<'a>,
    pub school: Uuid,
    pub other_school: Uuid,
    pub workshop: Uuid,
    pub author: Person<'a>,
    pub leader: Person<'a>,
    pub school_admin: Person<'a>,
    /// Experts of the subject who belong to no school of the county.
    pub experts: [Person<'a>; 3],
    pub task: String,
}

impl County {
    pub async fn ladder(&self) -> Ladder<'_> {
        let sample = self.sample().await;
        let (project, region) = (sample.project, sample.region);
        let school = self.put_school(region, Some(region), "第一小学").await;
        let other_school = self.put_school(region, Some(region), "第二小学").await;
        let workshop = sample.put_workshop(school, SUBJECT).await;
        let author = self.trainee(&sample, "李秀英", school, Some(workshop)).await;
        let leader = self.person("王坊主").await;
        let leader = leader.hold(Role::WorkshopLeader, Some(project), Some(workshop)).await;
        let admin = self.person("赵校长").await;
        let school_admin = admin.hold(Role::SchoolAdmin, Some(project), Some(school)).await;
        let experts = [
            self.expert(&sample, "钱专家").await,
            self.expert(&sample, "孙专家").await,
            self.expert(&sample, "周专家").await,
        ];
        let task = json!({"title": "教学设计", "late_allowed": false, "required": true});
        let path = format!("/projects/{project}/homework-tasks");
        let task = id(&sample.office.post(&path, task).await.expect(201));
        Ladder {
            county: self,
            sample,
            school,
            other_school,
            workshop,
            author,
            leader,
            school_admin,
            experts,
            task,
        }
    }

    /// Somebody enrolled at a school.
    pub async fn trainee(
        &self,
        sample: &Sample<'_>,
        name: &str,
        school: Uuid,
        workshop: Option<Uuid>,
    ) -> Person<'_> {
        let person = self.person(name).await;
        let given =
            json!({"subject": SUBJECT, "workshop_id": workshop, "activated_at": self.now()});
        sample.put_place(person.id, school, given).await;
        person
    }

    /// Ends every appointment to a role.
    pub async fn end_appointments(&self, role: &str) {
        let write = self.state.services.db.write().await.expect("a transaction");
        appointments::Entity::update_many()
            .col_expr(appointments::Column::EndedAt, Expr::value(Some(self.now())))
            .filter(appointments::Column::Role.eq(role))
            .exec(write.conn())
            .await
            .expect("ended");
        write.commit().await.expect("committed");
    }

    /// An expert's part in judging a work, put there past all rules.
    pub async fn put_judge(&self, work: &str, expert: Uuid) {
        let write = self.state.services.db.write().await.expect("a transaction");
        let part = store::exhibitions::ExpertReview {
            id: Uuid::new_v4(),
            submission_id: work.parse().expect("an id"),
            expert_id: expert,
            status: "assigned".to_owned(),
            score: None,
            comment: None,
            assigned_by: expert,
            assigned_at: self.now(),
            reviewed_at: None,
        };
        store::exhibitions::assign(&write, vec![part]).await.expect("assigned");
        write.commit().await.expect("committed");
    }

    /// An expert of the subject in the county.
    pub async fn expert(&self, sample: &Sample<'_>, name: &str) -> Person<'_> {
        let (project, region) = (Some(sample.project), Some(sample.region));
        let person = self.person(name).await;
        person.hold_subject(Role::SubjectExpert, project, region, Some(SUBJECT)).await
    }
}

/// The id of what was answered.
#[must_use]
pub fn id(body: &Value) -> String {
    body["id"].as_str().expect("an id").to_owned()
}

impl Ladder<'_> {
    /// Begins a work, writes it and hands it in.
    pub async fn handed_in(&self, author: &Person<'_>, title: &str) -> String {
        let path = format!("/homework-tasks/{}/submissions", self.task);
        let work = id(&author.post(&path, json!({})).await.expect(201));
        self.write(author, &work, title).await;
        self.submit(author, &work).await;
        work
    }

    /// Saves a draft over the version there is.
    pub async fn write(&self, author: &Person<'_>, work: &str, title: &str) {
        let version = self.standing(author, work).await["version"].as_i64().expect("a version");
        let draft = json!({"title": title, "body": format!("{title}的正文")});
        author.put(&format!("/submissions/{work}/draft"), version, draft).await.expect(200);
    }

    pub async fn submit(&self, author: &Person<'_>, work: &str) -> Value {
        let path = format!("/submissions/{work}/versions");
        author.post(&path, json!({"originality_confirmed": true})).await.expect(201)
    }

    pub async fn standing(&self, person: &Person<'_>, work: &str) -> Value {
        person.get(&format!("/submissions/{work}")).await.expect(200)
    }

    /// Scores the latest version.
    pub async fn score(&self, by: &Person<'_>, work: &str, score: i64) -> Value {
        let version = self.standing(by, work).await["latest_version"].clone();
        let review = json!({"version": version, "score": score, "comment": "目标清楚。"});
        by.post(&format!("/submissions/{work}/reviews"), review).await.expect(201)
    }

    /// An act that needs nothing but a reason.
    pub async fn act(&self, by: &Person<'_>, work: &str, record: &str) -> crate::Answer {
        let reason = json!({"reason": "理由充分。"});
        by.post(&format!("/submissions/{work}/{record}"), reason).await
    }

    pub async fn consent(&self, author: &Person<'_>, work: &str) {
        let version = self.standing(author, work).await["version"].as_i64().expect("a version");
        let path = format!("/submissions/{work}/consent");
        author.put(&path, version, json!({"consent": true})).await.expect(200);
    }

    /// A new work of the author, carried up to the school, the region or the exhibition.
    pub async fn carried_to(&self, author: &Person<'_>, rung: &str) -> String {
        let work = self.handed_in(author, "《静夜思》教学设计").await;
        self.score(&self.leader, &work, 90).await;
        self.act(&self.leader, &work, "recommendations").await.expect(201);
        if rung == "school" {
            return work;
        }
        self.consent(author, &work).await;
        self.act(&self.school_admin, &work, "pushes").await.expect(201);
        if rung == "regional" {
            return work;
        }
        self.act(&self.experts[0], &work, "regional-recommendations").await.expect(201);
        work
    }
}
