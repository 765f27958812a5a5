//! Points by articles, drawn: a row for each point that is open, a column for each article of which most of them speak.

use super::said::Escaped;
use crate::finding::Mark;
use crate::report::{PointSummary, Standing, Summary, one_line};
use crate::text::Span;
use crate::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Pixels of a cell, of a column of text.
const CELL: f64 = 20.0;
const COLUMN: f64 = 6.6;

/// Rows and columns that a first page has room for.
const MOST_ROWS: usize = 12;
const MOST_COLUMNS: usize = 18;

/// A row: a point, and what each article is to it.
struct Line {
    title: String,
    link: String,
    cells: BTreeMap<Span, Standing>,
}

/// A column: an article.
struct Column {
    span: Span,
    number: String,
    article: String,
    law: String,
}

/// An SVG, ready to stand in a page; empty when no article speaks of any point.
pub(super) fn matrix(
    summary: &Summary<'_>,
    link: &dyn Fn(&PointSummary<'_>) -> String,
    words: &Words,
    label: &str,
) -> String {
    let mut rows: Vec<Line> = Vec::new();
    for point in summary.points.iter().filter(|p| p.standing < Standing::Known) {
        let mut cells: BTreeMap<Span, Standing> = BTreeMap::new();
        for cause in point.causes.iter().filter(|c| c.standing < Standing::Known) {
            for article in cause.found().flat_map(|(_, finding)| articles(&finding.because)) {
                let cell = cells.entry(article).or_insert(cause.standing);
                *cell = (*cell).min(cause.standing);
            }
        }
        for article in point.results.iter().flat_map(|r| articles(&r.protects)) {
            cells.entry(article).or_insert(Standing::Provided);
        }
        if !cells.is_empty() && rows.len() < MOST_ROWS {
            rows.push(Line { title: one_line(&words.name(point.name)), link: link(point), cells });
        }
    }
    // The articles that weigh most: of which most points speak, and most gravely.
    let weight = |span: Span| {
        let standings: Vec<Standing> = rows.iter().filter_map(|r| r.cells.get(&span).copied()).collect();
        let grave = standings.iter().filter(|s| **s == Standing::Outside).count();
        (grave, standings.len())
    };
    let mut all: Vec<Column> = summary
        .judgement
        .order
        .laws
        .iter()
        .flat_map(|l| &l.articles)
        .filter(|a| rows.iter().any(|l| l.cells.get(&a.cited.span).is_some_and(|s| *s < Standing::Known)))
        .map(|a| Column {
            span: a.cited.span,
            number: one_line(&a.cited.number),
            article: one_line(&words.article(&a.cited)),
            law: a.cited.policy.name.clone(),
        })
        .collect();
    if all.len() > MOST_COLUMNS {
        let mut spans: Vec<Span> = all.iter().map(|c| c.span).collect();
        spans.sort_by_key(|span| (std::cmp::Reverse(weight(*span)), *span));
        spans.truncate(MOST_COLUMNS);
        all.retain(|column| spans.contains(&column.span));
    }
    if rows.is_empty() || all.is_empty() {
        return String::new();
    }
    draw(&rows, &all, label)
}

fn draw(rows: &[Line], columns: &[Column], label: &str) -> String {
    let left = rows.iter().map(|l| l.title.width()).max().unwrap_or(0) as f64 * COLUMN + 10.0;
    let top = columns.iter().map(|c| c.number.width()).max().unwrap_or(0) as f64 * (COLUMN + 1.0) + 14.0;
    let (width, height) = (left + columns.len() as f64 * CELL + 4.0, top + rows.len() as f64 * CELL + 4.0);
    let mut out = format!(
        "<svg class=\"grid\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" \
         role=\"group\" aria-label=\"{}\">",
        Escaped(label)
    );
    for (at, column) in columns.iter().enumerate() {
        let x = left + (at as f64 + 0.5) * CELL + 4.0;
        let y = top - 6.0;
        let _ = write!(
            out,
            "<text class=\"head\" x=\"{x:.1}\" y=\"{y:.1}\" transform=\"rotate(-90 {x:.1} {y:.1})\"><title>{}</title>{}</text>",
            Escaped(&column.article),
            Escaped(&column.number)
        );
    }
    for (at, line) in rows.iter().enumerate() {
        let y = top + (at as f64 + 0.5) * CELL;
        if at % 2 == 0 {
            let _ = write!(
                out,
                "<rect class=\"band\" x=\"0\" y=\"{:.1}\" width=\"{width:.0}\" height=\"{CELL}\"/>",
                y - CELL / 2.0
            );
        }
        let _ = write!(
            out,
            "<text class=\"side\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            left - 6.0,
            y + 4.0,
            Escaped(&line.title)
        );
        for (at, column) in columns.iter().enumerate() {
            let Some(standing) = line.cells.get(&column.span) else { continue };
            let x = left + (at as f64 + 0.5) * CELL;
            // Never colour alone: each has a sign of its own.
            let sign = match standing {
                Standing::Outside => "●",
                Standing::NotFound => "◌",
                Standing::Reading => "◆",
                Standing::Provided => "✓",
                _ => "○",
            };
            let said = format!("{} · {}", line.title, column.article);
            let text = format!(
                "<text class=\"{}\" x=\"{x:.1}\" y=\"{:.1}\"><title>{}</title>{sign}</text>",
                standing.key(),
                y + 4.5,
                Escaped(&said)
            );
            let _ = match standing {
                Standing::Provided => write!(out, "{text}"),
                _ => write!(out, "<a href=\"#{}\" aria-label=\"{}\">{text}</a>", Escaped(&line.link), Escaped(&said)),
            };
        }
    }
    // Where one law ends and the next begins.
    for (at, pair) in columns.windows(2).enumerate() {
        if let [one, next] = pair
            && one.law != next.law
        {
            let x = left + (at as f64 + 1.0) * CELL;
            let _ = write!(out, "<line class=\"law-end\" x1=\"{x:.1}\" y1=\"0\" x2=\"{x:.1}\" y2=\"{height:.0}\"/>");
        }
    }
    out.push_str("</svg>");
    out
}

fn articles(marks: &[Mark]) -> Vec<Span> {
    marks.iter().filter_map(|m| m.article.as_ref()).map(|a| a.span).collect()
}
