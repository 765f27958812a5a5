//! `require S [within D] [by KIND] whenever M of WHO`: violated when somebody may be subjected to M and no article
//! gives S, in time, by that kind of authority.
//!
//! Question, for each power and kind of M: scope ∧ Perm(M) ∧ ¬Guarantee(S). A power without the safeguard is not
//! healed by another power that comes with it.

use super::case::{Case, FormResult, Found, MOST_NEAR};
use crate::finding::{Mark, Role, Sentence, Verdict};
use crate::law::{Keep, Shortfall};
use crate::logic::{Formula, Undecided, attempt};
use crate::model::{Form, Guarantee, GuaranteeId, Length, PowerId, ThingId};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) safeguard: ThingId,
    pub(super) measure: ThingId,
    pub(super) within: Option<Length>,
    pub(super) by: Option<ThingId>,
}

fn violation(case: &mut Case<'_, '_>, scope: Formula, power: PowerId, asked: Asked, keep: &Keep) -> Formula {
    let kinds = case.law.order.vocabulary.kinds_of(asked.measure);
    let mut ways = Vec::new();
    for kind in kinds {
        let permitted = case.law.permits(power, kind, keep);
        if permitted == case.law.formulas.no() {
            continue;
        }
        let given = case.law.guarantees_whenever((asked.safeguard, asked.within, asked.by), power, kind, keep);
        let missing = case.law.formulas.not(given);
        ways.push(case.law.formulas.all([permitted, missing]));
    }
    let any = case.law.formulas.some(ways);
    case.law.formulas.all([scope, any])
}

pub(super) fn judge(case: &mut Case<'_, '_>, form: &Form, asked: Asked) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let powers = case.law.powers_over(asked.measure);
    let relies = case.reliance(asked.safeguard);
    let akin = akin(case, asked);
    let mut result = FormResult::default();
    for power in &powers {
        let found = attempt(case, |case| {
            let violation = violation(case, scope, *power, asked, &keep);
            Ok(case.happens(violation)?.then_some(violation))
        })?;
        let Some(violation) = found else { continue };
        let order = case.law.order;
        let p = &order.powers[*power];
        let nearly = near(case, *power, asked, violation, &akin)?;
        let verdict = match (&relies, nearly.is_empty()) {
            (Some(_), _) => Verdict::ToAssess,
            (None, true) => Verdict::NotFound,
            (None, false) => Verdict::Incompatible,
        };
        let reached = if order.vocabulary.is_a(p.measure, asked.measure) { p.measure } else { asked.measure };
        let (mut finding, concern) = case.report(Found {
            verdict,
            sentence: Sentence::WithoutSafeguard {
                safeguard: case.thing(asked.safeguard),
                measure: case.thing(reached),
                within: asked.within,
                by: asked.by.map(|b| case.thing(b)),
            },
            violation,
            who: vec![p.who.clone(), form.who.clone()],
            because: vec![case.mark(p.article, p.span, Role::Power)],
            nearly,
        })?;
        finding.assumptions.extend(relies.clone());
        result.findings.push(finding);
        result.concerns.push(concern);
    }
    if result.findings.is_empty() {
        // Without a power nothing raises the duty.
        return case.met_while(asked.measure, &[asked.safeguard], &powers, |case, power, keep| {
            let violation = violation(case, scope, power, asked, keep);
            Ok(!case.happens(violation)?)
        });
    }
    Ok(result)
}

/// The guarantees that belong to no power, come with some of these kinds of a measure, and are of the thing asked for or
/// of something akin to it.
fn akin(case: &Case<'_, '_>, asked: Asked) -> Vec<GuaranteeId> {
    let order = case.law.order;
    let vocabulary = &order.vocabulary;
    let kinds = vocabulary.kinds_of(asked.measure);
    let comes = |m: Option<ThingId>| m.is_none_or(|m| kinds.iter().any(|k| vocabulary.is_a(*k, m)));
    let fits = |g: &Guarantee| g.power.is_none() && comes(g.whenever) && vocabulary.akin(g.thing, asked.safeguard);
    order.guarantees.entries().filter(|(_, g)| fits(g)).map(|(i, _)| i).collect()
}

/// The guarantees that come near: for this power, of the thing asked for or something akin to it, and why they fall
/// short of these people.
fn near(
    case: &mut Case<'_, '_>,
    power: PowerId,
    asked: Asked,
    violation: Formula,
    akin: &[GuaranteeId],
) -> Result<Vec<Mark>, Undecided> {
    let order = case.law.order;
    let own = case.law.giving(power).to_vec();
    let is_akin = |i: &GuaranteeId| order.vocabulary.akin(order.guarantees[*i].thing, asked.safeguard);
    let mut own = own.into_iter().filter(is_akin).peekable();
    let mut common = akin.iter().copied().peekable();
    let mut marks = Vec::new();
    // Both are in the order of the law, and so is what comes of them.
    while marks.len() < MOST_NEAR {
        let next = match (own.peek(), common.peek()) {
            (Some(a), Some(b)) if a < b => own.next(),
            (Some(_), None) => own.next(),
            _ => common.next(),
        };
        let Some(i) = next else { break };
        let g = &order.guarantees[i];
        let short = case.law.falls_short(g, asked.safeguard, asked.within, asked.by);
        let guard = case.law.guarantee_guard(i);
        let (role, matters) = match short {
            Some(Shortfall::Weaker) => (Role::Weaker, case.law.possible(&[violation, guard])?),
            Some(Shortfall::TooLate) => (Role::TooLate, case.law.possible(&[violation, guard])?),
            Some(Shortfall::WrongAuthority) => (Role::WrongAuthority, case.law.possible(&[violation, guard])?),
            _ => (Role::LeavesOut, true),
        };
        if matters {
            marks.push(case.mark(g.article, g.span, role));
        }
    }
    Ok(marks)
}
