//! `short`: one line a finding, for editors and pipes.

use super::mistakes::mistakes_short;
use super::{Shown, findings, location, one_line, place, summary};
use crate::finding::Judgement;
use crate::text::Sources;
use crate::words::Words;
use std::fmt::{self, Write};

/// The whole report.
pub fn short(
    out: &mut dyn Write,
    judgement: &Judgement,
    sources: &Sources,
    words: &Words,
    shown: Shown,
) -> fmt::Result {
    if !shown.quiet {
        out.write_str(&mistakes_short(&judgement.warnings, sources, words))?;
        for (result, finding) in findings(judgement, shown) {
            let accepted = if !finding.counts() { format!(" ({})", words.standing(finding)) } else { String::new() };
            writeln!(
                out,
                "{}: {}[{}] {}{accepted}",
                location(sources, place(finding)),
                words.verdict_with_force(finding.verdict, result.force),
                result.standard.name,
                one_line(&words.sentence(finding)),
            )?;
        }
    }
    writeln!(out, "{}", summary(judgement, words, shown))
}
