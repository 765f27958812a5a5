//! The loop: messages in, answers out, in the order of the protocol.

use super::capabilities;
use super::document::{Document, Kind, kind_of};
use super::place::{path_of, uri_of};
use super::plan::{self, Asked};
use super::root::{Key, Root};
use super::worker::{Said, Work, told, work};
use super::{actions, completion, diagnostics, folding, formatting, hints, hover, lens, names, semantic, symbols};
use crate::session::{Date, Stop};
use crate::text::FileId;
use crate::words::{Lang, Words, args};
use crate::workspace;
use crossbeam_channel::{Receiver, Sender, select, unbounded};
use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, ProtocolError, Request, RequestId, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// What comes in at the door.
pub struct Options {
    /// What holds for every folder.
    pub asked: Asked,
    /// The language that is asked for; else that of the configuration, else of the editor.
    pub lang: Option<Lang>,
    /// The language where nobody says one.
    pub usual: Lang,
    /// The day, asked again whenever a folder is opened or a text changes.
    pub today: Box<dyn Fn() -> Date + Send>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("asked", &self.asked).field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// What an answer to a request may be.
pub(super) enum Answer {
    /// This.
    Now(Value),
    /// What has to be judged first: it is asked again then.
    WhenJudged,
    /// Somebody else answers.
    Later,
    /// None, for this reason.
    No(ErrorCode, String),
}

impl Answer {
    pub(super) fn of(value: impl Serialize) -> Answer {
        match serde_json::to_value(value) {
            Ok(value) => Answer::Now(value),
            Err(error) => Answer::No(ErrorCode::InternalError, error.to_string()),
        }
    }
}

/// What the client can do.
#[derive(Debug, Clone, Default)]
pub(super) struct Client {
    /// It asks the server for texts that lie in no file.
    pub(super) asks_for_texts: bool,
    /// It shows other places beside a diagnostic.
    pub(super) related: bool,
    /// It can be told to ask for lenses again.
    pub(super) refreshes_lenses: bool,
    /// It can be told to ask for hints again.
    pub(super) refreshes_hints: bool,
    /// It watches files when it is asked to.
    pub(super) watches: bool,
    /// It has commands of its own that ask a person for reason and date.
    pub(super) asks_for_reasons: bool,
}

/// The server.
pub(super) struct Server<'c> {
    connection: &'c Connection,
    options: Options,
    pub(super) client: Client,
    usual: Lang,
    /// The folders that the editor has open.
    folders: Vec<PathBuf>,
    pub(super) roots: BTreeMap<Key, Root>,
    pub(super) documents: BTreeMap<String, Document>,
    work: Sender<Work>,
    /// Stops the judging that is under way.
    judging: BTreeMap<Key, Stop>,
    /// Requests that somebody else answers.
    errands: BTreeMap<RequestId, Stop>,
    /// Requests that wait until everything is judged.
    parked: Vec<Request>,
    /// What is shown in each text: its version, and what.
    shown: BTreeMap<String, (Option<i32>, Vec<lsp::Diagnostic>)>,
    next: u64,
    asked_for: i32,
    shutting_down: bool,
}

/// Serves until the client says that it is enough. An error is one of the protocol.
pub fn serve(connection: &Connection, options: Options) -> Result<(), ProtocolError> {
    let (id, params) = connection.initialize_start()?;
    let params: lsp::InitializeParams = serde_json::from_value(params).unwrap_or_default();
    connection.initialize_finish(id, capabilities::offered())?;
    let (work_in, work_out) = unbounded::<Work>();
    let (said_in, said_out) = unbounded::<Said>();
    std::thread::scope(|scope| {
        let worker =
            std::thread::Builder::new().stack_size(8 << 20).spawn_scoped(scope, move || work(&work_out, said_in));
        let mut server = Server::new(connection, options, &params, work_in);
        if worker.is_err() {
            server.log(lsp::MessageType::Error, "no thread");
        }
        server.begin();
        server.run(&said_out);
        // Whatever is still under way is not wanted any more.
        server.stop_everything();
    });
    Ok(())
}

