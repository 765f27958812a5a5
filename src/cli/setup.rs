//! What every command needs first: words, colours, rules, a date.
#![expect(clippy::disallowed_methods, reason = "this is the door to the environment and the clock")]

use super::args::{VoiceArgs, When};
use super::{Exit, files, say_error, unreadable};
use crate::report::Style;
use crate::session::{Date, Input};
use crate::text::harmless;
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

/// The variable that says which language reports are in.
pub(super) const LANGUAGE: &str = "IML_CHECK_LANG";

/// The languages asked for: by the flag, else by the environment.
fn asked(voice: &VoiceArgs) -> Vec<Lang> {
    let of = |text: &str| text.split(',').filter_map(|one| Lang::parse(one.trim())).collect();
    match &voice.lang {
        Some(flag) => of(flag),
        None => variable(LANGUAGE).as_deref().map(of).unwrap_or_default(),
    }
}

/// Whether the flag or the environment asks for a language that there is.
pub(super) fn is_asked(voice: &VoiceArgs) -> bool {
    !asked(voice).is_empty()
}

/// Says that the environment asks for a language that there is not: nobody wonders then why they are not answered in it.
fn unspoken(voice: &VoiceArgs, words: &Words) {
    let Some(name) = variable(LANGUAGE).filter(|_| voice.lang.is_none()) else { return };
    if name.split(',').all(|one| Lang::parse(one.trim()).is_some()) {
        return;
    }
    let known = Lang::ALL.map(Lang::code).join(", ");
    let said = [("variable", LANGUAGE.to_owned()), ("name", harmless(&name).into_owned()), ("known", known)];
    say_error(&words.say("language-unspoken", &args(said)));
}

/// The words: the flag, else the environment, else the locale, else English.
pub(super) fn words(voice: &VoiceArgs) -> Words {
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let asked = asked(voice).first().copied();
    let words = Words::new(asked.or_else(|| locale().as_deref().and_then(Lang::parse)).unwrap_or_default());
    static SAID: std::sync::Once = std::sync::Once::new();
    SAID.call_once(|| unspoken(voice, &words));
    words
}

/// Every language asked for, each once; the one of [`words`] when none is.
pub(super) fn voices(voice: &VoiceArgs) -> Vec<Words> {
    let mut langs: Vec<Lang> = Vec::new();
    for lang in asked(voice) {
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
        let found = workspace::find(folder, "iml").map_err(|e| unreadable(folder, &e, words))?;
        for path in files(found, words) {
            inputs.push(workspace::read(&path).map_err(|e| unreadable(&path, &e, words))?);
        }
    }
    Ok(inputs)
}
