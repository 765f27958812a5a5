//! Conditions as formulas in negation normal form, each kept once and simplified as it is built.

use super::domain::{Domain, FactId, FactShape, Mask, Situation};
use crate::ids::{Id, IdVec};
use crate::stop::stop;
use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::fmt;
use std::hash::{BuildHasher, Hash as _, Hasher};
use std::num::{NonZeroU32, NonZeroU64};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A formula among [`Formulas`]: its place there, and the stretch of work in which it was made. Of one and the same
/// `Formulas` equal handles are equal formulas, ordered as they were made.
///
/// It is looked at whenever it is used: one that has been forgotten, and one of other `Formulas`, stops. What holds always
/// and what holds never are the same everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Formula(NonZeroU64);

impl Formula {
    fn new(place: Place, made: Stretch) -> Formula {
        Formula(NonZeroU64::from(made.0) | (place.place() as u64) << 32)
    }

    fn number(self) -> usize {
        (self.0.get() >> 32) as usize
    }

    /// The number of the stretch of work in which it was made.
    fn made(self) -> u32 {
        self.0.get() as u32
    }
}

impl fmt::Debug for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "formula {} of stretch {}", self.number(), self.made())
    }
}

/// A part of a formula. It lives as long as what it is a part of: what something is made of has an earlier place, and what
/// is forgotten is always the last.
pub(super) type Place = Id<Node>;

/// A stretch of work: what is made until something is forgotten. No two are the same, of whatever `Formulas` they are, so
/// that a handle which has outlived what it stood for is told from that which has come in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch(NonZeroU32);

impl Stretch {
    /// That of the two constants, which are the same everywhere and never forgotten.
    const COMMON: Stretch = Stretch(NonZeroU32::MIN);

    /// One that has not been. Nothing that is said to anybody depends on its number.
    fn fresh() -> Stretch {
        static LAST: AtomicU32 = AtomicU32::new(Stretch::COMMON.0.get());
        loop {
            match NonZeroU32::new(LAST.fetch_add(1, Ordering::Relaxed).wrapping_add(1)) {
                Some(number) if number != Stretch::COMMON.0 => return Stretch(number),
                _ => {}
            }
        }
    }
}

/// What a formula is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// Holds always.
    True,
    /// Holds never.
    False,
    /// The fact has one of these values.
    Value {
        /// The fact.
        fact: FactId,
        /// The values.
        mask: Mask,
    },
    /// All hold.
    All(Box<[Id<Node>]>),
    /// At least one holds.
    Some(Box<[Id<Node>]>),
}

/// All formulas of one domain.
#[derive(Debug)]
pub struct Formulas {
    domain: Domain,
    nodes: IdVec<Node>,
    /// In which stretch of work each was made.
    made: IdVec<Node, Stretch>,
    /// The stretch of work there is.
    now: Stretch,
    /// How many, from the first, are never forgotten.
    kept: usize,
    /// Where each node stands, by what it is.
    index: HashTable<Place>,
    /// The contrary of each formula, once it is known.
    negations: IdVec<Node, Option<Place>>,
    /// The facts each formula speaks of, a bit a fact.
    speaks_of: IdVec<Node, Box<[u64]>>,
    /// How large each formula is when it is written out: what it shares with others is counted every time.
    written_out: IdVec<Node, u64>,
    gathered: Gathered,
    background: Option<Background>,
}

/// What there was of formulas at some time ([`Formulas::beginning`]).
#[derive(Debug, Clone)]
pub struct Beginning {
    count: usize,
    kept: usize,
    domain: Domain,
}

/// A formula that stands in nearly every goal, as axioms do: its parts are looked at only where they could matter.
#[derive(Debug, Clone)]
struct Background {
    formula: Place,
    /// For each fact, the parts that speak of it.
    by_fact: IdVec<FactShape, Vec<Place>>,
    /// The parts that do not hold in the most ordinary situation.
    always: Vec<Place>,
}

