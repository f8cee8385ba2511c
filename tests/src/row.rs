//! Rows put straight into the tables, for what no request can make yet or quickly enough.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, Iterable, Value,
    sea_query::{ColumnType, StringLen},
};
use serde_json::Value as Json;
use store::{Source, Write};
use uuid::Uuid;

/// Inserts a row: the columns given, nothing where nothing is needed, and else a plain value of
/// the column's type.
pub async fn put<E>(write: &Write, now: DateTime<Utc>, given: Json)
where
    E: EntityTrait,
    E::ActiveModel: Default + ActiveModelTrait<Entity = E> + Send,
{
    let mut row = <E::ActiveModel as Default>::default();
    let mut known = 0;
    for column in E::Column::iter() {
        let name = sea_orm::IdenStatic::as_str(&column);
        let definition = column.def();
        let wanted = given.get(name).filter(|value| !value.is_null());
        known += usize::from(given.get(name).is_some());
        let kind = definition.get_column_type();
        match wanted {
            Some(value) => row.set(column, read(kind, value)),
            None if definition.is_null() => {}
            None => row.set(column, plain(kind, now)),
        }
    }
    let columns = given.as_object().map_or(0, serde_json::Map::len);
    assert_eq!(known, columns, "a column of {given} is not there");
    let insert = E::insert(row).exec_without_returning(write.conn());
    insert.await.unwrap_or_else(|cause| panic!("{given}: {cause}"));
}

fn read(kind: &ColumnType, value: &Json) -> Value {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match kind {
        ColumnType::Uuid => text.parse::<Uuid>().expect("a UUID").into(),
        ColumnType::BigInteger => value.as_i64().expect("an integer").into(),
        ColumnType::Integer => i32::try_from(value.as_i64().expect("an integer")).unwrap().into(),
        ColumnType::Boolean => value.as_bool().expect("true or false").into(),
        ColumnType::Date => text.parse::<NaiveDate>().expect("a date").into(),
        ColumnType::TimestampWithTimeZone => {
            text.parse::<DateTime<Utc>>().expect("an instant").trunc_subsecs(6).into()
        }
        ColumnType::Text | ColumnType::String(_) | ColumnType::Char(_) => text.into(),
        _ => text.into_bytes().into(),
    }
}

fn plain(kind: &ColumnType, now: DateTime<Utc>) -> Value {
    match kind {
        ColumnType::Uuid => Uuid::new_v4().into(),
        ColumnType::BigInteger => 1_i64.into(),
        ColumnType::Integer => 1_i32.into(),
        ColumnType::Boolean => false.into(),
        ColumnType::Date => now.date_naive().into(),
        ColumnType::TimestampWithTimeZone => now.into(),
        ColumnType::Text
        | ColumnType::String(StringLen::N(_) | StringLen::Max | StringLen::None) => {
            String::new().into()
        }
        _ => Vec::<u8>::new().into(),
    }
}
