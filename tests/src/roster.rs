//! Schools and trainees, put straight into the database.

use entity::{enrollments, persons};
use serde_json::json;
use uuid::Uuid;

use crate::{Sample, ground::place, put};

/// Somebody enrolled.
#[derive(Debug, Clone, Copy)]
pub struct Trainee {
    pub enrollment: Uuid,
    pub person: Uuid,
}

impl Sample<'_> {
    /// A school of the county, in a town if one is named.
    pub async fn school_in(&self, name: &str, town: Option<Uuid>) -> Uuid {
        self.office.county.put_school(self.region, town, name).await
    }

    /// So many teachers of a subject at a school.
    pub async fn trainees(&self, school: Uuid, subject: &str, count: usize) -> Vec<Trainee> {
        let county = self.office.county;
        let write = county.state.services.db.write().await.expect("a transaction");
        let mut made = vec![];
        for number in 0..count {
            let one = Trainee { enrollment: Uuid::new_v4(), person: Uuid::new_v4() };
            let person = json!({"id": one.person, "name": format!("教师{number}"),
                "gender": "female", "key_id": "k1"});
            put::<persons::Entity>(&write, county.now(), person).await;
            let mut place = place(self, one.enrollment, one.person, school);
            place["subject"] = json!(subject);
            place["status"] = json!("imported");
            put::<enrollments::Entity>(&write, county.now(), place).await;
            made.push(one);
        }
        write.commit().await.expect("committed");
        made
    }
}
