//! The same thing said in each language of the report, each under its language.

use crate::report::one_line;
use crate::words::Words;

/// A text and the language it stands in; empty where that is not known.
pub(super) type Part = (String, String);

/// The same thing in every language of the report. What reads the same in all is said once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Said(pub(super) Vec<Part>);

impl Said {
    /// In every language of the report, on one line each.
    pub(super) fn by(voices: &[Words], say: impl Fn(&Words) -> String) -> Said {
        let mut said = Said::default();
        for words in voices {
            said.add(&words.plain("language-tag"), &one_line(&say(words)));
        }
        said
    }

    /// A text of the catalogue.
    pub(super) fn plain(voices: &[Words], id: &str) -> Said {
        Said::by(voices, |words| words.plain(id))
    }

    /// A text that is no language's, such as a number.
    pub(super) fn bare(text: &str) -> Said {
        let mut said = Said::default();
        said.add("", text);
        said
    }

    /// The same in one more language, where it reads otherwise there.
    pub(super) fn add(&mut self, language: &str, text: &str) {
        if !text.is_empty() && self.0.iter().all(|(_, known)| known != text) {
            self.0.push((language.to_owned(), text.to_owned()));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it on one line.
    pub(super) fn line(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" · ")
    }
}

/// The language that a text quoted from a law or a treaty is written in, as far as its letters show it.
pub(super) fn language_of(text: &str) -> &'static str {
    if text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) { "zh-Hans" } else { "" }
}
