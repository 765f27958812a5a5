//! `github`: workflow commands, which GitHub shows beside the line.

use super::{Format, RenderContext};
use crate::report::news::news;
use crate::report::one_line;
use crate::report::opening::{lines, news_lines};
use crate::report::rows::{cause_rows, ends};
use crate::report::{Standing, Summary, place};
use crate::syntax::Severity;
use crate::text::Place;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// Annotations of one level that GitHub shows of a step.
const MOST: usize = 10;

/// A command a cause, the gravest and newest first.
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
            let summary = Summary::of(judgement, shown);
            // What is new first and alone: one annotation for all that one change does.
            if summary.against_baseline {
                for news in news(&summary) {
                    let level = if news.standing() == Standing::Outside { "error" } else { "warning" };
                    let place = news.found.first().and_then(|(.., finding)| place(judgement, finding));
                    let (file, start, end) = ends(sources, place);
                    let (who, points) = news_lines(&summary, &news, words);
                    command(out, level, &file, (start, end), env!("CARGO_PKG_NAME"), &format!("{who} · {points}"))?;
                }
            }
            let (mut said, mut unsaid) = (BTreeMap::<&str, usize>::new(), 0);
            for cause in cause_rows(&summary, sources, words).into_iter().filter(|_| !summary.against_baseline) {
                let level = match cause.standing {
                    Standing::Outside => "error",
                    Standing::NotFound | Standing::Reading => "warning",
                    // What is known is no news, and what is for assessment is no fault: both are counted.
                    _ => continue,
                };
                let count = said.entry(level).or_default();
                *count += 1;
                if *count > MOST {
                    unsaid += 1;
                    continue;
                }
                let row = &cause.row;
                command(out, level, &row.file, (row.start, row.end), &cause.point.name, &cause.sentence(words))?;
            }
            let mut rest = lines(&summary, words);
            if unsaid > 0 {
                rest.push(words.count("github-more", unsaid));
            }
            let head = judgement.order.laws.get(summary.main).and_then(|law| law.head);
            let (file, start, end) = ends(sources, head);
            command(out, "notice", &file, (start, end), env!("CARGO_PKG_NAME"), &rest.join(" "))?;
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
