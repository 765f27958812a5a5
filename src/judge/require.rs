//! `require S [within D] [by KIND] [every n] whenever M of WHO`: outside is whomever a power lets M be done to without S.
//!
//! For each power and kind of M: W = scope ∧ Perm(M) ∧ refused(S), N = scope ∧ Perm(M) ∧ ¬given(S) ∧ ¬refused(S). A power
//! without the safeguard is not healed by another power that comes with it. Where the texts hold no power over M a refusal
//! is judged on its face. *Promptly*: given, but later than the time named or at no stated time, is to be weighed; beyond
//! the outer bound it is not given.

use super::case::{Case, Concern, Found, MOST_NEAR};
use super::demand::{About, Demand, Outcome, Outside, Side, Sought};
use super::forbid::{bans_of, every_kind, every_power, reached};
use crate::finding::{Finding, Manner, Mark, Role, Sentence};
use crate::law::{Part, Touch, View, Wanted};
use crate::logic::{Formula, Undecided};
use crate::model::{Form, Guarantee, GuaranteeId, Length, PowerId, ReasonId, ThingId};

pub(super) struct Require<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) wanted: Wanted,
    pub(super) measure: ThingId,
    /// Later than asked is to be weighed, and not given only beyond this; `Some(None)` is beyond nothing.
    pub(super) promptly: Option<Option<Length>>,
}

impl Require<'_> {
    /// Those for whom what a power permits is refused, not given, or given late enough to be weighed.
    fn by_power(&self, case: &mut Case<'_, '_>, power: PowerId, view: &View) -> Outside {
        let (mut refused, mut silent, mut late) = (Vec::new(), Vec::new(), Vec::new());
        for kind in case.law.kinds(self.measure, view) {
            let permitted = case.law.permits(power, kind, view);
            if permitted == case.law.formulas.no() {
                continue;
            }
            let given = case.law.given_with(self.wanted, power, kind, view);
            let in_the_end = case.law.given_with(self.in_the_end(), power, kind, view);
            let denied = case.law.refused(in_the_end);
            refused.push(case.law.formulas.all([permitted, denied]));
            let [not_denied, not_given] = [denied, given.given].map(|f| case.law.formulas.not(f));
            let mut without = case.law.formulas.all([permitted, not_denied, not_given]);
            if self.promptly.is_some() {
                late.push(case.law.formulas.all([without, in_the_end.given]));
                let never = case.law.formulas.not(in_the_end.given);
                without = case.law.formulas.all([without, never]);
            }
            silent.push(without);
        }
        let scope = self.due(case, power, view);
        let [words, silence, weighed] = [refused, silent, late].map(|ways| {
            let any = case.law.formulas.some(ways);
            case.law.formulas.all([scope, any])
        });
        Outside { words, silence, weighed, ..Outside::nobody(case) }
    }

    /// What is asked at the latest: with no time said it is to be weighed, whatever the outer bound.
    fn in_the_end(&self) -> Wanted {
        match self.promptly {
            Some(bound) => Wanted { within: bound, or_unsaid: true, ..self.wanted },
            None => self.wanted,
        }
    }

    /// Those to whom it is due: what is asked again after some time is due only to those subjected for longer.
    fn due(&self, case: &mut Case<'_, '_>, power: PowerId, view: &View) -> Formula {
        let scope = case.within_for(self.form, self.scope, About::Power(power), view);
        let long_enough = self.long_enough(case);
        case.law.formulas.all([scope, long_enough])
    }

    /// Those subjected for so long that what is asked again after some time is due.
    fn long_enough(&self, case: &mut Case<'_, '_>) -> Formula {
        let every = self.wanted.every.filter(|_| case.law.order.vocabulary.duration().is_some());
        match every {
            Some(every) => case.law.lasts_longer(Some(every)),
            None => case.law.formulas.yes(),
        }
    }

    /// Those to whom it is refused where the texts hold no power over the measure.
    fn on_its_face(&self, case: &mut Case<'_, '_>, view: &View) -> Formula {
        let scope = case.within(self.scope, view);
        if case.law.is_over(self.measure, &self.form.reasons, view) {
            return case.law.formulas.no();
        }
        let (refused, _) = case.law.refused_on_its_face(self.in_the_end(), self.measure, view);
        let due = self.long_enough(case);
        case.law.formulas.all([scope, refused, due])
    }
}

