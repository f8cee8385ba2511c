//! Lists narrow to what the caller reaches.

use domain::access::Reach;
use sea_orm::{ColumnTrait, Condition, ExprTrait};

/// The columns by which a table knows whose a row is; leave out what the table has not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns<C> {
    pub county: Option<C>,
    pub school: Option<C>,
    pub class: Option<C>,
    pub workshop: Option<C>,
    pub subject: Option<C>,
    pub person: Option<C>,
}

impl<C: ColumnTrait> Columns<C> {
    pub const NONE: Self = Self {
        county: None,
        school: None,
        class: None,
        workshop: None,
        subject: None,
        person: None,
    };

    /// The rows of the project that the reach covers; none when it covers nothing.
    pub fn within(&self, reach: &Reach) -> Condition {
        if reach.all {
            return Condition::all();
        }
        let mut any = Condition::any();
        let places = [
            (self.county, &reach.counties),
            (self.school, &reach.schools),
            (self.class, &reach.classes),
            (self.workshop, &reach.workshops),
        ];
        for (column, ids) in places {
            if let (Some(column), false) = (column, ids.is_empty()) {
                any = any.add(column.is_in(ids.iter().copied()));
            }
        }
        if let (Some(county), Some(subject)) = (self.county, self.subject) {
            for (id, code) in &reach.subjects {
                any = any.add(county.eq(*id).and(subject.eq(code.as_str())));
            }
        }
        if let (Some(column), Some(person)) = (self.person, reach.person) {
            any = any.add(column.eq(person));
        }
        if any.is_empty() {
            Condition::all().add(sea_orm::sea_query::Expr::val(1).eq(0))
        } else {
            any
        }
    }
}