/// What was found on the way while a fact is left open: of whole formulas, and of those in which it has one value.
#[derive(Default)]
struct Existing {
    whole: FxHashMap<Place, Place>,
    given: FxHashMap<Mask, FxHashMap<Place, Place>>,
}

/// A list with more parts than this stays a part of a list that it comes into, and is not copied into each.
const LONG: usize = 16;

/// A formula larger than this when written out is never walked part by part without remembering.
const LARGE: u64 = 100_000;

fn hash(node: &Node) -> u64 {
    match node {
        Node::All(parts) => hash_list(parts, true),
        Node::Some(parts) => hash_list(parts, false),
        other => FxBuildHasher.hash_one(other),
    }
}

/// The same for a list that is not a node yet.
fn hash_list(parts: &[Place], all: bool) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write_u8(u8::from(all));
    parts.iter().for_each(|part| part.hash(&mut hasher));
    hasher.finish()
}

/// What a list is gathered in before it is known whether it is a new one; kept from one list to the next.
#[derive(Debug, Clone, Default)]
struct Gathered {
    values: Vec<(FactId, Mask)>,
    rest: Vec<Place>,
    stack: Vec<Place>,
}

impl Clone for Formulas {
    /// A copy has every formula there is; what either makes from now on is no formula of the other.
    fn clone(&self) -> Self {
        Formulas {
            domain: self.domain.clone(),
            nodes: self.nodes.clone(),
            made: self.made.clone(),
            now: Stretch::fresh(),
            kept: self.kept,
            index: self.index.clone(),
            negations: self.negations.clone(),
            speaks_of: self.speaks_of.clone(),
            written_out: self.written_out.clone(),
            gathered: Gathered::default(),
            background: self.background.clone(),
        }
    }
}

impl Formulas {
    /// No formulas but the two constants.
    pub fn new(domain: Domain) -> Self {
        let mut formulas = Formulas {
            domain,
            nodes: IdVec::new(),
            made: IdVec::new(),
            now: Stretch::COMMON,
            kept: 0,
            index: HashTable::new(),
            negations: IdVec::new(),
            speaks_of: IdVec::new(),
            written_out: IdVec::new(),
            gathered: Gathered::default(),
            background: None,
        };
        let yes = formulas.intern(Node::True);
        let no = formulas.intern(Node::False);
        formulas.contrary(yes, no);
        formulas.kept = formulas.nodes.len();
        formulas.now = Stretch::fresh();
        formulas
    }

    /// Where a formula is; stops when it is not one of these.
    #[inline]
    #[track_caller]
    pub(super) fn at(&self, formula: Formula) -> Place {
        if formula.number() < self.made.len() {
            let place = self.made.id(formula.number());
            if self.made[place].0.get() == formula.made() {
                return place;
            }
        }
        stop("a formula is used that is not there: it was forgotten, or is of other formulas")
    }

    /// What stands for a place outside.
    #[inline]
    fn formula(&self, place: Place) -> Formula {
        Formula::new(place, self.made[place])
    }

    /// Says that a formula stands in nearly every goal. Nothing that is decided changes by it, only how fast.
    pub fn set_background(&mut self, formula: Formula) {
        let formula = self.at(formula);
        let Node::All(parts) = &self.nodes[formula] else {
            self.background = None;
            return;
        };
        let parts = parts.clone();
        let usual = self.domain.most_usual();
        let mut by_fact: IdVec<FactShape, Vec<Place>> = IdVec::all(&self.domain.facts, Vec::new());
        let mut always = Vec::new();
        for part in &parts {
            for fact in self.facts_at([*part]) {
                by_fact[fact].push(*part);
            }
            if !self.holds_at(*part, &usual) {
                always.push(*part);
            }
        }
        self.background = Some(Background { formula, by_fact, always });
    }

    /// Whether a formula is the background.
    pub(super) fn is_background(&self, formula: Place) -> bool {
        self.background.as_ref().is_some_and(|b| b.formula == formula)
    }

