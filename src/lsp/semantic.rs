//! What each word is: keywords, and names by what they stand for; also in a text that cannot be read.

use super::root::Root;
use super::server::{Answer, Server};
use crate::model;
use crate::session::References;
use crate::syntax::tree::ThingKind;
use crate::syntax::{Named, TokenKind, lex};
use crate::text::{FileId, LineIndex};
use gen_lsp_types as lsp;

/// The types, in the order in which they are numbered; all are of the protocol, so that every editor has a colour for them.
pub(super) const TYPES: [&str; 14] = [
    "keyword",
    "comment",
    "string",
    "number",
    "operator",
    "function",
    "property",
    "variable",
    "class",
    "enumMember",
    "struct",
    "interface",
    "namespace",
    "event",
];

/// The modifiers: what is declared here, and what comes with the program.
pub(super) const MODIFIERS: [&str; 2] = ["declaration", "defaultLibrary"];

/// The number of a type.
fn number(name: &str) -> u32 {
    TYPES.iter().position(|known| *known == name).unwrap_or(0) as u32
}

/// The tokens of a text.
pub(super) fn tokens(server: &Server<'_>, params: &lsp::SemanticTokensParams) -> Answer {
    let Some((document, root, file)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    let lines = LineIndex::new(&document.text);
    let mut data: Vec<u32> = Vec::new();
    let mut before = (0, 0);
    for token in lex(&document.text) {
        let Some((kind, modifiers)) = kind(root, file, token.kind, token.start as u32) else { continue };
        // What goes over several lines is told line by line.
        let mut start = token.start;
        for line in document.text.get(token.start..token.end).unwrap_or_default().split_inclusive('\n') {
            let shown = line.trim_end_matches(['\n', '\r']);
            let length: u32 = shown.chars().map(|c| c.len_utf16() as u32).sum();
            let place = lines.utf16(&document.text, start as u32);
            start += line.len();
            if length == 0 {
                continue;
            }
            let (line, column) = (place.line, place.column);
            let from = if line == before.0 { column - before.1 } else { column };
            data.extend([line - before.0, from, length, number(kind), modifiers]);
            before = (line, column);
        }
    }
    Answer::of(serde_json::json!({ "data": data }))
}

/// The type of a token and its modifiers; none where there is nothing to be said of it.
fn kind(root: &Root, file: FileId, kind: TokenKind, start: u32) -> Option<(&'static str, u32)> {
    Some(match kind {
        TokenKind::Keyword => ("keyword", 0),
        TokenKind::Comment => ("comment", 0),
        TokenKind::Text => ("string", 0),
        TokenKind::Sign => ("operator", 0),
        TokenKind::Name | TokenKind::Number => {
            let found = root.index().at(file, start + 1).filter(|found| stands_at(found, file, start));
            match found {
                Some(found) => (named(root, found)?, modifiers(found, file, start)),
                None if kind == TokenKind::Number => ("number", 0),
                None => return None,
            }
        }
        TokenKind::Open | TokenKind::Close | TokenKind::Stray => return None,
    })
}

fn stands_at(found: &References, file: FileId, start: u32) -> bool {
    found.definition.iter().chain(&found.uses).any(|span| span.file == file && span.start <= start && start < span.end)
}

fn modifiers(found: &References, file: FileId, start: u32) -> u32 {
    let here = found.definition.is_some_and(|span| span.file == file && span.start <= start && start < span.end);
    let built_in = found.definition.is_some_and(|span| span.file.is_built_in());
    u32::from(here) | u32::from(built_in) << 1
}

/// The type of what a name stands for.
fn named(root: &Root, found: &References) -> Option<&'static str> {
    let vocabulary = &root.session.library().vocabulary;
    Some(match found.named {
        Named::Word => match vocabulary.names.get(&found.name) {
            Some(model::Named::Term(_)) => "class",
            _ => "variable",
        },
        Named::Value | Named::Reason => "enumMember",
        Named::Thing => match vocabulary.names.get(&found.name) {
            Some(model::Named::Thing(id)) => thing(vocabulary.thing(*id).kind),
            // A law's own is a measure more often than anything else.
            _ => "function",
        },
        Named::Authority => "struct",
        Named::Time | Named::Article => "number",
        Named::Standard | Named::Point => "interface",
        Named::Policy | Named::Instrument | Named::Organisation => "namespace",
    })
}

fn thing(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Measure => "function",
        ThingKind::Safeguard | ThingKind::Service => "property",
        ThingKind::Step => "event",
        ThingKind::Institution | ThingKind::Authority => "struct",
        ThingKind::Aim | ThingKind::Subject | ThingKind::Rank => "enumMember",
    }
}
