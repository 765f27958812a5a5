//! What was found before: covered exactly when everybody it reaches now was reached then. Lines and words do not matter.

use super::case::Concern;
use crate::finding::{BaselineState, Gone, StandardResult};
use crate::law::Law;
use crate::logic::{Formula, Undecided};

/// Says of every finding how it stands to the baseline; returns what is no longer there.
pub(super) fn apply(
    law: &mut Law<'_>,
    results: &mut [StandardResult],
    concerns: &[Vec<Concern>],
) -> Result<Vec<Gone>, Undecided> {
    let order = law.order;
    let Some(entries) = &order.baseline else { return Ok(Vec::new()) };
    // Of a standard that was not asked about nothing can be said to be gone.
    let asked = |standard: &str| results.iter().any(|r| r.standard.name == standard);
    let mut there: Vec<bool> = entries.iter().map(|e| !asked(&e.standard)).collect();
    for (result, concerns) in results.iter_mut().zip(concerns) {
        for (finding, concern) in result.findings.iter_mut().zip(concerns) {
            let (about, articles) = (finding.about(), finding.articles());
            let mut state = BaselineState::New;
            for (entry, there) in entries.iter().zip(&mut there) {
                if entry.standard != result.standard.name || entry.about != about || entry.articles != articles {
                    continue;
                }
                let Some(who) = &entry.who else { continue };
                let known = law.formula(who);
                if !law.possible(&[concern.class, known])? {
                    continue;
                }
                *there = true;
                if !inside(law, concern.class, known)? {
                    state = BaselineState::Wider;
                } else if finding.weight().exceeds(&entry.weight) {
                    state = BaselineState::Harsher;
                } else {
                    let same = inside(law, known, concern.class)?;
                    state = if same { BaselineState::Unchanged } else { BaselineState::Narrower };
                    break;
                }
            }
            finding.baseline = Some(state);
        }
    }
    let gone = entries.iter().zip(there).filter(|(_, there)| !there).map(|(entry, _)| Gone {
        standard: entry.standard.clone(),
        articles: entry.articles.iter().map(|(_, number)| number.clone()).collect(),
        who: entry.text.clone(),
    });
    Ok(gone.collect())
}

/// Whether everybody in the one is in the other. How long a measure lasts is no part of who somebody is.
fn inside(law: &mut Law<'_>, one: Formula, other: Formula) -> Result<bool, Undecided> {
    let duration = law.order.vocabulary.duration();
    let one = duration.map_or(one, |d| law.formulas.exists(one, d));
    let other = duration.map_or(other, |d| law.formulas.exists(other, d));
    let beyond = law.formulas.not(other);
    Ok(!law.possible(&[one, beyond])?)
}