    /// The parts of the background that do not hold in a situation, each once. `moved` are facts that may differ from
    /// what is usual; no other does.
    pub(super) fn background_against(&self, situation: &Situation, moved: impl Iterator<Item = FactId>) -> Vec<Place> {
        let Some(background) = &self.background else { return Vec::new() };
        let mut look: Vec<Place> = background.always.clone();
        for fact in moved {
            if self.domain.usual(fact) != situation[fact] {
                look.extend(&background.by_fact[fact]);
            }
        }
        look.sort_unstable();
        look.dedup();
        look.retain(|part| !self.holds_at(*part, situation));
        look
    }

    /// Whether a formula that held in a situation still does after one fact of it was changed. Of the background only the
    /// parts that speak of that fact are looked at.
    pub(super) fn still_holds(&self, formula: Place, changed: FactId, situation: &Situation) -> bool {
        match &self.background {
            Some(background) if background.formula == formula => {
                background.by_fact[changed].iter().all(|part| self.holds_at(*part, situation))
            }
            _ => self.holds_at(formula, situation),
        }
    }

    /// What there is now, to go back to.
    pub fn beginning(&self) -> Beginning {
        Beginning { count: self.nodes.len(), kept: self.kept, domain: self.domain.clone() }
    }

    /// Forgets whatever came since, kept or not, and the copies of facts: what is made from now on is made as it would have
    /// been then, in the same places.
    pub fn back_to(&mut self, beginning: &Beginning) {
        self.kept = beginning.kept;
        self.forget_since(beginning.count);
        self.domain = beginning.domain.clone();
    }

    /// Whether a formula is there still.
    pub fn has(&self, formula: Formula) -> bool {
        formula.number() < self.made.len() && self.made[self.made.id(formula.number())].0.get() == formula.made()
    }

    /// How many formulas there are now.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    /// Keeps a formula for good, and all that were made before it.
    pub fn keep(&mut self, formula: Formula) {
        self.kept = self.kept.max(self.at(formula).place() + 1);
    }

    /// Forgets every formula made since, but for those that are kept. Whoever uses one of them afterwards is stopped.
    pub(super) fn forget_since(&mut self, mark: usize) {
        let mark = mark.max(self.kept);
        if mark >= self.nodes.len() {
            return;
        }
        for at in mark..self.nodes.len() {
            let at = self.nodes.id(at);
            if let Some(contrary) = self.negations[at]
                && contrary.place() < mark
            {
                self.negations[contrary] = None;
            }
            if let Ok(entry) = self.index.find_entry(hash(&self.nodes[at]), |f| *f == at) {
                entry.remove();
            }
        }
        self.nodes.truncate(mark);
        self.made.truncate(mark);
        self.negations.truncate(mark);
        self.speaks_of.truncate(mark);
        self.written_out.truncate(mark);
        if self.background.as_ref().is_some_and(|b| b.formula.place() >= mark) {
            self.background = None;
        }
        self.now = Stretch::fresh();
    }

    /// The facts these formulas speak of.
    pub fn domain(&self) -> &Domain {
        &self.domain
    }

    /// Holds always.
    pub fn yes(&self) -> Formula {
        self.formula(self.yes_at())
    }

    /// Holds never.
    pub fn no(&self) -> Formula {
        self.formula(self.no_at())
    }

    fn yes_at(&self) -> Place {
        self.nodes.id(0)
    }

    pub(super) fn no_at(&self) -> Place {
        self.nodes.id(1)
    }

    /// What it is made of.
    pub fn node(&self, formula: Formula) -> &Node {
        &self.nodes[self.at(formula)]
    }

    /// The formulas it is made of, in order; none, of what is no list.
    pub fn parts(&self, formula: Formula) -> Vec<Formula> {
        match self.node(formula) {
            Node::All(parts) | Node::Some(parts) => parts.iter().map(|part| self.formula(*part)).collect(),
            Node::True | Node::False | Node::Value { .. } => Vec::new(),
        }
    }

