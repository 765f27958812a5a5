//! How many steps of deciding a run may take, and how many it has taken: counted, so that the same is given up everywhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The steps there are for one stretch of work, and those that were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    most: u64,
    taken: u64,
}

impl Steps {
    /// So many, and none taken.
    pub fn of(most: u64) -> Steps {
        Steps { most, taken: 0 }
    }

    /// Takes some. More than there are may be taken at once; then none are left.
    pub fn take(&mut self, steps: u64) {
        self.taken = self.taken.saturating_add(steps);
    }

    /// How many were taken.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// How many are left.
    pub fn left(&self) -> u64 {
        self.most.saturating_sub(self.taken)
    }
}

/// What the laws of one run have taken together. A copy counts for the same run.
#[derive(Debug, Clone, Default)]
pub struct Run(Arc<AtomicU64>);

impl Run {
    /// A law has taken so many.
    pub fn took(&self, steps: u64) {
        // Laws are judged one after the other: two never add at once.
        self.0.store(self.taken().saturating_add(steps), Ordering::Relaxed);
    }

    /// The steps that are left of so many.
    pub fn steps(&self, most: u64) -> Steps {
        Steps::of(most.saturating_sub(self.taken()))
    }

    /// How many have been taken.
    pub fn taken(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
