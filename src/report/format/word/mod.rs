//! `docx`: a document of Word. One page with the answer; a row a point; the gravest points one by one, with the law's own
//! words, the treaty's, and the edit as a tracked change; comments where a person decides; what is provided for, what was
//! not examined, and how it was done.

mod document;
mod edits;
mod package;
mod said;
mod sheets;
mod xml;

use super::{Format, MakesFile, RenderContext};
use crate::finding::{ArticleCited, Encoding, StandardResult, Verdict};
use crate::law::Force;
use crate::report::news::news;
use crate::report::opening::{answer, articles, articles_of, basis, counts, news_lines, read, remarks, title, whom};
use crate::report::style::shortened;
use crate::report::{OrderReport, PointSummary, Standing, Summary, location, one_line};
use crate::words::{Words, args};
use document::{Document, Paragraph, Piece, Row, paragraphs};
use package::{Around, package};
use said::Said;
use sheets::Sheets;
use std::io;

/// Points that are shown on the first page.
const MOST_POINTS: usize = 10;

/// Things that are new and are told on the first page.
const MOST_NEWS: usize = 6;

/// Edits that are named on the first page.
const MOST_EDITS: usize = 3;

/// How much a cell may hold, counted as a terminal counts; and how much one of articles.
const WIDEST_CELL: usize = 150;
const WIDEST_ARTICLES: usize = 110;

/// A document.
#[derive(Debug)]
pub(super) struct Word;

impl Format for Word {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn help(&self) -> &'static str {
        "A Word document; with --diff the edits as tracked changes"
    }

    fn extension(&self) -> &'static str {
        "docx"
    }

    fn for_people(&self) -> bool {
        true
    }

    fn file(&self) -> Option<MakesFile> {
        Some(made)
    }
}

fn made(context: &RenderContext<'_>) -> io::Result<Vec<u8>> {
    let RenderContext { orders, voices, cover, .. } = *context;
    let judged = || orders.iter().filter_map(|o| o.judgement);
    let date = judged().next().map_or_else(|| "1970-01-01".to_owned(), |j| j.order.as_of.to_string());
    // Of one law the first heading is the title of the whole, and no line of its contents.
    let first_level = if orders.len() > 1 { 1 } else { 2 };
    let mut document = Document::new(&date, Said::plain(voices, "word-contents"), first_level);
    for order in orders {
        match order.judgement {
            Some(judgement) => {
                let summary = Summary::of(judgement, context.shown);
                Section { context, summary: &summary }.write(&mut document);
            }
            None => no_verdict(context, order, &mut document),
        }
    }
    method(context, &mut document);
    let titles: Vec<String> = match judged().next() {
        Some(judgement) if orders.len() == 1 => {
            let summary = Summary::of(judgement, context.shown);
            Said::by(voices, |w| title(&summary, w)).0.into_iter().map(|(_, text)| text).collect()
        }
        _ => voices.iter().map(|w| w.plain("html-title")).collect(),
    };
    let around = Around {
        title: titles.first().map_or("", String::as_str),
        date: &date,
        classification: cover.classification.as_deref().unwrap_or(""),
        language: &voices.first().map_or_else(String::new, |w| w.plain("language-tag")),
    };
    let (body, comments) = document.parts();
    package(body, comments, &around)
}

/// An order that there is no verdict on, and why.
fn no_verdict(context: &RenderContext<'_>, order: &OrderReport<'_>, document: &mut Document) {
    let RenderContext { voices, sources, .. } = *context;
    document.heading(1, &Said::bare(&one_line(&order.files.join(", "))), None);
    document.said("Answer", &Said::by(voices, |w| order.no_verdict(w)));
    for mistake in order.mistakes {
        let said =
            Said::by(voices, |w| format!("{} · {}", w.mistake(mistake).message, location(sources, mistake.span)));
        document.said("Remark", &said);
    }
}

/// One legal order while it is written.
#[derive(Debug, Clone, Copy)]
struct Section<'a, 'b> {
    context: &'b RenderContext<'b>,
    summary: &'b Summary<'a>,
}

impl Section<'_, '_> {
    fn voices(&self) -> &[Words] {
        self.context.voices
    }

    fn say(&self, say: impl Fn(&Words) -> String) -> Said {
        Said::by(self.voices(), say)
    }

    fn plain(&self, id: &str) -> Said {
        Said::plain(self.voices(), id)
    }

