use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{expert_reviews, organizations, persons, polishing_rounds, submissions, workshops};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, LikeExpr, SelectStatement},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, reach::Columns};

/// What a list of works is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The instant since which the work waits where it stands.
    Waiting,
    Title,
    /// The effective score; works without one are left out.
    Score,
}

/// Which works are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub rung: Option<String>,
    pub status: Option<String>,
    pub task: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub school: Option<Uuid>,
    pub subject: Option<String>,
    pub kind: Option<String>,
    /// Whether anybody has reviewed it.
    pub reviewed: Option<bool>,
    /// Whether any recommendation holds.
    pub recommended: Option<bool>,
    /// Part of the title or of the author's name.
    pub text: Option<String>,
    /// What this person wrote or is asked to polish, or only what others wrote.
    pub mine: Option<bool>,
}

/// A work in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub task_id: Option<Uuid>,
    pub person_id: Uuid,
    pub author: String,
    pub school_id: Uuid,
    pub school: String,
    pub workshop_id: Option<Uuid>,
    pub workshop: Option<String>,
    pub subject: String,
    pub stage: String,
    pub title: String,
    pub kind: String,
    pub rung: String,
    pub status: String,
    pub latest_version: i32,
    pub score: Option<i64>,
    pub late: bool,
    pub version: i64,
    pub submitted_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub reviews: i64,
    pub recommendations: i64,
}

const COLUMNS: Columns<submissions::Column> = Columns {
    county: Some(submissions::Column::CountyId),
    school: Some(submissions::Column::SchoolId),
    class: Some(submissions::Column::ClassId),
    workshop: Some(submissions::Column::WorkshopId),
    subject: Some(submissions::Column::Subject),
    person: Some(submissions::Column::PersonId),
};

/// The works within reach that the filter lets through, a page of them.
pub async fn list(
    db: &impl Source,
    reach: &Reach,
    me: Uuid,
    filter: &Filter,
    sort: Sort,
    window: &Window,
) -> Result<Cut<Listed>> {
    use submissions::Column as C;
    let query = submissions::Entity::find().filter(chosen(reach, me, filter));
    let query = match sort {
        Sort::Waiting => window.by_value(query, C::UpdatedAt, C::Id, |text| {
            let at = DateTime::parse_from_rfc3339(text).ok()?;
            Some(at.with_timezone(&Utc).into())
        }),
        Sort::Title => window.by_text(query, C::Title, C::Id),
        Sort::Score => {
            let scored = query.filter(C::Score.is_not_null());
            window.by_value(scored, C::Score, C::Id, |text| Some(text.parse::<i64>().ok()?.into()))
        }
    };
    let query = query.select_only().columns([
        C::Id,
        C::TaskId,
        C::PersonId,
        C::SchoolId,
        C::WorkshopId,
        C::Subject,
        C::Stage,
        C::Title,
        C::Kind,
        C::Rung,
        C::Status,
        C::LatestVersion,
        C::Score,
        C::Late,
        C::Version,
        C::SubmittedAt,
        C::UpdatedAt,
        C::Reviews,
        C::Recommendations,
    ]);
    let query = match filter.workshop {
        Some(id) => with_people(query).expr_as(Expr::from(name_of(id)), "workshop"),
        None => with_names(query),
    };
    Ok(window.cut(query.into_model::<Listed>().all(db.conn()).await?))
}

/// How many works the filter lets through.
pub async fn count(db: &impl Source, reach: &Reach, me: Uuid, filter: &Filter) -> Result<u64> {
    Ok(submissions::Entity::find().filter(chosen(reach, me, filter)).count(db.conn()).await?)
}

/// The name of a workshop that all works of a list belong to: looked up once, not for each.
fn name_of(workshop: Uuid) -> SelectStatement {
    workshops::Entity::find_by_id(workshop)
        .select_only()
        .column(workshops::Column::Name)
        .into_query()
}

/// Adds the names of author, school and workshop.
pub(super) fn with_names(query: Select<submissions::Entity>) -> Select<submissions::Entity> {
    use submissions::{Column as C, Entity as E};
    let workshop =
        E::belongs_to(workshops::Entity).from(C::WorkshopId).to(workshops::Column::Id).into();
    with_people(query)
        .join(JoinType::LeftJoin, workshop)
        .column_as(workshops::Column::Name, "workshop")
}

