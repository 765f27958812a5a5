//! What is shown in the text: mistakes, remarks, and what is found, by point. A clause has a line for each of the points
//! that weigh most, and one for all others: an article is not to be all underlined.

use super::place::{first_line, range};
use super::root::{Held, Root};
use super::server::Client;
use crate::finding::{Finding, Judgement, Level, StandardResult, level};
use crate::law::Force;
use crate::syntax::{Mistake, Severity};
use crate::text::{FileId, Span, harmless};
use crate::words::{Args, Words, args};
use gen_lsp_types as lsp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// So many points of a clause have a line of their own.
const POINTS: usize = 4;
/// So many sentences are said of a point.
const SENTENCES: usize = 5;
/// So many further points are named.
const NAMES: usize = 12;
/// So many other places are shown beside a line.
const RELATED: usize = 5;

/// Who says so.
pub(super) const SOURCE: &str = "iml-check";

/// A finding, with its place among those of its standard.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) result: &'a StandardResult,
    pub(super) finding: &'a Finding,
    pub(super) at: usize,
}

impl Row<'_> {
    /// How much it weighs.
    pub(super) fn level(&self) -> Level {
        level(self.result, self.finding)
    }

    /// By what it is known: its standard, and its place among what is found against it.
    pub(super) fn key(&self) -> (String, usize) {
        (self.result.standard.name.clone(), self.at)
    }

    /// Where it is shown: what makes it so, else what nearly prevents it; nowhere, where no article is concerned.
    pub(super) fn place(&self) -> Option<Span> {
        self.finding.because.first().or(self.finding.nearly.first()).map(|mark| mark.span)
    }
}

/// What counts of a judgement: neither accepted nor known, of what may bind this State.
pub(super) fn counted(judgement: &Judgement) -> impl Iterator<Item = Row<'_>> {
    let of = |result| {
        let result: &StandardResult = result;
        result.findings.iter().enumerate().map(move |(at, finding)| Row { result, finding, at })
    };
    let counts =
        |row: &Row<'_>| row.finding.counts() && row.level() != Level::Note && row.result.force != Force::Unknown;
    judgement.results.iter().flat_map(of).filter(counts)
}

/// Everything that is to be said of the texts of a folder, by address.
pub(super) fn of(root: &Root, client: &Client) -> BTreeMap<String, Vec<lsp::Diagnostic>> {
    let mut out: BTreeMap<FileId, Vec<lsp::Diagnostic>> = BTreeMap::new();
    let mistake = |mistake: &Mistake| (mistake.span.map_or(FileId::own(0), |s| s.file), said(root, mistake, client));
    for (file, said) in root.ready.mistakes.iter().map(mistake) {
        out.entry(file).or_default().push(said);
    }
    for held in &root.orders {
        for (file, said) in of_order(root, held, client) {
            out.entry(file).or_default().push(said);
        }
        // Another version of the law is read and not judged.
        for file in &held.order.others {
            let mistakes = root.session.tree(*file).map_or(&[][..], |tree| &tree.mistakes);
            out.entry(*file).or_default().extend(mistakes.iter().map(|m| said(root, m, client)));
        }
    }
    // What belongs to no order: a rule file that nothing names.
    for (file, _) in root.uris() {
        let judged = root.orders.iter().any(|h| h.order.files.contains(&file) || h.order.others.contains(&file));
        if let Some(tree) = root.session.tree(file).filter(|_| !judged && root.session.name(file).ends_with(".iml")) {
            out.entry(file).or_default().extend(tree.mistakes.iter().map(|m| said(root, m, client)));
        }
    }
    for note in &root.notes {
        let file = note.args.iter().find(|(name, _)| *name == "file").map(|(_, file)| file.as_str());
        let Some(file) = file.and_then(|name| root.session.sources().named(name)) else { continue };
        let text = root.words.say(note.id, &args(note.args.iter().cloned()));
        let head = head(root, file).unwrap_or(Span::at(file, 0));
        let range = range(root.session.sources(), head);
        out.entry(file).or_default().push(diagnostic(range, lsp::DiagnosticSeverity::Information, note.id, text));
    }
    let mut by_address: BTreeMap<String, Vec<lsp::Diagnostic>> = BTreeMap::new();
    for (file, mut said) in out {
        // Nobody edits what is built in.
        let Some(uri) = root.uri(file) else { continue };
        said.sort_by_key(|said| (said.range.start, said.range.end));
        // What is wrong with a settled text is said once, however many orders it belongs to.
        said.dedup_by(|b, a| a.range == b.range && a.message == b.message);
        by_address.insert(uri.to_owned(), said);
    }
    by_address
}

/// Whether something rests on a judgement.
pub(super) fn is_of_judging(diagnostic: &lsp::Diagnostic) -> bool {
    diagnostic.data.as_ref().is_some_and(|data| data.get("judged").is_some())
}

