//! Conditions whose names are resolved, and their way into formulas.

use super::vocabulary::{FactId, FactShapeKind, Named, TermId, Vocabulary};
use crate::ids::IdVec;
use crate::logic::{Domain, FactShape, Formula, Formulas, MOST_VALUES, Mask, full_mask};
use crate::stop::{OrStop as _, stop};
use crate::syntax::Expr;
use crate::syntax::tree::{Comparison, Unit};
use rustc_hash::FxHashMap;

/// A condition on a situation, every name resolved.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Everyone.
    Any,
    /// A yes/no fact holds.
    Fact(FactId),
    /// A term applies.
    Term(TermId),
    /// A one-of fact has this value.
    Value(FactId, u8),
    /// A number is below a bound, in the fact's own unit.
    Below(FactId, i64),
    /// The contrary.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Some(Vec<Condition>),
}

impl Condition {
    /// Both hold; `Any` adds nothing.
    #[must_use]
    pub fn and(self, other: Condition) -> Condition {
        match (self, other) {
            (Condition::Any, other) => other,
            (this, Condition::Any) => this,
            (Condition::All(mut parts), other) => {
                parts.push(other);
                Condition::All(parts)
            }
            (this, other) => Condition::All(vec![this, other]),
        }
    }

    /// The contrary.
    #[must_use]
    pub fn negated(self) -> Condition {
        Condition::Not(Box::new(self))
    }

    /// The condition as it is written in the language where no law speaks: names as they are read there, numbers in the
    /// fact's own unit.
    pub fn expr(&self, vocabulary: &Vocabulary) -> Expr {
        match self {
            Condition::Any => Expr::Any,
            Condition::Fact(fact) => Expr::named(vocabulary.spelled(Named::Fact(*fact))),
            Condition::Term(term) => Expr::named(vocabulary.spelled(Named::Term(*term))),
            Condition::Value(fact, value) => {
                Expr::is(vocabulary.spelled(Named::Fact(*fact)), vocabulary.value_name(*fact, *value))
            }
            Condition::Below(fact, bound) => below(vocabulary, *fact, *bound),
            Condition::Not(inner) => inner.expr(vocabulary).negated(),
            Condition::All(parts) => match parts.as_slice() {
                [Condition::Not(from), Condition::Below(fact, past)] if matches!(**from, Condition::Below(same, from) if same == *fact && from.checked_add(1) == Some(*past)) => {
                    equal(vocabulary, *fact, past - 1)
                }
                parts => Expr::all(parts.iter().map(|p| p.expr(vocabulary))),
            },
            Condition::Some(parts) => Expr::some(parts.iter().map(|p| p.expr(vocabulary))),
        }
    }

    /// Calls `see` for every fact that is spoken of, each term looked into once.
    pub fn facts(&self, vocabulary: &Vocabulary, see: &mut impl FnMut(FactId)) {
        let mut terms = std::collections::BTreeSet::new();
        self.facts_below(vocabulary, &mut terms, see);
    }

    fn facts_below(
        &self,
        vocabulary: &Vocabulary,
        seen: &mut std::collections::BTreeSet<TermId>,
        see: &mut impl FnMut(FactId),
    ) {
        match self {
            Condition::Any => {}
            Condition::Fact(f) | Condition::Value(f, _) | Condition::Below(f, _) => see(*f),
            Condition::Term(t) if !seen.insert(*t) => {}
            Condition::Term(t) => match vocabulary.term(*t).means.as_ref() {
                Some(means) => means.facts_below(vocabulary, seen, see),
                None => vocabulary.term(*t).fact.iter().for_each(|f| see(*f)),
            },
            Condition::Not(inner) => inner.facts_below(vocabulary, seen, see),
            Condition::All(parts) | Condition::Some(parts) => {
                parts.iter().for_each(|p| p.facts_below(vocabulary, seen, see))
            }
        }
    }

    /// How deep it is, the terms in it as deep as `of` says.
    pub fn depth(&self, of: &impl Fn(TermId) -> usize) -> usize {
        match self {
            Condition::Any | Condition::Fact(_) | Condition::Value(..) | Condition::Below(..) => 1,
            Condition::Term(term) => 1 + of(*term),
            Condition::Not(inner) => 1 + inner.depth(of),
            Condition::All(parts) | Condition::Some(parts) => 1 + parts.iter().map(|p| p.depth(of)).max().unwrap_or(0),
        }
    }

    /// Calls `see` for every term named.
    pub fn terms(&self, see: &mut impl FnMut(TermId)) {
        match self {
            Condition::Term(t) => see(*t),
            Condition::Not(inner) => inner.terms(see),
            Condition::All(parts) | Condition::Some(parts) => parts.iter().for_each(|p| p.terms(see)),
            _ => {}
        }
    }

    fn bounds(&self, out: &mut FxHashMap<FactId, Vec<i64>>) {
        match self {
            Condition::Below(fact, bound) => out.entry(*fact).or_default().push(*bound),
            Condition::Not(inner) => inner.bounds(out),
            Condition::All(parts) | Condition::Some(parts) => parts.iter().for_each(|p| p.bounds(out)),
            _ => {}
        }
    }
}

/// A number compared in its own unit; years need none.
fn compared(vocabulary: &Vocabulary, fact: FactId, comparison: Comparison, number: i64) -> Expr {
    let unit = match &vocabulary.fact(fact).shape {
        FactShapeKind::Number { unit, .. } => unit.and_then(Unit::needed),
        FactShapeKind::YesNo { .. } | FactShapeKind::OneOf { .. } => stop("only a number is compared"),
    };
    Expr::compare(vocabulary.spelled(Named::Fact(fact)), comparison, number, unit)
}

