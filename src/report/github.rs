//! `github`: workflow commands, which GitHub shows beside the line.

use super::rows::{ends, rows};
use super::{OrderReport, Shown, one_line};
use crate::finding::Level;
use crate::syntax::Severity;
use crate::text::{Place, Sources};
use crate::words::Words;
use std::fmt::Write as _;

/// The whole report: a command a finding.
pub fn github(orders: &[OrderReport<'_>], sources: &Sources, words: &Words, shown: Shown) -> String {
    let mut out = String::new();
    for order in orders {
        let warnings = order.judgement.map(|j| j.warnings.as_slice()).unwrap_or_default();
        for mistake in order.mistakes.iter().chain(warnings) {
            let (file, start, end) = ends(sources, mistake.span);
            let level = if mistake.severity == Severity::Error { "error" } else { "warning" };
            command(&mut out, level, &file, (start, end), mistake.code, &words.mistake(mistake).message);
        }
        let Some(judgement) = order.judgement else { continue };
        for row in rows(judgement, sources, words, shown) {
            let level = match row.level {
                _ if !row.finding.counts() => "notice",
                Level::Breach => "error",
                Level::Interpretation | Level::Signed => "warning",
                _ => "notice",
            };
            command(&mut out, level, &row.file, (row.start, row.end), &row.result.standard.name, &row.sentence);
        }
    }
    out
}

fn command(out: &mut String, level: &str, file: &str, (start, end): (Place, Place), title: &str, message: &str) {
    let _ = writeln!(
        out,
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}",
        property(file),
        start.line,
        start.column,
        end.line,
        end.column,
        property(title),
        data(&one_line(message)),
    );
}

/// What would end a message is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What would end a property is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
