//! `diff`: who gains, who loses, which verdicts change between two versions of a law or an order.

use super::args::DiffArgs;
use super::desk::{self, Desk, Order};
use super::{Exit, StandardOutput, say_error, setup};
use crate::builtin::BuiltInTreaties;
use crate::checker::{NoVerdict, ReadOrder};
use crate::judge::Options;
use crate::report::DifferenceContext;
use crate::words::args;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &DiffArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &DiffArgs) -> Result<Exit, Exit> {
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), Some(&asked.new), false)?;
    setup::known_names(
        &desk.checker,
        &asked.law.assume_ratified,
        &asked.only,
        asked.law.state.as_deref(),
        &desk.words,
    )?;
    let old = one(&desk, &asked.old, asked)?;
    let mut new = one(&desk, &asked.new, asked)?;
    let before = desk.checker.read(old.files);
    sound(&desk, &before)?;
    let after = desk.checker.read_later(&before.order, std::mem::take(&mut new.files));
    sound(&desk, &after)?;
    let options = Options { all_standards: asked.all_standards, only: asked.only.clone(), ..Options::default() };
    let question = new.question(options, asked.verify);
    let found = match desk.checker.difference(&before.order, &after.order, &BuiltInTreaties, &question) {
        Ok(found) => found,
        Err(NoVerdict::Undecided(why)) => return Err(setup::undecided(why, &desk.words)),
        Err(NoVerdict::Mistakes(mistakes)) => {
            desk.say_mistakes(&mistakes);
            return Err(Exit::NoVerdict);
        }
    };
    let context = DifferenceContext {
        difference: &found,
        sources: &desk.checker.sources,
        words: &desk.words,
        style: &desk.style,
    };
    // What standard output does not take is said at the end.
    let _ = asked.format.write(&context, &mut StandardOutput::new());
    Ok(if found.verdicts.iter().any(|v| v.is_worse()) { Exit::Found } else { Exit::Clean })
}

/// The one legal order at a path.
fn one(desk: &Desk, path: &Path, asked: &DiffArgs) -> Result<Order, Exit> {
    let mut orders = desk.orders(&[PathBuf::from(path)], "stdin.pol", &asked.law)?;
    for order in &orders {
        for other in &order.others {
            say_error(&desk.words.say("version-left-out", &args([("file", other.name.clone())])));
        }
    }
    match orders.pop() {
        Some(order) if orders.is_empty() => Ok(order),
        _ => {
            let said = args([("path", path.display().to_string())]);
            say_error(&desk.words.say("diff-several-states", &said));
            Err(Exit::NoVerdict)
        }
    }
}

fn sound(desk: &Desk, read: &ReadOrder) -> Result<(), Exit> {
    if read.is_sound() {
        return Ok(());
    }
    desk.say_mistakes(&read.mistakes);
    Err(Exit::NoVerdict)
}
