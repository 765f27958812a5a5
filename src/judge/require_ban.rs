//! `require ban on M of WHO [by KIND]`: violated when somebody in WHO is reached by no article that prohibits M, or one
//! permits it. For what private persons do, silence protects nobody.
//!
//! Question, for each kind of M: scope ∧ (¬Prohibited(M) ∨ Perm(M)).

use super::case::{Case, FormResult, Found, MOST_NEAR};
use crate::finding::{Mark, Reason, Role, Sentence, Verdict};
use crate::law::Keep;
use crate::logic::{Formula, Undecided};
use crate::model::{Form, PowerId, ThingId};

fn violation(case: &mut Case<'_, '_>, scope: Formula, measure: ThingId, by: Option<ThingId>, keep: &Keep) -> Formula {
    let order = case.law.order;
    let mut ways = Vec::new();
    for kind in order.vocabulary.kinds_of(measure) {
        let banned = case.law.prohibits(kind, by, keep);
        ways.push(case.law.formulas.not(banned));
    }
    for power in powers(case, measure, by) {
        ways.push(case.law.permits_some(power, measure, keep));
    }
    let any = case.law.formulas.some(ways);
    case.law.formulas.all([scope, any])
}

/// The powers that permit it to this kind of actor: those that name no actor, or one of that kind.
fn powers(case: &Case<'_, '_>, measure: ThingId, by: Option<ThingId>) -> Vec<PowerId> {
    let order = case.law.order;
    let acts = |power: &PowerId| match (by, order.powers[*power].by) {
        (Some(wanted), Some(actor)) => order.vocabulary.is_a(actor, wanted) || order.vocabulary.is_a(wanted, actor),
        _ => true,
    };
    case.law.powers_over(measure).into_iter().filter(acts).collect()
}

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    form: &Form,
    measure: ThingId,
    by: Option<ThingId>,
) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let order = case.law.order;
    let vocabulary = &order.vocabulary;
    let related = |m: ThingId| vocabulary.is_a(m, measure) || vocabulary.is_a(measure, m);
    let bans: Vec<Mark> = order
        .bans
        .iter()
        .filter(|b| related(b.measure))
        .take(MOST_NEAR)
        .map(|b| case.mark(b.article, b.guard_span, Role::StopsShort))
        .collect();
    let permitting = powers(case, measure, by);
    let violation = violation(case, scope, measure, by, &keep);
    if !case.happens(violation)? {
        let protects = case.protectors(Some(measure), &[], |case, keep| {
            let violation = self::violation(case, scope, measure, by, keep);
            case.happens(violation).map(|happens| !happens)
        })?;
        return Ok(FormResult { protects, ..FormResult::met(Reason::Articles) });
    }
    let mut because = Vec::new();
    let mut who = Vec::new();
    for power in permitting {
        let permitted = case.law.permits_some(power, measure, &keep);
        if case.law.possible(&[scope, permitted])? {
            let p = &order.powers[power];
            because.push(case.mark(p.article, p.span, Role::Power));
            who.push(p.who.clone());
        }
    }
    who.push(form.who.clone());
    // Outside its own field a law is held only to what it permits.
    if because.is_empty() && !order.governs(vocabulary.subject_of(measure)) {
        return Ok(FormResult::not_governed());
    }
    let verdict = if bans.is_empty() && because.is_empty() { Verdict::NotFound } else { Verdict::Incompatible };
    let (finding, concern) = case.report(Found {
        verdict,
        sentence: Sentence::NotProhibited { measure: case.thing(measure), by: by.map(|b| case.thing(b)) },
        violation,
        who,
        because,
        nearly: bans,
    })?;
    Ok(FormResult { findings: vec![finding], concerns: vec![concern], ..FormResult::default() })
}
