//! Source text for miette: every file at its own offset, cleaned, with a line index made once.

use crate::text::{Sources, Span};
use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use std::fmt;

/// The sources as miette asks for them. Spans that cross files are refused, so that each file gets its own window.
pub(super) struct Map<'a>(pub(super) &'a Sources);

/// Lines longer than this are shown only around the place.
const WIDEST: usize = 400;

impl SourceCode for Map<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let start = span.offset() as u32;
        let end = start + span.len() as u32;
        let source = self.0.at(start).filter(|s| end <= s.end()).ok_or(MietteError::OutOfBounds)?;
        let lines = source.lines();
        let first = lines.line_of(start - source.base).saturating_sub(before);
        let last = lines.line_of(end.saturating_sub(source.base)) + after;
        let from = lines.start_of(first, &source.text);
        let to = lines.start_of(last + 1, &source.text).min(source.text.len());
        let data = source.clean().get(from..to).ok_or(MietteError::OutOfBounds)?.as_bytes();
        let place = source.place(start);
        Ok(Box::new(MietteSpanContents::new_named(
            super::one_line(&source.name),
            data,
            SourceSpan::new((source.base as usize + from).into(), to - from),
            first,
            place.column.saturating_sub(1) as usize,
            last.saturating_sub(first) + 1,
        )))
    }
}

/// One report for miette.
pub(super) struct Snippet<'a> {
    pub(super) message: String,
    pub(super) severity: Severity,
    pub(super) labels: Vec<(Span, String)>,
    pub(super) map: Map<'a>,
    /// What the law is called and where it can be read.
    pub(super) link: Option<(String, String)>,
}

impl<'a> Snippet<'a> {
    pub(super) fn new(message: String, severity: Severity, labels: Vec<(Span, String)>, sources: &'a Sources) -> Self {
        // What lies on a very long line is not shown in source: the line alone would fill the screen.
        let fits = |span: &Span| {
            sources.at(span.start).is_some_and(|s| {
                let lines = s.lines();
                let line = lines.line_of(span.start - s.base);
                lines.start_of(line + 1, &s.text) - lines.start_of(line, &s.text) <= WIDEST
            })
        };
        let labels = labels.into_iter().filter(|(span, _)| fits(span)).collect();
        Snippet { message, severity, labels, map: Map(sources), link: None }
    }
}

impl fmt::Debug for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Snippet<'_> {}

impl Diagnostic for Snippet<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.link.as_ref().map(|(name, _)| Box::new(name) as Box<dyn fmt::Display>)
    }

    fn url<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.link.as_ref().map(|(_, url)| Box::new(url) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        if self.labels.is_empty() { None } else { Some(&self.map) }
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().map(|(span, text)| {
            // Only the first line of a long clause is underlined.
            let shown = self.map.0.text(*span);
            let first = shown.lines().next().unwrap_or(shown).trim_end();
            LabeledSpan::new(Some(super::one_line(text)), span.start as usize, first.len())
        })))
    }
}
