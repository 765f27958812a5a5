//! What can be spoken of: facts, terms, axioms, measures, safeguards, services and the rest.

use super::condition::Condition;
use super::length::Length;
use super::policy::PolicyId;
use super::taxonomy::Taxonomy;
use crate::ids::{Id, IdVec};
use crate::logic::FactShape;
use crate::stop::{OrStop as _, stop};
use crate::syntax::tree::{Label, Leg, ThingKind, Unit};
use crate::text::{Limits, Span};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

pub use crate::logic::FactId;
/// A term.
pub type TermId = Id<Term>;
/// A measure, safeguard, service, institution, kind of authority, step, aim or subject.
pub type ThingId = Id<Thing>;
/// A named time.
pub type TimeId = Id<NamedTime>;
/// A reason.
pub type ReasonId = Id<Reason>;

/// What values a fact can take, and which is ordinary.
#[derive(Debug, Clone, PartialEq)]
pub enum FactShapeKind {
    /// Yes or no.
    YesNo {
        /// The ordinary answer.
        usual: bool,
    },
    /// One of a few.
    OneOf {
        /// Name and label of each.
        values: Vec<(String, Label)>,
        /// The ordinary one.
        usual: u8,
    },
    /// A whole number.
    Number {
        /// Its unit.
        unit: Option<Unit>,
        /// The least.
        from: i64,
        /// The most.
        to: i64,
        /// The ordinary one.
        usual: i64,
    },
}

impl FactShapeKind {
    /// Whether two facts have the same values, the same ordinary one, and the same unit.
    pub fn is_like(&self, other: &FactShapeKind) -> bool {
        match (self, other) {
            (Self::YesNo { usual: a }, Self::YesNo { usual: b }) => a == b,
            (Self::OneOf { values: a, usual: x }, Self::OneOf { values: b, usual: y }) => {
                x == y && a.iter().map(|(name, _)| name).eq(b.iter().map(|(name, _)| name))
            }
            (
                Self::Number { unit, from, to, usual },
                Self::Number { unit: other_unit, from: other_from, to: other_to, usual: other_usual },
            ) => unit == other_unit && from == other_from && to == other_to && usual == other_usual,
            _ => false,
        }
    }
}

/// A fact about a person's situation.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// Its values.
    pub shape: FactShapeKind,
    /// The leg of proportionality it serves.
    pub serves: Option<Leg>,
    /// It states that leg as the treaty does: nothing is then left to weigh.
    pub in_full: bool,
    /// The policy that made it: an element of that law.
    pub owner: Option<PolicyId>,
    /// How far it reaches is left to the authority; otherwise a court finds that it is so or is not.
    pub open: bool,
    /// It says who a person is, and no more.
    pub personal: bool,
    /// Facts that it may stand for where people are compared.
    pub stands_for: Vec<FactId>,
    /// Where it is declared.
    pub span: Span,
}

/// A named condition.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// What it is a kind of.
    pub parents: Vec<TermId>,
    /// What it means; if nothing, it is a yes/no fact of its own.
    pub means: Option<Condition>,
    /// That fact.
    pub fact: Option<FactId>,
    /// Where it is declared.
    pub span: Span,
}

/// Something of a taxonomy.
#[derive(Debug, Clone)]
pub struct Thing {
    /// Which taxonomy.
    pub kind: ThingKind,
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// What it is a kind of. The first is its first face: a power reaches down by that one alone, everything else by all.
    /// A kind by reason has the wider measure here, and is reached as its reason says.
    pub parents: Vec<ThingId>,
    /// What it may be a kind of, in doubt.
    pub may_be: Vec<ThingId>,
    /// The law that declares it; the vocabulary where none does.
    pub owner: Option<PolicyId>,
    /// The fact that a safeguard establishes.
    pub establishes: Option<FactId>,
    /// The facts that a measure ends.
    pub ends: Vec<FactId>,
    /// The measure to which who is entitled to this service may not be subjected.
    pub bars: Option<ThingId>,
    /// Safeguards that are given where an authority of that kind decides on the measure.
    pub by_deciding: Vec<(ThingId, Option<ThingId>)>,
    /// The safeguard, and the kind of authority by which it is this one.
    pub same_as: Option<(ThingId, ThingId)>,
    /// The wider measure, and the reason for which it is this one.
    pub reason: Option<(ThingId, ReasonId)>,
    /// How severe, for measures.
    pub severity: i64,
    /// Its field of law.
    pub subject: Option<ThingId>,
    /// Done by private persons.
    pub private: bool,
    /// The measure a step carries out.
    pub measure: Option<ThingId>,
    /// The leg of proportionality it serves.
    pub serves: Option<Leg>,
    /// It states that leg as the treaty does: nothing is then left to weigh.
    pub in_full: bool,
    /// Where it is declared.
    pub span: Span,
}

