//! A legal order as formulas: every guard once, axioms beside them.

use super::cited::ArticleCited;
use super::date::Date;
use super::doubts::{Standing, doubts};
use super::fields::Fields;
use super::guarantees::{Given, Wanted};
use super::index::Index;
use super::view::{Doubt, Doubts, Reading, View};
use crate::ids::{Id, IdVec};
use crate::logic::{Beginning, Cover, Decider, Formula, Formulas, Mask, Situation, Steps, Undecided, Works, full_mask};
use crate::model::{
    Article, ArticleId, Axiom, Ban, Bounds, Condition, FactId, FactShapeKind, FormKind, Guarantee, LegalOrder, Length,
    Power, PowerId, Reason, Refusal, Standard, TermId, ThingId, Vocabulary,
};
use crate::stop::{OrStop as _, stop};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A fact is compared with more constants than can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyConstants(pub FactId);

/// What a question leaves out of the axioms.
#[derive(Debug, Clone, Default)]
pub(super) struct Ended {
    /// The facts.
    pub(super) facts: Vec<FactId>,
    /// All axioms.
    all: Option<Formula>,
    /// Those that speak of the facts: they hold of whomever another measure reaches.
    pub(super) left_out: Option<Formula>,
    /// The same of the law's own.
    own_left_out: Vec<(Id<Axiom>, Formula)>,
}

impl Ended {
    /// Whether all axioms hold.
    pub(super) fn is_nothing(&self) -> bool {
        self.all.is_none()
    }
}

/// For each reason, axioms of a law's own and the fact of which each says what it implies.
type Implying = IdVec<Reason, Vec<(Id<Axiom>, FactId)>>;

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

/// The most conditions of a power that are looked at one by one.
const MOST_CONDITIONS: usize = 32;

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
    /// The same, one by one.
    each_axiom: Arc<Vec<(Formula, BTreeSet<FactId>)>>,
    /// What a question leaves out of the axioms, because a measure ends it.
    pub(super) ended: Ended,
    /// What the laws of the order say holds always: each axiom of their own.
    pub(super) own: Vec<(Id<Axiom>, Formula)>,
    /// The day on which it is looked at, and which of its articles are in force on it; every one, when no day was set.
    pub(super) in_force: Option<(Date, Arc<IdVec<Article, bool>>)>,
    /// Its doubtful statements.
    pub doubts: Arc<Doubts>,
    /// For each reason the facts it names, each once, with the values they have where it does not hold.
    pub(super) reasons: Arc<IdVec<Reason, Vec<(FactId, Mask)>>>,
    /// For each reason the facts of a law's own that by what it says imply one of the facts it names: for whom they hold,
    /// the reason does.
    pub(super) implying: Arc<Implying>,
    /// The open facts, with the value that is no.
    pub(super) open: Arc<Vec<(FactId, Mask)>>,
    pub(super) standing: Arc<Standing>,
    pub(super) fields: Arc<Fields>,
    pub(super) guards: Guards,
    pub(super) index: Index,
    pub(super) known: Known,
}

/// Where each part of the law holds.
#[derive(Debug, Clone)]
pub(super) struct Guards {
    /// Each of the conditions a power names; what is beyond the 31st is one with it.
    pub(super) conditions: IdVec<Power, Vec<Formula>>,
    /// All of them together.
    pub(super) named: IdVec<Power, Formula>,
    /// Its time limits.
    pub(super) limits: IdVec<Power, Formula>,
    /// Where it states a limit.
    pub(super) limited: IdVec<Power, Formula>,
    /// Where it says how long, be it for any time.
    pub(super) spoken: IdVec<Power, Formula>,
    /// For whose benefit each prohibition is.
    pub(super) bans: IdVec<Ban, Formula>,
    /// To whom each guarantee is given.
    pub(super) guarantees: IdVec<Guarantee, Formula>,
    /// To whom each refusal denies something.
    pub(super) refusals: IdVec<Refusal, Formula>,
}

