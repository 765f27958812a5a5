//! `xlsx`: the table of concordance, the articles of the laws, and the findings, to filter and to sort.

use super::{Format, MakesFile, RenderContext};
use crate::finding::{Encoding, Verdict};
use crate::report::opening::{articles, basis, standing_id, whom};
use crate::report::rows::rows;
use crate::report::{PointSummary, Standing, Summary, location, one_line, place};
use crate::syntax::Severity;
use crate::words::{Words, force_id};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as Look, FormatAlign, Workbook, Worksheet, XlsxError,
};
use std::io;
use unicode_width::UnicodeWidthStr as _;

/// The longest text that a cell takes.
const LONGEST: usize = 32_767;

/// How high a line is, in points, and how many of them a row shows. What is longer stands in the cell all the same.
const LINE: f64 = 15.0;
const MOST_LINES: f64 = 10.0;

/// A table of three sheets.
#[derive(Debug)]
pub(super) struct Spreadsheet;

impl Format for Spreadsheet {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn help(&self) -> &'static str {
        "A spreadsheet of points, articles and findings"
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn for_people(&self) -> bool {
        true
    }

    fn file(&self) -> Option<MakesFile> {
        Some(made)
    }
}

/// A sheet: its name, its columns with their widths, its rows.
struct Sheet {
    name: &'static str,
    columns: Vec<(&'static str, f64)>,
    rows: Vec<Vec<Cell>>,
}

/// What stands in a cell. A text is never a formula, whatever it begins with.
enum Cell {
    Text(String),
    Number(f64),
}

fn made(context: &RenderContext<'_>) -> io::Result<Vec<u8>> {
    write(context).map_err(io::Error::other)
}

fn write(context: &RenderContext<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: the day of the check.
    let date = context.orders.iter().find_map(|o| o.judgement).map(|j| j.order.as_of.to_string());
    let created = ExcelDateTime::parse_from_str(date.as_deref().unwrap_or("1970-01-01"))?;
    let title = context.words.plain("html-title");
    workbook.set_properties(
        &DocProperties::new().set_title(title).set_author(env!("CARGO_PKG_NAME")).set_creation_datetime(&created),
    );
    for sheet in [points(context), index(context), findings(context)] {
        put(workbook.add_worksheet(), &sheet, context.voices)?;
    }
    workbook.save_to_buffer()
}

/// A sheet with its head frozen and a filter on it.
fn put(out: &mut Worksheet, sheet: &Sheet, voices: &[Words]) -> Result<(), XlsxError> {
    let name = voices.first().map_or_else(String::new, |w| w.plain(sheet.name));
    out.set_name(name)?;
    let head = Look::new().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(0x001B_3A57));
    let head = head.set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let body = Look::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (id, width)) in (0..).zip(&sheet.columns) {
        out.set_column_width(column, *width)?;
        out.write_string_with_format(0, column, both(voices, |w| w.plain(id)), &head)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        out.set_row_height(row, height(cells, &sheet.columns))?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => out.write_string_with_format(row, column, fitting(text), &body)?,
                Cell::Number(number) => out.write_number_with_format(row, column, *number, &body)?,
            };
        }
    }
    out.set_freeze_panes(1, 0)?;
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
    out.autofilter(0, 0, u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX), last)?;
    out.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// How high a row is that shows its texts, in points. Excel would see to it itself; others leave every row as high as one
/// line.
fn height(cells: &[Cell], columns: &[(&str, f64)]) -> f64 {
    let lines = |cell: &Cell, width: f64| match cell {
        // A little less fits on a line than is counted: words are not broken.
        Cell::Text(text) => text.split('\n').map(|line| (line.width() as f64 / (width * 0.9)).ceil().max(1.0)).sum(),
        Cell::Number(_) => 1.0,
    };
    let most = cells.iter().zip(columns).map(|(cell, (_, width))| lines(cell, *width)).fold(1.0, f64::max);
    LINE * most.min(MOST_LINES)
}

/// What a cell takes of a text, and `…` where that is not all.
fn fitting(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(LONGEST - 1).collect();
    out.push('…');
    out
}

