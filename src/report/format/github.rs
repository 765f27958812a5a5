//! `github`: workflow commands, which GitHub shows beside the line.

use super::{Format, RenderContext};
use crate::finding::Level;
use crate::report::one_line;
use crate::report::rows::{ends, rows};
use crate::syntax::Severity;
use crate::text::Place;
use std::fmt::{self, Write};

/// A command a finding.
#[derive(Debug)]
pub(super) struct Github;

impl Format for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn help(&self) -> &'static str {
        "Workflow commands of GitHub"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, sources, words, shown, .. } = *context;
        for order in orders {
            let warnings = order.judgement.map(|j| j.warnings.as_slice()).unwrap_or_default();
            for mistake in order.mistakes.iter().chain(warnings) {
                let (file, start, end) = ends(sources, mistake.span);
                let level = if mistake.severity == Severity::Error { "error" } else { "warning" };
                command(out, level, &file, (start, end), mistake.code.as_str(), &words.mistake(mistake).message)?;
            }
            let Some(judgement) = order.judgement else { continue };
            for row in rows(judgement, sources, words, shown) {
                let level = match row.level {
                    _ if !row.finding.counts() => "notice",
                    Level::Incompatible => "error",
                    Level::NotFound | Level::Interpretation | Level::Signed => "warning",
                    _ => "notice",
                };
                command(out, level, &row.file, (row.start, row.end), &row.result.standard.name, &row.sentence)?;
            }
        }
        Ok(())
    }
}

fn command(
    out: &mut dyn Write,
    level: &str,
    file: &str,
    (start, end): (Place, Place),
    title: &str,
    message: &str,
) -> fmt::Result {
    writeln!(
        out,
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}",
        property(file),
        start.line,
        start.column,
        end.line,
        end.column,
        property(title),
        data(&one_line(message)),
    )
}

/// What would end a message is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What would end a property is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
