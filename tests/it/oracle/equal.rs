//! `equal`, by pairs (`decision-tables.md` §3, in detail).

use super::forms::{Held, How, Left, Outside, Question};
use super::reading::{GiveAt, PowerAt};
use super::world::*;
use std::collections::BTreeMap;

/// How somebody is treated: by which powers each kind of a measure is done to them, and how far those count; what they
/// are given of a thing; whether it is refused.
pub(super) struct Treated<'a> {
    borne: Vec<Vec<(usize, How)>>,
    given: Vec<GiveAt<'a>>,
    refused: bool,
}

impl<'a> Held<'a> {
    /// Situations that satisfy the axioms and the scope and share every fact but the grounds; W where they differ only in
    /// grounds that never justify, else D; D also where they differ in a fact that may stand for a ground: the law's open
    /// facts.
    pub(super) fn equal(&self) -> Outside {
        let Form::Equal { thing, burden, whom, grounds, never, .. } = &self.demand.form else { unreachable!() };
        let case = self.read.case;
        let never: Vec<usize> = match never {
            Some(list) if list.is_empty() => grounds.clone(),
            Some(list) => list.clone(),
            None => Vec::new(),
        };
        let mut all = grounds.clone();
        if case.vocabulary.open && !all.contains(&0) {
            all.push(0);
        }
        // Worst of each worse off, under each power.
        let mut worst: BTreeMap<(Option<usize>, Person), How> = BTreeMap::new();
        let in_scope: BTreeMap<Person, Treated> =
            case.people().filter(|p| self.in_scope(p)).map(|p| (*p, self.standing(*thing, *burden, p))).collect();
        for (a, first) in &in_scope {
            let mut others = vec![*a];
            for fact in &all {
                let size = case.vocabulary.sizes[*fact];
                others = others.iter().flat_map(|p| (0..size).map(move |v| p.with(*fact, v))).collect();
            }
            for b in others.iter().filter(|b| *b != a) {
                let Some(second) = in_scope.get(b) else { continue };
                let worse_off = if *burden { a } else { b };
                if whom.as_ref().is_some_and(|w| !self.read.holds(w, worse_off)) {
                    continue;
                }
                let differ: Vec<usize> = (0..6).filter(|f| a.value(*f) != b.value(*f)).collect();
                let justifies = !differ.iter().all(|f| never.contains(f));
                for (power, how) in self.worse(first, second) {
                    let how = if justifies { How::Weigh } else { how };
                    let kept = worst.entry((power, *worse_off)).or_insert(how);
                    *kept = how.min(*kept);
                }
            }
        }
        let powers = self.read.powers();
        let left = worst.into_iter().map(|((power, person), how)| {
            let at = powers.iter().find(|at| Some(at.index) == power).copied();
            Left { person, how, reached: how != How::Weigh && self.reached_by(at, &person) }
        });
        let question = Question { power: None, left: left.collect() };
        Outside { questions: vec![question], raised: self.equal_raised(*thing, *burden) }
    }

