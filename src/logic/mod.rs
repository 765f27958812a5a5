//! Deciding, exactly, over facts that take finitely many values. Knows nothing of law or files.

mod boxes;
mod core;
mod cover;
mod decide;
mod domain;
mod formula;
mod sat;
mod witness;

pub use boxes::Boxes;
pub use core::minimal;
pub use cover::{cover, Cover, Cube};
pub use decide::{Answer, Decider, Engine, Undecided};
pub use domain::{full_mask, Domain, FactShape, Mask, MOST_VALUES};
pub use formula::{Formula, Formulas, Node};
pub use sat::Sat;
pub use witness::{departures, most_ordinary};
