//! `markdown`: for a job summary or a comment on a change.

use super::rows::{Row, rows};
use super::{OrderReport, Shown, location, one_line, summary};
use crate::finding::Verdict;
use crate::text::Sources;
use crate::words::Words;
use std::fmt::Write as _;

/// The whole report: a section a legal order, a row a finding.
pub fn markdown(orders: &[OrderReport<'_>], sources: &Sources, words: &Words, shown: Shown) -> String {
    let mut out = String::new();
    for order in orders {
        let Some(judgement) = order.judgement else {
            let _ = writeln!(out, "## {}\n\n{}\n", inert(&order.files.join(", ")), words.plain("no-verdict"));
            for mistake in order.mistakes {
                let message = inert(&words.mistake(mistake).message);
                let _ = writeln!(out, "- `{}` {message}", location(sources, mistake.span).replace('`', "'"));
            }
            out.push('\n');
            continue;
        };
        let laws: Vec<String> = judgement.order.policies.iter().map(|p| inert(&words.name(p))).collect();
        let _ = writeln!(out, "## {} · {}\n", judgement.order.state, laws.join(" · "));
        let found = rows(judgement, sources, words, shown);
        if !found.is_empty() {
            let _ = writeln!(out, "{}\n| --- | --- | --- | --- |", words.plain("markdown-columns"));
        }
        for row in &found {
            let _ = writeln!(out, "{}", line(row, words));
        }
        let protecting: Vec<&crate::finding::StandardResult> = judgement
            .results
            .iter()
            .filter(|r| r.verdict == Verdict::Met && r.protects.iter().any(|m| m.article.is_some()))
            .collect();
        if !protecting.is_empty() {
            let _ = writeln!(out, "\n### {}\n", words.plain("what-protects"));
            for result in protecting {
                let reason = inert(&words.reason(result));
                let _ = writeln!(out, "- `{}`: {reason}", result.standard.name);
            }
        }
        let _ = writeln!(out, "\n{}\n", inert(&summary(judgement, words, shown)));
    }
    out
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
