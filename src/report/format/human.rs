//! `human`: law and standard both shown in their source, then who, why and what now.

use super::people::{self, ForPeople};
use super::{Format, RenderContext};
use crate::finding::{Finding, Judgement, Level, StandardResult, Verdict, level};
use crate::report::mistakes::mistakes_human;
use crate::report::snippet::Snippet;
use crate::report::{Style, findings, one_line, summary};
use crate::syntax::Mistake;
use crate::text::Sources;
use crate::words::Words;
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// Law and standard in their source.
#[derive(Debug)]
pub(super) struct Human;

impl Format for Human {
    fn name(&self) -> &'static str {
        "human"
    }

    fn help(&self) -> &'static str {
        "Law and standard shown in their source"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn for_people(&self) -> bool {
        true
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        people::write(self, context, out)
    }
}

impl ForPeople for Human {
    fn mistakes(&self, context: &RenderContext<'_>, mistakes: &[Mistake]) -> String {
        mistakes_human(mistakes, context.sources, context.words, context.style)
    }

    fn judgement(&self, context: &RenderContext<'_>, judgement: &Judgement, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { sources, words, style, shown, .. } = *context;
        if !shown.quiet {
            out.write_str(&self.mistakes(context, &judgement.warnings))?;
            let mut piece = String::new();
            let all = findings(judgement, shown);
            for (at, (result, finding)) in all.iter().enumerate() {
                // What all findings of a standard share is said once, under the last of them.
                let last = all.get(at + 1).is_none_or(|(next, _)| next.standard.name != result.standard.name);
                one(&mut piece, judgement, (result, finding), last, sources, words, style);
                out.write_str(&piece)?;
                piece.clear();
            }
            if shown.verbose {
                provided(&mut piece, judgement, words, style);
                out.write_str(&piece)?;
            }
        }
        writeln!(out, "{}", summary(judgement, words, shown))
    }
}

fn one(
    out: &mut String,
    judgement: &Judgement,
    (result, finding): (&StandardResult, &Finding),
    last: bool,
    sources: &Sources,
    words: &Words,
    style: &Style,
) {
    let verdict = words.verdict_with_force(finding.verdict, result.force);
    let accepted =
        if finding.accepted.is_some() { format!(" · {}", words.plain("line-accepted")) } else { String::new() };
    let message = format!("{verdict} · {}{accepted}", one_line(&words.sentence(finding)));
    let severity = match level(result, finding) {
        _ if finding.accepted.is_some() => miette::Severity::Advice,
        Level::Incompatible => miette::Severity::Error,
        Level::NotFound | Level::Interpretation | Level::Signed => miette::Severity::Warning,
        Level::SoftLaw | Level::ToAssess | Level::Note => miette::Severity::Advice,
    };
    let mut labels: Vec<_> =
        finding.because.iter().chain(&finding.nearly).map(|m| (m.span, words.role(m.role))).collect();
    let standard = || format!("{}: {}", words.plain("mark-standard"), result.standard.name);
    labels.extend(finding.form_span.map(|span| (span, standard())));
    let quoted = result.basis.first().and_then(|b| b.quote.as_ref().map(|(_, span)| (*span, words.place(b))));
    labels.extend(quoted);
    let mut snippet = Snippet::new(message, severity, labels, sources);
    snippet.link = style.links.then(|| link(judgement, finding, words)).flatten();
    let _ = style.handler().render_report(out, &snippet);
    let mut lines = words.finding_lines(finding);
    if last {
        lines.extend(words.standard_lines(result, &judgement.order));
    }
    let indent = lines.iter().map(|(h, _)| h.width()).max().unwrap_or(0);
    let mut before = String::new();
    for (heading, text) in lines {
        let shown = if heading == before { "" } else { &heading };
        style.line(out, shown, &one_line(&text), indent);
        before = heading;
    }
    out.push('\n');
}

/// The article that a finding rests on first, and where its law can be read.
fn link(judgement: &Judgement, finding: &Finding, words: &Words) -> Option<(String, String)> {
    let article = finding.because.iter().find_map(|m| m.article.as_ref())?;
    let laws = judgement.order.policies.iter().zip(&judgement.order.laws);
    let url = laws.filter(|(named, _)| named.name == article.policy.name).find_map(|(_, law)| law.url.as_ref())?;
    // What is no plain address could be a command to the terminal.
    let plain =
        url.chars().all(|c| c.is_ascii_graphic()) && (url.starts_with("https://") || url.starts_with("http://"));
    plain.then(|| (one_line(&words.article(article)), url.clone()))
}

/// The good news: what is provided for, and by which articles.
fn provided(out: &mut String, judgement: &Judgement, words: &Words, style: &Style) {
    let all: Vec<&StandardResult> = judgement.results.iter().filter(|r| r.verdict == Verdict::Provided).collect();
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "{}", words.plain("provided-heading"));
    for result in all {
        let text = format!("{} · {}", one_line(&words.name(&result.standard)), words.reason(result));
        style.line(out, &result.standard.name, &text, result.standard.name.width());
    }
    out.push('\n');
}
