//! `mend`: the smallest edits that remove what was found, each re-judged, as a redline; written back when asked.

use super::args::MendArgs;
use super::open::{self, Opened};
use super::{Exit, say, say_error, unwritable};
use crate::report::redline;
use crate::session::{Fixes, Order, Request};
use crate::words::args;
use crate::workspace;
use std::path::{Path, PathBuf};

/// The name of standard input, which cannot be written back.
const STDIN: &str = "stdin.pol";

pub(super) fn run(asked: &MendArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &MendArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, false)?;
    let request = Request { all_standards: asked.all_standards, only: asked.only.clone(), ..opened.request(law)? };
    let fixes = Fixes { article: asked.article.clone(), all_standards: asked.all_standards };
    let mut worst = Exit::Clean;
    for order in opened.orders(&asked.paths, STDIN, &request)? {
        let exit = if asked.write {
            write(&mut opened, &order, &request, &fixes)?
        } else {
            let found = opened.session.fixes(&order, &request, &fixes);
            let exit = found.exit;
            say(&redline(&opened.tell(found)?, opened.sources(), &opened.words));
            exit
        };
        worst = worst.max(exit);
    }
    Ok(worst)
}

/// Makes every fix, then writes the files.
fn write(opened: &mut Opened, order: &Order, request: &Request, fixes: &Fixes) -> Result<Exit, Exit> {
    let found = opened.session.fix(order, request, fixes);
    let exit = found.exit;
    let fixed = opened.tell(found)?;
    for (file, text) in &fixed.texts {
        let name = opened.session.name(*file);
        if name == STDIN {
            say(text);
        } else {
            let path = Path::new(name);
            workspace::write_back(path, text).map_err(|e| unwritable(path, &e, &opened.words))?;
        }
    }
    let mut counts = args([]);
    counts.set("mended", fixed.fixed);
    counts.set("none", fixed.left);
    say_error(&opened.words.say("mend-written", &counts));
    Ok(exit)
}
