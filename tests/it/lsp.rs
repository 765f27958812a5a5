//! The language server, by a client that speaks the protocol to the program itself.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A client of one server.
struct Client {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: i64,
    /// What is shown in each text, and for which version of it.
    shown: BTreeMap<String, (Option<i64>, Vec<Value>)>,
    /// What the server asked for.
    asked: Vec<Value>,
    /// What it logged.
    logged: Vec<String>,
    root: PathBuf,
}

impl Client {
    fn start(root: &Path, arguments: &[&str], capabilities: Value, options: Value) -> (Client, Value) {
        Client::start_in(root, &[root.to_path_buf()], arguments, capabilities, options)
    }

    fn start_in(
        root: &Path,
        folders: &[PathBuf],
        arguments: &[&str],
        capabilities: Value,
        options: Value,
    ) -> (Client, Value) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_iml-check"))
            .args(["lsp", "--today", "2026-11-28"])
            .args(arguments)
            .env_remove("IML_CHECK_CONFIG")
            .env_remove("IML_CHECK_LANG")
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let (shown, asked, logged) = Default::default();
        let mut client = Client { child, to, from, next: 0, shown, asked, logged, root: root.to_path_buf() };
        let folders: Vec<Value> = folders.iter().map(|f| json!({ "uri": uri(f), "name": "folder" })).collect();
        let params = json!({
            "processId": null, "rootUri": null, "capabilities": capabilities,
            "workspaceFolders": folders, "initializationOptions": options,
        });
        let offered = client.ask("initialize", params).unwrap();
        client.tell("initialized", json!({}));
        (client, offered)
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and does not wait for its answer.
    fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.from.read_line(&mut line).unwrap(), 0, "the server has left");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// The answer to a request: its result, or its error.
    fn answer(&mut self, id: i64) -> Result<Value, Value> {
        loop {
            let message = self.read();
            if message.get("method").is_none() && message["id"] == id {
                return match message.get("error") {
                    Some(error) => Err(error.clone()),
                    None => Ok(message["result"].clone()),
                };
            }
            match message["method"].as_str() {
                Some("textDocument/publishDiagnostics") => {
                    let params = &message["params"];
                    let said = params["diagnostics"].as_array().unwrap().clone();
                    let uri = params["uri"].as_str().unwrap().to_owned();
                    self.shown.insert(uri, (params["version"].as_i64(), said));
                }
                Some("window/logMessage") => {
                    self.logged.push(message["params"]["message"].as_str().unwrap().to_owned());
                }
                Some(_) if message.get("id").is_some() => {
                    self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
                    self.asked.push(message);
                }
                other => panic!("what is {other:?}"),
            }
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.request(method, params);
        self.answer(id)
    }

    fn open(&mut self, path: &Path, text: &str) -> String {
        let uri = uri(path);
        let language = if path.extension().is_some_and(|e| e == "toml") { "toml" } else { "iml-policy" };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": item }));
        uri
    }

    fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let text = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": text, "contentChanges": changes }));
    }

    /// Waits until everything is judged, and gives the lenses of a text.
    fn judged(&mut self, uri: &str) -> Vec<Value> {
        let lenses = self.ask("textDocument/codeLens", json!({ "textDocument": { "uri": uri } })).unwrap();
        lenses.as_array().cloned().unwrap_or_default()
    }

    fn leave(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Ok(Value::Null));
        self.tell("exit", Value::Null);
        assert!(self.child.wait().unwrap().success());
    }

    /// An answer as it is kept: addresses without the folder, ranges in short, long lists cut.
    fn short(&self, value: &Value) -> Value {
        let place = |p: &Value| format!("{}:{}", p["line"], p["character"]);
        match value {
            Value::String(text) => {
                let version = format!("{}/iml-check-{}/", uri(&std::env::temp_dir()), env!("CARGO_PKG_VERSION"));
                let text = text.replace(&uri(&self.root), "…").replace(&self.root.display().to_string(), "…");
                Value::String(text.replace(&version, "put-down:/"))
            }
            Value::Array(all) if all.len() > 14 => {
                let mut kept: Vec<Value> = all.iter().take(12).map(|v| self.short(v)).collect();
                kept.push(json!(format!("… {} more", all.len() - 12)));
                Value::Array(kept)
            }
            Value::Array(all) => Value::Array(all.iter().map(|v| self.short(v)).collect()),
            Value::Object(map) if map.len() == 2 && map.contains_key("start") && map.contains_key("end") => {
                json!(format!("{}–{}", place(&map["start"]), place(&map["end"])))
            }
            Value::Object(map) => {
                let key = |k: &String| k.replace(&uri(&self.root), "…");
                Value::Object(map.iter().map(|(k, v)| (key(k), self.short(v))).collect())
            }
            other => other.clone(),
        }
    }
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// Line and column, in UTF-16 units, of the n-th place of a text at which something stands, and so many bytes on.
fn at(text: &str, what: &str, on: usize, nth: usize) -> Value {
    let (start, _) = text.match_indices(what).nth(nth).unwrap_or_else(|| panic!("no {what}"));
    position(text, start + on)
}

fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let line = before.rsplit('\n').next().unwrap();
    json!({ "line": before.matches('\n').count(), "character": line.encode_utf16().count() })
}

/// China's order in a folder of its own, under a configuration.
fn china() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    let laws = root.join("chn");
    std::fs::create_dir(&laws).unwrap();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies/chn")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, laws.join(path.file_name().unwrap())).unwrap();
    }
    std::fs::write(root.join("iml-check.toml"), "[framework.chn]\npolicies = [\"chn/*.pol\"]\n").unwrap();
    (folder, root)
}

fn all_capabilities() -> Value {
    json!({
        "workspace": {
            "textDocumentContent": {},
            "codeLens": { "refreshSupport": true },
            "inlayHint": { "refreshSupport": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
        "textDocument": { "publishDiagnostics": { "relatedInformation": true } },
    })
}

/// Everything an editor asks of China's order, one after the other.
#[test]
fn a_session_of_an_editor() {
    let (_folder, root) = china();
    let (mut client, offered) = Client::start(&root, &[], all_capabilities(), Value::Null);
    let path = root.join("chn/exit-and-entry.pol");
    let text = std::fs::read_to_string(&path).unwrap();
    let uri = client.open(&path, &text);
    let lenses = client.judged(&uri);
    let mut said = String::new();
    let mut keep = |client: &Client, what: &str, answer: &Result<Value, Value>| {
        let answer = match answer {
            Ok(answer) => client.short(answer),
            Err(error) => json!({ "error": client.short(error) }),
        };
        said.push_str(&format!("── {what}\n{}\n", serde_json::to_string_pretty(&answer).unwrap()));
    };
    keep(&client, "initialize", &Ok(offered["capabilities"].clone()));
    let titles: Vec<&str> = lenses.iter().map(|l| l["command"]["title"].as_str().unwrap()).collect();
    keep(&client, "codeLens: the last", &Ok(json!(titles[titles.len() - 13..])));
    // What is shown: how much in each text, and what over article 60.
    let counts: BTreeMap<String, Vec<usize>> = client
        .shown
        .iter()
        .map(|(uri, (_, said))| {
            let of = |severity: i64| said.iter().filter(|d| d["severity"] == severity).count();
            (uri.clone(), vec![of(1), of(2), of(3)])
        })
        .collect();
    keep(&client, "publishDiagnostics: errors, warnings, remarks", &Ok(json!(counts)));
    let line = text[..text.find("article 60 ").unwrap()].matches('\n').count() as u64;
    let over = |d: &&Value| (line..line + 14).contains(&d["range"]["start"]["line"].as_u64().unwrap());
    let sixty: Vec<Value> = client.shown[&uri].1.iter().filter(over).cloned().collect();
    keep(&client, "publishDiagnostics: article 60", &Ok(json!(sixty)));

    let here = |what: &str, on: usize| json!({ "textDocument": { "uri": uri }, "position": at(&text, what, on, 0) });
    let whole = json!({ "textDocument": { "uri": uri } });
    let and = |mut params: Value, key: &str, value: Value| {
        params[key] = value;
        params
    };
    for (method, what, params) in [
        ("textDocument/hover", "a measure", here("may detain ", 5)),
        ("textDocument/hover", "a standard", here("expect incompatible ", 22)),
        ("textDocument/hover", "an article", here("article 60 ", 9)),
        ("textDocument/hover", "an article's words", here("经当场盘问", 3)),
        ("textDocument/hover", "a fact of the law", here("where complex-case", 8)),
        ("textDocument/hover", "nothing", here("# The whole law", 3)),
        ("textDocument/definition", "a fact of the law", here("where complex-case", 8)),
        ("textDocument/definition", "a built-in measure", here("may detain ", 5)),
        (
            "textDocument/references",
            "an article",
            and(here("article 60 ", 9), "context", json!({ "includeDeclaration": true })),
        ),
        ("textDocument/documentHighlight", "a fact", here("where complex-case", 8)),
        ("textDocument/prepareRename", "a fact of the law", here("where complex-case", 8)),
        ("textDocument/prepareRename", "a built-in measure", here("may detain ", 5)),
        ("textDocument/rename", "a fact of the law", and(here("where complex-case", 8), "newName", json!("hard-case"))),
        ("textDocument/rename", "to a keyword", and(here("where complex-case", 8), "newName", json!("where"))),
        ("textDocument/rename", "to what there is", and(here("where complex-case", 8), "newName", json!("expelled"))),
        ("textDocument/rename", "the law", and(here("policy exit", 8), "newName", json!("entry-law"))),
        ("textDocument/documentSymbol", "", whole.clone()),
        ("workspace/symbol", "by Chinese", json!({ "query": "拘留" })),
        ("textDocument/foldingRange", "", whole.clone()),
        (
            "textDocument/formatting",
            "of what is laid out",
            and(whole.clone(), "options", json!({ "tabSize": 2, "insertSpaces": true })),
        ),
        (
            "textDocument/inlayHint",
            "",
            and(
                whole.clone(),
                "range",
                json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 999, "character": 0 } }),
            ),
        ),
        ("workspace/textDocumentContent", "", json!({ "uri": "iml-check-rules:/rules/standards/none.iml" })),
    ] {
        let answer = client.ask(method, params);
        keep(&client, &format!("{method} {what}"), &answer);
    }
    let tokens = client.ask("textDocument/semanticTokens/full", whole.clone()).unwrap();
    keep(&client, "textDocument/semanticTokens/full", &Ok(json!(told(&text, &offered, &tokens)[..40])));

    // What can be done about what is found, each looked up when it is chosen.
    let place = at(&text, "may detain ", 5, 0);
    let range = json!({ "start": place, "end": place });
    let actions = and(and(whole.clone(), "range", range), "context", json!({ "diagnostics": [] }));
    let actions = client.ask("textDocument/codeAction", actions).unwrap();
    let titles: Vec<&str> = actions.as_array().unwrap().iter().map(|a| a["title"].as_str().unwrap()).collect();
    keep(&client, "textDocument/codeAction: titles", &Ok(json!(titles)));
    for what in ["mend", "accept"] {
        let action = actions.as_array().unwrap().iter().find(|a| a["data"]["do"] == what).unwrap().clone();
        let resolved = client.ask("codeAction/resolve", action);
        keep(&client, &format!("codeAction/resolve: {what}"), &resolved);
    }
    let scenario = actions.as_array().unwrap().iter().find(|a| a.get("data").is_none()).unwrap().clone();
    keep(&client, "a scenario", &Ok(scenario.clone()));

    // The person of a finding, put in as a scenario, holds.
    let edit = &scenario["edit"]["changes"][&uri][0];
    client.change(&uri, 2, json!([{ "range": edit["range"], "text": edit["newText"] }]));
    let lenses = client.judged(&uri);
    assert_eq!(lenses.last().unwrap()["command"]["title"], "holds");
    assert_eq!(client.shown[&uri].0, Some(2));

    // A command with a reason and an end.
    let action = actions.as_array().unwrap().iter().find(|a| a["data"]["do"] == "accept").unwrap();
    let about = |until: &str| {
        let mut argument = action["data"].clone();
        argument["reason"] = json!("decided by the ministry");
        argument["until"] = json!(until);
        json!({ "command": "iml-check.accept", "arguments": [argument] })
    };
    let refused = client.ask("workspace/executeCommand", about("2020-01-01"));
    keep(&client, "workspace/executeCommand: an end that is over", &refused);
    let done = client.ask("workspace/executeCommand", about("2027-06-30"));
    keep(&client, "workspace/executeCommand", &done);
    let applied = client.asked.iter().rfind(|m| m["method"] == "workspace/applyEdit").unwrap()["params"].clone();
    keep(&client, "workspace/applyEdit", &Ok(applied));

    // Texts with mistakes: what is said at once, and what can be done.
    let broken = format!("{text}\narticle 900 \"x\"｛ may detian foreigner where no-such-thing ｝\n");
    client.change(&uri, 3, json!([{ "text": broken }]));
    assert_eq!(client.judged(&uri), Vec::<Value>::new());
    let said_now: Vec<Value> = client.shown[&uri].1.clone();
    keep(&client, "publishDiagnostics: of a broken text", &Ok(json!(said_now)));
    for what in ["｛", "detian", "no-such-thing"] {
        let place = at(&broken, what, 0, 0);
        let range = json!({ "start": place, "end": place });
        let params = and(and(whole.clone(), "range", range), "context", json!({ "diagnostics": [] }));
        let actions = client.ask("textDocument/codeAction", params);
        keep(&client, &format!("textDocument/codeAction: {what}"), &actions);
    }
    let answer = client
        .ask("textDocument/formatting", and(whole.clone(), "options", json!({ "tabSize": 2, "insertSpaces": true })));
    keep(&client, "textDocument/formatting of a broken text", &answer);
    let tokens = client.ask("textDocument/semanticTokens/full", whole.clone()).unwrap();
    let told = told(&broken, &offered, &tokens);
    keep(&client, "textDocument/semanticTokens/full: the end of a broken text", &Ok(json!(told[told.len() - 9..])));

    let said = said.trim_end().to_owned();
    insta::assert_snapshot!(said);
    assert!(client.logged.is_empty(), "{:?}", client.logged);
    client.leave();
}

