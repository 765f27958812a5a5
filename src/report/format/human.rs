//! `human`: one screen with the answer; on request every point in full: the law in its source, then who, why and what
//! now.

use super::people::{self, ForPeople};
use super::{Format, RenderContext, screen};
use crate::finding::{Finding, Judgement, Mark, Role, StandardResult, Verdict};
use crate::report::mistakes::{mistakes_human, mistakes_short};
use crate::report::opening::{basis, lines};
use crate::report::snippet::Snippet;
use crate::report::summary::{Cause, PointSummary, Standing, Summary};
use crate::report::{Style, location, one_line, place};
use crate::syntax::Mistake;
use crate::text::Span;
use crate::words::Words;
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// Remarks on the text that are shown on the first screen.
const MOST_WARNINGS: usize = 3;

/// Clauses that are shown of those that make it so, and of those that nearly prevent it.
const MOST_MARKS: (usize, usize) = (3, 2);

/// Ways in which people may be alike that are said.
const MOST_WAYS: usize = 3;

/// One screen, or every point in full.
#[derive(Debug)]
pub(super) struct Human;

impl Format for Human {
    fn name(&self) -> &'static str {
        "human"
    }

    fn help(&self) -> &'static str {
        "One screen; with --full or --only the law shown in its source"
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
        let RenderContext { sources, words, shown, .. } = *context;
        if !shown.full || shown.quiet {
            if !shown.quiet {
                let few = judgement.warnings.get(..MOST_WARNINGS).unwrap_or(&judgement.warnings);
                out.write_str(&mistakes_short(few, sources, words))?;
            }
            return screen::write(context, judgement, out);
        }
        out.write_str(&self.mistakes(context, &judgement.warnings))?;
        let summary = Summary::of(judgement, shown);
        for point in summary.points.iter().filter(|p| !p.causes.is_empty()) {
            out.write_str(&sheet(context, judgement, point))?;
        }
        let mut piece = String::new();
        without_findings(&mut piece, &summary, context);
        out.write_str(&piece)?;
        writeln!(out, "{}", lines(&summary, words).join("\n"))
    }

    fn shows_redline(&self) -> bool {
        true
    }
}

/// A point in full: its causes, the gravest first.
fn sheet(context: &RenderContext<'_>, judgement: &Judgement, point: &PointSummary<'_>) -> String {
    let words = context.words;
    let rule = if context.style.unicode { "──" } else { "--" };
    let results = point.standards(point.standing);
    let mut out = format!("{rule} {} · {}", one_line(&words.name(point.name)), basis(&results, words));
    let room = context.style.width.saturating_sub(out.width() + 1);
    let _ = writeln!(out, " {}\n", if context.style.unicode { "─" } else { "-" }.repeat(room));
    let mut before = None;
    for cause in &point.causes {
        if before != Some(cause.standing) {
            let _ = writeln!(out, "  {}", words.plain(heading(cause.standing)));
            before = Some(cause.standing);
        }
        one(&mut out, context, judgement, cause);
    }
    out
}

/// How causes that stand so are announced.
pub(super) fn heading(standing: Standing) -> &'static str {
    match standing {
        Standing::Outside => "heading-outside",
        Standing::NotFound => "heading-not-found",
        Standing::Reading => "heading-reading",
        Standing::ToAssess => "heading-to-assess",
        Standing::Known => "heading-known",
        _ => "heading-advice",
    }
}

