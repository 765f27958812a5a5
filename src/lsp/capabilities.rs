//! What the server offers, and what the client can do.

use super::place::path_of;
use super::server::Client;
use super::{actions, place, semantic};
use crate::words::Lang;
use gen_lsp_types as lsp;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The answer to `initialize`.
pub(super) fn offered() -> Value {
    json!({
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": { "openClose": true, "change": 2 },
            "hoverProvider": true,
            "completionProvider": { "triggerCharacters": [" ", "(", ","] },
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "renameProvider": { "prepareProvider": true },
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "foldingRangeProvider": true,
            "documentFormattingProvider": true,
            "codeActionProvider": { "codeActionKinds": actions::KINDS, "resolveProvider": true },
            "inlayHintProvider": true,
            "codeLensProvider": {},
            "semanticTokensProvider": {
                "legend": { "tokenTypes": semantic::TYPES, "tokenModifiers": semantic::MODIFIERS },
                "full": true,
            },
            "executeCommandProvider": { "commands": [actions::ACCEPT] },
            "workspace": {
                "workspaceFolders": { "supported": true, "changeNotifications": true },
                "textDocumentContent": { "schemes": [place::BUILT_IN] },
            },
        },
        "serverInfo": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
    })
}

/// What the client is asked to watch.
pub(super) fn watched() -> Value {
    json!({
        "registrations": [{
            "id": "iml-check-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [{ "globPattern": "**/*.{pol,iml}" }, { "globPattern": "**/iml-check.toml" }] },
        }],
    })
}

/// What the client can do, the folders it has open, and its language.
pub(super) fn wanted(params: &lsp::InitializeParams) -> (Client, Vec<PathBuf>, Option<Lang>) {
    // Read as it was sent: of very many capabilities these few matter.
    let can = serde_json::to_value(&params.capabilities).unwrap_or_default();
    let has = |pointer: &str| can.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
    let wish = |name: &str| {
        let options = params.initialization_options.as_ref();
        options.and_then(|o| o.get(name)).and_then(Value::as_bool).unwrap_or(false)
    };
    let client = Client {
        asks_for_texts: can.pointer("/workspace/textDocumentContent").is_some(),
        related: has("/textDocument/publishDiagnostics/relatedInformation"),
        refreshes_lenses: has("/workspace/codeLens/refreshSupport"),
        refreshes_hints: has("/workspace/inlayHint/refreshSupport"),
        watches: has("/workspace/didChangeWatchedFiles/dynamicRegistration"),
        asks_for_reasons: wish("asksForReasons"),
    };
    let all = serde_json::to_value(params).unwrap_or_default();
    let folders = all.pointer("/workspaceFolders").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut uris: Vec<String> =
        folders.iter().filter_map(|f| f.get("uri")).filter_map(Value::as_str).map(str::to_owned).collect();
    if uris.is_empty() {
        uris.extend(all.pointer("/rootUri").and_then(Value::as_str).map(str::to_owned));
    }
    let locale = params.locale.as_deref().and_then(Lang::parse);
    (client, uris.iter().filter_map(|uri| path_of(uri)).collect(), locale)
}