    /// What stands in a place.
    #[inline]
    pub(super) fn node_at(&self, place: Place) -> &Node {
        &self.nodes[place]
    }

    /// The ways out of a choice that is left open when everything that needs no choice has been done.
    pub(super) fn choice(&self, place: Place) -> &[Place] {
        match &self.nodes[place] {
            Node::Some(parts) => parts,
            _ => stop("what is left open is a choice"),
        }
    }

    fn intern(&mut self, node: Node) -> Place {
        let key = hash(&node);
        match self.index.find(key, |f| self.nodes[*f] == node) {
            Some(known) => *known,
            None => self.add(node, key),
        }
    }

    /// A list with more than one part, as a node.
    fn intern_list(&mut self, parts: &[Place], all: bool) -> Place {
        let key = hash_list(parts, all);
        let same = |f: &Place| match &self.nodes[*f] {
            Node::All(known) => all && **known == *parts,
            Node::Some(known) => !all && **known == *parts,
            _ => false,
        };
        match self.index.find(key, same) {
            Some(known) => *known,
            None => self.add(if all { Node::All(parts.into()) } else { Node::Some(parts.into()) }, key),
        }
    }

    /// Adds a node that is not there yet; `key` is its hash.
    fn add(&mut self, node: Node, key: u64) -> Place {
        let mut facts: Vec<u64> = Vec::new();
        match &node {
            Node::True | Node::False => {}
            Node::Value { fact, .. } => {
                facts.resize(fact.place() / 64, 0);
                facts.push(1 << (fact.place() % 64));
            }
            Node::All(parts) | Node::Some(parts) => {
                // Those with the most words last: the others lie within them.
                let most = parts.iter().map(|p| self.speaks_of[*p].len()).max();
                facts.resize(most.unwrap_or_default(), 0);
                for part in parts {
                    facts.iter_mut().zip(&self.speaks_of[*part]).for_each(|(all, word)| *all |= word);
                }
            }
        }
        let size = match &node {
            Node::All(parts) | Node::Some(parts) => {
                parts.iter().fold(1u64, |sum, p| sum.saturating_add(self.written_out[*p]))
            }
            _ => 1,
        };
        self.written_out.push(size);
        self.speaks_of.push(facts.into());
        self.negations.push(None);
        self.made.push(self.now);
        let place = self.nodes.push(node);
        let nodes = &self.nodes;
        self.index.insert_unique(key, place, |f| hash(&nodes[*f]));
        place
    }

    fn contrary(&mut self, one: Place, other: Place) {
        self.negations[one] = Some(other);
        self.negations[other] = Some(one);
    }

    /// The facts a formula speaks of, a bit a fact.
    pub(super) fn fact_bits(&self, formula: Place) -> &[u64] {
        &self.speaks_of[formula]
    }

    /// Whether a formula speaks of a fact.
    pub fn speaks_of(&self, formula: Formula, fact: FactId) -> bool {
        self.speaks_of_at(self.at(formula), fact)
    }

    fn speaks_of_at(&self, formula: Place, fact: FactId) -> bool {
        let words = self.speaks_of[formula].get(fact.place() / 64);
        words.is_some_and(|word| word >> (fact.place() % 64) & 1 == 1)
    }

    /// The fact has one of these values.
    pub fn value(&mut self, fact: FactId, mask: Mask) -> Formula {
        let value = self.value_at(fact, mask);
        self.formula(value)
    }

    fn value_at(&mut self, fact: FactId, mask: Mask) -> Place {
        let full = self.domain.full(fact);
        match mask & full {
            0 => self.no_at(),
            m if m == full => self.yes_at(),
            mask => self.intern(Node::Value { fact, mask }),
        }
    }

    /// All hold.
    pub fn all(&mut self, parts: impl IntoIterator<Item = Formula>) -> Formula {
        self.join(parts, true)
    }

