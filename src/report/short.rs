//! `short`: one line a finding, for editors and pipes.

use super::mistakes::mistakes_short;
use super::{Shown, findings, location, one_line, place, summary};
use crate::finding::Judgement;
use crate::text::Sources;
use crate::words::Words;
use std::fmt::Write as _;

/// The whole report.
pub fn short(judgement: &Judgement, sources: &Sources, words: &Words, shown: Shown) -> String {
    let mut out = String::new();
    if !shown.quiet {
        out.push_str(&mistakes_short(&judgement.warnings, sources, words));
        for (result, finding) in findings(judgement, shown) {
            let accepted = if !finding.counts() { format!(" ({})", words.standing(finding)) } else { String::new() };
            let _ = writeln!(
                out,
                "{}: {}[{}] {}{accepted}",
                location(sources, place(finding)),
                words.verdict_with_force(finding.verdict, result.force),
                result.standard.name,
                one_line(&words.sentence(finding)),
            );
        }
    }
    let _ = writeln!(out, "{}", summary(judgement, words, shown));
    out
}
