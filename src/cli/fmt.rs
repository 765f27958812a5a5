//! `fmt`: the canonical layout, written back; or shown, or only asked for.

use super::args::FmtArgs;
use super::{Exit, say, say_error, setup, unreadable, unwritable};
use crate::checker::Input;
use crate::layout::{layout, second_edition};
use crate::report::mistakes_human;
use crate::text::{Sources, harmless};
use crate::words::{Words, args};
use crate::workspace;
use std::path::{Path, PathBuf};

pub(super) fn run(asked: &FmtArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &FmtArgs) -> Result<Exit, Exit> {
    let words = setup::words(&asked.voice);
    if asked.paths.iter().any(|p| p.as_os_str() == "-") {
        let input = workspace::read_stdin("stdin").map_err(|e| unreadable(Path::new("-"), &e, &words))?;
        let text = text_of(&input, &words)?;
        let laid = laid_out(&input.name, &text, asked, &words)?;
        let same = text == laid;
        if asked.diff {
            say(&difference(&input.name, &text, &laid));
        } else if !asked.check {
            say(&laid);
        }
        return Ok(if asked.check && !same { Exit::Found } else { Exit::Clean });
    }
    let here = [PathBuf::from(".")];
    let mut files: Vec<PathBuf> = Vec::new();
    for path in if asked.paths.is_empty() { &here[..] } else { &asked.paths } {
        for extension in ["pol", "iml"] {
            let found = workspace::find(path, extension).map_err(|e| unreadable(path, &e, &words))?;
            files.extend(super::files(found, &words));
        }
    }
    files.sort();
    files.dedup();
    if files.is_empty() {
        say_error(&words.plain("fmt-nothing"));
        return Err(Exit::NoVerdict);
    }
    let (mut changed, mut unread, mut worst) = (0, 0, Exit::Clean);
    for path in &files {
        match one(path, asked, &words) {
            Ok(true) => changed += 1,
            Ok(false) => {}
            // One text that cannot be read does not keep the others from being laid out.
            Err(exit) => {
                unread += 1;
                worst = worst.max(exit);
            }
        }
    }
    let id = if asked.check || asked.diff { "fmt-would" } else { "fmt-done" };
    let counts = [("changed", changed.to_string()), ("unchanged", (files.len() - changed - unread).to_string())];
    say_error(&words.say(id, &args(counts)));
    Ok(if asked.check && changed > 0 { worst.max(Exit::Found) } else { worst })
}

/// Lays one file out; whether that changes it.
fn one(path: &Path, asked: &FmtArgs, words: &Words) -> Result<bool, Exit> {
    let input = workspace::read(path).map_err(|e| unreadable(path, &e, words))?;
    let text = text_of(&input, words)?;
    let laid = laid_out(&input.name, &text, asked, words)?;
    if laid == text {
        return Ok(false);
    }
    if asked.diff {
        say(&difference(&input.name, &text, &laid));
    } else if asked.check {
        say(&format!("{}\n", harmless(&input.name)));
    } else {
        workspace::write_back(path, &laid).map_err(|e| unwritable(path, &e, words))?;
    }
    Ok(true)
}

fn text_of(input: &Input, words: &Words) -> Result<String, Exit> {
    String::from_utf8(input.bytes.clone()).map_err(|_| {
        let said = args([("path", harmless(&input.name).into_owned()), ("reason", "UTF-8".to_owned())]);
        say_error(&words.say("unreadable", &said));
        Exit::NoVerdict
    })
}

fn laid_out(name: &str, text: &str, asked: &FmtArgs, words: &Words) -> Result<String, Exit> {
    let laid = match asked.edition {
        // What is rewritten is of the language, so its layout is too.
        Some(_) => second_edition(text).and_then(|text| layout(&text)),
        None => layout(text),
    };
    laid.map_err(|mistakes| {
        let mut sources = Sources::new();
        sources.set(name, text.to_owned());
        say_error(mistakes_human(&mistakes, &sources, words, &setup::style(&asked.voice, false)).trim_end());
        Exit::NoVerdict
    })
}

/// What would change, as a difference that `patch` reads.
pub(super) fn difference(name: &str, before: &str, after: &str) -> String {
    let name = harmless(name);
    let difference = similar::TextDiff::from_lines(before, after);
    let text = difference.unified_diff().context_radius(2).header(&name, &name).to_string();
    harmless(&text).into_owned()
}