    /// At least one holds.
    pub fn some(&mut self, parts: impl IntoIterator<Item = Formula>) -> Formula {
        self.join(parts, false)
    }

    fn join(&mut self, parts: impl IntoIterator<Item = Formula>, all: bool) -> Formula {
        let mut gathered = std::mem::take(&mut self.gathered);
        gathered.stack.clear();
        gathered.stack.extend(parts.into_iter().map(|part| self.at(part)));
        let joined = self.join_gathered(&mut gathered, all);
        self.gathered = gathered;
        self.formula(joined)
    }

    fn join_at(&mut self, parts: impl IntoIterator<Item = Place>, all: bool) -> Place {
        let mut gathered = std::mem::take(&mut self.gathered);
        gathered.stack.clear();
        gathered.stack.extend(parts);
        let joined = self.join_gathered(&mut gathered, all);
        self.gathered = gathered;
        joined
    }

    fn join_gathered(&mut self, Gathered { values, rest, stack }: &mut Gathered, all: bool) -> Place {
        values.clear();
        rest.clear();
        let (neutral, absorbing) = if all { (self.yes_at(), self.no_at()) } else { (self.no_at(), self.yes_at()) };
        while let Some(part) = stack.pop() {
            if part == absorbing {
                return absorbing;
            }
            match &self.nodes[part] {
                Node::True | Node::False => {}
                Node::Value { fact, mask } => match values.iter_mut().find(|(f, _)| f == fact) {
                    Some((_, known)) if all => *known &= *mask,
                    Some((_, known)) => *known |= *mask,
                    None => values.push((*fact, *mask)),
                },
                Node::All(inner) if all && inner.len() <= LONG => stack.extend(inner.iter().copied()),
                Node::Some(inner) if !all && inner.len() <= LONG => stack.extend(inner.iter().copied()),
                Node::All(_) | Node::Some(_) => rest.push(part),
            }
        }
        for (fact, mask) in values.drain(..) {
            let value = self.value_at(fact, mask);
            if value == absorbing {
                return absorbing;
            }
            if value != neutral {
                rest.push(value);
            }
        }
        rest.sort_unstable();
        rest.dedup();
        for part in rest.iter() {
            if let Some(negation) = self.negations[*part]
                && rest.binary_search(&negation).is_ok()
            {
                return absorbing;
            }
        }
        match rest.as_slice() {
            [] => neutral,
            [one] => *one,
            several => self.intern_list(several, all),
        }
    }

    /// The contrary.
    pub fn not(&mut self, formula: Formula) -> Formula {
        let negation = self.not_at(self.at(formula));
        self.formula(negation)
    }

    fn not_at(&mut self, formula: Place) -> Place {
        if let Some(known) = self.negations[formula] {
            return known;
        }
        let negation = match self.nodes[formula].clone() {
            Node::True => self.no_at(),
            Node::False => self.yes_at(),
            Node::Value { fact, mask } => {
                let rest = self.domain.full(fact) & !mask;
                self.value_at(fact, rest)
            }
            Node::All(parts) => {
                let parts: Vec<Place> = parts.iter().map(|p| self.not_at(*p)).collect();
                self.join_at(parts, false)
            }
            Node::Some(parts) => {
                let parts: Vec<Place> = parts.iter().map(|p| self.not_at(*p)).collect();
                self.join_at(parts, true)
            }
        };
        self.contrary(formula, negation);
        negation
    }

    /// If the first holds, so does the second.
    pub fn implies(&mut self, if_: Formula, then: Formula) -> Formula {
        let not = self.not(if_);
        self.some([not, then])
    }

    /// How large a formula is when it is written out.
    pub fn size(&self, formula: Formula) -> u64 {
        self.written_out[self.at(formula)]
    }

    /// Whether a formula is too large to be walked part by part.
    pub fn is_large(&self, formula: Formula) -> bool {
        self.is_large_at(self.at(formula))
    }

