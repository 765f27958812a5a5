//! A mistake in words.

use super::{Args, Words, args};
use crate::syntax::{Arg, Mistake};
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
        let mut labels = Vec::new();
        labels.push((mistake.span, self.attribute(mistake.code, "label", &arguments).unwrap_or_default()));
        for (span, attribute) in &mistake.others {
            labels.push((*span, self.attribute(mistake.code, attribute, &arguments).unwrap_or_default()));
        }
        let suggestion = mistake.suggestion.as_ref().map(|s| self.say("did-you-mean", &args([("name", s.clone())])));
        let help = suggestion.or_else(|| self.attribute(mistake.code, "help", &arguments));
        MistakeWords { message: self.say(mistake.code, &arguments), labels, help }
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
