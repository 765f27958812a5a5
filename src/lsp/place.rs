//! Addresses and places, as editors write them: URIs and paths, spans and ranges.

use crate::text::{FileId, Source, Sources, Span, Utf16Place};
use gen_lsp_types::{Position, Range};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::path::{Path, PathBuf};

/// What the built-in rules lie under, for a client that asks the server for texts.
pub(super) const BUILT_IN: &str = "iml-check-rules";

/// What stands in the path of a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path of a `file` URI. A drive comes as `/c:/…`, with the colon escaped or not.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    // `localhost` is this machine, as nothing is.
    let at = rest.find('/')?;
    let host = rest.get(..at)?;
    if !host.is_empty() && host != "localhost" {
        return None;
    }
    let path = percent_decode_str(rest.get(at..)?).decode_utf8().ok()?;
    let mut signs = path.chars().skip(1);
    let drive = signs.next().is_some_and(|c| c.is_ascii_alphabetic()) && signs.next() == Some(':');
    Some(PathBuf::from(if drive { path.get(1..)? } else { &path }))
}

/// The URI of a path.
pub(super) fn uri_of(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() };
    // A path of Windows that was made canonical.
    let text = text.strip_prefix("//?/").unwrap_or(&text);
    let root = if text.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", utf8_percent_encode(text, PLAIN))
}

/// The URI of a built-in rule file, by its name.
pub(super) fn built_in_uri(name: &str) -> String {
    format!("{BUILT_IN}:/{}", utf8_percent_encode(name, PLAIN))
}

/// The name of the built-in rule file of a URI.
pub(super) fn built_in_name(uri: &str) -> Option<String> {
    let rest = uri.strip_prefix(BUILT_IN)?.strip_prefix(':')?.trim_start_matches('/');
    percent_decode_str(rest).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

fn position(source: &Source, offset: u32) -> Position {
    let place = source.lines().utf16(&source.text, offset);
    Position::new(place.line, place.column)
}

/// The range of a stretch of bytes of a file.
pub(super) fn range_in(source: &Source, start: u32, end: u32) -> Range {
    Range::new(position(source, start), position(source, end.max(start)))
}

/// The range of a span; the beginning of the file when the file is not there.
pub(super) fn range(sources: &Sources, span: Span) -> Range {
    sources.get(span.file).map_or_else(Range::default, |source| range_in(source, span.start, span.end))
}

/// The same, but no further than its first line: what marks a whole article would mark everything.
pub(super) fn first_line(sources: &Sources, span: Span) -> Range {
    let text = sources.text(span);
    let line = text.lines().next().unwrap_or("").trim_end().len();
    range(sources, span.part(0, line))
}

/// The byte of a file at a position.
pub(super) fn offset(sources: &Sources, file: FileId, at: Position) -> u32 {
    let place = Utf16Place { line: at.line, column: at.character };
    sources.get(file).map_or(0, |source| source.lines().offset(&source.text, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_from_its_address() {
        for path in ["/tmp/a b/法律.pol", "/x/%25#?.pol", "/"] {
            assert_eq!(path_of(&uri_of(Path::new(path))).as_deref(), Some(Path::new(path)), "{path}");
        }
        assert_eq!(uri_of(Path::new("/a b/法")), "file:///a%20b/%E6%B3%95");
        assert_eq!(path_of("file:///c%3A/laws/a.pol").as_deref(), Some(Path::new("c:/laws/a.pol")));
        assert_eq!(path_of("file://localhost/a.pol").as_deref(), Some(Path::new("/a.pol")));
        for no_file in ["untitled:Untitled-1", "file://server/a.pol", "file:", ""] {
            assert_eq!(path_of(no_file), None, "{no_file}");
        }
        assert_eq!(built_in_name(&built_in_uri("rules/a b.iml")).as_deref(), Some("rules/a b.iml"));
    }
}
