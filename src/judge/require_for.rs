//! `require S for WHO`: violated when somebody in WHO has no article entitling them to S, and the law governs the field.
//!
//! Question: scope ∧ ¬Entitled(S).

use super::case::{Case, FormResult, Found, MOST_NEAR};
use crate::finding::{Reason, Role, Sentence, Verdict};
use crate::law::Keep;
use crate::logic::{Formula, Undecided};
use crate::model::{Form, Length, ThingId};

fn violation(
    case: &mut Case<'_, '_>,
    scope: Formula,
    (thing, within, by): (ThingId, Option<Length>, Option<ThingId>),
    keep: &Keep,
) -> Formula {
    let given = case.law.entitles(thing, within, by, keep);
    let missing = case.law.formulas.not(given);
    case.law.formulas.all([scope, missing])
}

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    form: &Form,
    thing: ThingId,
    within: Option<Length>,
    by: Option<ThingId>,
) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let order = case.law.order;
    let asked = (thing, within, by);
    let relies = case.reliance(thing);
    let violation = violation(case, scope, asked, &keep);
    if !case.happens(violation)? {
        let protects = case.protectors(None, &[thing], |case, keep| {
            let violation = self::violation(case, scope, asked, keep);
            case.happens(violation).map(|happens| !happens)
        })?;
        return Ok(FormResult { protects, ..FormResult::met(Reason::Articles) });
    }
    // A law that gives it to everyone meets the standard; one that does not is held to it only in its own field.
    if relies.is_none() && !order.governs(order.vocabulary.subject_of(thing)) {
        return Ok(FormResult::not_governed());
    }
    let mut nearly = Vec::new();
    let akin = order.guarantees.iter().filter(|g| g.power.is_none() && order.vocabulary.akin(g.thing, thing));
    for g in akin.take(MOST_NEAR) {
        let role = match case.law.falls_short(g, thing, within, by) {
            Some(crate::law::Shortfall::Weaker) => Role::Weaker,
            Some(crate::law::Shortfall::TooLate) => Role::TooLate,
            Some(crate::law::Shortfall::WrongAuthority) => Role::WrongAuthority,
            _ => Role::LeavesOut,
        };
        nearly.push(case.mark(g.article, g.span, role));
    }
    let verdict = match (&relies, nearly.is_empty()) {
        (Some(_), _) => Verdict::ToAssess,
        (None, true) => Verdict::NotFound,
        (None, false) => Verdict::Incompatible,
    };
    let (mut finding, concern) = case.report(Found {
        verdict,
        sentence: Sentence::NotEntitled { thing: case.thing(thing), within, by: by.map(|b| case.thing(b)) },
        violation,
        who: vec![form.who.clone()],
        because: Vec::new(),
        nearly,
    })?;
    finding.assumptions.extend(relies);
    Ok(FormResult { findings: vec![finding], concerns: vec![concern], ..FormResult::default() })
}