/// Something that holds in every situation.
#[derive(Debug, Clone)]
pub struct Axiom {
    /// The condition.
    pub holds: Condition,
    /// Where it is said.
    pub span: Span,
    /// The law that says it; the vocabulary where none does.
    pub own: Option<PolicyId>,
    /// The fact that is declared to imply something, and what.
    pub implied_by: Option<(FactId, Condition)>,
}

/// A reason for which a measure is taken: the facts that make it.
#[derive(Debug, Clone)]
pub struct Reason {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// Each fact, and the condition that it holds or has that value.
    pub facts: Vec<(FactId, Condition)>,
    /// Where it is declared.
    pub span: Span,
}

/// A named time.
#[derive(Debug, Clone)]
pub struct NamedTime {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// Its bound.
    pub at_most: Length,
    /// Beyond which it has certainly not been kept.
    pub beyond: Option<Length>,
    /// Who reads it so, and where.
    pub read_by: Option<(String, Option<String>)>,
    /// Whether that source has not been seen.
    pub unconfirmed: bool,
    /// Where it is declared.
    pub span: Span,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A fact.
    Fact(FactId),
    /// A term.
    Term(TermId),
    /// A thing.
    Thing(ThingId),
    /// A named time.
    Time(TimeId),
    /// A reason.
    Reason(ReasonId),
}

/// What one law means by a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnName {
    /// The law's name.
    pub law: String,
    /// What it means: a fact or a term.
    pub named: Named,
}

/// A name that depends on which law speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordOfSeveralLaws;

/// A law's own name where no law speaks.
pub(super) fn of_law(name: &str, law: &str) -> String {
    format!("{name} of {law}")
}

/// All of it, and what each name stands for.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    pub(super) facts: IdVec<FactShape, Fact>,
    pub(super) terms: IdVec<Term>,
    pub(super) things: IdVec<Thing>,
    pub(super) times: IdVec<NamedTime>,
    /// Reasons for which measures are taken.
    pub reasons: IdVec<Reason>,
    /// How far definitions and taxonomies may go, and questions about them.
    pub limits: Limits,
    /// What holds always.
    pub axioms: Vec<Axiom>,
    /// Names everybody may use.
    pub names: HashMap<String, Named>,
    /// What the laws of an order call by names of their own, in the order of the laws.
    pub own: BTreeMap<String, Vec<OwnName>>,
    /// What laws call a thing, in small letters and with hyphens, and the names it may have here.
    pub also: HashMap<String, Vec<String>>,
    /// Kinds of things.
    pub taxonomy: Taxonomy,
    /// Facts that a constant in months or years was compared with by convention.
    pub by_convention: std::collections::BTreeSet<FactId>,
}

impl Vocabulary {
    /// All facts, in order of declaration.
    pub fn facts(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        self.facts.entries()
    }

    /// The first identifier that no fact has: facts added for a second person begin with it.
    pub fn next_fact(&self) -> FactId {
        self.facts.next_id()
    }

