//! What was found, as a person or a machine reads it. One file a format; none of them knows any law.

mod difference;
mod format;
mod mistakes;
mod news;
mod opening;
mod redline;
mod rows;
mod snippet;
mod statistics;
mod style;
mod summary;
mod verdicts;

pub use difference::{DIFFERENCE_FORMATS, DifferenceContext, DifferenceFormat, usual_difference};
pub use format::{Cover, FORMATS, Format, JSON_VERSION, MakesFile, RenderContext, format, usual_format};
pub use mistakes::{mistakes_human, mistakes_plain, mistakes_short};
pub use news::News;
pub use redline::redline;
pub use statistics::statistics;
pub use style::Style;
pub use summary::{Cause, PointSummary, ReadSummary, Standing, Summary};
pub use verdicts::verdicts;

use crate::finding::{Finding, Judgement, Level, StandardResult, level};
use crate::syntax::{Mistake, Severity};
use crate::text::{Sources, Span, harmless};
use crate::words::Words;

/// One legal order: its judgement, or none when there is no verdict, and the mistakes in its text.
#[derive(Debug, Clone, Copy)]
pub struct OrderReport<'a> {
    /// The judgement.
    pub judgement: Option<&'a Judgement>,
    /// The mistakes.
    pub mistakes: &'a [Mistake],
    /// Its files, as they are shown.
    pub files: &'a [String],
}

impl OrderReport<'_> {
    /// The mistakes that keep a verdict from being reached.
    fn errors(&self) -> impl Iterator<Item = &Mistake> {
        self.mistakes.iter().filter(|m| m.severity == Severity::Error)
    }

    /// What is said where no verdict was reached: that the text has mistakes, if it has. Why else there is none is said of
    /// the run.
    fn no_verdict(&self, words: &Words) -> String {
        words.plain(if self.errors().next().is_some() { "no-verdict" } else { "no-verdict-undecided-order" })
    }
}

/// What a report shows beyond the findings that count.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    /// Everything: soft law and unknown force in full, and what is provided for.
    pub verbose: bool,
    /// What does not bind this State.
    pub all_standards: bool,
    /// Every finding, and not only the points.
    pub full: bool,
    /// Nothing that is accepted or known.
    pub new_only: bool,
    /// Only the answer.
    pub quiet: bool,
    /// On a page, where no flag can be given.
    pub page: bool,
    /// In SARIF also what is no finding, and what is accepted.
    pub sarif_all: bool,
}

/// The findings a report shows in full: in order of force, standard, place.
fn findings(judgement: &Judgement, shown: Shown) -> Vec<(&StandardResult, &Finding)> {
    judgement
        .results
        .iter()
        .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
        .filter(|(r, f)| is_shown(r, f, shown))
        .collect()
}

fn is_shown(result: &StandardResult, finding: &Finding, shown: Shown) -> bool {
    match level(result, finding) {
        _ if shown.new_only && !finding.counts() => false,
        Level::Note => shown.all_standards,
        _ if result.force == crate::law::Force::Unknown => shown.verbose || shown.all_standards,
        _ => true,
    }
}

/// The place a finding is shown at first: what makes it so, else what nearly prevents it, else the head of the law: on
/// what is silent nothing stands anywhere, and least of all in a file of ours.
fn place(judgement: &Judgement, finding: &Finding) -> Option<Span> {
    let mark = finding.because.first().or(finding.nearly.first()).map(|m| m.span);
    mark.or_else(|| judgement.order.laws.get(summary::main_law(&judgement.order.laws)).and_then(|law| law.head))
}

/// `file:line:column`, harmless; nothing when it stands in no file.
pub(crate) fn location(sources: &Sources, span: impl Into<Option<Span>>) -> String {
    span.into()
        .and_then(|span| sources.place(span))
        .map_or_else(String::new, |(name, p)| format!("{}:{}:{}", one_line(name), p.line, p.column))
}

/// Text of a law or a file name, made harmless and put on one line.
fn one_line(text: &str) -> String {
    let clean = harmless(text);
    if is_on_one_line(&clean) { clean.into_owned() } else { clean.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Whether single blanks stand between the words of a text and nothing else does.
fn is_on_one_line(text: &str) -> bool {
    let mut blank = true;
    for c in text.chars() {
        if c.is_whitespace() && (blank || c != ' ') {
            return false;
        }
        blank = c == ' ';
    }
    !blank
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn words_stand_on_one_line_with_one_blank_between_them() {
        for (text, line) in [
            ("a bc", "a bc"),
            (" a\n\tbc  d ", "a bc d"),
            ("a\u{a0}b\u{3000}c", "a b c"),
            ("", ""),
            ("  ", ""),
            ("十六岁 以下", "十六岁 以下"),
            ("a\u{1b}b", "a?b"),
        ] {
            assert_eq!(one_line(text), line, "{text:?}");
        }
    }
}
