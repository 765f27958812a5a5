//! Text in one language or in several, each marked with its language, ready to stand in a page.

use crate::text::harmless;
use crate::words::Words;
use askama::filters::HtmlSafe;
use std::fmt;

/// The same thing said in each language of the report.
#[derive(Debug, Clone, Default)]
pub(super) struct Said(Vec<(String, String)>);

/// What it prints is escaped by itself.
impl HtmlSafe for Said {}

impl Said {
    /// In every language of the report.
    pub(super) fn by(voices: &[Words], say: impl Fn(&Words) -> String) -> Said {
        let mut parts: Vec<(String, String)> = Vec::new();
        for words in voices {
            let text = say(words);
            // What reads the same in both is not said twice.
            if !parts.iter().any(|(_, said)| *said == text) {
                parts.push((words.plain("language-tag"), text));
            }
        }
        Said(parts)
    }

    /// Words quoted as they stand, in the language they stand in.
    pub(super) fn quoted(lang: &str, text: &str) -> Said {
        Said(vec![(lang.to_owned(), text.to_owned())])
    }

    /// In the languages given.
    pub(super) fn all(parts: Vec<(String, String)>) -> Said {
        Said(parts)
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (lang, text) in self.0.iter().filter(|(_, text)| !text.is_empty()) {
            write!(f, "<span lang=\"{}\">{}</span>", Escaped(lang), Escaped(text))?;
        }
        Ok(())
    }
}

/// Text in which nothing is mark-up and nothing deceives.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in harmless(self.0).chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_is_mark_up() {
        let said = Said::quoted("en\"><b>", "<script>alert('1')</script>\u{202e}");
        let text = said.to_string();
        assert_eq!(text.matches('<').count(), 2);
        assert!(!text.contains('\u{202e}') && text.starts_with("<span lang=\"en&quot;&gt;&lt;b&gt;\">"));
    }
}
