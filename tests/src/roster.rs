//! Schools and trainees, put straight into the database.

use entity::{enrollments, organizations, persons};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Source;
use uuid::Uuid;

use crate::Sample;

/// Somebody enrolled.
#[derive(Debug, Clone, Copy)]
pub struct Trainee {
    pub enrollment: Uuid,
    pub person: Uuid,
}

impl Sample<'_> {
    /// A school of the county, in a town if one is named.
    pub async fn school_in(&self, name: &str, town: Option<Uuid>) -> Uuid {
        let (id, now) = (Uuid::new_v4(), self.office.county.now());
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        let row = organizations::ActiveModel {
            id: Set(id),
            kind: Set("school".to_owned()),
            parent_id: Set(town),
            county_id: Set(Some(self.region)),
            code: Set(id.simple().to_string()),
            name: Set(name.to_owned()),
            aliases: Set("[]".to_owned()),
            school_type: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = organizations::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a school");
        write.commit().await.expect("committed");
        id
    }

    /// So many teachers of a subject at a school.
    pub async fn trainees(&self, school: Uuid, subject: &str, count: usize) -> Vec<Trainee> {
        let (mut people, mut places, mut made) = (vec![], vec![], vec![]);
        let now = self.office.county.now();
        for number in 0..count {
            let one = Trainee { enrollment: Uuid::new_v4(), person: Uuid::new_v4() };
            people.push(persons::ActiveModel {
                id: Set(one.person),
                name: Set(format!("教师{number}")),
                gender: Set(Some("female".to_owned())),
                id_type: Set(None),
                id_no_sealed: Set(None),
                id_no_hash: Set(None),
                phone_sealed: Set(None),
                phone_hash: Set(None),
                key_id: Set("k1".to_owned()),
                version: Set(1),
                created_at: Set(now),
                updated_at: Set(now),
            });
            places.push(enrollments::ActiveModel {
                id: Set(one.enrollment),
                project_id: Set(self.project),
                person_id: Set(one.person),
                trainee_no: Set(one.enrollment.simple().to_string()),
                county_id: Set(self.region),
                school_id: Set(school),
                stage: Set("primary".to_owned()),
                subject: Set(subject.to_owned()),
                duty: Set(None),
                job_title: Set(None),
                teaching_years: Set(None),
                education: Set(None),
                note: Set(None),
                status: Set("imported".to_owned()),
                class_id: Set(None),
                workshop_id: Set(None),
                activated_at: Set(None),
                selection_closes_at: Set(None),
                selected_hours: Set(0),
                credited_hours: Set(0),
                online_score: Set(None),
                offline_score: Set(None),
                version: Set(1),
                created_at: Set(now),
                updated_at: Set(now),
            });
            made.push(one);
        }
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        let insert = persons::Entity::insert_many(people).exec_without_returning(write.conn());
        insert.await.expect("people");
        let insert = enrollments::Entity::insert_many(places).exec_without_returning(write.conn());
        insert.await.expect("enrolments");
        write.commit().await.expect("committed");
        made
    }
}
