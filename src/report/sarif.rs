//! `sarif`: SARIF 2.1.0, for code scanning. A rule is a standard, a result a finding that is not accepted.

use super::rows::{Row, basis, ends, rows, verdict_word};
use super::{OrderReport, Shown, one_line};
use crate::finding::{BaselineState, Level, Mark, StandardResult, Verdict};
use crate::syntax::{Mistake, Severity};
use crate::text::{Sources, Span};
use crate::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The whole log: one run, with every order in it.
pub fn sarif(orders: &[OrderReport<'_>], sources: &Sources, words: &Words, shown: Shown) -> String {
    let mut rules: BTreeMap<String, Value> = BTreeMap::new();
    let mut found: Vec<Row<'_>> = Vec::new();
    let mut others: Vec<&StandardResult> = Vec::new();
    let mut notifications = Vec::new();
    for order in orders {
        notifications.extend(order.mistakes.iter().map(|m| notification(m, sources, words)));
        let Some(judgement) = order.judgement else { continue };
        notifications.extend(judgement.warnings.iter().map(|m| notification(m, sources, words)));
        // An accepted result would show as an open alert where suppressions are not read.
        let open = |r: &Row<'_>| shown.sarif_all || r.finding.accepted.is_none();
        found.extend(rows(judgement, sources, words, shown).into_iter().filter(open));
        if shown.sarif_all {
            others.extend(judgement.results.iter().filter(|r| r.findings.is_empty()));
        }
    }
    for row in &found {
        rules.entry(row.result.standard.name.clone()).or_insert_with(|| rule(row.result, words));
    }
    for result in &others {
        rules.entry(result.standard.name.clone()).or_insert_with(|| rule(result, words));
    }
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let results: Vec<Value> = found
        .iter()
        .map(|row| result(row, &index, sources, words))
        .chain(others.iter().map(|r| without_finding(r, &index, sources, words)))
        .collect();
    let successful = orders.iter().all(|o| o.judgement.is_some());
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().collect::<Vec<_>>(),
            } },
            "language": words.plain("language-tag"),
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": successful, "toolExecutionNotifications": notifications }],
            "results": results,
        }],
    });
    pretty(&log)
}

/// JSON on several lines, ending with one.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(result: &StandardResult, words: &Words) -> Value {
    let basis = basis(result, words);
    let title = one_line(&words.name(&result.standard));
    let mut help = vec![basis.clone()];
    help.extend(result.help.as_ref().map(|h| words.label(h, "")));
    let markdown: Vec<String> = help.iter().map(|h| one_line(h)).collect();
    json!({
        "id": result.standard.name,
        "name": result.standard.name,
        "shortDescription": { "text": title },
        "fullDescription": { "text": format!("{title} · {}", one_line(&basis)) },
        "help": { "text": markdown.join("\n"), "markdown": markdown.join("\n\n") },
        "properties": { "tags": [result.theme] },
    })
}

