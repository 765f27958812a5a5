//! What the formats for people share: order after order, what is wrong with its text before what is found in it.

use super::RenderContext;
use crate::finding::Judgement;
use crate::report::redline;
use crate::syntax::Mistake;
use std::fmt::{self, Write};

/// What a format for people does in its own way.
pub(super) trait ForPeople {
    /// Mistakes in a text.
    fn mistakes(&self, context: &RenderContext<'_>, mistakes: &[Mistake]) -> String;

    /// What was found in an order.
    fn judgement(&self, context: &RenderContext<'_>, judgement: &Judgement, out: &mut dyn Write) -> fmt::Result;

    /// Whether the mends are shown as a redline before it.
    fn shows_redline(&self) -> bool {
        true
    }
}

/// The whole report, piece by piece: that on a very long law may be larger than its judgement.
pub(super) fn write(how: &dyn ForPeople, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
    let (words, quiet) = (context.words, context.shown.quiet);
    for order in context.orders {
        if !order.mistakes.is_empty() && !quiet {
            out.write_str(&how.mistakes(context, order.mistakes))?;
        }
        match order.judgement {
            Some(judgement) => {
                let mends = judgement.results.iter().flat_map(|r| &r.findings).any(|f| f.mend.is_some());
                if mends && !quiet && how.shows_redline() {
                    writeln!(out, "{}", redline(judgement, context.sources, words))?;
                }
                how.judgement(context, judgement, out)?;
            }
            None => {
                let count = words.count("count-mistakes", order.errors().count());
                writeln!(out, "{} · {} · {count}", order.files.join(", "), order.no_verdict(words))?;
            }
        }
    }
    Ok(())
}