impl<'c> Server<'c> {
    fn new(connection: &'c Connection, options: Options, params: &lsp::InitializeParams, work: Sender<Work>) -> Self {
        let (client, folders, locale) = capabilities::wanted(params);
        let usual = locale.unwrap_or(options.usual);
        Server {
            connection,
            options,
            client,
            usual,
            folders: folders.iter().map(|f| workspace::canonical(f)).collect(),
            roots: BTreeMap::new(),
            documents: BTreeMap::new(),
            work,
            judging: BTreeMap::new(),
            errands: BTreeMap::new(),
            parked: Vec::new(),
            shown: BTreeMap::new(),
            next: 0,
            asked_for: 0,
            shutting_down: false,
        }
    }

    fn begin(&mut self) {
        if self.client.watches {
            self.asks("client/registerCapability", &capabilities::watched());
        }
        for folder in self.folders.clone() {
            self.guarded(|server| {
                server.root_of(&folder);
            });
        }
    }

    /// Handles messages until the client leaves.
    fn run(&mut self, said: &Receiver<Said>) {
        loop {
            let message = select! {
                recv(self.connection.receiver) -> message => message.ok(),
                recv(said) -> said => {
                    if let Ok(said) = said {
                        self.guarded(|server| server.heard(said));
                    }
                    continue;
                }
            };
            let Some(message) = message else { return };
            if !self.one(message) {
                return;
            }
            // What has come meanwhile is done first: of several edits only the last is judged.
            while let Ok(message) = self.connection.receiver.try_recv() {
                if !self.one(message) {
                    return;
                }
            }
            self.guarded(Server::refresh);
        }
    }

    /// One message; false when it was the last.
    fn one(&mut self, message: Message) -> bool {
        match message {
            Message::Request(request) if request.method == "shutdown" => {
                self.shutting_down = true;
                self.answer(request.id, Answer::Now(Value::Null));
            }
            Message::Request(request) if self.shutting_down => {
                self.answer(request.id, Answer::No(ErrorCode::InvalidRequest, String::new()));
            }
            Message::Request(request) => self.request(request),
            Message::Notification(notification) if notification.method == "exit" => return false,
            Message::Notification(notification) => self.guarded(|server| server.notified(notification)),
            // Nothing hangs on what a client says to what it was told.
            Message::Response(_) => {}
        }
        true
    }

    /// Does something; a panic is logged and everything read anew.
    fn guarded(&mut self, doing: impl FnOnce(&mut Self)) {
        if let Err(cause) = catch_unwind(AssertUnwindSafe(|| doing(self))) {
            self.failed(&told(cause.as_ref()));
            if catch_unwind(AssertUnwindSafe(|| self.reopen_all())).is_err() {
                self.roots.clear();
            }
        }
    }

    /// Says that the program has failed, in the words of the command.
    fn failed(&self, what: &str) -> String {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let said = [("version", version), ("place", what.to_owned())];
        let said = Words::new(self.options.lang.unwrap_or(self.usual)).say("panic", &args(said));
        self.log(lsp::MessageType::Error, &said);
        said
    }

    fn request(&mut self, request: Request) {
        self.settle();
        let id = request.id.clone();
        let kept = request.clone();
        let answer = catch_unwind(AssertUnwindSafe(|| self.asked(request)));
        match answer {
            Ok(Answer::WhenJudged) => self.parked.push(kept),
            Ok(Answer::Later) => {}
            Ok(answer) => self.answer(id, answer),
            Err(cause) => {
                let said = self.failed(&told(cause.as_ref()));
                self.answer(id, Answer::No(ErrorCode::InternalError, said));
            }
        }
    }

