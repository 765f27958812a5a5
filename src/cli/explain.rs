//! `explain`: what one thing means, in words.

use super::args::{ConfigArgs, ExplainArgs, RuleArgs, VoiceArgs};
use super::open::{self, Opened};
use super::{Exit, say, say_error, setup};
use crate::builtin::{self, BuiltInTreaties};
use crate::pages::{Shelf, nearest, page};
use crate::syntax::tree::ExampleItem;
use crate::words::args;

pub(super) fn run(asked: &ExplainArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &ExplainArgs) -> Result<Exit, Exit> {
    let (opened, examples) = open(&asked.rules, &asked.voice)?;
    let words = &opened.words;
    let as_of = setup::date(asked.as_of.as_deref(), words)?;
    let shelf = Shelf {
        library: opened.session.library(),
        sources: opened.sources(),
        examples: &examples,
        treaties: &BuiltInTreaties,
        as_of,
    };
    match page(&shelf, &asked.id, words) {
        Some(text) => {
            say(&text);
            Ok(Exit::Clean)
        }
        None => {
            say_error(&words.say("explain-unknown", &args([("name", asked.id.clone())])));
            if let Some(near) = nearest(&shelf, &asked.id) {
                say_error(&words.did_you_mean(&[near]));
            }
            Ok(Exit::NoVerdict)
        }
    }
}

/// The examples of every standard, by its identifier.
pub(super) type Examples = Vec<(String, Vec<ExampleItem>)>;

/// Words, rules and examples: what every command that only looks needs.
pub(super) fn open(rules: &RuleArgs, voice: &VoiceArgs) -> Result<(Opened, Examples), Exit> {
    let without = ConfigArgs { no_config: true, ..ConfigArgs::default() };
    let opened = open::open((&without, rules, voice), None, None, false)?;
    let examples = if rules.no_builtin_rules { Vec::new() } else { builtin::examples() };
    Ok((opened, examples))
}
