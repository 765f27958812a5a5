//! `gitlab`: a code quality report. A fingerprint has no line number, so a moved line is no new finding.

use super::rows::{ends, rows};
use super::sarif::pretty;
use super::{OrderReport, Shown, one_line};
use crate::finding::Level;
use crate::syntax::Severity;
use crate::text::Sources;
use crate::words::Words;
use serde_json::{Value, json};

/// The whole report: a list of findings and of mistakes.
pub fn gitlab(orders: &[OrderReport<'_>], sources: &Sources, words: &Words, shown: Shown) -> String {
    let mut out: Vec<Value> = Vec::new();
    for order in orders {
        let warnings = order.judgement.map(|j| j.warnings.as_slice()).unwrap_or_default();
        for mistake in order.mistakes.iter().chain(warnings) {
            let (file, start, _) = ends(sources, mistake.span);
            out.push(json!({
                "description": one_line(&words.mistake(mistake).message),
                "check_name": mistake.code,
                "fingerprint": format!("{}-{}-{file}", mistake.code, out.len()),
                "severity": if mistake.severity == Severity::Error { "blocker" } else { "info" },
                "location": { "path": file, "lines": { "begin": start.line } },
            }));
        }
        let Some(judgement) = order.judgement else { continue };
        for row in rows(judgement, sources, words, shown) {
            let severity = match row.level {
                _ if !row.finding.counts() => "info",
                Level::Breach => "critical",
                Level::Interpretation => "major",
                Level::Signed | Level::Review => "minor",
                Level::Advice | Level::Note => "info",
            };
            out.push(json!({
                "description": row.sentence,
                "check_name": row.result.standard.name,
                "fingerprint": row.fingerprint,
                "severity": severity,
                "location": { "path": row.file, "lines": { "begin": row.start.line } },
            }));
        }
    }
    pretty(&Value::Array(out))
}
