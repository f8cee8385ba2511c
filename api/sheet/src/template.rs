//! Workbooks for people to fill in, and to mend.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Workbook, Worksheet};

use crate::header::normalise;
use crate::report::{Column, Report, Value, WriteFault};
use crate::xlsx_out::{column_number, new_book, safe, set_columns, write_header, write_xlsx};

/// The sheet that holds the values to choose from.
const DICTIONARY: &str = "字典";
/// The column an error workbook adds.
const REASON: &str = "错误原因";
/// Rows that offer a choice; as many as a file may have.
const LAST_ROW: u32 = 200_000;

/// A column of a template.
#[derive(Debug, Clone)]
pub struct TemplateColumn {
    pub column: Column,
    /// Shown as `*` behind the title.
    pub required: bool,
    /// Values offered in the cell; others are warned about, for a school may have written an alias.
    pub choices: Vec<String>,
    /// Shown while a cell of the column is being filled in; at most 255 characters.
    pub hint: Option<String>,
}

/// Writes a template: one sheet with the header and text-typed columns, and a sheet of
/// dictionaries that the choices come from.
///
/// # Errors
/// [`WriteFault`] if something does not fit into a workbook.
pub fn template_xlsx(
    sheet_name: &str,
    columns: &[TemplateColumn],
    made_at: DateTime<Utc>,
) -> Result<Vec<u8>, WriteFault> {
    let mut book = new_book(made_at)?;
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name)?;
    let title = |column: &TemplateColumn| {
        format!("{}{}", column.column.title, if column.required { "*" } else { "" })
    };
    let titles: Vec<String> = columns.iter().map(title).collect();
    write_header(sheet, 0, titles.iter().map(String::as_str))?;
    let plain: Vec<Column> = columns.iter().map(|column| column.column.clone()).collect();
    set_columns(sheet, &plain)?;
    for (at, column) in columns.iter().enumerate() {
        validate(sheet, column_number(at)?, column)?;
    }
    if columns.iter().any(|column| !column.choices.is_empty()) {
        write_dictionaries(&mut book, columns)?;
    }
    Ok(book.save_to_buffer()?)
}

fn validate(sheet: &mut Worksheet, at: u16, column: &TemplateColumn) -> Result<(), WriteFault> {
    let mut rule = DataValidation::new();
    if column.choices.is_empty() && column.hint.is_none() {
        return Ok(());
    }
    if column.choices.is_empty() {
        rule = rule.allow_any_value();
    } else {
        let letters = rust_xlsxwriter::utility::column_number_to_name(at);
        let last = column.choices.len().saturating_add(1);
        let list = format!("={DICTIONARY}!${letters}$2:${letters}${last}");
        rule = rule
            .allow_list_formula(Formula::new(list))
            .set_error_style(DataValidationErrorStyle::Warning);
    }
    if let Some(hint) = &column.hint {
        rule = rule.set_input_message(hint.as_str())?;
    }
    sheet.add_data_validation(1, at, LAST_ROW, at, &rule)?;
    Ok(())
}

/// Each dictionary stands in the column of the title it belongs to.
fn write_dictionaries(book: &mut Workbook, columns: &[TemplateColumn]) -> Result<(), WriteFault> {
    let sheet = book.add_worksheet();
    sheet.set_name(DICTIONARY)?;
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| !column.choices.is_empty())
    {
        let at = column_number(at)?;
        sheet.write_string(0, at, safe(&column.column.title))?;
        sheet.set_column_width(at, column.column.width)?;
        for (line, choice) in (1_u32..).zip(&column.choices) {
            sheet.write_string(line, at, safe(choice))?;
        }
    }
    Ok(())
}

/// A row to be mended: its cells as they stood in the file, and what is wrong with them.
#[derive(Debug, Clone)]
pub struct Annotated {
    pub cells: Vec<String>,
    pub reason: String,
}

/// Writes the rows to be mended under their own header, with the reasons in a last column
/// 错误原因. A file that already was such a workbook gets new reasons, not a second column.
///
/// # Errors
/// [`WriteFault`] if something does not fit into a workbook.
pub fn annotated_xlsx(
    titles: &[String],
    rows: impl IntoIterator<Item = Annotated>,
    made_at: DateTime<Utc>,
) -> Result<Vec<u8>, WriteFault> {
    let old = titles.iter().position(|title| normalise(title) == REASON);
    let kept = move |(at, _): &(usize, _)| Some(*at) != old;
    let width = titles.len();
    let mut columns: Vec<Column> = titles
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != old)
        .map(|(_, title)| Column::text(title.as_str(), 16))
        .collect();
    columns.push(Column::text(REASON, 48));
    let rows = rows.into_iter().map(move |mut row| {
        // Cells beyond the header belong to no column and were never read.
        row.cells.resize(width, String::new());
        let cells = row.cells.into_iter().enumerate().filter(kept);
        let mut values: Vec<Value> = cells.map(|(_, text)| Value::Text(text)).collect();
        values.push(Value::Text(row.reason));
        values
    });
    let sheet = "待修改".to_owned();
    write_xlsx(Report { sheet, title: None, columns, rows, notes: Vec::new(), made_at })
}
