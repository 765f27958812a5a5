//! Holds a law against standards. One file a form; each states its question and decides it exactly.

mod accept;
mod ask;
mod baseline;
mod before;
mod case;
mod define;
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

pub use ask::{Asked, ask, question};
pub use case::{Case, Concern, FormResult};
pub use difference::{Incomparable, difference};
pub use mended::{Check, mended, touched};
pub use standard::{Options, judge, judge_standard, laws_of};

use crate::logic::Undecided;
use crate::model::{Form, FormKind};

/// The exhaustive match: a new form is one file and one arm.
fn judge_form(case: &mut Case<'_, '_>, form: &Form) -> Result<FormResult, Undecided> {
    match &form.kind {
        FormKind::Forbid { measure } => forbid::judge(case, form, *measure),
        FormKind::Limit { measure, to, .. } => limit::judge(case, form, *measure, *to),
        FormKind::RequireWhenever { safeguard, measure, within, by, .. } => require::judge(
            case,
            form,
            require::Asked { safeguard: *safeguard, measure: *measure, within: *within, by: *by },
        ),
        FormKind::RequireFor { thing, within, by } => require_for::judge(case, form, *thing, *within, *by),
        FormKind::RequireBan { measure, by } => require_ban::judge(case, form, *measure, *by),
        FormKind::Equal { thing, whom, grounds, aims, never } => match thing.one() {
            Some(thing) => {
                equal::judge(case, form, &equal::Asked { thing, whom, grounds, aims, never: never.as_deref() })
            }
            None => Ok(FormResult::default()),
        },
        FormKind::Before { step, pass, laid_down } => before::judge(case, form, (*step, *pass), *laid_down),
        FormKind::Define { term, reach, means } => define::judge(case, *term, *reach, means),
        FormKind::Justify { measure, legs } => justify::judge(case, form, *measure, legs),
        FormKind::Establish { institution } => establish::judge(case, *institution),
    }
}
