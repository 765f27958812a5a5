//! `require ban on M of WHO [by K]`: outside is whomever no article protects from M, or one exposes to it. For what private
//! persons do, silence protects nobody.
//!
//! Of the law as a whole: W = scope ∧ Perm(M) by an actor that may be K, N = scope ∧ some kind not prohibited to K ∧ ¬W.
//! Raised: W; a prohibition of M, a kind or a wider measure; a power or a declaration in the field.

use super::case::{Case, Concern, Found, MOST_NEAR};
use super::demand::{About, Demand, Outcome, Outside, Saved, Side, Sought, saved_from};
use super::forbid::bans_of;
use crate::finding::{Finding, Manner, Mark, Role, Sentence};
use crate::law::{Part, View};
use crate::logic::{Formula, Undecided};
use crate::model::{Form, PowerId, ThingId};

pub(super) struct RequireBan<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) measure: ThingId,
    pub(super) by: Option<ThingId>,
}

impl RequireBan<'_> {
    /// The powers that permit it to this kind of actor: those that name no actor, or one that may be of that kind.
    fn powers(&self, case: &Case<'_, '_>, view: &View) -> Vec<PowerId> {
        let order = case.law.order;
        let acts = |power: &PowerId| match (self.by, order.powers[*power].by) {
            (Some(wanted), Some(actor)) => order.vocabulary.is_a(actor, wanted) || order.vocabulary.is_a(wanted, actor),
            _ => true,
        };
        case.law.powers_over(self.measure, view).into_iter().filter(acts).collect()
    }
}

impl Demand for RequireBan<'_> {
    fn questions(&self, _: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(vec![About::Law])
    }

    fn outside(&self, case: &mut Case<'_, '_>, _: About, view: &View) -> Result<Outside, Undecided> {
        let scope = case.within(self.scope, view);
        let (mut firm, mut loose) = (Vec::new(), Vec::new());
        for power in self.powers(case, view) {
            let permitted = case.law.permits_some(power, self.measure, view);
            if case.is_loose(power) { loose.push(permitted) } else { firm.push(permitted) }
        }
        let mut open = Vec::new();
        for kind in case.law.kinds(self.measure, view) {
            let banned = case.law.prohibits(kind, self.by, view);
            open.push(case.law.formulas.not(banned));
        }
        let [firm, loose, open] = [firm, loose, open].map(|ways| {
            let any = case.law.formulas.some(ways);
            case.law.formulas.all([scope, any])
        });
        let [not_firm, not_loose] = [firm, loose].map(|f| case.law.formulas.not(f));
        let usual = case.law.usual(view);
        let silence = case.law.formulas.all([open, not_firm, not_loose, usual]);
        Ok(Outside { words: firm, loose, silence, ..Outside::nobody(case) })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        let order = case.law.order;
        let related = |m: ThingId| order.vocabulary.is_a(m, self.measure) || order.vocabulary.is_a(self.measure, m);
        let banned = order.bans.iter().any(|b| related(b.measure) && case.law.help_counts(b.article, view));
        if banned || case.is_duty_to_legislate() || case.law.in_field(self.measure, view) {
            return Ok(true);
        }
        let Outside { words, loose, .. } = self.outside(case, about, view)?;
        Ok(case.law.possible(&[words])? || case.law.possible(&[loose])?)
    }

    fn report(&self, case: &mut Case<'_, '_>, _: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let order = case.law.order;
        let vocabulary = &order.vocabulary;
        let related = |m: ThingId| vocabulary.is_a(m, self.measure) || vocabulary.is_a(self.measure, m);
        let bans = order.bans.iter().filter(|b| related(b.measure)).take(MOST_NEAR);
        let nearly: Vec<Mark> = bans.map(|b| case.mark(b.article, b.guard_span, Role::StopsShort)).collect();
        let view = case.law.view(crate::law::Reading::Strict);
        let (mut because, mut who) = (Vec::new(), Vec::new());
        let mut must = false;
        for power in self.powers(case, &view) {
            let permitted = case.law.permits_some(power, self.measure, &view);
            if case.law.possible(&[found.violation, permitted])? {
                let p = &order.powers[power];
                because.push(case.mark(p.article, p.span, Role::Power));
                who.push(p.who.clone());
                must |= p.must;
            }
        }
        who.push(self.form.who.clone());
        let manner = if must { Manner::Requires } else { Manner::Permits };
        case.report(Found {
            verdict: found.verdict,
            manner: (found.side == Side::Words).then_some(manner),
            sentence: Sentence::NotProhibited { measure: case.thing(self.measure), by: self.by.map(|b| case.thing(b)) },
            violation: found.violation,
            who,
            because,
            nearly,
        })
    }

    fn saved(&self, case: &mut Case<'_, '_>, _: About, stands: &dyn Fn(PowerId) -> bool, view: &View) -> Saved {
        let powers = self.powers(case, view);
        saved_from(case, &powers, stands, &mut |case, power| case.law.permits_some(power, self.measure, view))
    }

    fn parts(&self, case: &mut Case<'_, '_>, _: About) -> Vec<Part> {
        let kinds = case.law.order.vocabulary.kinds_of(self.measure);
        let view = case.law.view(crate::law::Reading::Strict);
        let mut parts: Vec<Part> = bans_of(case, self.measure).into_iter().map(Part::Ban).collect();
        for power in self.powers(case, &view) {
            parts.extend(case.law.parts_of(power, &kinds, &[]));
        }
        parts
    }

    fn done(&self, _: &Case<'_, '_>) -> Option<ThingId> {
        Some(self.measure)
    }

    fn is_of_every_power(&self) -> bool {
        true
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought::measure(self.measure)
    }
}