fn of_order(root: &Root, held: &Held, client: &Client) -> Vec<(FileId, lsp::Diagnostic)> {
    let one =
        |mistake: &Mistake| (mistake.span.map_or_else(|| first_file(held), |s| s.file), said(root, mistake, client));
    let Some(judged) = &held.judged else { return held.mistakes.iter().map(one).collect() };
    let read = |m: &&Mistake| held.mistakes.contains(m);
    // What only judging shows comes and goes with it.
    let marked = |mistakes: &[Mistake]| -> Vec<(FileId, lsp::Diagnostic)> {
        let mark = |m: &Mistake| {
            let (file, mut said) = one(m);
            if !read(&m) {
                said.data = Some(judged_mark(said.data.take()));
            }
            (file, said)
        };
        mistakes.iter().map(mark).collect()
    };
    let mut out = match &judged.outcome.answer {
        Some(judgement) => marked(&judgement.warnings),
        None => marked(&judged.outcome.mistakes),
    };
    let head = head(root, first_file(held)).unwrap_or(Span::at(first_file(held), 0));
    for note in &judged.outcome.notes {
        let text = root.words.say(note.id, &args(note.args.iter().cloned()));
        let at = range(root.session.sources(), head);
        let mut said = diagnostic(at, lsp::DiagnosticSeverity::Warning, note.id, text);
        said.data = Some(judged_mark(None));
        out.push((head.file, said));
    }
    if let Some(judgement) = &judged.outcome.answer {
        out.extend(found(root, judgement, head, client));
    }
    out
}

fn judged_mark(data: Option<Value>) -> Value {
    let mut data = data.unwrap_or_else(|| json!({}));
    if let Some(data) = data.as_object_mut() {
        data.insert("judged".to_owned(), json!(true));
    }
    data
}

fn first_file(held: &Held) -> FileId {
    held.order.files.first().copied().unwrap_or(FileId::own(0))
}

/// The name of the law that a file holds.
pub(super) fn head(root: &Root, file: FileId) -> Option<Span> {
    root.session.tree(file)?.policies().next().map(|policy| policy.name.span)
}

/// A mistake or a remark in its place.
fn said(root: &Root, mistake: &Mistake, client: &Client) -> lsp::Diagnostic {
    let sources = root.session.sources();
    let words = root.words.mistake(mistake);
    let severity = match mistake.severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
    };
    let range = mistake.span.map_or_else(lsp::Range::default, |span| first_line(sources, span));
    // What stands under the place says what to do where nothing else does.
    let label = words.labels.first().map(|(_, label)| label.as_str()).filter(|_| words.help.is_none());
    let parts = [Some(words.message.as_str()), label, words.help.as_deref()];
    let mut text: Vec<&str> = Vec::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !text.contains(&part) {
            text.push(part);
        }
    }
    let mut out = diagnostic(range, severity, mistake.code.as_str(), text.join("\n"));
    let others = words.labels.iter().skip(usize::from(mistake.span.is_some()));
    out.related_information = related(root, others.map(|(span, label)| (*span, label.clone())), client);
    let suggested: Vec<&str> = mistake.suggestions.iter().map(|s| s.name.as_str()).collect();
    if !suggested.is_empty() {
        out.data = Some(json!({ "suggested": suggested }));
    }
    if mistake.severity == Severity::Warning && mistake.code.as_str() == "unused" {
        out.tags = Some(vec![lsp::DiagnosticTag::Unnecessary]);
    }
    out
}

