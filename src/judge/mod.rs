//! Holds a law against standards. One file a form; each states its question and decides it exactly.

mod accept;
mod ask;
mod baseline;
mod before;
mod case;
mod define;
mod demand;
mod difference;
mod equal;
mod establish;
mod forbid;
mod justify;
mod limit;
mod mended;
mod people;
mod regime;
mod require;
mod require_ban;
mod require_for;
pub mod scenario;
mod standard;
mod table;

pub use ask::{Asked, ask, question};
pub use case::{Case, Concern, FormResult};
pub use difference::{Incomparable, difference};
pub use mended::{Check, mended, mended_in, touched};
pub use standard::{About, Options, Unanswered, judge, judge_standard, laws_of};

use crate::law::Wanted;
use crate::logic::Undecided;
use crate::model::{Form, FormKind};
use demand::Demand;

/// The exhaustive match: a new form is one file and one arm.
fn judge_form(case: &mut Case<'_, '_>, form: &Form) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let demand: Box<dyn Demand + '_> = match &form.kind {
        FormKind::Forbid { measure } => Box::new(forbid::Forbid { form, scope, measure: *measure }),
        FormKind::Limit { measure, to, beyond } => {
            Box::new(limit::Limit { form, scope, measure: *measure, to: *to, beyond: *beyond })
        }
        FormKind::RequireWhenever { safeguard, measure, within, by, every, promptly, beyond } => {
            Box::new(require::Require {
                form,
                scope,
                wanted: Wanted { thing: *safeguard, within: *within, by: *by, every: *every, or_unsaid: false },
                measure: *measure,
                promptly: promptly.map(|_| *beyond),
            })
        }
        FormKind::RequireFor { thing, within, by } => {
            let wanted = Wanted { thing: *thing, within: *within, by: *by, every: None, or_unsaid: false };
            Box::new(require_for::RequireFor { form, scope, wanted })
        }
        FormKind::RequireBan { measure, by } => {
            Box::new(require_ban::RequireBan { form, scope, measure: *measure, by: *by })
        }
        FormKind::Equal { thing, whom, grounds, aims, never } => {
            let asked = (grounds.as_slice(), aims.as_slice(), never.as_deref());
            Box::new(equal::Equal::new(case, form, scope, (*thing, whom), asked))
        }
        FormKind::Before { step, pass, laid_down } => {
            Box::new(before::Before::new(case, form, scope, (*step, *pass), *laid_down))
        }
        FormKind::Define { term, reach, means } => {
            let scope = case.law.formulas.yes();
            Box::new(define::Define { term: *term, reach: *reach, means, scope })
        }
        FormKind::Justify { measure, legs } => {
            let things = justify::safeguards(&case.law.order.vocabulary, legs);
            Box::new(justify::Justify { form, scope, measure: *measure, legs, things })
        }
        FormKind::Establish { institution } => {
            let scope = case.law.formulas.yes();
            Box::new(establish::Establish { institution: *institution, scope })
        }
    };
    table::judge(case, &*demand, form.weighed)
}