    /// How somebody is treated.
    pub(super) fn standing(&self, thing: usize, burden: bool, p: &Person) -> Treated<'a> {
        let read = &self.read;
        let mut borne = Vec::new();
        if burden {
            let powers = read.powers();
            for kind in read.case.vocabulary.kinds(thing) {
                let how = |at: &PowerAt<'a>| if read.says_all(*at) { How::Words } else { How::NoException };
                let own = powers.iter().filter(|at| read.permits(**at, kind, p));
                borne.push(own.map(|at| (at.index, how(at))).collect());
            }
            return Treated { borne, given: Vec::new(), refused: false };
        }
        Treated { borne, given: self.treatments(thing, p), refused: self.not_given(thing, p) }
    }

    /// How one is treated worse than the other: the first bears what the second does not, or has what the second has not.
    pub(super) fn worse(&self, a: &Treated<'a>, b: &Treated<'a>) -> Vec<(Option<usize>, How)> {
        if b.refused && !a.refused {
            return vec![(None, How::Words)];
        }
        let kinds = a.borne.iter().zip(&b.borne).filter(|(_, other)| other.is_empty());
        let mut out: Vec<(Option<usize>, How)> = kinds.flat_map(|(own, _)| own.iter().map(|(i, how)| (Some(*i), *how))).collect();
        let missing = a.given.iter().filter(|g| !b.given.iter().any(|h| self.as_good(h.give, g.give)));
        // A treatment missing in a text that is not whole is silence (§2, row 1).
        let how = missing.map(|g| {
            let whole = self.read.case.whole(self.read.case.article(g.article).law);
            if whole { How::Words } else { How::Silence }
        });
        out.extend(how.min().map(|how| (None, how)));
        out
    }

    /// What somebody is given of a thing, whatever raises it, less what is refused.
    fn treatments(&self, thing: usize, p: &Person) -> Vec<GiveAt<'a>> {
        let mut all = self.surviving_treatments(p);
        all.retain(|g| self.read.case.vocabulary.is_a(g.give.thing, thing));
        all
    }

    /// A guarantee that stands alone and survives the refusals that stand alone: one raised by a measure those that come
    /// with that measure.
    fn surviving_treatments(&self, p: &Person) -> Vec<GiveAt<'a>> {
        let mut all = Vec::new();
        for kind in std::iter::once(None).chain((0..5).map(Some)) {
            let of = self.read.surviving(None, kind, p).into_iter();
            all.extend(of.filter(|g| g.power.is_none() && g.give.whenever == kind));
        }
        all
    }

    /// Refused, and no treatment left.
    fn not_given(&self, thing: usize, p: &Person) -> bool {
        let refused = self.read.refused().into_iter().any(|r| {
            let alone = r.alone.is_some_and(|a| a.only.is_empty());
            alone && self.read.reaches_demand(&r, (thing, None, None)) && r.guard.is_none_or(|c| self.read.holds(c, p))
        });
        refused && self.treatments(thing, p).is_empty()
    }

    /// At least as good: the thing or a kind; always, or whenever the same or a wider measure; no later; by no other
    /// authority.
    fn as_good(&self, h: &Give, g: &Give) -> bool {
        let words = &self.read.case.vocabulary;
        words.is_a(h.thing, g.thing)
            && h.whenever.is_none_or(|wider| g.whenever.is_some_and(|m| words.is_a(m, wider)))
            && g.within.is_none_or(|most| h.within.is_some_and(|within| within <= most))
            && g.by.is_none_or(|by| h.by.is_some_and(|own| words.authority_is_a(own, by)))
    }

    /// It is given, refused, or allowed to somebody in scope. A prohibition of a measure for everybody in scope refuses
    /// it to them: without this, levelling up (§11, 2) would not hold where no power is left.
    fn equal_raised(&self, thing: usize, burden: bool) -> bool {
        let words = &self.read.case.vocabulary;
        if burden {
            let prohibited = |p: &Person| words.kinds(thing).all(|k| self.read.prohibited(k, None, p));
            let allowed = |at: PowerAt<'a>| self.somebody(|p| self.read.guard(at, p));
            let over = |at: &PowerAt<'a>| self.read.is_over(*at, thing);
            return self.read.powers().into_iter().filter(over).any(allowed) || !self.somebody(|p| !prohibited(p));
        }
        let given = self.read.given().into_iter().any(|g| {
            let alone = g.power.is_none() && words.is_a(g.give.thing, thing);
            alone && self.somebody(|p| self.read.holds(&g.give.guard, p))
        });
        given
            || self.read.refused().into_iter().any(|r| {
                let alone = r.alone.is_some_and(|a| a.only.is_empty()) && words.is_a(thing, r.thing);
                alone && self.somebody(|p| r.guard.is_none_or(|c| self.read.holds(c, p)))
            })
    }
}
