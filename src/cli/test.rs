//! `test`: does it say what we think it says? Scenarios of policies, examples of standards.

use super::args::TestArgs;
use super::open::{self, Opened};
use super::{Exit, say, say_error, unreadable, unwritable};
use crate::judge::scenario::{Found, Outcome};
use crate::report::verdicts;
use crate::session::{Order, Request};
use crate::text::harmless;
use crate::words::{Words, args};
use crate::workspace;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Tally {
    out: String,
    passed: usize,
    failed: usize,
}

pub(super) fn run(asked: &TestArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &TestArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, false)?;
    let request = Request { only: asked.only.clone(), ..opened.request(law)? };
    opened.tell(opened.session.known(&request))?;
    let mut tally = Tally::default();
    let settings = opened.session.settings();
    let laws = !asked.paths.is_empty() || !settings.frameworks.is_empty();
    // With laws: their scenarios, and the examples of the rule folders that were named. Without: every example.
    if !laws || !asked.rules.rules.is_empty() || !settings.rules.is_empty() {
        examples(&opened, &request, laws, asked.verbose, &mut tally)?;
    }
    let mut found = String::new();
    // A scenario says what it says whatever standards are asked about.
    let whole = Request { only: Vec::new(), ..request };
    for order in if laws { opened.orders(&asked.paths, "stdin.pol", &whole)? } else { Vec::new() } {
        if asked.snapshot.is_some() {
            found.push_str(&reviewed(&opened, &order, &whole)?);
        }
        scenarios(&opened, &order, asked.verbose, &mut tally)?;
    }
    let words = &opened.words;
    if let Some(path) = &asked.snapshot {
        held_against(path, &found, asked.accept, words, &mut tally)?;
    }
    if tally.passed + tally.failed == 0 {
        say_error(&words.plain("nothing-to-test"));
        return Ok(Exit::NoVerdict);
    }
    let counts = args([("passed", tally.passed.to_string()), ("failed", tally.failed.to_string())]);
    let _ = writeln!(tally.out, "{}", words.say("test-summary", &counts));
    say(&tally.out);
    Ok(if tally.failed == 0 { Exit::Clean } else { Exit::Found })
}

fn examples(opened: &Opened, request: &Request, own: bool, verbose: bool, tally: &mut Tally) -> Result<(), Exit> {
    let words = &opened.words;
    for outcome in opened.tell(opened.session.examples(request, own))? {
        opened.say(&outcome.mistakes, &[]);
        let name = args([
            ("standard", outcome.standard.clone()),
            ("name", words.label(&outcome.example, "")),
            ("verdict", words.verdict(outcome.expected)),
        ]);
        let mut lines = vec![words.say("test-found-example", &args([("verdict", words.verdict(outcome.verdict))]))];
        for finding in &outcome.findings {
            lines.push(words.sentence(finding));
        }
        tally.line(outcome.holds, verbose, &words.say("test-example", &name), &lines, words);
    }
    Ok(())
}

/// The verdicts of an order, to be reviewed.
fn reviewed(opened: &Opened, order: &Order, request: &Request) -> Result<String, Exit> {
    let judgement = opened.tell(opened.session.judgement(order, request))?;
    Ok(verdicts(&judgement, &opened.words))
}

/// Holds the verdicts against a reviewed file, line by line; or writes them there, reviewed.
fn held_against(path: &Path, found: &str, accept: bool, words: &Words, tally: &mut Tally) -> Result<(), Exit> {
    let shown = path.display().to_string();
    if accept {
        workspace::write(path, found).map_err(|e| unwritable(path, &e, words))?;
        tally.line(true, true, &words.say("snapshot-accepted", &args([("path", shown)])), &[], words);
        return Ok(());
    }
    let before = match workspace::read(path) {
        Ok(input) => String::from_utf8_lossy(&input.bytes).replace("\r\n", "\n"),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unreadable(path, &error, words)),
    };
    let mut lines: Vec<String> = Vec::new();
    if before != found {
        let difference = similar::TextDiff::from_lines(before.as_str(), found);
        let text = difference.unified_diff().context_radius(2).to_string();
        lines.extend(text.lines().filter(|l| !l.is_empty()).map(|l| harmless(l).into_owned()));
        lines.push(words.plain("snapshot-how"));
    }
    tally.line(before == found, false, &words.say("snapshot-held", &args([("path", shown)])), &lines, words);
    Ok(())
}

fn scenarios(opened: &Opened, order: &Order, verbose: bool, tally: &mut Tally) -> Result<(), Exit> {
    let words = &opened.words;
    for tested in opened.tell(opened.session.scenarios(order))? {
        let name = words.say("test-scenario", &args([("name", words.label(&tested.label, ""))]));
        for expected in tested.outcomes {
            let said = args([("text", expected.text.clone())]);
            let lines = [words.say("expected-line", &said), found(&expected.outcome, words)];
            tally.line(expected.outcome.holds, verbose, &name, &lines, words);
        }
    }
    Ok(())
}

fn found(outcome: &Outcome, words: &Words) -> String {
    let cite = |numbers: &[String]| {
        let mut seen: Vec<String> = Vec::new();
        for n in numbers {
            let text = words.say("article-cited", &args([("number", n.clone())]));
            if !seen.contains(&text) {
                seen.push(text);
            }
        }
        args([("articles", words.list(&seen))])
    };
    match &outcome.found {
        Found::Permitted(articles) if articles.is_empty() => words.plain("test-found-not-permitted"),
        Found::Permitted(articles) => words.say("test-found-permitted", &cite(articles)),
        Found::Entitled(articles) if articles.is_empty() => words.plain("test-found-not-entitled"),
        Found::Entitled(articles) => words.say("test-found-entitled", &cite(articles)),
        Found::Verdict(verdict) => words.say("test-found-verdict", &args([("verdict", words.verdict(*verdict))])),
        Found::Nobody => words.plain("test-found-nobody"),
    }
}

impl Tally {
    fn line(&mut self, holds: bool, verbose: bool, name: &str, lines: &[String], words: &Words) {
        if holds {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
        if holds && !verbose {
            return;
        }
        let state = words.plain(if holds { "test-passed" } else { "test-failed" });
        let _ = writeln!(self.out, "{state} · {name}");
        for line in lines {
            let _ = writeln!(self.out, "    {line}");
        }
    }
}
