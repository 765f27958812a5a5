//! Facts and their finite values.

use crate::ids::{Id, IdVec};
use std::sync::Arc;

/// A set of values of one fact, a bit each.
pub type Mask = u128;

/// The most values one fact can take.
pub const MOST_VALUES: usize = 128;

/// A fact: its place in the order of declaration.
pub type FactId = Id<FactShape>;

/// Somebody: one value for every fact.
pub type Situation = IdVec<FactShape, u8>;

/// The set of all values of a fact with `size` values.
pub fn full_mask(size: u8) -> Mask {
    if size as usize >= MOST_VALUES { Mask::MAX } else { (1 << size) - 1 }
}

/// Whether a situation lies in a box: for some facts, the values they may have.
pub(super) fn lies_in(situation: &Situation, values: &[(FactId, Mask)]) -> bool {
    values.iter().all(|(fact, mask)| mask >> situation[*fact] & 1 == 1)
}

/// The shape of one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactShape {
    /// How many values it can take.
    pub size: u8,
    /// The ordinary one.
    pub usual: u8,
}

/// All facts, in order of declaration: ties are broken so that later ones stay ordinary.
#[derive(Debug, Clone, Default)]
pub struct Domain {
    /// The facts. Shared with whoever works on them, who can so tell at once that they are still the same.
    pub facts: Arc<IdVec<FactShape>>,
}

impl Domain {
    /// The set of all values of a fact.
    pub fn full(&self, fact: FactId) -> Mask {
        full_mask(self.facts[fact].size)
    }

    /// The ordinary value of a fact.
    pub fn usual(&self, fact: FactId) -> u8 {
        self.facts[fact].usual
    }

    /// Whoever is ordinary in everything.
    pub fn most_usual(&self) -> Situation {
        self.facts.map(|f| f.usual)
    }

    /// The value a witness takes from a set: the ordinary one, else the first above it, else the last below it.
    ///
    /// For numbers that is the value just past the line that a law has drawn.
    pub fn nearest(&self, fact: FactId, mask: Mask) -> u8 {
        let usual = self.usual(fact);
        if mask >> usual & 1 == 1 {
            return usual;
        }
        let above = if usual as usize + 1 >= MOST_VALUES { 0 } else { mask >> (usual + 1) };
        if above != 0 {
            return usual + 1 + above.trailing_zeros() as u8;
        }
        (Mask::BITS - 1 - (mask | 1).leading_zeros()) as u8
    }
}
