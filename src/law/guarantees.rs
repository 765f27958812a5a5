//! What the law guarantees: to whom, within what time, by what kind of authority.

use super::compile::{Keep, Law};
use crate::logic::Formula;
use crate::model::{Guarantee, Length, ThingId};

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
        power: usize,
        kind: ThingId,
        keep: &Keep,
    ) -> Formula {
        let mut parts = Vec::new();
        // The power's own guarantees come with it whenever it is used.
        for i in self.index.giving.get(power).cloned().unwrap_or_default() {
            if keep.guarantees.get(i).copied().unwrap_or(true) && self.fits(i, thing, within, by) {
                parts.push(self.guarantee_guard(i));
            }
        }
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
            && let Some(known) = self.common.get(&key)
        {
            return *known;
        }
        let mut parts = Vec::new();
        for i in self.index.guarantees.get(thing.0 as usize).cloned().unwrap_or_default() {
            let Some(g) = self.order.guarantees.get(i) else { continue };
            let applies = g.whenever.is_none_or(|m| self.order.vocabulary.is_a(kind, m));
            if applies && keep.guarantees.get(i).copied().unwrap_or(true) && self.fits(i, thing, within, by) {
                parts.push(self.guarantee_guard(i));
            }
        }
        let common = self.formulas.some(parts);
        if keep.whole {
            self.common.insert(key, common);
        }
        common
    }

    fn fits(&self, guarantee: usize, thing: ThingId, within: Option<Length>, by: Option<ThingId>) -> bool {
        self.order.guarantees.get(guarantee).is_some_and(|g| self.falls_short(g, thing, within, by).is_none())
    }

    /// The situations in which a person is entitled to something, whatever is done to them.
    pub fn entitles(&mut self, thing: ThingId, within: Option<Length>, by: Option<ThingId>, keep: &Keep) -> Formula {
        let mut parts = Vec::new();
        for i in self.index.guarantees.get(thing.0 as usize).cloned().unwrap_or_default() {
            let always = self.order.guarantees.get(i).is_some_and(|g| g.whenever.is_none());
            if always && keep.guarantees.get(i).copied().unwrap_or(true) && self.fits(i, thing, within, by) {
                parts.push(self.guarantee_guard(i));
            }
        }
        self.formulas.some(parts)
    }

    /// The condition of a guarantee.
    pub fn guarantee_guard(&self, guarantee: usize) -> Formula {
        self.guarantees.get(guarantee).copied().unwrap_or(self.formulas.no())
    }
}
