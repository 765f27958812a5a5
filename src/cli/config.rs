//! `config`: every setting in effect, and where it comes from.

use super::args::ShowConfigArgs;
use super::{Exit, desk, say, setup};
use crate::config::{Config, FILE, SCHEMA, Set};
use crate::text::{Limits, Sources, Span, harmless};
use crate::words::{Words, args};
use std::fmt::Write as _;

pub(super) fn run(asked: &ShowConfigArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &ShowConfigArgs) -> Result<Exit, Exit> {
    if asked.schema {
        say(SCHEMA);
        return Ok(Exit::Clean);
    }
    // The same look at names, States and files that a check begins with.
    let desk = desk::open((&asked.config, &Default::default(), &asked.voice), Some(&asked.path), false)?;
    let config = &desk.settings.config;
    let mut shown = Shown { words: &desk.words, sources: &desk.checker.sources, out: String::new() };
    let file = match &desk.settings.file {
        Some((_, input)) => shown.words.say("config-read-from", &args([("file", harmless(&input.name).into_owned())])),
        None => shown.words.say("config-none", &args([("file", FILE.to_owned())])),
    };
    let _ = writeln!(shown.out, "{file}\n");
    let from_environment = setup::variable("IML_CHECK_LANG").is_some();
    let spoken: Vec<String> = desk.voices.iter().map(|w| quoted(&w.plain("language-tag"))).collect();
    let language = format!("[{}]", spoken.join(", "));
    match config.language.first() {
        _ if from_environment => shown.line("language", &language, Origin::Environment("IML_CHECK_LANG")),
        Some(set) => shown.line("language", &language, Origin::File(set.span)),
        None => shown.line("language", &language, Origin::Locale),
    }
    shown.list("rules", &config.rules);
    shown.one("builtin-rules", config.builtin_rules.as_ref().map(|b| (b.value.to_string(), b.span)), "true");
    frameworks(&mut shown, config);
    shown.text("gate.fail-on", config.fail_on.as_ref(), "\"breach\"");
    shown.one("gate.strict", config.strict.as_ref().map(|b| (b.value.to_string(), b.span)), "false");
    shown.text("gate.baseline", config.baseline.as_ref(), NONE);
    for skip in &config.skip {
        let text = format!("{} ({})", quoted(&skip.id.value), skip.reason.value);
        shown.line("standards.skip", &text, Origin::File(skip.id.span));
    }
    for accept in &config.accept {
        let who = accept.who.as_ref().map_or("any", |w| w.value.as_str());
        let text = format!("{} · {who} · {}", quoted(&accept.standard.value), accept.until.value);
        shown.line("accept", &text, Origin::File(accept.standard.span));
    }
    for (name, usual) in Limits::default().all() {
        let set = config.limits.iter().find(|(own, _)| own == name);
        shown.one(&format!("limits.{name}"), set.map(|(_, set)| (set.value.to_string(), set.span)), &usual.to_string());
    }
    shown.text("report.html.output", config.html_output.as_ref(), NONE);
    shown.text("report.html.logo", config.html_logo.as_ref(), NONE);
    shown.text("report.html.classification", config.html_classification.as_ref(), NONE);
    say(&shown.out);
    Ok(Exit::Clean)
}

fn frameworks(shown: &mut Shown<'_>, config: &Config) {
    for framework in &config.frameworks {
        let key = |name: &str| format!("framework.{}.{name}", framework.name.value);
        if let Some(state) = &framework.state {
            shown.text(&key("state"), Some(state), NONE);
        }
        shown.list(&key("policies"), &framework.policies);
        if let Some(date) = &framework.as_of {
            shown.text(&key("as-of"), Some(date), NONE);
        }
        if !framework.assume_ratified.is_empty() {
            shown.list(&key("assume-ratified"), &framework.assume_ratified);
        }
    }
}

/// What is shown where nothing is set.
const NONE: &str = "—";

/// Where a setting comes from.
enum Origin {
    Default,
    Environment(&'static str),
    Locale,
    File(Span),
}

struct Shown<'a> {
    words: &'a Words,
    sources: &'a Sources,
    out: String,
}

impl Shown<'_> {
    fn line(&mut self, key: &str, value: &str, origin: Origin) {
        let origin = match origin {
            Origin::Default => self.words.plain("config-default"),
            Origin::Environment(name) => self.words.say("config-environment", &args([("name", name.to_owned())])),
            Origin::Locale => self.words.plain("config-locale"),
            Origin::File(span) => {
                let place = self.sources.place(span).map(|(file, place)| format!("{file}:{}", place.line));
                place.unwrap_or_default()
            }
        };
        let _ = writeln!(self.out, "{} = {}   # {}", harmless(key), harmless(value), harmless(&origin));
    }

    fn one(&mut self, key: &str, set: Option<(String, Span)>, default: &str) {
        match set {
            Some((value, span)) => self.line(key, &value, Origin::File(span)),
            None => self.line(key, default, Origin::Default),
        }
    }

    fn text(&mut self, key: &str, set: Option<&Set<String>>, default: &str) {
        self.one(key, set.map(|s| (quoted(&s.value), s.span)), default);
    }

    fn list(&mut self, key: &str, list: &[Set<String>]) {
        let values: Vec<String> = list.iter().map(|s| quoted(&s.value)).collect();
        let set = list.first().map(|s| (format!("[{}]", values.join(", ")), s.span));
        self.one(key, set, "[]");
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
