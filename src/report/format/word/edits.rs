//! The edits that were found, as tracked changes on the law as it is encoded.

use super::document::{Paragraph, Piece};
use crate::finding::{Edit, Mend};
use crate::text::{FileId, Sources, Span};
use std::collections::BTreeMap;

/// Lines that stand around a change, before it and behind it.
const AROUND: usize = 1;

/// Changes that lie so many lines apart are shown in one piece.
const APART: usize = 3;

/// A piece of a law with changes in it, and where it begins.
#[derive(Debug)]
pub(super) struct Changed {
    pub(super) at: Span,
    pub(super) shown: Paragraph,
}

/// The pieces of the laws that an edit changes. What is struck out is what stands there, to the letter.
pub(super) fn changed(mend: &Mend, sources: &Sources) -> Vec<Changed> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in &mend.edits {
        by_file.entry(edit.at.file).or_default().push(edit);
    }
    let mut out = Vec::new();
    for (file, mut edits) in by_file {
        let Some(source) = sources.get(file) else { continue };
        let (lines, text) = (source.lines(), &source.text);
        edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
        let mut groups: Vec<Vec<&Edit>> = Vec::new();
        for edit in edits {
            let near = |group: &&mut Vec<&Edit>| {
                let last = group.last().map_or(0, |known| lines.line_of(known.at.end));
                lines.line_of(edit.at.start) <= last + APART
            };
            match groups.last_mut().filter(near) {
                Some(group) => group.push(edit),
                None => groups.push(vec![edit]),
            }
        }
        for group in groups {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            let from = lines.start_of(lines.line_of(first.at.start).saturating_sub(AROUND), text);
            let to = lines.start_of(lines.line_of(last.at.end) + AROUND + 1, text).min(text.len());
            let mut pieces = Vec::new();
            let kept = |from: usize, to: usize, pieces: &mut Vec<Piece>| {
                let between = text.get(from..to).unwrap_or_default();
                if !between.is_empty() {
                    pieces.push(Piece::Text((String::new(), between.to_owned()), Some("Code")));
                }
            };
            let mut at = from;
            for edit in &group {
                kept(at, edit.at.start as usize, &mut pieces);
                let struck = sources.text(edit.at);
                if !struck.is_empty() {
                    pieces.push(Piece::Struck(struck.to_owned()));
                }
                if !edit.text.is_empty() {
                    pieces.push(Piece::Written(edit.text.clone()));
                }
                at = edit.at.end as usize;
            }
            // The last line ends with the paragraph.
            let end = if text.get(..to).is_some_and(|shown| shown.ends_with('\n')) { to.saturating_sub(1) } else { to };
            kept(at, end.max(at), &mut pieces);
            out.push(Changed { at: first.at, shown: Paragraph { style: "Encoded", pieces } });
        }
    }
    out
}