    /// All terms.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, &Term)> {
        self.terms.entries()
    }

    /// All things.
    pub fn things(&self) -> impl Iterator<Item = (ThingId, &Thing)> {
        self.things.entries()
    }

    /// All things, as a list that makes lists beside it.
    pub fn each_thing(&self) -> &IdVec<Thing> {
        &self.things
    }

    /// All named times.
    pub fn times(&self) -> &IdVec<NamedTime> {
        &self.times
    }

    /// A fact.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id]
    }

    /// The name of one of the values of a fact.
    pub fn value_name(&self, fact: FactId, value: u8) -> &str {
        match &self.fact(fact).shape {
            FactShapeKind::OneOf { values, .. } => {
                &values.get(value as usize).or_stop("only a declared value is had").0
            }
            FactShapeKind::YesNo { .. } | FactShapeKind::Number { .. } => stop("only one of several values has a name"),
        }
    }

    /// The least and the most of a number.
    pub fn range(&self, number: FactId) -> (i64, i64) {
        match self.fact(number).shape {
            FactShapeKind::Number { from, to, .. } => (from, to),
            FactShapeKind::YesNo { .. } | FactShapeKind::OneOf { .. } => stop("only a number has a range"),
        }
    }

    /// A named time.
    pub fn time(&self, id: TimeId) -> &NamedTime {
        &self.times[id]
    }

    /// A term.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id]
    }

    /// What a name means where no law speaks: in a configuration, in a baseline, on the command line. `Err` when that
    /// depends on which law speaks; then `NAME of LAW` says it.
    ///
    /// A term that a law defines for itself keeps its common meaning, for that is the one reports use.
    pub fn means(&self, name: &str) -> Result<Option<Named>, WordOfSeveralLaws> {
        let common = self.names.get(name).copied();
        let own = self.own.get(name).map_or(&[][..], Vec::as_slice);
        let defines = |own: &OwnName| matches!((common, own.named), (Some(Named::Term(_)), Named::Term(_)));
        match (common, own) {
            (common, []) => Ok(common),
            (Some(common), own) if own.iter().all(defines) => Ok(Some(common)),
            (None, [own]) => Ok(Some(own.named)),
            _ => Err(WordOfSeveralLaws),
        }
    }

    /// What a law means by a name of its own.
    pub fn means_in(&self, name: &str, law: &str) -> Option<Named> {
        let mut own = self.own.get(name)?.iter().filter(|own| own.law == law);
        // Two laws of one name leave open which of them is meant.
        own.next().filter(|_| own.next().is_none()).map(|own| own.named)
    }

    /// How a fact or a term is named where no law speaks: by its name, else by its name and its law's.
    pub fn spelled(&self, named: Named) -> Cow<'_, str> {
        let name = match named {
            Named::Fact(id) => &self.fact(id).name,
            Named::Term(id) => &self.term(id).name,
            Named::Thing(id) => &self.thing(id).name,
            Named::Time(id) => &self.time(id).name,
            Named::Reason(id) => &self.reasons[id].name,
        };
        let Some(own) = self.own.get(name) else { return Cow::Borrowed(name) };
        // A term without a meaning is a fact: the one is the other.
        let fact = |named| match named {
            Named::Term(id) => self.term(id).fact.filter(|_| self.term(id).means.is_none()).map_or(named, Named::Fact),
            _ => named,
        };
        let same = |other: Option<Named>| other.is_some_and(|other| fact(other) == fact(named));
        if self.means(name).is_ok_and(same) {
            return Cow::Borrowed(name);
        }
        match own.iter().find(|own| same(self.means_in(name, &own.law))) {
            Some(own) => Cow::Owned(of_law(name, &own.law)),
            None => Cow::Borrowed(name),
        }
    }

    /// A thing.
    pub fn thing(&self, id: ThingId) -> &Thing {
        &self.things[id]
    }

    /// Whether the first thing is the second or a kind of it.
    pub fn is_a(&self, child: ThingId, parent: ThingId) -> bool {
        self.taxonomy.is_a(child, parent)
    }

    /// The thing and every kind of it, the thing itself first, then in order of declaration.
    pub fn kinds_of(&self, parent: ThingId) -> Vec<ThingId> {
        let mut kinds = vec![parent];
        kinds.extend(self.taxonomy.kinds_of(parent).iter().filter(|k| **k != parent));
        kinds
    }

    /// Whether one is a kind of the other, or both of a third.
    pub fn akin(&self, a: ThingId, b: ThingId) -> bool {
        self.taxonomy.akin(a, b)
    }

    /// Whether something is a kind of both; each is a kind of itself.
    pub fn overlap(&self, a: ThingId, b: ThingId) -> bool {
        self.taxonomy.overlap(a, b)
    }

    /// Whether a power over the first measure reaches the second: it is that one, or a kind of it by first faces. A kind by
    /// reason is reached as its reason says, and not by this.
    pub fn reaches(&self, measure: ThingId, kind: ThingId) -> bool {
        let mut at = kind;
        while at != measure {
            let thing = self.thing(at);
            match thing.parents.first() {
                Some(face) if thing.reason.is_none() => at = *face,
                _ => return false,
            }
        }
        true
    }

    /// The measure to which whoever is entitled to a service may not be subjected.
    pub fn bars_of(&self, service: ThingId) -> Option<ThingId> {
        let this = self.thing(service);
        this.bars.or_else(|| this.parents.iter().find_map(|p| self.bars_of(*p)))
    }

    /// The field of law of a thing: its own, or that of what it is a kind of.
    pub fn subject_of(&self, thing: ThingId) -> Option<ThingId> {
        let this = self.thing(thing);
        this.subject.or_else(|| this.parents.iter().find_map(|p| self.subject_of(*p)))
    }

    /// The fact called `duration`: how long a measure lasts.
    pub fn duration(&self) -> Option<FactId> {
        match self.names.get("duration") {
            Some(Named::Fact(id)) if matches!(self.fact(*id).shape, FactShapeKind::Number { unit: Some(_), .. }) => {
                Some(*id)
            }
            _ => None,
        }
    }
}
