//! The legs of `justify` (`decision-tables.md` §8): asked where the scope is permitted; the worst gives the word.

use super::forms::{Held, How, Outside};
use super::reading::{PowerAt, STRICT};
use super::world::*;

impl<'a> Held<'a> {
    pub(super) fn justify(&self) -> Outside {
        let Form::Justify { measure, .. } = &self.demand.form else { unreachable!() };
        let mut raised = false;
        let mut questions = Vec::new();
        for at in self.read.powers().into_iter().filter(|at| self.is_over(*at, *measure)) {
            raised |= self.touches(at, *measure);
            questions.push(self.question(Some(at), |p| {
                let kinds = self.done(at, *measure, p);
                kinds.iter().flat_map(|kind| self.legs(at, *kind, p)).filter_map(|(_, how)| how).min()
            }));
        }
        Outside { questions, raised }
    }

    /// How each leg that is asked for stands, for one person under one power over one kind of measure; none where it is
    /// carried.
    pub(super) fn legs(&self, at: PowerAt<'a>, kind: usize, p: &Person) -> Vec<(&'static str, Option<How>)> {
        let Form::Justify { measure, legality, aim, necessity, proportionality, .. } = &self.demand.form else {
            return Vec::new();
        };
        let mut out = Vec::new();
        if *legality {
            out.push(("legality", self.legality(at, *measure, p)));
        }
        if let Some(accepted) = aim {
            out.push(("aim", self.aim(at, accepted)));
        }
        let reasons = self.reasons(at);
        if let Some(leg) = necessity {
            let asked = (vec![NECESSITY], true, reasons.is_some_and(|j| j.necessary));
            out.push(("necessity", self.leg(*leg, at, kind, p, asked)));
        }
        if let Some((things, limit, leg)) = proportionality {
            let asked = (proportionate(things, *limit), false, reasons.is_some_and(|j| j.proportionate));
            let given = if asked.0.is_empty() { None } else { self.leg(*leg, at, kind, p, asked) };
            let limited = if *limit { self.time_limit(at, p) } else { None };
            out.push(("proportionality", [given, limited].into_iter().flatten().min()));
        }
        out
    }

    /// The justification that is there: a helping statement, not there in the strict reading when nobody has seen it.
    fn reasons(&self, at: PowerAt<'a>) -> Option<&'a Justified> {
        at.power.justified.as_ref().filter(|_| !at.unseen && self.read.keeps(Part::Justified(at.index)))
    }

    /// A ground is stated where not everybody in scope who shares this person's nationality satisfies the guard. Who
    /// shares it is asked of the vocabulary's axioms alone, and of a scope without doubtful reservations: the law's own
    /// statements would otherwise make fewer people share it, and hurt.
    fn legality(&self, at: PowerAt<'a>, measure: usize, p: &Person) -> Option<How> {
        let strict = Held { read: super::reading::Read { doubts: STRICT, ..self.read }, ..*self };
        // Of whom what the power reaches ends a fact, without the axioms on it.
        let mut kinds = self.read.kinds(measure);
        kinds.retain(|k| self.read.reaches(at, *k));
        let exists = |q: &Person| strict.in_scope(q) || kinds.iter().any(|k| strict.read.possible_for(*k, q));
        let sharing = |facts: &[usize]| -> Vec<&'static Person> {
            let shares = |q: &&Person| facts.iter().all(|f| q.value(*f) == p.value(*f));
            self.read.case.people().filter(|q| strict.scope(q) && exists(q)).filter(shares).collect()
        };
        let guarded = |q: &Person| self.read.guard(at, q);
        if sharing(&[NATIONALITY]).into_iter().all(guarded) {
            return Some(if self.read.says_all(at) { How::Words } else { How::NoException });
        }
        let mut protected = vec![NATIONALITY];
        protected.extend(PROTECTED);
        // Where the ground rests on open facts alone, some reading of them lets everybody satisfy it.
        let read_somehow =
            |q: &Person| guarded(q) || self.read.case.vocabulary.open && (0..2).any(|value| guarded(&q.with(0, value)));
        sharing(&protected).into_iter().all(read_somehow).then_some(How::Weigh)
    }

    fn aim(&self, at: PowerAt<'a>, accepted: &[usize]) -> Option<How> {
        let Some(declared) = self.reasons(at) else { return Some(How::Silence) };
        let carried = declared.aims.iter().any(|a| accepted.is_empty() || accepted.contains(a));
        (!carried).then_some(How::Words)
    }

    /// No limit: in words, or for want of them.
    fn time_limit(&self, at: PowerAt<'a>, p: &Person) -> Option<How> {
        let stated = self.read.covering(at, p).contains(&None);
        let how = if stated || self.read.says_all(at) { How::Words } else { How::NoException };
        self.read.endless(at, p).then_some(how)
    }

    /// Necessity or proportionality: the safeguards asked for, whether it is necessity, whether reasons are stated.
    fn leg(
        &self,
        leg: Leg,
        at: PowerAt<'a>,
        kind: usize,
        p: &Person,
        (things, necessity, reasons): (Vec<usize>, bool, bool),
    ) -> Option<How> {
        let given = |t: &usize| self.read.is_given((*t, None, None), Some(at), Some(kind), p);
        let refused = |t: &usize| self.read.is_refused((*t, None, None), Some(at), Some(kind), p);
        let condition = self.is_condition(at, necessity, false, p);
        // The word of the treaty's own test serves its own leg.
        let serves = |t: &usize| (*t == NECESSITY) == necessity;
        let full = self.read.case.vocabulary.in_full.filter(|t| things.contains(t) && serves(t));
        let in_full = full.as_ref().is_some_and(given) || self.is_condition(at, necessity, true, p);
        match leg {
            Leg::Plain if condition => None,
            Leg::Plain if things.iter().any(refused) => Some(How::Words),
            Leg::Plain if things.iter().all(given) => None,
            Leg::Plain if reasons => Some(How::Weigh),
            Leg::Plain => Some(How::Silence),
            // The treaty's own test is stated.
            Leg::Weighed if in_full => None,
            Leg::Weighed => {
                // Any of what serves the leg is something to weigh with.
                let stated = condition || things.iter().any(given);
                let excluded = !stated && (at.power.must || at.power.is_final || things.iter().any(refused));
                match (stated, excluded) {
                    (true, _) => Some(How::Weigh),
                    (_, true) if self.read.case.marked.requires_weighing => Some(How::Words),
                    (_, true) => Some(How::Weigh),
                    _ if reasons => Some(How::Weigh),
                    _ => Some(How::Silence),
                }
            }
        }
    }

    /// A fact that serves the leg is a condition: the guard holds, and no longer would without it.
    fn is_condition(&self, at: PowerAt<'a>, necessity: bool, in_full: bool, p: &Person) -> bool {
        let serving = self.read.case.vocabulary.serves;
        let serving = serving.filter(|(_, leg, full)| *leg == necessity && (*full || !in_full));
        serving.is_some_and(|(fact, ..)| self.read.guard(at, p) && !self.read.guard(at, &p.with(fact, 0)))
    }
}
