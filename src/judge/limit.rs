//! `limit M of WHO to D`: outside is whomever a power lets M be done to for longer than D.
//! `limit M of WHO to any limit`: … without a limit; `weighed beyond D'`: what has a limit and lasts longer is to be weighed.
//!
//! For each power: W = scope ∧ Perm(M) ∧ duration > D. A stated limit too long counts in a text that was not read whole
//! too.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Sought};
use super::forbid::{every_kind, every_power, manner, reached};
use crate::finding::{Finding, Lasting, Role, Sentence};
use crate::law::{Law, Part, Touch, View};
use crate::logic::{Formula, Undecided};
use crate::model::{Form, Length, ReasonId, ThingId};

pub(super) struct Limit<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) measure: ThingId,
    pub(super) to: Option<Length>,
    /// Beyond it a limit is to be weighed.
    pub(super) beyond: Option<Length>,
}

impl Demand for Limit<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(every_power(case, self.measure).into_iter().map(About::Power).collect())
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let scope = case.within_for(self.form, self.scope, about, view);
        let About::Power(power) = about else { return Ok(Outside::nobody(case)) };
        let permitted = case.law.permits_some(power, self.measure, view);
        let longer = case.law.lasts_longer(self.to);
        let all = case.law.formulas.all([scope, permitted, longer]);
        let stated = case.law.power_says_how_long(power, view);
        let unstated = case.law.formulas.not(stated);
        let mut outside = Outside::nobody(case);
        if case.is_loose(power) {
            outside.words = case.law.formulas.all([all, stated]);
            outside.loose = case.law.formulas.all([all, unstated]);
        } else {
            outside.words = all;
        }
        if let Some(beyond) = self.beyond {
            let longer = case.law.lasts_longer(Some(beyond));
            outside.weighed = case.law.formulas.all([scope, permitted, longer]);
        }
        Ok(outside)
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        Ok(self.touch(case, about, view)?.is_some())
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let About::Power(power) = about else { crate::stop::stop("only a power lasts") };
        let p = &case.law.order.powers[power];
        let lasts = longest(case.law, found.violation, p.for_.iter().filter_map(|f| f.limit))?;
        // The clause that lets it last: the one that lasts as long as the violation does.
        let mut because = vec![case.mark(p.article, p.span, Role::Power)];
        for clause in &p.for_ {
            let lets = match (clause.limit, lasts) {
                (None, _) => true,
                (Some(limit), Lasting::Most(most)) => limit.hours() >= most.hours(),
                (Some(_), Lasting::Unlimited) => false,
            };
            let where_ = case.law.formula(&clause.where_);
            if lets && case.law.possible(&[found.violation, where_])? {
                because.push(case.mark(p.article, clause.span, Role::TimeClause));
            }
        }
        let reached = reached(case, power, self.measure);
        case.report(Found {
            verdict: found.verdict,
            manner: Some(manner(case, power)),
            sentence: Sentence::Lasts { measure: case.thing(reached), limit: self.to, lasts },
            violation: found.violation,
            who: vec![p.who.clone(), self.form.who.clone()],
            because,
            nearly: Vec::new(),
        })
    }

    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part> {
        let About::Power(power) = about else { return Vec::new() };
        let kinds = every_kind(case, self.measure);
        case.law.parts_of(power, &kinds, &[])
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
