//! A mistake in words.

use super::{Args, Words, args};
use crate::syntax::{Arg, Mistake, Suggestion, Why};
use crate::text::Span;

/// What is said of a mistake.
#[derive(Debug, Clone, PartialEq)]
pub struct MistakeWords {
    /// The message.
    pub message: String,
    /// What stands under each place, the main place first.
    pub labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
}

impl Words {
    /// A mistake in words.
    pub fn mistake(&self, mistake: &Mistake) -> MistakeWords {
        let arguments = self.mistake_args(mistake);
        let id = mistake.code.as_str();
        let mut labels = Vec::new();
        let label = || self.attribute(id, "label", &arguments).unwrap_or_default();
        labels.extend(mistake.span.map(|span| (span, label())));
        for (span, attribute) in &mistake.others {
            labels.push((*span, self.attribute(id, attribute, &arguments).unwrap_or_default()));
        }
        let help = self.suggested(mistake);
        let help = help.or_else(|| self.attribute(id, &self.help_for(mistake), &arguments));
        let help = help.or_else(|| self.attribute(id, "help", &arguments));
        MistakeWords { message: self.say(id, &arguments), labels, help }
    }

    /// The help where something of this kind was expected; not every message has one for every kind.
    fn help_for(&self, mistake: &Mistake) -> String {
        let kind = mistake.args.iter().find_map(|(key, value)| match value {
            Arg::Expected(kinds) if *key == "kind" => kinds.first()?.strip_prefix("kind-"),
            _ => None,
        });
        kind.map_or_else(String::new, |kind| format!("help-{kind}"))
    }

    /// What may have been meant, in words.
    fn suggested(&self, mistake: &Mistake) -> Option<String> {
        let why = mistake.suggestions.first()?.why;
        let name = |s: &Suggestion| match s.kind {
            Some(kind) => self.say("name-and-kind", &args([("name", s.name.clone()), ("kind", self.plain(kind))])),
            None => format!("`{}`", s.name),
        };
        // Reasons are not mixed: what is meant is never said beside what is merely spelt alike.
        let names: Vec<String> = mistake.suggestions.iter().filter(|s| s.why == why).map(name).collect();
        let names = names.join(&self.plain("expected-or"));
        let word = mistake.args.iter().find_map(|(key, value)| match value {
            Arg::Text(text) if matches!(*key, "name" | "found") => Some(text.clone()),
            _ => None,
        });
        let id = match (why, &word) {
            (Why::Meaning, Some(_)) => "means-here",
            (Why::Elsewhere, Some(word)) => {
                let kind = mistake.suggestions.first().and_then(|s| s.kind).unwrap_or_default();
                let place = self.attribute(kind, "stands", &Args::new()).unwrap_or_default();
                let said = [("names", names), ("word", word.clone()), ("where", place)];
                return Some(self.say("means-elsewhere", &args(said)));
            }
            _ => return Some(self.say("did-you-mean", &args([("names", names)]))),
        };
        Some(self.say(id, &args([("names", names), ("word", word.unwrap_or_default())])))
    }

    /// The question whether one of these was meant.
    pub fn did_you_mean(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
        self.say("did-you-mean", &args([("names", names.join(&self.plain("expected-or")))]))
    }

    fn mistake_args(&self, mistake: &Mistake) -> Args<'static> {
        let mut out = Args::new();
        for (name, value) in &mistake.args {
            let text = match value {
                Arg::Text(text) => text.clone(),
                Arg::Number(number) => number.to_string(),
                Arg::Names(names) => {
                    let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
                    self.list(&names)
                }
                Arg::Expected(words) => self.expected(words),
            };
            out.set(*name, text);
        }
        out
    }

    /// What was expected, in words, each once; a long list is cut.
    fn expected(&self, words: &[String]) -> String {
        const MOST: usize = 8;
        let mut said: Vec<String> = Vec::new();
        for word in words {
            let text = if self.has(word) {
                self.plain(word)
            } else if word.starts_with("grammar-") {
                self.plain("grammar-other")
            } else {
                format!("`{word}`")
            };
            if !said.contains(&text) {
                said.push(text);
            }
        }
        let more = said.len() > MOST;
        said.truncate(MOST);
        let text = said.join(&self.plain("expected-or"));
        if more { format!("{text} …") } else { text }
    }
}