fn with_people(query: Select<submissions::Entity>) -> Select<submissions::Entity> {
    use submissions::{Column as C, Entity as E};
    let author = E::belongs_to(persons::Entity).from(C::PersonId).to(persons::Column::Id).into();
    let school =
        E::belongs_to(organizations::Entity).from(C::SchoolId).to(organizations::Column::Id).into();
    query
        .join(JoinType::InnerJoin, author)
        .join(JoinType::InnerJoin, school)
        .column_as(persons::Column::Name, "author")
        .column_as(organizations::Column::Name, "school")
}

fn chosen(reach: &Reach, me: Uuid, filter: &Filter) -> Condition {
    use submissions::Column as C;
    let mut all = Condition::all().add(C::ProjectId.eq(reach.project));
    if filter.mine == Some(true) {
        all = all
            .add(Condition::any().add(C::PersonId.eq(me)).add(C::Id.in_subquery(polished_by(me))));
    } else {
        // What was never handed in is the author's alone.
        let seen = Condition::any().add(C::LatestVersion.gt(0)).add(C::PersonId.eq(me));
        all = all.add(seen);
        // Of a workshop or school that the caller has in full, nothing is out of reach.
        let whole =
            |one: Option<Uuid>, reached: &[Uuid]| one.is_some_and(|id| reached.contains(&id));
        if !whole(filter.workshop, &reach.workshops) && !whole(filter.school, &reach.schools) {
            all = all.add(COLUMNS.within(reach));
        }
    }
    if filter.mine == Some(false) {
        all = all.add(C::PersonId.ne(me));
    }
    if !reach.subjects.is_empty() {
        all = all.add(not_blind(me));
    }
    let words = [
        (C::Rung, &filter.rung),
        (C::Status, &filter.status),
        (C::Subject, &filter.subject),
        (C::Kind, &filter.kind),
    ];
    for (column, word) in words {
        if let Some(word) = word {
            all = all.add(column.eq(word.as_str()));
        }
    }
    let ids =
        [(C::TaskId, filter.task), (C::WorkshopId, filter.workshop), (C::SchoolId, filter.school)];
    for (column, id) in ids {
        if let Some(id) = id {
            all = all.add(column.eq(id));
        }
    }
    let counts = [(filter.reviewed, C::Reviews), (filter.recommended, C::Recommendations)];
    for (wanted, count) in counts {
        all = all.add_option(wanted.map(|any| if any { count.gt(0) } else { count.eq(0) }));
    }
    match &filter.text {
        Some(text) => all.add(like(text)),
        None => all,
    }
}

fn like(text: &str) -> Condition {
    let safe: String = text
        .chars()
        .flat_map(|one| matches!(one, '%' | '_' | '\\').then_some('\\').into_iter().chain([one]))
        .collect();
    let pattern = || LikeExpr::new(format!("%{safe}%")).escape('\\');
    let named = persons::Entity::find()
        .select_only()
        .column(persons::Column::Id)
        .filter(persons::Column::Name.like(pattern()))
        .into_query();
    Condition::any()
        .add(submissions::Column::Title.like(pattern()))
        .add(submissions::Column::PersonId.in_subquery(named))
}

/// Works that an open polishing round asks this person to work on.
pub(crate) fn polished_by(person: Uuid) -> SelectStatement {
    use polishing_rounds::Column;
    polishing_rounds::Entity::find()
        .select_only()
        .column(Column::SubmissionId)
        .filter(Column::ClosedAt.is_null())
        .filter(Column::Team.contains(person.to_string()))
        .into_query()
}

/// An exhibit that the person judges is hidden until the experts agree (S4).
fn not_blind(me: Uuid) -> Condition {
    let judged = expert_reviews::Entity::find()
        .select_only()
        .column(expert_reviews::Column::SubmissionId)
        .filter(expert_reviews::Column::ExpertId.eq(me))
        .into_query();
    Condition::any()
        .add(submissions::Column::Rung.ne("exhibition"))
        .add(submissions::Column::Status.ne("under_review"))
        .add(submissions::Column::Id.not_in_subquery(judged))
}
