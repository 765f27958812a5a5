//! Accepted findings: covered exactly when the finding's class lies inside the accepted one. The verdict stays.

use super::case::Concern;
use crate::finding::{Accepted, StandardResult};
use crate::law::{Date, Force, Law};
use crate::logic::Undecided;
use crate::syntax::Mistake;

/// Marks the findings that are accepted; what is expired, unmatched or impossible is a remark on the text.
pub(super) fn apply(
    law: &mut Law<'_>,
    today: Date,
    results: &mut [StandardResult],
    concerns: &[Vec<Concern>],
) -> Result<Vec<Mistake>, Undecided> {
    let order = law.order;
    let mut mistakes = Vec::new();
    for acceptance in &order.acceptances {
        let Some(until) = Date::parse(&acceptance.until) else {
            mistakes.push(Mistake::new("not-a-date", acceptance.span).with("found", acceptance.until.clone()));
            continue;
        };
        let Some(at) = results.iter().position(|r| r.standard.name == acceptance.standard) else { continue };
        let (Some(result), Some(concerns)) = (results.get_mut(at), concerns.get(at)) else { continue };
        if result.force == Force::JusCogens {
            mistakes.push(
                Mistake::new("accepts-jus-cogens", acceptance.span).with("standard", acceptance.standard.clone()),
            );
            continue;
        }
        // The day itself is still within it.
        if !today.has_come_by(until) {
            mistakes.push(
                Mistake::warning("acceptance-expired", acceptance.span)
                    .with("standard", acceptance.standard.clone())
                    .with("until", acceptance.until.clone()),
            );
            continue;
        }
        let accepted = law.formula(&acceptance.who);
        let beyond = law.formulas.not(accepted);
        let mut matched = false;
        for (finding, concern) in result.findings.iter_mut().zip(concerns) {
            if law.possible(&[concern.class, beyond])? {
                continue;
            }
            matched = true;
            finding.accepted = Some(Box::new(Accepted {
                because: acceptance.because.clone(),
                by: acceptance.by.clone(),
                until: acceptance.until.clone(),
                span: acceptance.span,
            }));
        }
        if !matched {
            let code = if result.findings.is_empty() { "acceptance-unmatched" } else { "acceptance-too-narrow" };
            mistakes.push(Mistake::warning(code, acceptance.span).with("standard", acceptance.standard.clone()));
        }
    }
    Ok(mistakes)
}