impl Demand for Require<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        let mut all: Vec<About> = every_power(case, self.measure).into_iter().map(About::Power).collect();
        if !case.law.order.refusals.is_empty() {
            all.push(About::Law);
        }
        Ok(all)
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        Ok(match about {
            About::Power(power) => self.by_power(case, power, view),
            _ => Outside { words: self.on_its_face(case, view), ..Outside::nobody(case) },
        })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        if let About::Power(_) = about {
            return Ok(self.touch(case, about, view)?.is_some());
        }
        if case.law.is_over(self.measure, &self.form.reasons, view) {
            return Ok(false);
        }
        let scope = case.raising(self.scope, view);
        let (_, reached) = case.law.refused_on_its_face(self.in_the_end(), self.measure, view);
        let due = self.long_enough(case);
        case.law.possible(&[scope, reached, due])
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let order = case.law.order;
        let view = case.law.as_written();
        let mut who = vec![self.form.who.clone()];
        let (mut because, mut nearly) = (Vec::new(), Vec::new());
        let mut named = self.measure;
        if let About::Power(power) = about {
            let p = &order.powers[power];
            who.insert(0, p.who.clone());
            because.push(case.mark(p.article, p.span, Role::Power));
            nearly = near(case, power, self, found.violation)?;
            named = reached(case, power, self.measure);
        }
        if found.side == Side::Words {
            // The refusals that reach somebody left outside.
            for (id, refusal) in order.refusals.entries() {
                let guard = case.law.refusal_guard(id);
                if case.law.burden_counts(refusal.article, &view)
                    && case.law.denies(id, self.wanted)
                    && case.law.possible(&[found.violation, guard])?
                {
                    because.push(case.mark(refusal.article, refusal.span, Role::Refusal));
                }
            }
        }
        case.report(Found {
            verdict: found.verdict,
            manner: (found.side == Side::Words).then_some(Manner::Refuses),
            sentence: Sentence::WithoutSafeguard {
                safeguard: case.thing(self.wanted.thing),
                measure: case.thing(named),
                within: self.wanted.within,
                by: self.wanted.by.map(|b| case.thing(b)),
            },
            violation: found.violation,
            who,
            because,
            nearly,
        })
    }

    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part> {
        let About::Power(power) = about else {
            let given = case.law.guarantees_of(self.wanted.thing).into_iter().map(Part::Guarantee);
            return bans_of(case, self.measure).into_iter().map(Part::Ban).chain(given).collect();
        };
        let kinds = every_kind(case, self.measure);
        case.law.parts_of(power, &kinds, &[self.wanted.thing])
    }

    fn touch(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Option<Touch>, Undecided> {
        let About::Power(power) = about else { return Ok(None) };
        let spoken_of = self.spoken_of(case, view);
        case.law.touches(power, self.measure, (spoken_of, &self.form.reasons), view)
    }

    fn whole(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Mark> {
        let About::Power(power) = about else { return Vec::new() };
        by_deciding(case, power, self.measure, std::slice::from_ref(&self.wanted.thing))
    }

    fn spoken_of(&self, case: &mut Case<'_, '_>, view: &View) -> Formula {
        let scope = case.within(self.scope, view);
        let long_enough = self.long_enough(case);
        case.law.formulas.all([scope, long_enough])
    }

    fn reasons(&self) -> &[ReasonId] {
        &self.form.reasons
    }

    fn done(&self, _: &Case<'_, '_>) -> Option<ThingId> {
        Some(self.measure)
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought { thing: Some(self.wanted.thing), ..Sought::measure(self.measure) }
    }
}

/// Where a power stands whose own authority gives some of these things by deciding.
pub(super) fn by_deciding(case: &Case<'_, '_>, power: PowerId, measure: ThingId, things: &[ThingId]) -> Vec<Mark> {
    let p = &case.law.order.powers[power];
    let kinds = every_kind(case, measure);
    let gives = |thing: &ThingId| {
        let mut reached = kinds.iter().filter(|kind| case.law.reaches_by_face(power, **kind));
        reached.any(|kind| case.law.given_by_deciding(Wanted::of(*thing), power, *kind))
    };
    things.iter().any(gives).then(|| case.mark(p.article, p.span, Role::Protects)).into_iter().collect()
}

/// The guarantees that come near: of the thing asked for or something akin to it, and why they fall short of these people.
fn near(
    case: &mut Case<'_, '_>,
    power: PowerId,
    asked: &Require<'_>,
    violation: Formula,
) -> Result<Vec<Mark>, Undecided> {
    let order = case.law.order;
    let vocabulary = &order.vocabulary;
    let kinds = vocabulary.kinds_of(asked.measure);
    let comes = |g: &Guarantee| match g.power {
        Some(own) => own == power,
        None => g.whenever.is_none_or(|m| kinds.iter().any(|k| vocabulary.is_a(*k, m))),
    };
    let akin = order.guarantees.entries();
    let akin = akin.filter(|(_, g)| comes(g) && vocabulary.akin(g.thing, asked.wanted.thing));
    let akin: Vec<GuaranteeId> = akin.map(|(id, _)| id).collect();
    let mut marks = Vec::new();
    for i in akin {
        if marks.len() >= MOST_NEAR {
            break;
        }
        let g = &order.guarantees[i];
        let guard = case.law.guarantee_guard(i);
        let role = case.nearness(g, asked.wanted);
        // What leaves these people out is shown for that; what falls short only where it reaches some of them.
        if role == Role::LeavesOut || case.law.possible(&[violation, guard])? {
            marks.push(case.mark(g.article, g.span, role));
        }
    }
    Ok(marks)
}
