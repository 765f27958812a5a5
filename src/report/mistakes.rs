//! Mistakes in a text, in each of the formats for people.

use super::snippet::Snippet;
use super::style::Style;
use super::{location, one_line};
use crate::syntax::{Mistake, Severity};
use crate::text::Sources;
use crate::words::Words;
use std::fmt::Write as _;

/// With the source around them.
pub fn mistakes_human(mistakes: &[Mistake], sources: &Sources, words: &Words, style: &Style) -> String {
    let mut out = String::new();
    for mistake in mistakes {
        let said = words.mistake(mistake);
        let severity = match mistake.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        };
        let level = level(mistake, words);
        let message = format!("{level}[{}] · {}", mistake.code, one_line(&said.message));
        let snippet = Snippet::new(message, severity, said.labels, sources);
        if snippet.labels.is_empty() {
            let _ = writeln!(out, "  {}", location(sources, mistake.span));
        }
        let _ = style.handler().render_report(&mut out, &snippet);
        if let Some(help) = said.help {
            style.line(&mut out, &words.plain("line-help"), &one_line(&help), 6);
        }
        out.push('\n');
    }
    out
}

/// One line each.
pub fn mistakes_short(mistakes: &[Mistake], sources: &Sources, words: &Words) -> String {
    let mut out = String::new();
    for mistake in mistakes {
        let said = words.mistake(mistake);
        let help = said.help.map_or_else(String::new, |h| format!(" ({})", one_line(&h)));
        let place = location(sources, mistake.span);
        let _ = writeln!(out, "{place}: {}[{}] {}{help}", level(mistake, words), mistake.code, one_line(&said.message));
    }
    out
}

/// Sentences, one fact a line.
pub fn mistakes_plain(mistakes: &[Mistake], sources: &Sources, words: &Words) -> String {
    let mut out = String::new();
    for mistake in mistakes {
        let said = words.mistake(mistake);
        let _ = writeln!(out, "{}: {}", level(mistake, words), one_line(&said.message));
        for (span, label) in said.labels {
            let _ = writeln!(out, "{}: {}", location(sources, span), one_line(&label));
        }
        if let Some(help) = said.help {
            let _ = writeln!(out, "{}: {}", words.plain("line-help"), one_line(&help));
        }
        out.push('\n');
    }
    out
}

fn level(mistake: &Mistake, words: &Words) -> String {
    words.plain(match mistake.severity {
        Severity::Error => "level-error",
        Severity::Warning => "level-warning",
    })
}
