//! `config`: every setting in effect, and where it comes from.

use super::args::ShowConfigArgs;
use super::{Exit, open, say, setup};
use crate::config::FILE;
use crate::pages::settings_schema;
use crate::text::harmless;
use crate::words::args;
use std::fmt::Write as _;

pub(super) fn run(asked: &ShowConfigArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

/// What is shown where nothing is set.
const NONE: &str = "—";

fn run_or_exit(asked: &ShowConfigArgs) -> Result<Exit, Exit> {
    if asked.schema {
        say(&settings_schema(&setup::words(&asked.voice)));
        return Ok(Exit::Clean);
    }
    // The same look at names, States and files that a check begins with.
    let opened = open::open((&asked.config, &Default::default(), &asked.voice), None, Some(&asked.path), false)?;
    let words = &opened.words;
    let head = match opened.session.configuration() {
        Some(name) => words.say("config-read-from", &args([("file", harmless(name).into_owned())])),
        None => words.say("config-none", &args([("file", FILE.to_owned())])),
    };
    let mut out = format!("{head}\n\n");
    let spoken: Vec<String> =
        opened.voices.iter().map(|w| toml::Value::String(w.plain("language-tag")).to_string()).collect();
    for line in opened.session.settings().lines() {
        // The language is the only setting that comes from elsewhere too.
        let language = line.path == "language";
        let value = if language { Some(format!("[{}]", spoken.join(", "))) } else { line.value };
        let origin = match line.span {
            _ if language && asked.voice.lang.is_none() && setup::is_asked(&asked.voice) => {
                words.say("config-environment", &args([("name", setup::LANGUAGE.to_owned())]))
            }
            Some(span) => {
                let place = opened.sources().place(span).map(|(file, place)| format!("{file}:{}", place.line));
                place.unwrap_or_default()
            }
            None if language => words.plain("config-locale"),
            None => words.plain("config-default"),
        };
        let value = value.unwrap_or_else(|| NONE.to_owned());
        let _ = writeln!(out, "{} = {}   # {}", harmless(&line.path), harmless(&value), harmless(&origin));
    }
    say(&out);
    Ok(Exit::Clean)
}
