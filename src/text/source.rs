//! All files of a run, each under an identifier of its own, and places in them.

use super::lines::{LineIndex, Place};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A file of a run. Files of the user come before those that are built in, each kind in the order in which it was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    const BUILT_IN: u32 = 0x8000_0000;

    /// The file of the user with this number, from 0.
    pub const fn own(number: u32) -> FileId {
        FileId(number & !FileId::BUILT_IN)
    }

    /// The built-in rule file with this number, from 0.
    pub const fn built_in(number: u32) -> FileId {
        FileId(number | FileId::BUILT_IN)
    }

    /// Whether it is a built-in rule file.
    pub const fn is_built_in(self) -> bool {
        self.0 & FileId::BUILT_IN != 0
    }

    fn number(self) -> usize {
        (self.0 & !FileId::BUILT_IN) as usize
    }
}

// What is written is nearly always the built-in rules: their small numbers take one byte.
impl Serialize for FileId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.0 ^ FileId::BUILT_IN).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FileId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FileId, D::Error> {
        u32::deserialize(deserializer).map(|number| FileId(number ^ FileId::BUILT_IN))
    }
}

/// A stretch of bytes in one file. What stands nowhere has no span: `Option<Span>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte, from the beginning of the file.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end` of a file.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Span { file, start, end }
    }

    /// The place before a byte: a span of no length.
    pub fn at(file: FileId, offset: u32) -> Self {
        Span::new(file, offset, offset)
    }

    /// The bytes from `start` up to `end`, counted from the beginning of this span.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: self.start + start as u32, end: self.start + end as u32 }
    }

    /// The smallest span that holds both. Both lie in one file.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        debug_assert_eq!(self.file, other.file, "a span lies in one file");
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The place just behind it.
    #[must_use]
    pub fn behind(self) -> Span {
        Span::at(self.file, self.end)
    }

    /// Whether the other lies in it.
    pub fn holds(self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }

    /// Its bytes, to index a text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One file: its name as it is shown, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as shown to people: relative, with forward slashes.
    pub name: String,
    /// The text, as it is in the file.
    pub text: Cow<'static, str>,
    lines: std::sync::OnceLock<LineIndex>,
    clean: std::sync::OnceLock<Option<String>>,
}

impl Source {
    /// A file.
    pub fn new(name: String, text: Cow<'static, str>) -> Self {
        Source { name, text, lines: std::sync::OnceLock::new(), clean: std::sync::OnceLock::new() }
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

    /// Line and column of a byte.
    pub fn place(&self, offset: u32) -> Place {
        self.lines().place(&self.text, offset)
    }
}

/// Every file of a run. A file that is set again is replaced: its identifier stays, and so do those of all others.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    own: Vec<Source>,
    built_in: Vec<Source>,
}

impl Sources {
    /// No files.
    pub fn new() -> Self {
        Sources::default()
    }

    /// Sets the text of a file of the user: of the one that has this name, else of a new one.
    pub fn set(&mut self, name: &str, text: String) -> FileId {
        let source = Source::new(name.to_owned(), Cow::Owned(text));
        match self.own.iter_mut().enumerate().find(|(_, s)| s.name == name) {
            Some((at, known)) => {
                *known = source;
                FileId::own(at as u32)
            }
            None => {
                self.own.push(source);
                FileId::own(self.own.len() as u32 - 1)
            }
        }
    }

    /// Sets the built-in rule files. They come in the order of their numbers.
    pub fn set_built_in(&mut self, files: impl Iterator<Item = (&'static str, &'static str)>) {
        self.built_in = files.map(|(name, text)| Source::new(name.to_owned(), Cow::Borrowed(text))).collect();
    }

    /// Bytes of all files of the user.
    pub fn bytes(&self) -> u64 {
        self.own.iter().map(|s| s.text.len() as u64).sum()
    }

    /// A file.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        if file.is_built_in() { self.built_in.get(file.number()) } else { self.own.get(file.number()) }
    }

    /// The whole text of a file; empty when there is none.
    pub fn text_of(&self, file: FileId) -> &str {
        self.get(file).map_or("", |s| &s.text)
    }

    /// The file of the user that has this name.
    pub fn named(&self, name: &str) -> Option<FileId> {
        self.own.iter().position(|s| s.name == name).map(|at| FileId::own(at as u32))
    }

    /// The text of a span; empty when it lies in no file.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).and_then(|s| s.text.get(span.range())).unwrap_or("")
    }

    /// File name, line and column of the start of a span.
    pub fn place(&self, span: Span) -> Option<(&str, Place)> {
        self.get(span.file).map(|s| (s.name.as_str(), s.place(span.start)))
    }

    /// All files with their identifiers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        let own = self.own.iter().enumerate().map(|(at, s)| (FileId::own(at as u32), s));
        own.chain(self.built_in.iter().enumerate().map(|(at, s)| (FileId::built_in(at as u32), s)))
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
        let a = sources.set("a", "xyz".into());
        let b = sources.set("b", "uvw".into());
        assert_eq!(sources.get(b).map(|s| s.name.as_str()), Some("b"));
        assert_eq!(sources.text(Span::new(b, 1, 3)), "vw");
        assert_eq!(sources.set("a", "opq".into()), a, "a file that is set again keeps its identifier");
        assert_eq!((sources.text(Span::new(a, 0, 3)), sources.text(Span::new(b, 0, 3))), ("opq", "uvw"));
        assert!(a < b && b < FileId::built_in(0), "the files of the user come first");
    }
}
