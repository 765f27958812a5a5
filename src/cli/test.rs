//! `test`: does it say what we think it says? Scenarios of policies, examples of standards.

use super::args::TestArgs;
use super::desk::{self, Desk, Order};
use super::{Exit, copies, say, say_error, setup, unreadable, unwritable};
use crate::builtin::{self, BuiltInTreaties};
use crate::checker::{Input, NoVerdict};
use crate::judge::Options;
use crate::judge::scenario::{Found, Outcome};
use crate::report::{Style, mistakes_human, verdicts};
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
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), place, false)?;
    let state = asked.law.state.as_deref();
    setup::known_names(&desk.checker, &asked.law.assume_ratified, &asked.only, state, &desk.words)?;
    let mut tally = Tally::default();
    let laws = !asked.paths.is_empty() || !desk.settings.config.frameworks.is_empty();
    // With laws: their scenarios, and the examples of the rule folders that were named. Without: every example.
    if !laws || !asked.rules.rules.is_empty() || !desk.settings.config.rules.is_empty() {
        examples(&desk, asked, laws, &mut tally)?;
    }
    let mut found = String::new();
    for mut order in if laws { desk.orders(&asked.paths, "stdin.pol", &asked.law)? } else { Vec::new() } {
        if asked.snapshot.is_some() {
            found.push_str(&reviewed(&mut desk, &order)?);
        }
        // A version that is not the law on that day has scenarios too.
        let others = std::mem::take(&mut order.others);
        let versions: Vec<Vec<Input>> =
            std::iter::once(copies(&order.files)).chain(others.into_iter().map(|v| vec![v])).collect();
        for files in versions {
            scenarios(&mut desk, files, &order, asked.verbose, &mut tally)?;
        }
    }
    let words = &desk.words;
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

fn examples(desk: &Desk, asked: &TestArgs, laws: bool, tally: &mut Tally) -> Result<(), Exit> {
    let (checker, words) = (&desk.checker, &desk.words);
    let as_of = setup::date(asked.law.as_of.as_deref(), words)?;
    let built_in = builtin::examples();
    for standard in &checker.library.standards {
        let wanted = asked.only.is_empty() || asked.only.iter().any(|o| *o == standard.id || *o == standard.theme);
        let own = !standard.examples.is_empty();
        if !wanted || (!own && laws) {
            continue;
        }
        let list = if own {
            &standard.examples
        } else {
            built_in.iter().find(|(id, _)| *id == standard.id).map_or(&standard.examples, |(_, e)| e)
        };
        for example in list {
            let outcome = match checker.example(standard, example, &BuiltInTreaties, as_of) {
                Ok(outcome) => outcome,
                Err(NoVerdict::Undecided(why)) => return Err(setup::undecided(why, words)),
                Err(NoVerdict::Mistakes(mistakes)) => {
                    say_error(&mistakes_human(&mistakes, &checker.sources, words, &Style::default()));
                    return Err(Exit::NoVerdict);
                }
            };
            if !outcome.mistakes.is_empty() {
                say_error(&mistakes_human(&outcome.mistakes, &checker.sources, words, &Style::default()));
            }
            let id = if example.meets { "test-example-meets" } else { "test-example-breaches" };
            let name = args([("standard", standard.id.clone()), ("name", words.label(&example.label, ""))]);
            let mut lines = vec![words.say("test-found-example", &args([("verdict", words.verdict(outcome.verdict))]))];
            for finding in &outcome.findings {
                lines.push(words.sentence(finding));
            }
            tally.line(outcome.holds, asked.verbose, &words.say(id, &name), &lines, words);
        }
    }
    Ok(())
}

/// The verdicts of an order, to be reviewed.
fn reviewed(desk: &mut Desk, order: &Order) -> Result<String, Exit> {
    let read = desk.read(copies(&order.files), order.framework.as_deref());
    let mistakes = if read.is_sound() {
        match desk.checker.check(&read.order, &BuiltInTreaties, &order.question(Options::default(), false)) {
            Ok(judgement) => return Ok(verdicts(&judgement, &desk.words)),
            Err(NoVerdict::Undecided(why)) => return Err(setup::undecided(why, &desk.words)),
            Err(NoVerdict::Mistakes(mistakes)) => mistakes,
        }
    } else {
        read.mistakes
    };
    desk.say_mistakes(&mistakes);
    Err(Exit::NoVerdict)
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

fn scenarios(desk: &mut Desk, files: Vec<Input>, order: &Order, verbose: bool, tally: &mut Tally) -> Result<(), Exit> {
    let read = desk.checker.read(files);
    if !read.is_sound() {
        desk.say_mistakes(&read.mistakes);
        return Err(Exit::NoVerdict);
    }
    let question = order.question(Options::default(), false);
    let outcomes = match desk.checker.scenarios(&read.order, &BuiltInTreaties, &question) {
        Ok(outcomes) => outcomes,
        Err(NoVerdict::Undecided(why)) => return Err(setup::undecided(why, &desk.words)),
        Err(NoVerdict::Mistakes(mistakes)) => {
            desk.say_mistakes(&mistakes);
            return Err(Exit::NoVerdict);
        }
    };
    let (checker, words) = (&desk.checker, &desk.words);
    for (label, outcomes) in outcomes {
        let name = words.say("test-scenario", &args([("name", words.label(&label, ""))]));
        for outcome in outcomes {
            let text = checker.sources.text(outcome.span).lines().next().unwrap_or("").trim().to_owned();
            let lines = [words.say("expected-line", &args([("text", text)])), found(&outcome, words)];
            tally.line(outcome.holds, verbose, &name, &lines, words);
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