/// One cause: what is found with the clauses of the law, and what there is to know of it.
fn one(out: &mut String, context: &RenderContext<'_>, judgement: &Judgement, cause: &Cause<'_>) {
    let RenderContext { sources, words, style, shown, .. } = *context;
    let (result, finding) = cause.first;
    let verdict = words.verdict_with_force(finding.verdict, result.force);
    let accepted = if finding.counts() { String::new() } else { format!(" · {}", words.standing(finding)) };
    let message = format!("{verdict} · {}{accepted}", one_line(&words.sentence(finding)));
    let severity = match cause.standing {
        Standing::Outside => miette::Severity::Error,
        Standing::NotFound | Standing::Reading => miette::Severity::Warning,
        _ => miette::Severity::Advice,
    };
    let mut snippet = Snippet::new(message, severity, labels(context, (result, finding)), sources);
    snippet.link = style.links.then(|| link(judgement, finding, words)).flatten();
    let _ = style.handler().render_report(out, &snippet);
    let mut said: Vec<(String, String)> = Vec::new();
    if finding.because.is_empty() && finding.nearly.is_empty() {
        said.push((words.plain("line-place"), location(sources, place(judgement, finding))));
    }
    let lines = words.finding_lines(finding, if shown.verbose { usize::MAX } else { MOST_WAYS });
    // Nearly everything is so on every reading; what is not says so.
    let usual = words.plain("readings-every");
    said.extend(lines.into_iter().filter(|(_, text)| shown.verbose || *text != usual));
    if shown.verbose {
        said.extend(words.standard_lines(result, &judgement.order));
    } else {
        said.push((words.plain("line-standard"), one_line(&words.name(&result.standard))));
        if let Some(first) = result.basis.first() {
            let binding = words.binding(&first.binding, &judgement.order);
            said.push((words.plain("line-basis"), format!("{} · {binding}", words.basis(first))));
        }
    }
    for (other, also) in &cause.others {
        // The same standard finds more than one thing of the same clause; another finds the same again.
        let same = std::ptr::eq(*other, result);
        let text = if same { words.sentence(also) } else { words.name(&other.standard) };
        let line = (words.plain("line-also"), one_line(&text));
        if !said.contains(&line) {
            said.push(line);
        }
    }
    // What is for assessment is for a person, and what is known was read before.
    let to_do = cause.standing <= Standing::Reading && !shown.verbose;
    if let Some(help) = result.help.as_ref().filter(|_| to_do && finding.mend.is_none()) {
        said.push((words.plain("line-help"), words.label(help, "")));
    }
    if to_do {
        let explain = [("id", result.standard.name.clone())];
        said.push((words.plain("line-more"), words.say("more-explain", &crate::words::args(explain))));
    }
    lines_under(out, &said, style);
}

/// Headings and what stands behind them, a heading once for all that follow under it.
fn lines_under(out: &mut String, said: &[(String, String)], style: &Style) {
    let indent = said.iter().map(|(h, _)| h.width()).max().unwrap_or(0);
    let mut before = "";
    for (heading, text) in said {
        style.line(out, if heading == before { "" } else { heading }, &one_line(text), indent);
        before = heading;
    }
    out.push('\n');
}

/// The clauses that are marked in the law's source, what makes it so first. The rule file only for those who ask: the
/// reader has the treaty, and not our file.
fn labels(context: &RenderContext<'_>, (result, finding): (&StandardResult, &Finding)) -> Vec<(Span, String)> {
    let RenderContext { words, shown, .. } = *context;
    let said = |m: &Mark| (m.span, words.role(m.role));
    let (because, nearly) = if shown.verbose { (usize::MAX, usize::MAX) } else { MOST_MARKS };
    let mut out: Vec<_> = finding.because.iter().take(because).map(said).collect();
    // A clause that comes near is shown once, whatever it says it of.
    let mut articles: Vec<Option<Span>> = Vec::new();
    for mark in &finding.nearly {
        let article = mark.article.as_ref().map(|a| a.span);
        let shown_already = !shown.verbose && mark.role == Role::StopsShort && articles.contains(&article);
        if !shown_already && articles.len() < nearly {
            articles.push(article);
            out.push(said(mark));
        }
    }
    if shown.verbose {
        let standard = || format!("{}: {}", words.plain("mark-standard"), result.standard.name);
        out.extend(finding.form_span.map(|span| (span, standard())));
        out.extend(result.basis.first().and_then(|b| b.quote.as_ref().map(|(_, span)| (*span, words.place(b)))));
    }
    out
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

/// The points that nothing is found against: what is provided for and by which articles, and why others were not examined.
fn without_findings(out: &mut String, summary: &Summary<'_>, context: &RenderContext<'_>) {
    let RenderContext { words, style, shown, .. } = *context;
    let wanted = if shown.verbose { &[Verdict::Provided, Verdict::NotExamined][..] } else { &[Verdict::Provided][..] };
    for verdict in wanted {
        let id = if *verdict == Verdict::Provided { "provided-heading" } else { "not-examined-heading" };
        let results = || summary.points.iter().flat_map(|p| &p.results).filter(|r| r.verdict == *verdict);
        if results().next().is_none() {
            continue;
        }
        let _ = writeln!(out, "{}", words.plain(id));
        for result in results() {
            let text = format!("{} · {}", one_line(&words.name(&result.standard)), words.reason(result));
            style.line(out, &result.standard.name, &text, result.standard.name.width());
        }
        out.push('\n');
    }
}
