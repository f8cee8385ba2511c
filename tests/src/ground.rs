//! Schools, workshops and places of a project, put straight into the tables.

use entity::{enrollments, organizations, workshops};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{County, Sample, put};

impl County {
    /// A school below a town or a county.
    pub async fn put_school(&self, county: Uuid, parent: Option<Uuid>, name: &str) -> Uuid {
        let id = Uuid::new_v4();
        let row = json!({"id": id, "kind": "school", "parent_id": parent, "county_id": county,
            "code": id.simple().to_string(), "name": name, "aliases": "[]"});
        self.put_row::<organizations::Entity>(row).await;
        id
    }

    async fn put_row<E>(&self, row: Value)
    where
        E: sea_orm::EntityTrait,
        E::ActiveModel: Default + sea_orm::ActiveModelTrait<Entity = E> + Send,
    {
        let write = self.state.services.db.write().await.expect("a transaction");
        put::<E>(&write, self.now(), row).await;
        write.commit().await.expect("committed");
    }
}

impl Sample<'_> {
    /// A workshop of one family that a school hosts.
    pub async fn put_workshop(&self, host: Uuid, family: &str) -> Uuid {
        let id = Uuid::new_v4();
        let row = json!({"id": id, "project_id": self.project, "county_id": self.region,
            "code": id.to_string(), "name": "语文工作坊", "family": family, "level": "school",
            "host_kind": "school", "host_id": host, "status": "active"});
        self.office.county.put_row::<workshops::Entity>(row).await;
        id
    }

    /// The place of somebody in the project: an active teacher of a primary school, but for the
    /// columns given.
    pub async fn put_place(&self, person: Uuid, school: Uuid, given: Value) -> Uuid {
        let id = Uuid::new_v4();
        let mut row = place(self, id, person, school);
        let (Some(row_columns), Value::Object(given)) = (row.as_object_mut(), given) else {
            panic!("columns are an object");
        };
        row_columns.extend(given);
        self.office.county.put_row::<enrollments::Entity>(row).await;
        id
    }
}

/// A row of `enrollments`.
pub fn place(sample: &Sample<'_>, id: Uuid, person: Uuid, school: Uuid) -> Value {
    json!({"id": id, "project_id": sample.project, "person_id": person,
        "trainee_no": id.simple().to_string(), "county_id": sample.region, "school_id": school,
        "stage": "primary", "subject": "chinese", "status": "active",
        "selected_hours": 0, "credited_hours": 0})
}
