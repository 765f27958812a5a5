//! How a report for a screen may look, and lines that are wrapped to it.

use miette::{GraphicalReportHandler, GraphicalTheme};
use std::fmt::Write as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How a report may look: decided at the door.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Colours.
    pub color: bool,
    /// Box-drawing characters; plain ASCII otherwise.
    pub unicode: bool,
    /// Columns.
    pub width: usize,
    /// Links that a terminal opens: to the law, where it can be read.
    pub links: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { color: false, unicode: true, width: 100, links: false }
    }
}

impl Style {
    pub(super) fn handler(&self) -> GraphicalReportHandler {
        let theme = match (self.color, self.unicode) {
            (true, _) => GraphicalTheme::unicode(),
            (false, true) => GraphicalTheme::unicode_nocolor(),
            (false, false) => GraphicalTheme::none(),
        };
        GraphicalReportHandler::new_themed(theme)
            .with_links(self.links)
            .with_width(self.width)
            .with_context_lines(0)
            .without_cause_chain()
    }

    /// A heading and its text, wrapped and aligned behind the heading.
    pub(crate) fn line(&self, out: &mut String, heading: &str, text: &str, indent: usize) {
        let pad = indent.saturating_sub(heading.width());
        let _ = write!(out, "  {heading}{} ", " ".repeat(pad));
        let room = self.width.saturating_sub(indent + 4).max(30);
        let mut used = 0;
        for word in pieces(text) {
            if used > 0 && used + word.trim_end().width() > room {
                let _ = write!(out, "\n  {} ", " ".repeat(indent));
                used = 0;
            }
            out.push_str(word);
            used += word.width();
        }
        while out.ends_with(' ') {
            out.pop();
        }
        out.push('\n');
    }
}

/// Pieces a line may be broken between: after blanks, and between wide characters.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        let wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
        let closing = "，。、；：）」》”".contains(c);
        let breaks = previous.is_some_and(|p| p == ' ' || (wide(p) && !closing && !"（「《“".contains(p)));
        if breaks && at > start {
            out.extend(text.get(start..at));
            start = at;
        }
        previous = Some(c);
    }
    out.extend(text.get(start..));
    out
}

/// A text of at most so many columns; what is cut ends in `…`.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > room {
            // A number that is cut is another number.
            if c.is_ascii_digit() {
                out.truncate(out.trim_end_matches(|c: char| c.is_ascii_digit()).len());
            }
            break;
        }
        out.push(c);
    }
    // Not within a word, where words have blanks between them.
    let words = out.rsplit_once(' ').map_or(0, |(before, _)| before.len());
    if words * 4 > out.len() * 3 {
        out.truncate(words);
    }
    format!("{}…", out.trim_end())
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_is_cut_is_cut_between_words_and_numbers() {
        assert_eq!(shortened("abcdef", 6), "abcdef");
        assert_eq!(shortened("abcdefg", 6), "abcde…");
        assert_eq!(shortened("art. 60, 63", 11), "art. 60, 63");
        assert_eq!(shortened("the law permits detention", 20), "the law permits…");
        assert_eq!(shortened("第60、63、171条", 12), "第60、63、…");
        assert_eq!(shortened("驱逐出境与遣送出境", 9), "驱逐出境…");
    }
}
