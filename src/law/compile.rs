//! A legal order as formulas: every guard once, axioms beside them.

use super::cited::ArticleCited;
use super::index::Index;
use crate::logic::{Cover, Decider, Formula, Formulas, Mask, Undecided};
use crate::model::{
    Bounds, Condition, FactId, FactShapeKind, FormKind, LegalOrder, Length, Power, Standard, TermId, ThingId,
    Vocabulary,
};
use crate::syntax::tree::Unit;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A fact is compared with more constants than can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyConstants(pub FactId);

/// Which protecting parts of a law are kept. Leaving one out never makes a law stricter.
#[derive(Debug, Clone)]
pub struct Keep {
    /// Nothing is left out.
    pub whole: bool,
    /// Prohibitions.
    pub bans: Vec<bool>,
    /// Guarantees.
    pub guarantees: Vec<bool>,
    /// The ground of each power: without it the power reaches everyone it names.
    pub grounds: Vec<bool>,
    /// The time limits of each power: without them there is none.
    pub limits: Vec<bool>,
}

/// One protecting part of a law, by its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A prohibition.
    Ban(usize),
    /// A guarantee.
    Guarantee(usize),
    /// The ground of a power.
    Ground(usize),
    /// The time limits of a power.
    Limit(usize),
}

impl Part {
    /// The article it stands in, and where.
    pub fn place(self, order: &LegalOrder) -> Option<(usize, Span)> {
        let power = |i: usize| order.powers.get(i);
        let all =
            |p: &Power, spans: &mut dyn Iterator<Item = Span>| (p.article, spans.reduce(Span::to).unwrap_or(p.span));
        match self {
            Part::Ban(i) => order.bans.get(i).map(|b| (b.article, b.span)),
            Part::Guarantee(i) => order.guarantees.get(i).map(|g| (g.article, g.span)),
            Part::Ground(i) => power(i).map(|p| all(p, &mut p.ground_spans.iter().copied())),
            Part::Limit(i) => power(i).map(|p| all(p, &mut p.for_.iter().map(|f| f.span))),
        }
    }
}

impl Keep {
    /// Everything but these parts.
    pub fn without(&self, parts: &[Part]) -> Keep {
        let mut keep = Keep { whole: false, ..self.clone() };
        parts.iter().for_each(|part| keep.set(*part, false));
        keep
    }

    /// Keeps a part, or leaves it out.
    pub fn set(&mut self, part: Part, kept: bool) {
        let slot = match part {
            Part::Ban(i) => self.bans.get_mut(i),
            Part::Guarantee(i) => self.guarantees.get_mut(i),
            Part::Ground(i) => self.grounds.get_mut(i),
            Part::Limit(i) => self.limits.get_mut(i),
        };
        if let Some(slot) = slot {
            *slot = kept;
        }
    }

    /// What is answered when these parts are kept as well; they are left out again afterwards.
    pub fn with<T>(&mut self, parts: impl IntoIterator<Item = Part> + Clone, ask: impl FnOnce(&Keep) -> T) -> T {
        parts.clone().into_iter().for_each(|part| self.set(part, true));
        let answer = ask(self);
        parts.into_iter().for_each(|part| self.set(part, false));
        answer
    }
}

/// A class that has been looked at: its most ordinary person, its boxes, the numbers that stand for intervals.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The person.
    pub situation: Vec<u8>,
    /// The boxes.
    pub class: Cover,
    /// For some facts the number shown.
    pub numbers: Vec<(u32, i64)>,
}

/// The most boxes a class is described with, if nobody wants fewer.
const MOST_BOXES: usize = 24;

/// How many classes are remembered at once.
const MOST_SEEN: usize = 2_000;

/// A legal order, compiled.
#[derive(Debug, Clone)]
pub struct Law<'a> {
    /// The order.
    pub order: &'a LegalOrder,
    /// The formulas.
    pub formulas: Formulas,
    /// What holds in every situation.
    pub axioms: Formula,
    /// Its articles, as they are cited.
    pub cited: Arc<[ArticleCited]>,
    /// Who decides.
    pub decider: Decider,
    /// Classes looked at before: several standards often concern the same people.
    pub seen: FxHashMap<Formula, Seen>,
    /// Whether a noun already says that a fact has one of these values.
    pub said: FxHashMap<(Option<TermId>, u32, Mask), bool>,
    /// The most boxes a class is described with. Beyond it the description says that there are others.
    pub most_boxes: usize,
    /// The questions of the forms, in the order in which they were asked, when somebody wants to put them to another
    /// engine: then no formula is forgotten.
    pub asked: Option<Vec<Formula>>,
    bounds: Bounds,
    pub(super) who: Vec<Formula>,
    pub(super) grounds: Vec<Formula>,
    pub(super) limits: Vec<Formula>,
    pub(super) bans: Vec<Formula>,
    pub(super) guarantees: Vec<Formula>,
    pub(super) index: Index,
    /// What a power permits of a kind of measure, the whole law kept.
    pub(super) permitted: FxHashMap<(usize, ThingId), Formula>,
    /// What every power over a kind of measure comes with, the whole law kept.
    pub(super) common: FxHashMap<(Asked, ThingId), Formula>,
    /// The guarantees of what is asked, in time and by whom, that belong to no power and come with a kind of measure.
    pub(super) fitting: FxHashMap<(Asked, ThingId), Arc<[usize]>>,
    /// How many formulas are held on to by what is remembered here.
    held: usize,
}

