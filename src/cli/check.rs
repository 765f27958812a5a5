//! `check`: is there anyone whom this law leaves outside the standard?

use super::args::{CheckArgs, FailOn};
use super::desk::{self, Desk, Order, Settings};
use super::formats::Wanted;
use super::working::Working;
use super::{Exit, StandardOutput, copies, say_error, setup, unreadable, unwritable};
use crate::baseline::Baseline;
use crate::builtin::BuiltInTreaties;
use crate::checker::NoVerdict;
use crate::finding::{Finding, Judgement, Level, Skipped, StandardResult, level};
use crate::judge::Options;
use crate::mend::Mender;
use crate::model::LegalOrder;
use crate::report::{Cover, OrderReport, Outcome, RenderContext, Shown, statistics, usual_format};
use crate::statute;
use crate::syntax::Mistake;
use crate::text::Sources;
use crate::words::{Words, args};
use crate::workspace;
use base64::Engine as _;
use clap::ValueEnum as _;
use std::path::{Path, PathBuf};

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
    let to_file = asked.output_file.is_some() || asked.format.iter().any(|w| w.file.is_some());
    let place = asked.paths.first().map(PathBuf::as_path);
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), place, to_file)?;
    let named: Vec<String> = asked.only.iter().chain(&asked.skip).cloned().collect();
    setup::known_names(&desk.checker, &asked.law.assume_ratified, &named, asked.law.state.as_deref(), &desk.words)?;
    let gate = Gate::of(asked, &desk.settings);
    let wanted = outputs(asked, &desk)?;
    let cover = cover(&desk)?;
    let skipped = skipped(asked, &desk.settings);
    let options = Options {
        all_standards: asked.all_standards,
        only: asked.only.clone(),
        skip: skipped.iter().map(|s| s.id.clone()).collect(),
        no_accept: asked.no_accept,
        threads: desk.checker.threads,
        // A baseline and an edit rest on whole classes too.
        nearest_only: wanted.iter().all(|w| !w.format.tells_classes())
            && !asked.diff
            && !asked.write_baseline
            && gate.baseline.is_none(),
    };
    if asked.write_baseline && gate.baseline.is_none() {
        say_error(&desk.words.plain("no-baseline-named"));
        return Err(Exit::NoVerdict);
    }
    let baseline = match gate.baseline.as_deref().filter(|_| !asked.write_baseline) {
        Some(path) => Some(known(path, &desk.words)?),
        None => None,
    };
    let mut looked = Vec::new();
    for order in desk.orders(&asked.paths, &asked.stdin_filename, &asked.law)? {
        for other in &order.others {
            say_error(&desk.words.say("version-left-out", &args([("file", other.name.clone())])));
        }
        let working = Working::on(&order.files, &desk.words);
        let mut one = look(&mut desk, order, (&options, asked.verify, asked.diff), (&gate, baseline.as_ref()))?;
        working.done();
        if let Some(judgement) = &mut one.judgement {
            judgement.order.skipped.clone_from(&skipped);
        }
        looked.push(one);
    }
    let worst = looked.iter().map(|l| l.exit).max().unwrap_or(Exit::NoVerdict);
    let shown = Shown {
        verbose: asked.verbose,
        all_standards: asked.all_standards,
        quiet: asked.quiet,
        page: false,
        sarif_all: asked.sarif_all,
    };
    if let Some(path) = gate.baseline.as_deref().filter(|_| asked.write_baseline && worst != Exit::NoVerdict) {
        let text = Baseline::of(looked.iter().filter_map(|l| l.judgement.as_ref())).text();
        workspace::write(path, &text).map_err(|e| unwritable(path, &e, &desk.words))?;
        say_error(&desk.words.say("baseline-written", &args([("path", path.display().to_string())])));
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
    let context = RenderContext {
        orders: &reports,
        sources: &desk.checker.sources,
        words: &desk.words,
        voices: &desk.voices,
        shown,
        style: &desk.style,
        cover: &cover,
        outcome,
    };
    for wanted in wanted {
        match &wanted.file {
            Some(path) => {
                let mut out = String::new();
                // A text takes everything.
                let _ = wanted.format.write(&context, &mut out);
                workspace::write(path, &out).map_err(|e| unwritable(path, &e, &desk.words))?;
            }
            // As it is told: a report on a very long law may be larger than its judgement. What is lost is said at the
            // end.
            None => {
                let _ = wanted.format.write(&context, &mut StandardOutput::new());
            }
        }
    }
    if asked.statistics {
        say_error(&statistics(&reports, &desk.words));
    }
    // The process ends here: to take apart what was read and found would take as long as to say it.
    std::mem::forget((desk, looked));
    Ok(worst)
}

/// What makes the command exit with 1: the flags, else the configuration.
struct Gate {
    fail_on: FailOn,
    strict: bool,
    baseline: Option<PathBuf>,
}

impl Gate {
    fn of(asked: &CheckArgs, settings: &Settings) -> Gate {
        let config = &settings.config;
        let written = config.gate.fail_on.as_ref().and_then(|f| FailOn::from_str(&f.value, false).ok());
        Gate {
            fail_on: asked.fail_on.or(written).unwrap_or_default(),
            strict: asked.strict || config.gate.strict.as_ref().is_some_and(|s| s.value),
            baseline: asked.baseline.clone().or_else(|| config.gate.baseline.as_ref().map(|b| settings.path(&b.value))),
        }
    }
}

/// What is not asked, and why: nothing hidden is unmentioned.
fn skipped(asked: &CheckArgs, settings: &Settings) -> Vec<Skipped> {
    let written = settings.config.standards.skip.iter();
    let written = written.map(|s| Skipped { id: s.id.value.clone(), reason: Some(s.reason.value.clone()) });
    written.chain(asked.skip.iter().map(|id| Skipped { id: id.clone(), reason: None })).collect()
}

