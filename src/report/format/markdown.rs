//! `markdown`: for a job summary or a comment on a change.

use super::{Format, RenderContext};
use crate::finding::Verdict;
use crate::report::news::news;
use crate::report::opening::{answer, counts, news_lines, read, remarks, standing_id, title, whom};
use crate::report::rows::cause_rows;
use crate::report::{PointSummary, Standing, Summary, location, one_line};
use std::fmt::{self, Write};

/// A section a legal order, a row a point, and the causes of the gravest.
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
            let summary = Summary::of(judgement, shown);
            writeln!(out, "## {}\n", inert(&title(&summary, words)))?;
            writeln!(out, "**{}**\n", inert(&answer(&summary, words)))?;
            for line in [counts(&summary, words, &[]), read(&summary, words)].iter().filter(|l| !l.is_empty()) {
                writeln!(out, "{}\n", inert(line))?;
            }
            for remark in remarks(&summary, words) {
                writeln!(out, "- {}", inert(&remark))?;
            }
            for news in news(&summary).iter().filter(|_| summary.against_baseline) {
                let (who, points) = news_lines(&summary, news, words);
                writeln!(out, "- **{}** · {}", inert(&who), inert(&points))?;
            }
            if summary.against_baseline {
                out.write_char('\n')?;
                continue;
            }
            let rows = cause_rows(&summary, sources, words);
            let listed = |point: &&PointSummary<'_>| point.standing < Standing::Known;
            if summary.points.iter().any(|p| listed(&p)) {
                writeln!(out, "\n{}\n| --- | --- | --- | --- |", words.plain("markdown-columns"))?;
            }
            for point in summary.points.iter().filter(listed) {
                let places: Vec<String> = rows
                    .iter()
                    .filter(|r| r.point.name == point.name.name && r.standing == point.standing)
                    .map(|r| format!("`{}:{}`", r.row.file.replace(['`', '|'], "'"), r.row.start.line))
                    .collect();
                let (first, more) = (places.first().cloned().unwrap_or_default(), places.len().saturating_sub(1));
                let more = if more > 0 { words.count("short-more", more) } else { String::new() };
                writeln!(
                    out,
                    "| {} (`{}`) | {} | {} | {first}{more} |",
                    inert(&words.name(point.name)),
                    point.name.name,
                    inert(&words.plain(standing_id(point.standing))),
                    inert(&whom(point, words)),
                )?;
            }
            for point in summary.points.iter().filter(|p| p.standing <= Standing::NotFound) {
                writeln!(out, "\n### {}\n", inert(&words.name(point.name)))?;
                for row in rows.iter().filter(|r| r.point.name == point.name.name && r.standing == point.standing) {
                    let file = row.row.file.replace(['`', '|'], "'");
                    writeln!(out, "- `{file}:{}` {}", row.row.start.line, inert(&row.sentence(words)))?;
                }
            }
            let provided: Vec<&PointSummary<'_>> = summary.standing(Standing::Provided).collect();
            if !provided.is_empty() {
                writeln!(out, "\n### {}\n", words.plain("what-protects"))?;
                for result in provided.iter().flat_map(|p| &p.results).filter(|r| r.verdict == Verdict::Provided) {
                    writeln!(out, "- `{}`: {}", result.standard.name, inert(&words.reason(result)))?;
                }
            }
            out.write_char('\n')?;
        }
        Ok(())
    }
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
