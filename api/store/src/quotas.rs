//! How many works may climb, and how many have.

use domain::{access::Reach, homework::QuotaStep};
use entity::{organizations, submissions, workshops};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    Select,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use crate::{Result, Source, Write, reach::Columns, seats, submissions::Submission};

/// The works of a unit that were submitted and take part, and those of them that have taken the
/// step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    pub unit: Uuid,
    pub name: String,
    /// The subject, where the step is counted by subject.
    pub subject: Option<String>,
    pub submitted: i64,
    pub used: i64,
}

type Row = (Uuid, String, Option<String>, i64, i64);

/// The unit of a work in which a step is counted; none for a work without a workshop.
#[must_use]
pub fn unit_of(step: QuotaStep, work: &Submission) -> Option<Uuid> {
    match step {
        QuotaStep::Workshop => work.workshop_id,
        QuotaStep::School => Some(work.school_id),
        QuotaStep::Region => Some(work.county_id),
    }
}

/// Holds the unit's place until the transaction ends, so that of several who count and move at
/// the same time each sees the one before.
pub async fn lock(tx: &Write, step: QuotaStep, work: &Submission) -> Result<()> {
    let Some(unit) = unit_of(step, work) else { return Ok(()) };
    let kind = match step {
        QuotaStep::Workshop => format!("quota:{}:{step}", work.project_id),
        _ => format!("quota:{}:{step}:{}", work.project_id, work.subject),
    };
    seats::take(tx, &kind, unit, 0, None).await?;
    Ok(())
}

/// Submitted works of the work's unit, and those beyond the step.
pub async fn used(db: &impl Source, step: QuotaStep, work: &Submission) -> Result<(i64, i64)> {
    use submissions::Column as C;
    let Some(unit) = unit_of(step, work) else { return Ok((0, 0)) };
    let mut query = counted(work.project_id).filter(unit_column(step).eq(unit));
    if step != QuotaStep::Workshop {
        query = query.filter(C::Subject.eq(work.subject.as_str()));
    }
    let query = query.select_only().expr(C::Id.count()).expr(beyond(step));
    Ok(query.into_tuple().one(db.conn()).await?.unwrap_or_default())
}

/// Every unit of a step within reach.
pub async fn list(db: &impl Source, reach: &Reach, step: QuotaStep) -> Result<Vec<Used>> {
    use submissions::Column as C;
    let unit = unit_column(step);
    let mut query = counted(reach.project).filter(unit.is_not_null());
    if !reach.all {
        let seen = submissions::Entity::find()
            .select_only()
            .column(unit)
            .filter(C::ProjectId.eq(reach.project))
            .filter(within(reach, step))
            .into_query();
        query = query.filter(unit.in_subquery(seen));
        if step == QuotaStep::Region {
            query = query.filter(within(reach, step));
        }
    }
    let query = named(query, step).select_only().column(unit);
    let query = match step {
        QuotaStep::Workshop => {
            query.column(workshops::Column::Name).group_by(workshops::Column::Name)
        }
        _ => query.column(organizations::Column::Name).group_by(organizations::Column::Name),
    };
    let query = match step {
        QuotaStep::Workshop => query.expr(Expr::value(None::<String>)),
        _ => query.column(C::Subject).group_by(C::Subject),
    };
    let query = query.expr(C::Id.count()).expr(beyond(step)).group_by(unit);
    let rows: Vec<Row> = query.into_tuple().all(db.conn()).await?;
    let each =
        |(unit, name, subject, submitted, used): Row| Used { unit, name, subject, submitted, used };
    Ok(rows.into_iter().map(each).collect())
}

fn unit_column(step: QuotaStep) -> submissions::Column {
    match step {
        QuotaStep::Workshop => submissions::Column::WorkshopId,
        QuotaStep::School => submissions::Column::SchoolId,
        QuotaStep::Region => submissions::Column::CountyId,
    }
}

fn counted(project: Uuid) -> Select<submissions::Entity> {
    use submissions::Column as C;
    submissions::Entity::find()
        .filter(C::ProjectId.eq(project))
        .filter(C::Status.is_not_in(["draft", "withdrawn"]))
}

fn beyond(step: QuotaStep) -> Expr {
    let rungs = step.beyond().iter().map(|rung| rung.as_str());
    let case = CaseStatement::new().case(submissions::Column::Rung.is_in(rungs), 1);
    let climbed: Expr = case.into();
    climbed.count()
}

fn within(reach: &Reach, step: QuotaStep) -> Condition {
    use submissions::Column as C;
    let places = Columns { county: Some(C::CountyId), ..Columns::NONE };
    let places = match step {
        QuotaStep::Workshop => Columns {
            school: Some(C::SchoolId),
            class: Some(C::ClassId),
            workshop: Some(C::WorkshopId),
            subject: Some(C::Subject),
            ..places
        },
        QuotaStep::School => Columns { school: Some(C::SchoolId), ..places },
        QuotaStep::Region => Columns { subject: Some(C::Subject), ..places },
    };
    places.within(reach)
}

fn named(query: Select<submissions::Entity>, step: QuotaStep) -> Select<submissions::Entity> {
    use submissions::Entity as E;
    let unit = unit_column(step);
    let name = match step {
        QuotaStep::Workshop => {
            E::belongs_to(workshops::Entity).from(unit).to(workshops::Column::Id).into()
        }
        _ => E::belongs_to(organizations::Entity).from(unit).to(organizations::Column::Id).into(),
    };
    query.join(JoinType::InnerJoin, name)
}
