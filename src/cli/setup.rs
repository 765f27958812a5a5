//! What every command needs first: words, colours, rules, a date.
#![expect(clippy::disallowed_methods, reason = "this is the door to the environment and the clock")]

use super::args::{VoiceArgs, When};
use super::{Exit, say_error, unreadable};
use crate::checker::Input;
use crate::law::Date;
use crate::report::Style;
use crate::words::{Lang, Words, args};
use crate::workspace;
use std::io::IsTerminal as _;
use std::path::PathBuf;

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

/// The rule files of these folders.
pub(super) fn rule_files(folders: &[PathBuf], words: &Words) -> Result<Vec<Input>, Exit> {
    let mut inputs = Vec::new();
    for folder in folders {
        let found = workspace::find(folder, "iml")
            .and_then(|paths| paths.iter().map(|p| workspace::read(p)).collect::<Result<Vec<_>, _>>());
        inputs.append(&mut found.map_err(|e| unreadable(folder, &e, words))?);
    }
    Ok(inputs)
}
