//! `mend`: the smallest edits that remove what was found, each re-judged, as a redline; written back when asked.

use super::args::MendArgs;
use super::desk::{self, Desk, Order};
use super::{Exit, copies, say, say_error, setup, unwritable};
use crate::builtin::BuiltInTreaties;
use crate::checker::{Input, NoVerdict};
use crate::finding::{Finding, Judgement, Level, Mend, StandardResult, level};
use crate::judge::Options;
use crate::mend::Mender;
use crate::report::redline;
use crate::words::args;
use crate::workspace;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &MendArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &MendArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), place, false)?;
    setup::known_names(
        &desk.checker,
        &asked.law.assume_ratified,
        &asked.only,
        asked.law.state.as_deref(),
        &desk.words,
    )?;
    let mut worst = Exit::Clean;
    for order in desk.orders(&asked.paths, "stdin.pol", &asked.law)? {
        let exit = if asked.write { write(&mut desk, order, asked)? } else { show(&mut desk, &order, asked)? };
        worst = worst.max(exit);
    }
    Ok(worst)
}

/// Whether a finding is one to mend.
fn wanted(asked: &MendArgs, result: &StandardResult, finding: &Finding) -> bool {
    let article = asked.article.as_ref().is_none_or(|n| finding.articles().iter().any(|(_, number)| number == n));
    article && finding.counts() && (asked.all_standards || level(result, finding) != Level::Note)
}

/// A finding by what it is about, and the texts of the laws after its mend; none when it has no mend.
type Tried = (String, Vec<String>);

/// Judges an order and looks for the mends of what was found; beside them, the texts after each.
fn mends(
    desk: &mut Desk,
    order: &Order,
    files: &[Input],
    asked: &MendArgs,
    skip: &BTreeSet<String>,
    first: bool,
) -> Result<(Judgement, Option<Tried>), Exit> {
    let options = Options { all_standards: asked.all_standards, only: asked.only.clone(), ..Options::default() };
    let question = order.question(options, false);
    let read = desk.read(copies(files), order.framework.as_deref());
    if !read.is_sound() {
        desk.say_mistakes(&read.mistakes);
        return Err(Exit::NoVerdict);
    }
    let failed = |why: NoVerdict| match why {
        NoVerdict::Undecided(why) => setup::undecided(why, &desk.words),
        NoVerdict::Mistakes(mistakes) => {
            desk.say_mistakes(&mistakes);
            Exit::NoVerdict
        }
    };
    let mut judgement = desk.checker.check(&read.order, &BuiltInTreaties, &question).map_err(failed)?;
    let mender = Mender::new(&desk.checker, &read.order, &BuiltInTreaties, &question);
    if !first {
        mender.mend(&mut judgement, |r, f| wanted(asked, r, f)).map_err(failed)?;
        return Ok((judgement, None));
    }
    for result in &judgement.results {
        let Some(standard) = desk.checker.library.standard(&result.standard.name) else { continue };
        for (at, finding) in result.findings.iter().enumerate().filter(|(_, f)| wanted(asked, result, f)) {
            let key = format!("{} {} {:?}", result.standard.name, finding.about(), finding.articles());
            if skip.contains(&key) {
                continue;
            }
            let found: Result<Mend, _> = mender.one(standard, finding, at).map_err(failed)?;
            let texts = found.map(|mend| mender.edited(&mend.edits)).unwrap_or_default();
            return Ok((judgement.clone(), Some((key, texts))));
        }
    }
    Ok((judgement, None))
}

fn show(desk: &mut Desk, order: &Order, asked: &MendArgs) -> Result<Exit, Exit> {
    let (judgement, _) = mends(desk, order, &order.files, asked, &BTreeSet::new(), false)?;
    say(&redline(&judgement, &desk.checker.sources, &desk.words));
    let unmended = judgement.results.iter().flat_map(|r| &r.findings).any(|f| matches!(f.mend, Some(Err(_))));
    Ok(if unmended { Exit::Found } else { Exit::Clean })
}

/// One mend after another, each judged on the law that the one before has made; then the files are written.
fn write(desk: &mut Desk, order: Order, asked: &MendArgs) -> Result<Exit, Exit> {
    let mut files = copies(&order.files);
    let mut tried = BTreeSet::new();
    let (mut done, mut left) = (0, 0);
    while let (_, Some((key, texts))) = mends(desk, &order, &files, asked, &tried, true)? {
        tried.insert(key);
        if texts.is_empty() {
            left += 1;
            continue;
        }
        done += 1;
        for (file, text) in files.iter_mut().zip(texts) {
            file.bytes = text.into_bytes();
        }
    }
    for (before, after) in order.files.iter().zip(&files).filter(|(b, a)| b.bytes != a.bytes) {
        let path = Path::new(&before.name);
        let text = String::from_utf8_lossy(&after.bytes);
        if before.name == "stdin.pol" {
            say(&text);
        } else {
            workspace::write(path, &text).map_err(|e| unwritable(path, &e, &desk.words))?;
        }
    }
    let mut counts = args([]);
    counts.set("mended", done);
    counts.set("none", left);
    say_error(&desk.words.say("mend-written", &counts));
    Ok(if left > 0 { Exit::Found } else { Exit::Clean })
}
