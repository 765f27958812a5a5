//! `accept`: what is found is answered for, with a reason, a name and an end. Written only when it has been re-checked.

use super::args::AcceptArgs;
use super::desk::{self, Desk, Order};
use super::{Exit, copies, say, say_error, setup, unwritable};
use crate::builtin::BuiltInTreaties;
use crate::checker::NoVerdict;
use crate::config::{self, FILE};
use crate::finding::{Finding, Judgement};
use crate::judge::Options;
use crate::law::{Date, Force};
use crate::words::args;
use crate::workspace;
use std::path::PathBuf;

pub(super) fn run(asked: &AcceptArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &AcceptArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), place, false)?;
    let named = [asked.standard.clone()];
    let state = asked.law.state.as_deref();
    setup::known_names(&desk.checker, &asked.law.assume_ratified, &named, state, &desk.words)?;
    let until = setup::date(Some(&asked.until), &desk.words)?;
    let mut entries: Vec<String> = Vec::new();
    let mut found = 0;
    for order in desk.orders(&asked.paths, "stdin.pol", &asked.law)? {
        refuse_past(&desk, until, order.as_of)?;
        let judgement = judge(&mut desk, &order, &asked.standard)?;
        for result in judgement.results.iter().filter(|r| !r.findings.is_empty()) {
            if result.force == Force::JusCogens {
                say_error(&desk.words.plain("accepts-jus-cogens"));
                return Err(Exit::NoVerdict);
            }
            for finding in result.findings.iter().filter(|f| meant(f, asked)) {
                found += 1;
                let Some(who) = finding.who() else {
                    say_error(&desk.words.plain("accept-cannot-be-said"));
                    return Err(Exit::NoVerdict);
                };
                let entry = entry(asked, order.framework.as_deref(), &who.to_string());
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
    }
    if found == 0 {
        say_error(&desk.words.say("accept-nothing", &args([("standard", asked.standard.clone())])));
        return Ok(Exit::Found);
    }
    let (path, before) = match &desk.settings.file {
        Some((path, input)) => (path.clone(), String::from_utf8_lossy(&input.bytes).into_owned()),
        None => (PathBuf::from(FILE), String::new()),
    };
    let gap = if before.is_empty() || before.ends_with("\n\n") {
        ""
    } else if before.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    let after = format!("{before}{gap}{}", entries.join("\n"));
    re_checked(&mut desk, asked, &path, &after)?;
    workspace::write(&path, &after).map_err(|e| unwritable(&path, &e, &desk.words))?;
    let count = desk.words.count("accept-count", found);
    let said = args([("count", count), ("path", path.strip_prefix(".").unwrap_or(&path).display().to_string())]);
    say(&format!("{}\n", desk.words.say("accept-written", &said)));
    Ok(Exit::Clean)
}

/// Whether a finding is one of those that are to be accepted.
fn meant(finding: &Finding, asked: &AcceptArgs) -> bool {
    let here = |number: &String| finding.articles().iter().any(|(_, n)| n == number);
    finding.accepted.is_none() && (asked.article.is_empty() || asked.article.iter().any(here))
}

fn refuse_past(desk: &Desk, until: Date, as_of: Date) -> Result<(), Exit> {
    if until >= as_of {
        return Ok(());
    }
    say_error(&desk.words.say("acceptance-expired", &args([("until", until.to_string())])));
    Err(Exit::NoVerdict)
}

fn entry(asked: &AcceptArgs, framework: Option<&str>, who: &str) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let mut out = format!("[[accept]]\nstandard = {}\n", quoted(&asked.standard));
    if let Some(framework) = framework {
        out.push_str(&format!("in = {}\n", quoted(framework)));
    }
    out.push_str(&format!("who = {}\nreason = {}\n", quoted(who), quoted(&asked.reason)));
    if let Some(by) = &asked.by {
        out.push_str(&format!("by = {}\n", quoted(by)));
    }
    out.push_str(&format!("until = {}\n", asked.until));
    out
}

fn judge(desk: &mut Desk, order: &Order, standard: &str) -> Result<Judgement, Exit> {
    let read = desk.read(copies(&order.files), order.framework.as_deref());
    if !read.is_sound() {
        desk.say_mistakes(&read.mistakes);
        return Err(Exit::NoVerdict);
    }
    let question = order.question(Options { only: vec![standard.to_owned()], ..Options::default() }, false);
    match desk.checker.check(&read.order, &BuiltInTreaties, &question) {
        Ok(judgement) => Ok(judgement),
        Err(NoVerdict::Undecided(why)) => Err(setup::undecided(why, &desk.words)),
        Err(NoVerdict::Mistakes(mistakes)) => {
            desk.say_mistakes(&mistakes);
            Err(Exit::NoVerdict)
        }
    }
}

/// The file as it will be, read and tried: everything that was to be accepted is.
fn re_checked(desk: &mut Desk, asked: &AcceptArgs, path: &std::path::Path, after: &str) -> Result<(), Exit> {
    let name = path.display().to_string();
    let file = desk.checker.sources.set(&name, after.to_owned());
    let (config, mistakes) = config::read(after, file);
    if !mistakes.is_empty() {
        desk.say_mistakes(&mistakes);
        return Err(Exit::NoVerdict);
    }
    desk.settings.config = config;
    for order in desk.orders(&asked.paths, "stdin.pol", &asked.law)? {
        let judgement = judge(desk, &order, &asked.standard)?;
        if judgement.results.iter().flat_map(|r| &r.findings).any(|f| meant(f, asked)) {
            say_error(&desk.words.plain("accept-not-covered"));
            return Err(Exit::NoVerdict);
        }
    }
    Ok(())
}
