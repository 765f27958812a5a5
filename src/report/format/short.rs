//! `short`: one line a finding, for editors and pipes.

use super::people::{self, ForPeople};
use super::{Format, RenderContext};
use crate::finding::Judgement;
use crate::report::mistakes::mistakes_short;
use crate::report::{findings, location, one_line, place, summary};
use crate::syntax::Mistake;
use std::fmt::{self, Write};

/// A line a finding.
#[derive(Debug)]
pub(super) struct Short;

impl Format for Short {
    fn name(&self) -> &'static str {
        "short"
    }

    fn help(&self) -> &'static str {
        "One line a finding"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn for_people(&self) -> bool {
        true
    }

    fn tells_classes(&self) -> bool {
        false
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        people::write(self, context, out)
    }
}

impl ForPeople for Short {
    fn mistakes(&self, context: &RenderContext<'_>, mistakes: &[Mistake]) -> String {
        mistakes_short(mistakes, context.sources, context.words)
    }

    fn judgement(&self, context: &RenderContext<'_>, judgement: &Judgement, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { sources, words, shown, .. } = *context;
        if !shown.quiet {
            out.write_str(&self.mistakes(context, &judgement.warnings))?;
            for (result, finding) in findings(judgement, shown) {
                let accepted =
                    if !finding.counts() { format!(" ({})", words.standing(finding)) } else { String::new() };
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

    fn shows_redline(&self) -> bool {
        false
    }
}
