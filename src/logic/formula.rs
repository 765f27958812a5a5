//! Conditions as formulas in negation normal form, each kept once and simplified as it is built.

use super::domain::{Domain, Mask};
use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

/// A formula: its place in [`Formulas`]. Equal places are equal formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Formula(u32);

impl Formula {
    /// Its place: what it is made of has earlier ones.
    pub fn place(self) -> usize {
        self.0 as usize
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
        fact: u32,
        /// The values.
        mask: Mask,
    },
    /// All hold.
    All(Box<[Formula]>),
    /// At least one holds.
    Some(Box<[Formula]>),
}

/// All formulas of one domain.
#[derive(Debug, Clone)]
pub struct Formulas {
    domain: Domain,
    nodes: Vec<Node>,
    /// Where each node stands, by what it is.
    index: HashTable<Formula>,
    /// The contrary of each formula, once it is known.
    negations: Vec<Option<Formula>>,
    /// The facts each formula speaks of, a bit a fact.
    speaks_of: Vec<Box<[u64]>>,
    /// How large each formula is when it is written out: what it shares with others is counted every time.
    written_out: Vec<u64>,
    gathered: Gathered,
    background: Option<Background>,
}

/// A formula that stands in nearly every goal, as axioms do: its parts are looked at only where they could matter.
#[derive(Debug, Clone)]
struct Background {
    formula: Formula,
    parts: Box<[Formula]>,
    /// For each fact, the parts that speak of it.
    by_fact: Vec<Vec<u32>>,
    /// The parts that do not hold in the most ordinary situation.
    always: Vec<u32>,
}

/// What was found on the way while a fact is left open: of whole formulas, and of those in which it has one value.
#[derive(Default)]
struct Existing {
    whole: FxHashMap<Formula, Formula>,
    given: FxHashMap<Mask, FxHashMap<Formula, Formula>>,
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
fn hash_list(parts: &[Formula], all: bool) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write_u8(u8::from(all));
    parts.iter().for_each(|part| hasher.write_u32(part.0));
    hasher.finish()
}

/// What a list is gathered in before it is known whether it is a new one; kept from one list to the next.
#[derive(Debug, Clone, Default)]
struct Gathered {
    values: Vec<(u32, Mask)>,
    rest: Vec<Formula>,
    stack: Vec<Formula>,
}

impl Formulas {
    /// No formulas but the two constants.
    pub fn new(domain: Domain) -> Self {
        let mut formulas = Formulas {
            domain,
            nodes: Vec::new(),
            index: HashTable::new(),
            negations: Vec::new(),
            speaks_of: Vec::new(),
            written_out: Vec::new(),
            gathered: Gathered::default(),
            background: None,
        };
        let yes = formulas.intern(Node::True);
        let no = formulas.intern(Node::False);
        formulas.contrary(yes, no);
        formulas
    }

