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
pub use core::{minimal, minimal_of_claims};
pub use cover::{Cover, Cube, cover};
pub use decide::{Answer, Decider, Engine, Undecided};
pub use domain::{Domain, FactShape, MOST_VALUES, Mask, full_mask};
pub use formula::{Formula, Formulas, Node};
pub use sat::Sat;
pub use witness::{departures, most_ordinary};
