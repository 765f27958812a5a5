//! The canonical layout, as edits: only what is otherwise is touched, so that the cursor stays where it was.

use super::server::{Answer, Server};
use crate::layout::layout;
use crate::text::LineIndex;
use gen_lsp_types as lsp;
use lsp_server::ErrorCode;
use similar::{DiffOp, TextDiff};

/// The edits that lay a text out; none where it cannot be read.
pub(super) fn format(server: &Server<'_>, params: &lsp::DocumentFormattingParams) -> Answer {
    let Some((document, root, _)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    match layout(&document.text) {
        Ok(laid) => Answer::of(edits(&document.text, &laid)),
        Err(_) => Answer::No(ErrorCode::RequestFailed, root.words.plain("lsp-not-laid-out")),
    }
}

/// What makes one text of another, line by line.
fn edits(before: &str, after: &str) -> Vec<lsp::TextEdit> {
    let (lines, new) = (LineIndex::new(before), LineIndex::new(after));
    let at = |line: usize| {
        let offset = lines.start_of(line, before) as u32;
        let place = lines.utf16(before, offset);
        lsp::Position::new(place.line, place.column)
    };
    let text = |from: usize, to: usize| {
        after.get(new.start_of(from, after)..new.start_of(to, after)).unwrap_or_default().to_owned()
    };
    let diff = TextDiff::from_lines(before, after);
    let edit = |op: &DiffOp| {
        let (old, new) = (op.old_range(), op.new_range());
        let range = lsp::Range::new(at(old.start), at(old.end));
        lsp::TextEdit { range, new_text: text(new.start, new.end) }
    };
    diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::document::{Document, Kind};
    use super::edits;
    use gen_lsp_types::TextDocumentContentChangePartial;

    #[test]
    fn the_edits_make_the_text() {
        for (before, after) in [
            ("a\n  b\nc", "a\nb\nc\n"),
            ("一\n\n\n二\n", "一\n\n二\n"),
            ("x", "x\n"),
            ("a\r\nb\r\n", "a\r\n  b\r\n"),
            ("", "a\n"),
        ] {
            let mut document = Document {
                uri: String::new(),
                path: "/".into(),
                version: 0,
                text: before.into(),
                kind: Kind::Law,
                root: "/".into(),
                dirty: false,
            };
            let mut all = edits(before, after);
            // All are counted in the text before, so the last is made first.
            all.reverse();
            for edit in all {
                let part =
                    TextDocumentContentChangePartial { range: edit.range, text: edit.new_text, ..Default::default() };
                document.change(vec![part.into()]);
            }
            assert_eq!(document.text, after);
        }
    }
}
