//! What every format for machines says of a finding: its place, its words, and a name that survives moved lines.

use super::{Shown, findings, one_line, place};
use crate::finding::{Finding, Judgement, Level, StandardResult, level};
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
    pub(super) file: String,
    pub(super) start: Place,
    pub(super) end: Place,
    /// From the standard, the State, the articles and the class: never from a line.
    pub(super) fingerprint: String,
}

/// The findings that a report shows, in its order.
pub(super) fn rows<'a>(judgement: &'a Judgement, sources: &Sources, words: &Words, shown: Shown) -> Vec<Row<'a>> {
    let english = Words::new(Lang::En);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    findings(judgement, shown)
        .into_iter()
        .map(|(result, finding)| {
            let span = place(finding);
            let (file, start, end) = ends(sources, span);
            let named = finding.because.iter().filter_map(|m| m.article.as_ref());
            let mut fingerprint = fingerprint(judgement, result, finding, &english);
            // Two forms of one standard can find the same people by the same article.
            let count = seen.entry(fingerprint.clone()).or_default();
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
                file,
                start,
                end,
                fingerprint,
            }
        })
        .collect()
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

/// Standard, State, articles and class, hashed.
fn fingerprint(judgement: &Judgement, result: &StandardResult, finding: &Finding, english: &Words) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    part(&result.standard.name);
    part(&judgement.order.state);
    for article in finding.because.iter().filter_map(|m| m.article.as_ref()) {
        part(&article.policy.name);
        part(&article.number);
    }
    part(&finding.class.as_ref().map_or_else(String::new, |c| english.people(c)));
    part(&english.sentence(finding));
    hash.finalize().iter().take(16).map(|b| format!("{b:02x}")).collect()
}