/// What is asked of a guarantee: of what, in time, by whom.
pub(super) type Asked = (ThingId, Option<(i64, crate::syntax::tree::Unit)>, Option<ThingId>);

impl<'a> Law<'a> {
    /// Compiles an order together with the constants of the standards it will be held against.
    pub fn new<'s>(
        order: &'a LegalOrder,
        standards: impl IntoIterator<Item = &'s Standard>,
        verify: bool,
    ) -> Result<Law<'a>, TooManyConstants> {
        Law::beside(order, None, standards, verify, None)
    }

    /// Compiles an order on one scale with another of the same vocabulary, into formulas that may already hold those of
    /// the other: what is the same formula in both laws is the same number.
    pub fn beside<'s>(
        order: &'a LegalOrder,
        other: Option<&LegalOrder>,
        standards: impl IntoIterator<Item = &'s Standard>,
        verify: bool,
        formulas: Option<Formulas>,
    ) -> Result<Law<'a>, TooManyConstants> {
        let mut bounds = Bounds::new();
        let vocabulary = &order.vocabulary;
        for order in std::iter::once(order).chain(other) {
            note(&mut bounds, order, vocabulary);
        }
        for standard in standards {
            for form in &standard.forms {
                bounds.note(&form.scope);
                match &form.kind {
                    FormKind::Define { means, .. } => bounds.note(means),
                    FormKind::Equal { whom, .. } => bounds.note(whom),
                    FormKind::Limit { to, .. } => {
                        if let Some(duration) = vocabulary.duration() {
                            bounds.note_bound(duration, end_of(vocabulary, duration, *to));
                        }
                    }
                    _ => {}
                }
            }
        }
        let (bounds, domain) = bounds.finish(vocabulary).map_err(TooManyConstants)?;
        Ok(Self::compile(order, bounds, formulas.unwrap_or_else(|| Formulas::new(domain)), verify))
    }

    fn compile(order: &'a LegalOrder, bounds: Bounds, mut formulas: Formulas, verify: bool) -> Law<'a> {
        let vocabulary = &order.vocabulary;
        let f = &mut formulas;
        let axioms: Vec<Formula> = vocabulary.axioms.iter().map(|a| bounds.formula(vocabulary, f, &a.holds)).collect();
        let axioms = f.all(axioms);
        let who = order.powers.iter().map(|p| bounds.formula(vocabulary, f, &p.who)).collect();
        let grounds = order.powers.iter().map(|p| bounds.formula(vocabulary, f, &p.ground)).collect();
        let mut limits = Vec::new();
        for power in &order.powers {
            let mut ways = Vec::new();
            for clause in &power.for_ {
                let where_ = bounds.formula(vocabulary, f, &clause.where_);
                let within = match (clause.limit, vocabulary.duration()) {
                    (Some(limit), Some(duration)) => {
                        let bound = past(vocabulary, duration, limit);
                        bounds.formula(vocabulary, f, &Condition::Below(duration, bound))
                    }
                    _ => f.yes(),
                };
                ways.push(f.all([where_, within]));
            }
            limits.push(if power.for_.is_empty() { f.yes() } else { f.some(ways) });
        }
        let bans = order.bans.iter().map(|b| bounds.formula(vocabulary, f, &b.guard)).collect();
        let guarantees = order.guarantees.iter().map(|g| bounds.formula(vocabulary, f, &g.guard)).collect();
        formulas.set_background(axioms);
        let mut decider = Decider::default();
        decider.sat_budget = order.vocabulary.limits.looks;
        decider.verify = verify;
        let (seen, said) = (FxHashMap::default(), FxHashMap::default());
        let index = Index::of(order);
        Law {
            order,
            formulas,
            axioms,
            cited: ArticleCited::all(order).into(),
            decider,
            seen,
            said,
            most_boxes: MOST_BOXES,
            asked: None,
            bounds,
            who,
            grounds,
            limits,
            bans,
            guarantees,
            index,
            permitted: FxHashMap::default(),
            common: FxHashMap::default(),
            fitting: FxHashMap::default(),
            held: 0,
        }
    }

    /// Everything kept.
    pub fn keep_all(&self) -> Keep {
        Keep {
            whole: true,
            bans: vec![true; self.order.bans.len()],
            guarantees: vec![true; self.order.guarantees.len()],
            grounds: vec![true; self.order.powers.len()],
            limits: vec![true; self.order.powers.len()],
        }
    }

    /// How many formulas there are now; see [`Law::forget_since`].
    pub fn mark(&self) -> usize {
        self.formulas.mark()
    }

    /// Forgets the formulas made since, but for those that are remembered. None of them may be used any more.
    pub fn forget_since(&mut self, mark: usize) {
        if self.asked.is_none() {
            self.formulas.forget_since(mark.max(self.held).max(self.bounds.held()));
        }
    }

    /// Holds on to a formula that is remembered.
    pub(super) fn hold(&mut self, formula: Formula) {
        self.held = self.held.max(formula.place() + 1);
    }

    /// Remembers a class that has been looked at. Standards of one kind follow each other, so the last ones are enough.
    pub fn remember(&mut self, class: Formula, seen: &Seen) {
        if self.seen.len() >= MOST_SEEN {
            self.seen.clear();
        }
        self.seen.insert(class, seen.clone());
        self.hold(class);
    }

    /// A condition as a formula.
    pub fn formula(&mut self, condition: &Condition) -> Formula {
        self.bounds.formula(&self.order.vocabulary, &mut self.formulas, condition)
    }

    /// Whether somebody is in this situation.
    pub fn possible(&mut self, goal: &[Formula]) -> Result<bool, Undecided> {
        let mut all = vec![self.axioms];
        all.extend_from_slice(goal);
        self.decider.possible(&self.formulas, &all)
    }

    /// The first and last number of an interval of a fact.
    pub fn interval(&self, fact: FactId, index: u8) -> (i64, i64) {
        self.bounds.interval(&self.order.vocabulary, fact, index)
    }

    /// The interval of a fact that a number lies in; for other facts the value itself.
    pub fn index_of(&self, fact: FactId, number: i64) -> u8 {
        match &self.order.vocabulary.fact(fact).shape {
            FactShapeKind::Number { .. } => self.bounds.index_of(fact, number),
            _ => number as u8,
        }
    }

    /// *A measure lasts longer than this*; without a length: *it lasts for as long as the scale goes*.
    pub fn lasts_longer(&mut self, length: Option<Length>) -> Formula {
        let vocabulary = &self.order.vocabulary;
        let Some(duration) = vocabulary.duration() else { return self.formulas.no() };
        let bound = end_of(vocabulary, duration, length);
        let condition = Condition::Below(duration, bound).negated();
        self.formula(&condition)
    }
}

