//! `explain`: what one thing means, in words.

use super::args::{ExplainArgs, RuleArgs, VoiceArgs};
use super::{Exit, say, say_error, setup};
use crate::builtin::{self, BuiltInTreaties};
use crate::checker::Checker;
use crate::pages::{Shelf, nearest, page};
use crate::syntax::tree::ExampleItem;
use crate::text::Limits;
use crate::words::{Words, args};

pub(super) fn run(asked: &ExplainArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &ExplainArgs) -> Result<Exit, Exit> {
    let (words, checker, examples) = open(&asked.rules, &asked.voice)?;
    let as_of = setup::date(asked.as_of.as_deref(), &words)?;
    let shelf = Shelf {
        library: &checker.library,
        sources: &checker.sources,
        examples: &examples,
        treaties: &BuiltInTreaties,
        as_of,
    };
    match page(&shelf, &asked.id, &words) {
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
pub(super) fn open(rules: &RuleArgs, voice: &VoiceArgs) -> Result<(Words, Checker, Examples), Exit> {
    let words = setup::words(voice);
    let style = setup::style(voice, false);
    let checker = setup::rules(rules, Limits::default(), &words, &style)?;
    let examples = if rules.no_builtin_rules { Vec::new() } else { builtin::examples() };
    Ok((words, checker, examples))
}