    fn is_large_at(&self, formula: Place) -> bool {
        self.written_out[formula] > LARGE
    }

    /// Whether it holds in a situation, one value for every fact.
    pub fn holds(&self, formula: Formula, situation: &Situation) -> bool {
        self.holds_at(self.at(formula), situation)
    }

    pub(super) fn holds_at(&self, formula: Place, situation: &Situation) -> bool {
        if self.is_large_at(formula) {
            return self.holds_below(formula, situation, &mut FxHashMap::default());
        }
        self.holds_plainly(formula, situation)
    }

    /// The same, every part looked at once.
    fn holds_below(&self, formula: Place, situation: &Situation, known: &mut FxHashMap<Place, bool>) -> bool {
        if !self.is_large_at(formula) {
            return self.holds_plainly(formula, situation);
        }
        if let Some(known) = known.get(&formula) {
            return *known;
        }
        let holds = match &self.nodes[formula] {
            Node::All(parts) => parts.iter().all(|p| self.holds_below(*p, situation, known)),
            Node::Some(parts) => parts.iter().any(|p| self.holds_below(*p, situation, known)),
            Node::True | Node::False | Node::Value { .. } => self.holds_plainly(formula, situation),
        };
        known.insert(formula, holds);
        holds
    }

    fn holds_plainly(&self, formula: Place, situation: &Situation) -> bool {
        match &self.nodes[formula] {
            Node::True => true,
            Node::False => false,
            Node::Value { fact, mask } => mask >> situation[*fact] & 1 == 1,
            Node::All(parts) => parts.iter().all(|p| self.holds_plainly(*p, situation)),
            Node::Some(parts) => parts.iter().any(|p| self.holds_plainly(*p, situation)),
        }
    }

    /// The facts a formula speaks of, in order.
    pub fn facts(&self, formulas: impl IntoIterator<Item = Formula>) -> Vec<FactId> {
        self.facts_at(formulas.into_iter().map(|f| self.at(f)))
    }