    /// Says that a formula stands in nearly every goal. Nothing that is decided changes by it, only how fast.
    pub fn set_background(&mut self, formula: Formula) {
        let Node::All(parts) = self.node(formula) else {
            self.background = None;
            return;
        };
        let parts = parts.clone();
        let usual: Vec<u8> = self.domain.facts.iter().map(|f| f.usual).collect();
        let mut by_fact: Vec<Vec<u32>> = vec![Vec::new(); self.domain.facts.len()];
        let mut always = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            for fact in self.facts([*part]) {
                if let Some(list) = by_fact.get_mut(fact as usize) {
                    list.push(at as u32);
                }
            }
            if !self.holds(*part, &usual) {
                always.push(at as u32);
            }
        }
        self.background = Some(Background { formula, parts, by_fact, always });
    }

    /// Whether a formula is the background.
    pub(super) fn is_background(&self, formula: Formula) -> bool {
        self.background.as_ref().is_some_and(|b| b.formula == formula)
    }

    /// The parts of the background that do not hold in a situation, each once. `moved` are facts that may differ from
    /// what is usual; no other does.
    pub(super) fn background_against(&self, situation: &[u8], moved: impl Iterator<Item = u32>) -> Vec<Formula> {
        let Some(background) = &self.background else { return Vec::new() };
        let mut look: Vec<u32> = background.always.clone();
        for fact in moved {
            if situation.get(fact as usize).is_some_and(|value| self.domain.usual(fact) != *value) {
                look.extend(background.by_fact.get(fact as usize).into_iter().flatten());
            }
        }
        look.sort_unstable();
        look.dedup();
        let parts = look.into_iter().filter_map(|at| background.parts.get(at as usize).copied());
        parts.filter(|p| !self.holds(*p, situation)).collect()
    }

    /// Whether a formula that held in a situation still does after one fact of it was changed. Of the background only the
    /// parts that speak of that fact are looked at.
    pub(super) fn still_holds(&self, formula: Formula, changed: u32, situation: &[u8]) -> bool {
        match &self.background {
            Some(background) if background.formula == formula => {
                let parts = background.by_fact.get(changed as usize).into_iter().flatten();
                let mut parts = parts.filter_map(|at| background.parts.get(*at as usize));
                parts.all(|part| self.holds(*part, situation))
            }
            _ => self.holds(formula, situation),
        }
    }

    /// How many formulas there are now; see [`Formulas::forget_since`].
    pub fn mark(&self) -> usize {
        self.nodes.len()
    }

    /// Forgets every formula made since: none of them may be used any more.
    pub fn forget_since(&mut self, mark: usize) {
        for at in mark..self.nodes.len() {
            if let Some(Some(contrary)) = self.negations.get(at).copied()
                && (contrary.0 as usize) < mark
                && let Some(slot) = self.negations.get_mut(contrary.0 as usize)
            {
                *slot = None;
            }
            if let Some(node) = self.nodes.get(at)
                && let Ok(entry) = self.index.find_entry(hash(node), |f| f.0 as usize == at)
            {
                entry.remove();
            }
        }
        self.nodes.truncate(mark);
        self.negations.truncate(mark);
        self.speaks_of.truncate(mark);
        self.written_out.truncate(mark);
    }

    /// The facts these formulas speak of.
    pub fn domain(&self) -> &Domain {
        &self.domain
    }

    /// Holds always.
    pub fn yes(&self) -> Formula {
        Formula(0)
    }

    /// Holds never.
    pub fn no(&self) -> Formula {
        Formula(1)
    }

    /// What it is made of.
    pub fn node(&self, formula: Formula) -> &Node {
        self.nodes.get(formula.0 as usize).unwrap_or(&Node::False)
    }

    fn intern(&mut self, node: Node) -> Formula {
        let key = hash(&node);
        match self.index.find(key, |f| self.node(*f) == &node) {
            Some(known) => *known,
            None => self.add(node, key),
        }
    }

    /// A list with more than one part, as a node.
    fn intern_list(&mut self, parts: &[Formula], all: bool) -> Formula {
        let key = hash_list(parts, all);
        let same = |f: &Formula| match self.node(*f) {
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
    fn add(&mut self, node: Node, key: u64) -> Formula {
        let formula = Formula(self.nodes.len() as u32);
        let words = match &node {
            Node::True | Node::False => 0,
            Node::Value { fact, .. } => *fact as usize / 64 + 1,
            Node::All(parts) | Node::Some(parts) => {
                parts.iter().map(|p| self.fact_bits(*p).len()).max().unwrap_or_default()
            }
        };
        let mut facts = vec![0u64; words];
        let mut take = |at: usize, word: u64| {
            if let Some(slot) = facts.get_mut(at) {
                *slot |= word;
            }
        };
        match &node {
            Node::True | Node::False => {}
            Node::Value { fact, .. } => take(*fact as usize / 64, 1 << (fact % 64)),
            Node::All(parts) | Node::Some(parts) => {
                for part in parts {
                    for (at, word) in self.fact_bits(*part).iter().enumerate() {
                        take(at, *word);
                    }
                }
            }
        }
        let size = match &node {
            Node::All(parts) | Node::Some(parts) => parts.iter().fold(1u64, |sum, p| sum.saturating_add(self.size(*p))),
            _ => 1,
        };
        self.written_out.push(size);
        self.speaks_of.push(facts.into());
        self.negations.push(None);
        self.nodes.push(node);
        let nodes = &self.nodes;
        self.index.insert_unique(key, formula, |f| nodes.get(f.0 as usize).map_or(0, hash));
        formula
    }

    fn contrary(&mut self, one: Formula, other: Formula) {
        for (a, b) in [(one, other), (other, one)] {
            if let Some(slot) = self.negations.get_mut(a.0 as usize) {
                *slot = Some(b);
            }
        }
    }

    /// The facts a formula speaks of, a bit a fact.
    pub fn fact_bits(&self, formula: Formula) -> &[u64] {
        self.speaks_of.get(formula.0 as usize).map_or(&[], |bits| bits)
    }

    /// Whether a formula speaks of a fact.
    pub fn speaks_of(&self, formula: Formula, fact: u32) -> bool {
        self.fact_bits(formula).get(fact as usize / 64).is_some_and(|word| word >> (fact % 64) & 1 == 1)
    }

    /// The fact has one of these values.
    pub fn value(&mut self, fact: u32, mask: Mask) -> Formula {
        let full = self.domain.full(fact);
        match mask & full {
            0 => self.no(),
            m if m == full => self.yes(),
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
        gathered.values.clear();
        gathered.rest.clear();
        gathered.stack.clear();
        gathered.stack.extend(parts);
        let joined = self.join_gathered(&mut gathered, all);
        self.gathered = gathered;
        joined
    }

    fn join_gathered(&mut self, Gathered { values, rest, stack }: &mut Gathered, all: bool) -> Formula {
        let (neutral, absorbing) = if all { (self.yes(), self.no()) } else { (self.no(), self.yes()) };
        while let Some(part) = stack.pop() {
            if part == absorbing {
                return absorbing;
            }
            match self.node(part) {
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
            let value = self.value(fact, mask);
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
            if let Some(Some(negation)) = self.negations.get(part.0 as usize)
                && rest.binary_search(negation).is_ok()
            {
                return absorbing;
            }
        }
        match rest.len() {
            0 => neutral,
            1 => rest.first().copied().unwrap_or(neutral),
            _ => self.intern_list(rest, all),
        }
    }

    /// The contrary.
    pub fn not(&mut self, formula: Formula) -> Formula {
        if let Some(Some(known)) = self.negations.get(formula.0 as usize) {
            return *known;
        }
        let negation = match self.node(formula).clone() {
            Node::True => self.no(),
            Node::False => self.yes(),
            Node::Value { fact, mask } => {
                let rest = self.domain.full(fact) & !mask;
                self.value(fact, rest)
            }
            Node::All(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.not(*p)).collect();
                self.some(parts)
            }
            Node::Some(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.not(*p)).collect();
                self.all(parts)
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
        self.written_out.get(formula.0 as usize).copied().unwrap_or(1)
    }

    /// Whether a formula is too large to be walked part by part.
    pub fn is_large(&self, formula: Formula) -> bool {
        self.size(formula) > LARGE
    }

    /// Whether it holds in a situation, one value for every fact.
    pub fn holds(&self, formula: Formula, situation: &[u8]) -> bool {
        if self.is_large(formula) {
            return self.holds_below(formula, situation, &mut FxHashMap::default());
        }
        self.holds_plainly(formula, situation)
    }

    /// The same, every part looked at once.
    fn holds_below(&self, formula: Formula, situation: &[u8], known: &mut FxHashMap<Formula, bool>) -> bool {
        if !self.is_large(formula) {
            return self.holds_plainly(formula, situation);
        }
        if let Some(known) = known.get(&formula) {
            return *known;
        }
        let holds = match self.node(formula) {
            Node::All(parts) => parts.iter().all(|p| self.holds_below(*p, situation, known)),
            Node::Some(parts) => parts.iter().any(|p| self.holds_below(*p, situation, known)),
            _ => self.holds_plainly(formula, situation),
        };
        known.insert(formula, holds);
        holds
    }

    fn holds_plainly(&self, formula: Formula, situation: &[u8]) -> bool {
        match self.node(formula) {
            Node::True => true,
            Node::False => false,
            Node::Value { fact, mask } => situation.get(*fact as usize).is_some_and(|v| mask >> v & 1 == 1),
            Node::All(parts) => parts.iter().all(|p| self.holds_plainly(*p, situation)),
            Node::Some(parts) => parts.iter().any(|p| self.holds_plainly(*p, situation)),
        }
    }

    /// The facts a formula speaks of, in order.
    pub fn facts(&self, formulas: impl IntoIterator<Item = Formula>) -> Vec<u32> {
        let mut all: Vec<u64> = Vec::new();
        for formula in formulas {
            for (at, word) in self.fact_bits(formula).iter().enumerate() {
                if all.len() <= at {
                    all.resize(at + 1, 0);
                }
                if let Some(slot) = all.get_mut(at) {
                    *slot |= word;
                }
            }
        }
        let bits = |(at, word): (usize, &u64)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| (at * 64) as u32 + bit)
        };
        all.iter().enumerate().flat_map(bits).collect()
    }

    /// The formula with some facts given other names; facts not in the map stay.
    ///
    /// Used to speak of two people at once. The new facts must have the same shape as the old.
    pub fn rename(
        &mut self,
        formula: Formula,
        names: &FxHashMap<u32, u32>,
        memo: &mut FxHashMap<Formula, Formula>,
    ) -> Formula {
        if let Some(known) = memo.get(&formula) {
            return *known;
        }
        let renamed = match self.node(formula).clone() {
            Node::True | Node::False => formula,
            Node::Value { fact, mask } => self.value(names.get(&fact).copied().unwrap_or(fact), mask),
            Node::All(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.rename(*p, names, memo)).collect();
                self.all(parts)
            }
            Node::Some(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.rename(*p, names, memo)).collect();
                self.some(parts)
            }
        };
        memo.insert(formula, renamed);
        renamed
    }

    /// The formula with a fact fixed to some of its values, and so no longer speaking of it.
    pub fn given(
        &mut self,
        formula: Formula,
        fact: u32,
        mask: Mask,
        memo: &mut FxHashMap<Formula, Formula>,
    ) -> Formula {
        if !self.speaks_of(formula, fact) {
            return formula;
        }
        if let Some(known) = memo.get(&formula) {
            return *known;
        }
        let fixed = match self.node(formula).clone() {
            Node::True | Node::False => formula,
            // It speaks of no other fact.
            Node::Value { mask: m, .. } if m & mask == 0 => self.no(),
            Node::Value { .. } => self.yes(),
            Node::All(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.given(*p, fact, mask, memo)).collect();
                self.all(parts)
            }
            Node::Some(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.given(*p, fact, mask, memo)).collect();
                self.some(parts)
            }
        };
        memo.insert(formula, fixed);
        fixed
    }

    /// Holds where the formula holds for at least one value of the fact.
    pub fn exists(&mut self, formula: Formula, fact: u32) -> Formula {
        self.exists_below(formula, fact, &mut Existing::default())
    }

    /// The same, every part looked at once. What does not speak of the fact stays as it is; somebody of one of several
    /// classes is found in one of them; and only where several conditions on the fact must hold together are its values
    /// tried.
    fn exists_below(&mut self, formula: Formula, fact: u32, known: &mut Existing) -> Formula {
        if !self.speaks_of(formula, fact) {
            return formula;
        }
        if let Some(known) = known.whole.get(&formula) {
            return *known;
        }
        let holds = match self.node(formula).clone() {
            // A set of values that is kept has at least one.
            Node::Value { .. } => self.yes(),
            Node::Some(parts) => {
                let parts: Vec<Formula> = parts.iter().map(|p| self.exists_below(*p, fact, known)).collect();
                self.some(parts)
            }
            Node::All(parts) => {
                let (bound, mut free): (Vec<Formula>, Vec<Formula>) =
                    parts.iter().copied().partition(|p| self.speaks_of(*p, fact));
                free.push(match bound.as_slice() {
                    [one] => self.exists_below(*one, fact, known),
                    several => self.exists_together(several, fact, known),
                });
                self.all(free)
            }
            Node::True | Node::False => formula,
        };
        known.whole.insert(formula, holds);
        holds
    }

    /// Holds where all of these hold for one and the same value of a fact.
    fn exists_together(&mut self, parts: &[Formula], fact: u32, known: &mut Existing) -> Formula {
        let mut values = self.domain.full(fact);
        for part in parts {
            if let Node::Value { mask, .. } = self.node(*part) {
                values &= mask;
            }
        }
        let mut ways = Vec::new();
        while values != 0 {
            let value = values & values.wrapping_neg();
            values &= !value;
            let memo = known.given.entry(value).or_default();
            let fixed: Vec<Formula> = parts.iter().map(|p| self.given(*p, fact, value, memo)).collect();
            ways.push(self.all(fixed));
        }
        self.some(ways)
    }

    /// Adds a copy of a fact, for a second person, and says its number.
    pub fn copy_fact(&mut self, fact: u32) -> u32 {
        let shape = self.domain.facts.get(fact as usize).copied();
        let facts = Arc::make_mut(&mut self.domain.facts);
        facts.extend(shape);
        facts.len() as u32 - 1
    }
}
