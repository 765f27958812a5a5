//! `define T at least C`: outside is whom the law's own definition of T leaves out (or takes in).
//!
//! For each definition: W = C ∧ ¬definition, or definition ∧ ¬C. Raised: the law defines T. A law that only uses the term
//! is not examined.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Sought};
use crate::finding::{Finding, Manner, Mark, Named, Role, Sentence};
use crate::law::{Part, View};
use crate::logic::{Formula, Undecided};
use crate::model::{Condition, Definition, TermId};
use crate::syntax::tree::Reach;

pub(super) struct Define<'f> {
    pub(super) term: TermId,
    pub(super) reach: Reach,
    pub(super) means: &'f Condition,
    pub(super) scope: Formula,
}

impl Define<'_> {
    fn definition<'o>(&self, case: &Case<'_, 'o>, about: About) -> Option<&'o Definition> {
        let About::Definition(at) = about else { return None };
        case.law.order.definitions.get(at)
    }

    /// Whom the definition leaves out, and whom it takes in, as far as it is asked.
    fn both(&self, case: &mut Case<'_, '_>, definition: &Definition, view: &View) -> [Formula; 2] {
        let scope = case.within(self.scope, view);
        let [asked, own] = [self.means, &definition.means].map(|c| case.law.formula(c));
        let [not_asked, not_own] = [asked, own].map(|f| case.law.formulas.not(f));
        let no = case.law.formulas.no();
        let left_out = case.law.formulas.all([asked, not_own, scope]);
        let taken_in = case.law.formulas.all([own, not_asked, scope]);
        [
            if self.reach == Reach::AtMost { no } else { left_out },
            if self.reach == Reach::AtLeast { no } else { taken_in },
        ]
    }
}

impl Demand for Define<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        let all = case.law.order.definitions.iter().enumerate().filter(|(_, d)| d.term == self.term);
        Ok(all.map(|(at, _)| About::Definition(at)).collect())
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let nobody = Outside::nobody(case);
        let Some(definition) = self.definition(case, about) else { return Ok(nobody) };
        if !case.law.burden_counts(definition.article, view) {
            return Ok(nobody);
        }
        let both = self.both(case, definition, view);
        Ok(Outside { words: case.law.formulas.some(both), ..nobody })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        let defined = self.definition(case, about);
        Ok(defined.is_some_and(|d| case.law.burden_counts(d.article, view)))
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let Some(definition) = self.definition(case, about) else {
            crate::stop::stop("only a definition leaves people out")
        };
        let named = case.law.order.vocabulary.term(self.term);
        let term = Named { name: named.name.clone(), label: named.label.clone() };
        let view = case.law.view(crate::law::Reading::Strict);
        let [left_out, _] = self.both(case, definition, &view);
        let leaves_out = case.law.possible(&[found.violation, left_out])?;
        let sentence = if leaves_out { Sentence::LeftOut { term } } else { Sentence::TakenIn { term } };
        case.report(Found {
            verdict: found.verdict,
            manner: Some(Manner::Narrows),
            sentence,
            violation: found.violation,
            who: Vec::new(),
            because: vec![case.mark(definition.article, definition.span, Role::Definition)],
            nearly: Vec::new(),
        })
    }

    fn parts(&self, _: &mut Case<'_, '_>, _: About) -> Vec<Part> {
        Vec::new()
    }

    fn whole(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Mark> {
        let definition = self.definition(case, about);
        definition.map(|d| case.mark(d.article, d.span, Role::Protects)).into_iter().collect()
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought::default()
    }
}
