//! All files of a run in one space of offsets, so that a span alone says which file it is in.

use super::lines::{LineIndex, Place};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Where the offsets of the built-in rules begin. Files of the user come first, from 0.
pub const BUILT_IN_BASE: u32 = 0x8000_0000;

/// A stretch of bytes in one file, in the offsets of all files together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One file: its name as it is shown, its text, and where it lies among all offsets.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as shown to people: relative, with forward slashes.
    pub name: String,
    /// The text, as it is in the file.
    pub text: Cow<'static, str>,
    /// The offset of its first byte.
    pub base: u32,
    lines: std::sync::OnceLock<LineIndex>,
    clean: std::sync::OnceLock<Option<String>>,
}

impl Source {
    /// A file whose first byte has the offset `base`.
    pub fn new(name: String, text: Cow<'static, str>, base: u32) -> Self {
        Source { name, text, base, lines: std::sync::OnceLock::new(), clean: std::sync::OnceLock::new() }
    }

    /// The line index, made when it is first asked for.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The text with everything that could deceive made harmless, byte for byte as long.
    pub fn clean(&self) -> &str {
        let cleaned = self.clean.get_or_init(|| match harmless(&self.text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(text) => Some(text),
        });
        cleaned.as_deref().unwrap_or(&self.text)
    }

    /// One past its last byte.
    pub fn end(&self) -> u32 {
        self.base + self.text.len() as u32
    }

    /// Line and column of an offset that lies in this file.
    pub fn place(&self, offset: u32) -> Place {
        self.lines().place(&self.text, offset.saturating_sub(self.base))
    }
}

/// Every file of a run, in order of offset.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// No files.
    pub fn new() -> Self {
        Sources::default()
    }

    /// Adds a file of the user and says where it begins. `None` when there is no room: two gigabytes in all.
    pub fn add(&mut self, name: String, text: String) -> Option<u32> {
        let base = self.list.iter().filter(|s| s.base < BUILT_IN_BASE).map(|s| s.end() + 1).max().unwrap_or(0);
        if base as u64 + text.len() as u64 >= BUILT_IN_BASE as u64 {
            return None;
        }
        self.insert(Source::new(name, Cow::Owned(text), base));
        Some(base)
    }

    /// Bytes of all files but the built-in ones.
    pub fn bytes(&self) -> u64 {
        self.list.iter().filter(|s| s.base < BUILT_IN_BASE).map(|s| u64::from(s.end() - s.base)).sum()
    }

    /// Adds a file at a place that is already known.
    pub fn insert(&mut self, source: Source) {
        let at = self.list.partition_point(|s| s.base <= source.base);
        self.list.insert(at, source);
    }

    /// The file that holds the offset.
    pub fn at(&self, offset: u32) -> Option<&Source> {
        let at = self.list.partition_point(|s| s.base <= offset).checked_sub(1)?;
        self.list.get(at).filter(|s| offset <= s.end())
    }

    /// The text of a span; empty when it lies in no file.
    pub fn text(&self, span: Span) -> &str {
        self.at(span.start)
            .and_then(|s| s.text.get((span.start - s.base) as usize..(span.end.saturating_sub(s.base)) as usize))
            .unwrap_or("")
    }

    /// File name, line and column of the start of a span.
    pub fn place(&self, span: Span) -> Option<(&str, Place)> {
        self.at(span.start).map(|s| (s.name.as_str(), s.place(span.start)))
    }

    /// All files, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }
}

/// Replaces characters that could deceive a reader or a terminal, byte for byte, so that spans stay true.
///
/// Control characters become `?`, the two-byte ones `¿`, bidirectional and zero-width marks `�`.
pub fn harmless(text: &str) -> Cow<'_, str> {
    fn replacement(c: char) -> Option<char> {
        match c {
            '\n' | '\t' => None,
            '\u{0}'..='\u{1f}' | '\u{7f}' => Some('?'),
            '\u{80}'..='\u{9f}' | '\u{61c}' => Some('¿'),
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                Some('\u{fffd}')
            }
            _ => None,
        }
    }
    // Every character to be replaced begins with one of these bytes; most texts have none of them.
    let suspicious = |b: u8| b < b' ' && b != b'\n' && b != b'\t' || matches!(b, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
    if text.bytes().any(suspicious) && text.chars().any(|c| replacement(c).is_some()) {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if c == '\r' && rest.peek() == Some(&'\n') {
                out.push(' ');
            } else {
                out.push(replacement(c).unwrap_or(c));
            }
        }
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_text_keeps_its_length() {
        let hostile = "a\u{1b}[31mb\u{202e}c\u{85}d\u{feff}";
        let clean = harmless(hostile);
        assert_eq!(clean.len(), hostile.len());
        assert!(!clean.contains('\u{1b}') && !clean.contains('\u{202e}'));
    }

    #[test]
    fn a_span_finds_its_file() {
        let mut sources = Sources::new();
        sources.add("a".into(), "xyz".into());
        let b = sources.add("b".into(), "uvw".into()).unwrap();
        assert_eq!(sources.at(b).map(|s| s.name.as_str()), Some("b"));
        assert_eq!(sources.text(Span::new(b + 1, b + 3)), "vw");
    }
}
