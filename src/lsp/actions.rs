//! What can be done at a place: a word that was meant, plain punctuation, a name declared; of what is found, the checked edit
//! that removes it, the person as a scenario, and answering for it.

use super::accepting;
use super::diagnostics::{Row, counted};
use super::place::{offset, range, range_in};
use super::root::{Known, Root};
use super::server::{Answer, Server};
use crate::finding::Edit;
use crate::session::Request;
use crate::syntax::tree::Item;
use crate::syntax::{Arg, Code, Mistake, TokenKind, lex};
use crate::text::{FileId, Sources, Span, harmless};
use crate::words::{Words, args};
use gen_lsp_types as lsp;
use lsp_server::{ErrorCode, RequestId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The kinds of actions there are.
pub(super) const KINDS: [&str; 2] = ["quickfix", "source.fixAll"];

/// The command that answers for a finding: its arguments are what the action says, with `reason`, `until` and `by`.
pub(super) const ACCEPT: &str = "iml-check.accept";

/// The command of a client that asks a person for reason and date, and then gives the other.
const ASK: &str = "iml-check.askReason";

/// Of so many findings at a place something can be done.
const MOST: usize = 6;

/// What can be done in a range of a text.
pub(super) fn offered(server: &Server<'_>, params: &lsp::CodeActionParams) -> Answer {
    let Some((document, root, file)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    let wanted = |kind: &str| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|o| kind == o.to_string() || kind.starts_with(&format!("{o}."))))
    };
    let sources = root.session.sources();
    let (from, to) = (offset(sources, file, params.range.start), offset(sources, file, params.range.end));
    let uri = document.uri.as_str();
    let mut out: Vec<lsp::CodeAction> = Vec::new();
    if wanted("quickfix") {
        for mistake in mistakes_at(root, file, from, to) {
            out.extend(of_mistake(root, file, uri, &mistake));
        }
        match root.known(file) {
            Known::Judged(_, judged) => {
                if let Some(judgement) = &judged.outcome.answer {
                    let here = |row: &Row<'_>| {
                        row.finding
                            .because
                            .iter()
                            .chain(&row.finding.nearly)
                            .any(|mark| mark.span.file == file && mark.span.start <= to && from <= mark.span.end)
                    };
                    let mut rows: Vec<Row<'_>> = counted(judgement).filter(here).collect();
                    rows.sort_by_key(Row::level);
                    // Whoever asks about one line is told about that one.
                    let asked = asked_about(&params.context.diagnostics);
                    if rows.iter().any(|row| asked.contains(&row.key())) {
                        rows.retain(|row| asked.contains(&row.key()));
                    }
                    let version = document.version;
                    for row in rows.iter().take(MOST) {
                        out.extend(of_finding(server, root, file, (uri, version), row));
                    }
                }
            }
            // What is found is not known yet, and it may be what is asked for.
            Known::Waits if out.is_empty() => return Answer::WhenJudged,
            Known::Waits | Known::Cannot => {}
        }
    }
    if wanted("source.fixAll") {
        let edits = plain_edits(root, file);
        if !edits.is_empty() {
            out.push(lsp::CodeAction {
                title: root.words.plain("lsp-action-all-plain"),
                kind: Some("source.fixAll".to_owned().into()),
                edit: Some(changes(BTreeMap::from([(uri.to_owned(), edits)]))),
                ..lsp::CodeAction::default()
            });
        }
    }
    Answer::of(out)
}

/// The findings that these lines are about.
fn asked_about(diagnostics: &[lsp::Diagnostic]) -> BTreeSet<(String, usize)> {
    let findings = diagnostics.iter().filter_map(|d| d.data.as_ref()?.get("findings")?.as_array());
    let key = |one: &Value| Some((one.get(0)?.as_str()?.to_owned(), one.get(1)?.as_u64()? as usize));
    findings.flatten().filter_map(key).collect()
}

/// An edit of these texts.
pub(super) fn changes(edits: BTreeMap<String, Vec<lsp::TextEdit>>) -> lsp::WorkspaceEdit {
    let changes: HashMap<lsp::Uri, Vec<lsp::TextEdit>> =
        edits.into_iter().map(|(uri, edits)| (uri.into(), edits)).collect();
    lsp::WorkspaceEdit { changes: Some(changes), ..lsp::WorkspaceEdit::default() }
}

