use chrono::NaiveDate;
use domain::access::{Appointment, Membership, Role};
use entity::{appointments, enrollments};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Error, Result, Source};

/// The appointments of a person that are in force today.
pub async fn appointments_of(
    db: &impl Source,
    person: Uuid,
    today: NaiveDate,
) -> Result<Vec<Appointment>> {
    let rows = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person))
        .filter(appointments::Column::EndedAt.is_null())
        .filter(appointments::Column::SuspendedAt.is_null())
        .filter(appointments::Column::ValidFrom.lte(today))
        .filter(
            Condition::any()
                .add(appointments::Column::ValidTo.is_null())
                .add(appointments::Column::ValidTo.gte(today)),
        )
        .order_by_asc(appointments::Column::Id)
        .all(db.conn())
        .await?;
    rows.into_iter().map(appointment).collect()
}

fn appointment(row: appointments::Model) -> Result<Appointment> {
    let Some(role) = Role::parse(&row.role) else {
        return Err(Error::Corrupt { table: "appointments", column: "role", value: row.role });
    };
    Ok(Appointment {
        id: row.id,
        role,
        project: row.project_id,
        scope: row.scope_id,
        subject: row.subject,
    })
}

/// Where the person is enrolled as a trainee.
pub async fn memberships_of(db: &impl Source, person: Uuid) -> Result<Vec<Membership>> {
    let rows = enrollments::Entity::find()
        .filter(enrollments::Column::PersonId.eq(person))
        .filter(enrollments::Column::Status.is_not_in(["withdrawn", "transferred"]))
        .order_by_asc(enrollments::Column::Id)
        .all(db.conn())
        .await?;
    let place = |row: enrollments::Model| Membership {
        enrollment: row.id,
        project: row.project_id,
        county: row.county_id,
        school: row.school_id,
        class: row.class_id,
        workshop: row.workshop_id,
    };
    Ok(rows.into_iter().map(place).collect())
}