    fn answer(&self, id: RequestId, answer: Answer) {
        let response = match answer {
            Answer::Now(value) => Response::new_ok(id, value),
            Answer::No(code, why) => Response::new_err(id, code as i32, why),
            Answer::WhenJudged | Answer::Later => return,
        };
        let _ = self.connection.sender.send(response.into());
    }

    fn asked(&mut self, request: Request) -> Answer {
        let Request { id, method, params } = request;
        match method.as_str() {
            "textDocument/hover" => with(params, |p| hover::hover(self, &p)),
            "textDocument/completion" => with(params, |p| completion::complete(self, &p)),
            "textDocument/definition" => with(params, |p| names::definition(self, &p)),
            "textDocument/references" => with(params, |p| names::references(self, &p)),
            "textDocument/documentHighlight" => with(params, |p| names::highlights(self, &p)),
            "textDocument/prepareRename" => with(params, |p| names::prepare_rename(self, &p)),
            "textDocument/rename" => with(params, |p| names::rename(self, &p)),
            "textDocument/documentSymbol" => with(params, |p| symbols::of_document(self, &p)),
            "workspace/symbol" => with(params, |p| symbols::of_workspace(self, &p)),
            "textDocument/foldingRange" => with(params, |p| folding::ranges(self, &p)),
            "textDocument/semanticTokens/full" => with(params, |p| semantic::tokens(self, &p)),
            "textDocument/formatting" => with(params, |p| formatting::format(self, &p)),
            "textDocument/codeAction" => with(params, |p| actions::offered(self, &p)),
            "codeAction/resolve" => with(params, |p| actions::resolve(self, id, p)),
            "textDocument/inlayHint" => with(params, |p| hints::hints(self, &p)),
            "textDocument/codeLens" => with(params, |p| lens::lenses(self, &p)),
            "workspace/executeCommand" => with(params, |p| actions::execute(self, id, &p)),
            "workspace/textDocumentContent" => with(params, |p| names::text_of(self, &p)),
            #[cfg(test)]
            "test/panic" => std::panic::panic_any("on purpose"),
            _ => Answer::No(ErrorCode::MethodNotFound, method),
        }
    }