fn one(title: String, uri: &str, edits: Vec<lsp::TextEdit>) -> lsp::CodeAction {
    lsp::CodeAction {
        title,
        kind: Some(lsp::CodeActionKind::QuickFix),
        edit: Some(changes(BTreeMap::from([(uri.to_owned(), edits)]))),
        ..lsp::CodeAction::default()
    }
}

/// The mistakes in a range, as they are known without judging.
fn mistakes_at(root: &Root, file: FileId, from: u32, to: u32) -> Vec<Mistake> {
    let of_order = root.order_of(file).map_or(&[][..], |held| &held.mistakes);
    let of_tree = root.session.tree(file).map_or(&[][..], |tree| &tree.mistakes);
    let mut out: Vec<Mistake> = Vec::new();
    for mistake in of_order.iter().chain(of_tree) {
        let here = mistake.span.is_some_and(|span| span.file == file && span.start <= to && from <= span.end);
        if here && !out.contains(mistake) {
            out.push(mistake.clone());
        }
    }
    out
}

fn of_mistake(root: &Root, file: FileId, uri: &str, mistake: &Mistake) -> Vec<lsp::CodeAction> {
    let (words, sources) = (&root.words, root.session.sources());
    let mut out = Vec::new();
    let Some(span) = mistake.span else { return out };
    // What was meant is written for a word; of a longer stretch it is only said.
    let word = !sources.text(span).chars().any(char::is_whitespace);
    for (at, suggestion) in mistake.suggestions.iter().enumerate().filter(|_| word) {
        let edit = lsp::TextEdit { range: range(sources, span), new_text: suggestion.name.clone() };
        let title = words.say("lsp-action-write", &args([("name", suggestion.name.clone())]));
        let preferred = (at == 0 && mistake.suggestions.len() == 1).then_some(true);
        out.push(lsp::CodeAction { is_preferred: preferred, ..one(title, uri, vec![edit]) });
    }
    if mistake.code.is_look_alike() {
        let edits = plain_edit(root, file, mistake);
        if !edits.is_empty() {
            let found = harmless(sources.text(span)).into_owned();
            let title = words.say("lsp-action-plain", &args([("found", found)]));
            out.push(lsp::CodeAction { is_preferred: Some(true), ..one(title, uri, edits) });
        }
    }
    if mistake.code == Code::UnknownName {
        out.extend(declared(root, file, uri, mistake, span));
    }
    out
}

/// Plain punctuation for one look-alike; of a quotation, both its marks.
fn plain_edit(root: &Root, file: FileId, mistake: &Mistake) -> Vec<lsp::TextEdit> {
    let (sources, Some(span)) = (root.session.sources(), mistake.span) else { return Vec::new() };
    let Some(source) = sources.get(file) else { return Vec::new() };
    let found = sources.text(span);
    let new = match mistake.code {
        Code::LookAlikeQuotation => {
            let text = source.text.as_ref();
            let quoted = lex(text).into_iter().find(|t| t.kind == TokenKind::Text && t.start == span.start as usize);
            let Some(token) = quoted else { return Vec::new() };
            let mut signs = token.text.chars();
            let (Some(_), Some(_)) = (signs.next(), signs.next_back()) else { return Vec::new() };
            let inner = signs.as_str().replace('"', "\\\"");
            let range = range_in(source, token.start as u32, token.end as u32);
            return vec![lsp::TextEdit { range, new_text: format!("\"{inner}\"") }];
        }
        Code::LookAlikeDash => "-".to_owned(),
        Code::LookAlikeNothing if found.chars().all(char::is_whitespace) => " ".to_owned(),
        Code::LookAlikeNothing => String::new(),
        _ => {
            let plain = mistake.args.iter().find_map(|(name, value)| match value {
                Arg::Text(text) if *name == "plain" => Some(text.clone()),
                _ => None,
            });
            let Some(plain) = plain else { return Vec::new() };
            plain
        }
    };
    vec![lsp::TextEdit { range: range(sources, span), new_text: new }]
}

/// Plain punctuation for every look-alike of a text.
fn plain_edits(root: &Root, file: FileId) -> Vec<lsp::TextEdit> {
    let mistakes = root.session.tree(file).map_or(&[][..], |tree| &tree.mistakes);
    let mut out: Vec<lsp::TextEdit> = Vec::new();
    for edit in mistakes.iter().filter(|m| m.code.is_look_alike()).flat_map(|m| plain_edit(root, file, m)) {
        // Two edits never touch the same place.
        let apart = |other: &lsp::TextEdit| edit.range.end <= other.range.start || other.range.end <= edit.range.start;
        if out.iter().all(apart) {
            out.push(edit);
        }
    }
    out
}

