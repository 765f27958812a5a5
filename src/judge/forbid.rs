//! `forbid M of WHO`: violated when the law empowers some kind of M for somebody the standard speaks of.
//!
//! Question, for each power: scope ∧ Perm(M).

use super::case::{Case, FormResult, Found};
use crate::finding::{Role, Sentence, Verdict};
use crate::law::Keep;
use crate::logic::{Formula, Undecided, attempt};
use crate::model::{Form, PowerId, ThingId};

/// The situations in which one power leaves somebody outside the standard.
fn violation(case: &mut Case<'_, '_>, scope: Formula, power: PowerId, measure: ThingId, keep: &Keep) -> Formula {
    let permitted = case.law.permits_some(power, measure, keep);
    case.law.formulas.all([scope, permitted])
}

pub(super) fn judge(case: &mut Case<'_, '_>, form: &Form, measure: ThingId) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let powers = case.law.powers_over(measure);
    let mut result = FormResult::default();
    for power in &powers {
        let found = attempt(case, |case| {
            let violation = violation(case, scope, *power, measure, &keep);
            Ok(case.happens(violation)?.then_some(violation))
        })?;
        let Some(violation) = found else { continue };
        let order = case.law.order;
        let p = &order.powers[*power];
        let kinds = order.vocabulary.kinds_of(measure);
        let nearly = case.near_bans(*power, &kinds, scope)?;
        let because = vec![case.mark(p.article, p.span, Role::Power)];
        // The kind that is reached: the one the law names, when it is a kind of what the standard names.
        let reached = if order.vocabulary.is_a(p.measure, measure) { p.measure } else { measure };
        let (finding, concern) = case.report(Found {
            verdict: Verdict::Incompatible,
            sentence: Sentence::Permits { measure: case.thing(reached) },
            violation,
            who: vec![p.who.clone(), form.who.clone()],
            because,
            nearly,
        })?;
        result.findings.push(finding);
        result.concerns.push(concern);
    }
    if result.findings.is_empty() {
        return case.met_while(measure, &[], &powers, |case, power, keep| {
            let violation = violation(case, scope, power, measure, keep);
            Ok(!case.happens(violation)?)
        });
    }
    Ok(result)
}