/// What has been worked out of the whole law in one reading, and is asked again. The formulas are kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// What a power permits of a kind of measure.
    pub(super) permitted: FxHashMap<(PowerId, ThingId, Reading), Formula>,
    /// What comes with every power over a kind of measure.
    pub(super) given: FxHashMap<(Wanted, ThingId, Reading), Given>,
}

impl Works for Law<'_> {
    fn formulas(&mut self) -> &mut Formulas {
        &mut self.formulas
    }
}

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
                    FormKind::Limit { to, beyond, .. } => {
                        let duration = vocabulary.duration().or_stop(NO_DURATION);
                        bounds.note_bound(duration, end_of(vocabulary, duration, *to));
                        if beyond.is_some() {
                            bounds.note_bound(duration, end_of(vocabulary, duration, *beyond));
                        }
                    }
                    FormKind::RequireWhenever { every: Some(every), .. } => {
                        if let Some(duration) = vocabulary.duration() {
                            bounds.note_bound(duration, past(vocabulary, duration, *every));
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
        let mut axioms = Vec::new();
        let mut each_axiom = Vec::new();
        let mut own = Vec::new();
        let all: IdVec<Axiom, &Axiom> = vocabulary.axioms.iter().collect();
        for (id, axiom) in all.entries() {
            let holds = bounds.formula(vocabulary, f, &axiom.holds);
            // What a law says of the world is no part of the world: it is asked with it and without it.
            match axiom.own {
                Some(_) => own.push((id, holds)),
                None => {
                    axioms.push(holds);
                    each_axiom.push((holds, facts_of(vocabulary, &axiom.holds)));
                }
            }
        }
        let axioms = f.all(axioms);
        let conditions = order.powers.map(|p| {
            let mut each: Vec<Formula> =
                p.conjuncts.iter().map(|c| bounds.formula(vocabulary, f, &c.condition)).collect();
            if each.len() > MOST_CONDITIONS {
                let rest = each.split_off(MOST_CONDITIONS - 1);
                each.push(f.all(rest));
            }
            each
        });
        let named = conditions.map(|each| f.all(each.iter().copied()));
        let (mut limits, mut limited, mut spoken) = (IdVec::new(), IdVec::new(), IdVec::new());
        for power in &order.powers {
            let (mut ways, mut stated) = (Vec::new(), Vec::new());
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
                let way = f.all([where_, within]);
                ways.push(way);
                stated.extend(clause.limit.map(|_| way));
            }
            spoken.push(f.some(ways.iter().copied()));
            let stated = f.some(stated);
            // Who may be held for any time has no limit, whatever else is said.
            let endless: Vec<Formula> = power
                .for_
                .iter()
                .filter(|c| c.limit.is_none())
                .map(|c| bounds.formula(vocabulary, f, &c.where_))
                .collect();
            let endless = f.some(endless);
            let ends = f.not(endless);
            limited.push(f.all([stated, ends]));
            // Whom no clause covers has no limit.
            let covered: Vec<Formula> = power.for_.iter().map(|c| bounds.formula(vocabulary, f, &c.where_)).collect();
            let covered = f.some(covered);
            ways.push(f.not(covered));
            limits.push(f.some(ways));
        }
        let bans = order.bans.map(|b| bounds.formula(vocabulary, f, &b.guard));
        let guarantees = order.guarantees.map(|g| bounds.formula(vocabulary, f, &g.guard));
        let refusals = order.refusals.map(|r| bounds.formula(vocabulary, f, &r.guard));
        let open = vocabulary.facts().filter(|(_, fact)| fact.open).map(|(id, _)| (id, 0b01)).collect();
        let reasons = vocabulary.reasons.map(|reason| {
            let mut named: Vec<(FactId, Mask)> = Vec::new();
            for (fact, condition) in &reason.facts {
                let other = match condition {
                    // *No* is any value that the reason does not name.
                    Condition::Value(fact, value) => full_mask(f.domain().facts[*fact].size) & !(1 << value),
                    _ => 0b01,
                };
                match named.iter_mut().find(|(own, _)| own == fact) {
                    Some((_, mask)) => *mask &= other,
                    None => named.push((*fact, other)),
                }
            }
            named
        });
        let implied: Vec<(Id<Axiom>, FactId, Formula)> = all
            .entries()
            .filter(|(_, axiom)| axiom.own.is_some())
            .filter_map(|(id, axiom)| axiom.implied_by.as_ref().map(|(fact, implied)| (id, *fact, implied)))
            .map(|(id, fact, implied)| (id, fact, bounds.formula(vocabulary, f, implied)))
            .collect();
        formulas.set_background(axioms);
        let mut decider = Decider::default();
        decider.sat_budget = order.vocabulary.limits.looks;
        decider.steps = Steps::of(order.vocabulary.limits.steps);
        decider.verify = verify;
        let implying = reasons.map(|facts: &Vec<(FactId, Mask)>| {
            let implies = |formulas: &mut Formulas, decider: &mut Decider, implied: Formula| {
                facts.iter().any(|(fact, other)| {
                    let otherwise = formulas.value(*fact, *other);
                    // What cannot be decided here makes no fact one of the reason's.
                    !decider.possible(formulas, &[axioms, implied, otherwise]).unwrap_or(true)
                })
            };
            let own = implied.iter().filter(|(.., implied)| implies(&mut formulas, &mut decider, *implied));
            own.map(|(axiom, fact, _)| (*axiom, *fact)).collect::<Vec<_>>()
        });
        let (seen, said) = (FxHashMap::default(), FxHashMap::default());
        let index = Index::of(order);
        let cited = ArticleCited::all(order);
        let standing = Standing::of(order);
        let doubts = doubts(order, &cited, &standing);
        let fields = Fields::of(order, |article| cited[article].unconfirmed, |_| true);
        Law {
            order,
            formulas,
            axioms,
            cited: cited.into(),
            decider,
            seen,
            said,
            most_boxes: MOST_BOXES,
            asked: None,
            bounds,
            own,
            each_axiom: each_axiom.into(),
            ended: Ended::default(),
            in_force: None,
            doubts: doubts.into(),
            reasons: Arc::new(reasons),
            implying: Arc::new(implying),
            open: Arc::new(open),
            standing: standing.into(),
            fields: fields.into(),
            guards: Guards { conditions, named, limits, limited, spoken, bans, guarantees, refusals },
            index,
            known: Known::default(),
        }
    }

    /// What there is of formulas now, to go back to.
    pub fn beginning(&self) -> Beginning {
        self.formulas.beginning()
    }

    /// Forgets whatever was worked out since: what is asked from now on takes the steps that it would have taken then,
    /// whatever has been asked in between.
    pub fn back_to(&mut self, beginning: &Beginning) {
        self.restore();
        self.formulas.back_to(beginning);
        self.bounds.forget(&self.formulas);
        self.seen.clear();
        self.said.clear();
        self.known = Known::default();
    }

    /// For a question on a power: of whom a measure that it reaches ends a fact, the axioms on that fact are left out, for
    /// the fact is that of before. Everything else is asked with all axioms. Undone with [`Law::restore`].
    pub fn relax(&mut self, power: PowerId, measure: ThingId, view: &View) {
        self.relax_for(&[power], measure, view);
    }

    /// The same for a question of the law as a whole that speaks of what every power over a measure permits.
    pub fn relax_for_all(&mut self, measure: ThingId, view: &View) {
        let powers = self.powers_over(measure, view);
        self.relax_for(&powers, measure, view);
    }

    /// Those of whom all axioms hold, where a question leaves some out: the law's own as far as they are taken for the
    /// State.
    pub fn usual(&mut self, view: &View) -> Formula {
        let Some(left_out) = self.ended.left_out else { return self.formulas.yes() };
        let own = self.ended.own_left_out.iter().filter(|(id, _)| self.kindly(Doubt::Own(*id), view));
        let all: Vec<Formula> = own.map(|(_, holds)| *holds).chain([left_out]).collect();
        self.formulas.all(all)
    }

    fn relax_for(&mut self, powers: &[PowerId], measure: ThingId, view: &View) {
        let vocabulary = &self.order.vocabulary;
        let mut facts: Vec<FactId> = Vec::new();
        for kind in self.kinds(measure, view) {
            if powers.iter().any(|power| self.reaches(*power, kind, view)) {
                facts.extend(self.index.ends(vocabulary, kind));
            }
        }
        facts.sort_unstable();
        facts.dedup();
        if facts.is_empty() {
            return;
        }
        let (mut kept, mut left_out) = (Vec::new(), Vec::new());
        for (axiom, spoken_of) in self.each_axiom.iter() {
            let speaks = facts.iter().any(|fact| spoken_of.contains(fact));
            if speaks { left_out.push(*axiom) } else { kept.push(*axiom) }
        }
        let own_left_out = self.own.iter().filter(|(id, _)| self.speaks_of(*id, &facts)).copied().collect();
        let kept = self.formulas.all(kept);
        let left_out = self.formulas.all(left_out);
        let all = Some(std::mem::replace(&mut self.axioms, kept));
        self.ended = Ended { facts, all, left_out: Some(left_out), own_left_out };
    }

    /// Whether an axiom of a law's own speaks of some facts.
    pub(super) fn speaks_of(&self, axiom: Id<Axiom>, facts: &[FactId]) -> bool {
        let vocabulary = &self.order.vocabulary;
        let own = vocabulary.axioms.get(axiom.place()).map(|a| facts_of(vocabulary, &a.holds)).unwrap_or_default();
        facts.iter().any(|fact| own.contains(fact))
    }

    /// Whether some axioms are left out.
    pub fn relaxes(&self) -> bool {
        !self.ended.is_nothing()
    }

    /// All axioms hold again.
    pub fn restore(&mut self) {
        if let Some(all) = std::mem::take(&mut self.ended).all {
            self.axioms = all;
        }
    }

    /// Looks at the law as it is on a day: what is not yet in force, no longer, or annulled does nothing.
    pub fn on(&mut self, day: Date) {
        if self.in_force.as_ref().is_some_and(|(known, _)| *known == day) {
            return;
        }
        let come = |date: &Option<String>| date.as_deref().and_then(Date::parse).map(|d| d.has_come_by(day));
        let over = |date: &Option<String>| {
            date.as_deref().and_then(Date::parse).is_some_and(|d| d.has_come_by(day) && d != day)
        };
        let is = |article: &Article| {
            let annulled = article.annulled.as_ref().is_some_and(|(_, on)| come(on).unwrap_or(true));
            come(&article.in_force) != Some(false)
                && !over(&article.until)
                && come(&article.repealed) != Some(true)
                && !annulled
        };
        self.in_force = Some((day, self.order.articles.map(is).into()));
        let in_force = |article: ArticleId| self.is_in_force(article);
        self.fields = Fields::of(self.order, |article| self.cited[article].unconfirmed, in_force).into();
        self.known = Known::default();
        self.seen.clear();
    }

    /// Whether an article is in force on the day on which the law is looked at.
    pub fn is_in_force(&self, article: ArticleId) -> bool {
        self.in_force.as_ref().is_none_or(|(_, articles)| articles[article])
    }

    /// Whether some clause in force does anything.
    pub fn is_operative(&self) -> bool {
        let order = self.order;
        order.clauses_by_article().any(|article| article.is_none_or(|article| self.is_in_force(article)))
    }

    /// Remembers a class that has been looked at. Standards of one kind follow each other, so the last ones are enough.
    pub fn remember(&mut self, class: Formula, seen: &Seen) {
        if !self.ended.is_nothing() {
            return;
        }
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

/// The facts a condition speaks of, by itself or through a term.
fn facts_of(vocabulary: &Vocabulary, condition: &Condition) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    condition.facts(vocabulary, &mut |fact| {
        facts.insert(fact);
    });
    facts
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
    order.refusals.iter().for_each(|r| bounds.note(&r.guard));
    order.principles.iter().for_each(|p| bounds.note(&p.guard));
    vocabulary.reasons.iter().flat_map(|r| &r.facts).for_each(|(_, c)| bounds.note(c));
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