    fn write(&self, document: &mut Document) {
        self.first_page(document);
        document.contents_here();
        if self.context.shown.quiet {
            return;
        }
        let numbered: Vec<&PointSummary<'_>> =
            self.summary.points.iter().filter(|p| p.standing <= Standing::Reading).collect();
        if !numbered.is_empty() {
            document.heading(2, &self.plain("word-points"), None);
            self.points_table(document, &numbered);
            document.heading(2, &self.plain("word-sheets"), None);
            let mut sheets = Sheets::new(self.context, self.summary);
            document
                .said("Remark", &self.plain(if sheets.has_edits() { "word-about-edits" } else { "word-about-sheets" }));
            for (at, point) in numbered.iter().enumerate() {
                sheets.write(document, at + 1, point);
            }
        }
        self.for_assessment(document);
        self.rest_of_points(document, Standing::Advice, "word-advice");
        self.known(document);
        self.without_findings(document, Verdict::Provided, "word-provided", "column-by");
        self.without_findings(document, Verdict::NotExamined, "word-not-examined", "column-why");
        self.texts(document);
    }

    /// The answer, what was read, the gravest points, the edits.
    fn first_page(&self, document: &mut Document) {
        let summary = self.summary;
        let order = &summary.judgement.order;
        document.said("Country", &self.say(|w| w.state(order)));
        let law = self.say(|w| {
            let mut said = args([("law", summary.main_law().map_or_else(String::new, |l| w.name(l)))]);
            said.set("others", order.policies.len().saturating_sub(1));
            w.say("word-law", &said)
        });
        document.heading(1, &law, None);
        document.said("Day", &self.say(|w| w.say("word-as-of", &args([("date", order.as_of.to_string())]))));
        document.said("Answer", &self.say(|w| answer(summary, w)));
        document.said("Normal", &self.say(|w| counts(summary, w, &[])));
        document.said("Normal", &self.say(|w| read(summary, w)));
        let lines: Vec<Vec<String>> = self.voices().iter().map(|w| remarks(summary, w)).collect();
        for (words, lines) in self.voices().iter().zip(&lines) {
            for line in lines {
                let mut said = Said::default();
                said.add(&words.plain("language-tag"), line);
                document.said("Remark", &said);
            }
        }
        if summary.against_baseline {
            document.said("Label", &self.plain("word-new"));
            let all = news(summary);
            for one in all.iter().take(MOST_NEWS) {
                document.said("Sentence", &self.say(|w| news_lines(summary, one, w).0));
                document.said("Detail", &self.say(|w| news_lines(summary, one, w).1));
            }
            self.and_more(document, all.len(), MOST_NEWS);
        }
        // The gravest there are: where nobody is left outside, what comes next.
        let gravest = summary.points.first().map(|p| p.standing).filter(|s| *s <= Standing::Reading);
        if let Some(standing) = gravest {
            let points: Vec<&PointSummary<'_>> = summary.standing(standing).collect();
            let rows: Vec<Row> =
                points.iter().take(MOST_POINTS).enumerate().map(|(at, p)| self.point_row(at + 1, p, None)).collect();
            document.said("Label", &self.plain(super::human::heading(standing)));
            document.table(&POINT_WIDTHS, &self.point_columns(), &rows);
            self.and_more(document, points.len(), MOST_POINTS);
        }
        let edits = summary.edits();
        if !edits.is_empty() {
            document.said("Label", &self.plain("heading-edits"));
            for (mend, points) in edits.iter().take(MOST_EDITS) {
                document.said(
                    "Detail",
                    &self.say(|w| {
                        let names: Vec<String> = points.iter().map(|p| w.name(p.name)).collect();
                        let removes = args([("points", names.join(&w.plain("people-separator")))]);
                        let place = location(self.context.sources, mend.edits.first().map(|e| e.at));
                        format!("{} · {} · {place}", w.mend(mend), w.say("edit-removes", &removes))
                    }),
                );
            }
            self.and_more(document, edits.len(), MOST_EDITS);
        }
    }

    fn and_more(&self, document: &mut Document, all: usize, shown: usize) {
        if all > shown {
            document.said("Remark", &self.say(|w| w.count("word-more-below", all - shown)));
        }
    }

    fn point_columns(&self) -> Vec<Said> {
        ["column-number", "column-point", "column-whom", "column-articles", "column-basis"]
            .into_iter()
            .map(|id| self.plain(id))
            .collect()
    }