/// An unknown name as something of the law's own.
fn declared(root: &Root, file: FileId, uri: &str, mistake: &Mistake, span: Span) -> Vec<lsp::CodeAction> {
    let (words, sources) = (&root.words, root.session.sources());
    let name = sources.text(span).to_owned();
    let kinds: Vec<String> = mistake
        .args
        .iter()
        .find_map(|(key, value)| match value {
            Arg::Expected(kinds) if *key == "kind" => Some(kinds.clone()),
            _ => None,
        })
        .unwrap_or_default();
    let Some(tree) = root.session.tree(file) else { return Vec::new() };
    let first = tree.items.iter().find(|i| matches!(i, Item::Article(_)));
    let Some(at) = first.map(|item| Span::at(file, item.span().start)) else { return Vec::new() };
    let mut ways: Vec<(&str, &str)> = Vec::new();
    for kind in &kinds {
        match kind.as_str() {
            "kind-fact" | "kind-condition" | "kind-term" => {
                ways.extend([("lsp-action-element", "fact"), ("lsp-action-open", "open fact")]);
            }
            "kind-measure" => ways.push(("lsp-action-measure", "measure")),
            "kind-safeguard" => ways.push(("lsp-action-safeguard", "safeguard")),
            "kind-service" => ways.push(("lsp-action-service", "service")),
            _ => {}
        }
    }
    ways.dedup();
    let said = name.replace('-', " ");
    let way = |(id, word): &(&str, &str)| {
        let new_text = format!("{word} {name} \"{said}\"\n\n");
        let title = words.say(id, &args([("name", name.clone())]));
        one(title, uri, vec![lsp::TextEdit { range: range(sources, at), new_text }])
    };
    ways.iter().map(way).collect()
}

/// What can be done about a finding.
fn of_finding(
    server: &Server<'_>,
    root: &Root,
    file: FileId,
    (uri, version): (&str, i32),
    row: &Row<'_>,
) -> Vec<lsp::CodeAction> {
    let words = &root.words;
    let standard = || args([("standard", row.result.standard.name.clone())]);
    let data = |what: &str| {
        let (name, at) = (&row.result.standard.name, row.at);
        json!({ "do": what, "uri": uri, "version": version, "standard": name, "at": at })
    };
    let open = |id: &str, what: &str| lsp::CodeAction {
        title: words.say(id, &standard()),
        kind: Some(lsp::CodeActionKind::QuickFix),
        data: Some(data(what)),
        ..lsp::CodeAction::default()
    };
    let mut out = vec![open("lsp-action-mend", "mend")];
    if let Some(edit) = scenario(root, file, row) {
        out.push(one(words.say("lsp-action-scenario", &standard()), uri, vec![edit]));
    }
    if row.result.force != crate::law::Force::JusCogens {
        let mut accept = open("lsp-action-accept", "accept");
        if server.client.asks_for_reasons {
            accept.command = Some(lsp::Command {
                title: accept.title.clone(),
                command: ASK.to_owned(),
                arguments: accept.data.take().map(|data| vec![data]),
                ..lsp::Command::default()
            });
        }
        out.push(accept);
    }
    out
}

/// The person of a finding as a scenario at the end of the law.
fn scenario(root: &Root, file: FileId, row: &Row<'_>) -> Option<lsp::TextEdit> {
    let finding = row.finding;
    if finding.given.is_empty() {
        return None;
    }
    let person = finding.witness.as_ref().map_or_else(String::new, |w| root.words.person(w));
    let title = harmless(&person).replace('\\', "\\\\").replace('"', "\\\"");
    let source = root.session.sources().get(file)?;
    let end = source.text.len() as u32;
    let gap = if source.text.ends_with('\n') { "\n" } else { "\n\n" };
    let new_text = format!(
        "{gap}scenario \"{title}\" {{\n  given {}\n  expect {} {}\n}}\n",
        finding.given.join(", "),
        finding.verdict.key(),
        row.result.standard.name
    );
    Some(lsp::TextEdit { range: range_in(source, end, end), new_text })
}

/// What an action or a command is about.
#[derive(Debug, Clone)]
pub(super) struct About {
    pub(super) uri: String,
    pub(super) standard: String,
    pub(super) at: usize,
}

