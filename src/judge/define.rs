//! `define T at least C`: violated when the law's own definition of T leaves somebody out (or takes somebody in).
//!
//! Question: C ∧ ¬definition, or definition ∧ ¬C.

use super::case::{Case, FormResult, Found};
use crate::finding::{Reason, Role, Sentence, Verdict};
use crate::logic::Undecided;
use crate::model::{Condition, TermId};
use crate::syntax::tree::Reach;

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    term: TermId,
    reach: Reach,
    means: &Condition,
) -> Result<FormResult, Undecided> {
    let order = case.law.order;
    let asked = case.law.formula(means);
    let kept = case.law.formulas.not(case.reserved);
    let mut result = FormResult::default();
    let mut defined = false;
    for definition in order.definitions.iter().filter(|d| d.term == term) {
        defined = true;
        let own = case.law.formula(&definition.means);
        let (not_own, not_asked) = (case.law.formulas.not(own), case.law.formulas.not(asked));
        let named = order.vocabulary.term(term);
        let named = crate::finding::Named { name: named.name.clone(), label: named.label.clone() };
        let mut questions = Vec::new();
        if reach != Reach::AtMost {
            questions.push((case.law.formulas.all([asked, not_own, kept]), Sentence::LeftOut { term: named.clone() }));
        }
        if reach != Reach::AtLeast {
            questions.push((case.law.formulas.all([own, not_asked, kept]), Sentence::TakenIn { term: named }));
        }
        for (violation, sentence) in questions {
            if !case.happens(violation)? {
                continue;
            }
            let (finding, concern) = case.report(Found {
                verdict: Verdict::Incompatible,
                sentence,
                violation,
                who: Vec::new(),
                because: vec![case.mark(definition.article, definition.span, Role::Definition)],
                nearly: Vec::new(),
            })?;
            result.findings.push(finding);
            result.concerns.push(concern);
        }
        if result.findings.is_empty() {
            result.protects.push(case.mark(definition.article, definition.span, Role::Protects));
        }
    }
    if defined && result.findings.is_empty() {
        result.reason = Some(Reason::Articles);
    }
    Ok(result)
}
