use std::collections::HashMap;

use entity::{enrollments, organizations, qualification_results};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::shown::enrolled;
use crate::{Result, Source, Write};

/// Rows of one statement; a certificate is one branch of a CASE.
const CHUNK: usize = 200;

/// One result as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewResult {
    pub enrollment: Uuid,
    pub outcome: &'static str,
    pub total: i64,
    pub online: Option<i64>,
    pub offline: Option<i64>,
    pub hours: i64,
    /// JSON text.
    pub explanation: String,
}

pub async fn insert_results(tx: &Write, run: Uuid, results: Vec<NewResult>) -> Result<()> {
    let mut rows = results.into_iter().map(|new| qualification_results::ActiveModel {
        run_id: Set(run),
        enrollment_id: Set(new.enrollment),
        outcome: Set(new.outcome.to_owned()),
        total: Set(new.total),
        online: Set(new.online),
        offline: Set(new.offline),
        hours: Set(new.hours),
        explanation: Set(new.explanation),
        certificate_no: Set(None),
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(CHUNK).collect();
        if some.is_empty() {
            return Ok(());
        }
        qualification_results::Entity::insert_many(some).exec_without_returning(tx.conn()).await?;
    }
}

/// Everybody's outcome in a run.
pub async fn outcomes(db: &impl Source, run: Uuid) -> Result<HashMap<Uuid, String>> {
    use qualification_results::Column;
    let rows: Vec<(Uuid, String)> = qualification_results::Entity::find()
        .select_only()
        .columns([Column::EnrollmentId, Column::Outcome])
        .filter(Column::RunId.eq(run))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Who passed in a run: (enrolment, code of the county), by trainee number.
pub async fn passed(db: &impl Source, run: Uuid) -> Result<Vec<(Uuid, String)>> {
    use qualification_results::{Column, Entity};
    let county = enrollments::Entity::belongs_to(organizations::Entity)
        .from(enrollments::Column::CountyId)
        .to(organizations::Column::Id);
    Ok(Entity::find()
        .join(JoinType::InnerJoin, enrolled())
        .join(JoinType::InnerJoin, county.into())
        .select_only()
        .column(Column::EnrollmentId)
        .column(organizations::Column::Code)
        .filter(Column::RunId.eq(run))
        .filter(Column::Outcome.is_in(["qualified", "excellent"]))
        .order_by_asc(enrollments::Column::TraineeNo)
        .into_tuple()
        .all(db.conn())
        .await?)
}

/// Writes the certificate numbers of a run.
pub async fn certify(tx: &Write, run: Uuid, numbers: &[(Uuid, String)]) -> Result<()> {
    use qualification_results::{Column, Entity};
    for some in numbers.chunks(CHUNK) {
        let mut case = CaseStatement::new();
        for (enrollment, number) in some {
            let who = Expr::col(Column::EnrollmentId).eq(*enrollment);
            case = case.case(who, Expr::value(number.clone()));
        }
        Entity::update_many()
            .col_expr(Column::CertificateNo, case.into())
            .filter(Column::RunId.eq(run))
            .filter(Column::EnrollmentId.is_in(some.iter().map(|(id, _)| *id)))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}
