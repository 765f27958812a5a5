//! How a measure is done to those whom a finding reaches: whether it has to be, for how long at most, and what all of
//! them are given with it. For a finding that something is not given: what all of them are given of its kind.

use super::limit::longest;
use crate::finding::{Finding, Lasting, Named, Regime, Sentence};
use crate::law::{Law, View, Wanted};
use crate::logic::{Formula, Plain, Undecided};
use crate::model::{self, Guarantee, Length, PowerId, Promise, ThingId};
use crate::syntax::tree::ThingKind;

/// What a finding is about.
#[derive(Debug, Clone, Copy)]
enum Matter {
    /// A measure that is taken.
    Measure(ThingId),
    /// Something that is to be given.
    Thing(ThingId),
}

impl Plain for Regime {}

/// What a guarantee is asked to be.
type Asked = (ThingId, Option<Length>, Option<ThingId>);

/// A finding of a law, with everybody it reaches.
pub(super) struct Reached<'l, 'o> {
    law: &'l mut Law<'o>,
    view: View,
    matter: Option<Matter>,
    /// Each power that reaches them, with those it reaches; for what is to be given, nothing.
    powers: Vec<(PowerId, Formula)>,
    class: Formula,
}

impl<'l, 'o> Reached<'l, 'o> {
    pub(super) fn new(law: &'l mut Law<'o>, finding: &Finding, class: Formula) -> Result<Self, Undecided> {
        let order = law.order;
        let matter = match &finding.sentence {
            Sentence::Permits { measure }
            | Sentence::Lasts { measure, .. }
            | Sentence::WithoutSafeguard { measure, .. }
            | Sentence::Unjustified { measure }
            | Sentence::TreatedWorse { thing: measure, burden: true, .. } => thing(law, measure).map(Matter::Measure),
            Sentence::NotEntitled { thing: given, .. } | Sentence::TreatedWorse { thing: given, burden: false, .. } => {
                thing(law, given).map(Matter::Thing)
            }
            Sentence::NotProhibited { .. }
            | Sentence::GoesRound { .. }
            | Sentence::NoProcedure { .. }
            | Sentence::LeftOut { .. }
            | Sentence::TakenIn { .. }
            | Sentence::NotEstablished { .. } => None,
        };
        let view = law.as_written();
        let mut powers = Vec::new();
        if let Some(Matter::Measure(measure)) = matter {
            for (at, power) in order.powers.entries() {
                if !finding.because.iter().any(|m| m.span == power.span) {
                    continue;
                }
                let permitted = law.permits_some(at, measure, &view);
                let reached = law.formulas.all([class, permitted]);
                if law.possible(&[reached])? {
                    powers.push((at, reached));
                }
            }
        }
        Ok(Reached { law, view, matter, powers, class })
    }

    /// How the measure is done to them.
    pub(super) fn regime(&mut self) -> Result<Regime, Undecided> {
        let order = self.law.order;
        let must = self.powers.iter().any(|(at, _)| order.powers[*at].must);
        Ok(Regime { must, lasts: self.lasts()?, given: self.given()? })
    }

    fn lasts(&mut self) -> Result<Option<Lasting>, Undecided> {
        let order = self.law.order;
        if order.vocabulary.duration().is_none() {
            return Ok(None);
        }
        let mut most: Option<Lasting> = None;
        for (at, reached) in &self.powers {
            let limits = order.powers[*at].for_.iter().filter_map(|f| f.limit);
            let lasts = longest(self.law, *reached, limits)?;
            if most.is_none_or(|most| lasts.hours() > most.hours()) {
                most = Some(lasts);
            }
        }
        Ok(most)
    }

