//! A text that is open in the editor, kept as the editor changes it.

use crate::text::{LineIndex, Utf16Place};
use gen_lsp_types::{TextDocumentContentChangeEvent, TextDocumentContentChangePartial};
use std::path::{Path, PathBuf};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A law.
    Law,
    /// A rule file.
    Rules,
    /// A configuration, or anything else on which a session may rest.
    Other,
}

/// A text that is open.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// Its address, as the editor writes it.
    pub(super) uri: String,
    /// Where it lies; the address itself when it lies nowhere yet.
    pub(super) path: PathBuf,
    pub(super) version: i32,
    pub(super) text: String,
    pub(super) kind: Kind,
    /// The folder whose session has it.
    pub(super) root: PathBuf,
    /// It changed since its session was told.
    pub(super) dirty: bool,
}

/// What a text is, by its ending, else by what the editor calls its language.
pub(super) fn kind_of(path: &Path, language: &str) -> Kind {
    match path.extension().map(|e| e.to_string_lossy().to_lowercase()).as_deref() {
        Some("pol") => Kind::Law,
        Some("iml") => Kind::Rules,
        Some("toml") => Kind::Other,
        _ => match language {
            "iml-policy" => Kind::Law,
            "iml-rules" => Kind::Rules,
            _ => Kind::Other,
        },
    }
}

impl Document {
    /// Makes the changes of an edit, one after the other.
    pub(super) fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>) {
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => self.replace(&part),
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => self.text = whole.text,
            }
        }
        self.dirty = true;
    }

    fn replace(&mut self, part: &TextDocumentContentChangePartial) {
        let lines = LineIndex::new(&self.text);
        let byte = |line, column| lines.offset(&self.text, Utf16Place { line, column }) as usize;
        let start = byte(part.range.start.line, part.range.start.character);
        let end = byte(part.range.end.line, part.range.end.character);
        if self.text.get(start..end).is_some() {
            self.text.replace_range(start..end, &part.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gen_lsp_types::{Position, Range};

    #[test]
    fn an_edit_is_made_where_the_editor_counts() {
        let mut document = Document {
            uri: "file:///a.pol".into(),
            path: "/a.pol".into(),
            version: 1,
            text: "一𝄞b\r\nc\n".into(),
            kind: Kind::Law,
            root: "/".into(),
            dirty: false,
        };
        let part = |from: (u32, u32), to: (u32, u32), text: &str| TextDocumentContentChangePartial {
            range: Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1)),
            text: text.into(),
            ..Default::default()
        };
        document.change(vec![part((0, 1), (0, 3), "x").into(), part((1, 0), (1, 1), "").into()]);
        assert_eq!(document.text, "一xb\r\n\n");
        document.change(vec![part((9, 9), (9, 9), "end").into()]);
        assert_eq!(document.text, "一xb\r\n\nend");
        assert!(document.dirty);
    }
}
