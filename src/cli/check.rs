//! `check`: is there anyone whom this law leaves outside the standard?

use super::args::{CheckArgs, FailOn, Format, Wanted};
use super::{Exit, say, say_error, setup};
use crate::baseline::Baseline;
use crate::builtin::BuiltInTreaties;
use crate::checker::{Checker, Input, NoVerdict, Question, versions};
use crate::finding::{Judgement, Level, level};
use crate::judge::Options;
use crate::report::{
    OrderReport, Outcome, Shown, Style, csv, github, gitlab, html, human, json, junit, markdown, mistakes_human,
    mistakes_plain, mistakes_short, plain, sarif, short,
};
use crate::syntax::{Mistake, Severity};
use crate::words::{Words, args};
use crate::workspace;
use std::collections::BTreeMap;
use std::path::Path;

/// One legal order after it was looked at.
struct Looked {
    files: Vec<String>,
    judgement: Option<Judgement>,
    mistakes: Vec<Mistake>,
    exit: Exit,
}

pub(super) fn run(asked: &CheckArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &CheckArgs) -> Result<Exit, Exit> {
    let voices = setup::voices(&asked.voice);
    let words = setup::words(&asked.voice);
    let style =
        setup::style(&asked.voice, asked.output_file.is_some() || asked.format.iter().any(|w| w.file.is_some()));
    let as_of = setup::date(asked.law.as_of.as_deref(), &words)?;
    let mut checker = setup::rules(&asked.rules, &words, &style)?;
    let named: Vec<String> = asked.only.iter().chain(&asked.skip).cloned().collect();
    setup::known_names(&checker, &asked.law.assume_ratified, &named, asked.law.state.as_deref(), &words)?;
    let question = Question {
        state: asked.law.state.clone(),
        as_of,
        assumed: &asked.law.assume_ratified,
        options: Options {
            all_standards: asked.all_standards,
            only: asked.only.clone(),
            skip: asked.skip.clone(),
            no_accept: asked.no_accept,
        },
        verify: asked.verify,
    };
    let baseline = match asked.baseline.as_deref().filter(|_| !asked.write_baseline) {
        Some(path) => Some(known(path, &words)?),
        None => None,
    };
    let mut looked = Vec::new();
    for path in &asked.paths {
        for files in orders(path, &asked.stdin_filename, &words)? {
            let (files, others) = versions(files, question.as_of);
            for other in &others {
                say_error(&words.say("version-left-out", &args([("file", other.name.clone())])));
            }
            looked.push(look(&mut checker, files, &question, (asked, baseline.as_ref()), &words)?);
        }
    }
    let worst = looked.iter().map(|l| l.exit).max().unwrap_or(Exit::NoVerdict);
    let shown = Shown { verbose: asked.verbose, all_standards: asked.all_standards, quiet: asked.quiet };
    if let Some(path) = asked.baseline.as_deref().filter(|_| asked.write_baseline && worst != Exit::NoVerdict) {
        let text = Baseline::of(looked.iter().filter_map(|l| l.judgement.as_ref())).text();
        workspace::write(path, &text).map_err(|e| unreadable(path, &e, &words))?;
        say_error(&words.say("baseline-written", &args([("path", path.display().to_string())])));
        return Ok(Exit::Clean);
    }
    let outcome = match worst {
        Exit::Clean => Outcome::Clean,
        Exit::Found => Outcome::Found,
        Exit::NoVerdict => Outcome::NoVerdict,
    };
    let reports: Vec<OrderReport<'_>> = looked
        .iter()
        .map(|l| OrderReport { judgement: l.judgement.as_ref(), mistakes: &l.mistakes, files: &l.files })
        .collect();
    let told = Told { checker: &checker, words: &words, voices: &voices, style: &style, shown, outcome };
    for wanted in outputs(asked, &words)? {
        let out = told.report(wanted.format, &reports);
        match &wanted.file {
            Some(path) => {
                workspace::write(path, &out).map_err(|e| unreadable(path, &e, &words))?;
            }
            None => say(&out),
        }
    }
    Ok(worst)
}

/// A file that cannot be read or written: said, and no verdict.
pub(super) fn unreadable(path: &Path, error: &std::io::Error, words: &Words) -> Exit {
    let said = args([("path", path.display().to_string()), ("reason", error.to_string())]);
    say_error(&words.say("unreadable", &said));
    Exit::NoVerdict
}

/// The baseline at a path.
fn known(path: &Path, words: &Words) -> Result<Baseline, Exit> {
    let input = workspace::read(path).map_err(|e| unreadable(path, &e, words))?;
    Baseline::read(&String::from_utf8_lossy(&input.bytes)).map_err(|reason| {
        let said = args([("path", path.display().to_string()), ("reason", reason)]);
        say_error(&words.say("baseline-unreadable", &said));
        Exit::NoVerdict
    })
}

/// Where each report goes. `--output-file` is for the one that names no file of its own.
fn outputs(asked: &CheckArgs, words: &Words) -> Result<Vec<Wanted>, Exit> {
    let mut out = asked.format.clone();
    if out.is_empty() {
        out.push(Wanted::default());
    }
    let mut unplaced = 0;
    for wanted in out.iter_mut().filter(|w| w.file.is_none()) {
        unplaced += 1;
        wanted.file.clone_from(&asked.output_file);
    }
    if unplaced > 1 {
        say_error(&words.plain("two-reports-in-one-place"));
        return Err(Exit::NoVerdict);
    }
    Ok(out)
}

/// What every report needs.
struct Told<'a> {
    checker: &'a Checker,
    words: &'a Words,
    /// Every language asked for, for the page that says things side by side.
    voices: &'a [Words],
    style: &'a Style,
    shown: Shown,
    outcome: Outcome,
}