    fn notified(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            "textDocument/didOpen" => told_of(params, |p| self.opened(p)),
            "textDocument/didChange" => told_of(params, |p| self.changed(p)),
            "textDocument/didClose" => {
                told_of(params, |p: lsp::DidCloseTextDocumentParams| self.closed(p.text_document.uri.as_ref()))
            }
            "workspace/didChangeWatchedFiles" => told_of(params, |p| self.files_changed(&p)),
            "workspace/didChangeWorkspaceFolders" => told_of(params, |p| self.folders_changed(&p)),
            "$/cancelRequest" => told_of(params, |p| self.cancelled(p)),
            _ => {}
        }
    }

    /// A text is open: the editor has it now, and not the disk.
    fn opened(&mut self, params: lsp::DidOpenTextDocumentParams) {
        let item = params.text_document;
        let uri = item.uri.as_ref().to_owned();
        let path = path_of(&uri).map_or_else(|| PathBuf::from(&uri), |path| workspace::canonical(&path));
        let kind = kind_of(&path, item.language_id.to_string().as_str());
        let (version, text) = (item.version, item.text);
        let document = Document { root: PathBuf::new(), dirty: true, uri: uri.clone(), path, version, text, kind };
        self.documents.insert(uri.clone(), document);
        self.place(&uri);
    }

    /// Gives a text to the session of its folder.
    fn place(&mut self, uri: &str) {
        let Some(document) = self.documents.get(uri) else { return };
        let (path, kind) = (document.path.clone(), document.kind);
        let key = self.root_of(&path);
        let Some(document) = self.documents.get_mut(uri) else { return };
        document.root.clone_from(&key);
        if self.roots.get(&key).is_some_and(|root| root.rests_on(&path)) && kind != Kind::Law {
            document.dirty = false;
            self.reopen(&key);
        }
    }

    fn changed(&mut self, params: lsp::DidChangeTextDocumentParams) {
        let uri: &str = params.text_document.text_document_identifier.uri.as_ref();
        let Some(document) = self.documents.get_mut(uri) else { return };
        document.version = params.text_document.version;
        document.change(params.content_changes);
        let key = document.root.clone();
        // What is under way is about a text that is no longer there.
        self.stop(&key);
        self.content_modified();
    }

    fn closed(&mut self, uri: &str) {
        let Some(document) = self.documents.remove(uri) else { return };
        let key = document.root.clone();
        self.stop(&key);
        self.content_modified();
        // What the disk says counts again.
        if let Some(root) = self.roots.get_mut(&key)
            && !root.rests_on(&document.path)
            && let Some(file) = root.file(&document.path)
            && let Ok(input) = workspace::read(&document.path)
        {
            if root.session.sources().text_of(file).as_bytes() != input.bytes {
                root.set(&document.path, input.bytes);
                let _ = self.work.send(Work::Set(key.clone(), root.input(file)));
            }
        } else if self.roots.get(&key).is_some_and(|root| root.rests_on(&document.path)) {
            self.reopen(&key);
        }
        self.show(uri, None, Vec::new());
        // A folder in which nothing is open is closed, unless the editor has it open.
        let used = self.documents.values().any(|d| d.root == key) || self.folders.iter().any(|f| self.key_of(f) == key);
        if !used {
            self.close(&key);
        }
    }

    /// Files changed on the disk.
    fn files_changed(&mut self, params: &lsp::DidChangeWatchedFilesParams) {
        let mut again: BTreeSet<Key> = BTreeSet::new();
        for change in &params.changes {
            let Some(path) = path_of(change.uri.as_ref()).map(|p| workspace::canonical(&p)) else { continue };
            if self.documents.values().any(|d| d.path == path) {
                continue;
            }
            for (key, root) in &self.roots {
                let below = path.starts_with(key) || root.rests_on(&path) || root.file(&path).is_some();
                if below {
                    again.insert(key.clone());
                }
            }
        }
        for key in again {
            self.reopen(&key);
        }
    }

    fn folders_changed(&mut self, params: &lsp::DidChangeWorkspaceFoldersParams) {
        for folder in &params.event.removed {
            if let Some(path) = path_of(folder.uri.as_ref()).map(|p| workspace::canonical(&p)) {
                self.folders.retain(|f| *f != path);
                let key = self.key_of(&path);
                if !self.documents.values().any(|d| d.root == key) {
                    self.close(&key);
                }
            }
        }
        for folder in &params.event.added {
            if let Some(path) = path_of(folder.uri.as_ref()).map(|p| workspace::canonical(&p)) {
                self.folders.push(path.clone());
                self.root_of(&path);
            }
        }
    }

    fn cancelled(&mut self, params: lsp::CancelParams) {
        let id = match params.id {
            lsp::Id::Int(number) => RequestId::from(number),
            lsp::Id::String(text) => RequestId::from(text),
        };
        if let Some(at) = self.parked.iter().position(|r| r.id == id) {
            self.parked.remove(at);
            self.answer(id, Answer::No(ErrorCode::RequestCanceled, String::new()));
        } else if let Some(stop) = self.errands.get(&id) {
            stop.stop();
        }
    }

    /// Whoever waits for an answer about a text that has changed waits in vain.
    fn content_modified(&mut self) {
        for request in std::mem::take(&mut self.parked) {
            self.answer(request.id, Answer::No(ErrorCode::ContentModified, String::new()));
        }
        for stop in std::mem::take(&mut self.errands).into_values() {
            stop.stop();
        }
    }

    fn stop(&mut self, key: &Key) {
        if let Some(stop) = self.judging.remove(key) {
            stop.stop();
        }
    }

    fn stop_everything(&mut self) {
        self.content_modified();
        for stop in std::mem::take(&mut self.judging).into_values() {
            stop.stop();
        }
    }

    /// The folder of a path: that of its configuration, else the editor's folder that holds it, else its own.
    fn key_of(&self, path: &Path) -> Key {
        let found = path.is_absolute().then(|| plan::configuration_of(&self.options.asked, path)).flatten();
        if let Some(folder) = found.as_deref().and_then(Path::parent) {
            return folder.to_path_buf();
        }
        let holding = self.folders.iter().filter(|f| path.starts_with(f)).max_by_key(|f| f.components().count());
        let own = if path.is_dir() { Some(path) } else { path.parent().filter(|p| p.is_absolute()) };
        let first = self.folders.first().map(PathBuf::as_path);
        holding.map(PathBuf::as_path).or(own).or(first).unwrap_or(Path::new("/")).to_path_buf()
    }

    /// The folder of a path, opened if it is not.
    fn root_of(&mut self, path: &Path) -> Key {
        let key = self.key_of(path);
        if !self.roots.contains_key(&key) {
            self.reopen(&key);
        }
        key
    }

    /// Opens a folder, or reads all of it anew.
    fn reopen(&mut self, key: &Key) {
        self.stop(key);
        self.content_modified();
        let open = self.documents.values().map(|d| (d.path.clone(), d.text.clone())).collect();
        let found = plan::find(&self.options.asked, key, (self.options.today)(), &open);
        for (path, why) in &found.unread {
            let said = args([("path", path.display().to_string()), ("reason", why.clone())]);
            let said = Words::new(self.options.lang.unwrap_or(self.usual)).say("unreadable", &said);
            self.log(lsp::MessageType::Warning, &said);
        }
        let root = Root::open(key.clone(), found, self.options.lang, self.usual);
        for document in self.documents.values_mut().filter(|d| d.root == *key) {
            document.dirty = true;
        }
        let _ = self.work.send(Work::Open(key.clone(), Box::new(root.plan.clone())));
        self.roots.insert(key.clone(), root);
    }

    fn reopen_all(&mut self) {
        for key in self.roots.keys().cloned().collect::<Vec<_>>() {
            self.reopen(&key);
        }
        self.settle();
    }

    fn close(&mut self, key: &Key) {
        self.stop(key);
        let Some(root) = self.roots.remove(key) else { return };
        let _ = self.work.send(Work::Close(key.clone()));
        for (_, uri) in root.uris() {
            self.show(uri, None, Vec::new());
        }
    }

    /// Tells sessions what changed in the texts that are open.
    pub(super) fn settle(&mut self) {
        let dirty: Vec<String> = self.documents.values().filter(|d| d.dirty).map(|d| d.uri.clone()).collect();
        let mut again: BTreeSet<Key> = BTreeSet::new();
        for uri in dirty {
            let Some(document) = self.documents.get_mut(&uri) else { continue };
            document.dirty = false;
            let Some(root) = self.roots.get_mut(&document.root) else { continue };
            if root.rests_on(&document.path) {
                // The configuration and the rules are read with everything else.
                again.insert(document.root.clone());
            } else if document.kind != Kind::Other {
                let file = root.set(&document.path, document.text.clone().into_bytes());
                root.name_uri(file, &uri);
                let _ = self.work.send(Work::Set(document.root.clone(), root.input(file)));
            }
        }
        for key in again {
            self.reopen(&key);
            for document in self.documents.values_mut().filter(|d| d.root == key) {
                let Some(root) = self.roots.get_mut(&key) else { continue };
                document.dirty = false;
                if !root.rests_on(&document.path) && document.kind != Kind::Other {
                    let file = root.set(&document.path, document.text.clone().into_bytes());
                    root.name_uri(file, &document.uri);
                    let _ = self.work.send(Work::Set(key.clone(), root.input(file)));
                }
            }
        }
    }

    /// Reads what changed, shows what is wrong with it, and has the rest judged.
    fn refresh(&mut self) {
        let today = (self.options.today)();
        let old: Vec<Key> = self.roots.values().filter(|r| r.today() != today).map(|r| r.key.clone()).collect();
        for key in old {
            self.reopen(&key);
        }
        self.settle();
        for key in self.roots.keys().cloned().collect::<Vec<_>>() {
            let Some(root) = self.roots.get_mut(&key) else { continue };
            let laws = self.documents.values().filter(|d| d.root == key && d.kind == Kind::Law);
            let open: BTreeSet<FileId> = laws.filter_map(|d| root.file(&d.path)).collect();
            let before: Vec<u64> = root.orders.iter().map(|held| held.number).collect();
            // A folder's laws that are read now are new to the worker too.
            let known: BTreeSet<FileId> = root.uris().map(|(file, _)| file).collect();
            root.refresh(&open, &mut self.next);
            let new: Vec<FileId> = root.uris().map(|(file, _)| file).filter(|file| !known.contains(file)).collect();
            for file in new {
                let _ = self.work.send(Work::Set(key.clone(), root.input(file)));
            }
            let orders = root.waiting();
            let changed = before != root.orders.iter().map(|held| held.number).collect::<Vec<_>>();
            // What is wrong is shown before anything else is begun.
            self.publish(&key);
            if !orders.is_empty() && (changed || !self.judging.contains_key(&key)) {
                self.stop(&key);
                let stop = Stop::default();
                self.judging.insert(key.clone(), stop.clone());
                let _ = self.work.send(Work::Judge { root: key.clone(), orders, stop });
            }
        }
        self.unpark();
    }

    /// The worker has something to say.
    fn heard(&mut self, said: Said) {
        match said {
            Said::Judged { root: key, number, judged } => {
                let Some(root) = self.roots.get_mut(&key) else { return };
                if !root.judged(number, judged) {
                    return;
                }
                if root.waiting().is_empty() {
                    self.judging.remove(&key);
                }
                self.publish(&key);
                self.unpark();
                self.ask_again();
            }
            Said::Failed { root: key, number, what } => {
                self.failed(&what);
                if let Some(root) = self.roots.get_mut(&key) {
                    root.give_up(number);
                    self.judging.remove(&key);
                }
                // What came after it is judged now.
                self.refresh();
            }
            Said::Answered(id) => {
                self.errands.remove(&id);
            }
        }
    }

    /// Has the client ask again for what rests on a judgement.
    fn ask_again(&mut self) {
        for (can, what) in [
            (self.client.refreshes_lenses, "workspace/codeLens/refresh"),
            (self.client.refreshes_hints, "workspace/inlayHint/refresh"),
        ] {
            if can {
                self.asks(what, &Value::Null);
            }
        }
    }

    /// Asks those again who wait for a judgement, where there is one.
    fn unpark(&mut self) {
        if self.roots.values().any(|root| !root.waiting().is_empty()) {
            return;
        }
        for request in std::mem::take(&mut self.parked) {
            self.request(request);
        }
    }

    /// Shows what is to be said of the texts of a folder. What is found waits until it is judged; what is wrong does not,
    /// unless it is what is shown already.
    fn publish(&mut self, key: &Key) {
        let Some(root) = self.roots.get(key) else { return };
        let whole = root.waiting().is_empty();
        let mut said = diagnostics::of(root, &self.client);
        if !whole {
            let mistakes = |all: &[lsp::Diagnostic]| -> Vec<lsp::Diagnostic> {
                all.iter().filter(|d| !diagnostics::is_of_judging(d)).cloned().collect()
            };
            let same = said.iter().all(|(uri, now)| {
                let before = self.shown.get(uri).map(|(_, shown)| mistakes(shown)).unwrap_or_default();
                mistakes(now).iter().map(|d| &d.message).eq(before.iter().map(|d| &d.message))
            });
            if same {
                return;
            }
        }
        // A text of which nothing is to be said any more.
        for (_, uri) in root.uris() {
            said.entry(uri.to_owned()).or_default();
        }
        for (uri, diagnostics) in said {
            let version = self.documents.get(&uri).map(|d| d.version);
            self.show(&uri, version, diagnostics);
        }
    }

    fn show(&mut self, uri: &str, version: Option<i32>, diagnostics: Vec<lsp::Diagnostic>) {
        let now = (version, diagnostics);
        match self.shown.get(uri) {
            Some(shown) if *shown == now => return,
            None if now.1.is_empty() && now.0.is_none() => return,
            _ => {}
        }
        let params = lsp::PublishDiagnosticsParams { uri: uri.into(), version: now.0, diagnostics: now.1.clone() };
        if now.1.is_empty() && now.0.is_none() {
            self.shown.remove(uri);
        } else {
            self.shown.insert(uri.to_owned(), now);
        }
        self.tells("textDocument/publishDiagnostics", &params);
    }

    fn tells(&self, method: &str, params: &impl Serialize) {
        let _ = self.connection.sender.send(Notification::new(method.to_owned(), params).into());
    }

    /// Asks the client for something; nothing hangs on its answer.
    pub(super) fn asks(&mut self, method: &str, params: &impl Serialize) {
        self.asked_for += 1;
        let id = RequestId::from(format!("iml-check-{}", self.asked_for));
        let _ = self.connection.sender.send(Request::new(id, method.to_owned(), params).into());
    }

    fn log(&self, kind: lsp::MessageType, text: &str) {
        self.tells("window/logMessage", &lsp::LogMessageParams { kind, message: text.to_owned() });
    }

    /// A way to ask the client for something from another thread.
    pub(super) fn asking(&mut self) -> impl Fn(&str, Value) + Send + 'static {
        self.asked_for += 1;
        let (number, sender) = (self.asked_for, self.connection.sender.clone());
        move |method, params| {
            let id = RequestId::from(format!("iml-check-{number}"));
            let _ = sender.send(Request::new(id, method.to_owned(), params).into());
        }
    }

    /// A text that is open, with its folder and its file there.
    pub(super) fn at(&self, uri: &lsp::Uri) -> Option<(&Document, &Root, FileId)> {
        let document = self.documents.get(uri.as_ref() as &str)?;
        let root = self.roots.get(&document.root)?;
        let file = root.file(&document.path)?;
        Some((document, root, file))
    }

    /// Has the worker do something for a request, which it answers. It is stopped when the request is cancelled or a text
    /// changes.
    pub(super) fn errand(
        &mut self,
        id: RequestId,
        key: &Key,
        doing: impl FnOnce(&crate::session::Session, &plan::Plan, &Stop) -> Answer + Send + 'static,
    ) -> Answer {
        let (stop, sender, asked) = (Stop::default(), self.connection.sender.clone(), id.clone());
        self.errands.insert(id.clone(), stop.clone());
        let run = move |session: &crate::session::Session, plan: &plan::Plan| {
            let result = catch_unwind(AssertUnwindSafe(|| doing(session, plan, &stop)));
            let response = match result {
                _ if stop.is_stopped() => Response::new_err(id, ErrorCode::RequestCanceled as i32, String::new()),
                Ok(Answer::Now(value)) => Response::new_ok(id, value),
                Ok(Answer::No(code, why)) => Response::new_err(id, code as i32, why),
                Ok(Answer::WhenJudged | Answer::Later) => {
                    Response::new_err(id, ErrorCode::ContentModified as i32, String::new())
                }
                Err(cause) => Response::new_err(id, ErrorCode::InternalError as i32, told(cause.as_ref())),
            };
            let _ = sender.send(response.into());
        };
        let _ = self.work.send(Work::Errand(key.clone(), asked, Box::new(run)));
        Answer::Later
    }

    /// The address of a file of a folder: that of the editor, else of the disk; of a built-in rule file where the client
    /// asks for texts, or where it is put down for it.
    pub(super) fn address(&self, root: &Root, file: FileId) -> Option<String> {
        if !file.is_built_in() {
            return root.uri(file).map(str::to_owned);
        }
        let source = root.session.sources().get(file)?;
        if self.client.asks_for_texts {
            return Some(super::place::built_in_uri(&source.name));
        }
        workspace::put_down(&source.name, &source.text).ok().map(|path| uri_of(&path))
    }
}