    pub(super) fn facts_at(&self, formulas: impl IntoIterator<Item = Place>) -> Vec<FactId> {
        let mut all: Vec<u64> = Vec::new();
        for formula in formulas {
            let words = self.fact_bits(formula);
            if all.len() < words.len() {
                all.resize(words.len(), 0);
            }
            all.iter_mut().zip(words).for_each(|(all, word)| *all |= word);
        }
        let bits = |(at, word): (usize, &u64)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| self.domain.facts.id(at * 64 + bit))
        };
        all.iter().enumerate().flat_map(bits).collect()
    }

    /// The formula with some facts given other names; facts not in the map stay. `memo` is what has been renamed before,
    /// by the same names.
    ///
    /// Used to speak of two people at once. The new facts must have the same shape as the old.
    pub fn rename(
        &mut self,
        formula: Formula,
        names: &FxHashMap<FactId, FactId>,
        memo: &mut FxHashMap<Formula, Formula>,
    ) -> Formula {
        if let Some(known) = memo.get(&formula) {
            return *known;
        }
        let renamed = match self.node(formula).clone() {
            Node::True | Node::False => formula,
            // A fact without another name keeps its own.
            Node::Value { fact, mask } => self.value(names.get(&fact).copied().unwrap_or(fact), mask),
            Node::All(parts) => {
                let parts = self.renamed(&parts, names, memo);
                self.all(parts)
            }
            Node::Some(parts) => {
                let parts = self.renamed(&parts, names, memo);
                self.some(parts)
            }
        };
        memo.insert(formula, renamed);
        renamed
    }

    fn renamed(
        &mut self,
        parts: &[Place],
        names: &FxHashMap<FactId, FactId>,
        memo: &mut FxHashMap<Formula, Formula>,
    ) -> Vec<Formula> {
        parts
            .iter()
            .map(|part| {
                let part = self.formula(*part);
                self.rename(part, names, memo)
            })
            .collect()
    }

    /// The formula with a fact fixed to some of its values, and so no longer speaking of it.
    pub fn given(&mut self, formula: Formula, fact: FactId, mask: Mask) -> Formula {
        let fixed = self.given_at(self.at(formula), fact, mask, &mut FxHashMap::default());
        self.formula(fixed)
    }

    fn given_at(&mut self, formula: Place, fact: FactId, mask: Mask, memo: &mut FxHashMap<Place, Place>) -> Place {
        if !self.speaks_of_at(formula, fact) {
            return formula;
        }
        if let Some(known) = memo.get(&formula) {
            return *known;
        }
        let fixed = match self.nodes[formula].clone() {
            Node::True | Node::False => formula,
            // It speaks of no other fact.
            Node::Value { mask: m, .. } if m & mask == 0 => self.no_at(),
            Node::Value { .. } => self.yes_at(),
            Node::All(parts) => {
                let parts: Vec<Place> = parts.iter().map(|p| self.given_at(*p, fact, mask, memo)).collect();
                self.join_at(parts, true)
            }
            Node::Some(parts) => {
                let parts: Vec<Place> = parts.iter().map(|p| self.given_at(*p, fact, mask, memo)).collect();
                self.join_at(parts, false)
            }
        };
        memo.insert(formula, fixed);
        fixed
    }

    /// Holds where the formula holds for at least one value of the fact.
    pub fn exists(&mut self, formula: Formula, fact: FactId) -> Formula {
        let exists = self.exists_below(self.at(formula), fact, &mut Existing::default());
        self.formula(exists)
    }

    /// The same, every part looked at once. What does not speak of the fact stays as it is; somebody of one of several
    /// classes is found in one of them; and only where several conditions on the fact must hold together are its values
    /// tried.
    fn exists_below(&mut self, formula: Place, fact: FactId, known: &mut Existing) -> Place {
        if !self.speaks_of_at(formula, fact) {
            return formula;
        }
        if let Some(known) = known.whole.get(&formula) {
            return *known;
        }
        let holds = match self.nodes[formula].clone() {
            // A set of values that is kept has at least one.
            Node::Value { .. } => self.yes_at(),
            Node::Some(parts) => {
                let parts: Vec<Place> = parts.iter().map(|p| self.exists_below(*p, fact, known)).collect();
                self.join_at(parts, false)
            }
            Node::All(parts) => {
                let (bound, mut free): (Vec<Place>, Vec<Place>) =
                    parts.iter().copied().partition(|p| self.speaks_of_at(*p, fact));
                free.push(match bound.as_slice() {
                    [one] => self.exists_below(*one, fact, known),
                    several => self.exists_together(several, fact, known),
                });
                self.join_at(free, true)
            }
            Node::True | Node::False => formula,
        };
        known.whole.insert(formula, holds);
        holds
    }

    /// Holds where all of these hold for one and the same value of a fact.
    fn exists_together(&mut self, parts: &[Place], fact: FactId, known: &mut Existing) -> Place {
        let mut values = self.domain.full(fact);
        for part in parts {
            if let Node::Value { mask, .. } = &self.nodes[*part] {
                values &= mask;
            }
        }
        let mut ways = Vec::new();
        while values != 0 {
            let value = values & values.wrapping_neg();
            values &= !value;
            let memo = known.given.entry(value).or_default();
            let fixed: Vec<Place> = parts.iter().map(|p| self.given_at(*p, fact, value, memo)).collect();
            ways.push(self.join_at(fixed, true));
        }
        self.join_at(ways, false)
    }

    /// Adds a copy of a fact, for a second person, and says which it is.
    pub fn copy_fact(&mut self, fact: FactId) -> FactId {
        let shape = self.domain.facts[fact];
        if let Some(background) = &mut self.background {
            background.by_fact.push(Vec::new());
        }
        Arc::make_mut(&mut self.domain.facts).push(shape)
    }
}
