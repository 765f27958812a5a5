//! Standards by articles, drawn: a row for each standard of which an article speaks, a column for each such article.

use super::said::Escaped;
use crate::finding::{Judgement, Level, Mark, Verdict};
use crate::report::one_line;
use crate::report::rows::Row;
use crate::text::Span;
use crate::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Pixels of a cell, of a column of text.
const CELL: f64 = 16.0;
const COLUMN: f64 = 6.3;

/// A row: a standard, and what each article is to it.
struct Line<'a> {
    title: String,
    level: Option<Level>,
    cells: BTreeMap<Span, (Option<Level>, &'a str)>,
}

/// A column: an article.
struct Column {
    span: Span,
    number: String,
    article: String,
    law: String,
}

/// An SVG, ready to stand in a page; empty when no article speaks of any standard.
pub(super) fn matrix(judgement: &Judgement, found: &[Row<'_>], ids: &[String], words: &Words, label: &str) -> String {
    let mut lines: BTreeMap<&str, Line<'_>> = BTreeMap::new();
    for (row, id) in found.iter().zip(ids) {
        let line = lines.entry(&row.result.standard.name).or_insert_with(|| Line {
            title: one_line(&words.name(&row.result.standard)),
            level: None,
            cells: BTreeMap::new(),
        });
        line.level = Some(line.level.map_or(row.level, |l| l.min(row.level)));
        for article in articles(&row.finding.because) {
            let cell = line.cells.entry(article).or_insert((Some(row.level), id));
            if cell.0.is_none_or(|l| row.level < l) {
                *cell = (Some(row.level), id);
            }
        }
    }
    for result in judgement.results.iter().filter(|r| r.verdict == Verdict::Provided) {
        let protects = articles(&result.protects);
        if protects.is_empty() {
            continue;
        }
        let line = lines.entry(&result.standard.name).or_insert_with(|| Line {
            title: one_line(&words.name(&result.standard)),
            level: None,
            cells: BTreeMap::new(),
        });
        line.cells.extend(protects.into_iter().map(|a| (a, (None, ""))));
    }
    let mut rows: Vec<(&str, Line<'_>)> = lines.into_iter().filter(|(_, l)| !l.cells.is_empty()).collect();
    rows.sort_by_key(|(name, line)| (line.level.is_none(), line.level, *name));
    let all = judgement.order.laws.iter().flat_map(|l| &l.articles);
    let columns: Vec<Column> = all
        .filter(|a| rows.iter().any(|(_, l)| l.cells.contains_key(&a.cited.span)))
        .map(|a| Column {
            span: a.cited.span,
            number: one_line(&a.cited.number),
            article: one_line(&words.article(&a.cited)),
            law: a.cited.policy.name.clone(),
        })
        .collect();
    if rows.is_empty() || columns.is_empty() {
        return String::new();
    }
    draw(&rows, &columns, label)
}

fn draw(rows: &[(&str, Line<'_>)], columns: &[Column], label: &str) -> String {
    let left = rows.iter().map(|(_, l)| l.title.width()).max().unwrap_or(0) as f64 * COLUMN + 10.0;
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
    for (at, (_, line)) in rows.iter().enumerate() {
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
            let Some((level, id)) = line.cells.get(&column.span) else { continue };
            let x = left + (at as f64 + 0.5) * CELL;
            // Never colour alone: each has a sign of its own.
            let (sign, class) = match level {
                None => ("✓", "met"),
                Some(Level::Incompatible) => ("■", "incompatible"),
                Some(Level::NotFound) => ("▣", "not-found"),
                Some(level @ (Level::Interpretation | Level::Signed)) => ("◆", level.key()),
                Some(level) => ("○", level.key()),
            };
            let said = format!("{} · {}", line.title, column.article);
            let text = format!(
                "<text class=\"{class}\" x=\"{x:.1}\" y=\"{:.1}\"><title>{}</title>{sign}</text>",
                y + 4.5,
                Escaped(&said)
            );
            let _ = match level {
                Some(_) => write!(out, "<a href=\"#{}\" aria-label=\"{}\">{text}</a>", Escaped(id), Escaped(&said)),
                None => write!(out, "{text}"),
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
