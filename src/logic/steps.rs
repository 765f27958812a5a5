//! How many steps of deciding a run may take, and how many it has taken: counted, so that the same is given up everywhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Whether work is still wanted. A copy is of the same work; what nobody stops goes on.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Nobody wants it any more.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants it any more.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The steps there are for one stretch of work, and those that were taken.
#[derive(Debug, Clone)]
pub struct Steps {
    most: u64,
    taken: u64,
    stop: Stop,
}

impl Steps {
    /// So many, and none taken.
    pub fn of(most: u64) -> Steps {
        Steps { most, taken: 0, stop: Stop::default() }
    }

    /// Those of one of so many shares of what is left.
    #[must_use]
    pub fn share(&self, of: usize) -> Steps {
        Steps { most: self.left() / of.max(1) as u64, taken: 0, stop: self.stop.clone() }
    }

    /// Takes some. More than there are may be taken at once; then none are left.
    pub fn take(&mut self, steps: u64) {
        self.taken = self.taken.saturating_add(steps);
    }

    /// How many were taken.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// How many are left: none of work that nobody wants any more.
    pub fn left(&self) -> u64 {
        if self.stop.is_stopped() { 0 } else { self.most.saturating_sub(self.taken) }
    }
}

/// What the laws of one run have taken together. A copy counts for the same run.
#[derive(Debug, Clone, Default)]
pub struct Run {
    taken: Arc<AtomicU64>,
    stop: Stop,
}

impl Run {
    /// A run that ends without an answer as soon as it is stopped.
    pub fn until(stop: &Stop) -> Run {
        Run { stop: stop.clone(), ..Run::default() }
    }

    /// A law has taken so many.
    pub fn took(&self, steps: u64) {
        // Laws are judged one after the other: two never add at once.
        self.taken.store(self.taken().saturating_add(steps), Ordering::Relaxed);
    }

    /// The steps that are left of so many.
    pub fn steps(&self, most: u64) -> Steps {
        Steps { stop: self.stop.clone(), ..Steps::of(most.saturating_sub(self.taken())) }
    }

    /// How many have been taken.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}
