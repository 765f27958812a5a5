//! `establish I`: nobody is served while no article establishes the institution, focal point or duty to co-operate.
//!
//! Of the law as a whole: N = everybody, when no clause establishes I or a kind of it. Raised: by such a clause, or by a
//! power or a declaration in the field.

use super::case::{Case, Concern};
use super::demand::{About, Demand, Outcome, Outside, Sought};
use crate::finding::{Finding, Mark, Role, Sentence};
use crate::law::{Part, View};
use crate::logic::{Formula, Undecided};
use crate::model::ThingId;

pub(super) struct Establish {
    pub(super) institution: ThingId,
    pub(super) scope: Formula,
}

impl Establish {
    fn is_established(&self, case: &Case<'_, '_>, view: &View) -> bool {
        let order = case.law.order;
        let is = |thing: ThingId| order.vocabulary.is_a(thing, self.institution);
        order.establishes.iter().any(|(article, thing, _)| is(*thing) && case.law.help_counts(*article, view))
    }
}

impl Demand for Establish {
    fn questions(&self, _: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(vec![About::Law])
    }

    fn outside(&self, case: &mut Case<'_, '_>, _: About, view: &View) -> Result<Outside, Undecided> {
        let scope = case.within(self.scope, view);
        let nobody = Outside::nobody(case);
        Ok(if self.is_established(case, view) { nobody } else { Outside { silence: scope, ..nobody } })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, _: About, view: &View) -> Result<bool, Undecided> {
        Ok(self.is_established(case, view) || case.is_duty_to_legislate() || case.law.in_field(self.institution, view))
    }

    fn report(&self, case: &mut Case<'_, '_>, _: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let order = case.law.order;
        let institution = case.thing(self.institution);
        let mut finding = case.impersonal(found.verdict, Sentence::NotEstablished { institution }, Vec::new());
        let akin = order.establishes.iter().filter(|(_, thing, _)| order.vocabulary.akin(*thing, self.institution));
        finding.nearly = akin.map(|(article, _, span)| case.mark(*article, *span, Role::Weaker)).collect();
        Ok((finding, Concern { class: found.violation, witness: None }))
    }

    fn parts(&self, _: &mut Case<'_, '_>, _: About) -> Vec<Part> {
        Vec::new()
    }

    fn whole(&self, case: &mut Case<'_, '_>, _: About) -> Vec<Mark> {
        let order = case.law.order;
        let found = order.establishes.iter().find(|(_, thing, _)| order.vocabulary.is_a(*thing, self.institution));
        found.map(|(article, _, span)| case.mark(*article, *span, Role::Protects)).into_iter().collect()
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought::thing(self.institution)
    }
}