fn with<P: DeserializeOwned>(params: Value, answer: impl FnOnce(P) -> Answer) -> Answer {
    match serde_json::from_value(params) {
        Ok(params) => answer(params),
        Err(error) => Answer::No(ErrorCode::InvalidParams, error.to_string()),
    }
}

fn told_of<P: DeserializeOwned>(params: Value, doing: impl FnOnce(P)) {
    if let Ok(params) = serde_json::from_value(params) {
        doing(params);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn options() -> Options {
        Options {
            asked: Asked { no_configuration: true, threads: 1, ..Asked::default() },
            lang: None,
            usual: Lang::En,
            today: Box::new(|| Date::parse("2026-11-28").unwrap()),
        }
    }

    /// The next answer to a request, and whatever was told before it.
    fn answer(client: &Connection, id: i32) -> (Response, Vec<Notification>) {
        let mut told = Vec::new();
        loop {
            match client.receiver.recv().unwrap() {
                Message::Response(response) if response.id == RequestId::from(id) => return (response, told),
                Message::Notification(notification) => told.push(notification),
                _ => {}
            }
        }
    }

    #[test]
    fn a_panic_is_answered_and_logged_and_the_server_goes_on() {
        let (server, client) = Connection::memory();
        let serving = std::thread::spawn(move || serve(&server, options()).is_ok());
        let ask = |id: i32, method: &str, params: Value| {
            client.sender.send(Request::new(RequestId::from(id), method.to_owned(), params).into()).unwrap();
        };
        let tell = |method: &str, params: Value| {
            client.sender.send(Notification::new(method.to_owned(), params).into()).unwrap();
        };
        ask(1, "initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
        answer(&client, 1);
        tell("initialized", json!({}));
        let text = "policy a \"A\" {\n  state CHN\n  governs detention\n}\narticle 1 { may detain foreigner }\n";
        let item = json!({ "uri": "untitled:a.pol", "languageId": "iml-policy", "version": 1, "text": text });
        tell("textDocument/didOpen", json!({ "textDocument": item }));
        ask(2, "test/panic", Value::Null);
        let (response, told) = answer(&client, 2);
        assert_eq!(response.response_result.err().map(|e| e.code), Some(ErrorCode::InternalError as i32));
        let logged = told.iter().find(|n| n.method == "window/logMessage").unwrap();
        assert!(logged.params.to_string().contains("it is not your fault"), "{logged:?}");
        let place = json!({ "textDocument": { "uri": "untitled:a.pol" }, "position": { "line": 4, "character": 18 } });
        ask(3, "textDocument/hover", place);
        assert!(answer(&client, 3).0.response_result.unwrap().to_string().contains("detain"));
        ask(4, "no/such/thing", Value::Null);
        assert_eq!(answer(&client, 4).0.response_result.err().map(|e| e.code), Some(ErrorCode::MethodNotFound as i32));
        ask(5, "textDocument/hover", json!({ "textDocument": 7 }));
        assert_eq!(answer(&client, 5).0.response_result.err().map(|e| e.code), Some(ErrorCode::InvalidParams as i32));
        ask(6, "shutdown", Value::Null);
        answer(&client, 6);
        tell("exit", Value::Null);
        assert!(serving.join().unwrap());
    }
}
