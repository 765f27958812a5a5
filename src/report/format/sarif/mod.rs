//! `sarif`: SARIF 2.1.0, for code scanning. A rule is a point, a result what one clause of the law does to it, unless that is
//! accepted.

mod log;

use super::json::pretty;
use super::{Format, RenderContext};
use crate::finding::{BaselineState, Level, Mark, Mend, Named, StandardResult, Verdict};
use crate::report::opening::basis;
use crate::report::rows::{CauseRow, Row, cause_rows, ends};
use crate::report::{PointSummary, Summary, one_line};
use crate::syntax::{Mistake, Severity};
use crate::text::{Place, Sources, Span, harmless};
use crate::words::Words;
use log::{
    ArtifactChange, ArtifactLocation, CodeFlow, Descriptor, Driver, Fingerprints, Fix, Found, Help, Invocation,
    Location, Log, Message, Notification, PhysicalLocation, Properties, Region, Replacement, Rule, Run, Suppression,
    Tags, ThreadFlow, ThreadFlowLocation, Tool,
};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// One run, with every order in it.
#[derive(Debug)]
pub(super) struct Sarif;

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn help(&self) -> &'static str {
        "SARIF 2.1.0, for code scanning"
    }

    fn extension(&self) -> &'static str {
        "sarif"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&pretty(&log_of(context)))
    }
}

fn log_of(context: &RenderContext<'_>) -> Log {
    let RenderContext { orders, sources, words, shown, .. } = *context;
    let summaries: Vec<Summary<'_>> =
        orders.iter().filter_map(|o| o.judgement).map(|j| Summary::of(j, shown)).collect();
    let mut found: Vec<CauseRow<'_>> = Vec::new();
    let mut others: Vec<&StandardResult> = Vec::new();
    let mut notifications = Vec::new();
    for order in orders {
        notifications.extend(order.mistakes.iter().map(|m| notification(m, sources, words)));
        let Some(judgement) = order.judgement else { continue };
        notifications.extend(judgement.warnings.iter().map(|m| notification(m, sources, words)));
        if shown.sarif_all {
            others.extend(judgement.results.iter().filter(|r| r.findings.is_empty()));
        }
    }
    for summary in &summaries {
        // An accepted result would show as an open alert where suppressions are not read.
        let open = |r: &CauseRow<'_>| shown.sarif_all || r.row.finding.accepted.is_none();
        found.extend(cause_rows(summary, sources, words).into_iter().filter(open));
    }
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    for point in summaries.iter().flat_map(|s| &s.points) {
        let asked = |result: &StandardResult| point.results.iter().any(|r| std::ptr::eq(*r, result));
        if found.iter().any(|r| r.point.name == point.name.name) || others.iter().any(|r| asked(r)) {
            rules.entry(&point.name.name).or_insert_with(|| rule(point, words));
        }
    }
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(at, id)| (*id, at)).collect();
    let index = |point: &Named| index.get(point.name.as_str()).copied().unwrap_or(0);
    let of = |result: &'_ StandardResult| result.point.clone().unwrap_or_else(|| result.standard.clone());
    let results = found
        .iter()
        .map(|row| finding(row, index(row.point), sources, words))
        .chain(others.iter().map(|r| without_finding(r, (&of(r), index(&of(r))), sources, words)))
        .collect();
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        runs: [Run {
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: orders.iter().all(|o| o.judgement.is_some()),
                tool_execution_notifications: notifications,
            }],
            language: words.plain("language-tag"),
            results,
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    rules: rules.into_values().collect(),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    version: env!("CARGO_PKG_VERSION"),
                },
            },
        }],
        version: "2.1.0",
    }
}

fn rule(point: &PointSummary<'_>, words: &Words) -> Rule {
    let title = one_line(&words.name(point.name));
    let rests_on = basis(&point.results, words);
    let mut help: Vec<String> = vec![rests_on.clone()];
    help.extend(point.results.iter().filter_map(|r| r.help.as_ref()).map(|h| one_line(&words.label(h, ""))));
    help.dedup();
    Rule {
        full_description: text(format!("{title} · {rests_on}")),
        help: Help { markdown: help.join("\n\n"), text: help.join("\n") },
        id: point.name.name.clone(),
        name: point.name.name.clone(),
        properties: Tags { tags: [point.results.first().map_or_else(String::new, |r| r.theme.clone())] },
        short_description: text(title),
    }
}

