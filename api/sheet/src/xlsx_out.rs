use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use chrono::{DateTime, Utc};

use crate::guard::neutralise;
use crate::report::{Column, Kind, Report, Value, WriteFault, printable};
use crate::strings::escaped;

/// Whole numbers beyond this are not exact in a workbook and are written as text.
const EXACT: u64 = 1 << 53;

/// Writes a report as a workbook of one sheet.
///
/// # Errors
/// [`WriteFault`] if something does not fit into a workbook.
pub fn write_xlsx<R: IntoIterator<Item = Vec<Value>>>(
    report: Report<R>,
) -> Result<Vec<u8>, WriteFault> {
    let mut book = new_book(report.made_at)?;
    fill(book.add_worksheet(), report)?;
    Ok(book.save_to_buffer()?)
}

impl From<XlsxError> for WriteFault {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

pub(crate) fn new_book(made_at: DateTime<Utc>) -> Result<Workbook, WriteFault> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(made_at.timestamp())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    Ok(book)
}

fn fill<R: IntoIterator<Item = Vec<Value>>>(
    sheet: &mut Worksheet,
    report: Report<R>,
) -> Result<(), WriteFault> {
    sheet.set_name(report.sheet.as_str())?;
    let mut line = 0_u32;
    if let Some(title) = &report.title {
        let last = column_number(report.columns.len().saturating_sub(1))?;
        let centred = Format::new().set_bold().set_align(FormatAlign::Center);
        match last {
            0 => drop(sheet.write_string_with_format(line, 0, safe(title), &centred)?),
            last => drop(sheet.merge_range(line, 0, line, last, &safe(title), &centred)?),
        }
        line = line.saturating_add(1);
    }
    let titles = report.columns.iter().map(|column| column.title.as_str());
    write_header(sheet, line, titles)?;
    set_columns(sheet, &report.columns)?;
    let text = Format::new().set_num_format("@");
    for row in report.rows {
        line = line.saturating_add(1);
        for (at, value) in row.iter().enumerate() {
            write_value(sheet, line, column_number(at)?, value, &text)?;
        }
    }
    // One empty line keeps the notes out of the table when it is sorted or filtered.
    line = line.saturating_add(1);
    for note in &report.notes {
        line = line.saturating_add(1);
        sheet.write_string(line, 0, safe(note))?;
    }
    Ok(())
}

/// Writes bold titles into `line` and keeps them in view.
pub(crate) fn write_header<'t>(
    sheet: &mut Worksheet,
    line: u32,
    titles: impl IntoIterator<Item = &'t str>,
) -> Result<(), WriteFault> {
    let bold = Format::new()
        .set_bold()
        .set_num_format("@")
        .set_text_wrap()
        .set_background_color(Color::RGB(0xDD_EBF7));
    for (at, title) in titles.into_iter().enumerate() {
        sheet.write_string_with_format(line, column_number(at)?, safe(title), &bold)?;
    }
    sheet.set_freeze_panes(line.saturating_add(1), 0)?;
    Ok(())
}

/// Sets widths, and makes text columns text also where they are still empty.
pub(crate) fn set_columns(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), WriteFault> {
    let text = Format::new().set_num_format("@");
    for (at, column) in columns.iter().enumerate() {
        let number = column_number(at)?;
        sheet.set_column_width(number, column.width)?;
        if column.kind == Kind::Text {
            sheet.set_column_format(number, &text)?;
        }
    }
    Ok(())
}

fn write_value(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    value: &Value,
    text: &Format,
) -> Result<(), WriteFault> {
    match value {
        Value::Empty => {}
        Value::Text(value) if value.is_empty() => {}
        Value::Text(value) => {
            sheet.write_string_with_format(line, column, safe(value), text)?;
        }
        Value::Int(value) if value.unsigned_abs() > EXACT => {
            sheet.write_string_with_format(line, column, value.to_string(), text)?;
        }
        Value::Int(value) => {
            sheet.write_number(line, column, *value as f64)?;
        }
        Value::Hundredths(value) => {
            sheet.write_number(line, column, *value as f64 / 100.0)?;
        }
        Value::Percent(value) => {
            let percent = Format::new().set_num_format("0.##\"%\"");
            sheet.write_number_with_format(line, column, *value as f64 / 100.0, &percent)?;
        }
    }
    Ok(())
}

pub(crate) fn column_number(at: usize) -> Result<u16, WriteFault> {
    u16::try_from(at).map_err(|_| WriteFault("it has too many columns".into()))
}

/// Text as it is stored: harmless, printable, and with its own `_xHHHH_` kept from being decoded.
pub(crate) fn safe(text: &str) -> String {
    let printable = printable(text);
    let harmless = neutralise(&printable);
    let mut out = String::with_capacity(harmless.len());
    let mut rest: &str = &harmless;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        out.push_str(if escaped(after).is_some() { "_x005F_x" } else { "_x" });
        rest = after;
    }
    out.push_str(rest);
    out
}
