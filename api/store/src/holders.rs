//! Who holds a role over a class, a workshop or a school.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Role;
use entity::{appointments, persons};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{Error, Result, Source, Write};

/// Somebody with a role over something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub scope: Uuid,
    pub person: Uuid,
    pub name: String,
    pub role: Role,
}

/// Whoever holds one of the roles over one of the scopes today, the first appointed first.
pub async fn list(
    db: &impl Source,
    project: Uuid,
    roles: &[Role],
    scopes: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<Holder>> {
    use appointments::Column;
    if scopes.is_empty() {
        return Ok(vec![]);
    }
    let open_end = Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gte(today));
    let of_project =
        Condition::any().add(Column::ProjectId.is_null()).add(Column::ProjectId.eq(project));
    let rows = appointments::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            appointments::Entity::belongs_to(persons::Entity)
                .from(Column::PersonId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(Column::ScopeId.is_in(scopes.iter().copied()))
        .filter(Column::Role.is_in(roles.iter().map(|role| role.as_str())))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ValidFrom.lte(today))
        .filter(open_end)
        .filter(of_project)
        .order_by_asc(Column::Id)
        .all(db.conn())
        .await?;
    rows.into_iter().map(holder).collect()
}

fn holder((row, person): (appointments::Model, Option<persons::Model>)) -> Result<Holder> {
    let Some(role) = Role::parse(&row.role) else {
        return Err(Error::Corrupt { table: "appointments", column: "role", value: row.role });
    };
    Ok(Holder {
        scope: row.scope_id.unwrap_or_default(),
        person: row.person_id,
        name: person.map(|one| one.name).unwrap_or_default(),
        role,
    })
}

/// Ends a role over something, of one person or of everybody; tells how many ended.
pub async fn end(
    tx: &Write,
    role: Role,
    scope: Uuid,
    person: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<u64> {
    use appointments::Column;
    let mut update = appointments::Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::ScopeId.eq(scope))
        .filter(Column::Role.eq(role.as_str()))
        .filter(Column::EndedAt.is_null());
    if let Some(person) = person {
        update = update.filter(Column::PersonId.eq(person));
    }
    Ok(update.exec(tx.conn()).await?.rows_affected)
}
