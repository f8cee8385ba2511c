use std::borrow::Cow;

use crate::guard::neutralise;
use crate::report::{Report, Value, hundredths, printable};

/// Writes a report as CSV: UTF-8 with a byte order mark (without it spreadsheet programs guess a
/// local encoding), CRLF, commas. Title above and notes below, as in the workbook.
pub fn write_csv<R: IntoIterator<Item = Vec<Value>>>(report: Report<R>) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    let lone = |text: &str, out: &mut String| {
        push_field(out, &field(&Value::from(text)));
        out.push_str("\r\n");
    };
    if let Some(title) = &report.title {
        lone(title, &mut out);
    }
    push_row(&mut out, report.columns.iter().map(|column| Value::from(column.title.as_str())));
    for row in report.rows {
        push_row(&mut out, row);
    }
    for note in &report.notes {
        lone(note, &mut out);
    }
    out.into_bytes()
}

fn push_row(out: &mut String, values: impl IntoIterator<Item = Value>) {
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_field(out, &field(&value));
    }
    out.push_str("\r\n");
}

fn field(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(text) => match printable(text) {
            Cow::Borrowed(text) => neutralise(text),
            Cow::Owned(text) => Cow::Owned(neutralise(&text).into_owned()),
        },
        Value::Int(number) => Cow::Owned(number.to_string()),
        Value::Hundredths(number) | Value::Percent(number) => Cow::Owned(hundredths(*number)),
    }
}

/// Quotes whatever any program might split on, not only the comma: in some countries the separator
/// is a semicolon, and what follows it would begin a cell of its own.
fn push_field(out: &mut String, text: &str) {
    let splits = [',', ';', '\t', '"', '\r', '\n'];
    if text.contains(splits) || text.trim().len() != text.len() {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}
