//! `require S for WHO`: outside is whoever has no article entitling them to S.
//!
//! Of the law as a whole: W = scope ∧ refused(S), N = scope ∧ ¬entitled(S) ∧ ¬refused(S). Raised: S or a kind of it is
//! given, or S or what it is a kind of refused, to somebody in scope; or a power or a declaration in its field.

use super::case::{Case, Concern, Found, MOST_NEAR};
use super::demand::{About, Demand, Outcome, Outside, Side, Sought};
use crate::finding::{Finding, Manner, Role, Sentence};
use crate::law::{Part, View, Wanted};
use crate::logic::{Formula, Undecided};
use crate::model::Form;

pub(super) struct RequireFor<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) wanted: Wanted,
}

impl Demand for RequireFor<'_> {
    fn questions(&self, _: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(vec![About::Law])
    }

    fn outside(&self, case: &mut Case<'_, '_>, _: About, view: &View) -> Result<Outside, Undecided> {
        let scope = case.within(self.scope, view);
        let given = case.law.entitled(self.wanted, view);
        let denied = case.law.refused(given);
        let words = case.law.formulas.all([scope, denied]);
        let [not_denied, not_given] = [denied, given.given].map(|f| case.law.formulas.not(f));
        let silence = case.law.formulas.all([scope, not_denied, not_given]);
        Ok(Outside { words, silence, ..Outside::nobody(case) })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, _: About, view: &View) -> Result<bool, Undecided> {
        let scope = case.raising(self.scope, view);
        if case.is_duty_to_legislate() || case.law.in_field(self.wanted.thing, view) {
            return Ok(true);
        }
        case.law.is_spoken_of(self.wanted.thing, scope, view)
    }

    fn report(&self, case: &mut Case<'_, '_>, _: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let order = case.law.order;
        let mut because = Vec::new();
        if found.side == Side::Words {
            for (id, refusal) in order.refusals.entries() {
                let guard = case.law.refusal_guard(id);
                let plain = refusal.power.is_none() && refusal.under.is_empty() && refusal.whenever.is_none();
                if plain && case.law.denies(id, self.wanted) && case.law.possible(&[found.violation, guard])? {
                    because.push(case.mark(refusal.article, refusal.span, Role::Refusal));
                }
            }
        }
        let mut nearly = Vec::new();
        let vocabulary = &order.vocabulary;
        let akin = |g: &&crate::model::Guarantee| g.power.is_none() && vocabulary.akin(g.thing, self.wanted.thing);
        for g in order.guarantees.iter().filter(akin).take(MOST_NEAR) {
            nearly.push(case.mark(g.article, g.span, case.nearness(g, self.wanted)));
        }
        case.report(Found {
            verdict: found.verdict,
            manner: (found.side == Side::Words).then_some(Manner::Refuses),
            sentence: Sentence::NotEntitled {
                thing: case.thing(self.wanted.thing),
                within: self.wanted.within,
                by: self.wanted.by.map(|b| case.thing(b)),
            },
            violation: found.violation,
            who: vec![self.form.who.clone()],
            because,
            nearly,
        })
    }

    fn parts(&self, case: &mut Case<'_, '_>, _: About) -> Vec<Part> {
        case.law.guarantees_of(self.wanted.thing).into_iter().map(Part::Guarantee).collect()
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought::thing(self.wanted.thing)
    }
}