/// Takes note of every constant of an order.
fn note(bounds: &mut Bounds, order: &LegalOrder, vocabulary: &Vocabulary) {
    for (_, term) in vocabulary.terms() {
        term.means.iter().for_each(|m| bounds.note(m));
    }
    vocabulary.axioms.iter().for_each(|a| bounds.note(&a.holds));
    for power in &order.powers {
        bounds.note(&power.who);
        bounds.note(&power.ground);
        for clause in &power.for_ {
            bounds.note(&clause.where_);
            if let (Some(limit), Some(duration)) = (clause.limit, vocabulary.duration()) {
                bounds.note_bound(duration, past(vocabulary, duration, limit));
            }
        }
    }
    order.bans.iter().for_each(|b| bounds.note(&b.guard));
    order.guarantees.iter().for_each(|g| bounds.note(&g.guard));
    order.definitions.iter().for_each(|d| bounds.note(&d.means));
    order.reservations.iter().for_each(|r| bounds.note(&r.who));
    order.acceptances.iter().for_each(|a| bounds.note(&a.who));
    order.baseline.iter().flatten().filter_map(|e| e.who.as_ref()).for_each(|who| bounds.note(who));
    order.purposes.iter().flat_map(|p| &p.powers).for_each(|(_, c, _)| bounds.note(c));
    order.procedures.iter().flat_map(|p| &p.edges).for_each(|e| bounds.note(&e.where_));
    order.scenarios.iter().flat_map(|s| &s.given).for_each(|g| bounds.note(&g.condition));
}

/// Where a length ends on the scale; without a length, the last number of the scale.
fn end_of(vocabulary: &Vocabulary, duration: FactId, length: Option<Length>) -> i64 {
    match (length, &vocabulary.fact(duration).shape) {
        (Some(length), _) => past(vocabulary, duration, length),
        (None, FactShapeKind::Number { to, .. }) => *to,
        (None, _) => 0,
    }
}

/// The first number of the duration's own unit that is past a length.
fn past(vocabulary: &Vocabulary, duration: FactId, length: Length) -> i64 {
    let unit = match &vocabulary.fact(duration).shape {
        FactShapeKind::Number { unit: Some(unit), .. } => *unit,
        _ => Unit::Hours,
    };
    let own = Length { number: 1, unit }.hours();
    length.hours().div_euclid(own) + 1
}