/// The words of a text with what the tokens say of each.
fn told(text: &str, offered: &Value, tokens: &Value) -> Vec<String> {
    let legend = &offered["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"];
    let lines: Vec<Vec<u16>> = text.split('\n').map(|l| l.encode_utf16().collect()).collect();
    let data: Vec<usize> = tokens["data"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
    let (mut line, mut column) = (0, 0);
    let mut out = Vec::new();
    for one in data.chunks(5) {
        column = if one[0] == 0 { column + one[1] } else { one[1] };
        line += one[0];
        let word = String::from_utf16(&lines[line][column..column + one[2]]).unwrap();
        out.push(format!("{word}: {}", legend[one[3]].as_str().unwrap()));
    }
    out
}

/// What may be written, by what stands before it.
#[test]
fn what_may_be_written() {
    let (_folder, root) = china();
    let (mut client, _) = Client::start(&root, &[], json!({}), Value::Null);
    let path = root.join("chn/exit-and-entry.pol");
    let text = std::fs::read_to_string(&path).unwrap();
    let uri = client.open(&path, &text);
    let mut said = String::new();
    for (version, before) in [
        "art",
        "article 900 {\n  ",
        "article 900 {\n  may ",
        "article 900 {\n  may arrest",
        "article 900 {\n  may 拘留",
        "article 900 {\n  may detain ",
        "article 900 {\n  may detain foreigner ",
        "article 900 {\n  may detain foreigner giving ",
        "article 900 {\n  may detain foreigner giving law",
        "article 900 {\n  may detain foreigner where 怀",
        "article 900 {\n  may detain foreigner where nationality is ",
        "article 900 {\n  may detain foreigner where age ",
        "article 900 {\n  may detain foreigner for up to ",
        "article 900 {\n  may detain foreigner by ",
        "article 900 {\n  may detain foreigner notwithstanding article ",
        "article 900 {\n  may detain foreigner notwithstanding article 3 of nat",
        "article 900 {\n  frob the knob\n  may detain foreigner giving 律师",
        "article 900 {\n  entitled foreigner to ",
        "article 900 {\n  text \"may ",
        "# may ",
        "scenario \"x\" {\n  expect ",
        "scenario \"x\" {\n  expect incompatible child-im",
        "party to CR",
    ]
    .iter()
    .enumerate()
    {
        let now = format!("{text}\n{before}");
        client.change(&uri, version as i64 + 2, json!([{ "text": now }]));
        let params = json!({ "textDocument": { "uri": uri }, "position": position(&now, now.len()) });
        let answer = client.ask("textDocument/completion", params).unwrap();
        let mut items: Vec<&Value> = answer["items"].as_array().map(|a| a.iter().collect()).unwrap_or_default();
        items.sort_by_key(|i| i["sortText"].as_str().unwrap().to_owned());
        said.push_str(&format!("── {before}|   {} offered\n", items.len()));
        for item in items.iter().take(8) {
            said.push_str(&format!(
                "{} · {}\n",
                item["label"].as_str().unwrap(),
                item["detail"].as_str().unwrap_or("")
            ));
        }
        if let Some(first) = items.first().filter(|_| items.len() < 12) {
            said.push_str(&format!("{}\n", first["documentation"]["value"].as_str().unwrap_or("")));
        }
    }
    insta::assert_snapshot!(said);
    client.leave();
}

/// One edit of a text, made by chance: bytes, and what stands there then.
fn by_chance(text: &str, chance: &mut fastrand::Rng) -> (usize, usize, String) {
    let boundary = |mut byte: usize| {
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .scan(0, |at, l| {
            let start = *at;
            *at += l.len();
            Some((start, l))
        })
        .collect();
    let (start, line) = if lines.is_empty() { (0, "") } else { lines[chance.usize(..lines.len())] };
    match chance.u8(..8) {
        // A line twice, or not at all.
        0 => (start, start, line.to_owned()),
        1 => (start, start + line.len(), String::new()),
        // A number changes.
        2 => match line.char_indices().find(|(_, c)| c.is_ascii_digit()) {
            Some((digit, _)) => (start + digit, start + digit + 1, chance.u8(1..10).to_string()),
            None => (start, start, "# a remark\n".to_owned()),
        },
        // A clause more.
        3 => (start, start, "  must not detain child\n".to_owned()),
        // A stretch is cut out.
        4 => {
            let from = boundary(chance.usize(..=text.len()));
            (from, boundary((from + chance.usize(..30)).min(text.len())).max(from), String::new())
        }
        // A sign.
        5 => {
            let from = boundary(chance.usize(..=text.len()));
            let sign = ["{", "}", "\"", "，", "“", " where ", "童", "𝄞", "\u{200b}", "#"][chance.usize(..10)];
            (from, from, sign.to_owned())
        }
        6 => (
            start,
            start,
            format!("article {} \"y\" {{ may deport foreigner where unlawful-stay }}\n", chance.u32(900..999)),
        ),
        _ => (start, start, "\n".to_owned()),
    }
}

/// What is shown after each of many edits is what a server that begins with that text shows. Twelve by default;
/// `IML_EDITS` says how many.
#[test]
fn every_edit_is_answered_as_if_it_were_the_first() {
    let count: usize = std::env::var("IML_EDITS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let (_folder, root) = china();
    let path = root.join("chn/exit-and-entry.pol");
    let whole = std::fs::read_to_string(&path).unwrap();
    let (mut client, _) = Client::start(&root, &[], json!({}), Value::Null);
    let uri = client.open(&path, &whole);
    client.judged(&uri);
    let (mut chance, mut text, mut before) = (fastrand::Rng::with_seed(23), whole.clone(), Vec::new());
    let mut judged = 0;
    for edit in 0..count {
        // Most edits are taken back, so that the law is read and judged as often as it is broken.
        let taken_back = if chance.u8(..3) > 0 { before.pop() } else { None };
        let is_new = taken_back.is_none();
        let (start, end, new) = taken_back.unwrap_or_else(|| by_chance(&text, &mut chance));
        let range = json!({ "start": position(&text, start), "end": position(&text, end) });
        let old = text[start..end].to_owned();
        text.replace_range(start..end, &new);
        if is_new {
            before.push((start, start + new.len(), old));
        }
        let version = edit as i64 + 2;
        client.change(&uri, version, json!([{ "range": range, "text": new }]));
        let lenses = client.judged(&uri);
        judged += usize::from(!lenses.is_empty());
        assert_eq!(client.shown.get(&uri).map_or(Some(version), |(shown, _)| *shown), Some(version), "edit {edit}");
        let (fresh_lenses, fresh) = afresh(&root, &path, &text);
        assert_eq!(lenses, fresh_lenses, "edit {edit}");
        let shown = |shown: &BTreeMap<String, (Option<i64>, Vec<Value>)>| -> BTreeMap<String, Vec<Value>> {
            let some = shown.iter().filter(|(_, (_, said))| !said.is_empty());
            some.map(|(uri, (_, said))| (uri.clone(), said.clone())).collect()
        };
        assert_eq!(shown(&client.shown), shown(&fresh), "edit {edit}");
    }
    let _ = writeln!(std::io::stderr(), "{count} edits, {judged} judged");
    assert!(judged > count / 8, "{judged} of {count} edits left a law that can be judged");
    assert!(client.logged.is_empty(), "{:?}", client.logged);
    client.leave();
}

type Shown = BTreeMap<String, (Option<i64>, Vec<Value>)>;

/// What a server shows that begins with this text.
fn afresh(root: &Path, path: &Path, text: &str) -> (Vec<Value>, Shown) {
    let (mut client, _) = Client::start(root, &[], json!({}), Value::Null);
    let uri = client.open(path, text);
    let lenses = client.judged(&uri);
    let shown = client.shown.clone();
    client.leave();
    (lenses, shown)
}

/// What is shown is what the command finds: each finding that counts, once.
#[test]
fn what_is_shown_is_what_the_command_finds() {
    let (_folder, root) = china();
    let path = root.join("chn/exit-and-entry.pol");
    let (mut client, _) = Client::start(&root, &[], json!({}), Value::Null);
    let uri = client.open(&path, &std::fs::read_to_string(&path).unwrap());
    client.judged(&uri);
    let mut shown: Vec<String> = Vec::new();
    for said in client.shown.values().flat_map(|(_, said)| said) {
        let findings = said["data"]["findings"].as_array().into_iter().flatten();
        shown.extend(findings.map(|one| one[0].as_str().unwrap().to_owned()));
    }
    let output = Command::new(env!("CARGO_BIN_EXE_iml-check"))
        .args(["check", "chn", "--today", "2026-11-28", "--format", "json"])
        .current_dir(&root)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["orders"][0]["findings"].as_array().unwrap().iter();
    let counts = |f: &&Value| f["level"] != "note" && f["force"] != "unknown";
    let mut found: Vec<String> = found.filter(counts).map(|f| f["standard"].as_str().unwrap().to_owned()).collect();
    shown.sort();
    found.sort();
    assert_eq!(shown, found);
    // And no clause is all underlined.
    let places = client.shown.values().flat_map(|(_, said)| said).map(|d| d["range"].to_string());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    places.for_each(|place| *counts.entry(place).or_default() += 1);
    assert!(counts.values().all(|count| *count <= 5), "{counts:?}");
    client.leave();
}

/// A request that is cancelled, and one about a text that has changed, are answered so; nothing is answered twice.
#[test]
fn what_nobody_wants_any_more_is_given_up() {
    let (_folder, root) = china();
    let path = root.join("chn/exit-and-entry.pol");
    let text = std::fs::read_to_string(&path).unwrap();
    let (mut client, _) = Client::start(&root, &[], json!({}), Value::Null);
    let uri = client.open(&path, &text);
    let lenses = json!({ "textDocument": { "uri": uri } });
    let id = client.request("textDocument/codeLens", lenses.clone());
    client.tell("$/cancelRequest", json!({ "id": id }));
    assert_eq!(client.answer(id).unwrap_err()["code"], -32800);
    let id = client.request("textDocument/codeLens", lenses.clone());
    let start = json!({ "line": 0, "character": 0 });
    client.change(&uri, 2, json!([{ "range": { "start": start, "end": start }, "text": "# x\n" }]));
    assert_eq!(client.answer(id).unwrap_err()["code"], -32801);
    assert!(!client.judged(&uri).is_empty());
    assert_eq!(client.shown[&uri].0, Some(2));
    // An action of a text as it was is none of the text as it is.
    let place = at(&format!("# x\n{text}"), "may detain ", 5, 0);
    let params = json!({
        "textDocument": { "uri": uri }, "range": { "start": place, "end": place }, "context": { "diagnostics": [] },
    });
    let actions = client.ask("textDocument/codeAction", params).unwrap();
    let action = actions.as_array().unwrap().iter().find(|a| a["data"]["do"] == "mend").unwrap().clone();
    client.change(&uri, 3, json!([{ "text": text }]));
    assert_eq!(client.ask("codeAction/resolve", action).unwrap_err()["code"], -32801);
    client.leave();
}

/// Each folder has its own configuration, language and rules; a configuration that changes is read again.
#[test]
fn every_folder_has_its_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    let law =
        "policy a-law \"A\" {\n  state CHN\n  governs detention\n}\n\narticle 1 \"x\" {\n  may detain foreigner\n}\n";
    for (name, configuration) in [
        ("one", "language = \"zh\"\n[framework.a]\npolicies = [\"*.pol\"]\n"),
        (
            "two",
            "[standards]\nskip = [{ id = \"children\", reason = \"elsewhere\" }]\n[framework.a]\npolicies = [\"*.pol\"]\n",
        ),
    ] {
        std::fs::create_dir(root.join(name)).unwrap();
        std::fs::write(root.join(name).join("iml-check.toml"), configuration).unwrap();
        std::fs::write(root.join(name).join("a.pol"), law).unwrap();
    }
    let (one, two) = (root.join("one"), root.join("two"));
    let (mut client, _) = Client::start_in(&root, &[one.clone(), two.clone()], &[], json!({}), Value::Null);
    let (first, second) = (client.open(&one.join("a.pol"), law), client.open(&two.join("a.pol"), law));
    let lens = |client: &mut Client, uri: &str| client.judged(uri)[0]["command"]["title"].as_str().unwrap().to_owned();
    let (chinese, english) = (lens(&mut client, &first), lens(&mut client, &second));
    assert!(chinese.contains("不符") && english.contains("incompatible"), "{chinese} {english}");
    let standards = |client: &Client, uri: &str| -> BTreeSet<String> {
        let findings = client.shown[uri].1.iter().filter_map(|d| d["data"]["findings"].as_array()).flatten();
        findings.map(|one| one[0].as_str().unwrap().to_owned()).collect()
    };
    assert!(standards(&client, &first).contains("child-immigration-detention"));
    assert!(!standards(&client, &second).contains("child-immigration-detention"));
    // The configuration, edited in the editor: at once, and without being saved.
    let configuration = client.open(&two.join("iml-check.toml"), "[framework.a]\npolicies = [\"*.pol\"]\n");
    lens(&mut client, &second);
    assert!(standards(&client, &second).contains("child-immigration-detention"));
    // With a slip in it, that is said in it, and nothing is judged by it.
    client.change(&configuration, 2, json!([{ "text": "[frameworks.a]\npolicies = [\"*.pol\"]\n" }]));
    assert_eq!(client.judged(&second), Vec::<Value>::new());
    let slip = client.shown[&configuration].1[0]["message"].as_str().unwrap().to_owned();
    assert!(slip.contains("frameworks"), "{slip}");
    // Saved otherwise, and closed: what the disk says counts.
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": configuration } }));
    lens(&mut client, &second);
    assert!(!standards(&client, &second).contains("child-immigration-detention"));
    assert_eq!(client.shown[&configuration].1, Vec::<Value>::new());
    // Changed on the disk by somebody else.
    std::fs::write(two.join("iml-check.toml"), "[framework.a]\npolicies = [\"*.pol\"]\n").unwrap();
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": configuration, "type": 2 }] }));
    lens(&mut client, &second);
    assert!(standards(&client, &second).contains("child-immigration-detention"));
    // A text that is closed shows nothing any more.
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": second } }));
    lens(&mut client, &first);
    assert_eq!(client.shown[&second].1, Vec::<Value>::new());
    client.leave();
}

/// Without a configuration the laws of a folder are one order; what lies nowhere yet is read too.
#[test]
fn laws_without_a_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap();
    let law = |name: &str, article: &str| {
        format!("policy {name} \"{name}\" {{\n  state CHN\n  governs detention\n}}\n\n{article}\n")
    };
    let exempt = "article 2 \"y\" {\n  must not detain child notwithstanding article 1 of a-law\n}";
    let (a, b) = (law("a-law", "article 1 \"x\" {\n  may detain foreigner\n}"), law("b-law", exempt));
    std::fs::write(root.join("a.pol"), &a).unwrap();
    std::fs::write(root.join("b.pol"), &b).unwrap();
    let (mut client, _) = Client::start(&root, &["--no-config"], json!({}), Value::Null);
    let uri = client.open(&root.join("a.pol"), &a);
    client.judged(&uri);
    let found = |client: &Client| {
        let findings = client.shown[&uri].1.iter().filter_map(|d| d["data"]["findings"].as_array()).flatten();
        findings.filter(|one| one[0] == "child-immigration-detention").count()
    };
    assert_eq!(found(&client), 0, "the other law of the folder protects children");
    // A definition in the other law, which is not open.
    let other = client.open(&root.join("b.pol"), &b);
    let place = json!({ "textDocument": { "uri": other }, "position": at(&b, "article 1 of a-law", 8, 0) });
    let definition = client.ask("textDocument/definition", place).unwrap();
    assert_eq!((definition["uri"].as_str(), &definition["range"]["start"]["line"]), (Some(uri.as_str()), &json!(5)));
    // The other law, edited: what is found in the first changes.
    client.change(&other, 2, json!([{ "text": law("b-law", "article 2 \"y\" { note \"nothing\" }") }]));
    client.judged(&uri);
    assert_eq!(found(&client), 1);
    // A text that lies nowhere.
    let item = json!({ "uri": "untitled:Untitled-1", "languageId": "iml-policy", "version": 1, "text": "policy x {" });
    client.tell("textDocument/didOpen", json!({ "textDocument": item }));
    client.judged("untitled:Untitled-1");
    assert!(!client.shown["untitled:Untitled-1"].1.is_empty());
    client.leave();
}

/// What is kept of an earlier text changes nothing in what is read.
#[test]
fn a_text_read_after_another_is_read_as_if_by_itself() {
    use iml_check::checker::{Checker, Input};
    let mut checker = Checker::new(Vec::new(), true);
    for (seed, name) in ["exit-and-entry.pol", "regulations.pol", "nationality.pol"].iter().enumerate() {
        let path = format!("{}/policies/chn/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut text = std::fs::read_to_string(path).unwrap();
        let mut chance = fastrand::Rng::with_seed(seed as u64);
        let input = |text: &str| Input { name: "law.pol".to_owned(), bytes: text.as_bytes().to_vec() };
        let mut tree = checker.tree(input(&text));
        let mut undone: Vec<(usize, usize, String)> = Vec::new();
        for edit in 0..120 {
            let taken_back = if chance.u8(..3) > 0 { undone.pop() } else { None };
            let is_new = taken_back.is_none();
            let (start, end, new) = taken_back.unwrap_or_else(|| by_chance(&text, &mut chance));
            if is_new {
                undone.push((start, start + new.len(), text[start..end].to_owned()));
            }
            text.replace_range(start..end, &new);
            tree = checker.tree_after(Some(tree), input(&text));
            let fresh = checker.tree(input(&text));
            assert!(tree.items == fresh.items, "{name}, edit {edit}");
            assert_eq!(tree.mistakes, fresh.mistakes, "{name}, edit {edit}");
            assert_eq!((&tree.lost, tree.unread), (&fresh.lost, fresh.unread), "{name}, edit {edit}");
        }
    }
}
