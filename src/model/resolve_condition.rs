//! Looks up the names in conditions and lengths, and brings numbers into the unit of their fact.

use super::condition::Condition;
use super::length::{Length, convert, is_finer};
use super::resolve::Resolver;
use super::vocabulary::*;
use crate::syntax::tree::{self, Name};
use crate::syntax::{Arg, Code, Mistake, near};
use crate::text::Span;

impl Resolver {
    /// A length of time; a named time stands for its bound.
    pub fn length(&mut self, extent: &tree::Extent) -> Option<Length> {
        match extent {
            tree::Extent::Exact { number, unit, .. } => Some(Length { number: *number, unit: *unit }),
            tree::Extent::Named(name) => match self.look(&name.text) {
                Some(Named::Time(id)) => Some(self.vocabulary.time(id).at_most),
                other => {
                    let fits = |_: &Vocabulary, n: Named| matches!(n, Named::Time(_));
                    match other {
                        Some(other) => self.wrong_kind(name, other, "kind-time", fits),
                        None => self.unknown(name, &["kind-time"], fits),
                    }
                    None
                }
            },
        }
    }

    /// The named time that a length was written as.
    pub(super) fn named_time(&self, extent: &tree::Extent) -> Option<TimeId> {
        let tree::Extent::Named(name) = extent else { return None };
        match self.own.get(&name.text).or_else(|| self.vocabulary.names.get(&name.text)) {
            Some(Named::Time(id)) => Some(*id),
            _ => None,
        }
    }

    /// A condition with every name looked up. What could not be found counts as *any*: no verdict follows from it.
    pub fn condition(&mut self, condition: &tree::Condition) -> Condition {
        match condition {
            tree::Condition::Any(_) => Condition::Any,
            tree::Condition::Not(inner, _) => self.condition(inner).negated(),
            tree::Condition::All(parts, _) => Condition::All(parts.iter().map(|p| self.condition(p)).collect()),
            tree::Condition::Some(parts, _) => Condition::Some(parts.iter().map(|p| self.condition(p)).collect()),
            tree::Condition::Named(name) => match self.look(&name.text) {
                Some(Named::Term(id)) => Condition::Term(id),
                Some(Named::Fact(id)) => match &self.vocabulary.fact(id).shape {
                    FactShapeKind::YesNo { .. } => Condition::Fact(id),
                    FactShapeKind::OneOf { values, .. } => {
                        let values = values.iter().map(|(n, _)| n.clone()).collect();
                        self.mistakes.push(
                            Mistake::new(Code::NeedsValue, name.span)
                                .with("name", name.text.clone())
                                .arg("values", Arg::Names(values)),
                        );
                        Condition::Any
                    }
                    FactShapeKind::Number { .. } => {
                        self.mistakes.push(Mistake::new(Code::NeedsNumber, name.span).with("name", name.text.clone()));
                        Condition::Any
                    }
                },
                other => {
                    let fits = |v: &Vocabulary, n: Named| match n {
                        Named::Fact(id) => matches!(v.fact(id).shape, FactShapeKind::YesNo { .. }),
                        Named::Term(_) => true,
                        _ => false,
                    };
                    match other {
                        Some(other) => self.wrong_kind(name, other, "kind-condition", fits),
                        None => self.unknown(name, &["kind-condition"], fits),
                    }
                    Condition::Any
                }
            },
            tree::Condition::Is { fact, not, value, .. } => {
                let found = self.value(fact, value);
                if *not { found.negated() } else { found }
            }
            tree::Condition::Compare { fact, comparison, number, unit, span } => {
                self.compare(fact, *comparison, *number, *unit, *span)
            }
        }
    }

    fn value(&mut self, fact: &Name, value: &Name) -> Condition {
        let id = match self.look(&fact.text) {
            Some(Named::Fact(id)) => id,
            other => {
                let fits = |v: &Vocabulary, n: Named| matches!(n, Named::Fact(id) if matches!(v.fact(id).shape, FactShapeKind::OneOf { .. }));
                match other {
                    Some(other) => self.wrong_kind(fact, other, "kind-fact", fits),
                    None => self.unknown(fact, &["kind-fact"], fits),
                }
                return Condition::Any;
            }
        };
        match &self.vocabulary.fact(id).shape {
            FactShapeKind::OneOf { values, .. } => {
                if let Some(at) = values.iter().position(|(n, _)| *n == value.text) {
                    return Condition::Value(id, at as u8);
                }
                let names: Vec<String> = values.iter().map(|(n, _)| n.clone()).collect();
                let suggestion = near(&value.text, names.iter().map(String::as_str));
                self.mistakes.push(
                    Mistake::new(Code::UnknownValue, value.span)
                        .with("name", value.text.clone())
                        .with("fact", fact.text.clone())
                        .arg("values", Arg::Names(names))
                        .suggest(suggestion),
                );
            }
            FactShapeKind::YesNo { .. } => {
                self.mistakes.push(Mistake::new(Code::TakesNoValue, value.span).with("name", fact.text.clone()));
            }
            FactShapeKind::Number { .. } => {
                self.mistakes.push(Mistake::new(Code::NeedsNumber, fact.span).with("name", fact.text.clone()));
            }
        }
        Condition::Any
    }

