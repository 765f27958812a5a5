//! `accept`: what is found is answered for, with a reason, a name and an end. Written only when it has been re-checked.

use super::args::AcceptArgs;
use super::{Exit, open, say, setup, unwritable};
use crate::config::FILE;
use crate::session::{Acceptance, Request};
use crate::words::args;
use crate::workspace;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &AcceptArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &AcceptArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, false)?;
    let request = Request { only: vec![asked.standard.clone()], ..opened.request(law)? };
    let orders = opened.orders(&asked.paths, "stdin.pol", &request)?;
    let acceptance = Acceptance {
        standard: asked.standard.clone(),
        reason: asked.reason.clone(),
        until: setup::date(Some(&asked.until), &opened.words)?,
        by: asked.by.clone(),
        articles: asked.article.clone(),
    };
    let accepted = opened.session.accept(&orders, &request, &acceptance);
    let accepted = opened.tell(accepted)?;
    let path = opened.configuration.clone().unwrap_or_else(|| PathBuf::from(FILE));
    // The one file that is read and written: what stands in it stays.
    let own = opened.configuration.is_some();
    let write = if own { workspace::write_back::<String> } else { workspace::write::<String> };
    write(&path, &accepted.text).map_err(|e| unwritable(&path, &e, &opened.words))?;
    let count = opened.words.count("accept-count", accepted.findings);
    let shown: &Path = path.strip_prefix(".").unwrap_or(&path);
    let said = args([("count", count), ("path", shown.display().to_string())]);
    say(&format!("{}\n", opened.words.say("accept-written", &said)));
    Ok(Exit::Clean)
}
