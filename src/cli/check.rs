//! `check`: is there anyone whom this law leaves outside the standard?

use super::args::CheckArgs;
use super::formats::Wanted;
use super::open::{self, Opened};
use super::working::Working;
use super::{Exit, StandardOutput, free_to_write, say_error, unreadable, unwritable};
use crate::report::{Cover, OrderReport, RenderContext, Shown, location, statistics, usual_format};
use crate::session::{Checked, Gate, Order, Request};
use crate::text::harmless;
use crate::words::args;
use crate::workspace;
use base64::Engine as _;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &CheckArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &CheckArgs) -> Result<Exit, Exit> {
    let to_file = asked.output_file.is_some() || asked.format.iter().any(|w| w.file.is_some());
    let place = asked.paths.first().map(PathBuf::as_path);
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, to_file)?;
    let wanted = outputs(asked, &opened)?;
    let cover = cover(&opened)?;
    let path = baseline_path(asked, &opened)?;
    if let Some(path) = path.as_deref().filter(|_| !asked.write_baseline) {
        set_baseline(&mut opened, path)?;
    }
    let request = Request {
        all_standards: asked.all_standards,
        only: asked.only.clone(),
        skip: asked.skip.clone(),
        no_accept: asked.no_accept,
        nearest_only: wanted.iter().all(|w| !w.format.tells_classes()),
        verify: asked.verify,
        fix: asked.diff,
        baseline: asked.write_baseline,
        fail_on: asked.fail_on.map(Into::into),
        force: asked.force.map(Into::into),
        strict: asked.strict,
        require_examined: asked.require_examined,
        ..opened.request(law)?
    };
    let orders = opened.orders(&asked.paths, &asked.stdin_filename, &request)?;
    let working = |order: &Order| Working::on(order.files.iter().map(|f| opened.session.name(*f)), &opened.words);
    let checked = opened.session.check(&orders, &request, working);
    checked.orders.iter().for_each(|o| opened.say(&[], &o.notes));
    let baseline = path.as_deref().filter(|_| asked.write_baseline);
    free_to_write(wanted.iter().filter_map(|w| w.file.as_deref()).chain(baseline), &opened.words)?;
    if let Some(path) = path.as_deref().filter(|_| asked.write_baseline)
        && let Some((baseline, unsaid)) = checked.baseline()
    {
        workspace::write(path, &baseline.text()).map_err(|e| unwritable(path, &e, &opened.words))?;
        say_error(&opened.words.say("baseline-written", &args([("path", path.display().to_string())])));
        if unsaid > 0 {
            say_error(&opened.words.count("baseline-unsaid", unsaid));
        }
        return Ok(Exit::Clean);
    }
    report(asked, &opened, (&orders, &checked), &wanted, &cover)?;
    let exit = checked.exit;
    // The process ends here: to take apart what was read and found would take as long as to say it.
    std::mem::forget((opened, checked));
    Ok(exit)
}

/// Says what was found, in every format that is wanted.
fn report(
    asked: &CheckArgs,
    opened: &Opened,
    (orders, checked): (&[Order], &Checked),
    wanted: &[Wanted],
    cover: &Cover,
) -> Result<(), Exit> {
    let files: Vec<Vec<String>> =
        orders.iter().map(|o| o.files.iter().map(|f| opened.session.name(*f).to_owned()).collect()).collect();
    let reports: Vec<OrderReport<'_>> = checked
        .orders
        .iter()
        .zip(&files)
        .map(|(o, files)| OrderReport { judgement: o.answer.as_ref(), mistakes: &o.mistakes, files })
        .collect();
    let context = RenderContext {
        orders: &reports,
        sources: opened.sources(),
        words: &opened.words,
        voices: &opened.voices,
        shown: Shown {
            verbose: asked.verbose,
            all_standards: asked.all_standards,
            quiet: asked.quiet,
            page: false,
            sarif_all: asked.sarif_all,
            new_only: asked.new_only,
            full: asked.full || asked.verbose || !asked.only.is_empty(),
        },
        style: &opened.style,
        cover,
        exit: checked.exit,
    };
    for wanted in wanted {
        match (wanted.format.file(), &wanted.file) {
            (Some(make), Some(path)) => {
                let written = make(&context).and_then(|bytes| workspace::write(path, &bytes));
                written.map_err(|e| unwritable(path, &e, &opened.words))?;
            }
            (Some(make), None) => {
                let bytes = make(&context).map_err(|e| unwritable(Path::new("-"), &e, &opened.words))?;
                let _ = StandardOutput::new().write_bytes(&bytes);
            }
            (None, Some(path)) => {
                let mut out = String::new();
                // A text takes everything.
                let _ = wanted.format.write(&context, &mut out);
                workspace::write(path, &out).map_err(|e| unwritable(path, &e, &opened.words))?;
            }
            // As it is told: a report on a very long law may be larger than its judgement. What is lost is said at the
            // end.
            (None, None) => {
                let _ = wanted.format.write(&context, &mut StandardOutput::new());
            }
        }
    }
    let_pass(asked, opened, checked);
    let gate = Gate { require_examined: asked.require_examined, ..Gate::default() };
    for examined in checked.judgements().filter_map(|j| gate.lacks(j)) {
        let mut said = args([]);
        said.set("examined", examined);
        said.set("required", asked.require_examined.unwrap_or_default());
        say_error(&opened.words.say("too-few-examined", &said));
    }
    if asked.statistics {
        say_error(&statistics(&reports, &opened.words));
    }
    Ok(())
}