    /// A point in five cells. A number of naught is none.
    fn point_row(&self, number: usize, point: &PointSummary<'_>, comment: Option<usize>) -> Row {
        let cell = |said: Said| paragraphs("Cell", &said);
        let short = |text: String| shortened(&text, WIDEST_CELL);
        let few = |text: String| shortened(&text, WIDEST_ARTICLES);
        let number = if number > 0 { number.to_string() } else { String::new() };
        let mut name = cell(self.say(|w| w.name(point.name)));
        for paragraph in &mut name {
            for piece in &mut paragraph.pieces {
                if let Piece::Text(_, look @ None) = piece {
                    *look = Some("Lead");
                }
            }
        }
        if let (Some(comment), Some(first)) = (comment, name.first_mut()) {
            first.pieces = vec![Piece::Commented(std::mem::take(&mut first.pieces), comment)];
        }
        let rests_on = point.standards(point.standing);
        Row::Cells(vec![
            cell(Said::bare(&number)),
            name,
            cell(self.say(|w| short(whom(point, w)))),
            cell(self.say(|w| few(articles(self.summary, point, w)))),
            cell(self.say(|w| short(basis(&rests_on, w)))),
        ])
    }

    fn points_table(&self, document: &mut Document, points: &[&PointSummary<'_>]) {
        let mut rows = Vec::new();
        let mut before = None;
        for (at, point) in points.iter().enumerate() {
            if before != Some(point.standing) {
                rows.push(Row::Group(self.plain(super::human::heading(point.standing))));
                before = Some(point.standing);
            }
            rows.push(self.point_row(at + 1, point, None));
        }
        document.table(&POINT_WIDTHS, &self.point_columns(), &rows);
    }

    /// What is for a person, each point with a comment that says what is open.
    fn for_assessment(&self, document: &mut Document) {
        let points: Vec<&PointSummary<'_>> = self.summary.standing(Standing::ToAssess).collect();
        if points.is_empty() {
            return;
        }
        document.heading(2, &self.plain("word-to-assess"), None);
        document.said("Remark", &self.plain("word-about-comments"));
        let sheets = Sheets::new(self.context, self.summary);
        let rows: Vec<Row> = points
            .iter()
            .map(|point| {
                let comment = sheets.comment(document, point);
                self.point_row(0, point, comment)
            })
            .collect();
        self.unnumbered(document, rows);
    }

    fn rest_of_points(&self, document: &mut Document, standing: Standing, heading: &str) {
        let rows: Vec<Row> = self.summary.standing(standing).map(|point| self.point_row(0, point, None)).collect();
        if !rows.is_empty() {
            document.heading(2, &self.plain(heading), None);
            self.unnumbered(document, rows);
        }
    }

    /// What is accepted, by whom and why, and what is known from the baseline.
    fn known(&self, document: &mut Document) {
        let causes = self.summary.causes().filter(|(_, cause)| cause.standing == Standing::Known);
        let rows: Vec<Row> = causes
            .map(|(point, cause)| {
                let cell = |said: Said| paragraphs("Cell", &said);
                let (_, finding) = cause.first;
                let why = |w: &Words| {
                    let asked = [w.plain("line-accepted"), w.plain("line-baseline")];
                    let lines = w.finding_lines(finding, 1).into_iter().filter(|(heading, _)| asked.contains(heading));
                    lines.map(|(_, text)| text).collect::<Vec<_>>().join("; ")
                };
                Row::Cells(vec![
                    cell(self.say(|w| w.name(point.name))),
                    cell(self.say(|w| w.sentence(finding))),
                    cell(self.say(why)),
                ])
            })
            .collect();
        if !rows.is_empty() {
            document.heading(2, &self.plain("word-known"), None);
            let columns = ["column-point", "column-finding", "column-why"].map(|id| self.plain(id));
            document.table(&[24, 42, 34], &columns, &rows);
        }
    }

    /// A table of points without the column of their numbers.
    fn unnumbered(&self, document: &mut Document, rows: Vec<Row>) {
        let rows: Vec<Row> = rows
            .into_iter()
            .map(|row| match row {
                Row::Cells(cells) => Row::Cells(cells.into_iter().skip(1).collect()),
                group => group,
            })
            .collect();
        let columns: Vec<Said> = self.point_columns().into_iter().skip(1).collect();
        document.table(POINT_WIDTHS.get(1..).unwrap_or(&POINT_WIDTHS), &columns, &rows);
    }

    /// Standards that nothing is found against: by which articles, or why they were not examined.
    fn without_findings(&self, document: &mut Document, verdict: Verdict, heading: &str, reason: &str) {
        let results = self.summary.points.iter().flat_map(|p| &p.results);
        let mut results: Vec<_> = results.filter(|r| r.verdict == verdict && r.force < Force::None).collect();
        results.sort_by_key(|r| r.force);
        let all = results.len();
        if verdict == Verdict::NotExamined {
            results.retain(|r| r.force <= Force::Treaty);
        }
        let others = all - results.len();
        let rows: Vec<Row> = results
            .into_iter()
            .map(|result| {
                let cell = |said: Said| paragraphs("Cell", &said);
                Row::Cells(vec![
                    cell(self.say(|w| w.name(&result.standard))),
                    cell(self.say(|w| shortened(&one_line(&basis(&[*result], w)), WIDEST_CELL))),
                    cell(self.say(|w| shortened(&self.reason(result, w), WIDEST_CELL))),
                ])
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        document.heading(2, &self.plain(heading), None);
        let columns = ["column-standard", "column-basis", reason].map(|id| self.plain(id));
        document.table(&[38, 27, 35], &columns, &rows);
        if others > 0 {
            document.said("Remark", &self.say(|w| w.count("word-not-examined-others", others)));
        }
    }

    /// By which articles of which laws a standard is provided for; why it was not examined.
    fn reason(&self, result: &StandardResult, words: &Words) -> String {
        let mut marks: Vec<&ArticleCited> = result.protects.iter().filter_map(|m| m.article.as_ref()).collect();
        marks.sort_by_key(|article| article.span);
        if marks.is_empty() || result.verdict != Verdict::Provided {
            return words.reason(result);
        }
        articles_of(self.summary, &marks, words)
    }

    /// The texts that were read, and those that were not.
    fn texts(&self, document: &mut Document) {
        let order = &self.summary.judgement.order;
        document.heading(2, &self.plain("word-read"), None);
        let rows: Vec<Row> = order
            .policies
            .iter()
            .zip(&order.laws)
            .map(|(named, law)| {
                let cell = |said: Said| paragraphs("Cell", &said);
                let open = law.articles.iter().filter(|a| a.encoding == Encoding::Open).count();
                Row::Cells(vec![
                    cell(self.say(|w| w.name(named))),
                    cell(Said::bare(&one_line(law.in_force.as_deref().or(law.adopted.as_deref()).unwrap_or_default()))),
                    cell(self.say(|w| {
                        let mut said = args([]);
                        said.set("articles", law.articles.len() - open);
                        said.set("open", open);
                        w.say(if law.whole { "law-read-whole" } else { "law-read-part" }, &said)
                    })),
                ])
            })
            .collect();
        let columns = ["column-law", "column-in-force", "column-read"].map(|id| self.plain(id));
        document.table(&[58, 16, 26], &columns, &rows);
        if !order.not_read.is_empty() {
            document.said("Label", &self.plain("word-not-read"));
            let laws: Vec<String> = order.not_read.iter().map(|(law, _)| one_line(law)).collect();
            let text = laws.join(&self.voices().first().map_or_else(String::new, |w| w.plain("law-separator")));
            let language = said::language_of(&text).to_owned();
            document.paragraph(&Paragraph { style: "Remark", pieces: vec![Piece::Text((language, text), None)] });
        }
    }
}

/// The columns of a point: number, name, whom, articles, basis.
const POINT_WIDTHS: [u32; 5] = [5, 24, 27, 24, 20];

/// How everything was found, once for all orders.
fn method(context: &RenderContext<'_>, document: &mut Document) {
    let voices = context.voices;
    let level = if context.orders.len() > 1 { 1 } else { 2 };
    document.heading(level, &Said::plain(voices, "word-method"), None);
    for id in ["word-method-words", "word-method-standing", "word-method-limits", "html-data", "html-not-advice"] {
        for mut paragraph in paragraphs("Normal", &Said::plain(voices, id)) {
            paragraph.pieces = paragraph.pieces.into_iter().flat_map(with_code).collect();
            document.paragraph(&paragraph);
        }
    }
}

/// What stands between backticks, as it is typed.
fn with_code(piece: Piece) -> Vec<Piece> {
    let Piece::Text((language, text), look) = piece else { return vec![piece] };
    let part = |(at, part): (usize, &str)| match at % 2 {
        0 => Piece::Text((language.clone(), part.to_owned()), look),
        _ => Piece::Text((String::new(), part.to_owned()), Some("Code")),
    };
    text.split('`').enumerate().filter(|(_, part)| !part.is_empty()).map(part).collect()
}