fn result(row: &Row<'_>, index: &BTreeMap<&str, usize>, sources: &Sources, words: &Words) -> Value {
    let id = row.result.standard.name.as_str();
    let level = match row.level {
        Level::Breach => "error",
        Level::Interpretation | Level::Signed => "warning",
        _ => "note",
    };
    let kind = if row.finding.verdict == Verdict::Review { "review" } else { "fail" };
    let first = super::place(row.finding);
    let marks: Vec<&Mark> = row.finding.because.iter().chain(&row.finding.nearly).collect();
    let mut related: Vec<Value> = marks
        .iter()
        .filter(|m| Some(m.span) != first)
        .map(|m| location(m.span, sources, &words.role(m.role)))
        .collect();
    related.push(location(row.finding.form_span, sources, &words.plain("mark-standard")));
    // The argument, step by step: the power, what does not prevent it, the standard.
    let steps: Vec<Value> = marks
        .iter()
        .map(|m| json!({ "location": location(m.span, sources, &words.role(m.role)) }))
        .chain([json!({ "location": location(row.finding.form_span, sources, &row.basis) })])
        .collect();
    let mut out = json!({
        "ruleId": id,
        "ruleIndex": index.get(id).copied().unwrap_or(0),
        // SARIF allows a level other than none only for what fails.
        "level": if kind == "fail" { level } else { "none" },
        "kind": kind,
        "message": { "text": message(row) },
        "locations": [location(first, sources, "")],
        "relatedLocations": related,
        "codeFlows": [{ "threadFlows": [{ "locations": steps }] }],
        "partialFingerprints": { "finding/v1": row.fingerprint },
        "properties": {
            "verdict": verdict_word(row.finding.verdict),
            "force": super::rows::level_word(row.level),
            "who": row.who,
        },
    });
    if let (Some(Ok(mend)), Some(object)) = (&row.finding.mend, out.as_object_mut()) {
        let mut changes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for edit in &mend.edits {
            let (file, start, end) = ends(sources, edit.at);
            changes.entry(file).or_default().push(json!({
                "deletedRegion": {
                    "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
                },
                "insertedContent": { "text": crate::text::harmless(&edit.text) },
            }));
        }
        let changes: Vec<Value> = changes
            .into_iter()
            .map(|(file, edits)| json!({ "artifactLocation": { "uri": uri(&file) }, "replacements": edits }))
            .collect();
        let fix = json!([{ "description": { "text": words.mend(mend) }, "artifactChanges": changes }]);
        object.insert("fixes".into(), fix);
    }
    if let (Some(accepted), Some(object)) = (&row.finding.accepted, out.as_object_mut()) {
        let policy = sources.place(accepted.span).is_some_and(|(file, _)| file.ends_with(".pol"));
        let by = accepted.by.as_deref().map(|by| format!("{} · ", one_line(by))).unwrap_or_default();
        let said = format!("{by}{} · {}", one_line(&accepted.because), accepted.until);
        let kind = if policy { "inSource" } else { "external" };
        let suppression = json!([{ "kind": kind, "status": "accepted", "justification": said }]);
        object.insert("suppressions".into(), suppression);
    }
    if let (Some(state), Some(object)) = (row.finding.baseline, out.as_object_mut()) {
        let state = match state {
            BaselineState::New => "new",
            BaselineState::Unchanged => "unchanged",
            BaselineState::Narrower | BaselineState::Wider | BaselineState::Harsher => "updated",
        };
        object.insert("baselineState".into(), state.into());
    }
    out
}

/// A standard that nothing is found against: met, or not for this law or this State.
fn without_finding(result: &StandardResult, index: &BTreeMap<&str, usize>, sources: &Sources, words: &Words) -> Value {
    let id = result.standard.name.as_str();
    let first = result.protects.first().map_or(result.span, |m| m.span);
    let said = format!("{} · {}", words.verdict(result.verdict), words.reason(result));
    let related: Vec<Value> =
        result.protects.iter().skip(1).map(|m| location(m.span, sources, &words.role(m.role))).collect();
    json!({
        "ruleId": id,
        "ruleIndex": index.get(id).copied().unwrap_or(0),
        "level": "none",
        "kind": if result.verdict == Verdict::Met { "pass" } else { "notApplicable" },
        "message": { "text": one_line(&said) },
        "locations": [location(first, sources, "")],
        "relatedLocations": related,
        "properties": { "verdict": verdict_word(result.verdict) },
    })
}

/// The sentence and everybody it is true of.
fn message(row: &Row<'_>) -> String {
    if row.who.is_empty() { row.sentence.clone() } else { format!("{} · {}", row.sentence, row.who) }
}

fn location(span: impl Into<Option<Span>>, sources: &Sources, said: &str) -> Value {
    let (file, start, end) = ends(sources, span);
    let mut out = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&file) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    });
    if let (false, Some(object)) = (said.is_empty(), out.as_object_mut()) {
        object.insert("message".into(), json!({ "text": one_line(said) }));
    }
    out
}

/// A relative reference: what a path may hold and a URI may not is escaped.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn notification(mistake: &Mistake, sources: &Sources, words: &Words) -> Value {
    json!({
        "descriptor": { "id": mistake.code },
        "level": if mistake.severity == Severity::Error { "error" } else { "warning" },
        "message": { "text": one_line(&words.mistake(mistake).message) },
        "locations": [location(mistake.span, sources, "")],
    })
}