    /// Every guarantee that all of them have, but those that another of them says too.
    fn given(&mut self) -> Result<Vec<Promise>, Undecided> {
        let order = self.law.order;
        let mut asked: Vec<Asked> = Vec::new();
        for guarantee in &order.guarantees {
            if !self.concerns(guarantee) {
                continue;
            }
            let one = (guarantee.thing, guarantee.within, guarantee.by);
            if !asked.contains(&one) && self.all_have(one)? {
                asked.push(one);
            }
        }
        let said = |at: usize, one: &Asked| {
            let mut others = asked.iter().enumerate().filter(|(other, _)| *other != at);
            // Of two that say the same the first stays.
            others.any(|(other, o)| self.says(o, one) && (other < at || !self.says(one, o)))
        };
        let kept = asked.iter().enumerate().filter(|(at, one)| !said(*at, one));
        let name = |id: ThingId| order.vocabulary.thing(id).name.clone();
        let promise = |(thing, within, by): &Asked| Promise { thing: name(*thing), within: *within, by: by.map(name) };
        let mut given: Vec<Promise> = kept.map(|(_, one)| promise(one)).collect();
        given.sort();
        Ok(given)
    }

    /// Whether a guarantee may be of what the finding is about: it comes with the power, or with the measure, or is a
    /// safeguard that is always given; or it is of the same kind as what is to be given.
    fn concerns(&self, guarantee: &Guarantee) -> bool {
        let vocabulary = &self.law.order.vocabulary;
        match self.matter {
            Some(Matter::Measure(measure)) => match (guarantee.power, guarantee.whenever) {
                (Some(power), _) => self.powers.iter().any(|(at, _)| *at == power),
                (None, Some(whenever)) => vocabulary.is_a(measure, whenever),
                (None, None) => vocabulary.thing(guarantee.thing).kind == ThingKind::Safeguard,
            },
            Some(Matter::Thing(thing)) => guarantee.is_unraised() && vocabulary.akin(guarantee.thing, thing),
            None => false,
        }
    }

    /// Whether what the one promises is all that the other does.
    fn says(&self, one: &Asked, other: &Asked) -> bool {
        let vocabulary = &self.law.order.vocabulary;
        vocabulary.is_a(one.0, other.0)
            && other.1.is_none_or(|wanted| one.1.is_some_and(|given| given.hours() <= wanted.hours()))
            && other.2.is_none_or(|wanted| one.2.is_some_and(|given| vocabulary.is_a(given, wanted)))
    }

    /// Whether everybody whom the finding reaches is given this.
    fn all_have(&mut self, asked: Asked) -> Result<bool, Undecided> {
        match self.matter {
            Some(Matter::Measure(measure)) => {
                for (at, reached) in &self.powers {
                    let given = self.law.given_with(wanted(asked), *at, measure, &self.view).given;
                    let missing = self.law.formulas.not(given);
                    if self.law.possible(&[*reached, missing])? {
                        return Ok(false);
                    }
                }
                Ok(!self.powers.is_empty())
            }
            Some(Matter::Thing(_)) => {
                let given = self.law.entitled(wanted(asked), &self.view).given;
                let missing = self.law.formulas.not(given);
                Ok(!self.law.possible(&[self.class, missing])?)
            }
            None => Ok(false),
        }
    }

    /// Whether everybody whom the finding reaches is given what was promised. What the vocabulary has no name for is not.
    pub(super) fn keeps(&mut self, promise: &Promise) -> Result<bool, Undecided> {
        let id = |name: &str| named(self.law, name);
        let by = promise.by.as_deref().map(id);
        match (id(&promise.thing), by) {
            (Some(_), Some(None)) | (None, _) => Ok(false),
            (Some(thing), by) => self.all_have((thing, promise.within, by.flatten())),
        }
    }
}

fn wanted((thing, within, by): Asked) -> Wanted {
    Wanted { thing, within, by, every: None, or_unsaid: false }
}

fn named(law: &Law<'_>, name: &str) -> Option<ThingId> {
    match law.order.vocabulary.names.get(name) {
        Some(model::Named::Thing(id)) => Some(*id),
        _ => None,
    }
}

fn thing(law: &Law<'_>, name: &Named) -> Option<ThingId> {
    named(law, &name.name)
}
