//! `limit M of WHO to D`: violated when the law empowers M for longer than D, or without a limit.
//! `limit M of WHO to any limit`: violated when the law empowers M without a limit.
//!
//! Question, for each power: scope ∧ Perm(M) ∧ duration > D.

use super::case::{Case, FormResult, Found};
use crate::finding::{Lasting, Role, Sentence, Verdict};
use crate::law::{Keep, Law};
use crate::logic::{Formula, Undecided, attempt};
use crate::model::{Form, Length, PowerId, ThingId};

fn violation(
    case: &mut Case<'_, '_>,
    scope: Formula,
    power: PowerId,
    measure: ThingId,
    to: Option<Length>,
    keep: &Keep,
) -> Formula {
    let permitted = case.law.permits_some(power, measure, keep);
    let longer = case.law.lasts_longer(to);
    case.law.formulas.all([scope, permitted, longer])
}

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    form: &Form,
    measure: ThingId,
    to: Option<Length>,
) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let powers = case.law.powers_over(measure);
    let mut result = FormResult::default();
    for power in &powers {
        let found = attempt(case, |case| {
            let violation = violation(case, scope, *power, measure, to, &keep);
            Ok(case.happens(violation)?.then_some(violation))
        })?;
        let Some(violation) = found else { continue };
        let order = case.law.order;
        let p = &order.powers[*power];
        let lasts = longest(case.law, violation, p.for_.iter().filter_map(|f| f.limit))?;
        // The clause that lets it last: the one that lasts as long as the violation does.
        let mut because = vec![case.mark(p.article, p.span, Role::Power)];
        for clause in &p.for_ {
            let lets = match (clause.limit, lasts) {
                (None, _) => true,
                (Some(limit), Lasting::Most(most)) => limit.hours() >= most.hours(),
                (Some(_), Lasting::Unlimited) => false,
            };
            let where_ = case.law.formula(&clause.where_);
            if lets && case.law.possible(&[violation, where_])? {
                because.push(case.mark(p.article, clause.span, Role::TimeClause));
            }
        }
        let reached = if order.vocabulary.is_a(p.measure, measure) { p.measure } else { measure };
        let (finding, concern) = case.report(Found {
            verdict: Verdict::Incompatible,
            sentence: Sentence::Lasts { measure: case.thing(reached), limit: to, lasts },
            violation,
            who: vec![p.who.clone(), form.who.clone()],
            because,
            nearly: Vec::new(),
        })?;
        result.findings.push(finding);
        result.concerns.push(concern);
    }
    if result.findings.is_empty() {
        return case.met_while(measure, &[], &powers, |case, power, keep| {
            let violation = violation(case, scope, power, measure, to, keep);
            Ok(!case.happens(violation)?)
        });
    }
    Ok(result)
}

/// How long it can last: the least of the power's own limits that nobody is held beyond, or no limit at all.
pub(super) fn longest(
    law: &mut Law<'_>,
    violation: Formula,
    limits: impl Iterator<Item = Length>,
) -> Result<Lasting, Undecided> {
    let mut limits: Vec<Length> = limits.collect();
    limits.sort_by_key(|l| l.hours());
    for limit in limits {
        let longer = law.lasts_longer(Some(limit));
        if !law.possible(&[violation, longer])? {
            return Ok(Lasting::Most(limit));
        }
    }
    Ok(Lasting::Unlimited)
}
