//! What of a law counts while a question is asked: which of its parts are kept, and how its doubtful statements are taken.

use super::compile::Law;
use crate::ids::{Id, IdVec};
use crate::logic::Formula;
use crate::model::{
    ArticleId, Axiom, Ban, BanId, Guarantee, GuaranteeId, LegalOrder, Power, PowerId, RefusalId, ThingId,
};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// How every doubtful statement is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// For the State.
    Kind,
    /// Against it.
    Strict,
    /// As it is written, whoever has seen the words: for what is no verdict.
    Written,
}

/// One doubtful statement: it may hold or not, and nothing in the texts settles which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// `always`, `never`, `implies` or `is a` of a law's own.
    Own(Id<Axiom>),
    /// The words of an article that nobody has seen.
    Unseen(ArticleId),
    /// A prohibition that stands lower than some power, or is older at the same rank, with no word of priority.
    Rank(BanId),
    /// A refusal beside a guarantee elsewhere at the same rank, with no word of priority.
    Refused(RefusalId),
    /// The reservations that only the laws' own files state.
    Reservations,
    /// Something that may be a kind of something else.
    MayBe(ThingId),
}

/// Identifies a doubtful statement of a law.
pub type DoubtId = Id<Doubt>;

/// The doubtful statements of a law, and where each is found again.
#[derive(Debug, Clone, Default)]
pub struct Doubts {
    all: IdVec<Doubt>,
    places: FxHashMap<Doubt, DoubtId>,
}

impl Doubts {
    /// One more, each once.
    pub(super) fn add(&mut self, doubt: Doubt) {
        if !self.places.contains_key(&doubt) {
            let id = self.all.push(doubt);
            self.places.insert(doubt, id);
        }
    }

    /// All of them, in order.
    pub fn all(&self) -> &IdVec<Doubt> {
        &self.all
    }

    /// Whether there are none: then both readings are one.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    fn find(&self, doubt: Doubt) -> Option<DoubtId> {
        self.places.get(&doubt).copied()
    }
}

/// One part of a law that can protect, by its place in the order. Leaving one out never makes a law stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A prohibition.
    Ban(BanId),
    /// A guarantee.
    Guarantee(GuaranteeId),
    /// One of the conditions that a power names, by its place among them.
    Condition(PowerId, u8),
    /// The time limits of a power.
    Limit(PowerId),
    /// The justification of a power.
    Justification(PowerId),
}

impl Part {
    /// The article it stands in, and where.
    pub fn place(self, order: &LegalOrder) -> (ArticleId, Span) {
        // Who is asked where something stands that is not there is told where the power is that could have it.
        let all =
            |p: &Power, spans: &mut dyn Iterator<Item = Span>| (p.article, spans.reduce(Span::to).unwrap_or(p.span));
        match self {
            Part::Ban(id) => (order.bans[id].article, order.bans[id].span),
            Part::Guarantee(id) => (order.guarantees[id].article, order.guarantees[id].span),
            Part::Condition(id, at) => {
                let power = &order.powers[id];
                let one = power.conjuncts.get(usize::from(at)).map(|c| c.span);
                (power.article, one.unwrap_or(power.span))
            }
            Part::Limit(id) => all(&order.powers[id], &mut order.powers[id].for_.iter().map(|f| f.span)),
            Part::Justification(id) => {
                let power = &order.powers[id];
                (power.article, power.justified.as_ref().map_or(power.span, |j| j.span))
            }
        }
    }
}

/// Which parts of a law are kept, and which doubtful statements are taken for the State.
#[derive(Debug, Clone)]
pub struct View {
    /// Nothing is left out and every doubt is taken alike: what is worked out then is remembered.
    pub(super) whole: Option<Reading>,
    bans: IdVec<Ban, bool>,
    guarantees: IdVec<Guarantee, bool>,
    conditions: IdVec<Power, u32>,
    limits: IdVec<Power, bool>,
    justifications: IdVec<Power, bool>,
    kindly: IdVec<Doubt, bool>,
    /// Words that nobody has seen count, whether they help or burden.
    written: bool,
}

impl View {
    /// Everything but these parts.
    pub fn without(&self, parts: &[Part]) -> View {
        let mut view = View { whole: None, ..self.clone() };
        parts.iter().for_each(|part| view.set(*part, false));
        view
    }

    /// Keeps a part, or leaves it out.
    fn set(&mut self, part: Part, kept: bool) {
        match part {
            Part::Ban(id) => self.bans[id] = kept,
            Part::Guarantee(id) => self.guarantees[id] = kept,
            Part::Condition(id, at) => {
                let bit = 1_u32.checked_shl(u32::from(at)).unwrap_or(0);
                let mask = &mut self.conditions[id];
                *mask = if kept { *mask | bit } else { *mask & !bit };
            }
            Part::Limit(id) => self.limits[id] = kept,
            Part::Justification(id) => self.justifications[id] = kept,
        }
    }

