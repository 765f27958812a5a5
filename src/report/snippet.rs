//! Source text for miette: every file of a report at its own offset, cleaned, with a line index made once.

use crate::text::{FileId, Sources, Span};
use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use std::fmt;

/// The sources as miette asks for them: the files that a report shows, one behind the other in one space of offsets.
/// Spans that cross files are refused, so that each file gets its own window.
pub(super) struct Map<'a> {
    sources: &'a Sources,
    /// Each file and its first offset, in order.
    files: Vec<(FileId, usize)>,
}

impl<'a> Map<'a> {
    fn new(sources: &'a Sources, spans: impl Iterator<Item = Span>) -> Self {
        let mut ids: Vec<FileId> = spans.map(|s| s.file).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut next = 0;
        let place = |id: FileId| {
            let first = next;
            next += sources.get(id).map_or(0, |s| s.text.len()) + 1;
            (id, first)
        };
        Map { sources, files: ids.into_iter().map(place).collect() }
    }

    fn offset(&self, span: Span) -> usize {
        self.files.iter().find(|(id, _)| *id == span.file).map_or(0, |(_, first)| first + span.start as usize)
    }
}

/// Lines longer than this are shown only around the place.
const WIDEST: usize = 400;

impl SourceCode for Map<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let at = self.files.partition_point(|(_, first)| *first <= span.offset()).checked_sub(1);
        let (id, base) = at.and_then(|at| self.files.get(at)).ok_or(MietteError::OutOfBounds)?;
        let source = self.sources.get(*id).ok_or(MietteError::OutOfBounds)?;
        let (start, end) = (span.offset() - base, span.offset() - base + span.len());
        if end > source.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let lines = source.lines();
        let first = lines.line_of(start as u32).saturating_sub(before);
        let last = lines.line_of(end as u32) + after;
        let from = lines.start_of(first, &source.text);
        let to = lines.start_of(last + 1, &source.text).min(source.text.len());
        let data = source.clean().get(from..to).ok_or(MietteError::OutOfBounds)?.as_bytes();
        let place = source.place(start as u32);
        Ok(Box::new(MietteSpanContents::new_named(
            super::one_line(&source.name),
            data,
            SourceSpan::new((base + from).into(), to - from),
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
            sources.get(span.file).is_some_and(|s| {
                let lines = s.lines();
                let line = lines.line_of(span.start);
                lines.start_of(line + 1, &s.text) - lines.start_of(line, &s.text) <= WIDEST
            })
        };
        let labels: Vec<_> = labels.into_iter().filter(|(span, _)| fits(span)).collect();
        let map = Map::new(sources, labels.iter().map(|(span, _)| *span));
        Snippet { message, severity, labels, map, link: None }
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
            let shown = self.map.sources.text(*span);
            let first = shown.lines().next().unwrap_or(shown).trim_end();
            LabeledSpan::new(Some(super::one_line(text)), self.map.offset(*span), first.len())
        })))
    }
}
