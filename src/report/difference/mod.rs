//! The formats of a difference between two versions of a law: a file each, and a row each in [`DIFFERENCE_FORMATS`].

mod human;
mod json;

use super::Style;
use crate::finding::Difference;
use crate::text::Sources;
use crate::words::Words;
use std::fmt;

/// Every format of a difference. The first is the usual one.
pub const DIFFERENCE_FORMATS: &[&dyn DifferenceFormat] = &[&human::Human, &json::Json];

/// Everything that is said of a difference.
#[derive(Debug, Clone, Copy)]
pub struct DifferenceContext<'a> {
    /// What changes.
    pub difference: &'a Difference,
    /// The texts of both versions.
    pub sources: &'a Sources,
    /// The words.
    pub words: &'a Words,
    /// How it may look on a screen.
    pub style: &'a Style,
}

/// One way to write a difference.
pub trait DifferenceFormat: fmt::Debug + Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in a few words.
    fn help(&self) -> &'static str;

    /// Writes the whole difference. `Err` when `out` takes no more.
    fn write(&self, context: &DifferenceContext<'_>, out: &mut dyn fmt::Write) -> fmt::Result;
}

/// The format that a difference has when none is named.
pub fn usual_difference() -> &'static dyn DifferenceFormat {
    &human::Human
}
