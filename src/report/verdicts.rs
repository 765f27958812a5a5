//! The verdicts of a legal order as a text to be reviewed: one line a standard, one line a finding, no line numbers.

use super::one_line;
use crate::finding::{Judgement, Verdict};
use crate::words::Words;
use std::fmt::Write as _;

/// The whole text. It changes when a verdict, a person, a class or an article changes, and not when lines move.
pub fn verdicts(judgement: &Judgement, words: &Words) -> String {
    let order = &judgement.order;
    let laws: Vec<String> = order.policies.iter().map(|p| one_line(&words.name(p))).collect();
    let mut out = format!("{} · {} · {}\n", order.state, laws.join(" · "), order.as_of);
    let mut results: Vec<_> = judgement.results.iter().collect();
    results.sort_by(|a, b| a.standard.name.cmp(&b.standard.name));
    for result in results {
        // What does not bind, or is not governed, is no verdict of this law.
        if matches!(result.verdict, Verdict::NotExamined | Verdict::NotInForce) {
            continue;
        }
        let reason = if result.findings.is_empty() { words.reason(result) } else { String::new() };
        let line =
            format!("{}: {} {reason}", result.standard.name, words.verdict_with_force(result.verdict, result.force));
        let _ = writeln!(out, "\n{}", one_line(&line));
        for finding in &result.findings {
            let marks = finding.because.iter().filter_map(|m| m.article.as_ref());
            let articles = one_line(&words.articles(marks));
            let _ = writeln!(out, "  {}", one_line(&words.sentence(finding)));
            for (name, text) in words.finding_lines(finding, usize::MAX) {
                let _ = writeln!(out, "    {name}: {}", one_line(&text));
            }
            if !articles.is_empty() {
                let _ = writeln!(out, "    {articles}");
            }
        }
    }
    out
}