/// A number below a bound. A bound past either end of the scale is said by that end: nothing else could be written.
fn below(vocabulary: &Vocabulary, fact: FactId, bound: i64) -> Expr {
    match vocabulary.range(fact) {
        (_, to) if bound > to => compared(vocabulary, fact, Comparison::AtMost, to),
        (from, _) => compared(vocabulary, fact, Comparison::Less, bound.max(from)),
    }
}

/// A number of exactly this. Nobody has one that is not on the scale.
fn equal(vocabulary: &Vocabulary, fact: FactId, number: i64) -> Expr {
    match vocabulary.range(fact) {
        (from, _) if number < from => below(vocabulary, fact, from),
        (_, to) if number > to => below(vocabulary, fact, to + 1).negated(),
        _ => compared(vocabulary, fact, Comparison::Equal, number),
    }
}

/// Where each number is cut: the constants that occur, so that between two cuts all numbers are alike.
#[derive(Debug, Clone, Default)]
pub struct Bounds {
    cuts: FxHashMap<FactId, Vec<i64>>,
    /// Terms already made into formulas: a term may stand in many others.
    terms: std::cell::RefCell<FxHashMap<TermId, Formula>>,
}

impl Bounds {
    /// No cuts yet.
    pub fn new() -> Self {
        Bounds::default()
    }

    /// Takes note of every constant of a condition.
    pub fn note(&mut self, condition: &Condition) {
        condition.bounds(&mut self.cuts);
    }

    /// Takes note of one constant.
    pub fn note_bound(&mut self, fact: FactId, bound: i64) {
        self.cuts.entry(fact).or_default().push(bound);
    }

    /// Cuts every number of the vocabulary. `Err` names a fact with more constants than can be told apart.
    pub fn finish(mut self, vocabulary: &Vocabulary) -> Result<(Bounds, Domain), FactId> {
        let mut shapes = IdVec::new();
        for (id, fact) in vocabulary.facts() {
            let shape = match &fact.shape {
                FactShapeKind::YesNo { usual } => FactShape { size: 2, usual: u8::from(*usual) },
                FactShapeKind::OneOf { values, usual } => FactShape { size: values.len() as u8, usual: *usual },
                FactShapeKind::Number { from, to, usual, .. } => {
                    let cuts = self.cuts.entry(id).or_default();
                    cuts.retain(|c| c > from && c <= to);
                    cuts.push(*from);
                    cuts.sort_unstable();
                    cuts.dedup();
                    if cuts.len() > MOST_VALUES {
                        return Err(id);
                    }
                    let usual = cuts.partition_point(|c| c <= usual).saturating_sub(1);
                    FactShape { size: cuts.len() as u8, usual: usual as u8 }
                }
            };
            shapes.push(shape);
        }
        Ok((self, Domain { facts: shapes.into() }))
    }

    /// Forgets terms whose formulas are no longer there.
    pub fn forget(&mut self, formulas: &Formulas) {
        self.terms.get_mut().retain(|_, formula| formulas.has(*formula));
    }

    fn cuts(&self, number: FactId) -> &[i64] {
        self.cuts.get(&number).or_stop("every number is cut before it is asked about")
    }

    /// The first and last number of the interval with this index.
    pub fn interval(&self, vocabulary: &Vocabulary, number: FactId, index: u8) -> (i64, i64) {
        let (_, to) = vocabulary.range(number);
        let cuts = self.cuts(number);
        let low = cuts.get(index as usize).copied().or_stop("an interval is one of those that were cut");
        // The last ends where the scale does.
        let high = cuts.get(index as usize + 1).map_or(to, |next| next - 1);
        (low, high)
    }

    /// The interval a number lies in.
    pub fn index_of(&self, fact: FactId, number: i64) -> u8 {
        self.cuts(fact).partition_point(|c| *c <= number).saturating_sub(1) as u8
    }

    fn below(&self, vocabulary: &Vocabulary, number: FactId, bound: i64) -> Mask {
        let (from, to) = vocabulary.range(number);
        if bound > to {
            return Mask::MAX;
        }
        if bound <= from {
            return 0;
        }
        full_mask(self.cuts(number).partition_point(|c| *c < bound) as u8)
    }

    /// The condition as a formula.
    pub fn formula(&self, vocabulary: &Vocabulary, formulas: &mut Formulas, condition: &Condition) -> Formula {
        match condition {
            Condition::Any => formulas.yes(),
            Condition::Fact(fact) => formulas.value(*fact, 0b10),
            Condition::Value(fact, value) => formulas.value(*fact, 1 << value),
            Condition::Below(fact, bound) => {
                let mask = self.below(vocabulary, *fact, *bound);
                formulas.value(*fact, mask)
            }
            Condition::Term(id) => {
                let known = self.terms.borrow().get(id).copied();
                if let Some(known) = known {
                    return known;
                }
                let term = vocabulary.term(*id);
                let formula = match (&term.means, term.fact) {
                    (Some(means), _) => self.formula(vocabulary, formulas, means),
                    (None, Some(fact)) => formulas.value(fact, 0b10),
                    (None, None) => stop("a term has a meaning, or is a fact"),
                };
                formulas.keep(formula);
                self.terms.borrow_mut().insert(*id, formula);
                formula
            }
            Condition::Not(inner) => {
                let inner = self.formula(vocabulary, formulas, inner);
                formulas.not(inner)
            }
            Condition::All(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.formula(vocabulary, formulas, p)).collect();
                formulas.all(parts)
            }
            Condition::Some(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.formula(vocabulary, formulas, p)).collect();
                formulas.some(parts)
            }
        }
    }
}
