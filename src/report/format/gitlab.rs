//! `gitlab`: a code quality report. A fingerprint has no line number, so a moved line is no new finding.

use super::json::pretty;
use super::{Format, RenderContext};
use crate::finding::Level;
use crate::report::rows::{cause_rows, ends};
use crate::report::{Summary, one_line};
use crate::syntax::Severity;
use serde::Serialize;
use std::fmt::{self, Write};

/// An entry of the list. Its fields stand in the order of their names.
#[derive(Serialize)]
struct Violation {
    check_name: String,
    description: String,
    fingerprint: String,
    location: Location,
    severity: &'static str,
}

#[derive(Serialize)]
struct Location {
    lines: Lines,
    path: String,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// A list of findings and of mistakes.
#[derive(Debug)]
pub(super) struct Gitlab;

impl Format for Gitlab {
    fn name(&self) -> &'static str {
        "gitlab"
    }

    fn help(&self) -> &'static str {
        "Code quality report of GitLab"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, sources, words, shown, .. } = *context;
        let mut list: Vec<Violation> = Vec::new();
        for order in orders {
            let warnings = order.judgement.map(|j| j.warnings.as_slice()).unwrap_or_default();
            for mistake in order.mistakes.iter().chain(warnings) {
                let (path, start, _) = ends(sources, mistake.span);
                list.push(Violation {
                    check_name: mistake.code.to_string(),
                    description: one_line(&words.mistake(mistake).message),
                    fingerprint: format!("{}-{}-{path}", mistake.code, list.len()),
                    location: Location { lines: Lines { begin: start.line }, path },
                    severity: if mistake.severity == Severity::Error { "blocker" } else { "info" },
                });
            }
            let Some(judgement) = order.judgement else { continue };
            let summary = Summary::of(judgement, shown);
            for cause in cause_rows(&summary, sources, words) {
                let description = cause.sentence(words);
                let row = cause.row;
                let severity = match row.level {
                    _ if !row.finding.counts() => "info",
                    Level::Incompatible => "critical",
                    Level::NotFound | Level::Interpretation => "major",
                    Level::Signed | Level::ToAssess => "minor",
                    Level::SoftLaw | Level::Note => "info",
                };
                list.push(Violation {
                    check_name: cause.point.name.clone(),
                    description,
                    fingerprint: row.fingerprint,
                    location: Location { lines: Lines { begin: row.start.line }, path: row.file },
                    severity,
                });
            }
        }
        out.write_str(&pretty(&list))
    }
}
