//! `csv`: one row a finding, for researchers; a row a mistake where there is no verdict. Columns are only ever added at
//! the end.

use super::{Format, RenderContext};
use crate::report::one_line;
use crate::report::rows::{ends, rows};
use crate::syntax::Severity;
use std::fmt::{self, Write};

/// The columns.
const COLUMNS: [&str; 14] = [
    "state",
    "as_of",
    "standard",
    "theme",
    "verdict",
    "level",
    "sentence",
    "who",
    "articles",
    "basis",
    "accepted_until",
    "file",
    "line",
    "fingerprint",
];

/// What a table begins with, so that a spreadsheet reads it as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands for a verdict where there is none.
pub(super) const NO_VERDICT: &str = "no-verdict";

/// A row a finding, the head first.
#[derive(Debug)]
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn help(&self) -> &'static str {
        "A row a finding, for researchers"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, sources, words, shown, .. } = *context;
        let mut lines: Vec<Vec<String>> = vec![COLUMNS.iter().map(|c| (*c).to_owned()).collect()];
        for judgement in orders.iter().filter_map(|o| o.judgement) {
            for row in rows(judgement, sources, words, shown) {
                lines.push(vec![
                    judgement.order.state.clone(),
                    judgement.order.as_of.to_string(),
                    row.result.standard.name.clone(),
                    row.result.theme.clone(),
                    row.finding.verdict.key().to_owned(),
                    row.level.key().to_owned(),
                    row.sentence,
                    row.who,
                    row.articles,
                    row.basis,
                    row.finding.accepted.as_ref().map_or_else(String::new, |a| a.until.clone()),
                    row.file,
                    row.start.line.to_string(),
                    row.fingerprint,
                ]);
            }
        }
        for order in orders.iter().filter(|o| o.judgement.is_none()) {
            for mistake in order.mistakes.iter().filter(|m| m.severity == Severity::Error) {
                let (file, start, _) = ends(sources, mistake.span);
                let said = [
                    ("verdict", NO_VERDICT.to_owned()),
                    ("level", format!("error[{}]", mistake.code)),
                    ("sentence", one_line(&words.mistake(mistake).message)),
                    ("file", file),
                    ("line", start.line.to_string()),
                ];
                let cell = |column: &&str| said.iter().find(|(name, _)| name == column).map(|(_, text)| text.clone());
                lines.push(COLUMNS.iter().map(|column| cell(column).unwrap_or_default()).collect());
            }
        }
        out.write_str(&table(&lines))
    }
}

/// Lines as CSV, every field harmless in a spreadsheet.
pub(super) fn table(lines: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        // Writing to memory does not fail.
        let _ = writer.write_record(line.iter().map(|field| inert(field)));
    }
    let text = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{text}")
}

/// A field that a spreadsheet would take for a formula is made text.
fn inert(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t']) { format!("'{field}") } else { field.to_owned() }
}