fn diagnostic(range: lsp::Range, severity: lsp::DiagnosticSeverity, code: &str, text: String) -> lsp::Diagnostic {
    lsp::Diagnostic {
        range,
        severity: Some(severity),
        code: Some(lsp::Code::String(code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: lsp::Message::String(harmless(&text).into_owned()),
        ..lsp::Diagnostic::default()
    }
}

fn related(
    root: &Root,
    places: impl Iterator<Item = (Span, String)>,
    client: &Client,
) -> Option<Vec<lsp::DiagnosticRelatedInformation>> {
    if !client.related {
        return None;
    }
    let mut out: Vec<lsp::DiagnosticRelatedInformation> = Vec::new();
    for (span, message) in places {
        // What is built in is shown where the client can ask for its text, and nothing is put down for a mere remark.
        let uri = match root.uri(span.file) {
            Some(uri) => uri.to_owned(),
            None if client.asks_for_texts => match root.session.sources().get(span.file) {
                Some(source) => super::place::built_in_uri(&source.name),
                None => continue,
            },
            None => continue,
        };
        let location = lsp::Location { uri: uri.into(), range: first_line(root.session.sources(), span) };
        let one = lsp::DiagnosticRelatedInformation { location, message };
        if out.len() < RELATED && !out.contains(&one) {
            out.push(one);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// What is found, by clause and point.
fn found(root: &Root, judgement: &Judgement, head: Span, client: &Client) -> Vec<(FileId, lsp::Diagnostic)> {
    let mut by_place: BTreeMap<Option<Span>, Vec<Row<'_>>> = BTreeMap::new();
    for row in counted(judgement) {
        by_place.entry(row.place()).or_default().push(row);
    }
    let mut out = Vec::new();
    for (place, rows) in by_place {
        let span = place.unwrap_or(head);
        let mut points = by_point(root, rows);
        // What no article makes so is one line: it is about what is not there.
        let own = if place.is_some() { POINTS } else { 0 };
        let others = points.split_off(own.min(points.len()));
        for (point, rows) in &points {
            out.push((span.file, of_point(root, span, point, rows, client)));
        }
        match &others[..] {
            [] => {}
            [(point, rows)] if place.is_some() => out.push((span.file, of_point(root, span, point, rows, client))),
            _ => out.push((span.file, of_others(root, span, &others, place.is_some()))),
        }
    }
    out
}

type ByPoint<'a> = Vec<(String, Vec<Row<'a>>)>;

/// The points of findings, those that weigh most first; a standard that answers none is its own.
fn by_point<'a>(root: &Root, rows: Vec<Row<'a>>) -> ByPoint<'a> {
    let mut points: BTreeMap<String, Vec<Row<'a>>> = BTreeMap::new();
    for row in rows {
        let id = &row.result.standard.name;
        let point = root.session.library().standard(id).and_then(|s| s.point.clone());
        points.entry(point.unwrap_or_else(|| id.clone())).or_default().push(row);
    }
    let mut points: ByPoint<'a> = points.into_iter().collect();
    for (_, rows) in &mut points {
        rows.sort_by_key(Row::level);
    }
    let weight = |rows: &[Row<'_>]| (rows.first().map(Row::level), std::cmp::Reverse(rows.len()));
    points.sort_by(|(a, x), (b, y)| weight(x).cmp(&weight(y)).then(a.cmp(b)));
    points
}

fn severity(rows: &[Row<'_>]) -> lsp::DiagnosticSeverity {
    match rows.iter().map(Row::level).min() {
        Some(Level::Incompatible) => lsp::DiagnosticSeverity::Error,
        Some(Level::NotFound | Level::Interpretation | Level::Signed) => lsp::DiagnosticSeverity::Warning,
        _ => lsp::DiagnosticSeverity::Information,
    }
}

/// What a point is called.
fn called(root: &Root, point: &str) -> String {
    let library = root.session.library();
    match (library.point(point), library.standard(point)) {
        (Some(known), _) => root.words.label(&known.label, point),
        (None, Some(standard)) => root.words.label(&standard.label, point),
        (None, None) => point.to_owned(),
    }
}

/// A finding in one line.
pub(super) fn sentence(words: &Words, row: &Row<'_>) -> String {
    let said = [
        ("verdict", words.verdict_with_force(row.finding.verdict, row.result.force)),
        ("standard", row.result.standard.name.clone()),
        ("sentence", words.sentence(row.finding)),
    ];
    words.say("lsp-finding", &args(said))
}

fn of_point(root: &Root, span: Span, point: &str, rows: &[Row<'_>], client: &Client) -> lsp::Diagnostic {
    let words = &root.words;
    let mut lines = vec![called(root, point)];
    lines.extend(rows.iter().take(SENTENCES).map(|row| format!("• {}", sentence(words, row))));
    if rows.len() > SENTENCES {
        lines.push(words.count("lsp-more-findings", rows.len() - SENTENCES));
    }
    let code = match rows {
        [row] => row.result.standard.name.as_str(),
        _ => point,
    };
    let range = first_line(root.session.sources(), span);
    let mut out = diagnostic(range, severity(rows), code, lines.join("\n"));
    let marks = rows.iter().flat_map(|row| row.finding.because.iter().chain(&row.finding.nearly));
    let places = marks.filter(|mark| mark.span != span).map(|mark| (mark.span, words.role(mark.role)));
    let forms = rows.iter().filter_map(|row| row.finding.form_span);
    let places = places.chain(forms.map(|form| (form, words.plain("mark-standard"))));
    out.related_information = related(root, places, client);
    out.data = Some(data(rows.iter()));
    out
}

/// What there is beside the points that have a line of their own.
fn of_others(root: &Root, span: Span, points: &ByPoint<'_>, in_article: bool) -> lsp::Diagnostic {
    let words = &root.words;
    let count: usize = points.iter().map(|(_, rows)| rows.len()).sum();
    let name = |(point, rows): &(String, Vec<Row<'_>>)| format!("{} ({})", called(root, point), rows.len());
    let mut names: Vec<String> = points.iter().take(NAMES).map(name).collect();
    if points.len() > NAMES {
        names.push(words.count("lsp-more-points", points.len() - NAMES));
    }
    let mut said = Args::new();
    said.set("count", count);
    said.set("points", words.list(&names));
    let id = if in_article { "lsp-other-points" } else { "lsp-no-article" };
    let all: Vec<Row<'_>> = points.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    let range = first_line(root.session.sources(), span);
    let mut out = diagnostic(range, severity(&all), id.trim_start_matches("lsp-"), words.say(id, &said));
    out.data = Some(data(all.iter()));
    out
}

/// By what a client asks for an action on findings: standard, and place among its findings.
fn data<'a>(rows: impl Iterator<Item = &'a Row<'a>>) -> Value {
    let findings: Vec<Value> = rows.map(|row| json!([row.result.standard.name, row.at])).collect();
    json!({ "judged": true, "findings": findings })
}
