//! `plain`: the same as `human` in sentences, one fact a line; made for screen readers and e-mail.

use super::mistakes::mistakes_plain;
use super::{Shown, findings, location, one_line, summary};
use crate::finding::{Judgement, Verdict};
use crate::text::Sources;
use crate::words::Words;
use std::fmt::{self, Write};

/// The whole report.
pub fn plain(
    out: &mut dyn Write,
    judgement: &Judgement,
    sources: &Sources,
    words: &Words,
    shown: Shown,
) -> fmt::Result {
    if !shown.quiet {
        out.write_str(&mistakes_plain(&judgement.warnings, sources, words))?;
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
            for result in judgement.results.iter().filter(|r| r.verdict == Verdict::Met) {
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
    writeln!(out, "{}", summary(judgement, words, shown))
}
