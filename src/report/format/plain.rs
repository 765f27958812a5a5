//! `plain`: the same as `human` in sentences, one fact a line; made for screen readers and e-mail.

use super::people::{self, ForPeople};
use super::{Format, RenderContext};
use crate::finding::{Judgement, Verdict};
use crate::report::mistakes::mistakes_plain;
use crate::report::opening::lines;
use crate::report::{Summary, findings, location, one_line};
use crate::syntax::Mistake;
use std::fmt::{self, Write};

/// Sentences.
#[derive(Debug)]
pub(super) struct Plain;

impl Format for Plain {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn help(&self) -> &'static str {
        "Sentences, for screen readers and e-mail"
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

impl ForPeople for Plain {
    fn mistakes(&self, context: &RenderContext<'_>, mistakes: &[Mistake]) -> String {
        mistakes_plain(mistakes, context.sources, context.words)
    }

    fn judgement(&self, context: &RenderContext<'_>, judgement: &Judgement, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { sources, words, shown, .. } = *context;
        if !shown.quiet {
            out.write_str(&self.mistakes(context, &judgement.warnings))?;
            for (number, (result, finding)) in findings(judgement, shown).into_iter().enumerate() {
                let verdict = words.verdict_with_force(finding.verdict, result.force);
                writeln!(out, "{}. {verdict}: {}", number + 1, one_line(&words.sentence(finding)))?;
                for mark in finding.because.iter().chain(&finding.nearly) {
                    let article =
                        mark.article.as_ref().map_or_else(String::new, |a| format!("{}, ", words.article_number(a)));
                    writeln!(out, "{article}{}: {}", location(sources, mark.span), words.role(mark.role))?;
                }
                for (heading, text) in words.lines(result, finding, &judgement.order) {
                    writeln!(out, "{heading}: {}", one_line(&text))?;
                }
                out.write_char('\n')?;
            }
            if shown.verbose {
                for result in judgement.results.iter().filter(|r| r.verdict == Verdict::Provided) {
                    writeln!(
                        out,
                        "{}: {}. {}",
                        words.verdict(result.verdict),
                        one_line(&words.name(&result.standard)),
                        words.reason(result)
                    )?;
                }
                out.write_char('\n')?;
            }
        }
        writeln!(out, "{}", lines(&Summary::of(judgement, shown), words).join("\n"))
    }
}
