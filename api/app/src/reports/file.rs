use chrono::{DateTime, Utc};
use domain::{access::Role, reports::ReportFormat};
use sheet::{Column, Report, Value, write_csv, write_xlsx};

use super::{Table, Wish, in_beijing};
use crate::{Error, Result};

/// Writes a list as a file: title above, the rows, below them what the figures mean, of whom
/// they are, and who drew it up when.
pub(super) async fn write(
    table: Table,
    wish: &Wish,
    format: ReportFormat,
    project: &str,
    role: Role,
    as_of: DateTime<Utc>,
) -> Result<Vec<u8>> {
    let code = wish.code;
    let columns = code.columns().iter().map(|title| match title.strip_prefix('#') {
        Some(number) => Column::number(number, 10),
        // The number of a certificate stays on one line.
        None if *title == "证书编号" => Column::text(*title, 30),
        None => Column::text(*title, 16),
    });
    let report = Report {
        sheet: code.title().to_owned(),
        title: Some(format!("{project} {}", code.title())),
        columns: columns.collect(),
        rows: lines(table),
        notes: notes(wish, role, as_of),
        made_at: as_of,
    };
    // Writing a workbook of a hundred thousand rows takes seconds of computing.
    let written = tokio::task::spawn_blocking(move || match format {
        ReportFormat::Xlsx => write_xlsx(report).map_err(Error::fault),
        ReportFormat::Csv => Ok(write_csv(report)),
    });
    written.await.map_err(Error::fault)?
}

fn lines(table: Table) -> Vec<Vec<Value>> {
    let cells = table.lines.into_iter().map(|line| line.cells);
    cells.chain(table.total).collect()
}

fn notes(wish: &Wish, role: Role, as_of: DateTime<Utc>) -> Vec<String> {
    let mut notes = vec![format!(
        "数据截至 {}（北京时间），生成角色：{role}",
        in_beijing(as_of).format("%Y-%m-%d %H:%M:%S"),
        role = role.title(),
    )];
    let filters = [
        ("学校", wish.school_id),
        ("班级", wish.class_id),
        ("工作坊", wish.workshop_id),
        ("测评轮次", wish.round_id),
        ("认定批次", wish.run_id),
    ];
    let chosen = filters.iter().filter_map(|(name, id)| id.map(|id| format!("{name}={id}")));
    let chosen: Vec<String> = chosen.collect();
    let chosen =
        if chosen.is_empty() { "全部可见范围".to_owned() } else { chosen.join("，") };
    notes.push(format!("筛选条件：{chosen}"));
    notes.extend(wish.code.definitions().iter().map(|text| (*text).to_owned()));
    notes
}
