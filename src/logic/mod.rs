//! Deciding, exactly, over facts that take finitely many values. Knows nothing of law or files.

mod boxes;
mod core;
mod cover;
mod decide;
mod domain;
mod formula;
mod sat;
mod scratch;
mod steps;
mod witness;

pub use boxes::Boxes;
pub use core::{minimal, minimal_of_claims};
pub use cover::{Cover, Cube, cover};
pub use decide::{Answer, Decider, Engine, Undecided};
pub use domain::{Domain, FactId, FactShape, MOST_VALUES, Mask, Situation, full_mask};
pub use formula::{Beginning, Formula, Formulas, Node};
pub use sat::Sat;
pub use scratch::{Plain, Works, attempt, scratch};
pub use steps::{Run, Steps, Stop};
pub use witness::{departures, most_ordinary};
