//! `new`: the skeleton of a law, of a standard, of a scenario.

use super::args::{NewArgs, NewPolicyArgs, NewScenarioArgs, NewStandardArgs, NewWhat};
use super::receipt::Told as _;
use super::{Exit, open, say, say_error, setup, unreadable, unwritable};
use crate::builtin::BuiltInTreaties;
use crate::law::Treaties as _;
use crate::session::Request;
use crate::statute::{Heading, Statute, Unread, read, skeleton};
use crate::syntax::parse;
use crate::syntax::tree::Item;
use crate::text::FileId;
use crate::words::{Words, args};
use crate::workspace;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &NewArgs) -> Exit {
    let result = match &asked.what {
        NewWhat::Policy(args) => policy(args),
        NewWhat::Standard(args) => standard(args),
        NewWhat::Scenario(args) => scenario(args),
    };
    result.unwrap_or_else(|exit| exit)
}

/// Where a skeleton goes: to a file that is not there yet, else to standard output.
fn put(text: &str, file: Option<&PathBuf>, words: &Words) -> Result<Exit, Exit> {
    let Some(path) = file else {
        say(text);
        return Ok(Exit::Clean);
    };
    if path.exists() {
        say_error(&words.say("new-exists", &args([("path", path.display().to_string())])));
        return Err(Exit::NoVerdict);
    }
    workspace::write(path, text).map_err(|e| unwritable(path, &e, words))?;
    say_error(&words.say("new-written", &args([("path", path.display().to_string())])));
    Ok(Exit::Clean)
}

/// Whether something can be the name of a law: no word of the language, and nothing that no name is made of.
fn is_name(text: &str) -> bool {
    let parsed = parse(&format!("policy {text} {{\n  state CHN\n}}\n"), FileId::own(0));
    let named = |item: &Item| matches!(item, Item::Policy(p) if p.name.text == text);
    parsed.mistakes.is_empty() && parsed.items.len() == 1 && parsed.items.iter().all(named)
}

/// A name of the language made of any text; `law` when nothing of it can stand in a name.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out = out.trim_matches('-').to_owned();
    if is_name(&out) { out } else { format!("law-{out}").trim_end_matches('-').to_owned() }
}

fn policy(asked: &NewPolicyArgs) -> Result<Exit, Exit> {
    let words = setup::words(&asked.voice);
    if !BuiltInTreaties.knows(&asked.state) {
        say_error(&words.say("unknown-state", &args([("name", asked.state.clone())])));
        return Err(Exit::NoVerdict);
    }
    if let Some(name) = asked.name.as_ref().filter(|name| !is_name(name)) {
        say_error(&words.say("new-no-name", &args([("name", crate::text::harmless(name).into_owned())])));
        return Err(Exit::NoVerdict);
    }
    let Some(from) = &asked.from else {
        let name = asked.name.clone().unwrap_or_else(|| "my-law".to_owned());
        let said = args([("name", name), ("state", asked.state.clone())]);
        return put(&format!("{}\n", words.say("new-policy-skeleton", &said)), asked.output_file.as_ref(), &words);
    };
    let piped = from.as_os_str() == "-";
    let (statute, receipt, doubts) = statute_from(from, asked.anyway, &words)?;
    let stem = from.file_stem().map(|s| s.to_string_lossy().into_owned()).filter(|_| !piped).unwrap_or_default();
    let beside = asked.output_file.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let mut said = args([]);
    said.set("count", statute.provisions.len());
    let mut remarks: Vec<String> = words.say("new-policy-remarks", &said).lines().map(str::to_owned).collect();
    remarks.push(String::new());
    remarks.extend(receipt);
    remarks.extend(doubts.map(|why| words.say("receipt-anyway", &args([("why", why)]))));
    let heading = Heading {
        name: asked.name.clone().unwrap_or_else(|| slug(&stem)),
        state: asked.state.clone(),
        // What came in by a pipe can be named by nobody.
        file: if piped { None } else { workspace::relative(from, beside) },
        remarks,
    };
    put(&skeleton(&statute, &heading), asked.output_file.as_ref(), &words)
}

/// A statute from a file or a pipe; its receipt, said on standard error; and why it should not be trusted.
pub(super) fn statute_from(
    from: &Path,
    anyway: bool,
    words: &Words,
) -> Result<(Statute, Vec<String>, Option<String>), Exit> {
    let input = if from.as_os_str() == "-" { workspace::read_stdin("stdin") } else { workspace::read(from) };
    let input = input.map_err(|e| unreadable(from, &e, words))?;
    let statute = read(&input.bytes).map_err(|why| {
        say_error(&unread(&why, from, words));
        Exit::NoVerdict
    })?;
    let receipt = words.receipt(&statute.receipt);
    for line in &receipt {
        say_error(line);
    }
    let doubts = words.doubts(&statute.receipt);
    if let Some(why) = &doubts {
        let id = if anyway { "receipt-anyway" } else { "receipt-refused" };
        say_error(&words.say(id, &args([("why", why.clone())])));
        if !anyway {
            return Err(Exit::NoVerdict);
        }
    }
    Ok((statute, receipt, doubts))
}

/// Why a file is no statute, and what to do.
fn unread(why: &Unread, from: &Path, words: &Words) -> String {
    let mut said = args([("path", crate::text::harmless(&from.display().to_string()).into_owned())]);
    match why {
        Unread::Refused(form) => words.say(form.message(), &said),
        Unread::NotWellFormed(reason) => {
            said.set("reason", crate::text::harmless(reason).into_owned());
            words.say("statute-not-well-formed", &said)
        }
        Unread::NoArticles(form) => {
            said.set("form", form.name());
            words.say("statute-no-articles", &said)
        }
        Unread::TooLarge => words.say("statute-too-large", &said),
        Unread::TooDeep => words.say("statute-too-deep", &said),
    }
}

fn standard(asked: &NewStandardArgs) -> Result<Exit, Exit> {
    let words = setup::words(&asked.voice);
    let said = args([("id", slug(&asked.id)), ("theme", slug(&asked.theme))]);
    put(&format!("{}\n", words.say("new-standard-skeleton", &said)), asked.output_file.as_ref(), &words)
}

/// The person of a finding as a scenario; without a law, a skeleton.
fn scenario(asked: &NewScenarioArgs) -> Result<Exit, Exit> {
    let words = setup::words(&asked.voice);
    let Some(path) = &asked.path else {
        return put(&format!("{}\n", words.plain("new-scenario-skeleton")), asked.output_file.as_ref(), &words);
    };
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), Some(path), false)?;
    let request = Request { all_standards: true, only: vec![asked.standard.clone()], ..opened.request(law)? };
    let mut text = String::new();
    for order in opened.orders(std::slice::from_ref(path), "stdin.pol", &request)? {
        let judgement = opened.tell(opened.session.judgement(&order, &request))?;
        for result in &judgement.results {
            for finding in result.findings.iter().filter(|f| !f.given.is_empty()) {
                let verdict = finding.verdict.key();
                let person = finding.witness.as_ref().map_or_else(String::new, |w| words.person(w));
                let title = crate::text::harmless(&person).replace('\\', "\\\\").replace('"', "\\\"");
                text.push_str(&format!(
                    "scenario \"{title}\" {{\n  given {}\n  expect {verdict} {}\n}}\n\n",
                    finding.given.join(", "),
                    result.standard.name
                ));
            }
        }
    }
    if text.is_empty() {
        say_error(&words.plain("new-scenario-nobody"));
        return Err(Exit::NoVerdict);
    }
    text.pop();
    put(&text, asked.output_file.as_ref(), &words)
}
