//! `markdown`: for a job summary or a comment on a change.

use super::{Format, RenderContext};
use crate::finding::Verdict;
use crate::report::rows::{Row, rows};
use crate::report::{location, one_line, summary};
use crate::words::Words;
use std::fmt::{self, Write};

/// A section a legal order, a row a finding.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn help(&self) -> &'static str {
        "For a job summary or a comment"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn tells_skipped(&self) -> bool {
        true
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, sources, words, shown, .. } = *context;
        for order in orders {
            let Some(judgement) = order.judgement else {
                writeln!(out, "## {}\n\n{}\n", inert(&order.files.join(", ")), order.no_verdict(words))?;
                for mistake in order.mistakes {
                    let message = inert(&words.mistake(mistake).message);
                    writeln!(out, "- `{}` {message}", location(sources, mistake.span).replace('`', "'"))?;
                }
                out.write_char('\n')?;
                continue;
            };
            let laws: Vec<String> = judgement.order.policies.iter().map(|p| inert(&words.name(p))).collect();
            writeln!(out, "## {} · {}\n", judgement.order.state, laws.join(" · "))?;
            let found = rows(judgement, sources, words, shown);
            if !found.is_empty() {
                writeln!(out, "{}\n| --- | --- | --- | --- |", words.plain("markdown-columns"))?;
            }
            for row in &found {
                writeln!(out, "{}", line(row, words))?;
            }
            let protecting: Vec<&crate::finding::StandardResult> = judgement
                .results
                .iter()
                .filter(|r| r.verdict == Verdict::Provided && r.protects.iter().any(|m| m.article.is_some()))
                .collect();
            if !protecting.is_empty() {
                writeln!(out, "\n### {}\n", words.plain("what-protects"))?;
                for result in protecting {
                    let reason = inert(&words.reason(result));
                    writeln!(out, "- `{}`: {reason}", result.standard.name)?;
                }
            }
            writeln!(out, "\n{}\n", inert(&summary(judgement, words, shown)))?;
        }
        Ok(())
    }
}

fn line(row: &Row<'_>, words: &Words) -> String {
    let accepted = if row.finding.counts() { String::new() } else { format!(" ({})", words.standing(row.finding)) };
    format!(
        "| {}{accepted} | {} | `{}:{}` | `{}` {} |",
        inert(&words.verdict_with_force(row.finding.verdict, row.result.force)),
        inert(&row.sentence),
        row.file.replace(['`', '|'], "'"),
        row.start.line,
        row.result.standard.name,
        inert(&row.basis),
    )
}

/// Text on one line in which nothing is mark-up.
fn inert(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