/// The same in each language, one under the other.
fn both(voices: &[Words], say: impl Fn(&Words) -> String) -> String {
    let mut said: Vec<String> = Vec::new();
    for words in voices {
        let text = one_line(&say(words));
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("\n")
}

/// A row a point.
fn points(context: &RenderContext<'_>) -> Sheet {
    let RenderContext { orders, sources, voices, shown, .. } = *context;
    let text = |say: &dyn Fn(&Words) -> String| Cell::Text(both(voices, say));
    let mut out = Vec::new();
    for order in orders {
        let Some(judgement) = order.judgement else {
            for mistake in order.mistakes.iter().filter(|m| m.severity == Severity::Error) {
                let mut row: Vec<Cell> = (0..9).map(|_| Cell::Text(String::new())).collect();
                row.splice(0..1, [Cell::Text(one_line(&order.files.join(", ")))]);
                row.splice(2..3, [text(&|w| order.no_verdict(w))]);
                row.splice(7..9, [text(&|w| w.mistake(mistake).message), Cell::Text(location(sources, mistake.span))]);
                out.push(row);
            }
            continue;
        };
        let summary = Summary::of(judgement, shown);
        for point in &summary.points {
            let first = point.deciding().next().map(|cause| cause.first);
            let standards = match point.standards(point.standing) {
                deciding if deciding.is_empty() => point.results.clone(),
                deciding => deciding,
            };
            let reason = |w: &Words| point.results.first().map_or_else(String::new, |r| w.reason(r));
            out.push(vec![
                text(&|w| w.state(&judgement.order)),
                text(&|w| w.name(point.name)),
                text(&|w| w.plain(standing_id(point.standing))),
                text(&|w| whom(point, w)),
                text(&|w| articles(&summary, point, w)),
                text(&|w| basis(&standards, w)),
                text(&|w| w.plain(force_id(point.force))),
                text(&|w| first.map_or_else(|| reason(w), |(_, finding)| w.sentence(finding))),
                Cell::Text(first.map_or_else(String::new, |(_, f)| location(sources, place(judgement, f)))),
            ]);
        }
    }
    let columns = vec![
        ("column-state", 14.0),
        ("column-point", 34.0),
        ("column-standing", 18.0),
        ("column-whom", 40.0),
        ("column-articles", 22.0),
        ("column-basis", 30.0),
        ("column-force", 20.0),
        ("column-sentence", 60.0),
        ("column-place", 38.0),
    ];
    Sheet { name: "sheet-points", columns, rows: out }
}

/// A row an article, in the order of the laws.
fn index(context: &RenderContext<'_>) -> Sheet {
    let RenderContext { orders, sources, voices, shown, .. } = *context;
    let text = |say: &dyn Fn(&Words) -> String| Cell::Text(both(voices, say));
    let mut out = Vec::new();
    for judgement in orders.iter().filter_map(|o| o.judgement) {
        let summary = Summary::of(judgement, shown);
        for (named, law) in judgement.order.policies.iter().zip(&judgement.order.laws) {
            for article in &law.articles {
                let here = article.cited.span;
                let touches = |point: &&PointSummary<'_>| {
                    let causes = point.causes.iter().filter(|c| c.standing < Standing::Known);
                    causes.flat_map(|c| c.because()).any(|m| m.article.as_ref().is_some_and(|a| a.span == here))
                };
                let touched: Vec<&PointSummary<'_>> = summary.points.iter().filter(touches).collect();
                let protects: Vec<_> = judgement
                    .results
                    .iter()
                    .filter(|r| r.protects.iter().any(|m| m.article.as_ref().is_some_and(|a| a.span == here)))
                    .collect();
                out.push(vec![
                    text(&|w| w.state(&judgement.order)),
                    text(&|w| w.name(named)),
                    text(&|w| w.article_number(&article.cited)),
                    text(&|w| w.label(&article.cited.heading, "")),
                    text(&|w| match &article.encoding {
                        Encoding::Encoded if article.note.is_some() => w.plain("article-noted"),
                        Encoding::Encoded => w.plain("article-encoded"),
                        Encoding::Aside(_) => w.plain("article-set-aside"),
                        Encoding::Open => w.plain("article-open"),
                    }),
                    text(&|w| match (&article.encoding, &article.note) {
                        (Encoding::Aside(why), _) => w.label(why, ""),
                        (_, Some(note)) => w.label(note, ""),
                        _ => String::new(),
                    }),
                    Cell::Number(touched.len() as f64),
                    text(&|w| touched.iter().map(|p| w.name(p.name)).collect::<Vec<_>>().join("; ")),
                    text(&|w| protects.iter().map(|r| w.name(&r.standard)).collect::<Vec<_>>().join("; ")),
                    Cell::Text(location(sources, here)),
                ]);
            }
        }
    }
    let columns = vec![
        ("column-state", 14.0),
        ("column-law", 34.0),
        ("column-article", 16.0),
        ("column-heading", 34.0),
        ("column-encoding", 14.0),
        ("column-remark", 34.0),
        ("column-count", 9.0),
        ("column-touches", 50.0),
        ("column-protects", 50.0),
        ("column-place", 38.0),
    ];
    Sheet { name: "sheet-articles", columns, rows: out }
}

/// A row a finding.
fn findings(context: &RenderContext<'_>) -> Sheet {
    let RenderContext { orders, sources, words, voices, shown, .. } = *context;
    let text = |say: &dyn Fn(&Words) -> String| Cell::Text(both(voices, say));
    let mut out = Vec::new();
    for judgement in orders.iter().filter_map(|o| o.judgement) {
        for row in rows(judgement, sources, words, shown) {
            let (result, finding) = (row.result, row.finding);
            let counts = if finding.verdict == Verdict::Provided || finding.counts() { "" } else { "standing-known" };
            out.push(vec![
                text(&|w| w.state(&judgement.order)),
                text(&|w| w.name(result.point.as_ref().unwrap_or(&result.standard))),
                text(&|w| w.name(&result.standard)),
                Cell::Text(result.standard.name.clone()),
                text(&|w| w.verdict(finding.verdict)),
                text(&|w| w.plain(force_id(result.force))),
                text(&|w| w.sentence(finding)),
                text(&|w| finding.class.as_ref().map_or_else(String::new, |c| w.people(c))),
                text(&|w| w.articles(finding.because.iter().filter_map(|m| m.article.as_ref()))),
                text(&|w| result.basis.iter().map(|b| w.basis_short(b)).collect::<Vec<_>>().join("; ")),
                text(&|w| if counts.is_empty() { String::new() } else { w.plain(counts) }),
                Cell::Text(row.file),
                Cell::Number(f64::from(row.start.line)),
                Cell::Text(row.fingerprint),
            ]);
        }
    }
    let columns = vec![
        ("column-state", 14.0),
        ("column-point", 30.0),
        ("column-standard", 34.0),
        ("column-identifier", 28.0),
        ("column-verdict", 16.0),
        ("column-force", 20.0),
        ("column-finding", 60.0),
        ("column-whom", 50.0),
        ("column-articles", 22.0),
        ("column-basis", 40.0),
        ("column-known", 16.0),
        ("column-file", 34.0),
        ("column-line", 8.0),
        ("column-fingerprint", 36.0),
    ];
    Sheet { name: "sheet-findings", columns, rows: out }
}