/// What the configuration wants on the cover of the page.
fn cover(desk: &Desk) -> Result<Cover, Exit> {
    let config = &desk.settings.config;
    let logo = match &config.report.html.logo {
        None => None,
        Some(logo) => {
            let path = desk.settings.path(&logo.value);
            let read = workspace::read(&path).map_err(|e| unreadable(&path, &e, &desk.words))?;
            let kind = match path.extension().and_then(|e| e.to_str()) {
                Some("svg") => "image/svg+xml",
                Some("jpg" | "jpeg") => "image/jpeg",
                _ => "image/png",
            };
            Some(format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(read.bytes)))
        }
    };
    Ok(Cover { logo, classification: config.report.html.classification.as_ref().map(|c| c.value.clone()) })
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
fn outputs(asked: &CheckArgs, desk: &Desk) -> Result<Vec<Wanted>, Exit> {
    let mut out = asked.format.clone();
    if out.is_empty() {
        out.push(Wanted { format: usual_format(), file: None });
    }
    let page = desk.settings.config.report.html.output.as_ref().map(|o| desk.settings.path(&o.value));
    let mut unplaced = 0;
    for wanted in out.iter_mut().filter(|w| w.file.is_none()) {
        if wanted.format.name() == "html" && asked.output_file.is_none() && page.is_some() {
            wanted.file.clone_from(&page);
            continue;
        }
        unplaced += 1;
        wanted.file.clone_from(&asked.output_file);
    }
    if unplaced > 1 {
        say_error(&desk.words.plain("two-reports-in-one-place"));
        return Err(Exit::NoVerdict);
    }
    Ok(out)
}

fn look(
    desk: &mut Desk,
    order: Order,
    (options, verify, diff): (&Options, bool, bool),
    (gate, baseline): (&Gate, Option<&Baseline>),
) -> Result<Looked, Exit> {
    let files: Vec<String> = order.files.iter().map(|f| f.name.clone()).collect();
    let question = order.question(options.clone(), verify);
    let mut read = desk.read(copies(&order.files), order.framework.as_deref());
    if let Some(baseline) = baseline {
        let state = desk.checker.state_of(&read.order, &question);
        baseline.give(&mut read.order, &state);
    }
    read.mistakes.extend(sources(&read.order, &desk.checker.sources));
    read.mistakes.sort_by_key(|m| m.span);
    if !read.is_sound() {
        return Ok(Looked { files, judgement: None, mistakes: read.mistakes, exit: Exit::NoVerdict });
    }
    match desk.checker.check(&read.order, &BuiltInTreaties, &question) {
        Ok(mut judgement) => {
            if diff {
                let mender = Mender::new(&desk.checker, &read.order, &BuiltInTreaties, &question);
                let counts = |r: &StandardResult, f: &Finding| level(r, f) != Level::Note || options.all_standards;
                if let Err(NoVerdict::Undecided(why)) = mender.mend(&mut judgement, counts) {
                    return Err(setup::undecided(why, &desk.words));
                }
            }
            judgement.warnings.extend(read.mistakes);
            judgement.warnings.sort_by_key(|m| m.span);
            let exit = gate.holds(&judgement);
            Ok(Looked { files, judgement: Some(judgement), mistakes: Vec::new(), exit })
        }
        Err(NoVerdict::Mistakes(mut mistakes)) => {
            mistakes.extend(read.mistakes);
            mistakes.sort_by_key(|m| m.span);
            Ok(Looked { files, judgement: None, mistakes, exit: Exit::NoVerdict })
        }
        Err(NoVerdict::Undecided(why)) => Err(setup::undecided(why, &desk.words)),
    }
}

/// The laws beside their statutes: what is still to be encoded, what does not stand in the source that is named.
fn sources(order: &LegalOrder, texts: &Sources) -> Vec<Mistake> {
    let mut out = statute::still_open(order);
    for (at, policy) in order.policies.iter().enumerate() {
        let Some((named, span)) = &policy.file else { continue };
        let law = texts.get(policy.span.file).map(|s| s.name.clone()).unwrap_or_default();
        let words = workspace::source_of(Path::new(&law), named).map_err(|e| e.to_string());
        match words.and_then(|bytes| statute::words(&bytes).map_err(|why| format!("{why:?}"))) {
            Ok(statute) => out.extend(statute::against(order, at, &statute.words)),
            Err(reason) => {
                out.push(Mistake::warning("source-not-read", *span).with("file", named.clone()).with("reason", reason))
            }
        }
    }
    out
}

impl Gate {
    /// Whether anything that is not accepted stands at or above the gate.
    fn holds(&self, judgement: &Judgement) -> Exit {
        let heaviest = judgement
            .results
            .iter()
            .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
            .filter(|(_, f)| f.counts())
            .map(|(r, f)| level(r, f))
            .min();
        let bar = match self.fail_on {
            FailOn::Breach => Some(Level::Breach),
            FailOn::Interpretation => Some(Level::Interpretation),
            FailOn::Signed => Some(Level::Signed),
            FailOn::Advice => Some(Level::Advice),
            FailOn::Review => Some(Level::Review),
            FailOn::Never => None,
        };
        let over = heaviest.zip(bar).is_some_and(|(heaviest, bar)| heaviest <= bar);
        let strict = self.strict && !judgement.warnings.is_empty();
        // What is gone is taken out of the file, so that it cannot come back unseen.
        let gone = !judgement.gone.is_empty();
        if over || strict || gone { Exit::Found } else { Exit::Clean }
    }
}