fn finding(cause: &CauseRow<'_>, rule_index: usize, sources: &Sources, words: &Words) -> Found {
    let row = &cause.row;
    let level = match row.level {
        Level::Incompatible => "error",
        Level::NotFound | Level::Interpretation | Level::Signed => "warning",
        _ => "note",
    };
    let kind = if row.finding.verdict == Verdict::ToAssess { "review" } else { "fail" };
    let first = row.place;
    let marks: Vec<&Mark> = row.finding.because.iter().chain(&row.finding.nearly).collect();
    let related: Vec<Location> = marks
        .iter()
        .filter(|m| Some(m.span) != first)
        .map(|m| location(m.span, sources, &words.role(m.role)))
        .collect();
    // The argument, step by step: the power, and what does not prevent it.
    let steps: Vec<ThreadFlowLocation> =
        marks.iter().map(|m| ThreadFlowLocation { location: location(m.span, sources, &words.role(m.role)) }).collect();
    Found {
        baseline_state: row.finding.baseline.map(|state| match state {
            BaselineState::New => "new",
            BaselineState::Unchanged => "unchanged",
            BaselineState::Narrower | BaselineState::Wider | BaselineState::Harsher | BaselineState::Changed => {
                "updated"
            }
        }),
        code_flows: (!steps.is_empty()).then_some([CodeFlow { thread_flows: [ThreadFlow { locations: steps }] }]),
        fixes: row.finding.mend.as_ref().and_then(|m| m.as_ref().ok()).map(|mend| [fix(mend, sources, words)]),
        kind,
        // SARIF allows a level other than none only for what fails.
        level: if kind == "fail" { level } else { "none" },
        locations: [location(first, sources, "")],
        message: text(message(cause, words)),
        partial_fingerprints: Some(Fingerprints { finding: row.fingerprint.clone() }),
        properties: Properties {
            force: Some(row.level.key()),
            verdict: row.finding.verdict.key(),
            who: Some(row.who.clone()),
        },
        related_locations: related,
        rule_id: cause.point.name.clone(),
        rule_index,
        suppressions: suppression(row, sources).map(|s| [s]),
    }
}

fn fix(mend: &Mend, sources: &Sources, words: &Words) -> Fix {
    let mut changes: BTreeMap<String, Vec<Replacement>> = BTreeMap::new();
    for edit in &mend.edits {
        let (file, start, end) = ends(sources, edit.at);
        changes
            .entry(file)
            .or_default()
            .push(Replacement { deleted_region: region(start, end), inserted_content: text(harmless(&edit.text)) });
    }
    let change =
        |(file, replacements): (String, _)| ArtifactChange { artifact_location: artifact(&file), replacements };
    Fix { artifact_changes: changes.into_iter().map(change).collect(), description: text(words.mend(mend)) }
}

/// Who answers for a finding, why and until when.
fn suppression(row: &Row<'_>, sources: &Sources) -> Option<Suppression> {
    let accepted = row.finding.accepted.as_ref()?;
    let policy = sources.place(accepted.span).is_some_and(|(file, _)| file.ends_with(".pol"));
    let by = accepted.by.as_deref().map(|by| format!("{} · ", one_line(by))).unwrap_or_default();
    Some(Suppression {
        justification: format!("{by}{} · {}", one_line(&accepted.because), accepted.until),
        kind: if policy { "inSource" } else { "external" },
        status: "accepted",
    })
}

/// A standard that nothing is found against: provided for, not examined, or not in force for this State.
fn without_finding(
    result: &StandardResult,
    (rule, rule_index): (&Named, usize),
    sources: &Sources,
    words: &Words,
) -> Found {
    let first = result.protects.first().map_or(result.span, |m| m.span);
    let said = format!("{} · {}", words.verdict(result.verdict), words.reason(result));
    Found {
        baseline_state: None,
        code_flows: None,
        fixes: None,
        kind: if result.verdict == Verdict::Provided { "pass" } else { "notApplicable" },
        level: "none",
        locations: [location(first, sources, "")],
        message: text(one_line(&said)),
        partial_fingerprints: None,
        properties: Properties { force: None, verdict: result.verdict.key(), who: None },
        related_locations: result
            .protects
            .iter()
            .skip(1)
            .map(|m| location(m.span, sources, &words.role(m.role)))
            .collect(),
        rule_id: rule.name.clone(),
        rule_index,
        suppressions: None,
    }
}

/// The sentence and everybody it is true of.
fn message(cause: &CauseRow<'_>, words: &Words) -> String {
    let sentence = cause.sentence(words);
    if cause.row.who.is_empty() { sentence } else { format!("{sentence} · {}", cause.row.who) }
}

fn text(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

fn location(span: impl Into<Option<Span>>, sources: &Sources, said: &str) -> Location {
    let (file, start, end) = ends(sources, span);
    Location {
        message: (!said.is_empty()).then(|| text(one_line(said))),
        physical_location: PhysicalLocation { artifact_location: artifact(&file), region: region(start, end) },
    }
}

fn region(start: Place, end: Place) -> Region {
    Region { end_column: end.column, end_line: end.line, start_column: start.column, start_line: start.line }
}

/// A relative reference: what a path may hold and a URI may not is escaped.
fn artifact(path: &str) -> ArtifactLocation {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    ArtifactLocation { uri }
}

fn notification(mistake: &Mistake, sources: &Sources, words: &Words) -> Notification {
    Notification {
        descriptor: Descriptor { id: mistake.code.as_str() },
        level: if mistake.severity == Severity::Error { "error" } else { "warning" },
        locations: [location(mistake.span, sources, "")],
        message: text(one_line(&words.mistake(mistake).message)),
    }
}
