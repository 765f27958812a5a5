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
        for (i, g) in self.order.guarantees.iter().enumerate() {
            let applies = g.power.is_none_or(|p| p == power)
                && (g.power.is_some() || g.whenever.is_none_or(|m| self.order.vocabulary.is_a(kind, m)));
            if keep.guarantees.get(i).copied().unwrap_or(true)
                && applies
                && self.falls_short(g, thing, within, by).is_none()
            {
                parts.push(self.guarantee_guard(i));
            }
        }
        self.formulas.some(parts)
    }

    /// The situations in which a person is entitled to something, whatever is done to them.
    pub fn entitles(&mut self, thing: ThingId, within: Option<Length>, by: Option<ThingId>, keep: &Keep) -> Formula {
        let mut parts = Vec::new();
        for (i, g) in self.order.guarantees.iter().enumerate() {
            let applies = g.power.is_none() && g.whenever.is_none();
            if keep.guarantees.get(i).copied().unwrap_or(true)
                && applies
                && self.falls_short(g, thing, within, by).is_none()
            {
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
