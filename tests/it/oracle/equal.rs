//! `equal`, by pairs (`decision-tables.md` §3, in detail).

use super::forms::{Held, How, Left, Outside, Question};
use super::reading::{GiveAt, PowerAt, Read, STRICT};
use super::world::*;
use std::collections::BTreeMap;

/// How somebody is treated: by which powers each kind of a measure is done to them, and how far those count; what they
/// are given of a thing; whether it is refused.
pub(super) struct Treated<'a> {
    borne: Vec<Vec<(usize, How)>>,
    given: Vec<GiveAt<'a>>,
    /// Refused and not given: always, or whenever a measure is taken of which some refusal speaks.
    refused: Vec<bool>,
}

impl<'a> Held<'a> {
    /// Situations that satisfy the axioms and the scope and share every fact but the grounds; W where they differ only in
    /// grounds that never justify, else D; D also where they differ in a fact that may stand for a ground: the law's open
    /// facts.
    pub(super) fn equal(&self) -> Outside {
        let Form::Equal { burden, whom, grounds, never, .. } = &self.demand.form else { unreachable!() };
        let things = self.compared();
        let case = self.read.case;
        let never: Vec<usize> = match never {
            Some(list) if list.is_empty() => grounds.clone(),
            Some(list) => list.clone(),
            None => Vec::new(),
        };
        let mut all = grounds.clone();
        let stands_for =
            case.vocabulary.stands_for.filter(|(_, ground)| grounds.contains(ground)).map(|(fact, _)| fact);
        let marked = stands_for.into_iter().chain(case.vocabulary.open.then_some(0));
        for fact in marked {
            if !all.contains(&fact) {
                all.push(fact);
            }
        }
        // Worst of each worse off, under each power.
        let mut worst: BTreeMap<(Option<usize>, Person), How> = BTreeMap::new();
        let in_scope = case.people().filter(|p| self.in_scope(p));
        let treated = |p: &Person| things.iter().map(|t| self.standing(*t, *burden, p)).collect();
        let in_scope: BTreeMap<Person, Vec<Treated>> = in_scope.map(|p| (*p, treated(p))).collect();
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
                let worse = first.iter().zip(second).flat_map(|(first, second)| self.worse(first, second));
                for (power, how) in worse {
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
        Outside { questions: vec![question], raised: things.iter().any(|t| self.equal_raised(*t, *burden)) }
    }

    /// What is compared: a thing; or each that the law gives, each measure that it allows.
    pub(super) fn compared(&self) -> Vec<usize> {
        let Form::Equal { thing, any, burden, .. } = &self.demand.form else { return Vec::new() };
        let mut all: Vec<usize> = match (any, burden) {
            (false, _) => vec![*thing],
            (true, true) => self.read.powers().iter().map(|at| at.power.measure).collect(),
            (true, false) => self.read.given().iter().filter(|g| g.power.is_none()).map(|g| g.give.thing).collect(),
        };
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How somebody is treated.
    pub(super) fn standing(&self, thing: usize, burden: bool, p: &Person) -> Treated<'a> {
        let read = &self.read;
        let mut borne = Vec::new();
        if burden {
            let powers = read.powers();
            for kind in read.kinds(thing) {
                let how = |at: &PowerAt<'a>| if read.says_all(*at) { How::Words } else { How::NoException };
                let own = powers.iter().filter(|at| read.permits(**at, kind, p));
                borne.push(own.map(|at| (at.index, how(at))).collect());
            }
            return Treated { borne, given: Vec::new(), refused: Vec::new() };
        }
        Treated { borne, given: self.treatments(thing, p), refused: self.not_given(thing, p) }
    }

    /// How one is treated worse than the other: the first bears what the second does not, or has what the second has not.
    pub(super) fn worse(&self, a: &Treated<'a>, b: &Treated<'a>) -> Vec<(Option<usize>, How)> {
        if b.refused.iter().zip(&a.refused).any(|(one, other)| *one && !other) {
            return vec![(None, How::Words)];
        }
        let kinds = a.borne.iter().zip(&b.borne).filter(|(_, other)| other.is_empty());
        let mut out: Vec<(Option<usize>, How)> =
            kinds.flat_map(|(own, _)| own.iter().map(|(i, how)| (Some(*i), *how))).collect();
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
        all.retain(|g| self.read.enough(g.give, (thing, None, None)));
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

    /// Refused and not given, always and whenever a measure is taken of which a refusal speaks, one by one.
    fn not_given(&self, thing: usize, p: &Person) -> Vec<bool> {
        // In the strict reading every refusal is there.
        let all = Read { doubts: STRICT, ..self.read }.refused();
        let asked = (thing, None, None);
        let alone = all.iter().filter(|r| r.power.is_none() && self.read.reaches_demand(r, asked));
        let mut kinds: Vec<Option<usize>> = vec![None];
        kinds.extend(alone.filter_map(|r| r.alone).filter(|r| r.only.is_empty()).map(|r| r.whenever));
        kinds.sort_unstable();
        kinds.dedup();
        let refused = |kind: Option<usize>| self.read.is_refused(asked, None, kind, p);
        kinds.into_iter().map(refused).collect()
    }

    /// At least as good: the thing or a kind; always, or whenever the same or a wider measure; no later and no less often;
    /// by no other authority.
    fn as_good(&self, h: &Give, g: &Give) -> bool {
        let words = &self.read.case.vocabulary;
        h.whenever.is_none_or(|wider| g.whenever.is_some_and(|m| words.is_a(m, wider)))
            && g.every.is_none_or(|often| h.every.is_some_and(|own| own <= often))
            && self.read.enough(h, (g.thing, self.read.within(g), g.by))
    }

    /// It is given, refused, or allowed to somebody in scope. A prohibition of a measure for everybody in scope refuses
    /// it to them: without this, levelling up (§11, 2) would not hold where no power is left.
    fn equal_raised(&self, thing: usize, burden: bool) -> bool {
        if burden {
            let kinds = self.read.kinds(thing);
            let prohibited = |p: &Person| kinds.iter().all(|k| self.read.prohibited(*k, None, p));
            let allowed = |at: PowerAt<'a>| self.somebody(|p| self.read.guard(at, p));
            let over = |at: &PowerAt<'a>| self.is_over(*at, thing);
            return self.read.powers().into_iter().filter(over).any(allowed) || !self.somebody(|p| !prohibited(p));
        }
        let given = self.read.given().into_iter().any(|g| {
            let alone = g.power.is_none() && self.read.enough(g.give, (thing, None, None));
            alone && self.somebody(|p| self.read.holds(&g.give.guard, p))
        });
        given
            || self.somebody(|p| {
                let kinds = std::iter::once(None).chain((0..5).map(Some));
                let mut refusing = kinds.flat_map(|kind| self.read.refusing(None, kind, p));
                refusing.any(|r| self.read.reaches_demand(&r, (thing, None, None)))
            })
    }
}
