//! What every format for machines says of a cause, or of a finding: its place, its words, and a name that survives moved
//! lines.

use super::summary::{Cause, PointSummary, Standing, Summary};
use super::{Shown, findings, one_line, place};
use crate::finding::{Finding, Judgement, Level, Named, StandardResult, level};
use crate::text::{Place, Sources, Span};
use crate::words::{Lang, Words};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// One finding, ready for a format.
pub(super) struct Row<'a> {
    pub(super) result: &'a StandardResult,
    pub(super) finding: &'a Finding,
    pub(super) level: Level,
    pub(super) sentence: String,
    pub(super) who: String,
    pub(super) articles: String,
    pub(super) basis: String,
    /// Where it is shown at first.
    pub(super) place: Option<Span>,
    pub(super) file: String,
    pub(super) start: Place,
    pub(super) end: Place,
    /// From what it is of, the State, the articles and the class: never from a line.
    pub(super) fingerprint: String,
}

/// One cause, ready for a format: its first finding stands for it.
pub(super) struct CauseRow<'a> {
    pub(super) point: &'a Named,
    pub(super) standing: Standing,
    pub(super) row: Row<'a>,
    /// How many more findings there are of it.
    pub(super) more: usize,
}

impl CauseRow<'_> {
    /// The sentence, and how many more there are.
    pub(super) fn sentence(&self, words: &Words) -> String {
        let more = if self.more > 0 { words.count("short-more", self.more) } else { String::new() };
        format!("{}{more}", self.row.sentence)
    }
}

/// The findings that a report shows, in its order.
pub(super) fn rows<'a>(judgement: &'a Judgement, sources: &Sources, words: &Words, shown: Shown) -> Vec<Row<'a>> {
    let mut made = Made::new(judgement, sources, words);
    findings(judgement, shown)
        .into_iter()
        .map(|(result, finding)| made.row((result, finding), &result.standard))
        .collect()
}

/// The causes that a report shows, the gravest points first.
pub(super) fn cause_rows<'a>(summary: &Summary<'a>, sources: &Sources, words: &Words) -> Vec<CauseRow<'a>> {
    let mut made = Made::new(summary.judgement, sources, words);
    let row = |(point, cause): (&PointSummary<'a>, &Cause<'a>)| {
        let (result, finding) = cause.first;
        let row = made.row((result, finding), point.name);
        CauseRow { point: point.name, standing: cause.standing, row, more: cause.others.len() }
    };
    summary.causes().map(row).collect()
}

/// Makes rows, and names that none of them shares.
struct Made<'a, 'b> {
    judgement: &'a Judgement,
    sources: &'b Sources,
    words: &'b Words,
    english: Words,
    seen: BTreeMap<String, usize>,
}

impl<'a, 'b> Made<'a, 'b> {
    fn new(judgement: &'a Judgement, sources: &'b Sources, words: &'b Words) -> Made<'a, 'b> {
        Made { judgement, sources, words, english: Words::new(Lang::En), seen: BTreeMap::new() }
    }

    fn row(&mut self, (result, finding): (&'a StandardResult, &'a Finding), of: &Named) -> Row<'a> {
        let words = self.words;
        let place = place(self.judgement, finding);
        let (file, start, end) = ends(self.sources, place);
        let named = finding.because.iter().filter_map(|m| m.article.as_ref());
        let mut fingerprint = fingerprint(self.judgement, of, finding, &self.english);
        // Two forms of one standard can find the same people by the same article.
        let count = self.seen.entry(fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            fingerprint = format!("{fingerprint}-{count}");
        }
        Row {
            result,
            finding,
            level: level(result, finding),
            sentence: one_line(&words.sentence(finding)),
            who: finding.class.as_ref().map_or_else(String::new, |c| one_line(&words.people(c))),
            articles: one_line(&words.articles(named)),
            basis: basis(result, words),
            place,
            file,
            start,
            end,
            fingerprint,
        }
    }
}

/// What a standard rests on, in short.
pub(super) fn basis(result: &StandardResult, words: &Words) -> String {
    result.basis.iter().map(|b| words.basis_short(b)).collect::<Vec<_>>().join("; ")
}

/// The file, and the first and the last place of a span; no file for what stands nowhere.
pub(super) fn ends(sources: &Sources, span: impl Into<Option<Span>>) -> (String, Place, Place) {
    let none = Place { line: 1, column: 1 };
    let Some(span) = span.into() else { return (String::new(), none, none) };
    let (file, start) = sources.place(span).map_or((String::new(), none), |(name, p)| (one_line(name), p));
    let end = sources.place(span.behind()).map_or(start, |(_, p)| p);
    (file, start, end)
}

/// What it is of, State, articles and class, hashed.
fn fingerprint(judgement: &Judgement, of: &Named, finding: &Finding, english: &Words) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    part(&of.name);
    part(&judgement.order.state);
    for article in finding.because.iter().filter_map(|m| m.article.as_ref()) {
        part(&article.policy.name);
        part(&article.number);
    }
    part(&finding.class.as_ref().map_or_else(String::new, |c| english.people(c)));
    part(&english.sentence(finding));
    hash.finalize().iter().take(16).map(|b| format!("{b:02x}")).collect()
}