    /// What is answered when these parts are kept as well; they are left out again afterwards.
    pub fn with<T>(&mut self, parts: impl IntoIterator<Item = Part> + Clone, ask: impl FnOnce(&View) -> T) -> T {
        parts.clone().into_iter().for_each(|part| self.set(part, true));
        let answer = ask(self);
        parts.into_iter().for_each(|part| self.set(part, false));
        answer
    }

    /// The same with some doubtful statements taken for the State, and all others against it.
    pub fn taking(&self, kindly: &[DoubtId]) -> View {
        let mut view = View { whole: None, ..self.clone() };
        for id in self.kindly.ids() {
            view.kindly[id] = kindly.contains(&id);
        }
        view
    }

    pub(super) fn keeps_ban(&self, ban: BanId) -> bool {
        self.bans[ban]
    }

    pub(super) fn keeps_guarantee(&self, guarantee: GuaranteeId) -> bool {
        self.guarantees[guarantee]
    }

    /// Whether the condition of a power that stands at this place is kept.
    pub(super) fn keeps_condition(&self, power: PowerId, at: usize) -> bool {
        u32::try_from(at).ok().and_then(|at| self.conditions[power].checked_shr(at)).is_some_and(|mask| mask & 1 == 1)
    }

    /// Whether the time limits of a power are kept.
    pub fn keeps_limits(&self, power: PowerId) -> bool {
        self.limits[power]
    }

    /// Whether the justification of a power is kept.
    pub fn keeps_justification(&self, power: PowerId) -> bool {
        self.justifications[power]
    }
}

impl Law<'_> {
    /// Everything kept, every doubtful statement taken alike.
    pub fn view(&self, reading: Reading) -> View {
        View {
            whole: Some(reading),
            bans: IdVec::all(&self.order.bans, true),
            guarantees: IdVec::all(&self.order.guarantees, true),
            conditions: IdVec::all(&self.order.powers, u32::MAX),
            limits: IdVec::all(&self.order.powers, true),
            justifications: IdVec::all(&self.order.powers, true),
            kindly: IdVec::all(self.doubts.all(), reading != Reading::Strict),
            written: reading == Reading::Written,
        }
    }

    /// Everything kept, and every statement taken as it is written.
    pub fn as_written(&self) -> View {
        self.view(Reading::Written)
    }

    /// Whether a doubtful statement is taken for the State; what is in no doubt is as if it were.
    pub(super) fn kindly(&self, doubt: Doubt, view: &View) -> bool {
        self.doubts.find(doubt).is_none_or(|id| view.kindly[id])
    }

    /// Whether what helps and stands in an article counts: words that nobody has seen acquit nobody in the strict reading.
    pub fn help_counts(&self, article: ArticleId, view: &View) -> bool {
        self.is_in_force(article) && self.kindly(Doubt::Unseen(article), view)
    }

    /// Whether what burdens and stands in an article counts: words that nobody has seen accuse nobody in the kind reading.
    pub fn burden_counts(&self, article: ArticleId, view: &View) -> bool {
        self.is_in_force(article)
            && (view.written || self.doubts.find(Doubt::Unseen(article)).is_none_or(|id| !view.kindly[id]))
    }

    /// Whether a law has axioms of its own and words that nobody has seen: two doubts that may pull two ways.
    pub fn has_two_doubts(&self) -> bool {
        let all = self.doubts.all();
        all.iter().any(|d| matches!(d, Doubt::Own(_))) && all.iter().any(|d| !matches!(d, Doubt::Own(_)))
    }

    /// Own axioms taken one way and every other doubt the other.
    pub fn mixed(&self, own_for_the_state: bool) -> View {
        let own: Vec<DoubtId> = self
            .doubts
            .all()
            .entries()
            .filter(|(_, d)| matches!(d, Doubt::Own(_)) == own_for_the_state)
            .map(|(id, _)| id)
            .collect();
        self.view(Reading::Strict).taking(&own)
    }

    /// Whether burdens in words that nobody has seen count.
    pub(super) fn takes_unseen(&self, view: &View) -> bool {
        view.written
            || self.doubts.all().entries().any(|(id, doubt)| matches!(doubt, Doubt::Unseen(_)) && !view.kindly[id])
    }

    /// Whether the reservations that only the laws' own files state are taken to hold.
    pub fn holds_reservations(&self, view: &View) -> bool {
        self.kindly(Doubt::Reservations, view)
    }

    /// What a law's own axioms say, as far as they are taken for the State.
    pub fn own_axioms(&mut self, view: &View) -> Formula {
        let ended = |holds: &Formula| self.ended.facts.iter().any(|fact| self.formulas.speaks_of(*holds, *fact));
        let taken = self.own.iter().filter(|(axiom, holds)| self.kindly(Doubt::Own(*axiom), view) && !ended(holds));
        let taken: Vec<Formula> = taken.map(|(_, holds)| *holds).collect();
        self.formulas.all(taken)
    }
}
