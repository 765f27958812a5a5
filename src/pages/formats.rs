//! The formats of a report: a page each, and the table of all of them. What each is for stands in its own file.

use super::field;
use crate::report::{DIFFERENCE_FORMATS, FORMATS, Format};
use crate::words::Words;
use std::fmt::Write as _;

/// The page of one format.
pub(super) fn format_page(format: &dyn Format, words: &Words) -> String {
    let mut out = format!("{}\n{}\n\n", format.name(), format.help());
    field(&mut out, &words.plain("formats-reader"), &words.plain(reader(format)));
    field(&mut out, &words.plain("explain-file"), &format!("*.{}", format.extension()));
    out
}

fn reader(format: &dyn Format) -> &'static str {
    if format.for_people() { "formats-person" } else { "formats-program" }
}

/// The documentation of all formats, as Markdown.
pub fn formats(words: &Words) -> String {
    let mut out = format!("# {}\n\n{}\n\n", words.plain("formats-title"), words.plain("formats-about"));
    let _ = writeln!(out, "{}\n| --- | --- | --- | --- |", words.plain("formats-columns"));
    for format in FORMATS {
        let reader = words.plain(reader(*format));
        let _ = writeln!(out, "| `{}` | {} | {reader} | `.{}` |", format.name(), format.help(), format.extension());
    }
    let _ = writeln!(out, "\n{}\n", words.plain("formats-of-differences"));
    for format in DIFFERENCE_FORMATS {
        let _ = writeln!(out, "- `{}`: {}", format.name(), format.help());
    }
    out
}