/// What the configuration lets pass, said where the report is silent about it: a repository does not bend its own gate
/// unseen.
fn let_pass(asked: &CheckArgs, opened: &Opened, checked: &Checked) {
    let settings = opened.session.settings();
    let place = |span| location(opened.sources(), span);
    let never = settings.gate.fail_on.as_ref().filter(|on| on.value == "never" && asked.fail_on.is_none());
    if let Some(never) = never {
        let usual = Gate::default();
        if checked.orders.iter().filter_map(|o| o.answer.as_ref()).any(|j| usual.holds(j) == Exit::Found) {
            say_error(&opened.words.say("config-never-fails", &args([("place", place(never.span))])));
        }
    }
    if let Some(set) = settings.builtin_rules.as_ref().filter(|set| !set.value) {
        say_error(&opened.words.say("config-no-builtin-rules", &args([("place", place(set.span))])));
    }
    let silent = asked.format.iter().any(|wanted| !wanted.format.tells_skipped());
    for skip in settings.standards.skip.iter().filter(|_| silent) {
        let said = [
            ("place", place(skip.id.span)),
            ("standard", skip.id.value.clone()),
            ("reason", harmless(&skip.reason.value).into_owned()),
        ];
        say_error(&opened.words.say("config-skips", &args(said)));
    }
}

/// Where the baseline lies: the flag, else the configuration.
fn baseline_path(asked: &CheckArgs, opened: &Opened) -> Result<Option<PathBuf>, Exit> {
    let written = opened.session.settings().gate.baseline.as_ref().map(|b| opened.path(&b.value));
    let path = asked.baseline.clone().or(written);
    if asked.write_baseline && path.is_none() {
        say_error(&opened.words.plain("no-baseline-named"));
        return Err(Exit::NoVerdict);
    }
    Ok(path)
}

fn set_baseline(opened: &mut Opened, path: &Path) -> Result<(), Exit> {
    let input = workspace::read(path).map_err(|e| unreadable(path, &e, &opened.words))?;
    let text = String::from_utf8_lossy(&input.bytes);
    let set = opened.session.set_baseline(&path.display().to_string(), &text);
    opened.tell(set)
}

/// What the configuration wants on the cover of the page.
fn cover(opened: &Opened) -> Result<Cover, Exit> {
    let config = opened.session.settings();
    let logo = match &config.report.html.logo {
        None => None,
        Some(logo) => {
            let (kind, bytes) = match workspace::picture(&opened.path(&logo.value)) {
                Ok(picture) => picture,
                Err(error) => return opened.setting_refused(logo, &error),
            };
            Some(format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes)))
        }
    };
    Ok(Cover { logo, classification: config.report.html.classification.as_ref().map(|c| c.value.clone()) })
}

/// Where each report goes. `--output-file` is for the one that names no file of its own.
fn outputs(asked: &CheckArgs, opened: &Opened) -> Result<Vec<Wanted>, Exit> {
    let mut out = asked.format.clone();
    if out.is_empty() {
        out.push(Wanted { format: usual_format(), file: None });
    }
    let page = opened.session.settings().report.html.output.as_ref().map(|o| opened.path(&o.value));
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
        say_error(&opened.words.plain("two-reports-in-one-place"));
        return Err(Exit::NoVerdict);
    }
    let on_screen = |w: &&Wanted| w.file.is_none() && w.format.file().is_some() && std::io::stdout().is_terminal();
    if let Some(wanted) = out.iter().find(on_screen) {
        let said = [("format", wanted.format.name()), ("extension", wanted.format.extension())];
        say_error(&opened.words.say("format-not-for-screens", &args(said.map(|(id, text)| (id, text.to_owned())))));
        return Err(Exit::NoVerdict);
    }
    Ok(out)
}
