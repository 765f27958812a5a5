//! `forbid M of WHO`: outside is whomever a power lets M be done to.
//!
//! For each power: W = scope ∧ Perm(M). Raised: the power touches; of the law as a whole: every kind of M is prohibited to
//! everybody in scope.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Sought};
use crate::finding::{Finding, Manner, Role, Sentence};
use crate::law::{Part, Touch, View};
use crate::logic::{Formula, Undecided};
use crate::model::{BanId, Form, PowerId, ReasonId, ThingId};

pub(super) struct Forbid<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) measure: ThingId,
}

/// How a power does it that leaves somebody outside: because it has to be used, or because it may be.
pub(super) fn manner(case: &Case<'_, '_>, power: PowerId) -> Manner {
    if case.law.order.powers[power].must { Manner::Requires } else { Manner::Permits }
}

/// The kind that is reached: the one the law names, when it is a kind of what the standard names.
pub(super) fn reached(case: &Case<'_, '_>, power: PowerId, measure: ThingId) -> ThingId {
    let named = case.law.order.powers[power].measure;
    if case.law.order.vocabulary.is_a(named, measure) { named } else { measure }
}

/// Words, or what a text that was not read whole allows.
pub(super) fn by_power(case: &Case<'_, '_>, power: PowerId, outside: Formula) -> Outside {
    let nobody = Outside::nobody(case);
    if case.is_loose(power) { Outside { loose: outside, ..nobody } } else { Outside { words: outside, ..nobody } }
}

/// Every power over a measure in either reading, the law as a whole last.
pub(super) fn powers_and_law(case: &Case<'_, '_>, measure: ThingId) -> Vec<About> {
    let mut powers = every_power(case, measure).into_iter().map(About::Power).collect::<Vec<_>>();
    powers.push(About::Law);
    powers
}

/// Every power over a measure in either reading.
pub(super) fn every_power(case: &Case<'_, '_>, measure: ThingId) -> Vec<PowerId> {
    let law = &case.law;
    let [kind, strict] = [crate::law::Reading::Kind, crate::law::Reading::Strict].map(|r| law.view(r));
    let mut powers = law.powers_over(measure, &strict);
    if !law.doubts.is_empty() {
        powers.extend(law.powers_over(measure, &kind));
        powers.sort_unstable();
        powers.dedup();
    }
    powers
}

/// The kinds of a measure, and what may be one.
pub(super) fn every_kind(case: &Case<'_, '_>, measure: ThingId) -> Vec<ThingId> {
    case.law.kinds(measure, &case.law.view(crate::law::Reading::Strict))
}

/// The prohibitions of some kind of a measure, of every use of it.
pub(super) fn bans_of(case: &Case<'_, '_>, measure: ThingId) -> Vec<BanId> {
    let order = case.law.order;
    let kinds = every_kind(case, measure);
    let fits = order.bans.entries().filter(|(_, b)| kinds.iter().any(|k| order.vocabulary.is_a(*k, b.measure)));
    fits.map(|(id, _)| id).collect()
}

/// Those in scope to whom a measure itself is not prohibited.
pub(super) fn not_itself_prohibited(case: &mut Case<'_, '_>, scope: Formula, measure: ThingId, view: &View) -> Formula {
    let banned = case.law.prohibits(measure, None, view);
    let open = case.law.formulas.not(banned);
    case.law.formulas.all([scope, open])
}

/// Those in scope for whom some kind of a measure is not prohibited.
pub(super) fn not_prohibited(case: &mut Case<'_, '_>, scope: Formula, measure: ThingId, view: &View) -> Formula {
    let kinds = case.law.kinds(measure, view);
    let banned: Vec<Formula> = kinds.into_iter().map(|kind| case.law.prohibits(kind, None, view)).collect();
    let all = case.law.formulas.all(banned);
    let some_not = case.law.formulas.not(all);
    case.law.formulas.all([scope, some_not])
}

/// Whether every kind of a measure is prohibited to everybody in scope, and there is somebody.
pub(super) fn all_prohibited(
    case: &mut Case<'_, '_>,
    scope: Formula,
    measure: ThingId,
    view: &View,
) -> Result<bool, Undecided> {
    let open = not_prohibited(case, scope, measure, view);
    Ok(!case.law.possible(&[open])? && case.law.possible(&[scope])?)
}

impl Forbid<'_> {
    /// Those in scope to whom a power lets it be done.
    fn permitted(&self, case: &mut Case<'_, '_>, power: PowerId, view: &View) -> Formula {
        let scope = case.within_for(self.form, self.scope, About::Power(power), view);
        let permitted = case.law.permits_some(power, self.measure, view);
        case.law.formulas.all([scope, permitted])
    }
}

impl Demand for Forbid<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(powers_and_law(case, self.measure))
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let About::Power(power) = about else { return Ok(Outside::nobody(case)) };
        let outside = self.permitted(case, power, view);
        Ok(by_power(case, power, outside))
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        if about == About::Law {
            let scope = case.raising(self.scope, view);
            return all_prohibited(case, scope, self.measure, view);
        }
        Ok(self.touch(case, about, view)?.is_some())
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let About::Power(power) = about else { crate::stop::stop("silence forbids nothing") };
        let p = &case.law.order.powers[power];
        let kinds = case.law.order.vocabulary.kinds_of(self.measure);
        let nearly = case.near_bans(power, &kinds, self.scope)?;
        let because = vec![case.mark(p.article, p.span, Role::Power)];
        let reached = reached(case, power, self.measure);
        case.report(Found {
            verdict: found.verdict,
            manner: Some(manner(case, power)),
            sentence: Sentence::Permits { measure: case.thing(reached) },
            violation: found.violation,
            who: vec![p.who.clone(), self.form.who.clone()],
            because,
            nearly,
        })
    }

    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part> {
        match about {
            About::Power(power) => {
                let kinds = every_kind(case, self.measure);
                case.law.parts_of(power, &kinds, &[])
            }
            _ => bans_of(case, self.measure).into_iter().map(Part::Ban).collect(),
        }
    }

    fn unprotected(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Formula, Undecided> {
        Ok(match about {
            About::Power(power) => self.permitted(case, power, view),
            _ => {
                let scope = case.within(self.scope, view);
                not_prohibited(case, scope, self.measure, view)
            }
        })
    }

    fn touch(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Option<Touch>, Undecided> {
        case.touch((self.form, self.scope, self.measure), about, view)
    }

    fn reasons(&self) -> &[ReasonId] {
        &self.form.reasons
    }

    fn done(&self, _: &Case<'_, '_>) -> Option<ThingId> {
        Some(self.measure)
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought::measure(self.measure)
    }
}
