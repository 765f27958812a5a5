//! What every command needs first: words, colours, rules, a date.
#![expect(clippy::disallowed_methods, reason = "this is the door to the environment and the clock")]

use super::args::{RuleArgs, VoiceArgs, When};
use super::{Exit, say_error};
use crate::builtin::BuiltInTreaties;
use crate::checker::{Checker, NoVerdict};
use crate::law::{Date, Treaties};
use crate::logic::Undecided;
use crate::report::{Style, mistakes_human};
use crate::syntax::{Severity, near};
use crate::text::Limits;
use crate::words::{Lang, Words, args};
use crate::workspace;
use std::io::IsTerminal as _;

/// A variable that is set and not empty.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|v| !v.is_empty())
}

/// How many threads may work at once.
pub(super) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The words: the flag, else the environment, else the locale, else English.
pub(super) fn words(voice: &VoiceArgs) -> Words {
    let asked = voice.lang.as_deref().and_then(|l| l.split(',').find_map(|one| Lang::parse(one.trim())));
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let lang = asked.or_else(|| locale().as_deref().and_then(Lang::parse)).unwrap_or_default();
    Words::new(lang)
}

/// Every language asked for, each once; the one of [`words`] when none is.
pub(super) fn voices(voice: &VoiceArgs) -> Vec<Words> {
    let mut langs: Vec<Lang> = Vec::new();
    for lang in voice.lang.iter().flat_map(|l| l.split(',')).filter_map(|one| Lang::parse(one.trim())) {
        if !langs.contains(&lang) {
            langs.push(lang);
        }
    }
    if langs.is_empty() { vec![words(voice)] } else { langs.into_iter().map(Words::new).collect() }
}

/// How the report may look: `--color`, `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, then whether it is a terminal.
pub(super) fn style(voice: &VoiceArgs, to_file: bool) -> Style {
    let forced = |name| variable(name).is_some_and(|v| v != "0");
    let terminal = std::io::stdout().is_terminal() && !to_file;
    let color = match voice.color {
        When::Always => true,
        When::Never => false,
        When::Auto if variable("NO_COLOR").is_some() => false,
        When::Auto if forced("CLICOLOR_FORCE") || forced("FORCE_COLOR") => true,
        When::Auto => terminal,
    };
    let width = voice.width.or_else(|| terminal.then(terminal_width).flatten()).unwrap_or(100).clamp(40, 400);
    let links = match voice.links {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && color,
    };
    Style { color, unicode: true, width, links }
}

fn terminal_width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0).min(140))
}

/// The date of the check: the flag, else today. The only clock there is.
pub(super) fn date(asked: Option<&str>, words: &Words) -> Result<Date, Exit> {
    let text = match asked {
        Some(text) => text.to_owned(),
        None => jiff::Zoned::now().date().to_string(),
    };
    Date::parse(&text).filter(|d| d.packed() & 0xffff != 0).ok_or_else(|| {
        say_error(&words.say("not-a-date-flag", &args([("text", text)])));
        Exit::NoVerdict
    })
}

/// The rules. Mistakes in them end the run: nothing can be judged by them.
pub(super) fn rules(asked: &RuleArgs, limits: Limits, words: &Words, style: &Style) -> Result<Checker, Exit> {
    let mut inputs = Vec::new();
    for folder in &asked.rules {
        let found = workspace::find(folder, "iml")
            .and_then(|paths| paths.iter().map(|p| workspace::read(p)).collect::<Result<Vec<_>, _>>());
        match found {
            Ok(mut read) => inputs.append(&mut read),
            Err(error) => {
                say_error(
                    &words.say(
                        "unreadable",
                        &args([("path", folder.display().to_string()), ("reason", error.to_string())]),
                    ),
                );
                return Err(Exit::NoVerdict);
            }
        }
    }
    let own = !inputs.is_empty();
    let mut checker = Checker::within(inputs, !asked.no_builtin_rules, limits);
    let sound = checker.mistakes.iter().all(|m| m.severity == Severity::Warning);
    // The built-in rules are checked when they are built; rules of one's own are checked here.
    if sound && own {
        match checker.check_rules() {
            Ok(mut found) => checker.mistakes.append(&mut found),
            Err(NoVerdict::Mistakes(mut found)) => checker.mistakes.append(&mut found),
            Err(NoVerdict::Undecided(why)) => return Err(undecided(why, words)),
        }
    }
    if checker.mistakes.iter().any(|m| m.severity == Severity::Error) {
        say_error(mistakes_human(&checker.mistakes, &checker.sources, words, style).trim_end());
        say_error(&words.plain("rules-have-mistakes"));
        return Err(Exit::NoVerdict);
    }
    Ok(checker)
}

/// Says that a question was not decided.
pub(super) fn undecided(why: Undecided, words: &Words) -> Exit {
    say_error(&words.plain(match why {
        Undecided::Budget => "no-verdict-undecided",
        Undecided::Disagreement => "no-verdict-fault",
    }));
    Exit::NoVerdict
}

/// Names given on the command line that nothing is called by end the run: a gate with a slip in it must not be green.
pub(super) fn known_names(
    checker: &Checker,
    instruments: &[String],
    standards: &[String],
    state: Option<&str>,
    words: &Words,
) -> Result<(), Exit> {
    let mut wrong = false;
    let mut complain = |id: &str, name: &str, known: Vec<&str>| {
        wrong = true;
        say_error(&words.say(id, &args([("name", name.to_owned())])));
        if let Some(near) = near(name, known) {
            say_error(&words.did_you_mean(&[near]));
        }
    };
    for name in instruments {
        if checker.library.instrument(name).is_none() {
            complain("unknown-instrument", name, checker.library.instruments.iter().map(|i| i.id.as_str()).collect());
        }
    }
    for name in standards {
        let known = checker.library.standards.iter().any(|s| s.id == *name || s.theme == *name);
        if !known {
            let names = checker.library.standards.iter().flat_map(|s| [s.id.as_str(), s.theme.as_str()]).collect();
            complain("unknown-only", name, names);
        }
    }
    if let Some(state) = state
        && !BuiltInTreaties.knows(state)
    {
        complain("unknown-state", state, crate::builtin::states().collect());
    }
    if wrong { Err(Exit::NoVerdict) } else { Ok(()) }
}
