//! `establish I`: violated when no article establishes the institution, focal point or duty to co-operate.

use super::case::{Case, Concern, FormResult};
use crate::finding::{Reason, Role, Sentence, Verdict};
use crate::logic::Undecided;
use crate::model::ThingId;

pub(super) fn judge(case: &mut Case<'_, '_>, institution: ThingId) -> Result<FormResult, Undecided> {
    let order = case.law.order;
    let found = order.establishes.iter().find(|(_, thing, _)| order.vocabulary.is_a(*thing, institution));
    if let Some((article, _, span)) = found {
        let protects = vec![case.mark(*article, *span, Role::Protects)];
        return Ok(FormResult { protects, ..FormResult::met(Reason::Articles) });
    }
    let relies = case.reliance(institution);
    if relies.is_none() && !order.governs(order.vocabulary.subject_of(institution)) {
        return Ok(FormResult::not_governed());
    }
    let nearly: Vec<_> = order
        .establishes
        .iter()
        .filter(|(_, thing, _)| order.vocabulary.akin(*thing, institution))
        .map(|(article, _, span)| case.mark(*article, *span, Role::Weaker))
        .collect();
    let verdict = match (&relies, nearly.is_empty()) {
        (Some(_), _) => Verdict::ToAssess,
        (None, true) => Verdict::NotFound,
        (None, false) => Verdict::Incompatible,
    };
    let mut finding =
        case.impersonal(verdict, Sentence::NotEstablished { institution: case.thing(institution) }, Vec::new());
    finding.nearly = nearly;
    finding.assumptions.extend(relies);
    let everyone = case.law.formulas.yes();
    Ok(FormResult {
        findings: vec![finding],
        concerns: vec![Concern { class: everyone, witness: None }],
        ..FormResult::default()
    })
}
