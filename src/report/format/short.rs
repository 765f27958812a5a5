//! `short`: one line for what one clause does to one point, for editors and pipes; with `--full` one a finding.

use super::people::{self, ForPeople};
use super::{Format, RenderContext};
use crate::finding::Judgement;
use crate::report::mistakes::mistakes_short;
use crate::report::opening::lines;
use crate::report::{Standing, Summary, location, one_line, place};
use crate::syntax::Mistake;
use std::fmt::{self, Write};

/// A line a cause.
#[derive(Debug)]
pub(super) struct Short;

impl Format for Short {
    fn name(&self) -> &'static str {
        "short"
    }

    fn help(&self) -> &'static str {
        "A line a point and clause; with --full a line a finding"
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
        let summary = Summary::of(judgement, shown);
        if !shown.quiet {
            out.write_str(&self.mistakes(context, &judgement.warnings))?;
            // What is known is folded: the opening counts it.
            for (point, cause) in summary.causes().filter(|(_, c)| shown.full || c.standing != Standing::Known) {
                let (named, more) = match shown.full {
                    true => (None, 0),
                    false => (Some(point.name), cause.others.len()),
                };
                for (result, finding) in cause.found().take(if shown.full { usize::MAX } else { 1 }) {
                    let mut after = String::new();
                    if !finding.counts() {
                        after = format!(" ({})", words.standing(finding));
                    } else if more > 0 {
                        after = words.count("short-more", more);
                    }
                    writeln!(
                        out,
                        "{}: {}[{}] {}{after}",
                        location(sources, place(judgement, finding)),
                        words.verdict_with_force(finding.verdict, result.force),
                        named.unwrap_or(&result.standard).name,
                        one_line(&words.sentence(finding)),
                    )?;
                }
            }
        }
        writeln!(out, "{}", lines(&summary, words).join("\n"))
    }

    fn shows_redline(&self) -> bool {
        false
    }
}
