//! What the law guarantees: to whom, within what time, by what kind of authority.

use super::compile::{Keep, Law, Part};
use crate::logic::Formula;
use crate::model::{Guarantee, GuaranteeId, Length, PowerId, ThingId};
use crate::text::Span;
use std::sync::Arc;

/// Why a guarantee falls short of what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shortfall {
    /// It leaves these people out.
    LeavesOut,
    /// It comes too late, or has no time limit.
    TooLate,
    /// It is not given by that kind of authority.
    WrongAuthority,
    /// It is something weaker, or something else of its kind.
    Weaker,
}

impl Law<'_> {
    /// What keeps a guarantee from being what is asked, whoever the person is. `None` when nothing does.
    pub fn falls_short(
        &self,
        g: &Guarantee,
        thing: ThingId,
        within: Option<Length>,
        by: Option<ThingId>,
    ) -> Option<Shortfall> {
        let vocabulary = &self.order.vocabulary;
        if !vocabulary.is_a(g.thing, thing) {
            return Some(Shortfall::Weaker);
        }
        if let Some(wanted) = by
            && !g.by.is_some_and(|given| vocabulary.is_a(given, wanted))
        {
            return Some(Shortfall::WrongAuthority);
        }
        if let Some(wanted) = within
            && g.within.is_none_or(|given| given.hours() > wanted.hours())
        {
            return Some(Shortfall::TooLate);
        }
        None
    }

    /// The situations in which the use of a power over a kind of measure comes with the safeguard.
    pub fn guarantees_whenever(
        &mut self,
        (thing, within, by): (ThingId, Option<Length>, Option<ThingId>),
        power: PowerId,
        kind: ThingId,
        keep: &Keep,
    ) -> Formula {
        // The power's own guarantees come with it whenever it is used.
        let own = self.giving(power).iter().copied();
        let own = own.filter(|i| keep.guarantees[*i] && self.fits(*i, thing, within, by));
        let mut parts: Vec<Formula> = own.map(|i| self.guarantee_guard(i)).collect();
        parts.push(self.common_guarantees((thing, within, by), kind, keep));
        self.formulas.some(parts)
    }

    /// The situations in which the safeguard comes with every use of a kind of measure, whatever the power.
    fn common_guarantees(
        &mut self,
        (thing, within, by): (ThingId, Option<Length>, Option<ThingId>),
        kind: ThingId,
        keep: &Keep,
    ) -> Formula {
        let key = ((thing, within.map(|w| (w.number, w.unit)), by), kind);
        if keep.whole
            && let Some(known) = self.known.common.get(&key)
        {
            return *known;
        }
        let fitting = match self.known.fitting.get(&key) {
            Some(fitting) => fitting.clone(),
            None => {
                let all = self.index.guarantees[thing].iter().copied();
                let applies = |i: &GuaranteeId| {
                    let whenever = self.order.guarantees[*i].whenever;
                    whenever.is_none_or(|measure| self.order.vocabulary.is_a(kind, measure))
                };
                let fitting: Arc<[GuaranteeId]> =
                    all.filter(|i| applies(i) && self.fits(*i, thing, within, by)).collect();
                self.known.fitting.insert(key, fitting.clone());
                fitting
            }
        };
        let kept = fitting.iter().copied().filter(|i| keep.guarantees[*i]);
        let parts: Vec<Formula> = kept.map(|i| self.guarantee_guard(i)).collect();
        let common = self.formulas.some(parts);
        if keep.whole {
            self.formulas.keep(common);
            self.known.common.insert(key, common);
        }
        common
    }

    fn fits(&self, guarantee: GuaranteeId, thing: ThingId, within: Option<Length>, by: Option<ThingId>) -> bool {
        self.falls_short(&self.order.guarantees[guarantee], thing, within, by).is_none()
    }

    /// The situations in which a person is entitled to something, whatever is done to them.
    pub fn entitles(&mut self, thing: ThingId, within: Option<Length>, by: Option<ThingId>, keep: &Keep) -> Formula {
        let kept = self.index.guarantees[thing].iter().copied().filter(|i| keep.guarantees[*i]);
        let always = |i: &GuaranteeId| self.order.guarantees[*i].whenever.is_none();
        let given = kept.filter(|i| always(i) && self.fits(*i, thing, within, by));
        let parts: Vec<Formula> = given.map(|i| self.guarantee_guard(i)).collect();
        self.formulas.some(parts)
    }

    /// The parts of the law that can matter to what one power does with some kinds of a measure and with what guarantees
    /// of some things.
    pub fn parts_of(&self, power: PowerId, kinds: &[ThingId], things: &[ThingId]) -> Vec<Part> {
        let mut parts = vec![Part::Ground(power), Part::Limit(power)];
        let own = &self.index.giving[power];
        let common = things.iter().flat_map(|t| &self.index.guarantees[*t]);
        parts.extend(own.iter().chain(common).map(|i| Part::Guarantee(*i)));
        parts.extend(kinds.iter().flat_map(|kind| self.bans_on(power, *kind)).map(Part::Ban));
        parts
    }

    /// The guarantees of a power's own, in the order of the law.
    pub fn giving(&self, power: PowerId) -> &[GuaranteeId] {
        &self.index.giving[power]
    }

    /// The guarantee that stands somewhere.
    pub fn guarantee_at(&self, span: Span) -> Option<&Guarantee> {
        self.index.guarantee_at.get(&span).map(|id| &self.order.guarantees[*id])
    }

    /// The condition of a guarantee.
    pub fn guarantee_guard(&self, guarantee: GuaranteeId) -> Formula {
        self.guards.guarantees[guarantee]
    }
}
