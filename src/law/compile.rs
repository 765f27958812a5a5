//! A legal order as formulas: every guard once, axioms beside them.

use super::cited::ArticleCited;
use super::index::Index;
use crate::ids::IdVec;
use crate::logic::{Cover, Decider, Formula, Formulas, Mask, Situation, Undecided, Works};
use crate::model::{
    Article, ArticleId, Ban, BanId, Bounds, Condition, FactId, FactShapeKind, FormKind, Guarantee, GuaranteeId,
    LegalOrder, Length, Power, PowerId, Standard, TermId, ThingId, Vocabulary,
};
use crate::stop::{OrStop as _, stop};
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
    pub bans: IdVec<Ban, bool>,
    /// Guarantees.
    pub guarantees: IdVec<Guarantee, bool>,
    /// The ground of each power: without it the power reaches everyone it names.
    pub grounds: IdVec<Power, bool>,
    /// The time limits of each power: without them there is none.
    pub limits: IdVec<Power, bool>,
}

/// One protecting part of a law, by its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A prohibition.
    Ban(BanId),
    /// A guarantee.
    Guarantee(GuaranteeId),
    /// The ground of a power.
    Ground(PowerId),
    /// The time limits of a power.
    Limit(PowerId),
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
            Part::Ground(id) => all(&order.powers[id], &mut order.powers[id].ground_spans.iter().copied()),
            Part::Limit(id) => all(&order.powers[id], &mut order.powers[id].for_.iter().map(|f| f.span)),
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
        match part {
            Part::Ban(id) => self.bans[id] = kept,
            Part::Guarantee(id) => self.guarantees[id] = kept,
            Part::Ground(id) => self.grounds[id] = kept,
            Part::Limit(id) => self.limits[id] = kept,
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
    pub situation: Situation,
    /// The boxes.
    pub class: Cover,
    /// For some facts the number shown.
    pub numbers: Vec<(FactId, i64)>,
}

/// Why nothing is asked about how long something lasts where nothing can be said of it.
const NO_DURATION: &str = "a length is a mistake where the vocabulary has no duration";

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
    pub cited: Arc<IdVec<Article, ArticleCited>>,
    /// Who decides.
    pub decider: Decider,
    /// Classes looked at before: several standards often concern the same people.
    pub seen: FxHashMap<Formula, Seen>,
    /// Whether a noun already says that a fact has one of these values.
    pub said: FxHashMap<(Option<TermId>, FactId, Mask), bool>,
    /// The most boxes a class is described with. Beyond it the description says that there are others.
    pub most_boxes: usize,
    /// The questions of the forms, in the order in which they are asked, when somebody wants to put them to another
    /// engine: then they are kept.
    pub asked: Option<Vec<Formula>>,
    bounds: Bounds,
    pub(super) guards: Guards,
    pub(super) index: Index,
    pub(super) known: Known,
}

/// Where each part of the law holds.
#[derive(Debug, Clone)]
pub(super) struct Guards {
    /// The people each power names.
    pub(super) who: IdVec<Power, Formula>,
    /// Its ground.
    pub(super) grounds: IdVec<Power, Formula>,
    /// Its time limits.
    pub(super) limits: IdVec<Power, Formula>,
    /// For whose benefit each prohibition is.
    pub(super) bans: IdVec<Ban, Formula>,
    /// To whom each guarantee is given.
    pub(super) guarantees: IdVec<Guarantee, Formula>,
}

/// What has been worked out of the whole law, and is asked again. The formulas are kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// What a power permits of a kind of measure.
    pub(super) permitted: FxHashMap<(PowerId, ThingId), Formula>,
    /// What every power over a kind of measure comes with.
    pub(super) common: FxHashMap<(Asked, ThingId), Formula>,
    /// The guarantees of what is asked, in time and by whom, that belong to no power and come with a kind of measure.
    pub(super) fitting: FxHashMap<(Asked, ThingId), Arc<[GuaranteeId]>>,
}

impl Works for Law<'_> {
    fn formulas(&mut self) -> &mut Formulas {
        &mut self.formulas
    }
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
                        let duration = vocabulary.duration().or_stop(NO_DURATION);
                        bounds.note_bound(duration, end_of(vocabulary, duration, *to));
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
        let who = order.powers.map(|p| bounds.formula(vocabulary, f, &p.who));
        let grounds = order.powers.map(|p| bounds.formula(vocabulary, f, &p.ground));
        let mut limits = IdVec::new();
        for power in &order.powers {
            let mut ways = Vec::new();
            for clause in &power.for_ {
                let where_ = bounds.formula(vocabulary, f, &clause.where_);
                let within = match clause.limit {
                    Some(limit) => {
                        let duration = vocabulary.duration().or_stop(NO_DURATION);
                        let bound = past(vocabulary, duration, limit);
                        bounds.formula(vocabulary, f, &Condition::Below(duration, bound))
                    }
                    None => f.yes(),
                };
                ways.push(f.all([where_, within]));
            }
            limits.push(if power.for_.is_empty() { f.yes() } else { f.some(ways) });
        }
        let bans = order.bans.map(|b| bounds.formula(vocabulary, f, &b.guard));
        let guarantees = order.guarantees.map(|g| bounds.formula(vocabulary, f, &g.guard));
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
            guards: Guards { who, grounds, limits, bans, guarantees },
            index,
            known: Known::default(),
        }
    }

    /// Everything kept.
    pub fn keep_all(&self) -> Keep {
        Keep {
            whole: true,
            bans: IdVec::all(&self.order.bans, true),
            guarantees: IdVec::all(&self.order.guarantees, true),
            grounds: IdVec::all(&self.order.powers, true),
            limits: IdVec::all(&self.order.powers, true),
        }
    }

    /// Remembers a class that has been looked at. Standards of one kind follow each other, so the last ones are enough.
    pub fn remember(&mut self, class: Formula, seen: &Seen) {
        if self.seen.len() >= MOST_SEEN {
            self.seen.clear();
        }
        self.seen.insert(class, seen.clone());
        self.formulas.keep(class);
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
            FactShapeKind::YesNo { .. } | FactShapeKind::OneOf { .. } => number as u8,
        }
    }

    /// *A measure lasts longer than this*; without a length: *it lasts for as long as the scale goes*.
    pub fn lasts_longer(&mut self, length: Option<Length>) -> Formula {
        let vocabulary = &self.order.vocabulary;
        let duration = vocabulary.duration().or_stop(NO_DURATION);
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
            if let Some(limit) = clause.limit {
                let duration = vocabulary.duration().or_stop(NO_DURATION);
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
        (None, _) => stop("a duration is a number"),
    }
}

/// The first number of the duration's own unit that is past a length.
fn past(vocabulary: &Vocabulary, duration: FactId, length: Length) -> i64 {
    let FactShapeKind::Number { unit: Some(unit), .. } = vocabulary.fact(duration).shape else {
        stop("a duration has a unit")
    };
    let own = Length { number: 1, unit }.hours();
    length.hours().div_euclid(own) + 1
}
