//! `csv`: one row a finding, for researchers. Columns are only ever added at the end.

use super::{Format, RenderContext};
use crate::report::rows::{level_word, rows, verdict_word};
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
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut lines: Vec<Vec<String>> = vec![COLUMNS.iter().map(|c| (*c).to_owned()).collect()];
        for judgement in orders.iter().filter_map(|o| o.judgement) {
            for row in rows(judgement, sources, words, shown) {
                lines.push(vec![
                    judgement.order.state.clone(),
                    judgement.order.as_of.to_string(),
                    row.result.standard.name.clone(),
                    row.result.theme.clone(),
                    verdict_word(row.finding.verdict).to_owned(),
                    level_word(row.level).to_owned(),
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
        for line in &lines {
            // Writing to memory does not fail.
            let _ = writer.write_record(line.iter().map(|field| inert(field)));
        }
        out.write_str(&written(writer))
    }
}

/// What was written to memory.
pub(super) fn written(writer: csv::Writer<Vec<u8>>) -> String {
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A field that a spreadsheet would take for a formula is made text.
pub(super) fn inert(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t']) { format!("'{field}") } else { field.to_owned() }
}
