//! `diff`: who gains, who loses, which verdicts change between two versions of a law or an order.

use super::args::DiffArgs;
use super::open::{self, Opened};
use super::{Exit, StandardOutput};
use crate::report::DifferenceContext;
use crate::session::{Note, Order, Outcome, Request};
use std::path::Path;

pub(super) fn run(asked: &DiffArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &DiffArgs) -> Result<Exit, Exit> {
    let law = &asked.law;
    let place = Some(asked.new.as_path());
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, false)?;
    let request = Request {
        all_standards: asked.all_standards,
        only: asked.only.clone(),
        verify: asked.verify,
        ..opened.request(law)?
    };
    let old = one(&mut opened, &asked.old, &request)?;
    let new = one(&mut opened, &asked.new, &request)?;
    let found = opened.session.diff(&old, &new, &request);
    let exit = found.exit;
    let difference = opened.tell(found)?;
    let context = DifferenceContext {
        difference: &difference,
        sources: opened.sources(),
        words: &opened.words,
        style: &opened.style,
    };
    // What standard output does not take is said at the end.
    let _ = asked.format.write(&context, &mut StandardOutput::new());
    Ok(exit)
}

/// The one legal order at a path, whatever else belongs to its framework.
fn one(opened: &mut Opened, path: &Path, request: &Request) -> Result<Order, Exit> {
    let mut orders = opened.orders_at(path, request)?;
    match orders.pop() {
        Some(order) if orders.is_empty() => Ok(order),
        _ => opened.tell(Outcome::refused(Note::new("diff-several-states").with("path", path.display().to_string()))),
    }
}