impl Told<'_> {
    fn report(&self, format: Format, orders: &[OrderReport<'_>]) -> String {
        let (sources, words, shown) = (&self.checker.sources, self.words, self.shown);
        match format {
            Format::Json | Format::JsonV1 => json(orders, sources, self.outcome),
            Format::Sarif => sarif(orders, sources, words, shown),
            Format::Github => github(orders, sources, words, shown),
            Format::Gitlab => gitlab(orders, sources, words, shown),
            Format::Junit => junit(orders, sources, words, shown),
            Format::Markdown => markdown(orders, sources, words, shown),
            Format::Html => html(orders, sources, self.voices, shown),
            Format::Csv => csv(orders, sources, words, shown),
            Format::Human | Format::Short | Format::Plain => {
                orders.iter().map(|o| self.for_people(format, o)).collect()
            }
        }
    }

    fn for_people(&self, format: Format, order: &OrderReport<'_>) -> String {
        let (sources, words, shown) = (&self.checker.sources, self.words, self.shown);
        let mut out = String::new();
        if !order.mistakes.is_empty() && !shown.quiet {
            out.push_str(&match format {
                Format::Short => mistakes_short(order.mistakes, sources, words),
                Format::Plain => mistakes_plain(order.mistakes, sources, words),
                _ => mistakes_human(order.mistakes, sources, words, self.style),
            });
        }
        match order.judgement {
            Some(judgement) => out.push_str(&match format {
                Format::Short => short(judgement, sources, words, shown),
                Format::Plain => plain(judgement, sources, words, shown),
                _ => human(judgement, sources, words, self.style, shown),
            }),
            None => {
                let errors = order.mistakes.iter().filter(|m| m.severity == Severity::Error).count();
                let count = words.count("count-mistakes", errors);
                out.push_str(&format!("{} · {} · {count}\n", order.files.join(", "), words.plain("no-verdict")));
            }
        }
        out
    }
}

/// The legal orders at a path: a file is one; a folder is one for each State in it.
pub(super) fn orders(path: &Path, stdin: &str, words: &Words) -> Result<Vec<Vec<Input>>, Exit> {
    let unreadable = |error: std::io::Error| unreadable(path, &error, words);
    if path.as_os_str() == "-" {
        return Ok(vec![vec![workspace::read_stdin(stdin).map_err(unreadable)?]]);
    }
    let paths = workspace::find(path, "pol").map_err(unreadable)?;
    if paths.is_empty() {
        say_error(&words.say("no-policy-found", &args([("path", path.display().to_string())])));
        return Err(Exit::NoVerdict);
    }
    let mut by_state: BTreeMap<String, Vec<Input>> = BTreeMap::new();
    for path in paths {
        let input = workspace::read(&path).map_err(unreadable)?;
        by_state.entry(state_named_in(&input)).or_default().push(input);
    }
    Ok(by_state.into_values().collect())
}

/// The State a file names, as far as it can be seen without reading the file: enough to sort a folder.
fn state_named_in(input: &Input) -> String {
    let text = String::from_utf8_lossy(&input.bytes);
    let found = text.lines().find_map(|line| {
        let code = line.trim().strip_prefix("state ")?.trim().get(..3)?;
        code.chars().all(|c| c.is_ascii_uppercase()).then(|| code.to_owned())
    });
    found.unwrap_or_default()
}

fn look(
    checker: &mut Checker,
    files: Vec<Input>,
    question: &Question<'_>,
    (asked, baseline): (&CheckArgs, Option<&Baseline>),
    words: &Words,
) -> Result<Looked, Exit> {
    let names: Vec<String> = files.iter().map(|f| f.name.clone()).collect();
    let mut read = checker.read(files);
    if let Some(baseline) = baseline {
        let state = checker.state_of(&read.order, question);
        baseline.give(&mut read.order, &state);
    }
    if !read.is_sound() {
        return Ok(Looked { files: names, judgement: None, mistakes: read.mistakes, exit: Exit::NoVerdict });
    }
    match checker.check(&read.order, &BuiltInTreaties, question) {
        Ok(mut judgement) => {
            judgement.warnings.extend(read.mistakes);
            judgement.warnings.sort_by_key(|m| m.span);
            let exit = gate(&judgement, asked);
            Ok(Looked { files: names, judgement: Some(judgement), mistakes: Vec::new(), exit })
        }
        Err(NoVerdict::Mistakes(mut mistakes)) => {
            mistakes.extend(read.mistakes);
            mistakes.sort_by_key(|m| m.span);
            Ok(Looked { files: names, judgement: None, mistakes, exit: Exit::NoVerdict })
        }
        Err(NoVerdict::Undecided(why)) => Err(setup::undecided(why, words)),
    }
}

/// Whether anything that is not accepted stands at or above the gate.
fn gate(judgement: &Judgement, asked: &CheckArgs) -> Exit {
    let heaviest = judgement
        .results
        .iter()
        .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
        .filter(|(_, f)| f.counts())
        .map(|(r, f)| level(r, f))
        .min();
    let bar = match asked.fail_on {
        FailOn::Breach => Some(Level::Breach),
        FailOn::Interpretation => Some(Level::Interpretation),
        FailOn::Signed => Some(Level::Signed),
        FailOn::Advice => Some(Level::Advice),
        FailOn::Review => Some(Level::Review),
        FailOn::Never => None,
    };
    let over = heaviest.zip(bar).is_some_and(|(heaviest, bar)| heaviest <= bar);
    let strict = asked.strict && !judgement.warnings.is_empty();
    // What is gone is taken out of the file, so that it cannot come back unseen.
    let gone = !judgement.gone.is_empty();
    if over || strict || gone { Exit::Found } else { Exit::Clean }
}