impl About {
    fn of(data: &Value) -> Option<About> {
        let text = |name: &str| data.get(name).and_then(Value::as_str).map(str::to_owned);
        let at = data.get("at").and_then(Value::as_u64)?;
        Some(About { uri: text("uri")?, standard: text("standard")?, at: at as usize })
    }
}

/// The edit of an action that was chosen.
pub(super) fn resolve(server: &mut Server<'_>, id: RequestId, action: lsp::CodeAction) -> Answer {
    let Some(data) = action.data.clone() else { return Answer::of(action) };
    let Some(about) = About::of(&data) else { return Answer::of(action) };
    let changed = || Answer::No(ErrorCode::ContentModified, String::new());
    let version = data.get("version").and_then(Value::as_i64);
    if server.documents.get(&about.uri).map(|d| i64::from(d.version)) != version {
        return changed();
    }
    match data.get("do").and_then(Value::as_str) {
        Some("mend") => mend(server, id, action, about),
        Some("accept") => accepting::resolve(server, id, action, &about),
        _ => Answer::of(action),
    }
}

/// What a command does.
pub(super) fn execute(server: &mut Server<'_>, id: RequestId, params: &lsp::ExecuteCommandParams) -> Answer {
    let argument = params.arguments.as_ref().and_then(|all| all.first());
    let about = argument.and_then(About::of);
    match (params.command.as_str(), argument, about) {
        (ACCEPT, Some(argument), Some(about)) => accepting::execute(server, id, &about, argument),
        _ => Answer::No(ErrorCode::InvalidParams, params.command.clone()),
    }
}

/// The order of a text with the finding that is meant.
pub(super) fn found(server: &Server<'_>, about: &About) -> Result<Meant, Answer> {
    let no = |code| Err(Answer::No(code, String::new()));
    let Some((document, root, file)) = server.at(&about.uri.as_str().into()) else {
        return no(ErrorCode::InvalidParams);
    };
    let (order, judged) = match root.known(file) {
        Known::Judged(held, judged) => (held.order.clone(), judged),
        Known::Waits => return Err(Answer::WhenJudged),
        Known::Cannot => return no(ErrorCode::ContentModified),
    };
    let results = judged.outcome.answer.iter().flat_map(|judgement| &judgement.results);
    let finding = results.filter(|r| r.standard.name == about.standard).find_map(|r| r.findings.get(about.at));
    let Some(finding) = finding else { return no(ErrorCode::ContentModified) };
    let uris = root.uris().map(|(file, uri)| (file, uri.to_owned())).collect();
    Ok(Meant { key: document.root.clone(), order, finding: finding.clone(), uris, lang: root.words.lang })
}

/// A finding that something is to be done about.
pub(super) struct Meant {
    pub(super) key: super::root::Key,
    pub(super) order: crate::session::Order,
    pub(super) finding: crate::finding::Finding,
    pub(super) uris: BTreeMap<FileId, String>,
    pub(super) lang: crate::words::Lang,
}

/// The smallest edit that removes a finding, judged again before it is given; or why there is none.
fn mend(server: &mut Server<'_>, id: RequestId, mut action: lsp::CodeAction, about: About) -> Answer {
    let meant = match found(server, &about) {
        Ok(meant) => meant,
        Err(no) => return no,
    };
    let key = meant.key.clone();
    server.errand(id, &key, move |session, _, stop| {
        let words = Words::new(meant.lang);
        let request = Request { stop: stop.clone(), ..Request::default() };
        let found = session.mend(&meant.order, &request, (&about.standard, about.at), &meant.finding);
        match found.answer {
            Some(Ok(mend)) => {
                let edits = text_edits(session.sources(), &mend.edits, &meant.uris);
                action.title = words.mend(&mend);
                action.edit = Some(changes(edits));
                Answer::of(action)
            }
            Some(Err(why)) => Answer::No(ErrorCode::RequestFailed, words.no_mend(why)),
            None => Answer::No(ErrorCode::RequestFailed, words.plain("no-verdict")),
        }
    })
}

fn text_edits(
    sources: &Sources,
    edits: &[Edit],
    uris: &BTreeMap<FileId, String>,
) -> BTreeMap<String, Vec<lsp::TextEdit>> {
    let mut out: BTreeMap<String, Vec<lsp::TextEdit>> = BTreeMap::new();
    for edit in edits {
        let Some(uri) = uris.get(&edit.at.file) else { continue };
        let edit = lsp::TextEdit { range: range(sources, edit.at), new_text: edit.text.clone() };
        out.entry(uri.clone()).or_default().push(edit);
    }
    out
}