    fn compare(
        &mut self,
        name: &Name,
        comparison: tree::Comparison,
        number: i64,
        unit: Option<tree::Unit>,
        span: Span,
    ) -> Condition {
        let id = match self.look(&name.text) {
            Some(Named::Fact(id)) => id,
            other => {
                let fits = |v: &Vocabulary, n: Named| matches!(n, Named::Fact(id) if matches!(v.fact(id).shape, FactShapeKind::Number { .. }));
                match other {
                    Some(other) => self.wrong_kind(name, other, "kind-fact", fits),
                    None => self.unknown(name, &["kind-fact"], fits),
                }
                return Condition::Any;
            }
        };
        let FactShapeKind::Number { unit: own, from, to, .. } = self.vocabulary.fact(id).shape.clone() else {
            self.mistakes.push(Mistake::new(Code::NotANumber, name.span).with("name", name.text.clone()));
            return Condition::Any;
        };
        // In a finer unit than the fact's own, *more than 17 months* begins with the eighteenth; where a whole number of the
        // own unit does not begin there too, nothing that counts in it can say what is meant.
        let finer = unit.zip(own).is_some_and(|(unit, own)| is_finer(unit, own));
        let (comparison, number) = match comparison {
            tree::Comparison::AtMost if finer => (tree::Comparison::Less, number.saturating_add(1)),
            tree::Comparison::More if finer => (tree::Comparison::AtLeast, number.saturating_add(1)),
            other => (other, number),
        };
        let Some((top, bottom)) = self.in_own_unit(name, number, unit, own, span) else { return Condition::Any };
        if finer && top.rem_euclid(bottom) != 0 {
            let word = |unit: Option<tree::Unit>| vec![unit.map_or("unit-none", unit_word).into()];
            self.mistakes.push(
                Mistake::new(Code::WrongUnit, span)
                    .with("name", name.text.clone())
                    .arg("unit", Arg::Expected(word(own)))
                    .arg("found", Arg::Expected(word(unit))),
            );
            return Condition::Any;
        }
        if unit.is_some_and(|u| {
            own.is_some_and(|o| Length { number, unit: u }.by_convention(Length { number: 1, unit: o }))
        }) {
            self.vocabulary.by_convention.insert(id);
        }
        let (floor, ceil) = (top.div_euclid(bottom), -(-top).div_euclid(bottom));
        // Past either end of the range the comparison says nothing.
        if floor > to || ceil < from {
            self.mistakes.push(
                Mistake::warning(Code::OutOfRange, span)
                    .with("name", name.text.clone())
                    .arg("from", Arg::Number(from))
                    .arg("to", Arg::Number(to)),
            );
        }
        let below = |bound| Condition::Below(id, bound);
        match comparison {
            tree::Comparison::Less => below(ceil),
            tree::Comparison::AtMost => below(floor + 1),
            tree::Comparison::More => below(floor + 1).negated(),
            tree::Comparison::AtLeast => below(ceil).negated(),
            tree::Comparison::Equal if floor == ceil => Condition::All(vec![below(floor).negated(), below(floor + 1)]),
            tree::Comparison::Equal => Condition::Any.negated(),
        }
    }

    /// A number in the fact's own unit, as a fraction.
    fn in_own_unit(
        &mut self,
        name: &Name,
        number: i64,
        unit: Option<tree::Unit>,
        own: Option<tree::Unit>,
        span: Span,
    ) -> Option<(i64, i64)> {
        use tree::Unit::{Months, Years};
        match (unit, own) {
            (None, None) => Some((number, 1)),
            (None, Some(Years)) => Some((number, 1)),
            (Some(Years | Months), Some(Years)) => unit.map(|u| convert(number, u, Years)),
            (Some(u), Some(o)) if o != Years => Some(convert(number, u, o)),
            (None, Some(o)) => {
                self.mistakes.push(
                    Mistake::new(Code::MissingUnit, span)
                        .with("name", name.text.clone())
                        .arg("unit", Arg::Expected(vec![unit_word(o).into()])),
                );
                None
            }
            (Some(u), o) => {
                let own = o.map_or("unit-none", unit_word);
                self.mistakes.push(
                    Mistake::new(Code::WrongUnit, span)
                        .with("name", name.text.clone())
                        .arg("unit", Arg::Expected(vec![own.into()]))
                        .arg("found", Arg::Expected(vec![unit_word(u).into()])),
                );
                None
            }
        }
    }

    /// One given fact of a scenario or an example.
    pub(super) fn given(&mut self, given: &tree::Given) -> super::policy::GivenFact {
        let condition = match &given.value {
            tree::GivenValue::Plain => self.condition(&tree::Condition::Named(given.fact.clone())),
            tree::GivenValue::Number(number, unit) => {
                self.compare(&given.fact, tree::Comparison::Equal, *number, *unit, given.span)
            }
            tree::GivenValue::Value(value) => self.value(&given.fact, value),
        };
        let condition = if given.not { condition.negated() } else { condition };
        let mut facts = Vec::new();
        condition.facts(&self.vocabulary, &mut |f| facts.push(f));
        super::policy::GivenFact { condition, facts, span: given.span }
    }
}

/// The catalogue id of a unit.
pub(super) fn unit_word(unit: tree::Unit) -> &'static str {
    match unit {
        tree::Unit::Hours => "unit-hours",
        tree::Unit::Days => "unit-days",
        tree::Unit::Weeks => "unit-weeks",
        tree::Unit::Months => "unit-months",
        tree::Unit::Years => "unit-years",
    }
}
