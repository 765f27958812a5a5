//! From a name to where it is declared, to every place at which it stands, and to another name in all of them.

use super::place::{built_in_name, offset, range};
use super::root::Root;
use super::server::{Answer, Server};
use crate::builtin;
use crate::session::References;
use crate::syntax::tree::Item;
use crate::syntax::{Named, parse};
use crate::text::{FileId, Span};
use crate::words::args;
use gen_lsp_types as lsp;
use lsp_server::ErrorCode;
use std::collections::HashMap;

/// What is named at a position, and the place of the name there.
pub(super) fn named(root: &Root, file: FileId, at: lsp::Position) -> Option<(&References, Span)> {
    let byte = offset(root.session.sources(), file, at);
    let found = root.index().at(file, byte)?;
    let here = |span: &&Span| span.file == file && span.start <= byte && byte <= span.end;
    let span = found.definition.iter().chain(&found.uses).find(here)?;
    Some((found, *span))
}

fn location(server: &Server<'_>, root: &Root, span: Span) -> Option<lsp::Location> {
    let uri = server.address(root, span.file)?;
    Some(lsp::Location { uri: uri.into(), range: range(root.session.sources(), span) })
}

/// Where a name is declared; where it stands itself, of an article or a law that stands beside others too.
pub(super) fn definition(server: &Server<'_>, params: &lsp::DefinitionParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((_, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let found = named(root, file, asked.position).and_then(|(found, _)| found.definition);
    Answer::of(found.and_then(|span| location(server, root, span)))
}

/// Every place at which a name stands.
pub(super) fn references(server: &Server<'_>, params: &lsp::ReferenceParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((_, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let Some((found, _)) = named(root, file, asked.position) else { return Answer::of(()) };
    let declared = found.definition.iter().filter(|_| params.context.include_declaration);
    let places: Vec<lsp::Location> =
        declared.chain(&found.uses).filter_map(|span| location(server, root, *span)).collect();
    Answer::of(places)
}

/// The same in this text alone.
pub(super) fn highlights(server: &Server<'_>, params: &lsp::DocumentHighlightParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((_, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let Some((found, _)) = named(root, file, asked.position) else { return Answer::of(()) };
    let own = |kind: lsp::DocumentHighlightKind, span: &Span| lsp::DocumentHighlight {
        range: range(root.session.sources(), *span),
        kind: Some(kind),
    };
    let declared = found.definition.iter().map(|span| (span, lsp::DocumentHighlightKind::Write));
    let used = found.uses.iter().map(|span| (span, lsp::DocumentHighlightKind::Read));
    let places: Vec<lsp::DocumentHighlight> =
        declared.chain(used).filter(|(span, _)| span.file == file).map(|(span, kind)| own(kind, span)).collect();
    Answer::of(places)
}

/// Whether what is named can have another name: what a text of the user declares, and nothing else.
fn renamed(root: &Root, file: FileId, at: lsp::Position) -> Result<(&References, Span), Answer> {
    let refuse = |id: &str, name: &str| {
        let said = root.words.say(id, &args([("name", name.to_owned())]));
        Err(Answer::No(ErrorCode::RequestFailed, said))
    };
    let Some((found, span)) = named(root, file, at) else { return refuse("lsp-no-name-here", "") };
    match found.definition {
        Some(definition) if !definition.file.is_built_in() => Ok((found, span)),
        Some(_) => refuse("lsp-name-built-in", &found.name),
        None => refuse("lsp-name-undeclared", &found.name),
    }
}

/// Whether the name at a position can be another, and where it stands.
pub(super) fn prepare_rename(server: &Server<'_>, params: &lsp::PrepareRenameParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((_, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    match renamed(root, file, asked.position) {
        Ok((found, span)) => Answer::of(serde_json::json!({
            "range": range(root.session.sources(), span),
            "placeholder": found.name,
        })),
        Err(no) => no,
    }
}

/// Whether something can be the name of such a thing.
pub(super) fn is_name(named: Named, text: &str) -> bool {
    let item = match named {
        Named::Article => format!("article {text} {{ note \"\" }}"),
        _ => format!("policy {text} {{ state CHN }}"),
    };
    let parsed = parse(&item, FileId::own(0));
    let is = |item: &Item| match item {
        Item::Policy(policy) => policy.name.text == text,
        Item::Article(article) => article.number.text == text,
        _ => false,
    };
    parsed.mistakes.is_empty() && parsed.items.len() == 1 && parsed.items.iter().all(is)
}

/// Another name for a thing in every text that is read.
pub(super) fn rename(server: &Server<'_>, params: &lsp::RenameParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((_, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let found = match renamed(root, file, asked.position) {
        Ok((found, _)) => found,
        Err(no) => return no,
    };
    let new = params.new_name.trim();
    let said = args([("name", new.to_owned())]);
    if !is_name(found.named, new) {
        return Answer::No(ErrorCode::RequestFailed, root.words.say("lsp-not-a-name", &said));
    }
    // Two things of one name in one place would be one thing.
    let home = found.definition.map(|span| span.file);
    let taken = root.index().all().any(|other| {
        let near = other.definition.is_some_and(|span| Some(span.file) == home || span.file.is_built_in());
        let kind = other.named == found.named || found.named != Named::Article && other.named != Named::Article;
        other.name == new && near && kind && other.named != Named::Value
    });
    if taken && new != found.name {
        return Answer::No(ErrorCode::RequestFailed, root.words.say("lsp-name-taken", &said));
    }
    let mut changes: HashMap<lsp::Uri, Vec<lsp::TextEdit>> = HashMap::new();
    for span in found.definition.iter().chain(&found.uses).filter(|span| !span.file.is_built_in()) {
        let Some(uri) = root.uri(span.file) else { continue };
        let edit = lsp::TextEdit { range: range(root.session.sources(), *span), new_text: new.to_owned() };
        changes.entry(uri.into()).or_default().push(edit);
    }
    Answer::of(lsp::WorkspaceEdit { changes: Some(changes), ..lsp::WorkspaceEdit::default() })
}

/// The text of a built-in rule file.
pub(super) fn text_of(_: &Server<'_>, params: &lsp::TextDocumentContentParams) -> Answer {
    let name = built_in_name(params.uri.as_ref());
    let text = name.and_then(|name| builtin::files().iter().find(|(known, _)| *known == name).map(|(_, text)| *text));
    match text {
        Some(text) => Answer::of(serde_json::json!({ "text": text })),
        None => Answer::No(ErrorCode::InvalidParams, params.uri.to_string()),
    }
}
