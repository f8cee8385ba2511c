//! Keyset pages: the rows after a place, never after a count.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    Select, Value,
    sea_query::{Func, LikeExpr, SimpleExpr},
};
use uuid::Uuid;

/// The place after which a page begins: the last row's sort value (if the list is not sorted by
/// id alone) and id.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub value: Option<String>,
    pub id: Uuid,
}

/// Which part of a list is asked for: at most `limit` rows after `after`.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    pub limit: u64,
    pub after: Option<Key>,
    pub descending: bool,
}

/// Rows of a page, and whether more follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut<T> {
    pub items: Vec<T>,
    pub more: bool,
}

impl<T> Cut<T> {
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Cut<U> {
        Cut { items: self.items.into_iter().map(each).collect(), more: self.more }
    }
}

impl Window {
    /// Orders by id and cuts; one row more than asked for tells whether more follow.
    pub(crate) fn by_id<E: EntityTrait>(&self, query: Select<E>, id: E::Column) -> Select<E> {
        let order = if self.descending { Order::Desc } else { Order::Asc };
        let query = query.order_by(id, order).limit(self.limit.saturating_add(1));
        match &self.after {
            Some(key) if self.descending => query.filter(id.lt(key.id)),
            Some(key) => query.filter(id.gt(key.id)),
            None => query,
        }
    }

    /// Orders by a text column and then by id.
    pub(crate) fn by_text<E: EntityTrait>(
        &self,
        query: Select<E>,
        column: impl ColumnTrait,
        id: E::Column,
    ) -> Select<E> {
        self.by_value(query, column, id, |text| Some(text.to_owned().into()))
    }

    /// Orders by any column whose value `read` restores from the cursor's text.
    pub(crate) fn by_value<E: EntityTrait>(
        &self,
        query: Select<E>,
        column: impl ColumnTrait,
        id: E::Column,
        read: impl Fn(&str) -> Option<Value>,
    ) -> Select<E> {
        let order = if self.descending { Order::Desc } else { Order::Asc };
        let query = query
            .order_by(column, order.clone())
            .order_by(id, order)
            .limit(self.limit.saturating_add(1));
        let Some(key) = &self.after else { return query };
        let Some(value) = key.value.as_deref().and_then(read) else { return query };
        let (beyond, same) = if self.descending {
            (column.lt(value.clone()), id.lt(key.id))
        } else {
            (column.gt(value.clone()), id.gt(key.id))
        };
        query.filter(Condition::any().add(beyond).add(column.eq(value).and(same)))
    }

    /// Takes the extra row off again.
    pub(crate) fn cut<T>(&self, mut rows: Vec<T>) -> Cut<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        Cut { items: rows, more }
    }
}

/// Whether a text column contains what somebody typed; `%` and `_` are only letters here. The
/// small and capital letters of codes are one. Others are told apart: PostgreSQL would fold
/// them and SQLite would not, so they are left out of the folded comparison and held in a
/// second one as they stand.
pub(crate) fn contains(column: impl ColumnTrait, typed: &str) -> SimpleExpr {
    let cased =
        |letter: char| !letter.is_ascii() && (letter.is_lowercase() || letter.is_uppercase());
    let like = |column: SimpleExpr, any: &dyn Fn(char) -> bool| {
        column.like(LikeExpr::new(pattern(typed, any)).escape('\\'))
    };
    let folded = like(Func::lower(column.into_expr()).into(), &cased);
    if typed.chars().any(cased) {
        let exact = like(column.into_expr(), &|letter| letter.is_ascii_alphabetic());
        return folded.and(exact);
    }
    folded
}

/// What is typed, in small letters, anywhere in a text; `any` letters may be any.
fn pattern(typed: &str, any: &dyn Fn(char) -> bool) -> String {
    let mut pattern = String::from("%");
    for letter in typed.to_ascii_lowercase().chars() {
        if any(letter) {
            pattern.push('_');
            continue;
        }
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
