//! What can be folded: items and blocks that are longer than a line, runs of comments.

use super::server::{Answer, Server};
use crate::syntax::{TokenKind, lex};
use crate::text::LineIndex;
use gen_lsp_types as lsp;

/// The ranges of a text, also of one that cannot be read.
pub(super) fn ranges(server: &Server<'_>, params: &lsp::FoldingRangeParams) -> Answer {
    let Some((document, ..)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    Answer::of(of(&document.text))
}

fn of(text: &str) -> Vec<lsp::FoldingRange> {
    let lines = LineIndex::new(text);
    let line = |byte: usize| lines.line_of(byte as u32) as u32;
    let mut out: Vec<lsp::FoldingRange> = Vec::new();
    let mut fold = |start: u32, end: u32, kind: Option<lsp::FoldingRangeKind>| {
        if end > start {
            out.push(lsp::FoldingRange { start_line: start, end_line: end, kind, ..lsp::FoldingRange::default() });
        }
    };
    let mut open: Vec<u32> = Vec::new();
    let mut comments: Option<(u32, u32)> = None;
    for token in lex(text) {
        let at = line(token.start);
        match token.kind {
            TokenKind::Comment => {
                comments = match comments {
                    Some((first, last)) if at == last + 1 => Some((first, at)),
                    Some((first, last)) => {
                        fold(first, last, Some(lsp::FoldingRangeKind::Comment));
                        Some((at, at))
                    }
                    None => Some((at, at)),
                };
            }
            TokenKind::Open => open.push(at),
            TokenKind::Close => {
                if let Some(start) = open.pop() {
                    // The line of the closing brace stays to be seen.
                    fold(start, at.saturating_sub(1), None);
                }
            }
            _ => {}
        }
    }
    if let Some((first, last)) = comments {
        fold(first, last, Some(lsp::FoldingRangeKind::Comment));
    }
    out.sort_by_key(|range| (range.start_line, range.end_line));
    out
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn blocks_and_comments_fold_also_where_a_brace_is_missing() {
        let text = "# a\n# b\n\narticle 1 {\n  text \"x {\n y\"\n}\n# c\narticle 2 {\n  may detain\n";
        let folded: Vec<(u32, u32)> = of(text).iter().map(|r| (r.start_line, r.end_line)).collect();
        assert_eq!(folded, [(0, 1), (3, 5)]);
    }
}
